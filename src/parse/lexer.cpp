#include "miglint/lexer.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "miglint/characters.hpp"

namespace miglint {
namespace {

/// What a character may be part of (scan.l).
enum : std::uint8_t { blank = 1, digit = 2, word_start = 4, word_part = 8, operator_part = 16 };
constexpr std::array<std::uint8_t, 256> classes = [] {
  std::array<std::uint8_t, 256> made{};
  const auto add = [&](std::string_view characters, std::uint8_t as) {
    for (const char c : characters) made[static_cast<unsigned char>(c)] |= as;
  };
  add(" \t\n\r\f\v", blank);
  add("0123456789", digit | word_part);
  add("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", word_start | word_part);
  add("$", word_part);
  add("+-*/<>=~!@#%^&|`?", operator_part);
  for (std::size_t c = 0x80; c < made.size(); ++c) made[c] = word_start | word_part;
  return made;
}();

bool is(std::uint8_t wanted, char c) { return (classes[static_cast<unsigned char>(c)] & wanted) != 0; }
bool is_blank(char c) { return is(blank, c); }
bool is_word_start(char c) { return is(word_start, c); }
bool is_word_part(char c) { return is(word_part, c); }
bool is_operator(char c) { return is(operator_part, c); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; }

}  // namespace

bool is_word(std::string_view token, std::string_view word) {
  return token.size() == word.size() &&
         std::equal(token.begin(), token.end(), word.begin(), [](char a, char b) { return lower(a) == b; });
}

/// False when a comment never closes; then everything is read.
bool Lexer::skip_blanks() {
  while (at_ < text_.size()) {
    if (is_blank(text_[at_])) {
      ++at_;
    } else if (peek() == '-' && peek(1) == '-') {
      while (at_ < text_.size() && text_[at_] != '\n' && text_[at_] != '\r') ++at_;
    } else if (peek() == '/' && peek(1) == '*') {
      if (!skip_block_comment()) return false;
    } else {
      return true;
    }
  }
  return true;
}

bool Lexer::skip_block_comment() {
  int depth = 0;
  while (at_ < text_.size()) {
    const char c = peek();
    if (c == '/' && peek(1) == '*') {
      comment_nesting_ = std::max(comment_nesting_, ++depth);
      at_ += 2;
    } else if (c == '*' && peek(1) == '/') {
      at_ += 2;
      if (--depth == 0) return true;
    } else {
      ++at_;
    }
  }
  return false;
}

Token Lexer::next() {
  const std::size_t comment = at_;
  if (!skip_blanks())
    return {.kind = Token::Kind::unterminated, .span = {static_cast<int>(comment), static_cast<int>(at_)}};
  const std::size_t begin = at_;
  const Token::Kind kind = lex();
  return {.kind = kind, .span = {static_cast<int>(begin), static_cast<int>(at_)}};
}

Token::Kind Lexer::lex() {
  if (at_ >= text_.size()) return Token::Kind::end;
  const char c = text_[at_];
  if (is_word_start(c)) return word();
  if (c == '\'') return quoted('\'', false, Token::Kind::string);
  if (c == '"') return quoted('"', false, Token::Kind::identifier);
  if (c == '$') return dollar();
  if (is_digit(c) || (c == '.' && is_digit(peek(1)))) {
    number();
    return Token::Kind::number;
  }
  if (is_operator(c)) {
    operators();
  } else {
    ++at_;
  }
  return Token::Kind::symbol;
}

/// at_ stands on the opening quote. A doubled quote stands for one; a backslash escapes the next byte only in
/// E'…'.
Token::Kind Lexer::quoted(char quote, bool escapes, Token::Kind kind) {
  for (++at_; at_ < text_.size(); ++at_) {
    if (escapes && text_[at_] == '\\') {
      ++at_;
    } else if (text_[at_] == quote) {
      if (peek(1) != quote) {
        ++at_;
        return kind;
      }
      ++at_;
    }
  }
  at_ = text_.size();
  return Token::Kind::unterminated;
}

/// $tag$…$tag$, or a parameter $1, or a stray $.
Token::Kind Lexer::dollar() {
  std::size_t end = at_ + 1;
  if (end < text_.size() && is_word_start(text_[end])) {
    while (end < text_.size() && is_word_part(text_[end]) && text_[end] != '$') ++end;
  }
  if (end >= text_.size() || text_[end] != '$') {
    for (++at_; is_digit(peek()); ++at_) {
    }
    return Token::Kind::symbol;
  }
  const std::string_view tag = text_.substr(at_, end + 1 - at_);
  const std::size_t closing = text_.find(tag, end + 1);
  at_ = closing == std::string_view::npos ? text_.size() : closing + tag.size();
  return closing == std::string_view::npos ? Token::Kind::unterminated : Token::Kind::string;
}

Token::Kind Lexer::word() {
  const std::size_t begin = at_;
  while (at_ < text_.size() && is_word_part(text_[at_])) ++at_;
  if (at_ - begin != 1) return Token::Kind::word;
  const char prefix = lower(text_[begin]);
  if (peek() == '\'' && std::string_view("ebxn").find(prefix) != std::string_view::npos)
    return quoted('\'', prefix == 'e', Token::Kind::string);
  if (prefix == 'u' && peek() == '&' && (peek(1) == '\'' || peek(1) == '"')) {
    ++at_;
    return quoted(peek(), false, peek() == '"' ? Token::Kind::identifier : Token::Kind::string);
  }
  return Token::Kind::word;
}

void Lexer::number() {
  while (at_ < text_.size() && (is_word_part(text_[at_]) || text_[at_] == '.')) {
    const bool exponent = lower(text_[at_]) == 'e' && (peek(1) == '+' || peek(1) == '-') && is_digit(peek(2));
    at_ += exponent ? 2 : 1;
  }
}

/// An operator ends where a comment begins inside it.
void Lexer::operators() {
  while (at_ < text_.size() && is_operator(text_[at_])) {
    if ((peek() == '-' && peek(1) == '-') || (peek() == '/' && peek(1) == '*')) return;
    ++at_;
  }
}

int skip_blanks_and_comments(std::string_view text, int from, int to) {
  Lexer lexer(text, from, to);
  const Token token = lexer.next();
  return token.kind == Token::Kind::unterminated &&
                 text.substr(static_cast<std::size_t>(token.span.begin), 2) == "/*"
             ? to
             : token.span.begin;
}

}  // namespace miglint
