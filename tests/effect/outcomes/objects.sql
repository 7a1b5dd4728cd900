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
-- 42P07: public.u exists already
ALTER TABLE t RENAME TO v;
-- 42P07: public.v exists already
ALTER TABLE t RENAME TO sq;
-- 42P07: public.sq exists already
ALTER TABLE t RENAME TO ix;
-- 42P07: public.ix exists already
ALTER TABLE t RENAME TO co;
-- 42P07: public.co exists already
ALTER TABLE nix RENAME TO fresh;
-- 42P01: public.nix does not exist
ALTER VIEW nix RENAME TO fresh;
-- 42P01: public.nix does not exist
ALTER VIEW v RENAME TO u;
-- 42P07: public.u exists already
ALTER SEQUENCE sq RENAME TO t;
-- 42P07: public.t exists already
ALTER INDEX ix RENAME TO t_pkey;
-- 42P07: public.t_pkey exists already
ALTER INDEX ix RENAME TO d;
ALTER SEQUENCE sq RENAME TO mood;
ALTER MATERIALIZED VIEW mv RENAME TO v;
-- 42P07: public.v exists already
ALTER TABLE t SET SCHEMA app;
-- 42P07: app.t exists already
ALTER TABLE u SET SCHEMA app;
-- locks u AccessExclusiveLock
ALTER TABLE u SET SCHEMA nix;
-- 3F000: schema nix does not exist
ALTER TABLE nix SET SCHEMA app;
-- 42P01: public.nix does not exist
ALTER TABLE IF EXISTS nix SET SCHEMA app;
ALTER SEQUENCE sq SET SCHEMA app;
-- 42P07: app.sq exists already
ALTER VIEW v SET SCHEMA app;
-- locks v AccessExclusiveLock
ALTER TYPE co SET SCHEMA app;
ALTER TYPE co SET SCHEMA public;
ALTER DOMAIN d SET SCHEMA app;
ALTER FUNCTION f(int) SET SCHEMA app;
-- 42723: function app.f with these arguments exists already
ALTER FUNCTION f(text) SET SCHEMA app;
ALTER FUNCTION f(text) SET SCHEMA public;
ALTER EXTENSION citext SET SCHEMA app;
ALTER EXTENSION nix SET SCHEMA app;
-- 42704: extension nix does not exist
ALTER TABLE t RENAME a TO b;
-- 42701: public.t.b exists already
ALTER TABLE t RENAME nix TO fresh;
-- 42703: public.t has no column nix
ALTER TABLE kid RENAME a TO fresh;
-- 42P16: public.kid.a is inherited: rename it in the parent
ALTER TABLE ONLY parent RENAME a TO fresh;
-- 42P16: public.parent has children: a column can't be renamed in it ONLY
ALTER TABLE p1 RENAME id TO fresh;
-- 42P16: public.p1.id is inherited: rename it in the parent
ALTER VIEW v RENAME COLUMN id TO a;
-- 42701: public.v.a exists already
ALTER VIEW v RENAME COLUMN id TO fresh;
-- locks v AccessExclusiveLock
ALTER MATERIALIZED VIEW mv RENAME COLUMN id TO fresh;
-- locks mv AccessExclusiveLock
ALTER TYPE co RENAME ATTRIBUTE a TO b;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co RENAME ATTRIBUTE a TO z;
-- 2BP01: public.typed is a table of type public.co
ALTER TABLE t RENAME CONSTRAINT bc TO t_pkey;
-- 42710: public.t has a constraint t_pkey already
ALTER TABLE t RENAME CONSTRAINT t_pkey TO bc;
-- 42710: public.t has a constraint bc already
ALTER TABLE t RENAME CONSTRAINT nix TO fresh;
-- 42704: public.t has no constraint nix
ALTER TABLE nix RENAME CONSTRAINT t_pkey TO u;
-- 42P01: public.nix does not exist
ALTER TABLE u RENAME CONSTRAINT ufk TO fresh;
-- locks u AccessExclusiveLock
ALTER DOMAIN d RENAME CONSTRAINT nix TO fresh;
-- 42704: domain public.d has no constraint nix
ALTER DOMAIN d RENAME CONSTRAINT dc TO fresh;
ALTER TYPE mood RENAME TO co;
-- 42710: type public.co exists already
ALTER TYPE mood RENAME TO t;
-- 42710: type public.t exists already
ALTER TYPE mood RENAME TO sq;
ALTER TYPE nix RENAME TO fresh;
-- 42704: type nix does not exist
ALTER TYPE co RENAME TO sq;
-- 42P07: public.sq exists already
ALTER DOMAIN d RENAME TO mood;
-- 42710: type public.mood exists already
ALTER DOMAIN mood RENAME TO fresh;
-- 42809: public.mood is not a domain
ALTER FUNCTION f(int) RENAME TO g;
-- 42723: function public.g with these arguments exists already
ALTER FUNCTION f(text) RENAME TO g;
ALTER FUNCTION f RENAME TO h;
-- 42725: there are several functions f: name the arguments
ALTER FUNCTION nix(int) RENAME TO h;
-- 42883: function nix does not exist
ALTER TRIGGER tr ON t RENAME TO tr2;
-- 42710: public.t has one of the name tr2 already
ALTER TRIGGER tr ON t RENAME TO fresh;
-- locks t AccessExclusiveLock
ALTER TRIGGER nix ON t RENAME TO fresh;
-- 42704: public.t has no trigger nix
ALTER TRIGGER pr ON p1 RENAME TO fresh;
-- XX000: trigger pr of public.p1 belongs to the partitioned table's: rename that one
ALTER TRIGGER pr ON pt RENAME TO fresh;
-- locks pt AccessExclusiveLock, p1 AccessExclusiveLock
ALTER TRIGGER tr ON nix RENAME TO fresh;
-- 42P01: public.nix does not exist
ALTER POLICY po ON t RENAME TO po2;
-- 42710: public.t has one of the name po2 already
ALTER POLICY po ON t RENAME TO fresh;
-- locks t AccessExclusiveLock
ALTER POLICY nix ON t RENAME TO fresh;
-- 42704: public.t has no policy nix
ALTER RULE ru ON u RENAME TO ru2;
-- 42710: public.u has one of the name ru2 already
ALTER RULE ru ON u RENAME TO fresh;
-- locks u AccessExclusiveLock
ALTER RULE nix ON u RENAME TO fresh;
-- 42704: public.u has no rule nix
ALTER PUBLICATION pu RENAME TO pu2;
-- 42710: publication pu2 exists already
ALTER PUBLICATION pu RENAME TO fresh;
ALTER PUBLICATION nix RENAME TO fresh;
-- 42704: publication nix does not exist
ALTER SCHEMA app RENAME TO other;
-- 42P06: schema other exists already
ALTER SCHEMA app RENAME TO fresh;
ALTER SCHEMA app RENAME TO public;
-- 42P06: schema public exists already
ALTER STATISTICS st RENAME TO fresh;
ALTER STATISTICS nix RENAME TO fresh;
-- 42704: statistics nix do not exist
ALTER STATISTICS st SET SCHEMA app;
ALTER TYPE mood ADD VALUE 'x';
-- 42710: public.mood has a label 'x' already
ALTER TYPE mood ADD VALUE 'z' BEFORE 'nix';
-- 22023: public.mood has no label 'nix'
ALTER TYPE mood ADD VALUE 'z' BEFORE 'y';
ALTER TYPE mood ADD VALUE 'z' AFTER 'x';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'x';
ALTER TYPE nix ADD VALUE 'x';
-- 42704: type nix does not exist
ALTER TYPE mood RENAME VALUE 'x' TO 'y';
-- 42710: public.mood has a label 'y' already
ALTER TYPE mood RENAME VALUE 'nix' TO 'z';
-- 22023: public.mood has no label 'nix'
ALTER TYPE mood RENAME VALUE 'x' TO 'z';
ALTER TYPE co ADD ATTRIBUTE a int;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co ADD ATTRIBUTE z int;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co DROP ATTRIBUTE nix;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co DROP ATTRIBUTE IF EXISTS nix;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co DROP ATTRIBUTE a;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint;
-- 2BP01: public.typed is a table of type public.co
ALTER TYPE nix ADD ATTRIBUTE z int;
-- 42P01: public.nix does not exist
CREATE TYPE mood AS ENUM ('q');
-- 42710: type public.mood exists already
CREATE TYPE t AS ENUM ('q');
-- 42710: type public.t exists already
CREATE TYPE nix.n AS ENUM ('q');
-- 3F000: schema nix does not exist
CREATE TYPE fresh AS ENUM ('q', 'q');
-- 23505: the label 'q' is there twice
CREATE TYPE fresh AS (a int, a int);
-- 42701: attribute a is there twice
CREATE TYPE mood AS (a int);
-- 42710: type public.mood exists already
CREATE TYPE u AS (a int);
-- 42710: type public.u exists already
CREATE TYPE mood AS RANGE (subtype = int);
-- 42710: type public.mood exists already
CREATE DOMAIN mood AS int;
-- 42710: type public.mood exists already
CREATE DOMAIN t AS int;
-- 42710: type public.t exists already
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE < 9);
-- 42710: domain public.d has a constraint dc already
ALTER DOMAIN d DROP CONSTRAINT nix;
-- 42704: domain public.d has no constraint nix
ALTER DOMAIN d DROP CONSTRAINT IF EXISTS nix;
ALTER DOMAIN d DROP CONSTRAINT dc;
ALTER DOMAIN nix DROP CONSTRAINT dc;
-- 42704: type nix does not exist
ALTER DOMAIN nix ADD CHECK (VALUE > 0);
-- 42704: type nix does not exist
ALTER DOMAIN nix SET NOT NULL;
-- 42704: type nix does not exist
ALTER DOMAIN d SET NOT NULL;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- 42710: public.t has a trigger tr already
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- locks t ShareRowExclusiveLock
CREATE TRIGGER tr BEFORE INSERT ON nix FOR EACH ROW EXECUTE FUNCTION tf();
-- 42P01: public.nix does not exist
CREATE TRIGGER pr BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION tf();
-- 42710: public.p1 has a trigger pr already
CREATE POLICY po ON t USING (true);
-- 42710: public.t has a policy po already
CREATE POLICY po ON nix USING (true);
-- 42P01: public.nix does not exist
ALTER POLICY nix ON t USING (true);
-- 42704: public.t has no policy nix
ALTER POLICY po ON t USING (id > 1);
-- locks t AccessExclusiveLock
ALTER POLICY po ON nix USING (true);
-- 42P01: public.nix does not exist
CREATE RULE ru AS ON INSERT TO u DO NOTHING;
-- 42710: public.u has a rule ru already
CREATE OR REPLACE RULE ru AS ON INSERT TO u DO NOTHING;
-- locks u AccessExclusiveLock
CREATE RULE ru AS ON INSERT TO nix DO NOTHING;
-- 42P01: public.nix does not exist
CREATE PUBLICATION pu;
-- 42710: publication pu exists already
CREATE PUBLICATION fresh FOR TABLE nix;
-- 42P01: public.nix does not exist
ALTER PUBLICATION pu ADD TABLE u;
-- locks u ShareUpdateExclusiveLock
ALTER PUBLICATION pu ADD TABLE t;
-- 42710: public.t is in publication pu already
ALTER PUBLICATION pu DROP TABLE t;
-- locks t ShareUpdateExclusiveLock
ALTER PUBLICATION pu DROP TABLE u;
-- 42704: public.u is not in publication pu
ALTER PUBLICATION pu ADD TABLES IN SCHEMA app;
ALTER PUBLICATION pu DROP TABLES IN SCHEMA app;
-- 42704: schema app is not in publication pu
ALTER PUBLICATION pu SET (publish = 'insert');
ALTER PUBLICATION pu SET (publish = 'insert, update');
ALTER PUBLICATION nix ADD TABLE t;
-- 42704: publication nix does not exist
ALTER PUBLICATION pu2 ADD TABLE t;
-- 55000: publication pu2 is FOR ALL TABLES
CREATE STATISTICS st ON id, a FROM t;
-- 42710: statistics public.st exist already
CREATE STATISTICS IF NOT EXISTS st ON id, a FROM t;
-- locks t ShareUpdateExclusiveLock
CREATE STATISTICS fresh ON id, a FROM nix;
-- 42P01: public.nix does not exist
CREATE EXTENSION citext;
-- 42710: extension citext exists already
CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA app;
-- 42P06: schema app exists already
CREATE SCHEMA IF NOT EXISTS app;
CREATE SEQUENCE sq;
-- 42P07: public.sq exists already
CREATE SEQUENCE IF NOT EXISTS sq;
CREATE SEQUENCE t;
-- 42P07: public.t exists already
CREATE SEQUENCE fresh OWNED BY t.nix;
-- 42703: public.t has no column nix
CREATE SEQUENCE fresh OWNED BY t.id;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT 1 AS one;
-- 42P07: public.v exists already
CREATE VIEW t AS SELECT 1 AS one;
-- 42P07: public.t exists already
CREATE OR REPLACE VIEW v AS SELECT id FROM t;
-- 42P16: public.v would lose its column a: drop the view and create it again
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;
-- locks v AccessExclusiveLock, t AccessShareLock
CREATE OR REPLACE VIEW t AS SELECT 1 AS one;
-- 42809: public.t is not a view
CREATE VIEW fresh AS SELECT id FROM nix;
-- 42P01: public.nix does not exist
CREATE VIEW fresh AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
-- 42P07: public.mv exists already
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- 42723: function public.f exists already with these arguments
CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1';
-- 42P13: function public.f returns another type: drop it first
CREATE OR REPLACE FUNCTION f(z int) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f(int) IMMUTABLE;
ALTER FUNCTION nix(int) IMMUTABLE;
-- 42883: function nix does not exist
ALTER FUNCTION f(int) OWNER TO postgres;
CREATE TABLE t (id int);
-- 42P07: public.t exists already
CREATE TABLE mood (id int);
-- 42710: there is a type public.mood already
CREATE TABLE ix (id int);
-- 42P07: public.ix exists already
CREATE TABLE fresh (a int, a int);
-- 42701: fresh has column a twice
CREATE TABLE fresh PARTITION OF nix DEFAULT;
-- 42P01: public.nix does not exist
CREATE TABLE fresh PARTITION OF pt FOR VALUES IN (1);
-- 42P17: the bounds overlap those of public.p1
CREATE TABLE fresh () INHERITS (nix);
-- 42P01: public.nix does not exist
CREATE TABLE fresh OF nix;
-- 42704: type nix does not exist
CREATE TABLE IF NOT EXISTS t (z int);
CREATE TABLE fresh AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE TABLE fresh AS SELECT id AS q, a AS q FROM t;
-- 42701: fresh would have a column q twice
ALTER TABLE t ADD a int;
-- 42701: public.t.a exists already
ALTER TABLE t ADD IF NOT EXISTS a int UNIQUE;
-- locks t AccessExclusiveLock
ALTER TABLE nix ADD a int;
-- 42P01: public.nix does not exist
ALTER TABLE IF EXISTS nix ADD a int;
ALTER TABLE kid ADD a int;
-- 42701: public.kid.a exists already
ALTER TABLE t ADD PRIMARY KEY (b);
-- 42P16: public.t has a primary key already
ALTER TABLE t ADD CONSTRAINT bc UNIQUE (b);
-- 42710: public.t has a constraint bc already
ALTER TABLE t ADD UNIQUE (nix);
-- 42703: public.t has no column nix
ALTER TABLE t ADD UNIQUE (a) INCLUDE (nix);
-- 42703: public.t has no column nix
ALTER TABLE nix ADD UNIQUE (a);
-- 42P01: public.nix does not exist
ALTER TABLE pt ADD UNIQUE (id);
-- 0A000: a key of public.pt must include its partition key, k
ALTER TABLE t ADD CONSTRAINT bc CHECK (b > 1);
-- 42710: public.t has a constraint bc already
ALTER TABLE u ADD CONSTRAINT ufk FOREIGN KEY (c) REFERENCES t;
-- 42710: public.u has a constraint ufk already
ALTER TABLE u ADD FOREIGN KEY (nix) REFERENCES t;
-- 42703: public.u has no column nix
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES nix;
-- 42P01: public.nix does not exist
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES t (nix);
-- 42703: public.t has no column nix
ALTER TABLE nix ADD FOREIGN KEY (c) REFERENCES t;
-- 42P01: public.nix does not exist
ALTER TABLE t ADD UNIQUE USING INDEX ix;
-- 42809: index ix is not a plain unique one: it can't become a constraint
ALTER TABLE t ADD UNIQUE USING INDEX nix;
-- 42704: public.t has no index nix
ALTER TABLE nix ADD CHECK (a > 0);
-- 42P01: public.nix does not exist
ALTER TABLE t VALIDATE CONSTRAINT nix;
-- 42704: public.t has no constraint nix
ALTER TABLE nix VALIDATE CONSTRAINT bc;
-- 42P01: public.nix does not exist
ALTER TABLE t ALTER CONSTRAINT nix DEFERRABLE;
-- 42704: public.t has no constraint nix
ALTER TABLE u ALTER CONSTRAINT ufk DEFERRABLE;
-- locks u AccessExclusiveLock
ALTER TABLE t DROP CONSTRAINT nix;
-- 42704: public.t has no constraint nix
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- 2BP01: a foreign key of public.u relies on t_pkey
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
-- locks t AccessExclusiveLock, u AccessExclusiveLock; drops t_pkey
ALTER TABLE kid DROP CONSTRAINT pc;
-- 42P16: constraint pc of public.kid is inherited: drop it from the parent
ALTER TABLE t ALTER nix SET NOT NULL;
-- 42703: public.t has no column nix
ALTER TABLE nix ALTER a SET NOT NULL;
-- 42P01: public.nix does not exist
ALTER TABLE ONLY pt ALTER id SET NOT NULL;
-- 42P16: public.pt has children: NOT NULL can't be set on it ONLY
ALTER TABLE t ALTER id DROP NOT NULL;
-- 42P16: public.t.id is in the primary key
ALTER TABLE t ALTER nix SET DEFAULT 1;
-- 42703: public.t has no column nix
ALTER TABLE t ALTER nix TYPE int;
-- 42703: public.t has no column nix
ALTER TABLE t ALTER a TYPE serial;
-- 42704: serial is not a type: it is a word of CREATE TABLE and ADD COLUMN only
ALTER TABLE kid ALTER a TYPE varchar;
-- 42P16: public.kid.a is inherited: change it in the parent
ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- 22023: a sequence is smallint, integer or bigint
ALTER TABLE t ALTER b ADD GENERATED ALWAYS AS IDENTITY;
-- 55000: public.t.b must be NOT NULL to become an identity
ALTER TABLE t DROP nix;
-- 42703: public.t has no column nix
ALTER TABLE t DROP a;
-- 2BP01: view public.v depends on public.t.a
ALTER TABLE kid DROP a;
-- 42P16: public.kid.a is inherited: drop it from the parent
ALTER TABLE kid INHERIT parent;
-- 42P07: public.kid inherits from public.parent already
ALTER TABLE kid NO INHERIT nix;
-- 42P01: public.nix does not exist
ALTER TABLE kid NO INHERIT parent;
-- locks kid AccessExclusiveLock
ALTER TABLE pt DETACH PARTITION u;
-- 42P01: u is no partition of public.pt
ALTER TABLE pt DETACH PARTITION p1;
-- locks pt AccessExclusiveLock, p1 AccessExclusiveLock
ALTER TABLE pt ATTACH PARTITION nix FOR VALUES IN (5);
-- 42P01: public.nix does not exist
ALTER TABLE pt ATTACH PARTITION p1 FOR VALUES IN (5);
-- 42809: public.p1 is a partition of public.pt already
CREATE INDEX ix ON t (b);
-- 42P07: public.ix exists already
CREATE INDEX IF NOT EXISTS ix ON t (b);
-- locks t ShareLock
CREATE INDEX fresh ON nix (b);
-- 42P01: public.nix does not exist
CREATE INDEX fresh ON v (id);
-- 42809: public.v is a view: this is not for it
CREATE INDEX fresh ON t (nix);
-- 42703: public.t has no column nix
CREATE UNIQUE INDEX fresh ON pt (id);
-- 0A000: a unique index of public.pt must include its partition key, k
CREATE INDEX CONCURRENTLY fresh ON pt (id);
-- 0A000: public.pt is partitioned: build on each partition CONCURRENTLY, then attach; in no transaction
ALTER INDEX pi ATTACH PARTITION nix;
-- 42P01: public.nix does not exist
DROP TABLE nix;
-- 42P01: public.nix does not exist
DROP TABLE t;
-- 2BP01: view public.mv depends on public.t
DROP TABLE v;
-- 42809: public.v is a view: this is not for it
DROP VIEW t;
-- 42809: public.t is a table: this is not for it
DROP VIEW nix;
-- 42P01: view nix does not exist
DROP INDEX nix;
-- 42704: index public.nix does not exist
DROP INDEX t_pkey;
-- 2BP01: public.t_pkey belongs to constraint t_pkey of public.t: drop the constraint
DROP INDEX p1_id_idx;
-- 2BP01: public.p1_id_idx belongs to public.pi: drop that one
DROP SEQUENCE nix;
-- 42P01: sequence nix does not exist
DROP TYPE nix;
-- 42704: type nix does not exist
DROP TYPE co;
-- 2BP01: public.typed uses type public.co
DROP TYPE t;
-- 2BP01: type public.t is a relation's: drop that
DROP SCHEMA nix;
-- 3F000: schema nix does not exist
DROP SCHEMA app;
-- 2BP01: schema app is not empty
DROP FUNCTION nix();
-- 42883: function nix does not exist
DROP FUNCTION tf();
-- 2BP01: trigger pr of public.p1 uses function tf
DROP TRIGGER nix ON t;
-- 42704: public.t has no trigger nix
DROP TRIGGER tr ON nix;
-- 42P01: public.nix does not exist
DROP TRIGGER pr ON p1;
-- 2BP01: trigger pr of public.p1 belongs to the partitioned table's: drop that one
DROP POLICY nix ON t;
-- 42704: public.t has no policy nix
DROP RULE nix ON u;
-- 42704: public.u has no rule nix
DROP PUBLICATION nix;
-- 42704: publication nix does not exist
DROP STATISTICS nix;
-- 42704: statistics nix do not exist
DROP EXTENSION nix;
-- 42704: extension nix does not exist
DROP DOMAIN nix;
-- 42704: type nix does not exist
DROP DOMAIN mood;
-- 42809: public.mood is not a domain
DROP TABLE IF EXISTS nix;
DROP TABLE kid;
-- locks kid AccessExclusiveLock; drops kid; loses table:public.kid
DROP TABLE parent CASCADE;
-- locks parent AccessExclusiveLock, kid AccessExclusiveLock; drops parent, kid; loses table:public.parent; loses table:public.kid
DROP TYPE mood;
DROP FUNCTION f(int);
DROP TRIGGER tr ON t;
-- locks t AccessExclusiveLock
DROP POLICY po ON t;
-- locks t AccessExclusiveLock
DROP RULE ru ON u;
-- locks u AccessExclusiveLock
DROP PUBLICATION pu;
DROP SCHEMA app CASCADE;
-- locks app.t AccessExclusiveLock; drops app.t; loses table:app.t
DROP EXTENSION citext;
DROP DOMAIN d;
DROP SEQUENCE sq;
-- drops sq
DROP INDEX ix;
-- locks t AccessExclusiveLock; drops ix
DROP VIEW v;
-- locks v AccessExclusiveLock; drops v
DROP MATERIALIZED VIEW mv;
-- locks mv AccessExclusiveLock; drops mv
DROP TABLE t CASCADE;
-- locks t AccessExclusiveLock, mv AccessExclusiveLock, v AccessExclusiveLock, u AccessExclusiveLock; drops t, t_pkey, ix, mv, v; loses table:public.t
DROP TABLE u, typed;
-- locks u AccessExclusiveLock, t AccessExclusiveLock, typed AccessExclusiveLock; drops u, u_c_key, typed; loses table:public.u; loses table:public.typed
DROP TABLE u, nix;
-- 42P01: public.nix does not exist
