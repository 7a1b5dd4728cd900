CREATE TABLE t (id int PRIMARY KEY, a text, b int, n numeric, d date, ts timestamptz, j jsonb, arr int[],
  c char(3), f float8, bo boolean);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'$$;
CREATE FUNCTION o(bigint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION o(float8) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION x(smallint) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION named(one int, two text DEFAULT 'x') RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION many(VARIADIC int[]) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION tab() RETURNS TABLE (k int, l text) LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE FUNCTION rec() RETURNS record LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE FUNCTION poly(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
CREATE FUNCTION polya(anyarray, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $2';
CREATE FUNCTION polyc(anycompatible, anycompatible) RETURNS anycompatible LANGUAGE sql AS 'SELECT $1';
CREATE PROCEDURE pr(int) LANGUAGE sql AS '';
CREATE SCHEMA app;
CREATE FUNCTION app.h() RETURNS int LANGUAGE sql AS 'SELECT 1';
-- Statements
CREATE VIEW v AS SELECT f(1), f('x') AS y;
CREATE VIEW v AS SELECT f(d) FROM t;
-- 42883: there is no function f(date)
-- of what nobody made 42883
CREATE VIEW v AS SELECT f(1, 2);
-- 42883: there is no function f(integer, integer)
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT f();
-- 42883: there is no function f("")
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT o(1);
CREATE VIEW v AS SELECT o('1');
CREATE VIEW v AS SELECT o(n) FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT x(1);
-- 42883: there is no function x(integer)
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT x(1::smallint);
CREATE VIEW v AS SELECT x('1');
CREATE VIEW v AS SELECT nix(1);
-- 42883: there is no function nix()
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT app.h();
CREATE VIEW v AS SELECT pr(1);
-- 42809: pr() is a procedure: CALL runs it
-- of what nobody made 42883, in doubt 42809, uncertain 42809
CREATE VIEW v AS SELECT named(1);
CREATE VIEW v AS SELECT named(1, 'y');
CREATE VIEW v AS SELECT named(two => 'y', one => 1);
CREATE VIEW v AS SELECT named(1, two => 'y');
CREATE VIEW v AS SELECT many(1, 2, 3);
CREATE VIEW v AS SELECT many(VARIADIC ARRAY[1, 2]);
CREATE VIEW v AS SELECT many();
-- 42883: there is no function many("")
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT k FROM tab();
CREATE VIEW v AS SELECT x.k FROM tab() x;
CREATE VIEW v AS SELECT (tab()).l;
CREATE VIEW v AS SELECT a FROM rec() AS x(a int, b text);
CREATE VIEW v AS SELECT c FROM rec() AS x(a int, b text);
-- 42703: x has no column c
-- of what nobody made 42883, in doubt 42703, uncertain 42703
CREATE VIEW v AS SELECT x FROM generate_series(1, 3) x;
CREATE VIEW v AS SELECT y FROM generate_series(1, 3) x;
-- 42703: x has no column y
-- of what nobody made 42703, in doubt 42703, uncertain 42703
CREATE VIEW v AS SELECT y FROM generate_series(1, 3) x(y);
CREATE VIEW v AS SELECT ordinality FROM generate_series(1, 3) WITH ORDINALITY;
CREATE VIEW v AS SELECT poly(1, 2);
CREATE VIEW v AS SELECT poly(1, 'x'::text);
-- 42883: there is no function poly(integer, text)
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT polya(arr, b) FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT polya(arr, a) FROM t;
-- 42883: there is no function polya(integer[], text)
-- of what nobody made 42883
CREATE VIEW v AS SELECT polya(b, b) FROM t;
-- 42883: there is no function polya(integer, integer)
-- of what nobody made 42883
CREATE VIEW v AS SELECT polyc(1, 2.5);
CREATE VIEW v AS SELECT polyc(b, a) FROM t;
-- 42883: there is no function polyc(integer, text)
-- of what nobody made 42883
CREATE VIEW v AS SELECT b + 1 AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a + 1 AS x FROM t;
-- 42883: there is no operator + for text, integer
CREATE VIEW v AS SELECT a + 'x' AS x FROM t;
-- 42883: there is no operator + for text, unknown
CREATE VIEW v AS SELECT a || 1 AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b || c AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b || b AS x FROM t;
-- 42883: there is no operator || for integer, integer
CREATE VIEW v AS SELECT d + 1 AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT d + d AS x FROM t;
-- 42883: there is no operator + for date, date
CREATE VIEW v AS SELECT d - d AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT ts - interval '1 day' AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT ts + 1 AS x FROM t;
-- 42883: there is no operator + for timestamp with time zone, integer
CREATE VIEW v AS SELECT j -> 'x' AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT j ->> 1 AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT j = 'x' AS x FROM t;
-- 22P02: 'x' can't be read as jsonb
CREATE VIEW v AS SELECT j -> bo AS x FROM t;
-- 42883: there is no operator -> for jsonb, boolean
CREATE VIEW v AS SELECT a -> 'x' AS x FROM t;
-- 42883: there is no operator -> for text, unknown
CREATE VIEW v AS SELECT a ~ 1 AS x FROM t;
-- 42883: there is no operator ~ for text, integer
CREATE VIEW v AS SELECT b = a AS x FROM t;
-- 42883: there is no operator = for integer, text
CREATE VIEW v AS SELECT b = '1' AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b = 'x' AS x FROM t;
-- 22P02: 'x' can't be read as integer
CREATE VIEW v AS SELECT b IN (1, 2) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b IN (1, 'x') AS x FROM t;
-- 22P02: 'x' can't be read as integer
CREATE VIEW v AS SELECT a IN (1, 2) AS x FROM t;
-- 42883: there is no operator = for text, integer
CREATE VIEW v AS SELECT b = ANY (arr) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a = ANY (arr) AS x FROM t;
-- 42883: there is no operator = for text, integer
CREATE VIEW v AS SELECT b = ANY (b) AS x FROM t;
-- 42809: ANY and ALL take an array, and this is integer
CREATE VIEW v AS SELECT b = ANY ('{1,2}') AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b BETWEEN 1 AND a AS x FROM t;
-- 42883: there is no operator <= for integer, text
CREATE VIEW v AS SELECT a LIKE b AS x FROM t;
-- 42883: there is no operator ~~ for text, integer
CREATE VIEW v AS SELECT (b, a) = (1, 'x') AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT (b, a) IN (SELECT b, a FROM t) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b IN (SELECT a FROM t) AS x FROM t;
-- 42883: there is no operator = for integer, text
CREATE VIEW v AS SELECT - a AS x FROM t;
-- 42883: there is no operator - for text
CREATE VIEW v AS SELECT - b AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT NOT b AS x FROM t;
-- 42804: NOT takes a boolean, and this is integer
CREATE VIEW v AS SELECT NOT bo AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT bo AND b AS x FROM t;
-- 42804: AND takes a boolean, and this is integer
CREATE VIEW v AS SELECT b IS TRUE AS x FROM t;
-- 42804: IS TRUE takes a boolean, and this is integer
CREATE VIEW v AS SELECT CASE WHEN b THEN 1 END AS x FROM t;
-- 42804: CASE WHEN takes a boolean, and this is integer
CREATE VIEW v AS SELECT CASE WHEN bo THEN 1 ELSE a END AS x FROM t;
-- 42804: the values of CASE have types that don't go together
CREATE VIEW v AS SELECT CASE WHEN bo THEN 1 ELSE 'x' END AS x FROM t;
-- 22P02: 'x' can't be read as integer
-- of what nobody made 22P02, uncertain 22P02
CREATE VIEW v AS SELECT CASE b WHEN 1 THEN 'x' WHEN a THEN 'y' END AS x FROM t;
-- 42883: there is no operator = for integer, text
CREATE VIEW v AS SELECT coalesce(b, 1) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT coalesce(b, a) AS x FROM t;
-- 42804: the values of COALESCE have types that don't go together
CREATE VIEW v AS SELECT coalesce(b, 'x') AS x FROM t;
-- 22P02: 'x' can't be read as integer
CREATE VIEW v AS SELECT coalesce(d, ts) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT greatest(b, n, f) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT greatest(b, d) AS x FROM t;
-- 42804: the values of GREATEST have types that don't go together
CREATE VIEW v AS SELECT nullif(b, a) AS x FROM t;
-- 42883: there is no operator = for integer, text
CREATE VIEW v AS SELECT nullif(b, 1) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT ARRAY[1, a] AS x FROM t;
-- 42804: the values of ARRAY[…] have types that don't go together
CREATE VIEW v AS SELECT ARRAY[b, n] AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT ARRAY[] AS x;
-- 42P18: ARRAY[] has no type: write ARRAY[]::text[]
-- of what nobody made 42P18, in doubt 42P18, uncertain 42P18
CREATE VIEW v AS SELECT ARRAY[]::int[] AS x;
CREATE VIEW v AS SELECT arr[1] AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b[1] AS x FROM t;
-- 42804: integer has no elements
CREATE VIEW v AS SELECT j['x'] AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT arr[1:2] AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a::int AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT d::int AS x FROM t;
-- 42846: there is no cast from date to integer
CREATE VIEW v AS SELECT bo::int AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT bo::bigint AS x FROM t;
-- 42846: there is no cast from boolean to bigint
CREATE VIEW v AS SELECT 'x'::int AS x;
-- 22P02: 'x' can't be read as integer
-- of what nobody made 22P02, in doubt 22P02, uncertain 22P02
CREATE VIEW v AS SELECT a COLLATE "C" AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b COLLATE "C" AS x FROM t;
-- 42804: COLLATE on integer, which has no collation
CREATE VIEW v AS SELECT ts AT TIME ZONE 'UTC' AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT b AT TIME ZONE 'UTC' AS x FROM t;
-- 42883: there is no function timezone(unknown, integer)
CREATE VIEW v AS SELECT extract(year FROM ts) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT extract(year FROM a) AS x FROM t;
-- 42883: there is no function extract(unknown, text)
CREATE VIEW v AS SELECT substring(a FROM 1 FOR 2) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT substring(b FROM 1 FOR 2) AS x FROM t;
-- 42883: there is no function substring(integer, integer, integer)
CREATE VIEW v AS SELECT length(b) AS x FROM t;
-- 42883: there is no function length(integer)
CREATE VIEW v AS SELECT length(c) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT lower(b) AS x FROM t;
-- 42883: there is no function lower(integer)
CREATE VIEW v AS SELECT sum(a) AS x FROM t;
-- 42883: there is no function sum(text)
CREATE VIEW v AS SELECT sum(DISTINCT b) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT count(DISTINCT j) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT string_agg(a, ',') AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT string_agg(b, ',') AS x FROM t;
-- 42883: there is no function string_agg(integer, unknown)
CREATE VIEW v AS SELECT array_agg(b) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT max(j) AS x FROM t;
-- 42883: there is no function max(jsonb)
CREATE VIEW v AS SELECT min(bo) AS x FROM t;
-- 42883: there is no function min(boolean)
CREATE VIEW v AS SELECT a FROM t WHERE b;
-- 42804: WHERE takes a boolean, and this is integer
CREATE VIEW v AS SELECT a FROM t WHERE bo;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t WHERE 'true';
-- locks t AccessShareLock
CREATE VIEW v AS SELECT a FROM t WHERE 'x';
-- 22P02: 'x' can't be read as boolean
-- of what nobody made 22P02, uncertain 22P02
CREATE VIEW v AS SELECT a FROM t ORDER BY j;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT round(f, 2) AS x FROM t;
-- 42883: there is no function round(double precision, integer)
CREATE VIEW v AS SELECT round(n, 2) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT to_char(ts, 'YYYY') AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT to_char(a, 'YYYY') AS x FROM t;
-- 42883: there is no function to_char(text, unknown)
CREATE VIEW v AS SELECT date_trunc('day', ts) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT date_trunc('day', b) AS x FROM t;
-- 42883: there is no function date_trunc(unknown, integer)
CREATE VIEW v AS SELECT now() - ts AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT concat(a, b, d) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT format('%s', b) AS x FROM t;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT 5 % 2 AS x, 5 ^ 2 AS y, 5 / 2.0 AS z;
CREATE VIEW v AS SELECT 'a' || 'b' AS x;
CREATE VIEW v AS SELECT 'a' + 'b' AS x;
-- 42725: which operator + of unknown, unknown is meant is ambiguous
-- of what nobody made 42725, uncertain 42725
CREATE VIEW v AS SELECT 1 === 2 AS x;
-- 42883: there is no operator === for integer, integer
-- of what nobody made 42883, uncertain 42883
CREATE VIEW v AS SELECT 1 OPERATOR(pg_catalog.+) 2 AS x;
