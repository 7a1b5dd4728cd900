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

constexpr auto before_a_name =
    std::to_array<std::string_view>({"table", "into", "update", "on", "from", "join", "references", "index",
                                     "type", "view", "sequence", "to"});
constexpr std::array<std::string_view, 5> in_between = {"if", "not", "exists", "only", "concurrently"};

/// The names that stand where a statement names relations, and where a rename gives one.
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

/// psql's \i and its kin run another file, \gexec what a query gives.
bool runs_more(std::string_view psql_command) {
  return psql_command.starts_with("\\i") || psql_command.find("\\gexec") != std::string_view::npos;
}

bool hides_statements(const ParseIssue& issue, std::string_view text) {
  using Kind = ParseIssue::Kind;
  if (issue.kind == Kind::psql_command) return runs_more(text);
  return issue.kind != Kind::drop_enum_value && issue.kind != Kind::byte_order_mark;
}

/// The statement that the parser made of what it could not read; its names are in more than the error's
/// place.
Span whole_statement(const Migration& migration, Span place) {
  for (const Statement& statement : migration.statements)
    if (statement.span.begin <= place.begin && place.begin < statement.span.end) return statement.span;
  return place;
}

}  // namespace

void replay_unread(Catalog& catalog, const Migration& migration) {
  catalog.current_statement = static_cast<int>(migration.statements.size());
  for (const ParseIssue& issue : migration.issues) {
    const Span span = whole_statement(migration, issue.span);
    const std::string_view text = std::string_view(migration.source.text)
                                      .substr(static_cast<std::size_t>(span.begin),
                                              static_cast<std::size_t>(std::max(0, span.length())));
    if (!hides_statements(issue, text)) continue;
    // a file that psql runs, or one that could not be read at all, names nothing
    Unmodelled unread{.tag = "unread"};
    if (issue.kind != ParseIssue::Kind::psql_command) unread.relations = names_in(text);
    replay(catalog, {.span = span, .changes = {{.change = std::move(unread)}}});
  }
}

}  // namespace miglint
