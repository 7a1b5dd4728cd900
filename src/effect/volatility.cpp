// Volatility: immutable gives the same result for ever, stable within a statement, volatile anew for each
// row. ADD COLUMN … DEFAULT evaluates an immutable or stable default once and stores it in the catalog; a
// volatile one has to be evaluated for each row, which rewrites the table (tablecmds.c, ATExecAddColumn:
// contain_volatile_functions). Index expressions, predicates and generated columns accept only immutable
// ones.

#include <algorithm>
#include <array>

#include "analysis/builtins.hpp"
#include "effect/conversion.hpp"
#include "effect/infer.hpp"

namespace miglint {

static Volatility from_letter(char letter) {
  return letter == 'v' ? Volatility::volatile_ : letter == 's' ? Volatility::stable : Volatility::immutable;
}

static int rank(Volatility volatility) {
  switch (volatility) {
    case Volatility::immutable:
      return 0;
    case Volatility::stable:
      return 1;
    case Volatility::unknown:
      return 2;
    case Volatility::volatile_:
      return 3;
  }
  return 2;
}

static Volatility stronger(Volatility a, Volatility b) { return rank(a) < rank(b) ? b : a; }

/// Words of the grammar, not functions of pg_proc.
static bool is_value_function(std::string_view name) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"current_catalog", "current_date", "current_role", "current_schema", "current_time",
       "current_timestamp", "current_user", "localtime", "localtimestamp", "session_user", "user"});
  return std::ranges::find(names, name) != names.end();
}

constexpr int deepest_call = 8;

static Volatility volatility_of(const Expression& expression, const Table* table, const Catalog& catalog,
                                int depth);

/// A parameter that is used once takes whatever it is given; several times, or not at all, only what is cheap
/// and not volatile.
static bool is_plain_argument(const Expression& argument) {
  const Expression& bare = without_casts(argument);
  return bare.kind == Expression::Kind::column || bare.kind == Expression::Kind::constant ||
         bare.kind == Expression::Kind::null;
}

/// Named parameters, as the body sees them: columns.
static Table parameters_of(const Function& function) {
  Table parameters;
  for (std::size_t at = 0; at < function.arguments.size() && at < function.argument_names.size(); ++at)
    if (!function.argument_names[at].empty())
      parameters.columns.push_back({.name = function.argument_names[at], .type = function.arguments[at]});
  return parameters;
}

/// PostgreSQL judges what is left when it has put an SQL function's body in the place of the call (clauses.c,
/// inline_function). What decides whether it does is not all known here (a strict function's body must be
/// strict as well): then neither is the volatility.
static Volatility function_volatility(const Function& function, const Expression& call,
                                      const Catalog& catalog, int depth) {
  if (function.volatility == Volatility::immutable || function.language != "sql" || function.own_context ||
      function.returns_set || !function.computes)
    return function.volatility;
  if (depth >= deepest_call) return Volatility::unknown;
  Expression result = *function.computes;
  if (function.returns)
    result = {.kind = Expression::Kind::cast, .type = *function.returns, .args = {std::move(result)}};
  const Table parameters = parameters_of(function);
  const Volatility inlined = volatility_of(result, &parameters, catalog, depth + 1);
  if (inlined == Volatility::volatile_) return function.volatility;
  const bool surely = !function.strict && call.args.size() == function.arguments.size() &&
                      std::ranges::all_of(call.args, is_plain_argument);
  if (surely) return inlined;
  return inlined == Volatility::stable ? function.volatility : Volatility::unknown;
}

/// A function that a migration defines. Which of several is meant depends on types that are not always known:
/// then they must agree.
static std::optional<Volatility> user_function(const Expression& call, const Catalog& catalog, int depth) {
  const FunctionName& name = call.function;
  std::optional<Volatility> found;
  bool another = false;
  for (const auto& [key, function] : catalog.functions) {
    if (key.name != name.name || (!name.schema.empty() && key.schema != name.schema)) continue;
    another = true;
    if (function.arguments.size() < call.args.size()) continue;
    const Volatility volatility = function_volatility(function, call, catalog, depth);
    found = found && *found != volatility ? Volatility::unknown : volatility;
  }
  return !found && another ? Volatility::unknown : found;
}

static Volatility call_volatility(const Expression& call, const Catalog& catalog, int depth) {
  const FunctionName& name = call.function;
  if (name.schema.empty() || name.schema == "pg_catalog") {
    if (is_value_function(name.name)) return Volatility::stable;
    if (name.name == "nullif" || name.name == "least" || name.name == "greatest")
      return Volatility::immutable;
  }
  if (name.schema != "pg_catalog")
    if (const auto own = user_function(call, catalog, depth)) return *own;
  if (const auto builtin = builtin_volatility(name.name)) return from_letter(*builtin);
  return Volatility::unknown;
}

/// Through text, reading and printing count: an enum's are stable (its labels can be renamed), so are a
/// timestamptz's (TimeZone).
static Volatility text_cast_volatility(const TypeName& from, const TypeName& to, const Catalog& catalog) {
  if (catalog.enumeration(from) != nullptr || catalog.enumeration(to) != nullptr) return Volatility::stable;
  const BuiltinType* source = builtin_type(from.name);
  const BuiltinType* target = builtin_type(to.name);
  if (source == nullptr || target == nullptr) return Volatility::immutable;
  return is_string(to, catalog) ? from_letter(source->output_volatility)
                                : from_letter(target->input_volatility);
}

static Volatility cast_volatility(const Expression& cast, const Table* table, const Catalog& catalog) {
  const auto operand = cast.args.empty() ? std::nullopt : type_of(cast.args.front(), table, catalog);
  if (!operand || operand->name == "unknown" || operand->array_dimensions > 0 ||
      cast.type.array_dimensions > 0)
    return Volatility::immutable;
  const TypeName from = base_type(*operand, catalog), to = base_type(cast.type, catalog);
  if (from.name == to.name) return Volatility::immutable;
  if (const BuiltinCast* known = builtin_cast(from.name, to.name)) return from_letter(known->volatility);
  return text_cast_volatility(from, to, catalog);
}

static Volatility volatility_of(const Expression& expression, const Table* table, const Catalog& catalog,
                                int depth) {
  Volatility found = Volatility::immutable;
  walk(expression, [&](const Expression& inner) {
    if (inner.kind == Expression::Kind::function)
      found = stronger(found, call_volatility(inner, catalog, depth));
    if (inner.kind == Expression::Kind::cast) found = stronger(found, cast_volatility(inner, table, catalog));
  });
  return found;
}

Volatility volatility_of(const Expression& expression, const Table* table, const Catalog& catalog) {
  return volatility_of(expression, table, catalog, 0);
}

Volatility volatility_of(const Expression& expression, const Catalog& catalog) {
  return volatility_of(expression, nullptr, catalog);
}

}  // namespace miglint
