#include "parse/execute_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <vector>

#include "miglint/lexer.hpp"
#include "miglint/name.hpp"

namespace miglint {

namespace {

int opening_length(std::string_view literal) {
  if (literal.front() != '$') return static_cast<int>(literal.find('\'')) + 1;
  return static_cast<int>(literal.find('$', 1)) + 1;
}

std::string unquoted(std::string_view literal) {
  const auto opening = static_cast<std::size_t>(opening_length(literal));
  if (literal.front() == '$') return std::string(literal.substr(opening, literal.size() - 2 * opening));
  std::string text;
  for (std::size_t at = opening; at + 1 < literal.size(); ++at) {
    text += literal[at];
    if (literal[at] == '\'') ++at;
  }
  return text;
}

/// %I an identifier, %L a literal, %s as it is; positions and widths (%1$I) are left to the server.
std::optional<ExecutedText> substitute(const std::vector<std::string>& arguments) {
  ExecutedText executed;
  const std::string& format = arguments.front();
  std::size_t next = 1;
  for (std::size_t at = 0; at < format.size(); ++at) {
    if (format[at] != '%') {
      executed.text += format[at];
      continue;
    }
    const char letter = at + 1 < format.size() ? format[++at] : '\0';
    if (letter == '%') {
      executed.text += '%';
      continue;
    }
    if (next >= arguments.size() || (letter != 'I' && letter != 'L' && letter != 's')) return std::nullopt;
    const std::string& argument = arguments[next++];
    executed.text += letter == 'I' ? quote(argument) : letter == 'L' ? quote_literal(argument) : argument;
  }
  return executed;
}

/// format('… %I …', 'a'): the lexer stands behind the word.
std::optional<ExecutedText> formatted(Lexer& lexer) {
  std::vector<std::string> arguments;
  if (lexer.text(lexer.next()) != "(") return std::nullopt;
  for (;;) {
    const Token literal = lexer.next();
    if (literal.kind != Token::Kind::string) return std::nullopt;
    arguments.push_back(unquoted(lexer.text(literal)));
    const Token after = lexer.next();
    if (lexer.text(after) == ")") break;
    if (lexer.text(after) != ",") return std::nullopt;
  }
  if (lexer.next().kind != Token::Kind::end) return std::nullopt;
  return substitute(arguments);
}

bool begins_harmlessly(std::string_view sql) {
  static constexpr auto verbs =
      std::to_array<std::string_view>({"grant", "revoke", "insert", "update", "delete", "truncate", "comment",
                                       "analyze", "vacuum", "notify", "lock", "reindex", "refresh"});
  Lexer lexer(sql);
  const Token first = lexer.next();
  return sql.find(';') == std::string_view::npos &&
         std::ranges::any_of(verbs, [&](std::string_view verb) { return is_word(lexer.text(first), verb); });
}

/// Nothing but %I, %L (with a position or without) and %%.
bool quotes_all_it_takes(std::string_view format) {
  for (std::size_t at = format.find('%'); at != std::string_view::npos; at = format.find('%', at + 1)) {
    ++at;
    while (at < format.size() && (std::isdigit(static_cast<unsigned char>(format[at])) || format[at] == '$'))
      ++at;
    if (at >= format.size() || (format[at] != 'I' && format[at] != 'L' && format[at] != '%')) return false;
  }
  return true;
}

/// Past quote_ident(…): the lexer stands behind the word.
bool skip_call(Lexer& lexer) {
  if (lexer.text(lexer.next()) != "(") return false;
  for (int depth = 1; depth > 0;) {
    const Token token = lexer.next();
    if (token.kind == Token::Kind::end) return false;
    if (lexer.text(token) == "(") ++depth;
    if (lexer.text(token) == ")") --depth;
  }
  return true;
}

}  // namespace

std::optional<ExecutedText> executed_text(std::string_view expression) {
  Lexer lexer(expression);
  Token token = lexer.next();
  if (is_word(lexer.text(token), "format")) return formatted(lexer);
  ExecutedText executed;
  int literals = 0;
  for (;; token = lexer.next()) {
    if (token.kind != Token::Kind::string) return std::nullopt;
    const std::string_view literal = lexer.text(token);
    executed.text += unquoted(literal);
    executed.offset = token.span.begin + opening_length(literal);
    ++literals;
    token = lexer.next();
    if (lexer.text(token) != "||") break;
  }
  if (token.kind != Token::Kind::end && !is_word(lexer.text(token), "into") &&
      !is_word(lexer.text(token), "using"))
    return std::nullopt;
  const bool verbatim = literals == 1 && expression.substr(static_cast<std::size_t>(executed.offset),
                                                           executed.text.size()) == executed.text;
  if (!verbatim) executed.offset = -1;
  return executed;
}

bool leaves_schema_alone(std::string_view expression) {
  Lexer lexer(expression);
  Token token = lexer.next();
  if (is_word(lexer.text(token), "format")) {
    if (lexer.text(lexer.next()) != "(") return false;
    token = lexer.next();
    if (token.kind != Token::Kind::string) return false;
    const std::string format = unquoted(lexer.text(token));
    return begins_harmlessly(format) && quotes_all_it_takes(format);
  }
  if (token.kind != Token::Kind::string || !begins_harmlessly(unquoted(lexer.text(token)))) return false;
  for (token = lexer.next(); lexer.text(token) == "||"; token = lexer.next()) {
    token = lexer.next();
    if (token.kind == Token::Kind::string) {
      if (lexer.text(token).find(';') != std::string_view::npos) return false;
      continue;
    }
    const std::string_view word = lexer.text(token);
    const bool quotes =
        is_word(word, "quote_ident") || is_word(word, "quote_literal") || is_word(word, "quote_nullable");
    if (!quotes || !skip_call(lexer)) return false;
  }
  return token.kind == Token::Kind::end || is_word(lexer.text(token), "into") ||
         is_word(lexer.text(token), "using");
}

}  // namespace miglint
