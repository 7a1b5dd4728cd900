#pragma once

#include <optional>
#include <string>

namespace miglint {

/// The number that the whole text spells as C does, with a point for its decimals: without blanks, a plus
/// sign or hexadecimal digits; nothing where it spells none, or one that is out of a double's range. (Not
/// std::from_chars, which libc++ has for a double from its version 20 on.)
std::optional<double> read_double(const std::string& text);

}  // namespace miglint
