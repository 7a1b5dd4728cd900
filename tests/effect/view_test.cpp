// What a view depends on, scope by scope, and what columns it has.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string tables = R"(
  CREATE TABLE a (id int PRIMARY KEY, icon text, status text, n int);
  CREATE TABLE b (id int, icon text, n int, status text);
)";

static std::string drop_of(const std::string& view, const std::string& table, const std::string& column) {
  const std::string setup = tables + "CREATE VIEW v AS " + view + ";";
  return always(effect_of_sql(setup, "ALTER TABLE " + table + " DROP COLUMN " + column));
}

TEST_SUITE("effect: views") {
  TEST_CASE("a sub-select's columns are its own tables'") {
    const std::string in_target = "SELECT *, (SELECT n FROM b WHERE b.id = a.id) AS bn FROM a";
    CHECK(drop_of(in_target, "b", "icon").empty());
    CHECK(drop_of(in_target, "b", "status").empty());
    CHECK(drop_of(in_target, "b", "n") == "2BP01");
    CHECK(drop_of(in_target, "b", "id") == "2BP01");
    CHECK(drop_of(in_target, "a", "icon") == "2BP01");
    const std::string in_where = "SELECT id, status FROM a WHERE id IN (SELECT n FROM b)";
    CHECK(drop_of(in_where, "b", "status").empty());
    CHECK(drop_of(in_where, "b", "n") == "2BP01");
    CHECK(drop_of(in_where, "a", "n").empty());
    CHECK_MESSAGE(drop_of("SELECT id FROM a WHERE EXISTS (SELECT * FROM b)", "b", "icon") == "2BP01",
                  "EXISTS expands its star");
  }

  TEST_CASE("an outer column is meant where the sub-select has none of the name") {
    const std::string correlated =
        "SELECT id FROM a x WHERE EXISTS (SELECT 1 FROM (SELECT n AS m FROM b) s "
        "WHERE m = x.n AND icon = 'y')";
    CHECK(drop_of(correlated, "a", "icon") == "2BP01");
    CHECK(drop_of(correlated, "b", "icon").empty());
    CHECK(drop_of(correlated, "b", "n") == "2BP01");
  }

  TEST_CASE("the star of a WITH query, a sub-select or a row expands to what that has") {
    CHECK(drop_of("WITH c AS (SELECT id, n FROM b) SELECT c.* FROM c", "b", "icon").empty());
    CHECK(drop_of("WITH c AS (SELECT id, n FROM b) SELECT c.* FROM c", "b", "n") == "2BP01");
    CHECK(drop_of("WITH a AS (SELECT id FROM b) SELECT * FROM a", "a", "icon").empty());
    CHECK(drop_of("SELECT s.* FROM (SELECT id FROM b) s", "b", "icon").empty());
    CHECK(drop_of("SELECT (t).* FROM b t", "b", "icon") == "2BP01");
    CHECK(drop_of("SELECT (t).n FROM b t", "b", "icon").empty());
    CHECK_MESSAGE(drop_of("SELECT t FROM b t", "b", "icon").empty(), "the row as a whole: the table alone");
    CHECK(drop_of("SELECT k.q FROM b AS k (p, q)", "b", "icon") == "2BP01");
    CHECK(drop_of("SELECT k.q FROM b AS k (p, q)", "b", "id").empty());
  }

  TEST_CASE("the columns that a join shares count on both sides, named or not") {
    CHECK(drop_of("SELECT a.icon FROM a JOIN b USING (id)", "b", "id") == "2BP01");
    CHECK(drop_of("SELECT a.icon FROM a JOIN b USING (id)", "b", "icon").empty());
    CHECK(drop_of("SELECT count(*) FROM a NATURAL JOIN b", "b", "icon") == "2BP01");
    CHECK(drop_of("SELECT j.n FROM (a JOIN (SELECT id FROM b) s USING (id)) AS j", "a", "icon").empty());
  }

  TEST_CASE("what can't be told is not claimed") {
    const std::string setup = "CREATE TABLE t (a int, b int); CREATE EXTENSION somebodys;";
    const std::string view = "CREATE VIEW v AS SELECT a, c FROM t, made_elsewhere() m;";
    CHECK(always(effect_of_sql(setup + view, "ALTER TABLE t DROP COLUMN a")) == "2BP01");
    CHECK(always(effect_of_sql(setup + view, "ALTER TABLE t DROP COLUMN b")).empty());
  }

  TEST_CASE("CREATE OR REPLACE VIEW compares the columns that a star stands for") {
    const auto replaced = [](const std::string& before, const std::string& after) {
      return always(
          effect_of_sql(tables + "CREATE VIEW v AS " + before + ";", "CREATE OR REPLACE VIEW v AS " + after));
    };
    CHECK(replaced("WITH c AS (SELECT id, n FROM b) SELECT c.*, 1 AS f FROM c", "SELECT id, n, 1 AS f FROM b")
              .empty());
    CHECK(replaced("WITH c AS (SELECT id, n FROM b) SELECT c.*, 1 AS f FROM c",
                   "SELECT n, id, 1 AS f FROM b") == "42P16");
    CHECK(replaced("SELECT * FROM a JOIN (SELECT id, n AS m FROM b) s USING (id)",
                   "SELECT a.id, a.icon, a.status, a.n, b.n AS m FROM a JOIN b ON a.id = b.id")
              .empty());
    CHECK(replaced("SELECT * FROM a NATURAL JOIN b", "SELECT id, icon, status, n FROM a").empty());
    CHECK(replaced("VALUES (1, 'x')", "SELECT 1 AS column1, 'y' AS column2").empty());
    CHECK(replaced("SELECT * FROM generate_series(1, 3) AS g", "SELECT 1 AS g").empty());
    CHECK(replaced("SELECT * FROM generate_series(1, 3) AS g", "SELECT 1 AS h") == "42P16");
    CHECK(replaced("SELECT * FROM made_elsewhere", "SELECT id FROM a").empty());
  }

  TEST_CASE("a type that PostgreSQL picks among several is not known") {
    const auto replaced = [](const std::string& before, const std::string& after) {
      return always(effect_of_sql("CREATE TABLE n (i int, b bigint);CREATE VIEW v AS " + before + ";",
                                  "CREATE OR REPLACE VIEW v AS " + after));
    };
    CHECK(replaced("SELECT coalesce(i, b) AS c FROM n", "SELECT b AS c FROM n").empty());
    CHECK(replaced("SELECT i AS c FROM n UNION SELECT b FROM n", "SELECT b AS c FROM n").empty());
    CHECK(replaced("SELECT i AS c FROM n UNION SELECT made_elsewhere()", "SELECT b AS c FROM n").empty());
    CHECK(replaced("SELECT coalesce(i, 0) AS c FROM n", "SELECT b AS c FROM n") == "42P16");
    CHECK(replaced("SELECT max(i) AS c FROM n", "SELECT max(b) AS c FROM n") == "42P16");
    CHECK(replaced("SELECT mine.lower(i) AS c FROM n", "SELECT b AS c FROM n").empty());
  }

  TEST_CASE("a primary key counts only for the relation that the view groups by") {
    const std::string two =
        "CREATE TABLE p (id int PRIMARY KEY, name text); CREATE TABLE q (id int PRIMARY KEY, "
        "name text);";
    const std::string view =
        "CREATE VIEW v AS SELECT p.id, p.name, count(q.id) FROM p LEFT JOIN q ON q.id = p.id GROUP BY p.id;";
    CHECK(always(effect_of_sql(two + view, "ALTER TABLE p DROP CONSTRAINT p_pkey")) == "2BP01");
    CHECK(always(effect_of_sql(two + view, "ALTER TABLE q DROP CONSTRAINT q_pkey")).empty());
  }

  TEST_CASE("a policy's sub-select reads its own tables") {
    const std::string policy =
        tables + "CREATE POLICY p ON a USING (EXISTS (SELECT 1 FROM b WHERE icon = 'x' AND b.n = a.n));";
    CHECK(always(effect_of_sql(policy, "ALTER TABLE a DROP COLUMN icon")).empty());
    CHECK(always(effect_of_sql(policy, "ALTER TABLE a DROP COLUMN n")) == "2BP01");
    CHECK(always(effect_of_sql(policy, "DROP TABLE b")) == "2BP01");
    CHECK(always(effect_of_sql(policy, "DROP TABLE a, b")).empty());
    CHECK(
        always(effect_of_sql(policy + "DROP TABLE b CASCADE;", "CREATE POLICY p ON a USING (true)")).empty());
  }
}
