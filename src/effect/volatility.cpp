// Volatility: immutable gives the same result for ever, stable within a statement, volatile anew for each
// row. ADD COLUMN … DEFAULT evaluates an immutable or stable default once and stores it in the catalog; a
// volatile one has to be evaluated for each row, which rewrites the table (tablecmds.c, ATExecAddColumn:
// contain_volatile_functions). Index expressions, predicates and generated columns accept only immutable
// ones.

#include "analysis/analysis.hpp"
#include "effect/infer.hpp"

namespace miglint {

Volatility volatility_of(const Expression& expression, const Table* table, const Catalog& catalog) {
  return analyse(catalog, expression, table, Place::query).volatility;
}

Volatility volatility_of(const Expression& expression, const Catalog& catalog) {
  return volatility_of(expression, nullptr, catalog);
}

}  // namespace miglint
