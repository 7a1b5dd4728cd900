#pragma once

// What becomes of a word when its command runs: braces, variables, blanks and globs.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shell/syntax.hpp"

namespace miglint::shell {

/// One argument of a command, as far as it is known before anything has run.
struct Field {
  std::string text;     ///< with what is not known left out
  std::string pattern;  ///< for fnmatch, where the text has a glob that is not quoted; else empty
  bool known = true;    ///< false: a part of it is what only a run can tell
  bool matched =
      false;  ///< the glob was the shell's to expand before this word: quotes don't keep it from it
  /// What a command finds below `text` (find, xargs) and not that itself: all of it, or what `names` match.
  bool below = false;
  std::vector<std::string> names;
};

Field field(std::string text);

/// `-m`, `--all`; `-` alone is a file.
bool is_option(std::string_view word);

/// A word makes no more fields than this.
inline constexpr std::size_t most_fields = 2000;

/// The values of a variable, several for one that a loop runs through; nothing: not known.
using Lookup = std::function<std::optional<std::vector<Field>>(const Expansion&)>;

/// Throws Error for a word that makes more than `most_fields`.
std::vector<Field> expand(const Word& word, const Lookup& lookup);

/// As a shell expands what it reads from a here-document, or assigns: no braces, globs or blanks.
Field expand_text(const Word& word, const Lookup& lookup);

/// `NAME` of the assignment `NAME=…`, `NAME+=…`, `NAME[…]=…`; empty: the word is none.
std::string assigned_name(const Word& word);
/// The values it gets.
std::vector<Field> assigned_values(const Word& word, const Lookup& lookup);

}  // namespace miglint::shell
