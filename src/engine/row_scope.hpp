#pragma once

// The rows in reach of an UPDATE's values and of a sub-select in them: the target's own row, and those that
// FROM adds.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"
#include "miglint/evidence.hpp"

namespace miglint {

class RowScope {
 public:
  /// A column in a row of the scope.
  struct Cell {
    static constexpr int target = -1;
    int place = target;  ///< index of the source's table
    RelationName relation;
    std::string column;
    bool optional = false;  ///< of an outer join's side that may be missing
    friend bool operator==(const Cell&, const Cell&) = default;
  };

  /// `source` may be null: the target's row alone. All are kept by reference.
  RowScope(const RelationName& table, std::string_view alias, const RowSource* source, const Catalog& catalog,
           const Evidence& evidence)
      : table_(table), alias_(alias), source_(source), catalog_(catalog), evidence_(evidence) {}

  const RelationName& table() const { return table_; }
  std::string_view alias() const { return alias_; }

  /// The expression that a sub-select gives this column, where the column is one of a sub-select's.
  std::optional<Expression> computed(const Expression& column) const;
  /// Where the column is; nothing where that can't be told.
  std::optional<Cell> cell(const Expression& column) const;
  bool never_null(const Cell& cell) const;

  /// Each row of the target finds, in every table of the source that takes rows away, one with which all of
  /// the conditions hold: foreign keys over required columns see to it. `own` conditions are left aside.
  bool every_row_matches(const std::vector<Expression>& conditions,
                         const std::function<bool(const Expression&)>& own) const;

 private:
  std::optional<Cell> in_target(const Expression& column) const;
  std::optional<Cell> in_source(const Expression& column) const;

  const RelationName& table_;
  std::string_view alias_;
  const RowSource* source_;
  const Catalog& catalog_;
  const Evidence& evidence_;
};

/// The parts of a WHERE that all hold, after those of the source it stands with.
std::vector<Expression> conditions_of(const RowSource& source, const Boxed<Expression>& where);

}  // namespace miglint
