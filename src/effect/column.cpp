// Adding, dropping and altering columns. All but SET STATISTICS take ACCESS EXCLUSIVE, which is held for a
// moment where only the catalog changes; what makes it long is a rewrite (a default computed for each row, a
// stored generated column, a domain that checks its values) or a scan (NOT NULL on what may hold NULLs).

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "analysis/base_type.hpp"
#include "analysis/builtin_types.hpp"
#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/default_check.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/inheritance.hpp"
#include "effect/keys.hpp"
#include "effect/sequence.hpp"

namespace miglint {

// ---- ADD COLUMN -------------------------------------------------------------------------------------------

/// The expression can't be NULL, as far as the columns it names can't.
static bool surely_computes_value(const Expression& generated, const Table* table) {
  for (const std::string& column : columns_of(generated))
    if (table == nullptr || !surely_not_null(*table, column)) return false;
  bool nulls = false;
  walk(generated, [&](const Expression& inner) {
    nulls = nulls || inner.kind == Expression::Kind::null || inner.kind == Expression::Kind::case_when;
  });
  return !nulls;
}

/// A rewrite: every row gets a value of its own, or has its value checked.
static bool computed_for_each_row(const Context& context, const ColumnDefinition& column) {
  if (column.generated) return !column.generated_virtual;
  if (column.identity != Identity::none || content_of(context, column.name) == Content::distinct) return true;
  const Domain* domain = context.catalog.domain(context.catalog.resolve(column.type));
  if (domain != nullptr && domain->constrained()) return true;
  const Expression* value = column.default_value                         ? &*column.default_value
                            : domain != nullptr && domain->default_value ? &*domain->default_value
                                                                         : nullptr;
  if (value == nullptr) return false;
  const Volatility volatility = volatility_of(*value, context.catalog);
  return volatility == Volatility::volatile_ || volatility == Volatility::unknown;
}

static void new_column_nulls(Context& context, const AddColumn& change, const Table* table) {
  const ColumnDefinition& column = change.column;
  const Domain* domain = context.catalog.domain(context.catalog.resolve(column.type));
  const bool not_null = column.not_null || column.primary_key || (domain != nullptr && domain->not_null);
  if (!not_null) return;
  if (column.generated) {
    if (column.generated_virtual) scan_reached(context, change.table);
    if (!surely_computes_value(*column.generated, table))
      may_fail(context, "23502", change.table, {column.name});
    return;
  }
  if (content_of(context, column.name) != Content::nulls) return;
  scan_reached(context, change.table);
  may_fail(context, "23502", change.table, {column.name}, true);
}

/// What the tables that inherit from this one say to a new column.
static bool children_allow(Context& context, const AddColumn& change, const Table& table) {
  if (!has_children(context, table.name)) return true;
  const ColumnDefinition& column = change.column;
  const auto refuse = [&](std::string_view sqlstate, std::string reason) {
    always_fails(context, sqlstate, std::move(reason));
    return false;
  };
  if (context.statement.only)
    return refuse("42P16",
                  fmt::format("{} has children: no column can be added to it ONLY", in_prose(table.name)));
  // partitions have had the table's identity columns from 17 on
  const bool partitions = table.kind == Table::Kind::partitioned && context.postgres >= 17;
  if (column.identity != Identity::none && !partitions)
    return refuse(
        "42P16", fmt::format("{} has children: no identity column can be added to it", in_prose(table.name)));
  const TypeName type = context.catalog.resolve(column.type);
  for (const RelationName& name : with_descendants(context, table.name)) {
    const Table* child = table_now(context, name);
    const Column* own = child == nullptr || name == table.name ? nullptr : child->column(column.name);
    if (own != nullptr && surely_other_type(own->type, type, context.catalog))
      return refuse("42804",
                    fmt::format("{} exists already, of another type", full_name(*child, column.name)));
  }
  return true;
}

/// What the rows that are there get is checked by the column's domain.
static void check_by_domain(Context& context, const AddColumn& change) {
  const Domain* domain = context.catalog.domain(context.catalog.resolve(change.column.type));
  if (domain == nullptr || change.column.generated || change.column.identity != Identity::none) return;
  static const Expression null_value{.kind = Expression::Kind::null};
  const Expression* value = change.column.default_value ? &*change.column.default_value
                            : domain->default_value     ? &*domain->default_value
                                                        : &null_value;
  const Expression given = as_type(*value, domain->base);
  const auto known = [&](std::string_view name) { return name == "value" ? &given : nullptr; };
  for (const DomainConstraint& constraint : domain->checks)
    if (constraint.check && evaluate(*constraint.check, known) == Verdict::no)
      return may_fail(context, "23514", change.table, {change.column.name}, true);
}

static bool may_be_added(Context& context, const AddColumn& change, const Table* table) {
  const ColumnDefinition& column = change.column;
  if (table != nullptr && table->column(column.name) != nullptr) {
    if (change.if_not_exists)
      context.skipped_columns.insert(column.name);
    else
      always_fails(context, "42701", fmt::format("{} exists already", full_name(*table, column.name)));
    return false;
  }
  if (table != nullptr && table->partition_of) {
    always_fails(context, "42809",
                 fmt::format("{} is a partition: add the column to its parent", in_prose(table->name)));
    return false;
  }
  if (table != nullptr && !is_no_typed_table(context, *table, "no column can be added")) return false;
  if (!definition_is_sound(context, column)) return false;
  if (table != nullptr && !children_allow(context, change, *table)) return false;
  const auto users = table == nullptr ? std::vector<std::pair<const Table*, const Column*>>{}
                                      : context.catalog.columns_of_type(table->name);
  if (!users.empty() && column.default_value && !is_null_constant(*column.default_value))
    always_fails(context, "0A000",
                 fmt::format("{} has the row type of {}", full_name(*users[0].first, users[0].second->name),
                             in_prose(table->name)));
  return !failed(context);
}

void apply(Context& context, const AddColumn& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  may_be_added(context, change, table);
  if (failed(context) || context.skipped_columns.contains(change.column.name)) return;
  if (table != nullptr && table->columns.size() >= most_columns)
    return always_fails(
        context, "54011",
        fmt::format("{} has {} columns: PostgreSQL takes no more", in_prose(table->name), most_columns));
  context.added[change.column.name] = &change.column;
  if (change.column.sequence && sequence_fails(context, change.column.type, *change.column.sequence)) return;
  if (change.column.generated_virtual && context.postgres < 18)
    return always_fails(context, "42601", "VIRTUAL generated columns need PostgreSQL 18");
  if (change.column.default_value) {
    check_default(context, *change.column.default_value, change.column.type, true);
    use_labels(context, *change.column.default_value, table, &change.column.type);
  }
  if (computed_for_each_row(context, change.column)) rewrite_reached(context, change.table);
  new_column_nulls(context, change, table);
  check_by_domain(context, change);
}

// ---- DROP COLUMN ------------------------------------------------------------------------------------------

static bool may_be_dropped(Context& context, const DropColumn& change, const Table& table,
                           const Column& column) {
  const std::string name = full_name(table, column.name);
  if (!is_no_typed_table(context, table, "its columns can't be dropped")) return false;
  if (contains(table.partition_key.columns, column.name)) {
    always_fails(context, "42P16", fmt::format("{} is part of the partition key", name));
  } else if (column.inherited) {
    always_fails(context, "42P16", fmt::format("{} is inherited: drop it from the parent", name));
  } else if (context.statement.only && table.kind == Table::Kind::partitioned &&
             has_children(context, table.name)) {
    always_fails(context, "42P16", fmt::format("{} is its partitions' too: ONLY is refused", name));
  } else if (!change.cascade) {
    const std::string user = user_of_column(context, table, column.name);
    if (!user.empty()) always_fails(context, "2BP01", fmt::format("{} depends on {}", user, name));
    for (const Sequence* sequence : owned_sequences(context, table.name, column.name))
      sequence_is_free(context, sequence->name, table.name, column.name);
  }
  return !failed(context);
}

static void drop_what_has_it(Context& context, const DropColumn& change, const Table& table) {
  for (const Index& index : table.indexes)
    if (index.uses(change.column)) drop(context, index.name);
  for (const Constraint& key : table.constraints)
    if (key.kind == Constraint::Kind::foreign_key && contains(key.columns, change.column))
      lock(context, key.referenced, LockMode::access_exclusive);
  for (const Sequence* sequence : owned_sequences(context, table.name, change.column))
    drop(context, sequence->name);
  if (!change.cascade) return;
  drop_views_along(context, table.name, change.column);
  drop_keys_along(context, table.name, {change.column});
}

void apply(Context& context, const DropColumn& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr) {
    if (!context.statement.if_exists) lose(context, Loss::Kind::column, change.table, change.column);
    return;
  }
  if (table->column(change.column) == nullptr && change.if_exists) return;
  const Column* column = target_column(context, *table, change.column);
  if (failed(context) || (column != nullptr && !may_be_dropped(context, change, *table, *column))) return;
  drop_what_has_it(context, change, *table);
  if (!context.added.contains(change.column)) lose(context, Loss::Kind::column, change.table, change.column);
}

