#include "engine/directive.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <numeric>

#include "miglint/characters.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

constexpr std::string_view white_space = " \t\r\n";

std::string_view trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(white_space);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(white_space) - begin + 1);
}

std::string_view without_marks(std::string_view comment) {
  if (comment.starts_with("--")) return trim(comment.substr(2));
  if (comment.starts_with("/*") && comment.ends_with("*/") && comment.size() >= 4)
    return trim(comment.substr(2, comment.size() - 4));
  return trim(comment);
}

bool take(std::string_view& text, std::string_view word) {
  if (!text.starts_with(word)) return false;
  text = trim(text.substr(word.size()));
  return true;
}

std::vector<std::string> split(std::string_view names) {
  std::vector<std::string> list;
  while (!names.empty()) {
    const std::size_t comma = std::min(names.find(','), names.size());
    if (const std::string_view name = trim(names.substr(0, comma)); !name.empty()) list.emplace_back(name);
    names.remove_prefix(std::min(comma + 1, names.size()));
  }
  return list;
}

/// Levenshtein's distance, one row at a time.
std::size_t distance(std::string_view one, std::string_view other) {
  std::vector<std::size_t> row(other.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < one.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < other.size(); ++j) {
      const std::size_t replaced = diagonal + (one[i] == other[j] ? 0 : 1);
      diagonal = std::exchange(row[j + 1], std::min({replaced, row[j] + 1, row[j + 1] + 1}));
    }
  }
  return row.back();
}

}  // namespace

std::optional<Directive> read_directive(std::string_view comment) {
  std::string_view text = without_marks(comment);
  if (!take(text, "miglint:")) return std::nullopt;
  Directive directive;
  directive.whole_file = take(text, "allow-file");
  if (!directive.whole_file && !take(text, "allow")) {
    directive.problem = "miglint knows allow and allow-file only";
    return directive;
  }
  const std::size_t colon = std::min(text.find(':'), text.size());
  directive.rules = split(text.substr(0, colon));
  directive.reason = trim(text.substr(std::min(colon + 1, text.size())));
  if (directive.rules.empty()) {
    directive.problem = "it names no rule";
  } else if (!has_words(directive.reason)) {
    directive.problem = "it gives no reason; write one after a colon";
  }
  return directive;
}

bool mentions_directive(std::string_view text) {
  constexpr std::string_view mark = "miglint:";
  for (std::size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
    if (trim(text.substr(at + mark.size())).starts_with("allow")) return true;
  }
  return false;
}

std::string nearest_rule(std::string_view name) {
  const RegisteredRule* nearest = nullptr;
  std::size_t least = std::max<std::size_t>(3, name.size() / 3) + 1;
  for (const RegisteredRule& entry : all_rules()) {
    const std::size_t steps = distance(name, entry.rule->id);
    if (steps >= least) continue;
    least = steps;
    nearest = &entry;
  }
  return nearest ? fmt::format(" (did you mean \"{}\"?)", nearest->rule->id) : std::string{};
}

}  // namespace miglint
