-- Casts and transforms.
create table t (a int);
create type cp as (a int);
create type en as enum ('a');
create function icp(int) returns cp language sql as 'select row($1)::cp';
create cast (int as cp) with function icp(int);
create domain dd as int;
create function cpi(cp) returns int language sql as 'select 1';

-- form: create cast (int as cp) with function icp(int)
create cast (int as cp) with function icp(int);
-- form: create cast (cp as int) with function nosuch(cp)
create cast (cp as int) with function nosuch(cp);
-- form: create cast (cp as int) with function cpi(cp)
create cast (cp as int) with function cpi(cp);
-- form: create cast (cp as nosuch) with inout
create cast (cp as nosuch) with inout;
-- form: create cast (cp as text) with inout
create cast (cp as text) with inout;
-- form: create cast (int as int) with inout
create cast (int as int) with inout;
-- form: create cast (text as en) with inout as implicit
create cast (text as en) with inout as implicit;
-- form: create cast (int as dd) with inout
create cast (int as dd) with inout;
-- form: drop cast (int as cp)
drop cast (int as cp);
-- form: drop cast (text as cp)
drop cast (text as cp);
-- form: drop cast (cp as nosuch)
drop cast (cp as nosuch);
-- form: drop cast if exists (text as cp)
drop cast if exists (text as cp);
-- form: drop cast if exists (nosuch as cp)
drop cast if exists (nosuch as cp);
-- form: drop cast (en as text)
drop cast (en as text);
-- form: comment on cast (int as cp) is 'x'
comment on cast (int as cp) is 'x';
-- form: comment on cast (text as cp) is 'x'
comment on cast (text as cp) is 'x';
-- form: drop function icp(int)
drop function icp(int);
-- form: drop function icp(int) cascade
drop function icp(int) cascade;
-- form: drop type cp
drop type cp;
-- form: drop transform if exists for int language sql
drop transform if exists for int language sql;
-- form: drop transform for int language nosuch
drop transform for int language nosuch;
