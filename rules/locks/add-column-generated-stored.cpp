#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void report(const RelationName& table, const std::string& column, std::string_view statement,
                   std::vector<SaferStep> safer, const Step& step, RuleContext& ctx) {
  if (!does(step.effect.rewrites, step, table) || surely_empty(step, table)) return;
  const std::string name = shown(table, step);
  ctx.report(
      {.message = fmt::format("{} computes it for every row: {} is rewritten while its reads and writes wait",
                              statement, name),
       .object = object_of(table, step, column),
       .why = fmt::format(
           "All rows of {} are written anew, and all indexes built again, while ACCESS EXCLUSIVE is held.",
           name),
       .safer = std::move(safer)});
}

static std::vector<SaferStep> safer(const AddColumn& add, const Step& step) {
  std::vector<SaferStep> steps = {
      {.text = "Add a plain column, and let the application or a trigger write it",
       .sql = fmt::format("{} ADD COLUMN {} {};", alter_table(add.table), quote(add.column.name),
                          format_type(step.before.resolve(add.column.type), step.before))},
      {.text = "Fill the old rows in batches, outside of migrations"}};
  if (step.config.postgres >= 18)
    steps.insert(steps.begin(),
                 {.text = "Make it VIRTUAL: computed when it is read, it costs nothing to add"});
  return steps;
}

static void check(const Change& change, int, const Step& step, RuleContext& ctx) {
  if (const auto* add = std::get_if<AddColumn>(&change); add && add->column.generated) {
    report(add->table, add->column.name,
           fmt::format("ADD COLUMN {} GENERATED … STORED", in_prose(add->column.name)), safer(*add, step),
           step, ctx);
  } else if (const auto* alter = std::get_if<AlterGenerated>(&change);
             alter && alter->action == AlterGenerated::Action::set_expression) {
    report(alter->table, alter->column, fmt::format("SET EXPRESSION of {}", in_prose(alter->column)),
           {{.text =
                 "Add a column with the new expression's values instead, fill it in batches, and swap them"}},
           step, ctx);
  }
}

extern const Rule add_column_generated_stored{
    .id = "add-column-generated-stored", .severity = Severity::warning, .check = ChangeCheck(check)};

}  // namespace miglint
