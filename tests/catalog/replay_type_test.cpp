#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/replay_type") {
  TEST_CASE("labels are added where they belong, and renamed") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE e AS ENUM ('b', 'd');
      ALTER TYPE e ADD VALUE 'a' BEFORE 'b';
      ALTER TYPE e ADD VALUE 'c' AFTER 'b';
      ALTER TYPE e ADD VALUE IF NOT EXISTS 'c';
      ALTER TYPE e ADD VALUE 'z';
      ALTER TYPE e RENAME VALUE 'z' TO 'e';
    )"});
    CHECK(labels_of(catalog, "e") == "a, b, c, d, e");
  }

  TEST_CASE("a renamed label is renamed in the defaults that hold it") {
    const Catalog catalog =
        replayed({"CREATE TYPE e AS ENUM ('old'); CREATE TABLE t (c e DEFAULT 'old'); ALTER TYPE e RENAME "
                  "VALUE 'old' TO 'new';"});
    CHECK(catalog.column({{}, "t"}, "c")->default_value->text == "'new'");
  }

  TEST_CASE("domains keep their constraints under PostgreSQL's names") {
    const Catalog catalog =
        replayed({"CREATE DOMAIN d AS int CHECK (value > 0) CHECK (value < 9) NOT NULL; ALTER DOMAIN d DROP "
                  "CONSTRAINT d_check;"});
    const Domain* domain = catalog.domain({.name = "d"});
    REQUIRE(domain != nullptr);
    CHECK(domain->not_null);
    REQUIRE(domain->checks.size() == 1);
    CHECK(domain->checks.front().name == "d_check1");
  }

  TEST_CASE("the type of a column a view reads can't be changed") {
    const Catalog catalog = replayed(
        {"CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t; ALTER TABLE t ALTER a TYPE bigint;"});
    CHECK(columns_of_table(catalog, "t") == "a integer");
  }
}
