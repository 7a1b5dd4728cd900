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
-- uncertain 42P07
ALTER TABLE t RENAME TO v;
-- 42P07: public.v exists already
-- uncertain 42P07
ALTER TABLE t RENAME TO sq;
-- 42P07: public.sq exists already
-- uncertain 42P07
ALTER TABLE t RENAME TO ix;
-- 42P07: public.ix exists already
-- uncertain 42P07
ALTER TABLE t RENAME TO co;
-- 42P07: public.co exists already
-- uncertain 42P07
ALTER TABLE nix RENAME TO fresh;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER VIEW nix RENAME TO fresh;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER VIEW v RENAME TO u;
-- 42P07: public.u exists already
-- uncertain 42P07
ALTER SEQUENCE sq RENAME TO t;
-- 42P07: public.t exists already
-- uncertain 42P07
ALTER INDEX ix RENAME TO t_pkey;
-- 42P07: public.t_pkey exists already
-- uncertain 42P07
ALTER INDEX ix RENAME TO d;
ALTER SEQUENCE sq RENAME TO mood;
ALTER MATERIALIZED VIEW mv RENAME TO v;
-- 42P07: public.v exists already
-- uncertain 42P07
ALTER TABLE t SET SCHEMA app;
-- 42P07: app.t exists already
-- uncertain 42P07
ALTER TABLE u SET SCHEMA app;
-- locks u AccessExclusiveLock
ALTER TABLE u SET SCHEMA nix;
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER TABLE nix SET SCHEMA app;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE IF EXISTS nix SET SCHEMA app;
ALTER SEQUENCE sq SET SCHEMA app;
-- 42P07: app.sq exists already
-- uncertain 42P07
ALTER VIEW v SET SCHEMA app;
-- locks v AccessExclusiveLock
ALTER TYPE co SET SCHEMA app;
ALTER TYPE co SET SCHEMA public;
ALTER DOMAIN d SET SCHEMA app;
ALTER FUNCTION f(int) SET SCHEMA app;
-- 42723: function app.f with these arguments exists already
-- in doubt 42723, uncertain 42723
ALTER FUNCTION f(text) SET SCHEMA app;
ALTER FUNCTION f(text) SET SCHEMA public;
ALTER EXTENSION citext SET SCHEMA app;
ALTER EXTENSION nix SET SCHEMA app;
-- 42704: extension nix does not exist
-- uncertain 42704
ALTER TABLE t RENAME a TO b;
-- 42701: public.t.b exists already
-- uncertain 42701
ALTER TABLE t RENAME nix TO fresh;
-- 42703: public.t has no column nix
ALTER TABLE kid RENAME a TO fresh;
-- 42P16: public.kid.a is inherited: rename it in the parent
-- uncertain 42P16
ALTER TABLE ONLY parent RENAME a TO fresh;
-- 42P16: public.parent has children: a column can't be renamed in it ONLY
-- uncertain 42P16
ALTER TABLE p1 RENAME id TO fresh;
-- 42P16: public.p1.id is inherited: rename it in the parent
-- uncertain 42P16
ALTER VIEW v RENAME COLUMN id TO a;
-- 42701: public.v.a exists already
ALTER VIEW v RENAME COLUMN id TO fresh;
-- locks v AccessExclusiveLock
ALTER MATERIALIZED VIEW mv RENAME COLUMN id TO fresh;
-- locks mv AccessExclusiveLock
ALTER TYPE co RENAME ATTRIBUTE a TO b;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co RENAME ATTRIBUTE a TO z;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TABLE t RENAME CONSTRAINT bc TO t_pkey;
-- 42710: public.t has a constraint t_pkey already
ALTER TABLE t RENAME CONSTRAINT t_pkey TO bc;
-- 42710: public.t has a constraint bc already
ALTER TABLE t RENAME CONSTRAINT nix TO fresh;
-- 42704: public.t has no constraint nix
ALTER TABLE nix RENAME CONSTRAINT t_pkey TO u;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE u RENAME CONSTRAINT ufk TO fresh;
-- locks u AccessExclusiveLock
ALTER DOMAIN d RENAME CONSTRAINT nix TO fresh;
-- 42704: domain public.d has no constraint nix
-- uncertain 42704
ALTER DOMAIN d RENAME CONSTRAINT dc TO fresh;
ALTER TYPE mood RENAME TO co;
-- 42710: type public.co exists already
-- uncertain 42710
ALTER TYPE mood RENAME TO t;
-- 42710: type public.t exists already
-- uncertain 42710
ALTER TYPE mood RENAME TO sq;
ALTER TYPE nix RENAME TO fresh;
-- 42704: type nix does not exist
-- uncertain 42704
ALTER TYPE co RENAME TO sq;
-- 42P07: public.sq exists already
-- uncertain 42P07
ALTER DOMAIN d RENAME TO mood;
-- 42710: type public.mood exists already
-- uncertain 42710
ALTER DOMAIN mood RENAME TO fresh;
-- 42809: public.mood is not a domain
-- uncertain 42809
ALTER FUNCTION f(int) RENAME TO g;
-- 42723: function public.g with these arguments exists already
-- in doubt 42723, uncertain 42723
ALTER FUNCTION f(text) RENAME TO g;
ALTER FUNCTION f RENAME TO h;
-- 42725: there are several functions f: name the arguments
-- in doubt 42725, uncertain 42725
ALTER FUNCTION nix(int) RENAME TO h;
-- 42883: function nix does not exist
-- uncertain 42883
ALTER TRIGGER tr ON t RENAME TO tr2;
-- 42710: public.t has one of the name tr2 already
-- uncertain 42710
ALTER TRIGGER tr ON t RENAME TO fresh;
-- locks t AccessExclusiveLock
ALTER TRIGGER nix ON t RENAME TO fresh;
-- 42704: public.t has no trigger nix
ALTER TRIGGER pr ON p1 RENAME TO fresh;
-- XX000: trigger pr of public.p1 belongs to the partitioned table's: rename that one
-- uncertain XX000
ALTER TRIGGER pr ON pt RENAME TO fresh;
-- locks pt AccessExclusiveLock, p1 AccessExclusiveLock
ALTER TRIGGER tr ON nix RENAME TO fresh;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER POLICY po ON t RENAME TO po2;
-- 42710: public.t has one of the name po2 already
-- uncertain 42710
ALTER POLICY po ON t RENAME TO fresh;
-- locks t AccessExclusiveLock
ALTER POLICY nix ON t RENAME TO fresh;
-- 42704: public.t has no policy nix
ALTER RULE ru ON u RENAME TO ru2;
-- 42710: public.u has one of the name ru2 already
-- uncertain 42710
ALTER RULE ru ON u RENAME TO fresh;
-- locks u AccessExclusiveLock
ALTER RULE nix ON u RENAME TO fresh;
-- 42704: public.u has no rule nix
ALTER PUBLICATION pu RENAME TO pu2;
-- 42710: publication pu2 exists already
-- in doubt 42710, uncertain 42710
ALTER PUBLICATION pu RENAME TO fresh;
ALTER PUBLICATION nix RENAME TO fresh;
-- 42704: publication nix does not exist
-- uncertain 42704
ALTER SCHEMA app RENAME TO other;
-- 42P06: schema other exists already
-- in doubt 42P06, uncertain 42P06
ALTER SCHEMA app RENAME TO fresh;
ALTER SCHEMA app RENAME TO public;
-- 42P06: schema public exists already
-- of what nobody made 42P06, in doubt 42P06, uncertain 42P06
ALTER STATISTICS st RENAME TO fresh;
ALTER STATISTICS nix RENAME TO fresh;
-- 42704: statistics nix do not exist
-- uncertain 42704
ALTER STATISTICS st SET SCHEMA app;
ALTER TYPE mood ADD VALUE 'x';
-- 42710: public.mood has a label 'x' already
-- uncertain 42710
ALTER TYPE mood ADD VALUE 'z' BEFORE 'nix';
-- 22023: public.mood has no label 'nix'
ALTER TYPE mood ADD VALUE 'z' BEFORE 'y';
ALTER TYPE mood ADD VALUE 'z' AFTER 'x';
ALTER TYPE mood ADD VALUE IF NOT EXISTS 'x';
ALTER TYPE nix ADD VALUE 'x';
-- 42704: type nix does not exist
-- uncertain 42704
ALTER TYPE mood RENAME VALUE 'x' TO 'y';
-- 42710: public.mood has a label 'y' already
ALTER TYPE mood RENAME VALUE 'nix' TO 'z';
-- 22023: public.mood has no label 'nix'
ALTER TYPE mood RENAME VALUE 'x' TO 'z';
ALTER TYPE co ADD ATTRIBUTE a int;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co ADD ATTRIBUTE z int;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co DROP ATTRIBUTE nix;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co DROP ATTRIBUTE IF EXISTS nix;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co DROP ATTRIBUTE a;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE co ALTER ATTRIBUTE a TYPE bigint;
-- 2BP01: public.typed is a table of type public.co
-- uncertain 2BP01
ALTER TYPE nix ADD ATTRIBUTE z int;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TYPE mood AS ENUM ('q');
-- 42710: type public.mood exists already
-- uncertain 42710
CREATE TYPE t AS ENUM ('q');
-- 42710: type public.t exists already
-- uncertain 42710
CREATE TYPE nix.n AS ENUM ('q');
-- 3F000: schema nix does not exist
-- uncertain 3F000
CREATE TYPE fresh AS ENUM ('q', 'q');
-- 23505: the label 'q' is there twice
-- of what nobody made 23505, in doubt 23505, uncertain 23505
CREATE TYPE fresh AS (a int, a int);
-- 42701: attribute a is there twice
-- of what nobody made 42701, in doubt 42701, uncertain 42701
CREATE TYPE mood AS (a int);
-- 42710: type public.mood exists already
-- uncertain 42710
CREATE TYPE u AS (a int);
-- 42710: type public.u exists already
-- uncertain 42710
CREATE TYPE mood AS RANGE (subtype = int);
-- 42710: type public.mood exists already
-- uncertain 42710
CREATE DOMAIN mood AS int;
-- 42710: type public.mood exists already
-- uncertain 42710
CREATE DOMAIN t AS int;
-- 42710: type public.t exists already
-- uncertain 42710
ALTER DOMAIN d ADD CONSTRAINT dc CHECK (VALUE < 9);
-- 42710: domain public.d has a constraint dc already
-- uncertain 42710
ALTER DOMAIN d DROP CONSTRAINT nix;
-- 42704: domain public.d has no constraint nix
-- uncertain 42704
ALTER DOMAIN d DROP CONSTRAINT IF EXISTS nix;
ALTER DOMAIN d DROP CONSTRAINT dc;
ALTER DOMAIN nix DROP CONSTRAINT dc;
-- 42704: type nix does not exist
-- uncertain 42704
ALTER DOMAIN nix ADD CHECK (VALUE > 0);
-- 42704: type nix does not exist
-- uncertain 42704
ALTER DOMAIN nix SET NOT NULL;
-- 42704: type nix does not exist
-- uncertain 42704
ALTER DOMAIN d SET NOT NULL;
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- 42710: public.t has a trigger tr already
-- uncertain 42710
CREATE OR REPLACE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- locks t ShareRowExclusiveLock
CREATE TRIGGER tr BEFORE INSERT ON nix FOR EACH ROW EXECUTE FUNCTION tf();
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TRIGGER pr BEFORE INSERT ON p1 FOR EACH ROW EXECUTE FUNCTION tf();
-- 42710: public.p1 has a trigger pr already
-- uncertain 42710
CREATE POLICY po ON t USING (true);
-- 42710: public.t has a policy po already
-- uncertain 42710
CREATE POLICY po ON nix USING (true);
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER POLICY nix ON t USING (true);
-- 42704: public.t has no policy nix
ALTER POLICY po ON t USING (id > 1);
-- locks t AccessExclusiveLock
ALTER POLICY po ON nix USING (true);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE RULE ru AS ON INSERT TO u DO NOTHING;
-- 42710: public.u has a rule ru already
-- uncertain 42710
CREATE OR REPLACE RULE ru AS ON INSERT TO u DO NOTHING;
-- locks u AccessExclusiveLock
CREATE RULE ru AS ON INSERT TO nix DO NOTHING;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE PUBLICATION pu;
-- 42710: publication pu exists already
-- uncertain 42710
CREATE PUBLICATION fresh FOR TABLE nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER PUBLICATION pu ADD TABLE u;
-- locks u ShareUpdateExclusiveLock
ALTER PUBLICATION pu ADD TABLE t;
-- 42710: public.t is in publication pu already
-- in doubt 42710, uncertain 42710
ALTER PUBLICATION pu DROP TABLE t;
-- locks t ShareUpdateExclusiveLock
ALTER PUBLICATION pu DROP TABLE u;
-- 42704: public.u is not in publication pu
-- in doubt 42704
ALTER PUBLICATION pu ADD TABLES IN SCHEMA app;
ALTER PUBLICATION pu DROP TABLES IN SCHEMA app;
-- 42704: schema app is not in publication pu
-- in doubt 42704, uncertain 42704
ALTER PUBLICATION pu SET (publish = 'insert');
ALTER PUBLICATION pu SET (publish = 'insert, update');
ALTER PUBLICATION nix ADD TABLE t;
-- 42704: publication nix does not exist
-- uncertain 42704
ALTER PUBLICATION pu2 ADD TABLE t;
-- 55000: publication pu2 is FOR ALL TABLES
-- in doubt 55000, uncertain 55000
CREATE STATISTICS st ON id, a FROM t;
-- 42710: statistics public.st exist already
-- uncertain 42710
CREATE STATISTICS IF NOT EXISTS st ON id, a FROM t;
-- locks t ShareUpdateExclusiveLock
CREATE STATISTICS fresh ON id, a FROM nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE EXTENSION citext;
-- 42710: extension citext exists already
-- uncertain 42710
CREATE EXTENSION IF NOT EXISTS citext;
CREATE SCHEMA app;
-- 42P06: schema app exists already
-- uncertain 42P06
CREATE SCHEMA IF NOT EXISTS app;
CREATE SEQUENCE sq;
-- 42P07: public.sq exists already
-- uncertain 42P07
CREATE SEQUENCE IF NOT EXISTS sq;
CREATE SEQUENCE t;
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE SEQUENCE fresh OWNED BY t.nix;
-- 42703: public.t has no column nix
CREATE SEQUENCE fresh OWNED BY t.id;
-- locks t AccessShareLock
CREATE VIEW v AS SELECT 1 AS one;
-- 42P07: public.v exists already
CREATE VIEW t AS SELECT 1 AS one;
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE OR REPLACE VIEW v AS SELECT id FROM t;
-- 42P16: public.v would lose its column a: drop the view and create it again
CREATE OR REPLACE VIEW v AS SELECT id, a, b FROM t;
-- locks v AccessExclusiveLock, t AccessShareLock
CREATE OR REPLACE VIEW t AS SELECT 1 AS one;
-- 42809: public.t is not a view
-- uncertain 42809
CREATE VIEW fresh AS SELECT id FROM nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE VIEW fresh AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
-- 42P07: public.mv exists already
CREATE MATERIALIZED VIEW IF NOT EXISTS mv AS SELECT 1 AS one;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
-- 42723: function public.f exists already with these arguments
-- uncertain 42723
CREATE OR REPLACE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1';
-- 42P13: function public.f returns another type: drop it first
-- uncertain 42P13
CREATE OR REPLACE FUNCTION f(z int) RETURNS int LANGUAGE sql AS 'SELECT 1';
ALTER FUNCTION f(int) IMMUTABLE;
ALTER FUNCTION nix(int) IMMUTABLE;
-- 42883: function nix does not exist
-- uncertain 42883
ALTER FUNCTION f(int) OWNER TO postgres;
CREATE TABLE t (id int);
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE TABLE mood (id int);
-- 42710: there is a type public.mood already
-- uncertain 42710
CREATE TABLE ix (id int);
-- 42P07: public.ix exists already
-- uncertain 42P07
CREATE TABLE fresh (a int, a int);
-- 42701: fresh has column a twice
-- of what nobody made 42701, in doubt 42701, uncertain 42701
CREATE TABLE fresh PARTITION OF nix DEFAULT;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE fresh PARTITION OF pt FOR VALUES IN (1);
-- 42P17: the bounds overlap those of public.p1
CREATE TABLE fresh () INHERITS (nix);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE fresh OF nix;
-- 42704: type nix does not exist
-- uncertain 42704
CREATE TABLE IF NOT EXISTS t (z int);
CREATE TABLE fresh AS SELECT nix FROM t;
-- 42703: t has no column nix
CREATE TABLE fresh AS SELECT id AS q, a AS q FROM t;
-- 42701: fresh would have a column q twice
-- of what nobody made 42701, uncertain 42701
ALTER TABLE t ADD a int;
-- 42701: public.t.a exists already
-- uncertain 42701
ALTER TABLE t ADD IF NOT EXISTS a int UNIQUE;
-- locks t AccessExclusiveLock
ALTER TABLE nix ADD a int;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE IF EXISTS nix ADD a int;
ALTER TABLE kid ADD a int;
-- 42701: public.kid.a exists already
-- uncertain 42701
ALTER TABLE t ADD PRIMARY KEY (b);
-- 42P16: public.t has a primary key already
-- uncertain 42P16
ALTER TABLE t ADD CONSTRAINT bc UNIQUE (b);
-- 42710: public.t has a constraint bc already
-- uncertain 42710
ALTER TABLE t ADD UNIQUE (nix);
-- 42703: public.t has no column nix
ALTER TABLE t ADD UNIQUE (a) INCLUDE (nix);
-- 42703: public.t has no column nix
ALTER TABLE nix ADD UNIQUE (a);
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE pt ADD UNIQUE (id);
-- 0A000: a key of public.pt must include its partition key, k
-- uncertain 0A000
ALTER TABLE t ADD CONSTRAINT bc CHECK (b > 1);
-- 42710: public.t has a constraint bc already
-- uncertain 42710
ALTER TABLE u ADD CONSTRAINT ufk FOREIGN KEY (c) REFERENCES t;
-- 42710: public.u has a constraint ufk already
-- uncertain 42710
ALTER TABLE u ADD FOREIGN KEY (nix) REFERENCES t;
-- 42703: public.u has no column nix
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE u ADD FOREIGN KEY (c) REFERENCES t (nix);
-- 42703: public.t has no column nix
ALTER TABLE nix ADD FOREIGN KEY (c) REFERENCES t;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE t ADD UNIQUE USING INDEX ix;
-- 42809: index ix is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE t ADD UNIQUE USING INDEX nix;
-- 42704: public.t has no index nix
ALTER TABLE nix ADD CHECK (a > 0);
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE t VALIDATE CONSTRAINT nix;
-- 42704: public.t has no constraint nix
ALTER TABLE nix VALIDATE CONSTRAINT bc;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE t ALTER CONSTRAINT nix DEFERRABLE;
-- 42704: public.t has no constraint nix
ALTER TABLE u ALTER CONSTRAINT ufk DEFERRABLE;
-- locks u AccessExclusiveLock
ALTER TABLE t DROP CONSTRAINT nix;
-- 42704: public.t has no constraint nix
ALTER TABLE t DROP CONSTRAINT t_pkey;
-- 2BP01: a foreign key of public.u relies on t_pkey
-- uncertain 2BP01
ALTER TABLE t DROP CONSTRAINT t_pkey CASCADE;
-- locks t AccessExclusiveLock, u AccessExclusiveLock; drops t_pkey
ALTER TABLE kid DROP CONSTRAINT pc;
-- 42P16: constraint pc of public.kid is inherited: drop it from the parent
-- uncertain 42P16
ALTER TABLE t ALTER nix SET NOT NULL;
-- 42703: public.t has no column nix
ALTER TABLE nix ALTER a SET NOT NULL;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE ONLY pt ALTER id SET NOT NULL;
-- 42P16: public.pt has children: NOT NULL can't be set on it ONLY
-- uncertain 42P16
ALTER TABLE t ALTER id DROP NOT NULL;
-- 42P16: public.t.id is in the primary key
-- uncertain 42P16
ALTER TABLE t ALTER nix SET DEFAULT 1;
-- 42703: public.t has no column nix
ALTER TABLE t ALTER nix TYPE int;
-- 42703: public.t has no column nix
ALTER TABLE t ALTER a TYPE serial;
-- 42704: serial is not a type: it is a word of CREATE TABLE and ADD COLUMN only
-- of what nobody made 42704, uncertain 42704
ALTER TABLE kid ALTER a TYPE varchar;
-- 42P16: public.kid.a is inherited: change it in the parent
-- uncertain 42P16
ALTER TABLE t ALTER id ADD GENERATED ALWAYS AS IDENTITY;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- 22023: a sequence is smallint, integer or bigint
-- uncertain 22023
ALTER TABLE t ALTER b ADD GENERATED ALWAYS AS IDENTITY;
-- 55000: public.t.b must be NOT NULL to become an identity
-- uncertain 55000
ALTER TABLE t DROP nix;
-- 42703: public.t has no column nix
ALTER TABLE t DROP a;
-- 2BP01: view public.v depends on public.t.a
-- uncertain 2BP01
ALTER TABLE kid DROP a;
-- 42P16: public.kid.a is inherited: drop it from the parent
-- uncertain 42P16
ALTER TABLE kid INHERIT parent;
-- 42P07: public.kid inherits from public.parent already
ALTER TABLE kid NO INHERIT nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE kid NO INHERIT parent;
-- locks kid AccessExclusiveLock
ALTER TABLE pt DETACH PARTITION u;
-- 42P01: u is no partition of public.pt
ALTER TABLE pt DETACH PARTITION p1;
-- locks pt AccessExclusiveLock, p1 AccessExclusiveLock
ALTER TABLE pt ATTACH PARTITION nix FOR VALUES IN (5);
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE pt ATTACH PARTITION p1 FOR VALUES IN (5);
-- 42809: public.p1 is a partition of public.pt already
CREATE INDEX ix ON t (b);
-- 42P07: public.ix exists already
-- uncertain 42P07
CREATE INDEX IF NOT EXISTS ix ON t (b);
-- locks t ShareLock
CREATE INDEX fresh ON nix (b);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE INDEX fresh ON v (id);
-- 42809: public.v is a view: this is not for it
CREATE INDEX fresh ON t (nix);
-- 42703: public.t has no column nix
CREATE UNIQUE INDEX fresh ON pt (id);
-- 0A000: a unique index of public.pt must include its partition key, k
-- uncertain 0A000
CREATE INDEX CONCURRENTLY fresh ON pt (id);
-- 0A000: public.pt is partitioned: build on each partition CONCURRENTLY, then attach; in no transaction
-- uncertain 0A000
ALTER INDEX pi ATTACH PARTITION nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DROP TABLE nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DROP TABLE t;
-- 2BP01: view public.mv depends on public.t
-- uncertain 2BP01
DROP TABLE v;
-- 42809: public.v is a view: this is not for it
-- uncertain 42809
DROP VIEW t;
-- 42809: public.t is a table: this is not for it
DROP VIEW nix;
-- 42P01: view nix does not exist
-- uncertain 42P01
DROP INDEX nix;
-- 42704: index public.nix does not exist
-- uncertain 42704
DROP INDEX t_pkey;
-- 2BP01: public.t_pkey belongs to constraint t_pkey of public.t: drop the constraint
-- uncertain 2BP01
DROP INDEX p1_id_idx;
-- 2BP01: public.p1_id_idx belongs to public.pi: drop that one
-- uncertain 2BP01
DROP SEQUENCE nix;
-- 42P01: sequence nix does not exist
-- uncertain 42P01
DROP TYPE nix;
-- 42704: type nix does not exist
-- uncertain 42704
DROP TYPE co;
-- 2BP01: public.typed uses type public.co
-- uncertain 2BP01
DROP TYPE t;
-- 2BP01: type public.t is a relation's: drop that
-- uncertain 2BP01
DROP SCHEMA nix;
-- 3F000: schema nix does not exist
-- uncertain 3F000
DROP SCHEMA app;
-- 2BP01: schema app is not empty
-- uncertain 2BP01
DROP FUNCTION nix();
-- 42883: function nix does not exist
-- uncertain 42883
DROP FUNCTION tf();
-- 2BP01: trigger pr of public.p1 uses function tf
-- uncertain 2BP01
DROP TRIGGER nix ON t;
-- 42704: public.t has no trigger nix
DROP TRIGGER tr ON nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DROP TRIGGER pr ON p1;
-- 2BP01: trigger pr of public.p1 belongs to the partitioned table's: drop that one
-- uncertain 2BP01
DROP POLICY nix ON t;
-- 42704: public.t has no policy nix
DROP RULE nix ON u;
-- 42704: public.u has no rule nix
DROP PUBLICATION nix;
-- 42704: publication nix does not exist
-- uncertain 42704
DROP STATISTICS nix;
-- 42704: statistics nix do not exist
-- uncertain 42704
DROP EXTENSION nix;
-- 42704: extension nix does not exist
-- uncertain 42704
DROP DOMAIN nix;
-- 42704: type nix does not exist
-- uncertain 42704
DROP DOMAIN mood;
-- 42809: public.mood is not a domain
-- uncertain 42809
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
-- uncertain 42P01
