-- Operator classes and families.
create table t (a int);
create schema s2;
create type cp as (a int);
create function cpcmp(cp, cp) returns int language sql as 'select 0';
create operator family of1 using btree;
create operator family of2 using hash;
create operator class oc1 for type int using btree as operator 1 <, operator 2 <=, operator 3 =, operator 4
  >=, operator 5 >, function 1 btint4cmp(int, int);
create operator family s2.of1 using btree;

-- form: create operator family of1 using btree
create operator family of1 using btree;
-- form: create operator family of1 using hash
create operator family of1 using hash;
-- form: create operator family of3 using nosuch
create operator family of3 using nosuch;
-- form: create operator family nosch.of3 using btree
create operator family nosch.of3 using btree;
-- form: create operator class oc1 for type int using btree as storage int
create operator class oc1 for type int using btree as storage int;
-- form: create operator class oc1 for type int using btree as operator 1 <
create operator class oc1 for type int using btree as operator 1 <;
-- form: create operator class oc1 for type int using hash as function 1 hashint4(int)
create operator class oc1 for type int using hash as function 1 hashint4(int);
-- form: create operator class oc2 for type nosuch using btree as operator 1 <
create operator class oc2 for type nosuch using btree as operator 1 <;
-- form: create operator class oc2 for type int using nosuch as operator 1 <
create operator class oc2 for type int using nosuch as operator 1 <;
-- form: create operator class oc2 for type int using btree family nosuch as operator 1
create operator class oc2 for type int using btree family nosuch as operator 1 <;
-- form: create operator class oc2 for type int using btree family of1 as operator 1 <
create operator class oc2 for type int using btree family of1 as operator 1 <;
-- form: create operator class oc2 for type int using btree as function 1 nosuch(int, i
create operator class oc2 for type int using btree as function 1 nosuch(int, int);
-- form: create operator class oc2 for type cp using btree as function 1 cpcmp(cp, cp)
create operator class oc2 for type cp using btree as function 1 cpcmp(cp, cp);
-- form: drop operator class oc1 using btree
drop operator class oc1 using btree;
-- form: drop operator class oc1 using hash
drop operator class oc1 using hash;
-- form: drop operator class oc1 using nosuch
drop operator class oc1 using nosuch;
-- form: drop operator class nosuch using btree
drop operator class nosuch using btree;
-- form: drop operator class if exists nosuch using btree
drop operator class if exists nosuch using btree;
-- form: drop operator family of1 using btree
drop operator family of1 using btree;
-- form: drop operator family of1 using hash
drop operator family of1 using hash;
-- form: drop operator family nosuch using btree
drop operator family nosuch using btree;
-- form: drop operator family nosuch using nosuch
drop operator family nosuch using nosuch;
-- form: drop operator family if exists nosuch using btree
drop operator family if exists nosuch using btree;
-- form: drop operator family oc1 using btree
drop operator family oc1 using btree;
-- form: drop operator family oc1 using btree cascade
drop operator family oc1 using btree cascade;
-- form: alter operator family of1 using btree rename to of9
alter operator family of1 using btree rename to of9;
-- form: alter operator family nosuch using btree rename to of9
alter operator family nosuch using btree rename to of9;
-- form: alter operator family of1 using btree rename to oc1
alter operator family of1 using btree rename to oc1;
-- form: alter operator family of1 using btree set schema s2
alter operator family of1 using btree set schema s2;
-- form: alter operator family of2 using hash set schema s2
alter operator family of2 using hash set schema s2;
-- form: alter operator family nosuch using btree set schema s2
alter operator family nosuch using btree set schema s2;
-- form: alter operator family nosuch using btree owner to current_user
alter operator family nosuch using btree owner to current_user;
-- form: alter operator family nosuch using btree add operator 1 < (int, int)
alter operator family nosuch using btree add operator 1 < (int, int);
-- form: alter operator family of1 using btree add operator 1 < (int4, int2)
alter operator family of1 using btree add operator 1 < (int4, int2);
-- form: alter operator class oc1 using btree rename to oc9
alter operator class oc1 using btree rename to oc9;
-- form: alter operator class nosuch using btree rename to oc9
alter operator class nosuch using btree rename to oc9;
-- form: alter operator class nosuch using btree set schema s2
alter operator class nosuch using btree set schema s2;
-- form: alter operator class nosuch using btree owner to current_user
alter operator class nosuch using btree owner to current_user;
-- form: comment on operator class nosuch using btree is 'x'
comment on operator class nosuch using btree is 'x';
-- form: comment on operator class oc1 using btree is 'x'
comment on operator class oc1 using btree is 'x';
-- form: comment on operator class int4_ops using btree is 'x'
comment on operator class int4_ops using btree is 'x';
-- form: comment on operator family nosuch using btree is 'x'
comment on operator family nosuch using btree is 'x';
-- form: comment on operator family of1 using btree is 'x'
comment on operator family of1 using btree is 'x';
-- form: create index on t (a oc1)
create index on t (a oc1);
