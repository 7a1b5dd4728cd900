#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static void check_create_index_without_concurrently(const CreateIndex& index, const Step& step,
                                                    RuleContext& ctx) {
  // CONCURRENTLY, or nobody else can see the table yet
  if (!step.effect.blocks_writes(step.before.resolve(index.table))) return;
  // ON ONLY, or IF NOT EXISTS over an index that is there
  if (!does(step.effect.scans, step)) return;
  // nobody writes to a materialized view but REFRESH
  if (step.before.view(index.table)) return;
  if (surely_empty(step, index.table)) return;
  const std::string table = shown(index.table, step);
  ctx.report({.message = fmt::format("CREATE INDEX on {} blocks its writes until the index is built", table),
              .object = object_of(index.table, step, {}, name_of(index)),
              .why = fmt::format("It takes a SHARE lock: every INSERT, UPDATE and DELETE on {} waits until "
                                 "all its rows have been read and sorted.",
                                 table),
              .paths = offered({index_concurrently(index, step),
                                with_lock_timeout(step, "create-index-without-concurrently")})});
}

extern const Rule create_index_without_concurrently{.id = "create-index-without-concurrently",
                                                    .severity = Severity::warning,
                                                    .check = on<check_create_index_without_concurrently>};

}  // namespace miglint
