#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

using Option = AlterTableOption::Option;

static bool enables_again(const Change& change, const AlterTableOption& disabled, const Step& step) {
  const auto* option = std::get_if<AlterTableOption>(&change);
  return option && option->option == Option::enable_trigger &&
         step.before.resolve(option->table) == step.before.resolve(disabled.table) &&
         (option->value == disabled.value || option->value == "ALL");
}

/// The statement that switches the trigger on again; -1: none.
static int enabled_at(const AlterTableOption& disabled, const Step& step) {
  for (const Mention place : step.mentions.of(disabled.table.name)) {
    if (place.statement > step.index && enables_again(step.mentions.at(place), disabled, step))
      return place.statement;
  }
  return -1;
}

static void check_disable_trigger(const AlterTableOption& option, const Step& step, RuleContext& ctx) {
  if (option.option != Option::disable_trigger || step.before.is_new(option.table)) return;
  const int enabled = enabled_at(option, step);
  std::string until = "from now on";
  if (enabled >= 0) {
    std::vector<bool> apart = shares_with(step, enabled);
    apart.flip();
    if (!any(apart)) return;  // one transaction: others wait for its lock, and never see the trigger off
    until = fmt::format("until it is enabled again{}", where_modes_differ(step, apart));
  }
  const std::string table = shown(option.table, step);
  const bool all = option.value == "ALL";
  ctx.report(
      {.message = fmt::format("{} of {} {} off for every session {}",
                              all                      ? "all triggers"
                              : option.value == "USER" ? "the triggers"
                                                       : "trigger " + in_prose(option.value),
                              table, all || option.value == "USER" ? "are" : "is", until),
       .object =
           object_of(option.table, step, {}, all || option.value == "USER" ? std::string() : option.value),
       .why = all ? "The application's own writes go unchecked meanwhile: foreign keys are triggers too, so "
                    "rows without a parent get in, and "
                    "nothing finds them later."
                  : "The application's own writes miss what the trigger does meanwhile, and nothing makes up "
                    "for it later.",
       .safer = {
           {.text =
                "Either switch triggers off for the migration's session alone, which takes a superuser: SET "
                "session_replication_role = replica before the statements that need it, RESET "
                "session_replication_role after them"},
           {.text =
                "Or disable and enable it in one transaction, between BEGIN and COMMIT, which makes writers "
                "wait instead"}}});
}

extern const Rule disable_trigger{
    .id = "disable-trigger", .severity = Severity::warning, .check = on<check_disable_trigger>};

}  // namespace miglint
