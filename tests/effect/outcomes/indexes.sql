CREATE TABLE t (id int PRIMARY KEY, a text, b int, j json, jb jsonb, p point, arr int[], ts timestamptz,
  i4 int4range, x xml, v varchar(20));
CREATE TABLE pt (id int, k int) PARTITION BY LIST (k);
CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
CREATE INDEX pi ON pt (id);
CREATE INDEX pl ON pt1 (k);
CREATE INDEX ix ON t (a);
CREATE VIEW v AS SELECT a FROM t;
CREATE FUNCTION imm(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'$$;
CREATE FUNCTION stab(text) RETURNS text LANGUAGE sql STABLE AS $$SELECT 'x'$$;
CREATE FUNCTION vol(text) RETURNS text LANGUAGE sql AS $$SELECT 'x'$$;
CREATE TABLE g (id int, c int GENERATED ALWAYS AS (id * 2) STORED);
-- Statements
CREATE INDEX ON t (a);
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (nix);
-- 42703: public.t has no column nix
CREATE INDEX ON t (ctid);
-- 0A000: ctid is a system column
-- uncertain 0A000
CREATE INDEX ON t (tableoid);
-- 0A000: tableoid is a system column
-- uncertain 0A000
CREATE INDEX ON t (a, a);
-- locks t ShareLock; scans t; builds t_a_a_idx
CREATE INDEX ix ON t (b);
-- 42P07: public.ix exists already
-- uncertain 42P07
CREATE INDEX t ON t (b);
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE INDEX ON nix (a);
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE INDEX ON t USING nix (a);
-- 42704: access method nix does not exist
-- of what nobody made 42704, uncertain 42704
CREATE INDEX ON t USING gin (a);
-- 42704: text has no default operator class for gin
-- uncertain 42704
CREATE INDEX ON t USING gin (jb);
-- locks t ShareLock; scans t; builds t_jb_idx
CREATE INDEX ON t USING gin (arr);
-- locks t ShareLock; scans t; builds t_arr_idx
CREATE INDEX ON t USING gin (jb jsonb_path_ops);
-- locks t ShareLock; scans t; builds t_jb_idx
CREATE INDEX ON t USING gin (jb nix_ops);
-- 42704: gin has no operator class nix_ops
-- uncertain 42704
CREATE INDEX ON t USING gin (arr jsonb_path_ops);
-- 42804: operator class jsonb_path_ops is not for integer[]
-- uncertain 42804
CREATE INDEX ON t USING gist (p);
-- locks t ShareLock; scans t; builds t_p_idx
CREATE INDEX ON t USING gist (a);
-- 42704: text has no default operator class for gist
-- uncertain 42704
CREATE INDEX ON t USING gist (i4);
-- locks t ShareLock; scans t; builds t_i4_idx
CREATE INDEX ON t USING spgist (a);
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t USING spgist (b);
-- 42704: integer has no default operator class for spgist
-- uncertain 42704
CREATE INDEX ON t USING brin (ts);
-- locks t ShareLock; scans t; builds t_ts_idx
CREATE INDEX ON t USING brin (jb);
-- 42704: jsonb has no default operator class for brin
-- uncertain 42704
CREATE INDEX ON t USING hash (jb);
-- locks t ShareLock; scans t; builds t_jb_idx
CREATE INDEX ON t USING hash (a, b);
-- 0A000: access method hash has no indexes of several columns
-- of what nobody made 0A000, uncertain 0A000
CREATE INDEX ON t USING hash (j);
-- 42704: json has no default operator class for hash
-- uncertain 42704
CREATE UNIQUE INDEX ON t USING hash (a);
-- 0A000: access method hash has no unique indexes
-- of what nobody made 0A000, uncertain 0A000
CREATE UNIQUE INDEX ON t USING gin (jb);
-- 0A000: access method gin has no unique indexes
-- of what nobody made 0A000, uncertain 0A000
CREATE INDEX ON t (j);
-- 42704: json has no default operator class for btree
-- uncertain 42704
CREATE INDEX ON t (p);
-- 42704: point has no default operator class for btree
-- uncertain 42704
CREATE INDEX ON t (x);
-- 42704: xml has no default operator class for btree
-- uncertain 42704
CREATE INDEX ON t (jb);
-- locks t ShareLock; scans t; builds t_jb_idx
CREATE INDEX ON t (a text_pattern_ops);
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (v varchar_pattern_ops);
-- locks t ShareLock; scans t; builds t_v_idx
CREATE INDEX ON t (b text_pattern_ops);
-- 42804: operator class text_pattern_ops is not for integer
-- uncertain 42804
CREATE INDEX ON t (b int4_ops);
-- locks t ShareLock; scans t; builds t_b_idx
CREATE INDEX ON t (b int8_ops);
-- 42804: operator class int8_ops is not for integer
-- uncertain 42804
CREATE INDEX ON t (a nix_ops);
-- 42704: btree has no operator class nix_ops
-- uncertain 42704
CREATE INDEX ON t (a COLLATE "C");
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (b COLLATE "C");
-- 42804: b: integer has no collation
-- uncertain 42804
CREATE INDEX ON t USING gin (jb DESC);
-- 0A000: access method gin keeps no order
-- uncertain 0A000
CREATE INDEX ON t USING gin (jb NULLS FIRST);
-- 0A000: access method gin keeps no order
-- uncertain 0A000
CREATE INDEX ON t USING gin (arr) INCLUDE (a);
-- 0A000: access method gin has no INCLUDE
-- of what nobody made 0A000, uncertain 0A000
CREATE INDEX ON t USING gist (p) INCLUDE (a);
-- locks t ShareLock; scans t; builds t_p_idx
CREATE INDEX ON t (a) INCLUDE (b);
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (a) INCLUDE (nix);
-- 42703: public.t has no column nix
CREATE INDEX ON t (a) INCLUDE (lower(a));
-- 0A000: INCLUDE takes columns only, no expressions
-- of what nobody made 0A000, uncertain 0A000
CREATE INDEX ON t (lower(a));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (imm(a));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (stab(a));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (vol(a));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (lower(b));
-- 42883: there is no function lower(integer)
CREATE INDEX ON t (nix(a));
-- 42883: there is no function nix()
-- uncertain 42883
CREATE INDEX ON t ((a || b));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t ((a || 'x'));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (date_trunc('day', ts));
-- 42P17: the index expression is not immutable: its value can differ between sessions or over time
CREATE INDEX ON t ((ts::date));
-- 42P17: the index expression is not immutable: its value can differ between sessions or over time
CREATE INDEX ON t ((ts AT TIME ZONE 'UTC'));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (now());
-- 42P17: the index expression is not immutable: its value can differ between sessions or over time
-- of what nobody made 42P17, uncertain 42P17
CREATE INDEX ON t ((SELECT 1));
-- locks t AccessExclusiveLock
CREATE INDEX ON t ((jb -> 'x'));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t ((jb ->> 'x'));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t ((b + 1));
-- locks t ShareLock; scans t; builds t_expr_idx
CREATE INDEX ON t (a) WHERE b > 1;
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (a) WHERE b;
-- 42804: WHERE takes a boolean, and this is integer
CREATE INDEX ON t (a) WHERE nix;
-- 42703: t has no column nix
CREATE INDEX ON t (a) WHERE ts > now();
-- 42P17: the index predicate is not immutable: its value can differ between sessions or over time
-- of what nobody made 42P17, uncertain 42P17
CREATE INDEX ON t (a) WHERE vol(a) = 'x';
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (a) WHERE b IN (SELECT 1);
-- 0A000: an index predicate can't contain a subquery
-- uncertain 0A000
CREATE INDEX ON t (a) WHERE count(*) > 1;
-- 42803: the aggregate count() stands where none is allowed
-- uncertain 42803
CREATE INDEX ON t (a) WITH (fillfactor = 50);
-- locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (a) WITH (fillfactor = 5);
-- 22023: fillfactor can't be 5
-- of what nobody made 22023, uncertain 22023
CREATE INDEX ON t (a) WITH (nix = 5);
-- 22023: there is no storage parameter nix
-- of what nobody made 22023, uncertain 22023
CREATE INDEX ON t (a) WITH (fastupdate = on);
-- 22023: there is no storage parameter fastupdate
-- of what nobody made 22023, uncertain 22023
CREATE INDEX ON t USING gin (jb) WITH (fastupdate = off);
-- locks t ShareLock; scans t; builds t_jb_idx
CREATE INDEX ON t USING gin (jb) WITH (fillfactor = 50);
-- 22023: there is no storage parameter fillfactor
-- of what nobody made 22023, uncertain 22023
CREATE INDEX ON t USING brin (ts) WITH (pages_per_range = 1);
-- locks t ShareLock; scans t; builds t_ts_idx
CREATE INDEX ON t USING brin (ts) WITH (pages_per_range = 0);
-- 22023: pages_per_range can't be 0
-- of what nobody made 22023, uncertain 22023
CREATE INDEX ON t (a) TABLESPACE pg_default;
-- locks t ShareLock; scans t; builds t_a_idx
CREATE UNIQUE INDEX ON pt (id);
-- 0A000: a unique index of public.pt must include its partition key, k
-- uncertain 0A000
CREATE UNIQUE INDEX ON pt (k);
-- rows may fail: 23505 pt1(k); locks pt ShareLock, pt1 ShareLock; scans pt1; builds pt_k_idx
CREATE UNIQUE INDEX ON pt (id, k);
-- rows may fail: 23505 pt1(id,k); locks pt ShareLock, pt1 ShareLock; scans pt1; builds pt_id_k_idx
CREATE UNIQUE INDEX ON pt ((k + 1));
-- 0A000: a unique index of public.pt must include its partition key, k
-- uncertain 0A000
CREATE UNIQUE INDEX ON pt1 (id);
-- rows may fail: 23505 pt1(id); locks pt1 ShareLock; scans pt1; builds pt1_id_idx
CREATE INDEX ON ONLY pt (id);
-- locks pt ShareLock; builds pt_id_idx
CREATE INDEX CONCURRENTLY ON pt (id);
-- 0A000: public.pt is partitioned: build on each partition CONCURRENTLY, then attach; in no transaction
-- uncertain 0A000
CREATE INDEX CONCURRENTLY ON pt1 (id);
-- locks pt1 ShareUpdateExclusiveLock; scans pt1; builds pt1_id_idx; in no transaction
CREATE INDEX ON g (c);
-- locks g ShareLock; scans g; builds g_c_idx
CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT;
-- rows may fail: 23505 t(a); locks t ShareLock; scans t; builds t_a_idx
CREATE INDEX ON t (a) NULLS NOT DISTINCT;
-- locks t ShareLock; scans t; builds t_a_idx
ALTER INDEX ix RENAME TO pi;
-- 42P07: public.pi exists already
-- uncertain 42P07
ALTER INDEX ix RENAME TO t;
-- 42P07: public.t exists already
-- uncertain 42P07
ALTER INDEX ix RENAME TO fresh;
ALTER INDEX IF EXISTS nix RENAME TO fresh;
ALTER INDEX pi ATTACH PARTITION pl;
-- 55000: public.pl can't become a part of public.pi: public.pt1_id_idx is already
ALTER INDEX pi ATTACH PARTITION ix;
-- 55000: public.ix can't become a part of public.pi: public.t is no partition of public.pt
ALTER INDEX pi ATTACH PARTITION nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER INDEX ix SET (fillfactor = 5);
-- 22023: fillfactor can't be 5
-- uncertain 22023
ALTER INDEX ix SET (nix = 5);
-- 22023: there is no storage parameter nix
-- uncertain 22023
ALTER INDEX ix RESET (fillfactor);
DROP INDEX pi;
-- locks pt AccessExclusiveLock, pt1 AccessExclusiveLock; drops pi, pt1_id_idx
DROP INDEX CONCURRENTLY pi;
-- 0A000: public.pt is partitioned: CONCURRENTLY is refused; in no transaction
-- uncertain 0A000
DROP INDEX pt1_id_idx;
-- 2BP01: public.pt1_id_idx belongs to public.pi: drop that one
-- uncertain 2BP01
DROP INDEX ix, nix;
-- 42704: index public.nix does not exist
-- uncertain 42704
DROP INDEX IF EXISTS ix, nix;
-- locks t AccessExclusiveLock; drops ix
DROP INDEX CONCURRENTLY ix, pl;
-- 0A000: DROP INDEX CONCURRENTLY takes one index at a time; in no transaction
-- of what nobody made 0A000, uncertain 0A000
DROP INDEX t;
-- 42809: public.t is a table: this is not for it
REINDEX INDEX ix;
-- locks t ShareLock; scans t; rebuilds ix
REINDEX INDEX nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
REINDEX TABLE ix;
-- 42809: public.ix is an index: this is not for it
-- uncertain 42809
REINDEX INDEX t;
-- 42809: public.t is a table: this is not for it
ALTER TABLE t ADD EXCLUDE USING gist (i4 WITH &&);
-- rows may fail: 23P01 t(i4); locks t AccessExclusiveLock; scans t; builds t_i4_excl
ALTER TABLE t ADD EXCLUDE USING gist (b WITH =);
-- 42704: integer has no default operator class for gist
-- uncertain 42704
ALTER TABLE t ADD EXCLUDE USING btree (b WITH =);
-- rows may fail: 23P01 t(b); locks t AccessExclusiveLock; scans t; builds t_b_excl
ALTER TABLE t ADD EXCLUDE USING gin (arr WITH &&);
-- 0A000: access method gin has no exclusion constraints
-- of what nobody made 0A000, uncertain 0A000
ALTER TABLE t ADD EXCLUDE (b WITH =) WHERE (b > 1);
-- rows may fail: 23P01 t(b); locks t AccessExclusiveLock; scans t; builds t_b_excl
ALTER TABLE t ADD EXCLUDE (nix WITH =);
-- 42703: public.t has no column nix
CREATE STATISTICS s ON a, b FROM t;
-- locks t ShareUpdateExclusiveLock
CREATE STATISTICS s ON a FROM t;
-- 42P17: statistics need at least 2 columns
-- of what nobody made 42P17, in doubt 42P17, uncertain 42P17
CREATE STATISTICS s ON (a || 'x') FROM t;
-- locks t ShareUpdateExclusiveLock
CREATE STATISTICS s ON a, a FROM t;
-- 42701: a column of the statistics is named twice
-- of what nobody made 42701, in doubt 42701, uncertain 42701
CREATE STATISTICS s ON a, nix FROM t;
-- 42703: public.t has no column nix
CREATE STATISTICS s ON j, a FROM t;
-- 0A000: j is json, which has no order: statistics can't be kept on it
-- uncertain 0A000
CREATE STATISTICS s (nix) ON a, b FROM t;
-- 42601: there is no kind of statistics "nix"
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
-- locks t ShareUpdateExclusiveLock
CREATE STATISTICS s ON a, b FROM nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
