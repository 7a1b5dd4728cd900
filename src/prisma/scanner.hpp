#pragma once

// The tokens of schema.prisma. Its lines count, as in Prisma's grammar: a line break is a token; blanks and
// comments are none.

#include <string>
#include <string_view>

namespace miglint::prisma {

struct Token {
  enum class Kind {
    word,         ///< `User`, `db.VarChar`, `my-client`, `12.5`, `-1`, with letters of any script
    string,       ///< with its quotes
    punctuation,  ///< one of `( ) [ ] { } , : ? ! =`, `@` or `@@`
    newline,
    invalid,  ///< what no token begins with, a string or comment that is not closed
    end,
  };
  Kind kind = Kind::end;
  int begin = 0, end = 0;
};

/// Reads a text of less than 2 GB from its beginning to its end; any bytes will do.
class Scanner {
 public:
  explicit Scanner(std::string_view text);

  Token next();
  /// Goes on before the next line break, whatever stands there, and returns what was left out.
  std::string_view skip_line();
  /// Goes back to what follows a token.
  void go_behind(const Token& token) { at_ = static_cast<std::size_t>(token.end); }
  std::string_view text(const Token& token) const;

 private:
  bool skip_blank();
  bool skip_comment();
  Token token(Token::Kind kind, std::size_t bytes);
  std::size_t word_bytes(std::size_t at) const;
  Token string();

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t unclosed_from_ = std::string_view::npos;  // no comment ends behind here
};

/// `12`, `-1.5`.
bool is_number(std::string_view word);
/// A name as blocks, fields and arguments have it, of at most a thousand bytes, for many problems repeat it.
bool is_identifier(std::string_view word);
/// The string that a token with its quotes means. What no escape begins is left out, as Prisma does;
/// `unknown`: where the first of them stands, or npos.
std::string unescaped(std::string_view token, std::size_t& unknown);

}  // namespace miglint::prisma
