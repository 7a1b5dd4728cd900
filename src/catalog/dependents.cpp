// Who depends on whom, one function for each kind of object.

#include <algorithm>

#include "analysis/builtin_types.hpp"
#include "catalog/drop.hpp"
#include "catalog/objects.hpp"

namespace miglint {

using Kind = Object::Kind;
using Dependents = std::vector<Dependent>;

static bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

static void append(Dependents& dependents, const Dependents& more) {
  dependents.insert(dependents.end(), more.begin(), more.end());
}

static void add_atomic_functions(const Catalog& catalog, const RelationName& relation,
                                 const std::string& column, Dependents& dependents) {
  const auto candidates = catalog.dependents.functions.find(relation);
  if (candidates == catalog.dependents.functions.end()) return;
  for (const FunctionName& name : candidates->second) {
    const auto [begin, end] = catalog.functions.equal_range(name);
    int overload = 0;
    for (auto function = begin; function != end; ++function, ++overload) {
      const bool uses = column.empty() ? function->second.relations.contains(relation)
                                       : function->second.uses.contains({relation, column});
      if (uses)
        dependents.push_back({.object = {.kind = Kind::function, .name = name, .overload = overload}});
    }
  }
}

/// Policies and rules of other tables that name the relation.
static void add_policies_and_rules(const Catalog& catalog, const RelationName& relation,
                                   Dependents& dependents) {
  const auto candidates = catalog.dependents.views.find(relation);
  if (candidates == catalog.dependents.views.end()) return;
  for (const RelationName& name : candidates->second) {
    const auto table = catalog.tables.find(name);
    if (table == catalog.tables.end()) continue;
    for (const Policy& policy : table->second.policies)
      if (policy.relations.contains(relation))
        dependents.push_back({.object = {.kind = Kind::policy, .name = name, .part = policy.name}});
    for (const RewriteRule& rule : table->second.rules)
      if (rule.relations.contains(relation))
        dependents.push_back({.object = {.kind = Kind::rule, .name = name, .part = rule.name}});
  }
}

/// Sequences the table owns; with a column, that column's.
static void add_owned_sequences(const Catalog& catalog, const RelationName& table, const std::string& column,
                                Dependents& dependents) {
  const auto candidates = catalog.dependents.sequences.find(table);
  if (candidates == catalog.dependents.sequences.end()) return;
  for (const RelationName& name : candidates->second) {
    const auto sequence = catalog.sequences.find(name);
    if (sequence == catalog.sequences.end() || sequence->second.owned_by_table != table) continue;
    if (column.empty() || sequence->second.owned_by_column == column)
      dependents.push_back({.object = {.kind = Kind::sequence, .name = name}, .automatic = true});
  }
}

static void add_columns_of_type(const Catalog& catalog, const RelationName& type, Dependents& dependents) {
  for (const auto& [table, column] : catalog.columns_of_type(type))
    if (table->name != type)
      dependents.push_back({.object = {.kind = Kind::column, .name = table->name, .part = column->name}});
}

static bool casts_to(const Expression& expression, const RelationName& type, const Catalog& catalog) {
  bool found = false;
  walk(expression, [&](const Expression& part) {
    if (found || part.kind != Expression::Kind::cast || part.type.name != type.name) return;
    found = catalog.resolve(part.type).schema == type.schema;
  });
  return found;
}

/// `'a'::mood` as the default of a column that is text by now.
static void add_defaults_of_type(const Catalog& catalog, const RelationName& type, Dependents& dependents) {
  const auto candidates = catalog.dependents.of_type.find(type);
  if (candidates == catalog.dependents.of_type.end()) return;
  for (const RelationName& name : candidates->second) {
    const auto table = catalog.tables.find(name);
    if (table == catalog.tables.end()) continue;
    for (const Column& column : table->second.columns) {
      const bool of_type = column.type.name == type.name && column.type.schema == type.schema;
      if (!of_type && column.default_value && casts_to(*column.default_value, type, catalog))
        dependents.push_back({.object = {.kind = Kind::column_default, .name = name, .part = column.name}});
    }
  }
}

/// Functions that take or return it, a table's or a view's row type too.
static void add_functions_of_type(const Catalog& catalog, const RelationName& type, Dependents& dependents) {
  const auto candidates = catalog.dependents.taking.find(type);
  if (candidates == catalog.dependents.taking.end()) return;
  const auto is_it = [&](const TypeName& written) {
    return written.name == type.name && catalog.resolve(written).schema == type.schema;
  };
  for (const FunctionName& name : candidates->second) {
    const auto [begin, end] = catalog.functions.equal_range(name);
    int overload = 0;
    for (auto entry = begin; entry != end; ++entry, ++overload) {
      const Function& function = entry->second;
      const bool gives = std::ranges::any_of(
          function.outputs, [&](const OutputParameter& output) { return is_it(output.type); });
      if (gives || std::ranges::any_of(function.arguments, is_it) ||
          (function.returns && is_it(*function.returns)))
        dependents.push_back({.object = {.kind = Kind::function, .name = name, .overload = overload}});
    }
  }
}

static Dependents of_table(const Catalog& catalog, const RelationName& name) {
  Dependents dependents;
  for (const auto& [holder, key] : catalog.referencing(name))
    if (holder->name != name)
      dependents.push_back({.object = {.kind = Kind::constraint, .name = holder->name, .part = key->name}});
  for (const View* view : catalog.views_using(name))
    dependents.push_back({.object = {.kind = Kind::view, .name = view->name}});
  for (const Table* child : catalog.children_of(name))
    dependents.push_back(
        {.object = {.kind = Kind::table, .name = child->name}, .automatic = child->partition_of.has_value()});
  add_owned_sequences(catalog, name, {}, dependents);
  add_atomic_functions(catalog, name, {}, dependents);
  add_policies_and_rules(catalog, name, dependents);
  add_columns_of_type(catalog, name, dependents);
  add_functions_of_type(catalog, name, dependents);
  return dependents;
}

/// Neither defined in the child itself nor had from another parent, of which it does not go too. `thing`: the
/// column or the check.
static bool goes_with_parent(const Catalog& catalog, const Table& child, const Object& thing, bool local,
                             const Going& going) {
  return !local && std::ranges::none_of(child.inherits, [&](const RelationName& other) {
    const Table* table = other == thing.name ? nullptr : catalog.table(other);
    if (table == nullptr || going.contains({.kind = thing.kind, .name = other, .part = thing.part}))
      return false;
    return thing.kind == Kind::column ? table->column(thing.part) != nullptr
                                      : table->constraint(thing.part) != nullptr;
  });
}

/// A key that has the column in its INCLUDE.
static bool includes(const Table& table, const Constraint& constraint, const std::string& column) {
  const bool key = constraint.kind != Constraint::Kind::foreign_key && !constraint.index.empty();
  const Index* index = key ? table.index(constraint.index) : nullptr;
  return index != nullptr && contains(index->include, column);
}

static Dependents of_column(const Catalog& catalog, const Object& object, const Going& going) {
  const auto& [kind, name, column, overload] = object;
  Dependents dependents;
  const auto found = catalog.tables.find(name);
  if (found == catalog.tables.end()) return dependents;
  const Table& table = found->second;
  for (const Constraint& constraint : table.constraints)
    if (contains(constraint.columns, column) || includes(table, constraint, column))
      dependents.push_back(
          {.object = {.kind = Kind::constraint, .name = name, .part = constraint.name}, .automatic = true});
  for (const Index& index : table.indexes)
    if (index.uses(column))
      dependents.push_back({.object = {.kind = Kind::index, .name = index.name}, .automatic = true});
  for (const auto& [holder, key] : catalog.referencing(name))
    if (contains(key->referenced_columns, column))
      dependents.push_back({.object = {.kind = Kind::constraint, .name = holder->name, .part = key->name},
                            .automatic = holder->name == name});
  for (const Column& other : table.columns)
    if (other.generated && other.name != column && mentions(*other.generated, column))
      dependents.push_back({.object = {.kind = Kind::column, .name = name, .part = other.name}});
  for (const Policy& policy : table.policies)
    if (contains(policy.columns, column))
      dependents.push_back({.object = {.kind = Kind::policy, .name = name, .part = policy.name}});
  for (const Trigger& trigger : table.triggers)
    if (contains(trigger.update_of, column) || contains(trigger.when_columns, column))
      dependents.push_back({.object = {.kind = Kind::trigger, .name = name, .part = trigger.name}});
  for (const RewriteRule& rule : table.rules)
    if (contains(rule.columns, column))
      dependents.push_back({.object = {.kind = Kind::rule, .name = name, .part = rule.name}});
  for (const View* view : catalog.views_using(name, column))
    dependents.push_back({.object = {.kind = Kind::view, .name = view->name}});
  for (const Table* child : catalog.children_of(name))
    if (const Column* inherited = child->column(column);
        inherited != nullptr && inherited->inherited &&
        goes_with_parent(catalog, *child, object, inherited->local, going))
      dependents.push_back(
          {.object = {.kind = Kind::column, .name = child->name, .part = column}, .automatic = true});
  for (const auto& [publication_name, publication] : catalog.publications)
    for (const auto& [published, columns] : publication.tables)
      if (published == name && contains(columns, column))
        dependents.push_back({.object = {.kind = Kind::published, .name = name, .part = publication_name}});
  if (contains(table.partition_key.columns, column))
    dependents.push_back({.object = {.kind = Kind::table, .name = name}});
  add_owned_sequences(catalog, name, column, dependents);
  add_atomic_functions(catalog, name, column, dependents);
  return dependents;
}

/// Foreign keys that rely on this unique index of the table.
static void add_references_to_index(const Catalog& catalog, const RelationName& table,
                                    const std::string& index, Dependents& dependents) {
  for (const auto& [holder, key] : catalog.referencing(table))
    if (key->index == index)
      dependents.push_back({.object = {.kind = Kind::constraint, .name = holder->name, .part = key->name}});
}

static Dependents of_constraint(const Catalog& catalog, const Object& object, const Going& going) {
  const auto& [kind, name, part, overload] = object;
  Dependents dependents;
  const auto table = catalog.tables.find(name);
  const Constraint* constraint = table == catalog.tables.end() ? nullptr : table->second.constraint(part);
  if (constraint == nullptr) return dependents;
  const bool goes_with_column = std::ranges::any_of(constraint->columns, [&](const std::string& column) {
    return going.contains({.kind = Kind::column, .name = name, .part = column});
  });
  // then a child's copy goes with the child's column
  for (const Table* child : catalog.children_of(name))
    for (const Constraint& copy : child->constraints) {
      const bool same = constraint->index.empty() || constraint->kind == Constraint::Kind::foreign_key
                            ? copy.name == part
                            : false;
      if (!goes_with_column && copy.inherited && same &&
          goes_with_parent(catalog, *child, object, copy.local, going))
        dependents.push_back({.object = {.kind = Kind::constraint, .name = child->name, .part = copy.name},
                              .automatic = true});
    }
  if (constraint->kind == Constraint::Kind::primary_key)
    for (const View* view : catalog.views_using(name))
      if (view->keys.contains(name))
        dependents.push_back({.object = {.kind = Kind::view, .name = view->name}});
  if (constraint->kind == Constraint::Kind::foreign_key || constraint->index.empty()) return dependents;
  dependents.push_back(
      {.object = {.kind = Kind::index, .name = {name.schema, constraint->index}}, .automatic = true});
  return dependents;
}

static Dependents of_index(const Catalog& catalog, const RelationName& name) {
  Dependents dependents;
  const auto owner = catalog.index_tables.find(name);
  if (owner == catalog.index_tables.end()) return dependents;
  add_references_to_index(catalog, owner->second, name.name, dependents);
  for (const Table* child : catalog.children_of(owner->second))
    for (const Index& index : child->indexes)
      if (index.parent == name) {
        dependents.push_back({.object = {.kind = Kind::index, .name = index.name}, .automatic = true});
        if (const Constraint* constraint = child->constraint(index.name.name))
          dependents.push_back(
              {.object = {.kind = Kind::constraint, .name = child->name, .part = constraint->name},
               .automatic = true});
      }
  return dependents;
}

static Dependents of_view(const Catalog& catalog, const RelationName& name) {
  Dependents dependents;
  for (const View* view : catalog.views_using(name))
    dependents.push_back({.object = {.kind = Kind::view, .name = view->name}});
  add_atomic_functions(catalog, name, {}, dependents);
  add_policies_and_rules(catalog, name, dependents);
  return dependents;
}

/// Views that cast to the type, whatever their columns are.
static void add_views_of_type(const Catalog& catalog, const RelationName& type, Dependents& dependents) {
  const auto candidates = catalog.dependents.of_type.find(type);
  if (candidates == catalog.dependents.of_type.end()) return;
  for (const RelationName& name : candidates->second) {
    const auto view = catalog.views.find(name);
    if (view != catalog.views.end() && view->second.types_named.contains(type))
      dependents.push_back({.object = {.kind = Kind::view, .name = name}});
  }
}

static Dependents of_type(const Catalog& catalog, const RelationName& name) {
  Dependents dependents;
  add_columns_of_type(catalog, name, dependents);
  add_defaults_of_type(catalog, name, dependents);
  for (const RelationName& table : typed_tables(catalog, name))
    dependents.push_back({.object = {.kind = Kind::table, .name = table}});
  add_views_of_type(catalog, name, dependents);
  const auto is_it = [&](const TypeName& type) {
    return type.name == name.name && type.schema == name.schema;
  };
  for (const auto& [domain_name, domain] : catalog.domains)
    if (is_it(domain.base)) dependents.push_back({.object = {.kind = Kind::type, .name = domain_name}});
  for (const auto& [type, composite] : catalog.composites) {
    if (composite.range == name)
      dependents.push_back({.object = {.kind = Kind::type, .name = type}, .automatic = true});
    for (const ColumnDefinition& attribute : composite.attributes)
      if (is_it(attribute.type))
        dependents.push_back({.object = {.kind = Kind::column, .name = type, .part = attribute.name}});
  }
  add_functions_of_type(catalog, name, dependents);
  append(dependents, registered_over_type(catalog, name));
  return dependents;
}

/// Defaults that draw from the sequence.
static Dependents of_sequence(const Catalog& catalog, const RelationName& name) {
  Dependents dependents;
  const auto candidates = catalog.dependents.drawing.find(name);
  if (candidates == catalog.dependents.drawing.end()) return dependents;
  for (const RelationName& table_name : candidates->second) {
    const auto table = catalog.tables.find(table_name);
    if (table == catalog.tables.end()) continue;
    for (const Column& column : table->second.columns)
      if (column.default_value && drawn_from(catalog, *column.default_value) == name)
        dependents.push_back(
            {.object = {.kind = Kind::column_default, .name = table_name, .part = column.name}});
  }
  return dependents;
}

template <class Map>
static void add_in_schema(const Map& map, Kind kind, const std::string& schema, Dependents& dependents) {
  for (const auto& [name, object] : map)
    if (name.schema == schema) dependents.push_back({.object = {.kind = kind, .name = name}});
}

static Dependents of_schema(const Catalog& catalog, const std::string& schema) {
  Dependents dependents;
  add_in_schema(catalog.tables, Kind::table, schema, dependents);
  add_in_schema(catalog.views, Kind::view, schema, dependents);
  add_in_schema(catalog.sequences, Kind::sequence, schema, dependents);
  add_in_schema(catalog.enums, Kind::type, schema, dependents);
  add_in_schema(catalog.domains, Kind::type, schema, dependents);
  add_in_schema(catalog.composites, Kind::type, schema, dependents);
  add_in_schema(catalog.functions, Kind::function, schema, dependents);
  append(dependents, registered_in_schema(catalog, schema));
  return dependents;
}

/// The partitions' clones go with it.
static Dependents of_trigger(const Catalog& catalog, const RelationName& name, const std::string& part) {
  Dependents dependents;
  for (const Table* child : catalog.children_of(name))
    for (const Trigger& trigger : child->triggers)
      if (trigger.inherited && trigger.name == part)
        dependents.push_back(
            {.object = {.kind = Kind::trigger, .name = child->name, .part = part}, .automatic = true});
  return dependents;
}

std::vector<Dependent> dependents_of(const Catalog& catalog, const Object& object, const Going& going) {
  switch (object.kind) {
    case Kind::table:
      return of_table(catalog, object.name);
    case Kind::column:
      return of_column(catalog, object, going);
    case Kind::constraint:
      return of_constraint(catalog, object, going);
    case Kind::index:
      return of_index(catalog, object.name);
    case Kind::view:
      return of_view(catalog, object.name);
    case Kind::sequence:
      return of_sequence(catalog, object.name);
    case Kind::type:
      return of_type(catalog, object.name);
    case Kind::function:
      return dependents_of_function(catalog, object.name);
    case Kind::schema:
      return of_schema(catalog, object.name.name);
    case Kind::trigger:
      return of_trigger(catalog, object.name, object.part);
    case Kind::registered:
      return dependents_of_registered(catalog, object.part);
    case Kind::policy:
    case Kind::rule:
    case Kind::published:
    case Kind::column_default:
      return {};
  }
  return {};
}

}  // namespace miglint
