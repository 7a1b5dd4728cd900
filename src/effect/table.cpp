// CREATE TABLE and DROP TABLE. A new table is nobody's business but its own; the tables its foreign keys
// point at, its parents and the sources of LIKE are locked. DROP TABLE takes along what belongs to the table
// and is refused while anything else depends on it, unless CASCADE is given.

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <set>

#include "analysis/builtin_types.hpp"
#include "analysis/output_columns.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"
#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/default_check.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/inheritance.hpp"
#include "effect/partition.hpp"
#include "effect/queries.hpp"
#include "effect/registered_object.hpp"
#include "effect/sequence.hpp"
#include "effect/storage_parameter.hpp"

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

/// Of a parent: its columns, and its CHECKs by their names.
static void take_after(Table& child, const Table* parent) {
  copy_columns(child, parent);
  if (parent == nullptr) return;
  for (const Constraint& check : parent->constraints) {
    if (check.kind != Constraint::Kind::check || check.no_inherit) continue;
    if (child.constraint(check.name) == nullptr) child.constraints.push_back(check).inherited = true;
  }
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
  for (const RelationName& parent : change.inherits) take_after(table, context.catalog.table(parent));
  if (change.partition_of) take_after(table, context.catalog.table(*change.partition_of));
  for (const LikeClause& like : change.like) {
    copy_columns(table, context.catalog.table(like.source));
    if (like.indexes) copy_keys(table, context.catalog.table(like.source));
  }
  for (const ColumnDefinition& column : change.columns)
    if (!change.partition_of) table.columns.push_back(column_from(column, context.catalog));
  return table;
}

/// A table makes a type of its name. (A domain or an enum is no relation: IF NOT EXISTS does not see it.)
static bool row_type_is_free(Context& context, const RelationName& name) {
  if (!context.catalog.enums.contains(name) && !context.catalog.domains.contains(name)) return true;
  always_fails(context, "42710", fmt::format("there is a type {} already", in_prose(name)));
  return false;
}

/// Where it is to be, and for how long.
static bool place_is_sound(Context& context, const CreateTable& change) {
  const bool temporary = change.persistence == Persistence::temporary;
  const bool in_temporary_schema = change.table.schema.starts_with("pg_temp");
  const auto refuse = [&](std::string_view sqlstate, std::string_view reason) {
    always_fails(context, sqlstate, fmt::format("{}: {}", in_prose(change.table), reason));
    return false;
  };
  if (change.on_commit && !temporary && !in_temporary_schema)
    return refuse("42P16", "ON COMMIT is for temporary tables");
  if (temporary && !change.table.schema.empty() && !in_temporary_schema)
    return refuse("42P16", "a temporary table is in no schema that one can name");
  if (change.persistence == Persistence::unlogged && in_temporary_schema)
    return refuse("42P16", "what is in pg_temp is temporary");
  if (change.persistence == Persistence::unlogged && change.partition_key && context.postgres >= 18)
    return refuse("0A000", "a partitioned table can't be unlogged");
  return true;
}

