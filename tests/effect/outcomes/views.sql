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
INSERT INTO v (id) VALUES (1);
-- rows may fail: 23505 t(id); locks v RowExclusiveLock
INSERT INTO vv (id) VALUES (1);
-- locks vv RowExclusiveLock
INSERT INTO star (id) VALUES (1);
-- rows may fail: 23505 t(id); locks star RowExclusiveLock
INSERT INTO grp (id) VALUES (1);
-- 55000: public.grp can't be inserted into: a row of it is not one row of a table
INSERT INTO agg (a) VALUES ('x');
-- 55000: public.agg can't be inserted into: a row of it is not one row of a table
INSERT INTO joined (id) VALUES (1);
-- 55000: public.joined can't be inserted into: a row of it is not one row of a table
INSERT INTO lim (id) VALUES (1);
-- 55000: public.lim can't be inserted into: a row of it is not one row of a table
INSERT INTO dist (id) VALUES (1);
-- 55000: public.dist can't be inserted into: a row of it is not one row of a table
INSERT INTO expr (id) VALUES (1);
-- rows may fail: 23505 t(id); locks expr RowExclusiveLock
INSERT INTO expr (c) VALUES (1);
-- 0A000: column c of public.expr is computed
INSERT INTO uni (id) VALUES (1);
-- 55000: public.uni can't be inserted into: a row of it is not one row of a table
INSERT INTO win (id) VALUES (1);
-- 55000: public.win can't be inserted into: a row of it is not one row of a table
INSERT INTO cte (id) VALUES (1);
-- 55000: public.cte can't be inserted into: a row of it is not one row of a table
INSERT INTO vals VALUES (1);
-- 55000: public.vals can't be inserted into: a row of it is not one row of a table
INSERT INTO only1 VALUES (1);
-- rows may fail: 23505 t(id); locks only1 RowExclusiveLock
INSERT INTO sys (id) VALUES (1);
-- rows may fail: 23505 t(id); locks sys RowExclusiveLock
INSERT INTO chk VALUES (1, 0);
-- 44000: a row is none of those that public.chk shows, which has a CHECK OPTION
INSERT INTO chk VALUES (1, 5);
-- rows may fail: 23505 t(id); locks chk RowExclusiveLock
INSERT INTO trgv VALUES (1);
-- locks trgv RowExclusiveLock
INSERT INTO mv VALUES (1);
-- 42809: public.mv is a materialized view
-- uncertain 42809
UPDATE v SET b = 1;
-- 42703: v has no column b
UPDATE agg SET a = 'x';
-- 55000: public.agg can't be updated: a row of it is not one row of a table
UPDATE joined SET a = 'x';
-- 55000: public.joined can't be updated: a row of it is not one row of a table
UPDATE expr SET c = 1;
-- 0A000: column c of public.expr is computed
UPDATE mv SET id = 1;
-- 42809: public.mv is a materialized view
-- uncertain 42809
DELETE FROM agg;
-- 55000: public.agg can't be deleted from: a row of it is not one row of a table
DELETE FROM joined;
-- 55000: public.joined can't be deleted from: a row of it is not one row of a table
DELETE FROM mv;
-- 42809: public.mv is a materialized view
-- uncertain 42809
CREATE VIEW v AS SELECT 1 AS one;
-- 42P07: public.v exists already
CREATE VIEW t AS SELECT 1 AS one;
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;
-- locks v AccessExclusiveLock, t AccessShareLock
CREATE OR REPLACE VIEW v AS SELECT id FROM t;
-- 42P16: public.v would lose its column a: drop the view and create it again
CREATE OR REPLACE VIEW v AS SELECT a, id FROM t;
-- 42P16: column id of public.v would become a: new columns go at the end
CREATE OR REPLACE VIEW v AS SELECT id AS other, a FROM t;
-- 42P16: column id of public.v would become other: new columns go at the end
CREATE OR REPLACE VIEW v AS SELECT id::bigint, a FROM t;
-- 42P16: column id of public.v would become bigint, and is integer: drop the view and create it again
CREATE OR REPLACE VIEW v AS SELECT id, a FROM nix;
-- 42P01: public.nix does not exist
CREATE OR REPLACE VIEW v (id, a) AS SELECT b, a FROM t;
-- locks v AccessExclusiveLock, t AccessShareLock
CREATE OR REPLACE VIEW t AS SELECT 1 AS one;
-- 42809: public.t is not a view
-- uncertain 42809
CREATE OR REPLACE VIEW mv AS SELECT 1 AS one;
-- 42809: public.mv is a materialized view
CREATE OR REPLACE VIEW fresh AS SELECT 1 AS one;
CREATE OR REPLACE VIEW star AS SELECT id, a, b, 1 AS c FROM t;
-- locks star AccessExclusiveLock, t AccessShareLock
CREATE OR REPLACE VIEW vv AS SELECT id FROM vv;
-- locks vv AccessExclusiveLock
CREATE VIEW w AS SELECT id FROM t WITH CHECK OPTION;
-- locks t AccessShareLock
CREATE VIEW w WITH (security_barrier) AS SELECT id FROM t;
-- locks t AccessShareLock
CREATE VIEW w WITH (check_option = local) AS SELECT id FROM t;
-- locks t AccessShareLock
CREATE VIEW w AS SELECT 1;
CREATE VIEW w AS SELECT 'x';
CREATE VIEW w AS SELECT NULL AS n;
CREATE VIEW nix.w AS SELECT 1 AS one;
-- 3F000: schema nix does not exist
-- uncertain 3F000
CREATE TEMP VIEW w AS SELECT 1 AS one;
CREATE RECURSIVE VIEW w (n) AS SELECT 1 UNION ALL SELECT n + 1 FROM w WHERE n < 5;
DROP VIEW v;
-- 2BP01: view public.vv depends on public.v
-- uncertain 2BP01
DROP VIEW v CASCADE;
-- locks v AccessExclusiveLock, vv AccessExclusiveLock; drops v, vv
DROP VIEW star;
-- locks star AccessExclusiveLock; drops star
DROP VIEW nix;
-- 42P01: view nix does not exist
-- uncertain 42P01
DROP VIEW mv;
-- 42809: public.mv is a materialized view: this is not for it
-- uncertain 42809
DROP MATERIALIZED VIEW mv;
-- locks mv AccessExclusiveLock; drops mv
DROP MATERIALIZED VIEW v;
-- 42809: public.v is a view: this is not for it
-- uncertain 42809
DROP TABLE t;
-- 2BP01: view public.agg depends on public.t
-- uncertain 2BP01
ALTER TABLE t DROP a;
-- 2BP01: view public.agg depends on public.t.a
-- uncertain 2BP01
ALTER TABLE t DROP b;
-- 2BP01: view public.agg depends on public.t.b
-- uncertain 2BP01
ALTER VIEW v RENAME TO t;
-- 42P07: public.t exists already
-- uncertain 42P07
ALTER VIEW v RENAME COLUMN a TO id;
-- 42701: public.v.id exists already
ALTER VIEW v ALTER a SET DEFAULT 'x';
-- locks v AccessExclusiveLock
ALTER VIEW IF EXISTS nix RENAME TO x;
ALTER VIEW v RESET (security_barrier);
-- locks v AccessExclusiveLock
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
-- 42P07: public.mv exists already
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW m2 AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE MATERIALIZED VIEW m2 (x, y) AS SELECT 1;
-- 42601: the query has 1 columns and is given 2 names
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE MATERIALIZED VIEW m2 AS SELECT 1 AS a, 2 AS a;
-- 42701: public.m2 would have a column a twice
-- of what nobody made 42701, uncertain 42701
REFRESH MATERIALIZED VIEW mv;
-- locks mv AccessExclusiveLock, t AccessShareLock; scans t
REFRESH MATERIALIZED VIEW CONCURRENTLY mv;
-- 55000: public.mv has no unique index: CONCURRENTLY needs one
REFRESH MATERIALIZED VIEW CONCURRENTLY mvu;
-- locks mvu ExclusiveLock, t AccessShareLock; scans t, mvu
REFRESH MATERIALIZED VIEW CONCURRENTLY mvp;
-- 55000: public.mvp has no unique index: CONCURRENTLY needs one
REFRESH MATERIALIZED VIEW CONCURRENTLY mvn;
-- 0A000: public.mvn holds no data yet: refresh it without CONCURRENTLY first
REFRESH MATERIALIZED VIEW nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE INDEX ON mv (a);
-- locks mv ShareLock; scans mv; builds mv_a_idx
CREATE UNIQUE INDEX CONCURRENTLY ON mv (a);
-- rows may fail: 23505 mv(a); locks mv ShareUpdateExclusiveLock; scans mv; builds mv_a_idx; in no transaction
