#pragma once

// What a name in a query can mean: FROM items and their columns, query level by query level.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/boxed.hpp"
#include "miglint/query.hpp"

namespace miglint {

struct ScopeColumn {
  std::string name;
  TypeName type;
  Boxed<RelationName> collation;
  RelationName relation;  ///< whose column it is; empty: computed
  std::string original;   ///< its name there
};

/// A FROM item that a qualifier can mean.
struct ScopeItem {
  std::string alias;
  RelationName relation;  ///< empty: a sub-select, a function
  std::vector<ScopeColumn> columns;
  bool known = true;  ///< false: it may have more columns
};

/// A FROM clause, or one side of a join: what unqualified names mean, in the order of `*`.
struct ScopeLevel {
  std::vector<ScopeItem> items;
  std::vector<ScopeColumn> columns;
  bool known = true;
};

/// The levels a name is looked up in, the innermost last.
using Scope = std::vector<const ScopeLevel*>;

/// What a name was found to be.
struct NameFound {
  const ScopeColumn* column = nullptr;
  const ScopeItem* whole = nullptr;          ///< the name means a FROM item, all of its row
  std::vector<const ScopeItem*> candidates;  ///< items that may have it
};

/// The column of this name; null when there is none.
const ScopeColumn* column_named(const std::vector<ScopeColumn>& columns, std::string_view name);
/// The innermost FROM item that the qualifier means; null when there is none.
const ScopeItem* item_named(const std::string& alias, const Scope& scope);
/// The innermost level that has the column, and whatever further in may have it too.
NameFound look_up(const ColumnReference& name, const Scope& scope);

}  // namespace miglint
