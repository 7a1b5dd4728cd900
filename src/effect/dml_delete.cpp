// DELETE, and what becomes of the rows that refer to those that go or change their keys (ri_triggers.c).

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/dml.hpp"
#include "effect/infer.hpp"
#include "effect/publication.hpp"

namespace miglint {

/// What a foreign key's action does to the rows that refer.
static ReferentialAction action_of(const Constraint& key, bool deleted) {
  return deleted ? key.on_delete : key.on_update;
}

static bool refuses(ReferentialAction action) {
  return action == ReferentialAction::no_action || action == ReferentialAction::restrict;
}

/// SET NULL where NULL is refused, and SET DEFAULT to what may have no parent.
static void set_referring(Context& context, const Table& other, const Constraint& key,
                          ReferentialAction action) {
  for (const std::string& name : key.columns) {
    const Column* column = other.column(name);
    if (column == nullptr) continue;
    if (action == ReferentialAction::set_null) {
      if (requires_value(context.catalog, *column)) may_fail(context, "23502", other.name, {name});
    } else if (column->default_value && !is_null_constant(*column->default_value)) {
      may_fail(context, "23503", other.name, key.columns);
    } else if (requires_value(context.catalog, *column)) {
      may_fail(context, "23502", other.name, {name});
    }
  }
}

/// All rows of a table go at once: none is left that refers to another of them. RESTRICT does not wait.
static bool goes_along(const Table& table, const Table& other, const Constraint& key, bool all_rows) {
  return all_rows && other.name == table.name && key.on_delete != ReferentialAction::restrict;
}

static void refer_to(Context& context, const Table& table, const Table& other, const Constraint& key,
                     bool deleted, bool all_rows) {
  const ReferentialAction action = action_of(key, deleted);
  if (!key.enforced) return;
  if (action == ReferentialAction::no_action && key.deferrable && key.initially_deferred)
    leave_pending(context, table.name);
  if (refuses(action)) {
    if (!deleted || !goes_along(table, other, key, all_rows))
      may_fail(context, "23503", other.name, key.columns);
  } else if (action != ReferentialAction::cascade) {
    set_referring(context, other, key, action);
  }
}

void check_referring(Context& context, const Table& table, const std::vector<std::string>& changed) {
  for (const auto& [other, key] : context.catalog.referencing(table.name)) {
    const auto is_changed = [&](const std::string& column) { return contains(changed, column); };
    if (changed.empty() || std::ranges::any_of(key->referenced_columns, is_changed))
      refer_to(context, table, *other, *key, changed.empty(), false);
  }
}

/// ON DELETE CASCADE, SET NULL and SET DEFAULT write to the referring tables, reading them where no index
/// helps. Returned are those whose rows go.
static std::vector<RelationName> write_to_referring(Context& context, const RelationName& name,
                                                    bool all_rows) {
  std::vector<RelationName> emptied;
  const Table* table = context.catalog.table(name);
  for (const auto& [other, key] : context.catalog.referencing(name)) {
    if (table != nullptr) refer_to(context, *table, *other, *key, true, all_rows);
    if (other->name == name) continue;
    const bool writes = !refuses(key->on_delete);
    lock(context, other->name, writes ? LockMode::row_exclusive : LockMode::row_share);
    const bool indexed = std::ranges::any_of(other->indexes, [&](const Index& i) {
      return !i.elements.empty() && i.elements[0].column == key->columns.front();
    });
    if (writes && !indexed) scan(context, other->name);
    if (key->on_delete == ReferentialAction::cascade) emptied.push_back(other->name);
  }
  return emptied;
}

/// Each table once: there are as many ways through foreign keys as their number to the power of the steps.
static void cascade_delete(Context& context, const RelationName& table, bool all_rows) {
  std::vector<RelationName> emptied = {table};
  std::set<RelationName> known = {table};
  for (std::size_t at = 0; at < emptied.size(); ++at)
    for (const RelationName& next :
         write_to_referring(context, RelationName(emptied[at]), all_rows && at == 0))
      if (known.insert(next).second) emptied.push_back(next);
}

/// One row is found by its key, and those that refer to it are found by theirs: locks and reading are not
/// worth a word.
static void delete_one(Context& context, const Table& table) {
  std::vector<Lock> locks = context.effect.locks;
  std::vector<Work> scans = context.effect.scans;
  cascade_delete(context, table.name, false);
  context.effect.locks = std::move(locks);
  context.effect.scans = std::move(scans);
}

void apply(Context& context, const Delete& change) {
  lock(context, change.table, LockMode::row_exclusive);
  check_target(context, change.table, RowCommand::delete_, {});
  const Table* table =
      context.catalog.view(change.table) != nullptr ? nullptr : target_table(context, change.table);
  read_relations(context, change.using_relations);
  read_target(context, change.table, change.where);
  if (change.where) use_labels(context, *change.where, table);
  lose(context, Loss::Kind::rows, change.table);
  if (table == nullptr) return;
  replica_identity_is_there(context, *table, false);
  const bool one_row = change.where && finds_one_row(*change.where, *table);
  if (one_row) return delete_one(context, *table);
  cascade_delete(context, table->name, !change.where && change.using_relations.empty());
}

}  // namespace miglint
