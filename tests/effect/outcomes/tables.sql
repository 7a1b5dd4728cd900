CREATE TABLE t (id int PRIMARY KEY, a text);
CREATE TABLE parent (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 0));
CREATE TABLE fits (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 0), extra int);
CREATE TABLE loose (id int, a text, CONSTRAINT chk CHECK (id > 0));
CREATE TABLE nochk (id int NOT NULL, a text);
CREATE TABLE otherchk (id int NOT NULL, a text, CONSTRAINT chk CHECK (id > 1));
CREATE TABLE othertype (id bigint NOT NULL, a text, CONSTRAINT chk CHECK (id > 0));
CREATE TABLE lacks (id int NOT NULL, CONSTRAINT chk CHECK (id > 0));
CREATE TABLE kid () INHERITS (parent);
CREATE TABLE kid2 () INHERITS (parent);
CREATE TABLE diamond () INHERITS (kid, kid2);
CREATE TYPE co AS (id int, a text);
CREATE TABLE typed OF co;
CREATE TABLE shape (id int, a text);
CREATE TABLE shape2 (a text, id int);
CREATE TABLE pr (id int, k int, a text) PARTITION BY RANGE (k);
CREATE TABLE pr1 PARTITION OF pr FOR VALUES FROM (0) TO (10);
CREATE TABLE pr2 PARTITION OF pr FOR VALUES FROM (10) TO (20);
CREATE TABLE prd PARTITION OF pr DEFAULT;
CREATE TABLE pl (id int, k text) PARTITION BY LIST (k);
CREATE TABLE pla PARTITION OF pl FOR VALUES IN ('a', 'b');
CREATE TABLE ph (id int, k int) PARTITION BY HASH (k);
CREATE TABLE ph0 PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 0);
CREATE TABLE p2 (a int, b int) PARTITION BY RANGE (a, b);
CREATE TABLE cand (id int, k int, a text);
CREATE TABLE candl (id int, k text);
CREATE TABLE candh (id int, k int);
CREATE TABLE candextra (id int, k int, a text, z int);
CREATE TABLE candless (id int, k int);
CREATE TABLE candtype (id int, k bigint, a text);
CREATE TABLE uq (id int, k int, a text, UNIQUE (k)) PARTITION BY LIST (k);
CREATE TABLE pkp (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
CREATE TABLE cand2 (a int, b int);
CREATE TEMP TABLE tmp (id int);
CREATE SCHEMA app;
-- Statements
ALTER TABLE fits INHERIT parent;
-- locks fits AccessExclusiveLock, parent ShareUpdateExclusiveLock
ALTER TABLE loose INHERIT parent;
-- 42804: public.loose.id must be NOT NULL as in public.parent
ALTER TABLE nochk INHERIT parent;
-- 42804: public.nochk lacks constraint chk of public.parent
ALTER TABLE otherchk INHERIT parent;
-- 42804: public.otherchk has constraint chk of public.parent with another condition
ALTER TABLE othertype INHERIT parent;
-- 42804: public.othertype.id has another type than in public.parent
ALTER TABLE lacks INHERIT parent;
-- 42804: public.lacks lacks column a of public.parent
ALTER TABLE kid INHERIT parent;
-- 42P07: public.kid inherits from public.parent already
ALTER TABLE parent INHERIT kid;
-- 42P07: public.kid inherits from public.parent already: inheritance can't go in a circle
ALTER TABLE parent INHERIT parent;
-- 42P07: public.parent can't inherit from itself
-- uncertain 42P07
ALTER TABLE fits INHERIT nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE fits INHERIT pr;
-- 42809: public.pr is partitioned: only partitions inherit from it
ALTER TABLE pr1 INHERIT parent;
-- 42809: public.pr1 is a partition: it has its one parent
-- uncertain 42809
ALTER TABLE pr INHERIT parent;
-- 42809: public.pr is partitioned: it can't inherit
-- uncertain 42809
ALTER TABLE typed INHERIT parent;
-- 42809: public.typed is a table of type public.co: it can't inherit
-- uncertain 42809
ALTER TABLE kid NO INHERIT parent;
-- locks kid AccessExclusiveLock
ALTER TABLE fits NO INHERIT parent;
-- 42P01: public.parent is no parent of public.fits
ALTER TABLE kid NO INHERIT nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE pr1 NO INHERIT pr;
-- 42809: public.pr1 is a partition: DETACH it
-- uncertain 42809
ALTER TABLE shape OF co;
-- locks shape AccessExclusiveLock
ALTER TABLE t OF co;
-- locks t AccessExclusiveLock
ALTER TABLE typed NOT OF;
-- locks typed AccessExclusiveLock
ALTER TABLE t NOT OF;
-- 42809: public.t is OF no type
DROP TABLE parent;
-- 2BP01: public.kid depends on public.parent
-- uncertain 2BP01
DROP TABLE kid;
-- 2BP01: public.diamond depends on public.kid
-- uncertain 2BP01
DROP TABLE kid, kid2, diamond, parent;
-- locks kid AccessExclusiveLock, kid2 AccessExclusiveLock, diamond AccessExclusiveLock, parent AccessExclusiveLock; drops kid, kid2, diamond, parent; loses table:public.kid; loses table:public.kid2; loses table:public.diamond; loses table:public.parent
DROP TYPE co;
-- 2BP01: public.typed uses type public.co
-- uncertain 2BP01
CREATE TABLE n () INHERITS (parent, t);
-- locks parent ShareUpdateExclusiveLock, t ShareUpdateExclusiveLock
CREATE TABLE n (id bigint) INHERITS (parent);
-- 42804: column id has another type than in the parent
-- uncertain 42804
CREATE TABLE n (id int) INHERITS (parent);
-- locks parent ShareUpdateExclusiveLock
CREATE TABLE n (a varchar) INHERITS (parent);
-- 42804: column a has another type than in the parent
-- uncertain 42804
CREATE TABLE n () INHERITS (parent, parent);
-- 42P07: public.parent is named twice among the parents
-- uncertain 42P07
CREATE TABLE n () INHERITS (parent, othertype);
-- 42804: column id has another type in public.othertype than in another parent
-- uncertain 42804
CREATE TABLE n () INHERITS (nix);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE n () INHERITS (pr);
-- 42809: public.pr is partitioned: only partitions inherit from it
CREATE TABLE n () INHERITS (pr1);
-- 42809: public.pr1 is a partition: nothing inherits from it
CREATE TABLE n (CONSTRAINT chk CHECK (id > 5)) INHERITS (parent);
-- 42710: public.n inherits a constraint chk with another condition
-- uncertain 42710
CREATE TABLE n (CONSTRAINT chk CHECK (id > 0)) INHERITS (parent);
-- locks parent ShareUpdateExclusiveLock
CREATE TABLE n OF co (PRIMARY KEY (id));
-- rows may fail: 23502 n(id), 23505 n(id); builds n_pkey
CREATE TABLE n OF co (id WITH OPTIONS NOT NULL);
CREATE TABLE n OF nix;
-- 42704: type nix does not exist
-- uncertain 42704
CREATE TABLE n (id int) PARTITION BY LIST (id, id);
-- 42P17: a list partitions by one column
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id int) PARTITION BY RANGE (nix);
-- 42703: public.n has no column nix
-- of what nobody made 42703, in doubt 42703, uncertain 42703
CREATE TABLE n (id int) PARTITION BY RANGE (ctid);
-- 42P17: ctid is a system column: no partition key
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id json) PARTITION BY RANGE (id);
-- 42704: json has no default operator class for btree
-- of what nobody made 42704, in doubt 42704, uncertain 42704
CREATE TABLE n (id json) PARTITION BY HASH (id);
-- 42704: json has no default operator class for hash
-- of what nobody made 42704, in doubt 42704, uncertain 42704
CREATE TABLE n (id int) PARTITION BY RANGE ((id + 1));
CREATE TABLE n (id int) PARTITION BY RANGE ((5));
-- 42P17: a constant is no partition key
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id int) PARTITION BY RANGE ((now()));
-- 42P17: the partition key's expression is not immutable
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id int) PARTITION BY RANGE ((random()));
-- 42P17: the partition key's expression is not immutable
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id int, g int GENERATED ALWAYS AS (id) STORED) PARTITION BY RANGE (g);
-- 42P17: g is generated: no partition key
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE TABLE n (id int PRIMARY KEY, k int) PARTITION BY RANGE (k);
-- 0A000: a key of public.n must include its partition key, k
-- of what nobody made 0A000, in doubt 0A000, uncertain 0A000
CREATE TABLE n (id int UNIQUE, k int) PARTITION BY RANGE (id);
-- rows may fail: 23505 n(id); builds n_id_key
CREATE TABLE n (id int, k int, PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
-- rows may fail: 23502 n(id), 23502 n(k), 23505 n(id,k); builds n_pkey
CREATE TABLE n (id int, PRIMARY KEY (id)) PARTITION BY RANGE ((id + 1));
-- 0A000: public.n is partitioned by an expression: a key can't include it
-- of what nobody made 0A000, in doubt 0A000, uncertain 0A000
CREATE TABLE n (id int) INHERITS (parent) PARTITION BY LIST (id);
-- 42P17: a partitioned table can't inherit from others
-- of what nobody made 42P17, uncertain 42P17
CREATE UNLOGGED TABLE n (id int) PARTITION BY LIST (id);
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (30);
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (5) TO (15);
-- 42P17: the bounds overlap those of public.pr1
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (30) TO (20);
-- 42P17: the range is empty: it ends where it begins, or before
-- uncertain 42P17
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (20);
-- 42P17: the range is empty: it ends where it begins, or before
-- uncertain 42P17
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MINVALUE) TO (0);
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MINVALUE) TO (1);
-- 42P17: the bounds overlap those of public.pr1
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (MAXVALUE);
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MAXVALUE) TO (20);
-- 42P17: the range is empty: it ends where it begins, or before
-- uncertain 42P17
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20, 1) TO (30, 1);
-- 42P16: public.pr is partitioned by 1 columns: FROM and TO take a value for each
-- uncertain 42P16
CREATE TABLE n PARTITION OF pr FOR VALUES FROM ('x') TO (30);
-- 22P02: the bound 'x' can't be read as integer
-- uncertain 22P02
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (NULL) TO (30);
-- 42P17: a range can't begin or end with NULL
-- uncertain 42P17
CREATE TABLE n PARTITION OF pr FOR VALUES FROM ('20') TO ('30');
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (id) TO (30);
-- 0A000: a bound can't name a column, id
-- uncertain 0A000
CREATE TABLE n PARTITION OF pr FOR VALUES IN (20);
-- 42P16: public.pr is partitioned by range: the bounds are those of a list partition
-- uncertain 42P16
CREATE TABLE n PARTITION OF pr FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- 42P16: public.pr is partitioned by range: the bounds are those of a hash partition
-- uncertain 42P16
CREATE TABLE n PARTITION OF pr DEFAULT;
-- 42P17: public.pr has a default partition, public.prd
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c');
-- locks pl AccessExclusiveLock
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('a');
-- 42P17: the bounds overlap those of public.pla
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c', 'b');
-- 42P17: the bounds overlap those of public.pla
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c', 'c');
-- locks pl AccessExclusiveLock
CREATE TABLE n PARTITION OF pl FOR VALUES IN (NULL);
-- locks pl AccessExclusiveLock
CREATE TABLE n PARTITION OF pl FOR VALUES FROM ('c') TO ('d');
-- 42P16: public.pl is partitioned by list: the bounds are those of a range partition
-- uncertain 42P16
CREATE TABLE n PARTITION OF pl DEFAULT;
-- locks pl AccessExclusiveLock
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- locks ph AccessExclusiveLock
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 0);
-- 42P17: the bounds overlap those of public.ph0
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 4);
-- 42P16: the remainder of a hash partition is below its modulus
-- uncertain 42P16
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 8, REMAINDER 4);
-- 42P17: the bounds overlap those of public.ph0
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 8, REMAINDER 5);
-- locks ph AccessExclusiveLock
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 3, REMAINDER 1);
-- 42P17: modulus 3 and the 4 of another partition: one has to be a factor of the other
-- uncertain 42P17
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 0, REMAINDER 0);
-- 42P16: the modulus of a hash partition is above 0
-- uncertain 42P16
CREATE TABLE n PARTITION OF ph DEFAULT;
-- 42P16: public.ph is partitioned by hash: there can be no default partition
-- uncertain 42P16
CREATE TABLE n PARTITION OF ph FOR VALUES IN (1);
-- 42P16: public.ph is partitioned by hash: the bounds are those of a list partition
-- uncertain 42P16
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, 1) TO (2, 2);
-- locks p2 AccessExclusiveLock
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1) TO (2);
-- 42P16: public.p2 is partitioned by 2 columns: FROM and TO take a value for each
-- uncertain 42P16
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, MINVALUE) TO (1, MAXVALUE);
-- locks p2 AccessExclusiveLock
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (MINVALUE, 1) TO (1, 1);
-- 42804: after MINVALUE or MAXVALUE the rest of a bound is the same
-- uncertain 42804
CREATE TABLE n PARTITION OF t FOR VALUES IN (1);
-- 42P17: public.t is not partitioned
CREATE TABLE n PARTITION OF nix DEFAULT;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE TABLE n PARTITION OF pr (k DEFAULT 5) FOR VALUES FROM (20) TO (30);
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
CREATE TABLE n PARTITION OF pr (nix DEFAULT 5) FOR VALUES FROM (20) TO (30);
-- 42703: public.pr has no column nix
CREATE TABLE n PARTITION OF pr (k NOT NULL, CHECK (id > 0)) FOR VALUES FROM (20) TO (30) PARTITION BY LIST (id);
-- rows may fail: 23514 prd(k); locks pr AccessExclusiveLock, prd AccessExclusiveLock; scans prd
ALTER TABLE pr ATTACH PARTITION cand FOR VALUES FROM (20) TO (30);
-- rows may fail: 23514 cand(k), 23514 prd(k); locks pr ShareUpdateExclusiveLock, cand AccessExclusiveLock, prd AccessExclusiveLock; scans cand, prd
ALTER TABLE pr ATTACH PARTITION cand FOR VALUES FROM (5) TO (30);
-- 42P17: the bounds overlap those of public.pr1
ALTER TABLE pr ATTACH PARTITION cand DEFAULT;
-- 42P17: public.pr has a default partition, public.prd
ALTER TABLE pr ATTACH PARTITION candextra FOR VALUES FROM (20) TO (30);
-- 42804: public.candextra has a column z that public.pr lacks
ALTER TABLE pr ATTACH PARTITION candless FOR VALUES FROM (20) TO (30);
-- 42804: public.candless lacks column a of public.pr
ALTER TABLE pr ATTACH PARTITION candtype FOR VALUES FROM (20) TO (30);
-- 42804: public.candtype.k has another type than in public.pr
ALTER TABLE pr ATTACH PARTITION pr1 FOR VALUES FROM (20) TO (30);
-- 42809: public.pr1 is a partition of public.pr already
ALTER TABLE pr ATTACH PARTITION pr FOR VALUES FROM (20) TO (30);
-- 42P07: public.pr can't inherit from itself
-- uncertain 42P07
ALTER TABLE pr ATTACH PARTITION kid FOR VALUES FROM (20) TO (30);
-- 42809: public.kid inherits from another table
ALTER TABLE pr ATTACH PARTITION parent FOR VALUES FROM (20) TO (30);
-- 42809: public.parent has children: they inherit from it
ALTER TABLE pr ATTACH PARTITION typed FOR VALUES FROM (20) TO (30);
-- 42809: public.typed is OF type public.co
ALTER TABLE pr ATTACH PARTITION nix FOR VALUES FROM (20) TO (30);
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER TABLE t ATTACH PARTITION cand FOR VALUES FROM (20) TO (30);
-- 42P17: public.t is not partitioned
ALTER TABLE pl ATTACH PARTITION candl FOR VALUES IN ('c');
-- rows may fail: 23514 candl(k); locks pl ShareUpdateExclusiveLock, candl AccessExclusiveLock; scans candl
ALTER TABLE pl ATTACH PARTITION candl FOR VALUES IN ('a');
-- 42P17: the bounds overlap those of public.pla
ALTER TABLE ph ATTACH PARTITION candh FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- rows may fail: 23514 candh(k); locks ph ShareUpdateExclusiveLock, candh AccessExclusiveLock; scans candh
ALTER TABLE uq ATTACH PARTITION cand FOR VALUES IN (1);
-- rows may fail: 23514 cand(k), 23505 cand(k); locks uq ShareUpdateExclusiveLock, cand AccessExclusiveLock; scans cand; builds cand_k_key
ALTER TABLE pkp ATTACH PARTITION candh FOR VALUES IN (1);
-- 42804: public.candh.id must be NOT NULL as in public.pkp
ALTER TABLE pr DETACH PARTITION pr1;
-- locks pr AccessExclusiveLock, pr1 AccessExclusiveLock, prd AccessExclusiveLock
ALTER TABLE pr DETACH PARTITION pr1 CONCURRENTLY;
-- 55000: public.pr has a default partition: DETACH CONCURRENTLY is refused; in no transaction
-- uncertain 55000
ALTER TABLE pr DETACH PARTITION pr1 FINALIZE;
-- 55000: no detach of pr1 is pending
-- uncertain 55000
ALTER TABLE pr DETACH PARTITION cand;
-- 42P01: cand is no partition of public.pr
ALTER TABLE pr DETACH PARTITION nix;
-- 42P01: public.nix does not exist
ALTER TABLE t DETACH PARTITION pr1;
-- 42P17: public.t is not partitioned
ALTER TABLE pl DETACH PARTITION pla CONCURRENTLY;
-- locks pl ShareUpdateExclusiveLock, pla AccessExclusiveLock; in no transaction
DROP TABLE pr;
-- locks pr AccessExclusiveLock, pr1 AccessExclusiveLock, pr2 AccessExclusiveLock, prd AccessExclusiveLock; drops pr, pr1, pr2, prd; loses table:public.pr; loses table:public.pr1; loses table:public.pr2; loses table:public.prd
ALTER TABLE pr SET SCHEMA app;
-- locks pr AccessExclusiveLock
ALTER TABLE pr RENAME TO t;
-- 42P07: public.t exists already
-- uncertain 42P07
ALTER TABLE t RENAME TO parent;
-- 42P07: public.parent exists already
-- uncertain 42P07
ALTER TABLE t SET SCHEMA nix;
-- 3F000: schema nix does not exist
-- uncertain 3F000
ALTER TABLE t SET SCHEMA public;
-- locks t AccessExclusiveLock
ALTER TABLE t SET (fillfactor = 5);
-- 22023: fillfactor can't be 5
-- uncertain 22023
ALTER TABLE t SET (fillfactor = 50, nix = 1);
-- 22023: there is no storage parameter nix
-- uncertain 22023
ALTER TABLE t SET (autovacuum_enabled = maybe);
-- 22023: autovacuum_enabled can't be maybe
-- uncertain 22023
ALTER TABLE t SET (autovacuum_enabled = off);
-- locks t ShareUpdateExclusiveLock
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 101);
-- 22023: autovacuum_vacuum_scale_factor can't be 101
-- uncertain 22023
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.1);
-- locks t ShareUpdateExclusiveLock
ALTER TABLE t SET (toast.autovacuum_enabled = off);
-- locks t ShareUpdateExclusiveLock
ALTER TABLE t SET (toast.nix = off);
-- 22023: there is no storage parameter toast.nix
-- uncertain 22023
ALTER TABLE t SET (nix.autovacuum_enabled = off);
-- 22023: there is no storage parameter nix.autovacuum_enabled
-- uncertain 22023
ALTER TABLE t RESET (nix);
-- locks t ShareUpdateExclusiveLock
ALTER TABLE t SET (user_catalog_table = true);
-- locks t AccessExclusiveLock
ALTER TABLE pr SET (fillfactor = 50);
-- 22023: a partitioned table has no storage parameters: its partitions have
-- uncertain 22023
ALTER TABLE t SET ACCESS METHOD heap;
-- locks t AccessExclusiveLock
ALTER TABLE pr SET ACCESS METHOD heap;
-- 42809: public.pr is partitioned: it has no access method
-- uncertain 42809
ALTER TABLE t SET LOGGED, SET UNLOGGED;
-- locks t AccessExclusiveLock; rewrites t; scans t; rebuilds t_pkey
ALTER TABLE t REPLICA IDENTITY FULL;
-- locks t AccessExclusiveLock
ALTER TABLE t REPLICA IDENTITY NOTHING;
-- locks t AccessExclusiveLock
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- locks t AccessExclusiveLock
CREATE TABLE n (id int) WITH (fillfactor = 50);
CREATE TABLE n (id int) WITH (fillfactor = 5);
-- 22023: fillfactor can't be 5
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE TABLE n (id int) WITH (nix = 5);
-- 22023: there is no storage parameter nix
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE TABLE n (id int) WITH (oids = true);
-- 0A000: tables have no OIDs any more
-- of what nobody made 0A000, in doubt 0A000, uncertain 0A000
CREATE TABLE n (id int) PARTITION BY LIST (id) WITH (fillfactor = 50);
-- 22023: a partitioned table has no storage parameters: its partitions have
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE TABLE n (id int) ON COMMIT DROP;
-- 42P16: n: ON COMMIT is for temporary tables
-- of what nobody made 42P16, in doubt 42P16, uncertain 42P16
CREATE TEMP TABLE n (id int) ON COMMIT DROP;
CREATE TEMP TABLE public.n (id int);
-- 42P16: public.n: a temporary table is in no schema that one can name
-- of what nobody made 42P16, in doubt 42P16, uncertain 42P16
CREATE TABLE nix.n (id int);
-- 3F000: schema nix does not exist
-- uncertain 3F000
CREATE TABLE IF NOT EXISTS t (id int, id int);
CREATE TABLE n AS SELECT 1 AS a, 2 AS a;
-- 42701: n would have a column a twice
-- of what nobody made 42701, uncertain 42701
CREATE TABLE n (x) AS SELECT 1, 2;
CREATE TABLE n (x, y, z) AS SELECT 1, 2;
-- 42601: the query has 2 columns and is given 3 names
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE TABLE IF NOT EXISTS t AS SELECT 1;
SELECT id INTO t FROM parent;
-- 42P07: public.t exists already
-- uncertain 42P07
