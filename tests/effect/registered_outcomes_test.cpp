// Text search objects, collations, conversions, event triggers, access methods, languages, roles,
// operators, casts.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of registered objects") {
  TEST_CASE("text search objects") {
    static const char* const setup = R"--(
  create table t (a int);
  create schema s2;
  create text search configuration c1 (parser = "default");
  create text search dictionary d1 (template = simple);
  create text search template tt (lexize = dsimple_lexize);
  create text search parser pp (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes
    = prsd_lextype);
  create text search configuration s2.c1 (copy = pg_catalog.english);
  create text search configuration c2 (parser = pp);
  create text search dictionary d2 (template = tt);
)--";
    CHECK(disagreements(setup, R"--(
23505 create text search configuration c1 (parser = "default");
42704 create text search configuration c3 (parser = nosuch);
42704 create text search configuration c3 (copy = nosuch);
ok    create text search configuration c3 (copy = english);
ok    create text search configuration c3 (copy = c1);
42601 create text search configuration c3 (copy = c1, parser = pp);
42601 create text search configuration c3 (foo = 1);
3F000 create text search configuration nosch.c3 (copy = english);
23505 create text search dictionary d1 (template = simple);
42704 create text search dictionary d3 (template = nosuch);
ok    create text search dictionary d3 (template = snowball, language = english);
ok    create text search dictionary d3 (template = tt);
42P17 create text search dictionary d3 (foo = 1);
23505 create text search template tt (lexize = dsimple_lexize);
42P17 create text search template t3 (init = dsimple_init);
ok    create text search template t3 (lexize = dsimple_lexize);
23505 create text search parser pp (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end,
      lextypes = prsd_lextype);
42P17 create text search parser p3 (start = prsd_start);
ok    drop text search configuration c1;
42704 drop text search configuration nosuch;
ok    drop text search configuration if exists nosuch;
3F000 drop text search configuration nosch.c1;
ok    drop text search configuration english;
ok    drop text search dictionary d1;
42704 drop text search dictionary nosuch;
2BP01 drop text search template tt;
ok    drop text search template tt cascade;
2BP01 drop text search parser pp;
ok    drop text search parser pp cascade;
42704 drop text search parser nosuch;
42704 drop text search template nosuch;
ok    alter text search configuration c1 rename to c9;
42710 alter text search configuration c1 rename to c2;
42704 alter text search configuration nosuch rename to c9;
42710 alter text search configuration c1 set schema s2;
ok    alter text search configuration c2 set schema s2;
3F000 alter text search configuration c2 set schema nosch;
)--") == "");
    CHECK(disagreements(setup, R"--(
42704 alter text search configuration nosuch set schema s2;
42704 alter text search configuration nosuch add mapping for word with simple;
42704 alter text search configuration c1 add mapping for word with nosuch;
ok    alter text search configuration c1 add mapping for word with simple, d1;
ok    alter text search configuration c1 alter mapping for word with d1;
42704 alter text search configuration nosuch owner to current_user;
42704 alter text search dictionary nosuch (x = 1);
ok    alter text search dictionary d1 (stopwords = english);
42710 alter text search dictionary d1 rename to d2;
ok    alter text search dictionary d1 rename to d9;
42704 alter text search dictionary nosuch rename to d2;
42704 alter text search dictionary nosuch owner to current_user;
ok    alter text search parser pp rename to p9;
42704 alter text search parser nosuch rename to p9;
ok    alter text search template tt rename to t9;
42704 alter text search template nosuch rename to t9;
42704 comment on text search configuration nosuch is 'x';
ok    comment on text search configuration c1 is 'x';
ok    comment on text search configuration english is 'x';
42704 comment on text search dictionary nosuch is 'x';
ok    comment on text search dictionary simple is 'x';
42704 comment on text search parser nosuch is 'x';
42704 comment on text search template nosuch is 'x';
2BP01 drop schema s2;
ok    drop schema s2 cascade;
)--") == "");
  }

  TEST_CASE("collations and conversions") {
    static const char* const setup = R"--(
  create table t (a text);
  create schema s2;
  create collation cc from "C";
  create collation c2 (locale = 'C');
  create collation s2.cc from "POSIX";
  create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
  create collation gone from "C";
  drop collation gone;
  create table tc (a text collate c2);
)--";
    CHECK(disagreements(setup, R"--(
42710 create collation cc from "C";
ok    create collation if not exists cc from "C";
42704 create collation c3 from nosuch;
ok    create collation c3 from cc;
3F000 create collation nosch.c3 from "C";
42601 create collation c3 (foo = 'C');
ok    drop collation cc;
42704 drop collation nosuch;
42704 drop collation gone;
ok    drop collation if exists nosuch;
2BP01 drop collation c2;
ok    drop collation c2 cascade;
42704 drop collation s2.nosuch;
ok    alter collation cc rename to c9;
42710 alter collation cc rename to c2;
42704 alter collation nosuch rename to c9;
42710 alter collation cc set schema s2;
ok    alter collation c2 set schema s2;
42704 alter collation nosuch set schema s2;
42704 alter collation nosuch owner to current_user;
42704 alter collation nosuch refresh version;
42704 comment on collation nosuch is 'x';
ok    comment on collation cc is 'x';
42704 create table x (a text collate nosuch);
ok    create table x (a text collate cc);
42704 create table x (a text collate gone);
42704 create index on t (a collate nosuch);
ok    create index on t (a collate cc);
42704 alter table t add column b text collate nosuch;
ok    alter table t add column b text collate s2.cc;
42704 alter table t add column b text collate s2.nosuch;
42704 alter table t alter column a type text collate nosuch;
42704 create domain dd as text collate nosuch;
ok    create domain dd as text collate cc;
42704 create type ct as (a text collate nosuch);
ok    create view v as select a collate cc from t;
42710 create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
ok    create conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
)--") == "");
    CHECK(disagreements(setup, R"--(
ok    create default conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
ok    drop conversion cv;
42704 drop conversion nosuch;
ok    drop conversion if exists nosuch;
ok    alter conversion cv rename to c9;
42704 alter conversion nosuch rename to c9;
42704 alter conversion nosuch set schema s2;
ok    alter conversion cv set schema s2;
42704 comment on conversion nosuch is 'x';
ok    comment on conversion cv is 'x';
)--") == "");
  }

  TEST_CASE("event triggers, access methods, languages") {
    static const char* const setup = R"--(
  create table t (a int);
  create function ef() returns event_trigger language plpgsql as $$ begin end $$;
  create function nf() returns int language sql as 'select 1';
  create event trigger e1 on ddl_command_start execute function ef();
  create event trigger e2 on sql_drop execute function ef();
  create access method h2 type table handler heap_tableam_handler;
  create access method g2 type index handler gisthandler;
  create language l1 handler plpgsql_call_handler;
)--";
    CHECK(disagreements(setup, R"--(
42710 create event trigger e1 on ddl_command_start execute function ef();
ok    create event trigger e3 on ddl_command_end execute function ef();
42601 create event trigger e3 on nosuch execute function ef();
42883 create event trigger e3 on ddl_command_end execute function nosuch();
42P17 create event trigger e3 on ddl_command_end execute function nf();
42601 create event trigger e3 on ddl_command_end when foo in ('x') execute function ef();
ok    create event trigger e3 on ddl_command_end when tag in ('create table') execute function ef();
ok    create event trigger e3 on ddl_command_end when tag in ('CREATE TABLE', 'DROP INDEX') execute
      function ef();
42601 create event trigger e3 on ddl_command_end when tag in ('DROP TABLE') and tag in ('DROP INDEX')
      execute function ef();
ok    create event trigger e3 on table_rewrite when tag in ('ALTER TABLE') execute function ef();
ok    drop event trigger e1;
42704 drop event trigger nosuch;
ok    drop event trigger if exists nosuch;
ok    alter event trigger e1 disable;
42704 alter event trigger nosuch disable;
42710 alter event trigger e1 rename to e2;
ok    alter event trigger e1 rename to e9;
42704 alter event trigger nosuch rename to e9;
42704 alter event trigger nosuch owner to current_user;
42704 comment on event trigger nosuch is 'x';
ok    comment on event trigger e1 is 'x';
2BP01 drop function ef();
ok    drop function ef() cascade;
42710 create access method h2 type table handler heap_tableam_handler;
ok    create access method h3 type table handler heap_tableam_handler;
42710 create access method gist type index handler gisthandler;
ok    drop access method h2;
42704 drop access method nosuch;
ok    drop access method if exists nosuch;
42704 comment on access method nosuch is 'x';
42704 create table x (a int) using nosuch;
ok    create table x (a int) using h2;
ok    create table x (a int) using heap;
55000 create table x (a int) using gist;
42704 create table x using nosuch as select 1 as a;
42704 create index on t using nosuch (a);
ok    alter table t set access method h2;
42704 alter table t set access method nosuch;
)--") == "");
    CHECK(disagreements(setup, R"--(
42710 create language l1 handler plpgsql_call_handler;
ok    create or replace language l1 handler plpgsql_call_handler;
42883 create language l2 handler nosuch;
42710 create language sql handler plpgsql_call_handler;
ok    drop language l1;
42704 drop language nosuch;
ok    drop language if exists nosuch;
ok    alter language l1 rename to l9;
42704 alter language nosuch rename to l9;
42704 alter language nosuch owner to current_user;
42704 comment on language nosuch is 'x';
ok    comment on language l1 is 'x';
42704 grant usage on language nosuch to public;
ok    grant usage on language sql to public;
42704 create function lf() returns int language nosuch as 'x';
)--") == "");
  }

  TEST_CASE("roles") {
    static const char* const setup = R"--(
  create table t (a int);
  drop role if exists regress_b;
  drop role if exists regress_a;
  drop role if exists regress_gone;
  create role regress_a;
  create role regress_gone;
  drop role regress_gone;
  create role regress_b in role regress_a;
)--";
    CHECK(disagreements(setup, R"--(
42710 create role regress_a;
42710 create user regress_a;
42710 create group regress_b;
ok    create role regress_gone;
ok    create role regress_new;
42939 create role pg_foo;
ok    drop role regress_a;
42704 drop role regress_gone;
ok    drop role if exists regress_gone;
42704 alter role regress_gone login;
ok    alter role regress_a login;
42710 alter role regress_a rename to regress_b;
42939 alter role regress_a rename to pg_x;
ok    alter role regress_a rename to regress_z;
42704 alter role regress_gone rename to regress_z;
42704 alter role regress_gone set work_mem = '1MB';
42704 grant regress_a to regress_gone;
42704 grant regress_gone to regress_a;
42704 grant select on t to regress_gone;
ok    grant select on t to regress_a;
42704 alter table t owner to regress_gone;
ok    alter table t owner to regress_a;
42704 comment on role regress_gone is 'x';
ok    comment on role regress_a is 'x';
ok    create role regress_a2 role regress_a;
ok    create schema authorization regress_a;
42704 create policy p on t to regress_gone using (true);
42601 create role regress_x createdb createdb;
42601 create role regress_x login nologin;
)--") == "");
  }

  TEST_CASE("operators") {
    static const char* const setup = R"--(
  create table t (a int);
  create schema s2;
  create type cp as (a int);
  create type en as enum ('a');
  create function f2(int, int) returns bool language sql as 'select true';
  create function f1(cp) returns cp language sql as 'select $1';
  create operator === (leftarg = int, rightarg = int, function = f2);
  create operator @@@ (rightarg = cp, function = f1);
  create function cpin(cp, cp) returns bool language sql as 'select true';
  create operator = (leftarg = cp, rightarg = cp, function = cpin, commutator = =, negator = <>);
)--";
    CHECK(disagreements(setup, R"--(
42723 create operator === (leftarg = int, rightarg = int, function = f2);
42883 create operator === (leftarg = bigint, rightarg = bigint, function = f2);
ok    create operator s2.=== (leftarg = int, rightarg = int, function = f2);
3F000 create operator nosch.=== (leftarg = int, rightarg = int, function = f2);
42883 create operator ## (leftarg = int, rightarg = int, function = nosuch);
ok    create operator ## (leftarg = int, rightarg = int, procedure = f2);
42704 create operator ## (leftarg = nosuch, rightarg = int, function = f2);
42P13 create operator ## (leftarg = int, function = f2);
42P13 create operator ## (leftarg = int, rightarg = int);
42P13 create operator ## (function = f2);
42P13 create operator ## (leftarg = setof int, rightarg = int, function = f2);
ok    create operator <> (leftarg = cp, rightarg = cp, function = cpin);
ok    drop operator === (int, int);
42883 drop operator === (text, int);
42883 drop operator ## (int, int);
ok    drop operator if exists ## (int, int);
42704 drop operator ## (nosuch, int);
ok    drop operator @@@ (none, cp);
42883 drop operator @@@ (none, int);
ok    drop operator <> (cp, cp);
42883 drop operator s2.=== (int, int);
42883 drop operator nosch.=== (int, int);
ok    alter operator === (int, int) set schema s2;
42883 alter operator ## (int, int) set schema s2;
ok    alter operator === (int, int) owner to current_user;
42883 alter operator ## (int, int) owner to current_user;
42883 alter operator ## (int, int) set (restrict = none);
ok    alter operator === (int, int) set (restrict = eqsel);
42883 comment on operator ## (int, int) is 'x';
ok    comment on operator === (int, int) is 'x';
ok    comment on operator = (int, int) is 'x';
2BP01 drop function f2(int, int);
ok    drop function f2(int, int) cascade;
2BP01 drop type cp;
ok    drop type cp cascade;
ok    drop schema s2;
)--") == "");
  }

  TEST_CASE("operator classes and families") {
    static const char* const setup = R"--(
  create table t (a int);
  create schema s2;
  create type cp as (a int);
  create function cpcmp(cp, cp) returns int language sql as 'select 0';
  create operator family of1 using btree;
  create operator family of2 using hash;
  create operator class oc1 for type int using btree as operator 1 <, operator 2 <=, operator 3 =,
    operator 4 >=, operator 5 >, function 1 btint4cmp(int, int);
  create operator family s2.of1 using btree;
)--";
    CHECK(disagreements(setup, R"--(
42710 create operator family of1 using btree;
ok    create operator family of1 using hash;
42704 create operator family of3 using nosuch;
3F000 create operator family nosch.of3 using btree;
42710 create operator class oc1 for type int using btree as storage int;
42710 create operator class oc1 for type int using btree as operator 1 <;
ok    create operator class oc1 for type int using hash as function 1 hashint4(int);
42704 create operator class oc2 for type nosuch using btree as operator 1 <;
42704 create operator class oc2 for type int using nosuch as operator 1 <;
42704 create operator class oc2 for type int using btree family nosuch as operator 1 <;
ok    create operator class oc2 for type int using btree family of1 as operator 1 <;
42883 create operator class oc2 for type int using btree as function 1 nosuch(int, int);
ok    create operator class oc2 for type cp using btree as function 1 cpcmp(cp, cp);
ok    drop operator class oc1 using btree;
42704 drop operator class oc1 using hash;
42704 drop operator class oc1 using nosuch;
42704 drop operator class nosuch using btree;
ok    drop operator class if exists nosuch using btree;
ok    drop operator family of1 using btree;
42704 drop operator family of1 using hash;
42704 drop operator family nosuch using btree;
42704 drop operator family nosuch using nosuch;
ok    drop operator family if exists nosuch using btree;
ok    drop operator family oc1 using btree;
ok    drop operator family oc1 using btree cascade;
ok    alter operator family of1 using btree rename to of9;
42704 alter operator family nosuch using btree rename to of9;
42710 alter operator family of1 using btree rename to oc1;
42710 alter operator family of1 using btree set schema s2;
ok    alter operator family of2 using hash set schema s2;
42704 alter operator family nosuch using btree set schema s2;
42704 alter operator family nosuch using btree owner to current_user;
42704 alter operator family nosuch using btree add operator 1 < (int, int);
ok    alter operator family of1 using btree add operator 1 < (int4, int2);
ok    alter operator class oc1 using btree rename to oc9;
42704 alter operator class nosuch using btree rename to oc9;
42704 alter operator class nosuch using btree set schema s2;
42704 alter operator class nosuch using btree owner to current_user;
)--") == "");
    CHECK(disagreements(setup, R"--(
42704 comment on operator class nosuch using btree is 'x';
ok    comment on operator class oc1 using btree is 'x';
ok    comment on operator class int4_ops using btree is 'x';
42704 comment on operator family nosuch using btree is 'x';
ok    comment on operator family of1 using btree is 'x';
ok    create index on t (a oc1);
)--") == "");
  }

  TEST_CASE("casts and transforms") {
    static const char* const setup = R"--(
  create table t (a int);
  create type cp as (a int);
  create type en as enum ('a');
  create function icp(int) returns cp language sql as 'select row($1)::cp';
  create cast (int as cp) with function icp(int);
  create domain dd as int;
  create function cpi(cp) returns int language sql as 'select 1';
)--";
    CHECK(disagreements(setup, R"--(
42710 create cast (int as cp) with function icp(int);
42883 create cast (cp as int) with function nosuch(cp);
ok    create cast (cp as int) with function cpi(cp);
42704 create cast (cp as nosuch) with inout;
ok    create cast (cp as text) with inout;
42P17 create cast (int as int) with inout;
ok    create cast (text as en) with inout as implicit;
ok    create cast (int as dd) with inout;
ok    drop cast (int as cp);
42704 drop cast (text as cp);
42704 drop cast (cp as nosuch);
ok    drop cast if exists (text as cp);
ok    drop cast if exists (nosuch as cp);
42704 drop cast (en as text);
ok    comment on cast (int as cp) is 'x';
42704 comment on cast (text as cp) is 'x';
2BP01 drop function icp(int);
ok    drop function icp(int) cascade;
2BP01 drop type cp;
ok    drop transform if exists for int language sql;
42704 drop transform for int language nosuch;
)--") == "");
  }

  TEST_CASE("what PostgreSQL carries out") {
    static const char* const setup = R"--(
  drop role if exists regress_v1;
  create table t (a int primary key, b text, c numeric);
  create table lg (a int, b text, who text, at timestamptz);
  create view v as select a, b from t;
  create type en as enum ('x', 'y');
  create domain dm as int check (value > 0);
  create type cp as (x int, y text);
  create role regress_v1;
  create foreign data wrapper w;
  create server s foreign data wrapper w options (a '1');
  create schema s2;
  set search_path = public;
  create function tf() returns trigger language plpgsql as $$ begin return new; end $$;
  create function st(int, int) returns int language sql as 'select 1';
  create function st(text, text) returns text language sql as 'select $1';
  create function fin(int) returns text language sql as 'select $1::text';
  create function cmp(cp, cp) returns int language sql as 'select 0';
  create function cplt(cp, cp) returns bool language sql as 'select true';
  create operator class coll_ops for type int using hash as operator 1 =, function 1 hashint4(int);
  create table part (a int, b text) partition by list (a);
  create collation mycoll from "C";
)--";
    CHECK(disagreements(setup, R"--(
ok    create aggregate a1(int) (sfunc = st, stype = int, initcond = '0');
ok    create aggregate a1(text) (sfunc = st, stype = text);
ok    create aggregate a1(int) (sfunc = st, stype = int, finalfunc = fin);
ok    create aggregate a1(float8) (sfunc = float8_accum, stype = float8[], finalfunc = float8_avg,
      initcond = '{0,0,0}');
ok    create aggregate a1(int) (sfunc = int4pl, stype = int4, initcond = '0', combinefunc = int4pl,
      parallel = safe);
ok    create aggregate a1(int) (sfunc1 = int4pl, stype1 = int4, initcond1 = '0');
ok    create aggregate s2.a1(int) (sfunc = public.st, stype = int);
ok    create aggregate a1(numeric) (sfunc = numeric_add, stype = numeric);
42883 create aggregate a1(variadic "any") (sfunc = nosuchfn, stype = internal);
ok    create operator &&& (leftarg = cp, rightarg = cp, function = cplt, commutator = &&&);
ok    create operator < (leftarg = cp, rightarg = cp, procedure = cplt, commutator = >, negator = >=,
      restrict = scalarltsel, join = scalarltjoinsel);
ok    create operator !! (rightarg = bigint, function = int8abs);
ok    create operator s2.@@@ (leftarg = int, rightarg = int, function = pg_catalog.int4eq);
ok    create operator class cpo default for type cp using btree as function 1 cmp(cp, cp);
ok    create operator class cpo for type text using gin as operator 1 =, function 1 bttextcmp(text,
      text), storage text;
ok    alter operator family integer_ops using btree owner to current_user;
ok    create operator family x using gin;
ok    create cast (en as int) with inout;
ok    create cast (bigint as cp) with inout as assignment;
ok    create cast (cp as en) with inout;
ok    create cast (text as dm) with inout;
ok    create conversion cv for 'UTF8' to 'LATIN1' from utf8_to_iso8859_1;
ok    create text search configuration tc (copy = simple);
ok    create text search configuration tc (copy = 'german');
ok    create text search dictionary td (template = synonym, synonyms = 'synonym_sample');
ok    create text search dictionary td (template = ispell, dictfile = 'ispell_sample', afffile =
      'ispell_sample');
ok    create text search dictionary td (template = thesaurus, dictfile = thesaurus_sample, dictionary =
      english_stem);
ok    alter text search dictionary english_stem (language = english);
ok    alter text search configuration english owner to current_user;
ok    create text search template tt (init = dsimple_init, lexize = dsimple_lexize);
ok    create collation c2 (provider = icu, locale = 'und');
ok    create collation c2 (locale = 'C', deterministic = true);
ok    create collation c2 (lc_collate = 'C', lc_ctype = 'C');
ok    create collation c2 (locale = '', provider = libc);
ok    create collation if not exists mycoll from "POSIX";
ok    create collation s2.mycoll from mycoll;
ok    create table x (a text collate "C", b text collate "en-x-icu", c text collate
      pg_catalog."default", d text collate mycoll, e text collate ucs_basic);
ok    create index on t (b collate "POSIX");
)--") == "");
    CHECK(disagreements(setup, R"--(
ok    create index on t (b collate pg_catalog."C" text_pattern_ops);
ok    create index on t using hash (a coll_ops);
ok    create domain d2 as text collate "C";
ok    create type c3 as (a text collate "POSIX");
ok    create language mylang handler plpgsql_call_handler inline plpgsql_inline_handler validator
      plpgsql_validator;
ok    create trusted language mylang handler plpgsql_call_handler;
ok    create or replace language plpgsql;
ok    create access method am1 type index handler bthandler;
ok    create access method am1 type table handler heap_tableam_handler;
ok    create table x (a int) using heap;
42P17 create event trigger et on ddl_command_end execute procedure tf();
ok    create user mapping for regress_v1 server s options (user 'a');
ok    create user mapping for public server s;
ok    create user mapping for user server s;
ok    create user mapping if not exists for current_user server s;
ok    create server s2 type 'x' version '1' foreign data wrapper w options (b '2');
ok    create server if not exists s foreign data wrapper w;
ok    create foreign data wrapper w2 no handler no validator;
ok    create foreign data wrapper w2 validator postgresql_fdw_validator;
ok    create foreign table ft (a int options (x '1') not null, b text collate "C" default 'x') server s
      options (t 'x');
ok    create foreign table ft (a int, check (a > 0)) server s;
ok    create foreign table ft partition of part for values in (1) server s;
ok    create foreign table ft () server s;
ok    alter server s options (set a '2', add b '3');
ok    alter server s options (drop a);
ok    alter foreign data wrapper w options (add x '1');
ok    alter foreign data wrapper w no validator;
ok    grant usage on foreign server s to regress_v1 with grant option;
ok    grant usage on foreign data wrapper w to public;
ok    grant usage on language sql to regress_v1;
ok    grant all on foreign server s to regress_v1;
0LP01 grant select on foreign server s to regress_v1;
ok    revoke all on foreign server s from regress_v1 cascade;
ok    alter role regress_v1 with login password 'x' createdb connection limit 3 valid until '2030-01-01';
ok    alter role regress_v1 set search_path = public;
ok    alter role regress_v1 in database probe set work_mem = '1MB';
ok    alter role regress_v1 reset all;
ok    alter role all set work_mem = '1MB';
)--") == "");
    CHECK(disagreements(setup, R"--(
ok    alter user regress_v1 nologin;
ok    alter group regress_v1 add user postgres;
ok    create role regress_v2 with login inherit in role regress_v1 role postgres admin postgres;
ok    create user regress_v2 password null;
ok    create group regress_v2;
ok    drop role if exists regress_none, regress_none2;
ok    grant regress_v1 to postgres with admin option;
ok    grant postgres to regress_v1;
ok    revoke regress_v1 from postgres;
ok    grant pg_read_all_data to regress_v1;
ok    alter role regress_v1 rename to regress_v9;
ok    alter table t owner to regress_v1;
ok    alter server s owner to regress_v1;
ok    reassign owned by regress_v1 to postgres;
ok    drop owned by regress_v1;
ok    create schema authorization regress_v1;
ok    comment on role postgres is 'x';
ok    comment on database probe is 'x';
ok    comment on cast (int8 as int4) is 'x';
ok    comment on operator + (int, int) is 'x';
ok    comment on operator - (none, int) is 'x';
ok    comment on operator class text_ops using btree is 'x';
ok    comment on operator family text_ops using hash is 'x';
ok    comment on access method btree is 'x';
ok    comment on conversion utf8_to_big5 is 'x';
ok    comment on text search dictionary german_stem is 'x';
ok    comment on text search parser "default" is 'x';
ok    comment on text search template synonym is 'x';
ok    comment on text search configuration pg_catalog.english is 'x';
ok    comment on collation "C" is 'x';
ok    comment on collation pg_catalog."POSIX" is 'x';
ok    comment on language plpgsql is 'x';
ok    comment on language c is 'x';
ok    create rule r as on insert to t do also insert into lg values (new.a, new.b, current_user, now());
ok    create rule r as on update to t where new.c is distinct from old.c do also insert into lg (a, b)
      values (old.a, new.b);
ok    create rule r as on delete to t do also insert into lg select old.a, old.b, current_user, now();
ok    create rule r as on insert to v do instead insert into t (a, b) values (new.a, new.b) returning a,
      b;
ok    create rule r as on update to v do instead update t set a = new.a, b = new.b where a = old.a;
)--") == "");
    CHECK(disagreements(setup, R"--(
ok    create rule r as on delete to v do instead delete from t where a = old.a;
ok    create rule r as on insert to t where new.a in (select a from lg) do instead nothing;
ok    create rule r as on insert to t where exists (select 1 from lg where lg.a = new.a) do instead
      update lg set b = new.b where a = new.a;
ok    create rule r as on insert to t do also (insert into lg (a) values (new.a); notify foo; update lg
      set who = 'x' where lg.a = new.a);
ok    create rule r as on insert to t do also insert into lg (a) select x.a from (select 1 as a) x;
ok    create rule r as on update to t do also delete from lg using t z where z.a = old.a and lg.a = z.a;
ok    create rule r as on insert to t do also select * from lg;
ok    create rule r as on insert to t do instead nothing;
42P17 create rule r as on insert to t where new.b = 'x' and new.a > 0 do also notify foo2;
ok    create rule r as on insert to t where length(new.b) > 3 do instead nothing;
ok    create rule r as on update to t where old.ctid is not null do also nothing;
ok    create rule r as on insert to t do also insert into lg (a) values ((new).a);
ok    create rule r as on insert to t do also insert into lg (b) values (new::text);
ok    create or replace rule r as on insert to v do instead nothing;
ok    create or replace rule "_RETURN" as on select to v do instead select a, b from t where a > 1;
ok    create publication pb for table t where (b is null or length(b) > 2);
ok    create publication pb for table t (a, b) where (a > 5 and c < 2.5);
ok    create publication pb for table t where (t.a > 5), lg where (a < 3) with (publish = 'insert');
ok    create publication pb for table t where (upper(b) = 'X');
ok    create publication pb for table t where (b collate "C" = 'x');
ok    create publication pb for table t where (nullif(a, 1) is null);
ok    create publication pb for table t where (greatest(a, 1) > 1);
ok    create publication pb for table t where ((a, b) = (1, 'x'));
ok    create publication pb for table t where (not (a > 1));
ok    create publication pb for table t where (true);
ok    create statistics st1 (mcv) on a, b from t;
ok    create statistics st1 on (a + 1), (b || 'x') from t;
ok    create statistics st1 on lower(b), a from t;
ok    create statistics st1 on (date_trunc('day', at)), who from lg;
ok    create table x (like t including all, like cp);
ok    create table x (like v);
ok    create table x (like cp, z int);
ok    create table x of cp;
ok    create table x of cp (x primary key, y with options default 'a');
ok    create table x of cp (primary key (x));
ok    alter table lg rename to x;
ok    alter table t rename constraint t_pkey to pk;
ok    alter table t rename constraint t_pkey to lgx;
)--") == "");
    CHECK(disagreements(setup, R"--(
ok    alter view v rename column a to z;
ok    alter table v rename column a to z;
ok    alter table v rename to z;
ok    alter index t_pkey rename to z;
ok    alter view v alter column b set default 'x';
ok    alter view v alter column b drop default;
ok    alter type en rename to z;
ok    alter type cp rename attribute x to z;
ok    create type z;
ok    create type z as enum ();
ok    select * from pg_class limit 1;
ok    analyze pg_class;
ok    grant select on pg_class to regress_v1;
ok    comment on column t.a is 'x';
ok    create index on t ((t));
ok    create index on t ((t.*));
ok    create view vv as select * from t where b collate "C" > 'x';
ok    drop type if exists int44;
ok    drop cast if exists (int as cp);
ok    drop operator class if exists nosuch using btree;
ok    drop text search configuration if exists nosuch;
ok    drop server if exists nosuch cascade;
ok    drop foreign data wrapper if exists nosuch, w cascade;
ok    drop user mapping if exists for regress_v1 server s;
ok    drop collation if exists nosuch, mycoll;
ok    drop access method if exists nosuch;
ok    drop event trigger if exists nosuch;
ok    drop language if exists nosuch;
ok    drop statistics if exists nosuch;
ok    drop role if exists nosuch;
ok    drop schema s2;
)--") == "");
  }
}
