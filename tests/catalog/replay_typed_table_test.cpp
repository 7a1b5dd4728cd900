#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/typed tables") {
  TEST_CASE("ALTER TYPE … CASCADE reaches the type's tables and their children") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE co AS (a int, b text);
      CREATE TABLE t OF co (PRIMARY KEY (a));
      CREATE TABLE child (own int) INHERITS (t);
      CREATE TABLE other (a int, b text);
      ALTER TYPE co ADD ATTRIBUTE c int CASCADE;
      ALTER TYPE co RENAME ATTRIBUTE b TO bb CASCADE;
      ALTER TYPE co ALTER ATTRIBUTE c TYPE numeric(4,1) CASCADE;
      ALTER TYPE co DROP ATTRIBUTE a CASCADE;
    )"});
    CHECK(columns_of_table(catalog, "t") == "bb text, c numeric(4,1)");
    CHECK(columns_of_table(catalog, "child") == "bb text, own integer, c numeric(4,1)");
    CHECK(constraints_of_table(catalog, "t").empty());
    CHECK(columns_of_table(catalog, "other") == "a integer, b text");
    CHECK(catalog.tables.at({"public", "t"}).certain);
  }

  TEST_CASE("without CASCADE PostgreSQL refuses") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE co AS (a int);
      CREATE TABLE t OF co;
      ALTER TYPE co ADD ATTRIBUTE b int;
    )"});
    CHECK(columns_of_table(catalog, "t") == "a integer");
    CHECK(catalog.composites.at({"public", "co"}).attributes.size() == 1);
  }

  TEST_CASE("OF and NOT OF tie and untie") {
    const Catalog catalog = replayed({R"(
      CREATE SCHEMA s;
      CREATE TYPE s."Co" AS (a int);
      CREATE TABLE t (a int);
      CREATE TABLE u OF s."Co";
      ALTER TABLE t OF s."Co";
      ALTER TABLE u NOT OF;
      ALTER TYPE s."Co" RENAME TO d;
      ALTER TYPE s.d ADD ATTRIBUTE b int CASCADE;
    )"});
    CHECK(columns_of_table(catalog, "t") == "a integer, b integer");
    CHECK(columns_of_table(catalog, "u") == "a integer");
  }

  TEST_CASE("DROP TYPE … CASCADE takes the tables of the type, and the attributes of types made of it") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE co AS (a int);
      CREATE TYPE outer_type AS (x co, y int);
      CREATE TABLE t OF co;
      CREATE TABLE u (z co, k int, o outer_type);
      DROP TYPE co CASCADE;
    )"});
    CHECK(tables_of(catalog) == "public.u");
    CHECK(columns_of_table(catalog, "u") == "k integer, o outer_type");
    CHECK(catalog.composites.at({"public", "outer_type"}).attributes.size() == 1);
  }

  TEST_CASE("a view that casts to a type goes with it, under its new name as well") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE e AS ENUM ('a');
      CREATE VIEW v AS SELECT 'a'::e AS x;
      CREATE VIEW w AS SELECT 'a'::text AS x;
      ALTER TYPE e RENAME TO f;
      DROP TYPE f CASCADE;
    )"});
    CHECK(catalog.view({{}, "v"}) == nullptr);
    CHECK(catalog.view({{}, "w"}) != nullptr);
  }

  TEST_CASE("a multirange goes with its range") {
    const Catalog catalog = replayed({R"(
      CREATE TYPE span AS RANGE (subtype = int4);
      CREATE TYPE other AS RANGE (subtype = int4);
      CREATE TABLE t (a span, b span_multirange, c int);
      ALTER TYPE span RENAME TO s2;
      DROP TYPE s2 CASCADE;
    )"});
    CHECK(columns_of_table(catalog, "t") == "c integer");
    CHECK(!catalog.type_exists({"public", "span_multirange"}));
    CHECK(catalog.type_exists({"public", "other_multirange"}));
  }

  TEST_CASE("LIKE takes a composite type's attributes") {
    CHECK(columns_of_table(replayed({"CREATE TYPE co AS (a int, b text); CREATE TABLE t (LIKE co, c int);"}),
                           "t") == "a integer, b text, c integer");
  }

  TEST_CASE("a rule that makes a view of a table") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      CREATE TABLE v (id int, n text);
      CREATE RULE "_RETURN" AS ON SELECT TO v DO INSTEAD SELECT a AS id, 'x'::text AS n FROM t;
      CREATE TABLE copy (LIKE v);
      DROP TABLE t CASCADE;
    )"});
    CHECK(tables_of(catalog) == "public.copy");
    CHECK(columns_of_table(catalog, "copy") == "id integer, n text");
    CHECK(catalog.view({{}, "v"}) == nullptr);
  }
}
