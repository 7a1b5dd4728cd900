CREATE TABLE t (id int PRIMARY KEY, a text, b int, j json, jb jsonb,
  p point, arr int[], ts timestamptz, i4 int4range, x xml, v varchar(20));
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
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t (nix);
CREATE INDEX ON t (ctid);
CREATE INDEX ON t (tableoid);
CREATE INDEX ON t (a, a);
-- + index public.t.public.t_a_a1_idx btree ["a", "a"] false false true false
-- + index public.t_a_a1_idx on public.t
CREATE INDEX ix ON t (b);
CREATE INDEX IF NOT EXISTS ix ON t (nix);
CREATE INDEX t ON t (b);
CREATE INDEX ON nix (a);
CREATE INDEX ON t USING gin (jb);
-- + index public.t.public.t_jb_idx gin ["jb"] false false true false
-- + index public.t_jb_idx on public.t
CREATE INDEX ON t USING gin (arr);
-- + index public.t.public.t_arr_idx gin ["arr"] false false true false
-- + index public.t_arr_idx on public.t
CREATE INDEX ON t USING gin (jb jsonb_path_ops);
-- + index public.t.public.t_jb_idx gin ["jb"] false false true false
-- + index public.t_jb_idx on public.t
CREATE INDEX ON t USING gist (p);
-- + index public.t.public.t_p_idx gist ["p"] false false true false
-- + index public.t_p_idx on public.t
CREATE INDEX ON t USING gist (i4);
-- + index public.t.public.t_i4_idx gist ["i4"] false false true false
-- + index public.t_i4_idx on public.t
CREATE INDEX ON t USING spgist (a);
-- + index public.t.public.t_a_idx spgist ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t USING brin (ts);
-- + index public.t.public.t_ts_idx brin ["ts"] false false true false
-- + index public.t_ts_idx on public.t
CREATE INDEX ON t USING hash (jb);
-- + index public.t.public.t_jb_idx hash ["jb"] false false true false
-- + index public.t_jb_idx on public.t
CREATE INDEX ON t (jb);
-- + index public.t.public.t_jb_idx btree ["jb"] false false true false
-- + index public.t_jb_idx on public.t
CREATE INDEX ON t (a text_pattern_ops);
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t (v varchar_pattern_ops);
-- + index public.t.public.t_v_idx btree ["v"] false false true false
-- + index public.t_v_idx on public.t
CREATE INDEX ON t (b int4_ops);
-- + index public.t.public.t_b_idx btree ["b"] false false true false
-- + index public.t_b_idx on public.t
CREATE INDEX ON t (a COLLATE "C");
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t USING gist (p) INCLUDE (a);
-- + index public.t.public.t_p_a_idx gist ["p"] false false true false
-- + index public.t_p_a_idx on public.t
CREATE INDEX ON t (a) INCLUDE (b);
-- + index public.t.public.t_a_b_idx btree ["a"] false false true false
-- + index public.t_a_b_idx on public.t
CREATE INDEX ON t (a) INCLUDE (nix);
CREATE INDEX ON t (lower(a));
-- + index public.t.public.t_lower_idx btree [""] false false true false
-- + index public.t_lower_idx on public.t
CREATE INDEX ON t (imm(a));
-- + index public.t.public.t_imm_idx btree [""] false false true false
-- + index public.t_imm_idx on public.t
CREATE INDEX ON t (stab(a));
-- + index public.t.public.t_stab_idx btree [""] false false true false
-- + index public.t_stab_idx on public.t
CREATE INDEX ON t (vol(a));
-- + index public.t.public.t_vol_idx btree [""] false false true false
-- + index public.t_vol_idx on public.t
CREATE INDEX ON t ((a || b));
-- + index public.t.public.t_expr_idx btree [""] false false true false
-- + index public.t_expr_idx on public.t
CREATE INDEX ON t ((a || 'x'));
-- + index public.t.public.t_expr_idx btree [""] false false true false
-- + index public.t_expr_idx on public.t
CREATE INDEX ON t ((ts AT TIME ZONE 'UTC'));
-- + index public.t.public.t_timezone_idx btree [""] false false true false
-- + index public.t_timezone_idx on public.t
CREATE INDEX ON t ((jb -> 'x'));
-- + index public.t.public.t_expr_idx btree [""] false false true false
-- + index public.t_expr_idx on public.t
CREATE INDEX ON t ((jb ->> 'x'));
-- + index public.t.public.t_expr_idx btree [""] false false true false
-- + index public.t_expr_idx on public.t
CREATE INDEX ON t ((b + 1));
-- + index public.t.public.t_expr_idx btree [""] false false true false
-- + index public.t_expr_idx on public.t
CREATE INDEX ON t (a) WHERE b > 1;
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t (a) WHERE vol(a) = 'x';
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t (a) WITH (fillfactor = 50);
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t USING gin (jb) WITH (fastupdate = off);
-- + index public.t.public.t_jb_idx gin ["jb"] false false true false
-- + index public.t_jb_idx on public.t
CREATE INDEX ON t USING brin (ts) WITH (pages_per_range = 1);
-- + index public.t.public.t_ts_idx brin ["ts"] false false true false
-- + index public.t_ts_idx on public.t
CREATE INDEX ON t (a) TABLESPACE pg_default;
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
CREATE UNIQUE INDEX ON pt (id);
CREATE UNIQUE INDEX ON pt (k);
-- + index public.pt.public.pt_k_idx btree ["k"] true false true false
-- + index public.pt1.public.pt1_k_idx btree ["k"] true false true false public.pt_k_idx
-- + index public.pt1_k_idx on public.pt1
-- + index public.pt_k_idx on public.pt
CREATE UNIQUE INDEX ON pt (id, k);
-- + index public.pt.public.pt_id_k_idx btree ["id", "k"] true false true false
-- + index public.pt1.public.pt1_id_k_idx btree ["id", "k"] true false true false public.pt_id_k_idx
-- + index public.pt1_id_k_idx on public.pt1
-- + index public.pt_id_k_idx on public.pt
CREATE UNIQUE INDEX ON pt ((k + 1));
CREATE UNIQUE INDEX ON pt1 (id);
-- + index public.pt1.public.pt1_id_idx1 btree ["id"] true false true false
-- + index public.pt1_id_idx1 on public.pt1
CREATE INDEX ON ONLY pt (id);
-- + index public.pt.public.pt_id_idx btree ["id"] false false false false
-- + index public.pt_id_idx on public.pt
CREATE INDEX CONCURRENTLY ON pt (id);
CREATE INDEX CONCURRENTLY ON pt1 (id);
-- + index public.pt1.public.pt1_id_idx1 btree ["id"] false false true false
-- + index public.pt1_id_idx1 on public.pt1
CREATE INDEX ON g (c);
-- + index public.g.public.g_c_idx btree ["c"] false false true false
-- + index public.g_c_idx on public.g
CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT;
-- + index public.t.public.t_a_idx btree ["a"] true false true false
-- + index public.t_a_idx on public.t
CREATE INDEX ON t (a) NULLS NOT DISTINCT;
-- + index public.t.public.t_a_idx btree ["a"] false false true false
-- + index public.t_a_idx on public.t
ALTER INDEX ix RENAME TO pi;
ALTER INDEX ix RENAME TO t;
ALTER INDEX ix RENAME TO fresh;
-- - index public.ix on public.t
-- - index public.t.public.ix btree ["a"] false false true false
-- + index public.fresh on public.t
-- + index public.t.public.fresh btree ["a"] false false true false
ALTER INDEX IF EXISTS nix RENAME TO fresh;
ALTER INDEX pi ATTACH PARTITION nix;
ALTER INDEX ix SET (fillfactor = 5);
ALTER INDEX ix SET (nix = 5);
ALTER INDEX ix RESET (fillfactor);
DROP INDEX pi;
-- - index public.pi on public.pt
-- - index public.pt.public.pi btree ["id"] false false true false
-- - index public.pt1.public.pt1_id_idx btree ["id"] false false true false public.pi
-- - index public.pt1_id_idx on public.pt1
DROP INDEX pt1_id_idx;
DROP INDEX ix, nix;
DROP INDEX IF EXISTS ix, nix;
-- - index public.ix on public.t
-- - index public.t.public.ix btree ["a"] false false true false
DROP INDEX t;
ALTER TABLE t ADD EXCLUDE USING gist (i4 WITH &&);
-- + constraint public.t.t_i4_excl 4 ["i4"] ->  [] t_i4_excl true false false -
-- + index public.t.public.t_i4_excl gist ["i4"] false false true false
-- + index public.t_i4_excl on public.t
ALTER TABLE t ADD EXCLUDE USING btree (b WITH =);
-- + constraint public.t.t_b_excl 4 ["b"] ->  [] t_b_excl true false false -
-- + index public.t.public.t_b_excl btree ["b"] false false true false
-- + index public.t_b_excl on public.t
ALTER TABLE t ADD EXCLUDE (b WITH =) WHERE (b > 1);
-- + constraint public.t.t_b_excl 4 ["b"] ->  [] t_b_excl true false false -
-- + index public.t.public.t_b_excl btree ["b"] false false true false
-- + index public.t_b_excl on public.t
ALTER TABLE t ADD EXCLUDE (nix WITH =);
CREATE STATISTICS s ON a, b FROM t;
-- + statistics public.s of public.t ["a", "b"]
CREATE STATISTICS s ON a FROM t;
CREATE STATISTICS s ON (a || 'x') FROM t;
-- + statistics public.s of public.t ["a"]
CREATE STATISTICS s ON a, a FROM t;
CREATE STATISTICS s (nix) ON a, b FROM t;
CREATE STATISTICS s (ndistinct) ON a, b FROM t;
-- + statistics public.s of public.t ["a", "b"]
CREATE STATISTICS s ON a, b FROM nix;
