CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a int, b text);
CREATE TYPE r2 AS RANGE (subtype = int4);
CREATE DOMAIN d AS int CHECK (VALUE > 0);
CREATE DOMAIN nested AS pair;
CREATE DOMAIN onmood AS mood;
CREATE TYPE holder AS (x d, y mood);
CREATE TABLE t (id int PRIMARY KEY, a text, b int, c int NOT NULL, u uuid, m mood, h holder, arr int[],
  marr mood[], ti time, tz timetz, mo money, j jsonb, iv interval, dt date, k int GENERATED ALWAYS AS (b +
  1) STORED);
CREATE TABLE other (id int, t_id int REFERENCES t, v varchar(3), CONSTRAINT pos CHECK (id > 0) NO
  INHERIT);
CREATE RULE ru AS ON UPDATE TO other WHERE NEW.v <> OLD.v DO ALSO DELETE FROM t;
CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(a) FROM t; END;
CREATE TABLE parent (id int, a text COLLATE "C", g int GENERATED ALWAYS AS (id + 1) STORED, s int,
  CONSTRAINT chk CHECK (id > 0) NO INHERIT);
CREATE TABLE plainp (id int, CONSTRAINT pc CHECK (id > 0));
CREATE TABLE kid (id int, a text COLLATE "C", g int GENERATED ALWAYS AS (id + 1) STORED, s int);
CREATE TABLE kid2 (id int, a text, g int GENERATED ALWAYS AS (id + 1) STORED, s int);
CREATE TABLE kid3 (id int, a text COLLATE "C", g int, s int);
CREATE TABLE kid4 (id int, CONSTRAINT pc CHECK (id > 0) NO INHERIT);
CREATE TABLE pt (id int, k int, d date, CONSTRAINT uq UNIQUE (k)) PARTITION BY RANGE (k);
CREATE TABLE p1 PARTITION OF pt FOR VALUES FROM (0) TO (10);
CREATE TABLE cand (id int, k int, d date);
CREATE TABLE candc (id int, k int NOT NULL, d date, CHECK (k >= 20 AND k < 30));
CREATE TABLE candu (id int, k int, d date, UNIQUE (k));
CREATE TABLE plist (id int, k text) PARTITION BY LIST (k);
CREATE TABLE lcand (id int, k text NOT NULL, CHECK (k IN ('a', 'b')));
CREATE TABLE lcand2 (id int, k text, CHECK (k = 'a'));
CREATE TABLE lcand3 (id int, k text NOT NULL, CHECK (k = 'a' OR k = 'b'));
CREATE INDEX pi ON pt (id);
CREATE INDEX pi2 ON pt (d);
CREATE INDEX ci ON cand (id);
CREATE INDEX ci2 ON cand (d);
CREATE INDEX p1d ON p1 (d, id);
CREATE TABLE pexpr (id int, k int) PARTITION BY RANGE ((k + 1));
CREATE TABLE keyless (id int, n int);
CREATE UNIQUE INDEX kx ON keyless (id);
CREATE UNIQUE INDEX kexpr ON keyless ((id + 1));
CREATE UNIQUE INDEX kdef ON keyless (n);
CREATE TABLE pub (id int, a int);
CREATE PUBLICATION pu FOR TABLE pub;
CREATE PUBLICATION pall FOR ALL TABLES;
CREATE PUBLICATION psch FOR TABLES IN SCHEMA app;
CREATE VIEW v AS SELECT id, a FROM t;
CREATE VIEW chk AS SELECT id, c FROM t WHERE c > 5 WITH CHECK OPTION;
CREATE MATERIALIZED VIEW mv AS SELECT id FROM t;
CREATE SEQUENCE sq;
CREATE TABLE owner1 (id int);
CREATE SEQUENCE os OWNED BY owner1.id;
CREATE TABLE user_of (id int DEFAULT nextval('os'));
CREATE AGGREGATE ag (int) (SFUNC = int4pl, STYPE = int);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE EXTENSION citext;
CREATE EXTENSION intarray;
CREATE EXTENSION hstore;
CREATE EXTENSION pg_trgm;
CREATE TABLE ext (c citext, h hstore, i int[], t text);
CREATE INDEX exti ON ext USING gin (i gin__int_ops);
CREATE INDEX extt ON ext USING gin (t gin_trgm_ops);
CREATE TABLE usesd (x d, y d[], z onmood, n nested);
CREATE TABLE clus (id int PRIMARY KEY);
ALTER TABLE clus CLUSTER ON clus_pkey;
CREATE UNLOGGED TABLE ul (id int PRIMARY KEY);
CREATE UNLOGGED TABLE ul2 (id int REFERENCES ul);
-- Statements
ALTER TABLE nix ALTER a SET NOT NULL;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE IF EXISTS nix ALTER a SET NOT NULL;
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
-- 22023: a sequence is smallint, integer or bigint
-- uncertain 22023
ALTER TABLE t ALTER u ADD GENERATED ALWAYS AS IDENTITY;
-- 22023: a sequence is smallint, integer or bigint
-- uncertain 22023
ALTER TABLE t ALTER arr SET STORAGE EXTERNAL;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER m SET STORAGE EXTERNAL;
-- 0A000: public.t.m is of fixed length: its storage is PLAIN
-- uncertain 0A000
ALTER TABLE t ALTER marr SET STORAGE MAIN;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER h SET STORAGE EXTERNAL;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER j SET STORAGE MAIN;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER dt SET STORAGE MAIN;
-- 0A000: public.t.dt is of fixed length: its storage is PLAIN
-- uncertain 0A000
ALTER TABLE t ADD z numeric(5, 2, 1);
-- 22023: column z: numeric takes a precision and a scale
-- of what nobody made 22023, uncertain 22023
ALTER TABLE t ADD z interval year to month;
-- locks t AccessExclusiveLock
ALTER TABLE t ALTER iv TYPE interval hour to minute;
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey; loses values:public.t.iv
ALTER TABLE t ALTER iv TYPE interval(2);
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey; loses values:public.t.iv
ALTER TABLE t ALTER ti TYPE varchar(5);
-- rows may fail: 22001 t(ti); locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t ALTER ti TYPE varchar(15);
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t ALTER tz TYPE varchar(15);
-- rows may fail: 22001 t(tz); locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t ALTER tz TYPE varchar(25);
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t ALTER mo TYPE numeric(17, 2);
-- rows may fail: 22003 t(mo); locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey; loses values:public.t.mo
ALTER TABLE t ALTER mo TYPE numeric(20, 2);
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t ALTER b TYPE xml;
-- 42804: public.t.b can't be cast automatically from integer to xml
-- uncertain 42804
ALTER TABLE t ALTER a TYPE xml USING a::xml;
-- 0A000: view public.v uses public.t.a: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER a TYPE text USING convert_from(a::bytea, 'UTF8');
-- 0A000: view public.v uses public.t.a: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER a TYPE numeric USING to_number(a, '999');
-- 0A000: view public.v uses public.t.a: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER a TYPE int USING extract(nix FROM dt);
-- 0A000: view public.v uses public.t.a: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER a TYPE text USING (SELECT 'x');
-- 0A000: USING: USING can't contain a subquery
-- uncertain 0A000
ALTER TABLE t ALTER a TYPE varchar;
-- 0A000: view public.v uses public.t.a: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE other ALTER v TYPE text;
-- 0A000: rule ru uses public.other.v: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE other ALTER t_id TYPE bigint;
-- locks other AccessExclusiveLock, t AccessExclusiveLock; rewrites other; scans t, other
ALTER TABLE t ALTER id TYPE bigint;
-- 0A000: view public.chk uses public.t.id: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER id TYPE text;
-- 0A000: view public.chk uses public.t.id: drop it first and create it again after
-- uncertain 0A000
ALTER TABLE t ALTER id TYPE uuid USING u;
-- 0A000: view public.chk uses public.t.id: drop it first and create it again after
-- uncertain 0A000
ALTER VIEW v ALTER a SET DEFAULT 'x';
-- locks v AccessExclusiveLock
ALTER TABLE IF EXISTS nix ALTER a TYPE int;
ALTER TABLE v ALTER a TYPE int;
-- 42809: public.v is a view: this is not for it
ALTER TABLE ext ALTER t TYPE varchar;
-- locks ext AccessExclusiveLock
ALTER TABLE kid INHERIT parent;
-- locks kid AccessExclusiveLock, parent ShareUpdateExclusiveLock
ALTER TABLE kid3 INHERIT parent;
-- 42804: public.kid3.g must be generated as in public.parent
ALTER TABLE kid4 INHERIT plainp;
-- 42P17: public.kid4 has constraint pc of public.plainp as NO INHERIT
ALTER TABLE kid INHERIT nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE n (a text) INHERITS (parent);
-- 42P21: column a has another collation than in the parent
-- uncertain 42P21
CREATE TABLE n (a text COLLATE "C") INHERITS (parent);
-- locks parent ShareUpdateExclusiveLock
CREATE TABLE n (a text COLLATE "POSIX") INHERITS (parent);
-- 42P21: column a has another collation than in the parent
-- uncertain 42P21
CREATE TABLE n (g int DEFAULT 5) INHERITS (parent);
-- 42611: column g is generated in the parent: it can have no default here
-- uncertain 42611
CREATE TABLE n (g int GENERATED ALWAYS AS IDENTITY) INHERITS (parent);
-- 42611: column g is generated in the parent: it can have no default here
-- uncertain 42611
CREATE TABLE n (g int GENERATED ALWAYS AS (5) STORED) INHERITS (parent);
-- 42611: column g can have no generation expression of its own
-- uncertain 42611
CREATE TABLE n (s int GENERATED ALWAYS AS (5) STORED) INHERITS (parent);
-- locks parent ShareUpdateExclusiveLock
CREATE TABLE n (id int CHECK (id > 5)) INHERITS (parent);
-- rows may fail: 23514 n(id); locks parent ShareUpdateExclusiveLock
ALTER TABLE pt ATTACH PARTITION cand FOR VALUES FROM (20) TO (30);
-- rows may fail: 23514 cand(k), 23505 cand(k); locks pt ShareUpdateExclusiveLock, cand AccessExclusiveLock; scans cand; builds cand_k_key
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (20) TO (30);
-- rows may fail: 23505 candc(k); locks pt ShareUpdateExclusiveLock, candc AccessExclusiveLock; scans candc; builds candc_k_key, candc_id_idx, candc_d_idx
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (20) TO (25);
-- rows may fail: 23514 candc(k), 23505 candc(k); locks pt ShareUpdateExclusiveLock, candc AccessExclusiveLock; scans candc; builds candc_k_key, candc_id_idx, candc_d_idx
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (MINVALUE) TO (0);
-- rows may fail: 23514 candc(k), 23505 candc(k); locks pt ShareUpdateExclusiveLock, candc AccessExclusiveLock; scans candc; builds candc_k_key, candc_id_idx, candc_d_idx
ALTER TABLE pt ATTACH PARTITION candu FOR VALUES FROM (20) TO (30);
-- rows may fail: 23514 candu(k); locks pt ShareUpdateExclusiveLock, candu AccessExclusiveLock; scans candu; builds candu_id_idx, candu_d_idx
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'b');
-- locks plist ShareUpdateExclusiveLock, lcand AccessExclusiveLock
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'c');
-- rows may fail: 23514 lcand(k); locks plist ShareUpdateExclusiveLock, lcand AccessExclusiveLock; scans lcand
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'b', NULL);
-- locks plist ShareUpdateExclusiveLock, lcand AccessExclusiveLock
ALTER TABLE plist ATTACH PARTITION lcand2 FOR VALUES IN ('a');
-- rows may fail: 23514 lcand2(k); locks plist ShareUpdateExclusiveLock, lcand2 AccessExclusiveLock; scans lcand2
ALTER TABLE plist ATTACH PARTITION lcand2 FOR VALUES IN ('a', NULL);
-- locks plist ShareUpdateExclusiveLock, lcand2 AccessExclusiveLock
ALTER TABLE plist ATTACH PARTITION lcand3 FOR VALUES IN ('a', 'b');
-- locks plist ShareUpdateExclusiveLock, lcand3 AccessExclusiveLock
ALTER TABLE plist ATTACH PARTITION lcand3 FOR VALUES IN ('a');
-- rows may fail: 23514 lcand3(k); locks plist ShareUpdateExclusiveLock, lcand3 AccessExclusiveLock; scans lcand3
ALTER TABLE pt DETACH PARTITION p1;
-- locks pt AccessExclusiveLock, p1 AccessExclusiveLock
CREATE UNIQUE INDEX ON pexpr (k);
-- 0A000: public.pexpr is partitioned by an expression: a unique index can't include it
-- uncertain 0A000
ALTER TABLE pexpr ADD UNIQUE (k);
-- 0A000: public.pexpr is partitioned by an expression: a key can't include it
-- uncertain 0A000
ALTER TABLE pexpr ADD PRIMARY KEY (k);
-- 0A000: public.pexpr is partitioned by an expression: a key can't include it
-- uncertain 0A000
ALTER TABLE pexpr ADD UNIQUE (id, k);
-- 0A000: public.pexpr is partitioned by an expression: a key can't include it
-- uncertain 0A000
CREATE TABLE n (id int) PARTITION BY RANGE (id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id);
-- 54011: a partition key takes 32 columns
-- of what nobody made 54011, in doubt 54011, uncertain 54011
CREATE INDEX ON t (id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id, id);
-- 54011: 33 columns: an index takes 32
-- of what nobody made 54011, uncertain 54011
ALTER INDEX pi ATTACH PARTITION ci;
-- 55000: public.ci can't become a part of public.pi: public.cand is no partition of public.pt
ALTER INDEX pi ATTACH PARTITION p1d;
-- 55000: public.p1d can't become a part of public.pi: public.p1_id_idx is already
ALTER INDEX pi2 ATTACH PARTITION p1d;
-- 55000: public.p1d can't become a part of public.pi2: public.p1_d_idx is already
ALTER INDEX pi ATTACH PARTITION p1_id_idx;
-- locks pt AccessShareLock, p1 AccessShareLock
ALTER INDEX pi2 ATTACH PARTITION p1_id_idx;
-- 55000: public.p1_id_idx can't become a part of public.pi2: it is one of public.pi
ALTER INDEX ci ATTACH PARTITION ci2;
-- 42809: public.ci is not an index of a partitioned table
ALTER TABLE keyless ADD PRIMARY KEY USING INDEX kx;
-- rows may fail: 23502 keyless(id); locks keyless AccessExclusiveLock; scans keyless
ALTER TABLE keyless ADD UNIQUE USING INDEX kexpr;
-- 42809: index kexpr is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE nix ADD UNIQUE USING INDEX kx;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE keyless ADD CONSTRAINT pub UNIQUE USING INDEX kx;
-- 42P07: public.pub exists already
-- uncertain 42P07
ALTER TABLE keyless REPLICA IDENTITY USING INDEX kexpr;
-- 0A000: index kexpr can't be the replica identity: it has expressions
-- uncertain 0A000
ALTER TABLE keyless REPLICA IDENTITY USING INDEX kx;
-- 42809: index kx can't be the replica identity: column id may be NULL
-- uncertain 42809
ALTER TABLE keyless ADD PRIMARY KEY (id), ADD PRIMARY KEY (n);
-- 42P16: public.keyless has a primary key already
-- uncertain 42P16
ALTER TABLE keyless ADD UNIQUE (id) NOT VALID;
-- locks keyless AccessExclusiveLock
ALTER TABLE keyless ADD PRIMARY KEY (id) NOT VALID;
-- locks keyless AccessExclusiveLock
ALTER TABLE IF EXISTS nix ADD UNIQUE (a);
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int UNIQUE;
-- locks keyless AccessExclusiveLock
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int CHECK (id > 0);
-- locks keyless AccessExclusiveLock
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int REFERENCES nix;
-- locks keyless AccessExclusiveLock
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int PRIMARY KEY;
-- locks keyless AccessExclusiveLock
ALTER TABLE keyless ADD EXCLUDE (nix WITH =);
-- 42703: public.keyless has no column nix
ALTER TABLE IF EXISTS nix ADD FOREIGN KEY (a) REFERENCES t;
ALTER TABLE nix ADD FOREIGN KEY (a) REFERENCES t;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE other ADD CONSTRAINT pos CHECK (id > 0);
-- 42710: public.other has a constraint pos already
-- uncertain 42710
ALTER TABLE ul SET LOGGED;
-- locks ul AccessExclusiveLock; rewrites ul; scans ul; rebuilds ul_pkey
ALTER TABLE ul2 SET LOGGED;
-- 42P16: public.ul2 refers to unlogged public.ul: it can't become logged
-- uncertain 42P16
ALTER TABLE other SET UNLOGGED;
-- locks other AccessExclusiveLock; rewrites other; scans other
ALTER TABLE t SET UNLOGGED;
-- 42P16: public.t is referenced by logged public.other: it can't become unlogged
-- uncertain 42P16
UPDATE pub SET a = 1;
-- 55000: public.pub has no replica identity, and publication pall publishes its updates
UPDATE pub SET a = 1 WHERE id = 1;
-- 55000: public.pub has no replica identity, and publication pall publishes its updates
DELETE FROM pub;
-- 55000: public.pub has no replica identity, and publication pall publishes its deletes
INSERT INTO pub VALUES (1, 2);
-- locks pub RowExclusiveLock
ALTER PUBLICATION pall ADD TABLE pub;
-- 55000: publication pall is FOR ALL TABLES
-- in doubt 55000, uncertain 55000
ALTER PUBLICATION pall SET TABLE pub;
-- 55000: publication pall is FOR ALL TABLES
-- in doubt 55000, uncertain 55000
ALTER PUBLICATION pall DROP TABLE pub;
-- 55000: publication pall is FOR ALL TABLES
-- in doubt 55000, uncertain 55000
ALTER PUBLICATION psch ADD TABLE pub;
-- locks pub ShareUpdateExclusiveLock
ALTER PUBLICATION psch ADD TABLES IN SCHEMA app;
-- 42710: schema app is in publication psch already
-- in doubt 42710, uncertain 42710
ALTER PUBLICATION psch DROP TABLES IN SCHEMA public;
-- 42704: schema public is not in publication psch
-- in doubt 42704, uncertain 42704
ALTER PUBLICATION pu ADD TABLE pub;
-- 42710: public.pub is in publication pu already
-- in doubt 42710, uncertain 42710
ALTER PUBLICATION pu ADD TABLES IN SCHEMA nix;
-- 3F000: schema nix does not exist
-- uncertain 3F000
INSERT INTO chk VALUES (1, 5);
-- 44000: a row is none of those that public.chk shows, which has a CHECK OPTION
INSERT INTO chk VALUES (1, 6);
-- rows may fail: 23505 t(id); locks chk RowExclusiveLock
INSERT INTO chk (id) VALUES (1);
-- 23502: public.t.c is required, and the row has NULL there
INSERT INTO chk SELECT id, b FROM t;
-- rows may fail: 23502 t(c), 23505 t(id); locks chk RowExclusiveLock, t AccessShareLock; scans t
UPDATE chk SET c = 1;
-- rows may fail: 44000 t(c)*; locks chk RowExclusiveLock; scans chk
UPDATE chk SET c = 7;
-- locks chk RowExclusiveLock; scans chk
INSERT INTO v SELECT 1, 'x', 2;
-- 42601: the query gives 3 columns, and 2 are written to
UPDATE t SET k = 1;
-- 428C9: public.t.k is generated and can only be set to DEFAULT
-- uncertain 428C9
UPDATE t SET c = NULL;
-- rows may fail: 23502 t(c)*; locks t RowExclusiveLock; scans t
UPDATE t SET m = 'nix';
-- 22P02: 'nix' is no label of mood
UPDATE t SET j = '{';
-- 22P02: "{" can't be read as jsonb
-- uncertain 22P02
INSERT INTO t (id, c, m) VALUES (1, 1, 'nix'::mood);
-- 22P02: 'nix' is no label of mood
INSERT INTO t (id, c) VALUES ('x'::int, 1);
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
INSERT INTO t (id, c) VALUES (1.5, 1), (2, NULL);
-- 23502: public.t.c is required, and the row has NULL there
INSERT INTO t (id, c) SELECT id, t_id FROM other;
-- rows may fail: 23502 t(id), 23502 t(c), 23505 t(id); locks t RowExclusiveLock, other AccessShareLock; scans other
INSERT INTO usesd (x) VALUES (0);
-- 23514: the value violates a check of public.d (public.usesd.x)
-- uncertain 23514
INSERT INTO usesd (z) VALUES ('nix');
-- 22P02: 'nix' is no label of mood (public.usesd.z)
INSERT INTO usesd (n) VALUES (ROW(1, 'x'));
-- locks usesd RowExclusiveLock
ALTER DOMAIN d ADD CHECK (VALUE > 5);
-- 0A000: public.t.h has public.d inside public.holder: its rows can't be checked
-- uncertain 0A000
ALTER DOMAIN d SET NOT NULL;
-- 0A000: public.t.h has public.d inside public.holder: its rows can't be checked
-- uncertain 0A000
ALTER DOMAIN onmood SET NOT NULL;
-- rows may fail: 23502 usesd(z); locks usesd ShareLock; scans usesd
DROP DOMAIN d;
-- 2BP01: public.usesd.x uses type public.d
-- uncertain 2BP01
DROP DOMAIN onmood;
-- 2BP01: public.usesd.z uses type public.onmood
-- uncertain 2BP01
DROP DOMAIN nested;
-- 2BP01: public.usesd.n uses type public.nested
-- uncertain 2BP01
DROP TYPE mood;
-- 2BP01: public.t.m uses type public.mood
-- uncertain 2BP01
DROP TYPE pair;
-- 2BP01: domain public.nested uses type public.pair
-- uncertain 2BP01
DROP TYPE holder;
-- 2BP01: public.t.h uses type public.holder
-- uncertain 2BP01
DROP TYPE r2;
DROP TYPE mood, holder;
-- 2BP01: public.t.m uses type public.mood
-- uncertain 2BP01
DROP TYPE r2_multirange;
-- 2BP01: type public.r2_multirange belongs to public.r2: drop that
-- uncertain 2BP01
DROP EXTENSION intarray;
-- 2BP01: index public.exti uses what extension intarray brings
-- uncertain 2BP01
DROP EXTENSION pg_trgm;
-- 2BP01: index public.extt uses what extension pg_trgm brings
-- uncertain 2BP01
DROP EXTENSION hstore;
-- 2BP01: public.ext.h is hstore, of extension hstore
-- uncertain 2BP01
DROP EXTENSION citext, hstore;
-- 2BP01: public.ext.c is citext, of extension citext
-- uncertain 2BP01
DROP EXTENSION plpgsql;
-- 2BP01: function public.tf is written in plpgsql
-- uncertain 2BP01
DROP VIEW mv;
-- 42809: public.mv is a materialized view: this is not for it
-- uncertain 42809
DROP MATERIALIZED VIEW v;
-- 42809: public.v is a view: this is not for it
-- uncertain 42809
DROP TABLE v;
-- 42809: public.v is a view: this is not for it
-- uncertain 42809
DROP TABLE mv;
-- 42809: public.mv is a materialized view: this is not for it
-- uncertain 42809
DROP VIEW v, chk;
-- locks v AccessExclusiveLock, chk AccessExclusiveLock; drops v, chk
DROP TABLE t, other;
-- 2BP01: view public.chk depends on public.t
-- uncertain 2BP01
DROP TABLE owner1;
-- 2BP01: the default of public.user_of.id uses sequence public.os
-- uncertain 2BP01
DROP TABLE owner1, user_of;
-- locks owner1 AccessExclusiveLock, user_of AccessExclusiveLock; drops owner1, os, user_of; loses table:public.owner1; loses table:public.user_of
DROP SEQUENCE os;
-- 2BP01: the default of public.user_of.id uses sequence public.os
-- uncertain 2BP01
DROP INDEX CONCURRENTLY kx CASCADE;
-- 0A000: DROP INDEX CONCURRENTLY does not support CASCADE; in no transaction
-- of what nobody made 0A000, uncertain 0A000
DROP INDEX kx CASCADE;
-- locks keyless AccessExclusiveLock; drops kx
DROP INDEX t_pkey CASCADE;
-- 2BP01: public.t_pkey belongs to constraint t_pkey of public.t: drop the constraint
-- uncertain 2BP01
DROP TRIGGER IF EXISTS tr ON nix;
DROP TRIGGER tr ON nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DROP POLICY IF EXISTS po ON nix;
DROP FUNCTION atomic();
DROP FUNCTION ag(int);
-- 42809: public.ag is an aggregate
-- uncertain 42809
ALTER FUNCTION ag(int) RENAME TO ag2;
ALTER FUNCTION ag(int) STABLE;
-- 42809: public.ag is an aggregate
-- in doubt 42809, uncertain 42809
ALTER AGGREGATE ag(int) RENAME TO ag2;
ALTER AGGREGATE f(int) RENAME TO ag2;
-- 42809: public.f is no aggregate
-- in doubt 42809, uncertain 42809
ALTER FUNCTION nix.f(int) RENAME TO g;
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER FUNCTION f(nix.x) RENAME TO g;
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER FUNCTION f(nix) RENAME TO g;
-- 42704: type nix does not exist
-- uncertain 42704
DROP FUNCTION IF EXISTS nix.f(int);
DROP FUNCTION IF EXISTS f(nix);
ALTER SEQUENCE IF EXISTS nix RESTART;
ALTER SEQUENCE t RENAME TO x;
-- 42809: public.t is a table: this is not for it
ALTER SEQUENCE v SET SCHEMA app;
-- 42809: public.v is a view: this is not for it
ALTER SEQUENCE os SET SCHEMA app;
-- 0A000: public.os goes where the table that owns it goes
-- uncertain 0A000
CREATE SEQUENCE n OWNED BY app.x;
-- 42P01: public.app does not exist
-- uncertain 42P01
SELECT nextval('public.sq');
SELECT nextval('app.sq');
-- 42P01: app.sq does not exist
-- uncertain 42P01
SELECT setval('sq', 'x');
-- 22P02: 'x' can't be read as bigint
-- of what nobody made 22P02, in doubt 22P02, uncertain 22P02
SELECT setval('sq', 5, false);
CREATE TRIGGER tr BEFORE UPDATE OF ctid ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- 42703: public.t has no column ctid
-- uncertain 42703
CREATE TRIGGER tr BEFORE UPDATE OF nix ON t FOR EACH ROW EXECUTE FUNCTION tf();
-- 42703: public.t has no column nix
CREATE TRIGGER tr BEFORE UPDATE ON t FOR EACH ROW WHEN (NEW.k > 1) EXECUTE FUNCTION tf();
-- 42P17: a BEFORE trigger's condition can't name the generated column NEW.k
-- uncertain 42P17
CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.k > 1) EXECUTE FUNCTION tf();
-- locks t ShareRowExclusiveLock
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (OLD.a = 'x') EXECUTE FUNCTION tf();
-- 42P17: an INSERT trigger's condition can't name OLD
-- uncertain 42P17
CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH STATEMENT WHEN (NEW.a = 'x') EXECUTE FUNCTION tf();
-- 42P17: a statement trigger's condition can't name columns
-- uncertain 42P17
CREATE TRIGGER tr BEFORE INSERT ON nix FOR EACH ROW EXECUTE FUNCTION tf();
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER POLICY nix ON t USING (true);
-- 42704: public.t has no policy nix
ALTER POLICY nix ON nix USING (true);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE POLICY p ON nix USING (true);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE POLICY p ON t USING (nix = 1);
-- 42703: t has no column nix
CREATE POLICY p ON t FOR INSERT USING (true);
-- 42601: a policy for INSERT takes WITH CHECK only
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE POLICY p ON t FOR SELECT WITH CHECK (true);
-- 42601: a policy for SELECT or DELETE takes no WITH CHECK
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE STATISTICS nix.s ON a, b FROM t;
-- 3F000: schema nix does not exist
-- uncertain 3F000
DROP STATISTICS nix.s;
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER TYPE nix.mood ADD VALUE 'x';
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER TYPE nix ADD VALUE 'x';
-- 42704: type nix does not exist
-- uncertain 42704
REFRESH MATERIALIZED VIEW mv WITH NO DATA;
-- locks mv AccessExclusiveLock
REFRESH MATERIALIZED VIEW nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE MATERIALIZED VIEW n AS SELECT 1 AS one WITH NO DATA;
CREATE VIEW n AS WITH x AS (SELECT * FROM t) SELECT id FROM x;
-- locks t AccessShareLock
CREATE VIEW n AS SELECT * FROM nix.x;
-- 42P01: nix.x does not exist
-- uncertain 42P01
CREATE OR REPLACE VIEW v AS SELECT * FROM nix;
-- 42P01: public.nix does not exist
CLUSTER clus;
-- locks clus AccessExclusiveLock; rewrites clus; scans clus; rebuilds clus_pkey
CLUSTER t;
-- 42704: public.t was never clustered: name an index
SELECT id FROM t FOR UPDATE;
-- locks t RowShareLock; scans t
SELECT id FROM t WHERE m = 'nix';
-- 22P02: 'nix' is no label of mood
SELECT id FROM t WHERE m = 'sad';
-- locks t AccessShareLock; scans t
LOCK TABLE t, other IN SHARE MODE;
-- locks t ShareLock, other ShareLock
CREATE UNLOGGED TABLE pg_temp.n (id int);
-- 42P16: pg_temp.n: what is in pg_temp is temporary
-- of what nobody made 42P16, in doubt 42P16, uncertain 42P16
CREATE TEMP TABLE n (id int) ON COMMIT DELETE ROWS;
CREATE TABLE n (LIKE t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
-- locks t AccessShareLock
CREATE TABLE n (LIKE t, a int);
-- 42701: n has column a twice
CREATE TABLE n (LIKE t, LIKE other);
-- 42701: n has column id twice
CREATE TABLE n (LIKE keyless, LIKE t_nix);
-- 42P01: public.t_nix does not exist
-- uncertain 42P01
CREATE TABLE n (id serial, id2 serial);
CREATE TABLE n (id int DEFAULT 'x');
-- 22P02: the default 'x' can't be read as integer
-- of what nobody made 22P02, in doubt 22P02, uncertain 22P02
CREATE TABLE n (id int, CHECK (nix > 0));
-- 42703: n has no column nix
-- of what nobody made 42703, uncertain 42703
CREATE TABLE n (id int, FOREIGN KEY (id) REFERENCES nix);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE n (id int, FOREIGN KEY (nix) REFERENCES t);
-- 42703: public.n has no column nix
-- of what nobody made 42703, uncertain 42703
CREATE TABLE n (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES n);
-- rows may fail: 23502 n(id), 23505 n(id), 23503 n(id); builds n_pkey
CREATE TABLE n (a int, b int, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES n);
-- 42830: the foreign key has 1 columns, the key it points at 2
-- of what nobody made 42830, in doubt 42830, uncertain 42830
CREATE TABLE n (a int, g int GENERATED ALWAYS AS (a) STORED REFERENCES t ON UPDATE CASCADE);
-- 42601: g is generated: ON UPDATE can't write it
-- of what nobody made 42601, uncertain 42601
CREATE TABLE n (m mood DEFAULT 'nix');
-- 22P02: the default 'nix' is no label of mood
CREATE TABLE n (m mood DEFAULT 'sad', CHECK (m <> 'nix'));
-- 22P02: 'nix' is no label of mood
CREATE TABLE n (x d DEFAULT 0);
DO $$ BEGIN UPDATE t SET m = 'nix'; END $$;
-- 22P02: 'nix' is no label of mood (public.t.m)
DO $$ BEGIN PERFORM nextval('nix'); END $$;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN CREATE INDEX CONCURRENTLY ON t (b); END $$;
-- 25001: CREATE INDEX can't run inside a DO block
-- of what nobody made 25001, in doubt 25001, uncertain 25001
DO $$ BEGIN IF false THEN VACUUM t; END IF; END $$;
-- locks t ShareUpdateExclusiveLock
