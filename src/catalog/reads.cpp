// What a query reads, resolved against the catalog: the dependencies PostgreSQL records for a view
// (recordDependencyOnExpr).

#include <algorithm>
#include <fmt/format.h>

#include "catalog/replay.hpp"

namespace miglint {

static bool has_column(const Catalog& catalog, const RelationName& relation, const std::string& column) {
  if (const Table* table = catalog.table(relation)) return table->column(column) != nullptr;
  const View* view = catalog.view(relation);
  return view != nullptr &&
         std::find(view->columns.begin(), view->columns.end(), column) != view->columns.end();
}

static bool is_called(const QuerySummary& query, const RelationName& relation, const std::string& qualifier) {
  if (qualifier.empty() || relation.name == qualifier) return true;
  return std::ranges::any_of(
      query.aliases, [&](const auto& alias) { return alias.first == qualifier && alias.second == relation; });
}

/// Without scopes (a BEGIN ATOMIC body of several statements) a name is a column's only where a single one of
/// the relations has it.
static Reads without_scopes(const Catalog& catalog, const QuerySummary& query) {
  Reads reads{.known = false};
  for (const RelationName& relation : query.relations) reads.relations.insert(catalog.resolve(relation));
  for (const auto& [qualifier, column] : query.columns) {
    std::vector<RelationName> owners;
    for (const RelationName& relation : query.relations)
      if (is_called(query, relation, qualifier) && has_column(catalog, relation, column))
        owners.push_back(catalog.resolve(relation));
    if (owners.size() == 1) reads.uses.emplace(owners.front(), column);
  }
  return reads;
}

QueryAnalysis analyse(const Catalog& catalog, const QuerySummary& query,
                      const std::vector<std::string>& aliases) {
  QueryAnalysis analysis;
  if (query.scoped) {
    analysis = analyse(catalog, *query.scoped);
  } else {
    analysis.columns_known = false;
    analysis.reads = without_scopes(catalog, query);
  }
  if (!analysis.refusal && analysis.columns_known && aliases.size() > analysis.columns.size())
    analysis.refusal = Refusal{"42601", fmt::format("the query has {} columns and is given {} names",
                                                    analysis.columns.size(), aliases.size())};
  for (std::size_t at = 0; at < aliases.size(); ++at) {
    if (at >= analysis.columns.size()) analysis.columns.push_back({.origin = here(catalog)});
    analysis.columns[at].name = aliases[at];
  }
  return analysis;
}

QueryColumns query_columns(const Catalog& catalog, const QuerySummary& query,
                           const std::vector<std::string>& aliases) {
  QueryAnalysis analysis = analyse(catalog, query, aliases);
  return {.columns = std::move(analysis.columns),
          .known = analysis.columns_known,
          .refusal = std::move(analysis.refusal)};
}

Reads resolve_reads(const Catalog& catalog, const QuerySummary& query) {
  return analyse(catalog, query, {}).reads;
}

}  // namespace miglint
