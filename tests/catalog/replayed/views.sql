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
-- Statements
CREATE VIEW v AS SELECT 1 AS one;
CREATE VIEW t AS SELECT 1 AS one;
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;
-- - view public.v false true ["id", "a"]  true
-- + view public.v false true ["id", "a", "b"]  true
-- + view public.v uses public.t.b
-- + view public.v: integer
CREATE OR REPLACE VIEW v AS SELECT id, a FROM nix;
CREATE OR REPLACE VIEW v (id, a) AS SELECT b, a FROM t;
-- - view public.v uses public.t.id
-- + view public.v uses public.t.b
CREATE OR REPLACE VIEW t AS SELECT 1 AS one;
CREATE OR REPLACE VIEW mv AS SELECT 1 AS one;
CREATE OR REPLACE VIEW fresh AS SELECT 1 AS one;
-- + view public.fresh false true ["one"]  true
-- + view public.fresh: integer
CREATE OR REPLACE VIEW star AS SELECT id, a, b, 1 AS c FROM t;
-- - view public.star false true ["id", "a", "b"]  true
-- + view public.star false true ["id", "a", "b", "c"]  true
-- + view public.star: integer
CREATE OR REPLACE VIEW vv AS SELECT id FROM vv;
-- - view public.vv uses public.v.id
-- + view public.vv uses public.vv.id
CREATE VIEW w AS SELECT id FROM t WITH CHECK OPTION;
-- + view public.w false true ["id"]  true
-- + view public.w uses public.t.id
-- + view public.w: integer
CREATE VIEW w WITH (security_barrier) AS SELECT id FROM t;
-- + view public.w false true ["id"]  true
-- + view public.w uses public.t.id
-- + view public.w: integer
CREATE VIEW w WITH (check_option = local) AS SELECT id FROM t;
-- + view public.w false true ["id"]  true
-- + view public.w uses public.t.id
-- + view public.w: integer
CREATE VIEW w AS SELECT 1;
-- + view public.w false true ["?column?"]  true
-- + view public.w: integer
CREATE VIEW w AS SELECT 'x';
-- + view public.w false true ["?column?"]  true
-- + view public.w: text
CREATE VIEW w AS SELECT NULL AS n;
-- + view public.w false true ["n"]  true
-- + view public.w: text
CREATE VIEW nix.w AS SELECT 1 AS one;
CREATE TEMP VIEW w AS SELECT 1 AS one;
-- - schemas {"public"}; search_path ["public"]; not kept {}
-- + schemas {"public"}; search_path ["pg_temp", "public"]; not kept {}
-- + view pg_temp.w false true ["one"]  true
-- + view pg_temp.w: integer
CREATE RECURSIVE VIEW w (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM w WHERE n < 5;
-- + view public.w false true ["n"]  true
-- + view public.w: integer
DROP VIEW v;
DROP VIEW v CASCADE;
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
-- - view public.vv false true ["id"]  true
-- - view public.vv uses public.v.id
-- - view public.vv: integer
DROP VIEW star;
-- - view public.star false true ["id", "a", "b"]  true
-- - view public.star uses public.t.a
-- - view public.star uses public.t.b
-- - view public.star uses public.t.id
-- - view public.star: integer
-- - view public.star: integer
-- - view public.star: text
DROP VIEW nix;
DROP MATERIALIZED VIEW mv;
-- - view public.mv true true ["id", "a"]  true
-- - view public.mv uses public.t.a
-- - view public.mv uses public.t.id
-- - view public.mv: integer
-- - view public.mv: text
DROP MATERIALIZED VIEW v;
DROP TABLE t;
ALTER TABLE t DROP a;
ALTER TABLE t DROP b;
ALTER VIEW v RENAME TO t;
ALTER VIEW v RENAME COLUMN a TO id;
ALTER VIEW v RENAME COLUMN nix TO x;
ALTER VIEW v ALTER a SET DEFAULT 'x';
ALTER VIEW v ALTER nix SET DEFAULT 'x';
ALTER VIEW v ALTER id SET DEFAULT 'x';
ALTER VIEW IF EXISTS nix RENAME TO x;
ALTER VIEW v SET (nix = 1);
ALTER VIEW v RESET (security_barrier);
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW m2 AS SELECT nix FROM t;
CREATE MATERIALIZED VIEW m2 (x, y) AS SELECT 1;
CREATE MATERIALIZED VIEW m2 AS SELECT 1 AS a, 2 AS a;
CREATE INDEX ON mv (a);
-- + index public.mv.public.mv_a_idx btree ["a"] false false true false
-- + index public.mv_a_idx on public.mv
CREATE UNIQUE INDEX CONCURRENTLY ON mv (a);
-- + index public.mv.public.mv_a_idx btree ["a"] true false true false
-- + index public.mv_a_idx on public.mv
