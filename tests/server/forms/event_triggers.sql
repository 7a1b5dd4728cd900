-- Event triggers, access methods, languages.
create table t (a int);
create function ef() returns event_trigger language plpgsql as $$ begin end $$;
create function nf() returns int language sql as 'select 1';
create event trigger e1 on ddl_command_start execute function ef();
create event trigger e2 on sql_drop execute function ef();
create access method h2 type table handler heap_tableam_handler;
create access method g2 type index handler gisthandler;
create language l1 handler plpgsql_call_handler;

-- form: create event trigger e1 on ddl_command_start execute function ef()
create event trigger e1 on ddl_command_start execute function ef();
-- form: create event trigger e3 on ddl_command_end execute function ef()
create event trigger e3 on ddl_command_end execute function ef();
-- form: create event trigger e3 on ddl_command_end execute function nosuch()
create event trigger e3 on ddl_command_end execute function nosuch();
-- form: create event trigger e3 on ddl_command_end execute function nf()
create event trigger e3 on ddl_command_end execute function nf();
-- form: create event trigger e3 on ddl_command_end when tag in ('create table') execut
create event trigger e3 on ddl_command_end when tag in ('create table') execute function ef();
-- form: create event trigger e3 on ddl_command_end when tag in ('CREATE TABLE', 'DROP 
create event trigger e3 on ddl_command_end when tag in ('CREATE TABLE', 'DROP INDEX') execute function ef();
-- form: create event trigger e3 on table_rewrite when tag in ('ALTER TABLE') execute f
create event trigger e3 on table_rewrite when tag in ('ALTER TABLE') execute function ef();
-- form: drop event trigger e1
drop event trigger e1;
-- form: drop event trigger nosuch
drop event trigger nosuch;
-- form: drop event trigger if exists nosuch
drop event trigger if exists nosuch;
-- form: alter event trigger e1 disable
alter event trigger e1 disable;
-- form: alter event trigger nosuch disable
alter event trigger nosuch disable;
-- form: alter event trigger e1 rename to e2
alter event trigger e1 rename to e2;
-- form: alter event trigger e1 rename to e9
alter event trigger e1 rename to e9;
-- form: alter event trigger nosuch rename to e9
alter event trigger nosuch rename to e9;
-- form: alter event trigger nosuch owner to current_user
alter event trigger nosuch owner to current_user;
-- form: comment on event trigger nosuch is 'x'
comment on event trigger nosuch is 'x';
-- form: comment on event trigger e1 is 'x'
comment on event trigger e1 is 'x';
-- form: drop function ef()
drop function ef();
-- form: drop function ef() cascade
drop function ef() cascade;
-- form: create access method h2 type table handler heap_tableam_handler
create access method h2 type table handler heap_tableam_handler;
-- form: create access method h3 type table handler heap_tableam_handler
create access method h3 type table handler heap_tableam_handler;
-- form: create access method gist type index handler gisthandler
create access method gist type index handler gisthandler;
-- form: drop access method h2
drop access method h2;
-- form: drop access method nosuch
drop access method nosuch;
-- form: drop access method if exists nosuch
drop access method if exists nosuch;
-- form: comment on access method nosuch is 'x'
comment on access method nosuch is 'x';
-- form: create table x (a int) using nosuch
create table x (a int) using nosuch;
-- form: create table x (a int) using h2
create table x (a int) using h2;
-- form: create table x (a int) using heap
create table x (a int) using heap;
-- form: create table x (a int) using gist
create table x (a int) using gist;
-- form: create table x using nosuch as select 1 as a
create table x using nosuch as select 1 as a;
-- form: create index on t using nosuch (a)
create index on t using nosuch (a);
-- form: alter table t set access method h2
alter table t set access method h2;
-- form: alter table t set access method nosuch
alter table t set access method nosuch;
-- form: create language l1 handler plpgsql_call_handler
create language l1 handler plpgsql_call_handler;
-- form: create or replace language l1 handler plpgsql_call_handler
create or replace language l1 handler plpgsql_call_handler;
-- form: create language l2 handler nosuch
create language l2 handler nosuch;
-- form: create language sql handler plpgsql_call_handler
create language sql handler plpgsql_call_handler;
-- form: drop language l1
drop language l1;
-- form: drop language nosuch
drop language nosuch;
-- form: drop language if exists nosuch
drop language if exists nosuch;
-- form: alter language l1 rename to l9
alter language l1 rename to l9;
-- form: alter language nosuch rename to l9
alter language nosuch rename to l9;
-- form: alter language nosuch owner to current_user
alter language nosuch owner to current_user;
-- form: comment on language nosuch is 'x'
comment on language nosuch is 'x';
-- form: comment on language l1 is 'x'
comment on language l1 is 'x';
-- form: grant usage on language nosuch to public
grant usage on language nosuch to public;
-- form: grant usage on language sql to public
grant usage on language sql to public;
-- form: create function lf() returns int language nosuch as 'x'
create function lf() returns int language nosuch as 'x';
