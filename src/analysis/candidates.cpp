#include "analysis/candidates.hpp"

#include <algorithm>

#include "analysis/polymorphism.hpp"

namespace miglint {

namespace {

using Outcome = Choice::Outcome;

// ---- Gathering --------------------------------------------------------------------------------------------

Candidate of_procedure(const Procedure& procedure) {
  Candidate candidate{.result = builtin(procedure.result),
                      .kind = procedure.kind,
                      .volatility = procedure.volatility,
                      .returns_set = procedure.returns_set,
                      .declared = {procedure.arguments.begin(), procedure.arguments.end()}};
  for (const TypeId argument : procedure.arguments)
    candidate.arguments.push_back(argument == no_type ? Type{} : builtin(argument));
  if (procedure.result == no_type) candidate.result = {};
  return candidate;
}

/// VARIADIC "any" takes anything.
void spread(Candidate& candidate, std::size_t count) {
  Type last = candidate.arguments.back();
  if (last.is("anyarray"_type)) {
    last = builtin("anyelement"_type);
  } else if (last.is("anycompatiblearray"_type)) {
    last = builtin("anycompatible"_type);
  } else if (last.is_array() && last.kind == Type::Kind::builtin) {
    last = builtin(element_of(last.id));
  }
  candidate.arguments.pop_back();
  candidate.arguments.resize(count, last);
  candidate.spread = true;
}

/// Fits the candidate to this many arguments.
bool fit(Candidate& candidate, std::size_t count, int defaults, bool variadic, bool written_variadic) {
  const std::size_t declared = candidate.arguments.size();
  if (variadic && !written_variadic && count >= declared) {
    spread(candidate, count);
    return true;
  }
  if (count == declared) return true;
  if (count > declared || declared - count > static_cast<std::size_t>(defaults)) return false;
  candidate.defaulted = static_cast<int>(declared - count);
  candidate.arguments.resize(count);
  return true;
}

char letter(Volatility volatility) {
  return volatility == Volatility::immutable ? 'i' : volatility == Volatility::stable ? 's' : 'v';
}

Candidate of_function(const Catalog& catalog, const Function& function) {
  Candidate candidate{
      .result = function.returns ? to_type(catalog, catalog.resolve(*function.returns)) : Type{},
      .kind = function.procedure ? 'p' : 'f',
      .volatility = letter(function.volatility),
      .returns_set = function.returns_set,
      .function = &function};
  for (const TypeName& argument : function.arguments)
    candidate.arguments.push_back(to_type(catalog, catalog.resolve(argument)));
  return candidate;
}

// ---- Choosing ---------------------------------------------------------------------------------------------

bool fits(const Catalog& catalog, const Candidate& candidate, const std::vector<Type>& given) {
  for (std::size_t at = 0; at < given.size(); ++at) {
    const Type& wanted = candidate.arguments[at];
    if (!is_polymorphic(wanted) && !can_coerce(catalog, given[at], wanted, Coercion::implicit)) return false;
  }
  return resolve_polymorphism(catalog, candidate.arguments, candidate.result, given).has_value();
}

template <class Count>
void keep_best(std::vector<Candidate>& candidates, const Count& count) {
  std::size_t best = 0;
  std::vector<std::size_t> counts;
  for (const Candidate& candidate : candidates) {
    counts.push_back(count(candidate));
    best = std::max(best, counts.back());
  }
  std::size_t at = 0;
  std::erase_if(candidates, [&](const Candidate&) { return counts[at++] != best; });
}

/// For each literal, the category that all candidates agree in, or strings; then those that take it
/// (func_select_candidate's rules of 7.4 on). False: they don't agree.
bool keep_by_category(const Catalog& catalog, std::vector<Candidate>& candidates,
                      const std::vector<Type>& given) {
  std::vector<Candidate> kept = candidates;
  for (std::size_t at = 0; at < given.size(); ++at) {
    if (!given[at].is_literal()) continue;
    char category = 0;
    bool conflict = false, preferred = false;
    for (const Candidate& candidate : candidates) {
      const char here = category_of(catalog, candidate.arguments[at]);
      const bool prefers = is_preferred(candidate.arguments[at]);
      if (category == 0 || category == here) {
        category = here;
        preferred = preferred || prefers;
      } else if (here == 'S') {
        category = here;
        preferred = prefers;
      } else if (category != 'S') {
        conflict = true;
      }
    }
    const bool any_string = std::ranges::any_of(candidates, [&](const Candidate& candidate) {
      return category_of(catalog, candidate.arguments[at]) == 'S';
    });
    if (conflict && !any_string) return false;
    std::erase_if(kept, [&](const Candidate& candidate) {
      const Type& argument = candidate.arguments[at];
      return category_of(catalog, argument) != category || (preferred && !is_preferred(argument));
    });
  }
  if (!kept.empty()) candidates = std::move(kept);
  return true;
}

/// The literals taken for the one type that the other arguments have.
void keep_by_known_type(const Catalog& catalog, std::vector<Candidate>& candidates,
                        const std::vector<Type>& given) {
  Type known;
  for (const Type& type : given) {
    if (type.is_literal()) continue;
    if (known.known() && !(known == type)) return;
    known = type;
  }
  if (!known.known()) return;
  std::vector<Candidate> kept;
  const std::vector<Type> all(given.size(), known);
  for (const Candidate& candidate : candidates)
    if (fits(catalog, candidate, all)) kept.push_back(candidate);
  if (kept.size() == 1) candidates = std::move(kept);
}

/// Down to one where the rules give one.
void select(const Catalog& catalog, std::vector<Candidate>& candidates,
            const std::vector<Type>& given_types) {
  std::vector<Type> given;
  bool literals = false;
  for (const Type& type : given_types) {
    given.push_back(base_of(catalog, type));
    literals = literals || type.is_literal();
  }
  keep_best(candidates, [&](const Candidate& candidate) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < given.size(); ++at)
      count += !given[at].is_literal() && candidate.arguments[at] == given[at] ? 1 : 0;
    return count;
  });
  if (candidates.size() == 1) return;
  keep_best(candidates, [&](const Candidate& candidate) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < given.size(); ++at) {
      if (given[at].is_literal()) continue;
      const Type& argument = candidate.arguments[at];
      const bool preferred =
          is_preferred(argument) && category_of(catalog, argument) == category_of(catalog, given[at]);
      count += argument == given[at] || preferred ? 1 : 0;
    }
    return count;
  });
  if (candidates.size() == 1 || !literals) return;
  if (keep_by_category(catalog, candidates, given) && candidates.size() == 1) return;
  keep_by_known_type(catalog, candidates, given);
}

