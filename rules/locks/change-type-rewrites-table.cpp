#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static std::vector<SaferStep> expand_and_contract(const ChangeType& change, const std::string& type) {
  const std::string table = quote(change.table), old_column = quote(change.column),
                    new_column = quote(change.column + "_new");
  const std::string value =
      change.using_expression ? change.using_expression->text : fmt::format("{}::{}", old_column, type);
  return {{.text = "Add a column of the new type; let the application write both",
           .sql = fmt::format("ALTER TABLE {} ADD COLUMN {} {};", table, new_column, type)},
          {.text = "Fill it in batches, outside of migrations",
           .sql = fmt::format("UPDATE {} SET {} = {} WHERE {} IS NULL AND {} IS NOT NULL AND …;", table,
                              new_column, value, new_column, old_column)},
          {.text = "Read the new column, then drop the old one in a later release"}};
}

static void check(const ChangeType& change, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, change.table) || surely_empty(step, change.table)) return;
  const std::string table = shown(change.table, step);
  const Column* column = step.before.column(change.table, change.column);
  const std::string type = format_type(step.before.resolve(change.type), step.before);
  const std::string from =
      column ? fmt::format(" from {}", sql_in_prose(format_type(column->type, step.before))) : "";
  ctx.report({.message = fmt::format("changing {}.{}{} to {} rewrites {} while its reads and writes wait",
                                     table, in_prose(change.column), from, sql_in_prose(type), table),
              .object = object_of(change.table, step, change.column),
              .why = fmt::format("Every row of {} is written anew and all its indexes are built again while "
                                 "ACCESS EXCLUSIVE is held.",
                                 table),
              .safer = expand_and_contract(change, type)});
}

extern const Rule change_type_rewrites_table{.id = "change-type-rewrites-table",
                                             .severity = Severity::warning,
                                             .check = on<check>,
                                             .overrides = {"change-type-rebuilds-index"}};

}  // namespace miglint
