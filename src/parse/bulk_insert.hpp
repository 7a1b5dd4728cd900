#pragma once

// INSERT … VALUES with more rows than a tree is worth: it is read in parts that the grammar takes one after
// another, each as an INSERT of its own.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint {

struct BulkInsert {
  Span head;               ///< up to and with VALUES
  std::vector<Span> rows;  ///< each with its parentheses
  Span tail;               ///< ON CONFLICT, RETURNING
};

/// Nothing where the statement is another one, or not plainly of this form.
std::optional<BulkInsert> bulk_insert(std::string_view text, Span statement);

/// Rows that stand side by side in the text, as many as fit in `bytes`; at least one.
struct RowRange {
  std::size_t first = 0;
  std::size_t count = 0;
};
std::vector<RowRange> row_ranges(const BulkInsert& insert, int bytes);

/// The statement with these rows alone. What stands before them keeps its place.
std::string with_rows(std::string_view text, const BulkInsert& insert, RowRange range);
/// Where in the text a place of that statement stands.
int offset_with_rows(const BulkInsert& insert, RowRange range, int offset);

}  // namespace miglint
