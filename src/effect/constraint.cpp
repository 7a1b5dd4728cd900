// CHECK and NOT NULL, and what is done to constraints that are there. A CHECK reads the table; NOT VALID
// spares the rows.

#include "effect/constraint.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>

#include "effect/changes.hpp"
#include "effect/conversion.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/inheritance.hpp"
#include "effect/keys.hpp"

namespace miglint {

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

bool has_index(const Constraint& constraint) {
  return constraint.kind == Constraint::Kind::primary_key || constraint.kind == Constraint::Kind::unique ||
         constraint.kind == Constraint::Kind::exclude;
}

bool is_skipped(const Context& context, const ConstraintHeader& constraint) {
  return context.skipped_columns.contains(constraint.inline_column) ||
         (context.statement.if_exists && context.catalog.certainly_missing(constraint.table));
}

const Constraint* not_valid_not_null(const Table& table, std::string_view column) {
  for (const Constraint& constraint : table.constraints)
    if (constraint.kind == Constraint::Kind::not_null && !constraint.validated &&
        std::ranges::find(constraint.columns, column) != constraint.columns.end())
      return &constraint;
  return nullptr;
}

namespace {

/// A child that restates a CHECK it has from its parent merges the two (heap.c, MergeWithExistingConstraint):
/// in CREATE TABLE always, later where it is no partition. Whether the conditions are equal is PostgreSQL's
/// to say.
bool merges(const Context& context, const AddCheck& check) {
  const Table* table = check.name.empty() ? nullptr : table_now(context, check.table);
  const Constraint* existing = table == nullptr ? nullptr : table->constraint(check.name);
  return existing != nullptr && existing->kind == Constraint::Kind::check && existing->inherited &&
         (context.creating || !table->partition_of);
}

}  // namespace

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

/// CREATE TABLE takes another condition for a second constraint of the name.
static void restate(Context& context, const AddCheck& change) {
  const Table* table = table_now(context, change.table);
  const Constraint* inherited = table->constraint(change.name);
  if (inherited->expression && surely_other_condition(*inherited->expression, *change.expression))
    always_fails(context, "42710",
                 fmt::format("{} inherits a constraint {} with another condition", in_prose(table->name),
                             in_prose(change.name)));
}

/// A table that others inherit from can have a CHECK without them only where it says so.
static bool children_have_it(Context& context, const AddCheck& change, const Table& table) {
  const auto refuse = [&](std::string_view reason) {
    always_fails(context, "42P16", fmt::format("{} {}", in_prose(table.name), reason));
    return false;
  };
  if (change.no_inherit && table.kind == Table::Kind::partitioned)
    return refuse("is partitioned: a CHECK of it can't be NO INHERIT");
  if (context.statement.only && !change.no_inherit && !context.creating && has_children(context, table.name))
    return refuse("has children: a CHECK can't be added to it ONLY");
  return true;
}

void apply(Context& context, const AddCheck& change) {
  if (is_skipped(context, change)) return;
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (change.not_enforced && context.postgres < 18)
    return always_fails(context, "42601", "NOT ENFORCED needs PostgreSQL 18");
  if (merges(context, change)) return restate(context, change);
  const Table* table = constrained_table(context, change);
  if (failed(context) || (table != nullptr && !children_have_it(context, change, *table))) return;
  if (has_subquery(*change.expression))
    return always_fails(context, "0A000", "a CHECK can't contain a subquery");
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
  if (change.not_enforced) return always_fails(context, "0A000", "NOT NULL can't be NOT ENFORCED");
  const Table* table = constrained_table(context, change);
  if (table != nullptr) target_column(context, *table, change.column);
  if (const Constraint* pending = table == nullptr ? nullptr : not_valid_not_null(*table, change.column))
    return always_fails(context, "55000",
                        fmt::format("constraint {} is not valid yet: VALIDATE it", in_prose(pending->name)));
  if (change.not_valid || (table != nullptr && surely_not_null(*table, change.column))) return;
  scan_reached(context, change.table);
  may_hold_nulls(context, change.table, change.column);
}

bool may_be_not_null(const Context& context, const Table& table, std::string_view constraint) {
  if (context.postgres < 18) return false;
  const auto has = [&](std::string_view part) { return constraint.find(part) != std::string_view::npos; };
  if (has("_nn") || constraint.starts_with("nn") || has("null") || has("required")) return true;
  return std::ranges::any_of(table.columns, [&](const Column& column) {
    return column.not_null && make_object_name(table.name.name, column.name, "not_null") == constraint;
  });
}

// ---- DROP, VALIDATE, ALTER --------------------------------------------------------------------------------

static const Constraint* existing_constraint(Context& context, const Table& table, const std::string& name) {
  const Constraint* found = table.constraint(name);
  if (found == nullptr && table.certain && !may_be_not_null(context, table, name))
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

/// Keys are valid when they are made (ATExecValidateConstraint).
static bool can_be_validated(Context& context, const Constraint& constraint) {
  const std::string name = in_prose(constraint.name);
  if (has_index(constraint)) {
    always_fails(context, "42809", fmt::format("{} is a key: there is nothing to validate", name));
    return false;
  }
  if (constraint.enforced) return true;
  always_fails(context, "55000", fmt::format("{} is NOT ENFORCED: it can't be validated", name));
  return false;
}

void apply(Context& context, const ValidateConstraint& change) {
  lock_reached(context, change.table, LockMode::share_update_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  const Constraint* constraint = existing_constraint(context, *table, change.name);
  if (constraint == nullptr || !can_be_validated(context, *constraint) || constraint->validated) return;
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
  if (change.enforced && context.postgres < 18)
    return always_fails(context, "42601", "ENFORCED and NOT ENFORCED need PostgreSQL 18");
  if (constraint == nullptr) return;
  // from 19 on a CHECK can be, too
  if (context.postgres >= 19 && change.enforced && constraint->kind == Constraint::Kind::check) return;
  const auto wanted = change.alters_inheritance ? Constraint::Kind::not_null : Constraint::Kind::foreign_key;
  if (constraint->kind != wanted)
    return always_fails(context, "42809",
                        fmt::format("{} is not a {} constraint", in_prose(change.name),
                                    change.alters_inheritance ? "NOT NULL" : "foreign key"));
  if (!change.enforced) return;
  lock(context, constraint->referenced,
       *change.enforced ? LockMode::share_row_exclusive : LockMode::access_exclusive);
  if (!*change.enforced || constraint->enforced) return;
  scan(context, change.table);
  scan(context, constraint->referenced);
  may_fail(context, "23503", change.table, constraint->columns);
}

}  // namespace miglint
