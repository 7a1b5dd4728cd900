// Guards of hand-written idempotent migrations, decided:
//
//   IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'users_pkey' AND conrelid =
//   '"users"'::regclass) THEN …
//
// The WHERE is read as conditions on columns of one system relation; the relation's rows are made from the
// catalog as far as the conditions need them. A condition that is no plain comparison leaves a match
// undecided, while "no row" holds without it.

#include "catalog/condition.hpp"

#include <algorithm>

#include "analysis/literal.hpp"
#include "catalog/system_rows.hpp"

namespace miglint {

using Truth = std::optional<bool>;

static Truth negated(Truth truth) { return truth ? Truth(!*truth) : truth; }

static Truth all_of(const Catalog& catalog, const std::vector<Expression>& conditions) {
  Truth result = true;
  for (const Expression& condition : conditions) {
    const Truth truth = evaluate(catalog, condition);
    if (truth == false) return false;
    if (!truth) result.reset();
  }
  return result;
}

static Truth any_of(const Catalog& catalog, const std::vector<Expression>& conditions) {
  Truth result = false;
  for (const Expression& condition : conditions) {
    const Truth truth = evaluate(catalog, condition);
    if (truth == true) return true;
    if (!truth) result.reset();
  }
  return result;
}

// ---- The conditions of a WHERE ----------------------------------------------------------------------------

/// The text an operand stands for: a literal, current_schema(), `'"User"'::regclass` as "public.User".
static std::optional<std::string> value_of(const Catalog& catalog, const Expression& operand) {
  if (operand.kind == Expression::Kind::cast && !operand.args.empty()) {
    const std::optional<std::string> inner = value_of(catalog, operand.args.front());
    if (!inner) return inner;
    if (operand.type.name == "regclass") return to_string(catalog.resolve(parse_relation_name(*inner)));
    if (operand.type.name == "regtype" || operand.type.name == "regnamespace")
      return regtype_text(catalog, *inner, operand.type.name);
    return inner;
  }
  if (operand.kind == Expression::Kind::constant) return operand.value;
  if (operand.kind == Expression::Kind::function &&
      (operand.function.name == "current_schema" || operand.function.name == "to_regclass")) {
    if (operand.function.name == "current_schema") return catalog.creation_name(RelationName{{}, "x"}).schema;
    const std::optional<std::string> inner =
        operand.args.empty() ? std::nullopt : value_of(catalog, operand.args.front());
    return inner ? std::optional(to_string(catalog.resolve(parse_relation_name(*inner)))) : inner;
  }
  return std::nullopt;
}

static const Expression* as_column(const Expression& operand) {
  const Expression& bare = without_casts(operand);
  return bare.kind == Expression::Kind::column ? &bare : nullptr;
}

/// Adds what one ANDed condition asks; false when it is not understood.
static bool add_filter(const Catalog& catalog, const Expression& condition, Filters& filters) {
  // NOT attisdropped
  if (condition.kind == Expression::Kind::negation && !condition.args.empty())
    return as_column(condition.args.front()) != nullptr;
  if (condition.kind != Expression::Kind::op || condition.args.size() < 2) return false;
  const Expression* column = as_column(condition.args.front());
  const Expression* other = &condition.args[1];
  if (column == nullptr) {
    column = as_column(condition.args[1]);
    other = &condition.args.front();
  }
  if (column == nullptr) return false;
  if (condition.value == "=" && as_column(*other) != nullptr) return true;  // a join
  if (condition.value == ">" && column->value == "attnum") return true;
  if (column->value == "attisdropped" || column->value == "table_catalog" ||
      column->value == "constraint_catalog")
    return true;
  if (condition.value != "=" && condition.value != "IN" && condition.value != "= ANY") return false;
  Filter filter{.column = column->value};
  const auto add = [&](const Expression& operand) {
    const std::optional<std::string> value = value_of(catalog, operand);
    if (value) filter.values.push_back(*value);
    return value.has_value();
  };
  for (std::size_t i = 1; i < condition.args.size(); ++i) {
    const Expression& operand = i == 1 ? *other : condition.args[i];
    const Expression& bare = without_casts(operand);
    const bool list = bare.kind == Expression::Kind::array || bare.kind == Expression::Kind::row;
    if (list ? !std::all_of(bare.args.begin(), bare.args.end(), add) : !add(operand)) return false;
  }
  filters.push_back(std::move(filter));
  return true;
}

static bool add_filters(const Catalog& catalog, const Expression& where, Filters& filters) {
  if (where.kind != Expression::Kind::conjunction) return add_filter(catalog, where, filters);
  bool understood = true;
  for (const Expression& condition : where.args) understood &= add_filters(catalog, condition, filters);
  return understood;
}

/// Yes, no, or nothing where the row lacks a column that the conditions ask about.
static Truth matches(const SystemRow& row, const Filters& filters) {
  Truth result = true;
  for (const Filter& filter : filters) {
    const auto cell = row.find(filter.column);
    if (cell == row.end()) {
      result.reset();
    } else if (std::find(filter.values.begin(), filter.values.end(), cell->second) == filter.values.end()) {
      return false;
    }
  }
  return result;
}

static Truth evaluate_exists(const Catalog& catalog, const Expression& exists) {
  Filters filters;
  const bool understood = exists.args.empty() || add_filters(catalog, exists.args.front(), filters);
  const std::optional<std::vector<SystemRow>> rows = system_rows(catalog, exists.relations, filters);
  if (!rows) return std::nullopt;
  Truth result = false;
  for (const SystemRow& row : *rows) {
    const Truth truth = matches(row, filters);
    if (truth == true && understood) return true;
    if (truth != false) result.reset();
  }
  // What was not replayed may be there all the same.
  if (result == false && !catalog.complete) return std::nullopt;
  return result;
}

/// to_regclass('x') IS NULL and to_regtype's: whether the name is there.
static Truth evaluate_lookup(const Catalog& catalog, const Expression& operand) {
  const Expression& call = without_casts(operand);
  if (call.kind != Expression::Kind::function || call.args.empty()) return std::nullopt;
  const Expression& argument = without_casts(call.args.front());
  if (argument.kind != Expression::Kind::constant) return std::nullopt;
  const RelationName name = parse_relation_name(argument.value);
  const bool type = call.function.name == "to_regtype";
  if (!type && call.function.name != "to_regclass") return std::nullopt;
  const RelationName resolved = type ? catalog.creation_name(name) : catalog.resolve(name);
  if (type ? catalog.type_exists(resolved) : catalog.relation_exists(resolved)) return true;
  return catalog.certainly_missing(resolved) ? Truth(false) : std::nullopt;
}

Truth evaluate(const Catalog& catalog, const Expression& condition) {
  switch (condition.kind) {
    case Expression::Kind::conjunction:
      return all_of(catalog, condition.args);
    case Expression::Kind::disjunction:
      return any_of(catalog, condition.args);
    case Expression::Kind::negation:
      return condition.args.empty() ? std::nullopt : negated(evaluate(catalog, condition.args.front()));
    case Expression::Kind::exists:
      return evaluate_exists(catalog, condition);
    case Expression::Kind::is_not_null:
      return condition.args.empty() ? std::nullopt : evaluate_lookup(catalog, condition.args.front());
    case Expression::Kind::is_null:
      return condition.args.empty() ? std::nullopt
                                    : negated(evaluate_lookup(catalog, condition.args.front()));
    case Expression::Kind::constant:
      if (condition.value == "true" || condition.value == "t") return true;
      if (condition.value == "false" || condition.value == "f") return false;
      return std::nullopt;
    default:
      return std::nullopt;
  }
}

}  // namespace miglint
