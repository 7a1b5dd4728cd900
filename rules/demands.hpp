#pragma once

// What the rows that are there must bear in a column: the keys, references and checks that the table has, and
// those that the rest of the migration gives it.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

/// No two rows may agree in these columns.
struct KeyDemand {
  std::vector<std::string> columns;
  bool nulls_agree = false;  ///< NULLS NOT DISTINCT
  bool primary = false;
  bool same_statement = false;  ///< made by the statement at hand
};

/// Each value must be a row's of another table.
struct ReferenceDemand {
  std::vector<std::string> columns;
  RelationName referenced;
  std::vector<std::string> referenced_columns;  ///< one for each column
};

struct Demands {
  std::vector<KeyDemand> keys;
  std::vector<ReferenceDemand> references;
  std::vector<Expression> checks;
  bool not_null = false;
};

/// Those that name the column, which may be about to be added.
Demands demands_on(const Step& step, const RelationName& table, std::string_view column);

/// The columns of a foreign key that points at the table, and what of the table they point at.
struct Child {
  RelationName table;
  std::vector<std::string> columns;
  std::vector<std::string> referenced_columns;
};
std::vector<Child> children_of(const Step& step, const RelationName& table);

/// What tells the table's rows apart: its primary key's columns, else another unique key's without NULLs;
/// empty where there is none.
std::vector<std::string> row_key(const Step& step, const RelationName& table);

/// The columns that a foreign key refers to, written or not.
std::vector<std::string> referenced_columns(const Step& step, const AddForeignKey& key);

}  // namespace miglint
