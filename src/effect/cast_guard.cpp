#include "effect/cast_guard.hpp"

#include <algorithm>
#include <charconv>
#include <climits>
#include <optional>
#include <string_view>

namespace miglint {

namespace {

bool take(std::string_view& pattern, std::string_view part) {
  if (!pattern.starts_with(part)) return false;
  pattern.remove_prefix(part.size());
  return true;
}

bool take_digit_class(std::string_view& pattern) {
  return take(pattern, "[0-9]") || take(pattern, "\\d") || take(pattern, "[[:digit:]]");
}

std::optional<int> take_number(std::string_view& pattern) {
  int number = 0;
  const auto [end, error] = std::from_chars(pattern.data(), pattern.data() + pattern.size(), number);
  if (error != std::errc()) return std::nullopt;
  pattern.remove_prefix(static_cast<std::size_t>(end - pattern.data()));
  return number;
}

struct Repeats {
  int least = 1;
  int most = 1;
};

/// `+`, `{3}`, `{1,9}`, `{1,}`, or nothing.
std::optional<Repeats> take_quantifier(std::string_view& pattern) {
  if (take(pattern, "+")) return Repeats{.least = 1, .most = INT_MAX};
  if (!take(pattern, "{")) return Repeats{};
  const auto least = take_number(pattern);
  if (!least) return std::nullopt;
  Repeats repeats{.least = *least, .most = *least};
  if (take(pattern, ",")) repeats.most = take_number(pattern).value_or(INT_MAX);
  return take(pattern, "}") ? std::optional(repeats) : std::nullopt;
}

/// The most digits that a value can have that the pattern matches whole; none where it matches anything else
/// than an integer.
std::optional<int> most_digits(std::string_view pattern) {
  if (!take(pattern, "^")) return std::nullopt;
  take(pattern, "-?") || take(pattern, "[-+]?") || take(pattern, "[+-]?");
  if (!take_digit_class(pattern)) return std::nullopt;
  const auto repeats = take_quantifier(pattern);
  if (!repeats || repeats->least < 1 || pattern != "$") return std::nullopt;
  return repeats->most;
}

int digits_that_fit(std::string_view type) {
  return type == "int2" ? 4 : type == "int4" ? 9 : type == "int8" ? 18 : 0;
}

/// `c ~ '…'` about the column; null when it is none.
const Expression* pattern_for(const Expression& condition, const std::string& column) {
  if (condition.kind != Expression::Kind::op || condition.value != "~" || condition.args.size() != 2)
    return nullptr;
  const Expression& tested = condition.args[0];
  const Expression& pattern = without_casts(condition.args[1]);
  const bool about = tested.kind == Expression::Kind::column && tested.value == column;
  return about && pattern.is_constant() ? &pattern : nullptr;
}

void add_conjuncts(const Expression& condition, std::vector<const Expression*>& to) {
  if (condition.kind != Expression::Kind::conjunction) return to.push_back(&condition);
  for (const Expression& part : condition.args) add_conjuncts(part, to);
}

}  // namespace

std::vector<std::string> unguarded(const Expression& cast, std::vector<std::string> failures,
                                   const std::vector<const Expression*>& conditions) {
  const Expression& operand = cast.args.front();
  const bool whole_number = digits_that_fit(cast.type.name) > 0;
  const bool any_number = cast.type.name == "numeric" && cast.type.modifiers.empty();
  if (operand.kind != Expression::Kind::column || (!whole_number && !any_number)) return failures;
  std::vector<const Expression*> holding;
  for (const Expression* condition : conditions) add_conjuncts(*condition, holding);
  for (const Expression* condition : holding) {
    const Expression* pattern = pattern_for(*condition, operand.value);
    const auto digits = pattern == nullptr ? std::nullopt : most_digits(pattern->value);
    if (!digits) continue;
    const bool fits = any_number || *digits <= digits_that_fit(cast.type.name);
    std::erase_if(failures,
                  [&](const std::string& failure) { return failure == "22P02" || failure == "22003"; });
    if (!fits) failures.emplace_back("22003");
  }
  return failures;
}

}  // namespace miglint
