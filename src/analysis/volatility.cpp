// How mutable an expression is: of the functions, operators and casts that it comes to, once SQL functions
// are put in place of their calls.

#include <algorithm>

#include "analysis/analyser.hpp"

namespace miglint {

static int rank(char letter) { return letter == 'i' ? 0 : letter == 's' ? 1 : letter == '?' ? 2 : 3; }

void Analyser::take_volatility(char letter) {
  if (rank(letter) > rank(volatility)) volatility = letter;
}

/// Through text, reading and printing count: an enum's are stable (its labels can be renamed), so are a
/// timestamptz's (TimeZone).
void Analyser::take_cast_volatility(const Type& from_type, const Type& to_type) {
  const Type from = base_of(catalog_, from_type), to = base_of(catalog_, to_type);
  if (!from.known() || !to.known() || from.is_literal() || from == to || from.is_array() || to.is_array())
    return;
  if (from.kind == Type::Kind::enumeration || to.kind == Type::Kind::enumeration) return take_volatility('s');
  if (from.kind != Type::Kind::builtin || to.kind != Type::Kind::builtin) return;
  if (const BuiltinCast* known = builtin_cast(row_of(from.id).name, row_of(to.id).name))
    return take_volatility(known->volatility);
  take_volatility(row_of(to.id).category == 'S' ? row_of(from.id).output_volatility
                                                : row_of(to.id).input_volatility);
}

static char letter(Volatility volatility) {
  return volatility == Volatility::immutable ? 'i'
         : volatility == Volatility::stable  ? 's'
         : volatility == Volatility::unknown ? '?'
                                             : 'v';
}

/// A parameter that is used once takes whatever it is given; several times, or not at all, only what is cheap
/// and not volatile.
static bool is_plain_argument(const Expression& argument) {
  const Expression& bare = without_casts(argument);
  return bare.kind == Expression::Kind::column || bare.kind == Expression::Kind::constant ||
         bare.kind == Expression::Kind::null;
}

/// PostgreSQL judges what is left when it has put an SQL function's body in the place of the call (clauses.c,
/// inline_function). What decides whether it does is not all known here (a strict function's body must be
/// strict as well): then neither is the volatility.
void Analyser::take_function_volatility(const Function& called, const Expression& call,
                                        const std::vector<Type>& given) {
  const char own = letter(called.volatility);
  if (own == 'i' || called.language != "sql" || called.own_context || called.returns_set || !called.computes)
    return take_volatility(own);
  constexpr int deepest = 8;
  if (inlined >= deepest) return take_volatility('?');
  std::vector<Parameter> declared;
  for (std::size_t at = 0; at < called.arguments.size(); ++at)
    declared.push_back({.name = at < called.argument_names.size() ? called.argument_names[at] : std::string(),
                        .type = called.arguments[at]});
  Analyser body(catalog_);
  body.parameters = &declared;
  body.function = called.name.name;
  body.inlined = inlined + 1;
  const Type result = body.expression(*called.computes, {}, Clause::lone);
  if (called.returns) body.take_cast_volatility(result, to_type(catalog_, catalog_.resolve(*called.returns)));
  if (body.volatility == 'v') return take_volatility(own);
  const bool surely = !called.strict && given.size() == called.arguments.size() &&
                      std::ranges::all_of(call.args, is_plain_argument);
  take_volatility(surely ? body.volatility : body.volatility == 's' ? own : '?');
}

}  // namespace miglint
