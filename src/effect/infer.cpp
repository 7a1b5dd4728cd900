#include "effect/infer.hpp"

#include <algorithm>
#include <array>
#include <cctype>

#include "analysis/analysis.hpp"
#include "effect/conversion.hpp"
#include "miglint/read_double.hpp"

namespace miglint {

std::optional<TypeName> type_of(const Expression& expression, const Table* table, const Catalog& catalog) {
  const Type type = analyse(catalog, expression, table, Place::query).type;
  if (type.is_literal()) return TypeName{.name = "unknown"};
  return type.name.empty() ? std::nullopt : std::optional(type.name);
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

Expression as_type(const Expression& value, const TypeName& type) {
  return {.kind = Expression::Kind::cast, .type = type, .args = {value}};
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
  /// What decides how two are compared. A quoted literal is of the other side's type.
  enum class Kind { literal, number, string, other };
  bool known = false;
  bool null = false;
  std::string text;
  Kind kind = Kind::literal;
};

/// As far as a double tells two of them apart.
std::optional<double> number(const std::string& text) {
  constexpr std::size_t exact_digits = 15;
  return text.size() <= exact_digits ? read_double(text) : std::nullopt;
}

bool is_strict(std::string_view function) {
  static constexpr auto names =
      std::to_array<std::string_view>({"abs", "array_length", "btrim", "cardinality", "char_length",
                                       "jsonb_typeof", "length", "lower", "octet_length", "upper"});
  return std::ranges::binary_search(names, function);
}

Value::Kind kind_of_type(const TypeName& type) {
  static constexpr auto numbers =
      std::to_array<std::string_view>({"float4", "float8", "int2", "int4", "int8", "numeric"});
  if (type.name == "unknown" || type.empty()) return Value::Kind::literal;
  if (type.array_dimensions > 0) return Value::Kind::other;
  if (std::ranges::find(numbers, type.name) != numbers.end()) return Value::Kind::number;
  return type.name == "text" || type.name == "varchar" ? Value::Kind::string : Value::Kind::other;
}

std::size_t characters(std::string_view text) {
  return static_cast<std::size_t>(
      std::ranges::count_if(text, [](unsigned char c) { return (c & 0xC0) != 0x80; }));
}

Value value_of(const Expression& expression, const KnownValues& known);

/// A cast may round or cut: the text stays only where it can't.
Value cast_value(const Expression& cast, const KnownValues& known) {
  Value inner = cast.args.empty() ? Value{} : value_of(cast.args.front(), known);
  if (!inner.known || inner.null) return inner;
  inner.kind = kind_of_type(cast.type);
  const bool whole = inner.text.find_first_not_of("+-0123456789") == std::string::npos;
  const bool rounds = inner.kind == Value::Kind::number && !whole &&
                      (cast.type.name.starts_with("int") || !cast.type.modifiers.empty());
  const bool cuts =
      inner.kind == Value::Kind::string && !cast.type.modifiers.empty() &&
      static_cast<double>(characters(inner.text)) > number(cast.type.modifiers.front()).value_or(0);
  const bool pads = cast.type.name == "bpchar";
  return rounds || cuts || pads ? Value{} : inner;
}

Value number_value(std::size_t value) {
  return {.known = true, .text = std::to_string(value), .kind = Value::Kind::number};
}

Value type_of_json(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (text.empty()) return {};
  const std::string_view type = text.front() == '{'                                 ? "object"
                                : text.front() == '['                               ? "array"
                                : text.front() == '"'                               ? "string"
                                : text.front() == 't' || text.front() == 'f'        ? "boolean"
                                : text.front() == 'n'                               ? "null"
                                : text.front() == '-' || std::isdigit(text.front()) ? "number"
                                                                                    : "";
  if (type.empty()) return {};
  return {.known = true, .text = std::string(type), .kind = Value::Kind::string};
}

Value counted_nulls(const Expression& call, const KnownValues& known) {
  std::size_t nulls = 0;
  for (const Expression& arg : call.args) {
    const Value value = value_of(arg, known);
    if (!value.known) return {};
    nulls += value.null ? 1 : 0;
  }
  return number_value(call.function.name == "num_nulls" ? nulls : call.args.size() - nulls);
}

/// PostgreSQL's own functions that checks are made of.
Value function_value(const Expression& call, const KnownValues& known) {
  const std::string& name = call.function.name;
  const Value first = call.args.empty() ? Value{} : value_of(call.args.front(), known);
  if (name == "num_nulls" || name == "num_nonnulls") return counted_nulls(call, known);
  if (is_strict(name) &&
      std::ranges::any_of(call.args, [&](const Expression& arg) { return value_of(arg, known).null; }))
    return {.known = true, .null = true};
  if (call.args.size() != 1 || !first.known || first.null) return {};
  const bool text = first.kind == Value::Kind::string || first.kind == Value::Kind::literal;
  if (text && (name == "length" || name == "char_length" || name == "character_length"))
    return number_value(characters(first.text));
  if (text && name == "octet_length") return number_value(first.text.size());
  if (text && (name == "btrim" || name == "trim")) {
    const std::size_t begin = first.text.find_first_not_of(' ');
    if (begin == std::string::npos) return {.known = true, .kind = Value::Kind::string};
    const std::size_t end = first.text.find_last_not_of(' ');
    return {.known = true, .text = first.text.substr(begin, end - begin + 1), .kind = Value::Kind::string};
  }
  if (name == "jsonb_typeof" || name == "json_typeof") return type_of_json(first.text);
  if (name == "cardinality" && first.text == "{}") return number_value(0);
  return {};
}

Value value_of(const Expression& expression, const KnownValues& known) {
  using Kind = Expression::Kind;
  switch (expression.kind) {
    case Kind::null:
      return {.known = true, .null = true};
    case Kind::constant:
      return {.known = true, .text = expression.value, .kind = kind_of_type(expression.type)};
    case Kind::cast:
      return cast_value(expression, known);
    case Kind::column: {
      const Expression* value = known(expression.value);
      return value == nullptr ? Value{} : value_of(*value, [](std::string_view) { return nullptr; });
    }
    case Kind::op: {  // arithmetic on a NULL is NULL
      const bool null_operand = std::ranges::any_of(
          expression.args, [&](const Expression& arg) { return value_of(arg, known).null; });
      return null_operand ? Value{.known = true, .null = true} : Value{};
    }
    case Kind::function:
      return function_value(expression, known);
    case Kind::coalesce:
      for (const Expression& arg : expression.args)
        if (Value value = value_of(arg, known); !value.null) return value;
      return {.known = true, .null = true};
    default:
      return {};
  }
}

Verdict said(bool yes) { return yes ? Verdict::yes : Verdict::no; }

Verdict compare_numbers(std::string_view op, double a, double b) {
  if (op == "=") return said(a == b);
  if (op == "<>" || op == "!=") return said(a != b);
  if (op == "<") return said(a < b);
  if (op == ">") return said(a > b);
  if (op == "<=") return said(a <= b);
  if (op == ">=") return said(a >= b);
  return Verdict::unknown;
}

/// `exact`: different texts are different values. Which of them comes first is the collation's to say.
Verdict compare_texts(std::string_view op, bool equal, bool exact) {
  if (!equal && !exact) return Verdict::unknown;
  if (op == "=") return said(equal);
  if (op == "<>" || op == "!=") return said(!equal);
  if (!equal) return Verdict::unknown;
  if (op == "<=" || op == ">=") return Verdict::yes;
  return op == "<" || op == ">" ? Verdict::no : Verdict::unknown;
}

Verdict compare(std::string_view op, const Value& left, const Value& right) {
  if (left.null || right.null) return Verdict::null;
  if (!left.known || !right.known) return Verdict::unknown;
  const Value::Kind kind = left.kind == Value::Kind::literal ? right.kind : left.kind;
  const auto a = number(left.text), b = number(right.text);
  const bool as_numbers = kind == Value::Kind::number || (kind == Value::Kind::literal && a && b);
  if (as_numbers) return a && b ? compare_numbers(op, *a, *b) : Verdict::unknown;
  return compare_texts(op, left.text == right.text, kind != Value::Kind::other);
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

/// `a BETWEEN b AND c` is `a >= b AND a <= c`.
Verdict evaluate_between(const Expression& expression, const KnownValues& known) {
  if (expression.args.size() != 3) return Verdict::unknown;
  const Value value = value_of(expression.args[0], known);
  return negated(any_of({negated(compare(">=", value, value_of(expression.args[1], known))),
                         negated(compare("<=", value, value_of(expression.args[2], known)))}));
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
  if (expression.value == "BETWEEN") return evaluate_between(expression, known);
  if (expression.value == "NOT BETWEEN") return negated(evaluate_between(expression, known));
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
