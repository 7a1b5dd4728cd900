#pragma once

// Text that strangers wrote (a migration's names and SQL, a path, a branch, an author), where it stands in
// text of ours. A terminal obeys escape codes, a CI's log obeys `##[command]`, a JSON reader stops at a byte
// that is not UTF-8, and a coding agent takes a sentence for an instruction, wherever it came from.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"

namespace miglint {

/// Of ASCII, whatever the locale.
constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// A text's characters one by one, with what a writer must know of each.
struct Character {
  std::string_view bytes;   ///< as they stand; one byte that is no UTF-8 counts as a character
  char32_t code_point = 0;  ///< U+FFFD for such a byte
  bool valid = true;
  /// Nobody sees it, or it makes what is seen something else: a control (C0, DEL, C1), a line separator, one
  /// that reorders text on the screen, one that is shown as nothing at all (Unicode's
  /// Default_Ignorable_Code_Point).
  bool harmful = false;
};
Character character_at(std::string_view text, std::size_t at);

/// How many bytes from `at` on are characters that no writer has to look at: most of them.
std::size_t plain_run(std::string_view text, std::size_t at);

/// The text begins a command that CI runners obey anywhere in a line: `##[command]` (GitHub, Azure),
/// `##vso[task…]` (Azure), `##teamcity[message]`.
bool begins_command(std::string_view text);

/// The text holds a word that somebody can read: two letters of any script. `.` or U+200B is no reason.
bool has_words(std::string_view text);

/// A JSON string with its quotes. What is harmful, and what begins a command, is written as `\uXXXX`, which
/// means the same to a reader.
std::string json_string(std::string_view text);

/// A name in a sentence: as it stands where it is a plain identifier (`[A-Za-z_][A-Za-z0-9_.$]*`), else as a
/// JSON string, so that it shows where it begins and ends, whatever it says.
std::string in_prose(std::string_view name);
/// `audit.log`, `audit."access log"`.
std::string in_prose(const RelationName& name);
/// Each of them, for fmt::join and the like.
std::vector<std::string> in_prose(const std::vector<std::string>& names);
/// An enum's label: `'ADMIN'`, else as a JSON string.
std::string label_in_prose(std::string_view label);
std::vector<std::string> label_in_prose(const std::vector<std::string>& labels);
/// A type or an expression as SQL: as it stands while it can't be read as prose (it quotes nothing, or has no
/// blanks), else as a JSON string.
std::string sql_in_prose(std::string_view sql);
/// Likewise the name of a migration, a path or a git ref, which may also hold `/`, `@`, `+` and `-` and begin
/// with a digit.
std::string path_in_prose(std::string_view path);

/// A word of a POSIX shell's line to paste: as it stands where it means nothing else, else quoted; with
/// control characters, and others that nobody would see, in `$'…'`.
std::string shell_word(std::string_view text);

}  // namespace miglint
