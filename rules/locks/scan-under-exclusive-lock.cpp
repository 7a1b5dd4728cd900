#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// The first lock held from an earlier statement that keeps even readers out.
static std::optional<HeldLock> exclusive(const std::vector<HeldLock>& held) {
  const auto lock = std::ranges::find_if(held, [](const HeldLock& h) { return blocks_reads(h.lock.mode); });
  return lock == held.end() ? std::nullopt : std::optional(*lock);
}

/// Rows are read or written in bulk. What builds, rewrites or checks has a rule of its own, which says more.
static bool moves_rows(const StepRecord& step) {
  const auto in_bulk = [](const StatementChange& c) {
    return std::holds_alternative<Update>(c.change) || std::holds_alternative<Delete>(c.change) ||
           std::holds_alternative<Insert>(c.change) || std::holds_alternative<CreateTable>(c.change) ||
           std::holds_alternative<RefreshMaterializedView>(c.change);
  };
  return !step.effect.scans.empty() && std::ranges::any_of(step.statement->changes, in_bulk);
}

static std::vector<SaferPath> paths(const StepRecord& step, const MigrationView& migration) {
  const Mentions mentions(migration.migration);
  const Site site = site_of(migration, step, mentions);
  if (site.in_do_block || is_built_on(site)) return {};
  SaferPath path = moved_behind(
      site, "Move the rows in a migration of their own, when the lock is given back", text_of(site));
  path.leaves = {"update-or-delete-without-where", "backfill-in-schema-migration"};
  return {std::move(path)};
}

static void check_scan_under_exclusive_lock(const MigrationView& migration, RuleContext& ctx) {
  LocksOverTime locks(migration);
  for (std::size_t i = 0; i < migration.steps.size(); ++i) {
    const StepRecord& step = migration.steps[i];
    if (!moves_rows(step)) continue;
    const auto found = locks.first_mode_where(i, exclusive);
    if (!found) continue;
    const RelationName& locked = found->lock.lock.relation;
    const std::string scanned = shown(step.effect.scans.front().relation);
    ctx.report(
        {.message = fmt::format("{} goes through {} while reads and writes of {} still wait{}",
                                step.statement->tag, scanned, shown(locked), found->modes),
         .object = {.schema = locked.schema, .table = locked.name},
         .why = fmt::format("A statement before it took ACCESS EXCLUSIVE on {}, and the transaction keeps it "
                            "until it commits: for as long as "
                            "this takes, nobody can even read {}.",
                            shown(locked), shown(locked)),
         .paths = paths(step, migration),
         .related = {{.message = fmt::format("{} is locked from here on", shown(locked)),
                      .path = migration.migration.source.path,
                      .line = line_of(migration.migration, found->lock.since)}},
         .statement = step.index});
    return;  // one is enough: what follows waits for the same reason
  }
}

extern const Rule scan_under_exclusive_lock{.id = "scan-under-exclusive-lock",
                                            .severity = Severity::warning,
                                            .check = on<check_scan_under_exclusive_lock>};

}  // namespace miglint
