#include <algorithm>

#include "miglint/migration.hpp"
#include "miglint/source.hpp"

namespace miglint {
namespace {

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }
/// A character of four bytes is a pair of UTF-16 code units.
bool is_astral(char byte) { return static_cast<unsigned char>(byte) >= 0xF0U; }

/// The offset of each line's first byte.
std::vector<int> line_starts(std::string_view text) {
  std::vector<int> starts = {0};
  for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
    starts.push_back(static_cast<int>(at) + 1);
  return starts;
}

int line_of(const std::vector<int>& starts, int offset) {
  return static_cast<int>(std::ranges::upper_bound(starts, offset) - starts.begin());
}

}  // namespace

LineIndex::LineIndex(std::string_view text) : text_(text), starts_(line_starts(text)) {}

int LineIndex::line_at(int offset) const { return line_of(starts_, offset); }

Position LineIndex::at(int offset) const {
  const int line = line_at(offset);
  const auto start = static_cast<std::size_t>(starts_[static_cast<std::size_t>(line) - 1]);
  const std::string_view before = text_.substr(start, static_cast<std::size_t>(offset) - start);
  return {.line = line,
          .column = 1 + static_cast<int>(std::count_if(before.begin(), before.end(), begins_character))};
}

Position LineIndex::at_utf16(int offset) const {
  Position position = at(offset);
  const auto start = static_cast<std::size_t>(starts_[static_cast<std::size_t>(position.line) - 1]);
  const std::string_view before = text_.substr(start, static_cast<std::size_t>(offset) - start);
  position.column += static_cast<int>(std::count_if(before.begin(), before.end(), is_astral));
  return position;
}

Span LineIndex::line_span(int number) const {
  if (number < 1 || number > line_count())
    return {static_cast<int>(text_.size()), static_cast<int>(text_.size())};
  const int begin = starts_[static_cast<std::size_t>(number) - 1];
  int end =
      number < line_count() ? starts_[static_cast<std::size_t>(number)] - 1 : static_cast<int>(text_.size());
  if (end > begin && text_[static_cast<std::size_t>(end) - 1] == '\r') --end;
  return {begin, end};
}

std::string_view LineIndex::line(int number) const {
  const Span span = line_span(number);
  return text_.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length()));
}

int Migration::line_at(int offset) const {
  if (line_begins.empty()) line_begins = line_starts(source.text);
  return line_of(line_begins, offset);
}

}  // namespace miglint
