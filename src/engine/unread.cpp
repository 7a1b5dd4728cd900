#include "engine/unread.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

namespace {

struct Word {
  std::string text;
  bool quoted = false;
};

bool in_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || c == '$' ||
         static_cast<unsigned char>(c) >= 0x80;
}

/// Identifiers, keywords and dots, as far as they can be told apart without the scanner, which may have been
/// what failed.
std::vector<Word> words(std::string_view text) {
  std::vector<Word> found;
  for (std::size_t i = 0; i < text.size();) {
    if (text[i] == '"') {
      const std::size_t end = std::min(text.find('"', i + 1), text.size());
      found.push_back({.text = std::string(text.substr(i + 1, end - i - 1)), .quoted = true});
      i = end + 1;
    } else if (in_word(text[i])) {
      const std::size_t begin = i;
      while (i < text.size() && in_word(text[i])) ++i;
      std::string word(text.substr(begin, i - begin));
      std::ranges::transform(word, word.begin(),
                             [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
      found.push_back({.text = std::move(word)});
    } else {
      if (text[i] == '.') found.push_back({.text = "."});
      ++i;
    }
  }
  return found;
}

bool is_keyword(const Word& word, const auto& list) {
  return !word.quoted && std::ranges::find(list, word.text) != list.end();
}

constexpr std::array<std::string_view, 10> before_a_name = {"table", "into",       "update", "on",   "from",
                                                            "join",  "references", "index",  "type", "view"};
constexpr std::array<std::string_view, 5> in_between = {"if", "not", "exists", "only", "concurrently"};

std::vector<RelationName> names_in(std::string_view text) {
  const std::vector<Word> list = words(text);
  std::vector<RelationName> names;
  for (std::size_t i = 0; i + 1 < list.size(); ++i) {
    if (!is_keyword(list[i], before_a_name)) continue;
    std::size_t at = i + 1;
    while (at < list.size() && is_keyword(list[at], in_between)) ++at;
    if (at >= list.size() || list[at].text == ".") continue;
    RelationName name{.name = list[at].text};
    if (at + 2 < list.size() && list[at + 1].text == ".")
      name = {.schema = list[at].text, .name = list[at + 2].text};
    names.push_back(std::move(name));
  }
  return names;
}

bool hides_statements(ParseIssue::Kind kind) {
  using Kind = ParseIssue::Kind;
  return kind != Kind::drop_enum_value && kind != Kind::byte_order_mark && kind != Kind::psql_command;
}

}  // namespace

void replay_unread(Catalog& catalog, const Migration& migration) {
  for (const ParseIssue& issue : migration.issues) {
    if (!hides_statements(issue.kind)) continue;
    if (issue.span.length() <= 0) {
      catalog.current_statement = static_cast<int>(migration.statements.size());
      replay(catalog, {.changes = {{.change = Unmodelled{.tag = "unread"}}}});
      continue;
    }
    const std::string_view text = std::string_view(migration.source.text)
                                      .substr(static_cast<std::size_t>(issue.span.begin),
                                              static_cast<std::size_t>(issue.span.length()));
    replay(catalog, {.span = issue.span,
                     .changes = {{.change = Unmodelled{.tag = "unread", .relations = names_in(text)}}}});
  }
}

}  // namespace miglint
