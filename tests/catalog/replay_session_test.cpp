#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/sessions") {
  TEST_CASE("what is temporary ends with the session, and so does what was made over it") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE keep (a int);
      CREATE TEMP TABLE gone (a int);
      CREATE TEMP SEQUENCE drawn;
      CREATE VIEW over AS SELECT * FROM gone;
      CREATE VIEW plain AS SELECT * FROM keep;
      CREATE TYPE pg_temp.mood AS ENUM ('sad');
      CREATE DOMAIN pg_temp.small AS int;
      CREATE TABLE uses (a int DEFAULT nextval('drawn'), b pg_temp.mood, c pg_temp.small);
    )",
                                      "SELECT 1;"});
    CHECK(tables_of(catalog) == "public.keep, public.uses");
    CHECK(columns_of_table(catalog, "uses") == "a integer");
    CHECK(catalog.view({{}, "over"}) == nullptr);
    CHECK(catalog.view({{}, "plain"}) != nullptr);
    CHECK(catalog.sequence({{}, "drawn"}) == nullptr);
    CHECK(labels_of(catalog, "mood") == "-");
    CHECK(catalog.search_path == std::vector<std::string>{"public"});
  }

  TEST_CASE("search_path may begin with what is temporary") {
    const Catalog catalog = replayed({R"(
      SET search_path TO pg_temp, public;
      CREATE TABLE t (a int);
      SET search_path TO public;
      CREATE TABLE t (b int);
    )",
                                      "SELECT 1;"});
    CHECK(columns_of_table(catalog, "t") == "b integer");
  }

  TEST_CASE("a temporary table alone does not make others temporary") {
    const Catalog catalog = replayed({"CREATE TEMP TABLE t (a int); CREATE TABLE u (a int);", "SELECT 1;"});
    CHECK(tables_of(catalog) == "public.u");
  }

  TEST_CASE("COMMIT drops what is ON COMMIT DROP, unless it was taken back before") {
    const Catalog catalog = replayed({R"(
      BEGIN;
      CREATE TEMP TABLE a (x int) ON COMMIT DROP;
      SAVEPOINT s;
      CREATE TEMP TABLE b (x int) ON COMMIT DROP;
      ROLLBACK TO s;
      COMMIT;
      BEGIN;
      CREATE TEMP TABLE c (x int) ON COMMIT DROP;
      ROLLBACK;
      BEGIN;
      COMMIT;
      CREATE TABLE a (y int);
      CREATE TABLE copy (LIKE a);
    )"});
    CHECK(columns_of_table(catalog, "copy") == "y integer");
    CHECK(tables_of(catalog) == "public.a, public.copy");
  }

  TEST_CASE("ROLLBACK TO and RELEASE mean the savepoint they name") {
    const Catalog catalog = replayed({R"(
      BEGIN;
      SAVEPOINT one;
      CREATE TABLE a (x int);
      SAVEPOINT two;
      CREATE TABLE b (x int);
      ROLLBACK TO one;
      CREATE TABLE c (x int);
      SAVEPOINT three;
      SAVEPOINT four;
      CREATE TABLE d (x int);
      RELEASE three;
      ROLLBACK TO four;
      ROLLBACK TO nosuch;
      RELEASE nosuch;
      COMMIT;
    )"});
    CHECK(tables_of(catalog) == "public.c, public.d");
  }

  TEST_CASE("COMMIT ends SET LOCAL") {
    const Catalog catalog = replayed({R"(
      CREATE SCHEMA s;
      SET lock_timeout TO '1s';
      BEGIN;
      SET LOCAL search_path TO s;
      SET LOCAL search_path TO public, s;
      SET LOCAL search_path TO s;
      SET LOCAL lock_timeout TO '2s';
      SET LOCAL statement_timeout TO '3s';
      CREATE TABLE inside (a int);
      COMMIT;
      CREATE TABLE outside (a int);
      BEGIN;
      SET search_path TO s;
      COMMIT;
      CREATE TABLE later (a int);
    )"});
    CHECK(tables_of(catalog) == "s.inside, s.later, public.outside");
    CHECK(catalog.settings.at("lock_timeout") == "1s");
    CHECK(!catalog.settings.contains("statement_timeout"));
  }

  TEST_CASE("COMMIT leaves a temporary table to be found first") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      BEGIN;
      CREATE TEMP TABLE t (b int);
      SET LOCAL search_path TO public;
      COMMIT;
      ALTER TABLE t ADD c int;
    )"});
    CHECK(catalog.tables.at({"public", "t"}).columns.size() == 1);
  }
}
