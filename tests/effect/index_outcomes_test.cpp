// Indexes and extended statistics: methods, operator classes, expressions, predicates, parameters.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of indexes") {
  TEST_CASE("indexes") {
    static const std::string setup = R"(
      CREATE TABLE t (id int PRIMARY KEY, a text, b int, j json, jb jsonb, p point, arr int[], ts
        timestamptz, i4 int4range, x xml, v varchar(20));
      CREATE TABLE pt (id int, k int) PARTITION BY LIST (k);
      CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
      CREATE INDEX pi ON pt (id);
      CREATE INDEX pl ON pt1 (k);
      CREATE INDEX ix ON t (a);
      CREATE VIEW v AS SELECT a FROM t;
      CREATE FUNCTION imm(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'$$;
      CREATE FUNCTION stab(text) RETURNS text LANGUAGE sql STABLE AS $$SELECT 'x'$$;
      CREATE FUNCTION vol(text) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$;
      CREATE TABLE g (id int, c int GENERATED ALWAYS AS (id * 2) STORED);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"CREATE INDEX ON t (a)", ""},
        {"CREATE INDEX ON t (nix)", "42703"},
        {"CREATE INDEX ON t (ctid)", "0A000"},
        {"CREATE INDEX ON t (tableoid)", "0A000"},
        {"CREATE INDEX ON t (a, a)", ""},
        {"CREATE INDEX ix ON t (b)", "42P07"},
        {"CREATE INDEX t ON t (b)", "42P07"},
        {"CREATE INDEX ON nix (a)", "42P01"},
        {"CREATE INDEX ON t USING nix (a)", "42704"},
        {"CREATE INDEX ON t USING gin (a)", "42704"},
        {"CREATE INDEX ON t USING gin (jb)", ""},
        {"CREATE INDEX ON t USING gin (arr)", ""},
        {"CREATE INDEX ON t USING gin (jb jsonb_path_ops)", ""},
        {"CREATE INDEX ON t USING gin (jb nix_ops)", "42704"},
        {"CREATE INDEX ON t USING gin (arr jsonb_path_ops)", "42804"},
        {"CREATE INDEX ON t USING gist (p)", ""},
        {"CREATE INDEX ON t USING gist (a)", "42704"},
        {"CREATE INDEX ON t USING gist (i4)", ""},
        {"CREATE INDEX ON t USING spgist (a)", ""},
        {"CREATE INDEX ON t USING spgist (b)", "42704"},
        {"CREATE INDEX ON t USING brin (ts)", ""},
        {"CREATE INDEX ON t USING brin (jb)", "42704"},
        {"CREATE INDEX ON t USING hash (jb)", ""},
        {"CREATE INDEX ON t USING hash (a, b)", "0A000"},
        {"CREATE INDEX ON t USING hash (j)", "42704"},
        {"CREATE UNIQUE INDEX ON t USING hash (a)", "0A000"},
        {"CREATE UNIQUE INDEX ON t USING gin (jb)", "0A000"},
        {"CREATE INDEX ON t (j)", "42704"},
        {"CREATE INDEX ON t (p)", "42704"},
        {"CREATE INDEX ON t (x)", "42704"},
        {"CREATE INDEX ON t (jb)", ""},
        {"CREATE INDEX ON t (a text_pattern_ops)", ""},
        {"CREATE INDEX ON t (v varchar_pattern_ops)", ""},
        {"CREATE INDEX ON t (b text_pattern_ops)", "42804"},
        {"CREATE INDEX ON t (b int4_ops)", ""},
        {"CREATE INDEX ON t (b int8_ops)", "42804"},
        {"CREATE INDEX ON t (a nix_ops)", "42704"},
        {R"(CREATE INDEX ON t (a COLLATE "C"))", ""},
        {R"(CREATE INDEX ON t (b COLLATE "C"))", "42804"},
        {"CREATE INDEX ON t USING gin (jb DESC)", "0A000"},
        {"CREATE INDEX ON t USING gin (jb NULLS FIRST)", "0A000"},
        {"CREATE INDEX ON t USING gin (arr) INCLUDE (a)", "0A000"},
        {"CREATE INDEX ON t USING gist (p) INCLUDE (a)", ""},
        {"CREATE INDEX ON t (a) INCLUDE (b)", ""},
        {"CREATE INDEX ON t (a) INCLUDE (nix)", "42703"},
        {"CREATE INDEX ON t (a) INCLUDE (lower(a))", "0A000"},
        {"CREATE INDEX ON t (lower(a))", ""},
        {"CREATE INDEX ON t (imm(a))", ""},
        {"CREATE INDEX ON t (stab(a))", ""},
        {"CREATE INDEX ON t (vol(a))", ""},
        {"CREATE INDEX ON t (lower(b))", "42883"},
        {"CREATE INDEX ON t (nix(a))", "42883"},
        {"CREATE INDEX ON t ((a || b))", ""},
        {"CREATE INDEX ON t ((a || 'x'))", ""},
        {"CREATE INDEX ON t (date_trunc('day', ts))", "42P17"},
        {"CREATE INDEX ON t ((ts::date))", "42P17"},
        {"CREATE INDEX ON t ((ts AT TIME ZONE 'UTC'))", ""},
        {"CREATE INDEX ON t (now())", "42P17"},
        {"CREATE INDEX ON t ((jb -> 'x'))", ""},
        {"CREATE INDEX ON t ((jb ->> 'x'))", ""},
        {"CREATE INDEX ON t ((b + 1))", ""},
        {"CREATE INDEX ON t (a) WHERE b > 1", ""},
        {"CREATE INDEX ON t (a) WHERE b", "42804"},
        {"CREATE INDEX ON t (a) WHERE nix", "42703"},
        {"CREATE INDEX ON t (a) WHERE ts > now()", "42P17"},
        {"CREATE INDEX ON t (a) WHERE vol(a) = 'x'", ""},
        {"CREATE INDEX ON t (a) WHERE b IN (SELECT 1)", "0A000"},
        {"CREATE INDEX ON t (a) WHERE count(*) > 1", "42803"},
        {"CREATE INDEX ON t (a) WITH (fillfactor = 50)", ""},
        {"CREATE INDEX ON t (a) WITH (fillfactor = 5)", "22023"},
        {"CREATE INDEX ON t (a) WITH (nix = 5)", "22023"},
        {"CREATE INDEX ON t (a) WITH (fastupdate = on)", "22023"},
        {"CREATE INDEX ON t USING gin (jb) WITH (fastupdate = off)", ""},
        {"CREATE INDEX ON t USING gin (jb) WITH (fillfactor = 50)", "22023"},
        {"CREATE INDEX ON t USING brin (ts) WITH (pages_per_range = 1)", ""},
        {"CREATE INDEX ON t USING brin (ts) WITH (pages_per_range = 0)", "22023"},
        {"CREATE INDEX ON t (a) TABLESPACE pg_default", ""},
        {"CREATE UNIQUE INDEX ON pt (id)", "0A000"},
        {"CREATE UNIQUE INDEX ON pt (k)", ""},
        {"CREATE UNIQUE INDEX ON pt (id, k)", ""},
        {"CREATE UNIQUE INDEX ON pt ((k + 1))", "0A000"},
        {"CREATE UNIQUE INDEX ON pt1 (id)", ""},
        {"CREATE INDEX ON ONLY pt (id)", ""},
        {"CREATE INDEX CONCURRENTLY ON pt (id)", "0A000"},
        {"CREATE INDEX CONCURRENTLY ON pt1 (id)", ""},
        {"CREATE INDEX ON g (c)", ""},
        {"CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT", ""},
        {"CREATE INDEX ON t (a) NULLS NOT DISTINCT", ""},
        {"ALTER INDEX ix RENAME TO pi", "42P07"},
        {"ALTER INDEX ix RENAME TO t", "42P07"},
        {"ALTER INDEX ix RENAME TO fresh", ""},
        {"ALTER INDEX IF EXISTS nix RENAME TO fresh", ""},
        {"ALTER INDEX pi ATTACH PARTITION pl", "55000"},
        {"ALTER INDEX pi ATTACH PARTITION ix", "55000"},
        {"ALTER INDEX pi ATTACH PARTITION nix", "42P01"},
        {"ALTER INDEX ix SET (fillfactor = 5)", "22023"},
        {"ALTER INDEX ix SET (nix = 5)", "22023"},
        {"ALTER INDEX ix RESET (fillfactor)", ""},
        {"DROP INDEX pi", ""},
        {"DROP INDEX CONCURRENTLY pi", "0A000"},
        {"DROP INDEX pt1_id_idx", "2BP01"},
        {"DROP INDEX ix, nix", "42704"},
        {"DROP INDEX IF EXISTS ix, nix", ""},
        {"DROP INDEX CONCURRENTLY ix, pl", "0A000"},
        {"DROP INDEX t", "42809"},
        {"REINDEX INDEX ix", ""},
        {"REINDEX INDEX nix", "42P01"},
        {"REINDEX TABLE ix", "42809"},
        {"REINDEX INDEX t", "42809"},
        {"ALTER TABLE t ADD EXCLUDE USING gist (i4 WITH &&)", ""},
        {"ALTER TABLE t ADD EXCLUDE USING gist (b WITH =)", "42704"},
        {"ALTER TABLE t ADD EXCLUDE USING btree (b WITH =)", ""},
        {"ALTER TABLE t ADD EXCLUDE USING gin (arr WITH &&)", "0A000"},
        {"ALTER TABLE t ADD EXCLUDE (b WITH =) WHERE (b > 1)", ""},
        {"ALTER TABLE t ADD EXCLUDE (nix WITH =)", "42703"},
        {"CREATE STATISTICS s ON a, b FROM t", ""},
        {"CREATE STATISTICS s ON a FROM t", "42P17"},
        {"CREATE STATISTICS s ON (a || 'x') FROM t", ""},
        {"CREATE STATISTICS s ON a, a FROM t", "42701"},
        {"CREATE STATISTICS s ON a, nix FROM t", "42703"},
        {"CREATE STATISTICS s ON j, a FROM t", "0A000"},
        {"CREATE STATISTICS s (nix) ON a, b FROM t", "42601"},
        {"CREATE STATISTICS s (ndistinct) ON a, b FROM t", ""},
        {"CREATE STATISTICS s ON a, b FROM nix", "42P01"},
    });
    check_tried(setup, cases);
  }
}
