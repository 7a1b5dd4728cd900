#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::vector<SaferStep> safer(const RelationName& table, const std::string& column, const std::string& type) {
  const std::string name = in_sql(table);
  const std::string old = quote(column);
  return {
      {.text = "If every value converts, change the type in place instead (write the conversion that is "
               "right for your values).",
       .sql =
           fmt::format("ALTER TABLE {} ALTER COLUMN {} TYPE {} USING {}::{};", name, old, type, old, type)},
      {.text = "Otherwise add a column under a new name,",
       .sql = fmt::format("ALTER TABLE {} ADD COLUMN {} {};", name, quote(column + "_new"), type)},
      {.text = "copy the values, while the application writes both,",
       .sql = fmt::format("UPDATE {} SET {} = {}::{};", name, quote(column + "_new"), old, type)},
      {.text = "and drop the old one in the release after, when nothing reads it. @map keeps the field's "
               "name in schema.prisma."},
  };
}

void check(const DropColumn& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Column* old = step.before.column(table, drop.column);
  if (!old || nobody_uses(step, table, drop.column)) return;
  const std::optional<Mention> again = column_comes_back(step, table, drop.column);
  const auto* add = again ? std::get_if<AddColumn>(&step.mentions.at(*again)) : nullptr;
  if (!add) return;
  if (step.evidence.copied(table, drop.column)) return;  // the values were put aside first
  if (step.evidence.no_rows(table).proven() || step.evidence.all_null(table, drop.column).proven()) return;
  const std::string what = in_words(table, drop.column);
  const std::string from = format_type(old->type, step.before);
  const std::string to = type_in_sql(add->column.type, step.before);
  const std::optional<RowFailure> failure = failure_at(step, *again);
  context.report({
      .message = failure
                     ? fmt::format("Dropping {} and adding it again as a required {} loses its values, and "
                                   "fails if {} has any row",
                                   what, sql_in_prose(to), in_words(table))
                     : fmt::format("Dropping {} and adding it again as {} loses every value in it", what,
                                   sql_in_prose(to)),
      .object = object(table, drop.column),
      .fails = failure ? fails(*failure) : std::vector<std::string>{},
      .why = fmt::format(
          "Prisma writes this for a type change ({} to {}) that it knows no cast for. The column that comes "
          "back has the name of the old one and "
          "none of its values; nothing fails, and nobody notices until somebody misses them.{}",
          sql_in_prose(from), sql_in_prose(to),
          failure ? " Here it does fail: the new column is required and has no default." : ""),
      .safer = safer(table, drop.column, to),
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(drop.column)),
      .covers = {{again->statement, again->change}},
  });
}

}  // namespace

extern const Rule recreate_column;
const Rule recreate_column{
    .id = "recreate-column",
    .severity = Severity::error,
    .check = on<check>,
    .overrides = {"drop-column", "probable-rename", "add-column-not-null-without-default",
                  "add-required-column-old-clients-omit"}};

}  // namespace miglint
