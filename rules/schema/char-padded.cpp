#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

static bool is_bpchar(const TypeName& type) { return is_builtin(type, "bpchar"); }

static void check_char_padded(const Change& change, int, const Step& step, RuleContext& ctx) {
  for (const TypedColumn& column : typed_columns(change, step, is_bpchar)) {
    const std::string type = format_type(step.before.resolve(column.type), step.before);
    ctx.report({.message = fmt::format(
                    "{} is {}: shorter values are padded with blanks, which comparisons then ignore",
                    shown(column.table, column.name, step), sql_in_prose(type)),
                .object = object_of(column.table, step, column.name),
                .why = "What is read is longer than what was written, LIKE and casts to text behave "
                       "differently from =, and nothing gets smaller or faster.",
                .safer = {{.text = "Use text, with a CHECK on its length where that matters",
                           .sql = fmt::format("{} text", quote(column.name))}}});
  }
}

extern const Rule char_padded{.id = "char-padded",
                              .severity = Severity::note,
                              .check = ChangeCheck(check_char_padded),
                              .enabled = false};

}  // namespace miglint
