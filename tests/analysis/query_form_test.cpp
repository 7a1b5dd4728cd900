// What PostgreSQL refuses in the clauses of a query: WITH, windows, sorting, row values, changes of rows.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string tables = R"(
  CREATE TYPE part AS (x int, y text);
  CREATE TABLE emp (id int PRIMARY KEY, dep text NOT NULL, pay int, boss int, info json,
                    home part, marks int[]);
  CREATE TABLE dep (name text UNIQUE, head int, pay int);
  CREATE TABLE odd (pay text);
  CREATE VIEW rich AS SELECT id, dep FROM emp WHERE pay > 9;
  CREATE FUNCTION pairs(n int, OUT a int, OUT b text) RETURNS SETOF record LANGUAGE sql AS 'SELECT 1, ''x''';
  CREATE FUNCTION emps() RETURNS SETOF emp LANGUAGE sql AS 'SELECT * FROM emp';
  CREATE FUNCTION one(n int) RETURNS int LANGUAGE sql AS 'SELECT 1';
)";

static std::string refused(const std::string& query) { return always(effect_of_sql(tables, query)); }

static void check_accepted(const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(refused(query).empty());
  }
}

static void check_refused(const std::string& sqlstate, const std::vector<std::string>& queries) {
  for (const std::string& query : queries) {
    CAPTURE(query);
    CHECK(refused(query) == sqlstate);
  }
}

TEST_SUITE("analysis: WITH") {
  TEST_CASE("a recursive query is a first term and one that refers to it, once") {
    check_refused(
        "42P19",
        {"WITH RECURSIVE r AS (SELECT n FROM r) SELECT 1",
         "WITH RECURSIVE r(n) AS (SELECT 1 INTERSECT SELECT n + 1 FROM r) SELECT * FROM r",
         "WITH RECURSIVE r(n) AS (SELECT n FROM r UNION ALL SELECT 1) SELECT * FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT a.n FROM r a, r b) SELECT * FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT 2 WHERE 1 IN (SELECT n FROM r)) SELECT "
         "* FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT id FROM emp LEFT JOIN r ON n = id) "
         "SELECT * FROM "
         "r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT id FROM r RIGHT JOIN emp ON n = id) SELECT * "
         "FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT count(*)::int FROM r) SELECT * FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL (SELECT 2 EXCEPT SELECT n FROM r)) SELECT * FROM r",
         "WITH RECURSIVE r AS (DELETE FROM emp USING r RETURNING id) SELECT * FROM r"});
    check_refused("0A000",
                  {"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r ORDER BY 1) SELECT 1",
                   "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LIMIT 3) SELECT 1"});
    check_accepted(
        {"WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) SELECT "
         "count(*) FROM r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION SELECT r.n + e.id FROM emp e JOIN r ON e.boss = "
         "r.n) TABLE "
         "r",
         "WITH RECURSIVE r(n) AS (SELECT max(id) FROM emp UNION ALL SELECT n - 1 FROM r WHERE n > "
         "0) TABLE r",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r LEFT JOIN emp ON n = id WHERE n < "
         "3) TABLE r",
         "WITH RECURSIVE a AS (SELECT 1 AS n), b AS (SELECT n FROM a ORDER BY n LIMIT 1) SELECT * FROM b",
         "WITH RECURSIVE emp AS (SELECT id FROM public.emp) SELECT * FROM emp",
         "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + (SELECT count(*)::int FROM emp) FROM r) "
         "TABLE r"});
  }

  TEST_CASE("a WITH query that changes rows stands at the top, and returns what is read from it") {
    check_refused("0A000", {"SELECT * FROM (WITH d AS (DELETE FROM emp RETURNING id) SELECT * FROM d) x",
                            "WITH d AS (DELETE FROM emp) SELECT * FROM d",
                            "WITH i AS (INSERT INTO dep VALUES ('x', 1)) SELECT * FROM dep, i"});
    check_accepted(
        {"WITH d AS (DELETE FROM emp) SELECT * FROM dep",
         "WITH d AS (DELETE FROM emp RETURNING id) "
         "TABLE d",
         "WITH d AS (DELETE FROM dep RETURNING *) INSERT INTO emp (id, dep) SELECT head, name FROM d"});
    check_refused("42712", {"WITH d AS (SELECT 1), d AS (SELECT 2) SELECT 1"});
  }
}

