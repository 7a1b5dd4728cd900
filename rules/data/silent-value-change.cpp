#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool loses_values(const Step& step) {
  return std::ranges::any_of(step.effect.losses, [&](const Loss& loss) {
    return loss.kind == Loss::Kind::values && loss.change == step.change;
  });
}

std::vector<SaferPath> paths(const RelationName& table, const Column* column, const Step& step) {
  if (!column || column->generated) return {};
  const std::string kept = column->name + "_before";
  const std::string what = in_words(table, column->name);
  AddColumn add{.table = table, .column = {.name = kept, .type = column->type}};
  add.column.collation = column->collation;
  const Need need{.name = fmt::format("{}.{}", table.name, kept),
                  .question = fmt::format("What of {} is kept beside the new values?", what),
                  .sample = identifier(column->name, step)};
  std::vector<SaferPath> paths;
  if (!step.before.column(table, kept))
    paths.push_back(
        {.title = "Keep the exact values beside the new ones until nobody asks for them",
         .needs = {need},
         .steps = {before("Add a column of the old type,", sql(add, step)),
                   before("and copy the values before they change.",
                          fmt::format("UPDATE {} SET {} = {} WHERE {} IS NOT NULL;", relation(table, step),
                                      identifier(kept, step), answer(need, step),
                                      identifier(column->name, step))),
                   next_release("When nobody asks for the exact values any more, drop them: they are lost.",
                                sql(DropColumn{.table = table, .column = kept}, step))},
         .leaves = {"silent-value-change", "change-type-rewrites-table", "change-type-rebuilds-index",
                    "scan-under-exclusive-lock", "change-type-scans-table", "backfill-in-schema-migration",
                    "drop-column", "update-or-delete-without-where"}});
  paths.push_back(
      {.title = "Leave the type as it is",
       .result = fmt::format("{} stays {}", what, sql_in_prose(format_type(column->type, step.before))),
       .steps = {left_out("Every value stays what it is.")}});
  return paths;
}

void check_silent_value_change(const ChangeType& change, const Step& step, RuleContext& context) {
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
      .paths = paths(table, column, step),
      .check_first = fmt::format("SELECT count(*) FROM {0} WHERE {1} IS DISTINCT FROM ({1}::{2})::{3};",
                                 in_sql(table), quoted, to, from),
  });
}

}  // namespace

extern const Rule silent_value_change;
const Rule silent_value_change{
    .id = "silent-value-change",
    .severity = Severity::warning,
    .check = on<check_silent_value_change>,
    .overrides = {"change-type-rewrites-table", "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
