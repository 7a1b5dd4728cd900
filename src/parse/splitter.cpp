#include "parse/splitter.hpp"

#include <algorithm>

#include "miglint/lexer.hpp"

namespace miglint {
namespace {

using namespace std::string_view_literals;  // their lengths are known to -Os, too

/// Reads one statement after the other. What decides whether a `;` ends one is remembered from its first
/// words on.
class Splitter {
 public:
  Splitter(std::string_view text, Span range)
      : text_(text), end_(range.end), lexer_(text, range.begin, range.end) {}

  std::vector<Piece> split() {
    while (read_piece()) {
    }
    return std::move(pieces_);
  }

 private:
  bool read_piece() {
    Token token = lexer_.next();
    while (lexer_.text(token) == ";"sv) token = lexer_.next();
    if (token.kind == Token::Kind::end) return false;
    if (lexer_.text(token) == "\\"sv) return psql_command(token.span.begin);
    return statement(token);
  }

  bool psql_command(int begin) {
    const std::size_t line_end =
        std::min(text_.find('\n', static_cast<std::size_t>(begin)), static_cast<std::size_t>(end_));
    const std::size_t last = text_.find_last_not_of("\r\n\t ", line_end);
    pieces_.push_back(
        {.kind = Piece::Kind::psql_command, .span = {begin, static_cast<int>(std::min(last + 1, line_end))}});
    lexer_.move_to(static_cast<int>(line_end));
    return true;
  }

  bool statement(Token token) {
    const int begin = token.span.begin;
    int last = begin;
    Words words;
    for (; token.kind != Token::Kind::end; token = lexer_.next()) {
      const std::string_view word = lexer_.text(token);
      if (word == ";"sv && words.ends_statement()) break;
      words.see(token, word);
      last = token.kind == Token::Kind::unterminated ? resume_after(token.span.begin) : token.span.end;
    }
    pieces_.push_back({.kind = Piece::Kind::sql, .span = {begin, last}, .guessed = guessing_});
    guessing_ = guessing_ || recovered_;
    if (words.copies_from_stdin()) copy_data();
    return token.kind != Token::Kind::end;
  }

  /// A quote that never closes swallows the rest. Most often a line ends in `;` before the next statement: go
  /// on there. An open comment swallows what it should.
  int resume_after(int quote) {
    const std::string_view rest = text_.substr(0, static_cast<std::size_t>(end_));
    const std::size_t stop = text_[static_cast<std::size_t>(quote)] == '/'
                                 ? std::string_view::npos
                                 : rest.find(";\n", static_cast<std::size_t>(quote));
    if (stop == std::string_view::npos) return end_;
    recovered_ = true;
    lexer_.move_to(static_cast<int>(stop));
    return static_cast<int>(stop);
  }

  /// Past the line `\.`; nothing when there is none (the rows come from elsewhere).
  void copy_data() {
    const std::string_view rest = text_.substr(0, static_cast<std::size_t>(end_));
    const std::size_t from = rest.find('\n', static_cast<std::size_t>(lexer_.position()));
    const std::size_t stop = from == std::string_view::npos ? from : rest.find("\n\\.", from);
    if (stop == std::string_view::npos) return;
    const int end = static_cast<int>(stop) + 3;
    pieces_.push_back({.kind = Piece::Kind::copy_data, .span = {static_cast<int>(from) + 1, end}});
    lexer_.move_to(end);
  }

  /// What the statement's words say about where it ends.
  class Words {
   public:
    void see(const Token& token, std::string_view word) {
      if (word == "("sv) ++depth_;
      if (word == ")"sv) --depth_;
      if (token.kind != Token::Kind::word) {
        previous_ = {};
        return;
      }
      if (count_ == 0) first_ = word;
      if (is_word(word, "rule"sv) && count_ < 4 && is_word(first_, "create"sv)) rule_ = true;
      if (is_word(word, "function"sv) || is_word(word, "procedure"sv))
        routine_ = routine_ || (count_ < 4 && is_word(first_, "create"sv));
      see_body(word);
      if (is_word(word, "stdin"sv) && is_word(previous_, "from"sv) && is_word(first_, "copy"sv))
        stdin_ = true;
      previous_ = word;
      ++count_;
    }
    bool ends_statement() const { return body_ == 0 && !(rule_ && depth_ > 0); }
    bool copies_from_stdin() const { return stdin_; }

   private:
    /// BEGIN ATOMIC opens the body of a routine; CASE inside it ends with END too.
    void see_body(std::string_view word) {
      if (routine_ && body_ == 0 && is_word(word, "atomic"sv) && is_word(previous_, "begin"sv)) {
        body_ = 1;
      } else if (body_ > 0 && is_word(word, "case"sv)) {
        ++body_;
      } else if (body_ > 0 && is_word(word, "end"sv)) {
        --body_;
      }
    }

    std::string_view first_, previous_;
    int count_ = 0;
    int depth_ = 0;
    int body_ = 0;
    bool rule_ = false;
    bool routine_ = false;
    bool stdin_ = false;
  };

  std::string_view text_;
  int end_;
  Lexer lexer_;
  std::vector<Piece> pieces_;
  bool recovered_ = false;  ///< went on past a quote that never closes
  bool guessing_ = false;   ///< … and is now beyond it
};

}  // namespace

std::vector<Piece> split_statements(std::string_view text, Span range) {
  return Splitter(text, range).split();
}

}  // namespace miglint
