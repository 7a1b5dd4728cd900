#include <array>
#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

// Each statement was tried on PostgreSQL 15.

TEST_SUITE("effect: partitions and children refused") {
  TEST_CASE("partition keys") {
    static const std::string setup = R"(
      CREATE TYPE mood AS ENUM ('a');
      CREATE FUNCTION vf(int) RETURNS int LANGUAGE plpgsql AS 'begin return $1; end';
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE (nope)", "42703"},
        {"CREATE TABLE t (a int, b text) PARTITION BY LIST (a, b)", "42P17"},
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE (a, b)", ""},
        {"CREATE TABLE t (a int, b text) PARTITION BY HASH (a, b)", ""},
        {"CREATE TABLE t (a int, b text) PARTITION BY LIST ((a + 1))", ""},
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE ((a + nope))", "42703"},
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE ((1))", "42P17"},
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE (ctid)", "42P17"},
        {"CREATE TABLE t (a int, b text) PARTITION BY RANGE ((vf(a)))", "42P17"},
        {"CREATE TABLE t (a int, b json) PARTITION BY LIST (b)", "42704"},
        {"CREATE TABLE t (a int, b point) PARTITION BY RANGE (b)", "42704"},
        {"CREATE TABLE t (a int, b point) PARTITION BY HASH (b)", "42704"},
        {"CREATE TABLE t (a int, b mood) PARTITION BY LIST (b)", ""},
        {"CREATE TABLE t (a int, b jsonb) PARTITION BY HASH (b)", ""},
        {"CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED) PARTITION BY RANGE (b)", "42P17"},
        {"CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a) STORED) PARTITION BY RANGE ((b + 1))",
         "42P17"},
        {"CREATE TABLE t (a int, b int PRIMARY KEY) PARTITION BY RANGE (a)", "0A000"},
        {"CREATE TABLE t (a int, b int UNIQUE) PARTITION BY RANGE (a)", "0A000"},
        {"CREATE TABLE t (a int, b int, PRIMARY KEY (a, b)) PARTITION BY RANGE (a)", ""},
        {"CREATE TABLE t (a int PRIMARY KEY) PARTITION BY RANGE ((a + 1))", "0A000"},
        {"CREATE TABLE t (a int, UNIQUE (a)) PARTITION BY LIST (abs(a))", "0A000"},
        {R"(CREATE TABLE t (a int COLLATE "C") PARTITION BY RANGE (a))", "42804"},
        {R"(CREATE TABLE t (a text) PARTITION BY RANGE (a COLLATE "C"))", ""},
        {R"(CREATE TABLE t (a int) PARTITION BY RANGE (a COLLATE "C"))", "42804"},
        {"CREATE TABLE t (a int) PARTITION BY RANGE (a text_ops)", "42804"},
        {"CREATE TABLE t (a int) PARTITION BY RANGE (a int4_ops)", ""},
        {"CREATE TABLE t (a int) PARTITION BY RANGE (a wrong_ops)", "42704"},
        {"CREATE TABLE t (a int CHECK (a > 0) NO INHERIT) PARTITION BY RANGE (a)", "42P16"},
        {"CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY) PARTITION BY RANGE (a)", ""},
        {"CREATE TABLE t (a int, EXCLUDE USING btree (a WITH =)) PARTITION BY RANGE (a)", "0A000"},
        {"CREATE TABLE t (a int) PARTITION BY RANGE (a) WITH (fillfactor = 70)", "22023"},
        {"CREATE UNLOGGED TABLE t (a int) PARTITION BY RANGE (a)", ""},
        {"CREATE TABLE t (a int, b int) PARTITION BY RANGE (a, a)", ""},
        {"CREATE TABLE t (a int, b int) PARTITION BY HASH (a, a)", ""},
    });
    check_tried(setup, cases);
  }

  TEST_CASE("bounds") {
    static const std::string setup = R"(
      CREATE TABLE r(id int, d date, t text) PARTITION BY RANGE (id);
      CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (0) TO (10);
      CREATE TABLE rd(id int, d date) PARTITION BY RANGE (d);
      CREATE TABLE rd1 PARTITION OF rd FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
      CREATE TABLE rr(a int, b text) PARTITION BY RANGE (a, b);
      CREATE TYPE mood AS ENUM ('x','y');
      CREATE TABLE l(k text, m mood) PARTITION BY LIST (k);
      CREATE TABLE l1 PARTITION OF l FOR VALUES IN ('a','b');
      CREATE TABLE lm(m mood) PARTITION BY LIST (m);
      CREATE TABLE li(i int) PARTITION BY LIST (i);
      CREATE TABLE ln PARTITION OF li FOR VALUES IN (NULL);
      CREATE TABLE ll PARTITION OF li DEFAULT;
      CREATE TABLE h(id int) PARTITION BY HASH (id);
      CREATE TABLE h0 PARTITION OF h FOR VALUES WITH (MODULUS 4, REMAINDER 0);
      CREATE TABLE lb(b boolean) PARTITION BY LIST (b);
      CREATE TABLE ru(u uuid) PARTITION BY RANGE (u);
      CREATE TABLE rt(ts timestamptz) PARTITION BY RANGE (ts);
      CREATE TABLE plain(id int);
      CREATE TABLE rx(a int) PARTITION BY RANGE ((a + 1));
      CREATE TABLE lv(v varchar(3)) PARTITION BY LIST (v);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"CREATE TABLE x PARTITION OF r FOR VALUES FROM ('ten') TO ('twenty')", "22P02"},
    });
    check_tried(setup, cases);
  }

  TEST_CASE("inheritance") {
    static const std::string setup = R"(
      CREATE TABLE r(id int, t text) PARTITION BY RANGE (id);
      CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (0) TO (10);
      CREATE TABLE p(a int NOT NULL, b text DEFAULT 'x', CONSTRAINT k CHECK (a > 0));
      CREATE TABLE c(z int) INHERITS (p);
      CREATE TABLE q(a int, y int);
      CREATE TABLE same(a int NOT NULL, b text, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE nocheck(a int NOT NULL, b text);
      CREATE TABLE nullable(a int, b text, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE othertype(a bigint NOT NULL, b text, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE othercheck(a int NOT NULL, b text, CONSTRAINT k CHECK (a > 1));
      CREATE TYPE ct AS (a int, b text);
      CREATE TABLE typed OF ct;
      CREATE TABLE g(a int, b int GENERATED ALWAYS AS (a) STORED);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"CREATE TEMP TABLE x () INHERITS (p)", ""},
        {"CREATE TABLE x () INHERITS (p, p)", "42P07"},
        {"CREATE TABLE x () INHERITS (r)", "42809"},
        {"CREATE TABLE x () INHERITS (r1)", "42809"},
        {"CREATE TABLE x () INHERITS (p, q)", ""},
        {"CREATE TABLE x (a text) INHERITS (p)", "42804"},
        {"CREATE TABLE x (a bigint) INHERITS (p)", "42804"},
    });
    check_tried(setup, cases);
  }

  TEST_CASE("partitions altered") {
    static const std::string setup = R"(
      CREATE TABLE r(id int NOT NULL, t text, n int) PARTITION BY RANGE (id);
      CREATE TABLE r1 PARTITION OF r FOR VALUES FROM (0) TO (10);
      CREATE TABLE e(id int) PARTITION BY LIST (id);
      CREATE TABLE pk(id int PRIMARY KEY, x int) PARTITION BY RANGE (id);
      CREATE TABLE pk1 PARTITION OF pk FOR VALUES FROM (0) TO (10);
      CREATE TABLE s(id int NOT NULL, t text, n int);
      CREATE TABLE w(id int);
      CREATE TABLE par(id int NOT NULL, t text, n int);
      CREATE TABLE kid() INHERITS (par);
      CREATE TABLE ck(id int, CONSTRAINT pos CHECK (id > 0)) PARTITION BY RANGE (id);
      CREATE TABLE ck1(id int);
      CREATE TABLE ck2(id int, CONSTRAINT pos CHECK (id > 0));
      CREATE TABLE ck3(id int, CONSTRAINT pos CHECK (id > 0) NO INHERIT);
      CREATE TABLE ck4(id int, CONSTRAINT pos CHECK (id > 5));
      CREATE TYPE ct AS (id int, t text, n int);
      CREATE TABLE typed OF ct;
      CREATE INDEX r_n ON r(n);
      CREATE INDEX r_t ON ONLY r(t);
      CREATE INDEX s_n ON s(n);
      CREATE INDEX r1_t ON r1(t);
      CREATE INDEX r1_tn ON r1(t, n);
      CREATE UNIQUE INDEX r1_u ON r1(t);
      CREATE INDEX r1_p ON r1(t) WHERE n > 1;
      CREATE TABLE idn(id int GENERATED ALWAYS AS IDENTITY, x int) PARTITION BY LIST (x);
      CREATE TABLE idn1(id int NOT NULL, x int);
      CREATE TABLE wid(id int GENERATED ALWAYS AS IDENTITY NOT NULL, t text, n int);
      CREATE TABLE ref(a int REFERENCES pk);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"ALTER TABLE r1 ADD COLUMN x int", "42809"},
        {"ALTER TABLE r1 DROP COLUMN t", "42P16"},
        {"ALTER TABLE r1 RENAME COLUMN t TO tt", "42P16"},
        {"ALTER TABLE r1 ALTER COLUMN t TYPE varchar(5)", "42P16"},
        {"ALTER TABLE r1 ALTER COLUMN id DROP NOT NULL", "42P16"},
        {"ALTER TABLE r1 ALTER COLUMN t SET NOT NULL", ""},
    });
    check_tried(setup, cases);
  }
}
