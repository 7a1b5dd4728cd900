-- Wrappers, servers and foreign tables.
create foreign data wrapper foo;
create foreign data wrapper bar;
create server s1 foreign data wrapper foo;
create server s2 foreign data wrapper bar;
create user mapping for public server s1;
create table t (a int primary key, b text);
create foreign table ft (a int, b text) server s1;
create function hf() returns int language sql as 'select 1';

-- form: create foreign data wrapper foo
create foreign data wrapper foo;
-- form: create foreign data wrapper w2
create foreign data wrapper w2;
-- form: create foreign data wrapper w2 handler nosuch
create foreign data wrapper w2 handler nosuch;
-- form: create foreign data wrapper w2 validator nosuch
create foreign data wrapper w2 validator nosuch;
-- form: create server s1 foreign data wrapper foo
create server s1 foreign data wrapper foo;
-- form: create server if not exists s1 foreign data wrapper foo
create server if not exists s1 foreign data wrapper foo;
-- form: create server if not exists s1 foreign data wrapper nosuch
create server if not exists s1 foreign data wrapper nosuch;
-- form: create server s3 foreign data wrapper nosuch
create server s3 foreign data wrapper nosuch;
-- form: create server s3 foreign data wrapper foo
create server s3 foreign data wrapper foo;
-- form: create user mapping for public server s2
create user mapping for public server s2;
-- form: create user mapping for current_user server s2
create user mapping for current_user server s2;
-- form: create foreign table f2 (a int) server nosuch
create foreign table f2 (a int) server nosuch;
-- form: create foreign table f2 (a int) server s2
create foreign table f2 (a int) server s2;
-- form: create foreign table ft (a int) server s2
create foreign table ft (a int) server s2;
-- form: create foreign table if not exists ft (a int) server nosuch
create foreign table if not exists ft (a int) server nosuch;
-- form: create foreign table f2 (a int primary key) server s1
create foreign table f2 (a int primary key) server s1;
-- form: create foreign table f2 (a int unique) server s1
create foreign table f2 (a int unique) server s1;
-- form: create foreign table f2 (a int references t) server s1
create foreign table f2 (a int references t) server s1;
-- form: create foreign table f2 (a int, foreign key (a) references t) server s1
create foreign table f2 (a int, foreign key (a) references t) server s1;
-- form: create foreign table f2 (a int check (a > 0)) server s1
create foreign table f2 (a int check (a > 0)) server s1;
-- form: create foreign table f2 (a int, exclude using gist (a with =)) server s1
create foreign table f2 (a int, exclude using gist (a with =)) server s1;
-- form: create foreign table f2 (a int not null default 1) server s1
create foreign table f2 (a int not null default 1) server s1;
-- form: create foreign table f2 () inherits (t) server s1
create foreign table f2 () inherits (t) server s1;
-- form: create index on ft (a)
create index on ft (a);
-- form: create unique index on ft (a)
create unique index on ft (a);
-- form: alter table ft add primary key (a)
alter table ft add primary key (a);
-- form: alter table ft add unique (a)
alter table ft add unique (a);
-- form: alter foreign table nosuch add column c int
alter foreign table nosuch add column c int;
-- form: alter foreign table t add column c int
alter foreign table t add column c int;
-- form: alter table ft add foreign key (a) references t
alter table ft add foreign key (a) references t;
-- form: alter table t add foreign key (a) references ft
alter table t add foreign key (a) references ft;
-- form: drop server s1
drop server s1;
-- form: drop server s2
drop server s2;
-- form: drop server nosuch
drop server nosuch;
-- form: drop server if exists nosuch
drop server if exists nosuch;
-- form: drop server s1, s2
drop server s1, s2;
-- form: drop foreign data wrapper foo
drop foreign data wrapper foo;
-- form: drop foreign data wrapper bar
drop foreign data wrapper bar;
-- form: drop foreign data wrapper nosuch
drop foreign data wrapper nosuch;
-- form: drop foreign data wrapper if exists nosuch
drop foreign data wrapper if exists nosuch;
-- form: alter server s1 version '2'
alter server s1 version '2';
-- form: alter server nosuch version '2'
alter server nosuch version '2';
-- form: alter server nosuch options (x '1')
alter server nosuch options (x '1');
-- form: alter server s1 rename to s9
alter server s1 rename to s9;
-- form: alter server s1 rename to s2
alter server s1 rename to s2;
-- form: alter server nosuch rename to s9
alter server nosuch rename to s9;
-- form: alter server nosuch owner to current_user
alter server nosuch owner to current_user;
-- form: alter foreign data wrapper foo rename to w9
alter foreign data wrapper foo rename to w9;
-- form: alter foreign data wrapper foo rename to bar
alter foreign data wrapper foo rename to bar;
-- form: alter foreign data wrapper nosuch rename to w9
alter foreign data wrapper nosuch rename to w9;
-- form: alter foreign data wrapper nosuch options (x '1')
alter foreign data wrapper nosuch options (x '1');
-- form: alter foreign data wrapper foo options (x '1')
alter foreign data wrapper foo options (x '1');
-- form: alter foreign data wrapper nosuch owner to current_user
alter foreign data wrapper nosuch owner to current_user;
-- form: comment on server s1 is 'x'
comment on server s1 is 'x';
-- form: comment on server nosuch is 'x'
comment on server nosuch is 'x';
-- form: comment on foreign data wrapper nosuch is 'x'
comment on foreign data wrapper nosuch is 'x';
-- form: comment on foreign data wrapper foo is 'x'
comment on foreign data wrapper foo is 'x';
-- form: comment on foreign table t is 'x'
comment on foreign table t is 'x';
-- form: drop table ft
drop table ft;
-- form: drop foreign table t
drop foreign table t;
-- form: import foreign schema x from server nosuch into public
import foreign schema x from server nosuch into public;
