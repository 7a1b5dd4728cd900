#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

/// Rows can stop it, and nothing in the migration took care of them. Not a VALIDATE: the constraint that
/// stays unvalidated was meant to be there first. Nor what changes rows: those of a schema change are more
/// often in the way than those of its seeds.
static bool can_fail(const StepRecord& step) {
  return std::ranges::any_of(step.effect.row_failures, [&](const RowFailure& failure) {
    const Change& change = step.statement->changes[static_cast<std::size_t>(failure.change)].change;
    // a DO block's statements are steps too
    const bool of_rows = std::holds_alternative<DoBlock>(change) || std::holds_alternative<Insert>(change) ||
                         std::holds_alternative<Update>(change) || std::holds_alternative<Delete>(change);
    return !failure.handled && !failure.only_new_rows && !of_rows &&
           !std::holds_alternative<ValidateConstraint>(change);
  });
}

/// Running it a second time would fail or do something else.
static bool leaves_a_mark(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& c) {
    return !std::holds_alternative<Transaction>(c.change) && !std::holds_alternative<SetVariable>(c.change) &&
           !std::holds_alternative<Select>(c.change) && !std::holds_alternative<NoEffect>(c.change) &&
           !std::holds_alternative<AlterObject>(c.change) && !std::holds_alternative<CommentOn>(c.change) &&
           !std::holds_alternative<Grant>(c.change) && !std::holds_alternative<ChangeOwner>(c.change) &&
           !std::holds_alternative<ReassignOwned>(c.change);
  });
}

/// What stays when a statement fails, in every mode the file may be run in: what the transactions before its
/// own committed.
class Applied {
 public:
  struct Before {
    int count = 0;
    int last = -1;  ///< the last of them
  };

  explicit Applied(const MigrationView& migration) {
    for (const RunMode mode : migration.history.execution.modes)
      cuts_.push_back(transactions(migration.migration, mode));
    before_.emplace_back();
    for (std::size_t i = 0; i < migration.migration.statements.size(); ++i) {
      const bool stays = leaves_a_mark(migration.migration.statements[i]) &&
                         std::ranges::none_of(cuts_, [&](const std::vector<TransactionOf>& cut) {
                           return cut[i].rolled_back;
                         });
      before_.push_back(stays ? Before{.count = before_.back().count + 1, .last = static_cast<int>(i)}
                              : before_.back());
    }
  }

  Before when_fails(int failing) const {
    int first = failing;
    for (const std::vector<TransactionOf>& cut : cuts_)
      first = std::min(first, transaction_begin(cut, failing));
    return before_[static_cast<std::size_t>(first)];
  }

 private:
  std::vector<std::vector<TransactionOf>> cuts_;
  std::vector<Before> before_;  ///< for each statement, and for the end
};

static std::vector<SaferStep> safer(const MigrationView& migration) {
  const auto is_split = [&](RunMode mode) { return run_mode(migration.migration, mode) == RunMode::split; };
  if (std::ranges::all_of(migration.history.execution.modes, is_split)) {
    return {{.text = "Either put the file between BEGIN and COMMIT, so that it succeeds or fails as a whole "
                     "(CONCURRENTLY aside, which can't be inside)"},
            {.text = "Or give the statement that can fail a migration of its own"}};
  }
  return {{.text = "Give the statement that can fail a migration of its own"}};
}

static void check_partial_apply(const MigrationView& migration, RuleContext& ctx) {
  if (std::ranges::none_of(migration.steps, can_fail)) return;
  const Applied all(migration);
  for (const StepRecord& step : migration.steps) {
    if (!can_fail(step)) continue;
    const Applied::Before applied = all.when_fails(step.index);
    if (applied.count == 0) continue;
    const int line = line_of(migration.migration, step.index);
    const std::string what =
        applied.count == 1 ? "this stays" : fmt::format("this and {} before it stay", applied.count - 1);
    ctx.report(
        {.message = fmt::format("{} applied if the {} on line {} fails", what, step.statement->tag, line),
         .why = "It is committed by then. The migration counts as failed, and running it again fails at what "
                "is there already: somebody has "
                "to find out how far it got and repair it by hand before the next deploy.",
         .safer = safer(migration),
         .related = {{.message = "rows that are there can make this fail",
                      .path = migration.migration.source.path,
                      .line = line}},
         .statement = applied.last});
    return;  // the first failure stops the file
  }
}

extern const Rule partial_apply{
    .id = "partial-apply", .severity = Severity::warning, .check = on<check_partial_apply>};

}  // namespace miglint
