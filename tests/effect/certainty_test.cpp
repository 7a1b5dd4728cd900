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

  TEST_CASE("what looks refused and runs") {
    const auto runs = [](const std::string& before, const std::string& sql) {
      CAPTURE(sql);
      CHECK(fails_after(before, sql) == "");
    };
    const std::string trigger =
        "CREATE FUNCTION tg() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';"
        "CREATE TRIGGER g BEFORE INSERT ON acct FOR EACH ROW EXECUTE FUNCTION tg();"
        "CREATE TRIGGER h BEFORE INSERT ON acct FOR EACH ROW EXECUTE FUNCTION tg();";
    runs(trigger, "ALTER TRIGGER g ON acct RENAME TO g");
    CHECK(fails_after(trigger, "ALTER TRIGGER g ON acct RENAME TO h") == "42710");
    // IF NOT EXISTS found it: nothing of the rest is looked at
    runs("", "CREATE TABLE IF NOT EXISTS acct (id int, x int CHECK (x > 0), CHECK (nope > 1), UNIQUE (x))");
    runs("", "CREATE TABLE IF NOT EXISTS names (b int UNIQUE, FOREIGN KEY (b) REFERENCES acct (nope))");
    runs("", "ALTER TABLE acct ADD COLUMN IF NOT EXISTS m int CHECK (nope > 1)");
    // a varchar is compared as text
    runs("CREATE TABLE vc (b varchar(9) CHECK (b <> ''), w int); CREATE INDEX ON vc (w) WHERE b <= 'b';",
         "ALTER TABLE vc ALTER b TYPE int USING 1");
    // DROP COLUMN comes first, and takes the view along
    runs("CREATE VIEW v AS SELECT m, n FROM acct;",
         "ALTER TABLE acct ALTER m TYPE bigint, DROP COLUMN n CASCADE");
    runs("CREATE RULE r AS ON INSERT TO acct DO INSTEAD NOTHING;",
         "INSERT INTO acct (id, n) VALUES (1, 'x') ON CONFLICT (n) DO NOTHING");
    runs(
        "CREATE TABLE par (id int); CREATE TABLE chi () INHERITS (par); ALTER TABLE ONLY par ADD PRIMARY KEY "
        "(id);",
        "INSERT INTO chi (id) VALUES (NULL)");
    // the foreign key goes by the primary key, wherever the other index stands
    runs(
        "CREATE TABLE ref (id int); CREATE UNIQUE INDEX ix ON ref (id); ALTER TABLE ref ADD PRIMARY KEY (id);"
        "CREATE TABLE fk (r int REFERENCES ref);",
        "DROP INDEX ix");
    runs("PREPARE p AS SELECT 1 AS q; CREATE TABLE made_of AS EXECUTE p;", "SELECT q FROM made_of");
    runs(
        "CREATE FUNCTION k(date, date, date) RETURNS int LANGUAGE sql AS 'SELECT 1';"
        "CREATE FUNCTION k(date, interval, date) RETURNS int LANGUAGE sql AS 'SELECT 2';",
        "SELECT k(current_date, '2020-01-01', current_date)");
    runs("", "SELECT jsonb_delete('{}'::jsonb, 'a')");
  }

  TEST_CASE("views are written through as they are by now") {
    const std::string view =
        "CREATE TABLE d (id int, y int NOT NULL); CREATE VIEW dv AS SELECT id, y AS k FROM d;";
    const auto rows_fail = [](const std::string& before, const std::string& sql) {
      return failures(effect_of_sql(shop + before, sql));
    };
    CHECK(rows_fail(view + "ALTER TABLE d RENAME y TO n;", "INSERT INTO dv (k) VALUES (5)").find("23502") ==
          std::string::npos);
    CHECK(fails_after(view + "CREATE VIEW dw AS SELECT k AS z FROM dv; CREATE VIEW dx AS SELECT * FROM dw;",
                      "UPDATE dx SET z = 1") == "");
    CHECK(fails_after("CREATE VIEW c AS SELECT n::text AS a, m::bigint AS b FROM acct;",
                      "UPDATE c SET a = 'x'") == "");
    CHECK(fails_after("CREATE VIEW c AS SELECT n::text AS a, m::bigint AS b FROM acct;",
                      "UPDATE c SET b = 1") == "0A000");
  }
}
