// The columns of CREATE TABLE … AS.

#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

static std::string columns_of_query(const std::string& query) {
  const Catalog catalog =
      replayed({"CREATE TABLE a (id int, x text); CREATE TYPE co AS (p int, q text);"
                "CREATE EXTENSION somebodys;",
                "CREATE TABLE made AS " + query + ";"});
  const Table* table = catalog.table(RelationName{{}, "made"});
  REQUIRE(table != nullptr);
  std::string names;
  for (const Column& column : table->columns) names += (names.empty() ? "" : " ") + column.name;
  return names + (table->certain ? "" : " …");
}

TEST_SUITE("catalog/query_columns") {
  TEST_CASE("names are PostgreSQL's own (FigureColname)") {
    CHECK(columns_of_query("SELECT (SELECT 1 AS sub), ARRAY[1], EXISTS (SELECT 1)") == "sub array exists");
    CHECK(columns_of_query("SELECT ARRAY(SELECT 1), (SELECT x FROM a LIMIT 1), (SELECT 1)") ==
          "array x ?column?");
    CHECK(columns_of_query("SELECT CASE WHEN true THEN 1 END, CASE WHEN true THEN 1 ELSE id END FROM a") ==
          "case id");
    CHECK(columns_of_query("SELECT coalesce(1, 2), greatest(1, 2), least(1, 2), nullif(1, 2)") ==
          "coalesce greatest least nullif");
    CHECK(columns_of_query("SELECT 1::int8, '1'::varchar, now()::text, x::varchar, true FROM a") ==
          "int8 varchar now x ?column?");
    CHECK(columns_of_query("SELECT current_date, current_user, localtimestamp, 1 + 1") ==
          "current_date current_user localtimestamp ?column?");
    CHECK(columns_of_query("SELECT XMLELEMENT(NAME foo), XMLFOREST(1 AS a)") == "xmlelement xmlforest");
    CHECK(columns_of_query("SELECT (f).q FROM (SELECT ROW(1, 'a')::co AS f) s") == "q");
  }

  TEST_CASE("VALUES, functions, joins and sub-selects give what they have") {
    CHECK(columns_of_query("VALUES (1, 'a')") == "column1 column2");
    CHECK(columns_of_query("SELECT * FROM (VALUES (1, 2)) v (p, q)") == "p q");
    CHECK(columns_of_query("SELECT * FROM generate_series(1, 10) d") == "d");
    CHECK(columns_of_query("SELECT * FROM generate_series(1, 10) WITH ORDINALITY") ==
          "generate_series ordinality");
    CHECK(columns_of_query("SELECT * FROM json_to_recordset('[]') AS r (k int, v text)") == "k v");
    CHECK(columns_of_query("SELECT * FROM jsonb_each('{}')") == "key value");
    CHECK(columns_of_query("SELECT r.* FROM a, LATERAL (SELECT a.id AS z) r") == "z");
    CHECK(columns_of_query("SELECT * FROM a JOIN (SELECT x AS y, id FROM a) b USING (id)") == "id x y");
    CHECK(columns_of_query(
              "WITH RECURSIVE r (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT * FROM r") == "n");
    CHECK(columns_of_query("TABLE a") == "id x");
  }

  TEST_CASE("what can't be derived is not all there is") {
    CHECK(columns_of_query("SELECT * FROM made_elsewhere()") == " …");
    CHECK(columns_of_query("SELECT id, m.* FROM a, made_elsewhere() m") == "id …");
    CHECK(columns_of_query("SELECT * FROM a, elsewhere.t") == "id x …");
    CHECK(columns_of_query("SELECT (f).* FROM (SELECT ROW(1, 'a')::co AS f) s") == " …");
  }

  TEST_CASE("names written for the table come first") {
    const Catalog catalog =
        replayed({"CREATE TABLE k (a, b) AS VALUES (1, 2); CREATE VIEW v AS SELECT a, b AS c FROM k;"
                  "CREATE TABLE l (LIKE v); SELECT a AS i INTO s FROM k;"});
    CHECK(columns_of_table(catalog, "l") == "a integer, c integer");
    CHECK(catalog.table(RelationName{{}, "k"})->column("b") != nullptr);
    CHECK(catalog.table(RelationName{{}, "k"})->column("column2") == nullptr);
    CHECK(catalog.table(RelationName{{}, "s"})->column("i") != nullptr);
  }
}
