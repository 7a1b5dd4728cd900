// Functions, procedures and aggregates.

#include <algorithm>

#include "catalog/replay.hpp"
#include "catalog/routines.hpp"

namespace miglint {

static Function make_function(const Catalog& catalog, const CreateFunction& change) {
  Function function{.name = catalog.creation_name(change.function),
                    .returns = change.returns,
                    .volatility = change.volatility,
                    .language = change.language,
                    .procedure = change.procedure,
                    .aggregate = change.aggregate,
                    .returns_set = change.returns_set,
                    .strict = change.strict,
                    .own_context = change.own_context,
                    .computes = change.computes,
                    .argument_names = change.argument_names,
                    .defaults = static_cast<int>(change.defaults.size()),
                    .outputs = change.outputs,
                    .block = change.block,
                    .owner = current_role(catalog),
                    .origin = here(catalog)};
  for (const TypeName& argument : change.arguments) function.arguments.push_back(catalog.resolve(argument));
  for (OutputParameter& output : function.outputs) output.type = catalog.resolve(output.type);
  if (change.parts)
    function.parts = made_functions(catalog, {change.parts->transition, change.parts->final_function});
  if (change.atomic) {
    Reads reads = resolve_reads(catalog, *change.atomic);
    function.relations = std::move(reads.relations);
    function.uses = std::move(reads.uses);
  }
  return function;
}

Replayed apply(Replaying& replaying, const CreateFunction& change) {
  Catalog& catalog = replaying.catalog;
  Function function = make_function(catalog, change);
  const FunctionName name = function.name;
  const Function* met = same_signature(catalog, change);
  if (body_flaw(catalog, change)) return Replayed::refused;
  if (met != nullptr && (!change.or_replace || cannot_replace(catalog, *met, change)))
    return Replayed::refused;
  save_functions(catalog, name);
  note_dependents(catalog, function);
  const auto [begin, end] = catalog.functions.equal_range(name);
  const auto existing = std::find_if(begin, end, [&](const auto& entry) { return &entry.second == met; });
  if (existing == end) {
    catalog.functions.emplace(name, std::move(function));
  } else {
    existing->second = std::move(function);
  }
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const AlterFunction& change) {
  Catalog& catalog = replaying.catalog;
  if (!change.volatility) return Replayed::done;
  const std::vector<TypeName> types = resolved(catalog, change.arguments.value_or(std::vector<TypeName>()));
  for (const Function* known : catalog.functions_named(change.function)) {
    if (change.arguments && !takes(*known, types)) continue;
    save_functions(catalog, known->name);
    const auto [begin, end] = catalog.functions.equal_range(known->name);
    const auto found = std::find_if(begin, end, [&](const auto& entry) { return &entry.second == known; });
    if (found != end) found->second.volatility = *change.volatility;
    return Replayed::done;
  }
  return Replayed::done;
}

}  // namespace miglint
