#include <fmt/format.h>

#include "lock_support.hpp"
#include "support.hpp"

namespace miglint {

static bool is_timestamp(const TypeName& type) { return is_builtin(type, "timestamp"); }

static void check_timestamp_without_time_zone(const Change& change, int, const Step& step, RuleContext& ctx) {
  for (const TypedColumn& column : typed_columns(change, step, is_timestamp)) {
    const std::string precision =
        column.type.modifiers.empty() ? "" : fmt::format("({})", column.type.modifiers.front());
    ctx.report({.message = fmt::format(
                    "{} is a timestamp without time zone: which moment it means is left to each reader",
                    shown(column.table, column.name, step)),
                .object = object_of(column.table, step, column.name),
                .why = "now() and text with an offset are stored as local time in the session's TimeZone, "
                       "and the offset is dropped. Two sessions "
                       "with different settings write different moments alike.",
                .safer = {{.text = with_prisma("Use timestamptz", "@db.Timestamptz", step.history),
                           .sql = fmt::format("{} timestamptz{}", quote(column.name), precision)}}});
  }
}

extern const Rule timestamp_without_time_zone{.id = "timestamp-without-time-zone",
                                              .severity = Severity::note,
                                              .check = ChangeCheck(check_timestamp_without_time_zone),
                                              .enabled = false};

}  // namespace miglint
