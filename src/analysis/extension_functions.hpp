#pragma once

#include <string_view>

namespace miglint {

/// Whether all that the extension brings is known: contrib's usual ones, and PL/pgSQL.
bool is_known_extension(std::string_view extension);
/// Whether a known extension brings a function of this name.
bool brings_function(std::string_view extension, std::string_view function);

}  // namespace miglint
