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
ALTER TABLE IF EXISTS nix ALTER a SET NOT NULL;
ALTER TABLE t ALTER a ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ALTER u ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE t ALTER arr SET STORAGE EXTERNAL;
ALTER TABLE t ALTER m SET STORAGE EXTERNAL;
ALTER TABLE t ALTER marr SET STORAGE MAIN;
ALTER TABLE t ALTER h SET STORAGE EXTERNAL;
ALTER TABLE t ALTER j SET STORAGE MAIN;
ALTER TABLE t ALTER dt SET STORAGE MAIN;
ALTER TABLE t ADD z interval year to month;
-- + column public.t.z interval year to month false - - 0 false
ALTER TABLE t ALTER iv TYPE interval hour to minute;
-- - column public.t.iv interval false - - 0 false
-- + column public.t.iv interval hour to minute false - - 0 false
ALTER TABLE t ALTER iv TYPE interval(2);
-- - column public.t.iv interval false - - 0 false
-- + column public.t.iv interval(2) false - - 0 false
ALTER TABLE t ALTER ti TYPE varchar(5);
-- - column public.t.ti time without time zone false - - 0 false
-- + column public.t.ti character varying(5) false - - 0 false
ALTER TABLE t ALTER ti TYPE varchar(15);
-- - column public.t.ti time without time zone false - - 0 false
-- + column public.t.ti character varying(15) false - - 0 false
ALTER TABLE t ALTER tz TYPE varchar(15);
-- - column public.t.tz time with time zone false - - 0 false
-- + column public.t.tz character varying(15) false - - 0 false
ALTER TABLE t ALTER tz TYPE varchar(25);
-- - column public.t.tz time with time zone false - - 0 false
-- + column public.t.tz character varying(25) false - - 0 false
ALTER TABLE t ALTER mo TYPE numeric(17, 2);
-- - column public.t.mo money false - - 0 false
-- + column public.t.mo numeric(17,2) false - - 0 false
ALTER TABLE t ALTER mo TYPE numeric(20, 2);
-- - column public.t.mo money false - - 0 false
-- + column public.t.mo numeric(20,2) false - - 0 false
ALTER TABLE t ALTER b TYPE xml;
ALTER TABLE t ALTER a TYPE xml USING a::xml;
ALTER TABLE t ALTER a TYPE text USING convert_from(a::bytea, 'UTF8');
ALTER TABLE t ALTER a TYPE numeric USING to_number(a, '999');
ALTER TABLE t ALTER a TYPE int USING extract(nix FROM dt);
ALTER TABLE t ALTER a TYPE text USING (SELECT 'x');
ALTER TABLE t ALTER a TYPE varchar;
ALTER TABLE other ALTER v TYPE text;
ALTER TABLE other ALTER t_id TYPE bigint;
-- - column public.other.t_id integer false - - 0 false
-- + column public.other.t_id bigint false - - 0 false
ALTER TABLE t ALTER id TYPE bigint;
ALTER TABLE t ALTER id TYPE text;
ALTER TABLE t ALTER id TYPE uuid USING u;
ALTER VIEW v ALTER a SET DEFAULT 'x';
ALTER TABLE IF EXISTS nix ALTER a TYPE int;
ALTER TABLE v ALTER a TYPE int;
ALTER TABLE ext ALTER t TYPE varchar;
-- - column public.ext.t text false - - 0 false
-- + column public.ext.t character varying false - - 0 false
ALTER TABLE kid INHERIT parent;
-- - column public.kid.a text false - - 0 false
-- - column public.kid.g integer false - id + 1 0 false
-- - column public.kid.id integer false - - 0 false
-- - column public.kid.s integer false - - 0 false
-- + column public.kid.a text false - - 0 true
-- + column public.kid.g integer false - id + 1 0 true
-- + column public.kid.id integer false - - 0 true
-- + column public.kid.s integer false - - 0 true
-- + table public.kid inherits public.parent
ALTER TABLE kid INHERIT nix;
CREATE TABLE n (a text COLLATE "C") INHERITS (parent);
-- + column public.n.a text false - - 0 true
-- + column public.n.g integer false - id + 1 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.s integer false - - 0 true
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (s int GENERATED ALWAYS AS (5) STORED) INHERITS (parent);
-- + column public.n.a text false - - 0 true
-- + column public.n.g integer false - id + 1 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.s integer false - 5 0 true
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int CHECK (id > 5)) INHERITS (parent);
-- + column public.n.a text false - - 0 true
-- + column public.n.g integer false - id + 1 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.s integer false - - 0 true
-- + constraint public.n.n_id_check 3 ["id"] ->  []  true false false id > 5
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n: row security false, replica identity 0, filled false
ALTER TABLE pt ATTACH PARTITION cand FOR VALUES FROM (20) TO (30);
-- - column public.cand.d date false - - 0 false
-- - column public.cand.id integer false - - 0 false
-- - column public.cand.k integer false - - 0 false
-- - index public.cand.public.ci btree ["id"] false false true false
-- - index public.cand.public.ci2 btree ["d"] false false true false
-- - table public.cand 0 0 of - in -  true
-- + column public.cand.d date false - - 0 true
-- + column public.cand.id integer false - - 0 true
-- + column public.cand.k integer false - - 0 true
-- + constraint public.cand.cand_k_key 1 ["k"] ->  [] cand_k_key true false true -
-- + index public.cand.public.cand_k_key btree ["k"] true false true false public.uq
-- + index public.cand.public.ci btree ["id"] false false true false public.pi
-- + index public.cand.public.ci2 btree ["d"] false false true false public.pi2
-- + index public.cand_k_key on public.cand
-- + table public.cand 0 0 of - in public.pt  true
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (20) TO (30);
-- - column public.candc.d date false - - 0 false
-- - column public.candc.id integer false - - 0 false
-- - column public.candc.k integer true - - 0 false
-- - table public.candc 0 0 of - in -  true
-- + column public.candc.d date false - - 0 true
-- + column public.candc.id integer false - - 0 true
-- + column public.candc.k integer true - - 0 true
-- + constraint public.candc.candc_k_key 1 ["k"] ->  [] candc_k_key true false true -
-- + index public.candc.public.candc_d_idx btree ["d"] false false true false public.pi2
-- + index public.candc.public.candc_id_idx btree ["id"] false false true false public.pi
-- + index public.candc.public.candc_k_key btree ["k"] true false true false public.uq
-- + index public.candc_d_idx on public.candc
-- + index public.candc_id_idx on public.candc
-- + index public.candc_k_key on public.candc
-- + table public.candc 0 0 of - in public.pt  true
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (20) TO (25);
-- - column public.candc.d date false - - 0 false
-- - column public.candc.id integer false - - 0 false
-- - column public.candc.k integer true - - 0 false
-- - table public.candc 0 0 of - in -  true
-- + column public.candc.d date false - - 0 true
-- + column public.candc.id integer false - - 0 true
-- + column public.candc.k integer true - - 0 true
-- + constraint public.candc.candc_k_key 1 ["k"] ->  [] candc_k_key true false true -
-- + index public.candc.public.candc_d_idx btree ["d"] false false true false public.pi2
-- + index public.candc.public.candc_id_idx btree ["id"] false false true false public.pi
-- + index public.candc.public.candc_k_key btree ["k"] true false true false public.uq
-- + index public.candc_d_idx on public.candc
-- + index public.candc_id_idx on public.candc
-- + index public.candc_k_key on public.candc
-- + table public.candc 0 0 of - in public.pt  true
ALTER TABLE pt ATTACH PARTITION candc FOR VALUES FROM (MINVALUE) TO (0);
-- - column public.candc.d date false - - 0 false
-- - column public.candc.id integer false - - 0 false
-- - column public.candc.k integer true - - 0 false
-- - table public.candc 0 0 of - in -  true
-- + column public.candc.d date false - - 0 true
-- + column public.candc.id integer false - - 0 true
-- + column public.candc.k integer true - - 0 true
-- + constraint public.candc.candc_k_key 1 ["k"] ->  [] candc_k_key true false true -
-- + index public.candc.public.candc_d_idx btree ["d"] false false true false public.pi2
-- + index public.candc.public.candc_id_idx btree ["id"] false false true false public.pi
-- + index public.candc.public.candc_k_key btree ["k"] true false true false public.uq
-- + index public.candc_d_idx on public.candc
-- + index public.candc_id_idx on public.candc
-- + index public.candc_k_key on public.candc
-- + table public.candc 0 0 of - in public.pt  true
ALTER TABLE pt ATTACH PARTITION candu FOR VALUES FROM (20) TO (30);
-- - column public.candu.d date false - - 0 false
-- - column public.candu.id integer false - - 0 false
-- - column public.candu.k integer false - - 0 false
-- - constraint public.candu.candu_k_key 1 ["k"] ->  [] candu_k_key true false false -
-- - index public.candu.public.candu_k_key btree ["k"] true false true false
-- - table public.candu 0 0 of - in -  true
-- + column public.candu.d date false - - 0 true
-- + column public.candu.id integer false - - 0 true
-- + column public.candu.k integer false - - 0 true
-- + constraint public.candu.candu_k_key 1 ["k"] ->  [] candu_k_key true false true -
-- + index public.candu.public.candu_d_idx btree ["d"] false false true false public.pi2
-- + index public.candu.public.candu_id_idx btree ["id"] false false true false public.pi
-- + index public.candu.public.candu_k_key btree ["k"] true false true false public.uq
-- + index public.candu_d_idx on public.candu
-- + index public.candu_id_idx on public.candu
-- + table public.candu 0 0 of - in public.pt  true
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'b');
-- - column public.lcand.id integer false - - 0 false
-- - column public.lcand.k text true - - 0 false
-- - table public.lcand 0 0 of - in -  true
-- + column public.lcand.id integer false - - 0 true
-- + column public.lcand.k text true - - 0 true
-- + table public.lcand 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'c');
-- - column public.lcand.id integer false - - 0 false
-- - column public.lcand.k text true - - 0 false
-- - table public.lcand 0 0 of - in -  true
-- + column public.lcand.id integer false - - 0 true
-- + column public.lcand.k text true - - 0 true
-- + table public.lcand 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand FOR VALUES IN ('a', 'b', NULL);
-- - column public.lcand.id integer false - - 0 false
-- - column public.lcand.k text true - - 0 false
-- - table public.lcand 0 0 of - in -  true
-- + column public.lcand.id integer false - - 0 true
-- + column public.lcand.k text true - - 0 true
-- + table public.lcand 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand2 FOR VALUES IN ('a');
-- - column public.lcand2.id integer false - - 0 false
-- - column public.lcand2.k text false - - 0 false
-- - table public.lcand2 0 0 of - in -  true
-- + column public.lcand2.id integer false - - 0 true
-- + column public.lcand2.k text false - - 0 true
-- + table public.lcand2 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand2 FOR VALUES IN ('a', NULL);
-- - column public.lcand2.id integer false - - 0 false
-- - column public.lcand2.k text false - - 0 false
-- - table public.lcand2 0 0 of - in -  true
-- + column public.lcand2.id integer false - - 0 true
-- + column public.lcand2.k text false - - 0 true
-- + table public.lcand2 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand3 FOR VALUES IN ('a', 'b');
-- - column public.lcand3.id integer false - - 0 false
-- - column public.lcand3.k text true - - 0 false
-- - table public.lcand3 0 0 of - in -  true
-- + column public.lcand3.id integer false - - 0 true
-- + column public.lcand3.k text true - - 0 true
-- + table public.lcand3 0 0 of - in public.plist  true
ALTER TABLE plist ATTACH PARTITION lcand3 FOR VALUES IN ('a');
-- - column public.lcand3.id integer false - - 0 false
-- - column public.lcand3.k text true - - 0 false
-- - table public.lcand3 0 0 of - in -  true
-- + column public.lcand3.id integer false - - 0 true
-- + column public.lcand3.k text true - - 0 true
-- + table public.lcand3 0 0 of - in public.plist  true
ALTER TABLE pt DETACH PARTITION p1;
-- - column public.p1.d date false - - 0 true
-- - column public.p1.id integer false - - 0 true
-- - column public.p1.k integer false - - 0 true
-- - constraint public.p1.p1_k_key 1 ["k"] ->  [] p1_k_key true false true -
-- - index public.p1.public.p1_d_idx btree ["d"] false false true false public.pi2
-- - index public.p1.public.p1_id_idx btree ["id"] false false true false public.pi
-- - index public.p1.public.p1_k_key btree ["k"] true false true false public.uq
-- - table public.p1 0 0 of - in public.pt  true
-- + column public.p1.d date false - - 0 false
-- + column public.p1.id integer false - - 0 false
-- + column public.p1.k integer false - - 0 false
-- + constraint public.p1.p1_k_key 1 ["k"] ->  [] p1_k_key true false false -
-- + index public.p1.public.p1_d_idx btree ["d"] false false true false
-- + index public.p1.public.p1_id_idx btree ["id"] false false true false
-- + index public.p1.public.p1_k_key btree ["k"] true false true false
-- + table public.p1 0 0 of - in -  true
ALTER INDEX pi ATTACH PARTITION p1_id_idx;
ALTER TABLE keyless ADD PRIMARY KEY USING INDEX kx;
-- - column public.keyless.id integer false - - 0 false
-- - index public.keyless.public.kx btree ["id"] true false true false
-- + column public.keyless.id integer true - - 0 false
-- + constraint public.keyless.kx 0 ["id"] ->  [] kx true false false -
-- + index public.keyless.public.kx btree ["id"] true true true false
ALTER TABLE nix ADD UNIQUE USING INDEX kx;
ALTER TABLE keyless ADD PRIMARY KEY (id), ADD PRIMARY KEY (n);
ALTER TABLE IF EXISTS nix ADD UNIQUE (a);
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int UNIQUE;
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int CHECK (id > 0);
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int REFERENCES nix;
ALTER TABLE keyless ADD COLUMN IF NOT EXISTS id int PRIMARY KEY;
ALTER TABLE keyless ADD EXCLUDE (nix WITH =);
ALTER TABLE IF EXISTS nix ADD FOREIGN KEY (a) REFERENCES t;
ALTER TABLE nix ADD FOREIGN KEY (a) REFERENCES t;
ALTER TABLE other ADD CONSTRAINT pos CHECK (id > 0);
ALTER TABLE ul SET LOGGED;
-- - table public.ul 0 1 of - in -  true
-- + table public.ul 0 0 of - in -  true
ALTER TABLE other SET UNLOGGED;
-- - table public.other 0 0 of - in -  true
-- + table public.other 0 1 of - in -  true
ALTER PUBLICATION pall DROP TABLE pub;
ALTER PUBLICATION psch ADD TABLE pub;
-- + publication psch: public.pub []
ALTER PUBLICATION psch ADD TABLES IN SCHEMA app;
ALTER PUBLICATION psch DROP TABLES IN SCHEMA public;
ALTER PUBLICATION pu ADD TABLE pub;
ALTER DOMAIN onmood SET NOT NULL;
-- - domain public.onmood mood false -
-- + domain public.onmood mood true -
DROP DOMAIN d;
DROP DOMAIN onmood;
DROP DOMAIN nested;
DROP TYPE mood;
DROP TYPE pair;
DROP TYPE holder;
DROP TYPE r2;
-- - composite public.r2 1
-- - composite public.r2_multirange 2
DROP TYPE mood, holder;
DROP EXTENSION hstore;
DROP EXTENSION citext, hstore;
DROP EXTENSION plpgsql;
DROP TABLE v;
DROP TABLE mv;
DROP VIEW v, chk;
-- - view public.chk false true ["id", "c"]  true
-- - view public.chk uses public.t.c
-- - view public.chk uses public.t.id
-- - view public.chk: integer
-- - view public.chk: integer
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
DROP TABLE t, other;
DROP TABLE owner1;
DROP TABLE owner1, user_of;
-- - column public.owner1.id integer false - - 0 false
-- - column public.user_of.id integer false nextval('os') - 0 false
-- - sequence public.os owned by public.owner1.id
-- - table public.owner1 0 0 of - in -  true
-- - table public.owner1: row security false, replica identity 0, filled false
-- - table public.user_of 0 0 of - in -  true
-- - table public.user_of: row security false, replica identity 0, filled false
DROP SEQUENCE os;
DROP INDEX kx CASCADE;
-- - index public.keyless.public.kx btree ["id"] true false true false
-- - index public.kx on public.keyless
DROP INDEX t_pkey CASCADE;
DROP TRIGGER IF EXISTS tr ON nix;
DROP TRIGGER tr ON nix;
DROP POLICY IF EXISTS po ON nix;
DROP FUNCTION atomic();
-- - function public.atomic() returns bigint 2 [] 0
ALTER FUNCTION ag(int) RENAME TO ag2;
-- - function public.ag(integer) returns - 2 [""] 0
-- + function public.ag2(integer) returns - 2 [""] 0
ALTER AGGREGATE ag(int) RENAME TO ag2;
-- - function public.ag(integer) returns - 2 [""] 0
-- + function public.ag2(integer) returns - 2 [""] 0
ALTER FUNCTION nix.f(int) RENAME TO g;
ALTER FUNCTION f(nix.x) RENAME TO g;
ALTER FUNCTION f(nix) RENAME TO g;
DROP FUNCTION IF EXISTS nix.f(int);
DROP FUNCTION IF EXISTS f(nix);
ALTER SEQUENCE IF EXISTS nix RESTART;
CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN (NEW.k > 1) EXECUTE FUNCTION tf();
-- + trigger public.t.tr tf
CREATE TRIGGER tr BEFORE INSERT ON nix FOR EACH ROW EXECUTE FUNCTION tf();
ALTER POLICY nix ON t USING (true);
ALTER POLICY nix ON nix USING (true);
CREATE POLICY p ON nix USING (true);
CREATE POLICY p ON t FOR INSERT USING (true);
CREATE POLICY p ON t FOR SELECT WITH CHECK (true);
DROP STATISTICS nix.s;
ALTER TYPE nix.mood ADD VALUE 'x';
ALTER TYPE nix ADD VALUE 'x';
CREATE MATERIALIZED VIEW n AS SELECT 1 AS one WITH NO DATA;
-- + view public.n true false ["one"]  true
-- + view public.n: integer
CREATE VIEW n AS WITH x AS (SELECT * FROM t) SELECT id FROM x;
-- + view public.n false true ["id"]  true
-- + view public.n uses public.t.a
-- + view public.n uses public.t.arr
-- + view public.n uses public.t.b
-- + view public.n uses public.t.c
-- + view public.n uses public.t.dt
-- + view public.n uses public.t.h
-- + view public.n uses public.t.id
-- + view public.n uses public.t.iv
-- + view public.n uses public.t.j
-- + view public.n uses public.t.k
-- + view public.n uses public.t.m
-- + view public.n uses public.t.marr
-- + view public.n uses public.t.mo
-- + view public.n uses public.t.ti
-- + view public.n uses public.t.tz
-- + view public.n uses public.t.u
-- + view public.n: integer
CREATE OR REPLACE VIEW v AS SELECT * FROM nix;
CREATE TEMP TABLE n (id int) ON COMMIT DELETE ROWS;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + column pg_temp.n.id integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- + table pg_temp.n 0 2 of - in -  true
-- + table pg_temp.n: row security false, replica identity 0, filled false
CREATE TABLE n (LIKE t INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES);
-- + column public.n.a text false - - 0 false
-- + column public.n.arr integer[] false - - 0 false
-- + column public.n.b integer false - - 0 false
-- + column public.n.c integer true - - 0 false
-- + column public.n.dt date false - - 0 false
-- + column public.n.h holder false - - 0 false
-- + column public.n.id integer true - - 0 false
-- + column public.n.iv interval false - - 0 false
-- + column public.n.j jsonb false - - 0 false
-- + column public.n.k integer false - - 0 false
-- + column public.n.m mood false - - 0 false
-- + column public.n.marr mood[] false - - 0 false
-- + column public.n.mo money false - - 0 false
-- + column public.n.ti time without time zone false - - 0 false
-- + column public.n.tz time with time zone false - - 0 false
-- + column public.n.u uuid false - - 0 false
-- + constraint public.n.n_pkey 0 ["id"] ->  [] n_pkey true false false -
-- + index public.n.public.n_pkey btree ["id"] true true true false
-- + index public.n_pkey on public.n
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id serial, id2 serial);
-- + column public.n.id integer true nextval('public.n_id_seq'::regclass) - 0 false
-- + column public.n.id2 integer true nextval('public.n_id2_seq'::regclass) - 0 false
-- + sequence public.n_id2_seq owned by public.n.id2
-- + sequence public.n_id_seq owned by public.n.id
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int, FOREIGN KEY (id) REFERENCES nix);
CREATE TABLE n (id int, FOREIGN KEY (nix) REFERENCES t);
CREATE TABLE n (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES n);
-- + column public.n.id integer true - - 0 false
-- + constraint public.n.n_id_fkey 2 ["id"] -> public.n ["id"] n_pkey true false false -
-- + constraint public.n.n_pkey 0 ["id"] ->  [] n_pkey true false false -
-- + index public.n.public.n_pkey btree ["id"] true true true false
-- + index public.n_pkey on public.n
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (a int, b int, PRIMARY KEY (a, b), FOREIGN KEY (a) REFERENCES n);
CREATE TABLE n (x d DEFAULT 0);
-- + column public.n.x d false 0 - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
DO $$ BEGIN UPDATE t SET m = 'nix'; END $$;
DO $$ BEGIN PERFORM nextval('nix'); END $$;
DO $$ BEGIN IF false THEN VACUUM t; END IF; END $$;
CLUSTER keyless USING kx;
-- - index public.keyless.public.kx btree ["id"] true false true false
-- + index public.keyless.public.kx btree ["id"] true false true true
CLUSTER keyless USING nix;
CLUSTER nix USING kx;
CLUSTER clus;
VACUUM t;
REINDEX TABLE t;
INSERT INTO t (id, c) VALUES (1, 1);
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security false, replica identity 0, filled true
INSERT INTO nix VALUES (1);
INSERT INTO pt VALUES (1, 1, NULL);
-- - table public.pt: row security false, replica identity 0, filled false
-- + table public.pt: row security false, replica identity 0, filled true
INSERT INTO v (id) VALUES (1);
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security false, replica identity 0, filled true
UPDATE t SET a = 'x';
UPDATE nix SET a = 'x';
DELETE FROM t;
TRUNCATE t CASCADE;
COPY t FROM STDIN;
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security false, replica identity 0, filled true
COPY t TO STDOUT;
REFRESH MATERIALIZED VIEW mv;
REFRESH MATERIALIZED VIEW mv WITH NO DATA;
-- - view public.mv true true ["id"]  true
-- + view public.mv true false ["id"]  true
REFRESH MATERIALIZED VIEW nix;
COMMENT ON TABLE t IS 'x';
GRANT SELECT ON t TO PUBLIC;
ALTER TABLE t OWNER TO postgres;
-- - table public.t 0 0 of - in -  true
-- + table public.t 0 0 of - in - postgres true
ALTER TABLE nix OWNER TO postgres;
ALTER SCHEMA app OWNER TO postgres;
ALTER TYPE mood OWNER TO postgres;
-- - enum public.mood ["sad", "ok"]
-- + enum public.mood ["sad", "ok"] postgres
ALTER VIEW v OWNER TO postgres;
-- - view public.v false true ["id", "a"]  true
-- + view public.v false true ["id", "a"] postgres true
ALTER SEQUENCE sq OWNER TO postgres;
-- - sequence public.sq owned by .
-- + sequence public.sq owned by . postgres
ALTER FUNCTION f(int) OWNER TO postgres;
-- - function public.f(integer) returns integer 2 [""] 0
-- + function public.f(integer) returns integer 2 [""] 0 postgres
ALTER DOMAIN d OWNER TO postgres;
SET search_path = app, public;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["app", "public"]; not kept {}
SET search_path = nix;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["nix"]; not kept {}
SET search_path TO DEFAULT;
RESET search_path;
SET SCHEMA 'app';
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["app"]; not kept {}
SELECT set_config('search_path', 'app', false);
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["app"]; not kept {}
SELECT pg_catalog.set_config('search_path', '', false);
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path []; not kept {}
BEGIN; SET LOCAL search_path = app; COMMIT;
BEGIN; SET search_path = app; ROLLBACK;
BEGIN; CREATE TABLE n (id int); ROLLBACK;
BEGIN; CREATE TABLE n (id int); COMMIT;
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
BEGIN; CREATE TABLE n (id int); SAVEPOINT s; DROP TABLE t CASCADE; ROLLBACK TO s; COMMIT;
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
BEGIN; SAVEPOINT s; CREATE TABLE n (id int); RELEASE s; ROLLBACK;
ROLLBACK;
COMMIT;
ROLLBACK TO nix;
CREATE TEMP TABLE n (id int) ON COMMIT DROP;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + column pg_temp.n.id integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- + table pg_temp.n 0 2 of - in -  true
-- + table pg_temp.n: row security false, replica identity 0, filled false
BEGIN; CREATE TEMP TABLE n (id int) ON COMMIT DROP; COMMIT;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
DROP OWNED BY postgres CASCADE;
CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS STORAGE int;
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["public"]; not kept {"CREATE OPERATOR CLASS"}
CREATE COLLATION co (locale = 'C');
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + schemas {"app", "public"}; search_path ["public"]; not kept {"CREATE COLLATION"}
ALTER TABLE t ADD z int, DROP a CASCADE, RENAME b TO z;
-- - table public.t 0 0 of - in -  true
-- + table public.t 0 0 of - in -  false
ALTER TABLE t ADD z int, ADD z int;
ALTER TABLE t ADD z int, DROP COLUMN nix;
ALTER TABLE t ADD z int, ALTER z SET NOT NULL, ALTER z SET DEFAULT 5;
-- + column public.t.z integer true 5 - 0 false
ALTER TABLE t ALTER k DROP EXPRESSION;
-- - column public.t.k integer false - b +   1 0 false
-- + column public.t.k integer false - - 0 false
ALTER TABLE t ALTER c DROP NOT NULL, ALTER b SET NOT NULL;
-- - column public.t.b integer false - - 0 false
-- - column public.t.c integer true - - 0 false
-- + column public.t.b integer true - - 0 false
-- + column public.t.c integer false - - 0 false
ALTER TABLE t ALTER a TYPE varchar(5), ALTER b TYPE bigint, ALTER b SET DEFAULT 5;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security true, replica identity 0, filled false
ALTER TABLE t REPLICA IDENTITY FULL;
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security false, replica identity 2, filled false
ALTER TABLE t SET UNLOGGED;
-- - table public.t 0 0 of - in -  true
-- + table public.t 0 1 of - in -  true
ALTER TABLE ul2 SET LOGGED;
-- - table public.ul2 0 1 of - in -  true
-- + table public.ul2 0 0 of - in -  true
DO $$ BEGIN CREATE TABLE n (id int); DROP TABLE t CASCADE; END $$;
-- - column public.t.a text false - - 0 false
-- - column public.t.arr integer[] false - - 0 false
-- - column public.t.b integer false - - 0 false
-- - column public.t.c integer true - - 0 false
-- - column public.t.dt date false - - 0 false
-- - column public.t.h holder false - - 0 false
-- - column public.t.id integer true - - 0 false
-- - column public.t.iv interval false - - 0 false
-- - column public.t.j jsonb false - - 0 false
-- - column public.t.k integer false - b +   1 0 false
-- - column public.t.m mood false - - 0 false
-- - column public.t.marr mood[] false - - 0 false
-- - column public.t.mo money false - - 0 false
-- - column public.t.ti time without time zone false - - 0 false
-- - column public.t.tz time with time zone false - - 0 false
-- - column public.t.u uuid false - - 0 false
-- - constraint public.other.other_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - function public.atomic() returns bigint 2 [] 0
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - rule public.other.ru ["v", "v"]
-- - table public.t 0 0 of - in -  true
-- - table public.t: row security false, replica identity 0, filled false
-- - view public.chk false true ["id", "c"]  true
-- - view public.chk uses public.t.c
-- - view public.chk uses public.t.id
-- - view public.chk: integer
-- - view public.chk: integer
-- - view public.mv true true ["id"]  true
-- - view public.mv uses public.t.id
-- - view public.mv: integer
-- - view public.v false true ["id", "a"]  true
-- - view public.v uses public.t.a
-- - view public.v uses public.t.id
-- - view public.v: integer
-- - view public.v: text
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
DO $$ BEGIN CREATE TABLE n (id int); DROP TABLE nix; END $$;
DO $$ BEGIN CREATE TABLE n (id int); BEGIN DROP TABLE nix; EXCEPTION WHEN OTHERS THEN NULL; END; END $$;
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
DO $$ BEGIN BEGIN CREATE TABLE n (id int); DROP TABLE nix; EXCEPTION WHEN OTHERS THEN CREATE TABLE m (id int); END; END $$;
-- + column public.m.id integer false - - 0 false
-- + table public.m 0 0 of - in -  false
-- + table public.m: row security false, replica identity 0, filled false
DO $$ BEGIN IF random() > 0.5 THEN CREATE TABLE n (id int); ELSE DROP TABLE keyless; END IF; END $$;
-- - column public.keyless.id integer false - - 0 false
-- - column public.keyless.n integer false - - 0 false
-- - index public.kdef on public.keyless
-- - index public.kexpr on public.keyless
-- - index public.keyless.public.kdef btree ["n"] true false true false
-- - index public.keyless.public.kexpr btree [""] true false true false
-- - index public.keyless.public.kx btree ["id"] true false true false
-- - index public.kx on public.keyless
-- - table public.keyless 0 0 of - in -  true
-- - table public.keyless: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  false
-- + table public.n: row security false, replica identity 0, filled false
DO $$ BEGIN EXECUTE 'CREATE TABLE n (id int)'; END $$;
-- + column public.n.id integer false - - 0 false
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
DO $$ BEGIN EXECUTE (SELECT max(a) FROM t); END $$;
SELECT atomic();
-- - table public.t: row security false, replica identity 0, filled false
-- + table public.t: row security false, replica identity 0, filled true
SELECT nix();
CALL nix();
