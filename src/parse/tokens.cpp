#include "miglint/tokens.hpp"

#include <algorithm>
#include <span>

#include "miglint/lexer.hpp"

// AlterTableCmd has no location, nor has DROP COLUMN b: the n-th command of a statement is found by counting
// commas outside parentheses.
//
//   ALTER TABLE "a" ADD COLUMN b numeric(10, 2), DROP COLUMN c
//                   └────────── 0 ────────────┘  └─── 1 ────┘
//
// The first begins after the words that lead to the list: ALTER TABLE and the table's name, DROP TABLE,
// TRUNCATE, LOCK TABLE.

namespace miglint {
namespace {

struct Reader {
  std::string_view text;
  std::vector<Token> tokens;

  std::string_view word(std::size_t i) const {
    return i < tokens.size() ? text.substr(static_cast<std::size_t>(tokens[i].span.begin),
                                           static_cast<std::size_t>(tokens[i].span.length()))
                             : std::string_view{};
  }
  bool is(std::size_t i, std::string_view lower_case) const { return is_word(word(i), lower_case); }
  bool is_any(std::size_t i, std::span<const std::string_view> words) const {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view candidate) { return is(i, candidate); });
  }
};

Reader read(std::string_view text, Span span) {
  Reader reader{.text = text, .tokens = {}};
  Lexer lexer(text, span.begin, span.end);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next())
    reader.tokens.push_back(token);
  return reader;
}

/// Past a name: `a`, `"a"."b"`, with the `*` that may follow it.
std::size_t after_name(const Reader& reader, std::size_t at) {
  ++at;
  while (reader.word(at) == ".") at += 2;
  return reader.word(at) == "*" ? at + 1 : at;
}

constexpr std::string_view verbs_of_lists[] = {"drop", "truncate", "lock", "vacuum", "analyze"};
constexpr std::string_view before_names[] = {
    "table",     "foreign",      "view", "materialized", "index",    "sequence",  "type",    "domain",
    "schema",    "concurrently", "if",   "exists",       "function", "procedure", "routine", "aggregate",
    "extension", "collation",    "only", "full",         "verbose",  "analyze",   "freeze"};
/// A DROP's names end before CASCADE and RESTRICT, a TRUNCATE's before RESTART and CONTINUE, a LOCK's before
/// IN and NOWAIT.
constexpr std::string_view after_names[] = {"cascade", "restrict", "restart", "continue", "in", "nowait"};

/// Where the list of commands or names begins; the number of tokens when there is no list.
std::size_t list_begin(const Reader& reader) {
  std::size_t at = 1;
  const bool alter = reader.is(0, "alter");
  if (!alter && !reader.is_any(0, verbs_of_lists)) return reader.tokens.size();
  while (reader.is_any(at, before_names)) ++at;
  if (reader.word(at) == "(" && alter) return reader.tokens.size();
  return alter ? after_name(reader, at) : at;
}

}  // namespace

std::vector<Span> command_spans(const Migration& migration, const Statement& statement) {
  const Reader reader = read(migration.source.text, statement.span);
  const bool alter = reader.is(0, "alter");
  const std::size_t first = list_begin(reader);
  std::vector<Span> spans;
  int depth = 0;
  std::size_t begin = first;
  for (std::size_t at = first; at <= reader.tokens.size(); ++at) {
    const std::string_view word = reader.word(at);
    const bool end = at == reader.tokens.size() || (!alter && depth == 0 && reader.is_any(at, after_names));
    if (end || (word == "," && depth == 0)) {
      const bool alone = end && spans.empty();
      spans.push_back(at > begin && !alone
                          ? Span{reader.tokens[begin].span.begin, reader.tokens[at - 1].span.end}
                          : statement.span);
      if (end) break;
      begin = at + 1;
    }
    depth += word == "(" || word == "[" ? 1 : word == ")" || word == "]" ? -1 : 0;
  }
  return spans;
}

}  // namespace miglint
