#include "effect/partition_proof.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <set>

#include "effect/keys.hpp"

namespace miglint {

namespace {

// ---- Comparing constants ----------------------------------------------------------------------------------

/// Of integers, and of dates and times written alike (2024-01-31, 2024-01-31 12:00:00).
std::optional<std::strong_ordering> order_of(const std::string& a, const std::string& b) {
  const auto number = [](const std::string& text) -> std::optional<long long> {
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(value) : std::nullopt;
  };
  if (a == b) return std::strong_ordering::equal;
  const auto one = number(a), other = number(b);
  if (one && other) return *one <=> *other;
  const auto moment = [](const std::string& text) {
    return text.size() >= 10 && text[4] == '-' && text[7] == '-' && std::ranges::all_of(text, [](char c) {
             return (c >= '0' && c <= '9') || c == '-' || c == ' ' || c == ':';
           });
  };
  return a.size() == b.size() && moment(a) && moment(b) ? std::optional(a <=> b) : std::nullopt;
}

bool is_at_most(const std::string& a, const std::string& b) {
  const auto order = order_of(a, b);
  return order && *order <= 0;
}
bool is_below(const std::string& a, const std::string& b) {
  const auto order = order_of(a, b);
  return order && *order < 0;
}

// ---- Conditions -------------------------------------------------------------------------------------------

/// `column op constant`, turned round where it was written so.
struct Comparison {
  std::string op, value;
};

std::string_view turned(std::string_view op) {
  if (op == "<") return ">";
  if (op == ">") return "<";
  if (op == "<=") return ">=";
  return op == ">=" ? "<=" : op;
}

std::string_view negated(std::string_view op) {
  static constexpr auto pairs =
      std::to_array<std::pair<std::string_view, std::string_view>>({{"<", ">="},
                                                                    {">=", "<"},
                                                                    {">", "<="},
                                                                    {"<=", ">"},
                                                                    {"=", "<>"},
                                                                    {"<>", "="},
                                                                    {"IN", "NOT IN"},
                                                                    {"NOT IN", "IN"}});
  const auto found = std::ranges::find(pairs, op, &std::pair<std::string_view, std::string_view>::first);
  return found == pairs.end() ? "" : found->second;
}

bool is_column(const Expression& expression, const std::string& column) {
  const Expression& bare = without_casts(expression);
  return bare.kind == Expression::Kind::column && bare.value == column;
}

std::optional<Comparison> comparison(const Expression& check, const std::string& column) {
  if (check.kind != Expression::Kind::op || check.args.size() != 2) return std::nullopt;
  const bool round = is_column(check.args[1], column);
  if (!round && !is_column(check.args[0], column)) return std::nullopt;
  const Expression& constant = without_casts(check.args[round ? 0 : 1]);
  if (!constant.is_constant()) return std::nullopt;
  const std::string_view op = check.value == "!=" ? "<>" : std::string_view(check.value);
  return Comparison{std::string(round ? turned(op) : op), constant.value};
}

/// The values of `column IN (…)`, `column = …` and of such alternatives; none where it is something else.
std::optional<std::set<std::string>> values_allowed(const Expression& check, const std::string& column) {
  if (const auto compared = comparison(check, column); compared && compared->op == "=")
    return std::set{compared->value};
  std::set<std::string> values;
  if (check.kind == Expression::Kind::op && check.value == "IN" && !check.args.empty() &&
      is_column(check.args[0], column)) {
    for (std::size_t at = 1; at < check.args.size(); ++at) {
      const Expression& constant = without_casts(check.args[at]);
      if (!constant.is_constant()) return std::nullopt;
      values.insert(constant.value);
    }
    return values;
  }
  if (check.kind != Expression::Kind::disjunction) return std::nullopt;
  for (const Expression& part : check.args) {
    const auto more = values_allowed(part, column);
    if (!more) return std::nullopt;
    values.insert(more->begin(), more->end());
  }
  return values;
}

const std::string* constant_of(const std::vector<BoundValue>& values) {
  return values.size() == 1 && values.front().kind == BoundValue::Kind::constant ? &values.front().text
                                                                                 : nullptr;
}
bool is_open(const std::vector<BoundValue>& values) {
  return values.size() == 1 && (values.front().kind == BoundValue::Kind::minimum ||
                                values.front().kind == BoundValue::Kind::maximum);
}

/// Rows within a partition's bounds, by one column.
struct Bounds {
  const PartitionBound& bound;
  const std::string& column;

