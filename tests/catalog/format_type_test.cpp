#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/format_type") {
  TEST_CASE("types are printed as PostgreSQL's format_type prints them") {
    const Catalog catalog = replayed(
        {"CREATE SCHEMA app; CREATE TYPE \"Role\" AS ENUM ('a'); CREATE TYPE app.kind AS ENUM ('k');"});
    struct Row {
      std::string sql, printed;
    };
    const Row rows[] = {
        {"varchar(255)", "character varying(255)"},
        {"varchar", "character varying"},
        {"char", "character(1)"},
        {"bpchar", "bpchar"},
        {"\"char\"", "\"char\""},
        {"timestamp(3)", "timestamp(3) without time zone"},
        {"timestamptz", "timestamp with time zone"},
        {"timetz(2)", "time(2) with time zone"},
        {"numeric(10)", "numeric(10,0)"},
        {"decimal(10,2)[]", "numeric(10,2)[]"},
        {"bit varying(5)", "bit varying(5)"},
        {"bit", "bit(1)"},
        {"interval year to month", "interval year to month"},
        {"interval day to second(3)", "interval day to second(3)"},
        {"int[][]", "integer[]"},
        {"_text", "text[]"},
        {"float(20)", "real"},
        {"\"Role\"", "\"Role\""},
        {"\"Role\"[]", "\"Role\"[]"},
        {"app.kind", "app.kind"},
        {"citext", "citext"},
        {"vector(3)", "vector(3)"},
    };
    for (const Row& row : rows) {
      CAPTURE(row.sql);
      CHECK(columns_of_table(replayed({"CREATE SCHEMA app; CREATE TYPE \"Role\" AS ENUM ('a'); CREATE TYPE "
                                       "app.kind AS ENUM ('k');",
                                       "CREATE TABLE t (c " + row.sql + ");"}),
                             "t") == "c " + row.printed);
    }
  }

  TEST_CASE("an extension's type has the schema the extension was put in") {
    const Catalog catalog = replayed({R"(
      CREATE SCHEMA extensions;
      CREATE EXTENSION vector WITH SCHEMA extensions;
      SET search_path = public, extensions;
      CREATE TABLE t (v vector(3));
    )"});
    CHECK(columns_of_table(catalog, "t") == "v extensions.vector(3)");
  }
}
