// ALTER … OWNER TO and REASSIGN OWNED: of interest to DROP OWNED alone.

#include <algorithm>

#include "catalog/replay.hpp"
#include "catalog/routines.hpp"

namespace miglint {

static void set_owner_of_type(Catalog& catalog, const RelationName& name, const std::string& role) {
  if (Enum* enumeration = edit(catalog, &Catalog::enums, name)) enumeration->owner = role;
  if (Domain* domain = edit(catalog, &Catalog::domains, name)) domain->owner = role;
  if (Composite* composite = edit(catalog, &Catalog::composites, name)) composite->owner = role;
}

/// Of all that have the name, where no arguments tell which is meant.
static void set_owner_of_functions(Catalog& catalog, const ChangeOwner& change, const std::string& role) {
  const FunctionName name = function_name(catalog, change.name);
  const std::vector<TypeName> types = resolved(catalog, change.arguments.value_or(std::vector<TypeName>()));
  save_functions(catalog, name);
  const auto [begin, end] = catalog.functions.equal_range(name);
  for (auto function = begin; function != end; ++function)
    if (!change.arguments || takes(function->second, types)) function->second.owner = role;
}

Replayed apply(Replaying& replaying, const ChangeOwner& change) {
  Catalog& catalog = replaying.catalog;
  const std::string role = role_named(catalog, change.role);
  switch (change.kind) {
    case ObjectKind::type:
    case ObjectKind::domain:
      set_owner_of_type(catalog, resolve_type(catalog, change.name), role);
      break;
    case ObjectKind::function:
    case ObjectKind::procedure:
      set_owner_of_functions(catalog, change, role);
      break;
    default:
      set_owner_of_relation(catalog, catalog.resolve(change.name), role);
      break;
  }
  return Replayed::done;
}

template <class Map>
static void reassign(Catalog& catalog, Map Catalog::* map, const ReassignOwned& change,
                     const std::string& to) {
  for (auto& [name, object] : catalog.*map) {
    if (std::ranges::find(change.roles, object.owner) == change.roles.end()) continue;
    save(catalog, map, name);
    object.owner = to;
  }
}

Replayed apply(Replaying& replaying, const ReassignOwned& change) {
  Catalog& catalog = replaying.catalog;
  const std::string to = role_named(catalog, change.to);
  reassign(catalog, &Catalog::tables, change, to);
  reassign(catalog, &Catalog::views, change, to);
  reassign(catalog, &Catalog::sequences, change, to);
  reassign(catalog, &Catalog::enums, change, to);
  reassign(catalog, &Catalog::domains, change, to);
  reassign(catalog, &Catalog::composites, change, to);
  for (auto& [name, function] : catalog.functions) {
    if (std::ranges::find(change.roles, function.owner) == change.roles.end()) continue;
    save_functions(catalog, name);
    function.owner = to;
  }
  return Replayed::done;
}

}  // namespace miglint
