#pragma once

// A query with its scopes: which FROM items a name in it can mean. What a view depends on, and what columns
// a query has, follows from these; a flat list of names can't tell.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/expression.hpp"
#include "miglint/name.hpp"

namespace miglint {

struct ScopedQuery;
using ScopedQueryPtr = std::shared_ptr<const ScopedQuery>;

/// A column as an expression writes it: `c`, `t.c`, `t.*`, `*`, `(t).c`. The star is written "*".
struct ColumnReference {
  std::string qualifier;
  std::string column;
  /// of `(x).f`, where x is a column of composite type or a FROM item as a whole
  std::string field;
};

/// What the expressions of one place name: their columns, and their sub-selects, which have scopes of their
/// own below this one.
struct NamesUsed {
  std::vector<ColumnReference> columns;
  std::vector<ScopedQueryPtr> subqueries;
};

/// One item of a FROM clause.
struct FromItem {
  enum class Kind {
    relation,  ///< a table, a view, or a WITH query of that name
    subquery,
    function,  ///< `columns` where the call tells them
    join,      ///< of `sides`
    other,     ///< XMLTABLE, TABLESAMPLE's arguments, …: its columns are not known
  };
  Kind kind = Kind::other;
  std::string alias;                        ///< empty: none
  std::vector<std::string> column_aliases;  ///< for the first columns
  RelationName relation;
  ScopedQueryPtr subquery;
  bool lateral = false;
  std::vector<std::string> columns;
  bool columns_known = false;
  std::vector<FromItem> sides;
  std::vector<std::string> using_columns;
  bool natural = false;
  NamesUsed names;  ///< a function's arguments, a join's condition
};

struct CommonTable {
  std::string name;
  std::vector<std::string> column_aliases;
  ScopedQueryPtr query;  ///< null: it changes rows, or adds columns by SEARCH or CYCLE
  bool recursive = false;
};

/// A SELECT, VALUES or set operation.
struct ScopedQuery {
  struct Target {
    std::string name;       ///< as PostgreSQL derives it; empty: that of its only sub-select's first column
    bool star = false;      ///< `*`, `t.*`, `(t).*`
    std::string qualifier;  ///< of a star
    Expression value;       ///< without a text; `other` where sub-selects are inside
  };
  std::vector<CommonTable> with;
  std::vector<FromItem> from;
  std::vector<Target> targets;
  NamesUsed names;  ///< of everything that is neither in FROM nor in WITH
  /// of a set operation, whose names are the left one's
  ScopedQueryPtr left, right;
};

}  // namespace miglint
