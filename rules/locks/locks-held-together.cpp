#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

namespace {

struct TakenLock {
  RelationName relation;
  int statement = 0;
};

}  // namespace

/// The large tables that each transaction locks against writes, in the order it does.
static std::vector<std::vector<TakenLock>> large_tables_locked(const MigrationView& migration,
                                                               std::size_t mode) {
  std::vector<std::vector<TakenLock>> by_transaction;
  int id = -1;
  for (const StepRecord& step : migration.steps) {
    if (step.transactions[mode].id != id || by_transaction.empty()) by_transaction.emplace_back();
    id = step.transactions[mode].id;
    for (const Lock& lock : step.effect.locks) {
      std::vector<TakenLock>& taken = by_transaction.back();
      const bool known = std::ranges::find(taken, lock.relation, &TakenLock::relation) != taken.end();
      if (!known && blocks_writes(lock.mode) && is_large(migration.config, lock.relation))
        taken.push_back({.relation = lock.relation, .statement = step.index});
    }
  }
  return by_transaction;
}

static std::vector<SaferPath> paths_apart(int statement, const MigrationView& migration) {
  const auto step = std::ranges::find(migration.steps, statement, &StepRecord::index);
  const Mentions mentions(migration.migration);
  const Site site = site_of(migration, *step, mentions);
  if (site.in_do_block || is_built_on(site)) return {};
  return {moved_behind(site, "Change one table a migration, so that each lock is given back before the next",
                       text_of(site))};
}

static void report(const std::vector<TakenLock>& taken, const std::string& modes,
                   const MigrationView& migration, RuleContext& ctx) {
  std::vector<std::string> names;
  for (const TakenLock& lock : taken) names.push_back(shown(lock.relation));
  const TakenLock& last = taken.back();
  ctx.report(
      {.message =
           fmt::format("Locks on {} are held together until the transaction ends{}", listed(names), modes),
       .object = {.schema = last.relation.schema, .table = last.relation.name},
       .why = fmt::format("While the transaction waits for {}, it keeps everybody out of {}. A session that "
                          "uses them in the other order "
                          "waits for it in turn: PostgreSQL then cancels one of the two.",
                          names.back(), names.front()),
       .paths = paths_apart(last.statement, migration),
       .related = {{.message = fmt::format("{} is locked from here on", names.front()),
                    .path = migration.migration.source.path,
                    .line = line_of(migration.migration, taken.front().statement)}},
       .statement = last.statement});
}

static void check_locks_held_together(const MigrationView& migration, RuleContext& ctx) {
  const std::vector<RunMode>& modes = migration.history.execution.modes;
  for (std::size_t mode = 0; mode < modes.size(); ++mode) {
    for (const std::vector<TakenLock>& taken : large_tables_locked(migration, mode)) {
      // one statement can't be cut
      if (taken.size() < 2 || taken.front().statement == taken.back().statement) continue;
      return report(taken,
                    modes.size() > 1
                        ? fmt::format(" when the file is {}", describe(modes[mode], migration.history))
                        : "",
                    migration, ctx);
    }
  }
}

extern const Rule locks_held_together{
    .id = "locks-held-together", .severity = Severity::warning, .check = on<check_locks_held_together>};

}  // namespace miglint
