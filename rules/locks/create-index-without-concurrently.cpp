#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool is_partitioned(const RelationName& name, const Step& step) {
  const Table* table = step.before.table(name);
  return table && table->kind == Table::Kind::partitioned;
}

static std::vector<SaferStep> safer_on_partitions(const CreateIndex& index) {
  const std::string name = quote(name_of(index));
  return {{.text = "Create the partitioned table's own index, which is quick and invalid until its "
                   "partitions have theirs",
           .sql = fmt::format("CREATE INDEX {} ON ONLY {} (…);", name, quote(index.table))},
          {.text = "Build each partition's index in a migration of its own",
           .sql = "CREATE INDEX CONCURRENTLY … ON <partition> (…);"},
          {.text = "Attach each; the last one makes the index valid",
           .sql = fmt::format("ALTER INDEX {} ATTACH PARTITION …;", name)}};
}

static std::vector<SaferStep> safer(const CreateIndex& index, const Step& step) {
  if (is_partitioned(index.table, step)) return safer_on_partitions(index);
  return {{.text = "Build it without blocking writes, in a migration that holds nothing else (prisma migrate "
                   "dev --create-only, then edit the file)",
           .sql = with_words_after(step, "INDEX", " CONCURRENTLY")},
          {.text = "Should the build fail, it leaves an INVALID index: drop it before trying again",
           .sql = fmt::format("DROP INDEX CONCURRENTLY IF EXISTS {};", quote(name_of(index)))}};
}

static void check(const CreateIndex& index, const Step& step, RuleContext& ctx) {
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
              .safer = safer(index, step)});
}

extern const Rule create_index_without_concurrently{
    .id = "create-index-without-concurrently", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
