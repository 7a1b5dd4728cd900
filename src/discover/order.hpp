#pragma once

// In which order runners apply a folder's migrations.

#include <compare>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

/// JavaScript's `a.localeCompare(b)` in the root collation (CLDR), as Prisma's CLI sorts names from 6.6 on:
/// white space, punctuation, digits, letters regardless of case; where all else is equal lower case first.
/// Exact for ASCII; other characters come last, by code point, without accents being taken apart.
std::weak_ordering locale_compare(std::string_view a, std::string_view b);

/// The number a file's name begins with (`0001_init`, `V2.1__x` without its `V`), as a list of parts for
/// Flyway's dotted versions; empty: none. Each part without leading zeros, so that parts compare by length,
/// then text, however long they are.
std::vector<std::string> version_of(std::string_view name);
std::strong_ordering compare_versions(const std::vector<std::string>& a, const std::vector<std::string>& b);

}  // namespace miglint
