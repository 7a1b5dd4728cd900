// What ran before may have made, changed or dropped what a statement speaks of; then it is not said to fail.
// (tests/server/forms/certainty.sql holds the same against a server.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"
#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string shop = R"(
  CREATE TABLE acct (id int PRIMARY KEY, n text, m int);
  CREATE TABLE other (id int PRIMARY KEY, acct_id int REFERENCES acct (id));
  CREATE VIEW names AS SELECT id, n FROM acct;
  CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS 'BEGIN CREATE TABLE made (x int); RETURN 1; END';
  CREATE FUNCTION any(s text) RETURNS int LANGUAGE plpgsql AS 'BEGIN EXECUTE s; RETURN 1; END';
)";
static const std::string dynamic = "DO $$ DECLARE s text; BEGIN EXECUTE s; END $$;";

static std::string fails_after(const std::string& before, const std::string& sql) {
  return always(effect_of_sql(shop + before, sql));
}

TEST_SUITE("effect: certainty") {
  TEST_CASE("without doubts each of these fails, with them none is said to") {
    for (const char* sql :
         {"ALTER TABLE acct ADD COLUMN m int", "ALTER TABLE acct DROP COLUMN zz", "CREATE TABLE acct (x int)",
          "ALTER TABLE nowhere ADD COLUMN x int", "ALTER TABLE acct DROP COLUMN n", "DROP TABLE acct",
          "CREATE OR REPLACE VIEW names AS SELECT m FROM acct",
          "ALTER TABLE acct ALTER m TYPE uuid USING m::uuid", "CREATE INDEX ON acct (zz)",
          "ALTER TABLE other DROP CONSTRAINT zz"}) {
      CAPTURE(sql);
      CHECK(fails_after("", sql) != "");
      CHECK(fails_after(dynamic, sql) == "");
      CHECK(fails_after("SELECT any('x');", sql) == "");
      CHECK(fails_after("CREATE FUNCTION far() RETURNS int LANGUAGE plpython3u AS 'x'; SELECT far();", sql) ==
            "");
      CHECK(fails_after("SELECT of_somebody_else();", sql) == "");
    }
  }

  TEST_CASE("inside a block, from the EXECUTE on") {
    const std::string begin = "DO $$ DECLARE s text; BEGIN ";
    CHECK(fails_after("", begin + "EXECUTE s; CREATE TABLE acct (x int); END $$") == "");
    CHECK(fails_after("", begin + "CREATE TABLE acct (x int); EXECUTE s; END $$") == "42P07");
  }

  TEST_CASE("what is made or dropped afterwards is known again") {
    CHECK(fails_after(dynamic, "CREATE TABLE later (x int); ALTER TABLE later ADD x int") == "42701");
    CHECK(fails_after(dynamic + "DROP TABLE other;", "ALTER TABLE other ADD x int") == "42P01");
  }

  TEST_CASE("a plain body raises doubts about what it names alone") {
    CHECK(fails_after("SELECT mk();", "ALTER TABLE made ADD y int") == "");
    CHECK(fails_after("SELECT mk();", "ALTER TABLE acct ADD m int") == "42701");
  }

  TEST_CASE("calls are followed through any number of functions") {
    std::string chain = "CREATE FUNCTION f0() RETURNS int LANGUAGE sql AS 'SELECT mk()';";
    for (int i = 1; i < 10'000; ++i)
      chain += "CREATE FUNCTION f" + std::to_string(i) +
               "() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN f" + std::to_string(i - 1) + "(); END';";
    CHECK(fails_after(chain, "ALTER TABLE made ADD y int") == "42P01");
    CHECK(fails_after(chain + "SELECT f9999();", "ALTER TABLE made ADD y int") == "");
  }

  TEST_CASE("harmless things raise none") {
    for (const char* before :
         {"SELECT now(), setval('s', 1), gen_random_uuid();", "CREATE EXTENSION pgcrypto;",
          "DO $$ DECLARE t text; BEGIN EXECUTE format('GRANT SELECT ON %I TO PUBLIC', t); END $$;",
          "DO $$ DECLARE t text; BEGIN EXECUTE 'UPDATE ' || quote_ident(t) || ' SET a = 1'; END $$;"}) {
      CAPTURE(before);
      CHECK(fails_after(before, "ALTER TABLE acct ADD m int") == "42701");
      CHECK(fails_after(before, "ALTER TABLE nowhere ADD m int") == "42P01");
    }
    CHECK(fails_after("DO $$ DECLARE t text; BEGIN EXECUTE format('GRANT %s', t); END $$;",
                      "ALTER TABLE acct ADD m int") == "");
    CHECK(fails_after("CREATE EXTENSION postgis;", "ALTER TABLE nowhere ADD m int") == "");
    CHECK(fails_after("CREATE EXTENSION postgis;", "ALTER TABLE acct ADD m int") == "42701");
  }

  TEST_CASE("the runner's and PostgreSQL's own tables are there") {
    for (const char* table : {"_prisma_migrations", "schema_migrations", "pg_class", "pg_stat_activity"})
      CHECK(fails_after("", std::string("DELETE FROM ") + table) == "");
    CHECK(fails_after("UPDATE schema_migrations SET x = 1; UPDATE pg_enum SET x = 1;",
                      "ALTER TABLE nowhere ADD m int") == "42P01");
  }

  TEST_CASE("temporary relations stand beside permanent ones") {
    for (const char* sql : {"CREATE TEMP TABLE acct (x int)", "CREATE TEMP VIEW acct AS SELECT 1 AS a",
                            "CREATE TEMP SEQUENCE acct", "CREATE TEMP TABLE acct AS SELECT 1 AS a"})
      CHECK(fails_after("", sql) == "");
    CHECK(always(effect_of_sql(shop, "CREATE TEMP TABLE acct (x int); CREATE TEMP TABLE acct (x int)")) ==
          "42P07");
    CHECK(always(effect_of_sql(shop,
                               "BEGIN; CREATE TEMP TABLE t (x int) ON COMMIT DROP; COMMIT; "
                               "CREATE TEMP TABLE t (x int)")) == "");
  }
}
