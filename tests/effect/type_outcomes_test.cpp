// Enums, composite types, ranges and domains.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

static const char* const setup = R"--(
  CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
  CREATE TYPE mood AS ENUM ('sad','ok','fun');
  CREATE DOMAIN pos AS int CONSTRAINT pk CHECK (VALUE > 0);
  CREATE DOMAIN unused AS text;
  CREATE TYPE co AS (a int, b text);
  CREATE TYPE free AS (x int, y text);
  CREATE TABLE use(m mood, p pos, c co, arr mood[]);
  CREATE TYPE outer_co AS (p pos);
  CREATE TYPE rng AS RANGE (subtype = float8);
  CREATE TABLE ur(r rng);
  CREATE TYPE rng2 AS RANGE (subtype = int);
  CREATE VIEW vw AS SELECT 1 AS a;
  CREATE SEQUENCE sq;
  CREATE SCHEMA ap;
  CREATE TYPE ap.amood AS ENUM ('x');
  CREATE TYPE tco AS (a int);
  CREATE TABLE typed OF tco;
  CREATE INDEX ix ON emp (nam);
  CREATE DOMAIN pos2 AS pos;
  CREATE DOMAIN darr AS mood[];
  CREATE FUNCTION usemood(mood) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE DOMAIN nn AS int NOT NULL;
  CREATE TYPE withco AS (c free);
)--";

