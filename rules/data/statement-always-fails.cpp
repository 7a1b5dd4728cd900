#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void report_certain(const AlwaysFails& failure, RuleContext& context) {
  std::string reason = failure.reason;
  if (reason.ends_with('.')) reason.pop_back();
  context.report({
      .message = fmt::format("This statement always fails: {}", reason),
      .why = fmt::format("PostgreSQL refuses it ({}) whatever the tables hold, on an empty database too. The "
                         "deploy stops here, and so does every later one until "
                         "the migration is mended or marked as resolved.",
                         failure.sqlstate),
      .safer = {{.text = "Run the migrations so far on an empty database to see the server's own words, and "
                         "mend the statement."},
                {.text = "If it works for you, the database has something that no migration made: put that "
                         "into a migration."}},
  });
}

std::string parent_of(const Step& step, const RowFailure& orphan) {
  const Table* table = step.before.table(orphan.relation);
  for (const Constraint& key : table ? table->constraints : SharedList<Constraint>{}) {
    if (key.kind == Constraint::Kind::foreign_key && key.columns == orphan.columns)
      return in_words(key.referenced);
  }
  return "the table";
}

/// Rows whose parents only some databases have.
void report_orphan(const RowFailure& orphan, const Step& step, RuleContext& context) {
  const std::string parent = parent_of(step, orphan);
  context.report({
      .message =
          fmt::format("This INSERT fails on every new database: no migration puts a row into {}, which "
                      "{} refers to",
                      parent, in_words(orphan.relation, orphan.columns)),
      .object = object(orphan.relation, orphan.columns.front()),
      .fails = fails(orphan),
      .why = fmt::format("The rows it refers to come from somewhere else, so that it works where they are. A "
                         "shadow database, CI and the next developer's have the migrations alone, and there "
                         "PostgreSQL refuses it ({}).",
                         orphan.sqlstate),
      .safer = {{.text =
                     fmt::format("Insert the rows of {} in a migration too, before this statement.", parent)},
                {.text = "Or insert only what has its row there: INSERT … SELECT … FROM that table."},
                {.text = "Or leave the rows to a seed script, which runs where they are wanted."}},
      .severity = Severity::warning,
  });
}

/// Certain as soon as the earlier statement found a row.
void report_pending(const RowFailure& pending, RuleContext& context) {
  const std::string table = in_words(pending.relation);
  context.report({
      .message = fmt::format("This statement fails where an earlier one of its transaction has written rows: "
                             "their deferred checks wait for {}",
                             table),
      .object = object(pending.relation),
      .fails = fails(pending),
      .why =
          fmt::format("A foreign key that is INITIALLY DEFERRED is checked at COMMIT. Until then PostgreSQL "
                      "refuses to change {} ({}), and the deploy stops; where no row was written, as in a "
                      "test database, it does not.",
                      table, pending.sqlstate),
      .safer = {{.text = "Have the checks made before this statement.",
                 .sql = "SET CONSTRAINTS ALL IMMEDIATE;"},
                {.text = "Or change the rows in a migration of their own, before this one."}},
  });
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (step.conditional) return;  // a condition may keep it from running
  if (const AlwaysFails* failure = step.certain_failure()) return report_certain(*failure, context);
  if (std::holds_alternative<DoBlock>(change)) return;  // its statements are asked about one by one
  for (const RowFailure& failure : step.failures()) {
    if (failure.sqlstate == "55006") return report_pending(failure, context);
    if (failure.new_database && !failure.handled) return report_orphan(failure, step, context);
  }
}

}  // namespace

extern const Rule statement_always_fails;
const Rule statement_always_fails{
    .id = "statement-always-fails", .severity = Severity::error, .check = on<check>, .overrides = {"*"}};

}  // namespace miglint
