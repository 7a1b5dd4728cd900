// Functions: what an index may call, and which of several is meant.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static std::string index_over(const std::string& function, const std::string& call) {
  const std::string setup =
      "CREATE TABLE t (n text, m int, ts timestamptz); CREATE FUNCTION " + function + ";";
  return always(effect_of_sql(setup, "CREATE INDEX ON t (" + call + ")"));
}

TEST_SUITE("effect: functions") {
  TEST_CASE("PostgreSQL judges what is left when it has put an SQL function's body in the call's place") {
    CHECK(index_over("f(text) RETURNS text LANGUAGE sql AS 'select lower($1)'", "f(n)").empty());
    CHECK(index_over("f(a int) RETURNS int LANGUAGE sql STABLE AS 'SELECT a * 2'", "f(m)").empty());
    CHECK(index_over("f(a int) RETURNS int LANGUAGE sql RETURN a + 1", "f(m)").empty());
    CHECK(
        index_over("f(text) RETURNS text LANGUAGE sql AS 'select lower($1)'; CREATE FUNCTION g(text) RETURNS "
                   "text LANGUAGE sql AS 'select f($1)'",
                   "g(n)")
            .empty());
    CHECK(index_over("f(timestamptz) RETURNS text LANGUAGE sql AS 'select to_char($1, ''YYYY'')'", "f(ts)") ==
          "42P17");
    CHECK(index_over("f(at timestamptz) RETURNS date LANGUAGE sql AS 'select at::date'", "f(ts)") == "42P17");
    CHECK(index_over("f() RETURNS timestamptz LANGUAGE sql AS 'select now()'", "f()") == "42P17");
  }

  TEST_CASE("what is not inlined is what it was declared") {
    CHECK(index_over("f(text) RETURNS text LANGUAGE plpgsql AS 'begin return lower($1); end'", "f(n)") ==
          "42P17");
    CHECK(index_over("f(text) RETURNS text LANGUAGE sql SECURITY DEFINER AS 'select lower($1)'", "f(n)") ==
          "42P17");
    CHECK(index_over("f(text) RETURNS text LANGUAGE sql SET search_path = public AS 'select lower($1)'",
                     "f(n)") == "42P17");
    CHECK(index_over("f(text) RETURNS text LANGUAGE sql AS 'select n from t limit 1'", "f(n)") == "42P17");
    CHECK(index_over("f(text) RETURNS text LANGUAGE sql AS 'select 1; select lower($1)'", "f(n)") == "42P17");
    CHECK_MESSAGE(
        index_over("f(text) RETURNS text LANGUAGE sql STRICT AS 'select lower($1)'", "f(n)").empty(),
        "a strict one is inlined where its body is strict: not for us to say");
  }

  TEST_CASE("which of several is called is not always known") {
    const std::string two =
        "f(int) RETURNS int LANGUAGE plpgsql AS 'begin return 1; end'; CREATE FUNCTION f(text) RETURNS text "
        "LANGUAGE sql IMMUTABLE AS 'select lower($1)'";
    CHECK(index_over(two, "f(n)").empty());
    CHECK(index_over("f(int, int) RETURNS int LANGUAGE plpgsql AS 'begin return 1; end'; CREATE FUNCTION "
                     "f(text) RETURNS text LANGUAGE plpgsql AS 'begin return 1; end'",
                     "f(m, m)") == "42P17");
  }

  TEST_CASE("a default that inlines to a constant is computed once") {
    const std::string setup =
        "CREATE TABLE t (n text); CREATE FUNCTION four() RETURNS int LANGUAGE sql AS 'select "
        "4'; CREATE FUNCTION r() RETURNS float LANGUAGE sql AS 'select random()';";
    CHECK(names(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN c int DEFAULT four()").rewrites) == "-");
    CHECK(names(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN c float DEFAULT r()").rewrites) == "t");
  }

  TEST_CASE("a function that moved leaves its name, and its overloads stay") {
    const std::string moved =
        "CREATE SCHEMA s2; CREATE FUNCTION m(int) RETURNS int LANGUAGE sql AS 'select 1'; CREATE FUNCTION "
        "m(text) "
        "RETURNS int LANGUAGE sql AS 'select 1'; ALTER FUNCTION m(int) SET SCHEMA s2;";
    CHECK(always(effect_of_sql(moved, "CREATE FUNCTION m(int) RETURNS int LANGUAGE sql AS 'select 1'"))
              .empty());
    CHECK(always(effect_of_sql(moved, "CREATE FUNCTION m(text) RETURNS int LANGUAGE sql AS 'select 1'")) ==
          "42723");
    CHECK(always(effect_of_sql(moved, "CREATE FUNCTION s2.m(int) RETURNS int LANGUAGE sql AS 'select 1'")) ==
          "42723");
    CHECK(always(effect_of_sql(moved, "CREATE FUNCTION s2.m(text) RETURNS int LANGUAGE sql AS 'select 1'"))
              .empty());
  }
}
