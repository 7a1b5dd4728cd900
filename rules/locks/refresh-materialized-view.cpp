#include <algorithm>
#include <fmt/format.h>

#include "lock_paths.hpp"

namespace miglint {

static bool can_be_concurrent(const View& view) {
  return std::ranges::any_of(view.indexes, [](const Index& index) {
    const auto plain = [](const IndexElement& element) { return !element.column.empty(); };
    return index.unique && !index.where && std::ranges::all_of(index.elements, plain);
  });
}

static std::optional<SaferPath> concurrently(RefreshMaterializedView refresh, const View* view,
                                             const Step& step) {
  if (step.in_do_block || !view || !can_be_concurrent(*view)) return std::nullopt;
  refresh.concurrently = true;
  return SaferPath{.title = "Refresh it CONCURRENTLY",
                   .steps = {here("Refresh it while it is read", sql(Change(refresh), step))}};
}

static void check_refresh_materialized_view(const RefreshMaterializedView& refresh, const Step& step,
                                            RuleContext& ctx) {
  if (refresh.concurrently || !refresh.with_data || step.certain_failure()) return;
  const View* view = step.before.view(refresh.view);
  // nobody reads it yet, or can't
  if (view && (step.before.is_new(view->origin) || !view->populated)) return;
  const std::string name = shown(refresh.view, step);
  std::vector<SaferStep> safer;
  if (view && !can_be_concurrent(*view))
    safer = {
        {.text = "A unique index on plain columns, of all rows, would let it be refreshed CONCURRENTLY"}};
  ctx.report({.message = fmt::format(
                  "REFRESH MATERIALIZED VIEW {} blocks its reads until the query has run again", name),
              .object = object_of(refresh.view, step),
              .why = fmt::format("ACCESS EXCLUSIVE is held on {} for as long as its query takes.", name),
              .paths = offered(
                  {concurrently(refresh, view, step), with_lock_timeout(step, "refresh-materialized-view")}),
              .safer = std::move(safer)});
}

extern const Rule refresh_materialized_view{.id = "refresh-materialized-view",
                                            .severity = Severity::warning,
                                            .check = on<check_refresh_materialized_view>};

}  // namespace miglint
