#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::vector<SaferStep> safer(const Step& step, const RelationName& table, const ColumnDefinition& column) {
  const std::string name = in_sql(table);
  const std::string quoted = quote(column.name);
  const std::string add =
      fmt::format("ALTER TABLE {} ADD COLUMN {} {};", name, quoted, type_in_sql(column.type, step.before));
  const std::string value = sample_value(column.type, step.before);
  return {
      {.text = "(a) In three statements: add the column nullable,", .sql = add},
      {.text = "fill the rows that are there with the value that is right for them (the one below is a "
               "stand-in),",
       .sql = fmt::format("UPDATE {} SET {} = {} WHERE {} IS NULL;", name, quoted, value, quoted)},
      {.text = "then require it.",
       .sql = fmt::format("ALTER TABLE {} ALTER COLUMN {} SET NOT NULL;", name, quoted)},
      {.text = "(a) For a large table, in three migrations, so that no lock is held while rows are filled or "
               "read: first the nullable column; then, "
               "with the version that writes it running, the fill in batches; last the constraint.",
       .sql = fmt::format("-- migration 1\n{}\n-- migration 2\n{}\n-- migration 3\n{}", add,
                          batched_fill(table, column.name, value), require_without_scan(table, column.name))},
      {.text = "(b) Or keep it nullable for good and have the application require it.", .sql = add},
  };
}

void check(const AddColumn& add, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> null = failure(step, "23502");
  if (!null) return;  // it has a default, or the table holds no row
  const RelationName table = step.before.resolve(add.table);
  const std::string what = in_words(table, add.column.name);
  context.report({
      .message = fmt::format("Adding the required column {} without a default fails if {} has any row", what,
                             in_words(table)),
      .object = object(table, add.column.name),
      .fails = fails(*null),
      .why = fmt::format("Every row that is already in {} would hold NULL in {}, so PostgreSQL refuses the "
                         "statement (23502) and the deploy stops there.{}",
                         in_words(table), in_prose(add.column.name), remains(*null)),
      .safer = safer(step, table, add.column),
      .check_first = fmt::format("SELECT EXISTS (SELECT FROM {}) AS has_rows;", in_sql(table)),
      .severity = severity_of(*null),
  });
}

}  // namespace

extern const Rule add_column_not_null_without_default;
const Rule add_column_not_null_without_default{.id = "add-column-not-null-without-default",
                                               .severity = Severity::error,
                                               .check = on<check>,
                                               .overrides = {"add-required-column-old-clients-omit"}};

}  // namespace miglint
