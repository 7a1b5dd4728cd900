#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// The constraint as a change that adds it; nothing where the catalog knows less than what it says.
static std::optional<Change> added_again(const Constraint& constraint, const RelationName& table) {
  ConstraintHeader header{.table = table,
                          .name = constraint.name,
                          .not_valid = true,
                          .deferrable = constraint.deferrable,
                          .initially_deferred = constraint.initially_deferred,
                          .no_inherit = constraint.no_inherit};
  if (constraint.inherited || !constraint.enforced) return std::nullopt;
  if (constraint.kind == Constraint::Kind::check && constraint.expression) {
    AddCheck check;
    static_cast<ConstraintHeader&>(check) = std::move(header);
    check.expression = constraint.expression;
    return check;
  }
  // MATCH FULL and SET NULL (…) make a difference where there are several columns
  if (constraint.kind != Constraint::Kind::foreign_key || constraint.columns.size() != 1) return std::nullopt;
  AddForeignKey key;
  static_cast<ConstraintHeader&>(key) = std::move(header);
  key.columns = constraint.columns;
  key.referenced = constraint.referenced;
  key.referenced_columns = constraint.referenced_columns;
  key.on_delete = constraint.on_delete;
  key.on_update = constraint.on_update;
  return key;
}

/// Those that PostgreSQL verifies for the new type.
static std::vector<const Constraint*> verified(const ChangeType& change, const Table& table) {
  std::vector<const Constraint*> found;
  for (const Constraint& constraint : table.constraints) {
    const bool of_rows =
        constraint.kind == Constraint::Kind::check || constraint.kind == Constraint::Kind::foreign_key;
    if (of_rows && std::ranges::find(constraint.columns, change.column) != constraint.columns.end())
      found.push_back(&constraint);
  }
  return found;
}

static std::optional<SaferPath> constraints_apart(const ChangeType& change, const Step& step) {
  const Table* table = step.before.table(change.table);
  if (!table || !table->certain || table->kind != Table::Kind::table || step.in_do_block ||
      changes_later(step, table->name))
    return std::nullopt;
  SaferPath path{.title = "Take the constraint off for the change, and check the rows apart from it",
                 .steps = {here("With the constraint gone, no row is read", command_text(step))},
                 .leaves = {"add-check-on-existing-rows", "add-foreign-key-on-existing-rows"}};
  std::vector<PathStep> validate;
  for (const Constraint* constraint : verified(change, *table)) {
    const std::optional<Change> again = added_again(*constraint, table->name);
    if (!again || later(step, constraint->name, [](const Change&) { return true; })) return std::nullopt;
    path.steps.insert(
        path.steps.begin(),
        before("Take it off",
               sql(Change(DropConstraint{.table = table->name, .name = constraint->name}), step)));
    path.steps.push_back(here("Put it back unchecked: new rows must satisfy it at once", sql(*again, step)));
    validate.push_back(in_own_transaction(
        step.history, "Check the rows that are there; reads and writes go on meanwhile",
        sql(Change(ValidateConstraint{.table = table->name, .name = constraint->name}), step)));
  }
  if (validate.empty()) return std::nullopt;  // it is another table's foreign key
  path.steps.insert(path.steps.end(), validate.begin(), validate.end());
  return path;
}

static void check_change_type_scans_table(const ChangeType& change, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.scans, step, change.table) || surely_empty(step, change.table)) return;
  // builds an index, for which it reads them too, and is reported
  if (does(step.effect.rebuilds, step)) return;
  // reads every row too, and is reported
  if (statement_does(step.effect.rewrites, step, change.table)) return;
  const std::string table = shown(change.table, step);
  ctx.report({.message = fmt::format(
                  "Changing {}.{} to {} checks every row of {} again while its reads and writes wait", table,
                  in_prose(change.column),
                  sql_in_prose(format_type(step.before.resolve(change.type), step.before)), table),
              .object = object_of(change.table, step, change.column),
              .why = "A CHECK or a foreign key names the column: PostgreSQL verifies it for the new type "
                     "under ACCESS EXCLUSIVE.",
              .paths = offered(
                  {constraints_apart(change, step), with_lock_timeout(step, "change-type-scans-table")})});
}

extern const Rule change_type_scans_table{.id = "change-type-scans-table",
                                          .severity = Severity::warning,
                                          .check = on<check_change_type_scans_table>};

}  // namespace miglint