  /// The value is surely below where the range begins, or above it.
  bool begins_at_most(const std::string& value) const {
    const std::string* from = constant_of(bound.from);
    return is_open(bound.from) || (from != nullptr && is_at_most(*from, value));
  }
  bool ends_above(const std::string& value) const {
    const std::string* to = constant_of(bound.to);
    return is_open(bound.to) || (to != nullptr && is_below(value, *to));
  }
  bool contains(const std::string& value) const {
    if (bound.kind == PartitionBound::Kind::range) return begins_at_most(value) && ends_above(value);
    return std::ranges::any_of(bound.values, [&](const BoundValue& one) {
      return one.kind == BoundValue::Kind::constant && one.text == value;
    });
  }
  bool surely_lacks(const std::string& value) const {
    if (bound.kind == PartitionBound::Kind::range) {
      const std::string *from = constant_of(bound.from), *to = constant_of(bound.to);
      return (from != nullptr && is_below(value, *from)) || (to != nullptr && is_at_most(*to, value));
    }
    return !contains(value);
  }
};

// ---- Every row is within ----------------------------------------------------------------------------------

/// No row that passes the check lies before where the bounds begin; after where they end.
bool keeps_from_below(const Expression& check, const Bounds& bounds) {
  if (is_open(bounds.bound.from)) return true;
  if (check.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(check.args,
                               [&](const Expression& part) { return keeps_from_below(part, bounds); });
  if (check.kind == Expression::Kind::op && check.value == "BETWEEN" && check.args.size() == 3)
    return is_column(check.args[0], bounds.column) && without_casts(check.args[1]).is_constant() &&
           bounds.begins_at_most(without_casts(check.args[1]).value);
  const auto compared = comparison(check, bounds.column);
  return compared && (compared->op == ">=" || compared->op == ">" || compared->op == "=") &&
         bounds.begins_at_most(compared->value);
}

bool keeps_from_above(const Expression& check, const Bounds& bounds) {
  if (is_open(bounds.bound.to)) return true;
  if (check.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(check.args,
                               [&](const Expression& part) { return keeps_from_above(part, bounds); });
  if (check.kind == Expression::Kind::op && check.value == "BETWEEN" && check.args.size() == 3)
    return is_column(check.args[0], bounds.column) && without_casts(check.args[2]).is_constant() &&
           bounds.ends_above(without_casts(check.args[2]).value);
  const auto compared = comparison(check, bounds.column);
  if (!compared) return false;
  const std::string* to = constant_of(bounds.bound.to);
  if (compared->op == "<") return to != nullptr && is_at_most(compared->value, *to);
  return (compared->op == "<=" || compared->op == "=") && bounds.ends_above(compared->value);
}

bool keeps_to_values(const Expression& check, const Bounds& bounds) {
  if (check.kind == Expression::Kind::conjunction)
    return std::ranges::any_of(check.args,
                               [&](const Expression& part) { return keeps_to_values(part, bounds); });
  const auto values = values_allowed(check, bounds.column);
  return values &&
         std::ranges::all_of(*values, [&](const std::string& value) { return bounds.contains(value); });
}

template <class Says>
bool any_check(const Table& table, const Says& says) {
  return std::ranges::any_of(table.constraints, [&](const Constraint& check) {
    return check.kind == Constraint::Kind::check && check.validated && check.enforced && check.expression &&
           says(*check.expression);
  });
}

// ---- No row is within -------------------------------------------------------------------------------------

/// No row that passes is within the bounds; `negative`: that does not pass.
bool keeps_out(const Expression& check, const Bounds& bounds, bool negative) {
  const auto part_keeps_out = [&](const Expression& part) { return keeps_out(part, bounds, negative); };
  if (check.kind == Expression::Kind::negation && !check.args.empty())
    return keeps_out(check.args.front(), bounds, !negative);
  if (check.kind == (negative ? Expression::Kind::disjunction : Expression::Kind::conjunction))
    return std::ranges::any_of(check.args, part_keeps_out);
  if (check.kind == (negative ? Expression::Kind::conjunction : Expression::Kind::disjunction))
    return std::ranges::all_of(check.args, part_keeps_out);
  // a row within the bounds has a value: NULL is among a list's on its own
  if (check.kind == (negative ? Expression::Kind::is_not_null : Expression::Kind::is_null))
    return is_column(check.args.front(), bounds.column);
  if (check.kind == Expression::Kind::op && (check.value == "IN" || check.value == "NOT IN")) {
    const bool allowed = (check.value == "IN") != negative;
    Expression positive = check;
    positive.value = "IN";
    const auto values = values_allowed(positive, bounds.column);
    if (!values) return false;
    if (allowed)
      return std::ranges::all_of(*values,
                                 [&](const std::string& value) { return bounds.surely_lacks(value); });
    return !bounds.bound.values.empty() &&
           std::ranges::all_of(bounds.bound.values, [&](const BoundValue& one) {
             return one.kind == BoundValue::Kind::constant && values->contains(one.text);
           });
  }
  const auto compared = comparison(check, bounds.column);
  if (!compared) return false;
  const std::string_view op = negative ? negated(compared->op) : std::string_view(compared->op);
  const std::string *from = constant_of(bounds.bound.from), *to = constant_of(bounds.bound.to);
  if (op == "<") return from != nullptr && is_at_most(compared->value, *from);
  if (op == "<=") return from != nullptr && is_below(compared->value, *from);
  if (op == ">=" || op == ">") return to != nullptr && is_at_most(*to, compared->value);
  if (op == "=") return bounds.surely_lacks(compared->value);
  return op == "<>" && bounds.bound.values.size() == 1 &&
         bounds.bound.values.front().kind == BoundValue::Kind::constant &&
         bounds.bound.values.front().text == compared->value;
}

const std::string* only_column(const Table& parent) {
  const PartitionKey& key = parent.partition_key;
  return key.by_expression || key.columns.size() != 1 ? nullptr : &key.columns.front();
}

}  // namespace

bool proven_by_check(const Table& partition, const Table& parent, const PartitionBound& bound) {
  const std::string* column = only_column(parent);
  if (column == nullptr) return false;
  const Bounds bounds{bound, *column};
  const bool takes_null = std::ranges::any_of(
      bound.values, [](const BoundValue& value) { return value.kind == BoundValue::Kind::null; });
  if (!takes_null && !surely_not_null(partition, *column)) return false;
  if (bound.kind == PartitionBound::Kind::range)
    return any_check(partition, [&](const Expression& check) { return keeps_from_below(check, bounds); }) &&
           any_check(partition, [&](const Expression& check) { return keeps_from_above(check, bounds); });
  return bound.kind == PartitionBound::Kind::list &&
         any_check(partition, [&](const Expression& check) { return keeps_to_values(check, bounds); });
}

bool rejected_by_check(const Table& rest, const Table& parent, const PartitionBound& bound) {
  const std::string* column = only_column(parent);
  const bool plain = bound.kind == PartitionBound::Kind::range || bound.kind == PartitionBound::Kind::list;
  if (column == nullptr || !plain) return false;
  const Bounds bounds{bound, *column};
  return any_check(rest, [&](const Expression& check) { return keeps_out(check, bounds, false); });
}

}  // namespace miglint
