// Operators, and the words of the grammar that stand for them (parse_oper.c; parse_expr.c, transformAExprOp
// and its like).

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/analyser.hpp"
#include "analysis/polymorphism.hpp"
#include "miglint/characters.hpp"

namespace miglint {

Type Analyser::apply_operator(std::string_view name, const std::vector<const Expression*>& operands,
                              const std::vector<Type>& types) {
  const Choice choice = choose_operator(catalog_, name, types);
  if (choice.found()) {
    const Candidate& candidate = choice.candidate;
    const bool joins_text = name == "||" && candidate.result.is("text"_type);
    if (!joins_text) take_volatility(candidate.volatility);
    for (std::size_t at = 0; at < types.size(); ++at) {
      Type wanted = candidate.arguments[at];
      const bool polymorphic = is_polymorphic(wanted);
      // An SQL function, which is put in place of its call: what it does is print the value.
      if (joins_text && polymorphic) take_cast_volatility(types[at], builtin("text"_type));
      if (wanted.is("anyenum"_type) || wanted.is("anyelement"_type))
        wanted = types[types.size() - 1 - at];  // the other side's
      else if (polymorphic)
        continue;
      read(*operands[at], types[at], wanted);
      if (!polymorphic) take_cast_volatility(types[at], wanted);
    }
    return candidate.result;
  }
  if (choice.outcome == Choice::Outcome::not_known) return choice.candidate.result;
  const bool missing = choice.outcome == Choice::Outcome::missing;
  if (missing ? !knows_functions(catalog_) : !knows_operators(catalog_)) return {};
  const std::string given = in_words(catalog_, types);
  if (choice.outcome == Choice::Outcome::ambiguous)
    refuse("42725", fmt::format("which operator {} of {} is meant is ambiguous", name, sql_in_prose(given)));
  else
    refuse("42883", fmt::format("there is no operator {} for {}", name, sql_in_prose(given)));
  return {};
}

/// What the grammar's word is as an operator.
static std::string_view operator_of(std::string_view word) {
  static constexpr auto words = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"LIKE", "~~"},
      {"NOT LIKE", "!~~"},
      {"ILIKE", "~~*"},
      {"NOT ILIKE", "!~~*"},
      {"SIMILAR TO", "~"},
      {"NOT SIMILAR TO", "!~"},
      {"DISTINCT", "="},
      {"NOT DISTINCT", "="},
      {"IN", "="},
      {"NOT IN", "="},
      {"!=", "<>"},
  });
  const auto found = std::ranges::find(words, word, [](const auto& row) { return row.first; });
  return found == words.end() ? word : found->second;
}

Type Analyser::operation(const Expression& operation, const Scope& scope, Clause clause) {
  const std::string_view word = operation.value;
  const Type truth = builtin("bool"_type);
  if (word.starts_with("IS ") && operation.args.size() == 1) {
    condition(operation.args.front(), scope, clause, word);
    return truth;
  }
  for (const std::string_view quantifier : {" ANY", " ALL"})
    if (word.ends_with(quantifier))
      return quantified(operation, scope, clause, operator_of(word.substr(0, word.size() - 4)));
  const bool between = word.find("BETWEEN") != std::string_view::npos;
  if (word == "IN" || word == "NOT IN") return membership(operation, scope, clause, "=");
  const bool rows = std::ranges::any_of(
      operation.args, [](const Expression& arg) { return arg.kind == Expression::Kind::row; });
  std::size_t width = 0;
  for (const Expression& arg : operation.args) {
    if (arg.kind != Expression::Kind::row) continue;
    if (width != 0 && width != arg.args.size()) refuse("42601", "rows of different lengths are compared");
    width = arg.args.size();
  }
  std::vector<Type> types;
  std::vector<const Expression*> operands;
  for (const Expression& arg : operation.args) {
    const bool query = rows && arg.kind == Expression::Kind::subquery;
    types.push_back(query ? this->rows(arg, scope, width) : expression(arg, scope, clause));
    operands.push_back(&arg);
  }
  if (between && !rows) {
    if (operands.size() != 3) return truth;
    apply_operator(">=", {operands[0], operands[1]}, {types[0], types[1]});
    apply_operator("<=", {operands[0], operands[2]}, {types[0], types[2]});
    return truth;
  }
  if (rows || operands.empty() || operands.size() > 2) return truth;
  const Type result = apply_operator(operator_of(word), operands, types);
  return word.ends_with("DISTINCT") ? truth : result;
}

Type Analyser::membership(const Expression& operation, const Scope& scope, Clause clause,
                          std::string_view name) {
  if (operation.args.empty()) return builtin("bool"_type);
  const Expression& left = operation.args.front();
  const bool row = left.kind == Expression::Kind::row;
  const Type type = expression(left, scope, clause);
  std::vector<Type> tried;
  for (std::size_t at = 1; at < operation.args.size(); ++at) {
    const Expression& item = operation.args[at];
    const Type other = item.kind == Expression::Kind::subquery && row ? rows(item, scope, left.args.size())
                                                                      : expression(item, scope, clause);
    if (row || std::ranges::find(tried, other) != tried.end()) continue;  // lists are long
    apply_operator(name, {&left, &item}, {type, other});
    if (!other.is_literal()) tried.push_back(other);
  }
  return builtin("bool"_type);
}

/// `x = ANY (array)` or (SELECT …).
Type Analyser::quantified(const Expression& operation, const Scope& scope, Clause clause,
                          std::string_view name) {
  const Type truth = builtin("bool"_type);
  if (operation.args.size() != 2) {
    for (const Expression& arg : operation.args) expression(arg, scope, clause);
    return truth;
  }
  const Expression& left = operation.args[0];
  const Expression& right = operation.args[1];
  const bool row = left.kind == Expression::Kind::row;
  const Type type = expression(left, scope, clause);
  const bool query = right.kind == Expression::Kind::subquery && right.value != "ARRAY";
  const Type other = query && row ? rows(right, scope, left.args.size()) : expression(right, scope, clause);
  if (row) return truth;
  if (query) {
    apply_operator(name, {&left, &right}, {type, other});
    return truth;
  }
  if (!other.known() || other.is_literal()) return truth;
  const Type array = base_of(catalog_, other);
  const Type element = element_of(catalog_, array);
  if (element.kind == Type::Kind::not_known && array.known() && !is_polymorphic(array)) {
    refuse("42809", fmt::format("ANY and ALL take an array, and this is {}",
                                sql_in_prose(format_type(other.name, catalog_))));
    return truth;
  }
  apply_operator(name, {&left, &right}, {type, element});
  return truth;
}

}  // namespace miglint
