#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool is_money(const TypeName& type) { return is_builtin(type, "money"); }

static void check_money_type(const Change& change, int, const Step& step, RuleContext& ctx) {
  for (const TypedColumn& column : typed_columns(change, step, is_money)) {
    ctx.report(
        {.message = fmt::format("{} is money: how many decimals it keeps depends on the server's locale",
                                shown(column.table, column.name, step)),
         .object = object_of(column.table, step, column.name),
         .why = "lc_monetary decides currency and decimals, at writing and at reading: restored on a server "
                "with another locale, the same rows mean "
                "other amounts.",
         .safer = {{.text = "Use numeric with a fixed scale, and a column for the currency",
                    .sql = fmt::format("{} numeric(12, 2)", quote(column.name))}}});
  }
}

extern const Rule money_type{
    .id = "money-type", .severity = Severity::note, .check = ChangeCheck(check_money_type)};

}  // namespace miglint
