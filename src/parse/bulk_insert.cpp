#include "parse/bulk_insert.hpp"

#include <algorithm>

#include "miglint/lexer.hpp"

namespace miglint {

std::optional<BulkInsert> bulk_insert(std::string_view text, Span statement) {
  Lexer lexer(text, statement.begin, statement.end);
  if (!is_word(lexer.text(lexer.next()), "insert")) return std::nullopt;
  BulkInsert insert;
  int depth = 0;
  int opened = 0;
  bool after_comma = true;
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    const std::string_view word = lexer.text(token);
    const bool in_values = insert.head.end > 0;
    if (token.kind == Token::Kind::unterminated) return std::nullopt;
    if (depth == 0 && !in_values) {
      if (is_word(word, "select") || is_word(word, "default")) return std::nullopt;
      if (is_word(word, "values")) insert.head = {statement.begin, token.span.end};
    } else if (depth == 0 && word == "(" && after_comma) {
      opened = token.span.begin;
    } else if (depth == 0 && word == ",") {
      after_comma = true;
    } else if (depth == 0) {
      insert.tail = {token.span.begin, statement.end};
      break;
    }
    depth += word == "(" ? 1 : word == ")" ? -1 : 0;
    if (in_values && depth == 0 && word == ")") {
      insert.rows.push_back({opened, token.span.end});
      after_comma = false;
    }
  }
  if (insert.rows.empty()) return std::nullopt;
  return insert;
}

std::vector<RowRange> row_ranges(const BulkInsert& insert, int bytes) {
  std::vector<RowRange> ranges;
  for (std::size_t row = 0; row < insert.rows.size(); ++row) {
    const bool fits =
        !ranges.empty() && insert.rows[row].end - insert.rows[ranges.back().first].begin <= bytes;
    if (!fits) ranges.push_back({.first = row});
    ++ranges.back().count;
  }
  return ranges;
}

/// The rows with what stands between them; the first ones with what stands after VALUES.
static Span extent(const BulkInsert& insert, RowRange range) {
  return {range.first == 0 ? insert.head.end : insert.rows[range.first].begin,
          insert.rows[range.first + range.count - 1].end};
}

std::string with_rows(std::string_view text, const BulkInsert& insert, RowRange range) {
  const auto part = [&](Span span) {
    return text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length()));
  };
  std::string sql(part(insert.head));
  if (range.first > 0) sql += ' ';
  return sql.append(part(extent(insert, range))).append(" ").append(part(insert.tail));
}

int offset_with_rows(const BulkInsert& insert, RowRange range, int offset) {
  const Span rows = extent(insert, range);
  const int head = insert.head.length() + (range.first > 0 ? 1 : 0);
  if (offset < head) return insert.head.begin + offset;
  if (offset < head + rows.length()) return rows.begin + offset - head;
  return insert.tail.length() > 0 ? insert.tail.begin + std::max(0, offset - head - rows.length() - 1)
                                  : rows.end;
}

}  // namespace miglint
