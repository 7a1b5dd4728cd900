#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check(const DropTable& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Table* found = step.before.table(table);
  if (nobody_uses(step, table)) return;  // made by this migration
  if (!found && drop.if_exists && step.before.certainly_missing(table)) return;
  if (found && found->persistence == Persistence::temporary) return;
  const bool copied = step.evidence.rows_copied(table).proven();
  if (copied && table_comes_back(step, table)) return;  // rebuilt under its own name, rows and all
  const bool put_aside = found && table_was_renamed(step, table);
  if (copied && put_aside) return;  // the old copy of a table that was rebuilt
  const std::string what = in_words(table);
  context.report({
      .message = copied
                     ? fmt::format("Dropping table {} breaks the running version, which still uses it", what)
                     : fmt::format("Dropping table {} breaks the running version, which still uses it, and "
                                   "all its rows are gone",
                                   what),
      .object = object(table),
      .why = fmt::format("During the deploy the previous version of the application is still running: every "
                         "query of it on {} fails (42P01) until the last old "
                         "process is gone. {}",
                         what,
                         copied ? "This migration has copied rows out of it; verify that it was all of them."
                                : "The rows are gone for good; only a backup brings them back."),
      .safer = {{.text = "In this release take the table out of the code and leave it in the database."},
                {.text = "Keep a copy of what may still be wanted.",
                 .sql =
                     fmt::format("CREATE TABLE {} AS TABLE {};", quote(table.name + "_kept"), in_sql(table))},
                {.text = "In the next release, when no running version names it, drop it.",
                 .sql = fmt::format("DROP TABLE {};", in_sql(table))}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
      .related = found ? made_by(step, found->origin, what) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_table;
const Rule drop_table{.id = "drop-table", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
