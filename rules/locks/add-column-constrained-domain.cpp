#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static void check(const AddColumn& add, const Step& step, RuleContext& ctx) {
  const Domain* domain = step.before.domain(add.column.type);
  if (!domain || !domain->constrained()) return;
  if (!does(step.effect.rewrites, step, add.table) || surely_empty(step, add.table)) return;
  if (add.column.generated || add.column.identity != Identity::none) return;  // these have rules of their own
  const std::string table = shown(add.table, step);
  ctx.report({.message = fmt::format(
                  "ADD COLUMN {} of the constrained domain {} rewrites {} while its reads and writes wait",
                  in_prose(add.column.name), in_prose(domain->name.name), table),
              .object = object_of(add.table, step, add.column.name),
              .why = "PostgreSQL checks the domain's constraint for each row, even where the new column is "
                     "NULL everywhere, and writes every row anew for it.",
              .safer = {{.text = "Add the column with the domain's base type",
                         .sql = fmt::format("{} ADD COLUMN {} {};", alter_table(add.table),
                                            quote(add.column.name), format_type(domain->base, step.before))},
                        {.text = "Give it a CHECK of its own that says what the domain says, NOT VALID, and "
                                 "validate that in a later migration"}}});
}

extern const Rule add_column_constrained_domain{.id = "add-column-constrained-domain",
                                                .severity = Severity::warning,
                                                .check = on<check>,
                                                .overrides = {"add-column-volatile-default"}};

}  // namespace miglint
