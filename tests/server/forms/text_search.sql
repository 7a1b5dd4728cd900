-- Text search objects.
create table t (a int);
create schema s2;
create text search configuration c1 (parser = "default");
create text search dictionary d1 (template = simple);
create text search template tt (lexize = dsimple_lexize);
create text search parser pp (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes =
  prsd_lextype);
create text search configuration s2.c1 (copy = pg_catalog.english);
create text search configuration c2 (parser = pp);
create text search dictionary d2 (template = tt);

-- form: create text search configuration c1 (parser = "default")
create text search configuration c1 (parser = "default");
-- form: create text search configuration c3 (parser = nosuch)
create text search configuration c3 (parser = nosuch);
-- form: create text search configuration c3 (copy = nosuch)
create text search configuration c3 (copy = nosuch);
-- form: create text search configuration c3 (copy = english)
create text search configuration c3 (copy = english);
-- form: create text search configuration c3 (copy = c1)
create text search configuration c3 (copy = c1);
-- form: create text search configuration nosch.c3 (copy = english)
create text search configuration nosch.c3 (copy = english);
-- form: create text search dictionary d1 (template = simple)
create text search dictionary d1 (template = simple);
-- form: create text search dictionary d3 (template = nosuch)
create text search dictionary d3 (template = nosuch);
-- form: create text search dictionary d3 (template = snowball, language = english)
create text search dictionary d3 (template = snowball, language = english);
-- form: create text search dictionary d3 (template = tt)
create text search dictionary d3 (template = tt);
-- form: create text search dictionary d3 (foo = 1)
create text search dictionary d3 (foo = 1);
-- form: create text search template tt (lexize = dsimple_lexize)
create text search template tt (lexize = dsimple_lexize);
-- form: create text search template t3 (init = dsimple_init)
create text search template t3 (init = dsimple_init);
-- form: create text search template t3 (lexize = dsimple_lexize)
create text search template t3 (lexize = dsimple_lexize);
-- form: create text search parser pp (start = prsd_start, gettoken = prsd_nexttoken, e
create text search parser pp (start = prsd_start, gettoken = prsd_nexttoken, end = prsd_end, lextypes =
  prsd_lextype);
-- form: create text search parser p3 (start = prsd_start)
create text search parser p3 (start = prsd_start);
-- form: drop text search configuration c1
drop text search configuration c1;
-- form: drop text search configuration nosuch
drop text search configuration nosuch;
-- form: drop text search configuration if exists nosuch
drop text search configuration if exists nosuch;
-- form: drop text search configuration nosch.c1
drop text search configuration nosch.c1;
-- form: drop text search configuration english
drop text search configuration english;
-- form: drop text search dictionary d1
drop text search dictionary d1;
-- form: drop text search dictionary nosuch
drop text search dictionary nosuch;
-- form: drop text search template tt
drop text search template tt;
-- form: drop text search template tt cascade
drop text search template tt cascade;
-- form: drop text search parser pp
drop text search parser pp;
-- form: drop text search parser pp cascade
drop text search parser pp cascade;
-- form: drop text search parser nosuch
drop text search parser nosuch;
-- form: drop text search template nosuch
drop text search template nosuch;
-- form: alter text search configuration c1 rename to c9
alter text search configuration c1 rename to c9;
-- form: alter text search configuration c1 rename to c2
alter text search configuration c1 rename to c2;
-- form: alter text search configuration nosuch rename to c9
alter text search configuration nosuch rename to c9;
-- form: alter text search configuration c1 set schema s2
alter text search configuration c1 set schema s2;
-- form: alter text search configuration c2 set schema s2
alter text search configuration c2 set schema s2;
-- form: alter text search configuration c2 set schema nosch
alter text search configuration c2 set schema nosch;
-- form: alter text search configuration nosuch set schema s2
alter text search configuration nosuch set schema s2;
-- form: alter text search configuration nosuch add mapping for word with simple
alter text search configuration nosuch add mapping for word with simple;
-- form: alter text search configuration c1 add mapping for word with nosuch
alter text search configuration c1 add mapping for word with nosuch;
-- form: alter text search configuration c1 add mapping for word with simple, d1
alter text search configuration c1 add mapping for word with simple, d1;
-- form: alter text search configuration c1 alter mapping for word with d1
alter text search configuration c1 alter mapping for word with d1;
-- form: alter text search configuration nosuch owner to current_user
alter text search configuration nosuch owner to current_user;
-- form: alter text search dictionary nosuch (x = 1)
alter text search dictionary nosuch (x = 1);
-- form: alter text search dictionary d1 (stopwords = english)
alter text search dictionary d1 (stopwords = english);
-- form: alter text search dictionary d1 rename to d2
alter text search dictionary d1 rename to d2;
-- form: alter text search dictionary d1 rename to d9
alter text search dictionary d1 rename to d9;
-- form: alter text search dictionary nosuch rename to d2
alter text search dictionary nosuch rename to d2;
-- form: alter text search dictionary nosuch owner to current_user
alter text search dictionary nosuch owner to current_user;
-- form: alter text search parser pp rename to p9
alter text search parser pp rename to p9;
-- form: alter text search parser nosuch rename to p9
alter text search parser nosuch rename to p9;
-- form: alter text search template tt rename to t9
alter text search template tt rename to t9;
-- form: alter text search template nosuch rename to t9
alter text search template nosuch rename to t9;
-- form: comment on text search configuration nosuch is 'x'
comment on text search configuration nosuch is 'x';
-- form: comment on text search configuration c1 is 'x'
comment on text search configuration c1 is 'x';
-- form: comment on text search configuration english is 'x'
comment on text search configuration english is 'x';
-- form: comment on text search dictionary nosuch is 'x'
comment on text search dictionary nosuch is 'x';
-- form: comment on text search dictionary simple is 'x'
comment on text search dictionary simple is 'x';
-- form: comment on text search parser nosuch is 'x'
comment on text search parser nosuch is 'x';
-- form: comment on text search template nosuch is 'x'
comment on text search template nosuch is 'x';
-- form: drop schema s2
drop schema s2;
-- form: drop schema s2 cascade
drop schema s2 cascade;
