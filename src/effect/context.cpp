#include "effect/context.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "effect/presence.hpp"

namespace miglint {

// ---- Names ------------------------------------------------------------------------------------------------

/// This table's schema is on the path, and none before it has one of its name.
static bool is_found_first(const Catalog& catalog, const RelationName& table) {
  if (table.schema == "pg_temp") return true;
  for (const std::string& schema : catalog.search_path) {
    if (schema == table.schema) return true;
    if (catalog.relation_exists({schema, table.name})) return false;
  }
  return false;
}

/// The table in the making, which no catalog has yet.
static bool is_in_the_making(const Context& context, const RelationName& name) {
  if (!context.creating || !context.working || context.working->name.name != name.name) return false;
  return name.schema.empty() ? is_found_first(context.catalog, context.working->name)
                             : name.schema == context.working->name.schema;
}

RelationName resolve(const Context& context, const RelationName& name) {
  return is_in_the_making(context, name) ? context.working->name : context.catalog.resolve(name);
}

static NameView resolve_view(const Context& context, const RelationName& name) {
  return is_in_the_making(context, name) ? NameView(context.working->name)
                                         : context.catalog.resolve_view(name);
}

const Table* table_before(const Context& context, const RelationName& name) {
  return context.catalog.table(resolve_view(context, name));
}

const Table* table_now(const Context& context, const RelationName& name) {
  const NameView resolved = resolve_view(context, name);
  if (context.working && NameView(context.working->name) == resolved) return &*context.working;
  return context.catalog.table(resolved);
}

bool is_new(const Context& context, const RelationName& name) {
  return is_in_the_making(context, name) || context.catalog.is_new(context.catalog.resolve_view(name));
}

std::vector<RelationName> with_descendants(const Context& context, const RelationName& table) {
  std::vector<RelationName> found;
  found.push_back(resolve(context, table));
  if (context.catalog.dependents.children.empty()) return found;
  std::set<RelationName> seen(found.begin(), found.end());
  for (std::size_t at = 0; at < found.size(); ++at)
    for (const Table* child : context.catalog.children_of(RelationName(found[at])))
      if (seen.insert(child->name).second) found.push_back(child->name);
  return found;
}

std::vector<RelationName> reached(const Context& context, const RelationName& table) {
  if (context.statement.only) return {resolve(context, table)};
  return with_descendants(context, table);
}

bool is_partitioned(const Context& context, const RelationName& name) {
  const Table* table = table_now(context, name);
  return table != nullptr && table->kind == Table::Kind::partitioned;
}

static bool is_named(const Context& context, const RelationName& table) {
  return std::ranges::any_of(context.statement.changes, [&](const StatementChange& other) {
    if (const auto* dropped = std::get_if<DropTable>(&other.change))
      return resolve(context, dropped->table) == table;
    if (const auto* truncated = std::get_if<Truncate>(&other.change))
      return resolve(context, truncated->table) == table;
    if (const auto* object = std::get_if<DropObject>(&other.change))
      return resolve(context, object->name) == table;
    return false;
  });
}

bool also_dropped(const Context& context, const RelationName& table) {
  if (is_named(context, table)) return true;
  const Table* whole = context.catalog.table(table);
  for (int level = 0; whole != nullptr && whole->partition_of && level < deepest_partition; ++level) {
    if (is_named(context, *whole->partition_of)) return true;
    whole = context.catalog.table(*whole->partition_of);
  }
  return false;
}

// ---- Saying -----------------------------------------------------------------------------------------------

void lock(Context& context, const RelationName& relation, LockMode mode) {
  if (is_new(context, relation)) return;
  RelationName name = resolve(context, relation);
  auto& locks = context.effect.locks;
  const auto found = std::ranges::find(locks, name, &Lock::relation);
  if (found == locks.end())
    locks.push_back({std::move(name), mode});
  else
    found->mode = std::max(found->mode, mode);
}

void lock_reached(Context& context, const RelationName& table, LockMode mode) {
  for (const RelationName& name : reached(context, table)) lock(context, name, mode);
}

static void add_work(std::vector<Work>& list, const RelationName& relation, int change) {
  if (std::ranges::find(list, relation, &Work::relation) == list.end()) list.push_back({relation, change});
}

void scan(Context& context, const RelationName& table) {
  if (is_new(context, table) || is_partitioned(context, table)) return;
  if (resolve(context, table).schema == "pg_catalog") return;  // small, and nobody waits for it
  add_work(context.effect.scans, resolve(context, table), context.change);
}

void scan_reached(Context& context, const RelationName& table) {
  for (const RelationName& name : reached(context, table)) scan(context, name);
}

void rewrite(Context& context, const RelationName& name) {
  const Table* table = table_now(context, name);
  if (is_new(context, name) || (table != nullptr && table->kind != Table::Kind::table)) return;
  add_work(context.effect.rewrites, resolve(context, name), context.change);
  scan(context, name);
  if (table == nullptr) return;
  for (const Index& index : table->indexes) rebuild(context, index.name);
}

void rewrite_reached(Context& context, const RelationName& table) {
  for (const RelationName& name : reached(context, table)) rewrite(context, name);
}

void build(Context& context, const RelationName& index) {
  add_work(context.effect.builds, index, context.change);
}
void rebuild(Context& context, const RelationName& index) {
  add_work(context.effect.rebuilds, index, context.change);
}
void drop(Context& context, const RelationName& object) {
  add_work(context.effect.drops, object, context.change);
}

void may_fail(Context& context, std::string_view sqlstate, const RelationName& table,
              std::vector<std::string> columns, bool any_row) {
  const RelationName name = resolve(context, table);
  auto& failures = context.effect.row_failures;
  // one change after the other
  for (auto known = failures.rbegin(); known != failures.rend() && known->change == context.change; ++known) {
    if (known->sqlstate != sqlstate || known->relation != name || known->columns != columns) continue;
    known->any_row = known->any_row || any_row;
    return;
  }
  failures.push_back({.sqlstate = std::string(sqlstate),
                      .relation = name,
                      .columns = std::move(columns),
                      .change = context.change,
                      .any_row = any_row});
}

void always_fails(Context& context, std::string_view sqlstate, std::string reason) {
  // what it rests on may have been made, changed or dropped by something that was not understood
  if (context.effect.always_fails || is_doubtful(context.catalog, context.statement)) return;
  context.effect.always_fails = AlwaysFails{std::string(sqlstate), std::move(reason), context.change};
}

void lose(Context& context, Loss::Kind kind, const RelationName& relation, std::string_view column) {
  const RelationName name = resolve(context, relation);
  const auto same = [&](const Loss& loss) {
    return loss.kind == kind && loss.relation == name && loss.column == column;
  };
  if (is_new(context, relation) || std::ranges::any_of(context.effect.losses, same)) return;
  context.effect.losses.push_back({kind, name, std::string(column), context.change});
}

bool failed(const Context& context) { return context.effect.always_fails.has_value(); }

bool refuse(Context& context, std::string_view sqlstate, std::string reason) {
  always_fails(context, sqlstate, std::move(reason));
  return false;
}

bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

bool is_made_here(const TypeName& resolved, const Catalog& catalog) {
  return catalog.type_exists({resolved.schema, resolved.name});
}

bool is_any_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::ranges::find(names, name) != names.end();
}

