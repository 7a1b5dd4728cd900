-- Collations and conversions.
create table t (a text);
create schema s2;
create collation cc from "C";
create collation c2 (locale = 'C');
create collation s2.cc from "POSIX";
create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
create collation gone from "C";
drop collation gone;
create table tc (a text collate c2);

-- form: create collation cc from "C"
create collation cc from "C";
-- form: create collation if not exists cc from "C"
create collation if not exists cc from "C";
-- form: create collation c3 from nosuch
create collation c3 from nosuch;
-- form: create collation c3 from cc
create collation c3 from cc;
-- form: create collation nosch.c3 from "C"
create collation nosch.c3 from "C";
-- form: drop collation cc
drop collation cc;
-- form: drop collation nosuch
drop collation nosuch;
-- form: drop collation gone
drop collation gone;
-- form: drop collation if exists nosuch
drop collation if exists nosuch;
-- form: drop collation c2
drop collation c2;
-- form: drop collation c2 cascade
drop collation c2 cascade;
-- form: drop collation s2.nosuch
drop collation s2.nosuch;
-- form: alter collation cc rename to c9
alter collation cc rename to c9;
-- form: alter collation cc rename to c2
alter collation cc rename to c2;
-- form: alter collation nosuch rename to c9
alter collation nosuch rename to c9;
-- form: alter collation cc set schema s2
alter collation cc set schema s2;
-- form: alter collation c2 set schema s2
alter collation c2 set schema s2;
-- form: alter collation nosuch set schema s2
alter collation nosuch set schema s2;
-- form: alter collation nosuch owner to current_user
alter collation nosuch owner to current_user;
-- form: alter collation nosuch refresh version
alter collation nosuch refresh version;
-- form: comment on collation nosuch is 'x'
comment on collation nosuch is 'x';
-- form: comment on collation cc is 'x'
comment on collation cc is 'x';
-- form: create table x (a text collate nosuch)
create table x (a text collate nosuch);
-- form: create table x (a text collate cc)
create table x (a text collate cc);
-- form: create table x (a text collate gone)
create table x (a text collate gone);
-- form: create index on t (a collate nosuch)
create index on t (a collate nosuch);
-- form: create index on t (a collate cc)
create index on t (a collate cc);
-- form: alter table t add column b text collate nosuch
alter table t add column b text collate nosuch;
-- form: alter table t add column b text collate s2.cc
alter table t add column b text collate s2.cc;
-- form: alter table t add column b text collate s2.nosuch
alter table t add column b text collate s2.nosuch;
-- form: alter table t alter column a type text collate nosuch
alter table t alter column a type text collate nosuch;
-- form: create domain dd as text collate nosuch
create domain dd as text collate nosuch;
-- form: create domain dd as text collate cc
create domain dd as text collate cc;
-- form: create type ct as (a text collate nosuch)
create type ct as (a text collate nosuch);
-- form: create view v as select a collate cc from t
create view v as select a collate cc from t;
-- form: create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
create conversion cv for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
-- form: create conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
create conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
-- form: create default conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8
create default conversion c3 for 'LATIN1' to 'UTF8' from iso8859_1_to_utf8;
-- form: drop conversion cv
drop conversion cv;
-- form: drop conversion nosuch
drop conversion nosuch;
-- form: drop conversion if exists nosuch
drop conversion if exists nosuch;
-- form: alter conversion cv rename to c9
alter conversion cv rename to c9;
-- form: alter conversion nosuch rename to c9
alter conversion nosuch rename to c9;
-- form: alter conversion nosuch set schema s2
alter conversion nosuch set schema s2;
-- form: alter conversion cv set schema s2
alter conversion cv set schema s2;
-- form: comment on conversion nosuch is 'x'
comment on conversion nosuch is 'x';
-- form: comment on conversion cv is 'x'
comment on conversion cv is 'x';
