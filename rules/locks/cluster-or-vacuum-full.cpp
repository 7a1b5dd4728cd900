#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static SaferPath plain_vacuum(const Maintenance& command, const Step& step) {
  const std::string table =
      command.table.empty() ? std::string() : " " + relation(step.before.resolve(command.table), step);
  return {.title = "Leave its size to plain VACUUM, which nobody waits for",
          .steps = done_alone(site_of(step), "Make the space usable again", fmt::format("VACUUM{};", table))};
}

static SaferPath taken_out(bool vacuum) {
  return {.title = "Take it out of the migration, and use pg_repack, which works beside the traffic",
          .result = vacuum ? std::string(same_result)
                           : std::string("no index is marked as the one that the rows lie by"),
          .steps = {left_out("It leaves this migration")}};
}

static void check_cluster_or_vacuum_full(const Maintenance& command, const Step& step, RuleContext& ctx) {
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
              .why = "The table and all its indexes are written again while ACCESS EXCLUSIVE is held; for "
                     "that time it needs its size again on disk.",
              .paths = offered({vacuum ? std::optional(plain_vacuum(command, step)) : std::nullopt,
                                taken_out(vacuum), with_lock_timeout(step, "cluster-or-vacuum-full")})});
}

extern const Rule cluster_or_vacuum_full{
    .id = "cluster-or-vacuum-full", .severity = Severity::warning, .check = on<check_cluster_or_vacuum_full>};

}  // namespace miglint
