#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

namespace {

/// `c0 int, c1 int, …`
std::string columns(const std::string& prefix, int count) {
  std::string list;
  for (int i = 0; i < count; ++i) list += (i == 0 ? "" : ", ") + prefix + std::to_string(i) + " int";
  return list;
}

std::string table(const std::string& name, int count) {
  return "CREATE TABLE " + name + " (" + columns(name, count) + ");";
}

}  // namespace

TEST_SUITE("effect: what PostgreSQL takes") {
  TEST_CASE("inheritance in a circle is refused (42P07)") {
    const std::string generations =
        "CREATE TABLE a (x int); CREATE TABLE b () INHERITS (a); CREATE TABLE c () INHERITS (b);";
    CHECK(always(effect_of_sql(generations, "ALTER TABLE a INHERIT a")) == "42P07");
    CHECK(always(effect_of_sql(generations, "ALTER TABLE a INHERIT c")) == "42P07");
    CHECK(always(effect_of_sql(generations, "ALTER TABLE a RENAME TO z; ALTER TABLE z INHERIT c")) ==
          "42P07");
    CHECK(always(effect_of_sql(generations,
                               "CREATE SCHEMA s; ALTER TABLE b SET SCHEMA s; "
                               "ALTER TABLE a INHERIT s.b")) == "42P07");
    CHECK(always(effect_of_sql(generations, "ALTER TABLE c NO INHERIT b; ALTER TABLE a INHERIT c")).empty());
    CHECK(always(effect_of_sql(generations,
                               "DO $$ BEGIN EXECUTE (SELECT x FROM y); END $$; "
                               "ALTER TABLE a INHERIT c"))
              .empty());
    CHECK(always(effect_of_sql("", "ALTER TABLE d INHERIT e; ALTER TABLE e INHERIT d")).empty());
  }

  TEST_CASE("partitions in a circle are refused (42P07)") {
    const std::string nested =
        "CREATE TABLE p (a int) PARTITION BY RANGE (a);"
        "CREATE TABLE q PARTITION OF p DEFAULT PARTITION BY RANGE (a);"
        "CREATE TABLE r PARTITION OF q DEFAULT PARTITION BY RANGE (a);";
    CHECK(always(effect_of_sql(nested, "ALTER TABLE p ATTACH PARTITION p DEFAULT")) == "42P07");
    CHECK(always(effect_of_sql(nested, "ALTER TABLE q ATTACH PARTITION p DEFAULT")) == "42P07");
    CHECK(always(effect_of_sql(nested, "ALTER TABLE r ATTACH PARTITION p DEFAULT")) == "42P07");
    CHECK(always(effect_of_sql(nested,
                               "ALTER TABLE p DETACH PARTITION q; "
                               "ALTER TABLE r ATTACH PARTITION p DEFAULT"))
              .empty());
  }

  TEST_CASE("a name given twice in a view or CREATE TABLE AS is refused (42701)") {
    const std::string one = "CREATE TABLE t (a int, b int);";
    for (const std::string made : {"CREATE VIEW v", "CREATE TABLE v", "CREATE MATERIALIZED VIEW v"}) {
      CAPTURE(made);
      CHECK(always(effect_of_sql(one, made + " AS SELECT x.*, y.* FROM t x, t y")) == "42701");
      CHECK(always(effect_of_sql(one, made + " AS SELECT * FROM t x JOIN t y ON x.a = y.a")) == "42701");
      CHECK(always(effect_of_sql(one, made + " AS SELECT a, b AS a FROM t")) == "42701");
      CHECK(always(effect_of_sql(one, made + " AS SELECT count(*), count(a) FROM t")) == "42701");
      CHECK(always(effect_of_sql(one, made + " (p, q, p) AS SELECT 1, 2, 3")) == "42701");
      CHECK(always(effect_of_sql(one, made + " (p, q) AS SELECT x.*, y.a FROM t x, t y")).empty());
      CHECK(always(effect_of_sql(one, made + " AS SELECT * FROM t x JOIN t y USING (a, b)")).empty());
      CHECK(always(effect_of_sql(one, made + " AS SELECT * FROM t x NATURAL JOIN t y")).empty());
      CHECK(always(effect_of_sql(one, made + " AS SELECT * FROM t x (c, d), t y")).empty());
      CHECK(always(effect_of_sql(one, made + " AS SELECT *, 1 AS c FROM (SELECT a FROM t) s")).empty());
      CHECK(
          always(effect_of_sql(one, made + " AS WITH t AS (SELECT 1 AS z) SELECT *, 2 AS a FROM t")).empty());
      CHECK(always(effect_of_sql("", made + " AS SELECT x.*, y.* FROM foreign_to_us x, t y")).empty());
      CHECK(always(effect_of_sql(one, made + " AS SELECT *, (SELECT max(a) FROM t) AS m FROM t")).empty());
    }
  }

  TEST_CASE("what CASE and sub-selects are named is not taken for known") {
    CHECK(always(effect_of_sql(
                     "CREATE TABLE t (a int, b int);",
                     "CREATE VIEW v AS SELECT CASE WHEN a = 1 THEN 2 ELSE a END, CASE WHEN a = 1 THEN 2 "
                     "ELSE b END FROM t"))
              .empty());
    CHECK(
        always(effect_of_sql("CREATE TABLE t (a int, b int);",
                             "CREATE VIEW v AS SELECT (SELECT max(a) FROM t), (SELECT min(a) FROM t) FROM t"))
            .empty());
  }

  TEST_CASE("a query has at most 1,664 targets, what is made of it 1,600 columns (54011)") {
    const std::string wide = table("w", 1000) + table("x", 600) + table("y", 65);
    CHECK(always(effect_of_sql(wide, "CREATE VIEW v AS SELECT w.*, x.* FROM w, x")).empty());
    CHECK(always(effect_of_sql(wide, "CREATE VIEW v AS SELECT w.*, x.*, y0 FROM w, x, y")) == "54011");
    CHECK(always(effect_of_sql(wide, "CREATE TABLE v AS SELECT * FROM w, x, y")) == "54011");
    CHECK(always(effect_of_sql(wide, "CREATE VIEW v AS SELECT w.*, z.* FROM w, w z")) == "54011");
  }

  TEST_CASE("columns that come with LIKE and INHERITS count") {
    const std::string wide = table("w", 1000) + table("x", 600);
    CHECK(always(effect_of_sql(wide, "CREATE TABLE v (LIKE w, LIKE x)")).empty());
    CHECK(always(effect_of_sql(wide, "CREATE TABLE v (LIKE w, LIKE x, more int)")) == "54011");
    CHECK(always(effect_of_sql(wide, "CREATE TABLE v () INHERITS (w, x)")).empty());
    CHECK(always(effect_of_sql(wide, "CREATE TABLE v (more int) INHERITS (w, x)")) == "54011");
  }

  TEST_CASE("a delete follows each foreign key once, however many ways lead there") {
    constexpr int tables = 20;
    std::string sql;
    for (int i = 0; i < tables; ++i)
      sql += "CREATE TABLE t" + std::to_string(i) + " (id int PRIMARY KEY, r int);";
    for (int i = 0; i < tables * tables; ++i)
      sql += "ALTER TABLE t" + std::to_string(i / tables) + " ADD FOREIGN KEY (r) REFERENCES t" +
             std::to_string(i % tables) + " (id) ON DELETE CASCADE;";
    CHECK(effect_of_sql(sql, "DELETE FROM t0 WHERE id > 1").locks.size() == tables);
  }

  TEST_CASE("a function is replaced where it is looked for, not in another schema") {
    const std::string other =
        "CREATE SCHEMA s; CREATE FUNCTION s.f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1';";
    CHECK(always(effect_of_sql(other, "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'"))
              .empty());
    CHECK(always(effect_of_sql(other, "CREATE FUNCTION s.f(b int) RETURNS int LANGUAGE sql AS 'SELECT 1'")) ==
          "42723");
    CHECK(always(effect_of_sql(other,
                               "SET search_path = s; CREATE FUNCTION f(a integer) RETURNS int "
                               "LANGUAGE sql AS 'SELECT 1'")) == "42723");
  }
}
