#include <fmt/format.h>

#include "lock_support.hpp"
#include "support.hpp"

namespace miglint {

static bool is_json(const TypeName& type) { return is_builtin(type, "json"); }

static void check_json_not_jsonb(const Change& change, int, const Step& step, RuleContext& ctx) {
  for (const TypedColumn& column : typed_columns(change, step, is_json)) {
    if (column.on_new_table) continue;  // no query uses a new table yet: a matter of taste there
    const std::string name = shown(column.table, column.name, step);
    ctx.report({.message = fmt::format(
                    "{} is json, which has no equality: DISTINCT, GROUP BY and UNION over {} fail", name,
                    shown(column.table, step)),
                .object = object_of(column.table, step, column.name),
                .why = "A query of the running application that selects DISTINCT rows of the table, or "
                       "groups by all its columns, fails (42883) once the "
                       "column is there.",
                .safer = {{.text = with_prisma("Use jsonb", "Json without @db.Json", step.history),
                           .sql = fmt::format("{} jsonb", quote(column.name))}}});
  }
}

extern const Rule json_not_jsonb{
    .id = "json-not-jsonb", .severity = Severity::warning, .check = ChangeCheck(check_json_not_jsonb)};

}  // namespace miglint