TEST_SUITE("analysis: windows") {
  TEST_CASE("what OVER refers to is there, and is not changed") {
    check_refused("42704",
                  {"SELECT rank() OVER w FROM emp", "SELECT rank() OVER (v) FROM emp WINDOW w AS ()"});
    check_refused("42P20", {"SELECT rank() OVER (w PARTITION BY dep) FROM emp WINDOW w AS (ORDER BY pay)",
                            "SELECT rank() OVER (w ORDER BY id) FROM emp WINDOW w AS (ORDER BY pay)",
                            "SELECT sum(pay) OVER (w) FROM emp WINDOW w AS (ORDER BY pay ROWS 1 PRECEDING)",
                            "SELECT 1 FROM emp WINDOW w AS (), w AS (ORDER BY pay)",
                            "SELECT sum(pay) OVER (RANGE BETWEEN 1 PRECEDING AND CURRENT ROW) FROM emp",
                            "SELECT sum(pay) OVER (ORDER BY id, pay RANGE 1 PRECEDING) FROM emp",
                            "SELECT sum(pay) OVER (GROUPS 1 PRECEDING) FROM emp",
                            "SELECT rank() OVER (ORDER BY rank() OVER (ORDER BY pay)) FROM emp",
                            "SELECT sum(rank() OVER (ORDER BY pay)) OVER () FROM emp"});
    check_accepted({"SELECT rank() OVER w FROM emp WINDOW w AS (ORDER BY pay)",
                    "SELECT rank() OVER (w ORDER BY pay) FROM emp WINDOW w AS (PARTITION BY dep)",
                    "SELECT sum(pay) OVER w FROM emp WINDOW w AS (ORDER BY pay ROWS 1 PRECEDING)",
                    "SELECT sum(pay) OVER (w RANGE 1 PRECEDING) FROM emp WINDOW w AS (ORDER BY pay)",
                    "SELECT sum(pay) OVER (ORDER BY id GROUPS 1 PRECEDING) FROM emp",
                    "SELECT sum(pay) OVER v FROM emp WINDOW w AS (ORDER BY pay), v AS (w ROWS 1 PRECEDING)",
                    "SELECT sum(sum(pay)) OVER () FROM emp GROUP BY dep",
                    "SELECT sum(pay) OVER (ORDER BY (SELECT max(rank) FROM (SELECT rank() OVER () "
                    "FROM dep) "
                    "x)) FROM emp",
                    "SELECT rank() OVER (ORDER BY pay) FROM emp ORDER BY rank() OVER (ORDER BY pay)"});
  }

  TEST_CASE("where a window function may not stand") {
    check_refused("42P20",
                  {"UPDATE emp SET pay = rank() OVER ()", "VALUES (rank() OVER ())",
                   "DELETE FROM emp WHERE rank() OVER () > 1", "DELETE FROM emp RETURNING rank() OVER ()",
                   "ALTER TABLE emp ADD CHECK (rank() OVER () > 1)",
                   "SELECT 1 FROM emp JOIN dep ON rank() OVER () = 1"});
    check_refused("42803", {"DELETE FROM emp RETURNING sum(pay)"});
    check_refused("0A000", {"SELECT sum(DISTINCT pay) OVER () FROM emp",
                            "SELECT array_agg(pay ORDER BY id) OVER () FROM emp"});
  }

  TEST_CASE("what only aggregates have") {
    check_refused("42809",
                  {"SELECT lower(DISTINCT dep) FROM emp", "SELECT lower(dep) OVER () FROM emp",
                   "SELECT lower(dep) FILTER (WHERE true) FROM emp", "SELECT one(DISTINCT pay) FROM emp",
                   "SELECT lower(dep ORDER BY dep) "
                   "FROM emp"});
    check_accepted({"SELECT count(DISTINCT dep), sum(pay) FILTER (WHERE pay > 3) FROM emp"});
  }
}

