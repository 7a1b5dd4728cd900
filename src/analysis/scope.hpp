#pragma once

// What a name in a query can mean: FROM items and their columns, query level by query level.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/query.hpp"

namespace miglint {

/// Of a column whose type is not known.
inline const TypeName no_type_name;

/// A column as an expression writes it: `c`, `t.c`; a star is written "*".
struct ColumnReference {
  std::string_view qualifier;
  std::string_view column;
};

/// Made for each column of each FROM item, and few are looked at: it refers to the catalog's, the query's and
/// the Analyser's own strings and types.
struct ScopeColumn {
  std::string_view name;
  const TypeName* type = &no_type_name;
  const RelationName* collation = nullptr;  ///< none: the type's own
  const RelationName* relation = nullptr;   ///< whose column it is; none: computed
  std::string_view original;                ///< its name there
  /// false: something that was not understood may have changed it
  bool sure = true;
  int item = 0;  ///< tells the columns of one item from those of others
  /// a target that is a literal, which takes the type that it meets
  const Expression* literal = nullptr;
};

/// A FROM item that a qualifier can mean.
struct ScopeItem {
  std::string alias;
  RelationName relation;  ///< empty: a sub-select, a function
  std::vector<ScopeColumn> columns;
  bool aliased = false;  ///< not by its relation's own name
  bool known = true;     ///< false: it may have more columns
  bool sure = true;      ///< false: it may have more columns, or others
  bool system_columns = false;
  TypeName scalar;  ///< of a function's single value, which the item's name alone means
  int number = 0;
};

/// A FROM clause, or one side of a join: what unqualified names mean, in the order of `*`.
struct ScopeLevel {
  std::vector<ScopeItem> items;
  std::vector<ScopeColumn> columns;
  bool known = true;
  bool sure = true;
};

/// The levels a name is looked up in, the innermost last.
using Scope = std::vector<const ScopeLevel*>;

/// What a name was found to be.
struct NameFound {
  const ScopeColumn* column = nullptr;
  const ScopeItem* whole = nullptr;          ///< the name means a FROM item, all of its row
  const ScopeItem* item = nullptr;           ///< the one that the qualifier means
  std::vector<const ScopeItem*> candidates;  ///< items that may have it
  bool ambiguous = false;                    ///< two columns of one level
  bool innermost = true;                     ///< found in the query's own FROM
};

/// The column of this name; null when there is none.
const ScopeColumn* column_named(const std::vector<ScopeColumn>& columns, std::string_view name);
/// The innermost FROM item that the qualifier means; null when there is none.
const ScopeItem* item_named(std::string_view alias, const Scope& scope);
/// The innermost level that has the column, and whatever further in may have it too.
NameFound look_up(const ColumnReference& name, const Scope& scope);
/// Gives the first columns other names; where not all columns are known there may be more names than are
/// known.
void rename_columns(std::vector<ScopeColumn>& columns, const std::vector<std::string>& names, bool known);
/// Everything in it is known: what is not found is not there.
bool is_sure(const Scope& scope);
/// Every table has it, and no CREATE TABLE names it: tableoid, ctid, xmin, …
bool is_system_column(std::string_view column);

}  // namespace miglint
