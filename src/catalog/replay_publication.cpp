// Publications: which tables and schemas they have, and what of them they publish.

#include <algorithm>

#include "catalog/replay.hpp"

namespace miglint {

static void resolve_tables(const Catalog& catalog,
                           std::vector<std::pair<RelationName, std::vector<std::string>>>& tables) {
  for (auto& [table, columns] : tables) table = catalog.resolve(table);
}

Replayed apply(Replaying& replaying, const CreatePublication& change) {
  Catalog& catalog = replaying.catalog;
  if (catalog.publications.contains(change.name)) return Replayed::refused;
  save_entry(catalog, &Catalog::publications, change.name);
  Publication publication{.name = change.name,
                          .all_tables = change.all_tables,
                          .updates = change.updates,
                          .deletes = change.deletes,
                          .schemas = change.schemas,
                          .tables = change.tables};
  resolve_tables(catalog, publication.tables);
  catalog.publications[change.name] = std::move(publication);
  return Replayed::done;
}

static void alter_schemas(Publication& publication, const AlterPublication& change) {
  using Action = AlterPublication::Action;
  if (change.action == Action::set) publication.schemas.clear();
  for (const std::string& schema : change.schemas) {
    std::erase(publication.schemas, schema);
    if (change.action != Action::drop) publication.schemas.push_back(schema);
  }
}

Replayed apply(Replaying& replaying, const AlterPublication& change) {
  using Action = AlterPublication::Action;
  Catalog& catalog = replaying.catalog;
  const auto found = catalog.publications.find(change.name);
  if (found == catalog.publications.end()) return Replayed::done;
  save_entry(catalog, &Catalog::publications, change.name);
  Publication& publication = found->second;
  if (change.updates) publication.updates = *change.updates;
  if (change.deletes) publication.deletes = *change.deletes;
  alter_schemas(publication, change);
  auto& tables = publication.tables;
  auto named = change.tables;
  resolve_tables(catalog, named);
  if (change.action == Action::set) tables.clear();
  for (auto& table : named) {
    std::erase_if(tables, [&](const auto& existing) { return existing.first == table.first; });
    if (change.action != Action::drop) tables.push_back(std::move(table));
  }
  return Replayed::done;
}

}  // namespace miglint
