#include "support/schemas.hpp"

#include "catalog/replay.hpp"
#include "parse/parser.hpp"
#include "prisma/catalog.hpp"
#include "prisma/sql.hpp"
#include "prisma/tree.hpp"
#include "prisma/written.hpp"

namespace miglint::test {

namespace {

prisma::Tree tree_of(const std::string& models) {
  const bool has_datasource = models.find("datasource ") != std::string::npos;
  return prisma::parse(
      {{.path = "schema.prisma",
        .text = (has_datasource ? "" : "datasource db {\n  provider = \"postgresql\"\n}\n") + models}});
}

Catalog catalog_of(const std::string& sql) {
  Catalog catalog;
  catalog.current_migration = 0;
  const Migration migration = parse({.name = "m", .text = sql});
  for (std::size_t s = 0; s < migration.statements.size(); ++s) {
    catalog.current_statement = static_cast<int>(s);
    replay(catalog, migration.statements[s]);
  }
  return catalog;
}

std::string text_of(const Difference& difference) {
  return difference.steps.empty() ? "" : to_sql(difference.steps);
}

}  // namespace

std::string made_of(const std::string& models, int prisma_major) {
  const std::string sql = prisma::sql_of(tree_of(models), prisma_major);
  constexpr std::string_view first = "-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS \"public\";\n\n";
  return sql.starts_with(first) ? sql.substr(first.size()) : sql;
}

std::string from_sql(const std::string& sql, const std::string& models) {
  const prisma::Tree tree = tree_of(models);
  const prisma::Written written = prisma::written(tree);
  return text_of(
      diff(catalog_of(sql), prisma::catalog_of(tree, 7),
           {.expressible = Expressible::schema_prisma, .spelling = Spelling::prisma, .written = &written}));
}

std::string between(const std::string& from, const std::string& to) {
  return text_of(diff(catalog_of(from), catalog_of(to), {}));
}

}  // namespace miglint::test
