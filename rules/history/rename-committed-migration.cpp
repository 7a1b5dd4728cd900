#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_rename_committed_migration(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  for (const FrozenChange& change : view.history.git->frozen_changes) {
    if (change.kind != FrozenChange::Kind::renamed) continue;
    Report report = about(view.history, change);
    const bool edited = change.extent == FrozenChange::Extent::statements;
    report.message = fmt::format("{}{}, was renamed to {}{}", path_in_prose(change.migration),
                                 committed_in_words(change.frozen_by), path_in_prose(change.new_name),
                                 edited ? " and edited" : "");
    report.severity = severity_of(change, view.config);
    report.why = fmt::format(
        "A database knows its migrations by name. One that has run {} takes {} for a new migration and runs "
        "it again: it fails on what is there "
        "already, "
        "and the deploy stops. Compared with {}.",
        path_in_prose(change.migration), path_in_prose(change.new_name), change.against);
    report.safer = {{.text = "Give it its old name back, and remove the folder of the new name",
                     .command = restore_command(change)}};
    if (edited)
      report.safer.push_back(
          {.text = "Write what was edited as a new migration on top. The difference, to start from:",
           .sql = as_new_migration(change)});
    context.report(std::move(report));
  }
}

}  // namespace

extern const Rule rename_committed_migration;
const Rule rename_committed_migration{.id = "rename-committed-migration",
                                      .severity = Severity::error,
                                      .check = on<check_rename_committed_migration>};

}  // namespace miglint
