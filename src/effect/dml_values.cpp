// Constants on their way into a column: what the parser and the planner refuse whatever the rows are, and
// what the column's domain and the table's checks say of them.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/literal.hpp"
#include "effect/conversion.hpp"
#include "effect/dml.hpp"
#include "effect/infer.hpp"

namespace miglint {

namespace {

std::string said_of_column(const Table& table, const Column& column) {
  return fmt::format("{}.{}", in_prose(table.name), in_prose(column.name));
}

bool is_integer_type(std::string_view name) { return name == "int2" || name == "int4" || name == "int8"; }

/// What a constant that is no string says, as a text; none where PostgreSQL prints it otherwise.
std::optional<std::string> text_of(const Expression& constant) {
  const std::string& value = constant.value;
  if (constant.type.name == "bool") return value;
  if (constant.type.name == "bit") return std::nullopt;
  if (value.find_first_of("eExXoObB_") != std::string::npos) return std::nullopt;
  return value.starts_with('.') ? "0" + value : value;
}

bool is_string_type(const TypeName& type) {
  return type.name == "varchar" || type.name == "bpchar" || type.name == "text";
}

/// A number for an integer column is rounded first.
std::string without_fraction(const std::string& number) {
  const std::size_t point = number.find('.');
  return point == std::string::npos                     ? number
         : point == 0 || number.substr(0, point) == "-" ? "0"
                                                        : number.substr(0, point);
}

/// A number or a boolean, or a string that was cast: does its value fit the column's type?
std::optional<LiteralError> typed_value_error(const Catalog& catalog, const Expression& constant,
                                              const TypeName& given, const TypeName& column) {
  const TypeName base = base_type(column, catalog);
  if (base.array_dimensions > 0 || base.schema != "pg_catalog") return std::nullopt;
  const bool number = is_integer_type(given.name) || given.name == "numeric";
  const bool string = given.name == "unknown" || is_string_type(given);
  if (string && given.modifiers.empty() && is_string_type(base))
    return read_literal(catalog, column, constant.value);
  if (string) return std::nullopt;
  const auto text = text_of(constant);
  if (!text) return std::nullopt;
  if (number && is_integer_type(base.name)) return read_literal(catalog, column, without_fraction(*text));
  const bool fits = (number && base.name == "numeric") ||
                    ((number || given.name == "bool") && (base.name == "varchar" || base.name == "bpchar"));
  return fits ? read_literal(catalog, column, *text) : std::nullopt;
}

/// The constant with the type it has by itself: that of the outermost cast.
TypeName type_given(const Expression& value, const Catalog& catalog) {
  return value.kind == Expression::Kind::cast ? catalog.resolve(value.type) : value.type;
}

/// `''…''::type` that the type's input refuses, however deep the casts.
std::optional<LiteralError> cast_error(const Catalog& catalog, const Expression& value) {
  const Expression* at = &value;
  while (at->kind == Expression::Kind::cast && !at->args.empty() &&
         at->args.front().kind == Expression::Kind::cast)
    at = &at->args.front();
  if (at->kind != Expression::Kind::cast || at->args.empty()) return std::nullopt;
  const Expression& inner = at->args.front();
  if (!inner.is_constant() || inner.type.name != "unknown") return std::nullopt;
  return read_literal(catalog, at->type, inner.value, LiteralUse::cast);
}

std::optional<LiteralError> value_error(const Catalog& catalog, const Expression& value,
                                        const TypeName& column) {
  if (value.kind == Expression::Kind::null) return std::nullopt;
  if (auto refused = cast_error(catalog, value)) return refused;
  const TypeName given = type_given(value, catalog);
  if (given.name == "unknown") return read_literal(catalog, column, value.value);
  if (!can_cast(given, column, CastContext::assignment, catalog)) {
    return LiteralError{"42804", fmt::format("the value is {}", sql_in_prose(format_type(given, catalog)))};
  }
  const bool one_cast = value.is_constant() || value.args.front().is_constant();
  const Expression& constant = without_casts(value);
  if (!constant.is_constant() || !one_cast) return std::nullopt;
  return typed_value_error(catalog, constant, given, column);
}

// ---- Domains ----------------------------------------------------------------------------------------------

const DomainConstraint* violated(const Catalog& catalog, const Domain& domain, const Expression& value) {
  const Expression typed = as_type(value, catalog.resolve(domain.base));
  for (const DomainConstraint& constraint : domain.checks) {
    if (!constraint.check) continue;
    const Verdict verdict = evaluate(*constraint.check, [&](std::string_view name) -> const Expression* {
      return name == "value" ? &typed : nullptr;
    });
    if (verdict == Verdict::no) return &constraint;
  }
  return nullptr;
}

/// The domains of a column, the column's own first, as long as the replay knows them.
std::vector<const Domain*> domains_of(const Catalog& catalog, const TypeName& type) {
  std::vector<const Domain*> domains;
  TypeName at = catalog.resolve(type);
  for (int depth = 0; depth < 16 && at.array_dimensions == 0; ++depth) {
    const Domain* domain = catalog.domain(at);
    if (domain == nullptr || !catalog.knows(domain->name, domain->origin)) break;
    domains.push_back(domain);
    at = catalog.resolve(domain->base);
  }
  return domains;
}

struct DomainRefusal {
  const char* sqlstate = "23514";
  std::string message;
};

std::optional<DomainRefusal> domain_refusal(const Catalog& catalog, const Column& column,
                                            const Expression& value) {
  for (const Domain* domain : domains_of(catalog, column.type)) {
    if (domain->not_null && is_null_constant(value))
      return DomainRefusal{"23502", fmt::format("{} does not allow NULL", in_prose(domain->name))};
    if (violated(catalog, *domain, value) != nullptr)
      return DomainRefusal{"23514", fmt::format("the value violates a check of {}", in_prose(domain->name))};
  }
  return std::nullopt;
}

}  // namespace

bool domain_check_refuses(const Catalog& catalog, const TypeName& type, const Expression& value) {
  return std::ranges::any_of(domains_of(catalog, type), [&](const Domain* domain) {
    return violated(catalog, *domain, value) != nullptr;
  });
}

bool requires_value(const Catalog& catalog, const Column& column) {
  const auto domains = domains_of(catalog, column.type);
  return column.not_null || std::ranges::any_of(domains, &Domain::not_null);
}

void check_assigned(Context& context, const Table& table, const Column& column, const Expression& value,
                    bool each_row) {
  if (failed(context) || !is_literal(value)) return;
  if (const auto refused = value_error(context.catalog, value, column.type)) {
    const bool mismatch = refused->sqlstate == "42804";
    return always_fails(context, refused->sqlstate,
                        mismatch
                            ? fmt::format("{}, {} is {}", refused->message, said_of_column(table, column),
                                          sql_in_prose(format_type(column.type, context.catalog)))
                            : fmt::format("{} ({})", refused->message, said_of_column(table, column)));
  }
  const auto refusal = domain_refusal(context.catalog, column, value);
  if (!refusal) return;
  if (each_row) return may_fail(context, refusal->sqlstate, table.name, {column.name}, true);
  always_fails(context, refusal->sqlstate,
               fmt::format("{} ({})", refusal->message, said_of_column(table, column)));
}

Verdict evaluate_row(const Expression& condition, const RowValues& row) {
  return evaluate(condition, [&](std::string_view name) -> const Expression* {
    const auto known = row.find(name);
    return known == row.end() ? nullptr : &known->second;
  });
}

bool may_be_null(const Expression& value, const Table* table) {
  const Expression& bare = without_casts(value);
  if (bare.kind == Expression::Kind::subquery) return true;
  const Column* column =
      table != nullptr && bare.kind == Expression::Kind::column ? table->column(bare.value) : nullptr;
  return column != nullptr && !column->not_null;
}

const Constraint* violated_check(const Table& table, const RowValues& row, Verdict verdict,
                                 const std::vector<std::string>& written) {
  for (const Constraint& check : table.constraints) {
    if (check.kind != Constraint::Kind::check || !check.enforced || !check.expression) continue;
    if (verdict == Verdict::unknown &&
        std::ranges::none_of(check.columns, [&](const std::string& c) { return contains(written, c); }))
      continue;
    if (evaluate_row(*check.expression, row) == verdict) return &check;
  }
  return nullptr;
}

std::optional<Expression> value_left_out(const Catalog& catalog, const Column& column) {
  if (column.generated || column.identity != Identity::none) return std::nullopt;
  const Expression* value = column.default_value ? &*column.default_value : nullptr;
  for (const Domain* domain : domains_of(catalog, column.type))
    if (value == nullptr && domain->default_value) value = &*domain->default_value;
  if (value == nullptr) {
    // a domain that is not known may have a default
    const bool known = catalog.domain(column.type) == nullptr || !domains_of(catalog, column.type).empty();
    return known ? std::optional(Expression{.kind = Expression::Kind::null}) : std::nullopt;
  }
  return is_literal(*value) ? std::optional(*value) : std::nullopt;
}

}  // namespace miglint
