#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

/// The lock on the validated table that keeps others out while VALIDATE reads it: one its transaction holds from before, or the statement's own,
/// where VALIDATE is one of several commands.
static std::optional<HeldLock> lock_during(const StepRecord& step, const std::vector<HeldLock>& held) {
  const Lock& own = step.effect.locks.front();
  for (const HeldLock& earlier : held) {
    if (earlier.lock.relation == own.relation && blocks_writes(earlier.lock.mode)) return earlier;
  }
  if (blocks_writes(own.mode)) return HeldLock{.lock = own, .since = step.index};
  return std::nullopt;
}

static void report(const StepRecord& step, int change, const HeldLock& held, const std::string& modes, RuleContext& ctx) {
  const auto& command = std::get<ValidateConstraint>(step.statement->changes[static_cast<std::size_t>(change)].change);
  const RelationName& table = held.lock.relation;
  const std::string_view blocked = blocks_reads(held.lock.mode) ? "reads and writes" : "writes";
  ctx.report({.message = fmt::format("VALIDATE CONSTRAINT {} reads all of {} while the transaction still blocks its {}{}", command.name, shown(table), blocked, modes),
              .object = {.schema = table.schema, .table = table.name, .name = command.name},
              .why = "VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan "
                     "all the same.",
              .safer = {{.text = "Add the constraint NOT VALID in this migration, and validate it in the next", .sql = validate(command.table, command.name)}},
              .statement = step.index,
              .change = change});
}

static void check(const MigrationView& migration, RuleContext& ctx) {
  const LocksOverTime locks(migration);
  for (std::size_t i = 0; i < migration.steps.size(); ++i) {
    const StepRecord& step = migration.steps[i];
    for (const Work& scan : step.effect.scans) {
      if (!std::holds_alternative<ValidateConstraint>(step.statement->changes[static_cast<std::size_t>(scan.change)].change)) continue;
      const auto found = locks.first_mode_where(i, [&](const std::vector<HeldLock>& held) { return lock_during(step, held); });
      if (found) report(step, scan.change, found->lock, found->modes, ctx);
    }
  }
}

extern const Rule validate_in_same_transaction{.id = "validate-in-same-transaction", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
