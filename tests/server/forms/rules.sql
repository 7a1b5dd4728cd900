-- Rules: conditions and actions.
create table t (a int, b text);
create table lg (a int);
create view v as select a, b from t;
create materialized view mv as select 1 as a;
create table l2 (a int, b text, c int);

-- form: create rule x as on insert to t do also insert into nosuch values (1)
create rule x as on insert to t do also insert into nosuch values (1);
-- form: create rule x as on insert to t do also insert into lg values (new.a)
create rule x as on insert to t do also insert into lg values (new.a);
-- form: create rule x as on insert to t do also insert into lg values (new.zz)
create rule x as on insert to t do also insert into lg values (new.zz);
-- form: create rule x as on insert to t where new.zz > 1 do nothing
create rule x as on insert to t where new.zz > 1 do nothing;
-- form: create rule x as on insert to t where new.a > 1 do nothing
create rule x as on insert to t where new.a > 1 do nothing;
-- form: create rule x as on insert to t where a > 1 do nothing
create rule x as on insert to t where a > 1 do nothing;
-- form: create rule x as on insert to t where new.a do nothing
create rule x as on insert to t where new.a do nothing;
-- form: create rule x as on insert to t where new.b > 1 do nothing
create rule x as on insert to t where new.b > 1 do nothing;
-- form: create rule x as on insert to t do also insert into lg values (old.a)
create rule x as on insert to t do also insert into lg values (old.a);
-- form: create rule x as on delete to t do also insert into lg values (new.a)
create rule x as on delete to t do also insert into lg values (new.a);
-- form: create rule x as on delete to t do also insert into lg values (old.a)
create rule x as on delete to t do also insert into lg values (old.a);
-- form: create rule x as on update to t do also insert into lg values (old.a + new.a)
create rule x as on update to t do also insert into lg values (old.a + new.a);
-- form: create rule x as on insert to t where old.a > 1 do nothing
create rule x as on insert to t where old.a > 1 do nothing;
-- form: create rule x as on delete to t where new.a > 1 do nothing
create rule x as on delete to t where new.a > 1 do nothing;
-- form: create rule x as on update to t where old.a <> new.a do also insert into lg va
create rule x as on update to t where old.a <> new.a do also insert into lg values (1);
-- form: create rule x as on insert to t do also update lg set a = new.a where lg.a = n
create rule x as on insert to t do also update lg set a = new.a where lg.a = new.a;
-- form: create rule x as on insert to t do also delete from lg where a = new.a
create rule x as on insert to t do also delete from lg where a = new.a;
-- form: create rule x as on insert to t do also select new.*
create rule x as on insert to t do also select new.*;
-- form: create rule x as on insert to t do also insert into l2 select new.*, 1
create rule x as on insert to t do also insert into l2 select new.*, 1;
-- form: create rule x as on insert to t do also notify foo
create rule x as on insert to t do also notify foo;
-- form: create rule x as on insert to t where new.a > 0 do also notify foo
create rule x as on insert to t where new.a > 0 do also notify foo;
-- form: create rule x as on insert to v do instead insert into t values (new.a, new.b)
create rule x as on insert to v do instead insert into t values (new.a, new.b);
-- form: create rule x as on insert to v do instead insert into t values (new.a, new.zz
create rule x as on insert to v do instead insert into t values (new.a, new.zz);
-- form: create rule x as on insert to v do instead insert into t values (new.a, new.b)
create rule x as on insert to v do instead insert into t values (new.a, new.b) returning *;
-- form: create rule x as on insert to t do also insert into lg values (1) returning *
create rule x as on insert to t do also insert into lg values (1) returning *;
-- form: create rule x as on insert to mv do nothing
create rule x as on insert to mv do nothing;
-- form: create rule x as on insert to nosuch do nothing
create rule x as on insert to nosuch do nothing;
-- form: create rule x as on update to t where old.b = 'x' do instead nothing
create rule x as on update to t where old.b = 'x' do instead nothing;
-- form: create rule x as on insert to t do also insert into lg select a from t
create rule x as on insert to t do also insert into lg select a from t;
-- form: create rule x as on insert to t do also (insert into lg values (new.a); delete
create rule x as on insert to t do also (insert into lg values (new.a); delete from lg where a = 5);
-- form: create rule x as on insert to t where count(*) > 1 do nothing
create rule x as on insert to t where count(*) > 1 do nothing;
-- form: create rule x as on insert to t where (select true) do nothing
create rule x as on insert to t where (select true) do nothing;