TEST_SUITE("effect: outcomes of types and domains") {
  TEST_CASE("CREATE TYPE") {
    CHECK(disagreements(setup, R"--(
42710 CREATE TYPE mood AS ENUM ('x');
42710 CREATE TYPE emp AS ENUM ('x');
42710 CREATE TYPE vw AS ENUM ('x');
ok    CREATE TYPE sq AS ENUM ('x');
ok    CREATE TYPE ix AS ENUM ('x');
42P07 CREATE TYPE sq AS (a int);
42P07 CREATE TYPE ix AS (a int);
42710 CREATE TYPE pos AS (a int);
23505 CREATE TYPE x AS ENUM ('a', 'b', 'a');
ok    CREATE TYPE x AS ENUM ();
42602 CREATE TYPE x AS ENUM
      ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
3F000 CREATE TYPE nosch.x AS ENUM ('a');
42701 CREATE TYPE x AS (a int, a text);
42704 CREATE TYPE x AS (a missing);
42704 CREATE TYPE x AS (a serial);
3F000 CREATE TYPE x AS (a nosch.missing);
ok    CREATE TYPE x AS ();
42704 CREATE TYPE x AS RANGE (subtype = missing);
42601 CREATE TYPE x AS RANGE (subtype_diff = float8mi);
42704 CREATE TYPE x AS RANGE (subtype = json);
42601 CREATE TYPE x AS RANGE (subtype = int, nosuch = 1);
42710 CREATE TYPE mood AS RANGE (subtype = int);
42710 CREATE TYPE xrange AS RANGE (subtype = int, multirange_type_name = mood);
42710 CREATE TYPE rng AS RANGE (subtype = int);
)--") == "");
  }

  TEST_CASE("ALTER TYPE") {
    CHECK(disagreements(setup, R"--(
42710 ALTER TYPE mood ADD VALUE 'ok';
ok    ALTER TYPE mood ADD VALUE IF NOT EXISTS 'ok';
22023 ALTER TYPE mood ADD VALUE 'z' BEFORE 'missing';
ok    ALTER TYPE mood ADD VALUE 'z' AFTER 'ok';
42602 ALTER TYPE mood ADD VALUE
      'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
42809 ALTER TYPE co ADD VALUE 'z';
42809 ALTER TYPE emp ADD VALUE 'z';
42809 ALTER TYPE pos ADD VALUE 'z';
42704 ALTER TYPE missing ADD VALUE 'z';
3F000 ALTER TYPE nosch.missing ADD VALUE 'z';
42704 ALTER TYPE amood ADD VALUE 'z';
22023 ALTER TYPE mood RENAME VALUE 'missing' TO 'z';
42710 ALTER TYPE mood RENAME VALUE 'ok' TO 'fun';
ok    ALTER TYPE mood RENAME VALUE 'ok' TO 'fine';
42704 ALTER TYPE missing RENAME VALUE 'ok' TO 'fine';
42809 ALTER TYPE co RENAME VALUE 'ok' TO 'fine';
42710 ALTER TYPE mood RENAME TO co;
42710 ALTER TYPE mood RENAME TO emp;
ok    ALTER TYPE mood RENAME TO sq;
ok    ALTER TYPE mood RENAME TO good;
42704 ALTER TYPE missing RENAME TO good;
42809 ALTER TYPE emp RENAME TO good;
42P07 ALTER TYPE co RENAME TO emp;
ok    ALTER TYPE mood SET SCHEMA ap;
3F000 ALTER TYPE mood SET SCHEMA nosch;
42704 ALTER TYPE missing SET SCHEMA ap;
42704 ALTER TYPE missing OWNER TO postgres;
ok    ALTER TYPE mood OWNER TO postgres;
42701 ALTER TYPE co ADD ATTRIBUTE a int;
42704 ALTER TYPE co ADD ATTRIBUTE z missing;
ok    ALTER TYPE co ADD ATTRIBUTE z int;
ok    ALTER TYPE free ADD ATTRIBUTE z int;
42703 ALTER TYPE co DROP ATTRIBUTE missing;
ok    ALTER TYPE co DROP ATTRIBUTE IF EXISTS missing;
ok    ALTER TYPE co DROP ATTRIBUTE a;
ok    ALTER TYPE free DROP ATTRIBUTE x;
0A000 ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint;
ok    ALTER TYPE free ALTER ATTRIBUTE x TYPE bigint;
42703 ALTER TYPE free ALTER ATTRIBUTE missing TYPE bigint;
42704 ALTER TYPE free ALTER ATTRIBUTE x TYPE missing;
42703 ALTER TYPE co RENAME ATTRIBUTE missing TO z;
42701 ALTER TYPE co RENAME ATTRIBUTE a TO b;
ok    ALTER TYPE co RENAME ATTRIBUTE a TO z;
42P01 ALTER TYPE missing ADD ATTRIBUTE z int;
42P01 ALTER TYPE mood ADD ATTRIBUTE z int;
42809 ALTER TYPE emp ADD ATTRIBUTE z int;
42809 ALTER TYPE vw ADD ATTRIBUTE z int;
42P01 ALTER TYPE pos ADD ATTRIBUTE z int;
42P01 ALTER TYPE rng ADD ATTRIBUTE z int;
2BP01 ALTER TYPE tco ADD ATTRIBUTE z int;
ok    ALTER TYPE tco ADD ATTRIBUTE z int CASCADE;
2BP01 ALTER TYPE tco RENAME ATTRIBUTE a TO z;
2BP01 ALTER TYPE tco DROP ATTRIBUTE a;
)--") == "");
  }

  TEST_CASE("ALTER DOMAIN") {
    CHECK(disagreements(setup, R"--(
42809 ALTER DOMAIN mood OWNER TO postgres;
42704 ALTER DOMAIN missing OWNER TO postgres;
42704 ALTER DOMAIN pos DROP CONSTRAINT missing;
ok    ALTER DOMAIN pos DROP CONSTRAINT IF EXISTS missing;
ok    ALTER DOMAIN pos DROP CONSTRAINT pk;
42710 ALTER DOMAIN pos ADD CONSTRAINT pk CHECK (VALUE > 1);
ok    ALTER DOMAIN pos ADD CHECK (VALUE > 1);
ok    ALTER DOMAIN pos ADD CHECK (VALUE > 1) NOT VALID;
ok    ALTER DOMAIN pos SET NOT NULL;
22P02 ALTER DOMAIN pos SET DEFAULT 'abc';
42704 ALTER DOMAIN pos VALIDATE CONSTRAINT missing;
ok    ALTER DOMAIN pos VALIDATE CONSTRAINT pk;
42704 ALTER DOMAIN pos RENAME CONSTRAINT missing TO z;
ok    ALTER DOMAIN pos RENAME CONSTRAINT pk TO z;
42710 ALTER DOMAIN pos RENAME TO mood;
ok    ALTER DOMAIN pos RENAME TO z;
42809 ALTER DOMAIN mood RENAME TO z;
42704 ALTER DOMAIN missing RENAME TO z;
42704 ALTER DOMAIN missing SET NOT NULL;
42809 ALTER DOMAIN mood SET NOT NULL;
42809 ALTER DOMAIN emp SET NOT NULL;
3F000 ALTER DOMAIN nosch.missing SET NOT NULL;
ok    ALTER DOMAIN unused ADD CHECK (VALUE <> 'a');
ok    ALTER DOMAIN pos2 SET NOT NULL;
)--") == "");
  }

  TEST_CASE("DROP TYPE") {
    CHECK(disagreements(setup, R"--(
2BP01 DROP TYPE mood;
42704 DROP TYPE amood;
ok    DROP TYPE ap.amood;
42704 DROP TYPE missing;
ok    DROP TYPE IF EXISTS missing;
3F000 DROP TYPE nosch.missing;
ok    DROP TYPE IF EXISTS nosch.missing;
2BP01 DROP TYPE emp;
2BP01 DROP TYPE vw;
42704 DROP TYPE sq;
42704 DROP TYPE ix;
2BP01 DROP TYPE co;
2BP01 DROP TYPE free;
2BP01 DROP TYPE tco;
2BP01 DROP TYPE rng;
ok    DROP TYPE rng2;
42704 DROP TYPE multirng;
2BP01 DROP TYPE rng2_multirange;
2BP01 DROP TYPE rng_multirange;
2BP01 DROP TYPE pos;
ok    DROP TYPE unused;
ok    DROP TYPE withco, free;
ok    DROP TYPE free, withco;
2BP01 DROP TYPE mood[];
)--") == "");
  }

  TEST_CASE("DROP DOMAIN") {
    CHECK(disagreements(setup, R"--(
2BP01 DROP DOMAIN pos;
ok    DROP DOMAIN pos2;
ok    DROP DOMAIN unused;
42704 DROP DOMAIN missing;
ok    DROP DOMAIN IF EXISTS missing;
42809 DROP DOMAIN mood;
42809 DROP DOMAIN co;
42809 DROP DOMAIN emp;
42809 DROP DOMAIN IF EXISTS co;
3F000 DROP DOMAIN nosch.missing;
)--") == "");
  }

  TEST_CASE("COMMENT ON") {
    CHECK(disagreements(setup, R"--(
42704 COMMENT ON TYPE missing IS 'x';
ok    COMMENT ON TYPE mood IS 'x';
ok    COMMENT ON TYPE pos IS 'x';
ok    COMMENT ON TYPE emp IS 'x';
42704 COMMENT ON DOMAIN missing IS 'x';
42809 COMMENT ON DOMAIN mood IS 'x';
ok    COMMENT ON DOMAIN pos IS 'x';
42704 COMMENT ON CONSTRAINT missing ON DOMAIN pos IS 'x';
ok    COMMENT ON CONSTRAINT pk ON DOMAIN pos IS 'x';
42704 COMMENT ON CONSTRAINT pk ON DOMAIN missing IS 'x';
42809 COMMENT ON CONSTRAINT pk ON DOMAIN mood IS 'x';
ok    COMMENT ON COLUMN co.a IS 'x';
42703 COMMENT ON COLUMN co.missing IS 'x';
)--") == "");
  }

  TEST_CASE("GRANT and REVOKE") {
    CHECK(disagreements(setup, R"--(
42704 GRANT USAGE ON TYPE missing TO public;
ok    GRANT USAGE ON TYPE mood TO public;
ok    GRANT USAGE ON DOMAIN pos TO public;
42809 GRANT USAGE ON DOMAIN mood TO public;
ok    GRANT USAGE ON TYPE pos TO public;
0LP01 GRANT SELECT ON TYPE mood TO public;
)--") == "");
  }

  TEST_CASE("CREATE DOMAIN") {
    CHECK(disagreements(setup, R"--(
42710 CREATE DOMAIN pos AS int;
42710 CREATE DOMAIN mood AS int;
42710 CREATE DOMAIN emp AS int;
42704 CREATE DOMAIN x AS missing;
3F000 CREATE DOMAIN x AS nosch.missing;
3F000 CREATE DOMAIN nosch.x AS int;
42804 CREATE DOMAIN x AS anyelement;
42804 CREATE DOMAIN x AS record;
42804 CREATE DOMAIN x AS trigger;
42704 CREATE DOMAIN x AS serial;
ok    CREATE DOMAIN x AS co;
ok    CREATE DOMAIN x AS emp;
42601 CREATE DOMAIN x AS int NULL NOT NULL;
42601 CREATE DOMAIN x AS int NOT NULL NULL;
42601 CREATE DOMAIN x AS int DEFAULT 1 DEFAULT 2;
42601 CREATE DOMAIN x AS int UNIQUE;
42601 CREATE DOMAIN x AS int PRIMARY KEY;
42601 CREATE DOMAIN x AS int REFERENCES emp;
42P17 CREATE DOMAIN x AS int CHECK (VALUE > 0) NO INHERIT;
42710 CREATE DOMAIN x AS int CONSTRAINT k CHECK (VALUE > 0) CONSTRAINT k CHECK (VALUE < 9);
42804 CREATE DOMAIN x AS int COLLATE "C";
ok    CREATE DOMAIN x AS text COLLATE "C";
22P02 CREATE DOMAIN x AS int DEFAULT 'abc';
)--") == "");
  }
}
