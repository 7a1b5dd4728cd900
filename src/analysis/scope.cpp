// Names belong to the innermost query level that has them (parse_relation.c, colNameToVar).

#include "analysis/scope.hpp"

#include <algorithm>

namespace miglint {

const ScopeColumn* column_named(const std::vector<ScopeColumn>& columns, std::string_view name) {
  const auto found = std::ranges::find(columns, name, &ScopeColumn::name);
  return found == columns.end() ? nullptr : &*found;
}

const ScopeItem* item_named(std::string_view alias, const Scope& scope) {
  for (auto level = scope.rbegin(); level != scope.rend(); ++level) {
    const auto found = std::ranges::find((*level)->items, alias, &ScopeItem::alias);
    if (found != (*level)->items.end()) return &*found;
  }
  return nullptr;
}

static NameFound look_up_in_item(const ColumnReference& name, const Scope& scope) {
  NameFound found{.item = item_named(name.qualifier, scope)};
  if (found.item == nullptr) return found;
  for (const ScopeLevel* level : scope)
    if (std::ranges::count(level->items, name.qualifier, &ScopeItem::alias) > 1) {
      found.candidates = {found.item, found.item};  // of two schemas: which one is not told by this alone
      return found;
    }
  found.column = column_named(found.item->columns, name.column);
  if (found.column == nullptr && !found.item->known) found.candidates.push_back(found.item);
  const std::vector<ScopeItem>& own = scope.back()->items;
  found.innermost = !own.empty() && found.item >= own.data() && found.item < own.data() + own.size();
  return found;
}

NameFound look_up(const ColumnReference& name, const Scope& scope) {
  if (!name.qualifier.empty()) return look_up_in_item(name, scope);
  NameFound found;
  for (auto level = scope.rbegin(); level != scope.rend(); ++level) {
    found.innermost = level == scope.rbegin();
    found.column = column_named((*level)->columns, name.column);
    if (found.column != nullptr) {
      found.ambiguous = std::ranges::count((*level)->columns, name.column, &ScopeColumn::name) > 1;
      return found;
    }
    for (const ScopeItem& item : (*level)->items)
      if (!item.known) found.candidates.push_back(&item);
  }
  found.whole = item_named(name.column, scope);
  return found;
}

void rename_columns(std::vector<ScopeColumn>& columns, const std::vector<std::string>& names, bool known) {
  if (!known && columns.size() < names.size()) columns.resize(names.size());
  for (std::size_t at = 0; at < std::min(names.size(), columns.size()); ++at) columns[at].name = names[at];
}

bool is_sure(const Scope& scope) {
  return std::ranges::all_of(scope, [](const ScopeLevel* level) {
    return level->sure && std::ranges::all_of(level->items, [](const ScopeItem& item) { return item.sure; });
  });
}

}  // namespace miglint
