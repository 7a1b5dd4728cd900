#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_enum_drop_value(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::drop_enum_value},
                "PostgreSQL has ALTER TYPE … ADD VALUE and RENAME VALUE, but no DROP VALUE: a label stays "
                "for good unless the type is made again.");
}

}  // namespace

extern const Rule enum_drop_value;
const Rule enum_drop_value{
    .id = "enum-drop-value", .severity = Severity::error, .check = on<check_enum_drop_value>};

}  // namespace miglint
