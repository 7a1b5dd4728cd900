#pragma once

// What this migration has already taken care of by the time a statement runs. The safer paths are SQL in the same file, so a linter that does not
// recognise them punishes those who did right. Kept by src/engine/evidence, asked by the effects' row failures and by the rules.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"

namespace miglint {

/// How surely a hazard is gone. `plausible`: a mitigation is there that may not cover every row, or that other sessions can undo before
/// the statement runs; it leaves a warning that says what to verify.
enum class Proof { none, plausible, proven };

/// Facts about rows, as of the statement at hand. Tables are resolved names.
class Evidence {
 public:
  virtual ~Evidence() = default;
  /// The table holds no rows: made by this migration and not filled since, truncated, deleted from without WHERE.
  virtual Proof no_rows(const RelationName& table) const = 0;
  /// The column holds no NULL.
  virtual Proof no_nulls(const RelationName& table, std::string_view column) const = 0;
  /// The column holds nothing but NULL: added by this migration, nullable, without default, not filled since.
  virtual Proof all_null(const RelationName& table, std::string_view column) const = 0;
  /// The column's values were copied somewhere before: an UPDATE or INSERT … SELECT of this migration reads it into another column.
  virtual Proof copied(const RelationName& table, std::string_view column) const = 0;
  /// The table's rows were copied into another table by this migration.
  virtual Proof rows_copied(const RelationName& table) const = 0;
};

}  // namespace miglint
