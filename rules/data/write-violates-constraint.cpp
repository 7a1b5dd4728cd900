#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::string_view refusal(const RowFailure& failure) {
  return failure.sqlstate == "23502" ? "NULL, which is not allowed there" : "a value that a check refuses";
}

void check_write_violates_constraint(const Change& change, const Step& step, RuleContext& context) {
  const bool inserts = std::holds_alternative<Insert>(change);
  if (!inserts && !std::holds_alternative<Update>(change)) return;
  for (const RowFailure& failure : step.failures()) {
    const bool constraint = failure.sqlstate == "23502" || failure.sqlstate == "23514";
    // whatever rows there are, they fail; what only some of them do is not known
    if (!constraint || !failure.any_row || failure.handled || failure.columns.empty()) continue;
    const std::string what = in_words(failure.relation, failure.columns);
    const std::string_view statement = inserts ? "INSERT … SELECT" : "UPDATE";
    context.report({
        .message =
            fmt::format("This {} fails for any row it finds: {} gets {}", statement, what, refusal(failure)),
        .object = object(failure.relation, failure.columns.front()),
        .fails = fails(failure),
        .why =
            fmt::format("On an empty table nothing happens. Where the statement finds a row, it writes {}, "
                        "and PostgreSQL refuses it ({}).",
                        refusal(failure), failure.sqlstate),
        .safer = {{.text = fmt::format("Write a value that {} takes.", what)},
                  {.text = "Or change the constraint first, if it no longer says what is meant."}},
    });
    return;
  }
}

}  // namespace

extern const Rule write_violates_constraint;
const Rule write_violates_constraint{.id = "write-violates-constraint",
                                     .severity = Severity::error,
                                     .check = on<check_write_violates_constraint>};

}  // namespace miglint