TEST_SUITE("analysis: sorting") {
  TEST_CASE("a set operation is sorted by what it gives") {
    check_refused("42703", {"SELECT id FROM emp UNION SELECT head FROM dep ORDER BY head"});
    check_refused("42P10", {"SELECT id FROM emp UNION SELECT head FROM dep ORDER BY 2"});
    check_accepted({"SELECT id FROM emp UNION SELECT head FROM dep ORDER BY id",
                    "SELECT id, pay FROM emp EXCEPT SELECT head, pay FROM dep ORDER BY 2, 1 DESC",
                    "SELECT id AS n FROM emp UNION ALL SELECT head FROM dep ORDER BY n LIMIT 3"});
  }

  TEST_CASE("DISTINCT ON goes with the first keys of ORDER BY") {
    check_refused("42P10", {"SELECT DISTINCT ON (dep) id FROM emp ORDER BY id",
                            "SELECT DISTINCT ON (dep, pay) id FROM emp ORDER BY dep, id, pay"});
    check_accepted({"SELECT DISTINCT ON (dep) id FROM emp ORDER BY dep, id",
                    "SELECT DISTINCT ON (dep, pay) id FROM emp ORDER BY pay, dep, id",
                    "SELECT DISTINCT ON (dep, pay) id FROM emp ORDER BY pay",
                    "SELECT DISTINCT ON (dep) id FROM emp",
                    "SELECT DISTINCT ON (d) dep AS d, id FROM emp ORDER BY d, id",
                    "SELECT DISTINCT ON (1) dep, id FROM emp ORDER BY 1, 2"});
  }

  TEST_CASE("FOR UPDATE") {
    check_refused("0A000",
                  {"SELECT DISTINCT id FROM emp FOR UPDATE", "SELECT dep FROM emp GROUP BY dep FOR UPDATE",
                   "SELECT id FROM emp UNION SELECT 1 FOR SHARE"});
    check_refused("42P01", {"SELECT 1 FROM emp e FOR UPDATE OF emp",
                            "SELECT 1 FROM emp FOR UPDATE "
                            "OF dep"});
    check_accepted({"SELECT 1 FROM emp e JOIN dep ON head = e.id FOR UPDATE OF e, dep SKIP LOCKED"});
  }
}

