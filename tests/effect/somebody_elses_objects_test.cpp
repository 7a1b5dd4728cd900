// Schemas, functions, publications and extensions that no migration makes may be somebody else's.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

static const std::string shop = R"(
  CREATE TABLE acct (id int PRIMARY KEY, n text);
  CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE PUBLICATION pub FOR TABLE acct;
)";

static std::string after(const std::string& before, const std::string& sql) {
  return always(effect_of_sql(shop + before, sql));
}

TEST_SUITE("effect: somebody else's objects") {
  TEST_CASE("what is missing is said to be where nothing unknown ran, and not where something did") {
    for (const char* sql :
         {"CREATE TABLE other.t (x int)", "DROP SCHEMA other", "DROP FUNCTION g(int)", "DROP FUNCTION g",
          "ALTER PUBLICATION other ADD TABLE acct", "DROP PUBLICATION other", "DROP EXTENSION tablefunc",
          "DROP STATISTICS st", "COMMENT ON FUNCTION g(int) IS 'x'", "GRANT USAGE ON SCHEMA other TO public",
          "CREATE TRIGGER t BEFORE INSERT ON acct FOR EACH ROW EXECUTE FUNCTION g()", "CALL g(1)",
          "CREATE FUNCTION x() RETURNS int LANGUAGE nolang AS 'x'"}) {
      CAPTURE(sql);
      CHECK(after("", sql) != "");
      CHECK(after("DO $$ DECLARE s text; BEGIN EXECUTE s; END $$;", sql) == "");
      CHECK(after("SELECT of_somebody_else();", sql) == "");
      CHECK_MESSAGE(always(effect_of_sql("ALTER TABLE made_elsewhere ADD x int;" + shop, sql)) == "",
                    "the history does not begin with an empty database");
    }
  }

  TEST_CASE("a history without tables may go on where another ended") {
    CHECK(always(effect_of_sql("", "CREATE TABLE other.t (x int)")) == "");
    CHECK(always(effect_of_sql("", "DROP FUNCTION g(int)")) == "");
    CHECK(always(effect_of_sql("", "DROP PUBLICATION other")) == "");
  }

  TEST_CASE("a schema that the first statements use is there") {
    const std::string elsewhere = "CREATE TABLE tenant.a (x int); CREATE TABLE b (x int);";
    CHECK(always(effect_of_sql(elsewhere, "CREATE TABLE tenant.c (x int)")) == "");
    CHECK(always(effect_of_sql(elsewhere, "CREATE TABLE other.c (x int)")) == "3F000");
  }

  TEST_CASE("schemas, publications and extensions of platforms and tools") {
    for (const char* sql :
         {"CREATE FUNCTION auth.f() RETURNS int LANGUAGE sql AS 'select 1'",
          "ALTER TABLE storage.objects ADD x int", "ALTER PUBLICATION supabase_realtime ADD TABLE acct",
          "DROP EXTENSION pgcrypto", "COMMENT ON EXTENSION pg_graphql IS 'x'",
          "CREATE TABLE _timescaledb_internal.x (a int)",
          "CREATE FUNCTION x() RETURNS int LANGUAGE plv8 AS 'x'"}) {
      CAPTURE(sql);
      CHECK(after("", sql) == "");
    }
  }

  TEST_CASE("an extension's functions are there with it") {
    const char* const drop = "ALTER FUNCTION dearmor(text) OWNER TO postgres";
    CHECK(after("", drop) == "42883");
    CHECK(after("CREATE EXTENSION pgcrypto;", drop) == "");
    CHECK(after("CREATE EXTENSION pgcrypto;", "DROP FUNCTION g(int)") == "42883");
    CHECK_MESSAGE(after("CREATE EXTENSION pg_hashids;", "DROP FUNCTION g(int)") == "",
                  "what it brings is not known");
    CHECK(after("CREATE EXTENSION ltree;", "CREATE DOMAIN d AS lquery") == "");
    CHECK(after("CREATE EXTENSION ltree;", "CREATE DOMAIN d AS missing") == "42704");
  }

  TEST_CASE("an extension stays while something uses what it brings") {
    const std::string ext =
        "CREATE EXTENSION \"uuid-ossp\"; CREATE EXTENSION pg_trgm; CREATE EXTENSION unaccent;"
        "CREATE TABLE k (u uuid DEFAULT uuid_generate_v4(), n text, CHECK (similarity(n, 'x') > 0));";
    CHECK(after(ext, "DROP EXTENSION \"uuid-ossp\"") == "2BP01");
    CHECK(after(ext, "DROP EXTENSION \"uuid-ossp\" CASCADE") == "");
    CHECK(after(ext, "DROP EXTENSION unaccent") == "");
    CHECK(after(ext, "DROP EXTENSION pg_trgm") == "2BP01");
    CHECK(after("CREATE EXTENSION pg_trgm; CREATE INDEX i ON acct USING gin (n gin_trgm_ops);",
                "DROP EXTENSION pg_trgm") == "2BP01");
    CHECK(after("CREATE EXTENSION citext; CREATE TABLE c (e citext);", "DROP EXTENSION citext") == "2BP01");
  }

  TEST_CASE("objects made in a block that may not have run are not said to be missing") {
    const std::string maybe = "DO $$ BEGIN IF random() > 0.5 THEN ";
    CHECK(after(maybe + "CREATE SCHEMA later; END IF; END $$;", "CREATE TABLE later.t (x int)") == "");
    CHECK(after(maybe + "DROP FUNCTION f(int); END IF; END $$;", "DROP FUNCTION f(int)") == "");
    CHECK(after("CREATE FUNCTION mk() RETURNS void LANGUAGE plpgsql AS 'begin create schema made; end'; "
                "SELECT mk();",
                "CREATE TABLE made.t (x int)") == "");
  }

  TEST_CASE("PostgreSQL looks at no body that it is told not to look at") {
    const char* const bad = "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'selct 1'";
    CHECK(after("", bad) == "42601");
    CHECK(always(effect_of_sql(shop, std::string("SET check_function_bodies = off; ") + bad)) == "");
    CHECK(always(effect_of_sql(shop, std::string("SET check_function_bodies = on; ") + bad)) == "42601");
  }

  TEST_CASE("PL/pgSQL that PostgreSQL reads") {
    for (const char* body :
         {"declare r acct; v int[]; begin r.id := 1; v[1] := 2; r.n = 'x'; return r.id; end",
          "begin for i in 1..3 loop if i > 2 then exit; end if; end loop; return 1; end",
          "declare a alias for $1; declare b int; begin b := a; a := 1; return b; end",
          "declare v acct[]; begin v[1].id := 2; return 1; end", "begin a := 2; x.a := 3; return a; end",
          "declare n int; begin select count(*) into strict n from acct; get diagnostics n = row_count; "
          "return n; end",
          "begin if a > 1 then return 1; elsif a = 0 then return 2; else if a < 0 then return 3; end if; end "
          "if; "
          "create table if not exists t2 (x int); return 4; end",
          "declare \"Odd\" int; begin \"Odd\" := 1; ODD2 := 3; return 1; end"}) {
      CAPTURE(body);
      const bool odd = std::string_view(body).find("ODD2") != std::string_view::npos;
      CHECK(after("", "CREATE FUNCTION x(a int) RETURNS int LANGUAGE plpgsql AS $b$" + std::string(body) +
                          "$b$") == (odd ? "42601" : ""));
    }
    CHECK(
        after(
            "",
            "CREATE FUNCTION x() RETURNS trigger LANGUAGE plpgsql AS 'begin new := old; return new; end'") ==
        "");
  }

  TEST_CASE("a label that this migration adds is used in a view, a policy, a trigger, a default, a body") {
    const std::string setup =
        "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE m (s mood, l mood[]); "
        "CREATE FUNCTION t() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';";
    const auto uses = [&](const std::string& sql) {
      return effect_of_sql(setup, "ALTER TYPE mood ADD VALUE 'new'; " + sql).new_labels.size();
    };
    CHECK(uses("CREATE VIEW v AS SELECT s FROM m WHERE s <> 'new'") == 1);
    CHECK(uses("CREATE VIEW v AS SELECT 'new'::mood AS x") == 1);
    CHECK(uses("CREATE POLICY p ON m USING (s <> 'new')") == 1);
    CHECK(uses("ALTER TABLE m ALTER l SET DEFAULT '{ok,new}'") == 1);
    CHECK(uses("ALTER TABLE m ALTER l SET DEFAULT ARRAY['new']::mood[]") == 1);
    CHECK(uses("CREATE FUNCTION x(a mood DEFAULT 'new'::mood) RETURNS int LANGUAGE sql AS 'select 1'") == 1);
    CHECK(uses("CREATE FUNCTION x() RETURNS bigint LANGUAGE sql AS $$SELECT count(*) FROM m WHERE s = "
               "'new'$$") == 1);
    CHECK(
        uses("CREATE TRIGGER g BEFORE UPDATE ON m FOR EACH ROW WHEN (NEW.s = 'new') EXECUTE FUNCTION t()") ==
        1);
    CHECK(uses("CREATE VIEW v AS SELECT s FROM m WHERE s <> 'ok'") == 0);
  }

  TEST_CASE("a block or procedure that commits") {
    CHECK(effect_of_sql(shop, "DO $$ BEGIN COMMIT; END $$").ends_transaction);
    CHECK(!effect_of_sql(shop, "DO $$ BEGIN PERFORM 1; END $$").ends_transaction);
    const std::string procedure =
        "CREATE PROCEDURE p() LANGUAGE plpgsql AS 'begin commit; end'; CREATE PROCEDURE q() LANGUAGE plpgsql "
        "AS "
        "'begin null; end';";
    CHECK(effect_of_sql(shop + procedure, "CALL p()").ends_transaction);
    CHECK(!effect_of_sql(shop + procedure, "CALL q()").ends_transaction);
  }
}
