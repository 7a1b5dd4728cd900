#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_empty_migration(const MigrationView& view, RuleContext& context) {
  if (!view.migration.statements.empty() || !view.migration.issues.empty()) return;
  context.report({.message = "The migration holds no statement",
                  .why = "It runs and does nothing. Perhaps it was made to be filled in, or its SQL went "
                         "into another file.",
                  .safer = {{.text = "Fill it in, or remove the folder while it is not committed"}},
                  .span = Span{}});
}

}  // namespace

extern const Rule empty_migration;
const Rule empty_migration{
    .id = "empty-migration", .severity = Severity::note, .check = on<check_empty_migration>};

}  // namespace miglint
