CREATE SCHEMA app;
CREATE SCHEMA other;
CREATE TABLE t (id int PRIMARY KEY, a text, b int CONSTRAINT bc CHECK (b > 0));
CREATE TABLE u (id int CONSTRAINT ufk REFERENCES t, c int UNIQUE);
CREATE TABLE parent (id int, a text, CONSTRAINT pc CHECK (id > 0));
CREATE TABLE kid (own int) INHERITS (parent);
CREATE TABLE pt (id int, k int) PARTITION BY LIST (k);
CREATE TABLE p1 PARTITION OF pt FOR VALUES IN (1);
CREATE INDEX pi ON pt (id);
CREATE TABLE app.t (id int);
CREATE VIEW v AS SELECT id, a FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE SEQUENCE sq;
CREATE SEQUENCE app.sq;
CREATE INDEX ix ON t (a);
CREATE TYPE mood AS ENUM ('x', 'y');
CREATE TYPE app.mood AS ENUM ('x');
CREATE TYPE co AS (a int, b text);
CREATE TABLE typed OF co;
CREATE DOMAIN d AS int CONSTRAINT dc CHECK (VALUE > 0);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION f(text) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION g(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER tr2 BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER pr BEFORE INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (true);
CREATE POLICY po2 ON t USING (true);
CREATE RULE ru AS ON INSERT TO u DO NOTHING;
CREATE RULE ru2 AS ON DELETE TO u DO NOTHING;
CREATE PUBLICATION pu FOR TABLE t;
CREATE PUBLICATION pu2 FOR ALL TABLES;
CREATE STATISTICS st ON id, a FROM t;
CREATE STATISTICS st2 ON id, b FROM t;
CREATE EXTENSION citext;
-- Statements
ALTER TABLE t RENAME TO u;
ALTER TABLE t RENAME TO v;
ALTER TABLE t RENAME TO sq;
ALTER TABLE t RENAME TO ix;
ALTER TABLE t RENAME TO mood;
ALTER TABLE t RENAME TO co;
ALTER TABLE nix RENAME TO fresh;
ALTER VIEW nix RENAME TO fresh;
ALTER VIEW v RENAME TO u;
ALTER SEQUENCE sq RENAME TO t;
ALTER INDEX ix RENAME TO t_pkey;
ALTER INDEX ix RENAME TO d;
-- - index public.ix on public.t
-- - index public.t.public.ix btree ["a"] false false true false
-- + index public.d on public.t
-- + index public.t.public.d btree ["a"] false false true false
ALTER SEQUENCE sq RENAME TO mood;
ALTER MATERIALIZED VIEW mv RENAME TO v;
ALTER TABLE t SET SCHEMA app;
ALTER TABLE u SET SCHEMA app;
-- - column public.u.c integer false - - 0 false
-- - column public.u.id integer false - - 0 false
-- - constraint public.u.u_c_key 1 ["c"] ->  [] u_c_key true false false -
-- - constraint public.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- - index public.u.public.u_c_key btree ["c"] true false true false
-- - index public.u_c_key on public.u
-- - rule public.u.ru []
-- - rule public.u.ru2 []
-- - table public.u 0 0 of - in -  true
-- - table public.u: row security false, replica identity 0, filled false
-- + column app.u.c integer false - - 0 false
-- + column app.u.id integer false - - 0 false
-- + constraint app.u.u_c_key 1 ["c"] ->  [] u_c_key true false false -
-- + constraint app.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- + index app.u.app.u_c_key btree ["c"] true false true false
-- + index app.u_c_key on app.u
-- + rule app.u.ru []
-- + rule app.u.ru2 []
-- + table app.u 0 0 of - in -  true
-- + table app.u: row security false, replica identity 0, filled false
ALTER TABLE nix SET SCHEMA app;
ALTER TABLE IF EXISTS nix SET SCHEMA app;
ALTER SEQUENCE sq SET SCHEMA app;
ALTER VIEW v SET SCHEMA app;
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
-- + view app.v false true ["id", "a"]  true
-- + view app.v uses public.t.a
-- + view app.v uses public.t.id
-- + view app.v: integer
-- + view app.v: text
ALTER TYPE mood SET SCHEMA app;
ALTER TYPE co SET SCHEMA app;
-- - composite public.co 0
-- - composite public.co: a integer
-- - composite public.co: b text
-- - table public.typed 0 0 of public.co in -  true
-- + composite app.co 0
-- + composite app.co: a integer
-- + composite app.co: b text
-- + table public.typed 0 0 of app.co in -  true
ALTER TYPE co SET SCHEMA public;
ALTER DOMAIN d SET SCHEMA app;
-- - domain public.d integer false -
-- - domain public.d: dc VALUE > 0
-- + domain app.d integer false -
-- + domain app.d: dc VALUE > 0
ALTER FUNCTION f(text) SET SCHEMA app;
-- - function public.f(text) returns integer 2 [""] 0
-- + function app.f(text) returns integer 2 [""] 0
ALTER FUNCTION f(text) SET SCHEMA public;
ALTER EXTENSION citext SET SCHEMA app;
-- - extension citext in public
-- + extension citext in app
ALTER EXTENSION nix SET SCHEMA app;
ALTER TABLE t RENAME a TO b;
ALTER TABLE t RENAME nix TO fresh;
ALTER TABLE kid RENAME a TO fresh;
ALTER TABLE p1 RENAME id TO fresh;
ALTER VIEW v RENAME COLUMN id TO a;
ALTER VIEW v RENAME COLUMN id TO fresh;
-- - view public.v false true ["id", "a"]  true
-- + view public.v false true ["fresh", "a"]  true
ALTER MATERIALIZED VIEW mv RENAME COLUMN id TO fresh;
-- - view public.mv true true ["id"]  true
-- + view public.mv true true ["fresh"]  true
ALTER TYPE co RENAME ATTRIBUTE a TO z CASCADE;
-- - column public.typed.a integer false - - 0 false
-- - composite public.co: a integer
-- + column public.typed.z integer false - - 0 false
-- + composite public.co: z integer
ALTER TABLE t RENAME CONSTRAINT bc TO t_pkey;
ALTER TABLE t RENAME CONSTRAINT t_pkey TO bc;
ALTER TABLE t RENAME CONSTRAINT nix TO fresh;
ALTER TABLE t RENAME CONSTRAINT t_pkey TO u;
ALTER TABLE nix RENAME CONSTRAINT t_pkey TO u;
ALTER TABLE u RENAME CONSTRAINT ufk TO fresh;
-- - constraint public.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- + constraint public.u.fresh 2 ["id"] -> public.t ["id"] t_pkey true false false -
ALTER DOMAIN d RENAME CONSTRAINT nix TO fresh;
ALTER DOMAIN d RENAME CONSTRAINT dc TO fresh;
-- - domain public.d: dc VALUE > 0
-- + domain public.d: fresh VALUE > 0
ALTER TYPE mood RENAME TO co;
ALTER TYPE mood RENAME TO t;
ALTER TYPE mood RENAME TO sq;
-- - enum public.mood ["x", "y"]
-- + enum public.sq ["x", "y"]
ALTER TYPE nix RENAME TO fresh;
ALTER DOMAIN d RENAME TO mood;
ALTER FUNCTION f(text) RENAME TO g;
-- - function public.f(text) returns integer 2 [""] 0
-- + function public.g(text) returns integer 2 [""] 0
ALTER FUNCTION nix(int) RENAME TO h;
ALTER TRIGGER tr ON t RENAME TO fresh;
-- - trigger public.t.tr tf
-- + trigger public.t.fresh tf
ALTER TRIGGER nix ON t RENAME TO fresh;
ALTER TRIGGER pr ON pt RENAME TO fresh;
-- - trigger public.p1.pr tf
-- - trigger public.pt.pr tf
-- + trigger public.p1.fresh tf
-- + trigger public.pt.fresh tf
ALTER TRIGGER tr ON nix RENAME TO fresh;
ALTER POLICY po ON t RENAME TO fresh;
-- - policy public.t.po [] []
-- + policy public.t.fresh [] []
ALTER POLICY nix ON t RENAME TO fresh;
ALTER RULE ru ON u RENAME TO fresh;
-- - rule public.u.ru []
-- + rule public.u.fresh []
ALTER RULE nix ON u RENAME TO fresh;
ALTER PUBLICATION pu RENAME TO fresh;
-- - publication pu true true []
-- - publication pu: public.t []
-- + publication fresh true true []
-- + publication fresh: public.t []
ALTER PUBLICATION nix RENAME TO fresh;
ALTER SCHEMA app RENAME TO other;
ALTER SCHEMA app RENAME TO fresh;
-- - column app.t.id integer false - - 0 false
-- - enum app.mood ["x"]
-- - function app.f(integer) returns integer 2 [""] 0
-- - schemas {"app", "other", "public"}; search_path ["public"]; not kept {}
-- - sequence app.sq owned by .
-- - table app.t 0 0 of - in -  true
-- - table app.t: row security false, replica identity 0, filled false
-- + column fresh.t.id integer false - - 0 false
-- + enum fresh.mood ["x"]
-- + function fresh.f(integer) returns integer 2 [""] 0
-- + schemas {"fresh", "other", "public"}; search_path ["public"]; not kept {}
-- + sequence fresh.sq owned by .
-- + table fresh.t 0 0 of - in -  true
-- + table fresh.t: row security false, replica identity 0, filled false
ALTER SCHEMA app RENAME TO public;
ALTER STATISTICS st RENAME TO fresh;
-- - statistics public.st of public.t ["id", "a"]
-- + statistics public.fresh of public.t ["id", "a"]
ALTER STATISTICS nix RENAME TO fresh;
ALTER STATISTICS st SET SCHEMA app;
ALTER TYPE mood ADD VALUE 'x';
ALTER TYPE mood ADD VALUE 'z' BEFORE 'nix';
ALTER TYPE mood ADD VALUE 'z' BEFORE 'y';
-- - enum public.mood ["x", "y"]
-- + enum public.mood ["x", "z", "y"]
ALTER TYPE mood ADD VALUE 'z' AFTER 'x';
-- - enum public.mood ["x", "y"]
-- + enum public.mood ["x", "z", "y"]
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'x';
ALTER TYPE nix ADD VALUE 'x';
ALTER TYPE mood RENAME VALUE 'x' TO 'y';
ALTER TYPE mood RENAME VALUE 'nix' TO 'z';
ALTER TYPE mood RENAME VALUE 'x' TO 'z';
-- - enum public.mood ["x", "y"]
-- + enum public.mood ["z", "y"]
ALTER TYPE co ADD ATTRIBUTE a int;
ALTER TYPE co ADD ATTRIBUTE z int;
ALTER TYPE co ADD ATTRIBUTE z int CASCADE;
-- + column public.typed.z integer false - - 0 false
-- + composite public.co: z integer
ALTER TYPE co DROP ATTRIBUTE nix;
ALTER TYPE co DROP ATTRIBUTE IF EXISTS nix;
ALTER TYPE co DROP ATTRIBUTE a;
ALTER TYPE co DROP ATTRIBUTE a CASCADE;
-- - column public.typed.a integer false - - 0 false
-- - composite public.co: a integer
ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint;
ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint CASCADE;
-- - column public.typed.a integer false - - 0 false
-- - composite public.co: a integer
-- + column public.typed.a bigint false - - 0 false
-- + composite public.co: a bigint
ALTER TYPE nix ADD ATTRIBUTE z int;
CREATE TYPE mood AS ENUM ('q');
CREATE TYPE t AS ENUM ('q');
CREATE TYPE nix.n AS ENUM ('q');
CREATE TYPE mood AS (a int);
CREATE TYPE u AS (a int);
CREATE TYPE mood AS RANGE (subtype = int);
CREATE DOMAIN mood AS int;
CREATE DOMAIN t AS int;
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE < 9);
ALTER DOMAIN d DROP CONSTRAINT nix;
ALTER DOMAIN d DROP CONSTRAINT IF EXISTS nix;
ALTER DOMAIN d DROP CONSTRAINT dc;
-- - domain public.d: dc VALUE > 0
ALTER DOMAIN nix DROP CONSTRAINT dc;
ALTER DOMAIN nix ADD CHECK (VALUE > 0);
ALTER DOMAIN nix SET NOT NULL;
ALTER DOMAIN d SET NOT NULL;
-- - domain public.d integer false -
-- + domain public.d integer true -
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER tr BEFORE INSERT ON nix FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TRIGGER pr BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (true);
CREATE POLICY po ON nix USING (true);
ALTER POLICY nix ON t USING (true);
ALTER POLICY po ON t USING (id > 1);
-- - policy public.t.po [] []
-- + policy public.t.po [] ["id"]
ALTER POLICY po ON nix USING (true);
CREATE RULE ru AS ON INSERT TO u DO NOTHING;
CREATE OR REPLACE RULE ru AS ON INSERT TO u DO NOTHING;
CREATE RULE ru AS ON INSERT TO nix DO NOTHING;
CREATE PUBLICATION pu;
ALTER PUBLICATION pu ADD TABLE u;
-- + publication pu: public.u []
ALTER PUBLICATION pu ADD TABLE t;
ALTER PUBLICATION pu SET TABLE u;
-- - publication pu: public.t []
-- + publication pu: public.u []
ALTER PUBLICATION pu DROP TABLE t;
-- - publication pu: public.t []
ALTER PUBLICATION pu DROP TABLE u;
ALTER PUBLICATION pu ADD TABLES IN SCHEMA app;
-- - publication pu true true []
-- + publication pu true true ["app"]
ALTER PUBLICATION pu SET TABLES IN SCHEMA app;
-- - publication pu true true []
-- - publication pu: public.t []
-- + publication pu true true ["app"]
ALTER PUBLICATION pu DROP TABLES IN SCHEMA app;
ALTER PUBLICATION pu SET (publish = 'insert');
-- - publication pu true true []
-- + publication pu false false []
ALTER PUBLICATION pu SET (publish = 'insert, update');
-- - publication pu true true []
-- + publication pu true false []
ALTER PUBLICATION nix ADD TABLE t;
CREATE STATISTICS st ON id, a FROM t;
CREATE STATISTICS IF NOT EXISTS st ON id, a FROM t;
CREATE STATISTICS fresh ON id, a FROM nix;
CREATE EXTENSION citext;
CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA app;
CREATE SCHEMA IF NOT EXISTS app;
CREATE SEQUENCE sq;
CREATE SEQUENCE IF NOT EXISTS sq;
CREATE SEQUENCE t;
CREATE SEQUENCE fresh OWNED BY t.id;
-- + sequence public.fresh owned by public.t.id
CREATE VIEW v AS SELECT 1 AS one;
CREATE VIEW t AS SELECT 1 AS one;
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;
-- - view public.v false true ["id", "a"]  true
-- + view public.v false true ["id", "a", "b"]  true
-- + view public.v uses public.t.b
-- + view public.v: integer
CREATE OR REPLACE VIEW t AS SELECT 1 AS one;
CREATE VIEW fresh AS SELECT id FROM nix;
CREATE VIEW fresh AS SELECT nix FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1';
CREATE OR REPLACE FUNCTION f(z int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- - function public.f(integer) returns integer 2 [""] 0
-- + function public.f(integer) returns integer 2 ["z"] 0
ALTER FUNCTION f(int) IMMUTABLE;
-- - function public.f(integer) returns integer 2 [""] 0
-- + function public.f(integer) returns integer 0 [""] 0
ALTER FUNCTION nix(int) IMMUTABLE;
ALTER FUNCTION f(int) OWNER TO postgres;
-- - function public.f(integer) returns integer 2 [""] 0
-- + function public.f(integer) returns integer 2 [""] 0 postgres
CREATE TABLE t (id int);
CREATE TABLE mood (id int);
CREATE TABLE ix (id int);
CREATE TABLE fresh (a int, a int);
CREATE TABLE fresh PARTITION OF nix DEFAULT;
CREATE TABLE fresh () INHERITS (nix);
CREATE TABLE IF NOT EXISTS t (z int);
CREATE TABLE fresh AS SELECT nix FROM t;
CREATE TABLE fresh AS SELECT id AS q, a AS q FROM t;
ALTER TABLE t ADD a int;
ALTER TABLE t ADD IF NOT EXISTS a int UNIQUE;
ALTER TABLE nix ADD a int;
ALTER TABLE IF EXISTS nix ADD a int;
ALTER TABLE kid ADD a int;
ALTER TABLE t ADD PRIMARY KEY (b);
ALTER TABLE t ADD CONSTRAINT bc UNIQUE (b);
ALTER TABLE t ADD UNIQUE (nix);
ALTER TABLE t ADD UNIQUE (a) INCLUDE (nix);
ALTER TABLE nix ADD UNIQUE (a);
ALTER TABLE pt ADD UNIQUE (id);
ALTER TABLE t ADD CONSTRAINT bc CHECK (b > 1);
ALTER TABLE u ADD CONSTRAINT ufk FOREIGN KEY (c) REFERENCES t;
ALTER TABLE u ADD FOREIGN KEY (nix) REFERENCES t;
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES nix;
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES t (nix);
ALTER TABLE nix ADD FOREIGN KEY (c) REFERENCES t;
ALTER TABLE t ADD UNIQUE USING INDEX ix;
ALTER TABLE t ADD UNIQUE USING INDEX nix;
ALTER TABLE nix ADD CHECK (a > 0);
ALTER TABLE t VALIDATE CONSTRAINT nix;
ALTER TABLE nix VALIDATE CONSTRAINT bc;
ALTER TABLE t ALTER CONSTRAINT nix DEFERRABLE;
ALTER TABLE u ALTER CONSTRAINT ufk DEFERRABLE;
ALTER TABLE t DROP CONSTRAINT nix;
ALTER TABLE t DROP CONSTRAINT t_pkey;
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - constraint public.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
ALTER TABLE kid DROP CONSTRAINT pc;
ALTER TABLE t ALTER nix SET NOT NULL;
ALTER TABLE nix ALTER a SET NOT NULL;
ALTER TABLE ONLY pt ALTER id SET NOT NULL;
ALTER TABLE t ALTER id DROP NOT NULL;
ALTER TABLE t ALTER nix SET DEFAULT 1;
ALTER TABLE t ALTER nix TYPE int;
ALTER TABLE t ALTER a TYPE serial;
ALTER TABLE kid ALTER a TYPE varchar;
ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- - column public.t.id integer true - - 0 false
-- + column public.t.id integer true - - 1 false
-- + sequence public.t_id_seq owned by public.t.id
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ALTER b ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t DROP nix;
ALTER TABLE t DROP a;
ALTER TABLE kid DROP a;
ALTER TABLE kid INHERIT parent;
ALTER TABLE kid NO INHERIT nix;
ALTER TABLE kid NO INHERIT parent;
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer false - - 0 true
-- - constraint public.kid.pc 3 ["id"] ->  []  true false true id > 0
-- - table public.kid inherits public.parent
-- + column public.kid.a text false - - 0 false
-- + column public.kid.id integer false - - 0 false
-- + constraint public.kid.pc 3 ["id"] ->  []  true false false id > 0
ALTER TABLE pt DETACH PARTITION u;
ALTER TABLE pt DETACH PARTITION p1;
-- - column public.p1.id integer false - - 0 true
-- - column public.p1.k integer false - - 0 true
-- - index public.p1.public.p1_id_idx btree ["id"] false false true false public.pi
-- - table public.p1 0 0 of - in public.pt  true
-- - trigger public.p1.pr tf
-- + column public.p1.id integer false - - 0 false
-- + column public.p1.k integer false - - 0 false
-- + index public.p1.public.p1_id_idx btree ["id"] false false true false
-- + table public.p1 0 0 of - in -  true
ALTER TABLE pt ATTACH PARTITION nix FOR VALUES IN (5);
ALTER TABLE pt ATTACH PARTITION p1 FOR VALUES IN (5);
CREATE INDEX ix ON t (b);
CREATE INDEX IF NOT EXISTS ix ON t (b);
CREATE INDEX fresh ON nix (b);
CREATE INDEX fresh ON v (id);
CREATE INDEX fresh ON t (nix);
CREATE UNIQUE INDEX fresh ON pt (id);
CREATE INDEX CONCURRENTLY fresh ON pt (id);
ALTER INDEX pi ATTACH PARTITION nix;
DROP TABLE nix;
DROP TABLE t;
DROP TABLE v;
DROP VIEW t;
DROP VIEW nix;
DROP INDEX nix;
DROP INDEX t_pkey;
DROP INDEX p1_id_idx;
DROP SEQUENCE nix;
DROP TYPE nix;
DROP TYPE co;
DROP TYPE t;
DROP SCHEMA nix;
DROP SCHEMA app;
DROP FUNCTION nix();
DROP FUNCTION tf();
DROP TRIGGER nix ON t;
DROP TRIGGER tr ON nix;
DROP TRIGGER pr ON p1;
DROP POLICY nix ON t;
DROP RULE nix ON u;
DROP PUBLICATION nix;
DROP STATISTICS nix;
DROP EXTENSION nix;
DROP DOMAIN nix;
DROP DOMAIN mood;
DROP TRIGGER IF EXISTS nix ON t;
DROP TABLE IF EXISTS nix;
DROP TABLE kid;
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer false - - 0 true
-- - column public.kid.own integer false - - 0 false
-- - constraint public.kid.pc 3 ["id"] ->  []  true false true id > 0
-- - table public.kid 0 0 of - in -  true
-- - table public.kid inherits public.parent
-- - table public.kid: row security false, replica identity 0, filled false
DROP TABLE parent CASCADE;
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer false - - 0 true
-- - column public.kid.own integer false - - 0 false
-- - column public.parent.a text false - - 0 false
-- - column public.parent.id integer false - - 0 false
-- - constraint public.kid.pc 3 ["id"] ->  []  true false true id > 0
-- - constraint public.parent.pc 3 ["id"] ->  []  true false false id > 0
-- - table public.kid 0 0 of - in -  true
-- - table public.kid inherits public.parent
-- - table public.kid: row security false, replica identity 0, filled false
-- - table public.parent 0 0 of - in -  true
-- - table public.parent: row security false, replica identity 0, filled false
DROP TYPE co CASCADE;
-- - column public.typed.a integer false - - 0 false
-- - column public.typed.b text false - - 0 false
-- - composite public.co 0
-- - composite public.co: a integer
-- - composite public.co: b text
-- - table public.typed 0 0 of public.co in -  true
-- - table public.typed: row security false, replica identity 0, filled false
DROP TYPE mood;
-- - enum public.mood ["x", "y"]
DROP FUNCTION f(int);
-- - function public.f(integer) returns integer 2 [""] 0
DROP TRIGGER tr ON t;
-- - trigger public.t.tr tf
DROP POLICY po ON t;
-- - policy public.t.po [] []
DROP RULE ru ON u;
-- - rule public.u.ru []
DROP PUBLICATION pu;
-- - publication pu true true []
-- - publication pu: public.t []
DROP STATISTICS st;
-- - statistics public.st of public.t ["id", "a"]
DROP SCHEMA app CASCADE;
-- - column app.t.id integer false - - 0 false
-- - enum app.mood ["x"]
-- - function app.f(integer) returns integer 2 [""] 0
-- - schemas {"app", "other", "public"}; search_path ["public"]; not kept {}
-- - sequence app.sq owned by .
-- - table app.t 0 0 of - in -  true
-- - table app.t: row security false, replica identity 0, filled false
-- + schemas {"other", "public"}; search_path ["public"]; not kept {}
DROP EXTENSION citext;
-- - extension citext in public
DROP DOMAIN d;
-- - domain public.d integer false -
-- - domain public.d: dc VALUE > 0
DROP SEQUENCE sq;
-- - sequence public.sq owned by .
DROP INDEX ix;
-- - index public.ix on public.t
-- - index public.t.public.ix btree ["a"] false false true false
DROP VIEW v;
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
DROP MATERIALIZED VIEW mv;
-- - view public.mv true true ["id"]  true
-- - view public.mv uses public.t.id
-- - view public.mv: integer
DROP TABLE t CASCADE;
-- - column public.t.a text false - - 0 false
-- - column public.t.b integer false - - 0 false
-- - column public.t.id integer true - - 0 false
-- - constraint public.t.bc 3 ["b"] ->  []  true false false b > 0
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - constraint public.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- - index public.ix on public.t
-- - index public.t.public.ix btree ["a"] false false true false
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - policy public.t.po [] []
-- - policy public.t.po2 [] []
-- - publication pu: public.t []
-- - statistics public.st of public.t ["id", "a"]
-- - statistics public.st2 of public.t ["id", "b"]
-- - table public.t 0 0 of - in -  true
-- - table public.t: row security false, replica identity 0, filled false
-- - trigger public.t.tr tf
-- - trigger public.t.tr2 tf
-- - view public.mv true true ["id"]  true
-- - view public.mv uses public.t.id
-- - view public.mv: integer
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
DROP TABLE u, typed;
-- - column public.typed.a integer false - - 0 false
-- - column public.typed.b text false - - 0 false
-- - column public.u.c integer false - - 0 false
-- - column public.u.id integer false - - 0 false
-- - constraint public.u.u_c_key 1 ["c"] ->  [] u_c_key true false false -
-- - constraint public.u.ufk 2 ["id"] -> public.t ["id"] t_pkey true false false -
-- - index public.u.public.u_c_key btree ["c"] true false true false
-- - index public.u_c_key on public.u
-- - rule public.u.ru []
-- - rule public.u.ru2 []
-- - table public.typed 0 0 of public.co in -  true
-- - table public.typed: row security false, replica identity 0, filled false
-- - table public.u 0 0 of - in -  true
-- - table public.u: row security false, replica identity 0, filled false
DROP TABLE u, nix;
