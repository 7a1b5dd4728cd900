#include <doctest/doctest.h>
#include <fmt/format.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

static std::string function(std::string_view body, std::string_view name = "mk()") {
  return fmt::format("CREATE FUNCTION {} RETURNS void LANGUAGE plpgsql AS $$ BEGIN {} END $$;", name, body);
}

TEST_SUITE("catalog/replay_call") {
  TEST_CASE("a called body makes what it says") {
    const std::string make = function("CREATE TABLE made (a int PRIMARY KEY);");
    for (const char* call : {"SELECT mk();", "SELECT * FROM mk();", "SELECT public.mk();"}) {
      CAPTURE(call);
      const Catalog catalog = replayed({make + call});
      CHECK(tables_of(catalog) == "public.made");
      CHECK(indexes_of_table(catalog, "made") == "made_pkey primary (a)");
      CHECK(catalog.complete);
      CHECK(catalog.knows({"public", "made"}));
    }
    CHECK(tables_of(
              replayed({"CREATE PROCEDURE p() LANGUAGE sql AS 'CREATE TABLE made (a int)'; CALL p();"})) ==
          "public.made");
  }

  TEST_CASE("a call that may not run, or not once, raises doubts alone") {
    const std::string make = "CREATE TABLE t (a int);" + function("CREATE TABLE made (a int);");
    for (const char* call : {"SELECT mk() FROM t;", "SELECT mk() WHERE false;",
                             "SELECT coalesce(mk(), null);", "SELECT mk(), 1;"}) {
      CAPTURE(call);
      const Catalog catalog = replayed({make + call});
      CHECK(tables_of(catalog) == "public.t");
      CHECK(!catalog.knows({"public", "made"}));
    }
  }

  TEST_CASE("of two functions of the name, which is meant is not known") {
    const std::string both =
        function("CREATE TABLE a (x int);", "mk()") + function("CREATE TABLE b (x int);", "mk(int)");
    CHECK(tables_of(replayed({both + "SELECT mk();"})).empty());
    const std::string in_schemas = "CREATE SCHEMA s; " + function("CREATE TABLE a (x int);", "s.mk()") +
                                   function("CREATE TABLE b (x int);", "mk()") +
                                   "SET search_path TO s, public;";
    CHECK(tables_of(replayed({in_schemas + "SELECT mk();"})).empty());
  }

  TEST_CASE("what runs in a context of its own or is long is not run") {
    CHECK(tables_of(replayed({"CREATE FUNCTION mk() RETURNS void LANGUAGE sql SECURITY DEFINER AS "
                              "'CREATE TABLE made (a int)'; SELECT mk();"}))
              .empty());
    std::string body;
    for (int i = 0; i < 65; ++i) body += fmt::format("CREATE TABLE t{} (a int);", i);
    CHECK(tables_of(replayed({function(body) + "SELECT mk();"})).empty());
  }

  TEST_CASE("a function that calls itself, or replaces itself, is run once") {
    const Catalog catalog =
        replayed({function("CREATE TABLE IF NOT EXISTS made (a int); PERFORM mk();") + "SELECT mk();"});
    CHECK(tables_of(catalog) == "public.made");
    CHECK(replayed({function("DROP FUNCTION mk();") + "SELECT mk();"}).functions.empty());
  }

  TEST_CASE("what the body of the arguments' functions does is not forgotten") {
    const Catalog catalog =
        replayed({function("CREATE TABLE made (a int);", "mk(int)") +
                  "CREATE FUNCTION arg() RETURNS int LANGUAGE sql AS 'CREATE TABLE other (a int); SELECT 1';"
                  "SELECT mk(arg());"});
    CHECK(tables_of(catalog) == "public.made");
    CHECK(!catalog.knows({"public", "other"}));
  }

  TEST_CASE("a body that would fail leaves doubts") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a int);" + function("CREATE TABLE made (a int); CREATE TABLE t (a int);") +
                  "SELECT mk();"});
    CHECK(tables_of(catalog) == "public.t");
    CHECK(!catalog.knows({"public", "made"}));
  }
}
