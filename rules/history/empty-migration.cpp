#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::empty_file}, "The migration runs and does nothing. Perhaps it was made to be filled in.");
}

}  // namespace

extern const Rule empty_migration;
const Rule empty_migration{.id = "empty-migration", .severity = Severity::note, .check = on<check>};

}  // namespace miglint
