#include "engine/conditions.hpp"

#include <algorithm>
#include <array>

#include "effect/infer.hpp"

namespace miglint {

namespace {

using Kind = Expression::Kind;

void constants_in(const Expression& expression, std::vector<std::string>& constants) {
  walk(expression, [&](const Expression& part) {
    if (part.kind == Kind::constant) constants.push_back(part.value);
  });
}

bool means_equal(const Expression& expression) {
  return expression.kind == Kind::op && (expression.value == "=" || expression.value == "IN" ||
                                         expression.value == "= ANY" || expression.value == "ANY");
}

/// A subquery that is the right side of IN or = ANY, or the inside of EXISTS.
const Expression* subquery_in(const Expression& expression) {
  if (expression.kind == Kind::subquery || expression.kind == Kind::exists) return &expression;
  for (const Expression& arg : expression.args) {
    if (arg.kind == Kind::subquery || arg.kind == Kind::exists) return &arg;
  }
  return nullptr;
}

bool names(std::string_view qualifier, const RelationName& table, std::string_view alias) {
  return alias.empty() ? qualifier == table.name : qualifier == alias;
}

/// The outer table's columns that a correlated condition sets equal to something of the inner one.
std::vector<std::string> correlated_columns(const Expression& condition, const RelationName& table,
                                            std::string_view alias) {
  std::vector<std::string> columns;
  walk(condition, [&](const Expression& part) {
    if (part.kind == Kind::column && names(part.qualifier, table, alias)) columns.push_back(part.value);
  });
  return columns;
}

/// A NULL among the values of NOT IN makes it true for no row.
bool gives_no_nulls(const Expression& query, const RelationName& table, const Catalog& catalog) {
  if (!query.subselect || query.subselect->output.size() != 1) return true;
  const Expression& output = without_casts(query.subselect->output.front());
  const Column* column = output.kind == Kind::column ? catalog.column(table, output.value) : nullptr;
  return column == nullptr || column->not_null;
}

/// `NOT (…)` of which `inside` is an IN or EXISTS over another table.
std::optional<Orphans> orphans_of(const Expression& inside, const RelationName& table, std::string_view alias,
                                  const Catalog& catalog) {
  const Expression* query = subquery_in(inside);
  if (!query || query->relations.size() != 1) return std::nullopt;
  Orphans orphans{.referenced = catalog.resolve(query->relations.front())};
  if (inside.kind == Kind::exists) {
    for (const Expression& condition : inside.args) {
      std::ranges::copy(correlated_columns(condition, table, alias), std::back_inserter(orphans.columns));
    }
  } else if (!inside.args.empty() && inside.args.front().kind == Kind::column && query->args.empty() &&
             gives_no_nulls(*query, orphans.referenced, catalog)) {
    orphans.columns = {inside.args.front().value};
  }
  if (orphans.columns.empty()) return std::nullopt;
  return orphans;
}

constexpr std::array<std::string_view, 8> distinct_functions = {
    "gen_random_uuid", "uuid_generate_v4", "uuid_generate_v1", "uuid_generate_v1mc",
    "uuidv7",          "uuidv4",           "nextval",          "random"};

// Different in, different out.
constexpr std::array<std::string_view, 7> injective_functions = {"md5",    "sha256",     "sha512", "digest",
                                                                 "encode", "convert_to", "to_hex"};
constexpr std::array<std::string_view, 6> joining_functions = {"concat", "concat_ws", "format",
                                                               "substr", "substring", "left"};

// bpchar ignores blanks at the end, citext the case.
constexpr std::array<std::string_view, 2> plain_text_types = {"text", "varchar"};
constexpr std::array<std::string_view, 3> integer_types = {"int2", "int4", "int8"};

}  // namespace

bool is_column(const Expression& expression, std::string_view column) {
  const Expression& bare = without_casts(expression);
  return bare.kind == Kind::column && bare.value == column;
}

bool picks_nulls(const Condition& where, std::string_view column) {
  if (!where) return true;
  switch (where->kind) {
    case Kind::is_null:
      return !where->args.empty() && is_column(where->args.front(), column);
    case Kind::disjunction:
      return std::ranges::any_of(where->args,
                                 [&](const Expression& arm) { return picks_nulls(arm, column); });
    case Kind::conjunction:
      return std::ranges::all_of(where->args,
                                 [&](const Expression& arm) { return picks_nulls(arm, column); });
    default:
      return false;
  }
}

std::vector<std::string> values_picked(const Condition& where, std::string_view column) {
  std::vector<std::string> values;
  if (!where) return values;
  if (where->kind == Kind::disjunction) {
    for (const Expression& arm : where->args)
      std::ranges::copy(values_picked(arm, column), std::back_inserter(values));
  } else if (means_equal(*where) && where->args.size() >= 2 && !has_subquery(*where)) {
    const bool column_first = is_column(where->args.front(), column);
    if (!column_first && !is_column(where->args.back(), column)) return values;
    constants_in(*where, values);
  }
  return values;
}

std::optional<Orphans> orphans_picked(const Condition& where, const RelationName& table,
                                      std::string_view alias, const Catalog& catalog) {
  if (!where) return std::nullopt;
  if (where->kind == Kind::negation && !where->args.empty())
    return orphans_of(where->args.front(), table, alias, catalog);
  if (where->kind == Kind::op && (where->value == "NOT IN" || where->value == "<> ALL"))
    return orphans_of(*where, table, alias, catalog);
  if (where->kind != Kind::conjunction) return std::nullopt;
  // `c IS NOT NULL AND …` leaves nothing out: a NULL is no orphan.
  std::optional<Orphans> found;
  for (const Expression& arm : where->args) {
    if (arm.kind == Kind::is_not_null) continue;
    if (found) return std::nullopt;
    found = orphans_picked(arm, table, alias, catalog);
    if (!found) return std::nullopt;
  }
  return found;
}

bool is_key(const RelationName& table, std::string_view column, const Catalog& catalog) {
  const Table* found = catalog.table(table);
  if (!found) return false;
  return std::ranges::any_of(found->indexes, [&](const Index& index) {
    return index.unique && !index.where && index.elements.size() == 1 &&
           index.elements.front().column == column;
  });
}

bool keeps_apart(const Expression& value, const TypeName& type, CastContext context, const Table* table,
                 const Catalog& catalog) {
  if (value.kind == Kind::cast && !value.args.empty() &&
      !keeps_apart(value.args.front(), value.type, CastContext::explicit_, table, catalog))
    return false;
  const std::optional<TypeName> from = type_of(value, table, catalog);
  const TypeName to = catalog.resolve(type);
  if (!from || from->name == "unknown") return to.modifiers.empty();
  if (*from == to) return true;
  const Conversion conversion = convert(*from, to, context, catalog, false);
  if (!conversion.exists || conversion.lossy || to.array_dimensions > 0) return false;
  return contains(plain_text_types, to.name) ||
         (contains(integer_types, from->name) && contains(integer_types, to.name));
}

std::optional<std::string> stands_for(const Expression& value, const Table& table, const Catalog& catalog) {
  if (value.kind == Kind::column) return value.value;
  const bool is_cast = value.kind == Kind::cast && !value.args.empty() &&
                       keeps_apart(value.args.front(), value.type, CastContext::explicit_, &table, catalog);
  const bool is_call = value.kind == Kind::function && !value.args.empty() &&
                       contains(injective_functions, value.function.name);
  return is_cast || is_call ? stands_for(value.args.front(), table, catalog) : std::nullopt;
}

// Joined strings count as different where one part is: that a separator makes two pairs read the same is not
// what backfills fail on.
Proof differs_by_row(const Expression& value, const RelationName& table, const Catalog& catalog) {
  if (value.kind == Kind::column) return is_key(table, value.value, catalog) ? Proof::proven : Proof::none;
  if (value.kind == Kind::subquery) return Proof::plausible;
  if (value.kind == Kind::function && contains(distinct_functions, value.function.name)) return Proof::proven;
  Proof best = Proof::none;
  for (const Expression& arg : value.args) best = std::max(best, differs_by_row(arg, table, catalog));
  const bool keeps =
      value.kind == Kind::cast
          ? !value.args.empty() && keeps_apart(value.args.front(), value.type, CastContext::explicit_,
                                               catalog.table(table), catalog)
      : value.kind == Kind::function ? contains(injective_functions, value.function.name) ||
                                           contains(joining_functions, value.function.name)
                                     : value.kind == Kind::op && value.value == "||";
  return keeps ? best : std::min(best, Proof::plausible);
}

std::optional<Join> join_of(const Condition& where, const RelationName& table, std::string_view alias,
                            const std::function<bool(const Expression&)>& own_condition) {
  if (!where) return std::nullopt;
  std::optional<Join> join;
  const std::vector<Expression> whole = {*where};
  for (const Expression& part : where->kind == Kind::conjunction ? where->args : whole) {
    if (own_condition(part)) continue;
    const bool equal = part.kind == Kind::op && part.value == "=" && part.args.size() == 2;
    if (join || !equal) return std::nullopt;
    const Expression& left = without_casts(part.args[0]);
    const Expression& right = without_casts(part.args[1]);
    if (left.kind != Kind::column || right.kind != Kind::column) return std::nullopt;
    const bool left_is_own = names(left.qualifier, table, alias);
    if (left_is_own == names(right.qualifier, table, alias)) return std::nullopt;
    join = left_is_own ? Join{.column = left.value, .other_column = right.value}
                       : Join{.column = right.value, .other_column = left.value};
  }
  return join;
}

std::vector<std::string> conjuncts(const Condition& where) {
  std::vector<std::string> forms;
  if (!where) return forms;
  if (where->kind != Kind::conjunction) return {normal_form(*where)};
  for (const Expression& part : where->args) forms.push_back(normal_form(part));
  return forms;
}

std::vector<RelationName> relations_of(const Expression& expression, const Catalog& catalog) {
  std::vector<RelationName> relations;
  walk(expression, [&](const Expression& part) {
    for (const RelationName& relation : part.relations) relations.push_back(catalog.resolve(relation));
  });
  return relations;
}

std::vector<std::string> columns_in_common(const Condition& where) {
  std::vector<std::string> columns;
  if (!where) return columns;
  const std::vector<Expression> whole = {*where};
  for (const Expression& arm : where->kind == Kind::conjunction ? where->args : whole) {
    const bool equal = arm.kind == Kind::op && arm.value == "=" && arm.args.size() == 2;
    if (equal && arm.args[0].kind == Kind::column && is_column(arm.args[1], arm.args[0].value))
      columns.push_back(arm.args[0].value);
  }
  return columns;
}

bool breaks_ties(const Condition& where, const RelationName& table, const Catalog& catalog) {
  bool breaks = false;
  if (!where) return false;
  walk(*where, [&](const Expression& part) {
    const bool compares = part.kind == Kind::op && part.args.size() == 2 && part.value != "=" &&
                          part.args[0].kind == Kind::column && is_column(part.args[1], part.args[0].value);
    if (compares)
      breaks = breaks || part.args[0].value == "ctid" || is_key(table, part.args[0].value, catalog);
  });
  return breaks;
}

std::string normal_form(const Expression& condition) {
  const Expression& bare = without_casts(condition);
  std::string text = std::to_string(static_cast<int>(bare.kind)) + ":" + bare.value + bare.function.name;
  if (bare.args.empty()) return text;
  text += "(";
  for (const Expression& arg : bare.args) text += normal_form(arg) + ",";
  return text + ")";
}

}  // namespace miglint
