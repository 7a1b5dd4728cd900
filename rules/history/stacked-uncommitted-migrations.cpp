#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_stacked_uncommitted_migrations(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  const std::vector<std::string>& uncommitted = view.history.git->uncommitted;
  for (std::size_t i = 1; i < uncommitted.size(); ++i) {
    const std::string& below = uncommitted[i - 1];
    // asked and answered
    if (std::ranges::find(view.history.git->stacked_on, below) != view.history.git->stacked_on.end())
      continue;
    const int index = index_of(view.history, uncommitted[i]);
    if (index < 0 || !view.history.migrations[static_cast<std::size_t>(index)].source.judged) continue;
    context.report({
        .message =
            fmt::format("There's an uncommitted migration {}. Fold this change into it, or create a new one?",
                        path_in_prose(below)),
        .object = {.schema = {}, .table = {}, .column = {}, .name = uncommitted[i]},
        .why = "Nobody but you has run it: it can still be made again with everything in it. Two migrations "
               "for one change leave a step in every "
               "database's "
               "history that never was a state of the application.",
        .safer = {{.text = fmt::format("To fold: miglint fold shows how to make {} again with both changes.",
                                       path_in_prose(below)),
                   .sql = {}},
                  {.text = "To keep both: commit the first one first, if it stands for itself.", .sql = {}}},
        .migration = index,
    });
  }
}

}  // namespace

extern const Rule stacked_uncommitted_migrations;
const Rule stacked_uncommitted_migrations{.id = "stacked-uncommitted-migrations",
                                          .severity = Severity::warning,
                                          .check = on<check_stacked_uncommitted_migrations>};

}  // namespace miglint