static bool name_is_free(Context& context, const CreateTable& change) {
  const RelationName name = name_of_new(context.catalog, change.table, change.persistence);
  if (!context.catalog.relation_exists(name)) return row_type_is_free(context, name);
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

/// LIKE a table, a view or a composite type; none where they are not known.
static std::vector<std::string> columns_copied(const Catalog& catalog, const RelationName& source) {
  std::vector<std::string> names;
  if (const Table* table = catalog.table(source)) {
    if (table->certain)
      for (const Column& column : table->columns) names.push_back(column.name);
  } else if (const View* view = catalog.view(source)) {
    if (view->certain && view->columns_known) names = view->columns;
  } else if (const auto type = catalog.composites.find(catalog.resolve(source));
             type != catalog.composites.end() && catalog.knows(type->first)) {
    for (const ColumnDefinition& attribute : type->second.attributes) names.push_back(attribute.name);
  }
  return names;
}

/// Each name once: LIKE's columns are the table's own, those of a parent merge with them.
static void check_column_names(Context& context, const CreateTable& change) {
  const auto refuse = [&](const std::string& name) {
    always_fails(context, "42701",
                 fmt::format("{} has column {} twice", in_prose(change.table), in_prose(name)));
  };
  std::set<std::string> names;
  for (const ColumnDefinition& column : change.columns)
    if (!names.insert(column.name).second) refuse(column.name);
  // Mostly it is one table, whose columns are many, and few beside them.
  const Table* only = change.like.size() == 1 ? context.catalog.table(change.like.front().source) : nullptr;
  if (only != nullptr) {
    for (const ColumnDefinition& column : change.columns)
      if (only->certain && only->column(column.name) != nullptr) refuse(column.name);
    return;
  }
  for (const LikeClause& like : change.like)
    for (const std::string& column : columns_copied(context.catalog, like.source))
      if (!names.insert(column).second) refuse(column);
}

/// Sequences get their names before any of them is there (parse_utilcmd.c, generateSerialExtraStmts): two
/// whose columns' names are cut to the same clash.
static void check_sequence_names(Context& context, const CreateTable& change) {
  std::set<std::string> names;
  for (const ColumnDefinition& column : change.columns) {
    if (column.identity == Identity::none && serial_base(column.type).empty()) continue;
    const auto [name, is_new] = names.insert(make_object_name(change.table.name, column.name, "seq"));
    if (!is_new)
      return always_fails(
          context, "42P07",
          fmt::format("two sequences of {} would be {}", in_prose(change.table), in_prose(*name)));
  }
}

static void check_columns(Context& context, const CreateTable& change) {
  check_column_names(context, change);
  if (!failed(context)) check_sequence_names(context, change);
  for (const ColumnDefinition& column : change.columns) {
    if (failed(context) || !definition_is_sound(context, column)) return;
    if (column.sequence && sequence_fails(context, column.type, *column.sequence)) return;
    if (!column.default_value || failed(context)) continue;
    check_default(context, *column.default_value, column.type, false);
    use_labels(context, *column.default_value, nullptr, &column.type);
  }
}

/// A partition's list of columns gives them options, no types.
static bool options_name_columns(Context& context, const CreateTable& change, const Table& parent) {
  for (const ColumnDefinition& column : change.columns) {
    target_column(context, parent, column.name);
    if (!failed(context) && column.identity != Identity::none)
      always_fails(context, "0A000",
                   fmt::format("{} is a partition: it can have no identity column of its own",
                               in_prose(change.table)));
    if (failed(context)) return false;
  }
  return true;
}

static void create_partition(Context& context, const CreateTable& change) {
  const RelationName& parent = *change.partition_of;
  lock(context, parent, LockMode::access_exclusive);
  const Table* table = context.catalog.table(parent);
  if (table == nullptr || !lives_as_long(context, context.working->persistence, *table) ||
      !can_take(context, *table, *change.bound) || !options_name_columns(context, change, *table))
    return;
  check_default_partition(context, *table, *change.bound);
  for (const Constraint& key : table->constraints)
    if (key.kind == Constraint::Kind::foreign_key)
      lock(context, key.referenced, LockMode::share_row_exclusive);
}

/// CREATE TABLE … OF a type: a composite one.
static void type_has_columns(Context& context, const RelationName& written,
                             const std::vector<ColumnDefinition>& options) {
  const TypeName type{.schema = written.schema, .name = written.name};
  if (!type_is_there(context, type)) return;
  const TypeName resolved = context.catalog.resolve(type);
  if (context.catalog.enumeration(resolved) != nullptr || context.catalog.domain(resolved) != nullptr)
    return always_fails(context, "42809", fmt::format("type {} has no columns", in_prose(written)));
  const auto composite = context.catalog.composites.find(RelationName{resolved.schema, resolved.name});
  if (composite == context.catalog.composites.end() || !context.catalog.knows(composite->first)) return;
  const auto& attributes = composite->second.attributes;
  for (const ColumnDefinition& column : options)
    if (std::ranges::find(attributes, column.name, &ColumnDefinition::name) == attributes.end())
      return always_fails(
          context, "42703",
          fmt::format("{} has no attribute {}", in_prose(composite->first), in_prose(column.name)));
}

/// USING: one for tables (amcmds.c, get_table_am_oid).
static void access_method_is_there(Context& context, const CreateTable& change) {
  const std::string& method = change.access_method;
  if (method.empty()) return;
  if (change.partition_key && context.postgres < 17)
    return always_fails(context, "0A000", "a partitioned table has no access method");
  static constexpr auto for_indexes =
      std::to_array<std::string_view>({"brin", "btree", "gin", "gist", "hash", "spgist"});
  if (std::ranges::binary_search(for_indexes, std::string_view(method)))
    return always_fails(context, "55000", fmt::format("access method {} is for indexes", in_prose(method)));
  registered_is_there(context, {.kind = ObjectKind::access_method, .name = {{}, method}});
}

void apply(Context& context, const CreateTable& change) {
  if (!place_is_sound(context, change) || !name_is_free(context, change)) return;
  context.working = table_from(context, change);
  context.creating = true;
  if (!columns_fit(context, change)) return;
  check_columns(context, change);
  for (const LikeClause& like : change.like)
    if (relation_is_there(context, like.source)) lock(context, like.source, LockMode::access_share);
  for (const RelationName& parent : change.inherits)
    if (relation_is_there(context, parent)) lock(context, parent, LockMode::share_update_exclusive);
  if (change.partition_of && change.bound && relation_is_there(context, *change.partition_of))
    create_partition(context, change);
  if (!failed(context)) check_inherits(context, change);
  if (change.partition_key && !failed(context)) check_partition_key(context, change);
  if (!failed(context) && !change.foreign)
    parameters_are_valid(context, change.parameters,
                         change.partition_key ? Parameterised::partitioned_table : Parameterised::table);
  if (change.of_type && !failed(context)) type_has_columns(context, *change.of_type, change.columns);
  if (change.as_query) read(context, *change.as_query, change.with_data);
  if (!failed(context)) access_method_is_there(context, change);
  if (!failed(context) && change.foreign && !change.like.empty() && context.postgres < 18)
    always_fails(context, "0A000", "LIKE is for tables that are not foreign");
  if (!failed(context) && !change.server.empty())
    registered_is_there(context, {.kind = ObjectKind::server, .name = {{}, change.server}});
}

// ---- DROP TABLE -------------------------------------------------------------------------------------------

/// A foreign key that points at the table depends on its partitions one by one.
static const Table* referrer_of_whole(const Context& context, const Table& partition) {
  const Table* whole = &partition;
  for (int level = 0; whole != nullptr && whole->partition_of && level < deepest_partition; ++level) {
    whole = context.catalog.table(*whole->partition_of);
    if (whole == nullptr) return nullptr;
    for (const auto& [other, key] : context.catalog.referencing(whole->name))
      if (other->name != whole->name && !also_dropped(context, other->name)) return other;
  }
  return nullptr;
}

static void check_dependents(Context& context, const Table& table) {
  const std::string name = in_prose(table.name);
  const auto refuse = [&](const std::string& user) {
    always_fails(context, "2BP01", fmt::format("{} depends on {}", user, name));
  };
  if (const Table* referrer = referrer_of_whole(context, table))
    return refuse(fmt::format("a foreign key of {}", in_prose(referrer->name)));
  if (const std::string user = user_of_relation(context, table.name); !user.empty()) return refuse(user);
  for (const auto& [other, key] : keys_to(context.catalog, table))
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
      const bool foreign = context.statement.tag == "DROP FOREIGN TABLE";
      if (!change.if_exists)
        always_fails(context, foreign ? "42704" : "42P01", fmt::format("{} does not exist", in_prose(name)));
      return;
    }
    lock(context, name, LockMode::access_exclusive);
    drop(context, name);
    return lose(context, Loss::Kind::table, name);
  }
  if (!change.cascade) check_dependents(context, *table);
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
