#include "diff/stored_text.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

namespace miglint {

namespace {

using Kind = Expression::Kind;

/// Those that are words; the grammar makes functions of them.
struct ValueFunction {
  std::string_view function, word;
};
constexpr auto value_functions = std::to_array<ValueFunction>({{"current_date", "CURRENT_DATE"},
                                                               {"current_time", "CURRENT_TIME"},
                                                               {"localtime", "LOCALTIME"},
                                                               {"localtimestamp", "LOCALTIMESTAMP"}});

/// Their arguments may be of any type, so that a text stays what it is.
constexpr auto takes_any =
    std::to_array<std::string_view>({"concat", "concat_ws", "format", "json_build_array", "json_build_object",
                                     "jsonb_build_array", "jsonb_build_object"});

std::optional<std::string> text_of(const Expression& expression);

bool is_number(const Expression& constant) {
  return constant.type.name == "int4" || constant.type.name == "int8" || constant.type.name == "numeric";
}

std::string type_text(const TypeName& type) { return format_type(type, Catalog{}); }

/// `2020-01-01 00:00:00-07` is given back in UTC: what is not written so is another text.
std::string constant_text(const Expression& constant, const TypeName& type) {
  std::string value = constant.value;
  const std::size_t sign = value.find_last_of("+-");
  if (type.name == "timestamptz" && sign != std::string::npos && sign > 10 &&
      value.find_first_not_of("0:", sign + 1) != std::string::npos)
    value += " in UTC";
  return fmt::format("{}::{}", quote_literal(value), type_text(type));
}

std::optional<std::string> function_text(const Expression& call) {
  const auto word = std::ranges::find(value_functions, call.function.name, &ValueFunction::function);
  if (word != value_functions.end()) return std::string(word->word);
  const bool any = std::ranges::find(takes_any, call.function.name) != takes_any.end();
  std::string arguments;
  for (const Expression& argument : call.args) {
    const bool bare = any && argument.kind == Kind::constant && !is_number(argument);
    const std::optional<std::string> text =
        bare ? std::optional(quote_literal(argument.value)) : text_of(argument);
    if (!text) return std::nullopt;
    arguments.append(arguments.empty() ? "" : ", ").append(*text);
  }
  return fmt::format("{}({})", quote(call.function.name), arguments);
}

std::optional<std::string> operator_text(const Expression& op) {
  if (op.args.size() != 2 || op.value.find_first_not_of("+-*/<>=~!@#%^&|`?") != std::string::npos)
    return std::nullopt;
  const std::optional<std::string> left = text_of(op.args[0]), right = text_of(op.args[1]);
  if (!left || !right) return std::nullopt;
  return fmt::format("({} {} {})", *left, op.value, *right);
}

std::optional<std::string> cast_text(const Expression& cast) {
  const Expression& inner = cast.args.front();
  if (inner.kind == Kind::constant && !is_number(inner)) return constant_text(inner, cast.type);
  const std::optional<std::string> text = text_of(inner);
  if (!text) return std::nullopt;
  return fmt::format("({})::{}", *text, type_text(cast.type));
}

std::optional<std::string> text_of(const Expression& expression) {
  switch (expression.kind) {
    case Kind::constant:
      return is_number(expression) ? expression.value : quote_literal(expression.value) + "::text";
    case Kind::function:
      return function_text(expression);
    case Kind::op:
      return operator_text(expression);
    case Kind::cast:
      return expression.args.size() == 1 ? cast_text(expression) : std::nullopt;
    default:
      return std::nullopt;
  }
}

/// The grammar makes a function of it, and PostgreSQL gives it back as it was written.
bool is_at_time_zone(const Expression& expression) {
  std::string text = expression.text;
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
  return expression.kind == Kind::function && expression.function.name == "timezone" &&
         expression.args.size() == 2 && text.find(" AT TIME ZONE ") != std::string::npos;
}

}  // namespace

std::optional<std::string> stored_text(const Expression& expression, const TypeName& type) {
  if (expression.kind == Kind::constant && !is_number(expression) && type.array_dimensions == 0) {
    TypeName plain = type;
    plain.modifiers.clear();
    return constant_text(expression, plain);
  }
  if (!is_at_time_zone(expression)) return text_of(expression);
  const std::optional<std::string> zone = text_of(expression.args[0]), time = text_of(expression.args[1]);
  if (!zone || !time) return std::nullopt;
  return fmt::format("({} AT TIME ZONE {})", *time, *zone);
}

}  // namespace miglint
