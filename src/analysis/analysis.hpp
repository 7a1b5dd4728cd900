#pragma once

// PostgreSQL's parse analysis (analyze.c, parse_*.c) as far as a catalog without rows allows it: which column
// each name means, which function and operator each call, of what type each expression is, what a query's
// columns are and what it depends on; and the error that PostgreSQL raises where one is certain.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/types.hpp"
#include "miglint/catalog.hpp"
#include "miglint/query.hpp"

namespace miglint {

/// What a query, a policy's expressions or a function's body read, resolved.
struct Reads {
  std::set<RelationName> relations;
  std::set<std::pair<RelationName, std::string>> uses;
  bool known = true;  ///< false: it may read more columns of the relations
};

/// A parameter of an SQL function; its name may be empty.
struct Parameter {
  std::string name;
  TypeName type;
};

struct QueryAnalysis {
  std::vector<Column> columns;
  bool columns_known = true;  ///< false: there may be more, of other names
  Reads reads;
  std::optional<Refusal> refusal;
};

/// A query, or a data-modifying statement, whose columns are those of its RETURNING. `planned`: it is also
/// carried out, or explained.
QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query, bool planned = false);
/// An INSERT whose VALUES are these.
QueryAnalysis analyse_insert(const Catalog& catalog, const ScopedQuery& insert,
                             const std::vector<std::vector<Expression>>& rows);
/// The same in the body of an SQL function.
QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query, const std::string& function,
                      const std::vector<Parameter>& parameters);

/// Where an expression stands, which decides what it may hold (parse_node.h, ParseExprKind).
enum class Place {
  query,
  check,
  default_value,
  generated,
  index_expression,
  index_predicate,
  policy,
  trigger_when,
  partition_key,
  domain_check,
  transform,   ///< ALTER COLUMN TYPE … USING
  copy_where,  ///< COPY FROM … WHERE
};

struct ExpressionAnalysis {
  Type type;
  std::optional<Refusal> refusal;
  /// of what it comes to when SQL functions are put in place of their calls
  Volatility volatility = Volatility::immutable;
  Reads reads;
};

/// An expression on a table, which may be null; `table` may be one that a statement is about to make.
ExpressionAnalysis analyse(const Catalog& catalog, const Expression& expression, const Table* table,
                           Place place);
/// … of a trigger's WHEN, where OLD and NEW are rows of it.
ExpressionAnalysis analyse_trigger_condition(const Catalog& catalog, const Expression& expression,
                                             const Table& table);
/// … of a domain's CHECK, where VALUE is of this type.
ExpressionAnalysis analyse_domain_check(const Catalog& catalog, const Expression& expression,
                                        const TypeName& base);

}  // namespace miglint
