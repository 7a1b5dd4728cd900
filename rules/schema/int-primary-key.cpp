#include <fmt/format.h>

#include "lock_support.hpp"
#include "support.hpp"

namespace miglint {

static bool runs_out(const TypeName& type) {
  return is_builtin(type, "int4") || is_builtin(type, "int2") || is_builtin(type, "serial") ||
         is_builtin(type, "smallserial");
}

static void check_int_primary_key(const Change& change, int, const Step& step, RuleContext& ctx) {
  for (const TypedColumn& column : typed_columns(change, step, runs_out)) {
    if (!column.primary_key) continue;
    ctx.report({.message = fmt::format(
                    "The key {} runs out of numbers at {}", shown(column.table, column.name, step),
                    is_builtin(column.type, "int2") || is_builtin(column.type, "smallserial") ? "32767"
                                                                                              : "2147483647"),
                .object = object_of(column.table, step, column.name),
                .why = "Every INSERT fails from then on (2200H or 22003), and changing the type then "
                       "rewrites the table and every table that refers "
                       "to it. Failed and rolled back INSERTs use up numbers too.",
                .safer = {{.text = with_prisma("Use bigint", "BigInt", step.history),
                           .sql = fmt::format("{} bigint", quote(column.name))}}});
  }
}

extern const Rule int_primary_key{.id = "int-primary-key",
                                  .severity = Severity::note,
                                  .check = ChangeCheck(check_int_primary_key),
                                  .enabled = false};

}  // namespace miglint
