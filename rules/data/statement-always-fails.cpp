#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check(const Change&, const Step& step, RuleContext& context) {
  const AlwaysFails* failure = step.certain_failure();
  if (!failure || step.conditional) return;  // a condition may keep it from running
  std::string reason = failure->reason;
  if (reason.ends_with('.')) reason.pop_back();
  context.report({
      .message = fmt::format("This statement always fails: {}", reason),
      .why = fmt::format("PostgreSQL refuses it ({}) whatever the tables hold, on an empty database too. The "
                         "deploy stops here, and so does every later one until "
                         "the migration is mended or marked as resolved.",
                         failure->sqlstate),
      .safer = {{.text = "Run the migrations so far on an empty database to see the server's own words, and "
                         "mend the statement."},
                {.text = "If it works for you, the database has something that no migration made: put that "
                         "into a migration."}},
  });
}

}  // namespace

extern const Rule statement_always_fails;
const Rule statement_always_fails{
    .id = "statement-always-fails", .severity = Severity::error, .check = on<check>, .overrides = {"*"}};

}  // namespace miglint
