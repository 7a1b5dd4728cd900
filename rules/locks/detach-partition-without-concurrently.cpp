#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void check(const DetachPartition& detach, const Step& step, RuleContext& ctx) {
  if (detach.concurrently || detach.finalize || step.certain_failure()) return;
  const RelationName parent = step.before.resolve(detach.table);
  if (!step.effect.blocks_reads(parent)) return;         // nobody else can see the table yet
  if (step.before.default_partition_of(parent)) return;  // CONCURRENTLY is refused beside a default partition
  const std::string table = shown(parent), partition = shown(detach.partition, step);
  ctx.report({.message = fmt::format(
                  "DETACH PARTITION {} waits for every query on {} and makes new ones queue behind it",
                  partition, table),
              .object = object_of(detach.table, step, {}, detach.partition.name),
              .why = fmt::format("It takes ACCESS EXCLUSIVE on {}, the whole partitioned table: reads and "
                                 "writes that come after it wait as well.",
                                 table),
              .safer = {{.text = "Detach it without that lock, in a migration that holds nothing else",
                         .sql = fmt::format("{} DETACH PARTITION {} CONCURRENTLY;", alter_table(detach.table),
                                            quote(detach.partition))}}});
}

extern const Rule detach_partition_without_concurrently{.id = "detach-partition-without-concurrently",
                                                        .severity = Severity::warning,
                                                        .check = on<check>,
                                                        .since = 14};

}  // namespace miglint
