// A DELETE that removes duplicates names the columns in a GROUP BY or PARTITION BY, which an Expression has no word for. The text has.

#include <algorithm>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

#include "engine/conditions.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

namespace {

std::string lower(std::string_view text) {
  std::string folded(text);
  std::ranges::transform(folded, folded.begin(),
                         [](unsigned char c) { return c < 0x80 ? static_cast<char>(std::tolower(c)) : static_cast<char>(c); });
  return folded;
}

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

std::string identifier(std::string_view token) {
  const bool quoted = token.size() >= 2 && token.front() == '"' && token.back() == '"';
  return quoted ? std::string(token.substr(1, token.size() - 2)) : lower(token);
}

std::string_view next_token(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  const std::size_t end = text.starts_with('"') ? std::min(text.find('"', 1), text.size() - 1) + 1 : std::min(text.find(' '), text.size());
  const std::string_view token = text.substr(0, end);
  text.remove_prefix(end);
  return token;
}

/// `a , t . b` up to whatever ends the list; empty when an element is no plain column.
std::vector<std::string> columns_at(std::string_view list) {
  std::vector<std::string> columns;
  while (true) {
    std::string_view token = next_token(list);
    std::string_view after = next_token(list);
    if (after == ".") {
      token = next_token(list);
      after = next_token(list);
    }
    if (token.empty() || after == "(") return {};
    columns.push_back(identifier(token));
    if (after != ",") return columns;
  }
}

}  // namespace

std::vector<std::string> duplicates_grouped_by(std::string_view sql) {
  const std::string text = normalised(sql);
  const std::string folded = lower(text);
  const bool numbered = has(folded, "row_number (") && (has(folded, "> 1") || has(folded, "<> 1") || has(folded, ">= 2"));
  const bool keeps_one = has(folded, "not in (") && (has(folded, "min (") || has(folded, "max ("));
  const std::string_view words = numbered ? "partition by " : keeps_one ? "group by " : "";
  const std::size_t found = words.empty() ? std::string::npos : folded.find(words);
  if (found == std::string::npos) return {};
  return columns_at(std::string_view(text).substr(found + words.size()));
}

}  // namespace miglint
