#pragma once

// A small reader of PostgreSQL's lexical structure (scan.l), for the places that must not pay for
// pg_query_scan, or that it refuses: trimming a statement's span, finding where an expression's text ends,
// cutting a file that does not parse into statements. It knows quotes of every kind ('…', E'…', U&'…', "…",
// $tag$…$tag$), comments (-- and nested /* */), words, numbers and operators; nothing else.

#include <string_view>

#include "miglint/source.hpp"

namespace miglint {

struct Token {
  enum class Kind {
    end,
    word,        ///< an unquoted identifier or keyword
    identifier,  ///< "…"
    string,      ///< '…' with its prefix, $tag$…$tag$
    number,
    symbol,        ///< ( ) [ ] , ; . : \ one by one; an operator as a whole
    unterminated,  ///< a quote or comment that never closes: reaches to the end
  };
  Kind kind = Kind::end;
  Span span;
};

class Lexer {
 public:
  /// Reads text[from, to). Offsets of tokens are into `text`.
  Lexer(std::string_view text, int from, int to)
      : text_(text.substr(0, static_cast<std::size_t>(to))), at_(static_cast<std::size_t>(from)) {}
  explicit Lexer(std::string_view text) : text_(text) {}

  Token next();
  std::string_view text(const Token& token) const {
    return text_.substr(static_cast<std::size_t>(token.span.begin),
                        static_cast<std::size_t>(token.span.length()));
  }
  int position() const { return static_cast<int>(at_); }
  void move_to(int offset) { at_ = static_cast<std::size_t>(offset); }
  /// How deep comments were nested in one another so far.
  int comment_nesting() const { return comment_nesting_; }

 private:
  char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
  bool skip_blanks();
  bool skip_block_comment();
  Token::Kind lex();
  Token::Kind quoted(char quote, bool escapes, Token::Kind kind);
  Token::Kind dollar();
  Token::Kind word();
  void number();
  void operators();

  std::string_view text_;
  std::size_t at_ = 0;
  int comment_nesting_ = 0;
};

/// Whether the token is this word, whatever its case; `word` in lower case.
bool is_word(std::string_view token, std::string_view word);

/// The first byte at or after `from` that is neither blank nor inside a comment; `to` when there is none.
int skip_blanks_and_comments(std::string_view text, int from, int to);

}  // namespace miglint
