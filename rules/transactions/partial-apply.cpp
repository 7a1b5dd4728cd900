#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

/// Rows can stop it, and nothing in the migration took care of them. Not a VALIDATE: the constraint that stays unvalidated was meant to be there
/// first.
static bool can_fail(const StepRecord& step) {
  return std::ranges::any_of(step.effect.row_failures, [&](const RowFailure& failure) {
    const Change& change = step.statement->changes[static_cast<std::size_t>(failure.change)].change;
    return !failure.handled && !failure.only_new_rows && !std::holds_alternative<ValidateConstraint>(change);
  });
}

/// Running it a second time would fail or do something else.
static bool leaves_a_mark(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& c) {
    return !std::holds_alternative<Transaction>(c.change) && !std::holds_alternative<SetVariable>(c.change) &&
           !std::holds_alternative<Select>(c.change) && !std::holds_alternative<NoEffect>(c.change) && !std::holds_alternative<CommentOn>(c.change);
  });
}

/// The statements that stay when `failing` fails, in every mode the file may be run in.
static std::vector<int> applied_in_every_mode(const MigrationView& migration, int failing) {
  std::optional<std::vector<int>> common;
  for (const RunMode mode : migration.history.execution.modes) {
    std::vector<int> applied = applied_before(transactions(migration.migration, mode), failing);
    std::erase_if(applied, [&](int i) {
      return !leaves_a_mark(migration.migration.statements[static_cast<std::size_t>(i)]) ||
             (common && std::ranges::find(*common, i) == common->end());
    });
    common = std::move(applied);
  }
  return common.value_or(std::vector<int>{});
}

static std::vector<SaferStep> safer(const MigrationView& migration) {
  const auto is_split = [&](RunMode mode) { return run_mode(migration.migration, mode) == RunMode::split; };
  if (std::ranges::all_of(migration.history.execution.modes, is_split)) {
    return {{.text = "Let the file succeed or fail as a whole (CONCURRENTLY aside, which can't be inside)", .sql = "BEGIN;\n…\nCOMMIT;"},
            {.text = "Or give the statement that can fail a migration of its own"}};
  }
  return {{.text = "Give the statement that can fail a migration of its own"}};
}

static void check(const MigrationView& migration, RuleContext& ctx) {
  for (const StepRecord& step : migration.steps) {
    if (!can_fail(step)) continue;
    const std::vector<int> applied = applied_in_every_mode(migration, step.index);
    if (applied.empty()) continue;
    const int last = applied.back();
    const int line = line_of(migration.migration, step.index);
    const std::string what = applied.size() == 1 ? "this stays" : fmt::format("this and {} before it stay", applied.size() - 1);
    ctx.report({.message = fmt::format("{} applied if the {} on line {} fails", what, step.statement->tag, line),
                .why = "It is committed by then. The migration counts as failed, and running it again fails at what is there already: somebody has "
                       "to find out how far it got and repair it by hand before the next deploy.",
                .safer = safer(migration),
                .related = {{.message = "rows that are there can make this fail", .path = migration.migration.source.path, .line = line}},
                .statement = last});
    return;  // the first failure stops the file
  }
}

extern const Rule partial_apply{.id = "partial-apply", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
