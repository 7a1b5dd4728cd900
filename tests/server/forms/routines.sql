CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
CREATE TYPE mood AS ENUM ('a');
CREATE TYPE co AS (a int, b text);
CREATE SCHEMA ap;
CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE PROCEDURE prc(a int) LANGUAGE sql AS 'select 1';
CREATE FUNCTION outs(a int, OUT x int, OUT y text) LANGUAGE sql AS $$select 1, 'a'$$;
CREATE FUNCTION tab(a int) RETURNS TABLE (p int, q text) LANGUAGE sql AS $$select 1, 'a'$$;
CREATE FUNCTION def(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
CREATE FUNCTION noname(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE FUNCTION st() RETURNS SETOF int LANGUAGE sql AS 'select 1';
CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';

-- form: create function one(b int) returns int language sql as select 1
CREATE FUNCTION one(b int) RETURNS int LANGUAGE sql AS 'select 1';
-- form: create function one(int4) returns text language sql as select a
CREATE FUNCTION one(int4) RETURNS text LANGUAGE sql AS $$select 'a'$$;
-- form: create procedure one(a int) language sql as select 1
CREATE PROCEDURE one(a int) LANGUAGE sql AS 'select 1';
-- form: create or replace function one(int) returns int language sql as select 2
CREATE OR REPLACE FUNCTION one(int) RETURNS int LANGUAGE sql AS 'select 2';
-- form: create or replace function one(x int) returns int language sql as select 2
CREATE OR REPLACE FUNCTION one(x int) RETURNS int LANGUAGE sql AS 'select 2';
-- form: create or replace procedure one(a int) language sql as select 1
CREATE OR REPLACE PROCEDURE one(a int) LANGUAGE sql AS 'select 1';
-- form: create or replace function prc(a int) returns int language sql as select 1
CREATE OR REPLACE FUNCTION prc(a int) RETURNS int LANGUAGE sql AS 'select 1';
-- form: create aggregate mysum(int) (sfunc int4pl, stype int)
CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
-- form: create function x(a int, a text) returns int language sql as select 1
CREATE FUNCTION x(a int, a text) RETURNS int LANGUAGE sql AS 'select 1';
-- form: create function x(a int, inout a text) language sql as select a
CREATE FUNCTION x(a int, INOUT a text) LANGUAGE sql AS $$select 'a'$$;
-- form: create function x(a missing) returns int language sql as select 1
CREATE FUNCTION x(a missing) RETURNS int LANGUAGE sql AS 'select 1';
-- form: create function x(a nosch missing) returns int language sql as select 1
CREATE FUNCTION x(a nosch.missing) RETURNS int LANGUAGE sql AS 'select 1';
-- form: create function x() returns missing language sql as select 1
CREATE FUNCTION x() RETURNS missing LANGUAGE sql AS 'select 1';
-- form: create function x() returns int language sql language plpgsql as select 1
CREATE FUNCTION x() RETURNS int LANGUAGE sql LANGUAGE plpgsql AS 'select 1';
-- form: create function x() returns int language sql immutable stable as select 1
CREATE FUNCTION x() RETURNS int LANGUAGE sql IMMUTABLE STABLE AS 'select 1';
-- form: create function x() returns int language sql rows 10 as select 1
CREATE FUNCTION x() RETURNS int LANGUAGE sql ROWS 10 AS 'select 1';
-- form: create function x() returns int language sql cost 0 as select 1
CREATE FUNCTION x() RETURNS int LANGUAGE sql COST 0 AS 'select 1';
-- form: create procedure x() language sql stable as select 1
CREATE PROCEDURE x() LANGUAGE sql STABLE AS 'select 1';
-- form: create procedure x(a int default 1, out b int) language sql as select 1
CREATE PROCEDURE x(a int DEFAULT 1, OUT b int) LANGUAGE sql AS 'select 1';
-- form: create function nosch x() returns int language sql as select 1
CREATE FUNCTION nosch.x() RETURNS int LANGUAGE sql AS 'select 1';
-- form: do begin retrn end
DO $$ begin retrn; end $$;
-- form: do begin updat emp set pay 1 end
DO $$ begin updat emp set pay = 1; end $$;
