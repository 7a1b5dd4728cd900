#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

void check_truncate(const Truncate& truncate, const Step& step, RuleContext& context) {
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
      .paths = can_be_rewritten(step) ? std::vector{copied_first(step, {table})} : std::vector<SaferPath>{},
      .safer = {{.text = "Put the rows aside first, or say in an allow comment why they may go."}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

}  // namespace

extern const Rule truncate;
const Rule truncate{.id = "truncate", .severity = Severity::error, .check = on<check_truncate>};

}  // namespace miglint
