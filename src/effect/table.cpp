// CREATE TABLE and DROP TABLE. A new table is nobody's business but its own; the tables its foreign keys
// point at, its parents and the sources of LIKE are locked. DROP TABLE takes along what belongs to the table
// and is refused while anything else depends on it, unless CASCADE is given.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtin_types.hpp"
#include "analysis/output_columns.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"
#include "effect/changes.hpp"
#include "effect/default_check.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/partition.hpp"
#include "effect/queries.hpp"

namespace miglint {

// ---- CREATE TABLE -----------------------------------------------------------------------------------------

static Column column_from(const ColumnDefinition& definition, const Catalog& catalog) {
  return {.name = definition.name,
          .type = catalog.resolve(definition.type),
          .not_null = definition.not_null || definition.primary_key,
          .default_value = definition.default_value,
          .identity = definition.identity,
          .generated = definition.generated,
          .generated_virtual = definition.generated_virtual};
}

static void copy_columns(Table& into, const Table* from) {
  if (from == nullptr) {
    into.certain = false;
    return;
  }
  into.certain = into.certain && from->certain;
  if (into.columns.empty()) {
    into.columns = from->columns;
    return;
  }
  for (const Column& column : from->columns)
    if (into.column(column.name) == nullptr) into.columns.push_back(column);
}

/// LIKE … INCLUDING INDEXES: the keys, under names PostgreSQL chooses.
static void copy_keys(Table& into, const Table* from) {
  if (from == nullptr) return;
  for (Constraint key : from->constraints) {
    if (key.kind != Constraint::Kind::primary_key && key.kind != Constraint::Kind::unique) continue;
    key.name.clear();
    into.constraints.push_back(std::move(key));
  }
  for (Index index : from->indexes) {
    index.name = {};
    into.indexes.push_back(std::move(index));
  }
}

/// The table as far as its own statement's constraints need it.
static Table table_from(const Context& context, const CreateTable& change) {
  Table table{.name = name_of_new(context.catalog, change.table, change.persistence),
              .persistence = change.persistence};
  table.kind = change.foreign         ? Table::Kind::foreign
               : change.partition_key ? Table::Kind::partitioned
                                      : Table::Kind::table;
  if (change.partition_key) table.partition_key = *change.partition_key;
  table.certain = !change.as_query && !change.of_type;
  for (const RelationName& parent : change.inherits) copy_columns(table, context.catalog.table(parent));
  if (change.partition_of) copy_columns(table, context.catalog.table(*change.partition_of));
  for (const LikeClause& like : change.like) {
    copy_columns(table, context.catalog.table(like.source));
    if (like.indexes) copy_keys(table, context.catalog.table(like.source));
  }
  for (const ColumnDefinition& column : change.columns)
    table.columns.push_back(column_from(column, context.catalog));
  return table;
}

static bool name_is_free(Context& context, const CreateTable& change) {
  const RelationName name = name_of_new(context.catalog, change.table, change.persistence);
  if (!context.catalog.relation_exists(name)) return true;
  const Table* there = context.catalog.table(name);
  if (there != nullptr && there->on_commit_drop) return true;  // gone, if its transaction is over
  if (change.if_not_exists)
    context.skipped = true;
  else
    always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
  return false;
}

static bool columns_fit(Context& context, const CreateTable& change) {
  const std::string name = in_prose(change.table);
  const auto too_many = [&](std::size_t columns) {
    always_fails(context, "54011",
                 fmt::format("{} would have {} columns: PostgreSQL takes {}", name, columns, most_columns));
    return false;
  };
  if (change.columns.size() > most_columns) return too_many(change.columns.size());
  const Table& made = *context.working;
  if (made.columns.size() > most_columns && made.certain && context.catalog.complete)
    return too_many(made.columns.size());
  if (!change.as_query) return true;
  const QueryColumns output = query_columns(context.catalog, *change.as_query, change.column_aliases);
  if (output.refusal) {
    always_fails(context, output.refusal->sqlstate, output.refusal->reason);
    return false;
  }
  const auto refused = refused_output(context.catalog, output);
  if (refused) always_fails(context, refused->sqlstate, fmt::format("{} {}", name, refused->reason));
  return !refused;
}

static void check_columns(Context& context, const CreateTable& change) {
  for (const ColumnDefinition& column : change.columns) {
    if (failed(context)) return;
    if (!column.type.empty() && serial_base(column.type).empty()) type_is_there(context, column.type);
    if (!column.default_value || failed(context)) continue;
    check_default(context, *column.default_value, column.type, false);
    use_labels(context, *column.default_value, nullptr, &column.type);
  }
}

static void create_partition(Context& context, const RelationName& parent, const PartitionBound& bound) {
  lock(context, parent, LockMode::access_exclusive);
  const Table* table = context.catalog.table(parent);
  if (table == nullptr || !can_take(context, *table, bound)) return;
  check_default_partition(context, *table);
  for (const Constraint& key : table->constraints)
    if (key.kind == Constraint::Kind::foreign_key)
      lock(context, key.referenced, LockMode::share_row_exclusive);
}

void apply(Context& context, const CreateTable& change) {
  if (!name_is_free(context, change)) return;
  context.working = table_from(context, change);
  context.creating = true;
  if (!columns_fit(context, change)) return;
  check_columns(context, change);
  for (const LikeClause& like : change.like)
    if (relation_is_there(context, like.source)) lock(context, like.source, LockMode::access_share);
  for (const RelationName& parent : change.inherits)
    if (relation_is_there(context, parent)) lock(context, parent, LockMode::share_update_exclusive);
  if (change.partition_of && change.bound && relation_is_there(context, *change.partition_of))
    create_partition(context, *change.partition_of, *change.bound);
  if (change.as_query) read(context, *change.as_query, change.with_data);
}

// ---- DROP TABLE -------------------------------------------------------------------------------------------

static void check_dependents(Context& context, const Table& table) {
  const std::string name = in_prose(table.name);
  const auto refuse = [&](const std::string& user) {
    always_fails(context, "2BP01", fmt::format("{} depends on {}", user, name));
  };
  if (const std::string user = user_of_relation(context, table.name); !user.empty()) return refuse(user);
  for (const auto& [other, key] : context.catalog.referencing(table.name))
    if (other->name != table.name && !also_dropped(context, other->name))
      return refuse(fmt::format("foreign key {} of {}", in_prose(key->name), in_prose(other->name)));
  for (const auto& [other, column] : context.catalog.columns_of_type(table.name))
    if (other->name != table.name && !also_dropped(context, other->name))
      return refuse(fmt::format("{}.{}", in_prose(other->name), in_prose(column->name)));
  for (const Table* child : context.catalog.children_of(table.name))
    if (!child->partition_of && !also_dropped(context, child->name)) return refuse(in_prose(child->name));
  for (const Sequence* sequence : owned_sequences(context, table.name))
    if (!sequence_is_free(context, sequence->name, table.name, {})) return;
}

static void drop_with_belongings(Context& context, const Table& table) {
  lock(context, table.name, LockMode::access_exclusive);
  drop(context, table.name);
  for (const Index& index : table.indexes) drop(context, index.name);
  for (const Sequence* sequence : owned_sequences(context, table.name)) drop(context, sequence->name);
  for (const Constraint& key : table.constraints)
    if (key.kind == Constraint::Kind::foreign_key) lock(context, key.referenced, LockMode::access_exclusive);
  lose(context, Loss::Kind::table, table.name);
}

void apply(Context& context, const DropTable& change) {
  const RelationName name = resolve(context, change.table);
  const Table* table = context.catalog.table(change.table);
  if (table == nullptr) {
    if (context.catalog.view(change.table) != nullptr)
      return always_fails(context, "42809", fmt::format("{} is a view", in_prose(name)));
    if (context.catalog.certainly_missing(change.table)) {
      if (!change.if_exists) always_fails(context, "42P01", fmt::format("{} does not exist", in_prose(name)));
      return;
    }
    lock(context, name, LockMode::access_exclusive);
    drop(context, name);
    return lose(context, Loss::Kind::table, name);
  }
  if (!change.cascade) check_dependents(context, *table);
  if (failed(context)) return;
  drop_with_belongings(context, *table);
  if (table->partition_of) lock(context, *table->partition_of, LockMode::access_exclusive);
  for (const Table* partition : context.catalog.partitions_of(table->name))
    drop_with_belongings(context, *partition);
  if (!change.cascade) return;
  drop_views_along(context, table->name);
  drop_keys_along(context, table->name);
  drop_columns_of_type(context, table->name);
  for (const Table* child : context.catalog.children_of(table->name))
    if (!child->partition_of) drop_with_belongings(context, *child);
}

}  // namespace miglint
