#include <fmt/format.h>

#include "lock_support.hpp"
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

static std::vector<SaferStep> safer(const AlterDomain& alter) {
  const std::string domain = quote(alter.type);
  if (alter.action == Action::validate_constraint)
    return {{.text = "Validate it when there are few writes: there is no way without this lock"}};
  const bool check = alter.action == Action::add_constraint && alter.constraint.check;
  const std::string expression = check ? alter.constraint.check->text : "VALUE IS NOT NULL";
  const std::string name = quote(
      alter.constraint.name.empty() ? make_object_name(alter.type.name, "", "check") : alter.constraint.name);
  return {{.text = "Add it unchecked: new values must satisfy it at once",
           .sql = fmt::format("ALTER DOMAIN {} ADD CONSTRAINT {} CHECK ({}) NOT VALID;", domain, name,
                              expression)},
          {.text = "Check the old rows in a later migration, when there are few writes",
           .sql = fmt::format("ALTER DOMAIN {} VALIDATE CONSTRAINT {};", domain, name)}};
}

static void check(const AlterDomain& alter, const Step& step, RuleContext& ctx) {
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
              .safer = safer(alter),
              .severity = broken ? std::optional(severity_of(*broken)) : std::nullopt});
}

extern const Rule alter_domain{.id = "alter-domain",
                               .severity = Severity::warning,
                               .check = on<check>,
                               .overrides = {"add-check-on-existing-rows", "set-not-null-on-existing-rows"}};

}  // namespace miglint
