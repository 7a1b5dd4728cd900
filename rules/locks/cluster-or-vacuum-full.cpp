#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void check(const Maintenance& command, const Step& step, RuleContext& ctx) {
  const bool vacuum = command.action == Maintenance::Action::vacuum_full;
  if (!vacuum && command.action != Maintenance::Action::cluster) return;
  const bool named = !command.table.empty();
  if (named &&
      (step.before.is_new(command.table) || surely_empty(step, command.table) || step.certain_failure()))
    return;
  const std::string what = vacuum ? "VACUUM FULL" : "CLUSTER";
  const std::string table = named ? shown(command.table, step) : "every table";
  ctx.report({.message = fmt::format("{} rewrites {} while reads and writes wait", what, table),
              .object = named ? object_of(command.table, step) : ObjectName{},
              .why = "The table and all its indexes are written anew while ACCESS EXCLUSIVE is held; for "
                     "that time it needs its size again on disk.",
              .safer = {{.text = "Leave it out of the migration: plain VACUUM makes the space usable again "
                                 "without a lock that anyone notices"},
                        {.text = "Where the space has to go back to the system, use pg_repack, which works "
                                 "beside the traffic"}}});
}

extern const Rule cluster_or_vacuum_full{
    .id = "cluster-or-vacuum-full", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
