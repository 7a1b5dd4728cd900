#include <algorithm>

#include "miglint/tokens.hpp"
#include "parse/lexer.hpp"

namespace miglint {

std::string normalised(std::string_view sql) {
  std::string joined;
  Lexer lexer(sql);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (!joined.empty()) joined += ' ';
    std::string word(lexer.text(token));
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) {
      std::transform(word.begin(), word.end(), word.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    }
    joined += word;
  }
  return joined;
}

}  // namespace miglint
