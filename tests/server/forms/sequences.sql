CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
CREATE TABLE ide(id int GENERATED ALWAYS AS IDENTITY, s serial);
CREATE SEQUENCE sq;
CREATE SEQUENCE smal AS smallint;
CREATE SEQUENCE bnd MINVALUE 5 MAXVALUE 50 START 10;
CREATE SEQUENCE dwn INCREMENT -1;
CREATE VIEW vw AS SELECT 1 AS a;
CREATE SCHEMA ap;
CREATE SEQUENCE ap.asq;
CREATE INDEX ix ON emp(nam);
CREATE TYPE en AS ENUM ('a');
CREATE TABLE ap.t(id int);
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a;
CREATE SEQUENCE own OWNED BY emp.id;
CREATE TABLE dr(id int DEFAULT nextval('sq'));

-- form: create sequence sq
CREATE SEQUENCE sq;
-- form: create sequence emp
CREATE SEQUENCE emp;
-- form: create sequence en
CREATE SEQUENCE en;
-- form: create sequence nosch x
CREATE SEQUENCE nosch.x;
-- form: create sequence x increment 0
CREATE SEQUENCE x INCREMENT 0;
-- form: create sequence x increment by 0
CREATE SEQUENCE x INCREMENT BY 0;
-- form: create sequence x as missing
CREATE SEQUENCE x AS missing;
-- form: create sequence x maxvalue 9223372036854775808
CREATE SEQUENCE x MAXVALUE 9223372036854775808;
-- form: create sequence x increment 1 increment 2
CREATE SEQUENCE x INCREMENT 1 INCREMENT 2;
-- form: create sequence x start 1 start 1
CREATE SEQUENCE x START 1 START 1;
-- form: create sequence x owned by emp missing
CREATE SEQUENCE x OWNED BY emp.missing;
-- form: create sequence x owned by missing id
CREATE SEQUENCE x OWNED BY missing.id;
-- form: create sequence x owned by mv a
CREATE SEQUENCE x OWNED BY mv.a;
-- form: create sequence x owned by sq last_value
CREATE SEQUENCE x OWNED BY sq.last_value;
-- form: create sequence x owned by ap t id
CREATE SEQUENCE x OWNED BY ap.t.id;
-- form: alter sequence sq owned by emp missing
ALTER SEQUENCE sq OWNED BY emp.missing;
-- form: alter sequence sq owned by ap t id
ALTER SEQUENCE sq OWNED BY ap.t.id;
-- form: alter sequence sq increment 0
ALTER SEQUENCE sq INCREMENT 0;
-- form: alter sequence sq restart with 0
ALTER SEQUENCE sq RESTART WITH 0;
-- form: alter sequence emp restart
ALTER SEQUENCE emp RESTART;
-- form: alter sequence vw restart
ALTER SEQUENCE vw RESTART;
-- form: alter sequence missing restart
ALTER SEQUENCE missing RESTART;
-- form: alter sequence nosch missing restart
ALTER SEQUENCE nosch.missing RESTART;
-- form: alter sequence ide_id_seq owned by none
ALTER SEQUENCE ide_id_seq OWNED BY NONE;
-- form: alter sequence ide_id_seq owned by emp id
ALTER SEQUENCE ide_id_seq OWNED BY emp.id;
-- form: alter sequence sq rename to emp
ALTER SEQUENCE sq RENAME TO emp;
-- form: alter sequence missing rename to z
ALTER SEQUENCE missing RENAME TO z;
-- form: alter sequence sq set schema nosch
ALTER SEQUENCE sq SET SCHEMA nosch;
-- form: drop sequence sq
DROP SEQUENCE sq;
-- form: drop sequence missing
DROP SEQUENCE missing;
-- form: drop sequence emp
DROP SEQUENCE emp;
-- form: drop sequence if exists emp
DROP SEQUENCE IF EXISTS emp;
-- form: drop sequence ide_id_seq
DROP SEQUENCE ide_id_seq;
-- form: drop sequence nosch missing
DROP SEQUENCE nosch.missing;
-- form: drop sequence asq
DROP SEQUENCE asq;
-- form: comment on sequence missing is x
COMMENT ON SEQUENCE missing IS 'x';
-- form: comment on sequence emp is x
COMMENT ON SEQUENCE emp IS 'x';
-- form: create table x(id int default nextval( missing ))
CREATE TABLE x(id int DEFAULT nextval('missing'));
-- form: alter table emp alter pay set default nextval( missing )
ALTER TABLE emp ALTER pay SET DEFAULT nextval('missing');
-- form: create table x(id int generated always as identity (start 0))
CREATE TABLE x(id int GENERATED ALWAYS AS IDENTITY (START 0));
-- form: create table x(id smallint generated always as identity (maxvalue 40000))
CREATE TABLE x(id smallint GENERATED ALWAYS AS IDENTITY (MAXVALUE 40000));
-- form: alter table ide alter id set increment 0
ALTER TABLE ide ALTER id SET INCREMENT 0;
