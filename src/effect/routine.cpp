// Functions, procedures and aggregates: CREATE, ALTER, CALL, and which one a statement names.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/builtins.hpp"
#include "catalog/routines.hpp"
#include "effect/aggregate.hpp"
#include "effect/changes.hpp"
#include "effect/dependents.hpp"
#include "effect/presence.hpp"
#include "effect/queries.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

// ---- Which one is named -----------------------------------------------------------------------------------

static bool types_are_known(Context& context, const std::vector<TypeName>& types) {
  return types_are_there(context, types) && std::ranges::all_of(types, [&](const TypeName& type) {
           return !context.catalog.resolve(type).schema.empty();
         });
}

static std::string_view word_of_routine(ObjectKind kind) {
  if (kind == ObjectKind::procedure) return "procedure";
  return kind == ObjectKind::aggregate ? "aggregate" : "function";
}

static const Function* missing(Context& context, const RoutineReference& reference) {
  if (!reference.if_exists)
    always_fails(
        context, "42883",
        fmt::format("{} {} does not exist{}", word_of_routine(reference.kind), in_prose(reference.name),
                    reference.arguments && !context.catalog.functions_named(reference.name).empty()
                        ? " with these arguments"
                        : ""));
  return nullptr;
}

/// By the name alone those of another kind don't count.
static const Function* only_one_named(Context& context, const RoutineReference& reference) {
  std::vector<const Function*> candidates = context.catalog.functions_named(reference.name);
  if (!reference.routine)
    std::erase_if(candidates, [&](const Function* function) {
      return function->procedure != (reference.kind == ObjectKind::procedure);
    });
  if (candidates.size() > 1) {  // also with IF EXISTS
    always_fails(context, "42725",
                 fmt::format("there are several {}s {}: name the arguments", word_of_routine(reference.kind),
                             in_prose(reference.name)));
    return nullptr;
  }
  if (!candidates.empty()) return candidates.front();
  return context.catalog.knows_functions(reference.name) ? missing(context, reference) : nullptr;
}

static bool is_of_kind(const Function& function, const RoutineReference& reference) {
  if (reference.routine) return true;
  if (reference.kind == ObjectKind::aggregate) return function.aggregate;
  return function.procedure == (reference.kind == ObjectKind::procedure);
}

const Function* named_routine(Context& context, const RoutineReference& reference) {
  const Catalog& catalog = context.catalog;
  if (!reference.if_exists && !schema_is_there(context, reference.name.schema)) return nullptr;
  if (!reference.arguments) return only_one_named(context, reference);
  if (!reference.if_exists && !types_are_known(context, *reference.arguments)) return nullptr;
  const std::vector<TypeName> types = resolved(catalog, *reference.arguments);
  for (const Function* function : catalog.functions_named(reference.name)) {
    if (!takes(*function, types)) continue;
    if (is_of_kind(*function, reference)) return function;
    always_fails(context, "42809",
                 fmt::format("{} is no {}", in_prose(function->name), word_of_routine(reference.kind)));
    return nullptr;
  }
  // a procedure may be named with its OUT parameters too
  const bool has_outputs =
      std::ranges::any_of(catalog.functions_named(reference.name),
                          [](const Function* f) { return f->procedure && !f->outputs.empty(); });
  return catalog.knows_functions(reference.name) && !has_outputs ? missing(context, reference) : nullptr;
}

// ---- CREATE -----------------------------------------------------------------------------------------------

static bool language_is_there(Context& context, const std::string& language) {
  return language.empty() ||
         registered_is_there(context, {.kind = ObjectKind::language, .name = {{}, language}});
}

static bool signature_types_are_there(Context& context, const CreateFunction& change) {
  const auto there = [&](const TypeName& type) {
    return schema_is_there(context, type.schema) && type_is_there(context, type);
  };
  return std::ranges::all_of(change.arguments, there) &&
         std::ranges::all_of(change.outputs, [&](const OutputParameter& o) { return there(o.type); }) &&
         (!change.returns || there(*change.returns));
}

static bool is_polymorphic(const TypeName& type) {
  static constexpr auto names = std::to_array<std::string_view>(
      {"anyarray", "anycompatible", "anycompatiblearray", "anycompatiblemultirange", "anycompatiblenonarray",
       "anycompatiblerange", "anyelement", "anyenum", "anymultirange", "anynonarray", "anyrange"});
  return std::ranges::binary_search(names, type.name);
}

