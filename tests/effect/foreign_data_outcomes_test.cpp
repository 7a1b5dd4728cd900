// Foreign-data wrappers, servers, user mappings, foreign tables.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of foreign data") {
  TEST_CASE("wrappers, servers, mappings, foreign tables") {
    static const char* const setup = R"--(
  create foreign data wrapper foo;
  create foreign data wrapper bar;
  create server s1 foreign data wrapper foo;
  create server s2 foreign data wrapper bar;
  drop role if exists regress_fd;
  create role regress_fd;
  create user mapping for regress_fd server s1;
  create table t (a int primary key, b text);
  create foreign table ft (a int, b text) server s1;
  create function hf() returns int language sql as 'select 1';
)--";
    CHECK(disagreements(setup, R"--(
42710 create foreign data wrapper foo;
ok    create foreign data wrapper w2;
42883 create foreign data wrapper w2 handler nosuch;
42883 create foreign data wrapper w2 validator nosuch;
42710 create server s1 foreign data wrapper foo;
ok    create server if not exists s1 foreign data wrapper foo;
ok    create server if not exists s1 foreign data wrapper nosuch;
42704 create server s3 foreign data wrapper nosuch;
ok    create server s3 foreign data wrapper foo;
42710 create user mapping for regress_fd server s1;
ok    create user mapping if not exists for regress_fd server s1;
ok    create user mapping for regress_fd server s2;
ok    create user mapping for public server s2;
ok    create user mapping for current_user server s2;
42704 create user mapping for regress_fd server nosuch;
ok    alter user mapping for regress_fd server s1 options (add x '1');
42704 alter user mapping for regress_fd server s2 options (x '1');
42704 alter user mapping for regress_fd server nosuch options (x '1');
ok    drop user mapping for regress_fd server s1;
42704 drop user mapping for regress_fd server s2;
ok    drop user mapping if exists for regress_fd server s2;
42704 drop user mapping for regress_fd server nosuch;
ok    drop user mapping if exists for regress_fd server nosuch;
42704 create foreign table f2 (a int) server nosuch;
ok    create foreign table f2 (a int) server s2;
42P07 create foreign table ft (a int) server s2;
ok    create foreign table if not exists ft (a int) server nosuch;
0A000 create foreign table f2 (a int primary key) server s1;
0A000 create foreign table f2 (a int unique) server s1;
0A000 create foreign table f2 (a int references t) server s1;
0A000 create foreign table f2 (a int, foreign key (a) references t) server s1;
ok    create foreign table f2 (a int check (a > 0)) server s1;
0A000 create foreign table f2 (a int, exclude using gist (a with =)) server s1;
ok    create foreign table f2 (a int not null default 1) server s1;
ok    create foreign table f2 () inherits (t) server s1;
42809 create index on ft (a);
42809 create unique index on ft (a);
0A000 alter table ft add primary key (a);
)--") == "");
    CHECK(disagreements(setup, R"--(
0A000 alter table ft add unique (a);
ok    alter foreign table ft add column c int;
ok    alter foreign table ft add constraint x check (a > 0);
ok    alter foreign table ft alter column a set not null;
42P01 alter foreign table nosuch add column c int;
42809 alter foreign table t add column c int;
0A000 alter table ft add foreign key (a) references t;
42809 alter table t add foreign key (a) references ft;
2BP01 drop server s1;
ok    drop server s1 cascade;
ok    drop server s2;
42704 drop server nosuch;
ok    drop server if exists nosuch;
2BP01 drop server s1, s2;
2BP01 drop foreign data wrapper foo;
ok    drop foreign data wrapper foo cascade;
2BP01 drop foreign data wrapper bar;
42704 drop foreign data wrapper nosuch;
ok    drop foreign data wrapper if exists nosuch;
ok    alter server s1 version '2';
42704 alter server nosuch version '2';
42704 alter server nosuch options (x '1');
ok    alter server s1 rename to s9;
42710 alter server s1 rename to s2;
42704 alter server nosuch rename to s9;
ok    alter server s1 owner to regress_fd;
42704 alter server nosuch owner to current_user;
ok    alter foreign data wrapper foo rename to w9;
42710 alter foreign data wrapper foo rename to bar;
42704 alter foreign data wrapper nosuch rename to w9;
42704 alter foreign data wrapper nosuch options (x '1');
ok    alter foreign data wrapper foo options (x '1');
42704 alter foreign data wrapper nosuch owner to current_user;
ok    comment on server s1 is 'x';
42704 comment on server nosuch is 'x';
42704 comment on foreign data wrapper nosuch is 'x';
ok    comment on foreign data wrapper foo is 'x';
ok    comment on foreign table ft is 'x';
)--") == "");
    CHECK(disagreements(setup, R"--(
42809 comment on foreign table t is 'x';
ok    grant usage on foreign server s1 to regress_fd;
42704 grant usage on foreign server nosuch to regress_fd;
42704 grant usage on foreign data wrapper nosuch to regress_fd;
ok    grant usage on foreign data wrapper foo to regress_fd;
42704 revoke usage on foreign data wrapper nosuch from regress_fd;
ok    drop foreign table ft;
42809 drop table ft;
42809 drop foreign table t;
42704 import foreign schema x from server nosuch into public;
)--") == "");
  }
}
