#include "prisma/scanner.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utf8proc.h>

#include "miglint/characters.hpp"

namespace miglint::prisma {

namespace {

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_ascii(char c) { return static_cast<unsigned char>(c) < 0x80; }

utf8proc_category_t category_at(const Character& character) {
  return character.valid ? utf8proc_category(static_cast<utf8proc_int32_t>(character.code_point))
                         : UTF8PROC_CATEGORY_CN;
}

/// How many bytes of a word the character at `at` is; `first`: it begins the word.
std::size_t word_character(std::string_view text, std::size_t at, bool first) {
  const char c = text[at];
  if (is_ascii(c)) {
    const bool inside = c == '_' || c == '-' || c == '.';
    return is_digit(c) || is_letter(c) || (inside && !first) ? 1 : 0;
  }
  const Character character = character_at(text, at);
  const utf8proc_category_t category = category_at(character);
  const bool letter = category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
  return letter ? character.bytes.size() : 0;
}

std::size_t punctuation_bytes(std::string_view text, std::size_t at) {
  if (text.substr(at, 2) == "@@") return 2;
  return std::string_view("@()[]{},:?!=").find(text[at]) == std::string_view::npos ? 0 : 1;
}

std::optional<char32_t> hexadecimal(std::string_view digits) {
  char32_t value = 0;
  for (const char c : digits) {
    const bool letter = (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    if (!is_digit(c) && !letter) return std::nullopt;
    value = value * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
  }
  return digits.size() == 4 ? std::optional(value) : std::nullopt;
}

void append_utf8(std::string& text, char32_t c) {
  const auto byte = [&](char32_t value) { text += static_cast<char>(value); };
  if (c < 0x80) return byte(c);
  if (c < 0x800) return byte(0xC0 | c >> 6), byte(0x80 | (c & 0x3F));
  if (c < 0x10000) {
    byte(0xE0 | c >> 12);
  } else {
    byte(0xF0 | c >> 18);
    byte(0x80 | (c >> 12 & 0x3F));
  }
  byte(0x80 | (c >> 6 & 0x3F));
  byte(0x80 | (c & 0x3F));
}

/// Appends what `\uXXXX` at `at` means, two of them for a character beyond U+FFFF; 0: it means nothing.
std::size_t append_unicode_escape(std::string_view body, std::size_t at, std::string& text) {
  const auto first = hexadecimal(body.substr(at + 2, 4));
  if (!first || (*first >= 0xDC00 && *first < 0xE000)) return 0;
  if (*first < 0xD800 || *first >= 0xE000) {
    append_utf8(text, *first);
    return 6;
  }
  if (body.substr(at + 6, 2) != "\\u") return 0;
  const auto second = hexadecimal(body.substr(at + 8, 4));
  if (!second || *second < 0xDC00 || *second >= 0xE000) return 0;
  append_utf8(text, 0x10000 + ((*first - 0xD800) << 10) + (*second - 0xDC00));
  return 12;
}

/// Appends what the escape at `at` means and returns its bytes; 0: it means nothing.
std::size_t append_escape(std::string_view body, std::size_t at, std::string& text) {
  constexpr std::string_view names = "\"\\/bfnrt", meanings = "\"\\/\b\f\n\r\t";
  if (body[at + 1] == 'u') return append_unicode_escape(body, at, text);
  const std::size_t index = names.find(body[at + 1]);
  if (index == std::string_view::npos) return 0;
  text += meanings[index];
  return 2;
}

}  // namespace

Scanner::Scanner(std::string_view text) : text_(text) {
  constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
  if (text_.starts_with(byte_order_mark)) at_ = byte_order_mark.size();
}

std::string_view Scanner::text(const Token& token) const {
  return text_.substr(static_cast<std::size_t>(token.begin),
                      static_cast<std::size_t>(token.end - token.begin));
}

Token Scanner::token(Token::Kind kind, std::size_t bytes) {
  const Token token{kind, static_cast<int>(at_), static_cast<int>(at_ + bytes)};
  at_ += bytes;
  return token;
}

Token Scanner::next() {
  while (skip_blank() || skip_comment()) continue;
  if (at_ >= text_.size()) return token(Token::Kind::end, 0);
  if (text_.substr(at_, 2) == "\r\n") return token(Token::Kind::newline, 2);
  if (text_[at_] == '\n' || text_[at_] == '\r') return token(Token::Kind::newline, 1);
  if (text_[at_] == '"') return string();
  if (const std::size_t bytes = word_bytes(at_)) return token(Token::Kind::word, bytes);
  if (const std::size_t bytes = punctuation_bytes(text_, at_)) return token(Token::Kind::punctuation, bytes);
  return token(Token::Kind::invalid, character_at(text_, at_).bytes.size());
}

std::string_view Scanner::skip_line() {
  const std::size_t begin = at_;
  at_ = std::min(text_.find_first_of("\r\n", at_), text_.size());
  return text_.substr(begin, at_ - begin);
}

bool Scanner::skip_blank() {
  if (at_ >= text_.size()) return false;
  const char c = text_[at_];
  std::size_t bytes = c == ' ' || c == '\t' ? 1 : 0;
  if (!is_ascii(c)) {
    const Character character = character_at(text_, at_);
    if (category_at(character) == UTF8PROC_CATEGORY_ZS) bytes = character.bytes.size();
  }
  at_ += bytes;
  return bytes > 0;
}

bool Scanner::skip_comment() {
  if (text_.substr(at_, 2) == "//") {
    skip_line();
    return true;
  }
  if (text_.substr(at_, 2) != "/*" || at_ >= unclosed_from_) return false;
  const std::size_t close = text_.find("*/", at_ + 2);
  if (close == std::string_view::npos)
    unclosed_from_ = at_;
  else
    at_ = close + 2;
  return close != std::string_view::npos;
}

std::size_t Scanner::word_bytes(std::size_t at) const {
  std::size_t end = at;
  if (text_[at] == '-' && at + 1 < text_.size() && is_digit(text_[at + 1])) ++end;
  while (end < text_.size()) {
    const std::size_t bytes = word_character(text_, end, end == at);
    if (bytes == 0) break;
    end += bytes;
  }
  return end - at;
}

Token Scanner::string() {
  const auto is_control = [&](std::size_t at) { return static_cast<unsigned char>(text_[at]) < 0x20; };
  std::size_t end = at_ + 1;
  while (end < text_.size() && text_[end] != '"' && !is_control(end)) {
    const bool escapes = text_[end] == '\\' && end + 1 < text_.size() && !is_control(end + 1);
    end += escapes ? 2U : 1U;
  }
  if (end < text_.size() && text_[end] == '"') return token(Token::Kind::string, end + 1 - at_);
  return token(Token::Kind::invalid, end - at_);
}

bool is_number(std::string_view word) {
  if (word.starts_with('-')) word.remove_prefix(1);
  const std::size_t point = word.find('.');
  const auto digits = [](std::string_view part) {
    return !part.empty() && std::ranges::all_of(part, is_digit);
  };
  return digits(word.substr(0, point)) && (point == std::string_view::npos || digits(word.substr(point + 1)));
}

bool is_identifier(std::string_view word) {
  return word.size() <= 1000 && !word.starts_with('-') && word.find('.') == std::string_view::npos;
}

std::string unescaped(std::string_view token, std::size_t& unknown) {
  const std::string_view body = token.substr(1, token.size() - 2);
  std::string text;
  unknown = std::string_view::npos;
  for (std::size_t at = 0; at < body.size();) {
    if (body[at] != '\\') {
      text += body[at++];
      continue;
    }
    const std::size_t bytes = append_escape(body, at, text);
    if (bytes == 0 && unknown == std::string_view::npos) unknown = at + 1;
    at += bytes == 0 ? 1 + character_at(body, at + 1).bytes.size() : bytes;
  }
  return text;
}

}  // namespace miglint::prisma
