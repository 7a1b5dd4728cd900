CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int, CONSTRAINT ck CHECK (pay > 0));
CREATE VIEW vw AS SELECT id AS a FROM emp;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
CREATE SEQUENCE sq;
CREATE INDEX ix ON emp(nam);
CREATE SCHEMA ap;
CREATE TABLE ap.t(id int);
CREATE SCHEMA empt;
CREATE TYPE en AS ENUM ('a');
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'select 1';
CREATE EXTENSION citext;
CREATE TYPE co AS (a int);

-- form: create table nosch x (a int)
CREATE TABLE nosch.x (a int);
-- form: create table if not exists nosch x (a int)
CREATE TABLE IF NOT EXISTS nosch.x (a int);
-- form: create view nosch x as select 1 as a
CREATE VIEW nosch.x AS SELECT 1 AS a;
-- form: create materialized view nosch x as select 1 as a
CREATE MATERIALIZED VIEW nosch.x AS SELECT 1 AS a;
-- form: create index on nosch x (a)
CREATE INDEX ON nosch.x (a);
-- form: create unlogged table nosch x (a int)
CREATE UNLOGGED TABLE nosch.x (a int);
-- form: alter table nosch x add column a int
ALTER TABLE nosch.x ADD COLUMN a int;
-- form: alter table emp set schema nosch
ALTER TABLE emp SET SCHEMA nosch;
-- form: alter view vw set schema nosch
ALTER VIEW vw SET SCHEMA nosch;
-- form: alter type en set schema nosch
ALTER TYPE en SET SCHEMA nosch;
-- form: alter index nosch x rename to y
ALTER INDEX nosch.x RENAME TO y;
-- form: drop table nosch x
DROP TABLE nosch.x;
-- form: drop view nosch x
DROP VIEW nosch.x;
-- form: drop index nosch x
DROP INDEX nosch.x;
-- form: drop schema nosch
DROP SCHEMA nosch;
-- form: drop schema ap
DROP SCHEMA ap;
-- form: drop schema ap, empt
DROP SCHEMA ap, empt;
-- form: alter schema nosch rename to z
ALTER SCHEMA nosch RENAME TO z;
-- form: alter schema ap rename to empt
ALTER SCHEMA ap RENAME TO empt;
-- form: alter schema ap rename to pg_z
ALTER SCHEMA ap RENAME TO pg_z;
-- form: alter schema nosch owner to postgres
ALTER SCHEMA nosch OWNER TO postgres;
-- form: create schema ap
CREATE SCHEMA ap;
-- form: create schema pg_mine
CREATE SCHEMA pg_mine;
-- form: insert into nosch x values (1)
INSERT INTO nosch.x VALUES (1);
-- form: update nosch x set a 1
UPDATE nosch.x SET a = 1;
-- form: delete from nosch x
DELETE FROM nosch.x;
-- form: truncate nosch x
TRUNCATE nosch.x;
-- form: lock table nosch x
LOCK TABLE nosch.x;
-- form: analyze nosch x
ANALYZE nosch.x;
-- form: refresh materialized view nosch x
REFRESH MATERIALIZED VIEW nosch.x;
-- form: create view n as select from nosch x
CREATE VIEW n AS SELECT * FROM nosch.x;
-- form: create extension hstore schema nosch
CREATE EXTENSION hstore SCHEMA nosch;
-- form: create extension citext
CREATE EXTENSION citext;
-- form: drop extension nosuchext
DROP EXTENSION nosuchext;
-- form: drop extension hstore
DROP EXTENSION hstore;
-- form: alter extension hstore set schema ap
ALTER EXTENSION hstore SET SCHEMA ap;
-- form: alter extension citext set schema nosch
ALTER EXTENSION citext SET SCHEMA nosch;
-- form: grant select on missing to public
GRANT SELECT ON missing TO public;
-- form: grant select on nosch missing to public
GRANT SELECT ON nosch.missing TO public;
-- form: grant select on emp, missing to public
GRANT SELECT ON emp, missing TO public;
-- form: grant select on ix to public
GRANT SELECT ON ix TO public;
-- form: grant select on co to public
GRANT SELECT ON co TO public;
-- form: grant select (missing) on emp to public
GRANT SELECT (missing) ON emp TO public;
-- form: grant select (missing) on vw to public
GRANT SELECT (missing) ON vw TO public;
-- form: grant delete (id) on emp to public
GRANT DELETE (id) ON emp TO public;
-- form: grant usage on emp to public
GRANT USAGE ON emp TO public;
-- form: grant execute on emp to public
GRANT EXECUTE ON emp TO public;
-- form: grant nosuch on emp to public
GRANT NOSUCH ON emp TO public;
-- form: grant usage on sequence emp to public
GRANT USAGE ON SEQUENCE emp TO public;
-- form: grant usage on sequence missing to public
GRANT USAGE ON SEQUENCE missing TO public;
-- form: grant insert on sequence sq to public
GRANT INSERT ON SEQUENCE sq TO public;
-- form: grant usage on schema nosch to public
GRANT USAGE ON SCHEMA nosch TO public;
-- form: grant select on schema ap to public
GRANT SELECT ON SCHEMA ap TO public;
-- form: grant select on all tables in schema nosch to public
GRANT SELECT ON ALL TABLES IN SCHEMA nosch TO public;
-- form: grant usage on all tables in schema ap to public
GRANT USAGE ON ALL TABLES IN SCHEMA ap TO public;
-- form: alter default privileges in schema nosch grant select on tables to public
ALTER DEFAULT PRIVILEGES IN SCHEMA nosch GRANT SELECT ON TABLES TO public;
-- form: alter default privileges in schema ap grant usage on tables to public
ALTER DEFAULT PRIVILEGES IN SCHEMA ap GRANT USAGE ON TABLES TO public;
-- form: alter default privileges grant usage on tables to public
ALTER DEFAULT PRIVILEGES GRANT USAGE ON TABLES TO public;
-- form: revoke select on missing from public
REVOKE SELECT ON missing FROM public;
-- form: revoke usage on emp from public
REVOKE USAGE ON emp FROM public;
-- form: revoke all on schema nosch from public
REVOKE ALL ON SCHEMA nosch FROM public;
-- form: comment on table missing is x
COMMENT ON TABLE missing IS 'x';
-- form: comment on table nosch missing is x
COMMENT ON TABLE nosch.missing IS 'x';
-- form: comment on table vw is x
COMMENT ON TABLE vw IS 'x';
-- form: comment on table ix is x
COMMENT ON TABLE ix IS 'x';
-- form: comment on view missing is x
COMMENT ON VIEW missing IS 'x';
-- form: comment on column emp missing is x
COMMENT ON COLUMN emp.missing IS 'x';
-- form: comment on column vw missing is x
COMMENT ON COLUMN vw.missing IS 'x';
-- form: comment on constraint missing on emp is x
COMMENT ON CONSTRAINT missing ON emp IS 'x';
-- form: comment on schema nosch is x
COMMENT ON SCHEMA nosch IS 'x';
-- form: comment on extension hstore is x
COMMENT ON EXTENSION hstore IS 'x';
