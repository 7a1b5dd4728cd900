// Rows. INSERT, UPDATE and DELETE lock their table ROW EXCLUSIVE, which disturbs nobody but DDL; what they
// cost is the reading. Each has a file of its own; here is what they share, and the rest.

#include "effect/dml.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/queries.hpp"
#include "effect/sequence.hpp"

namespace miglint {

void leave_pending(Context& context, const RelationName& table) {
  std::vector<RelationName>& pending = context.effect.pending_checks;
  if (std::ranges::find(pending, table) == pending.end()) pending.push_back(table);
}

void leave_own_keys_pending(Context& context, const Table& table, const std::vector<std::string>& columns) {
  for (const Constraint& key : table.constraints) {
    const bool touched = columns.empty() || std::ranges::any_of(key.columns, [&](const std::string& c) {
                           return contains(columns, c);
                         });
    const bool deferred =
        key.kind == Constraint::Kind::foreign_key && key.deferrable && key.initially_deferred;
    if (deferred && touched) return leave_pending(context, table.name);
  }
}

void read_relations(Context& context, const std::vector<RelationName>& relations) {
  for (const RelationName& relation : relations) {
    if (!is_read(context, relation)) continue;
    lock(context, relation, LockMode::access_share);
    scan(context, relation);
  }
}

void read_subqueries(Context& context, const Expression& expression) {
  walk(expression, [&](const Expression& inner) { read_relations(context, inner.relations); });
}

bool finds_one_row(const Expression& where, const Table& table) {
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

void read_target(Context& context, const RelationName& name, const Boxed<Expression>& where) {
  const Table* table = context.catalog.table(name);
  if (where) read_subqueries(context, *where);
  if (where && table != nullptr && finds_one_row(*where, *table)) return;
  for (const RelationName& reached_name : with_descendants(context, name)) {
    lock(context, reached_name, LockMode::row_exclusive);
    scan(context, reached_name);
  }
}

// A constraint trigger runs after the row is there.
bool may_be_rewritten(const Table& table) {
  return !table.rules.empty() || std::ranges::any_of(table.triggers, [](const Trigger& trigger) {
    return trigger.for_each_row && !trigger.constraint;
  });
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
    const Table* table = context.catalog.table(emptied[at]);
    if (table == nullptr) continue;
    for (const auto& [other, key] : keys_to(context.catalog, *table)) {
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
  for (const Expression& output : change.output) check_sequence_calls(context, output);
  if (change.where) use_labels(context, *change.where, table);
  if (!change.for_update) return;
  for (const RelationName& relation : change.query.relations)
    if (is_read(context, relation)) lock(context, relation, LockMode::row_share);
}

void apply(Context& context, const LockTable& change) {
  if (!relation_is_there(context, change.table)) return;
  for (int mode = 0; mode <= static_cast<int>(LockMode::access_exclusive); ++mode)
    if (to_string(static_cast<LockMode>(mode)) == change.mode)
      lock_reached(context, change.table, static_cast<LockMode>(mode));
}

}  // namespace miglint
