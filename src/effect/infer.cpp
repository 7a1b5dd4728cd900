#include "effect/infer.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "catalog/builtins.hpp"
#include "effect/conversion.hpp"

namespace miglint {

// ---- Types ------------------------------------------------------------------------------------------------

static std::optional<TypeName> first_known(const std::vector<Expression>& args, const Table* table,
                                           const Catalog& catalog) {
  for (const Expression& arg : args)
    if (auto type = type_of(arg, table, catalog); type && type->name != "unknown") return type;
  return std::nullopt;
}

static bool is_comparison(std::string_view op) {
  static constexpr auto ops = std::to_array<std::string_view>(
      {"=",      "<>",       "!=",           "<",       ">",           "<=",      ">=", "IN",
       "NOT IN", "LIKE",     "NOT LIKE",     "ILIKE",   "NOT ILIKE",   "~",       "~*", "!~",
       "!~*",    "DISTINCT", "NOT DISTINCT", "BETWEEN", "NOT BETWEEN", "IS TRUE", "@>", "<@",
       "&&",     "?",        "?|",           "?&",      "@@"});
  return std::ranges::find(ops, op) != ops.end() || op.starts_with("IS ") || op.ends_with(" ANY") ||
         op.ends_with(" ALL");
}

static std::optional<TypeName> function_type(const Expression& call, const Table* table,
                                             const Catalog& catalog) {
  const std::string& name = call.function.name;
  for (const auto& [key, function] : catalog.functions)
    if (key.name == name && function.returns) return *function.returns;
  if (const std::string_view result = builtin_result(name); !result.empty()) {
    if (result.front() == '_')
      return TypeName{.schema = "pg_catalog", .name = std::string(result.substr(1)), .array_dimensions = 1};
    return TypeName{.schema = "pg_catalog", .name = std::string(result)};
  }
  static constexpr auto like_argument =
      std::to_array<std::string_view>({"nullif", "least", "greatest", "abs", "coalesce"});
  if (std::ranges::find(like_argument, name) != like_argument.end())
    return first_known(call.args, table, catalog);
  // lower() and upper() have forms for ranges; of a string they give text.
  const auto argument = first_known(call.args, table, catalog);
  if ((name == "lower" || name == "upper") && argument && is_string(*argument, catalog))
    return TypeName{.schema = "pg_catalog", .name = "text"};
  return std::nullopt;
}

std::optional<TypeName> type_of(const Expression& expression, const Table* table, const Catalog& catalog) {
  using Kind = Expression::Kind;
  switch (expression.kind) {
    case Kind::constant:
      return expression.type.name.empty() ? std::nullopt : std::optional(expression.type);
    case Kind::null:
      return TypeName{.name = "unknown"};
    case Kind::column: {
      const Column* column = table == nullptr ? nullptr : table->column(expression.value);
      return column == nullptr ? std::nullopt : std::optional(column->type);
    }
    case Kind::cast:
      return catalog.resolve(expression.type);
    case Kind::function:
      return function_type(expression, table, catalog);
    case Kind::coalesce:
      return first_known(expression.args, table, catalog);
    case Kind::conjunction:
    case Kind::disjunction:
    case Kind::negation:
    case Kind::is_null:
    case Kind::is_not_null:
    case Kind::exists:
      return TypeName{.schema = "pg_catalog", .name = "bool"};
    case Kind::op:
      if (is_comparison(expression.value)) return TypeName{.schema = "pg_catalog", .name = "bool"};
      return std::nullopt;
    case Kind::array: {
      auto element = first_known(expression.args, table, catalog);
      if (element) element->array_dimensions += 1;
      return element;
    }
    default:
      return std::nullopt;
  }
}

// ---- Shapes -----------------------------------------------------------------------------------------------

bool has_subquery(const Expression& expression) {
  bool found = false;
  walk(expression, [&](const Expression& inner) {
    found = found || inner.kind == Expression::Kind::subquery || inner.kind == Expression::Kind::exists;
  });
  return found;
}

bool is_null_constant(const Expression& expression) {
  return without_casts(expression).kind == Expression::Kind::null;
}

bool is_literal(const Expression& expression) {
  const Expression& bare = without_casts(expression);
  return bare.kind == Expression::Kind::constant || bare.kind == Expression::Kind::null;
}

bool implies_not_null(const Expression& check, std::string_view column) {
  using Kind = Expression::Kind;
  const auto names_column = [&](const Expression& e) {
    return !e.args.empty() && e.args[0].kind == Kind::column && e.args[0].value == column;
  };
  switch (check.kind) {
    case Kind::is_not_null:
      return names_column(check);
    case Kind::negation:
      return !check.args.empty() && check.args[0].kind == Kind::is_null && names_column(check.args[0]);
    case Kind::conjunction:
      return std::ranges::any_of(check.args,
                                 [&](const Expression& part) { return implies_not_null(part, column); });
    default:
      return false;
  }
}

// ---- Truth ------------------------------------------------------------------------------------------------

namespace {

/// A value as far as it is known: NULL, a text, or nothing.
struct Value {
  bool known = false;
  bool null = false;
  std::string text;
};

std::optional<double> number(const std::string& text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_strict(std::string_view function) {
  static constexpr auto names =
      std::to_array<std::string_view>({"abs", "array_length", "btrim", "cardinality", "char_length",
                                       "jsonb_typeof", "length", "lower", "octet_length", "upper"});
  return std::ranges::binary_search(names, function);
}

Value value_of(const Expression& expression, const KnownValues& known) {
  using Kind = Expression::Kind;
  switch (expression.kind) {
    case Kind::null:
      return {.known = true, .null = true};
    case Kind::constant:
      return {.known = true, .text = expression.value};
    case Kind::cast: {
      const Value inner = expression.args.empty() ? Value{} : value_of(expression.args[0], known);
      return inner;  // a constant's text stays what it is, as far as equality and order of numbers go
    }
    case Kind::column: {
      const Expression* value = known(expression.value);
      return value == nullptr ? Value{} : value_of(*value, [](std::string_view) { return nullptr; });
    }
    case Kind::op: {  // arithmetic on a NULL is NULL
      const bool null_operand = std::ranges::any_of(
          expression.args, [&](const Expression& arg) { return value_of(arg, known).null; });
      return null_operand ? Value{.known = true, .null = true} : Value{};
    }
    case Kind::function: {
      const bool null_argument = std::ranges::any_of(
          expression.args, [&](const Expression& arg) { return value_of(arg, known).null; });
      return is_strict(expression.function.name) && null_argument ? Value{.known = true, .null = true}
                                                                  : Value{};
    }
    default:
      return {};
  }
}

Verdict compare(std::string_view op, const Value& left, const Value& right) {
  if (left.null || right.null) return Verdict::null;
  if (!left.known || !right.known) return Verdict::unknown;
  const auto a = number(left.text), b = number(right.text);
  const auto said = [](bool yes) { return yes ? Verdict::yes : Verdict::no; };
  if (op == "=" && !a) return said(left.text == right.text);
  if ((op == "<>" || op == "!=") && !a) return said(left.text != right.text);
  if (!a || !b) return Verdict::unknown;
  if (op == "=") return said(*a == *b);
  if (op == "<>" || op == "!=") return said(*a != *b);
  if (op == "<") return said(*a < *b);
  if (op == ">") return said(*a > *b);
  if (op == "<=") return said(*a <= *b);
  if (op == ">=") return said(*a >= *b);
  return Verdict::unknown;
}

Verdict negated(Verdict verdict) {
  return verdict == Verdict::yes ? Verdict::no : verdict == Verdict::no ? Verdict::yes : verdict;
}

Verdict any_of(const std::vector<Verdict>& verdicts) {
  Verdict result = Verdict::no;
  for (const Verdict verdict : verdicts) {
    if (verdict == Verdict::yes) return verdict;
    if (verdict == Verdict::unknown || (verdict == Verdict::null && result == Verdict::no)) result = verdict;
  }
  return result;
}

std::vector<Verdict> evaluate_all(const std::vector<Expression>& conditions, const KnownValues& known) {
  std::vector<Verdict> verdicts;
  for (const Expression& condition : conditions) verdicts.push_back(evaluate(condition, known));
  return verdicts;
}

Verdict evaluate_membership(const Expression& expression, const KnownValues& known) {
  const Value left = value_of(expression.args.front(), known);
  if (left.null) return Verdict::null;
  std::vector<Verdict> verdicts;
  for (std::size_t at = 1; at < expression.args.size(); ++at) {
    const Expression& item = without_casts(expression.args[at]);
    if (item.kind == Expression::Kind::subquery) return Verdict::unknown;
    if (item.kind == Expression::Kind::array)
      for (const Expression& element : item.args)
        verdicts.push_back(compare("=", left, value_of(element, known)));
    else
      verdicts.push_back(compare("=", left, value_of(item, known)));
  }
  return any_of(verdicts);
}

Verdict evaluate_operator(const Expression& expression, const KnownValues& known) {
  if (expression.args.empty() || expression.value.starts_with("IS ") ||
      expression.value.ends_with("DISTINCT"))
    return Verdict::unknown;
  if (expression.value == "IN" || expression.value == "= ANY") return evaluate_membership(expression, known);
  if (expression.value == "NOT IN") return negated(evaluate_membership(expression, known));
  const bool null_operand =
      std::ranges::any_of(expression.args, [&](const Expression& arg) { return value_of(arg, known).null; });
  if (null_operand && is_comparison(expression.value)) return Verdict::null;
  if (expression.args.size() != 2) return Verdict::unknown;
  return compare(expression.value, value_of(expression.args[0], known), value_of(expression.args[1], known));
}

}  // namespace

Verdict evaluate(const Expression& condition, const KnownValues& known) {
  using Kind = Expression::Kind;
  switch (condition.kind) {
    case Kind::conjunction: {
      std::vector<Verdict> parts = evaluate_all(condition.args, known);
      for (Verdict& part : parts) part = negated(part);
      return negated(any_of(parts));
    }
    case Kind::disjunction:
      return any_of(evaluate_all(condition.args, known));
    case Kind::negation:
      return condition.args.empty() ? Verdict::unknown : negated(evaluate(condition.args[0], known));
    case Kind::is_null:
    case Kind::is_not_null: {
      const Value value = condition.args.empty() ? Value{} : value_of(condition.args[0], known);
      if (!value.known && !value.null) return Verdict::unknown;
      return value.null == (condition.kind == Kind::is_null) ? Verdict::yes : Verdict::no;
    }
    case Kind::op:
      return evaluate_operator(condition, known);
    case Kind::constant:
    case Kind::column:
    case Kind::cast: {
      const Value value = value_of(condition, known);
      if (value.null) return Verdict::null;
      if (!value.known) return Verdict::unknown;
      return value.text == "true" || value.text == "t"    ? Verdict::yes
             : value.text == "false" || value.text == "f" ? Verdict::no
                                                          : Verdict::unknown;
    }
    default:
      return Verdict::unknown;
  }
}

}  // namespace miglint
