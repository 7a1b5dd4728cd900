#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"
#include "miglint/runner_words.hpp"

namespace miglint {

namespace {

using Extent = FrozenChange::Extent;

std::string message_of(const FrozenChange& change) {
  const std::string what =
      fmt::format("{}{}, ", path_in_prose(change.migration), committed_in_words(change.frozen_by));
  const std::string by = change.changed_by ? fmt::format(" in {} by {}", change.changed_by->id.substr(0, 7),
                                                         in_prose(change.changed_by->author))
                                           : "";
  switch (change.extent) {
    case Extent::statements:
      return what + "was edited" + by;
    case Extent::comments_or_white_space:
      return what + "was edited" + by + ": only comments and white space, its statements are the same";
    case Extent::line_endings:
      return what + "got other line endings" + by + ": nothing else changed";
  }
  return what;
}

std::string why_of(const FrozenChange& change, const RunnerWords& runner) {
  switch (change.extent) {
    case Extent::statements:
      return fmt::format(
          "Databases that have run it never run it again: they keep the old version, new ones get this one, "
          "and "
          "they drift apart. {}",
          runner.edited);
    case Extent::comments_or_white_space:
      return fmt::format("The statements are the same, so databases stay alike. {}", runner.comment);
    case Extent::line_endings:
      return fmt::format(
          "{}A line in .gitattributes keeps git from turning them: *.sql text eol=lf.",
          runner.name == "Prisma"
              ? "Prisma takes both kinds of line ending for the same file, and nothing breaks. "
              : "The statements are the same, so databases stay alike. ");
  }
  return {};
}

/// What only a checksum would mind is a warning, what nobody minds a note.
Severity severity(const FrozenChange& change, const Config& config) {
  if (change.extent == Extent::line_endings) return Severity::note;
  const Severity whole = severity_of(change, config);
  return change.extent == Extent::comments_or_white_space && whole == Severity::error ? Severity::warning
                                                                                      : whole;
}

void check_edit_committed_migration(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  for (const FrozenChange& change : view.history.git->frozen_changes) {
    if (change.kind != FrozenChange::Kind::edited) continue;
    Report report = about(view.history, change);
    report.message = message_of(change);
    report.severity = severity(change, view.config);
    report.why = fmt::format("{} Compared with {}.", why_of(change, runner_words(view.history.layout)),
                             change.against);
    report.safer = {{.text = "Put the file back as it was", .command = restore_command(change)}};
    if (change.extent == Extent::statements) {
      report.safer.push_back(
          {.text = "Write what is to change as a new migration on top. The difference, to start from:",
           .sql = as_new_migration(change)});
    }
    context.report(std::move(report));
  }
}

}  // namespace

extern const Rule edit_committed_migration;
const Rule edit_committed_migration{.id = "edit-committed-migration",
                                    .severity = Severity::error,
                                    .check = on<check_edit_committed_migration>};

}  // namespace miglint
