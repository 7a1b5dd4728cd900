#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "parents.hpp"
#include "paths.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// The columns that must not hold NULL, the first failure's first.
std::vector<Fill> fills(const Step& step) {
  std::vector<Fill> fills;
  for (const RowFailure& null : step.failures()) {
    if (null.sqlstate != "23502") continue;
    for (const std::string& name : null.columns) {
      const Column* column = step.before.column(null.relation, name);
      if (!column || column->not_null) continue;
      const bool known = std::ranges::any_of(
          fills, [&](const Fill& fill) { return fill.table == null.relation && fill.column == name; });
      if (!known) fills.push_back(fill_of_nulls(step, null.relation, name, column->type));
    }
  }
  return fills;
}

SaferPath fill_first(const std::vector<Fill>& fills, const Step& step) {
  SaferPath path{
      .key = "a", .title = "Fill the rows that hold NULL first", .steps = {}, .leaves = left_by_a_fill()};
  path.leaves.emplace_back("add-unique-on-existing-rows");  // a primary key's other half
  for (const Fill& fill : fills) {
    path.needs.push_back(fill.need);
    path.steps.push_back(
        before(fmt::format("Fill the rows that hold NULL in {} with the value that is "
                           "right for them. A version that is still running and leaves it out fails "
                           "from the next statement on.",
                           in_words(fill.table, fill.column)),
               update(fill, step)));
  }
  return path;
}

std::vector<SaferPath> paths(const Change& change, const Step& step) {
  const std::vector<Fill> all = fills(step);
  if (all.empty()) return {};
  const bool orphaned = std::ranges::any_of(all, [&](const Fill& fill) {
    const Demands demands = demands_on(step, fill.table, fill.column);
    return !demands.references.empty() && has_no_parents(step, demands.references.front());
  });
  std::vector<SaferPath> paths;
  if (!orphaned) paths.push_back(fill_first(all, step));
  const bool requires_one =
      std::holds_alternative<SetNotNull>(change) || std::holds_alternative<AddNotNull>(change);
  if (!requires_one) return paths;  // what else asks for a value asks for it of the rows at once
  const PathStep not_yet = left_out("Leave the column nullable for now.");
  if (std::holds_alternative<SetNotNull>(change))
    paths.push_back(require_in_releases(step, all.front(), not_yet));
  paths.push_back(
      stays_nullable(step, all.front().table, all.front().column, left_out("Leave the column nullable.")));
  return paths;
}

bool requires_a_value(const Change& change) {
  return std::holds_alternative<SetNotNull>(change) || std::holds_alternative<AddPrimaryKey>(change) ||
         std::holds_alternative<AddNotNull>(change) || std::holds_alternative<ValidateConstraint>(change) ||
         std::holds_alternative<AlterDomain>(change) || std::holds_alternative<AlterIdentity>(change) ||
         std::holds_alternative<AttachPartition>(change);
}

void check_set_not_null_on_existing_rows(const Change& change, const Step& step, RuleContext& context) {
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
        .paths = paths(change, step),
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
                                         .check = on<check_set_not_null_on_existing_rows>,
                                         .overrides = {"set-not-null-scans-table"}};

}  // namespace miglint
