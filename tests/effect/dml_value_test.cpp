// Constants on their way into a column: its type, its domain, the partition that they lead to.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: constants of rows") {
  TEST_CASE("constants on their way into a column") {
    static const std::string setup = R"(
      CREATE DOMAIN positive AS int CHECK (VALUE > 0);
      CREATE DOMAIN small AS positive CHECK (VALUE < 10);
      CREATE DOMAIN needed AS text NOT NULL;
      CREATE DOMAIN filled AS int DEFAULT 5 CHECK (VALUE > 3);
      CREATE DOMAIN list AS int[] CHECK (cardinality(VALUE) > 0);
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE TABLE t (i int, s smallint, b bigint, n numeric(4,1), v varchar(3), c char(2), x text,
        f boolean, d date,
          ts timestamptz, u uuid, j jsonb, a int[], m mood, bt bit(3), vb varbit(3), o bytea, r
        real, iv interval, ip inet);
      CREATE TABLE dom (p positive, q small, r needed DEFAULT '', l list);
      CREATE TABLE req (id int, r needed);
      CREATE TABLE dflt (id int, f filled, g filled DEFAULT 2);
      CREATE TABLE dflt2 (id int, f filled NOT NULL);
      CREATE TABLE plain (id int NOT NULL, x int NOT NULL DEFAULT NULL);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"INSERT INTO t(i) VALUES (2147483647)", ""},
        {"INSERT INTO t(i) VALUES (2147483648)", "22003"},
        {"INSERT INTO t(i) VALUES (-2147483649)", "22003"},
        {"INSERT INTO t(i) VALUES (2147483647.4)", ""},
        {"INSERT INTO t(i) VALUES (.5)", ""},
        {"INSERT INTO t(i) VALUES (-.5)", ""},
        {"INSERT INTO t(i) VALUES ('x')", "22P02"},
        {"INSERT INTO t(i) VALUES ('2147483648')", "22003"},
        {"INSERT INTO t(i) VALUES (true)", "42804"},
        {"INSERT INTO t(i) VALUES ('1'::text)", "42804"},
        {"INSERT INTO t(i) VALUES (1::bigint)", ""},
        {"INSERT INTO t(i) VALUES (3000000000::bigint)", "22003"},
        {"INSERT INTO t(s) VALUES (32768)", "22003"},
        {"INSERT INTO t(s) VALUES (32767)", ""},
        {"INSERT INTO t(s) VALUES (40000::int)", "22003"},
        {"INSERT INTO t(b) VALUES (9223372036854775808)", "22003"},
        {"INSERT INTO t(b) VALUES (9223372036854775807)", ""},
        {"INSERT INTO t(n) VALUES (999.9)", ""},
        {"INSERT INTO t(n) VALUES (1000)", "22003"},
        {"INSERT INTO t(n) VALUES (999.96)", "22003"},
        {"INSERT INTO t(n) VALUES ('NaN')", ""},
        {"INSERT INTO t(n) VALUES ('12345')", "22003"},
        {"INSERT INTO t(v) VALUES ('abc')", ""},
        {"INSERT INTO t(v) VALUES ('abcd')", "22001"},
        {"INSERT INTO t(v) VALUES ('abc ')", ""},
        {"INSERT INTO t(v) VALUES ('abcd'::text)", "22001"},
        {"INSERT INTO t(v) VALUES ('abcd'::varchar(3))", ""},
        {"INSERT INTO t(v) VALUES (1234)", "22001"},
        {"INSERT INTO t(v) VALUES (123)", ""},
        {"INSERT INTO t(v) VALUES (.12)", "22001"},
        {"INSERT INTO t(v) VALUES (true)", "22001"},
        {"INSERT INTO t(c) VALUES ('abc')", "22001"},
        {"INSERT INTO t(c) VALUES ('ab ')", ""},
        {"INSERT INTO t(c) VALUES (true)", "22001"},
        {"INSERT INTO t(x) VALUES (1)", ""},
        {"INSERT INTO t(f) VALUES (1)", "42804"},
        {"INSERT INTO t(f) VALUES ('maybe')", "22P02"},
        {"INSERT INTO t(f) VALUES ('yes')", ""},
        {"INSERT INTO t(d) VALUES ('2021-02-30')", "22008"},
        {"INSERT INTO t(d) VALUES ('2021-02-28')", ""},
        {"INSERT INTO t(d) VALUES (20210101)", "42804"},
        {"INSERT INTO t(ts) VALUES ('nonsense')", "22007"},
        {"INSERT INTO t(ts) VALUES ('2021-01-01 25:00')", "22008"},
        {"INSERT INTO t(u) VALUES ('x')", "22P02"},
        {"INSERT INTO t(u) VALUES ('123e4567-e89b-12d3-a456-426614174000')", ""},
        {"INSERT INTO t(j) VALUES ('{')", "22P02"},
        {R"(INSERT INTO t(j) VALUES ('{"a": 1}'))", ""},
        {"INSERT INTO t(a) VALUES ('{1,2}')", ""},
        {"INSERT INTO t(a) VALUES ('{1,x}')", "22P02"},
        {"INSERT INTO t(a) VALUES ('1')", "22P02"},
        {"INSERT INTO t(m) VALUES ('sad')", ""},
        {"INSERT INTO t(m) VALUES ('glad')", "22P02"},
        {"INSERT INTO t(m) VALUES ('sad'::text)", "42804"},
        {"INSERT INTO t(m) VALUES (1)", "42804"},
        {"INSERT INTO t(bt) VALUES (B'101')", ""},
        {"INSERT INTO t(bt) VALUES ('1010')", "22026"},
        {"INSERT INTO t(vb) VALUES ('1010')", "22001"},
        {"INSERT INTO t(vb) VALUES ('10')", ""},
        {R"(INSERT INTO t(o) VALUES ('\xZZ'))", "22023"},
        {"INSERT INTO t(r) VALUES ('1e50')", "22003"},
        {"INSERT INTO t(i) VALUES ('x'::int)", "22P02"},
        {"INSERT INTO t(i) VALUES ('x'::int::bigint)", "22P02"},
        {"INSERT INTO t(x) VALUES ('x'::int::text)", "22P02"},
        {"INSERT INTO t(i) VALUES ('5'::text::int)", ""},
        {"INSERT INTO t(i) VALUES (NULL::text)", "42804"},
        {"INSERT INTO t(i) VALUES (NULL)", ""},
        {"INSERT INTO dom(p) VALUES (0)", "23514"},
        {"INSERT INTO dom(p) VALUES (1)", ""},
        {"INSERT INTO dom(p) VALUES (NULL)", ""},
        {"INSERT INTO dom(q) VALUES (10)", "23514"},
        {"INSERT INTO dom(q) VALUES (0)", "23514"},
        {"INSERT INTO dom(q) VALUES (5)", ""},
        {"INSERT INTO dom(r) VALUES (NULL)", "23502"},
        {"INSERT INTO dom(r) VALUES ('x')", ""},
        {"INSERT INTO dom(l) VALUES ('{}')", "23514"},
        {"INSERT INTO dom(l) VALUES ('{1}')", ""},
        {"INSERT INTO req(id) VALUES (1)", "23502"},
        {"INSERT INTO req(id, r) VALUES (1, DEFAULT)", "23502"},
        {"INSERT INTO req(id, r) VALUES (1, 'x')", ""},
        {"INSERT INTO dflt(id, g) VALUES (1, 4)", ""},
        {"INSERT INTO dflt(id, f, g) VALUES (1, 3, 4)", "23514"},
        {"INSERT INTO dflt2(id) VALUES (1)", ""},
        {"INSERT INTO dflt2(id, f) VALUES (1, NULL)", "23502"},
        {"INSERT INTO plain(id) VALUES (1)", "23502"},
        {"INSERT INTO plain VALUES (1, 2)", ""},
        {"INSERT INTO plain DEFAULT VALUES", "23502"},
        {"UPDATE t SET i = 'x'", "22P02"},
        {"UPDATE t SET v = 'abcd'", "22001"},
        {"UPDATE t SET m = 'glad'", "22P02"},
        {"UPDATE t SET i = 3000000000", "22003"},
        {"UPDATE t SET d = 5", "42804"},
        {"ALTER TABLE t ALTER i SET DEFAULT 'x'", "22P02"},
        {"ALTER TABLE t ALTER v SET DEFAULT 'abcd'", ""},
        {"ALTER TABLE t ADD z mood DEFAULT 'glad'", "22P02"},
    });
    check_tried(setup, cases);
  }

  TEST_CASE("the partition that takes the row, or none") {
    static const std::string setup = R"(
      CREATE TABLE r (id int, at date) PARTITION BY RANGE (at);
      CREATE TABLE r1 PARTITION OF r FOR VALUES FROM ('2020-01-01') TO ('2021-01-01');
      CREATE TABLE r2 PARTITION OF r FOR VALUES FROM ('2021-01-01') TO ('2022-01-01') PARTITION BY
        LIST (id);
      CREATE TABLE r21 PARTITION OF r2 FOR VALUES IN (1, 2);
      CREATE TABLE l (k text, n int) PARTITION BY LIST (k);
      CREATE TABLE la PARTITION OF l FOR VALUES IN ('a');
      CREATE TABLE ln PARTITION OF l FOR VALUES IN (NULL, 'n');
      CREATE TABLE d (k int) PARTITION BY LIST (k);
      CREATE TABLE d1 PARTITION OF d FOR VALUES IN (1);
      CREATE TABLE dd PARTITION OF d DEFAULT;
      CREATE TABLE h (k int) PARTITION BY HASH (k);
      CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 2, REMAINDER 0);
      CREATE TABLE e (k int) PARTITION BY LIST (k);
      CREATE TABLE x (a int, b int) PARTITION BY RANGE ((a + b));
      CREATE TABLE x1 PARTITION OF x FOR VALUES FROM (0) TO (10);
      CREATE TABLE two (a int, b int) PARTITION BY RANGE (a, b);
      CREATE TABLE two1 PARTITION OF two FOR VALUES FROM (1, MINVALUE) TO (3, 5);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"INSERT INTO r VALUES (1, '2020-05-05')", ""},
        {"INSERT INTO r VALUES (1, '2019-05-05')", "23514"},
        {"INSERT INTO r VALUES (1, '2021-01-01')", ""},
        {"INSERT INTO r VALUES (3, '2021-01-01')", "23514"},
        {"INSERT INTO r VALUES (1, '2022-01-01')", "23514"},
        {"INSERT INTO r VALUES (1, NULL)", "23514"},
        {"INSERT INTO r VALUES (1)", "23514"},
        {"INSERT INTO r1 VALUES (1, '2021-05-05')", "23514"},
        {"INSERT INTO r1 VALUES (1, '2020-05-05')", ""},
        {"INSERT INTO r2 VALUES (1, '2020-05-05')", "23514"},
        {"INSERT INTO r2 VALUES (1, '2021-05-05')", ""},
        {"INSERT INTO r21 VALUES (3, '2021-05-05')", "23514"},
        {"INSERT INTO r21 VALUES (1, '2021-05-05')", ""},
        {"INSERT INTO l VALUES ('a', 1)", ""},
        {"INSERT INTO l VALUES ('b', 1)", "23514"},
        {"INSERT INTO l VALUES (NULL, 1)", ""},
        {"INSERT INTO l(n) VALUES (1)", ""},
        {"INSERT INTO la VALUES ('b', 1)", "23514"},
        {"INSERT INTO la VALUES ('a', 1)", ""},
        {"INSERT INTO ln VALUES ('a', 1)", "23514"},
        {"INSERT INTO ln VALUES (NULL, 1)", ""},
        {"INSERT INTO d VALUES (1)", ""},
        {"INSERT INTO d VALUES (2)", ""},
        {"INSERT INTO dd VALUES (1)", "23514"},
        {"INSERT INTO dd VALUES (2)", ""},
        {"INSERT INTO d1 VALUES (2)", "23514"},
        {"INSERT INTO e VALUES (1)", "23514"},
        {"INSERT INTO e VALUES (NULL)", "23514"},
        {"INSERT INTO x VALUES (1, 2)", ""},
        {"INSERT INTO two VALUES (1, 1)", ""},
        {"INSERT INTO two VALUES (3, 4)", ""},
        {"INSERT INTO two VALUES (3, 5)", "23514"},
        {"INSERT INTO two VALUES (0, 5)", "23514"},
        {"INSERT INTO two VALUES (2, NULL)", "23514"},
        {"UPDATE la SET k = 'b'", ""},
        {"UPDATE la SET k = 'a'", ""},
        {"UPDATE l SET k = 'a'", ""},
    });
    check_tried(setup, cases);
  }
}
