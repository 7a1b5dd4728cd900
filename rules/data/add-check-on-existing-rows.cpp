#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "paths.hpp"
#include "support.hpp"
#include "truth.hpp"

namespace miglint {

namespace {

struct Condition {
  RelationName table;
  std::string name;
  std::string text;  ///< of the expression; empty where it is not known
  Boxed<Expression> expression = {};
  bool validation = false;
  std::string said = in_prose(name);  ///< in messages
};

std::optional<Condition> condition_of(const Change& change, const Step& step, const RowFailure& violation) {
  if (const auto* add = std::get_if<AddCheck>(&change)) {
    std::string name = add->name;
    if (name.empty()) name = make_object_name(violation.relation.name, add->inline_column, "check");
    return Condition{.table = violation.relation,
                     .name = name,
                     .text = add->expression->text,
                     .expression = add->expression};
  }
  if (const auto* validate = std::get_if<ValidateConstraint>(&change)) {
    const Table* table = step.before.table(validate->table);
    const Constraint* constraint = table ? table->constraint(validate->name) : nullptr;
    return Condition{.table = violation.relation,
                     .name = validate->name,
                     .text = constraint && constraint->expression ? constraint->expression->text : "",
                     .expression = constraint ? constraint->expression : Boxed<Expression>{},
                     .validation = true};
  }
  if (const auto* domain = std::get_if<AlterDomain>(&change)) {
    const bool validation = domain->action == AlterDomain::Action::validate_constraint;
    return Condition{.table = violation.relation, .name = domain->constraint.name, .validation = validation};
  }
  if (std::holds_alternative<AddColumn>(change))
    return Condition{.table = violation.relation, .said = "that the column's domain has"};
  if (std::holds_alternative<AttachPartition>(change))
    return Condition{.table = violation.relation, .said = "the partition's bound"};
  return std::nullopt;
}

/// The column to mend: the one that the condition says most about and that may take any value.
const Column* column_to_mend(const Condition& condition, const Step& step) {
  const Table* table = step.before.table(condition.table);
  if (!table || !condition.expression) return nullptr;
  const Column* fallback = nullptr;
  for (const std::string& name : columns_of(*condition.expression)) {
    const Column* column = table->column(name);
    if (!column || column->generated || column->identity == Identity::always) continue;
    const Demands demands = demands_on(step, condition.table, name);
    if (demands.keys.empty() && demands.references.empty()) return column;
    if (!fallback) fallback = column;
  }
  return fallback;
}

Fill mending(const Condition& condition, const Column& column, const Step& step) {
  std::vector<Expression> checks = demands_on(step, condition.table, column.name).checks;
  checks.push_back(*condition.expression);
  std::string sample = literal_for(step, column.type, column.name, checks);
  const bool bears = holds(*condition.expression, column.name, sample).value_or(false);
  // a condition holds for NULL where it compares
  if (!bears && !column.not_null && !holds(*condition.expression, column.name, "NULL").has_value())
    sample = "NULL";
  return {.table = condition.table,
          .column = column.name,
          .need = {.name = need_name(condition.table, column.name),
                   .question = "Which value do the rows get that violate the check? What they hold is lost.",
                   .sample = std::move(sample)},
          .from = {},
          .joined = {},
          .where = fmt::format("NOT ({})", condition.text)};
}

std::vector<SaferPath> paths(const Change& change, const Condition& condition, const Step& step) {
  const Column* column = column_to_mend(condition, step);
  if (!column || condition.text.empty()) return {};
  const Fill fill = mending(condition, *column, step);
  const std::string text = fmt::format("Give the rows that violate it a {} that satisfies it.",
                                       in_words(condition.table, column->name));
  std::vector<SaferPath> paths = {
      {.title = "Correct the rows that violate it first",
       .needs = {fill.need},
       .steps = {before(text, update(fill, step))},
       .leaves = {"add-check-on-existing-rows", "backfill-in-schema-migration", "scan-under-exclusive-lock",
                  "add-constraint-without-not-valid"}}};
  const auto* add = std::get_if<AddCheck>(&change);
  if (!add) return paths;
  AddCheck check = *add;
  check.table = condition.table;
  check.name = condition.name;
  check.inline_column.clear();
  check.not_valid = true;
  SaferPath later = validate_later(step, condition.table, condition.name, sql(check, step),
                                   outside(text, update_in_batches(fill, step)));
  later.needs = {fill.need};
  paths.push_back(std::move(later));
  return paths;
}

/// Where the condition's text or columns are not known: a domain's, a partition's bound.
std::vector<SaferStep> safer_check() {
  return {{.text = "Find the rows that violate it, in every environment, and correct them before this "
                   "statement."}};
}

void check_add_check_on_existing_rows(const Change& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> violation = failure(step, "23514");
  if (!violation) return;  // NOT VALID, a new or empty table, a condition that held before
  const std::optional<Condition> condition = condition_of(change, step, *violation);
  if (!condition) return;
  std::vector<SaferPath> ways = paths(change, *condition, step);
  std::vector<SaferStep> otherwise = ways.empty() ? safer_check() : std::vector<SaferStep>{};
  context.report({
      .message = fmt::format("{} {} fails if a row of {} violates it",
                             condition->validation ? "Validating" : "Adding the check", condition->said,
                             in_words(condition->table)),
      .object = object(condition->table, violation->columns.size() == 1 ? violation->columns.front() : "",
                       condition->name),
      .fails = fails(*violation),
      .why = fmt::format("PostgreSQL holds every row of {} against the condition and refuses the statement "
                         "(23514) at the first that violates it. Rows written "
                         "before the rule was thought of may well do.{}",
                         in_words(condition->table), remains(*violation)),
      .paths = std::move(ways),
      .safer = std::move(otherwise),
      .check_first = condition->text.empty() ? ""
                                             : fmt::format("SELECT count(*) FROM {} WHERE NOT ({});",
                                                           in_sql(condition->table), condition->text),
      .severity = condition->validation ? Severity::warning : severity_of(*violation),
  });
}

}  // namespace

extern const Rule add_check_on_existing_rows;
const Rule add_check_on_existing_rows{.id = "add-check-on-existing-rows",
                                      .severity = Severity::error,
                                      .check = on<check_add_check_on_existing_rows>,
                                      .overrides = {"add-constraint-without-not-valid"}};

}  // namespace miglint
