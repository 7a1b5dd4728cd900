// Names belong to the innermost query level that has them (parse_relation.c, colNameToVar).

#include "catalog/scope.hpp"

#include <algorithm>

namespace miglint {

const ScopeColumn* column_named(const std::vector<ScopeColumn>& columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name, &ScopeColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

const ScopeItem* item_named(const std::string& alias, const Scope& scope) {
  for (auto level = scope.rbegin(); level != scope.rend(); ++level) {
    const auto found = std::ranges::find((*level)->items, alias, &ScopeItem::alias);
    if (found != (*level)->items.end()) return &*found;
  }
  return nullptr;
}

NameFound look_up(const ColumnReference& name, const Scope& scope) {
  NameFound found;
  if (!name.qualifier.empty()) {
    const ScopeItem* item = item_named(name.qualifier, scope);
    if (item == nullptr) return found;
    found.column = column_named(item->columns, name.column);
    if (found.column == nullptr && !item->known) found.candidates.push_back(item);
    return found;
  }
  for (auto level = scope.rbegin(); level != scope.rend(); ++level) {
    found.column = column_named((*level)->columns, name.column);
    if (found.column != nullptr) return found;
    for (const ScopeItem& item : (*level)->items)
      if (!item.known) found.candidates.push_back(&item);
  }
  found.whole = item_named(name.column, scope);
  return found;
}

}  // namespace miglint
