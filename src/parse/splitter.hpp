#pragma once

// Cuts a text that PostgreSQL's grammar refuses, or that is too large to read at once, into statements.
// Unlike pg_query_split_with_scanner it keeps BEGIN ATOMIC … END and CREATE RULE (…; …) whole, goes on past a
// quote that never closes, and sets aside what is not SQL: psql's commands and the data that follows COPY …
// FROM stdin in a dump.

#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

struct Piece {
  enum class Kind {
    sql,
    psql_command,  ///< a line that begins with a backslash
    copy_data,     ///< the rows after COPY … FROM stdin; up to and with the line `\.`
  };
  Kind kind = Kind::sql;
  Span span;  ///< from the first word to the last byte before the `;`
  /// Stands after a quote that never closes, cut at the first line that ends in `;`: a guess, whose own
  /// errors say nothing.
  bool guessed = false;
};

/// The pieces of text[range], in order; empty statements give none.
std::vector<Piece> split_statements(std::string_view text, Span range);

}  // namespace miglint
