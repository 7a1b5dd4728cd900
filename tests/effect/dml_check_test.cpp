// What a CHECK makes of the constants that a row is given.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: checks of constants") {
  TEST_CASE("a check that is false refuses the row, one that is true or NULL takes it") {
    static const std::string setup = R"(
      CREATE DOMAIN dlen AS text CHECK (length(VALUE) > 2);
      CREATE TABLE len(s text CHECK (length(s) <= 3));
      CREATE TABLE clen(s text CHECK (char_length(s) = 2));
      CREATE TABLE olen(s text CHECK (octet_length(s) = 2));
      CREATE TABLE trimmed(s text CHECK (btrim(s) <> ''));
      CREATE TABLE trimmed2(s text CHECK (trim(s) = 'a'));
      CREATE TABLE num(n int CHECK (n >= 2 AND n <= 8), m int CHECK (m <> 3), o int CHECK (o < 5), p
        int CHECK (p != 4));
      CREATE TABLE dec(n numeric(4,1) CHECK (n <> 1.2), i int CHECK (i <> 2));
      CREATE TABLE bet(n int CHECK (n BETWEEN 1 AND 9), m int CHECK (m NOT BETWEEN 1 AND 9));
      CREATE TABLE mem(s text CHECK (s IN ('a', 'b')), t text CHECK (t NOT IN ('a', 'b')), u text
        CHECK (u = ANY (ARRAY['a', 'b'])));
      CREATE TABLE nul(a int, b int, CHECK (a IS NOT NULL OR b IS NOT NULL), CHECK (NOT (a IS NULL
        AND b = 1)));
      CREATE TABLE nul2(a int, b int, CHECK ((a IS NULL) = (b IS NULL)));
      CREATE TABLE neg(a int CHECK (NOT (a > 5)), b boolean CHECK (b), c boolean CHECK (NOT c));
      CREATE TABLE js(j jsonb CHECK (jsonb_typeof(j) = 'object'), k json CHECK (json_typeof(k) =
        'array'));
      CREATE TABLE co(a int, b int, CHECK (coalesce(a, b) IS NOT NULL), CHECK (coalesce(a, b, 0) <
        10));
      CREATE TABLE arr(a int[] CHECK (cardinality(a) > 0));
      CREATE TABLE ari(a int CHECK (a + 1 IS NOT NULL), b int);
      CREATE TABLE txt(s text CHECK (s < 'm'), t text CHECK (t >= 'm'), v varchar CHECK (v <> 'x'),
        c char(3) CHECK (c = 'a'));
      CREATE TABLE dt(d date CHECK (d <> '2020-01-01'), e date CHECK (e = '2020-01-01'));
      CREATE TABLE dist(a int CHECK (a IS DISTINCT FROM 1), b int CHECK (b IS NOT DISTINCT FROM 1));
      CREATE TABLE low(a text CHECK (lower(a) = a), b text CHECK (upper(b) IS NOT NULL));
      CREATE TABLE istrue(a boolean CHECK (a IS TRUE), b boolean CHECK (b IS NOT FALSE));
      CREATE TABLE lk(a text CHECK (a LIKE 'x%'), b text CHECK (b ~ 'x'));
      CREATE TABLE big(a numeric CHECK (a < 12345678901234567890), b numeric CHECK (b >
        1234567890));
      CREATE TABLE un(a int CHECK (a IN (1, 2, NULL)), b int CHECK (b NOT IN (1, NULL)));
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"INSERT INTO len VALUES ('abcd')", "23514"},
        {"INSERT INTO len VALUES ('abc')", ""},
        {"INSERT INTO len VALUES ('äöü')", ""},
        {"INSERT INTO len VALUES (NULL)", ""},
        {"INSERT INTO clen VALUES ('äö')", ""},
        {"INSERT INTO clen VALUES ('ä')", "23514"},
        {"INSERT INTO olen VALUES ('ä')", ""},
        {"INSERT INTO olen VALUES ('äö')", "23514"},
        {"INSERT INTO trimmed VALUES ('')", "23514"},
        {"INSERT INTO trimmed VALUES (' ')", "23514"},
        {"INSERT INTO trimmed VALUES (' x ')", ""},
        {"INSERT INTO trimmed VALUES (NULL)", ""},
        {"INSERT INTO trimmed2 VALUES (' a ')", ""},
        {"INSERT INTO trimmed2 VALUES (' b ')", "23514"},
        {"INSERT INTO num(n) VALUES (1)", "23514"},
        {"INSERT INTO num(n) VALUES (2)", ""},
        {"INSERT INTO num(n) VALUES (8)", ""},
        {"INSERT INTO num(n) VALUES (9)", "23514"},
        {"INSERT INTO num(m) VALUES (3)", "23514"},
        {"INSERT INTO num(m) VALUES (4)", ""},
        {"INSERT INTO num(o) VALUES (5)", "23514"},
        {"INSERT INTO num(o) VALUES (4)", ""},
        {"INSERT INTO num(p) VALUES (4)", "23514"},
        {"INSERT INTO num(p) VALUES (5)", ""},
        {"INSERT INTO num(n) VALUES ('1')", "23514"},
        {"INSERT INTO num(n) VALUES (NULL)", ""},
        {"INSERT INTO dec(n) VALUES (1.3)", ""},
        {"INSERT INTO dec(i) VALUES (2)", "23514"},
        {"INSERT INTO bet(n) VALUES (0)", "23514"},
        {"INSERT INTO bet(n) VALUES (1)", ""},
        {"INSERT INTO bet(n) VALUES (10)", "23514"},
        {"INSERT INTO bet(m) VALUES (1)", "23514"},
        {"INSERT INTO bet(m) VALUES (0)", ""},
        {"INSERT INTO bet(m) VALUES (NULL)", ""},
        {"INSERT INTO mem(s) VALUES ('a')", ""},
        {"INSERT INTO mem(s) VALUES ('c')", "23514"},
        {"INSERT INTO mem(t) VALUES ('a')", "23514"},
        {"INSERT INTO mem(t) VALUES ('c')", ""},
        {"INSERT INTO mem(u) VALUES ('a')", ""},
        {"INSERT INTO mem(u) VALUES ('c')", "23514"},
        {"INSERT INTO mem(s) VALUES (NULL)", ""},
        {"INSERT INTO nul VALUES (NULL, NULL)", "23514"},
        {"INSERT INTO nul VALUES (1, NULL)", ""},
        {"INSERT INTO nul VALUES (NULL, 1)", "23514"},
        {"INSERT INTO nul VALUES (NULL, 2)", ""},
        {"INSERT INTO nul2 VALUES (1, 1)", ""},
        {"INSERT INTO neg(a) VALUES (6)", "23514"},
        {"INSERT INTO neg(a) VALUES (5)", ""},
        {"INSERT INTO neg(b) VALUES (true)", ""},
        {"INSERT INTO neg(b) VALUES (false)", "23514"},
        {"INSERT INTO neg(b) VALUES ('f')", "23514"},
        {"INSERT INTO neg(b) VALUES (NULL)", ""},
        {"INSERT INTO neg(c) VALUES (true)", "23514"},
        {"INSERT INTO neg(c) VALUES (false)", ""},
        {"INSERT INTO js(j) VALUES ('{}')", ""},
        {R"(INSERT INTO js(j) VALUES (' {"a": 1}'))", ""},
        {"INSERT INTO js(j) VALUES ('[]')", "23514"},
        {R"(INSERT INTO js(j) VALUES ('"x"'))", "23514"},
        {"INSERT INTO js(j) VALUES ('true')", "23514"},
        {"INSERT INTO js(j) VALUES ('null')", "23514"},
        {"INSERT INTO js(j) VALUES ('-1')", "23514"},
        {"INSERT INTO js(j) VALUES (NULL)", ""},
        {"INSERT INTO js(k) VALUES ('[1]')", ""},
        {"INSERT INTO js(k) VALUES ('{}')", "23514"},
        {"INSERT INTO co VALUES (NULL, NULL)", "23514"},
        {"INSERT INTO co VALUES (NULL, 1)", ""},
        {"INSERT INTO co VALUES (NULL, 11)", "23514"},
        {"INSERT INTO co VALUES (12, 1)", "23514"},
        {"INSERT INTO co VALUES (1, 12)", ""},
        {"INSERT INTO arr VALUES ('{}')", "23514"},
        {"INSERT INTO arr VALUES ('{1}')", ""},
        {"INSERT INTO ari VALUES (NULL, 1)", "23514"},
        {"INSERT INTO ari VALUES (1, 1)", ""},
        {"INSERT INTO txt(s) VALUES ('m')", "23514"},
        {"INSERT INTO txt(t) VALUES ('m')", ""},
        {"INSERT INTO txt(v) VALUES ('x')", "23514"},
        {"INSERT INTO txt(v) VALUES ('y')", ""},
        {"INSERT INTO txt(c) VALUES ('a')", ""},
        {"INSERT INTO txt(c) VALUES ('a ')", ""},
        {"INSERT INTO dt(d) VALUES ('2020-01-01')", "23514"},
        {"INSERT INTO dt(d) VALUES ('2020-01-02')", ""},
        {"INSERT INTO dt(e) VALUES ('20200101')", ""},
        {"INSERT INTO dt(e) VALUES ('2020-01-01')", ""},
        {"INSERT INTO dist(a, b) VALUES (2, 1)", ""},
        {"INSERT INTO low(a) VALUES ('A')", "23514"},
        {"INSERT INTO low(b) VALUES (NULL)", "23514"},
        {"INSERT INTO low(a, b) VALUES (NULL, 'x')", ""},
        {"INSERT INTO istrue(a, b) VALUES (true, NULL)", ""},
        {"INSERT INTO lk(a) VALUES (NULL)", ""},
        {"INSERT INTO big(a) VALUES (1)", ""},
        {"INSERT INTO big(b) VALUES (1)", "23514"},
        {"INSERT INTO big(b) VALUES (1234567891)", ""},
        {"INSERT INTO un(a) VALUES (3)", ""},
        {"INSERT INTO un(a) VALUES (1)", ""},
        {"INSERT INTO un(b) VALUES (1)", "23514"},
        {"INSERT INTO un(b) VALUES (2)", ""},
    });
    check_tried(setup, cases);
  }
}
