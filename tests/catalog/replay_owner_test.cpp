#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/replay_owner") {
  TEST_CASE("DROP OWNED takes what the role made, whatever it is") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE keep (a int);
      SET ROLE app;
      CREATE TABLE t (id serial);
      CREATE VIEW v AS SELECT 1 AS a;
      CREATE TYPE e AS ENUM ('x');
      CREATE DOMAIN d AS int;
      CREATE TYPE c AS (a int);
      CREATE SEQUENCE s;
      CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1';
      RESET ROLE;
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select 1';
      DROP OWNED BY app;
    )"});
    CHECK(tables_of(catalog) == "public.keep");
    CHECK(catalog.views.empty());
    CHECK(catalog.enums.empty());
    CHECK(catalog.domains.empty());
    CHECK(catalog.composites.empty());
    CHECK(catalog.sequences.empty());
    REQUIRE(catalog.functions.size() == 1);
    CHECK(catalog.functions.begin()->second.arguments.size() == 1);
  }

  TEST_CASE("it says more than the replay keeps: nothing is certain after it") {
    CHECK(!replayed({"CREATE TABLE t (a int); DROP OWNED BY app;"}).complete);
  }

  TEST_CASE("what others depend on stays without CASCADE") {
    const auto after = [](const std::string& drop) {
      return tables_of(
          replayed({"SET SESSION AUTHORIZATION app; CREATE TABLE p (id int PRIMARY KEY);"
                    "RESET SESSION AUTHORIZATION; CREATE TABLE c (p int REFERENCES p);" +
                    drop}));
    };
    CHECK(after("DROP OWNED BY app;") == "public.c, public.p");
    CHECK(after("DROP OWNED BY app CASCADE;") == "public.c");
  }

  TEST_CASE("OWNER TO and REASSIGN OWNED say whose it is") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      CREATE TABLE u (a int);
      CREATE TABLE w (a int);
      CREATE VIEW v AS SELECT 1 AS a;
      CREATE SEQUENCE s;
      CREATE TYPE e AS ENUM ('x');
      CREATE DOMAIN d AS int;
      CREATE TYPE c AS (a int);
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select 1';
      CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'select 1';
      ALTER TABLE t OWNER TO one;
      ALTER TABLE u OWNER TO two;
      ALTER TABLE w OWNER TO two;
      ALTER VIEW v OWNER TO one;
      ALTER SEQUENCE s OWNER TO one;
      ALTER TYPE e OWNER TO one;
      ALTER DOMAIN d OWNER TO one;
      ALTER TYPE c OWNER TO one;
      ALTER FUNCTION f(int) OWNER TO one;
      SET ROLE three;
      ALTER TABLE w OWNER TO CURRENT_USER;
      SET ROLE none;
      REASSIGN OWNED BY one TO two;
      DROP OWNED BY two;
    )"});
    CHECK(tables_of(catalog) == "public.w");
    CHECK(catalog.tables.at({"public", "w"}).owner == "three");
    CHECK(catalog.views.empty());
    CHECK(catalog.sequences.empty());
    CHECK(catalog.enums.empty());
    CHECK(catalog.domains.empty());
    CHECK(catalog.composites.empty());
    CHECK(catalog.functions.size() == 1);
  }

  TEST_CASE("a policy for the role alone goes, one for others as well stays") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      CREATE POLICY alone ON t TO app USING (true);
      CREATE POLICY shared ON t TO app, web USING (true);
      CREATE POLICY everybody ON t USING (true);
      DROP OWNED BY app;
    )"});
    const Table& table = catalog.tables.at({"public", "t"});
    REQUIRE(table.policies.size() == 2);
    CHECK(table.policies.front().name == "shared");
    CHECK(table.policies.front().roles == std::vector<std::string>{"web"});
  }

  TEST_CASE("ROLLBACK takes all of it back") {
    const Catalog catalog = replayed({R"(
      SET ROLE app;
      CREATE TABLE t (a int);
      CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select 1';
      RESET ROLE;
      CREATE TABLE u (a int);
      CREATE POLICY shared ON u TO app, web USING (true);
      BEGIN;
      REASSIGN OWNED BY app TO web;
      DROP OWNED BY app, web;
      ROLLBACK;
    )"});
    CHECK(catalog.tables.at({"public", "t"}).owner == "app");
    CHECK(catalog.functions.begin()->second.owner == "app");
    CHECK(catalog.tables.at({"public", "u"}).policies.front().roles.size() == 2);
  }
}
