// Rows written through views (rewriteHandler.c, rewriteTargetView).

#include <algorithm>
#include <fmt/format.h>

#include "effect/dml.hpp"

namespace miglint {

static std::string_view word_of(RowCommand command) {
  switch (command) {
    case RowCommand::insert:
      return "inserted into";
    case RowCommand::update:
      return "updated";
    case RowCommand::delete_:
      return "deleted from";
  }
  return "";
}

/// A view over views is as writable as the ones below it; null where nothing keeps rows from being written.
static const View* not_writable(const Catalog& catalog, const View& view) {
  constexpr int deepest_view = 64;
  const View* at = &view;
  for (int depth = 0; depth < deepest_view; ++depth) {
    const bool known = at->certain && at->writing && catalog.knows(at->name, at->origin);
    if (!known || at->writing->redirected) return nullptr;
    if (at->writing->combines_rows) return at;
    const View* below = at->relations.size() == 1 ? catalog.view(*at->relations.begin()) : nullptr;
    if (below == nullptr || below == at) return nullptr;
    at = below;
  }
  return nullptr;
}

/// 0A000 for a column that is computed: it has no other to be written to.
static void check_columns(Context& context, const View& view, const std::vector<std::string>& columns) {
  const View::Writing& writing = *view.writing;
  if (writing.redirected || !view.columns_known || writing.columns.size() != view.columns.size()) return;
  for (const std::string& column : columns) {
    const auto found = std::ranges::find(view.columns, column);
    const auto at = static_cast<std::size_t>(found - view.columns.begin());
    if (found != view.columns.end() && writing.columns[at].empty())
      return always_fails(context, "0A000",
                          fmt::format("column {} of {} is computed", in_prose(column), in_prose(view.name)));
  }
}

std::optional<BelowView> table_below(const Context& context, const RelationName& name) {
  const View* view = context.catalog.view(resolve(context, name));
  if (view == nullptr || view->relations.size() != 1 || !view->certain || !view->columns_known ||
      !view->writing || !context.catalog.knows(view->name, view->origin))
    return std::nullopt;
  const View::Writing& writing = *view->writing;
  if (writing.combines_rows || writing.redirected || writing.columns.size() != view->columns.size())
    return std::nullopt;
  BelowView below{.table = context.catalog.table(*view->relations.begin()), .view = view};
  if (below.table == nullptr || !context.catalog.knows(below.table->name, below.table->origin))
    return std::nullopt;
  for (std::size_t at = 0; at < view->columns.size(); ++at)
    if (!writing.columns[at].empty()) below.columns.emplace(view->columns[at], writing.columns[at]);
  if (writing.check_option && writing.where) below.check = &*writing.where;
  return below;
}

void check_target(Context& context, const RelationName& name, RowCommand command,
                  const std::vector<std::string>& columns) {
  const RelationName resolved = resolve(context, name);
  if (context.catalog.sequence(resolved) != nullptr && context.catalog.knows(resolved))
    return always_fails(context, "42809", fmt::format("{} is a sequence", in_prose(resolved)));
  const View* view = context.catalog.view(resolved);
  if (view == nullptr) return;
  if (view->materialized)
    return always_fails(context, "42809", fmt::format("{} is a materialized view", in_prose(resolved)));
  if (context.statement.tag == "MERGE" && context.postgres < 17 &&
      context.catalog.knows(view->name, view->origin))
    return always_fails(context, "0A000",
                        fmt::format("{} is a view: MERGE into one needs PostgreSQL 17", in_prose(resolved)));
  if (const View* refusing = not_writable(context.catalog, *view))
    return always_fails(context, "55000",
                        fmt::format("{} can't be {}: a row of it is not one row of a table",
                                    in_prose(refusing->name), word_of(command)));
  if (view->certain && view->writing && context.catalog.knows(view->name, view->origin))
    check_columns(context, *view, columns);
}

}  // namespace miglint
