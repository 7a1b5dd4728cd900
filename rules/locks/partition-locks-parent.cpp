#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

/// The partitioned table that the statement locks against everybody, though it is about a partition.
static std::optional<RelationName> locked_parent(const Change& change, const Step& step) {
  const auto* create = std::get_if<CreateTable>(&change);
  if (create && !create->partition_of) return std::nullopt;
  const auto* drop = std::get_if<DropTable>(&change);
  if (!create && !drop) return std::nullopt;
  const RelationName own = step.before.resolve(create ? create->table : drop->table);
  for (const Lock& lock : step.effect.locks) {
    const Table* table = step.before.table(lock.relation);
    if (blocks_reads(lock.mode) && lock.relation != own && table && table->kind == Table::Kind::partitioned)
      return lock.relation;
  }
  return std::nullopt;
}

static void check_partition_locks_parent(const Change& change, int, const Step& step, RuleContext& ctx) {
  const std::optional<RelationName> parent = locked_parent(change, step);
  if (!parent || step.certain_failure()) return;
  const bool creates = std::holds_alternative<CreateTable>(change);
  ctx.report(
      {.message = fmt::format("{} a partition locks all of {} against reads and writes",
                              creates ? "Creating" : "Dropping", shown(*parent)),
       .object = {.schema = parent->schema, .table = parent->name},
       .why = fmt::format("It takes ACCESS EXCLUSIVE on {}, the whole partitioned table. The lock is short, "
                          "but it waits for every query that runs there, and whoever comes later waits "
                          "behind it.",
                          shown(*parent)),
       .paths = creates ? offered({with_lock_timeout(step, "partition-locks-parent",
                                                     "A table of its own that is attached lets reads and "
                                                     "writes go on: ATTACH PARTITION")})
                        : std::vector<SaferPath>(),
       .safer = creates
                    ? std::vector<SaferStep>()
                    : std::vector<SaferStep>{
                          {.text = "Detach it CONCURRENTLY first, in a migration that holds nothing else: "
                                   "then it is dropped without that lock."}}});
}

extern const Rule partition_locks_parent{.id = "partition-locks-parent",
                                         .severity = Severity::note,
                                         .check = ChangeCheck(check_partition_locks_parent)};

}  // namespace miglint