bool is_exact(const Candidate& candidate, const std::vector<Type>& given) {
  for (std::size_t at = 0; at < given.size(); ++at)
    if (given[at].is_literal() || !(candidate.arguments[at] == given[at])) return false;
  return true;
}

Choice found(const Catalog& catalog, Candidate candidate, const std::vector<Type>& given) {
  if (const auto result = resolve_polymorphism(catalog, candidate.arguments, candidate.result, given))
    candidate.result = *result;
  return {.outcome = Outcome::found, .candidate = std::move(candidate)};
}

Choice choose(const Catalog& catalog, std::vector<Candidate> candidates, const std::vector<Type>& given) {
  const auto exact = std::ranges::find_if(
      candidates, [&](const Candidate& candidate) { return is_exact(candidate, given); });
  if (exact != candidates.end()) return found(catalog, std::move(*exact), given);
  std::erase_if(candidates, [&](const Candidate& candidate) { return !fits(catalog, candidate, given); });
  if (candidates.size() > 1) select(catalog, candidates, given);
  if (candidates.empty()) return {.outcome = Outcome::unfit};
  if (candidates.size() > 1) return {.outcome = Outcome::ambiguous};
  return found(catalog, std::move(candidates.front()), given);
}

/// Some argument's type is not known: what all that may be meant have in common.
Choice in_common(std::vector<Candidate> candidates) {
  Choice choice;
  if (candidates.empty()) return choice;
  choice.candidate = candidates.front();
  choice.candidate.volatility = 'i';
  for (const Candidate& candidate : candidates) {
    if (!(candidate.result == choice.candidate.result)) choice.candidate.result = {};
    if (candidate.kind != choice.candidate.kind) choice.candidate.kind = 'f';
  }
  if (is_polymorphic(choice.candidate.result)) choice.candidate.result = {};
  return choice;
}

