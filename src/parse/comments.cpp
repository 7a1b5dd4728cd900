#include "parse/comments.hpp"

#include <algorithm>

#include "miglint/lexer.hpp"

namespace miglint {
namespace {

/// Past the block comment that begins at `at`, its nested ones included.
std::size_t block_end(std::string_view text, std::size_t at) {
  int depth = 0;
  while (at + 1 < text.size()) {
    const std::string_view pair = text.substr(at, 2);
    if (pair == "/*") ++depth;
    if (pair == "*/" && --depth == 0) return at + 2;
    at += pair == "/*" || pair == "*/" ? 2 : 1;
  }
  return text.size();
}

/// The comments in a stretch that holds nothing else but blanks.
void collect(std::string_view text, int from, int to, std::vector<Comment>& into) {
  for (auto at = static_cast<std::size_t>(from); at < static_cast<std::size_t>(to);) {
    const std::string_view pair = text.substr(at, 2);
    if (pair != "--" && pair != "/*") {
      ++at;
      continue;
    }
    const std::size_t end =
        pair == "--" ? std::min(text.find_first_of("\r\n", at), text.size()) : block_end(text, at);
    into.push_back({.span = {static_cast<int>(at), static_cast<int>(end)}});
    at = end;
  }
}

}  // namespace

std::vector<Comment> find_comments(std::string_view text) {
  std::vector<Comment> comments;
  Lexer lexer(text);
  int from = 0;
  for (;;) {
    const Token token = lexer.next();
    const bool open_comment =
        token.kind == Token::Kind::unterminated &&
        text.substr(static_cast<std::size_t>(token.span.begin), 1).find_first_of("'\"$") != 0;
    collect(text, from, open_comment ? token.span.end : token.span.begin, comments);
    if (token.kind == Token::Kind::end || token.kind == Token::Kind::unterminated) return comments;
    from = token.span.end;
  }
}

}  // namespace miglint
