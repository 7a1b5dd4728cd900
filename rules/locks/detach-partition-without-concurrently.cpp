#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static constexpr std::string_view remark =
    "A running version of the application that writes rows of its bounds fails from then on";

static std::optional<SaferPath> concurrently(DetachPartition detach, const Step& step) {
  if (step.in_do_block || is_built_on(site_of(step))) return std::nullopt;
  detach.concurrently = true;
  std::string result =
      fmt::format("{} has a CHECK that says what its bounds said", shown(detach.partition, step));
  return SaferPath{
      .title = "Detach it CONCURRENTLY",
      .result = std::move(result),
      .steps = done_alone(site_of(step), fmt::format("Detach it while others use the table. {}", remark),
                          sql(Change(detach), step))};
}

static void check_detach_partition_without_concurrently(const DetachPartition& detach, const Step& step,
                                                        RuleContext& ctx) {
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
              .paths = offered({concurrently(detach, step),
                                with_lock_timeout(step, "detach-partition-without-concurrently", remark)})});
}

extern const Rule detach_partition_without_concurrently{
    .id = "detach-partition-without-concurrently",
    .severity = Severity::warning,
    .check = on<check_detach_partition_without_concurrently>,
    .since = 14};

}  // namespace miglint
