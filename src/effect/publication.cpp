// Publications (publicationcmds.c), and what they ask of the tables they publish: a row that is updated or
// deleted is named to the others by its replica identity (execReplication.c, CheckCmdReplicaIdentity).

#include "effect/publication.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <set>

#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/row_filter.hpp"

namespace miglint {

using TableColumns = std::vector<std::pair<RelationName, std::vector<std::string>>>;

// ---- What can be published ------------------------------------------------------------------------------

static bool can_be_published(Context& context, const RelationName& name) {
  if (!relation_is_there(context, name)) return false;
  const RelationName resolved = resolve(context, name);
  const Relkind kind = relkind(context, name);
  if (kind == Relkind::index || kind == Relkind::composite) {
    always_fails(context, "42809", fmt::format("{} is {}", in_prose(resolved), in_words(kind)));
    return false;
  }
  if (resolved.schema == "pg_catalog" || resolved.schema == "information_schema") {
    always_fails(context, "22023",
                 fmt::format("{} is PostgreSQL's: it can't be published", in_prose(resolved)));
    return false;
  }
  const Table* table = table_now(context, name);
  const bool lasts = table == nullptr || table->persistence == Persistence::permanent;
  if (kind == Relkind::unknown || (kind == Relkind::table && lasts)) return true;
  const std::string_view what = kind != Relkind::table                         ? in_words(kind)
                                : table->persistence == Persistence::temporary ? "a temporary table"
                                                                               : "an unlogged table";
  always_fails(context, "22023", fmt::format("{} is {}: it can't be published", in_prose(resolved), what));
  return false;
}

static void check_published_columns(Context& context, const Table& table,
                                    const std::vector<std::string>& columns) {
  std::set<std::string_view> seen;
  for (auto name = columns.begin(); name != columns.end() && !failed(context); ++name) {
    if (is_system_column(*name))
      return always_fails(context, "42P10",
                          fmt::format("{} is a system column: it can't be published", *name));
    const Column* column = target_column(context, table, *name);
    if (failed(context)) return;
    if (column != nullptr && column->generated && context.postgres < 18)
      always_fails(context, "42P10",
                   fmt::format("{} is a generated column: it can't be published", in_prose(*name)));
    else if (!seen.insert(*name).second)
      always_fails(context, "42710", fmt::format("column {} is listed twice", in_prose(*name)));
  }
}

static bool has_filter(const Context& context, const std::vector<RowFilter>& filters,
                       const RelationName& table) {
  return std::ranges::any_of(
      filters, [&](const RowFilter& filter) { return resolve(context, filter.table) == table; });
}

static void publish(Context& context, const TableColumns& tables, const std::vector<RowFilter>& filters) {
  std::map<RelationName, bool> seen;  // value: with a column list
  for (auto entry = tables.begin(); entry != tables.end() && !failed(context); ++entry) {
    const auto& [name, columns] = *entry;
    if (!can_be_published(context, name)) return;
    lock(context, name, LockMode::share_update_exclusive);
    if (const Table* table = table_now(context, name)) check_published_columns(context, *table, columns);
    const RelationName resolved = resolve(context, name);
    const auto [same, first] = seen.emplace(resolved, !columns.empty());
    if (!first && (!columns.empty() || same->second || has_filter(context, filters, resolved)))
      always_fails(context, "42710",
                   fmt::format("{} is named twice, with a column list or a WHERE", in_prose(resolved)));
  }
  if (!failed(context)) row_filters_are_simple(context, filters);
}

static bool has_column_list(const TableColumns& tables) {
  return std::ranges::any_of(tables, [](const auto& entry) { return !entry.second.empty(); });
}

static void publish_schemas(Context& context, const std::vector<std::string>& schemas, bool column_lists) {
  for (const std::string& schema : schemas) {
    if (!schema_is_there(context, schema)) return;
    if (schema.starts_with("pg_") || schema == "information_schema")
      return always_fails(context, "22023", fmt::format("{} can't be published", in_prose(schema)));
  }
  if (!schemas.empty() && column_lists)
    always_fails(context, "22023", "a publication of schemas takes no column lists");
}

// ---- CREATE, ALTER ----------------------------------------------------------------------------------------

void apply(Context& context, const CreatePublication& change) {
  if (context.catalog.publications.contains(change.name))
    return always_fails(context, "42710",
                        fmt::format("publication {} exists already", in_prose(change.name)));
  publish(context, change.tables, change.filters);
  if (!failed(context)) publish_schemas(context, change.schemas, has_column_list(change.tables));
}

static bool has_table(const Publication& publication, const RelationName& table) {
  return std::ranges::any_of(publication.tables, [&](const auto& entry) { return entry.first == table; });
}

static void add_members(Context& context, const Publication& publication, const AlterPublication& change) {
  for (const auto& [name, columns] : change.tables)
    if (has_table(publication, resolve(context, name)))
      return always_fails(context, "42710",
                          fmt::format("{} is in publication {} already", in_prose(resolve(context, name)),
                                      in_prose(change.name)));
  for (const std::string& schema : change.schemas)
    if (std::ranges::find(publication.schemas, schema) != publication.schemas.end())
      return always_fails(
          context, "42710",
          fmt::format("schema {} is in publication {} already", in_prose(schema), in_prose(change.name)));
}

static void drop_members(Context& context, const Publication& publication, const AlterPublication& change) {
  for (const auto& [name, columns] : change.tables) {
    if (!relation_is_there(context, name)) return;
    const RelationName table = resolve(context, name);
    if (has_table(publication, table) || relkind(context, name) == Relkind::unknown) continue;
    return always_fails(context, "42704",
                        fmt::format("{} is not in publication {}", in_prose(table), in_prose(change.name)));
  }
  for (const std::string& schema : change.schemas)
    if (std::ranges::find(publication.schemas, schema) == publication.schemas.end() &&
        schema_is_there(context, schema))
      return always_fails(
          context, "42704",
          fmt::format("schema {} is not in publication {}", in_prose(schema), in_prose(change.name)));
}

void apply(Context& context, const AlterPublication& change) {
  using Action = AlterPublication::Action;
  const Publication* publication = named_publication(context, change.name);
  const bool members = !change.tables.empty() || !change.schemas.empty();
  if (publication != nullptr && publication->all_tables && members)
    return always_fails(context, "55000",
                        fmt::format("publication {} is FOR ALL TABLES", in_prose(change.name)));
  if (change.action == Action::drop) {
    for (const auto& [name, columns] : change.tables) lock(context, name, LockMode::share_update_exclusive);
    if (publication != nullptr) drop_members(context, *publication, change);
    return;
  }
  publish(context, change.tables, change.filters);
  const bool lists =
      has_column_list(change.tables) ||
      (publication != nullptr && change.action == Action::add && has_column_list(publication->tables));
  if (!failed(context)) publish_schemas(context, change.schemas, lists);
  if (publication != nullptr && change.action == Action::add && !failed(context))
    add_members(context, *publication, change);
}

// ---- Rows of published tables ---------------------------------------------------------------------------

/// The table itself or, published with it, what it is a partition of.
static bool publishes(const Catalog& catalog, const Publication& publication, const Table& table) {
  if (publication.all_tables) return true;
  const Table* at = &table;
  for (int level = 0; at != nullptr && level < 64; ++level) {
    if (has_table(publication, at->name) ||
        std::ranges::find(publication.schemas, at->name.schema) != publication.schemas.end())
      return true;
    at = at->partition_of ? catalog.table(*at->partition_of) : nullptr;
  }
  return false;
}

static bool has_replica_identity(const Table& table) {
  using Replica = Table::ReplicaIdentity;
  if (table.replica_identity == Replica::primary_key) {
    const Constraint* key = table.primary_key();
    return key != nullptr && !key->deferrable;
  }
  return table.replica_identity != Replica::nothing;
}

void replica_identity_is_there(Context& context, const Table& table, bool updates) {
  const Catalog& catalog = context.catalog;
  if (catalog.publications.empty() || !table.certain || table.kind != Table::Kind::table ||
      table.persistence != Persistence::permanent || has_replica_identity(table))
    return;
  for (const auto& [name, publication] : catalog.publications) {
    if (!(updates ? publication.updates : publication.deletes) || !publishes(catalog, publication, table))
      continue;
    return always_fails(context, "55000",
                        fmt::format("{} has no replica identity, and publication {} publishes its {}",
                                    in_prose(table.name), in_prose(name), updates ? "updates" : "deletes"));
  }
}

}  // namespace miglint
