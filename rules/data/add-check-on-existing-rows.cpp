#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

struct Condition {
  RelationName table;
  std::string name;
  std::string text;  ///< of the expression; empty where it is not known
  bool validation = false;
  std::string said = in_prose(name);  ///< in messages
};

std::optional<Condition> condition_of(const Change& change, const Step& step, const RowFailure& violation) {
  if (const auto* add = std::get_if<AddCheck>(&change)) {
    std::string name = add->name;
    if (name.empty()) name = make_object_name(violation.relation.name, add->inline_column, "check");
    return Condition{.table = violation.relation, .name = name, .text = add->expression->text};
  }
  if (const auto* validate = std::get_if<ValidateConstraint>(&change)) {
    const Table* table = step.before.table(validate->table);
    const Constraint* constraint = table ? table->constraint(validate->name) : nullptr;
    return Condition{.table = violation.relation,
                     .name = validate->name,
                     .text = constraint && constraint->expression ? constraint->expression->text : "",
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

std::vector<SaferStep> safer(const Condition& condition, bool on_table) {
  std::vector<SaferStep> steps = {{.text = "Find the rows that violate it with the query below, in every "
                                           "environment, and mend them before this statement."}};
  if (condition.validation || !on_table || condition.text.empty()) return steps;
  const std::string table = in_sql(condition.table);
  steps.push_back({.text = "Or let the check hold for new rows from now on, without reading the old ones,",
                   .sql = fmt::format("ALTER TABLE {} ADD CONSTRAINT {} CHECK ({}) NOT VALID;", table,
                                      quote(condition.name), condition.text)});
  steps.push_back(
      {.text = "and check the old ones in a later migration. Reads and writes go on meanwhile.",
       .sql = fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, quote(condition.name))});
  return steps;
}

void check(const Change& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> violation = failure(step, "23514");
  if (!violation) return;  // NOT VALID, a new or empty table, a condition that held before
  const std::optional<Condition> condition = condition_of(change, step, *violation);
  if (!condition) return;
  const bool on_table = std::holds_alternative<AddCheck>(change) || condition->validation;
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
      .safer = safer(*condition, on_table),
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
                                      .check = on<check>,
                                      .overrides = {"add-constraint-without-not-valid"}};

}  // namespace miglint
