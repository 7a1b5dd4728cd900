CREATE TABLE t (id int PRIMARY KEY, a text, b int, j jsonb, arr int[]);
CREATE TABLE u (id int, a text, z date);
CREATE TYPE pair AS (x int, y text);
CREATE TABLE w (p pair, n numeric);
CREATE SCHEMA app;
CREATE TABLE app.t (c int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$;
CREATE FUNCTION g(int, int DEFAULT 1) RETURNS SETOF t LANGUAGE sql AS 'SELECT * FROM t';
CREATE FUNCTION named(one int, two text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION many(VARIADIC int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION tab() RETURNS TABLE (k int, l text) LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE FUNCTION rec() RETURNS record LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE PROCEDURE pr(int) LANGUAGE sql AS '';
CREATE AGGREGATE agg (int) (SFUNC = int4pl, STYPE = int);
-- Statements
CREATE VIEW v AS SELECT id FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE VIEW v AS SELECT t.nix FROM t;
-- 42703: t has no column nix
CREATE VIEW v AS SELECT x.id FROM t;
-- 42P01: nothing in FROM is called x
CREATE VIEW v AS SELECT x.id FROM t x;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT t.id FROM t x;
-- 42P01: nothing in FROM is called t
CREATE VIEW v AS SELECT public.t.id FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT app.t.c FROM app.t;
-- locks app.t AccessShareLock
CREATE VIEW v AS SELECT id FROM t, u;
-- 42702: id is ambiguous: more than one relation in FROM has it
CREATE VIEW v AS SELECT t.id FROM t, u;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT id FROM t JOIN u USING (id);
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT a FROM t JOIN u USING (id);
-- 42702: a is ambiguous: more than one relation in FROM has it
CREATE VIEW v AS SELECT id FROM t JOIN u USING (nix);
-- 42703: nix is not a column of both sides of USING
CREATE VIEW v AS SELECT id FROM t JOIN u USING (z);
-- 42703: z is not a column of both sides of USING
CREATE VIEW v AS SELECT id, a FROM t NATURAL JOIN u;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT id, b FROM t NATURAL LEFT JOIN u;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT t.id FROM t JOIN u ON t.id = u.id;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT t.id FROM t JOIN u ON t.id = u.a;
-- 42883: there is no operator = for integer, text
CREATE VIEW v AS SELECT t.id FROM t JOIN u ON t.a = u.id;
-- 42883: there is no operator = for text, integer
CREATE VIEW v AS SELECT t.id FROM t JOIN u ON nix = 1;
-- 42703: there is no column nix
CREATE VIEW v AS SELECT t.id FROM t, t;
-- 42712: two items of FROM are called t
-- of what nobody made 42712, uncertain 42712
CREATE VIEW v AS SELECT * FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT t.* FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT x.* FROM t;
-- 42P01: nothing in FROM is called x
CREATE VIEW v AS SELECT *;
-- 42601: SELECT * has nothing in FROM
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE VIEW v AS SELECT t.*, u.id AS uid, u.a AS ua FROM t, u;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT * FROM t, u;
-- 42701: public.v would have a column a twice
CREATE VIEW v AS SELECT id, id FROM t;
-- 42701: public.v would have a column id twice
-- of what nobody made 42701, uncertain 42701
CREATE VIEW v AS SELECT id AS x, b AS x FROM t;
-- 42701: public.v would have a column x twice
-- of what nobody made 42701, uncertain 42701
CREATE VIEW v(one, two) AS SELECT id, id FROM t;
-- locks t AccessShareLock
CREATE VIEW v(one, two, three) AS SELECT id, id FROM t;
-- 42601: the query has 2 columns and is given 3 names
-- of what nobody made 42601, uncertain 42601
CREATE VIEW v(one) AS SELECT id, b FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT s.q FROM (SELECT id AS q FROM t) s;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT s.id FROM (SELECT id AS q FROM t) s;
-- 42703: s has no column id
-- of what nobody made 42703, uncertain 42703
CREATE VIEW v AS SELECT q FROM (SELECT id FROM t) s(q);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT q FROM (SELECT id FROM t) s(q, r);
-- 42P10: s has 1 columns and is given 2 names
-- of what nobody made 42P10, uncertain 42P10
CREATE VIEW v AS SELECT x.q FROM t x(q);
-- locks t AccessShareLock
CREATE VIEW v AS SELECT x.id FROM t x(q);
-- 42703: x has no column id
CREATE VIEW v AS SELECT s.id FROM t, (SELECT t.id) s;
-- 42P01: nothing in FROM is called t
-- of what nobody made 42P01, uncertain 42P01
CREATE VIEW v AS SELECT s.id FROM t, LATERAL (SELECT t.id) s;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT (SELECT t.id) FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT (SELECT id, b FROM t) FROM t;
-- 42601: a subquery used as a value has more than one column
-- of what nobody made 42601, uncertain 42601
CREATE VIEW v AS SELECT (SELECT u.id FROM u WHERE u.id = t.id) FROM t;
-- locks u AccessShareLock, t AccessShareLock
CREATE VIEW v AS SELECT (SELECT u.id FROM u WHERE u.id = nix) FROM t;
-- 42703: there is no column nix
CREATE VIEW v AS WITH c AS (SELECT id FROM t) SELECT id FROM c;
-- locks t AccessShareLock
CREATE VIEW v AS WITH c AS (SELECT id FROM t) SELECT b FROM c;
-- 42703: c has no column b
-- of what nobody made 42703, uncertain 42703
CREATE VIEW v AS WITH c(q) AS (SELECT id FROM t) SELECT q FROM c;
-- locks t AccessShareLock
CREATE VIEW v AS WITH c(q, r) AS (SELECT id FROM t) SELECT q FROM c;
-- 42P10: the WITH query c has 1 columns and is given 2 names
-- of what nobody made 42P10, uncertain 42P10
CREATE VIEW v AS WITH c AS (SELECT id FROM d), d AS (SELECT 1 AS id) SELECT id FROM c;
-- 42P01: public.d does not exist
-- uncertain 42P01
CREATE VIEW v AS WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM c) SELECT n FROM c;
CREATE VIEW v AS WITH RECURSIVE c AS (SELECT 1 AS n UNION ALL SELECT m FROM c) SELECT n FROM c;
-- 42703: c has no column m
-- of what nobody made 42703, in doubt 42703, uncertain 42703
CREATE VIEW v AS SELECT (w.p).x FROM w;
-- locks w AccessShareLock
CREATE VIEW v AS SELECT (w.p).nix FROM w;
-- 42703: public.pair has no attribute nix
CREATE VIEW v AS SELECT (p).y FROM w;
-- locks w AccessShareLock
CREATE VIEW v AS SELECT (w).n FROM w;
-- locks w AccessShareLock
CREATE VIEW v AS SELECT t FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT ctid, tableoid FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT id FROM nowhere;
-- 42P01: public.nowhere does not exist
-- uncertain 42P01
CREATE VIEW v AS SELECT id FROM app.nowhere;
-- 42P01: app.nowhere does not exist
-- uncertain 42P01
CREATE VIEW v AS SELECT id FROM nix.t;
-- 42P01: nix.t does not exist
-- uncertain 42P01
CREATE VIEW v AS SELECT 1 AS one UNION SELECT 2;
CREATE VIEW v AS SELECT 1 AS one UNION SELECT 'x';
-- 22P02: 'x' can't be read as integer
-- of what nobody made 22P02, in doubt 22P02, uncertain 22P02
CREATE VIEW v AS SELECT 1 AS one UNION SELECT a FROM t;
-- 42804: a set operation can't bring integer and text together
CREATE VIEW v AS SELECT 1 AS one UNION SELECT 1, 2;
-- 42601: the sides of a set operation have 1 and 2 columns
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE VIEW v AS SELECT id FROM t UNION SELECT id FROM u ORDER BY id;
-- locks t AccessShareLock, u AccessShareLock
CREATE VIEW v AS SELECT id FROM t ORDER BY 1;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT id FROM t ORDER BY 2;
-- 42P10: ORDER BY 2 is no place in the select list
-- of what nobody made 42P10, uncertain 42P10
CREATE VIEW v AS SELECT id FROM t ORDER BY nix;
-- 42703: t has no column nix
CREATE VIEW v AS SELECT id AS q FROM t ORDER BY q;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT id AS q FROM t WHERE q > 1;
-- 42703: t has no column q
CREATE VIEW v AS SELECT id AS q FROM t GROUP BY q;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT DISTINCT id FROM t ORDER BY b;
-- 42P10: SELECT DISTINCT can be sorted only by what it selects
CREATE VIEW v AS SELECT DISTINCT ON (b) id FROM t ORDER BY b, id;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT column1, column2 FROM (VALUES (1, 2)) s;
CREATE VIEW v AS SELECT column3 FROM (VALUES (1, 2)) s;
-- 42703: s has no column column3
-- of what nobody made 42703, in doubt 42703, uncertain 42703
CREATE VIEW v AS SELECT s.k FROM (VALUES (1), (2, 3)) s(k);
-- 42601: VALUES has rows of 1 and of 2 values
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE VIEW v AS VALUES (1, 'x'), (2, 'y');
