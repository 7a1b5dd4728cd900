#pragma once

// A statement by its words, for what no tree tells.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

struct Word {
  std::string text;  ///< in lower case, or as it stands for an identifier
  Span span;
};

/// As many as are worth a look: the first few thousand.
std::vector<Word> words_of(std::string_view text, Span statement);

/// The words of the pattern stand there from `at` on, side by side; `from`: without the pattern's first. `*`
/// is any one word, `\*` a star, `…` anything between.
bool matches_from(const std::vector<Word>& words, std::size_t at,
                  const std::vector<std::string_view>& pattern, std::size_t from = 0);

/// They stand anywhere in the statement; at its beginning, where the pattern begins with `^`.
bool has_phrase(const std::vector<Word>& words, std::string_view pattern);

}  // namespace miglint
