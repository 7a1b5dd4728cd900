#pragma once

// A text's lines and words, for files that are not worth a parser.

#include <string_view>
#include <vector>

namespace miglint {

/// Without their ends, CRLF included.
std::vector<std::string_view> lines_of(std::string_view text);

/// What blanks and tabs part.
std::vector<std::string_view> words_of(std::string_view line);

}  // namespace miglint
