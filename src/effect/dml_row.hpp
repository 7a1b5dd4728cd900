#pragma once

// A row that an INSERT writes, as far as it is known, and the partition that takes it.

#include <set>

#include "effect/dml.hpp"

namespace miglint {

class Row {
 public:
  /// `values` are those of `columns`, null where the table has no such column.
  Row(const Catalog& catalog, const Table& table, const std::vector<const Column*>& columns,
      const std::vector<Expression>& values);

  const RowValues& known() const { return known_; }
  /// A required column that gets NULL; null: none is known to.
  const Column* null_column() const;
  /// The row's values of these columns, all of them constants; empty: not known, or one of them NULL.
  std::string key(const std::vector<std::string>& columns) const;

 private:
  void take(const Column& column, const Expression& value);
  void take_left_out(const Column& column);

  const Catalog& catalog_;
  const Table& table_;
  std::set<std::string_view> given_;
  RowValues known_;
};

/// Which of a partitioned table's partitions takes the row, all the way down.
struct Routed {
  bool known = true;
  const Table* table = nullptr;  ///< null: none does
};
Routed route(const Catalog& catalog, const Table& table, const RowValues& row);
/// The partition's bounds keep the row out of it.
bool is_elsewhere(const Catalog& catalog, const Table& partition, const RowValues& row);

}  // namespace miglint
