#pragma once

// The paths that one command hands to the next: find | xargs, ls | while read, $(git ls-files).

#include <string>
#include <string_view>

#include "shell/wrappers.hpp"

namespace miglint::shell {

/// More names than these are all names.
inline constexpr std::size_t most_names = 64;

/// What find, ls, grep -l, git ls-files, … may print: what lies below what they are given, of the names that
/// they are given.
Fields named_paths(const Fields& words);

/// `ls FOLDER` prints names without the folder: a glob that needs one before it. `ls GLOB` prints paths.
Fields listed(Fields paths);

/// Puts the paths in place of `{}` or another placeholder, else at the end.
void put_paths(Fields& words, const std::string& placeholder, const Fields& paths);

Fields words_of(std::string_view text);
/// xargs takes each word of what `echo` prints.
Fields split(const Fields& fields);

}  // namespace miglint::shell
