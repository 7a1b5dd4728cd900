// What a column has beside its values: default, identity, expression, storage, name. Only the catalog
// changes, but for a stored generated column's new expression.

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "analysis/base_type.hpp"
#include "effect/changes.hpp"
#include "effect/column_definition.hpp"
#include "effect/default_check.hpp"
#include "effect/dependents.hpp"
#include "effect/keys.hpp"
#include "effect/presence.hpp"
#include "effect/sequence.hpp"
#include "effect/storage_parameter.hpp"
#include "effect/type.hpp"

namespace miglint {

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

/// ALTER VIEW … ALTER COLUMN: all there is to say of a view's column.
static bool is_of_view(Context& context, const RelationName& name, const std::string& column) {
  if (table_now(context, name) != nullptr || context.catalog.view(name) == nullptr) return false;
  column_is_there(context, name, column);
  return true;
}

void apply(Context& context, const SetDefault& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (is_of_view(context, change.table, change.column)) return;
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr || !has_plain_value(context, *table, *column)) return;
  check_default(context, *change.value, column->type, false);
  use_labels(context, *change.value, table, &column->type);
}

void apply(Context& context, const DropDefault& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (is_of_view(context, change.table, change.column)) return;
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column != nullptr) has_plain_value(context, *table, *column);
}

static void add_identity(Context& context, const Table& table, const Column& column) {
  const std::string name = full_name(table, column.name);
  // the sequence is made before the column is looked at
  if (!identity_type_is_integer(context, column.type, name)) return;
  if (column.identity != Identity::none)
    return always_fails(context, "55000", fmt::format("{} is an identity column already", name));
  if (!surely_not_null(table, column.name))
    return always_fails(context, "55000", fmt::format("{} must be NOT NULL to become an identity", name));
  if (column.default_value)
    always_fails(context, "55000", fmt::format("{} has a default: drop it first", name));
}

/// From 17 on partitions have the identity columns of their table, together with it.
static bool identity_is_its_own(Context& context, const Table& table) {
  if (context.postgres < 17) return true;
  const bool only = context.statement.only && table.kind == Table::Kind::partitioned;
  if (!table.partition_of && !only) return true;
  always_fails(context, "42P16",
               table.partition_of
                   ? fmt::format("{} is a partition: its identity columns are those of its table",
                                 in_prose(table.name))
                   : fmt::format("the identity columns of {} are its partitions' too: ONLY is refused",
                                 in_prose(table.name)));
  return false;
}

void apply(Context& context, const AlterIdentity& change) {
  lock_reached(context, change.table, LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.column);
  if (column == nullptr || !identity_is_its_own(context, *table)) return;
  if (change.sequence && change.sequence->increment == 0)
    return always_fails(context, "22023", "INCREMENT is 0");
  if (change.action == AlterIdentity::Action::add) {
    if (change.sequence && sequence_fails(context, column->type, *change.sequence)) return;
    return add_identity(context, *table, *column);
  }
  if (column->identity == Identity::none && !change.if_exists)
    return always_fails(context, "55000",
                        fmt::format("{} is not an identity column", full_name(*table, change.column)));
  if (change.action != AlterIdentity::Action::drop) return;
  for (const Sequence* sequence : owned_sequences(context, table->name, change.column))
    if (sequence->identity) drop(context, sequence->name);
}

/// ATExecDropExpression, ATExecSetExpression (PostgreSQL 18): there are no values to keep, and checks of the
/// table are not read again.
static bool virtual_column_may(Context& context, const AlterGenerated& change, const Table& table) {
  const auto refuse = [&](std::string_view reason) {
    always_fails(
        context, "0A000",
        fmt::format("{} is a virtual generated column: {}", full_name(table, change.column), reason));
    return false;
  };
  if (change.action == AlterGenerated::Action::drop_expression) return refuse("it has no values to keep");
  const auto is_check = [](const Constraint& other) { return other.kind == Constraint::Kind::check; };
  return std::ranges::none_of(table.constraints, is_check) ||
         refuse("its expression can't change while the table has CHECK constraints");
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
  if (column->generated_virtual && !virtual_column_may(context, change, *table)) return;
  if (change.action != AlterGenerated::Action::set_expression) return;
  if (context.postgres < 17) return always_fails(context, "42601", "SET EXPRESSION needs PostgreSQL 17");
  if (!column->generated_virtual) rewrite_reached(context, change.table);
}