// ---- Asking -----------------------------------------------------------------------------------------------

const Table* target_table(Context& context, const RelationName& name) {
  if (const Table* table = table_now(context, name)) return table;
  if (context.statement.if_exists || context.catalog.view(resolve(context, name)) != nullptr) return nullptr;
  relation_is_there(context, name);
  return nullptr;
}

bool has_children(const Context& context, const RelationName& table) {
  return !context.catalog.children_of(table).empty();
}

bool is_no_typed_table(Context& context, const Table& table, std::string_view what) {
  if (!table.of_type) return true;
  always_fails(
      context, "42809",
      fmt::format("{} is a table of type {}: {}", in_prose(table.name), in_prose(*table.of_type), what));
  return false;
}

std::string full_name(const Table& table, std::string_view column) {
  return fmt::format("{}.{}", in_prose(table.name), in_prose(column));
}

const Column* target_column(Context& context, const Table& table, std::string_view column) {
  const Column* found = table.column(column);
  if (found == nullptr && is_system_column(column))
    always_fails(context, "0A000", fmt::format("{} is a system column", in_prose(column)));
  else if (found == nullptr && table.certain)
    always_fails(context, "42703",
                 fmt::format("{} has no column {}", in_prose(table.name), in_prose(column)));
  return found;
}

bool relation_is_there(Context& context, const RelationName& name) {
  if (!schema_is_there(context, name.schema)) return false;
  if (is_in_the_making(context, name) || !context.catalog.certainly_missing(name)) return true;
  always_fails(context, "42P01", fmt::format("{} does not exist", in_prose(resolve(context, name))));
  return false;
}

bool types_are_there(Context& context, const std::vector<TypeName>& types) {
  return std::ranges::all_of(
      types, [&](const TypeName& type) { return type.empty() || type_is_there(context, type); });
}

bool type_is_there(Context& context, const TypeName& type) {
  if (!schema_is_there(context, type.schema)) return false;
  if (!context.catalog.type_certainly_missing(type)) return true;
  always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(type.name)));
  return false;
}

}  // namespace miglint
