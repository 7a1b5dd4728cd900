#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_migration_lock_changed(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  const GitFacts& git = *view.history.git;
  if (git.lock_provider_before.empty() || git.lock_provider_before == git.lock_provider_after) return;
  const bool gone = git.lock_provider_after.empty();
  context.report({
      .message = gone ? std::string("migration_lock.toml is gone, or names no provider any more")
                      : fmt::format("migration_lock.toml changes its provider from {} to {}",
                                    in_prose(git.lock_provider_before), in_prose(git.lock_provider_after)),
      .object = {.schema = {}, .table = {}, .column = {}, .name = "migration_lock.toml"},
      .why = gone ? "Prisma writes the file so that migrations of one database are never run on another; it "
                    "belongs in the repository."
                  : "The migrations here are SQL for one database. With another provider Prisma refuses the "
                    "whole folder (P3019), and the SQL would "
                    "not run there.",
      .safer =
          {{.text = fmt::format(
                "Put it back: provider = {}. To move to another database, start a new migrations folder.",
                git.lock_provider_before),
            .sql = {}}},
      .path = git.lock_path,
  });
}

}  // namespace

extern const Rule migration_lock_changed;
const Rule migration_lock_changed{
    .id = "migration-lock-changed", .severity = Severity::error, .check = on<check_migration_lock_changed>};

}  // namespace miglint
