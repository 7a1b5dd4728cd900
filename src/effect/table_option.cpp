// The remaining forms of ALTER TABLE (and of ALTER INDEX, ALTER VIEW: the same node), each with the lock that
// AlterTableGetLockLevel gives it.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/partition.hpp"

namespace miglint {

using Option = AlterTableOption::Option;

/// reloptions.c: these take ACCESS EXCLUSIVE, the others SHARE UPDATE EXCLUSIVE.
static bool is_exclusive_parameter(std::string_view names) {
  static constexpr auto exclusive = std::to_array<std::string_view>(
      {"user_catalog_table", "fastupdate", "buffering", "security_barrier", "security_invoker",
       "check_option", "deduplicate_items", "pages_per_range"});
  return std::ranges::any_of(
      exclusive, [&](std::string_view name) { return names.find(name) != std::string_view::npos; });
}

static LockMode mode_of(const AlterTableOption& change) {
  switch (change.option) {
    case Option::storage_parameters:
      return is_exclusive_parameter(change.value) ? LockMode::access_exclusive
                                                  : LockMode::share_update_exclusive;
    case Option::cluster_on:
    case Option::set_without_cluster:
      return LockMode::share_update_exclusive;
    case Option::enable_trigger:
    case Option::disable_trigger:
      return LockMode::share_row_exclusive;
    default:
      return LockMode::access_exclusive;
  }
}

static void set_persistence(Context& context, const AlterTableOption& change, const Table& table) {
  const bool logged = change.option == Option::set_logged;
  const Persistence wanted = logged ? Persistence::permanent : Persistence::unlogged;
  if (table.persistence == wanted && table.certain) return;
  if (!logged)
    for (const auto& [other, key] : context.catalog.referencing(table.name))
      if (other->name != table.name && other->persistence == Persistence::permanent)
        return always_fails(context, "42P16",
                            fmt::format("{} is referenced by logged {}: it can't become unlogged",
                                        in_prose(table.name), in_prose(other->name)));
  for (const Constraint& key : table.constraints) {
    const Table* referenced =
        key.kind == Constraint::Kind::foreign_key ? context.catalog.table(key.referenced) : nullptr;
    if (logged && referenced != nullptr && referenced->name != table.name &&
        referenced->persistence == Persistence::unlogged)
      return always_fails(context, "42P16",
                          fmt::format("{} refers to unlogged {}: it can't become logged",
                                      in_prose(table.name), in_prose(key.referenced)));
  }
  rewrite(context, table.name);
}

/// A move copies the files as they are: the table is not read row by row.
static void move_to_tablespace(Context& context, const Table& table) {
  if (is_new(context, table.name) || table.kind != Table::Kind::table) return;
  context.effect.rewrites.push_back({table.name, context.change});
}

static void inherit(Context& context, const AlterTableOption& change, const Table& table) {
  const RelationName parent_name = resolve(context, change.parent);
  const Table* parent = context.catalog.table(parent_name);
  lock(context, parent_name, LockMode::share_update_exclusive);
  if (closes_circle(context, table.name, parent_name)) return;
  if (parent == nullptr || !table.certain || !parent->certain) return;
  for (const Column& column : parent->columns)
    if (table.column(column.name) == nullptr)
      return always_fails(context, "42804",
                          fmt::format("{} lacks column {} of {}", in_prose(table.name), in_prose(column.name),
                                      in_prose(parent_name)));
}

static bool names_exist(Context& context, const AlterTableOption& change, const Table& table) {
  if (!table.certain || change.value.empty() || change.value == "ALL" || change.value == "USER") return true;
  const bool trigger = change.option == Option::enable_trigger || change.option == Option::disable_trigger;
  if (trigger && std::ranges::find(table.triggers, change.value, &Trigger::name) == table.triggers.end())
    always_fails(context, "42704",
                 fmt::format("{} has no trigger {}", in_prose(table.name), in_prose(change.value)));
  if (change.option == Option::cluster_on && table.index(change.value) == nullptr)
    always_fails(context, "42704",
                 fmt::format("{} has no index {}", in_prose(table.name), in_prose(change.value)));
  return !failed(context);
}

/// ALTER INDEX … SET: the index is locked, not its table.
static bool concerns_index(Context& context, const AlterTableOption& change) {
  const Index* index =
      context.catalog.table(change.table) == nullptr ? context.catalog.index(change.table) : nullptr;
  if (index != nullptr && change.option == Option::set_tablespace) rebuild(context, index->name);
  return index != nullptr || context.statement.target_kind == ObjectKind::index ||
         context.statement.target_kind == ObjectKind::sequence;
}

void apply(Context& context, const AlterTableOption& change) {
  if (concerns_index(context, change)) return;
  const bool trigger = change.option == Option::enable_trigger || change.option == Option::disable_trigger;
  if (trigger)
    lock_reached(context, change.table, mode_of(change));
  else
    lock(context, change.table, mode_of(change));
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context) || !names_exist(context, change, *table)) return;
  switch (change.option) {
    case Option::set_logged:
    case Option::set_unlogged:
      return set_persistence(context, change, *table);
    case Option::set_tablespace:
      return move_to_tablespace(context, *table);
    case Option::set_access_method:
      if (!change.value.empty() && change.value != "heap" && change.value != "DEFAULT")
        rewrite(context, table->name);
      return;
    case Option::inherit:
      return inherit(context, change, *table);
    case Option::storage_parameters:
      if (table->kind == Table::Kind::partitioned)
        always_fails(
            context, "22023",
            fmt::format("{} is partitioned: storage parameters go on its partitions", in_prose(table->name)));
      return;
    default:
      return;
  }
}

}  // namespace miglint
