CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TYPE co AS (x int, y text);
CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE > 0);
CREATE DOMAIN d2 AS d;
CREATE DOMAIN dt AS text DEFAULT 'x';
CREATE DOMAIN arr AS int[];
CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', dd d, c co, x d2, mm mood[]);
CREATE TABLE plain (id int, a text);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'$$;
CREATE FUNCTION g(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION r() RETURNS mood LANGUAGE sql AS $$SELECT 'a'::mood$$;
CREATE FUNCTION st() RETURNS SETOF plain LANGUAGE sql AS 'SELECT * FROM plain';
CREATE FUNCTION used(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE INDEX ui ON plain (used(id));
CREATE FUNCTION defv() RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER TABLE plain ADD z int DEFAULT defv();
CREATE FUNCTION chk(int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
ALTER TABLE plain ADD CONSTRAINT ck CHECK (chk(id));
CREATE FUNCTION inview() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE VIEW fv AS SELECT inview() AS one;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION tf();
CREATE FUNCTION outp(int, OUT a int, OUT b text) LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE FUNCTION dfl(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE PROCEDURE pr(int) LANGUAGE sql AS '';
CREATE AGGREGATE ag (int) (SFUNC = int4pl, STYPE = int);
CREATE SCHEMA app;
CREATE TABLE app.inside (id int);
CREATE SCHEMA empty;
CREATE EXTENSION citext;
CREATE TABLE ci (c citext);
CREATE SEQUENCE sq;
CREATE TABLE own (id int, n int DEFAULT nextval('sq'));
CREATE SEQUENCE owned OWNED BY own.id;
CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) FROM plain; END;
-- Statements
DROP TYPE mood;
DROP TYPE mood CASCADE;
-- - column public.t.m mood false 'a' - 0 false
-- - column public.t.mm mood[] false - - 0 false
-- - enum public.mood ["a", "b", "c"]
-- - function public.g(mood) returns integer 2 [""] 0
-- - function public.r() returns mood 2 [] 0
DROP TYPE co;
DROP TYPE d;
DROP DOMAIN d;
DROP DOMAIN d2;
DROP DOMAIN dt;
-- - domain public.dt text false 'x'
DROP DOMAIN mood;
DROP DOMAIN nix;
DROP DOMAIN IF EXISTS nix;
DROP TYPE nix;
DROP TYPE IF EXISTS nix;
DROP TYPE plain;
DROP TYPE text;
DROP FUNCTION f(int);
-- - function public.f(integer) returns integer 0 [""] 0
DROP FUNCTION f(bigint);
DROP FUNCTION IF EXISTS f(bigint);
DROP FUNCTION nix();
DROP FUNCTION IF EXISTS nix();
DROP FUNCTION g;
-- - function public.g(mood) returns integer 2 [""] 0
DROP FUNCTION used;
DROP FUNCTION used CASCADE;
-- - function public.used(integer) returns integer 0 [""] 0
-- - index public.plain.public.ui btree [""] false false true false
-- - index public.ui on public.plain
DROP FUNCTION defv();
DROP FUNCTION chk(int);
DROP FUNCTION inview();
DROP FUNCTION tf();
DROP FUNCTION tf() CASCADE;
-- - function public.tf() returns trigger 2 [] 0
-- - trigger public.plain.tr tf
DROP PROCEDURE pr;
-- - function public.pr(integer) returns - 2 [""] 0
DROP ROUTINE pr;
-- - function public.pr(integer) returns - 2 [""] 0
DROP ROUTINE f(int);
-- - function public.f(integer) returns integer 0 [""] 0
DROP AGGREGATE ag(int);
-- - function public.ag(integer) returns - 2 [""] 0
DROP FUNCTION outp(int);
-- - function public.outp(integer) returns record 2 [""] 0
DROP FUNCTION outp;
-- - function public.outp(integer) returns record 2 [""] 0
DROP FUNCTION st();
-- - function public.st() returns plain 2 [] 0
DROP TABLE plain;
DROP TABLE plain CASCADE;
-- - column public.plain.a text false - - 0 false
-- - column public.plain.id integer false - - 0 false
-- - column public.plain.z integer false defv() - 0 false
-- - constraint public.plain.ck 3 ["id"] ->  []  true false false chk(id)
-- - function public.atomic() returns bigint 2 [] 0
-- - function public.st() returns plain 2 [] 0
-- - index public.plain.public.ui btree [""] false false true false
-- - index public.ui on public.plain
-- - table public.plain 0 0 of - in -  true
-- - table public.plain: row security false, replica identity 0, filled false
-- - trigger public.plain.tr tf
ALTER TABLE plain DROP id;
ALTER TABLE plain DROP a;
-- - column public.plain.a text false - - 0 false
DROP VIEW fv;
-- - view public.fv false true ["one"]  true
-- - view public.fv: integer
DROP INDEX ui;
-- - index public.plain.public.ui btree [""] false false true false
-- - index public.ui on public.plain
DROP SCHEMA app;
DROP SCHEMA app CASCADE;
-- - column app.inside.id integer false - - 0 false
-- - schemas {"app", "empty", "public"}; search_path ["public"]; not kept {}
-- - table app.inside 0 0 of - in -  true
-- - table app.inside: row security false, replica identity 0, filled false
-- + schemas {"empty", "public"}; search_path ["public"]; not kept {}
DROP SCHEMA empty;
-- - schemas {"app", "empty", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
DROP SCHEMA nix;
DROP SCHEMA IF EXISTS nix;
DROP SCHEMA empty, app;
DROP SCHEMA public;
DROP EXTENSION citext;
DROP EXTENSION citext CASCADE;
-- - column public.ci.c citext false - - 0 false
-- - extension citext in public
DROP EXTENSION nix;
DROP SEQUENCE sq;
DROP SEQUENCE sq CASCADE;
-- - column public.own.n integer false nextval('sq') - 0 false
-- - sequence public.sq owned by .
-- + column public.own.n integer false - - 0 false
DROP SEQUENCE owned;
-- - sequence public.owned owned by public.own.id
DROP SEQUENCE nix;
DROP TABLE own;
-- - column public.own.id integer false - - 0 false
-- - column public.own.n integer false nextval('sq') - 0 false
-- - sequence public.owned owned by public.own.id
-- - table public.own 0 0 of - in -  true
-- - table public.own: row security false, replica identity 0, filled false
ALTER TABLE own DROP n;
-- - column public.own.n integer false nextval('sq') - 0 false
ALTER TABLE own ALTER n DROP DEFAULT;
-- - column public.own.n integer false nextval('sq') - 0 false
-- + column public.own.n integer false - - 0 false
CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.f(integer) returns integer 2 [""] 0
CREATE OR REPLACE FUNCTION f(int) RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint';
CREATE OR REPLACE FUNCTION f(named int) RETURNS int LANGUAGE sql AS 'SELECT 2';
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.f(integer) returns integer 2 ["named"] 0
CREATE OR REPLACE FUNCTION dfl(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION dfl(a int, c int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION dfl(a int DEFAULT 1, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- - function public.dfl(integer, integer) returns integer 2 ["a", "b"] 1
-- + function public.dfl(integer, integer) returns integer 2 ["a", "b"] 2
CREATE OR REPLACE FUNCTION outp(int, OUT a int, OUT c text) LANGUAGE sql AS $$SELECT 1, 'x'$$;
CREATE OR REPLACE FUNCTION outp(int, OUT a int) LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE PROCEDURE f(int) LANGUAGE sql AS '';
CREATE OR REPLACE FUNCTION pr(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION ag(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION f(int, OUT x int) LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(a int, a int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(VARIADIC a int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(VARIADIC a int[], b int) RETURNS int LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(OUT a int) RETURNS text LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h(int) LANGUAGE sql AS 'SELECT 2';
CREATE FUNCTION h() RETURNS void LANGUAGE sql AS 'INSERT INTO plain (id) VALUES (1)';
-- + function public.h() returns void 2 [] 0
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'INSERT INTO plain (id) VALUES (1) RETURNING id';
-- + function public.h() returns integer 2 [] 0
CREATE FUNCTION h() RETURNS TABLE (id int) LANGUAGE sql AS 'SELECT id FROM plain';
-- + function public.h() returns integer 2 [] 0
CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT p';
-- + function public.h(integer) returns integer 2 ["p"] 0
CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT $1';
-- + function public.h(integer) returns integer 2 ["p"] 0
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS '';
CREATE FUNCTION h() RETURNS void LANGUAGE sql AS '';
-- + function public.h() returns void 2 [] 0
CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELEC 1';
CREATE FUNCTION h() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN nix; END';
-- + function public.h() returns integer 2 [] 0
CREATE FUNCTION nix.h() RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION h() RETURNS int LANGUAGE sql STRICT COST 0 AS 'SELECT 1';
CREATE FUNCTION h() RETURNS int LANGUAGE sql ROWS 5 AS 'SELECT 1';
CREATE FUNCTION h() RETURNS SETOF int LANGUAGE sql ROWS 0 AS 'SELECT 1';
CREATE PROCEDURE h(OUT a int) LANGUAGE sql AS 'SELECT 1';
-- + function public.h() returns integer 2 [] 0
CREATE PROCEDURE h() LANGUAGE sql IMMUTABLE AS 'SELECT 1';
ALTER FUNCTION f(int) RENAME TO g;
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.g(integer) returns integer 0 [""] 0
ALTER FUNCTION nix() RENAME TO fresh;
ALTER FUNCTION f(int) SET SCHEMA app;
-- - function public.f(integer) returns integer 0 [""] 0
-- + function app.f(integer) returns integer 0 [""] 0
ALTER FUNCTION f(int) STABLE;
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.f(integer) returns integer 1 [""] 0
ALTER FUNCTION f(int) COST 0;
ALTER FUNCTION f(int) ROWS 5;
ALTER FUNCTION f(int) OWNER TO postgres;
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.f(integer) returns integer 0 [""] 0 postgres
ALTER ROUTINE f(int) OWNER TO postgres;
-- - function public.f(integer) returns integer 0 [""] 0
-- + function public.f(integer) returns integer 0 [""] 0 postgres
ALTER DOMAIN d ADD CHECK (VALUE < 10);
-- + domain public.d: d_check VALUE < 10
ALTER DOMAIN d ADD CONSTRAINT pos CHECK (VALUE < 10);
ALTER DOMAIN d ADD CHECK (VALUE < 10) NOT VALID;
-- + domain public.d: d_check VALUE < 10
ALTER DOMAIN d DROP CONSTRAINT pos;
-- - domain public.d: pos VALUE > 0
ALTER DOMAIN d DROP CONSTRAINT nix;
ALTER DOMAIN d DROP CONSTRAINT IF EXISTS nix;
ALTER DOMAIN d VALIDATE CONSTRAINT pos;
ALTER DOMAIN d VALIDATE CONSTRAINT nix;
ALTER DOMAIN d RENAME CONSTRAINT pos TO p2;
-- - domain public.d: pos VALUE > 0
-- + domain public.d: p2 VALUE > 0
ALTER DOMAIN d RENAME CONSTRAINT nix TO p2;
ALTER DOMAIN d SET DEFAULT 5;
-- - domain public.d integer false -
-- + domain public.d integer false 5
ALTER DOMAIN d SET NOT NULL;
-- - domain public.d integer false -
-- + domain public.d integer true -
ALTER DOMAIN d2 SET NOT NULL;
-- - domain public.d2 d false -
-- + domain public.d2 d true -
ALTER DOMAIN arr SET NOT NULL;
-- - domain public.arr integer[] false -
-- + domain public.arr integer[] true -
ALTER DOMAIN mood SET NOT NULL;
ALTER DOMAIN d RENAME TO mood;
ALTER DOMAIN d SET SCHEMA app;
-- - column public.t.dd d false - - 0 false
-- - domain public.d integer false -
-- - domain public.d2 d false -
-- - domain public.d: pos VALUE > 0
-- + column public.t.dd app.d false - - 0 false
-- + domain app.d integer false -
-- + domain app.d: pos VALUE > 0
-- + domain public.d2 app.d false -
CREATE DOMAIN d AS text;
CREATE DOMAIN n AS plain;
-- + domain public.n plain false -
CREATE DOMAIN n AS int NULL NOT NULL;
CREATE DOMAIN n AS int DEFAULT 1 DEFAULT 2;
CREATE DOMAIN n AS int UNIQUE;
CREATE DOMAIN n AS int COLLATE "C";
CREATE DOMAIN n AS text COLLATE "C";
-- + domain public.n text false -
CREATE DOMAIN plain AS int;
CREATE DOMAIN nix.n AS int;
CREATE SCHEMA app;
CREATE SCHEMA IF NOT EXISTS app;
CREATE SCHEMA fresh CREATE TABLE x (id int);
-- - schemas {"app", "empty", "public"}; search_path ["public"]; not kept {}
-- + column fresh.x.id integer false - - 0 false
-- + schemas {"app", "empty", "fresh", "public"}; search_path ["public"]; not kept {}
-- + table fresh.x 0 0 of - in -  true
-- + table fresh.x: row security false, replica identity 0, filled false
ALTER SCHEMA app RENAME TO empty;
ALTER SCHEMA app OWNER TO postgres;
CREATE EXTENSION citext;
CREATE EXTENSION IF NOT EXISTS citext;
