// Views: what may be written through them, how they may change, what depends on them.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of views") {
  TEST_CASE("views") {
    static const std::string setup = R"(
      CREATE TABLE t (id int PRIMARY KEY, a text, b int);
      CREATE VIEW v AS SELECT id, a FROM t;
      CREATE VIEW vv AS SELECT id FROM v;
      CREATE VIEW star AS SELECT * FROM t;
      CREATE VIEW grp AS SELECT id, a, count(*) AS n FROM t GROUP BY id;
      CREATE VIEW agg AS SELECT a, sum(b) AS n FROM t GROUP BY a;
      CREATE VIEW joined AS SELECT t.id, x.a FROM t JOIN t x ON x.id = t.b;
      CREATE VIEW lim AS SELECT id FROM t LIMIT 5;
      CREATE VIEW dist AS SELECT DISTINCT id FROM t;
      CREATE VIEW expr AS SELECT id, b + 1 AS c FROM t;
      CREATE VIEW uni AS SELECT id FROM t UNION SELECT 1;
      CREATE VIEW win AS SELECT id, row_number() OVER () AS r FROM t;
      CREATE VIEW cte AS WITH c AS (SELECT id FROM t) SELECT id FROM c;
      CREATE VIEW srf AS SELECT id, generate_series(1, 2) AS g FROM t;
      CREATE VIEW vals AS VALUES (1);
      CREATE VIEW only1 AS SELECT id FROM ONLY t;
      CREATE VIEW sys AS SELECT ctid, id FROM t;
      CREATE VIEW chk AS SELECT id, b FROM t WHERE b > 1 WITH CHECK OPTION;
      CREATE VIEW trgv AS SELECT DISTINCT id FROM t;
      CREATE VIEW rulev AS SELECT DISTINCT id FROM t;
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER tr INSTEAD OF INSERT ON trgv FOR EACH ROW EXECUTE FUNCTION tf();
      CREATE RULE ru AS ON UPDATE TO rulev DO INSTEAD NOTHING;
      CREATE MATERIALIZED VIEW mv AS SELECT id, a FROM t;
      CREATE MATERIALIZED VIEW mvu AS SELECT id FROM t;
      CREATE UNIQUE INDEX ON mvu (id);
      CREATE MATERIALIZED VIEW mvn AS SELECT id FROM t WITH NO DATA;
      CREATE MATERIALIZED VIEW mvp AS SELECT id FROM t;
      CREATE UNIQUE INDEX ON mvp (id) WHERE id > 0;
      CREATE FUNCTION vf(v) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION useview() RETURNS SETOF vv LANGUAGE sql AS 'SELECT * FROM vv';
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"INSERT INTO v (id) VALUES (1)", ""},
        {"INSERT INTO vv (id) VALUES (1)", ""},
        {"INSERT INTO star (id) VALUES (1)", ""},
        {"INSERT INTO grp (id) VALUES (1)", "55000"},
        {"INSERT INTO agg (a) VALUES ('x')", "55000"},
        {"INSERT INTO joined (id) VALUES (1)", "55000"},
        {"INSERT INTO lim (id) VALUES (1)", "55000"},
        {"INSERT INTO dist (id) VALUES (1)", "55000"},
        {"INSERT INTO expr (id) VALUES (1)", ""},
        {"INSERT INTO expr (c) VALUES (1)", "0A000"},
        {"INSERT INTO uni (id) VALUES (1)", "55000"},
        {"INSERT INTO win (id) VALUES (1)", "55000"},
        {"INSERT INTO cte (id) VALUES (1)", "55000"},
        {"INSERT INTO vals VALUES (1)", "55000"},
        {"INSERT INTO only1 VALUES (1)", ""},
        {"INSERT INTO sys (id) VALUES (1)", ""},
        {"INSERT INTO chk VALUES (1, 0)", "44000"},
        {"INSERT INTO chk VALUES (1, 5)", ""},
        {"INSERT INTO trgv VALUES (1)", ""},
        {"INSERT INTO mv VALUES (1)", "42809"},
        {"UPDATE v SET a = 'x'", ""},
        {"UPDATE v SET b = 1", "42703"},
        {"UPDATE vv SET id = 5", ""},
        {"UPDATE agg SET a = 'x'", "55000"},
        {"UPDATE joined SET a = 'x'", "55000"},
        {"UPDATE expr SET c = 1", "0A000"},
        {"UPDATE rulev SET id = 1", ""},
        {"UPDATE mv SET id = 1", "42809"},
        {"DELETE FROM v", ""},
        {"DELETE FROM agg", "55000"},
        {"DELETE FROM joined", "55000"},
        {"DELETE FROM mv", "42809"},
        {"CREATE VIEW v AS SELECT 1 AS one", "42P07"},
        {"CREATE VIEW t AS SELECT 1 AS one", "42P07"},
        {"CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t", ""},
        {"CREATE OR REPLACE VIEW v AS SELECT id FROM t", "42P16"},
        {"CREATE OR REPLACE VIEW v AS SELECT a, id FROM t", "42P16"},
        {"CREATE OR REPLACE VIEW v AS SELECT id AS other, a FROM t", "42P16"},
        {"CREATE OR REPLACE VIEW v AS SELECT id::bigint, a FROM t", "42P16"},
        {"CREATE OR REPLACE VIEW v AS SELECT id, a FROM nix", "42P01"},
        {"CREATE OR REPLACE VIEW v (id, a) AS SELECT b, a FROM t", ""},
        {"CREATE OR REPLACE VIEW t AS SELECT 1 AS one", "42809"},
        {"CREATE OR REPLACE VIEW mv AS SELECT 1 AS one", "42809"},
        {"CREATE OR REPLACE VIEW fresh AS SELECT 1 AS one", ""},
        {"CREATE OR REPLACE VIEW star AS SELECT id, a, b, 1 AS c FROM t", ""},
        {"CREATE OR REPLACE VIEW vv AS SELECT id FROM vv", ""},
        {"CREATE VIEW w AS SELECT id FROM t WITH CHECK OPTION", ""},
        {"CREATE VIEW w WITH (security_barrier) AS SELECT id FROM t", ""},
        {"CREATE VIEW w WITH (check_option = local) AS SELECT id FROM t", ""},
        {"CREATE VIEW w AS SELECT 1", ""},
        {"CREATE VIEW w AS SELECT 'x'", ""},
        {"CREATE VIEW w AS SELECT NULL AS n", ""},
        {"CREATE VIEW nix.w AS SELECT 1 AS one", "3F000"},
        {"CREATE TEMP VIEW w AS SELECT 1 AS one", ""},
        {"CREATE RECURSIVE VIEW w (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM w WHERE n < 5", ""},
        {"DROP VIEW v", "2BP01"},
        {"DROP VIEW v CASCADE", ""},
        {"DROP VIEW star", ""},
        {"DROP VIEW nix", "42P01"},
        {"DROP VIEW mv", "42809"},
        {"DROP MATERIALIZED VIEW mv", ""},
        {"DROP MATERIALIZED VIEW v", "42809"},
        {"DROP TABLE t", "2BP01"},
        {"ALTER TABLE t DROP a", "2BP01"},
        {"ALTER TABLE t DROP b", "2BP01"},
        {"ALTER VIEW v RENAME TO t", "42P07"},
        {"ALTER VIEW v RENAME COLUMN a TO id", "42701"},
        {"ALTER VIEW v ALTER a SET DEFAULT 'x'", ""},
        {"ALTER VIEW IF EXISTS nix RENAME TO x", ""},
        {"ALTER VIEW v RESET (security_barrier)", ""},
        {"CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one", "42P07"},
        {"CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one", ""},
        {"CREATE MATERIALIZED VIEW m2 AS SELECT nix FROM t", "42703"},
        {"CREATE MATERIALIZED VIEW m2 (x, y) AS SELECT 1", "42601"},
        {"CREATE MATERIALIZED VIEW m2 AS SELECT 1 AS a, 2 AS a", "42701"},
        {"REFRESH MATERIALIZED VIEW mv", ""},
        {"REFRESH MATERIALIZED VIEW CONCURRENTLY mv", "55000"},
        {"REFRESH MATERIALIZED VIEW CONCURRENTLY mvu", ""},
        {"REFRESH MATERIALIZED VIEW CONCURRENTLY mvp", "55000"},
        {"REFRESH MATERIALIZED VIEW CONCURRENTLY mvn", "0A000"},
        {"REFRESH MATERIALIZED VIEW nix", "42P01"},
        {"CREATE INDEX ON mv (a)", ""},
        {"CREATE UNIQUE INDEX CONCURRENTLY ON mv (a)", ""},
    });
    check_tried(setup, cases);
  }
}