bool all_known(const std::vector<Type>& types) {
  return std::ranges::all_of(types, [](const Type& type) { return type.known(); });
}

}  // namespace

/// Of two that take the same, one because its VARIADIC is written out, that one is not meant
/// (FuncnameGetCandidates).
static void drop_spread_twins(std::vector<Candidate>& candidates) {
  const std::vector<Candidate> all = candidates;
  std::erase_if(candidates, [&](const Candidate& one) {
    return one.spread && std::ranges::any_of(all, [&](const Candidate& other) {
             return !other.spread && other.arguments == one.arguments;
           });
  });
}

std::vector<const Function*> functions_named(const Catalog& catalog, const FunctionName& name) {
  if (catalog.functions.empty()) return {};
  return catalog.functions_named(name);
}

Choice choose_function(const Catalog& catalog, const FunctionName& name, const std::vector<Type>& arguments,
                       const CallShape& call) {
  std::vector<Candidate> candidates;
  bool exists = false;
  if (name.schema.empty() || name.schema == "pg_catalog")
    for (const Procedure& procedure : builtin_procedures(name.name)) {
      exists = true;
      Candidate candidate = of_procedure(procedure);
      if (fit(candidate, arguments.size(), procedure.defaults, procedure.variadic, call.variadic))
        candidates.push_back(std::move(candidate));
    }
  bool unsure = call.named || call.variadic || call.within_group;
  if (name.schema != "pg_catalog")
    for (const Function* function : functions_named(catalog, name)) {
      exists = true;
      Candidate candidate = of_function(catalog, *function);
      // Whether the last one is VARIADIC is not kept.
      const bool may_spread = !candidate.arguments.empty() && candidate.arguments.back().is_array();
      unsure =
          unsure || function->aggregate || (may_spread && arguments.size() >= candidate.arguments.size());
      if (fit(candidate, arguments.size(), function->defaults, false, false))
        candidates.push_back(std::move(candidate));
    }
  if (!exists) return {.outcome = Outcome::missing};
  drop_spread_twins(candidates);
  const bool user_arguments = std::ranges::any_of(candidates, [](const Candidate& candidate) {
    return candidate.function != nullptr && !all_known(candidate.arguments);
  });
  if (unsure || user_arguments || !all_known(arguments)) return in_common(std::move(candidates));
  return choose(catalog, std::move(candidates), arguments);
}

/// A literal is taken for what the other side is (binary_oper_exact).
static std::vector<Type> likened(const std::vector<Type>& operands) {
  std::vector<Type> like = operands;
  if (like.size() != 2) return like;
  if (like[0].is_literal()) like[0] = like[1];
  if (like[1].is_literal()) like[1] = like[0];
  return like;
}

static bool takes(const Operator& one, const std::vector<Type>& operands) {
  if (operands.size() == 1) return one.left == no_type && operands[0].is(one.right);
  return operands[0].is(one.left) && operands[1].is(one.right);
}

static Candidate of_operator(const Operator& one) {
  Candidate candidate{.result = builtin(one.result), .volatility = one.volatility};
  if (one.left != no_type) candidate.arguments.push_back(builtin(one.left));
  candidate.arguments.push_back(builtin(one.right));
  return candidate;
}

Choice choose_operator(const Catalog& catalog, std::string_view name, const std::vector<Type>& operands) {
  const std::vector<Operator>& operators = builtin_operators(name);
  if (operators.empty()) return {.outcome = Outcome::missing};
  if (all_known(operands)) {
    std::vector<Type> like = likened(operands);
    const auto exact = [&] {
      return std::ranges::find_if(operators, [&](const Operator& one) { return takes(one, like); });
    };
    auto one = exact();
    if (one == operators.end() && operands.size() == 2 &&
        (operands[0].is_literal() || operands[1].is_literal())) {
      for (Type& type : like) type = base_of(catalog, type);
      one = exact();
    }
    if (one != operators.end()) return found(catalog, of_operator(*one), operands);
  }
  std::vector<Candidate> candidates;
  for (const Operator& one : operators)
    if ((one.left == no_type) == (operands.size() == 1)) candidates.push_back(of_operator(one));
  if (!all_known(operands)) return in_common(std::move(candidates));
  return choose(catalog, std::move(candidates), operands);
}

}  // namespace miglint