/// typlen = -1: the values may be compressed and kept elsewhere. Of types that are not PostgreSQL's own:
/// true.
static bool has_varying_length(const TypeName& type, const Catalog& catalog) {
  static constexpr auto fixed = std::to_array<std::string_view>(
      {"bool", "box",   "char",     "cid",       "circle",      "date",    "float4",   "float8", "int2",
       "int4", "int8",  "interval", "line",      "lseg",        "macaddr", "macaddr8", "money",  "name",
       "oid",  "point", "time",     "timestamp", "timestamptz", "timetz",  "uuid",     "xid"});
  const TypeName base = base_type(type, catalog);
  if (base.array_dimensions > 0) return true;
  if (catalog.enumeration(base) != nullptr) return false;
  return base.schema != "pg_catalog" || std::ranges::find(fixed, base.name) == fixed.end();
}

static std::string lower_case(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// ATExecSetStatistics, ATExecSetStorage, ATExecSetCompression.
static void option_is_valid(Context& context, const AlterColumnOption& change, const Table& table,
                            const Column& column) {
  using Option = AlterColumnOption::Option;
  const std::string name = full_name(table, column.name);
  const std::string value = lower_case(change.value);
  const bool varying = has_varying_length(column.type, context.catalog);
  if (change.option == Option::statistics) {
    if (column.generated_virtual)
      return always_fails(context, "0A000", fmt::format("{} is virtual: it has no statistics", name));
    if (value.starts_with('-') && value != "-1")
      always_fails(context, "22023", fmt::format("{}: a statistics target can't be {}", name, value));
  } else if (change.option == Option::storage) {
    if (value != "plain" && value != "external" && value != "extended" && value != "main" &&
        (value != "default" || context.postgres < 16))
      return always_fails(context, "22023", fmt::format("there is no storage {}", in_prose(value)));
    if (!varying && value != "plain" && value != "default")
      always_fails(context, "0A000", fmt::format("{} is of fixed length: its storage is PLAIN", name));
  } else if (change.option == Option::compression) {
    if (value != "pglz" && value != "lz4" && value != "default")
      return always_fails(context, "22023",
                          fmt::format("there is no compression method {}", in_prose(value)));
    if (!varying && value != "default")
      always_fails(context, "0A000", fmt::format("{} is of fixed length: it can't be compressed", name));
  }
}

void apply(Context& context, const AlterColumnOption& change) {
  using Option = AlterColumnOption::Option;
  const bool weak = change.option == Option::statistics || change.option == Option::attributes;
  lock_reached(context, change.table, weak ? LockMode::share_update_exclusive : LockMode::access_exclusive);
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context) || change.column.empty()) return;
  if (const Column* column = target_column(context, *table, change.column))
    if (parameters_are_valid(context, change.parameters, Parameterised::column))
      option_is_valid(context, change, *table, *column);
}

/// A view's columns: only the new name is looked at.
static void rename_column_of_view(Context& context, const RenameColumn& change, const View& view) {
  if (!column_is_there(context, change.table, change.from)) return;
  if (view.certain && view.columns_known && contains(view.columns, change.to))
    always_fails(context, "42701",
                 fmt::format("{}.{} exists already", in_prose(view.name), in_prose(change.to)));
}

static bool name_is_free_for_column(Context& context, const Table& table, const std::string& to) {
  const auto refuse = [&](std::string reason) {
    always_fails(context, "42701", std::move(reason));
    return false;
  };
  if (is_system_column(to)) return refuse(fmt::format("{} is the name of a system column", in_prose(to)));
  for (const RelationName& name : reached(context, table.name)) {
    const Table* reached_table = table_now(context, name);
    if (reached_table != nullptr && reached_table->column(to) != nullptr)
      return refuse(fmt::format("{} exists already", full_name(*reached_table, to)));
  }
  return true;
}

void apply(Context& context, const RenameColumn& change) {
  const auto composite = context.catalog.composites.find(resolve(context, change.table));
  if (composite != context.catalog.composites.end())
    return rename_attribute(context, composite->second, change);
  lock_reached(context, change.table, LockMode::access_exclusive);
  if (const View* view = context.catalog.view(change.table))
    if (table_now(context, change.table) == nullptr) return rename_column_of_view(context, change, *view);
  const Table* table = target_table(context, change.table);
  const Column* column =
      table == nullptr || failed(context) ? nullptr : target_column(context, *table, change.from);
  if (table == nullptr || failed(context)) return;
  if (!is_no_typed_table(context, *table, "its columns can't be renamed")) return;
  if (context.statement.only && has_children(context, table->name))
    return always_fails(
        context, "42P16",
        fmt::format("{} has children: a column can't be renamed in it ONLY", in_prose(table->name)));
  if (column != nullptr && column->inherited)
    return always_fails(
        context, "42P16",
        fmt::format("{} is inherited: rename it in the parent", full_name(*table, change.from)));
  name_is_free_for_column(context, *table, change.to);
}

}  // namespace miglint
