// What makes an existing table a partition or a child, or ends that; and ALTER TABLE's settings.

#include <algorithm>

#include "catalog/inheritance.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"

namespace miglint {

Replayed apply(Replaying& replaying, const AttachPartition& change) {
  Catalog& catalog = replaying.catalog;
  Table* parent = edit_table(catalog, change.table);
  Table* partition = edit_table(catalog, change.partition);
  if (parent == nullptr || partition == nullptr || partition->partition_of) return Replayed::refused;
  if (circle_through(catalog, partition->name, parent->name) != Circle::none) return Replayed::refused;
  partition->partition_of = parent->name;
  partition->bound = change.bound;
  for (Column& column : partition->columns.edit()) {
    const Column* of_parent = parent->column(column.name);
    column.inherited = of_parent != nullptr;
    if (of_parent != nullptr && shares_identity(catalog)) column.identity = of_parent->identity;
  }
  for (Constraint& constraint : partition->constraints.edit())
    if (constraint.kind == Constraint::Kind::check)
      constraint.inherited = parent->constraint(constraint.name) != nullptr;
  note_dependents(catalog, *partition);
  adopt_from_parent(catalog, RelationName(partition->name), RelationName(parent->name));
  return Replayed::done;
}

/// On its own again: what it had from its parent is its own now.
static void make_independent(Table& table) {
  for (Column& column : table.columns.edit()) column.inherited = false;
  for (Constraint& constraint : table.constraints.edit()) constraint.inherited = constraint.local = false;
  for (Index& index : table.indexes.edit()) index.parent = {};
  std::erase_if(table.triggers, [](const Trigger& trigger) { return trigger.inherited; });
}

/// What the parent has too is inherited from now on, and the table's own as before.
static void take_for_inherited(Table& table, const Table& parent) {
  for (Column& column : table.columns.edit()) {
    if (parent.column(column.name) == nullptr) continue;
    column.local |= !column.inherited;
    column.inherited = true;
  }
  for (Constraint& constraint : table.constraints.edit())
    if (constraint.kind == Constraint::Kind::check && parent.constraint(constraint.name) != nullptr) {
      constraint.local |= !constraint.inherited;
      constraint.inherited = true;
    }
}

void follow_parents(Catalog& catalog, const RelationName& name) {
  Table* table = edit(catalog, &Catalog::tables, name);
  if (table == nullptr || table->partition_of) return;
  std::vector<const Table*> parents;
  for (const RelationName& parent : table->inherits) {
    const Table* found = catalog.table(parent);
    if (found == nullptr || !found->certain) return;  // it may have anything
    parents.push_back(found);
  }
  const auto one_has = [&](auto has) { return std::any_of(parents.begin(), parents.end(), has); };
  for (Column& column : table->columns.edit()) {
    column.inherited =
        column.inherited && one_has([&](const Table* p) { return p->column(column.name) != nullptr; });
    if (!column.inherited) column.local = false;
  }
  for (Constraint& constraint : table->constraints.edit()) {
    constraint.inherited = constraint.inherited &&
                           one_has([&](const Table* p) { return p->constraint(constraint.name) != nullptr; });
    if (!constraint.inherited) constraint.local = false;
  }
}

/// DETACH … CONCURRENTLY leaves the bound behind as a check, unless it is the rest's (partition bounds that
/// are empty have none).
static void keep_bound_as_check(Catalog& catalog, Table& partition, const Table& parent) {
  const std::vector<std::string>& keys = parent.partition_key.columns;
  const std::string_view only_column = keys.size() == 1 ? std::string_view(keys.front()) : std::string_view();
  add_constraint(catalog, partition,
                 {.kind = Constraint::Kind::check,
                  .name = choose_constraint_name(catalog, partition.name.schema, partition.name.name,
                                                 only_column, "check"),
                  .columns = keys,
                  .origin = here(catalog)});
}

Replayed apply(Replaying& replaying, const DetachPartition& change) {
  Table* partition = edit_table(replaying.catalog, change.partition);
  if (partition == nullptr || (partition->certain && !partition->partition_of)) return Replayed::refused;
  const Table* parent = replaying.catalog.table(change.table);
  if (change.concurrently && parent != nullptr) keep_bound_as_check(replaying.catalog, *partition, *parent);
  partition->partition_of.reset();
  partition->bound = {};
  make_independent(*partition);
  if (shares_identity(replaying.catalog))  // the sequence stays with the table
    for (Column& column : partition->columns.edit()) column.identity = Identity::none;
  return Replayed::done;
}

static Replayed add_parent(Catalog& catalog, Table& table, const RelationName& name) {
  const Table* parent = edit_table(catalog, name);
  if (parent == nullptr || circle_through(catalog, table.name, name) != Circle::none ||
      std::ranges::find(table.inherits, name) != table.inherits.end())
    return Replayed::refused;
  table.inherits.push_back(name);
  take_for_inherited(table, *parent);
  note_dependents(catalog, table);
  return Replayed::done;
}

/// pg_class.relreplident's letter, or an index's name.
static Table::ReplicaIdentity replica_identity(std::string_view value) {
  using Replica = Table::ReplicaIdentity;
  if (value == "d") return Replica::primary_key;
  if (value == "f") return Replica::full;
  return value == "n" ? Replica::nothing : Replica::index;
}

Replayed apply(Replaying& replaying, const AlterTableOption& change) {
  using Option = AlterTableOption::Option;
  Catalog& catalog = replaying.catalog;
  const RelationName relation = catalog.resolve(change.table);
  if (change.option == Option::owner)
    set_owner_of_relation(catalog, relation, role_named(catalog, change.value));
  if (catalog.views.contains(relation) || catalog.index_tables.contains(relation) ||
      catalog.sequences.contains(relation))
    return Replayed::done;
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  switch (change.option) {
    case Option::enable_row_security:
      table->row_security = true;
      break;
    case Option::disable_row_security:
      table->row_security = false;
      break;
    case Option::replica_identity:
      table->replica_identity = replica_identity(change.value);
      break;
    case Option::set_logged:
      table->persistence = Persistence::permanent;
      break;
    case Option::set_unlogged:
      table->persistence = Persistence::unlogged;
      break;
    case Option::cluster_on:
    case Option::set_without_cluster:
      for (Index& index : table->indexes.edit()) index.clustered = index.name.name == change.value;
      break;
    case Option::of_type:
      table->of_type = resolve_type(catalog, change.parent);
      note_dependents(catalog, *table);
      break;
    case Option::not_of_type:
      table->of_type.reset();
      break;
    case Option::inherit:
      return add_parent(catalog, *table, catalog.resolve(change.parent));
    case Option::no_inherit:
      std::erase(table->inherits, catalog.resolve(change.parent));
      follow_parents(catalog, table->name);
      break;
    default:
      break;
  }
  return Replayed::done;
}

}  // namespace miglint
