#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool gets_a_policy(const Step& step, const RelationName& table) {
  const Table* found = step.before.table(table);
  if (!found || !found->policies.empty()) return true;
  return later(step, table.name,
               [&](const Change& change) {
                 const auto* create = std::get_if<CreatePolicy>(&change);
                 const auto* option = std::get_if<AlterTableOption>(&change);
                 return (create && step.before.resolve(create->table) == table) ||
                        (option && option->option == AlterTableOption::Option::disable_row_security &&
                         step.before.resolve(option->table) == table) ||
                        std::holds_alternative<DropTable>(change);
               })
      .has_value();
}

void check_row_security_without_policy(const AlterTableOption& option, const Step& step,
                                       RuleContext& context) {
  if (option.option != AlterTableOption::Option::enable_row_security) return;
  const RelationName table = step.before.resolve(option.table);
  if (nobody_uses(step, table) || gets_a_policy(step, table)) return;
  const std::string what = in_words(table);
  context.report({
      .message = fmt::format("Row level security on {} without a policy: all but its owner see no row", what),
      .object = object(table),
      .why = fmt::format(
          "Without a policy nothing is allowed: a SELECT of another role finds no row of {}, an "
          "UPDATE or DELETE changes none, an INSERT fails (42501). Nobody gets an error where rows are "
          "read. The owner and superusers do not notice, unless FORCE is set.",
          what),
      .safer = {{.text =
                     "Create the policies that the application's role needs before, in the same migration."}},
      .check_first = fmt::format("SELECT tableowner FROM pg_tables WHERE schemaname = {} AND tablename = {};",
                                 quote_literal(table.schema), quote_literal(table.name)),
  });
}

}  // namespace

extern const Rule row_security_without_policy;
const Rule row_security_without_policy{.id = "row-security-without-policy",
                                       .severity = Severity::warning,
                                       .check = on<check_row_security_without_policy>};

}  // namespace miglint
