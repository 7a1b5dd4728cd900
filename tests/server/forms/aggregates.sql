-- Aggregates, and types of every kind under one name.
create table t (a int);
create type en as enum ('a');
create type cp as (a int);
create domain dd as int;
create function sf(int, int) returns int language sql as 'select 1';
create aggregate ag(int) (sfunc = sf, stype = int);
create type rg as range (subtype = int);
create type sh;
create view v as select 1 as a;
create sequence sq;
create function ff(int) returns int language sql as 'select 1';
create schema s2;

-- form: create aggregate ag(int) (sfunc = sf, stype = int)
create aggregate ag(int) (sfunc = sf, stype = int);
-- form: create aggregate a2(int) (sfunc = nosuch, stype = int)
create aggregate a2(int) (sfunc = nosuch, stype = int);
-- form: create aggregate a2(int) (sfunc = sf, stype = nosuch)
create aggregate a2(int) (sfunc = sf, stype = nosuch);
-- form: create aggregate a2(nosuch) (sfunc = sf, stype = int)
create aggregate a2(nosuch) (sfunc = sf, stype = int);
-- form: create aggregate a2(int) (stype = int)
create aggregate a2(int) (stype = int);
-- form: create aggregate a2(int) (sfunc = sf)
create aggregate a2(int) (sfunc = sf);
-- form: create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = nosuch)
create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = nosuch);
-- form: create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = ff)
create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = ff);
-- form: create aggregate a2(int, int) (sfunc = sf, stype = int)
create aggregate a2(int, int) (sfunc = sf, stype = int);
-- form: create aggregate a2(int) (sfunc = int4pl, stype = int)
create aggregate a2(int) (sfunc = int4pl, stype = int);
-- form: create aggregate a2 (basetype = int, sfunc = int4pl, stype = int)
create aggregate a2 (basetype = int, sfunc = int4pl, stype = int);
-- form: create or replace aggregate ag(int) (sfunc = int4pl, stype = int)
create or replace aggregate ag(int) (sfunc = int4pl, stype = int);
-- form: create aggregate ff(int) (sfunc = sf, stype = int)
create aggregate ff(int) (sfunc = sf, stype = int);
-- form: create or replace aggregate ff(int) (sfunc = sf, stype = int)
create or replace aggregate ff(int) (sfunc = sf, stype = int);
-- form: create aggregate a2(float8 order by float8) (sfunc = sf, stype = int)
create aggregate a2(float8 order by float8) (sfunc = sf, stype = int);
-- form: create type en as enum ('b')
create type en as enum ('b');
-- form: create type en as (a int)
create type en as (a int);
-- form: create type en as range (subtype = int)
create type en as range (subtype = int);
-- form: create type en
create type en;
-- form: create type t as enum ('a')
create type t as enum ('a');
-- form: create type t as (a int)
create type t as (a int);
-- form: create type v as (a int)
create type v as (a int);
-- form: create type sq as (a int)
create type sq as (a int);
-- form: create type sq as enum ('a')
create type sq as enum ('a');
-- form: create type cp
create type cp;
-- form: create type rg as range (subtype = int)
create type rg as range (subtype = int);
-- form: create type rg2 as range (subtype = int)
create type rg2 as range (subtype = int);
-- form: create type rg2 as range (subtype = nosuch)
create type rg2 as range (subtype = nosuch);
-- form: create type sh as enum ('a')
create type sh as enum ('a');
-- form: create type sh as (a int)
create type sh as (a int);
-- form: create type dd as (a int)
create type dd as (a int);
-- form: create domain en as int
create domain en as int;
-- form: create domain t as int
create domain t as int;
-- form: create type int4 as enum ('a')
create type int4 as enum ('a');
-- form: alter type en rename to cp
alter type en rename to cp;
-- form: alter type en rename to t
alter type en rename to t;
-- form: alter type en rename to e9
alter type en rename to e9;
-- form: alter domain dd rename to en
alter domain dd rename to en;
-- form: alter table t rename to en
alter table t rename to en;
-- form: alter table t rename to dd
alter table t rename to dd;
-- form: alter table t rename to cp
alter table t rename to cp;
-- form: alter table t rename to v
alter table t rename to v;
-- form: alter table t rename to t9
alter table t rename to t9;
-- form: alter view v rename to en
alter view v rename to en;
-- form: alter sequence sq rename to en
alter sequence sq rename to en;
-- form: alter sequence sq rename to t
alter sequence sq rename to t;
-- form: create table en (a int)
create table en (a int);
-- form: create table dd (a int)
create table dd (a int);
-- form: create view en as select 1
create view en as select 1;
-- form: create sequence en
create sequence en;
-- form: create index en on t (a)
create index en on t (a);
-- form: drop aggregate ag(int)
drop aggregate ag(int);
-- form: drop aggregate ag(text)
drop aggregate ag(text);
-- form: drop aggregate nosuch(int)
drop aggregate nosuch(int);
-- form: drop function ag(int)
drop function ag(int);
-- form: drop aggregate ff(int)
drop aggregate ff(int);
-- form: alter aggregate ag(int) rename to sf
alter aggregate ag(int) rename to sf;
-- form: alter aggregate ag(int) rename to a9
alter aggregate ag(int) rename to a9;
-- form: alter aggregate nosuch(int) rename to a9
alter aggregate nosuch(int) rename to a9;
-- form: alter aggregate ag(int) set schema s2
alter aggregate ag(int) set schema s2;
-- form: alter aggregate nosuch(int) set schema s2
alter aggregate nosuch(int) set schema s2;
-- form: comment on aggregate nosuch(int) is 'x'
comment on aggregate nosuch(int) is 'x';
-- form: comment on aggregate ag(int) is 'x'
comment on aggregate ag(int) is 'x';
-- form: comment on aggregate ff(int) is 'x'
comment on aggregate ff(int) is 'x';
-- form: drop function sf(int, int)
drop function sf(int, int);
-- form: drop function sf(int, int) cascade
drop function sf(int, int) cascade;
-- form: drop type rg
drop type rg;
-- form: drop type sh
drop type sh;
