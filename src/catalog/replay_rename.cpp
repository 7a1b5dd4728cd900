// ALTER … RENAME and SET SCHEMA. ALTER TABLE renames views, indexes and sequences too, so it is what the name
// stands for that decides.

#include <algorithm>
#include <utility>

#include "analysis/builtin_types.hpp"
#include "catalog/move.hpp"
#include "catalog/objects.hpp"
#include "catalog/replay.hpp"
#include "catalog/rewrite.hpp"

namespace miglint {

// ---- Columns ----------------------------------------------------------------------------------------------

static void replace(std::vector<std::string>& names, const std::string& from, const std::string& to) {
  std::replace(names.begin(), names.end(), from, to);
}

static void rename_in_index(Index& index, const std::string& from, const std::string& to) {
  for (IndexElement& element : index.elements) {
    if (element.column == from) element.column = to;
    if (element.expression) rename_column_in(element.expression.own(), from, to);
  }
  replace(index.include, from, to);
  if (index.where) rename_column_in(index.where.own(), from, to);
}

static void rename_in_table(Table& table, const std::string& from, const std::string& to) {
  for (Column& column : table.columns.edit()) {
    if (column.name == from) column.name = to;
    if (column.generated) rename_column_in(column.generated.own(), from, to);
  }
  for (Index& index : table.indexes.edit()) rename_in_index(index, from, to);
  for (Constraint& constraint : table.constraints.edit()) {
    replace(constraint.columns, from, to);
    if (constraint.expression) rename_column_in(constraint.expression.own(), from, to);
  }
  for (Trigger& trigger : table.triggers) {
    replace(trigger.update_of, from, to);
    replace(trigger.when_columns, from, to);
  }
  for (Policy& policy : table.policies) replace(policy.columns, from, to);
  for (RewriteRule& rule : table.rules) replace(rule.columns, from, to);
  replace(table.partition_key.columns, from, to);
  for (IndexElement& element : table.partition_key.elements)
    if (element.column == from) element.column = to;
}

static bool rename_use(std::set<std::pair<RelationName, std::string>>& uses, const RelationName& relation,
                       const std::string& from, const std::string& to) {
  if (uses.erase({relation, from}) == 0) return false;
  uses.emplace(relation, to);
  return true;
}

/// Foreign keys to the column, views and functions that read it, what it owns.
static void rename_elsewhere(Catalog& catalog, const RelationName& relation, const std::string& from,
                             const std::string& to) {
  for (const auto& [holder, key] : catalog.referencing(relation))
    for (Constraint& constraint :
         edit(catalog, &Catalog::tables, RelationName(holder->name))->constraints.edit())
      if (constraint.kind == Constraint::Kind::foreign_key && constraint.referenced == relation)
        replace(constraint.referenced_columns, from, to);
  for (const View* reader : catalog.views_using(relation, from)) {
    View* view = edit(catalog, &Catalog::views, RelationName(reader->name));
    rename_use(view->uses, relation, from, to);
    if (!view->writing) continue;
    View::Writing& writing = view->writing.own();
    replace(writing.columns, from, to);
    if (writing.where) rename_column_in(writing.where.own(), from, to);
  }
  for (const FunctionName& name : catalog.dependents.functions[relation]) {
    save_functions(catalog, name);
    const auto [begin, end] = catalog.functions.equal_range(name);
    for (auto function = begin; function != end; ++function)
      rename_use(function->second.uses, relation, from, to);
  }
  for (const RelationName& name : catalog.dependents.sequences[relation]) {
    Sequence* sequence = edit(catalog, &Catalog::sequences, name);
    if (sequence != nullptr && sequence->owned_by_table == relation && sequence->owned_by_column == from)
      sequence->owned_by_column = to;
  }
  for (auto& [name, statistics] : catalog.statistics) {
    if (statistics.table != relation) continue;
    save(catalog, &Catalog::statistics, name);
    replace(statistics.columns, from, to);
  }
  for (auto& [name, publication] : catalog.publications)
    for (auto& [table, columns] : publication.tables)
      if (table == relation && !columns.empty()) {
        save_whole(catalog, &Catalog::publications);
        replace(columns, from, to);
      }
}

static Replayed rename_view_column(Catalog& catalog, View& view, const RenameColumn& change) {
  if (std::find(view.columns.begin(), view.columns.end(), change.to) != view.columns.end())
    return Replayed::refused;
  replace(view.columns, change.from, change.to);
  for (Index& index : view.indexes.edit()) rename_in_index(index, change.from, change.to);
  rename_elsewhere(catalog, RelationName(view.name), change.from, change.to);
  return Replayed::done;
}

static bool rename_column(Replaying& replaying, const RelationName& name, const RenameColumn& change);

/// The tables of the type, and their children, follow (with CASCADE; without it PostgreSQL refuses).
static Replayed rename_attribute(Replaying& replaying, Composite& composite, const RenameColumn& change) {
  const auto attribute = std::ranges::find(composite.attributes, change.from, &ColumnDefinition::name);
  if (attribute == composite.attributes.end()) return Replayed::refused;
  attribute->name = change.to;
  for (const RelationName& typed : typed_tables(replaying.catalog, composite.name))
    for (const RelationName& member : family(replaying.catalog, typed, false))
      rename_column(replaying, member, change);
  return Replayed::done;
}

/// One that no migration made stands for what it was: the table is uncertain, so the column of the new name
/// is all there is to say.
static bool rename_column(Replaying& replaying, const RelationName& name, const RenameColumn& change) {
  Table* table = edit(replaying.catalog, &Catalog::tables, name);
  const Column* column = edit_column(*table, change.from);
  if (column == nullptr || find_column(*table, change.to) != nullptr) return false;
  rename_elsewhere(replaying.catalog, name, change.from, change.to);
  rename_in_table(*table, change.from, change.to);
  return true;
}

Replayed apply(Replaying& replaying, const RenameColumn& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName resolved = catalog.resolve(change.table);
  if (View* view = edit(catalog, &Catalog::views, resolved))
    return rename_view_column(catalog, *view, change);
  if (Composite* composite = edit(catalog, &Catalog::composites, resolved))
    return rename_attribute(replaying, *composite, change);
  const Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  const std::vector<RelationName> members = family(catalog, RelationName(table->name), false);
  if (const Column* column = table->column(change.from); column != nullptr && column->inherited)
    return Replayed::refused;
  if (!rename_column(replaying, members.front(), change)) return Replayed::refused;
  for (std::size_t i = 1; i < members.size(); ++i) rename_column(replaying, members[i], change);
  return Replayed::done;
}

// ---- Constraints and indexes: tied by one name ------------------------------------------------------------

static void rename_constraint(Catalog& catalog, Table& table, const std::string& from,
                              const std::string& to) {
  for (Constraint& constraint : table.constraints.edit()) {
    if (constraint.name != from) continue;
    constraint.name = to;
    if (constraint.kind != Constraint::Kind::foreign_key && constraint.index == from) constraint.index = to;
    note_constraint(catalog, table.name, constraint);
  }
}

static Replayed rename_table_constraint(Replaying& replaying, const RenameObject& change) {
  Catalog& catalog = replaying.catalog;
  const std::string& from = change.name.name;
  Table* table = edit_table(catalog, change.on);
  if (table == nullptr) return Replayed::refused;
  const Constraint* constraint = table->constraint(from);
  if (constraint == nullptr) return table->certain ? Replayed::refused : Replayed::done;
  // Of those that a table has from a parent, PostgreSQL ties checks alone by their name (tablecmds.c,
  // rename_constraint_internal).
  const bool passes_down = constraint->kind == Constraint::Kind::check && !constraint->no_inherit;
  if (table->constraint(change.to) != nullptr || (passes_down && constraint->inherited))
    return Replayed::refused;
  const bool has_index = constraint->kind != Constraint::Kind::foreign_key && !constraint->index.empty();
  if (has_index) {
    if (catalog.relation_exists({table->name.schema, change.to})) return Replayed::refused;
    move_index(catalog, {table->name.schema, from}, {table->name.schema, change.to});
  }
  rename_constraint(catalog, *table, from, change.to);
  if (!passes_down) return Replayed::done;
  for (const RelationName& name : family(catalog, RelationName(table->name), replaying.statement.only))
    rename_constraint(catalog, *edit(catalog, &Catalog::tables, name), from, change.to);
  return Replayed::done;
}

static Replayed rename_domain_constraint(Catalog& catalog, const RenameObject& change) {
  const TypeName type = catalog.resolve(TypeName{.schema = change.on.schema, .name = change.on.name});
  Domain* domain = edit(catalog, &Catalog::domains, {type.schema, type.name});
  if (domain == nullptr) return Replayed::done;
  for (DomainConstraint& constraint : domain->checks)
    if (constraint.name == change.name.name) constraint.name = change.to;
  return Replayed::done;
}

static void rename_index(Catalog& catalog, const RelationName& from, const RelationName& to) {
  const RelationName owner = catalog.index_tables.at(from);
  move_index(catalog, from, to);
  if (Table* table = edit(catalog, &Catalog::tables, owner))
    if (const Constraint* constraint = table->constraint(from.name);
        constraint != nullptr && constraint->index == from.name)
      rename_constraint(catalog, *table, from.name, to.name);
}

// ---- Relations and types ----------------------------------------------------------------------------------

static void move_relation(Catalog& catalog, const RelationName& from, const RelationName& to) {
  if (catalog.tables.contains(from)) {
    move_table(catalog, from, to);
  } else if (catalog.views.contains(from)) {
    move_view(catalog, from, to);
  } else if (catalog.index_tables.contains(from)) {
    rename_index(catalog, from, to);
  } else if (catalog.sequences.contains(from)) {
    move_sequence(catalog, from, to);
  } else if (catalog.composites.contains(from)) {
    move_type(catalog, from, to);
  }
}

static Replayed rename_relation(Catalog& catalog, const RelationName& written, const RelationName& to,
                                ObjectKind kind) {
  const RelationName from = catalog.resolve(written);
  if (!catalog.relation_exists(from)) {
    if (catalog.certainly_missing(from)) return Replayed::refused;
    // an index or view that no migration made: nothing is kept of it
    if (kind != ObjectKind::table) return Replayed::done;
    edit_table(catalog, written);
  }
  const bool is_index = catalog.index_tables.contains(from);
  if (catalog.relation_exists(to) || (!is_index && catalog.type_exists(to))) return Replayed::refused;
  catalog.dropped.insert(from);
  move_relation(catalog, from, to);
  return Replayed::done;
}

static Replayed rename_type(Catalog& catalog, const RelationName& written, const RelationName& to) {
  const TypeName resolved = catalog.resolve(TypeName{.schema = written.schema, .name = written.name});
  const RelationName from = {resolved.schema, resolved.name};
  const bool known =
      catalog.enums.contains(from) || catalog.domains.contains(from) || catalog.composites.contains(from);
  if (!known && catalog.certainly_missing(catalog.creation_name(written))) return Replayed::refused;
  if (!known) {
    catalog.partial = true;
    const RelationName guessed = catalog.creation_name(written);
    put(catalog, &Catalog::enums, to, Enum{.name = to, .certain = false});
    move_type(catalog, guessed, to);
    return Replayed::done;
  }
  if (catalog.type_exists(to)) return Replayed::refused;
  move_type(catalog, from, to);
  return Replayed::done;
}

// ---- What hangs on a table --------------------------------------------------------------------------------

template <class Thing>
static Replayed rename_named(std::vector<Thing>& things, const std::string& from, const std::string& to) {
  for (Thing& thing : things)
    if (thing.name == from) thing.name = to;
  return Replayed::done;
}

/// The partitions' clones follow.
static Replayed rename_trigger(Catalog& catalog, Table& table, const RenameObject& change) {
  for (const RelationName& name : family(catalog, table.name, false)) {
    if (name == table.name) continue;
    for (Trigger& trigger : edit(catalog, &Catalog::tables, name)->triggers)
      if (trigger.inherited && trigger.name == change.name.name) trigger.name = change.to;
  }
  return rename_named(table.triggers, change.name.name, change.to);
}

static Replayed rename_on_table(Catalog& catalog, const RenameObject& change) {
  const RelationName on = catalog.resolve(change.on);
  Table* table = edit(catalog, &Catalog::tables, on);
  View* view = table == nullptr ? edit(catalog, &Catalog::views, on) : nullptr;
  if (view != nullptr && change.kind == ObjectKind::trigger)
    return rename_named(view->triggers, change.name.name, change.to);
  if (view != nullptr && change.kind == ObjectKind::rule)
    return rename_named(view->rules, change.name.name, change.to);
  if (table == nullptr) return Replayed::done;
  switch (change.kind) {
    case ObjectKind::trigger:
      return rename_trigger(catalog, *table, change);
    case ObjectKind::policy:
      return rename_named(table->policies, change.name.name, change.to);
    default:
      return rename_named(table->rules, change.name.name, change.to);
  }
}

static Replayed rename_publication(Catalog& catalog, const RenameObject& change) {
  save_whole(catalog, &Catalog::publications);
  auto node = catalog.publications.extract(change.name.name);
  if (node.empty()) return Replayed::done;
  node.key() = change.to;
  node.mapped().name = change.to;
  catalog.publications.insert(std::move(node));
  return Replayed::done;
}

static Replayed rename_schema(Catalog& catalog, const RenameObject& change) {
  if (catalog.schemas.contains(change.to)) return Replayed::refused;
  move_schema(catalog, change.name.name, change.to);
  return Replayed::done;
}

FunctionName function_name(const Catalog& catalog, const FunctionName& written) {
  if (!written.schema.empty()) return written;
  for (const std::string& schema : catalog.search_path)
    if (catalog.functions.contains({schema, written.name})) return {schema, written.name};
  return catalog.creation_name(written);
}

static Replayed rename_statistics(Catalog& catalog, const RenameObject& change) {
  const RelationName from = catalog.creation_name(change.name);
  const auto found = catalog.statistics.find(from);
  if (found == catalog.statistics.end()) return Replayed::done;
  Statistics renamed = found->second;
  renamed.name.name = change.to;
  erase(catalog, &Catalog::statistics, from);
  put(catalog, &Catalog::statistics, renamed.name, Statistics(renamed));
  return Replayed::done;
}

static Replayed rename_registered(Catalog& catalog, const RenameObject& change) {
  const RegisteredObject* object = registered(catalog, reference_of(change));
  if (object == nullptr) return Replayed::done;
  move_registered(catalog, *object, {object->reference.name.schema, change.to});
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const RenameObject& change) {
  Catalog& catalog = replaying.catalog;
  const auto beside = [&](const RelationName& from) { return RelationName{from.schema, change.to}; };
  switch (change.kind) {
    case ObjectKind::table:
    case ObjectKind::foreign_table:
    case ObjectKind::view:
    case ObjectKind::materialized_view:
    case ObjectKind::index:
    case ObjectKind::sequence:
      return rename_relation(catalog, change.name, beside(catalog.resolve(change.name)), change.kind);
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain: {
      const TypeName type = catalog.resolve(TypeName{.schema = change.name.schema, .name = change.name.name});
      return rename_type(
          catalog, change.name,
          {type.schema.empty() ? catalog.creation_name(change.name).schema : type.schema, change.to});
    }
    case ObjectKind::constraint:
      return change.on.empty() ||
                     catalog.domain({.schema = change.on.schema, .name = change.on.name}) != nullptr
                 ? rename_domain_constraint(catalog, change)
                 : rename_table_constraint(replaying, change);
    case ObjectKind::trigger:
    case ObjectKind::policy:
    case ObjectKind::rule:
      return rename_on_table(catalog, change);
    case ObjectKind::statistics:
      return rename_statistics(catalog, change);
    case ObjectKind::schema:
      return rename_schema(catalog, change);
    case ObjectKind::publication:
      return rename_publication(catalog, change);
    case ObjectKind::function:
    case ObjectKind::procedure:
    case ObjectKind::aggregate: {
      const FunctionName from = function_name(catalog, change.name);
      move_functions(catalog, from, beside(from), change.arguments);
      return Replayed::done;
    }
    default:
      return rename_registered(catalog, change);
  }
}

static Replayed move_extension(Catalog& catalog, const std::string& extension, const std::string& schema) {
  const auto found = catalog.extensions.find(extension);
  if (found == catalog.extensions.end()) return Replayed::done;
  save_entry(catalog, &Catalog::extensions, extension);
  const std::string from = std::exchange(found->second, schema);
  for (const std::string_view type : extension_types(extension))
    move_type(catalog, {from, std::string(type)}, {schema, std::string(type)});
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const SetSchema& change) {
  Catalog& catalog = replaying.catalog;
  if (change.kind == ObjectKind::extension) {
    return move_extension(catalog, change.name.name, change.schema);
  }
  if (change.kind == ObjectKind::function || change.kind == ObjectKind::procedure ||
      change.kind == ObjectKind::aggregate) {
    const FunctionName from = function_name(catalog, change.name);
    move_functions(catalog, from, {change.schema, from.name}, change.arguments);
    return Replayed::done;
  }
  if (change.kind == ObjectKind::type || change.kind == ObjectKind::enum_type ||
      change.kind == ObjectKind::domain) {
    const TypeName type = catalog.resolve(TypeName{.schema = change.name.schema, .name = change.name.name});
    if (type.schema == change.schema) return Replayed::done;
    return rename_type(catalog, change.name, {change.schema, type.name});
  }
  if (is_registered(change.kind)) {
    const RegisteredObject* object = registered(catalog, reference_of(change));
    if (object != nullptr) move_registered(catalog, *object, {change.schema, object->reference.name.name});
    return Replayed::done;
  }
  const RelationName from = catalog.resolve(change.name);
  if (from.schema == change.schema) return Replayed::done;
  if (change.if_exists && !catalog.relation_exists(from)) return Replayed::skipped;
  return rename_relation(catalog, change.name, {change.schema, from.name}, change.kind);
}

}  // namespace miglint
