#include "catalog/move.hpp"

#include <algorithm>

#include "catalog/objects.hpp"
#include "catalog/rewrite.hpp"
#include "catalog/routines.hpp"

namespace miglint {

/// Gives the entry of a map another key. The pointer is to the moved object, null when there was none.
template <class Map>
static typename Map::mapped_type* rekey(Catalog& catalog, Map Catalog::* map, const RelationName& from,
                                        const RelationName& to) {
  save(catalog, map, from);
  save(catalog, map, to);
  const auto moved = (catalog.*map).rename(from, to);
  return moved == (catalog.*map).end() ? nullptr : &moved->second;
}

static std::set<RelationName> dependents_in(Catalog::Dependents::Names& names, const RelationName& key) {
  const auto found = names.find(key);
  return found == names.end() ? std::set<RelationName>{} : found->second;
}

static void replace_relation(std::set<RelationName>& relations,
                             std::set<std::pair<RelationName, std::string>>& uses, const RelationName& from,
                             const RelationName& to) {
  if (relations.erase(from) > 0) relations.insert(to);
  std::vector<std::string> columns;
  for (auto use = uses.lower_bound({from, ""}); use != uses.end() && use->first == from;
       use = uses.erase(use))
    columns.push_back(use->second);
  for (const std::string& column : columns) uses.emplace(to, column);
}

static void policies_follow(Catalog& catalog, Table& table, const RelationName& from,
                            const RelationName& to) {
  for (Policy& policy : table.policies)
    if (policy.relations.erase(from) > 0) policy.relations.insert(to);
  catalog.dependents.views[to].insert(table.name);
}

/// Views, policies and BEGIN ATOMIC functions that read the relation.
static void readers_follow(Catalog& catalog, const RelationName& from, const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.views, from)) {
    if (Table* table = edit(catalog, &Catalog::tables, name)) policies_follow(catalog, *table, from, to);
    View* view = edit(catalog, &Catalog::views, name);
    if (view == nullptr) continue;
    replace_relation(view->relations, view->uses, from, to);
    if (view->keys.erase(from) > 0) view->keys.insert(to);
    note_dependents(catalog, *view);
  }
  for (const FunctionName& name : dependents_in(catalog.dependents.functions, from)) {
    save_functions(catalog, name);
    const auto [begin, end] = catalog.functions.equal_range(name);
    for (auto function = begin; function != end; ++function) {
      replace_relation(function->second.relations, function->second.uses, from, to);
      note_dependents(catalog, function->second);
    }
  }
}

static void references_follow(Catalog& catalog, const RelationName& from, const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.referencing, from)) {
    // its keys to itself are in the table of the new name by now
    Table* table = edit(catalog, &Catalog::tables, name == from ? to : name);
    if (table == nullptr) continue;
    for (Constraint& constraint : table->constraints.edit()) {
      if (constraint.kind != Constraint::Kind::foreign_key || constraint.referenced != from) continue;
      constraint.referenced = to;
      note_constraint(catalog, table->name, constraint);
    }
  }
}

static void children_follow(Catalog& catalog, const RelationName& from, const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.children, from)) {
    Table* child = edit(catalog, &Catalog::tables, name);
    if (child == nullptr) continue;
    std::replace(child->inherits.begin(), child->inherits.end(), from, to);
    if (child->partition_of == from) child->partition_of = to;
    note_dependents(catalog, *child);
  }
}

static void owned_follow(Catalog& catalog, const RelationName& from, const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.sequences, from)) {
    Sequence* sequence = edit(catalog, &Catalog::sequences, name);
    if (sequence == nullptr || sequence->owned_by_table != from) continue;
    sequence->owned_by_table = to;
    catalog.dependents.sequences[to].insert(name);
    if (from.schema != to.schema) move_sequence(catalog, name, {to.schema, name.name});
  }
  for (auto& [name, statistics] : catalog.statistics) {
    if (statistics.table != from) continue;
    save(catalog, &Catalog::statistics, name);
    statistics.table = to;
  }
  for (auto& [name, publication] : catalog.publications)
    for (auto& [table, columns] : publication.tables)
      if (table == from) {
        save_whole(catalog, &Catalog::publications);
        table = to;
      }
}

static void indexes_follow(Catalog& catalog, Table& table) {
  for (Index& index : table.indexes.edit()) {
    erase(catalog, &Catalog::index_tables, index.name);
    index.table = table.name;
    index.name.schema = table.name.schema;
    put(catalog, &Catalog::index_tables, index.name, table.name);
  }
}

