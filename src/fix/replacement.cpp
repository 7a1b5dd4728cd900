#include "fix/replacement.hpp"

#include <algorithm>
#include <utility>

namespace miglint {

std::string edited(std::string_view text, std::vector<Replacement> edits) {
  // what is put in ahead of a piece that is replaced begins where that does, and comes first
  std::ranges::stable_sort(edits, {},
                           [](const Replacement& edit) { return std::pair(edit.span.begin, edit.span.end); });
  std::string result;
  std::size_t at = 0;
  for (const Replacement& edit : edits) {
    const auto begin = static_cast<std::size_t>(edit.span.begin);
    result.append(text.substr(at, begin - at)).append(edit.text);
    at = static_cast<std::size_t>(edit.span.end);
  }
  return result.append(text.substr(at));
}

std::string with_line_ends_of(std::string_view model, std::string text) {
  const std::size_t line = model.find('\n');
  if (line == std::string_view::npos || line == 0 || model[line - 1] != '\r') return text;
  std::string with_returns;
  for (const char c : text) {
    if (c == '\n') with_returns += '\r';
    with_returns += c;
  }
  return with_returns;
}

}  // namespace miglint
