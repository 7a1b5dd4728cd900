#include "parse/source_text.hpp"

// An expression begins at its leftmost part and ends where, past its rightmost part, a comma, a closing
// parenthesis that it did not open, or a word comes that can only begin the next clause:
//
//   DEFAULT now() NOT NULL      leftmost and rightmost part: `now`; `()` belongs to it, NOT begins the
//                               next constraint
//   CHECK ((a) > 0)             leftmost `a`, rightmost `0`
//
// The parenthesis before `a` has no place in the tree. Reading on from `a`, one closes that was never opened,
// though the rightmost part is still to come: so the expression begins one parenthesis further left, and is
// read again.

#include <algorithm>
#include <array>

#include "miglint/lexer.hpp"

namespace miglint::lower {
namespace {

struct Reach {
  int first = -1;
  int last = -1;
};

void reach(simdjson::dom::element element, Reach& found);

/// A field is a place in the text, or holds nodes that may have one.
void reach(const simdjson::dom::key_value_pair& field, Reach& found) {
  std::int64_t at = -1;
  if (field.key == "location" && field.value.get(at) == simdjson::SUCCESS && at >= 0) {
    found.first = found.first < 0 ? static_cast<int>(at) : std::min(found.first, static_cast<int>(at));
    found.last = std::max(found.last, static_cast<int>(at));
  } else {
    reach(field.value, found);
  }
}

void reach(simdjson::dom::element element, Reach& found) {
  simdjson::dom::object object;
  simdjson::dom::array array;
  if (element.get(object) == simdjson::SUCCESS) {
    for (const auto field : object) reach(field, found);
  } else if (element.get(array) == simdjson::SUCCESS) {
    for (const simdjson::dom::element item : array) reach(item, found);
  }
}

Reach reach(const ast::Node& node) {
  Reach found;
  for (const auto field : node.fields()) reach(field, found);
  return found;
}

/// Words that begin what can follow an expression where miglint quotes one: a column's next constraint, an
/// index element's options, the next clause of a statement.
bool begins_next_clause(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"not",        "null",       "unique",  "primary",    "check",     "default", "generated",
       "references", "constraint", "collate", "deferrable", "initially", "on",      "returning",
       "where",      "from",       "using",   "asc",        "desc",      "nulls",   "include",
       "with",       "order",      "limit",   "when",       "do"});
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view candidate) { return is_word(word, candidate); });
}

/// `IS NOT NULL`, `timestamp with time zone`: these words belong to what stands before them.
bool continues(std::string_view previous, std::string_view word, Lexer after) {
  if (is_word(word, "with")) return is_word(after.text(after.next()), "time");
  return is_word(previous, "is") || (is_word(previous, "not") && is_word(word, "null"));
}

struct End {
  int at = 0;
  bool unopened = false;  ///< stopped at a parenthesis that closes before the rightmost part
};

End find_end(std::string_view text, int begin, int last) {
  Lexer lexer(text, begin, static_cast<int>(text.size()));
  int depth = 0;
  int end = begin;
  std::string_view previous;
  bool after_is = false;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    const bool opens = word == "(" || word == "[";
    const bool closes = word == ")" || word == "]";
    const bool past_last = token.span.begin > last;
    if (depth == 0 && (closes || (past_last && (word == "," || word == ";"))))
      return {end, closes && !past_last};
    after_is = token.kind == Token::Kind::word && continues(previous, word, lexer) &&
               (after_is || !is_word(previous, "not"));
    if (depth == 0 && past_last && token.kind == Token::Kind::word && !after_is && begins_next_clause(word))
      return {end, false};
    depth += opens ? 1 : closes ? -1 : 0;
    end = token.span.end;
    previous = word;
  }
  return {end, false};
}

/// The parenthesis that opens before `begin`, with only blanks between; -1 when something else stands there.
int opening_before(std::string_view text, int begin) {
  const std::size_t at = text.find_last_not_of(" \t\r\n", static_cast<std::size_t>(begin) - 1);
  return begin > 0 && at != std::string_view::npos && text[at] == '(' ? static_cast<int>(at) : -1;
}

/// `(row).field` and `(array)[1]`: the tree has no place for what follows the parenthesis.
bool goes_on_after_parenthesis(std::string_view text, int end) {
  const std::size_t closing = text.find_first_not_of(" \t\r\n", static_cast<std::size_t>(end));
  if (closing == std::string_view::npos || text[closing] != ')') return false;
  const std::size_t next = text.find_first_not_of(" \t\r\n", closing + 1);
  return next != std::string_view::npos && (text[next] == '.' || text[next] == '[');
}

}  // namespace

std::string partition_bound_text(std::string_view text, int from) {
  Lexer lexer(text, from, static_cast<int>(text.size()));
  int end = from;
  int depth = 0;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    const bool after_list = depth == 0 && end > from && text[static_cast<std::size_t>(end) - 1] == ')';
    if (after_list && !is_word(word, "to")) break;
    depth += word == "(" ? 1 : word == ")" ? -1 : 0;
    end = token.span.end;
  }
  return std::string(text.substr(static_cast<std::size_t>(from), static_cast<std::size_t>(end - from)));
}

std::string text_after_name(std::string_view text, int from, int to) {
  Lexer lexer(text, from, to);
  int end = lexer.next().span.end;
  while (lexer.text(lexer.next()) == ".") end = lexer.next().span.end;
  return std::string(text.substr(static_cast<std::size_t>(end), static_cast<std::size_t>(to - end)));
}

std::string expression_text(std::string_view text, int base, const ast::Node& expression) {
  const Reach parts = reach(expression);
  if (parts.first < 0) return {};
  int begin = parts.first + base;
  const int last = parts.last + base;
  if (last >= static_cast<int>(text.size())) return {};
  for (;;) {
    const End end = find_end(text, begin, last);
    const int wider =
        end.unopened || goes_on_after_parenthesis(text, end.at) ? opening_before(text, begin) : -1;
    if (wider < 0)
      return std::string(
          text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(end.at - begin)));
    begin = wider;
  }
}

}  // namespace miglint::lower
