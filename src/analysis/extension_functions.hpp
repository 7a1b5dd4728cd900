#pragma once

#include <string_view>
#include <vector>

namespace miglint {

/// Whether all that the extension brings is known: contrib's usual ones, and PL/pgSQL.
bool is_known_extension(std::string_view extension);
/// The functions that a known extension brings, without those that PostgreSQL has itself by now.
std::vector<std::string_view> functions_of_extension(std::string_view extension);
/// Whether a known extension brings a function of this name, which PostgreSQL may have as well.
bool brings_function(std::string_view extension, std::string_view function);

}  // namespace miglint
