// Expressions and queries that PostgreSQL refuses, whatever the rows are: src/analysis says which, this file
// knows where a statement has them.

#include "effect/expressions.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "analysis/literal.hpp"
#include "analysis/polymorphism.hpp"
#include "catalog/routines.hpp"
#include "effect/constraint.hpp"
#include "effect/infer.hpp"

namespace miglint {

namespace {

void refuse(Context& context, const std::optional<Refusal>& refusal, std::string_view where) {
  if (!refusal) return;
  always_fails(context, refusal->sqlstate,
               where.empty() ? refusal->reason : fmt::format("{}: {}", where, refusal->reason));
}

void check(Context& context, const Expression& expression, const Table* table, Place place,
           std::string_view where = {}) {
  refuse(context, analyse(context.catalog, expression, table, place).refusal, where);
}

// ---- Queries ----------------------------------------------------------------------------------------------

class Queries {
 public:
  explicit Queries(Context& context) : context_(context) {}

  void operator()(const Select& change) { check_query(change.scoped); }
  void operator()(const NoEffect& change) { check_query(change.scoped, change.tag == "EXPLAIN"); }
  void operator()(const Insert& change) {
    if (change.scoped)
      refuse(context_, analyse_insert(context_.catalog, *change.scoped, change.rows).refusal, {});
  }
  void operator()(const Update& change) { check_query(change.scoped); }
  void operator()(const Delete& change) { check_query(change.scoped); }
  void operator()(const ChangeType& change) {
    const Table* table = table_now(context_, change.table);
    if (table == nullptr || !change.using_expression) return;
    check(context_, *change.using_expression, table, Place::transform, "USING");
  }
  template <class Other>
  void operator()(const Other&) {}

 private:
  void check_query(const ScopedQueryPtr& query, bool planned = true) {
    if (query) refuse(context_, analyse(context_.catalog, *query, planned).refusal, {});
  }

  Context& context_;
};

// ---- Definitions ------------------------------------------------------------------------------------------

class Definitions {
 public:
  explicit Definitions(Context& context) : context_(context) {}

  void operator()(const CreateTable& change) {
    const Table* table = table_now(context_, change.table);
    if (table == nullptr) return;
    for (const ColumnDefinition& column : change.columns) check_generated(column, table);
  }
  void operator()(const AddColumn& change) {
    if (context_.skipped_columns.contains(change.column.name)) return;
    check_generated(change.column, table_now(context_, change.table));
  }
  void operator()(const AddCheck& change) {
    const Table* table = table_now(context_, change.table);
    if (table != nullptr && !is_skipped(context_, change))
      check(context_, *change.expression, table, Place::check);
  }
  void operator()(const CopyRows& change) {
    const Table* table = table_now(context_, change.table);
    if (table != nullptr && change.where) check(context_, *change.where, table, Place::copy_where);
  }
  void operator()(const CreatePolicy& change) { check_policy(change.table, change.expressions); }
  void operator()(const AlterPolicy& change) { check_policy(change.table, change.expressions); }
  void operator()(const CreateTrigger& change) {
    const Table* table = table_now(context_, change.table);
    if (table == nullptr || !change.when || failed(context_)) return;
    refuse(context_, analyse_trigger_condition(context_.catalog, *change.when, *table).refusal, "WHEN");
  }
  void operator()(const CreateDomain& change) {
    for (const DomainConstraint& constraint : change.constraints) check_domain(constraint, change.base);
  }
  void operator()(const AlterDomain& change) {
    const Domain* domain = context_.catalog.domain({.schema = change.type.schema, .name = change.type.name});
    if (domain != nullptr && change.action == AlterDomain::Action::add_constraint)
      check_domain(change.constraint, domain->base);
  }
  void operator()(const CreateFunction& change);
  template <class Other>
  void operator()(const Other&) {}

 private:
  void check_generated(const ColumnDefinition& column, const Table* table);
  void check_policy(const RelationName& name, const std::vector<Expression>& expressions) {
    const Table* table = table_now(context_, name);
    if (table == nullptr) return;
    for (const Expression& expression : expressions) check(context_, expression, table, Place::policy);
  }
  void check_domain(const DomainConstraint& constraint, const TypeName& base) {
    if (!constraint.check || failed(context_)) return;
    refuse(context_, analyse_domain_check(context_.catalog, *constraint.check, base).refusal, {});
  }
  void check_result(const CreateFunction& change, const QueryAnalysis& last);
  void check_defaults(const CreateFunction& change);