TEST_SUITE("analysis: rows and composites") {
  TEST_CASE("rows that are compared have the same length") {
    check_refused(
        "42601",
        {"SELECT ROW(1, 2) = ROW(1, 2, 3)", "SELECT (1, 2) IN (SELECT 1)", "SELECT (1, 2) = (SELECT 1, 2, 3)",
         "SELECT (id, pay) IN (SELECT head FROM dep) "
         "FROM emp",
         "UPDATE emp SET (pay, boss) = (1, 2, 3)", "UPDATE emp SET (pay, boss) = (SELECT 1)"});
    check_accepted({"SELECT (1, 2) IN (SELECT 1, 2)", "UPDATE emp SET (pay, boss) = (DEFAULT, 2)",
                    "UPDATE emp SET (pay, boss) = (SELECT pay, head FROM dep)",
                    "UPDATE emp SET pay = DEFAULT"});
  }

  TEST_CASE("parts of a column") {
    check_refused("42703",
                  {"UPDATE emp SET home.z = 1", "SELECT (home).z FROM emp", "SELECT (emp).nope FROM emp"});
    check_refused("42804", {"UPDATE emp SET home.x = now()", "UPDATE emp SET marks[1] = now()"});
    check_refused("42809", {"SELECT (1).f1", "SELECT (pay).x FROM emp", "SELECT * FROM part"});
    check_refused("22P02", {"UPDATE emp SET marks[1] = 'x'"});
    check_accepted({"UPDATE emp SET home.x = 1", "UPDATE emp SET marks[2] = 7",
                    "UPDATE emp SET marks[1:2] = '{1,2}'", "UPDATE emp SET marks[1:2] = ARRAY[1, 2]",
                    "SELECT (emp).pay FROM emp", "SELECT (home).x FROM emp"});
  }

  TEST_CASE("DEFAULT stands for a whole value") {
    check_refused("42601",
                  {"INSERT INTO dep VALUES ('x', DEFAULT + 1)", "SELECT DEFAULT", "VALUES (DEFAULT)"});
    check_accepted({"INSERT INTO dep VALUES ('x', DEFAULT)"});
  }

  TEST_CASE("the columns of a function in FROM") {
    check_refused("42703", {"SELECT c FROM pairs(1)", "SELECT p.c FROM pairs(1) p",
                            "SELECT nope "
                            "FROM emps()",
                            "SELECT x.y FROM one(1) x"});
    check_refused("42P10", {"SELECT 1 FROM pairs(1) AS p(a, b, c)"});
    check_accepted({"SELECT a, b FROM pairs(1)", "SELECT p.z FROM pairs(1) AS p(z)",
                    "SELECT e.pay FROM emps() e", "SELECT one FROM one(1)", "SELECT x + 1 FROM one(1) x"});
  }

  TEST_CASE("types that nobody makes") {
    check_refused("42704", {"SELECT 1::nosuchtype", "UPDATE emp SET pay = dep::nosuch::int",
                            "CREATE VIEW v AS SELECT CAST(dep AS nosuch) AS d FROM emp"});
    check_accepted({"SELECT NULL::emp"});
  }
}

TEST_SUITE("analysis: joins") {
  TEST_CASE("USING") {
    check_refused("42702", {"SELECT 1 FROM (emp CROSS JOIN dep) JOIN odd USING (pay)"});
    check_refused("42701", {"SELECT 1 FROM emp JOIN dep USING (pay, pay)"});
    check_refused("42804", {"SELECT 1 FROM emp JOIN odd USING (pay)"});
    check_accepted({"SELECT pay FROM emp JOIN dep USING (pay)"});
  }

  TEST_CASE("two items of one alias, of whatever tables") {
    check_refused("42712", {"SELECT 1 FROM emp a JOIN dep a ON true", "SELECT 1 FROM emp, dep emp",
                            "DELETE FROM emp t USING dep t"});
    check_accepted({"SELECT 1 FROM emp, dep", "SELECT 1 FROM emp a, emp b"});
  }
}

TEST_SUITE("analysis: changes of rows") {
  TEST_CASE("ON CONFLICT") {
    check_refused("42702", {"INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET pay = "
                            "pay + 1"});
    check_refused("42P10",
                  {"INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id DESC) DO NOTHING",
                   "INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id NULLS FIRST) DO NOTHING"});
    check_refused(
        "42712",
        {"INSERT INTO emp AS excluded (id, dep) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET pay = 1"});
    check_refused("42601",
                  {"INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET (pay, boss) = "
                   "(1, 2, 3)"});
    check_accepted(
        {"INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET pay = emp.pay + 1",
         "INSERT INTO emp (id, dep) VALUES (1, 'x') ON CONFLICT (id) DO UPDATE SET pay = excluded.pay"});
  }

  TEST_CASE("MERGE") {
    check_refused(
        "42601",
        {"MERGE INTO emp USING dep ON id = head WHEN MATCHED THEN DELETE WHEN MATCHED THEN DO NOTHING"});
    check_refused("42712", {"MERGE INTO emp t USING dep t ON true WHEN MATCHED THEN DELETE"});
    check_accepted(
        {"MERGE INTO emp USING dep ON id = head WHEN MATCHED AND head > 1 THEN DELETE WHEN MATCHED THEN DO "
         "NOTHING"});
  }
}

