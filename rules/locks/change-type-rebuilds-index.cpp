#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static std::vector<std::string> rebuilt(const Step& step) {
  std::vector<std::string> names;
  for (const Work& work : step.effect.rebuilds) {
    if (work.change == step.change) names.push_back(work.relation.name);
  }
  return names;
}

static void check(const ChangeType& change, const Step& step, RuleContext& ctx) {
  const std::vector<std::string> indexes = rebuilt(step);
  if (indexes.empty() || surely_empty(step, change.table)) return;
  // nobody else can see the table yet
  if (!step.effect.blocks_reads(step.before.resolve(change.table))) return;
  // the rewrite builds every index, and is reported
  if (statement_does(step.effect.rewrites, step, change.table)) return;
  const std::string table = shown(change.table, step);
  ctx.report(
      {.message = fmt::format("changing {}.{} to {} builds {} again while reads and writes of {} wait", table,
                              in_prose(change.column),
                              sql_in_prose(format_type(step.before.resolve(change.type), step.before)),
                              listed(in_prose(indexes)), table),
       .object = object_of(change.table, step, change.column),
       .why = "The rows stay as they are, but the order of the index, its expression or its predicate "
              "depends on the type.",
       .safer = {{.text = fmt::format("Drop {} with DROP INDEX CONCURRENTLY before, change the type, and "
                                      "build it again with CREATE INDEX "
                                      "CONCURRENTLY, each in a migration of its own",
                                      listed(in_prose(indexes)))},
                 {.text = "Or, where queries need the index all the time: add a column of the new type, "
                          "write both, and swap them"}}});
}

extern const Rule change_type_rebuilds_index{
    .id = "change-type-rebuilds-index", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
