// Aggregates, and types of every kind under one name.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of aggregates and types") {
  TEST_CASE("aggregates and types") {
    static const char* const setup = R"--(
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
)--";
    CHECK(disagreements(setup, R"--(
42723 create aggregate ag(int) (sfunc = sf, stype = int);
42883 create aggregate a2(int) (sfunc = nosuch, stype = int);
42704 create aggregate a2(int) (sfunc = sf, stype = nosuch);
42704 create aggregate a2(nosuch) (sfunc = sf, stype = int);
42P13 create aggregate a2(int) (stype = int);
42P13 create aggregate a2(int) (sfunc = sf);
42883 create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = nosuch);
ok    create aggregate a2(int) (sfunc = sf, stype = int, finalfunc = ff);
42883 create aggregate a2(int, int) (sfunc = sf, stype = int);
ok    create aggregate a2(int) (sfunc = int4pl, stype = int);
ok    create aggregate a2 (basetype = int, sfunc = int4pl, stype = int);
ok    create or replace aggregate ag(int) (sfunc = int4pl, stype = int);
42723 create aggregate ff(int) (sfunc = sf, stype = int);
42809 create or replace aggregate ff(int) (sfunc = sf, stype = int);
42883 create aggregate a2(float8 order by float8) (sfunc = sf, stype = int);
42710 create type en as enum ('b');
42710 create type en as (a int);
42710 create type en as range (subtype = int);
42710 create type en;
42710 create type t as enum ('a');
42710 create type t as (a int);
42710 create type v as (a int);
42P07 create type sq as (a int);
ok    create type sq as enum ('a');
42710 create type cp;
42710 create type rg as range (subtype = int);
ok    create type rg2 as range (subtype = int);
42704 create type rg2 as range (subtype = nosuch);
ok    create type sh as enum ('a');
ok    create type sh as (a int);
42710 create type dd as (a int);
42710 create domain en as int;
42710 create domain t as int;
ok    create type int4 as enum ('a');
42710 alter type en rename to cp;
42710 alter type en rename to t;
ok    alter type en rename to e9;
42710 alter domain dd rename to en;
)--") == "");
    CHECK(disagreements(setup, R"--(
42710 alter table t rename to en;
42710 alter table t rename to dd;
42P07 alter table t rename to cp;
42P07 alter table t rename to v;
ok    alter table t rename to t9;
42710 alter view v rename to en;
ok    alter sequence sq rename to en;
42P07 alter sequence sq rename to t;
42710 create table en (a int);
42710 create table dd (a int);
42710 create view en as select 1;
42710 create sequence en;
ok    create index en on t (a);
ok    drop aggregate ag(int);
42883 drop aggregate ag(text);
42883 drop aggregate nosuch(int);
42809 drop function ag(int);
42809 drop aggregate ff(int);
ok    alter aggregate ag(int) rename to sf;
ok    alter aggregate ag(int) rename to a9;
42883 alter aggregate nosuch(int) rename to a9;
ok    alter aggregate ag(int) set schema s2;
42883 alter aggregate nosuch(int) set schema s2;
42883 comment on aggregate nosuch(int) is 'x';
ok    comment on aggregate ag(int) is 'x';
42809 comment on aggregate ff(int) is 'x';
2BP01 drop function sf(int, int);
ok    drop function sf(int, int) cascade;
ok    drop type rg;
ok    drop type sh;
)--") == "");
  }
}
