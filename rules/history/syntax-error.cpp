#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_syntax_error(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::syntax_error},
                "PostgreSQL refuses the statement, and with it everything that is sent in the same string or "
                "transaction. The rest of the file is "
                "judged all the same.");
}

}  // namespace

extern const Rule syntax_error;
const Rule syntax_error{.id = "syntax-error", .severity = Severity::error, .check = on<check_syntax_error>};

}  // namespace miglint