/// pg_proc.c, ProcedureCreate; pl_comp.c; functions.c.
static bool result_is_possible(Context& context, const CreateFunction& change) {
  if (!change.returns || change.procedure || change.aggregate) return true;
  const bool trigger = change.returns->name == "trigger" || change.returns->name == "event_trigger";
  if (is_polymorphic(*change.returns) && std::ranges::none_of(change.arguments, is_polymorphic)) {
    always_fails(context, "42P13", "no argument tells what the result type is");
    return false;
  }
  if (trigger && change.language == "sql")
    always_fails(context, "42P13", "a trigger function can't be written in SQL");
  if (trigger && change.language == "plpgsql" && !change.arguments.empty())
    always_fails(context, "42P13", "a trigger function takes no arguments: TG_ARGV has the trigger's");
  return !failed(context);
}

static bool has_new_labels(const Catalog& catalog) {
  return std::ranges::any_of(catalog.enums, [&](const auto& entry) {
    return std::ranges::any_of(entry.second.label_origins,
                               [&](const auto& label) { return catalog.is_new(label.second); });
  });
}

/// PostgreSQL analyses the body of a function in SQL when it is created, and reads the labels it names.
static void use_labels_of_body(Context& context, const CreateFunction& change) {
  if (change.language != "sql" || !change.block || !has_new_labels(context.catalog)) return;
  for (const DoBlock::Step& step : change.block->steps)
    for (NewLabel& label : effect_of(step.statement, context.catalog, context.postgres).new_labels) {
      label.change = context.change;
      context.effect.new_labels.push_back(std::move(label));
    }
}

void apply(Context& context, const CreateFunction& change) {
  if (change.atomic) read(context, *change.atomic, false);
  if (failed(context) || !signature_types_are_there(context, change)) return;
  if (!aggregate_parts_are_there(context, change)) return;
  if (!language_is_there(context, change.language) || !result_is_possible(context, change)) return;
  for (const Expression& value : change.defaults) use_labels(context, value, nullptr);
  const Function* existing = same_signature(context.catalog, change);
  if (existing != nullptr && !change.or_replace)
    return always_fails(
        context, "42723",
        fmt::format("function {} exists already with these arguments", in_prose(existing->name)));
  if (existing != nullptr)
    if (const auto flaw = cannot_replace(context.catalog, *existing, change))
      return always_fails(context, flaw->sqlstate, flaw->reason);
  if (const auto flaw = body_flaw(context.catalog, change))
    return always_fails(context, flaw->sqlstate, flaw->reason);
  use_labels_of_body(context, change);
}

// ---- ALTER, CALL ------------------------------------------------------------------------------------------

void apply(Context& context, const AlterFunction& change) {
  const Function* function =
      named_routine(context, {change.kind, change.routine, change.function, change.arguments});
  if (function == nullptr) return;
  if (function->aggregate)
    return always_fails(context, "42809", fmt::format("{} is an aggregate", in_prose(function->name)));
  if (function->procedure && change.volatility)
    always_fails(context, "42P13", "procedures have no volatility");
}

static bool accepts(const Function& procedure, int arguments) {
  const int all = static_cast<int>(procedure.arguments.size());
  const bool has_outputs = !procedure.outputs.empty();  // CALL names them too
  return has_outputs || (arguments <= all && arguments >= all - procedure.defaults);
}

void apply(Context& context, const CallProcedure& change) {
  if (!schema_is_there(context, change.procedure.schema)) return;
  const auto candidates = context.catalog.functions_named(change.procedure);
  for (const Function* function : candidates)
    if (function->procedure && function->block && function->block->ends_transaction)
      context.effect.ends_transaction = true;
  if (!context.catalog.knows_functions(change.procedure)) return;
  const auto fits = [&](const Function* function) { return accepts(*function, change.arguments); };
  const std::string name = in_prose(change.procedure);
  if (std::ranges::none_of(candidates, fits)) {
    const bool variadic = std::ranges::any_of(candidates, [](const Function* function) {
      return !function->arguments.empty() && function->arguments.back().array_dimensions > 0;
    });
    if (!variadic)
      always_fails(context, "42883", fmt::format("procedure {} does not exist with these arguments", name));
  } else if (std::ranges::none_of(candidates, &Function::procedure)) {
    always_fails(context, "42809", fmt::format("{} is a function: SELECT it", name));
  }
}

}  // namespace miglint
