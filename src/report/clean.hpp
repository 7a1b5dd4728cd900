#pragma once

// What comes from a migration is hostile until cleaned: a terminal obeys escape codes, a CI's log obeys
// `::set-output` and `##[command]`, a JSON reader stops at a byte that is not UTF-8.

#include <string>
#include <string_view>

#include "miglint/finding.hpp"

namespace miglint {

/// The text with every byte that is no UTF-8 replaced by U+FFFD; overlong forms and surrogates count as none.
std::string valid_utf8(std::string_view text);

/// A text's characters one by one, with what a writer must know of each.
struct Character {
  std::string_view bytes;   ///< as they stand; one byte that is no UTF-8 counts as a character
  char32_t code_point = 0;  ///< U+FFFD for such a byte
  bool valid = true;
  /// A control (C0, DEL, C1), a line separator, or one that reorders text on the screen so that it reads as
  /// something else.
  bool harmful = false;
};
Character character_at(std::string_view text, std::size_t at);

/// The text begins a command that CI runners obey anywhere in a line: `##[command]`, `##vso[task…]`.
bool begins_command(std::string_view text);

/// The text, cut at a character's boundary and ended with an ellipsis where it has more bytes than these.
std::string limited(std::string_view text, std::size_t bytes);

/// A JSON string with its quotes. What is harmful in a terminal or log is written as `\uXXXX`, which means
/// the same to a reader.
std::string json_string(std::string_view text);

/// As `one_line`, for a part of a line that begins with something else.
std::string visible(std::string_view text);

/// For one line of a terminal or log: valid UTF-8 in which line feeds, tabs and other control characters (C0,
/// C1, bidirectional overrides, line separators) are replaced by visible ones.
std::string one_line(std::string_view text);

/// For several lines: as `one_line`, but line feeds stay and tabs become two spaces. No line can be a command
/// to a CI runner.
std::string several_lines(std::string_view text);

/// The finding with every text in it fit for a terminal or log.
Finding printable(const Finding& finding);

}  // namespace miglint
