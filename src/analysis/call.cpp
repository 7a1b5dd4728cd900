// Functions (parse_func.c, ParseFuncOrColumn), and where aggregates may stand (parse_agg.c,
// check_agglevels_and_constraints).

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/analyser.hpp"
#include "analysis/polymorphism.hpp"
#include "miglint/characters.hpp"

namespace miglint {

/// With one of the history's own, what PostgreSQL's tables say is not all that an expression may mean.
static bool makes_no_operators(const Catalog& catalog) {
  return std::ranges::none_of(
      std::to_array<std::string_view>({"CREATE AGGREGATE", "CREATE CAST", "CREATE OPERATOR"}),
      [&](std::string_view tag) { return catalog.not_kept.contains(tag); });
}

bool knows_functions(const Catalog& catalog) {
  const bool extended = std::ranges::any_of(
      catalog.extensions, [](const auto& extension) { return extension.first != "plpgsql"; });
  return catalog.complete && !catalog.partial && !extended && !catalog.doubted.known() &&
         makes_no_operators(catalog);
}

bool knows_operators(const Catalog& catalog) {
  static constexpr auto harmless =
      std::to_array<std::string_view>({"btree_gin", "btree_gist", "citext", "pg_stat_statements", "pg_trgm",
                                       "pgcrypto", "plpgsql", "unaccent", "uuid-ossp"});
  return catalog.complete && makes_no_operators(catalog) && !catalog.doubted.known() &&
         std::ranges::all_of(catalog.extensions, [](const auto& extension) {
           return std::ranges::binary_search(harmless, std::string_view(extension.first));
         });
}

std::string in_words(const Catalog& catalog, const std::vector<Type>& types) {
  std::string text;
  for (const Type& type : types) {
    if (!text.empty()) text += ", ";
    text += type.is_literal() ? "unknown" : format_type(type.name, catalog);
  }
  return text;
}

/// SQL's own words that the lowering gives as functions, and what they are of.
static Type value_function(std::string_view name) {
  static constexpr auto types = std::to_array<std::pair<std::string_view, TypeId>>({
      {"current_date", "date"_type},
      {"current_time", "timetz"_type},
      {"localtime", "time"_type},
      {"localtimestamp", "timestamp"_type},
      {"current_user", "name"_type},
      {"session_user", "name"_type},
      {"current_role", "name"_type},
      {"user", "name"_type},
      {"current_catalog", "name"_type},
      {"current_schema", "name"_type},
  });
  const auto found = std::ranges::find(types, name, [](const auto& row) { return row.first; });
  return found == types.end() ? Type{} : builtin(found->second);
}

/// NULLIF, GREATEST, LEAST and the value functions; not_known with no volatility taken for anything else.
Type Analyser::word(const Expression& call, const Scope& scope, Clause clause) {
  std::vector<Type> types;
  std::vector<const Expression*> values;
  for (const Expression& arg : call.args) {
    types.push_back(expression(arg, scope, clause));
    values.push_back(&arg);
  }
  if (call.function.name == "greatest" || call.function.name == "least")
    return meet(types, values, call.function.name == "least" ? "LEAST" : "GREATEST");
  if (types.size() != 2) return {};
  apply_operator("=", values, types);  // NULLIF
  return types[0].is_literal() ? builtin("text"_type) : types[0];
}

static bool is_word(const Expression& call) {
  const std::string& name = call.function.name;
  return call.function.schema == "pg_catalog" && (name == "nullif" || name == "greatest" || name == "least");
}

Type Analyser::call(const Expression& call, const Scope& scope, Clause clause) {
  chosen_ = {};
  if (is_word(call)) return word(call, scope, clause);
  if (call.function.schema == "pg_catalog" && call.args.empty())
    if (Type type = value_function(call.function.name); type.known()) {
      take_volatility('s');
      return type;
    }
  const std::size_t count = std::min(static_cast<std::size_t>(call.call.arguments), call.args.size());
  const int before = aggregates_;
  std::vector<Type> given;
  if (call.call.window) {
    window(call, clause);
    ++windows_;
  }
  for (std::size_t at = 0; at < count; ++at) given.push_back(expression(call.args[at], scope, clause));
  for (std::size_t at = count; at < call.args.size(); ++at) {
    if (at == count && call.call.filtered) {
      condition(call.args[at], scope, clause, "FILTER");
    } else {
      expression(call.args[at], scope, clause);
    }
  }
  if (call.call.window) --windows_;
  Choice choice = choose_function(catalog_, call.function, given, call.call);
  take_choice(call, choice, given, scope, clause);
  if (choice.found() && choice.candidate.kind == 'a' && !call.call.window && aggregates_ > before + 1)
    refuse("42803", fmt::format("the aggregate {}() is given an aggregate", in_prose(call.function.name)));
  Type result = choice.candidate.result;
  if (!choice.found() && choice.outcome != Choice::Outcome::not_known) result = {};
  if (result.kind == Type::Kind::builtin && is_polymorphic(result)) result = {};
  chosen_ = std::move(choice);
  return result;
}

/// f(t) is also t.f, text(x) also x::text.
static bool may_be_something_else(const Catalog& catalog, const Expression& call,
                                  const std::vector<Type>& given) {
  const TypeName type = catalog.resolve(TypeName{.schema = call.function.schema, .name = call.function.name});
  // A range's constructor has its name.
  if (type.schema != "pg_catalog" &&
      catalog.type_exists(RelationName{.schema = type.schema, .name = type.name}))
    return true;
  if (given.size() != 1) return false;
  const bool row = given.front().kind == Type::Kind::composite || given.front().is("record"_type);
  return row || type_id(call.function.name) != no_type;
}

void Analyser::refuse_call(const Expression& call, const Choice& choice, const std::vector<Type>& given) {
  using Outcome = Choice::Outcome;
  const std::string& name = call.function.name;
  const std::string& schema = call.function.schema;
  if (!schema.empty() && schema != "pg_catalog" && !catalog_.schemas.contains(schema)) return;
  if (catalog_.postgres > newest_measured || name.empty() || !knows_functions(catalog_) ||
      may_be_something_else(catalog_, call, given))
    return;
  const bool is_too_new =
      is_later_procedure(name, newest_measured) && !is_later_procedure(name, catalog_.postgres);
  if (is_extension_function(name) && (!is_too_new || !catalog_.extensions.empty())) return;
  if (is_later_procedure(name, catalog_.postgres) ||
      std::ranges::any_of(catalog_.functions, [&](const auto& entry) {
        return entry.first.name == name && choice.outcome == Outcome::missing;
      }))
    return;
  if (choice.outcome == Outcome::missing)
    return refuse("42883", fmt::format("there is no function {}()", in_prose(name)));
  if (choice.outcome == Outcome::unfit)
    return refuse("42883", fmt::format("there is no function {}({})", in_prose(name),
                                       sql_in_prose(in_words(catalog_, given))));
  if (choice.outcome == Outcome::ambiguous)
    refuse("42725", fmt::format("which function {}({}) is meant is ambiguous", in_prose(name),
                                sql_in_prose(in_words(catalog_, given))));
}

void Analyser::take_choice(const Expression& call, const Choice& choice, const std::vector<Type>& given,
                           const Scope& scope, Clause clause) {
  using Outcome = Choice::Outcome;
  const Candidate& candidate = choice.candidate;
  if (choice.outcome == Outcome::not_known) {
    const auto by_name = builtin_volatility(call.function.name);
    const bool own = !functions_named(catalog_, call.function).empty();
    take_volatility(own || !by_name ? '?' : *by_name);
    if (candidate.kind == 'a' && !call.call.window) aggregate(call, scope, clause);
    return;
  }
  if (!choice.found()) {
    const auto by_name = builtin_volatility(call.function.name);
    take_volatility(by_name ? *by_name : '?');
    return refuse_call(call, choice, given);
  }
  for (std::size_t at = 0; at < given.size() && at < candidate.arguments.size(); ++at) {
    Type wanted = candidate.arguments[at];
    read(call.args[at], given[at], wanted);
    if (!is_polymorphic(wanted)) take_cast_volatility(given[at], wanted);
  }
  if (candidate.function != nullptr) {
    take_function_volatility(*candidate.function, call, given);
  } else {
    take_volatility(candidate.volatility);
  }
  check_call_shape(call, candidate);
  if (call.call.window) return;
  if (candidate.kind == 'a') aggregate(call, scope, clause);
  if (candidate.kind == 'w')
    refuse("42809", fmt::format("the window function {}() needs OVER", in_prose(call.function.name)));
  if (candidate.kind == 'p')
    refuse("42809", fmt::format("{}() is a procedure: CALL runs it", in_prose(call.function.name)));
  if (!candidate.returns_set) return;
  if (clause == Clause::where || clause == Clause::having || clause == Clause::join || place != Place::query)
    refuse("0A000", fmt::format("{}() gives rows, and stands where a single value does",
                                in_prose(call.function.name)));
}

/// OVER: where it may stand, and the window that it refers to (parse_agg.c, transformWindowFuncCall;
/// parse_clause.c, transformWindowDefinitions).
void Analyser::window(const Expression& call, Clause clause) {
  const bool allowed = place == Place::query && (clause == Clause::target || clause == Clause::order);
  if (!allowed && (!levels_.empty() || place != Place::query))
    refuse("42P20", "a window function stands where none is allowed");
  if (windows_ > 0) refuse("42P20", "a window function is inside the call or the window of another");
  if (!call.call.over) return;
  const Window& over = *call.call.over;
  if (call.call.distinct || call.call.ordered)
    refuse("0A000",
           fmt::format("{}() with OVER takes no DISTINCT and no ORDER BY", in_prose(call.function.name)));
  int keys = over.keys;
  if (!over.refers_to.empty() && !levels_.empty() && levels_.back().query != nullptr) {
    const std::vector<Window>& windows = levels_.back().query->window_definitions;
    const auto base = std::ranges::find(windows, over.refers_to, &Window::name);
    if (base == windows.end())
      return refuse("42704", fmt::format("there is no window {}", in_prose(over.refers_to)));
    if (over.partitioned || (over.keys > 0 && base->keys > 0) || (!over.as_it_is && base->frame))
      return refuse("42P20", fmt::format("OVER can't change what window {} says", in_prose(over.refers_to)));
    if (base->refers_to.empty()) keys += base->keys;
    if (!base->refers_to.empty() || over.as_it_is) return;
  }
  if (over.offset_in_range && keys != 1)
    refuse("42P20", "RANGE with an offset takes an ORDER BY of exactly one column");
  if (over.groups && keys == 0) refuse("42P20", "GROUPS takes an ORDER BY");
}

/// What only aggregates and window functions have.
void Analyser::check_call_shape(const Expression& call, const Candidate& candidate) {
  if (candidate.kind != 'f' || (candidate.function != nullptr && candidate.function->aggregate)) return;
  const CallShape& shape = call.call;
  const std::string_view what = shape.star           ? "*"
                                : shape.distinct     ? "DISTINCT"
                                : shape.within_group ? "WITHIN GROUP"
                                : shape.ordered      ? "ORDER BY"
                                : shape.filtered     ? "FILTER"
                                : shape.window       ? "OVER"
                                                     : "";
  if (!what.empty())
    refuse("42809",
           fmt::format("{} is for aggregates, and {}() is none", what, in_prose(call.function.name)));
}

/// An aggregate over columns of a level further out belongs there.
void Analyser::aggregate(const Expression& call, const Scope& scope, Clause clause) {
  ++aggregates_;
  bool own = false, any = false;
  for (const Expression& arg : call.args)
    walk(arg, [&](const Expression& inner) {
      if (inner.kind == Expression::Kind::subquery) own = any = true;
      if (inner.kind != Expression::Kind::column) return;
      any = true;
      const NameFound found = look_up({.qualifier = inner.qualifier, .column = inner.value}, scope);
      own = own || found.innermost || (found.column == nullptr && found.item == nullptr);
    });
  if (any && !own) {
    for (Level& level : levels_) level.doubtful = true;
    return;
  }
  if (place != Place::query && levels_.empty())
    return refuse("42803", fmt::format("the aggregate {}() stands where none is allowed",
                                       in_prose(call.function.name)));
  const bool allowed = clause == Clause::target || clause == Clause::having || clause == Clause::order;
  if (allowed && recursive_level_ > 0 && levels_.size() == recursive_level_)
    return refuse("42P19", "the recursive term of a recursive query has an aggregate");
  const bool lateral = clause == Clause::function;
  if (!allowed && clause != Clause::lone && !lateral)
    return refuse("42803", fmt::format("the aggregate {}() stands where none is allowed",
                                       in_prose(call.function.name)));
  if (lateral) return;
  if (!levels_.empty()) levels_.back().aggregates = true;
}

}  // namespace miglint
