#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static void check_add_exclude_builds_index(const AddExclude& constraint, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.builds, step) || !step.effect.blocks_reads(step.before.resolve(constraint.table)))
    return;
  if (surely_empty(step, constraint.table) || statement_does(step.effect.rewrites, step, constraint.table))
    return;
  const std::string table = shown(constraint.table, step);
  ctx.report({.message = fmt::format("ADD EXCLUDE on {} blocks its reads and writes until the index is built",
                                     table),
              .object = object_of(constraint.table, step, {}, constraint.name),
              .why = "Its index is built while ACCESS EXCLUSIVE is held. An exclusion constraint can neither "
                     "be NOT VALID nor use an index built before.",
              .paths = only_with_lock_timeout(step, "add-exclude-builds-index")});
}

extern const Rule add_exclude_builds_index{.id = "add-exclude-builds-index",
                                           .severity = Severity::warning,
                                           .check = on<check_add_exclude_builds_index>};

}  // namespace miglint
