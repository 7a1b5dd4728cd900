#include <algorithm>

#include "miglint/lexer.hpp"
#include "miglint/tokens.hpp"

namespace miglint {

std::string normalised(std::string_view sql) {
  std::string joined;
  joined.reserve(sql.size());
  Lexer lexer(sql);
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (!joined.empty()) joined += ' ';
    const auto begin = static_cast<std::ptrdiff_t>(joined.size());
    joined += lexer.text(token);
    if (token.kind == Token::Kind::word || token.kind == Token::Kind::number) {
      std::transform(joined.begin() + begin, joined.end(), joined.begin() + begin,
                     [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c; });
    }
  }
  return joined;
}

}  // namespace miglint
