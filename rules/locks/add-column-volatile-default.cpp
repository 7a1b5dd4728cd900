#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool rewrites_for_another_reason(const ColumnDefinition& column, const Step& step) {
  const Domain* domain = step.before.domain(column.type);
  return column.generated || column.identity != Identity::none || !column.default_value ||
         (domain && domain->constrained());
}

static std::vector<SaferStep> safer(const AddColumn& add) {
  const std::string table = alter_table(add.table), column = quote(add.column.name),
                    value = add.column.default_value->text;
  return {{.text = "Add the column without a default, and give it one for the rows to come",
           .sql = fmt::format("{} ADD COLUMN {} <type>;\n{} ALTER COLUMN {} SET DEFAULT {};", table, column,
                              table, column, value)},
          {.text = "Fill the old rows in batches, outside of migrations",
           .sql = fmt::format("UPDATE {} SET {} = {} WHERE {} IS NULL AND …;", quote(add.table), column,
                              value, column)},
          {.text = "Make it NOT NULL in a later migration, if it has to be"}};
}

static void check(const AddColumn& add, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  if (rewrites_for_another_reason(add.column, step)) return;  // each has a rule of its own
  const std::string table = shown(add.table, step);
  ctx.report({.message = fmt::format(
                  "ADD COLUMN {} with the volatile default {} rewrites {} while its reads and writes wait",
                  in_prose(add.column.name), sql_in_prose(add.column.default_value->text), table),
              .object = object_of(add.table, step, add.column.name),
              .why = fmt::format("The default differs from row to row, so every row of {} is written anew, "
                                 "and all indexes are built again, under ACCESS EXCLUSIVE.",
                                 table),
              .safer = safer(add)});
}

extern const Rule add_column_volatile_default{
    .id = "add-column-volatile-default", .severity = Severity::warning, .check = on<check>};

}  // namespace miglint