static void type_uses_follow(Catalog& catalog, const RelationName& from, const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.of_type, from)) {
    if (View* view = edit(catalog, &Catalog::views, name); view && view->types_named.erase(from) > 0) {
      view->types_named.insert(to);
      note_dependents(catalog, *view);
    }
    Table* table = edit(catalog, &Catalog::tables, name);
    if (table == nullptr) continue;
    if (table->of_type == from) {
      table->of_type = to;
      note_dependents(catalog, *table);
    }
    for (Column& column : table->columns.edit()) {
      if (column.default_value) rename_type_in(column.default_value.own(), from, to);
      if (column.generated) rename_type_in(column.generated.own(), from, to);
      if (column.type.name != from.name || column.type.schema != from.schema) continue;
      column.type.schema = to.schema;
      column.type.name = to.name;
      note_column(catalog, name, column);
    }
    for (Constraint& constraint : table->constraints.edit())
      if (constraint.expression) rename_type_in(constraint.expression.own(), from, to);
    for (Index& index : table->indexes.edit())
      if (index.where) rename_type_in(index.where.own(), from, to);
  }
}

void move_table(Catalog& catalog, const RelationName& from, const RelationName& to) {
  Table* table = rekey(catalog, &Catalog::tables, from, to);
  if (table == nullptr) return;
  table->name = to;
  indexes_follow(catalog, *table);
  references_follow(catalog, from, to);
  children_follow(catalog, from, to);
  readers_follow(catalog, from, to);
  owned_follow(catalog, from, to);
  type_uses_follow(catalog, from, to);
  note_dependents(catalog, *table);
  for (const Constraint& constraint : table->constraints)  // its keys to itself among them
    note_constraint(catalog, to, constraint);
}

void move_view(Catalog& catalog, const RelationName& from, const RelationName& to) {
  View* view = rekey(catalog, &Catalog::views, from, to);
  if (view == nullptr) return;
  view->name = to;
  for (Index& index : view->indexes.edit()) {
    erase(catalog, &Catalog::index_tables, index.name);
    index.table = to;
    index.name.schema = to.schema;
    put(catalog, &Catalog::index_tables, index.name, to);
  }
  note_dependents(catalog, *view);
  readers_follow(catalog, from, to);
}

/// Foreign keys know the index they rely on, partitions' indexes their parent.
static void index_uses_follow(Catalog& catalog, const RelationName& table, const RelationName& from,
                              const RelationName& to) {
  for (const RelationName& name : dependents_in(catalog.dependents.referencing, table)) {
    Table* holder = edit(catalog, &Catalog::tables, name);
    if (holder == nullptr) continue;
    for (Constraint& constraint : holder->constraints.edit())
      if (constraint.kind == Constraint::Kind::foreign_key && constraint.referenced == table &&
          constraint.index == from.name)
        constraint.index = to.name;
  }
  for (const RelationName& name : dependents_in(catalog.dependents.children, table))
    if (Table* child = edit(catalog, &Catalog::tables, name))
      for (Index& index : child->indexes.edit())
        if (index.parent == from) index.parent = to;
}

void move_index(Catalog& catalog, const RelationName& from, const RelationName& to) {
  const RelationName* owner = rekey(catalog, &Catalog::index_tables, from, to);
  if (owner == nullptr) return;
  const RelationName table_name = *owner;
  const auto rename_in = [&](SharedList<Index>& indexes) {
    for (Index& index : indexes.edit())
      if (index.name == from) index.name = to;
  };
  if (Table* table = edit(catalog, &Catalog::tables, table_name)) rename_in(table->indexes);
  if (View* view = edit(catalog, &Catalog::views, table_name)) rename_in(view->indexes);
  index_uses_follow(catalog, table_name, from, to);
}

void move_sequence(Catalog& catalog, const RelationName& from, const RelationName& to) {
  Sequence* sequence = rekey(catalog, &Catalog::sequences, from, to);
  if (sequence == nullptr) return;
  sequence->name = to;
  if (!sequence->owned_by_table.empty()) catalog.dependents.sequences[sequence->owned_by_table].insert(to);
  for (const RelationName& name : dependents_in(catalog.dependents.drawing, from)) {
    Table* table = edit(catalog, &Catalog::tables, name);
    if (table == nullptr) continue;
    for (Column& column : table->columns.edit())
      if (column.default_value) rename_sequence_in(column.default_value.own(), from, to);
    catalog.dependents.drawing[to].insert(name);
  }
}

static void rename_type(TypeName& type, const RelationName& from, const RelationName& to) {
  if (type.name != from.name || type.schema != from.schema) return;
  type.schema = to.schema;
  type.name = to.name;
}

