#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

std::vector<std::string> columns_of(const CreateView& create) {
  return create.column_aliases.empty() ? create.query.output : create.column_aliases;
}

bool are_known(const std::vector<std::string>& columns) {
  return !columns.empty() && std::ranges::find(columns, "?column?") == columns.end();
}

std::vector<std::string> lost(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<std::string> gone;
  std::ranges::copy_if(before, std::back_inserter(gone), [&](const std::string& column) {
    return std::ranges::find(after, column) == after.end();
  });
  return gone;
}

/// The whole pair later, where the new view brings nothing that this release could want already.
std::vector<SaferPath> paths_of(const DropObject& drop, const RelationName& name, const View& view,
                                Mention again, const std::vector<std::string>& gone, const Step& step) {
  const auto& create = std::get<CreateView>(step.mentions.at(again));
  if (!can_be_rewritten(step) || !lost(columns_of(create), view.columns).empty()) return {};
  const auto index = static_cast<std::size_t>(again.statement);
  const std::string_view text = step.migration.sql(step.migration.statements[index]);
  SaferPath path = not_now(
      "Not now: replace it in the next release",
      {.rule = "replace-view-changes-columns",
       .what = "replace the view",
       .when = fmt::format("nothing reads {} of view {} any more", in_words(in_prose(gone)), in_words(name)),
       .sql = fmt::format("{}\n{};", sql(drop, step), text)});
  take_along(path, {{again.statement, again.change}});
  return {std::move(path)};
}

void check_replace_view_changes_columns(const DropObject& drop, const Step& step, RuleContext& context) {
  if (drop.kind != ObjectKind::view && drop.kind != ObjectKind::materialized_view) return;
  const RelationName name = step.before.resolve(drop.name);
  const View* view = step.before.view(name);
  if (!view || !view->certain || step.before.is_new(view->origin) || !are_known(view->columns)) return;
  const auto again = later(step, name.name, [&](const Change& change) {
    const auto* create = std::get_if<CreateView>(&change);
    return create && step.before.creation_name(create->view).name == name.name;
  });
  if (!again) return;  // drop-view speaks of it
  const auto& create = std::get<CreateView>(step.mentions.at(*again));
  const std::vector<std::string> columns = columns_of(create);
  if (!are_known(columns) || create.query.star) return;
  const std::vector<std::string> gone = lost(view->columns, columns);
  if (gone.empty()) return;
  context.report({
      .message = fmt::format("View {} comes back without {}, which the running version may read",
                             in_words(name), in_words(in_prose(gone))),
      .object = object(name, gone.front()),
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it that names {} fails (42703).",
                         in_words(in_prose(gone))),
      .paths = paths_of(drop, name, *view, *again, gone, step),
      .safer =
          {{.text = "Keep the columns in the view until the release after the one that stops reading them."}},
  });
}

}  // namespace

extern const Rule replace_view_changes_columns;
const Rule replace_view_changes_columns{.id = "replace-view-changes-columns",
                                        .severity = Severity::warning,
                                        .check = on<check_replace_view_changes_columns>,
                                        .overrides = {"drop-view"}};

}  // namespace miglint
