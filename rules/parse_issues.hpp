#pragma once

#include <string_view>
#include <vector>

#include "miglint/rule.hpp"

namespace miglint {

/// One report for each of the migration's issues of these kinds, at its place and in the parser's words.
void report_issues(const MigrationView& view, RuleContext& context,
                   const std::vector<ParseIssue::Kind>& kinds, std::string_view why);

}  // namespace miglint
