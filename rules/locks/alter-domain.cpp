#include <fmt/format.h>

#include "lock_paths.hpp"
#include "support.hpp"

namespace miglint {

using Action = AlterDomain::Action;

static std::vector<std::string> tables_read(const Step& step) {
  std::vector<std::string> names;
  for (const Work& scan : step.effect.scans) {
    if (scan.change == step.change && !surely_empty(step, scan.relation))
      names.push_back(shown(scan.relation));
  }
  return names;
}

/// Validating it reads the same tables under the same locks, and has a migration to itself at least.
static std::optional<SaferPath> in_two_steps(const AlterDomain& alter, bool broken, const Step& step) {
  if (alter.action == Action::validate_constraint || step.in_do_block) return std::nullopt;
  const RelationName domain = step.before.resolve(alter.type);
  if (later(step, domain.name, [](const Change&) { return true; })) return std::nullopt;
  const bool is_check = alter.action == Action::add_constraint && alter.constraint.check;
  const std::string condition = is_check ? alter.constraint.check->text : "VALUE IS NOT NULL";
  const std::string name = identifier(
      alter.constraint.name.empty() ? make_object_name(domain.name, "", "check") : alter.constraint.name,
      step);
  const std::string validate =
      fmt::format("ALTER DOMAIN {} VALIDATE CONSTRAINT {};", relation(domain, step), name);
  PathStep unchecked = here("Add it unchecked: new values must satisfy it at once",
                            fmt::format("ALTER DOMAIN {} ADD CONSTRAINT {} CHECK ({}) NOT VALID;",
                                        relation(domain, step), name, condition));
  if (broken) {
    return SaferPath{
        .title = "Add it NOT VALID, and correct the values that are there before they are checked",
        .result =
            fmt::format("{} is checked for new values, until the old ones are corrected", shown(domain)),
        .steps = {std::move(unchecked),
                  by_hand(PathStep::Place::next_release, "When no value breaks it any more: " + validate)}};
  }
  return SaferPath{
      .title = "Add it NOT VALID, and check the values that are there apart from it",
      .result = is_check ? std::string(same_result)
                         : fmt::format("{} has a CHECK in place of NOT NULL", shown(domain)),
      .steps = {std::move(unchecked),
                in_own_transaction(step.history,
                                   "Check the values that are there, when there are few writes: they wait",
                                   validate)},
      .leaves = {"alter-domain"}};
}

static void check_alter_domain(const AlterDomain& alter, const Step& step, RuleContext& ctx) {
  const std::vector<std::string> tables = tables_read(step);
  if (tables.empty()) return;  // NOT VALID, or no column of a table that others can see has this type
  const RelationName domain = step.before.resolve(alter.type);
  const std::optional<RowFailure> broken = failure(step);
  const std::string breaks = broken ? ", and fails if a value there breaks it" : "";
  ctx.report({.message = fmt::format("ALTER DOMAIN {} reads all of {} while writes there wait{}",
                                     shown(domain), listed(tables), breaks),
              .object = {.schema = domain.schema, .name = domain.name},
              .fails = broken ? fails(*broken) : std::vector<std::string>{},
              .why = "Every table with a column of the domain is locked in SHARE mode and read whole, one "
                     "after the other, and all are released at the end.",
              .paths = offered({in_two_steps(alter, broken.has_value(), step),
                                broken ? std::nullopt : with_lock_timeout(step, "alter-domain")}),
              .severity = broken ? std::optional(severity_of(*broken)) : std::nullopt});
}

extern const Rule alter_domain{.id = "alter-domain",
                               .severity = Severity::warning,
                               .check = on<check_alter_domain>,
                               .overrides = {"add-check-on-existing-rows", "set-not-null-on-existing-rows"}};

}  // namespace miglint
