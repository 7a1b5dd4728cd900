#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "effect/dml.hpp"

namespace miglint {

/// Two expressions that can't be the same: calls of different functions.
static bool differ(const IndexElement& a, const IndexElement& b) {
  if (!a.expression || !b.expression) return false;
  const Expression& one = without_casts(*a.expression);
  const Expression& other = without_casts(*b.expression);
  return one.kind == Expression::Kind::function && other.kind == Expression::Kind::function &&
         one.function.name != other.function.name;
}

/// The index's columns are those named. An expression may be the same whatever it looks like, and a predicate
/// is only asked for when the statement has one (plancat.c, infer_arbiter_indexes).
bool may_decide(const Index& index, const ConflictTarget& target) {
  if (!index.unique || (index.where && !target.where)) return false;
  std::set<std::string> named, key;
  for (const IndexElement& element : target.elements) named.insert(element.column);
  for (const std::string& column : index.columns()) key.insert(column);
  if (named != key) return false;
  const bool one = target.elements.size() == 1 && index.elements.size() == 1;
  return !one || !differ(target.elements.front(), index.elements.front());
}

static void check_conflict_columns(Context& context, const Insert& change, const Table& table) {
  const ConflictTarget& target = *change.conflict;
  for (const IndexElement& element : target.elements)
    if (!failed(context) && !element.column.empty()) target_column(context, table, element.column);
  // A rule may do something else instead: then nobody looks for the index.
  if (failed(context) || target.elements.empty() || !table.certain || !table.rules.empty()) return;
  bool found = false, waits = true;
  for (const Index& index : table.indexes) {
    if (!may_decide(index, target)) continue;
    const Constraint* constraint = table.constraint(index.name.name);
    found = true;
    waits = waits && constraint != nullptr && constraint->deferrable;
  }
  // found when the first row is inserted (execIndexing.c)
  if (found && waits && !change.query)
    always_fails(context, "55000", "ON CONFLICT can't go by a DEFERRABLE constraint");
  if (found) return;
  std::vector<std::string> named;
  for (const IndexElement& element : target.elements)
    named.push_back(element.column.empty() ? "an expression" : in_prose(element.column));
  always_fails(context, "42P10",
               fmt::format("{} has no unique index over {} for ON CONFLICT to go by", in_prose(table.name),
                           fmt::join(named, ", ")));
}

void check_conflict(Context& context, const Insert& change, const Table& table) {
  if (!change.conflict || failed(context)) return;
  const ConflictTarget& target = *change.conflict;
  if (target.constraint.empty() && target.elements.empty() && change.on_conflict_update)
    return always_fails(context, "42601", "ON CONFLICT DO UPDATE needs columns or a constraint to go by");
  check_conflict_columns(context, change, table);
  if (!failed(context) && !target.constraint.empty() && table.certain &&
      table.constraint(target.constraint) == nullptr)
    always_fails(context, "42704",
                 fmt::format("{} has no constraint {}", in_prose(table.name), in_prose(target.constraint)));
  for (const Assignment& assigned : target.assignments) {
    if (failed(context)) return;
    const Column* column = target_column(context, table, assigned.column);
    if (column != nullptr && !assigned.part) check_assigned(context, table, *column, assigned.value, true);
  }
}

}  // namespace miglint
