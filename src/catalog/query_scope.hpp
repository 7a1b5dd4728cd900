#pragma once

// Parse analysis in miniature: which column a name in a query means, and what columns the query has.

#include "catalog/replay.hpp"
#include "miglint/query.hpp"

namespace miglint {

struct QueryAnalysis {
  std::vector<Column> columns;
  bool columns_known = true;  ///< false: there may be more, of other names
  Reads reads;
};

QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query);
/// The same of a query whose columns have these names, the first ones' aliases; without its scopes no more
/// than what it may read.
QueryAnalysis analyse(const Catalog& catalog, const QuerySummary& query,
                      const std::vector<std::string>& aliases);

/// What expressions on a table read, of the table and of others.
Reads reads_of(const Catalog& catalog, const RelationName& table, const NamesUsed& names);

/// The type of an output column, as far as its expression tells it; `find` looks up a column's.
using FindType = std::function<TypeName(const std::string& qualifier, const std::string& column)>;
TypeName output_type(const Catalog& catalog, const Expression& target, const FindType& find);

}  // namespace miglint
