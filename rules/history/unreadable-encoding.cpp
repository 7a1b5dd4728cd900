#include "miglint/rule.hpp"
#include "parse_issues.hpp"

namespace miglint {

namespace {

void check_unreadable_encoding(const MigrationView& view, RuleContext& context) {
  report_issues(view, context,
                {ParseIssue::Kind::nul_byte, ParseIssue::Kind::utf16, ParseIssue::Kind::invalid_utf8,
                 ParseIssue::Kind::byte_order_mark},
                "PostgreSQL reads a migration as UTF-8 text: a byte order mark is a syntax error, text after "
                "a NUL byte is dropped without a word, "
                "anything else is refused or read wrongly.");
}

}  // namespace

extern const Rule unreadable_encoding;
const Rule unreadable_encoding{
    .id = "unreadable-encoding", .severity = Severity::error, .check = on<check_unreadable_encoding>};

}  // namespace miglint
