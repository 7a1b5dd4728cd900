#include "truth.hpp"

#include <algorithm>
#include <compare>
#include <string>
#include <vector>

#include "miglint/read_double.hpp"

namespace miglint {

namespace {

/// A value as text; NULL is one too.
struct Value {
  bool null = false;
  std::string text = {};
};

enum class Truth { no, yes, null, unknown };

Truth truth(bool value) { return value ? Truth::yes : Truth::no; }

struct Judge {
  std::string_view column;
  Value given;

  std::optional<Value> value_of(const Expression& written) const {
    const Expression& expression = without_casts(written);
    switch (expression.kind) {
      case Expression::Kind::constant:
        return Value{.text = expression.value};
      case Expression::Kind::null:
        return Value{.null = true};
      case Expression::Kind::column:
        return expression.value == column ? std::optional(given) : std::nullopt;
      case Expression::Kind::function:
        return call(expression);
      default:
        return std::nullopt;
    }
  }

  std::optional<Value> call(const Expression& expression) const {
    if (expression.args.size() != 1) return std::nullopt;
    std::optional<Value> argument = value_of(expression.args.front());
    if (!argument || argument->null) return argument;
    const std::string& name = expression.function.name;
    const bool plain =
        std::ranges::all_of(argument->text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!plain) return std::nullopt;
    if (name == "length" || name == "char_length" || name == "character_length" || name == "octet_length")
      return Value{.text = std::to_string(argument->text.size())};
    if (name == "btrim" || name == "trim") {
      const std::size_t first = argument->text.find_first_not_of(' ');
      if (first == std::string::npos) return Value{};
      return Value{.text = argument->text.substr(first, argument->text.find_last_not_of(' ') - first + 1)};
    }
    if (name != "lower" && name != "upper") return std::nullopt;
    const char from = name == "lower" ? 'A' : 'a';
    for (char& c : argument->text)
      if (c >= from && c < from + 26) c = static_cast<char>(c ^ 0x20);
    return argument;
  }

  static Truth compare(std::string_view op, const Value& left, const Value& right) {
    if (left.null || right.null) return Truth::null;
    const std::optional<double> a = read_double(left.text);
    const std::optional<double> b = read_double(right.text);
    if (op == "=") return truth(a && b ? *a == *b : left.text == right.text);
    if (op == "<>") return truth(a && b ? *a != *b : left.text != right.text);
    if (!a || !b) return Truth::unknown;  // how words sort is their collation's
    if (op == "<") return truth(*a < *b);
    if (op == "<=") return truth(*a <= *b);
    if (op == ">") return truth(*a > *b);
    return op == ">=" ? truth(*a >= *b) : Truth::unknown;
  }

  Truth operation(const Expression& expression) const {
    const std::string& op = expression.value;
    if (expression.args.size() < 2) return Truth::unknown;
    const std::optional<Value> left = value_of(expression.args.front());
    if (!left) return Truth::unknown;
    if (op == "IN" || op == "NOT IN" || op == "= ANY") return among(expression, *left, op == "NOT IN");
    if (op == "BETWEEN" && expression.args.size() == 3)
      return conjunction(
          {compare_with(">=", *left, expression.args[1]), compare_with("<=", *left, expression.args[2])});
    return expression.args.size() == 2 ? compare_with(op, *left, expression.args[1]) : Truth::unknown;
  }

  Truth compare_with(std::string_view op, const Value& left, const Expression& right) const {
    const std::optional<Value> value = value_of(right);
    return value ? compare(op, left, *value) : Truth::unknown;
  }

  Truth among(const Expression& expression, const Value& left, bool negated) const {
    std::vector<const Expression*> list;
    for (std::size_t i = 1; i < expression.args.size(); ++i) {
      const Expression& item = without_casts(expression.args[i]);
      if (item.kind == Expression::Kind::array) {
        for (const Expression& element : item.args) list.push_back(&element);
      } else {
        list.push_back(&item);
      }
    }
    std::vector<Truth> found;
    for (const Expression* item : list) found.push_back(compare_with("=", left, *item));
    const Truth any = disjunction(found);
    return negated ? opposite(any) : any;
  }

  static Truth opposite(Truth value) {
    if (value == Truth::yes) return Truth::no;
    return value == Truth::no ? Truth::yes : value;
  }
  static Truth conjunction(const std::vector<Truth>& parts) {
    for (const Truth worst : {Truth::no, Truth::unknown, Truth::null})
      if (std::ranges::find(parts, worst) != parts.end()) return worst;
    return Truth::yes;
  }
  static Truth disjunction(const std::vector<Truth>& parts) {
    for (const Truth best : {Truth::yes, Truth::unknown, Truth::null})
      if (std::ranges::find(parts, best) != parts.end()) return best;
    return Truth::no;
  }

  Truth of(const Expression& written) const {
    const Expression& expression = without_casts(written);
    std::vector<Truth> parts;
    const bool joins = expression.kind == Expression::Kind::conjunction ||
                       expression.kind == Expression::Kind::disjunction ||
                       expression.kind == Expression::Kind::negation;
    if (joins)
      for (const Expression& part : expression.args) parts.push_back(of(part));
    switch (expression.kind) {
      case Expression::Kind::conjunction:
        return conjunction(parts);
      case Expression::Kind::disjunction:
        return disjunction(parts);
      case Expression::Kind::negation:
        return parts.empty() ? Truth::unknown : opposite(parts.front());
      case Expression::Kind::is_null:
      case Expression::Kind::is_not_null: {
        const std::optional<Value> value =
            expression.args.empty() ? std::nullopt : value_of(expression.args.front());
        if (!value) return Truth::unknown;
        return truth(value->null == (expression.kind == Expression::Kind::is_null));
      }
      case Expression::Kind::op:
        return operation(expression);
      default:
        return Truth::unknown;
    }
  }
};

/// `'it''s'` without its quotes; NULL.
std::optional<Value> read(std::string_view literal) {
  if (literal == "NULL") return Value{.null = true};
  if (literal == "CURRENT_TIMESTAMP" || literal == "CURRENT_DATE" || literal.ends_with("()"))
    return std::nullopt;
  if (literal.size() < 2 || literal.front() != '\'') return Value{.text = std::string(literal)};
  std::string text;
  for (std::size_t i = 1; i + 1 < literal.size(); ++i) {
    text += literal[i];
    if (literal[i] == '\'') ++i;
  }
  return Value{.text = std::move(text)};
}

}  // namespace

std::optional<bool> holds(const Expression& condition, std::string_view column, std::string_view literal) {
  std::optional<Value> given = read(literal);
  if (!given) return std::nullopt;
  const Truth result = Judge{.column = column, .given = std::move(*given)}.of(condition);
  if (result == Truth::unknown) return std::nullopt;
  return result != Truth::no;
}

}  // namespace miglint
