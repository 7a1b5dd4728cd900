#include "prisma/catalog.hpp"

#include "catalog/replay.hpp"
#include "parse/parser.hpp"
#include "prisma/sql.hpp"

namespace miglint::prisma {

namespace {

constexpr int newest_major = 7;

}  // namespace

Catalog catalog_of(const Tree& tree, int major) {
  Catalog catalog;
  catalog.schemas.clear();
  catalog.current_migration = 0;
  const Migration migration = miglint::parse({.path = "schema.prisma",
                                              .name = "schema.prisma",
                                              .text = sql_of(tree, major == 0 ? newest_major : major)});
  for (std::size_t s = 0; s < migration.statements.size(); ++s) {
    catalog.current_statement = static_cast<int>(s);
    replay(catalog, migration.statements[s]);
  }
  return catalog;
}

}  // namespace miglint::prisma
