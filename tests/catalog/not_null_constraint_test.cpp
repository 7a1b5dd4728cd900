// PostgreSQL 18's NOT NULL constraints, which the grammar here may not read yet.

#include <doctest/doctest.h>
#include <string>

#include "miglint/catalog.hpp"
#include "parse/parser.hpp"
#include "support/replayed.hpp"

namespace miglint {

static Statement statement_of(std::string_view sql) {
  Migration migration = parse({.text = std::string(sql)});
  return std::move(migration.statements.back());
}

static void add_not_null(Catalog& catalog, const std::string& column, const std::string& name,
                         bool not_valid) {
  Statement statement = statement_of("ALTER TABLE t ADD CHECK (a > 0)");
  AddNotNull change;
  change.table = {.name = "t"};
  change.name = name;
  change.column = column;
  change.not_valid = not_valid;
  statement.changes.front().change = change;
  replay(catalog, statement);
}

static bool is_required(const Catalog& catalog, std::string_view column) {
  return catalog.table({{}, "t"})->column(column)->not_null;
}

TEST_SUITE("catalog: NOT NULL as a constraint") {
  TEST_CASE("it has a name, given or chosen, and requires the column") {
    Catalog catalog = testing::replayed({"CREATE TABLE t (a int, b int);"});
    add_not_null(catalog, "a", "", false);
    add_not_null(catalog, "b", "n", false);
    CHECK(testing::constraints_of_table(catalog, "t") == "n not-null (b), t_a_not_null not-null (a)");
    CHECK(is_required(catalog, "a"));
    CHECK(is_required(catalog, "b"));
  }

  TEST_CASE("of a column that is not there nothing is left") {
    Catalog catalog = testing::replayed({"CREATE TABLE t (a int);"});
    add_not_null(catalog, "nix", "", false);
    CHECK(testing::constraints_of_table(catalog, "t") == "");
  }

  TEST_CASE("NOT VALID requires the column when it is validated") {
    Catalog catalog = testing::replayed({"CREATE TABLE t (a int);"});
    add_not_null(catalog, "a", "n", true);
    CHECK_FALSE(is_required(catalog, "a"));
    replay(catalog, statement_of("ALTER TABLE t VALIDATE CONSTRAINT n"));
    CHECK(is_required(catalog, "a"));
  }

  TEST_CASE("dropped, it lets the column go") {
    Catalog catalog = testing::replayed({"CREATE TABLE t (a int, b int);"});
    add_not_null(catalog, "a", "n", false);
    add_not_null(catalog, "b", "m", false);
    replay(catalog, statement_of("ALTER TABLE t DROP CONSTRAINT n"));
    CHECK_FALSE(is_required(catalog, "a"));
    CHECK(is_required(catalog, "b"));
  }
}

}  // namespace miglint
