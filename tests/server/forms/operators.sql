-- Operators.
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

-- form: create operator === (leftarg = int, rightarg = int, function = f2)
create operator === (leftarg = int, rightarg = int, function = f2);
-- form: create operator === (leftarg = bigint, rightarg = bigint, function = f2)
create operator === (leftarg = bigint, rightarg = bigint, function = f2);
-- form: create operator s2.=== (leftarg = int, rightarg = int, function = f2)
create operator s2.=== (leftarg = int, rightarg = int, function = f2);
-- form: create operator nosch.=== (leftarg = int, rightarg = int, function = f2)
create operator nosch.=== (leftarg = int, rightarg = int, function = f2);
-- form: create operator ## (leftarg = int, rightarg = int, function = nosuch)
create operator ## (leftarg = int, rightarg = int, function = nosuch);
-- form: create operator ## (leftarg = int, rightarg = int, procedure = f2)
create operator ## (leftarg = int, rightarg = int, procedure = f2);
-- form: create operator ## (leftarg = nosuch, rightarg = int, function = f2)
create operator ## (leftarg = nosuch, rightarg = int, function = f2);
-- form: create operator ## (leftarg = int, function = f2)
create operator ## (leftarg = int, function = f2);
-- form: create operator ## (leftarg = int, rightarg = int)
create operator ## (leftarg = int, rightarg = int);
-- form: create operator ## (function = f2)
create operator ## (function = f2);
-- form: create operator ## (leftarg = setof int, rightarg = int, function = f2)
create operator ## (leftarg = setof int, rightarg = int, function = f2);
-- form: create operator <> (leftarg = cp, rightarg = cp, function = cpin)
create operator <> (leftarg = cp, rightarg = cp, function = cpin);
-- form: drop operator === (int, int)
drop operator === (int, int);
-- form: drop operator === (text, int)
drop operator === (text, int);
-- form: drop operator ## (int, int)
drop operator ## (int, int);
-- form: drop operator if exists ## (int, int)
drop operator if exists ## (int, int);
-- form: drop operator ## (nosuch, int)
drop operator ## (nosuch, int);
-- form: drop operator @@@ (none, cp)
drop operator @@@ (none, cp);
-- form: drop operator @@@ (none, int)
drop operator @@@ (none, int);
-- form: drop operator <> (cp, cp)
drop operator <> (cp, cp);
-- form: drop operator s2.=== (int, int)
drop operator s2.=== (int, int);
-- form: drop operator nosch.=== (int, int)
drop operator nosch.=== (int, int);
-- form: alter operator === (int, int) set schema s2
alter operator === (int, int) set schema s2;
-- form: alter operator ## (int, int) set schema s2
alter operator ## (int, int) set schema s2;
-- form: alter operator === (int, int) owner to current_user
alter operator === (int, int) owner to current_user;
-- form: alter operator ## (int, int) owner to current_user
alter operator ## (int, int) owner to current_user;
-- form: alter operator ## (int, int) set (restrict = none)
alter operator ## (int, int) set (restrict = none);
-- form: alter operator === (int, int) set (restrict = eqsel)
alter operator === (int, int) set (restrict = eqsel);
-- form: comment on operator ## (int, int) is 'x'
comment on operator ## (int, int) is 'x';
-- form: comment on operator === (int, int) is 'x'
comment on operator === (int, int) is 'x';
-- form: comment on operator = (int, int) is 'x'
comment on operator = (int, int) is 'x';
-- form: drop function f2(int, int)
drop function f2(int, int);
-- form: drop function f2(int, int) cascade
drop function f2(int, int) cascade;
-- form: drop type cp
drop type cp;
-- form: drop type cp cascade
drop type cp cascade;
-- form: drop schema s2
drop schema s2;
