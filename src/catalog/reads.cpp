// What a query reads, resolved against the catalog: the dependencies PostgreSQL records for a view
// (recordDependencyOnExpr).

#include <algorithm>

#include "catalog/replay.hpp"

namespace miglint {

/// The columns of a table or view, as names.
static std::vector<std::string> columns_of_relation(const Catalog& catalog, const RelationName& relation) {
  std::vector<std::string> names;
  if (const Table* table = catalog.table(relation)) {
    for (const Column& column : table->columns) names.push_back(column.name);
  } else if (const View* view = catalog.view(relation)) {
    names = view->columns;
  }
  return names;
}

static bool may_have_column(const Catalog& catalog, const RelationName& relation, const std::string& column) {
  if (const Table* table = catalog.table(relation))
    return !table->certain || table->column(column) != nullptr;
  const View* view = catalog.view(relation);
  return view != nullptr &&
         std::find(view->columns.begin(), view->columns.end(), column) != view->columns.end();
}

/// The relations a qualifier stands for: the alias's, or the relation of that name.
static std::vector<RelationName> qualified(const Catalog& catalog, const QuerySummary& query,
                                           const std::string& qualifier) {
  std::vector<RelationName> relations;
  for (const auto& [alias, relation] : query.aliases)
    if (alias == qualifier) relations.push_back(catalog.resolve(relation));
  if (!relations.empty()) return relations;
  for (const RelationName& relation : query.relations)
    if (relation.name == qualifier) relations.push_back(catalog.resolve(relation));
  return relations;
}

/// `*` reads every column of every relation, `b.*` those of b.
static void add_star(const Catalog& catalog, const std::vector<RelationName>& relations, Reads& reads) {
  for (const RelationName& relation : relations)
    for (const std::string& column : columns_of_relation(catalog, relation))
      reads.uses.emplace(relation, column);
}

Reads resolve_reads(const Catalog& catalog, const QuerySummary& query) {
  Reads reads;
  for (const RelationName& relation : query.relations) reads.relations.insert(catalog.resolve(relation));
  const std::vector<RelationName> all(reads.relations.begin(), reads.relations.end());
  for (const auto& [qualifier, column] : query.columns) {
    const std::vector<RelationName> relations =
        qualifier.empty() ? all : qualified(catalog, query, qualifier);
    if (column == "*") add_star(catalog, relations, reads);
    for (const RelationName& relation : relations)
      if (may_have_column(catalog, relation, column)) reads.uses.emplace(relation, column);
  }
  return reads;
}

}  // namespace miglint
