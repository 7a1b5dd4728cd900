#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

bool is_for_triggers(const Step& step, const FunctionName& name) {
  return std::ranges::any_of(step.before.functions, [&](const auto& entry) {
    return entry.second.name.name == name.name && entry.second.returns &&
           entry.second.returns->name == "trigger";
  });
}

std::optional<Origin> origin_of(const Step& step, const FunctionName& name) {
  for (const auto& [key, function] : step.before.functions) {
    if (key.name == name.name) return function.origin;
  }
  return std::nullopt;
}

std::vector<SaferPath> paths_of(const DropObject& drop, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  return {not_now("Not now: drop it in the next release",
                  {.rule = "drop-function",
                   .what = "drop the function",
                   .when = fmt::format("nothing calls function {} any more", in_prose(drop.name.name)),
                   .sql = sql(drop, step)})};
}

void check_drop_function(const DropObject& drop, const Step& step, RuleContext& context) {
  if (drop.kind != ObjectKind::function && drop.kind != ObjectKind::procedure) return;
  const std::optional<Origin> origin = origin_of(step, drop.name);
  if (!origin && drop.if_exists) return;              // it is not there, as far as the migrations say
  if (origin && step.before.is_new(*origin)) return;  // made by this migration
  // only triggers call it, and PostgreSQL keeps it while one does
  if (is_for_triggers(step, drop.name)) return;
  const bool again = later(step, drop.name.name, [&](const Change& change) {
                       const auto* create = std::get_if<CreateFunction>(&change);
                       return create && create->function.name == drop.name.name;
                     }).has_value();
  if (again) return;
  context.report({
      .message = fmt::format("Dropping function {} breaks the running version, if it calls it",
                             in_prose(drop.name.name)),
      .object = {.schema = drop.name.schema, .name = drop.name.name},
      .why = "During the deploy the previous version of the application is still running, and every query of "
             "it that calls the function fails "
             "(42883). PostgreSQL "
             "does not look into the bodies of other functions either: one that calls it fails when it is "
             "next used.",
      .paths = paths_of(drop, step),
      .safer = {{.text = "Stop calling it in this release, and drop it in the next one."}},
      .related = origin ? made_by(step, *origin, drop.name.name) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_function;
const Rule drop_function{
    .id = "drop-function", .severity = Severity::warning, .check = on<check_drop_function>};

}  // namespace miglint
