// Adding, dropping and altering columns. All but SET STATISTICS take ACCESS EXCLUSIVE, which is held for a
// moment where only the catalog changes; what makes it long is a rewrite (a default computed for each row, a
// stored generated column, a domain that checks its values) or a scan (NOT NULL on what may hold NULLs).

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtin_types.hpp"
#include "effect/changes.hpp"
#include "effect/default_check.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/keys.hpp"

namespace miglint {

static std::string full_name(const Table& table, std::string_view column) {
  return fmt::format("{}.{}", in_prose(table.name), in_prose(column));
}
static bool contains(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

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

static void check_generated(Context& context, const ColumnDefinition& column, const Table* table) {
  if (column.generated_virtual && context.postgres < 18)
    return always_fails(context, "42601", "VIRTUAL generated columns need PostgreSQL 18");
  const Volatility volatility = volatility_of(*column.generated, table, context.catalog);
  if (volatility == Volatility::volatile_ || volatility == Volatility::stable)
    always_fails(
        context, "42P17",
        fmt::format("the expression of generated column {} is not immutable", in_prose(column.name)));
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
  const bool serial = !serial_base(column.type).empty();
  if (!serial && !type_is_there(context, column.type)) return false;
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
  if (failed(context)) return;
  may_be_added(context, change, table);
  if (failed(context) || context.skipped_columns.contains(change.column.name)) return;
  if (table != nullptr && table->columns.size() >= most_columns)
    return always_fails(
        context, "54011",
        fmt::format("{} has {} columns: PostgreSQL takes no more", in_prose(table->name), most_columns));
  context.added[change.column.name] = &change.column;
  if (change.column.generated) check_generated(context, change.column, table);
  if (change.column.default_value) {
    check_default(context, *change.column.default_value, change.column.type, true);
    use_labels(context, *change.column.default_value, table, &change.column.type);
  }
  if (failed(context)) return;
  if (computed_for_each_row(context, change.column)) rewrite_reached(context, change.table);
  new_column_nulls(context, change, table);
}

// ---- DROP COLUMN ------------------------------------------------------------------------------------------

static bool may_be_dropped(Context& context, const DropColumn& change, const Table& table,
                           const Column& column) {
  const std::string name = full_name(table, column.name);
  if (contains(table.partition_key.columns, column.name)) {
    always_fails(context, "42P16", fmt::format("{} is part of the partition key", name));
  } else if (column.inherited) {
    always_fails(context, "42P16", fmt::format("{} is inherited: drop it from the parent", name));
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
  if (failed(context)) return;
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
  if (failed(context)) return;
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

void apply(Context& context, const DropNotNull& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr) return;
  const Constraint* key = table->primary_key();
  if (key != nullptr && contains(key->columns, change.column))
    return always_fails(context, "42P16",
                        fmt::format("{} is in the primary key", full_name(*table, change.column)));
  if (column->identity != Identity::none)
    return always_fails(context, "42601",
                        fmt::format("{} is an identity column", full_name(*table, change.column)));
}

// ---- Defaults, identity, generated ------------------------------------------------------------------------

static bool has_plain_value(Context& context, const Table& table, const Column& column) {
  if (column.identity != Identity::none)
    always_fails(context, "42601",
                 fmt::format("{} is an identity column: it has no DEFAULT", full_name(table, column.name)));
  else if (column.generated)
    always_fails(context, "42601",
                 fmt::format("{} is a generated column: it has no DEFAULT", full_name(table, column.name)));
  return !failed(context);
}

void apply(Context& context, const SetDefault& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr || !has_plain_value(context, *table, *column)) return;
  check_default(context, *change.value, column->type, false);
  use_labels(context, *change.value, table, &column->type);
}

void apply(Context& context, const DropDefault& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column != nullptr) has_plain_value(context, *table, *column);
}

static void add_identity(Context& context, const Table& table, const Column& column) {
  const std::string name = full_name(table, column.name);
  if (column.identity != Identity::none)
    return always_fails(context, "55000", fmt::format("{} is an identity column already", name));
  if (!surely_not_null(table, column.name))
    return always_fails(context, "55000", fmt::format("{} must be NOT NULL to become an identity", name));
  if (column.default_value)
    always_fails(context, "55000", fmt::format("{} has a default: drop it first", name));
}

void apply(Context& context, const AlterIdentity& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr) return;
  if (change.action == AlterIdentity::Action::add) return add_identity(context, *table, *column);
  if (column->identity == Identity::none && !change.if_exists)
    return always_fails(context, "55000",
                        fmt::format("{} is not an identity column", full_name(*table, change.column)));
  if (change.action != AlterIdentity::Action::drop) return;
  for (const Sequence* sequence : owned_sequences(context, table->name, change.column))
    if (sequence->identity) drop(context, sequence->name);
}

void apply(Context& context, const AlterGenerated& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr) return;
  if (!column->generated && !change.if_exists)
    return always_fails(context, "55000",
                        fmt::format("{} is not a generated column", full_name(*table, change.column)));
  if (change.action != AlterGenerated::Action::set_expression) return;
  if (context.postgres < 17) return always_fails(context, "42601", "SET EXPRESSION needs PostgreSQL 17");
  if (!column->generated_virtual) rewrite_reached(context, change.table);
}

void apply(Context& context, const AlterColumnOption& change) {
  using Option = AlterColumnOption::Option;
  const bool weak = change.option == Option::statistics || change.option == Option::attributes;
  lock_reached(context, change.table, weak ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table != nullptr && !failed(context) && !change.column.empty())
    target_column(context, *table, change.column);
}

void apply(Context& context, const RenameColumn& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.from);
  if (table == nullptr || failed(context)) return;
  if (table->column(change.to) != nullptr)
    return always_fails(context, "42701", fmt::format("{} exists already", full_name(*table, change.to)));
  if (column != nullptr && column->inherited)
    always_fails(context, "42P16",
                 fmt::format("{} is inherited: rename it in the parent", full_name(*table, change.from)));
}

}  // namespace miglint
