#include "effect/row_filter.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "analysis/analysis.hpp"
#include "analysis/builtins.hpp"

namespace miglint {

/// Columns of PostgreSQL's own types, and its own functions (publicationcmds.c, check_simple_rowfilter_expr).
static bool is_builtin(Context& context, const Expression& part, const Table& table) {
  using Kind = Expression::Kind;
  if (part.kind == Kind::function && context.catalog.knows_functions(part.function))
    return refuse(
        context, "0A000",
        fmt::format("a row filter calls no function but PostgreSQL's: {}", in_prose(part.function)));
  if (part.kind != Kind::column) return true;
  if (is_system_column(part.value)) return refuse(context, "0A000", "a row filter names no system columns");
  const Column* column = table.column(part.value);
  return column == nullptr || !is_made_here(column->type, context.catalog) ||
         refuse(context, "0A000",
                fmt::format("a row filter takes no columns of types that PostgreSQL has not: {}",
                            in_prose(part.value)));
}

static bool is_simple(Context& context, const Expression& condition, const Table& table) {
  // neither takes sub-selects or aggregates, with the SQLSTATEs of a CHECK
  const ExpressionAnalysis analysis = analyse(context.catalog, condition, &table, Place::check);
  if (analysis.refusal) {
    always_fails(context, analysis.refusal->sqlstate, "WHERE: " + analysis.refusal->reason);
    return false;
  }
  bool simple = true;
  walk(condition, [&](const Expression& part) { simple = simple && is_builtin(context, part, table); });
  if (!simple) return false;
  const bool mutable_function =
      analysis.volatility == Volatility::stable || analysis.volatility == Volatility::volatile_;
  return !mutable_function || refuse(context, "0A000", "a row filter calls immutable functions only");
}

bool row_filters_are_simple(Context& context, const std::vector<RowFilter>& filters) {
  for (const RowFilter& filter : filters) {
    const Table* table = table_now(context, filter.table);
    if (table != nullptr && table->certain && !is_simple(context, filter.condition, *table)) return false;
  }
  return true;
}

}  // namespace miglint
