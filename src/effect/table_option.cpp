// The remaining forms of ALTER TABLE (and of ALTER INDEX, ALTER VIEW: the same node), each with the lock that
// AlterTableGetLockLevel gives it.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/inheritance.hpp"
#include "effect/keys.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"
#include "effect/storage_parameter.hpp"

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
  if (table.persistence == Persistence::temporary)
    return always_fails(context, "42P16", fmt::format("{} is temporary", in_prose(table.name)));
  if (table.kind == Table::Kind::partitioned && context.postgres >= 18)
    return always_fails(
        context, "42809",
        fmt::format("{} is partitioned: it is its partitions that are logged or not", in_prose(table.name)));
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

static bool names_exist(Context& context, const AlterTableOption& change, const Table& table) {
  if (!table.certain || change.value.empty() || change.value == "ALL" || change.value == "USER") return true;
  const bool trigger = change.option == Option::enable_trigger || change.option == Option::disable_trigger;
  if (trigger && std::ranges::find(table.triggers, change.value, &Trigger::name) == table.triggers.end())
    always_fails(context, "42704",
                 fmt::format("{} has no trigger {}", in_prose(table.name), in_prose(change.value)));
  const bool rule = change.option == Option::enable_rule || change.option == Option::disable_rule;
  if (rule && std::ranges::find(table.rules, change.value, &RewriteRule::name) == table.rules.end())
    always_fails(context, "42704",
                 fmt::format("{} has no rule {}", in_prose(table.name), in_prose(change.value)));
  return !failed(context);
}

// ---- Indexes it names -------------------------------------------------------------------------------------

const Index* index_of_table(Context& context, const Table& table, const std::string& name) {
  const Index* index = table.index(name);
  if (index != nullptr || !table.certain) return index;
  if (context.catalog.index({table.name.schema, name}) != nullptr)
    always_fails(context, "42809",
                 fmt::format("{} is not an index of {}", in_prose(name), in_prose(table.name)));
  else
    always_fails(context, "42704", fmt::format("{} has no index {}", in_prose(table.name), in_prose(name)));
  return nullptr;
}

static void cluster_on(Context& context, const AlterTableOption& change, const Table& table) {
  if (index_of_table(context, table, change.value) != nullptr && table.kind == Table::Kind::partitioned)
    always_fails(context, "0A000",
                 fmt::format("{} is partitioned: it can't be clustered", in_prose(table.name)));
}

/// DEFAULT, FULL and NOTHING are the letters that pg_class has for them.
static bool names_index(const AlterTableOption& change) { return change.value.size() > 1; }

static bool is_deferrable(const Table& table, const std::string& key) {
  const Constraint* constraint = table.constraint(key);
  return constraint != nullptr && constraint->deferrable;
}

/// ATExecReplicaIdentity.
static void use_as_replica_identity(Context& context, const AlterTableOption& change, const Table& table) {
  if (!names_index(change)) return;
  const Index* index = index_of_table(context, table, change.value);
  if (index == nullptr) return;
  const auto refuse = [&](std::string_view sqlstate, std::string_view why) {
    always_fails(context, sqlstate,
                 fmt::format("index {} can't be the replica identity: {}", in_prose(change.value), why));
  };
  if (!index->unique) return refuse("42809", "it is not unique");
  if (is_deferrable(table, change.value)) return refuse("0A000", "its constraint is deferrable");
  const auto columns = index->columns();
  if (std::ranges::find(columns, std::string()) != columns.end())
    return refuse("0A000", "it has expressions");
  if (index->where) return refuse("0A000", "it is partial");
  for (const std::string& name : columns) {
    const Column* column = table.column(name);
    if (column != nullptr && !is_marked_not_null(table, *column))
      return refuse("42809", fmt::format("column {} may be NULL", in_prose(name)));
  }
}

static bool is_other_type(const Catalog& catalog, const TypeName& left, const TypeName& right) {
  const TypeName one = catalog.resolve(left);
  const TypeName other = catalog.resolve(right);
  return !one.schema.empty() && !other.schema.empty() &&
         (one.name != other.name || one.schema != other.schema ||
          one.array_dimensions != other.array_dimensions || one.modifiers != other.modifiers);
}

/// OF: the columns are the type's, in its order (tablecmds.c, ATExecAddOf).
static void take_type(Context& context, const AlterTableOption& change, const Table& table) {
  const auto type = named_type(context, change.parent);
  if (!type) return;
  if (type->kind == Typekind::enumeration || type->kind == Typekind::domain)
    return always_fails(context, "42809", fmt::format("{} is no composite type", in_prose(type->name)));
  const auto composite = context.catalog.composites.find(type->name);
  if (composite == context.catalog.composites.end() || !table.certain || !context.catalog.knows(type->name))
    return;
  if (!table.inherits.empty())
    return always_fails(context, "42809",
                        fmt::format("{} inherits: it can't be OF a type", in_prose(table.name)));
  const auto& attributes = composite->second.attributes;
  for (std::size_t at = 0; at < std::max(attributes.size(), table.columns.size()); ++at) {
    const bool missing = at >= attributes.size() || at >= table.columns.size();
    if (!missing && table.columns[at].name == attributes[at].name &&
        !is_other_type(context.catalog, table.columns[at].type, attributes[at].type))
      continue;
    return always_fails(
        context, "42804",
        fmt::format("{} has not the columns of {}", in_prose(table.name), in_prose(type->name)));
  }
}

/// ALTER INDEX … SET: the index is locked, not its table.
static bool concerns_index(Context& context, const AlterTableOption& change) {
  const Index* index =
      context.catalog.table(change.table) == nullptr ? context.catalog.index(change.table) : nullptr;
  if (index != nullptr && change.option == Option::set_tablespace) rebuild(context, index->name);
  if (index != nullptr) parameters_are_valid(context, change.parameters, Parameterised::index, index->method);
  if (index == nullptr && context.statement.target_kind == ObjectKind::index)
    relation_is_there(context, change.table);
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
      if (table->kind == Table::Kind::partitioned && context.postgres < 17)
        return always_fails(context, "42809",
                            fmt::format("{} is partitioned: it has no access method", in_prose(table->name)));
      if (!change.value.empty() && change.value != "DEFAULT" &&
          !registered_is_there(context, {.kind = ObjectKind::access_method, .name = {{}, change.value}}))
        return;
      if (!change.value.empty() && change.value != "heap" && change.value != "DEFAULT")
        rewrite(context, table->name);
      return;
    case Option::owner:
      if (!change.value.empty())
        registered_is_there(context, {.kind = ObjectKind::role, .name = {{}, change.value}});
      return;
    case Option::inherit:
      return inherit(context, change, *table);
    case Option::no_inherit:
      return disinherit(context, change, *table);
    case Option::cluster_on:
      return cluster_on(context, change, *table);
    case Option::replica_identity:
      return use_as_replica_identity(context, change, *table);
    case Option::of_type:
      return take_type(context, change, *table);
    case Option::not_of_type:
      if (table->certain && !table->of_type)
        always_fails(context, "42809", fmt::format("{} is OF no type", in_prose(table->name)));
      return;
    case Option::storage_parameters:
      if (table->kind != Table::Kind::foreign)
        parameters_are_valid(context, change.parameters,
                             table->kind == Table::Kind::partitioned ? Parameterised::partitioned_table
                                                                     : Parameterised::table);
      return;
    default:
      return;
  }
}

}  // namespace miglint
