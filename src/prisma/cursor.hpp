#pragma once

// The place in a file that a reader of it has come to.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prisma/scanner.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// More problems than anybody reads are counted no further.
inline constexpr std::size_t most_problems = 1000;

/// One token at a time, and what is wrong with the line so far. To look ahead, copy it.
class Cursor {
 public:
  Cursor(std::string_view text, int file, std::vector<Problem>& problems);

  const Token& token() const { return token_; }
  std::string_view text() const { return scanner_.text(token_); }
  bool at(Token::Kind kind) const { return token_.kind == kind; }
  bool at(std::string_view punctuation) const;
  bool at_identifier() const;
  bool at_line_end() const { return at(Token::Kind::newline) || at(Token::Kind::end); }

  void advance();
  bool take(std::string_view punctuation);
  /// Between brackets a line break is passed over, and remembered: Prisma refuses it, so the line is read on
  /// only to say so.
  void open();
  bool close(std::string_view bracket);

  /// Notes what the line lacks here, the first time.
  void miss(std::string_view what);
  /// Says what the line `is_not`, and goes on with the line behind it.
  void give_up_line(int begin, std::string_view is_not);
  /// Ends a line that is right but for its breaks; begin_line() forgets what was noted before.
  void finish_line(int begin);
  void begin_line();
  std::string_view skip_line();

  /// From there to the end of the last token that was passed.
  Place place_from(int begin) const { return {file_, begin, last_end_}; }
  Place place() const { return {file_, token_.begin, token_.end}; }
  void problem(std::string message, const Place& place);

 private:
  struct LineBreak {
    Token token;
    int last_end;
  };
  struct Miss {
    std::string what;
    Place place;
  };

  Scanner scanner_;
  Token token_;
  int file_;
  int last_end_ = 0;
  int open_ = 0;
  std::optional<LineBreak> line_break_;  // the first between brackets
  std::optional<Miss> miss_;
  std::vector<Problem>* problems_;
};

}  // namespace miglint::prisma
