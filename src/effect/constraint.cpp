// Keys, checks and exclusion constraints. A key builds an index under ACCESS EXCLUSIVE and fails on
// duplicates; a CHECK reads the table; both spare the rows only with USING INDEX or NOT VALID.

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "effect/changes.hpp"
#include "effect/conversion.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"

namespace miglint {

namespace {

/// The table a constraint is added to; null where nothing is known of it, or where the constraint is not
/// added at all.
const Table* constrained_table(Context& context, const ConstraintHeader& constraint) {
  const Table* table = target_table(context, constraint.table);
  if (failed(context) || constraint.name.empty() || table == nullptr ||
      table->constraint(constraint.name) == nullptr)
    return table;
  always_fails(
      context, "42710",
      fmt::format("{} has a constraint {} already", in_prose(table->name), in_prose(constraint.name)));
  return table;
}

/// A child that restates a CHECK it has from its parent merges the two (heap.c, MergeWithExistingConstraint):
/// in CREATE TABLE always, later where it is no partition. Whether the conditions are equal is PostgreSQL's
/// to say.
bool merges(const Context& context, const AddCheck& check) {
  const Table* table = check.name.empty() ? nullptr : table_now(context, check.table);
  const Constraint* existing = table == nullptr ? nullptr : table->constraint(check.name);
  return existing != nullptr && existing->kind == Constraint::Kind::check && existing->inherited &&
         (context.creating || !table->partition_of);
}

bool is_skipped(const Context& context, const ConstraintHeader& constraint) {
  return context.skipped || context.skipped_columns.contains(constraint.inline_column) ||
         (context.statement.if_exists && context.catalog.certainly_missing(constraint.table));
}

void columns_are_there(Context& context, const Table* table, const std::vector<std::string>& columns) {
  if (table == nullptr) return;
  for (const std::string& column : columns)
    if (!failed(context) && table->column(column) == nullptr && table->certain && !is_system_column(column))
      always_fails(context, "42703",
                   fmt::format("{} has no column {}", in_prose(table->name), in_prose(column)));
}

/// A key over a type without a btree operator class: json, xml, point.
void columns_are_ordered(Context& context, const Table* table, const std::vector<std::string>& columns) {
  if (table == nullptr) return;
  for (const std::string& name : columns) {
    const Column* column = table->column(name);
    if (column == nullptr || failed(context) ||
        !operator_family("btree", column->type, context.catalog).empty())
      continue;
    always_fails(context, "42704",
                 fmt::format("{} has no default operator class for btree: {} can't be in a key",
                             sql_in_prose(format_type(column->type, context.catalog)), in_prose(name)));
  }
}

/// On a partitioned table the key must include the partition key, and each partition gets its index.
void partitions_follow(Context& context, const Table& table, const std::vector<std::string>& columns,
                       LockMode mode) {
  if (table.kind != Table::Kind::partitioned) return;
  for (const std::string& key : table.partition_key.columns)
    if (std::ranges::find(columns, key) == columns.end())
      return always_fails(
          context, "0A000",
          fmt::format("a key of {} must include its partition key, {}", in_prose(table.name), key));
  for (const RelationName& partition : reached(context, table.name))
    if (partition != table.name) lock(context, partition, mode);
}

RelationName index_name(const Context& context, const ConstraintHeader& constraint,
                        const std::vector<std::string>& columns, std::string_view label) {
  const RelationName table = resolve(context, constraint.table);
  if (!constraint.name.empty()) return {table.schema, constraint.name};
  std::string joined;
  for (const std::string& column : columns) joined += (joined.empty() ? "" : "_") + column;
  return {table.schema, make_object_name(table.name, label == "pkey" ? "" : joined, label)};
}

/// USING INDEX: the index must be a plain unique one of this table.
bool index_is_usable(Context& context, const Table* table, const std::string& name) {
  if (table == nullptr) return true;
  const Index* index = table->index(name);
  if (index == nullptr) {
    if (table->certain)
      always_fails(context, "42704",
                   fmt::format("{} has no index {}", in_prose(table->name), in_prose(name)));
    return false;
  }
  const bool expressions =
      std::ranges::any_of(index->elements, [](const IndexElement& e) { return e.column.empty(); });
  if (!index->unique || index->where || expressions)
    always_fails(
        context, "42809",
        fmt::format("index {} is not a plain unique one: it can't become a constraint", in_prose(name)));
  else if (table->constraint(name) != nullptr)
    always_fails(context, "55000", fmt::format("index {} belongs to a constraint already", in_prose(name)));
  return !failed(context);
}

void take_over_index(Context& context, const RelationName& table_name, const Table* table,
                     const std::string& name, bool primary) {
  if (!index_is_usable(context, table, name) || !primary || table == nullptr) return;
  const Index* index = table->index(name);
  for (const std::string& column : index == nullptr ? std::vector<std::string>{} : index->columns()) {
    if (surely_not_null(*table, column)) continue;
    scan_reached(context, table_name);
    may_hold_nulls(context, table_name, column);
  }
}

}  // namespace

void apply(Context& context, const AddPrimaryKey& change) {
  if (is_skipped(context, change)) return;
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = constrained_table(context, change);
  if (failed(context)) return;
  if (table != nullptr && table->primary_key() != nullptr)
    return always_fails(context, "42P16", fmt::format("{} has a primary key already", in_prose(table->name)));
  if (!change.using_index.empty())
    return take_over_index(context, change.table, table, change.using_index, true);
  columns_are_there(context, table, change.columns);
  columns_are_ordered(context, table, change.columns);
  if (table != nullptr) partitions_follow(context, *table, change.columns, LockMode::access_exclusive);
  if (failed(context)) return;
  build(context, index_name(context, change, change.columns, "pkey"));
  scan_reached(context, change.table);
  for (const std::string& column : change.columns) may_hold_nulls(context, change.table, column);
  may_hold_duplicates(context, change.table, change.columns, false);
}

void apply(Context& context, const AddUnique& change) {
  if (is_skipped(context, change)) return;
  lock(context, change.table, LockMode::access_exclusive);
  if (change.not_valid) return always_fails(context, "0A000", "UNIQUE can't be NOT VALID");
  if (change.nulls_not_distinct && context.postgres < 15)
    return always_fails(context, "42601", "NULLS NOT DISTINCT needs PostgreSQL 15");
  if (change.without_overlaps && context.postgres < 18)
    return always_fails(context, "42601", "WITHOUT OVERLAPS needs PostgreSQL 18");
  const Table* table = constrained_table(context, change);
  if (failed(context)) return;
  if (!change.using_index.empty())
    return take_over_index(context, change.table, table, change.using_index, false);
  columns_are_there(context, table, change.columns);
  columns_are_ordered(context, table, change.columns);
  if (table != nullptr) partitions_follow(context, *table, change.columns, LockMode::share);
  if (failed(context)) return;
  build(context, index_name(context, change, change.columns, "key"));
  scan_reached(context, change.table);
  may_hold_duplicates(context, change.table, change.columns, change.nulls_not_distinct);
}

void apply(Context& context, const AddExclude& change) {
  if (is_skipped(context, change)) return;
  lock(context, change.table, LockMode::access_exclusive);
  const Table* table = constrained_table(context, change);
  if (failed(context)) return;
  columns_are_there(context, table, change.columns);
  if (table != nullptr && table->kind == Table::Kind::partitioned) {
    if (context.postgres < 17)
      always_fails(context, "0A000",
                   fmt::format("exclusion constraints on partitioned tables need PostgreSQL 17"));
    for (const RelationName& partition : reached(context, change.table))
      if (partition != table->name)
        lock(context, partition, context.postgres < 18 ? LockMode::share : LockMode::access_exclusive);
  }
  if (failed(context)) return;
  build(context, index_name(context, change, change.columns, "excl"));
  scan_reached(context, change.table);
  may_fail(context, "23P01", change.table, change.columns);
}

// ---- CHECK ------------------------------------------------------------------------------------------------

/// What the statement's own new columns hold, for a check over them.
static Verdict check_of_new_columns(const Context& context, const Expression& check) {
  static const Expression null_value{.kind = Expression::Kind::null};
  std::map<std::string, Expression, std::less<>> values;
  return evaluate(check, [&](std::string_view column) -> const Expression* {
    switch (content_of(context, column)) {
      case Content::nulls:
        return &null_value;
      case Content::constant: {
        const ColumnDefinition& definition = *context.added.find(column)->second;
        if (!definition.default_value) return nullptr;
        return &values
                    .insert_or_assign(std::string(column),
                                      as_type(*definition.default_value, definition.type))
                    .first->second;
      }
      default:
        return nullptr;
    }
  });
}

static bool same_check_held(const Table& before, const Expression& check) {
  return std::ranges::any_of(before.constraints, [&](const Constraint& other) {
    return other.kind == Constraint::Kind::check && other.validated && other.enforced && other.expression &&
           !check.text.empty() && other.expression->text == check.text;
  });
}

void apply(Context& context, const AddCheck& change) {
  if (is_skipped(context, change)) return;
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (change.not_enforced && context.postgres < 18)
    return always_fails(context, "42601", "NOT ENFORCED needs PostgreSQL 18");
  if (merges(context, change)) return;
  const Table* table = constrained_table(context, change);
  if (failed(context)) return;
  if (has_subquery(*change.expression))
    return always_fails(context, "0A000", "a CHECK can't contain a subquery");
  columns_are_there(context, table, columns_of(*change.expression));
  if (failed(context) || change.not_valid || change.not_enforced) return;
  for (const RelationName& name :
       change.no_inherit ? std::vector{resolve(context, change.table)} : reached(context, change.table)) {
    if (is_partitioned(context, name)) continue;
    scan(context, name);
    const Verdict verdict = check_of_new_columns(context, *change.expression);
    const Table* before = table_before(context, name);
    if (verdict == Verdict::yes || verdict == Verdict::null ||
        (before != nullptr && same_check_held(*before, *change.expression)))
      continue;
    may_fail(context, "23514", name, columns_of(*change.expression), verdict == Verdict::no);
  }
}

void apply(Context& context, const AddNotNull& change) {
  if (is_skipped(context, change)) return;
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (context.postgres < 18)
    return always_fails(context, "42601", "ADD CONSTRAINT … NOT NULL needs PostgreSQL 18");
  const Table* table = constrained_table(context, change);
  if (failed(context) || change.not_valid) return;
  if (table != nullptr && surely_not_null(*table, change.column)) return;
  scan_reached(context, change.table);
  may_hold_nulls(context, change.table, change.column);
}

// ---- DROP, VALIDATE, ALTER --------------------------------------------------------------------------------

static const Constraint* existing_constraint(Context& context, const Table& table, const std::string& name) {
  const Constraint* found = table.constraint(name);
  if (found == nullptr && table.certain)
    always_fails(context, "42704",
                 fmt::format("{} has no constraint {}", in_prose(table.name), in_prose(name)));
  return found;
}

/// A foreign key that relies on this key's index.
static const Table* table_relying_on(const Context& context, const Table& table, const Constraint& key) {
  for (const auto& [other, foreign_key] : context.catalog.referencing(table.name)) {
    const bool named = !foreign_key->index.empty();
    if (named ? foreign_key->index == key.name : foreign_key->referenced_columns == key.columns) return other;
  }
  return nullptr;
}

static const View* view_grouping_by(const Context& context, const RelationName& table) {
  const auto views = context.catalog.views_using(table);
  const auto found =
      std::ranges::find_if(views, [&](const View* view) { return view->keys.contains(table); });
  return found == views.end() ? nullptr : *found;
}

void apply(Context& context, const DropConstraint& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  if (change.if_exists && table->constraint(change.name) == nullptr) return;
  const Constraint* constraint = existing_constraint(context, *table, change.name);
  if (constraint == nullptr) return;
  if (constraint->inherited)
    return always_fails(context, "42P16",
                        fmt::format("constraint {} of {} is inherited: drop it from the parent",
                                    in_prose(change.name), in_prose(table->name)));
  if (constraint->kind == Constraint::Kind::foreign_key)
    return lock(context, constraint->referenced, LockMode::access_exclusive);
  const bool key =
      constraint->kind == Constraint::Kind::primary_key || constraint->kind == Constraint::Kind::unique;
  if (!key && constraint->kind != Constraint::Kind::exclude) return;
  drop(context, {table->name.schema, constraint->index.empty() ? constraint->name : constraint->index});
  const View* grouping =
      constraint->kind == Constraint::Kind::primary_key ? view_grouping_by(context, table->name) : nullptr;
  if (grouping != nullptr) {
    if (!change.cascade)
      return always_fails(
          context, "2BP01",
          fmt::format("view {} groups by the key {}", in_prose(grouping->name), in_prose(change.name)));
    drop_views_along(context, grouping->name);
    lock(context, grouping->name, LockMode::access_exclusive);
    drop(context, grouping->name);
  }
  const Table* relying = key ? table_relying_on(context, *table, *constraint) : nullptr;
  if (relying == nullptr) return;
  if (!change.cascade)
    return always_fails(
        context, "2BP01",
        fmt::format("a foreign key of {} relies on {}", in_prose(relying->name), in_prose(change.name)));
  lock(context, relying->name, LockMode::access_exclusive);
}

void apply(Context& context, const ValidateConstraint& change) {
  lock_reached(context, change.table, LockMode::share_update_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  const Constraint* constraint = existing_constraint(context, *table, change.name);
  if (constraint == nullptr || constraint->validated) return;
  scan_reached(context, change.table);
  switch (constraint->kind) {
    case Constraint::Kind::foreign_key:
      lock(context, constraint->referenced, LockMode::row_share);
      scan(context, constraint->referenced);
      return may_fail(context, "23503", change.table, constraint->columns);
    case Constraint::Kind::not_null:
      return may_hold_nulls(context, change.table,
                            constraint->columns.empty() ? "" : constraint->columns.front());
    default:
      return may_fail(context, "23514", change.table, constraint->columns);
  }
}

void apply(Context& context, const AlterConstraint& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  const Constraint* constraint = existing_constraint(context, *table, change.name);
  if (constraint == nullptr || !change.enforced) return;
  if (context.postgres < 18)
    return always_fails(context, "42601", "ENFORCED and NOT ENFORCED need PostgreSQL 18");
  lock(context, constraint->referenced,
       *change.enforced ? LockMode::share_row_exclusive : LockMode::access_exclusive);
  if (!*change.enforced || constraint->enforced) return;
  scan(context, change.table);
  scan(context, constraint->referenced);
  may_fail(context, "23503", change.table, constraint->columns);
}

}  // namespace miglint
