// CREATE AGGREGATE: what it is made of (pg_aggregate.c, AggregateCreate).

#include "effect/aggregate.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <optional>

#include "effect/presence.hpp"

namespace miglint {

/// As many arguments as these, or any number.
static bool may_take(const Function& function, std::size_t arguments) {
  const bool variadic = !function.arguments.empty() && function.arguments.back().array_dimensions > 0;
  return variadic || function.arguments.size() == arguments ||
         (function.arguments.size() > arguments &&
          function.arguments.size() - static_cast<std::size_t>(function.defaults) <= arguments);
}

/// Which of several it is depends on the types, and on what they can be taken for. `arguments`: how many it
/// must take; none: a final function may take the aggregate's as well.
static bool function_is_there(Context& context, const FunctionName& name,
                              std::optional<std::size_t> arguments = {}) {
  const Catalog& catalog = context.catalog;
  if (name.empty() || !schema_is_there(context, name.schema)) return !failed(context);
  if (!catalog.knows_functions(name)) return true;
  const auto candidates = catalog.functions_named(name);
  if (std::ranges::any_of(candidates,
                          [&](const Function* f) { return !arguments || may_take(*f, *arguments); }))
    return true;
  always_fails(context, "42883",
               fmt::format("function {} does not exist{}", in_prose(name),
                           candidates.empty() ? "" : " with these arguments"));
  return false;
}

bool aggregate_parts_are_there(Context& context, const CreateFunction& change) {
  if (!change.parts) return true;
  const AggregateParts& parts = *change.parts;
  if (!types_are_there(context, {parts.state})) return false;
  return function_is_there(context, parts.transition, change.arguments.size() + 1) &&
         function_is_there(context, parts.final_function);
}

}  // namespace miglint
