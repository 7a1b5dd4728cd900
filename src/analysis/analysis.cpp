#include "analysis/analysis.hpp"

#include <algorithm>
#include <iterator>

#include "analysis/analyser.hpp"

namespace miglint {

static QueryAnalysis result_of(const Catalog& catalog, Analyser& analyser, const QueryOutput& output) {
  QueryAnalysis result{.columns_known = output.known,
                       .reads = std::move(analyser.reads),
                       .refusal = std::move(analyser.refusal)};
  const Origin here{catalog.current_migration, catalog.current_statement};
  for (const ScopeColumn& column : output.columns)
    result.columns.push_back({.name = std::string(column.name),
                              .type = *column.type,
                              .collation = column.collation == nullptr
                                               ? Boxed<RelationName>()
                                               : Boxed<RelationName>(*column.collation),
                              .origin = here});
  return result;
}

QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query, bool planned) {
  Analyser analyser(catalog);
  analyser.planned = planned;
  const QueryOutput output = analyser.query(query, {});
  return result_of(catalog, analyser, output);
}

QueryAnalysis analyse_insert(const Catalog& catalog, const ScopedQuery& insert,
                             const std::vector<std::vector<Expression>>& rows) {
  Analyser analyser(catalog);
  analyser.planned = true;
  analyser.rows_to_insert = &rows;
  const QueryOutput output = analyser.query(insert, {});
  return result_of(catalog, analyser, output);
}

QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query, const std::string& function,
                      const std::vector<Parameter>& parameters) {
  Analyser analyser(catalog);
  analyser.function = function;
  analyser.parameters = &parameters;
  const QueryOutput output = analyser.query(query, {});
  return result_of(catalog, analyser, output);
}

static Volatility volatility_of(char letter) {
  return letter == 'i'   ? Volatility::immutable
         : letter == 's' ? Volatility::stable
         : letter == '?' ? Volatility::unknown
                         : Volatility::volatile_;
}

static ExpressionAnalysis result_of(Analyser& analyser, Type type) {
  return {.type = std::move(type),
          .refusal = std::move(analyser.refusal),
          .volatility = volatility_of(analyser.volatility),
          .reads = std::move(analyser.reads)};
}

static bool is_condition(Place place) {
  return place == Place::check || place == Place::index_predicate || place == Place::policy ||
         place == Place::trigger_when || place == Place::domain_check || place == Place::copy_where;
}

static std::string_view word_of(Place place) {
  switch (place) {
    case Place::check:
    case Place::domain_check:
      return "CHECK";
    case Place::policy:
      return "a policy";
    case Place::trigger_when:
      return "WHEN";
    default:
      return "WHERE";
  }
}

static ExpressionAnalysis analyse_in(Analyser& analyser, const Expression& expression, const Scope& scope) {
  if (is_condition(analyser.place)) {
    analyser.condition(expression, scope, Clause::lone, word_of(analyser.place));
    return result_of(analyser, builtin("bool"_type));
  }
  Type type = analyser.expression(expression, scope, Clause::lone);
  return result_of(analyser, std::move(type));
}

/// The columns that an expression names: of a wide table the others need not be looked at. None where it
/// holds more than plain names.
static std::optional<std::vector<std::string>> named_in(const Expression& expression) {
  bool plain = true;
  walk(expression, [&](const Expression& inner) {
    plain = plain && inner.kind != Expression::Kind::other && inner.kind != Expression::Kind::subquery &&
            inner.kind != Expression::Kind::exists;
  });
  if (!plain) return std::nullopt;
  return columns_of(expression);
}

ExpressionAnalysis analyse(const Catalog& catalog, const Expression& expression, const Table* table,
                           Place place) {
  Analyser analyser(catalog);
  analyser.place = place;
  if (table == nullptr) return analyse_in(analyser, expression, {});
  const ScopeLevel level = analyser.level_of_table(*table, {}, named_in(expression));
  return analyse_in(analyser, expression, {&level});
}

ExpressionAnalysis analyse_trigger_condition(const Catalog& catalog, const Expression& expression,
                                             const Table& table) {
  Analyser analyser(catalog);
  analyser.place = Place::trigger_when;
  const std::optional<std::vector<std::string>> names = named_in(expression);
  ScopeLevel level = analyser.level_of_table(table, "old", names);
  const ScopeLevel second = analyser.level_of_table(table, "new", names);
  level.items.push_back(second.items.front());
  std::ranges::copy(second.columns, std::back_inserter(level.columns));
  return analyse_in(analyser, expression, {&level});
}

ExpressionAnalysis analyse_domain_check(const Catalog& catalog, const Expression& expression,
                                        const TypeName& base) {
  Analyser analyser(catalog);
  analyser.place = Place::domain_check;
  analyser.domain_value = to_type(catalog, catalog.resolve(base));
  return analyse_in(analyser, expression, {});
}

}  // namespace miglint
