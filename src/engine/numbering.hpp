#pragma once

// Rows that a window function numbers: a backfill that has to give each row a value of its own.
//
//   UPDATE t SET c = numbered.place
//     FROM (SELECT id, row_number() OVER (PARTITION BY g ORDER BY id) AS place FROM t) AS numbered
//     WHERE numbered.id = t.id;

#include <optional>
#include <string>
#include <vector>

#include "engine/row_scope.hpp"
#include "miglint/change.hpp"

namespace miglint {

/// The columns within whose groups the value differs from row to row, none for all rows; nothing where it is
/// not made of a row's number, or the number is not the row's own. `conditions` are the UPDATE's.
std::optional<std::vector<std::string>> numbered_within(const Assignment& assignment, const RowScope& scope,
                                                        const std::vector<Expression>& conditions,
                                                        const Catalog& catalog);

}  // namespace miglint
