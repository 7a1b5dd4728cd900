CREATE TABLE p (a int PRIMARY KEY, b int UNIQUE, c int, d int, e text, UNIQUE (c, d));
CREATE UNIQUE INDEX p_e ON p (e);
CREATE UNIQUE INDEX p_part ON p (d) WHERE d > 0;
CREATE UNIQUE INDEX p_expr ON p (lower(e));
CREATE INDEX p_plain ON p (c);
CREATE UNIQUE INDEX p_desc ON p (b DESC);
CREATE UNIQUE INDEX p_two ON p (a, b);
CREATE INDEX p_hash ON p USING hash (a);
CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES p, b int, c int, d int, e text, n numeric, u uuid,
  CONSTRAINT fk2 FOREIGN KEY (c, d) REFERENCES p (c, d));
CREATE TABLE nk (x int, y int);
CREATE TABLE def (a int PRIMARY KEY DEFERRABLE, b int CONSTRAINT def_b UNIQUE);
CREATE TABLE pt (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
CREATE TABLE inh () INHERITS (p);
CREATE VIEW v AS SELECT 1 AS one;
CREATE UNLOGGED TABLE ul (id int PRIMARY KEY);
CREATE TEMP TABLE tmp (id int PRIMARY KEY);
CREATE TABLE gen (id int, g int GENERATED ALWAYS AS (id + 1) STORED);
-- Statements
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (c);
-- 42830: public.p has no unique key over c
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (d);
-- 42830: public.p has no unique key over d
ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES p;
-- 42830: the foreign key has 2 columns, the key it points at 1
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (c, d);
-- 42830: the foreign key has 1 columns, the key it points at 2
ALTER TABLE c ADD FOREIGN KEY (e) REFERENCES p (a);
-- 42804: public.c.e is text, public.p.a is integer
-- uncertain 42804
ALTER TABLE c ADD FOREIGN KEY (u) REFERENCES p (a);
-- 42804: public.c.u is uuid, public.p.a is integer
-- uncertain 42804
ALTER TABLE c ADD FOREIGN KEY (n) REFERENCES p (a);
-- 42804: public.c.n is numeric, public.p.a is integer
-- uncertain 42804
ALTER TABLE c ADD FOREIGN KEY (nix) REFERENCES p (a);
-- 42703: public.c has no column nix
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (nix);
-- 42703: public.p has no column nix
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nk;
-- 42704: public.nk has no primary key to refer to
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nk (x);
-- 42830: public.nk has no unique key over x
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES v (one);
-- 42809: public.v is a view: this is not for it
-- uncertain 42809
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES def;
-- 55000: the key of public.def over a is deferrable: nothing can refer to it
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES pt (id);
-- 42830: public.pt has no unique key over id
ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES pt NOT VALID;
-- locks c ShareRowExclusiveLock, pt ShareRowExclusiveLock, pt1 ShareRowExclusiveLock
ALTER TABLE pt ADD FOREIGN KEY (k) REFERENCES p NOT VALID;
-- 42809: a NOT VALID foreign key on partitioned public.pt needs PostgreSQL 18
-- uncertain 42809
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES inh (a);
-- 42830: public.inh has no unique key over a
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES ul;
-- 42P16: public.c is permanent, public.ul is unlogged: a foreign key between them is refused
ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p ON DELETE SET NULL (c);
-- 42P10: c is not one of the foreign key's columns
-- uncertain 42P10
ALTER TABLE gen ADD FOREIGN KEY (g) REFERENCES p ON DELETE SET NULL;
-- 42601: g is generated: ON DELETE can't write it
-- uncertain 42601
ALTER TABLE gen ADD FOREIGN KEY (g) REFERENCES p ON UPDATE CASCADE;
-- 42601: g is generated: ON UPDATE can't write it
-- uncertain 42601
ALTER TABLE c ADD CONSTRAINT fk2 FOREIGN KEY (b) REFERENCES p;
-- 42710: public.c has a constraint fk2 already
-- uncertain 42710
ALTER TABLE c ADD CONSTRAINT c_pkey FOREIGN KEY (b) REFERENCES p;
-- 42710: public.c has a constraint c_pkey already
-- uncertain 42710
ALTER TABLE c ADD FOREIGN KEY (ctid) REFERENCES p;
-- 0A000: ctid is a system column
-- uncertain 0A000
ALTER TABLE c ADD PRIMARY KEY (b);
-- 42P16: public.c has a primary key already
-- uncertain 42P16
ALTER TABLE nk ADD PRIMARY KEY (x);
-- rows may fail: 23502 nk(x), 23505 nk(x); locks nk AccessExclusiveLock; scans nk; builds nk_pkey
ALTER TABLE nk ADD PRIMARY KEY (x, x);
-- 42701: x is in the key twice
-- uncertain 42701
ALTER TABLE nk ADD PRIMARY KEY (nix);
-- 42703: public.nk has no column nix
ALTER TABLE nk ADD UNIQUE (x, y);
-- rows may fail: 23505 nk(x,y); locks nk AccessExclusiveLock; scans nk; builds nk_x_y_key
ALTER TABLE nk ADD UNIQUE (x) INCLUDE (y);
-- rows may fail: 23505 nk(x); locks nk AccessExclusiveLock; scans nk; builds nk_x_key
ALTER TABLE nk ADD UNIQUE (x) INCLUDE (nix);
-- 42703: public.nk has no column nix
ALTER TABLE nk ADD UNIQUE NULLS NOT DISTINCT (x);
-- rows may fail: 23505 nk(x); locks nk AccessExclusiveLock; scans nk; builds nk_x_key
ALTER TABLE nk ADD CONSTRAINT p UNIQUE (x);
-- 42P07: public.p exists already
-- uncertain 42P07
ALTER TABLE nk ADD CONSTRAINT p_e UNIQUE (x);
-- 42P07: public.p_e exists already
-- uncertain 42P07
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_e;
-- locks p AccessExclusiveLock
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_part;
-- 42809: index p_part is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_expr;
-- 42809: index p_expr is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_plain;
-- 42809: index p_plain is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_desc;
-- 42809: index p_desc is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_hash;
-- 42809: index p_hash is not a plain unique one: it can't become a constraint
-- uncertain 42809
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_pkey;
-- 55000: index p_pkey belongs to a constraint already
-- uncertain 55000
ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX nix;
-- 42704: public.p has no index nix
ALTER TABLE nk ADD CONSTRAINT k UNIQUE USING INDEX p_e;
-- 55000: index p_e is not one of public.nk
ALTER TABLE p ADD CONSTRAINT k PRIMARY KEY USING INDEX p_e;
-- 42P16: public.p has a primary key already
-- uncertain 42P16
ALTER TABLE p ADD UNIQUE USING INDEX p_e;
-- locks p AccessExclusiveLock
ALTER TABLE pt ADD UNIQUE (id);
-- 0A000: a key of public.pt must include its partition key, k
-- uncertain 0A000
ALTER TABLE pt ADD UNIQUE (k);
-- rows may fail: 23505 pt(k); locks pt AccessExclusiveLock, pt1 ShareLock; scans pt1; builds pt_k_key
ALTER TABLE pt1 ADD UNIQUE (id);
-- rows may fail: 23505 pt1(id); locks pt1 AccessExclusiveLock; scans pt1; builds pt1_id_key
ALTER TABLE pt ADD EXCLUDE USING btree (id WITH =);
-- 0A000: exclusion constraints on partitioned tables need PostgreSQL 17
-- uncertain 0A000
ALTER TABLE p DROP CONSTRAINT p_pkey;
-- 2BP01: a foreign key of public.c relies on p_pkey
-- uncertain 2BP01
ALTER TABLE p DROP CONSTRAINT p_c_d_key;
-- 2BP01: a foreign key of public.c relies on p_c_d_key
-- uncertain 2BP01
ALTER TABLE p DROP CONSTRAINT nix;
-- 42704: public.p has no constraint nix
ALTER TABLE pt1 DROP CONSTRAINT pt1_pkey;
-- 42P16: constraint pt1_pkey of public.pt1 is inherited: drop it from the parent
-- uncertain 42P16
ALTER TABLE c DROP CONSTRAINT c_a_fkey;
-- locks c AccessExclusiveLock, p AccessExclusiveLock
DROP INDEX p_pkey;
-- 2BP01: public.p_pkey belongs to constraint p_pkey of public.p: drop the constraint
-- uncertain 2BP01
DROP INDEX p_e;
-- locks p AccessExclusiveLock; drops p_e
DROP INDEX p_pkey CASCADE;
-- 2BP01: public.p_pkey belongs to constraint p_pkey of public.p: drop the constraint
-- uncertain 2BP01
DROP INDEX pt1_pkey;
-- 2BP01: public.pt1_pkey belongs to constraint pt1_pkey of public.pt1: drop the constraint
-- uncertain 2BP01
DROP TABLE p;
-- 2BP01: foreign key c_a_fkey of public.c depends on public.p
-- uncertain 2BP01
DROP TABLE p CASCADE;
-- locks p AccessExclusiveLock, c AccessExclusiveLock, inh AccessExclusiveLock; drops p, p_pkey, p_b_key, p_c_d_key, p_e, p_part, p_expr, p_plain, p_desc, p_two, p_hash, inh; loses table:public.p; loses table:public.inh
DROP TABLE c;
-- locks c AccessExclusiveLock, p AccessExclusiveLock; drops c, c_pkey; loses table:public.c
DROP TABLE p, c, inh;
-- locks p AccessExclusiveLock, c AccessExclusiveLock, inh AccessExclusiveLock; drops p, p_pkey, p_b_key, p_c_d_key, p_e, p_part, p_expr, p_plain, p_desc, p_two, p_hash, c, c_pkey, inh; loses table:public.p; loses table:public.c; loses table:public.inh
DROP TABLE p, c;
-- 2BP01: public.inh depends on public.p
-- uncertain 2BP01
TRUNCATE p;
-- 0A000: public.p is referenced by public.c: truncate both, or use CASCADE
-- uncertain 0A000
TRUNCATE p CASCADE;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock, c AccessExclusiveLock; loses rows:public.p; loses rows:public.inh; loses rows:public.c
TRUNCATE p, c;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock, c AccessExclusiveLock; loses rows:public.p; loses rows:public.inh; loses rows:public.c
TRUNCATE c;
-- locks c AccessExclusiveLock; loses rows:public.c
TRUNCATE ONLY pt;
-- 42809: public.pt is a partitioned table: this is not for it
TRUNCATE pt1;
-- locks pt1 AccessExclusiveLock; loses rows:public.pt1
ALTER TABLE p DROP COLUMN a;
-- 2BP01: public.c's foreign key c_a_fkey depends on public.p.a
-- uncertain 2BP01
ALTER TABLE p DROP COLUMN a CASCADE;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock, c AccessExclusiveLock; drops p_pkey, p_two, p_hash; loses column:public.p.a
ALTER TABLE p DROP COLUMN b;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock; drops p_b_key, p_desc, p_two; loses column:public.p.b
ALTER TABLE p DROP COLUMN e;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock; drops p_e, p_expr; loses column:public.p.e
ALTER TABLE inh DROP COLUMN a;
-- 42P16: public.inh.a is inherited: drop it from the parent
-- uncertain 42P16
ALTER TABLE pt DROP COLUMN k;
-- 42P16: public.pt.k is part of the partition key
-- uncertain 42P16
ALTER TABLE pt1 DROP COLUMN id;
-- 42P16: public.pt1.id is inherited: drop it from the parent
-- uncertain 42P16
ALTER TABLE gen DROP COLUMN id;
-- 2BP01: generated column g depends on public.gen.id
-- uncertain 2BP01
ALTER TABLE gen DROP COLUMN g;
-- locks gen AccessExclusiveLock; loses column:public.gen.g
ALTER TABLE p ALTER a DROP NOT NULL;
-- 42P16: public.p.a is in the primary key
-- uncertain 42P16
ALTER TABLE p ALTER b DROP NOT NULL;
-- locks p AccessExclusiveLock, inh AccessExclusiveLock
ALTER TABLE pt1 ALTER id DROP NOT NULL;
-- 42P16: public.pt1.id is NOT NULL in public.pt
-- uncertain 42P16
ALTER TABLE c ALTER CONSTRAINT c_a_fkey DEFERRABLE;
-- locks c AccessExclusiveLock
ALTER TABLE c ALTER CONSTRAINT c_pkey DEFERRABLE;
-- 42809: c_pkey is not a foreign key constraint
-- uncertain 42809
ALTER TABLE c ALTER CONSTRAINT nix DEFERRABLE;
-- 42704: public.c has no constraint nix
ALTER TABLE c VALIDATE CONSTRAINT c_a_fkey;
-- locks c ShareUpdateExclusiveLock
ALTER TABLE c VALIDATE CONSTRAINT c_pkey;
-- 42809: c_pkey is a key: there is nothing to validate
-- uncertain 42809
ALTER TABLE c VALIDATE CONSTRAINT nix;
-- 42704: public.c has no constraint nix
ALTER TABLE p REPLICA IDENTITY USING INDEX p_pkey;
-- locks p AccessExclusiveLock
ALTER TABLE p REPLICA IDENTITY USING INDEX p_e;
-- 42809: index p_e can't be the replica identity: column e may be NULL
-- uncertain 42809
ALTER TABLE p REPLICA IDENTITY USING INDEX p_part;
-- 0A000: index p_part can't be the replica identity: it is partial
-- uncertain 0A000
ALTER TABLE p REPLICA IDENTITY USING INDEX p_plain;
-- 42809: index p_plain can't be the replica identity: it is not unique
-- uncertain 42809
ALTER TABLE p REPLICA IDENTITY USING INDEX nix;
-- 42704: public.p has no index nix
ALTER TABLE p REPLICA IDENTITY USING INDEX c_pkey;
-- 42809: c_pkey is not an index of public.p
ALTER TABLE def REPLICA IDENTITY USING INDEX def_pkey;
-- 0A000: index def_pkey can't be the replica identity: its constraint is deferrable
-- uncertain 0A000
ALTER TABLE p CLUSTER ON p_pkey;
-- locks p ShareUpdateExclusiveLock
ALTER TABLE p CLUSTER ON c_pkey;
-- 42809: c_pkey is not an index of public.p
CLUSTER p USING p_e;
-- locks p AccessExclusiveLock; rewrites p; scans p; rebuilds p_pkey, p_b_key, p_c_d_key, p_e, p_part, p_expr, p_plain, p_desc, p_two, p_hash
CLUSTER p USING nix;
-- 42704: public.p has no index nix
CLUSTER p;
-- 42704: public.p was never clustered: name an index
ALTER TABLE p SET UNLOGGED;
-- 42P16: public.p is referenced by logged public.c: it can't become unlogged
-- uncertain 42P16
ALTER TABLE c SET UNLOGGED;
-- locks c AccessExclusiveLock; rewrites c; scans c; rebuilds c_pkey
ALTER TABLE ul SET LOGGED;
-- locks ul AccessExclusiveLock; rewrites ul; scans ul; rebuilds ul_pkey
CREATE TABLE new (a int REFERENCES p, b int REFERENCES p (c));
-- 42830: public.p has no unique key over c
CREATE TABLE new (a int REFERENCES new);
-- 42704: public.new has no primary key to refer to
-- of what nobody made 42704, in doubt 42704, uncertain 42704
CREATE TABLE new (a int PRIMARY KEY, b int REFERENCES new);
-- rows may fail: 23502 new(a), 23505 new(a), 23503 new(b); builds new_pkey
CREATE TABLE new (a int PRIMARY KEY, b text REFERENCES new);
-- 42804: public.new.b is text, public.new.a is integer
-- of what nobody made 42804, in doubt 42804, uncertain 42804
CREATE TABLE new (a int REFERENCES ul);
-- 42P16: public.new is permanent, public.ul is unlogged: a foreign key between them is refused
CREATE TABLE new (LIKE p INCLUDING ALL);
-- locks p AccessShareLock
CREATE TABLE new (LIKE nix);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE new (LIKE v);
-- locks v AccessShareLock
CREATE TABLE new (a int, LIKE p);
-- 42701: new has column a twice
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO NOTHING;
-- rows may fail: 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (c) DO NOTHING;
-- 42P10: public.p has no unique index over c for ON CONFLICT to go by
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (c, d) DO NOTHING;
-- rows may fail: 23505 p(a), 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d, c) DO NOTHING;
-- rows may fail: 23505 p(a), 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d) DO NOTHING;
-- 42P10: public.p has no unique index over d for ON CONFLICT to go by
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d) WHERE d > 0 DO NOTHING;
-- rows may fail: 23505 p(a), 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (lower(e)) DO NOTHING;
-- rows may fail: 23505 p(a), 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (upper(e)) DO NOTHING;
-- 42P10: public.p has no unique index over an expression for ON CONFLICT to go by
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (nix) DO NOTHING;
-- 42703: p has no column nix
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT p_pkey DO NOTHING;
-- rows may fail: 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT p_e DO NOTHING;
-- 42704: public.p has no constraint p_e
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT nix DO NOTHING;
-- 42704: public.p has no constraint nix
INSERT INTO def (a) VALUES (1) ON CONFLICT (a) DO NOTHING;
-- 55000: ON CONFLICT can't go by a DEFERRABLE constraint
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = excluded.b;
-- rows may fail: 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = excluded.nix;
-- 42703: excluded has no column nix
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET nix = 1;
-- 42703: p has no column nix
INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = p.b + 1 WHERE p.c > 1;
-- rows may fail: 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1), (1, 2) ON CONFLICT (a) DO UPDATE SET b = 1;
-- 21000: two of the rows have the same a
INSERT INTO p (a, b) VALUES (1, 1), (1, 2) ON CONFLICT (a) DO NOTHING;
-- rows may fail: 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, 1), (1, 2);
-- 23505: two of the rows have the same a
INSERT INTO p (a, b) VALUES (1, 1), (2, 1);
-- 23505: two of the rows have the same b
INSERT INTO p (a, b) VALUES (1, 1), (2, 2);
-- rows may fail: 23505 p(a), 23505 p(b), 23505 p(a,b); locks p RowExclusiveLock
INSERT INTO p (a, b) VALUES (1, NULL), (2, NULL);
-- rows may fail: 23505 p(a); locks p RowExclusiveLock
INSERT INTO p (b) VALUES (1);
-- 23502: public.p.a is required, and the row has NULL there