TEST_SUITE("analysis: queries that are not run") {
  TEST_CASE("EXPLAIN, PREPARE and DECLARE look at theirs") {
    check_refused("42703", {"EXPLAIN SELECT nope FROM emp", "PREPARE p AS SELECT nope FROM emp",
                            "EXPLAIN (ANALYZE false) UPDATE emp SET nope = 1",
                            "EXPLAIN ANALYZE SELECT nope "
                            "FROM emp"});
    check_refused("42P01", {"EXPLAIN DELETE FROM nosuch", "PREPARE p (int) AS SELECT * FROM nosuch"});
    CHECK(always(effect_of_sql(tables + "BEGIN;", "DECLARE c CURSOR FOR SELECT nope FROM emp")) == "42703");
    check_accepted({"EXPLAIN SELECT pay FROM emp", "PREPARE p AS UPDATE emp SET pay = $1 WHERE id = $2"});
  }

  TEST_CASE("COPY") {
    check_refused("42703", {"COPY emp (nope) TO '/tmp/x'", "COPY emp FROM '/tmp/x' WHERE nope = 1"});
    check_refused("42701", {"COPY emp (id, id) FROM '/tmp/x'"});
    check_refused("42809", {"COPY rich TO '/tmp/x'"});
    check_refused("0A000", {"COPY emp FROM '/tmp/x' (DELIMITER 'ab')", "COPY emp FROM '/tmp/x' (QUOTE 'x')",
                            "COPY emp FROM '/tmp/x' WHERE id IN (SELECT head FROM dep)"});
    check_refused("22023", {"COPY emp FROM '/tmp/x' (FORMAT foo)"});
    check_refused("42601",
                  {"COPY emp FROM '/tmp/x' (FORMAT csv, FORMAT text)", "COPY emp FROM '/tmp/x' (nosuch)",
                   "COPY emp TO '/tmp/x' (FORMAT binary, DELIMITER ',')"});
    check_refused("42804", {"COPY emp FROM '/tmp/x' WHERE id"});
    check_accepted({"COPY emp (id, dep) FROM '/tmp/x' (FORMAT csv, HEADER, QUOTE '\"') WHERE id > 3",
                    "COPY (SELECT id FROM emp) TO '/tmp/x' (FORMAT csv)", "COPY rich FROM '/tmp/x'"});
  }
}

