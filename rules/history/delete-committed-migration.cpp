#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"
#include "miglint/runner_words.hpp"

namespace miglint {

namespace {

void check_delete_committed_migration(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  for (const FrozenChange& change : view.history.git->frozen_changes) {
    if (change.kind != FrozenChange::Kind::deleted) continue;
    Report report = about(view.history, change);
    const std::string by = change.changed_by ? fmt::format(" in {} by {}", change.changed_by->id.substr(0, 7),
                                                           in_prose(change.changed_by->author))
                                             : "";
    report.message = fmt::format("{}{}, was deleted{}", path_in_prose(change.migration),
                                 committed_in_words(change.frozen_by), by);
    report.severity = severity_of(change, view.config);
    report.why = fmt::format(
        "Databases that have run it keep what it made, new ones never get it. {} Compared with {}.",
        runner_words(view.history.layout).deleted, change.against);
    report.safer = {
        {.text = "Put it back", .command = restore_command(change)},
        {.text = "To undo what it does, write a new migration that does the opposite.", .sql = {}}};
    context.report(std::move(report));
  }
}

}  // namespace

extern const Rule delete_committed_migration;
const Rule delete_committed_migration{.id = "delete-committed-migration",
                                      .severity = Severity::error,
                                      .check = on<check_delete_committed_migration>};

}  // namespace miglint
