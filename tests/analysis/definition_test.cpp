// Expressions in definitions: CHECK, DEFAULT, generated columns, indexes, policies, triggers, domains, the
// bodies of SQL functions.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string tables = R"(
  CREATE TABLE ev (id int PRIMARY KEY, name text, at timestamptz, local timestamp, day date, m jsonb, k int,
                   tags text[], active bool);
  CREATE TABLE who (id int, ev_id int, u text);
  CREATE FUNCTION trg() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
)";

static std::string refused(const std::string& statement) { return always(effect_of_sql(tables, statement)); }
static std::string index_over(const std::string& expression) {
  return refused("CREATE INDEX ON ev (" + expression + ")");
}
static std::string check_of(const std::string& condition) {
  return refused("ALTER TABLE ev ADD CHECK (" + condition + ")");
}

TEST_SUITE("analysis: definitions") {
  TEST_CASE("an index is immutable as the form that its arguments choose is") {
    for (const char* mutable_one :
         {"date_trunc('day', at)", "date_trunc('day', at, 'UTC')", "extract(year FROM at)", "age(local)",
          "to_tsvector(name)", "((m->>'a')::date)", "(at::date)", "to_char(at, 'YYYY')",
          "(at + interval '1 day')", "random()", "concat(name, k)", "array_to_string(tags, ',')"}) {
      CAPTURE(mutable_one);
      CHECK(index_over(mutable_one) == "42P17");
    }
    for (const char* immutable_one :
         {"date_trunc('day', local)", "date_trunc('day', at AT TIME ZONE 'UTC')", "extract(year FROM day)",
          "age(at, at)", "to_tsvector('english', name)", "((m->>'a')::int)", "(name || k)",
          "(local + interval '1 day')", "(local::date)", "md5(name)"}) {
      CAPTURE(immutable_one);
      CHECK(index_over(immutable_one).empty());
    }
    CHECK(refused("CREATE INDEX ON ev (k) WHERE at > '2020-01-01'").empty());
    CHECK(refused("CREATE INDEX ON ev (k) WHERE at > '2020-01-01'::date") == "42P17");
    CHECK(refused("CREATE INDEX ON ev (k) WHERE at > now()") == "42P17");
  }

  TEST_CASE("an index holds no sub-select, aggregate or rows") {
    CHECK(refused("CREATE INDEX ON ev (k) WHERE k IN (SELECT id FROM who)") == "0A000");
    CHECK(refused("CREATE INDEX ON ev (k) WHERE count(k) > 1") == "42803");
    CHECK(index_over("generate_series(1, k)") == "0A000");
    CHECK(refused("CREATE INDEX ON ev (k) WHERE name") == "42804");
    CHECK(refused("CREATE INDEX ON ev (k) WHERE active").empty());
    CHECK(index_over("(k + nope)") == "42703");
    CHECK(index_over("lower(k)") == "42883");
  }

  TEST_CASE("a CHECK is a truth over its own columns") {
    CHECK(check_of("k") == "42804");
    CHECK(check_of("nope > 0") == "42703");
    CHECK(check_of("k > 'x'") == "22P02");
    CHECK(check_of("name > 3") == "42883");
    CHECK(check_of("k IN (SELECT id FROM who)") == "0A000");
    CHECK(check_of("sum(k) > 3") == "42803");
    CHECK(check_of("num_nonnull(k, id) = 1") == "42883");
    CHECK(check_of("num_nonnulls(k, id) = 1 AND jsonb_typeof(m) = 'object' AND at < now()").empty());
    CHECK(refused("CREATE TABLE t (a int CHECK (a > 0 AND b > 0), b int)").empty());
    CHECK(refused("CREATE TABLE t (a int, CHECK (b > 3))") == "42703");
  }

  TEST_CASE("defaults and generated columns") {
    CHECK(refused("CREATE TABLE t (a int DEFAULT nofn())") == "42883");
    CHECK(refused("ALTER TABLE ev ALTER k SET DEFAULT nofn(3)") == "42883");
    CHECK(
        refused("CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int GENERATED ALWAYS AS "
                "(b + 1) STORED)") == "42P17");
    CHECK(refused("CREATE TABLE t (a timestamptz, b date GENERATED ALWAYS AS (a::date) STORED)") == "42P17");
    CHECK(refused("CREATE TABLE t (a text, b int GENERATED ALWAYS AS (a) STORED)") == "42804");
    CHECK(refused("ALTER TABLE ev ADD COLUMN g int GENERATED ALWAYS AS (nope) STORED") == "42703");
    CHECK(refused("ALTER TABLE ev ADD COLUMN g text GENERATED ALWAYS AS (k) STORED").empty());
    CHECK(refused("ALTER TABLE ev ADD COLUMN g date GENERATED ALWAYS AS (at) STORED").empty());
  }

  TEST_CASE("USING") {
    CHECK(refused("ALTER TABLE ev ALTER k TYPE uuid USING k::uuid") == "42846");
    CHECK(refused("ALTER TABLE ev ALTER k TYPE text USING nope::text") == "42703");
    CHECK(refused("ALTER TABLE ev ALTER k TYPE int USING (SELECT 1)") == "0A000");
    CHECK(refused("ALTER TABLE ev ALTER k TYPE text USING k::text || name").empty());
  }

  TEST_CASE("policies, triggers, domains") {
    CHECK(refused("CREATE POLICY p ON ev USING (nope = 3)") == "42703");
    CHECK(refused("CREATE POLICY p ON ev USING (name)") == "42804");
    CHECK(refused("CREATE POLICY p ON ev USING (id IN (SELECT ev_id FROM who WHERE nope = 'x'))") == "42703");
    CHECK(refused("CREATE POLICY p ON ev USING (EXISTS (SELECT 1 FROM who WHERE ev_id = ev.id AND u = name))")
              .empty());
    const std::string trigger = "CREATE TRIGGER t BEFORE UPDATE ON ev FOR EACH ROW WHEN (";
    const std::string runs = ") EXECUTE FUNCTION trg()";
    CHECK(refused(trigger + "OLD.nope IS DISTINCT FROM NEW.k" + runs) == "42703");
    CHECK(refused(trigger + "k > 3" + runs) == "42702");
    CHECK(refused(trigger + "OLD.* IS DISTINCT FROM NEW.*" + runs).empty());
    CHECK(refused("CREATE DOMAIN d AS int CHECK (val > 0)") == "42703");
    CHECK(refused("CREATE DOMAIN d AS int CHECK (VALUE ~ 'a')") == "42883");
    CHECK(refused("CREATE DOMAIN d AS int CHECK (VALUE > 0 AND VALUE < 100)").empty());
  }

  TEST_CASE("the body of an SQL function, with its parameters") {
    const auto body = [](const std::string& signature, const std::string& sql) {
      return refused("CREATE FUNCTION f(" + signature + " LANGUAGE sql AS $$" + sql + "$$");
    };
    CHECK(body("a int) RETURNS int", "select a + 1").empty());
    CHECK(body("a int) RETURNS int", "select b + 1") == "42703");
    CHECK(body("a int) RETURNS int", "select $1 + $2") == "42P02");
    CHECK(body("a int) RETURNS text", "select name from ev where id = f.a").empty());
    CHECK(body("a int) RETURNS int", "select name from ev where id = a") == "42P13");
    CHECK(body("a int) RETURNS int", "select 1, 2") == "42P13");
    CHECK(body("e ev) RETURNS text", "select e.name || e.k").empty());
    CHECK(body("a anyelement) RETURNS anyelement", "select nosuch").empty());
    CHECK(body("a int) RETURNS void", "insert into who (id, u) values (a, 3); delete from ev where id = a")
              .empty());
    CHECK(body("a int) RETURNS void", "delete from ev where nope = a") == "42703");
    CHECK(body("a int) RETURNS void", "create temp table x (y int); insert into x values (a)").empty());
    CHECK(always(effect_of_sql(tables + "SET check_function_bodies = off;",
                               "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'select nope'"))
              .empty());
  }
}