  Context& context_;
};

/// Immutable, of the column's type, and over no generated column (ATExecAddColumn, cookDefault).
void Definitions::check_generated(const ColumnDefinition& column, const Table* table) {
  if (!column.generated || failed(context_)) return;
  for (const std::string& name : columns_of(*column.generated)) {
    const Column* used = table == nullptr ? nullptr : table->column(name);
    if (used != nullptr && used->generated)
      return always_fails(context_, "42P17",
                          fmt::format("{} can't be generated from {}, which is generated itself",
                                      in_prose(column.name), in_prose(name)));
  }
  const ExpressionAnalysis analysis = analyse(context_.catalog, *column.generated, table, Place::generated);
  if (table != nullptr) refuse(context_, analysis.refusal, "GENERATED ALWAYS AS");
  if (failed(context_)) return;
  const Type wanted = to_type(context_.catalog, context_.catalog.resolve(column.type));
  if (analysis.type.known() && wanted.known() &&
      !can_coerce(context_.catalog, analysis.type, wanted, Coercion::assignment))
    return always_fails(context_, "42804",
                        fmt::format("column {} is {}, and is generated as {}", in_prose(column.name),
                                    sql_in_prose(format_type(wanted.name, context_.catalog)),
                                    sql_in_prose(format_type(analysis.type.name, context_.catalog))));
  if (analysis.volatility == Volatility::stable || analysis.volatility == Volatility::volatile_)
    always_fails(
        context_, "42P17",
        fmt::format("the expression of generated column {} is not immutable", in_prose(column.name)));
}

// ---- SQL functions ----------------------------------------------------------------------------------------

ScopedQueryPtr query_of(const Statement& statement) {
  if (statement.changes.empty()) return nullptr;
  const Change& last = statement.changes.back().change;
  if (const auto* select = std::get_if<Select>(&last)) return select->scoped;
  if (const auto* insert = std::get_if<Insert>(&last)) return insert->scoped;
  if (const auto* update = std::get_if<Update>(&last)) return update->scoped;
  if (const auto* remove = std::get_if<Delete>(&last)) return remove->scoped;
  return nullptr;
}

/// Known, and no row.
bool is_scalar(const Catalog& catalog, const TypeName& name) {
  const Type type = to_type(catalog, name);
  return type.known() && type.kind != Type::Kind::composite && !is_pseudo(type);
}

/// The one column of what the body ends with becomes the result (functions.c, check_sql_fn_retval).
void Definitions::check_result(const CreateFunction& change, const QueryAnalysis& last) {
  if (failed(context_) || !last.columns_known) return;
  const bool row = last.columns.size() == 1 && !is_scalar(context_.catalog, last.columns.front().type);
  if (change.outputs.size() > 1 && !change.procedure && change.outputs.size() != last.columns.size() &&
      !last.columns.empty() && !row)
    return always_fails(context_, "42P13",
                        fmt::format("the body ends with {} columns, and the function returns {}",
                                    last.columns.size(), change.outputs.size()));
  if (!change.returns || change.returns_set) return;
  const Type wanted = to_type(context_.catalog, context_.catalog.resolve(*change.returns));
  if (!is_scalar(context_.catalog, wanted.name)) return;
  if (last.columns.size() != 1)
    return always_fails(
        context_, "42P13",
        fmt::format("the body ends with {} columns, and the function returns {}", last.columns.size(),
                    sql_in_prose(format_type(wanted.name, context_.catalog))));
  const Type given = to_type(context_.catalog, last.columns.front().type);
  const bool own_casts = context_.catalog.not_kept.contains("CREATE CAST");
  if (given.known() && !own_casts && !can_coerce(context_.catalog, given, wanted, Coercion::assignment))
    always_fails(context_, "42P13",
                 fmt::format("the body gives {}, and the function returns {}",
                             sql_in_prose(format_type(given.name, context_.catalog)),
                             sql_in_prose(format_type(wanted.name, context_.catalog))));
}

/// What a call leaves out is computed from nothing, and of the parameter's type.
void Definitions::check_defaults(const CreateFunction& change) {
  const std::size_t first =
      change.arguments.size() - std::min(change.arguments.size(), change.defaults.size());
  for (std::size_t at = first; at < change.arguments.size() && !failed(context_); ++at) {
    const Expression& value = change.defaults[at - first];
    const TypeName type = context_.catalog.resolve(change.arguments[at]);
    const ExpressionAnalysis analysis = analyse(context_.catalog, value, nullptr, Place::default_value);
    refuse(context_, analysis.refusal, "DEFAULT");
    if (failed(context_)) return;
    const bool quoted = value.kind == Expression::Kind::constant && value.type.name == "unknown";
    if (!quoted) continue;
    if (const auto error = read_literal(context_.catalog, type, value.value, LiteralUse::cast))
      always_fails(context_, error->sqlstate, error->message);
  }
}

void Definitions::operator()(const CreateFunction& change) {
  check_defaults(change);
  if (change.language != "sql" || change.own_context || !change.block || !change.block->unread.empty() ||
      failed(context_))
    return;
  if (!checks_function_bodies(context_.catalog)) return;
  std::vector<Parameter> parameters;
  for (std::size_t at = 0; at < change.arguments.size(); ++at) {
    const Type type = to_type(context_.catalog, context_.catalog.resolve(change.arguments[at]));
    if (!type.known() || is_polymorphic(type)) return;
    parameters.push_back(
        {.name = at < change.argument_names.size() ? change.argument_names[at] : std::string(),
         .type = change.arguments[at]});
  }
  const std::vector<DoBlock::Step>& steps = change.block->steps;
  for (const DoBlock::Step& step : steps) {
    const ScopedQueryPtr query = query_of(step.statement);
    if (!query) return;  // what a utility statement makes, the ones after it may use
    const QueryAnalysis analysis = analyse(context_.catalog, *query, change.function.name, parameters);
    refuse(context_, analysis.refusal, "the body");
    if (failed(context_)) return;
    if (&step == &steps.back()) check_result(change, analysis);
  }
}

}  // namespace

void check_queries(Context& context, const Change& change) {
  std::visit(Queries(context), static_cast<const AnyChange&>(change));
}

void check_definitions(Context& context, const Change& change) {
  if (!failed(context)) std::visit(Definitions(context), static_cast<const AnyChange&>(change));
}

}  // namespace miglint
