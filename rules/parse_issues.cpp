#include "parse_issues.hpp"

#include <algorithm>

namespace miglint {

void report_issues(const MigrationView& view, RuleContext& context,
                   const std::vector<ParseIssue::Kind>& kinds, std::string_view why) {
  for (const ParseIssue& issue : view.migration.issues) {
    if (std::ranges::find(kinds, issue.kind) == kinds.end()) continue;
    // Refused for sure: an error of the statement, not a doubt about it.
    if (issue.kind == ParseIssue::Kind::newer_grammar && !issue.is_read_by(view.config.postgres)) continue;
    Report report{.message = issue.message, .why = std::string(why), .span = issue.span};
    if (!issue.hint.empty()) report.safer.push_back({.text = issue.hint});
    context.report(std::move(report));
  }
}

}  // namespace miglint
