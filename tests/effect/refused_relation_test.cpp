#include <array>
#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

// Each statement was tried on PostgreSQL 15.

TEST_SUITE("effect: kinds of relations") {
  TEST_CASE("each command on each kind") {
    static const std::string setup = R"(
      CREATE TABLE shop(id int PRIMARY KEY, name text, price int, CONSTRAINT positive CHECK (price > 0),
        CONSTRAINT shop_name_key UNIQUE (name));
      CREATE VIEW v AS SELECT id, name FROM shop;
      CREATE MATERIALIZED VIEW m AS SELECT id, name FROM shop;
      CREATE INDEX i ON shop(price);
      CREATE SEQUENCE s;
      CREATE TYPE c AS (a int, b text);
      CREATE TYPE e AS ENUM ('x','y');
      CREATE TABLE sale(id int, shop int CONSTRAINT sale_shop REFERENCES shop);
      CREATE TABLE log(id int, at date) PARTITION BY RANGE (id);
      CREATE TABLE log1 PARTITION OF log FOR VALUES FROM (0) TO (10);
      CREATE INDEX log_at ON log(at);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"ALTER TABLE v DROP COLUMN name", "42809"},
        {"ALTER TABLE v ADD CONSTRAINT k CHECK (id > 0)", "42809"},
        {"ALTER TABLE v ADD PRIMARY KEY (id)", "42809"},
        {"ALTER TABLE v ALTER COLUMN name TYPE varchar(10)", "42809"},
        {"ALTER TABLE v ALTER COLUMN name SET DEFAULT 'x'", ""},
        {"ALTER TABLE v ENABLE ROW LEVEL SECURITY", "42809"},
        {"ALTER TABLE v SET UNLOGGED", "42809"},
        {"ALTER TABLE v RENAME COLUMN name TO title", ""},
        {"ALTER TABLE v RENAME TO w", ""},
        {"ALTER TABLE v OWNER TO postgres", ""},
        {"ALTER TABLE v INHERIT shop", "42809"},
        {"ALTER TABLE v ENABLE TRIGGER x", "42809"},
        {"ALTER TABLE m ALTER COLUMN name SET DEFAULT 'x'", "42809"},
        {"ALTER TABLE m DROP COLUMN name", "42809"},
        {"ALTER TABLE m ALTER COLUMN name SET STATISTICS 10", ""},
        {"ALTER TABLE m SET (fillfactor = 80)", ""},
        {"ALTER TABLE m ADD UNIQUE (id)", "42809"},
        {"ALTER TABLE m RENAME TO n", ""},
        {"ALTER TABLE i ADD COLUMN x int", "42809"},
        {"ALTER TABLE i RENAME TO j", ""},
        {"ALTER TABLE i SET (fillfactor = 80)", ""},
        {"ALTER TABLE i ALTER COLUMN price SET NOT NULL", "42809"},
        {"ALTER TABLE s ADD COLUMN x int", "42809"},
        {"ALTER TABLE s RENAME TO t", ""},
        {"ALTER TABLE s SET SCHEMA public", ""},
        {"ALTER TABLE c ADD COLUMN x int", "42809"},
        {"ALTER TABLE c RENAME TO d", "42809"},
        {"ALTER VIEW shop RENAME TO x", "42809"},
        {"ALTER VIEW m RENAME TO x", "42809"},
        {"ALTER VIEW shop ALTER COLUMN name SET DEFAULT 'x'", "42809"},
        {"ALTER VIEW shop SET SCHEMA public", "42809"},
        {"ALTER VIEW nosuch RENAME TO x", "42P01"},
        {"ALTER VIEW i RENAME TO x", "42809"},
        {"ALTER VIEW shop SET (security_barrier = true)", "42809"},
        {"ALTER VIEW shop OWNER TO postgres", "42809"},
        {"ALTER MATERIALIZED VIEW v RENAME TO x", "42809"},
        {"ALTER MATERIALIZED VIEW shop SET (fillfactor = 80)", "42809"},
        {"ALTER INDEX shop RENAME TO x", ""},
        {"ALTER INDEX shop SET (fillfactor = 80)", "42809"},
        {"ALTER INDEX v RENAME TO x", ""},
        {"ALTER INDEX nosuch SET (fillfactor = 80)", "42P01"},
        {"ALTER INDEX i SET (fillfactor = 80)", ""},
        {"ALTER SEQUENCE shop RENAME TO x", "42809"},
        {"ALTER SEQUENCE shop INCREMENT 2", "42809"},
        {"ALTER SEQUENCE v OWNED BY NONE", "42809"},
        {"ALTER SEQUENCE shop SET SCHEMA public", "42809"},
        {"ALTER FOREIGN TABLE shop ADD COLUMN x int", "42809"},
        {"ALTER TYPE shop ADD ATTRIBUTE x int", "42809"},
        {"ALTER TYPE c RENAME TO x", ""},
        {"DROP TABLE v", "42809"},
        {"DROP TABLE m", "42809"},
        {"DROP TABLE i", "42809"},
        {"DROP TABLE s", "42809"},
        {"DROP TABLE c", "42809"},
        {"DROP TABLE IF EXISTS v", "42809"},
        {"DROP TABLE shop_pkey", "42809"},
        {"DROP VIEW m", "42809"},
        {"DROP VIEW shop", "42809"},
        {"DROP VIEW i", "42809"},
        {"DROP VIEW s", "42809"},
        {"DROP VIEW IF EXISTS shop", "42809"},
        {"DROP MATERIALIZED VIEW v", "42809"},
        {"DROP MATERIALIZED VIEW shop", "42809"},
        {"DROP SEQUENCE shop", "42809"},
        {"DROP SEQUENCE i", "42809"},
        {"DROP INDEX v", "42809"},
        {"DROP INDEX s", "42809"},
        {"DROP INDEX shop_name_key", "2BP01"},
        {"DROP INDEX CONCURRENTLY shop", "42809"},
        {"DROP FOREIGN TABLE shop", "42809"},
        {"TRUNCATE v", "42809"},
        {"TRUNCATE m", "42809"},
        {"TRUNCATE s", "42809"},
        {"TRUNCATE i", "42809"},
        {"TRUNCATE log", ""},
        {"TRUNCATE ONLY log", "42809"},
        {"TRUNCATE sale, shop", ""},
        {"REINDEX INDEX shop", "42809"},
        {"REINDEX INDEX v", "42809"},
        {"REINDEX TABLE i", "42809"},
        {"REINDEX TABLE v", "42809"},
        {"REINDEX TABLE s", "42809"},
        {"REINDEX TABLE m", ""},
        {"REINDEX INDEX nosuch", "42P01"},
        {"REINDEX TABLE nosuch", "42P01"},
        {"REFRESH MATERIALIZED VIEW v", "42809"},
        {"REFRESH MATERIALIZED VIEW shop", "0A000"},
        {"REFRESH MATERIALIZED VIEW nosuch", "42P01"},
        {"REFRESH MATERIALIZED VIEW CONCURRENTLY m", "55000"},
        {"CLUSTER shop USING i", ""},
        {"CLUSTER shop USING shop_pkey", ""},
        {"CLUSTER shop", "42704"},
        {"CLUSTER v USING i", "42809"},
        {"CLUSTER sale USING i", "42809"},
        {"LOCK TABLE v", ""},
        {"LOCK TABLE m", "42809"},
        {"LOCK TABLE s", "42809"},
        {"LOCK TABLE i", "42809"},
        {"CREATE INDEX ON v (name)", "42809"},
        {"CREATE INDEX ON m (name)", ""},
        {"CREATE INDEX ON i (price)", "42809"},
        {"CREATE INDEX ON s (last_value)", "42809"},
        {"CREATE INDEX ON c (a)", "42809"},
        {"CREATE STATISTICS st ON id, name FROM v", "42809"},
        {"CREATE STATISTICS st ON id, name FROM shop", ""},
        {"CREATE STATISTICS st ON id, zz FROM shop", "42703"},
        {"COMMENT ON COLUMN v.name IS 'x'", ""},
        {"ALTER TABLE shop VALIDATE CONSTRAINT shop_pkey", "42809"},
        {"ALTER TABLE shop VALIDATE CONSTRAINT shop_name_key", "42809"},
        {"ALTER TABLE shop VALIDATE CONSTRAINT positive", ""},
        {"ALTER TABLE shop ALTER CONSTRAINT positive DEFERRABLE", "42809"},
        {"ALTER TABLE shop ALTER CONSTRAINT shop_pkey DEFERRABLE INITIALLY DEFERRED", "42809"},
        {"ALTER TABLE sale ALTER CONSTRAINT sale_shop DEFERRABLE INITIALLY DEFERRED", ""},
        {"ALTER TABLE sale ALTER CONSTRAINT sale_shop NOT DEFERRABLE", ""},
        {"ALTER TABLE sale ALTER CONSTRAINT zz NOT DEFERRABLE", "42704"},
        {"CREATE TABLE x (id int REFERENCES m (id))", "42809"},
        {"CREATE TABLE x (id int REFERENCES i (price))", "42809"},
        {"CREATE TABLE x (id int REFERENCES s)", "42809"},
        {"CREATE TABLE x (LIKE i)", "42809"},
        {"CREATE TABLE x (LIKE v)", ""},
        {"CREATE TABLE x (LIKE s)", "42809"},
        {"CREATE TABLE x (LIKE c)", ""},
        {"CREATE TABLE x () INHERITS (v)", "42809"},
        {"CREATE TABLE x () INHERITS (m)", "42809"},
        {"CREATE TABLE x () INHERITS (i)", "42809"},
        {"CREATE TABLE x PARTITION OF v FOR VALUES IN (1)", "42809"},
        {"CREATE TABLE x PARTITION OF shop FOR VALUES IN (1)", "42P17"},
        {"CREATE TABLE x OF e", "42809"},
        {"CREATE TABLE x OF c", ""},
        {"CREATE TABLE x OF shop", "42809"},
        {"CREATE TABLE x OF nosuch", "42704"},
        {"ALTER TABLE log ATTACH PARTITION v FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE log ATTACH PARTITION m FOR VALUES FROM (20) TO (30)", "42809"},
        {"ALTER TABLE log DETACH PARTITION v", "42P01"},
        {"ALTER TABLE log DETACH PARTITION shop", "42P01"},
        {"ALTER TABLE log DETACH PARTITION nosuch", "42P01"},
        {"ALTER TABLE shop ATTACH PARTITION sale FOR VALUES IN (1)", "42P17"},
        {"ALTER TABLE shop DETACH PARTITION sale", "42P17"},
        {"ALTER INDEX i ATTACH PARTITION log_at", "42809"},
        {"ALTER INDEX log_at ATTACH PARTITION i", "55000"},
        {"ALTER INDEX log_at ATTACH PARTITION log1_at_idx", ""},
        {"ALTER INDEX log_at ATTACH PARTITION nosuch", "42P01"},
        {"ALTER INDEX log_at ATTACH PARTITION shop", "42P17"},
        {"ALTER TABLE shop CLUSTER ON i", ""},
        {"ALTER TABLE shop CLUSTER ON log_at", "42809"},
        {"ALTER TABLE log CLUSTER ON log_at", "0A000"},
        {"ALTER TABLE shop REPLICA IDENTITY USING INDEX shop_pkey", ""},
        {"ALTER TABLE shop REPLICA IDENTITY USING INDEX shop_name_key", "42809"},
        {"ALTER TABLE shop REPLICA IDENTITY USING INDEX nosuch", "42704"},
        {"ALTER TABLE shop REPLICA IDENTITY FULL", ""},
        {"ALTER TABLE v REPLICA IDENTITY FULL", "42809"},
    });
    check_tried(setup, cases);
  }

  TEST_CASE("keys by index") {
    static const std::string setup = R"(
      CREATE TABLE g(a int NOT NULL, b int, c int NOT NULL, d text NOT NULL);
      CREATE TABLE h(a int);
      CREATE UNIQUE INDEX plain ON g(a);
      CREATE UNIQUE INDEX nullable ON g(b);
      CREATE UNIQUE INDEX down ON g(a DESC);
      CREATE UNIQUE INDEX nf ON g(a NULLS FIRST);
      CREATE UNIQUE INDEX part ON g(a) WHERE b > 1;
      CREATE UNIQUE INDEX expr ON g((a + 1));
      CREATE INDEX plainest ON g(a);
      CREATE UNIQUE INDEX other ON h(a);
      CREATE UNIQUE INDEX pat ON g(d text_pattern_ops);
      CREATE UNIQUE INDEX col ON g(d COLLATE "C");
      CREATE UNIQUE INDEX incl ON g(a) INCLUDE (c);
      ALTER TABLE g ADD CONSTRAINT dk UNIQUE (c) DEFERRABLE;
      CREATE UNIQUE INDEX nnd ON g(b, c) NULLS NOT DISTINCT;
      CREATE TABLE w(a int);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX plain", ""},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX nullable", ""},
        {"ALTER TABLE g ADD CONSTRAINT k PRIMARY KEY USING INDEX nullable", ""},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX down", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX nf", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX part", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX expr", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX plainest", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX other", "55000"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX pat", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX col", "42809"},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX incl", ""},
        {"ALTER TABLE g ADD CONSTRAINT k UNIQUE USING INDEX dk", "55000"},
        {"ALTER TABLE g ADD CONSTRAINT k PRIMARY KEY USING INDEX nnd", ""},
        {"ALTER TABLE g ADD CONSTRAINT h UNIQUE USING INDEX plain", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT plain UNIQUE USING INDEX plain", ""},
        {"ALTER TABLE g ADD UNIQUE USING INDEX plain", ""},
        {"ALTER TABLE g ADD PRIMARY KEY USING INDEX plain", ""},
        {"ALTER TABLE g ADD CONSTRAINT plain UNIQUE (b)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT h UNIQUE (b)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT h PRIMARY KEY (a)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT h CHECK (a > 0)", ""},
        {"ALTER TABLE g ADD CONSTRAINT h FOREIGN KEY (a) REFERENCES h (a)", ""},
        {"ALTER TABLE g ADD CONSTRAINT g UNIQUE (b)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT dk UNIQUE (b)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT dk CHECK (b > 0)", "42710"},
        {"ALTER TABLE g ADD CONSTRAINT z UNIQUE (b), ADD CONSTRAINT z UNIQUE (c)", "42P07"},
        {"ALTER TABLE g ADD CONSTRAINT z UNIQUE (b), ADD CONSTRAINT z CHECK (c > 0)", "42710"},
        {"ALTER TABLE g ADD UNIQUE (b, b)", "42701"},
        {"ALTER TABLE g ADD PRIMARY KEY (b, b)", "42701"},
        {"ALTER TABLE g ADD UNIQUE (b) INCLUDE (b)", ""},
        {"ALTER TABLE g ADD UNIQUE (b) INCLUDE (zz)", "42703"},
        {"ALTER TABLE g ADD UNIQUE (ctid)", "0A000"},
        {"ALTER TABLE g ADD UNIQUE (tableoid)", "0A000"},
    });
    check_tried(setup, cases);
  }
}
