#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

bool comes_back(const Step& step, const RelationName& view) {
  return later(step, view.name,
               [&](const Change& change) {
                 if (const auto* create = std::get_if<CreateView>(&change))
                   return step.before.creation_name(create->view).name == view.name;
                 if (const auto* table = std::get_if<CreateTable>(&change))
                   return table->table.name == view.name;
                 const auto* rename = std::get_if<RenameObject>(&change);
                 return rename && rename->to == view.name;
               })
      .has_value();
}

std::vector<SaferPath> paths_of(const DropObject& drop, const RelationName& name, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  return {not_now("Not now: drop it in the next release",
                  {.rule = "drop-view",
                   .what = "drop the view",
                   .when = fmt::format("nothing reads view {} any more", in_words(name)),
                   .sql = sql(drop, step)})};
}

void check_drop_view(const DropObject& drop, const Step& step, RuleContext& context) {
  if (drop.kind != ObjectKind::view && drop.kind != ObjectKind::materialized_view) return;
  const RelationName name = step.before.resolve(drop.name);
  const View* view = step.before.view(name);
  if (view && step.before.is_new(view->origin)) return;                        // made by this migration
  if (!view && drop.if_exists && step.before.certainly_missing(name)) return;  // it is not there
  // replaced; replace-view-changes-columns looks at how
  if (comes_back(step, name)) return;
  context.report({
      .message = fmt::format("Dropping view {} breaks the running version, if it reads it", in_words(name)),
      .object = object(name),
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it on {} fails (42P01) until the last old "
                         "process is gone; reports and other tools that read it fail for good.",
                         in_words(name)),
      .paths = paths_of(drop, name, step),
      .safer = {{.text = "Stop reading the view in this release, and drop it in the next one."}},
      .related = view ? made_by(step, view->origin, in_words(name)) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_view;
const Rule drop_view{.id = "drop-view", .severity = Severity::warning, .check = on<check_drop_view>};

}  // namespace miglint
