#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::vector<SaferStep> safer(const Step& step, const RelationName& table, const std::string& column) {
  const std::string name = in_sql(table);
  const std::string quoted = quote(column);
  const Column* found = step.before.column(table, column);
  const std::string value = found ? sample_value(found->type, step.before) : "''";
  const std::string fill =
      fmt::format("UPDATE {} SET {} = {} WHERE {} IS NULL;", name, quoted, value, quoted);
  return {
      {.text = "Release a version of the application that always writes the column."},
      {.text = "Fill the rows that are there, before this statement (the value is a stand-in).", .sql = fill},
      {.text = "Then require it. On a large table do it in two further migrations, so that it is not read "
               "under an exclusive lock.",
       .sql = require_without_scan(table, column)},
  };
}

bool requires_a_value(const Change& change) {
  return std::holds_alternative<SetNotNull>(change) || std::holds_alternative<AddPrimaryKey>(change) ||
         std::holds_alternative<AddNotNull>(change) || std::holds_alternative<ValidateConstraint>(change) ||
         std::holds_alternative<AlterDomain>(change) || std::holds_alternative<AlterIdentity>(change) ||
         std::holds_alternative<AttachPartition>(change);
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (!requires_a_value(change)) return;
  for (const RowFailure& null : step.failures()) {
    if (null.sqlstate != "23502" || null.columns.empty()) continue;
    const std::string column = null.columns.front();
    // What an old version's INSERT leaves out of a new column is add-required-column-old-clients-omit's to
    // say.
    const Column* found = step.before.column(null.relation, column);
    if (null.only_new_rows && found && step.before.is_new(found->origin)) continue;
    const bool key = std::holds_alternative<AddPrimaryKey>(change);
    const std::string columns = in_words(null.columns);
    context.report({
        .message =
            fmt::format("{} {} fails if a row holds NULL there",
                        key ? "Making a primary key of" : "Requiring", in_words(null.relation, columns)),
        .object = object(null.relation, column),
        .fails = fails(null),
        .why = fmt::format("{} may hold NULL today. PostgreSQL reads the whole table and refuses the "
                           "statement (23502) at the first one, in the middle of the "
                           "deploy.{}",
                           in_words(null.relation, columns), remains(null)),
        .safer = safer(step, null.relation, column),
        .check_first =
            fmt::format("SELECT count(*) FROM {} WHERE {} IS NULL;", in_sql(null.relation), quote(column)),
        .severity = severity_of(null),
    });
    return;
  }
}

}  // namespace

extern const Rule set_not_null_on_existing_rows;
const Rule set_not_null_on_existing_rows{.id = "set-not-null-on-existing-rows",
                                         .severity = Severity::error,
                                         .check = on<check>,
                                         .overrides = {"set-not-null-scans-table"}};

}  // namespace miglint
