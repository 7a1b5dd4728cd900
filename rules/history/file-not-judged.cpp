#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_file_not_judged(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::too_large, ParseIssue::Kind::too_deep},
                "Nobody has looked at what the migration does there.");
}

}  // namespace

extern const Rule file_not_judged;
const Rule file_not_judged{
    .id = "file-not-judged", .severity = Severity::error, .check = on<check_file_not_judged>};

}  // namespace miglint
