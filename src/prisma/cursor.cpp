#include "prisma/cursor.hpp"

#include <fmt/format.h>
#include <utility>

#include "miglint/characters.hpp"

namespace miglint::prisma {

namespace {

/// A string that is not closed may be long.
std::string shortened(std::string_view text) {
  std::size_t bytes = 40;
  if (text.size() <= bytes) return std::string(text);
  while (bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0U) == 0x80) --bytes;
  return std::string(text.substr(0, bytes)) + "…";
}

}  // namespace

Cursor::Cursor(std::string_view text, int file, std::vector<Problem>& problems)
    : scanner_(text), token_(scanner_.next()), file_(file), problems_(&problems) {}

bool Cursor::at(std::string_view punctuation) const {
  return token_.kind == Token::Kind::punctuation && text() == punctuation;
}

bool Cursor::at_identifier() const { return at(Token::Kind::word) && is_identifier(text()); }

void Cursor::advance() {
  last_end_ = token_.end;
  token_ = scanner_.next();
  while (open_ > 0 && at(Token::Kind::newline)) {
    if (!line_break_) line_break_ = {token_, last_end_};
    token_ = scanner_.next();
  }
}

bool Cursor::take(std::string_view punctuation) {
  if (!at(punctuation)) return false;
  advance();
  return true;
}

void Cursor::open() {
  ++open_;
  advance();
}

bool Cursor::close(std::string_view bracket) {
  if (!at(bracket)) {
    miss(fmt::format("a \"{}\"", bracket));
    return false;
  }
  --open_;
  advance();
  return true;
}

void Cursor::miss(std::string_view what) {
  if (!miss_) miss_ = {std::string(what), place()};
}

void Cursor::begin_line() {
  open_ = 0;
  line_break_.reset();
  miss_.reset();
}

void Cursor::give_up_line(int begin, std::string_view is_not) {
  const Miss miss = miss_.value_or(Miss{"the end of the line", place()});
  const std::string_view found = scanner_.text({Token::Kind::word, miss.place.begin, miss.place.end});
  const bool in_line = !line_break_ && found.find_first_not_of("\r\n") != std::string_view::npos;
  if (line_break_) {  // what stands behind it is no part of a line that is wrong
    token_ = line_break_->token;
    last_end_ = line_break_->last_end;
    scanner_.go_behind(token_);
  }
  begin_line();
  while (!at_line_end()) advance();
  problem(fmt::format("This line is not {}: expected {}, found {}.", is_not, miss.what,
                      in_line ? json_string(shortened(found)) : "its end"),
          in_line ? miss.place : place_from(begin));
}

void Cursor::finish_line(int begin) {
  if (line_break_)
    problem("A line of Prisma's schema language ends at its line break, between brackets as well.",
            place_from(begin));
}

std::string_view Cursor::skip_line() {
  const std::string_view skipped = scanner_.skip_line();
  token_ = scanner_.next();
  last_end_ = token_.begin;
  return skipped;
}

void Cursor::problem(std::string message, const Place& place) {
  if (problems_->size() < most_problems) problems_->push_back({std::move(message), place});
}

}  // namespace miglint::prisma