TEST_SUITE("analysis: keys") {
  TEST_CASE("what a key may be") {
    check_refused("42601", {"SELECT pay FROM emp GROUP BY pay, 'x'", "SELECT pay FROM emp ORDER BY NULL",
                            "SELECT pay FROM emp ORDER BY 1.5", "SELECT pay FROM emp ORDER BY true"});
    check_refused("42883", {"SELECT DISTINCT info FROM emp", "SELECT info FROM emp GROUP BY info",
                            "SELECT id FROM emp ORDER BY info"});
    check_accepted({"SELECT pay FROM emp GROUP BY 1", "SELECT pay FROM emp ORDER BY 'x'::text",
                    "SELECT sum(pay) OVER (ORDER BY 'x') FROM emp",
                    "SELECT array_agg(pay ORDER BY 'x') FROM emp",
                    "SELECT DISTINCT marks, home FROM emp ORDER BY marks",
                    "SELECT info FROM emp UNION ALL SELECT info FROM emp",
                    "SELECT DISTINCT '[1,2]'::int4range, '{}'::jsonb, 'a'::name, '1'::money"});
  }

  TEST_CASE("a star is grouped by, column by column") {
    check_refused("42803", {"SELECT * FROM dep GROUP BY head", "SELECT d.* FROM dep d GROUP BY d.head, d.pay",
                            "SELECT sum(pay) FROM emp GROUP BY 1",
                            "SELECT 1 FROM emp a JOIN emp b ON "
                            "sum(a.pay) > 1"});
    check_accepted({"SELECT * FROM emp GROUP BY id", "SELECT e.* FROM emp e GROUP BY e.id",
                    "SELECT * FROM dep GROUP BY name, head, pay",
                    "SELECT * FROM (SELECT pay FROM emp) s GROUP BY pay",
                    "SELECT (SELECT count(*) FROM dep) FROM emp GROUP BY 1",
                    "SELECT dep, sum(pay) FROM emp GROUP BY 1"});
  }

  TEST_CASE("a function of an aggregate's name is none") {
    const std::string max = "CREATE FUNCTION max(x text[]) RETURNS int LANGUAGE sql AS 'SELECT 1';";
    CHECK(always(effect_of_sql(tables + max, "SELECT max(ARRAY[dep]) FROM emp GROUP BY 1")).empty());
  }

  TEST_CASE("somebody's operator class may compare what PostgreSQL's do not") {
    const std::string own =
        "CREATE FUNCTION hashpt(point) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';"
        "CREATE OPERATOR CLASS point_ops DEFAULT FOR TYPE point USING hash AS"
        " OPERATOR 1 ~= (point, point), FUNCTION 1 hashpt(point);";
    const std::string points = "CREATE TABLE places (at point);";
    CHECK(always(effect_of_sql(tables + points, "SELECT DISTINCT at FROM places")) == "42883");
    CHECK(always(effect_of_sql(tables + points + own, "SELECT DISTINCT at FROM places")).empty());
  }

  TEST_CASE("FILTER takes a boolean") {
    check_refused("42804", {"SELECT sum(pay) FILTER (WHERE pay) FROM emp"});
    check_accepted({"SELECT sum(pay) FILTER (WHERE pay > 1) FROM emp"});
  }
}

