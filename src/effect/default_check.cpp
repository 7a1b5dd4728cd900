#include "effect/default_check.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "analysis/builtins.hpp"
#include "analysis/literal.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"
#include "effect/sequence.hpp"

namespace miglint {

static bool names_columns(const Expression& value) {
  bool found = false;
  walk(value, [&](const Expression& inner) { found = found || inner.kind == Expression::Kind::column; });
  return found;
}

/// A function that this version does not have, and nothing else may have brought.
static const Expression* missing_function(const Expression& value, const Context& context) {
  const Expression* found = nullptr;
  walk(value, [&](const Expression& inner) {
    if (inner.kind != Expression::Kind::function || function_since(inner.function.name) <= context.postgres)
      return;
    const auto same = [&](const auto& entry) { return entry.first.name == inner.function.name; };
    if (std::ranges::none_of(context.catalog.functions, same) && context.catalog.extensions.empty())
      found = &inner;
  });
  return found;
}

static std::optional<LiteralError> refused_literal(const Context& context, const Expression& value,
                                                   const TypeName& type, bool evaluated) {
  if (value.kind != Expression::Kind::constant || value.type.name != "unknown") return std::nullopt;
  return read_literal(context.catalog, type, value.value,
                      evaluated ? LiteralUse::assigned : LiteralUse::parsed);
}

void check_default(Context& context, const Expression& value, const TypeName& type_written, bool evaluated) {
  const TypeName type = context.catalog.resolve(type_written);
  if (names_columns(value)) return always_fails(context, "0A000", "a DEFAULT can't name a column");
  if (has_subquery(value)) return always_fails(context, "0A000", "a DEFAULT can't contain a subquery");
  if (const Expression* missing = missing_function(value, context))
    return always_fails(context, "42883",
                        fmt::format("PostgreSQL {} has no function {}()", context.postgres,
                                    in_prose(missing->function.name)));
  check_sequence_calls(context, value);
  if (const auto refused = refused_literal(context, value, type, evaluated))
    return always_fails(context, refused->sqlstate, "the default " + refused->message);
  const ExpressionAnalysis analysis = analyse(context.catalog, value, nullptr, Place::default_value);
  if (analysis.refusal)
    return always_fails(context, analysis.refusal->sqlstate, "DEFAULT: " + analysis.refusal->reason);
  const Type& given = analysis.type;
  if (given.name.empty() || given.is_literal() || given.is("record"_type) ||
      can_cast(given.name, type, CastContext::assignment, context.catalog))
    return;
  always_fails(
      context, "42804",
      fmt::format("the default is {}, the column {}", sql_in_prose(format_type(given.name, context.catalog)),
                  sql_in_prose(format_type(type, context.catalog))));
}

}  // namespace miglint
