#pragma once

// What comes from a migration is hostile until cleaned: a terminal obeys escape codes, a CI's log obeys `::set-output` and `##[command]`, a JSON
// reader stops at a byte that is not UTF-8.

#include <string>
#include <string_view>

#include "miglint/finding.hpp"

namespace miglint {

/// The text with every byte that is no UTF-8 replaced by U+FFFD; overlong forms and surrogates count as none.
std::string valid_utf8(std::string_view text);

/// For one line of a terminal or log: valid UTF-8 in which line feeds, tabs and other control characters (C0, C1, bidirectional
/// overrides, line separators) are replaced by visible ones.
std::string one_line(std::string_view text);

/// For several lines: as `one_line`, but line feeds stay and tabs become two spaces. No line can be a command to a CI runner.
std::string several_lines(std::string_view text);

/// The finding with every text in it fit for a terminal or log.
Finding printable(const Finding& finding);

}  // namespace miglint
