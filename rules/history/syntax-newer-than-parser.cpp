#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_syntax_newer_than_parser(const MigrationView& view, RuleContext& context) {
  report_issues(view, context, {ParseIssue::Kind::newer_grammar},
                "miglint's parser is of an older PostgreSQL than the syntax. A server that knows it runs the "
                "statement, but nobody has judged what it does.");
}

}  // namespace

extern const Rule syntax_newer_than_parser;
const Rule syntax_newer_than_parser{.id = "syntax-newer-than-parser",
                                    .severity = Severity::warning,
                                    .check = on<check_syntax_newer_than_parser>};

}  // namespace miglint
