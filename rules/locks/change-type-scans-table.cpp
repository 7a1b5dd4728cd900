#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void check(const ChangeType& change, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.scans, step, change.table) || surely_empty(step, change.table)) return;
  // builds an index, for which it reads them too, and is reported
  if (does(step.effect.rebuilds, step)) return;
  // reads every row too, and is reported
  if (statement_does(step.effect.rewrites, step, change.table)) return;
  const std::string table = shown(change.table, step);
  ctx.report({.message = fmt::format(
                  "changing {}.{} to {} checks every row of {} again while its reads and writes wait", table,
                  in_prose(change.column),
                  sql_in_prose(format_type(step.before.resolve(change.type), step.before)), table),
              .object = object_of(change.table, step, change.column),
              .why = "A CHECK or a foreign key names the column: PostgreSQL verifies it for the new type "
                     "under ACCESS EXCLUSIVE.",
              .safer = {{.text = "Drop the constraint, change the type, and add the constraint again NOT "
                                 "VALID, in one migration"},
                        {.text = "Validate it in a later one; reads and writes go on meanwhile"}}});
}

extern const Rule change_type_scans_table{
    .id = "change-type-scans-table", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
