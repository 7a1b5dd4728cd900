#include "analysis/constant.hpp"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <limits>
#include <string_view>
#include <vector>

#include "analysis/literal.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

/// An integer of so many bits.
struct Number {
  std::int64_t value = 0;
  int bits = 32;
};

int bits_of(const TypeName& type) {
  if (type.array_dimensions > 0) return 0;
  return type.name == "int2" ? 16 : type.name == "int4" ? 32 : type.name == "int8" ? 64 : 0;
}

bool fits(std::int64_t value, int bits) {
  const std::int64_t most =
      bits == 64 ? std::numeric_limits<std::int64_t>::max() : (std::int64_t{1} << (bits - 1)) - 1;
  return value <= most && value >= -most - 1;
}

std::optional<std::int64_t> integer_in(std::string_view text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
}

bool is_number_type(std::string_view type) {
  return type == "int4" || type == "int8" || type == "int2" || type == "numeric";
}

class Folding {
 public:
  explicit Folding(const Catalog& catalog) : catalog_(catalog) {}

  std::optional<Refusal> failure;

  /// None where it is no integer that is known.
  std::optional<Number> fold(const Expression& expression) {
    switch (expression.kind) {
      case Kind::constant: {
        const int bits = bits_of(expression.type);
        const auto value = bits == 0 ? std::nullopt : integer_in(expression.value);
        return value ? std::optional(Number{*value, bits}) : std::nullopt;
      }
      case Kind::cast:
        return cast(expression);
      case Kind::op:
        return operation(expression);
      case Kind::function:
      case Kind::row:
      case Kind::array:
        for (const Expression& arg : expression.args) fold(arg);
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

 private:
  void fail(const char* sqlstate, const char* reason) {
    if (!failure) failure = Refusal{sqlstate, reason};
  }

  /// A number that becomes a numeric(p, s) or a float4.
  void take_number(const Expression& number, const Expression& cast) {
    const TypeName type = catalog_.resolve(cast.type);
    if (type.name != "float4" && (type.name != "numeric" || number.kind != Kind::constant)) return;
    const auto error = read_literal(catalog_, type, without_casts(number).value, LiteralUse::cast);
    if (error && error->sqlstate == "22003") fail("22003", "a number is out of range");
  }

  std::optional<Number> cast(const Expression& cast) {
    const std::optional<Number> value = cast.args.empty() ? std::nullopt : fold(cast.args.front());
    if (!cast.args.empty() && is_number(cast.args.front())) take_number(cast.args.front(), cast);
    const int bits = bits_of(cast.type);
    if (!value || bits == 0) return std::nullopt;
    if (!fits(value->value, bits)) fail("22003", "an integer is out of range");
    return Number{value->value, bits};
  }

  static bool is_number(const Expression& expression) {
    const Expression& bare = without_casts(expression);
    return bare.kind == Kind::constant && is_number_type(bare.type.name);
  }
  /// Its digits are all zeros.
  static bool is_zero(const Expression& expression) {
    return is_number(expression) &&
           without_casts(expression).value.find_first_not_of("0.") == std::string::npos;
  }

  std::optional<Number> operation(const Expression& operation) {
    // What becomes an AND may end before it comes to the rest.
    const bool several =
        operation.value.find("BETWEEN") != std::string::npos ||
        std::ranges::any_of(operation.args, [](const Expression& arg) { return arg.kind == Kind::row; });
    if (several) return std::nullopt;
    std::vector<std::optional<Number>> operands;
    for (const Expression& arg : operation.args) operands.push_back(fold(arg));
    if (operation.args.size() != 2) return std::nullopt;
    const std::string& name = operation.value;
    const bool divides = name == "/" || name == "%";
    const bool computed = operands[0] || is_number(operation.args[0]);
    if (divides && computed && (is_zero(operation.args[1]) || (operands[1] && operands[1]->value == 0)))
      fail("22012", "division by zero");
    if (!operands[0] || !operands[1] || failure) return std::nullopt;
    const int bits = std::max(operands[0]->bits, operands[1]->bits);
    std::int64_t result = 0;
    bool overflows = false;
    const std::int64_t left = operands[0]->value, right = operands[1]->value;
    if (name == "+")
      overflows = __builtin_add_overflow(left, right, &result);
    else if (name == "-")
      overflows = __builtin_sub_overflow(left, right, &result);
    else if (name == "*")
      overflows = __builtin_mul_overflow(left, right, &result);
    else
      return std::nullopt;
    if (overflows || !fits(result, bits)) fail("22003", "an integer is out of range");
    return Number{result, bits};
  }

  const Catalog& catalog_;
};

}  // namespace

std::optional<Refusal> constant_failure(const Catalog& catalog, const Expression& expression) {
  Folding folding(catalog);
  folding.fold(expression);
  return std::move(folding.failure);
}

}  // namespace miglint
