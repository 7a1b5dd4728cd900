// What a statement names must be there, and be what it is taken for.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

static const char* const setup = R"--(
  CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int, CONSTRAINT ck CHECK (pay > 0));
  CREATE VIEW vw AS SELECT id AS a FROM emp;
  CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
  CREATE SEQUENCE sq;
  CREATE INDEX ix ON emp(nam);
  CREATE SCHEMA ap;
  CREATE TABLE ap.t(id int);
  CREATE SCHEMA empt;
  CREATE TYPE en AS ENUM ('a');
  CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE EXTENSION citext;
  CREATE TYPE co AS (a int);
)--";

TEST_SUITE("effect: outcomes of schemas, grants and comments") {
  TEST_CASE("CREATE TABLE") {
    CHECK(disagreements(setup, R"--(
3F000 CREATE TABLE nosch.x (a int);
3F000 CREATE TABLE IF NOT EXISTS nosch.x (a int);
3F000 CREATE TABLE nosch.x AS SELECT 1 AS a;
3F000 CREATE UNLOGGED TABLE nosch.x (a int);
3F000 CREATE TABLE x (a int REFERENCES nosch.y);
3F000 CREATE TABLE x (LIKE nosch.y);
3F000 CREATE TABLE x (a nosch.ty);
3F000 CREATE TABLE x () INHERITS (nosch.y);
)--") == "");
  }

  TEST_CASE("the rest") {
    CHECK(disagreements(setup, R"--(
3F000 CREATE VIEW nosch.x AS SELECT 1 AS a;
42P01 CREATE VIEW n AS SELECT * FROM nosch.x;
3F000 CREATE MATERIALIZED VIEW nosch.x AS SELECT 1 AS a;
3F000 CREATE INDEX ON nosch.x (a);
3F000 ALTER VIEW vw SET SCHEMA nosch;
3F000 ALTER TYPE en SET SCHEMA nosch;
3F000 ALTER INDEX nosch.x RENAME TO y;
3F000 DROP TABLE nosch.x;
ok    DROP TABLE IF EXISTS nosch.x;
3F000 DROP VIEW nosch.x;
3F000 DROP INDEX nosch.x;
ok    DROP INDEX IF EXISTS nosch.x;
42P01 SELECT * FROM nosch.x;
)--") == "");
  }

  TEST_CASE("ALTER TABLE") {
    CHECK(disagreements(setup, R"--(
3F000 ALTER TABLE nosch.x ADD COLUMN a int;
ok    ALTER TABLE IF EXISTS nosch.x ADD COLUMN a int;
3F000 ALTER TABLE emp SET SCHEMA nosch;
ok    ALTER TABLE emp SET SCHEMA ap;
3F000 ALTER TABLE emp ADD COLUMN z nosch.ty;
3F000 ALTER TABLE nosch.x RENAME TO y;
)--") == "");
  }

  TEST_CASE("DROP SCHEMA") {
    CHECK(disagreements(setup, R"--(
3F000 DROP SCHEMA nosch;
ok    DROP SCHEMA IF EXISTS nosch;
2BP01 DROP SCHEMA ap;
ok    DROP SCHEMA empt;
2BP01 DROP SCHEMA ap, empt;
ok    DROP SCHEMA ap CASCADE;
)--") == "");
  }

  TEST_CASE("ALTER SCHEMA") {
    CHECK(disagreements(setup, R"--(
3F000 ALTER SCHEMA nosch RENAME TO z;
42P06 ALTER SCHEMA ap RENAME TO empt;
ok    ALTER SCHEMA ap RENAME TO z;
42939 ALTER SCHEMA ap RENAME TO pg_z;
3F000 ALTER SCHEMA nosch OWNER TO postgres;
)--") == "");
  }

  TEST_CASE("CREATE SCHEMA") {
    CHECK(disagreements(setup, R"--(
42P06 CREATE SCHEMA ap;
ok    CREATE SCHEMA IF NOT EXISTS ap;
42939 CREATE SCHEMA pg_mine;
)--") == "");
  }

  TEST_CASE("rows and calls") {
    CHECK(disagreements(setup, R"--(
42P01 INSERT INTO nosch.x VALUES (1);
42P01 UPDATE nosch.x SET a = 1;
42P01 DELETE FROM nosch.x;
3F000 TRUNCATE nosch.x;
3F000 LOCK TABLE nosch.x;
3F000 ANALYZE nosch.x;
3F000 REFRESH MATERIALIZED VIEW nosch.x;
)--") == "");
  }

  TEST_CASE("CREATE EXTENSION") {
    CHECK(disagreements(setup, R"--(
3F000 CREATE EXTENSION hstore SCHEMA nosch;
42710 CREATE EXTENSION citext;
ok    CREATE EXTENSION IF NOT EXISTS citext;
)--") == "");
  }

  TEST_CASE("DROP EXTENSION") {
    CHECK(disagreements(setup, R"--(
42704 DROP EXTENSION nosuchext;
42704 DROP EXTENSION hstore;
ok    DROP EXTENSION IF EXISTS hstore;
)--") == "");
  }

  TEST_CASE("ALTER EXTENSION") {
    CHECK(disagreements(setup, R"--(
42704 ALTER EXTENSION hstore SET SCHEMA ap;
ok    ALTER EXTENSION citext SET SCHEMA ap;
3F000 ALTER EXTENSION citext SET SCHEMA nosch;
)--") == "");
  }

  TEST_CASE("GRANT and REVOKE") {
    CHECK(disagreements(setup, R"--(
42P01 GRANT SELECT ON missing TO public;
3F000 GRANT SELECT ON nosch.missing TO public;
42P01 GRANT SELECT ON emp, missing TO public;
ok    GRANT SELECT ON emp TO public;
ok    GRANT SELECT ON TABLE vw TO public;
ok    GRANT SELECT ON sq TO public;
ok    GRANT SELECT ON TABLE sq TO public;
ok    GRANT USAGE ON sq TO public;
ok    GRANT INSERT ON sq TO public;
42809 GRANT SELECT ON ix TO public;
42809 GRANT SELECT ON co TO public;
ok    GRANT SELECT (id, nam) ON emp TO public;
42703 GRANT SELECT (missing) ON emp TO public;
ok    GRANT SELECT (a) ON vw TO public;
42703 GRANT SELECT (missing) ON vw TO public;
0LP01 GRANT DELETE (id) ON emp TO public;
ok    GRANT SELECT (last_value) ON sq TO public;
0LP01 GRANT USAGE ON emp TO public;
0LP01 GRANT EXECUTE ON emp TO public;
42601 GRANT NOSUCH ON emp TO public;
ok    GRANT TRUNCATE, TRIGGER, REFERENCES ON emp TO public;
ok    GRANT ALL ON emp TO public;
ok    GRANT ALL (id) ON emp TO public;
ok    GRANT USAGE ON SEQUENCE sq TO public;
42809 GRANT USAGE ON SEQUENCE emp TO public;
42P01 GRANT USAGE ON SEQUENCE missing TO public;
0LP01 GRANT INSERT ON SEQUENCE sq TO public;
ok    GRANT SELECT, UPDATE ON SEQUENCE sq TO public;
ok    GRANT USAGE ON SCHEMA ap TO public;
3F000 GRANT USAGE ON SCHEMA nosch TO public;
0LP01 GRANT SELECT ON SCHEMA ap TO public;
3F000 GRANT SELECT ON ALL TABLES IN SCHEMA nosch TO public;
ok    GRANT SELECT ON ALL TABLES IN SCHEMA ap TO public;
0LP01 GRANT USAGE ON ALL TABLES IN SCHEMA ap TO public;
ok    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ap TO public;
ok    GRANT USAGE ON LANGUAGE plpgsql TO public;
42P01 REVOKE SELECT ON missing FROM public;
ok    REVOKE SELECT ON emp FROM public;
0LP01 REVOKE USAGE ON emp FROM public;
3F000 REVOKE ALL ON SCHEMA nosch FROM public;
)--") == "");
  }

  TEST_CASE("ALTER DEFAULT") {
    CHECK(disagreements(setup, R"--(
3F000 ALTER DEFAULT PRIVILEGES IN SCHEMA nosch GRANT SELECT ON TABLES TO public;
ok    ALTER DEFAULT PRIVILEGES IN SCHEMA ap GRANT SELECT ON TABLES TO public;
0LP01 ALTER DEFAULT PRIVILEGES IN SCHEMA ap GRANT USAGE ON TABLES TO public;
0LP01 ALTER DEFAULT PRIVILEGES GRANT USAGE ON TABLES TO public;
)--") == "");
  }

  TEST_CASE("COMMENT ON") {
    CHECK(disagreements(setup, R"--(
42P01 COMMENT ON TABLE missing IS 'x';
3F000 COMMENT ON TABLE nosch.missing IS 'x';
42809 COMMENT ON TABLE vw IS 'x';
42809 COMMENT ON TABLE ix IS 'x';
42809 COMMENT ON TABLE sq IS 'x';
42P01 COMMENT ON VIEW missing IS 'x';
42809 COMMENT ON VIEW emp IS 'x';
ok    COMMENT ON VIEW vw IS 'x';
42809 COMMENT ON VIEW mv IS 'x';
ok    COMMENT ON MATERIALIZED VIEW mv IS 'x';
42809 COMMENT ON MATERIALIZED VIEW vw IS 'x';
42P01 COMMENT ON INDEX missing IS 'x';
ok    COMMENT ON INDEX ix IS 'x';
42809 COMMENT ON INDEX emp IS 'x';
ok    COMMENT ON COLUMN emp.nam IS 'x';
42703 COMMENT ON COLUMN emp.missing IS 'x';
42P01 COMMENT ON COLUMN missing.nam IS 'x';
ok    COMMENT ON COLUMN vw.a IS 'x';
42703 COMMENT ON COLUMN vw.missing IS 'x';
42703 COMMENT ON COLUMN mv.missing IS 'x';
42809 COMMENT ON COLUMN ix.nam IS 'x';
42809 COMMENT ON COLUMN sq.last_value IS 'x';
42704 COMMENT ON CONSTRAINT missing ON emp IS 'x';
ok    COMMENT ON CONSTRAINT ck ON emp IS 'x';
42P01 COMMENT ON CONSTRAINT ck ON missing IS 'x';
ok    COMMENT ON CONSTRAINT emp_pkey ON emp IS 'x';
3F000 COMMENT ON SCHEMA nosch IS 'x';
ok    COMMENT ON SCHEMA ap IS 'x';
42704 COMMENT ON EXTENSION hstore IS 'x';
ok    COMMENT ON EXTENSION citext IS 'x';
ok    COMMENT ON DATABASE nodb IS 'x';
ok    COMMENT ON COLUMN emp.xmin IS 'x';
)--") == "");
  }
}
