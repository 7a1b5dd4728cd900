#include "parse/word_pattern.hpp"

#include <algorithm>

#include "miglint/lexer.hpp"

namespace miglint {

std::vector<Word> words_of(std::string_view text, Span statement) {
  constexpr std::size_t enough = 4000;
  std::vector<Word> words;
  Lexer lexer(text, statement.begin, statement.end);
  for (Token token = lexer.next(); token.kind != Token::Kind::end && words.size() < enough;
       token = lexer.next()) {
    std::string word(lexer.text(token).substr(0, 200));
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) {
      std::transform(word.begin(), word.end(), word.begin(),
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    } else if (token.kind == Token::Kind::string) {
      word = "'";
    }
    words.push_back({std::move(word), token.span});
  }
  return words;
}

static std::vector<std::string_view> split(std::string_view pattern) {
  std::vector<std::string_view> parts;
  while (!pattern.empty()) {
    const std::size_t end = std::min(pattern.find(' '), pattern.size());
    parts.push_back(pattern.substr(0, end));
    pattern.remove_prefix(std::min(end + 1, pattern.size()));
  }
  return parts;
}

bool matches_from(const std::vector<Word>& words, std::size_t at,
                  const std::vector<std::string_view>& pattern, std::size_t from) {
  for (std::size_t i = from; i < pattern.size(); ++i, ++at) {
    if (pattern[i] == "…") {
      for (std::size_t next = at; next < words.size(); ++next) {
        if (matches_from(words, next, pattern, i + 1)) return true;
      }
      return false;
    }
    if (at >= words.size()) return false;
    const std::string_view wanted = pattern[i] == "\\*" ? "*" : pattern[i];
    if (pattern[i] != "*" && wanted != words[at].text) return false;
  }
  return true;
}

bool has_phrase(const std::vector<Word>& words, std::string_view pattern) {
  std::vector<std::string_view> parts = split(pattern);
  if (parts.front() == "^") return matches_from(words, 0, parts, 1);
  for (std::size_t at = 0; at < words.size(); ++at) {
    if (matches_from(words, at, parts)) return true;
  }
  return false;
}

}  // namespace miglint
