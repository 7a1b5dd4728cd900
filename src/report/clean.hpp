#pragma once

// Text from a migration made fit for a terminal or a log.

#include <string>
#include <string_view>

#include "miglint/characters.hpp"
#include "miglint/finding.hpp"

namespace miglint {

/// The text with every byte that is no UTF-8 replaced by U+FFFD; overlong forms and surrogates count as none.
std::string valid_utf8(std::string_view text);

/// The text, cut at a character's boundary and ended with an ellipsis where it has more bytes than these.
std::string limited(std::string_view text, std::size_t bytes);

/// For one line of a terminal or log: valid UTF-8 in which what is harmful can be seen: `␛` for a control
/// character (line feeds and tabs among them), `<U+202E>` for all others.
std::string one_line(std::string_view text);

/// For several lines: as `one_line`, but line feeds stay and tabs become two spaces.
std::string several_lines(std::string_view text);

/// The finding with every text in it fit for a terminal or log.
Finding printable(const Finding& finding);

}  // namespace miglint
