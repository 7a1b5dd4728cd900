// Points and what is made of them (geo_ops.c). Brackets may be left out in many places; what can be told
// surely is that there are numbers only, and how many.

#include <algorithm>

#include "analysis/literal_forms.hpp"

namespace miglint {

static bool is_separator(char c) {
  return std::string_view("()[]<>{}, \t\r\n\f\v").find(c) != std::string_view::npos;
}

/// None where something else stands between the brackets and commas.
static std::optional<std::size_t> numbers_in(std::string_view text) {
  std::size_t count = 0;
  while (true) {
    while (!text.empty() && is_separator(text.front())) text.remove_prefix(1);
    if (text.empty()) return count;
    const auto end = std::ranges::find_if(text, is_separator);
    const auto length = static_cast<std::size_t>(end - text.begin());
    if (read_float(text.substr(0, length), false) == Reading::unreadable) return std::nullopt;
    text.remove_prefix(length);
    ++count;
  }
}

Reading read_geometry(std::string_view type, std::string_view text) {
  const std::optional<std::size_t> numbers = numbers_in(text);
  const auto has = [&](bool fits) { return numbers && fits ? Reading::fine : Reading::unreadable; };
  if (type == "point") return has(numbers == 2U);
  if (type == "lseg" || type == "box") return has(numbers == 4U);
  if (type == "circle") return has(numbers == 3U);
  if (type == "line") return has(numbers == 3U || numbers == 4U);
  return has(numbers && *numbers > 0 && *numbers % 2 == 0);  // path, polygon
}

}  // namespace miglint
