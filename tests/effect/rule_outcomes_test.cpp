// Rules, row filters, statistics, system catalogs, and what ALTER renames.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of rules and filters") {
  TEST_CASE("rules") {
    static const char* const setup = R"--(
  create table t (a int, b text);
  create table lg (a int);
  create view v as select a, b from t;
  create materialized view mv as select 1 as a;
  create table l2 (a int, b text, c int);
)--";
    CHECK(disagreements(setup, R"--(
42P01 create rule x as on insert to t do also insert into nosuch values (1);
ok    create rule x as on insert to t do also insert into lg values (new.a);
42703 create rule x as on insert to t do also insert into lg values (new.zz);
42703 create rule x as on insert to t where new.zz > 1 do nothing;
ok    create rule x as on insert to t where new.a > 1 do nothing;
ok    create rule x as on insert to t where a > 1 do nothing;
42804 create rule x as on insert to t where new.a do nothing;
42883 create rule x as on insert to t where new.b > 1 do nothing;
42P17 create rule x as on insert to t do also insert into lg values (old.a);
42P17 create rule x as on delete to t do also insert into lg values (new.a);
ok    create rule x as on delete to t do also insert into lg values (old.a);
ok    create rule x as on update to t do also insert into lg values (old.a + new.a);
42P01 create rule x as on insert to t where old.a > 1 do nothing;
42P01 create rule x as on delete to t where new.a > 1 do nothing;
ok    create rule x as on update to t where old.a <> new.a do also insert into lg values (1);
ok    create rule x as on insert to t do also update lg set a = new.a where lg.a = new.a;
ok    create rule x as on insert to t do also delete from lg where a = new.a;
ok    create rule x as on insert to t do also select new.*;
ok    create rule x as on insert to t do also insert into l2 select new.*, 1;
ok    create rule x as on insert to t do also notify foo;
42P17 create rule x as on insert to t where new.a > 0 do also notify foo;
ok    create rule x as on insert to v do instead insert into t values (new.a, new.b);
42703 create rule x as on insert to v do instead insert into t values (new.a, new.zz);
ok    create rule x as on insert to v do instead insert into t values (new.a, new.b) returning *;
0A000 create rule x as on insert to t do also insert into lg values (1) returning *;
0A000 create rule x as on insert to mv do nothing;
42P01 create rule x as on insert to nosuch do nothing;
ok    create rule "_RETURN" as on select to t do instead select a, b from t;
ok    create rule x as on update to t where old.b = 'x' do instead nothing;
ok    create rule x as on insert to t do also insert into lg select a from t;
ok    create rule x as on insert to t do also (insert into lg values (new.a); delete from lg where a =
      5);
42803 create rule x as on insert to t where count(*) > 1 do nothing;
ok    create rule x as on insert to t where (select true) do nothing;
)--") == "");
  }

  TEST_CASE("row filters and statistics") {
    static const char* const setup = R"--(
  create table t (a int primary key, b text, c int, j json, g int generated always as (a * 2) stored);
  create table u (a int);
  create view v as select 1 as a;
  create function vf(int) returns bool language sql volatile as 'select true';
  create function mf(int) returns bool language sql immutable as 'select true';
  create schema s2;
  create publication p1 for table u;
  create type en as enum ('a');
  create table e (e en, a int);
  create materialized view mv as select 1 as a, 2 as b;
  create statistics st on a, c from t;
)--";
    CHECK(disagreements(setup, R"--(
42703 create publication x for table t where (zz > 1);
ok    create publication x for table t where (a > 1);
42804 create publication x for table t where (a);
42804 create publication x for table t where (a + 1);
42804 create publication x for table t where (b);
0A000 create publication x for table t where (vf(a));
0A000 create publication x for table t where (mf(a));
0A000 create publication x for table t where (random() > 0.5);
0A000 create publication x for table t where (b = now()::text);
ok    create publication x for table t where (length(b) > 1);
ok    create publication x for table t where (a > 1 and b is not null or not (c = 2));
ok    create publication x for table t where (a in (1, 2));
ok    create publication x for table t where (a = any (array[1, 2]));
0A000 create publication x for table t where (a > (select 1));
42803 create publication x for table t where (count(*) > 1);
0A000 create publication x for table t where (ctid = '(0,1)');
0A000 create publication x for table e where (e = 'a');
ok    create publication x for table t where (coalesce(a, 1) = 1);
ok    create publication x for table t where (case when a > 1 then true else false end);
ok    create publication x for table t where (b like 'x%');
ok    create publication x for table t where (b = 'x' || 'y');
ok    create publication x for table t where (a::bigint = 1);
ok    create publication x for table t where (g > 1);
ok    create publication x for table t where (t.a > 1);
ok    create publication x for table t where (a between 1 and 3);
ok    create publication x for table t where (a is distinct from 1);
42710 create publication x for table t where (a > 1), t;
42703 alter publication p1 add table t where (zz > 1);
ok    alter publication p1 add table t where (a > 1);
42804 alter publication p1 set table t where (a);
ok    create statistics s1 on a, b from t;
42703 create statistics s1 on a, zz from t;
42701 create statistics s1 on a, a from t;
42P17 create statistics s1 on a from t;
ok    create statistics s1 on (a + 1) from t;
ok    create statistics s1 on (a + 1), b from t;
42703 create statistics s1 on (zz + 1), b from t;
0A000 create statistics s1 on a, j from t;
)--") == "");
    CHECK(disagreements(setup, R"--(
0A000 create statistics s1 on (j), b from t;
42803 create statistics s1 on (sum(a)), b from t;
0A000 create statistics s1 on ctid, a from t;
42P01 create statistics s1 on a, b from nosuch;
42809 create statistics s1 on a, b from v;
ok    create statistics s1 on a, b from mv;
42703 create statistics s1 on a, zz from mv;
42601 create statistics s1 (foo) on a, b from t;
ok    create statistics s1 (ndistinct, mcv) on a, b from t;
42710 create statistics st on a, b from t;
ok    create statistics if not exists st on a, b from t;
0A000 create statistics s1 on a, b from t, u;
0A000 create statistics s1 on a, b from (select 1 as a, 2 as b) q;
ok    alter statistics st rename to s9;
42704 alter statistics nosuch rename to s9;
ok    alter statistics st set schema s2;
42704 alter statistics nosuch set schema s2;
ok    alter statistics st set statistics 10;
42704 alter statistics nosuch set statistics 10;
ok    alter statistics if exists nosuch set statistics 10;
ok    comment on statistics st is 'x';
42704 comment on statistics nosuch is 'x';
ok    drop statistics st;
42704 drop statistics nosuch;
)--") == "");
  }

  TEST_CASE("system catalogs") {
    static const char* const setup = R"--(
  create table t (a int);
  create schema s2;
)--";
    CHECK(disagreements(setup, R"--(
42501 alter table pg_class add column x int;
42501 alter table pg_catalog.pg_class rename to x;
42501 alter table pg_class rename column relname to x;
42501 create index on pg_class (relname);
42501 drop table pg_class;
42501 create table pg_catalog.x (a int);
42501 create view pg_catalog.x as select 1;
42501 create sequence pg_catalog.x;
42501 create trigger x before insert on pg_class for each row execute function f();
42501 create rule x as on insert to pg_class do nothing;
42501 truncate pg_class;
2BP01 drop type int4;
2BP01 drop schema pg_catalog;
2BP01 drop schema information_schema;
42939 create schema pg_x;
ok    comment on table pg_class is 'x';
ok    grant select on pg_class to public;
ok    analyze pg_class;
42501 create statistics x on relname, relkind from pg_class;
42501 alter table pg_class set schema s2;
ok    alter table t set schema pg_catalog;
ok    cluster pg_class using pg_class_oid_index;
ok    create function pg_catalog.ff() returns int language sql as 'select 1';
ok    create type pg_catalog.x as enum ('a');
42501 create policy p on pg_class using (true);
ok    alter table information_schema.tables rename to x;
ok    drop view information_schema.tables;
ok    drop view pg_tables;
22023 create publication x for table pg_class;
ok    lock table pg_class;
)--") == "");
  }

  TEST_CASE("names, kinds and columns") {
    static const char* const setup = R"--(
  create table acct (id int primary key, n text, m int);
  create index ix on acct (n);
  create type mood as enum ('a');
  create view v as select * from acct;
  create materialized view mv as select id, n from acct;
  create table p (a int, b text, constraint pc check (a > 0));
  create table c1 () inherits (p);
  create type cp as (x int);
  create type ct as (id int, n text, m int);
  create table c3 (a int, constraint cc check (a > 1));
  create table b (i int, t text);
  create foreign data wrapper fw;
  create server sv foreign data wrapper fw;
  create foreign table ft (a int) server sv;
  create sequence sq;
  create table mm (id int, n text, m int);
  create table m4 (id int, m int, n text);
  create table m5 (id bigint, n text, m int);
  create domain dm as int constraint dc check (value > 0);
  create table part (a int) partition by range (a);
)--";
    CHECK(disagreements(setup, R"--(
42710 alter table acct rename to mood;
42P07 alter table acct rename constraint acct_pkey to ix;
ok    alter table acct rename constraint acct_pkey to pk;
42P07 alter table acct rename constraint acct_pkey to v;
42P16 alter table c1 rename constraint pc to pcc;
ok    alter table p rename constraint pc to pcc;
42P16 alter table only p rename constraint pc to pcc;
42804 alter table acct of cp;
ok    alter table mm of ct;
42804 alter table m4 of ct;
42804 alter table m5 of ct;
42804 alter table b of cp;
42809 alter table c1 of cp;
42704 alter table mm of nosuch;
42809 alter table mm of mood;
42703 alter view v alter column nosuch set default 1;
ok    alter view v alter column n set default 'x';
42703 alter view v alter column nosuch drop default;
42703 alter table v alter column nosuch set default 1;
42703 alter table mv rename column zz to y;
42703 alter materialized view mv rename column zz to y;
ok    alter materialized view mv rename column n to y;
42701 alter materialized view mv rename column n to id;
42703 alter view v rename column zz to y;
ok    alter view v rename column n to y;
42701 alter view v rename column n to id;
ok    alter view b rename column i to k;
ok    alter view mv rename column n to k;
ok    alter view ft rename column a to k;
ok    alter materialized view v rename column n to k;
ok    alter materialized view b rename column i to k;
ok    alter foreign table b rename column i to k;
ok    alter table v rename column n to k;
42809 alter view b rename to bb;
42809 alter materialized view b rename to bb;
42809 alter sequence b rename to bb;
ok    alter index b rename to bb;
42809 alter foreign table b rename to bb;
)--") == "");
    CHECK(disagreements(setup, R"--(
42809 alter view b set schema public;
42809 alter view b owner to current_user;
42809 alter view b alter column i set default 1;
42703 create index on mv (zz);
ok    create index on mv (n);
42P17 create index on acct (n) include (m desc);
42P17 create index on acct (n) include (m nulls first);
ok    create index on acct (n) include (m);
42P17 create index on acct (n) include (m int4_ops);
42703 create index on acct (n) include (zz);
0A000 create index on acct (n) include ((m + 1));
42701 create table x (like acct, like v);
ok    create table x (like acct, like b);
42701 create table x (like cp, x int);
42701 create table x (like acct, n int);
ok    create table x (like cp, y int);
42703 create table x of cp (nosuch with options primary key);
ok    create table x of cp (x with options primary key);
42809 create table x of mood;
ok    create table x (a int) inherits (p);
42804 create table x (b int) inherits (p);
ok    create index on b ((b));
ok    create index on b ((b) );
ok    select b from b;
ok    alter domain dm rename constraint dc to d2;
42704 alter domain dm rename constraint nosuch to d2;
42703 create table x (a int, unique (a) include (zz));
)--") == "");
  }

  TEST_CASE("an extension that another requires") {
    static const char* const setup = R"--(
  create extension cube;
  create extension earthdistance;
  create table t (a int);
)--";
    CHECK(disagreements(setup, R"--(
2BP01 drop extension cube;
ok    drop extension cube cascade;
ok    drop extension earthdistance;
ok    drop extension cube, earthdistance;
)--") == "");
  }

  TEST_CASE("what a rule's rows and tables may be") {
    static const char* const setup = R"--(
  CREATE TABLE t (a int, b text);
  CREATE VIEW v AS SELECT a, b FROM t;
  CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;
  CREATE TABLE somebody (a int);
  ALTER TABLE somebody ADD COLUMN b text;
)--";
    CHECK(disagreements(setup, R"--(
42710 CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;
ok    CREATE OR REPLACE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;
42704 DROP RULE nosuch ON v;
ok    DROP RULE r ON v;
42704 ALTER RULE nosuch ON v RENAME TO x;
ok    CREATE RULE x AS ON INSERT TO t DO ALSO SELECT old.a FROM somebody old;
42P17 CREATE RULE x AS ON INSERT TO t DO ALSO SELECT old.a;
42P01 CREATE RULE x AS ON INSERT TO t WHERE old.a > 1 DO NOTHING;
42P01 DROP FOREIGN TABLE IF EXISTS nosuch; SELECT 1 FROM nosuch;
42704 DROP FOREIGN TABLE nosuch;
42P01 DROP TABLE nosuch;
42809 DROP DOMAIN int4;
2BP01 DROP TYPE int4;
)--") == "");
  }

  TEST_CASE("an extension takes what others bring") {
    CHECK(
        disagreements("CREATE TABLE t (a int); CREATE EXTENSION cube; CREATE EXTENSION earthdistance;", R"--(
2BP01 DROP EXTENSION cube;
ok    DROP EXTENSION cube CASCADE;
ok    DROP EXTENSION cube, earthdistance;
ok    DROP EXTENSION earthdistance;
)--") == "");
  }
}
