#include <fmt/format.h>

#include "column_swap.hpp"
#include "lock_paths.hpp"

namespace miglint {

static void check_change_type_rewrites_table(const ChangeType& change, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, change.table) || surely_empty(step, change.table)) return;
  const std::string table = shown(change.table, step);
  const Column* column = step.before.column(change.table, change.column);
  const std::string type = format_type(step.before.resolve(change.type), step.before);
  const std::string from =
      column ? fmt::format(" from {}", sql_in_prose(format_type(column->type, step.before))) : "";
  ctx.report(
      {.message = fmt::format("Changing {}.{}{} to {} rewrites {} while its reads and writes wait", table,
                              in_prose(change.column), from, sql_in_prose(type), table),
       .object = object_of(change.table, step, change.column),
       .why = fmt::format("Every row of {} is written again and all its indexes are built again while "
                          "ACCESS EXCLUSIVE is held.",
                          table),
       .paths = offered({column_swap(change, step), with_lock_timeout(step, "change-type-rewrites-table")})});
}

extern const Rule change_type_rewrites_table{.id = "change-type-rewrites-table",
                                             .severity = Severity::warning,
                                             .check = on<check_change_type_rewrites_table>,
                                             .overrides = {"change-type-rebuilds-index"}};

}  // namespace miglint
