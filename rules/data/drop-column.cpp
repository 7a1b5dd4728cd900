#include <fmt/format.h>
#include <utility>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// A column that came with LIKE may have been made before its table was.
Origin origin_of(const RelationName& table, const Column& column, const Step& step) {
  const Origin& whole = step.before.table(table)->origin;
  const auto place = [](const Origin& origin) { return std::pair(origin.migration, origin.statement); };
  return place(column.origin) < place(whole) ? whole : column.origin;
}

void check(const DropColumn& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  if (nobody_uses(step, table, drop.column)) return;  // made by this migration: nobody has read or filled it
  const Column* column = step.before.column(table, drop.column);
  // it is not there
  if (!column && drop.if_exists && step.before.table(table) && step.before.table(table)->certain) return;
  const bool copied = step.evidence.copied(table, drop.column).proven();
  // replaced under its own name, values and all
  if (copied && column_comes_back(step, table, drop.column)) return;
  const std::string what = in_words(table, drop.column);
  context.report({
      .message =
          copied ? fmt::format("Dropping {} breaks the running version, which still reads it", what)
                 : fmt::format(
                       "Dropping {} breaks the running version, which still reads it, and its data is gone",
                       what),
      .object = object(table, drop.column),
      .why = fmt::format(
          "During the deploy the previous version of the application is still running and names {} in its "
          "queries: each of them fails (42703) "
          "until the last old process is gone. {}",
          in_prose(drop.column),
          copied ? "This migration has copied the values, but the old version doesn't know where to."
                 : "There is no way back: a rollback finds the column empty."),
      .safer = {{.text = "In this release take the column out of the code, or mark the field @ignore in "
                         "schema.prisma, and leave the database alone."},
                {.text = "If the application inserts rows, make sure the column doesn't stand in its way.",
                 .sql = column && column->not_null && !column->default_value
                            ? fmt::format("ALTER TABLE {} ALTER COLUMN {} DROP NOT NULL;", in_sql(table),
                                          quote(drop.column))
                            : ""},
                {.text = "In the next release, when no running version names it, drop it.",
                 .sql = fmt::format("ALTER TABLE {} DROP COLUMN {};", in_sql(table), quote(drop.column))}},
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(drop.column)),
      .related = column ? made_by(step, origin_of(table, *column, step), what) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_column;
const Rule drop_column{.id = "drop-column", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
