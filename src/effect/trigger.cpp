// Triggers (trigger.c, CreateTriggerFiringOn): which are possible on what, and what their conditions may
// name.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/builtins.hpp"
#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/presence.hpp"

namespace miglint {

using Timing = CreateTrigger::Timing;

// ---- Where --------------------------------------------------------------------------------------------

static bool fits_view(Context& context, const CreateTrigger& change, const std::string& name) {
  const bool row = change.for_each_row && change.timing != Timing::instead_of;
  if (!row && !change.on_truncate && !change.constraint && change.old_table.empty() &&
      change.new_table.empty())
    return true;
  always_fails(context, "42809",
               fmt::format("{} is a view: it takes INSTEAD OF and statement triggers", name));
  return false;
}

static bool fits_relation(Context& context, const CreateTrigger& change) {
  const Relkind kind = relkind(context, change.table);
  const std::string name = in_prose(resolve(context, change.table));
  if (kind == Relkind::view) return fits_view(context, change, name);
  if (kind == Relkind::table && change.timing == Timing::instead_of) {
    always_fails(context, "42809", fmt::format("{} is a table: INSTEAD OF triggers are for views", name));
    return false;
  }
  return is_relation_of(context, change.table, {Relkind::table, Relkind::view});
}

// ---- Events and transition tables -------------------------------------------------------------------------

static bool event_fails(Context& context, const CreateTrigger& change) {
  const bool instead = change.timing == Timing::instead_of;
  if (change.on_truncate && change.for_each_row)
    always_fails(context, "0A000", "TRUNCATE triggers can't be FOR EACH ROW");
  else if (instead && !change.for_each_row)
    always_fails(context, "0A000", "INSTEAD OF triggers must be FOR EACH ROW");
  else if (instead && change.when)
    always_fails(context, "0A000", "INSTEAD OF triggers can't have a WHEN condition");
  else if (instead && !change.update_of.empty())
    always_fails(context, "0A000", "INSTEAD OF triggers can't name columns");
  return failed(context);
}

static bool transition_fails(Context& context, const CreateTrigger& change, const Table* table) {
  if (change.old_table.empty() && change.new_table.empty()) return false;
  const int events = change.on_insert + change.on_update + change.on_delete + change.on_truncate;
  const bool child = table != nullptr && (table->partition_of || !table->inherits.empty());
  const bool partitioned = table != nullptr && table->kind == Table::Kind::partitioned;
  if (change.for_each_row && (partitioned || child))
    always_fails(
        context, "0A000",
        fmt::format("{} has or is a partition or child: row triggers there take no transition tables",
                    in_prose(table->name)));
  else if (change.timing != Timing::after)
    always_fails(context, "42P17", "only AFTER triggers take transition tables");
  else if (change.on_truncate)
    always_fails(context, "0A000", "TRUNCATE triggers take no transition tables");
  else if (events > 1)
    always_fails(context, "0A000", "triggers of several events take no transition tables");
  else if (!change.update_of.empty())
    always_fails(context, "0A000", "triggers that name columns take no transition tables");
  else if (!change.old_table.empty() && change.on_insert)
    always_fails(context, "42P17", "an INSERT has no OLD TABLE");
  else if (!change.new_table.empty() && change.on_delete)
    always_fails(context, "42P17", "a DELETE has no NEW TABLE");
  else if (change.old_table == change.new_table)
    always_fails(context, "42P17", "OLD TABLE and NEW TABLE have one name");
  return failed(context);
}

// ---- WHEN ---------------------------------------------------------------------------------------------

static bool names_row(const Expression& part, std::string_view row) {
  return part.kind == Expression::Kind::column && part.qualifier == row;
}

static void check_new_column(Context& context, const CreateTrigger& change, const Table& table,
                             const Expression& part) {
  if (change.timing != Timing::before || !names_row(part, "new")) return;
  const Column* column = table.column(part.value);
  if (column != nullptr && column->generated)
    always_fails(context, "42P17",
                 fmt::format("a BEFORE trigger's condition can't name the generated column NEW.{}",
                             in_prose(part.value)));
  else if (is_system_column(part.value))
    always_fails(context, "0A000", "a BEFORE trigger's condition can't name NEW's system columns");
}

static bool condition_fails(Context& context, const CreateTrigger& change, const Table& table) {
  if (!change.when) return false;
  if (has_subquery(*change.when)) {
    always_fails(context, "0A000", "a trigger's condition can't hold a query");
    return true;
  }
  walk(*change.when, [&](const Expression& part) {
    const bool old_row = names_row(part, "old");
    if (failed(context) || (!old_row && !names_row(part, "new"))) return;
    if (!change.for_each_row)
      always_fails(context, "42P17", "a statement trigger's condition can't name columns");
    else if (old_row && change.on_insert)
      always_fails(context, "42P17", "an INSERT trigger's condition can't name OLD");
    else if (!old_row && change.on_delete)
      always_fails(context, "42P17", "a DELETE trigger's condition can't name NEW");
    else
      check_new_column(context, change, table, part);
  });
  return failed(context);
}

// ---- The function -------------------------------------------------------------------------------------

/// It takes no arguments, whatever the trigger gives it.
static void check_function(Context& context, const CreateTrigger& change) {
  const Catalog& catalog = context.catalog;
  if (!schema_is_there(context, change.function.schema)) return;
  const auto candidates = catalog.functions_named(change.function);
  const auto function = std::ranges::find_if(
      candidates, [](const Function* f) { return f->arguments.empty() && !f->procedure; });
  if (function == candidates.end()) {
    if (catalog.knows_functions(change.function))
      always_fails(context, "42883", fmt::format("function {}() does not exist", in_prose(change.function)));
    return;
  }
  const Function& found = **function;
  if (found.returns && found.returns->name != "trigger" && found.language != "internal")
    always_fails(context, "42P17", fmt::format("function {} does not return trigger", in_prose(found.name)));
}

// ---- CREATE TRIGGER -----------------------------------------------------------------------------------

static const Trigger* existing_trigger(const Context& context, const CreateTrigger& change) {
  const Table* table = context.catalog.table(change.table);
  const View* view = context.catalog.view(change.table);
  const std::vector<Trigger>* triggers = table != nullptr  ? &table->triggers
                                         : view != nullptr ? &view->triggers
                                                           : nullptr;
  if (triggers == nullptr) return nullptr;
  const auto found = std::ranges::find(*triggers, change.name, &Trigger::name);
  return found == triggers->end() ? nullptr : &*found;
}

static void check_name(Context& context, const CreateTrigger& change) {
  const Trigger* existing = existing_trigger(context, change);
  if (existing == nullptr || (change.or_replace && !existing->constraint && !existing->inherited)) return;
  always_fails(context, "42710",
               fmt::format("{} has a trigger {} already", in_prose(resolve(context, change.table)),
                           in_prose(change.name)));
}

void apply(Context& context, const CreateTrigger& change) {
  lock_reached(context, change.table, LockMode::share_row_exclusive);
  if (change.or_replace && context.postgres < 14)
    return always_fails(context, "42601", "CREATE OR REPLACE TRIGGER needs PostgreSQL 14");
  if (!fits_relation(context, change) || event_fails(context, change)) return;
  const Table* table = table_now(context, change.table);
  if (transition_fails(context, change, table)) return;
  if (table != nullptr && condition_fails(context, change, *table)) return;
  if (table != nullptr && change.when) use_labels(context, *change.when, table);
  check_function(context, change);
  if (!failed(context)) check_name(context, change);
  for (const std::string& column : change.update_of)
    if (table != nullptr && !failed(context)) {
      if (is_system_column(column))
        return always_fails(context, "42703",
                            fmt::format("{} has no column {}", in_prose(table->name), in_prose(column)));
      target_column(context, *table, column);
    }
  for (auto column = change.update_of.begin(); column != change.update_of.end() && !failed(context); ++column)
    if (std::find(change.update_of.begin(), column, *column) != column)
      always_fails(context, "42701", fmt::format("column {} is named twice", in_prose(*column)));
}

}  // namespace miglint