void move_type(Catalog& catalog, const RelationName& from, const RelationName& to) {
  if (Enum* enumeration = rekey(catalog, &Catalog::enums, from, to)) enumeration->name = to;
  if (Domain* domain = rekey(catalog, &Catalog::domains, from, to)) domain->name = to;
  if (Composite* composite = rekey(catalog, &Catalog::composites, from, to)) composite->name = to;
  type_uses_follow(catalog, from, to);
  registered_follow_type(catalog, from, to);
  for (auto& [name, function] : catalog.functions)
    for (TypeName& argument : function.arguments) {
      if (argument.name == from.name) save_functions(catalog, name);
      rename_type(argument, from, to);
    }
  for (const FunctionName& taking : dependents_in(catalog.dependents.taking, from))
    catalog.dependents.taking[to].insert(taking);
  for (auto& [name, domain] : catalog.domains) {
    if (domain.base.name == from.name) save(catalog, &Catalog::domains, name);
    rename_type(domain.base, from, to);
  }
  for (auto& [name, composite] : catalog.composites) {
    if (composite.range == from) {
      save(catalog, &Catalog::composites, name);
      composite.range = to;
    }
    for (ColumnDefinition& attribute : composite.attributes) {
      if (attribute.type.name == from.name) save(catalog, &Catalog::composites, name);
      rename_type(attribute.type, from, to);
    }
  }
}

static bool calls(const Boxed<Expression>& expression, const FunctionName& function) {
  bool found = false;
  if (expression)
    walk(*expression, [&](const Expression& e) {
      found |= e.kind == Expression::Kind::function && e.function.name == function.name;
    });
  return found;
}

static bool calls(const Table& table, const FunctionName& function) {
  return std::ranges::any_of(
             table.triggers,
             [&](const Trigger& trigger) { return trigger.function.name == function.name; }) ||
         std::ranges::any_of(table.columns,
                             [&](const Column& column) { return calls(column.default_value, function); });
}

static void follow_function_in_tables(Catalog& catalog, const FunctionName& from, const FunctionName& to) {
  for (auto& [name, table] : catalog.tables) {
    if (!calls(table, from)) continue;
    save(catalog, &Catalog::tables, name);
    for (Trigger& trigger : table.triggers) {
      if (trigger.function.name != from.name) continue;
      trigger.function.name = to.name;
      if (!trigger.function.schema.empty()) trigger.function.schema = to.schema;
    }
    for (Column& column : table.columns.edit())
      if (column.default_value) rename_function_in(column.default_value.own(), from, to);
  }
}

static void aggregates_follow_function(Catalog& catalog, const FunctionName& from, const FunctionName& to) {
  for (auto& [name, function] : catalog.functions) {
    if (!function.parts.contains(from)) continue;
    save_functions(catalog, name);
    function.parts.erase(from);
    function.parts.insert(to);
  }
}

void move_functions(Catalog& catalog, const FunctionName& from, const FunctionName& to,
                    const std::optional<std::vector<TypeName>>& arguments) {
  save_functions(catalog, from);
  save_functions(catalog, to);
  const std::vector<TypeName> types = resolved(catalog, arguments.value_or(std::vector<TypeName>()));
  std::vector<Function> moved;
  for (auto function = catalog.functions.find(from);
       function != catalog.functions.end() && function->first == from;) {
    const bool meant = !arguments || takes(function->second, types);
    if (meant) moved.push_back(std::move(function->second));
    function = meant ? catalog.functions.erase(function) : std::next(function);
  }
  for (Function& function : moved) {
    function.name = to;
    note_dependents(catalog, function);
    catalog.functions.emplace(to, std::move(function));
  }
  follow_function_in_tables(catalog, from, to);
  follow_function(catalog, from, to);
  aggregates_follow_function(catalog, from, to);
  registered_follow_function(catalog, from, to);
}

template <class Map>
static std::vector<RelationName> names_in_schema(const Map& map, const std::string& schema) {
  std::vector<RelationName> names;
  for (const auto& [name, object] : map)
    if (name.schema == schema && (names.empty() || names.back() != name)) names.push_back(name);
  return names;
}

void move_schema(Catalog& catalog, const std::string& from, const std::string& to) {
  const auto in = [&](const RelationName& name) { return RelationName{to, name.name}; };
  for (const RelationName& name : names_in_schema(catalog.tables, from)) move_table(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.views, from)) move_view(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.sequences, from))
    move_sequence(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.enums, from)) move_type(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.domains, from)) move_type(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.composites, from))
    move_type(catalog, name, in(name));
  for (const RelationName& name : names_in_schema(catalog.functions, from))
    move_functions(catalog, name, in(name));
  for (const Dependent& there : registered_in_schema(catalog, from)) {
    const RegisteredObject& object = catalog.objects.find(there.object.part)->second;
    move_registered(catalog, object, in(object.reference.name));
  }
  save_whole(catalog, &Catalog::schemas);
  save_whole(catalog, &Catalog::extensions);
  catalog.schemas.erase(from);
  catalog.schemas.insert(to);
  for (auto& [extension, schema] : catalog.extensions)
    if (schema == from) schema = to;
}

}  // namespace miglint
