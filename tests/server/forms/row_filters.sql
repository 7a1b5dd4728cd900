-- Row filters of publications, and statistics.
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

-- form: create publication x for table t where (zz > 1)
create publication x for table t where (zz > 1);
-- form: create publication x for table t where (a > 1)
create publication x for table t where (a > 1);
-- form: create publication x for table t where (a)
create publication x for table t where (a);
-- form: create publication x for table t where (a + 1)
create publication x for table t where (a + 1);
-- form: create publication x for table t where (b)
create publication x for table t where (b);
-- form: create publication x for table t where (vf(a))
create publication x for table t where (vf(a));
-- form: create publication x for table t where (mf(a))
create publication x for table t where (mf(a));
-- form: create publication x for table t where (random() > 0.5)
create publication x for table t where (random() > 0.5);
-- form: create publication x for table t where (b = now()::text)
create publication x for table t where (b = now()::text);
-- form: create publication x for table t where (length(b) > 1)
create publication x for table t where (length(b) > 1);
-- form: create publication x for table t where (a > 1 and b is not null or not (c = 2)
create publication x for table t where (a > 1 and b is not null or not (c = 2));
-- form: create publication x for table t where (a in (1, 2))
create publication x for table t where (a in (1, 2));
-- form: create publication x for table t where (a = any (array[1, 2]))
create publication x for table t where (a = any (array[1, 2]));
-- form: create publication x for table t where (a > (select 1))
create publication x for table t where (a > (select 1));
-- form: create publication x for table t where (count(*) > 1)
create publication x for table t where (count(*) > 1);
-- form: create publication x for table t where (ctid = '(0,1)')
create publication x for table t where (ctid = '(0,1)');
-- form: create publication x for table e where (e = 'a')
create publication x for table e where (e = 'a');
-- form: create publication x for table t where (coalesce(a, 1) = 1)
create publication x for table t where (coalesce(a, 1) = 1);
-- form: create publication x for table t where (case when a > 1 then true else false e
create publication x for table t where (case when a > 1 then true else false end);
-- form: create publication x for table t where (b like 'x%')
create publication x for table t where (b like 'x%');
-- form: create publication x for table t where (b = 'x' || 'y')
create publication x for table t where (b = 'x' || 'y');
-- form: create publication x for table t where (a::bigint = 1)
create publication x for table t where (a::bigint = 1);
-- form: create publication x for table t where (g > 1)
create publication x for table t where (g > 1);
-- form: create publication x for table t where (t.a > 1)
create publication x for table t where (t.a > 1);
-- form: create publication x for table t where (a between 1 and 3)
create publication x for table t where (a between 1 and 3);
-- form: create publication x for table t where (a is distinct from 1)
create publication x for table t where (a is distinct from 1);
-- form: create publication x for table t where (a > 1), t
create publication x for table t where (a > 1), t;
-- form: alter publication p1 add table t where (zz > 1)
alter publication p1 add table t where (zz > 1);
-- form: alter publication p1 add table t where (a > 1)
alter publication p1 add table t where (a > 1);
-- form: alter publication p1 set table t where (a)
alter publication p1 set table t where (a);
-- form: create statistics s1 on a, b from t
create statistics s1 on a, b from t;
-- form: create statistics s1 on a, zz from t
create statistics s1 on a, zz from t;
-- form: create statistics s1 on a, a from t
create statistics s1 on a, a from t;
-- form: create statistics s1 on a from t
create statistics s1 on a from t;
-- form: create statistics s1 on (a + 1) from t
create statistics s1 on (a + 1) from t;
-- form: create statistics s1 on (a + 1), b from t
create statistics s1 on (a + 1), b from t;
-- form: create statistics s1 on (zz + 1), b from t
create statistics s1 on (zz + 1), b from t;
-- form: create statistics s1 on a, j from t
create statistics s1 on a, j from t;
-- form: create statistics s1 on (j), b from t
create statistics s1 on (j), b from t;
-- form: create statistics s1 on (sum(a)), b from t
create statistics s1 on (sum(a)), b from t;
-- form: create statistics s1 on ctid, a from t
create statistics s1 on ctid, a from t;
-- form: create statistics s1 on a, b from nosuch
create statistics s1 on a, b from nosuch;
-- form: create statistics s1 on a, b from v
create statistics s1 on a, b from v;
-- form: create statistics s1 on a, b from mv
create statistics s1 on a, b from mv;
-- form: create statistics s1 on a, zz from mv
create statistics s1 on a, zz from mv;
-- form: create statistics s1 (ndistinct, mcv) on a, b from t
create statistics s1 (ndistinct, mcv) on a, b from t;
-- form: create statistics st on a, b from t
create statistics st on a, b from t;
-- form: create statistics if not exists st on a, b from t
create statistics if not exists st on a, b from t;
-- form: create statistics s1 on a, b from t, u
create statistics s1 on a, b from t, u;
-- form: create statistics s1 on a, b from (select 1 as a, 2 as b) q
create statistics s1 on a, b from (select 1 as a, 2 as b) q;
-- form: alter statistics st rename to s9
alter statistics st rename to s9;
-- form: alter statistics nosuch rename to s9
alter statistics nosuch rename to s9;
-- form: alter statistics st set schema s2
alter statistics st set schema s2;
-- form: alter statistics nosuch set schema s2
alter statistics nosuch set schema s2;
-- form: alter statistics st set statistics 10
alter statistics st set statistics 10;
-- form: alter statistics nosuch set statistics 10
alter statistics nosuch set statistics 10;
-- form: alter statistics if exists nosuch set statistics 10
alter statistics if exists nosuch set statistics 10;
-- form: comment on statistics st is 'x'
comment on statistics st is 'x';
-- form: comment on statistics nosuch is 'x'
comment on statistics nosuch is 'x';
-- form: drop statistics st
drop statistics st;
-- form: drop statistics nosuch
drop statistics nosuch;
