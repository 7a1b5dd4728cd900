// Rows. INSERT, UPDATE and DELETE lock their table ROW EXCLUSIVE, which disturbs nobody but DDL; what they
// cost is the reading.

#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/queries.hpp"

namespace miglint {

static bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

/// Checks of these rows wait for COMMIT; an ALTER TABLE before that is refused (55006).
static void leave_pending(Context& context, const Table& table, const std::vector<std::string>& columns) {
  for (const Constraint& key : table.constraints) {
    const bool touched = columns.empty() || std::ranges::any_of(key.columns, [&](const std::string& c) {
                           return contains(columns, c);
                         });
    if (key.kind != Constraint::Kind::foreign_key || !key.deferrable || !key.initially_deferred || !touched)
      continue;
    if (std::ranges::find(context.effect.pending_checks, table.name) == context.effect.pending_checks.end())
      context.effect.pending_checks.push_back(table.name);
  }
}

static void read_subqueries(Context& context, const Expression& expression) {
  walk(expression, [&](const Expression& inner) {
    for (const RelationName& relation : inner.relations) {
      if (!is_read(context, relation)) continue;
      lock(context, relation, LockMode::access_share);
      scan(context, relation);
    }
  });
}

/// `key = constant`, where a unique index finds the row.
static bool finds_one_row(const Expression& where, const Table& table) {
  std::vector<std::string> fixed;
  const auto collect = [&](const auto& self, const Expression& e) -> void {
    if (e.kind == Expression::Kind::conjunction)
      for (const Expression& part : e.args) self(self, part);
    if (e.kind != Expression::Kind::op || e.value != "=" || e.args.size() != 2) return;
    for (int side = 0; side < 2; ++side) {
      const Expression& column = e.args[static_cast<std::size_t>(side)];
      if (column.kind == Expression::Kind::column && is_literal(e.args[static_cast<std::size_t>(1 - side)]))
        fixed.push_back(column.value);
    }
  };
  collect(collect, where);
  return std::ranges::any_of(table.indexes, [&](const Index& index) {
    const auto columns = index.columns();
    return index.unique && !index.where &&
           std::ranges::all_of(columns, [&](const std::string& c) { return contains(fixed, c); });
  });
}

static void read_target(Context& context, const RelationName& name, const Boxed<Expression>& where) {
  const Table* table = context.catalog.table(name);
  if (where) read_subqueries(context, *where);
  if (where && table != nullptr && finds_one_row(*where, *table)) return;
  for (const RelationName& reached_name : with_descendants(context, name)) {
    lock(context, reached_name, LockMode::row_exclusive);
    scan(context, reached_name);
  }
}

// ---- INSERT -----------------------------------------------------------------------------------------------

/// Constants written into a key that other rows may hold already.
static void may_repeat_key(Context& context, const Insert& change, const Table& table) {
  if (change.rows.empty() || change.on_conflict_do_nothing || change.on_conflict_update) return;
  std::vector<std::string> columns = change.columns;
  if (columns.empty())
    for (const Column& column : table.columns) columns.push_back(column.name);
  const auto is_constant = [&](const std::string& column) {
    const auto at = static_cast<std::size_t>(std::ranges::find(columns, column) - columns.begin());
    const auto& row = change.rows.front();
    return at < row.size() && at < columns.size() &&
           without_casts(row[at]).kind == Expression::Kind::constant;
  };
  for (const Index& index : table.indexes) {
    const auto key = index.columns();
    if (index.unique && !index.where && !key.empty() && std::ranges::all_of(key, is_constant))
      may_fail(context, "23505", table.name, key);
  }
}

static void use_inserted_labels(Context& context, const Insert& change, const Table& table) {
  const auto type_at = [&](std::size_t at) -> const TypeName* {
    const Column* column = change.columns.empty()
                               ? (at < table.columns.size() ? &table.columns[at] : nullptr)
                               : (at < change.columns.size() ? table.column(change.columns[at]) : nullptr);
    return column == nullptr ? nullptr : &column->type;
  };
  for (const auto& row : change.rows)
    for (std::size_t at = 0; at < row.size(); ++at) use_labels(context, row[at], &table, type_at(at));
  for (std::size_t at = 0; at < change.query_output.size(); ++at)
    use_labels(context, change.query_output[at], nullptr, type_at(at));
}

void apply(Context& context, const Insert& change) {
  lock(context, change.table, LockMode::row_exclusive);
  if (change.query) read(context, *change.query, true, true);
  if (failed(context) || context.catalog.view(change.table) != nullptr) return;
  const Table* table = target_table(context, change.table);
  if (table == nullptr) return;
  for (const std::string& column : change.columns)
    if (!failed(context)) target_column(context, *table, column);
  if (failed(context)) return;
  may_repeat_key(context, change, *table);
  use_inserted_labels(context, change, *table);
  leave_pending(context, *table, change.columns);
}

// ---- UPDATE, DELETE ---------------------------------------------------------------------------------------

void apply(Context& context, const Update& change) {
  lock(context, change.table, LockMode::row_exclusive);
  const Table* table =
      context.catalog.view(change.table) != nullptr ? nullptr : target_table(context, change.table);
  if (failed(context)) return;
  for (const RelationName& relation : change.from) {
    if (!is_read(context, relation)) continue;
    lock(context, relation, LockMode::access_share);
    scan(context, relation);
  }
  std::vector<std::string> columns;
  for (const Assignment& assignment : change.assignments) {
    columns.push_back(assignment.column);
    read_subqueries(context, assignment.value);
    const Column* column =
        table == nullptr || failed(context) ? nullptr : target_column(context, *table, assignment.column);
    use_labels(context, assignment.value, table, column == nullptr ? nullptr : &column->type);
  }
  if (failed(context)) return;
  read_target(context, change.table, change.where);
  if (change.where) use_labels(context, *change.where, table);
  if (table != nullptr) leave_pending(context, *table, columns);
}

/// ON DELETE CASCADE, SET NULL and SET DEFAULT write to the referring tables, reading them where no index
/// helps. Returned are those whose rows go.
static std::vector<RelationName> write_to_referring(Context& context, const RelationName& table) {
  std::vector<RelationName> emptied;
  for (const auto& [other, key] : context.catalog.referencing(table)) {
    if (other->name == table) continue;
    const bool writes =
        key->on_delete != ReferentialAction::no_action && key->on_delete != ReferentialAction::restrict;
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
static void cascade_delete(Context& context, const RelationName& table) {
  std::vector<RelationName> emptied = {table};
  std::set<RelationName> known = {table};
  for (std::size_t at = 0; at < emptied.size(); ++at)
    for (const RelationName& next : write_to_referring(context, RelationName(emptied[at])))
      if (known.insert(next).second) emptied.push_back(next);
}

void apply(Context& context, const Delete& change) {
  lock(context, change.table, LockMode::row_exclusive);
  const Table* table =
      context.catalog.view(change.table) != nullptr ? nullptr : target_table(context, change.table);
  if (failed(context)) return;
  for (const RelationName& relation : change.using_relations) {
    if (!is_read(context, relation)) continue;
    lock(context, relation, LockMode::access_share);
    scan(context, relation);
  }
  read_target(context, change.table, change.where);
  if (change.where) use_labels(context, *change.where, table);
  lose(context, Loss::Kind::rows, change.table);
  if (table == nullptr) return;
  const bool one_row = change.where && finds_one_row(*change.where, *table);
  if (!one_row) cascade_delete(context, table->name);
}

// ---- The rest ---------------------------------------------------------------------------------------------

static void empty_with_children(Context& context, const RelationName& table) {
  for (const RelationName& name : with_descendants(context, table)) {
    lock(context, name, LockMode::access_exclusive);
    lose(context, Loss::Kind::rows, name);
  }
}

void apply(Context& context, const Truncate& change) {
  if (!relation_is_there(context, change.table)) return;
  std::vector<RelationName> emptied = {resolve(context, change.table)};
  for (std::size_t at = 0; at < emptied.size(); ++at) {
    empty_with_children(context, emptied[at]);
    for (const auto& [other, key] : context.catalog.referencing(RelationName(emptied[at]))) {
      if (std::ranges::find(emptied, other->name) != emptied.end() || also_dropped(context, other->name))
        continue;
      if (!change.cascade)
        return always_fails(context, "0A000",
                            fmt::format("{} is referenced by {}: truncate both, or use CASCADE",
                                        in_prose(emptied[at]), in_prose(other->name)));
      emptied.push_back(other->name);
    }
  }
}

void apply(Context& context, const Select& change) {
  read(context, change.query, true, true);
  const Table* table =
      change.query.relations.size() == 1 ? context.catalog.table(change.query.relations.front()) : nullptr;
  for (const Expression& output : change.output) use_labels(context, output, table);
  if (change.where) use_labels(context, *change.where, table);
  if (!change.for_update) return;
  for (const RelationName& relation : change.query.relations)
    if (is_read(context, relation)) lock(context, relation, LockMode::row_share);
}

void apply(Context& context, const CopyRows& change) {
  if (change.table.empty() || !relation_is_there(context, change.table)) return;
  lock(context, change.table, change.from ? LockMode::row_exclusive : LockMode::access_share);
  if (!change.from) scan(context, change.table);
}

void apply(Context& context, const LockTable& change) {
  if (!relation_is_there(context, change.table)) return;
  for (int mode = 0; mode <= static_cast<int>(LockMode::access_exclusive); ++mode)
    if (to_string(static_cast<LockMode>(mode)) == change.mode)
      lock_reached(context, change.table, static_cast<LockMode>(mode));
}

}  // namespace miglint
