#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// The lock on the validated table that keeps others out while VALIDATE reads it: one its transaction holds
/// from before, or the statement's own, where VALIDATE is one of several commands.
static std::optional<HeldLock> lock_during(const StepRecord& step, const std::vector<HeldLock>& held) {
  const Lock& own = step.effect.locks.front();
  for (const HeldLock& earlier : held) {
    if (earlier.lock.relation == own.relation && blocks_writes(earlier.lock.mode)) return earlier;
  }
  if (blocks_writes(own.mode)) return HeldLock{.lock = own, .since = step.index};
  return std::nullopt;
}

static std::vector<std::string> sqlstates(const StepRecord& step, int change) {
  std::vector<std::string> states;
  for (const RowFailure& failure : step.effect.row_failures) {
    if (failure.change == change) states.push_back(failure.sqlstate);
  }
  return states;
}

/// What finds the rows that break the constraint.
static std::string offenders(const Constraint& constraint, const RelationName& table) {
  if (constraint.kind == Constraint::Kind::check && constraint.expression) {
    return fmt::format("SELECT count(*) FROM {} WHERE NOT ({});", quote(table), constraint.expression->text);
  }
  if (constraint.kind != Constraint::Kind::foreign_key || constraint.columns.size() != 1 ||
      constraint.referenced_columns.size() != 1)
    return {};
  const std::string column = quote(constraint.columns.front()),
                    key = quote(constraint.referenced_columns.front());
  return fmt::format(
      "SELECT count(*) FROM {} c WHERE c.{} IS NOT NULL AND NOT EXISTS (SELECT FROM {} p WHERE p.{} = c.{});",
      quote(table), column, quote(constraint.referenced), key, column);
}

/// What an earlier VALIDATE lets go without a scan.
static bool relies_on_it(const Change& change) {
  return std::holds_alternative<SetNotNull>(change) || std::holds_alternative<AttachPartition>(change) ||
         std::holds_alternative<AddPrimaryKey>(change) || std::holds_alternative<RenameObject>(change) ||
         std::holds_alternative<RenameColumn>(change) || std::holds_alternative<DropTable>(change) ||
         std::holds_alternative<DropConstraint>(change);
}

static std::vector<SaferPath> paths(const ValidateConstraint& command, const RelationName& table,
                                    const StepRecord& step, const MigrationView& migration,
                                    const Mentions& mentions) {
  const auto follows = [&](Mention place) {
    return place.statement > step.index && relies_on_it(mentions.at(place));
  };
  if (step.in_do_block || std::ranges::any_of(mentions.of(table.name), follows)) return {};
  const Spelling spelling = migration.history.layout == Layout::prisma ? Spelling::prisma : Spelling::plain;
  return {moved_behind(site_of(migration, step, mentions), "Validate it in a migration of its own",
                       print(Change(command), spelling))};
}

static void report(const StepRecord& step, int change, const LocksOverTime::Found& found,
                   const MigrationView& migration, const Mentions& mentions, RuleContext& ctx) {
  const auto& command =
      std::get<ValidateConstraint>(step.statement->changes[static_cast<std::size_t>(change)].change);
  const RelationName& table = found.lock.lock.relation;
  const Table* known = migration.after.table(table);
  const Constraint* constraint = known ? known->constraint(command.name) : nullptr;
  const std::string_view blocked = blocks_reads(found.lock.lock.mode) ? "reads and writes" : "writes";
  ctx.report(
      {.message =
           fmt::format("VALIDATE CONSTRAINT {} reads all of {} while the transaction still blocks its {}{}",
                       in_prose(command.name), shown(table), blocked, found.modes),
       .object = {.schema = table.schema, .table = table.name, .name = command.name},
       .fails = sqlstates(step, change),
       .why = "VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept "
              "to the end of the transaction, "
              "so they wait for the scan all the same. Where a row breaks the constraint, the transaction "
              "fails after that wait.",
       .paths = paths(command, table, step, migration, mentions),
       .check_first = constraint ? offenders(*constraint, table) : std::string(),
       .statement = step.index,
       .change = change});
}

static void check_validate_in_same_transaction(const MigrationView& migration, RuleContext& ctx) {
  LocksOverTime locks(migration);
  const Mentions mentions(migration.migration);
  for (std::size_t i = 0; i < migration.steps.size(); ++i) {
    const StepRecord& step = migration.steps[i];
    int reported = -1;  // a foreign key's reads both tables for one change
    for (const Work& scan : step.effect.scans) {
      if (scan.change == reported) continue;
      if (!std::holds_alternative<ValidateConstraint>(
              step.statement->changes[static_cast<std::size_t>(scan.change)].change))
        continue;
      const auto found = locks.first_mode_where(
          i, [&](const std::vector<HeldLock>& held) { return lock_during(step, held); });
      if (!found) continue;
      report(step, scan.change, *found, migration, mentions, ctx);
      reported = scan.change;
    }
  }
}

extern const Rule validate_in_same_transaction{
    .id = "validate-in-same-transaction",
    .severity = Severity::warning,
    .check = on<check_validate_in_same_transaction>,
    .overrides = {"add-check-on-existing-rows", "add-foreign-key-on-existing-rows",
                  "set-not-null-on-existing-rows"}};

}  // namespace miglint
