// Policies and statistics: what hangs on a table besides triggers and rules.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "analysis/builtins.hpp"
#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

// ---- Policies ---------------------------------------------------------------------------------------------

static void use_labels_of(Context& context, const std::vector<Expression>& expressions, const Table* table) {
  for (const Expression& expression : expressions) use_labels(context, expression, table);
}

void apply(Context& context, const CreatePolicy& change) {
  lock(context, change.table, LockMode::access_exclusive);
  if (!is_relation_of(context, change.table, {Relkind::table})) return;
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  if (has_part(context, ObjectKind::policy, change.table, change.name))
    return always_fails(
        context, "42710",
        fmt::format("{} has a policy {} already", in_prose(table->name), in_prose(change.name)));
  for (const std::string& role : change.roles)
    if (!role.empty() && !registered_is_there(context, {.kind = ObjectKind::role, .name = {{}, role}}))
      return;
  use_labels_of(context, change.expressions, table);
}

/// policy.c, AlterPolicy.
static void check_command(Context& context, const Table& table, const AlterPolicy& change) {
  const auto policy = std::ranges::find(table.policies, change.name, &Policy::name);
  if (policy == table.policies.end()) return;
  const bool reads = policy->command == "select" || policy->command == "delete";
  if (reads && change.has_check)
    always_fails(context, "42601", fmt::format("policy {} takes USING only", in_prose(change.name)));
  if (policy->command == "insert" && change.has_using)
    always_fails(context, "42601", fmt::format("policy {} takes WITH CHECK only", in_prose(change.name)));
}

void apply(Context& context, const AlterPolicy& change) {
  lock(context, change.table, LockMode::access_exclusive);
  if (!is_relation_of(context, change.table, {Relkind::table}) ||
      !part_is_there(context, ObjectKind::policy, change.table, change.name))
    return;
  const Table* table = target_table(context, change.table);
  if (table == nullptr || failed(context)) return;
  check_command(context, *table, change);
  use_labels_of(context, change.expressions, table);
}

// ---- Statistics -------------------------------------------------------------------------------------------

static void check_statistics_columns(Context& context, const Table& table,
                                     const std::vector<std::string>& columns) {
  for (auto name = columns.begin(); name != columns.end() && !failed(context); ++name) {
    const Column* column = target_column(context, table, *name);
    if (is_system_column(*name))
      always_fails(context, "0A000", "statistics can't be kept on system columns");
    else if (column != nullptr && builtin_type(column->type.name) != nullptr &&
             column->type.array_dimensions == 0 && column->type.schema == "pg_catalog" &&
             column->type.name.starts_with("json") && column->type.name != "jsonb")
      always_fails(
          context, "0A000",
          fmt::format("{} is json, which has no order: statistics can't be kept on it", in_prose(*name)));
  }
}

/// Neither aggregates nor window functions.
static void check_expression(Context& context, const Expression& expression, const Table& table) {
  const auto refusal = analyse(context.catalog, expression, &table, Place::index_expression).refusal;
  if (refusal &&
      (refusal->sqlstate == "42803" || refusal->sqlstate == "42P20" || refusal->sqlstate == "42703"))
    always_fails(context, refusal->sqlstate, "the statistics: " + refusal->reason);
}

/// statscmds.c, CreateStatistics.
void apply(Context& context, const CreateStatistics& change) {
  lock(context, change.table, LockMode::share_update_exclusive);
  if (!is_relation_of(context, change.table, {Relkind::table, Relkind::materialized_view})) return;
  if (!schema_is_there(context, change.name.schema)) return;
  const RelationName name = context.catalog.creation_name(change.name);
  if (!change.name.empty() && context.catalog.statistics.contains(name)) {
    if (!change.if_not_exists)
      always_fails(context, "42710", fmt::format("statistics {} exist already", in_prose(name)));
    return;
  }
  const Table* table = table_now(context, change.table);
  if (table != nullptr) check_statistics_columns(context, *table, change.columns);
  for (const std::string& column : table == nullptr ? change.columns : std::vector<std::string>())
    if (!column_is_there(context, change.table, column)) return;
  for (const Expression& expression : change.expressions)
    if (table != nullptr && table->certain && !failed(context)) check_expression(context, expression, *table);
}

}  // namespace miglint
