#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_psql_command(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::psql_command},
                "Lines that begin with a backslash are commands of psql, the program. A migration runner "
                "sends them to the server, which knows none of them.");
}

}  // namespace

extern const Rule psql_command;
const Rule psql_command{.id = "psql-command", .severity = Severity::error, .check = on<check_psql_command>};

}  // namespace miglint
