#include "miglint/nearest.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <limits>

namespace miglint {

namespace {

/// Damerau and Levenshtein's distance with adjacent swaps (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> rows(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) rows[i][0] = i;
  for (std::size_t j = 0; j <= b.size(); ++j) rows[0][j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t replaced = rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, replaced});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[a.size()][b.size()];
}

// of anything with a known name; longer input is not a slip of the finger
constexpr std::size_t longest_name = 100;

}  // namespace

std::optional<std::string> nearest(std::string_view typed, const std::vector<std::string_view>& known) {
  if (typed.size() > longest_name) return std::nullopt;
  std::size_t best = std::numeric_limits<std::size_t>::max();
  std::string_view found;
  for (const std::string_view name : known) {
    const std::size_t edits = distance(typed, name);
    if (edits < best && edits <= std::max<std::size_t>(1, std::max(typed.size(), name.size()) / 3)) {
      best = edits;
      found = name;
    }
  }
  if (found.empty()) return std::nullopt;
  return std::string(found);
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string_view>& known) {
  const auto name = nearest(typed, known);
  return name ? fmt::format(" (did you mean \"{}\"?)", *name) : std::string();
}

std::string did_you_mean(std::string_view typed, const std::vector<std::string>& known) {
  return did_you_mean(typed, std::vector<std::string_view>(known.begin(), known.end()));
}

}  // namespace miglint