// ---- NOT NULL ---------------------------------------------------------------------------------------------

void apply(Context& context, const SetNotNull& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr) {
    if (context.statement.if_exists) return;
    scan(context, change.table);
    return may_fail(context, "23502", change.table, {change.column});
  }
  const Column* column = target_column(context, *table, change.column);
  if (failed(context) || (column != nullptr && column->not_null)) return;
  if (context.statement.only && table->kind == Table::Kind::partitioned &&
      with_descendants(context, table->name).size() > 1)
    return always_fails(
        context, "42P16",
        fmt::format("{} has children: NOT NULL can't be set on it ONLY", in_prose(table->name)));
  for (const RelationName& name : reached(context, change.table)) {
    const Table* reached_table = table_now(context, name);
    if (reached_table == nullptr || surely_not_null(*reached_table, change.column)) continue;
    scan(context, name);
    if (reached_table->kind != Table::Kind::partitioned) may_hold_nulls(context, name, change.column);
  }
}

/// A partition is as NOT NULL as its parent; up to 17 a plain child is free in that.
static bool not_null_is_its_own(Context& context, const Table& table, const Column& column) {
  const auto refuse = [&](std::string reason) {
    always_fails(context, "42P16", std::move(reason));
    return false;
  };
  std::vector<RelationName> parents = context.postgres >= 18 ? table.inherits : std::vector<RelationName>{};
  if (table.partition_of) parents.push_back(*table.partition_of);
  for (const RelationName& name : parents) {
    const Table* parent = context.catalog.table(name);
    const Column* above = parent == nullptr ? nullptr : parent->column(column.name);
    if (above != nullptr && above->not_null)
      return refuse(fmt::format("{} is NOT NULL in {}", full_name(table, column.name), in_prose(name)));
  }
  const bool only = context.statement.only && table.kind == Table::Kind::partitioned && column.not_null &&
                    context.postgres < 18;
  if (only && has_children(context, table.name))
    return refuse(fmt::format("{} is its partitions' too: ONLY is refused", full_name(table, column.name)));
  return true;
}

void apply(Context& context, const DropNotNull& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr) return;
  if (!not_null_is_its_own(context, *table, *column)) return;
  const Constraint* key = table->primary_key();
  if (key != nullptr && contains(key->columns, change.column))
    return always_fails(context, "42P16",
                        fmt::format("{} is in the primary key", full_name(*table, change.column)));
  if (column->identity != Identity::none)
    return always_fails(context, "42601",
                        fmt::format("{} is an identity column", full_name(*table, change.column)));
}

}  // namespace miglint
