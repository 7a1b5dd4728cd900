-- Names that are taken, columns that are missing, kinds that don't fit.
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

-- form: alter table acct rename to mood
alter table acct rename to mood;
-- form: alter table acct rename constraint acct_pkey to ix
alter table acct rename constraint acct_pkey to ix;
-- form: alter table acct rename constraint acct_pkey to pk
alter table acct rename constraint acct_pkey to pk;
-- form: alter table acct rename constraint acct_pkey to v
alter table acct rename constraint acct_pkey to v;
-- form: alter table c1 rename constraint pc to pcc
alter table c1 rename constraint pc to pcc;
-- form: alter table p rename constraint pc to pcc
alter table p rename constraint pc to pcc;
-- form: alter table only p rename constraint pc to pcc
alter table only p rename constraint pc to pcc;
-- form: alter table acct of cp
alter table acct of cp;
-- form: alter table mm of ct
alter table mm of ct;
-- form: alter table m4 of ct
alter table m4 of ct;
-- form: alter table m5 of ct
alter table m5 of ct;
-- form: alter table b of cp
alter table b of cp;
-- form: alter table c1 of cp
alter table c1 of cp;
-- form: alter table mm of nosuch
alter table mm of nosuch;
-- form: alter table mm of mood
alter table mm of mood;
-- form: alter view v alter column nosuch set default 1
alter view v alter column nosuch set default 1;
-- form: alter view v alter column n set default 'x'
alter view v alter column n set default 'x';
-- form: alter view v alter column nosuch drop default
alter view v alter column nosuch drop default;
-- form: alter table v alter column nosuch set default 1
alter table v alter column nosuch set default 1;
-- form: alter table mv rename column zz to y
alter table mv rename column zz to y;
-- form: alter materialized view mv rename column zz to y
alter materialized view mv rename column zz to y;
-- form: alter materialized view mv rename column n to y
alter materialized view mv rename column n to y;
-- form: alter materialized view mv rename column n to id
alter materialized view mv rename column n to id;
-- form: alter view v rename column zz to y
alter view v rename column zz to y;
-- form: alter view v rename column n to y
alter view v rename column n to y;
-- form: alter view v rename column n to id
alter view v rename column n to id;
-- form: alter view b rename column i to k
alter view b rename column i to k;
-- form: alter view mv rename column n to k
alter view mv rename column n to k;
-- form: alter materialized view v rename column n to k
alter materialized view v rename column n to k;
-- form: alter materialized view b rename column i to k
alter materialized view b rename column i to k;
-- form: alter foreign table b rename column i to k
alter foreign table b rename column i to k;
-- form: alter table v rename column n to k
alter table v rename column n to k;
-- form: alter view b rename to bb
alter view b rename to bb;
-- form: alter materialized view b rename to bb
alter materialized view b rename to bb;
-- form: alter sequence b rename to bb
alter sequence b rename to bb;
-- form: alter foreign table b rename to bb
alter foreign table b rename to bb;
-- form: alter view b set schema public
alter view b set schema public;
-- form: alter view b owner to current_user
alter view b owner to current_user;
-- form: alter view b alter column i set default 1
alter view b alter column i set default 1;
-- form: create index on mv (zz)
create index on mv (zz);
-- form: create index on mv (n)
create index on mv (n);
-- form: create index on acct (n) include (m desc)
create index on acct (n) include (m desc);
-- form: create index on acct (n) include (m nulls first)
create index on acct (n) include (m nulls first);
-- form: create index on acct (n) include (m)
create index on acct (n) include (m);
-- form: create index on acct (n) include (m int4_ops)
create index on acct (n) include (m int4_ops);
-- form: create index on acct (n) include (zz)
create index on acct (n) include (zz);
-- form: create index on acct (n) include ((m + 1))
create index on acct (n) include ((m + 1));
-- form: create table x (like acct, like v)
create table x (like acct, like v);
-- form: create table x (like acct, like b)
create table x (like acct, like b);
-- form: create table x (like cp, x int)
create table x (like cp, x int);
-- form: create table x (like acct, n int)
create table x (like acct, n int);
-- form: create table x (like cp, y int)
create table x (like cp, y int);
-- form: create table x of cp (nosuch with options primary key)
create table x of cp (nosuch with options primary key);
-- form: create table x of cp (x with options primary key)
create table x of cp (x with options primary key);
-- form: create table x of mood
create table x of mood;
-- form: create table x (a int) inherits (p)
create table x (a int) inherits (p);
-- form: create table x (b int) inherits (p)
create table x (b int) inherits (p);
-- form: create index on b ((b))
create index on b ((b));
-- form: create index on b ((b) )
create index on b ((b) );
-- form: select b from b
select b from b;
-- form: alter domain dm rename constraint dc to d2
alter domain dm rename constraint dc to d2;
-- form: alter domain dm rename constraint nosuch to d2
alter domain dm rename constraint nosuch to d2;
-- form: create table x (a int, unique (a) include (zz))
create table x (a int, unique (a) include (zz));
