#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool loses_values(const Step& step) {
  return std::ranges::any_of(step.effect.losses, [&](const Loss& loss) {
    return loss.kind == Loss::Kind::values && loss.change == step.change;
  });
}

void check(const ChangeType& change, const Step& step, RuleContext& context) {
  if (!loses_values(step)) return;  // every value stays what it is
  const RelationName table = step.before.resolve(change.table);
  if (step.evidence.no_rows(table).proven() || step.evidence.all_null(table, change.column).proven()) return;
  const Column* column = step.before.column(table, change.column);
  const std::string from = column ? format_type(column->type, step.before) : "its type";
  const std::string to = type_in_sql(change.type, step.before);
  const std::string what = in_words(table, change.column);
  const std::string quoted = quote(change.column);
  context.report({
      .message = fmt::format("Changing {} from {} to {} rounds or cuts values without a word", what,
                             sql_in_prose(from), sql_in_prose(to)),
      .object = object(table, change.column),
      .why = fmt::format("The conversion never fails: a value that does not fit {} is made to fit, by "
                         "rounding it or cutting it off, and what it was is gone.",
                         sql_in_prose(to)),
      .safer = {{.text = "Look with the query below at how many values would change, and decide whether that "
                         "is meant."},
                {.text = "Keep the exact values beside the new ones until nobody asks for them.",
                 .sql = fmt::format("ALTER TABLE {0} ADD COLUMN {1} {2};\nUPDATE {0} SET {1} = {3};",
                                    in_sql(table), quote(change.column + "_before"), from, quoted)}},
      .check_first = fmt::format("SELECT count(*) FROM {0} WHERE {1} IS DISTINCT FROM ({1}::{2})::{3};",
                                 in_sql(table), quoted, to, from),
  });
}

}  // namespace

extern const Rule silent_value_change;
const Rule silent_value_change{
    .id = "silent-value-change",
    .severity = Severity::warning,
    .check = on<check>,
    .overrides = {"change-type-rewrites-table", "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