TEST_SUITE("analysis: constants") {
  TEST_CASE("what the planner computes") {
    check_refused("22012",
                  {"SELECT 1 / 0", "SELECT 5 % 0 FROM emp", "SELECT 1.5 / 0.0",
                   "INSERT INTO emp (id, dep) VALUES (1 / 0, 'x')", "UPDATE emp SET pay = 1 / (2 - 2)"});
    check_refused("22003", {"SELECT 2147483647 + 1", "SELECT 32768::int2", "SELECT 1000::numeric(3)",
                            "SELECT 1e40::float4", "SELECT 2147483647 * 2", "SELECT -2147483648::int4"});
    check_accepted({"SELECT pay / 0 FROM emp", "SELECT CASE WHEN true THEN 1 ELSE 1 / 0 END",
                    "SELECT coalesce(1, 1 / 0)", "SELECT 2147483647::bigint + 1", "SELECT 32767::int2",
                    "SELECT 999.4::numeric(3)", "CREATE VIEW v AS SELECT 1 / 0 AS x",
                    "PREPARE p AS SELECT 1 / 0"});
  }

  TEST_CASE("what may never be computed is not") {
    check_accepted({"SELECT x FROM (SELECT 1 AS x, 1 / 0 AS y) s", "WITH t AS (SELECT 1 / 0) SELECT 1",
                    "WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT 1 / 0 FROM t WHERE false) SELECT 2",
                    "SELECT 1 WHERE EXISTS (SELECT 1 / 0)", "SELECT 1 BETWEEN 2 AND 1 / 0",
                    "SELECT 1 NOT BETWEEN 2 AND 1 / 0", "SELECT (1, 2) = (3, 1 / 0)",
                    "SELECT (1, 1 / 0) < (0, 2)"});
    check_refused("22012",
                  {"SELECT 1 / 0 UNION SELECT 1", "SELECT 2 UNION ALL SELECT 1 / 0",
                   "INSERT INTO emp (id, dep) SELECT 1 / 0, 'x' WHERE false", "SELECT 1 IN (1, 1 / 0)",
                   "SELECT ROW(1, 1 / 0)", "WITH t AS (SELECT 1) SELECT 1 / 0 FROM t"});
  }

  TEST_CASE("parameters are PREPARE's and functions'") {
    check_refused("42P02", {"SELECT $1", "DELETE FROM emp WHERE id = $1"});
    check_accepted({"PREPARE p AS SELECT $1::int"});
  }

  TEST_CASE("literals that meet others, and those of fewer types") {
    check_refused("22P02",
                  {"VALUES (1), ('x')", "SELECT 'x'::point", "SELECT '(1,2,3)'::point", "SELECT '1,2'::box",
                   "SELECT 'x'::macaddr", "SELECT '1'::pg_lsn", "SELECT '256.1.1.1'::inet"});
    check_refused("22007", {"SELECT '1 foo'::interval"});
    check_accepted({"VALUES (1), ('2')", "SELECT '1,2'::point", "SELECT '((1,2),(3,4))'::box",
                    "SELECT '<(1,2),3>'::circle", "SELECT '[(1,2),(3,4)]'::path", "SELECT '{1,2,3}'::line",
                    "SELECT '08:00:2b:01:02:03'::macaddr", "SELECT '16/B374D848'::pg_lsn",
                    "SELECT '10.0.0.0/8'::inet, '::ffff:1.2.3.4'::inet",
                    "SELECT '1 msecond'::interval, '1 microsecond'::interval",
                    "SELECT '2 days ago'::interval, 'P1Y'::interval, '@ 1 minute'::interval, '1d 2h 3m "
                    "4s'::interval"});
  }

  TEST_CASE("rows as composites") {
    check_refused("42846", {"SELECT ROW(1, 'x', 3)::part"});
    check_accepted({"SELECT ROW(1, 'x')::part", "SELECT (1, 'x')::part"});
  }
}

TEST_SUITE("analysis: functions and views") {
  TEST_CASE("what a parameter is when it is left out") {
    check_refused("22P02", {"CREATE FUNCTION f(a int DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1'"});
    check_refused("42703",
                  {"CREATE FUNCTION f(a int DEFAULT nosuch) RETURNS int LANGUAGE sql AS 'SELECT 1'"});
    check_accepted(
        {"CREATE FUNCTION f(a int DEFAULT '1', b timestamptz DEFAULT now()) RETURNS int LANGUAGE sql AS "
         "'SELECT 1'"});
  }

  TEST_CASE("as many columns as the function returns, or one row of them") {
    check_refused("42P13", {"CREATE FUNCTION f() RETURNS TABLE (p int, q int) LANGUAGE sql AS 'SELECT 1'"});
    check_accepted({"CREATE FUNCTION f() RETURNS TABLE (p int, q int) LANGUAGE sql AS 'SELECT 1, 2'",
                    "CREATE FUNCTION f(OUT p int, OUT q int) LANGUAGE sql AS 'SELECT ROW(1, 2)'"});
  }

  TEST_CASE("views") {
    check_refused("0A000", {"CREATE VIEW w AS WITH x AS (DELETE FROM dep RETURNING head) SELECT * FROM x",
                            "CREATE VIEW w AS SELECT max(pay) AS m FROM emp WITH CHECK OPTION",
                            "MERGE INTO rich USING dep ON head = id WHEN MATCHED THEN DELETE"});
    check_refused("42703", {"INSERT INTO rich (nope) VALUES (1)"});
    check_refused("42601", {"INSERT INTO rich VALUES (1, 'x', 3)"});
    check_accepted({"CREATE VIEW w AS SELECT pay FROM emp WITH CHECK OPTION"});
  }
}
