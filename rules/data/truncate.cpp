#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

void check(const Truncate& truncate, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(truncate.table);
  if (nobody_uses(step, table) || step.evidence.no_rows(table).proven()) return;  // there is nothing to lose
  // the rows were put aside first
  if (step.evidence.rows_copied(table).proven()) return;
  const std::string what = in_words(table);
  context.report({
      .message = fmt::format("TRUNCATE {} removes all its rows", what),
      .object = object(table),
      .why = fmt::format("Every row of {} is gone when the deploy is done, in every environment it reaches; "
                         "only a backup brings them back. Reads and writes wait "
                         "meanwhile.",
                         what),
      .safer = {{.text = "If the table holds data that can be computed again, say so with an allow comment."},
                {.text = "Otherwise put the rows aside first.",
                 .sql = fmt::format("CREATE TABLE {} AS TABLE {};", quote(table.name + "_kept"),
                                    in_sql(table))}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

}  // namespace

extern const Rule truncate;
const Rule truncate{.id = "truncate", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
