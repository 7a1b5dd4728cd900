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

-- form: create type mood as enum ( x )
CREATE TYPE mood AS ENUM ('x');
-- form: create type emp as enum ( x )
CREATE TYPE emp AS ENUM ('x');
-- form: create type sq as (a int)
CREATE TYPE sq AS (a int);
-- form: create type ix as (a int)
CREATE TYPE ix AS (a int);
-- form: create type x as enum ( a , b , a )
CREATE TYPE x AS ENUM ('a', 'b', 'a');
-- form: create type x as enum ( aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
CREATE TYPE x AS ENUM
  ('aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa');
-- form: create type nosch x as enum ( a )
CREATE TYPE nosch.x AS ENUM ('a');
-- form: create type x as (a int, a text)
CREATE TYPE x AS (a int, a text);
-- form: create type x as (a missing)
CREATE TYPE x AS (a missing);
-- form: create type x as (a serial)
CREATE TYPE x AS (a serial);
-- form: create type x as (a nosch missing)
CREATE TYPE x AS (a nosch.missing);
-- form: create type x as range (subtype_diff float8mi)
CREATE TYPE x AS RANGE (subtype_diff = float8mi);
-- form: create type x as range (subtype int, nosuch 1)
CREATE TYPE x AS RANGE (subtype = int, nosuch = 1);
-- form: alter type mood add value ok
ALTER TYPE mood ADD VALUE 'ok';
-- form: alter type mood add value z before missing
ALTER TYPE mood ADD VALUE 'z' BEFORE 'missing';
-- form: alter type mood add value aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
ALTER TYPE mood ADD VALUE
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa';
-- form: alter type co add value z
ALTER TYPE co ADD VALUE 'z';
-- form: alter type emp add value z
ALTER TYPE emp ADD VALUE 'z';
-- form: alter type missing add value z
ALTER TYPE missing ADD VALUE 'z';
-- form: alter type nosch missing add value z
ALTER TYPE nosch.missing ADD VALUE 'z';
-- form: alter type amood add value z
ALTER TYPE amood ADD VALUE 'z';
-- form: alter type mood rename value missing to z
ALTER TYPE mood RENAME VALUE 'missing' TO 'z';
-- form: alter type mood rename value ok to fun
ALTER TYPE mood RENAME VALUE 'ok' TO 'fun';
-- form: alter type co rename to emp
ALTER TYPE co RENAME TO emp;
-- form: alter type mood set schema nosch
ALTER TYPE mood SET SCHEMA nosch;
-- form: alter domain mood owner to postgres
ALTER DOMAIN mood OWNER TO postgres;
-- form: alter domain missing owner to postgres
ALTER DOMAIN missing OWNER TO postgres;
-- form: alter type co add attribute a int
ALTER TYPE co ADD ATTRIBUTE a int;
-- form: alter type co drop attribute missing
ALTER TYPE co DROP ATTRIBUTE missing;
-- form: alter type co alter attribute a type bigint
ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint;
-- form: alter type free alter attribute missing type bigint
ALTER TYPE free ALTER ATTRIBUTE missing TYPE bigint;
-- form: alter type co rename attribute a to b
ALTER TYPE co RENAME ATTRIBUTE a TO b;
-- form: alter type missing add attribute z int
ALTER TYPE missing ADD ATTRIBUTE z int;
-- form: alter type mood add attribute z int
ALTER TYPE mood ADD ATTRIBUTE z int;
-- form: alter type tco add attribute z int
ALTER TYPE tco ADD ATTRIBUTE z int;
-- form: alter type tco rename attribute a to z
ALTER TYPE tco RENAME ATTRIBUTE a TO z;
-- form: drop type mood again
DROP TYPE mood;
-- form: drop type amood
DROP TYPE amood;
-- form: drop type missing
DROP TYPE missing;
-- form: drop type nosch missing
DROP TYPE nosch.missing;
-- form: drop type emp
DROP TYPE emp;
-- form: drop domain pos
DROP DOMAIN pos;
-- form: drop domain missing
DROP DOMAIN missing;
-- form: drop domain mood
DROP DOMAIN mood;
-- form: drop domain co
DROP DOMAIN co;
-- form: drop domain nosch missing
DROP DOMAIN nosch.missing;
-- form: comment on type missing is x
COMMENT ON TYPE missing IS 'x';
-- form: comment on domain missing is x
COMMENT ON DOMAIN missing IS 'x';
-- form: comment on domain mood is x
COMMENT ON DOMAIN mood IS 'x';
-- form: comment on constraint pk on domain mood is x
COMMENT ON CONSTRAINT pk ON DOMAIN mood IS 'x';
-- form: comment on column co missing is x
COMMENT ON COLUMN co.missing IS 'x';
-- form: grant usage on type missing to public
GRANT USAGE ON TYPE missing TO public;
-- form: grant usage on domain mood to public
GRANT USAGE ON DOMAIN mood TO public;
-- form: grant select on type mood to public
GRANT SELECT ON TYPE mood TO public;
-- form: create domain pos as int
CREATE DOMAIN pos AS int;
-- form: create domain mood as int
CREATE DOMAIN mood AS int;
-- form: create domain x as missing
CREATE DOMAIN x AS missing;
-- form: create domain x as nosch missing
CREATE DOMAIN x AS nosch.missing;
-- form: create domain nosch x as int
CREATE DOMAIN nosch.x AS int;
-- form: create domain x as anyelement
CREATE DOMAIN x AS anyelement;
-- form: create domain x as record
CREATE DOMAIN x AS record;
-- form: create domain x as serial
CREATE DOMAIN x AS serial;
-- form: create domain x as int null not null
CREATE DOMAIN x AS int NULL NOT NULL;
-- form: create domain x as int not null null
CREATE DOMAIN x AS int NOT NULL NULL;
-- form: create domain x as int check (value 0) no inherit
CREATE DOMAIN x AS int CHECK (VALUE > 0) NO INHERIT;
-- form: create domain x as int default abc
CREATE DOMAIN x AS int DEFAULT 'abc';
-- form: alter domain pos drop constraint missing
ALTER DOMAIN pos DROP CONSTRAINT missing;
-- form: alter domain pos add constraint pk check (value 1)
ALTER DOMAIN pos ADD CONSTRAINT pk CHECK (VALUE > 1);
-- form: alter domain pos set default abc
ALTER DOMAIN pos SET DEFAULT 'abc';
-- form: alter domain pos rename to mood
ALTER DOMAIN pos RENAME TO mood;
-- form: alter domain mood rename to z
ALTER DOMAIN mood RENAME TO z;
-- form: alter domain nosch missing set not null
ALTER DOMAIN nosch.missing SET NOT NULL;
