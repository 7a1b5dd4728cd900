#include "catalog/inheritance.hpp"

#include <set>

namespace miglint {

/// Whether `descendant` inherits from `ancestor` at any distance; by way of `certain_only` tables whose
/// parents are known for sure.
static bool inherits_from(const Catalog& catalog, const RelationName& descendant,
                          const RelationName& ancestor, bool certain_only) {
  std::vector<RelationName> queue = {descendant};
  std::set<RelationName> seen = {descendant};
  const auto visit = [&](const RelationName& parent) {
    if (seen.insert(parent).second) queue.push_back(parent);
  };
  for (std::size_t at = 0; at < queue.size() && !seen.contains(ancestor); ++at) {
    const auto table = catalog.tables.find(queue[at]);
    if (table == catalog.tables.end() || (certain_only && !table->second.certain)) continue;
    for (const RelationName& parent : table->second.inherits) visit(parent);
    if (table->second.partition_of) visit(*table->second.partition_of);
  }
  return seen.contains(ancestor);
}

bool shares_identity(const Catalog& catalog) { return catalog.postgres >= 17; }

Circle circle_through(const Catalog& catalog, const RelationName& child, const RelationName& parent) {
  if (child == parent) return Circle::certain;
  // a table without children can't be its parent's ancestor; of a long chain's each new end that is so
  if (catalog.children_of(child).empty() || !inherits_from(catalog, parent, child, false))
    return Circle::none;
  return catalog.complete && inherits_from(catalog, parent, child, true) ? Circle::certain : Circle::possible;
}

}  // namespace miglint
