#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// What the server says about the first value that does not fit.
std::string_view complaint(std::string_view sqlstate) {
  if (sqlstate == "22001") return "is too long for it";
  if (sqlstate == "22003") return "is out of its range";
  if (sqlstate == "22P02") return "does not read as one";
  if (sqlstate == "22007" || sqlstate == "22008") return "is no such date or time";
  if (sqlstate == "23505") return "is then a duplicate";
  if (sqlstate == "23514") return "then violates a check";
  if (sqlstate == "23502") return "comes to NULL";
  return "does not convert";
}

std::vector<SaferStep> safer(const RelationName& table, const std::string& column, const std::string& type) {
  const std::string name = in_sql(table);
  const std::string fresh = quote(column + "_new");
  const std::string old = quote(column);
  return {
      {.text =
           "Look at the values that don't fit, in every environment, and mend them before this statement."},
      {.text = "Or move to a new column over several releases: add it,",
       .sql = fmt::format("ALTER TABLE {} ADD COLUMN {} {};", name, fresh, type)},
      {.text = "have the application write both, and copy what is there, in batches on a large table,",
       .sql =
           fmt::format("UPDATE {} SET {} = CAST({} AS {}) WHERE {} IS NULL;", name, fresh, old, type, fresh)},
      {.text = "read the new one, and drop the old one in the release after.",
       .sql = fmt::format("ALTER TABLE {} DROP COLUMN {};", name, old)},
  };
}

/// Timestamps in a key that become equal by losing microseconds, or at the hour that a clock is set back:
/// rows would have to lie that close.
bool only_rounds_time(const RowFailure& failure, const Column* column, const TypeName& to) {
  const auto is_time = [](const TypeName& type) {
    return type.name.starts_with("time") && type.array_dimensions == 0;
  };
  return failure.sqlstate == "23505" && column && is_time(column->type) && is_time(to);
}

Severity severity(const RowFailure& failure, const Column* column, const TypeName& to) {
  return only_rounds_time(failure, column, to) ? Severity::note : severity_of(failure);
}

void check(const ChangeType& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> found = failure(step);
  if (!found) return;  // a widening, an empty table, values that fit for certain
  const RelationName table = step.before.resolve(change.table);
  const std::string type = type_in_sql(change.type, step.before);
  const Column* column = step.before.column(table, change.column);
  const std::string from = column ? format_type(column->type, step.before) : "its type";
  const std::string what = in_words(table, change.column);
  context.report({
      .message = fmt::format("Changing {} from {} to {} fails if a value {}", what, sql_in_prose(from),
                             sql_in_prose(type), complaint(found->sqlstate)),
      .object = object(table, change.column),
      .fails = fails(*found),
      .why = fmt::format("PostgreSQL converts every value that is there, and refuses the statement ({}) at "
                         "the first one that {}. Whether there is one depends "
                         "on data that nobody has looked at.{}",
                         found->sqlstate, complaint(found->sqlstate), remains(*found)),
      .safer = safer(table, change.column, type),
      .check_first =
          fmt::format("SELECT {0}, count(*) FROM {1} GROUP BY {0} ORDER BY length({0}::text) DESC LIMIT 50;",
                      quote(change.column), in_sql(table)),
      .severity = severity(*found, column, change.type),
  });
}

}  // namespace

extern const Rule change_type_incompatible;
const Rule change_type_incompatible{.id = "change-type-incompatible",
                                    .severity = Severity::error,
                                    .check = on<check>,
                                    .overrides = {"silent-value-change", "change-type-rewrites-table",
                                                  "change-type-rebuilds-index", "change-type-scans-table"}};

}  // namespace miglint
