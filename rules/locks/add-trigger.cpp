#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static void check_add_trigger(const CreateTrigger& trigger, const Step& step, RuleContext& ctx) {
  const RelationName table = step.before.resolve(trigger.table);
  if (step.before.view(trigger.table) || step.certain_failure()) return;  // INSTEAD OF, on a view
  if (!step.effect.blocks_writes(table)) return;                          // nobody else can see the table yet
  if (const Table* known = step.before.table(trigger.table)) {
    for (const Trigger& there : known->triggers) {
      if (there.name == trigger.name) return;  // replaced: the application lives with it already
    }
  }
  const std::string name = shown(table);
  ctx.report({.message = fmt::format(
                  "Trigger {} runs with every write to {} from now on, the running application's too",
                  in_prose(trigger.name), name),
              .object = object_of(trigger.table, step, {}, trigger.name),
              .why = fmt::format("What {} does, or refuses, happens to code that was written without it; and "
                                 "CREATE TRIGGER waits for all writes to "
                                 "{} under way, with new ones queueing behind it.",
                                 in_prose(trigger.function.name), name),
              .paths = only_with_lock_timeout(step, "add-trigger"),
              .safer = {{.text = "Make sure that the release which is running gets along with what the "
                                 "function does, errors included"}}});
}

extern const Rule add_trigger{
    .id = "add-trigger", .severity = Severity::note, .check = on<check_add_trigger>};

}  // namespace miglint
