// Dropping, as dependency.c does it: from what the statement names, everything that depends on it is found
// first, however far. Without CASCADE a dependent that is neither named too nor goes along by itself makes
// the whole statement fail; then nothing has changed yet.
//
//   DROP TABLE parent;          -- child has a foreign key to it: refused (2BP01)
//   DROP TABLE parent, child;   -- both named: fine
//   DROP TABLE parent CASCADE;  -- the foreign key goes, child stays

#include "catalog/drop.hpp"

#include <algorithm>

#include "catalog/objects.hpp"

namespace miglint {

using Kind = Object::Kind;

// ---- Taking away ------------------------------------------------------------------------------------------

template <class Thing>
static void erase_named(std::vector<Thing>& things, const std::string& name) {
  std::erase_if(things, [&](const Thing& thing) { return thing.name == name; });
}
template <class Thing>
static void erase_named(SharedList<Thing>& things, const std::string& name) {
  things.erase_if([&](const Thing& thing) { return thing.name == name; });
}

static void forget_in_publications(Catalog& catalog, const RelationName& table) {
  for (auto& [name, publication] : catalog.publications) {
    const auto named = [&](const auto& entry) { return entry.first == table; };
    if (std::none_of(publication.tables.begin(), publication.tables.end(), named)) continue;
    save_entry(catalog, &Catalog::publications, name);
    std::erase_if(publication.tables, named);
  }
}

static void forget_statistics(Catalog& catalog, const RelationName& table, const std::string& column) {
  std::vector<RelationName> gone;
  for (const auto& [name, statistics] : catalog.statistics)
    if (statistics.table == table &&
        (column.empty() ||
         std::find(statistics.columns.begin(), statistics.columns.end(), column) != statistics.columns.end()))
      gone.push_back(name);
  for (const RelationName& name : gone) erase(catalog, &Catalog::statistics, name);
}

static void remove_table(Catalog& catalog, const RelationName& name) {
  const auto table = catalog.tables.find(name);
  if (table == catalog.tables.end()) return;
  for (const Index& index : table->second.indexes) erase(catalog, &Catalog::index_tables, index.name);
  forget_in_publications(catalog, name);
  forget_statistics(catalog, name, {});
  erase(catalog, &Catalog::tables, name);
  catalog.dropped.insert(name);
}

static void remove_view(Catalog& catalog, const RelationName& name) {
  const auto view = catalog.views.find(name);
  if (view == catalog.views.end()) return;
  for (const Index& index : view->second.indexes) erase(catalog, &Catalog::index_tables, index.name);
  erase(catalog, &Catalog::views, name);
  catalog.dropped.insert(name);
}

/// An attribute of a composite type is one as well.
static void remove_column(Catalog& catalog, const RelationName& table_name, const std::string& column) {
  if (Composite* type = edit(catalog, &Catalog::composites, table_name))
    std::erase_if(type->attributes, [&](const ColumnDefinition& a) { return a.name == column; });
  Table* table = edit(catalog, &Catalog::tables, table_name);
  if (table == nullptr) return;
  erase_named(table->columns, column);
  forget_statistics(catalog, table_name, column);
}

static void remove_index(Catalog& catalog, const RelationName& name) {
  const auto owner = catalog.index_tables.find(name);
  if (owner == catalog.index_tables.end()) return;
  const auto is_it = [&](const Index& index) { return index.name == name; };
  if (Table* table = edit(catalog, &Catalog::tables, owner->second)) table->indexes.erase_if(is_it);
  if (View* view = edit(catalog, &Catalog::views, owner->second)) view->indexes.erase_if(is_it);
  erase(catalog, &Catalog::index_tables, name);
  catalog.dropped.insert(name);
}

static void remove_constraint(Catalog& catalog, const RelationName& table_name, const std::string& name) {
  Table* table = edit(catalog, &Catalog::tables, table_name);
  if (table == nullptr) return;
  for (const Constraint& constraint : table->constraints)
    if (constraint.name == name && constraint.kind == Constraint::Kind::not_null)
      if (Column* column = find_column(*table, constraint.columns.front())) column->not_null = false;
  erase_named(table->constraints, name);
}

static void remove_type(Catalog& catalog, const RelationName& name) {
  erase(catalog, &Catalog::enums, name);
  erase(catalog, &Catalog::domains, name);
  erase(catalog, &Catalog::composites, name);
  catalog.dropped.insert(name);
}

static void remove_function(Catalog& catalog, const FunctionName& name, int overload) {
  save_functions(catalog, name);
  if (overload < 0) {
    catalog.functions.erase(name);
    return;
  }
  const auto [begin, end] = catalog.functions.equal_range(name);
  if (overload < std::distance(begin, end)) catalog.functions.erase(std::next(begin, overload));
}

static void remove(Catalog& catalog, const Object& object) {
  Table* table = nullptr;
  switch (object.kind) {
    case Kind::table:
      return remove_table(catalog, object.name);
    case Kind::column:
      return remove_column(catalog, object.name, object.part);
    case Kind::constraint:
      return remove_constraint(catalog, object.name, object.part);
    case Kind::index:
      return remove_index(catalog, object.name);
    case Kind::view:
      return remove_view(catalog, object.name);
    case Kind::type:
      return remove_type(catalog, object.name);
    case Kind::function:
      return remove_function(catalog, object.name, object.overload);
    case Kind::sequence:
      erase(catalog, &Catalog::sequences, object.name);
      catalog.dropped.insert(object.name);
      return;
    case Kind::schema:
      save_entry(catalog, &Catalog::schemas, object.name.name);
      catalog.schemas.erase(object.name.name);
      return;
    case Kind::registered:
      return remove_registered(catalog, object.part);
    case Kind::published:
      save_entry(catalog, &Catalog::publications, object.part);
      if (const auto publication = catalog.publications.find(object.part);
          publication != catalog.publications.end())
        std::erase_if(publication->second.tables,
                      [&](const auto& entry) { return entry.first == object.name; });
      return;
    case Kind::trigger:
    case Kind::policy:
    case Kind::rule:
    case Kind::column_default:
      table = edit(catalog, &Catalog::tables, object.name);
      break;
  }
  if (View* view = table == nullptr ? edit(catalog, &Catalog::views, object.name) : nullptr) {
    if (object.kind == Kind::trigger) erase_named(view->triggers, object.part);
    if (object.kind == Kind::rule) erase_named(view->rules, object.part);
  }
  if (table == nullptr) return;
  if (object.kind == Kind::trigger) erase_named(table->triggers, object.part);
  if (object.kind == Kind::policy) erase_named(table->policies, object.part);
  if (object.kind == Kind::rule) erase_named(table->rules, object.part);
  if (Column* column = find_column(*table, object.part);
      column != nullptr && object.kind == Kind::column_default)
    column->default_value.reset();
}

// ---- Finding out what goes --------------------------------------------------------------------------------

/// Whether the object goes anyway because the table, view or column it is part of does.
static bool part_of_another(const Catalog& catalog, const Object& object, const Going& going) {
  const auto goes = [&](const Object& whole) { return going.contains(whole); };
  if (object.kind == Kind::index) {
    const auto owner = catalog.index_tables.find(object.name);
    if (owner == catalog.index_tables.end()) return false;
    return goes({.kind = Kind::table, .name = owner->second}) ||
           goes({.kind = Kind::view, .name = owner->second}) ||
           goes({.kind = Kind::constraint, .name = owner->second, .part = object.name.name});
  }
  if (object.kind == Kind::column_default &&
      goes({.kind = Kind::column, .name = object.name, .part = object.part}))
    return true;
  return !object.part.empty() && goes({.kind = Kind::table, .name = object.name});
}

Replayed drop(Catalog& catalog, const std::vector<Object>& objects, bool cascade) {
  Going going;
  std::vector<Object> queue;
  for (const Object& object : objects)
    if (going.emplace(object, true).second) queue.push_back(object);
  for (std::size_t next = 0; next < queue.size(); ++next) {
    const Object current = queue[next];
    for (const Dependent& dependent : dependents_of(catalog, current, going)) {
      const auto [entry, is_new] = going.emplace(dependent.object, dependent.automatic);
      entry->second |= dependent.automatic;
      if (is_new) queue.push_back(dependent.object);
    }
  }
  if (!cascade)
    for (const auto& [object, allowed] : going)
      if (!allowed && !part_of_another(catalog, object, going)) return Replayed::refused;
  // Parts before wholes; a function's overloads from the last, since they are counted.
  std::stable_sort(queue.begin(), queue.end(), [](const Object& a, const Object& b) {
    return std::pair(a.part.empty(), -a.overload) < std::pair(b.part.empty(), -b.overload);
  });
  for (const Object& object : queue) remove(catalog, object);
  for (const Object& object : queue)
    if (object.kind == Kind::column || object.kind == Kind::constraint)
      for (const Table* child : catalog.children_of(object.name))
        follow_parents(catalog, RelationName(child->name));
  return Replayed::done;
}

// ---- DROP OWNED -------------------------------------------------------------------------------------------

template <class Map>
static void add_owned(const Map& map, Kind kind, const std::string& role, std::vector<Object>& objects) {
  for (const auto& [name, object] : map)
    if (object.owner == role) objects.push_back({.kind = kind, .name = name});
}

static void add_owned_functions(const Catalog& catalog, const std::string& role,
                                std::vector<Object>& objects) {
  int overload = 0;
  const FunctionName* last = nullptr;
  for (const auto& [name, function] : catalog.functions) {
    overload = last != nullptr && *last == name ? overload + 1 : 0;
    last = &name;
    if (function.owner == role)
      objects.push_back({.kind = Kind::function, .name = name, .overload = overload});
  }
}

/// A policy for other roles as well stays (pg_shdepend.c, shdepDropOwned).
static void leave_policies(Catalog& catalog, const std::string& role, std::vector<Object>& objects) {
  for (auto& [name, table] : catalog.tables) {
    for (Policy& policy : table.policies) {
      if (std::ranges::find(policy.roles, role) == policy.roles.end()) continue;
      if (policy.roles.size() == 1) {
        objects.push_back({.kind = Kind::policy, .name = name, .part = policy.name});
        continue;
      }
      save(catalog, &Catalog::tables, name);
      std::erase(policy.roles, role);
    }
  }
}

Replayed drop_owned(Catalog& catalog, const std::vector<std::string>& roles, bool cascade) {
  std::vector<Object> objects;
  for (const std::string& role : roles) {
    add_owned(catalog.tables, Kind::table, role, objects);
    add_owned(catalog.views, Kind::view, role, objects);
    add_owned(catalog.sequences, Kind::sequence, role, objects);
    add_owned(catalog.enums, Kind::type, role, objects);
    add_owned(catalog.domains, Kind::type, role, objects);
    add_owned(catalog.composites, Kind::type, role, objects);
    add_owned_functions(catalog, role, objects);
    for (const auto& [key, object] : catalog.objects)
      if (object.owner == role && object.reference.kind != ObjectKind::role)
        objects.push_back({.kind = Kind::registered, .name = {}, .part = key});
    leave_policies(catalog, role, objects);
  }
  return drop(catalog, objects, cascade);
}

}  // namespace miglint
