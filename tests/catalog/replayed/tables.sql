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
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.fits.a text false - - 0 false
-- - column public.fits.id integer true - - 0 false
-- - constraint public.fits.chk 3 ["id"] ->  []  true false false id > 0
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.fits.a text false - - 0 true
-- + column public.fits.id integer true - - 0 true
-- + constraint public.fits.chk 3 ["id"] ->  []  true false true id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.fits inherits public.parent
ALTER TABLE kid NO INHERIT parent;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer true - - 0 true
-- - constraint public.kid.chk 3 ["id"] ->  []  true false true id > 0
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.kid inherits public.parent
-- + column public.kid.a text false - - 0 false
-- + column public.kid.id integer true - - 0 false
-- + constraint public.kid.chk 3 ["id"] ->  []  true false false id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE shape OF co;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.shape 0 0 of - in -  true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.shape 0 0 of public.co in -  true
ALTER TABLE t OF co;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.t 0 0 of - in -  true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.t 0 0 of public.co in -  true
ALTER TABLE typed NOT OF;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.typed 0 0 of public.co in -  true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.typed 0 0 of - in -  true
DROP TABLE kid, kid2, diamond, parent;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.diamond.a text false - - 0 true
-- - column public.diamond.id integer true - - 0 true
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer true - - 0 true
-- - column public.kid2.a text false - - 0 true
-- - column public.kid2.id integer true - - 0 true
-- - column public.parent.a text false - - 0 false
-- - column public.parent.id integer true - - 0 false
-- - constraint public.diamond.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.kid.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.kid2.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.parent.chk 3 ["id"] ->  []  true false false id > 0
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.diamond 0 0 of - in -  true
-- - table public.diamond inherits public.kid
-- - table public.diamond inherits public.kid2
-- - table public.diamond: row security false, replica identity 0, filled false
-- - table public.kid 0 0 of - in -  true
-- - table public.kid inherits public.parent
-- - table public.kid2 0 0 of - in -  true
-- - table public.kid2 inherits public.parent
-- - table public.kid2: row security false, replica identity 0, filled false
-- - table public.kid: row security false, replica identity 0, filled false
-- - table public.parent 0 0 of - in -  true
-- - table public.parent: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
DROP TABLE parent CASCADE;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.diamond.a text false - - 0 true
-- - column public.diamond.id integer true - - 0 true
-- - column public.kid.a text false - - 0 true
-- - column public.kid.id integer true - - 0 true
-- - column public.kid2.a text false - - 0 true
-- - column public.kid2.id integer true - - 0 true
-- - column public.parent.a text false - - 0 false
-- - column public.parent.id integer true - - 0 false
-- - constraint public.diamond.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.kid.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.kid2.chk 3 ["id"] ->  []  true false true id > 0
-- - constraint public.parent.chk 3 ["id"] ->  []  true false false id > 0
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.diamond 0 0 of - in -  true
-- - table public.diamond inherits public.kid
-- - table public.diamond inherits public.kid2
-- - table public.diamond: row security false, replica identity 0, filled false
-- - table public.kid 0 0 of - in -  true
-- - table public.kid inherits public.parent
-- - table public.kid2 0 0 of - in -  true
-- - table public.kid2 inherits public.parent
-- - table public.kid2: row security false, replica identity 0, filled false
-- - table public.kid: row security false, replica identity 0, filled false
-- - table public.parent 0 0 of - in -  true
-- - table public.parent: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
DROP TYPE co CASCADE;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.typed.a text false - - 0 false
-- - column public.typed.id integer false - - 0 false
-- - composite public.co 0
-- - composite public.co: a text
-- - composite public.co: id integer
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.typed 0 0 of public.co in -  true
-- - table public.typed: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
CREATE TABLE n () INHERITS (parent, t);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer true - - 0 true
-- + constraint public.n.chk 3 ["id"] ->  []  true false true id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n inherits public.t
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int) INHERITS (parent);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer true - - 0 true
-- + constraint public.n.chk 3 ["id"] ->  []  true false true id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (CONSTRAINT chk CHECK (id > 0)) INHERITS (parent);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer true - - 0 true
-- + constraint public.n.chk 3 ["id"] ->  []  true false true id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in -  true
-- + table public.n inherits public.parent
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n OF co (PRIMARY KEY (id));
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 false
-- + column public.n.id integer true - - 0 false
-- + constraint public.n.n_pkey 0 ["id"] ->  [] n_pkey true false false -
-- + index public.n.public.n_pkey btree ["id"] true true true false
-- + index public.n_pkey on public.n
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of public.co in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n OF co (id WITH OPTIONS NOT NULL);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 false
-- + column public.n.id integer true - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of public.co in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int) PARTITION BY RANGE ((id + 1));
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 1 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int UNIQUE, k int) PARTITION BY RANGE (id);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 false
-- + column public.n.k integer false - - 0 false
-- + constraint public.n.n_id_key 1 ["id"] ->  [] n_id_key true false false -
-- + index public.n.public.n_id_key btree ["id"] true false true false
-- + index public.n_id_key on public.n
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 1 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n (id int, k int, PRIMARY KEY (id, k)) PARTITION BY RANGE (k);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer true - - 0 false
-- + column public.n.k integer true - - 0 false
-- + constraint public.n.n_pkey 0 ["id", "k"] ->  [] n_pkey true false false -
-- + index public.n.public.n_pkey btree ["id", "k"] true true true false
-- + index public.n_pkey on public.n
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 1 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE UNLOGGED TABLE n (id int) PARTITION BY LIST (id);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 1 1 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (30);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (MINVALUE) TO (0);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr FOR VALUES FROM (20) TO (MAXVALUE);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr FOR VALUES FROM ('20') TO ('30');
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c');
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k text false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pl  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pl FOR VALUES IN ('c', 'c');
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k text false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pl  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pl FOR VALUES IN (NULL);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k text false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pl  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pl DEFAULT;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k text false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pl  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.ph  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF ph FOR VALUES WITH (MODULUS 8, REMAINDER 5);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.ph  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, 1) TO (2, 2);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a integer false - - 0 true
-- + column public.n.b integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.p2  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF p2 FOR VALUES FROM (1, MINVALUE) TO (1, MAXVALUE);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a integer false - - 0 true
-- + column public.n.b integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.p2  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr (k DEFAULT 5) FOR VALUES FROM (20) TO (30);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer false 5 - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TABLE n PARTITION OF pr (k NOT NULL, CHECK (id > 0)) FOR VALUES FROM (20) TO (30) PARTITION BY LIST (id);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.a text false - - 0 true
-- + column public.n.id integer false - - 0 true
-- + column public.n.k integer true - - 0 true
-- + constraint public.n.n_id_check 3 ["id"] ->  []  true false false id > 0
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 1 0 of - in public.pr  true
-- + table public.n: row security false, replica identity 0, filled false
ALTER TABLE pr ATTACH PARTITION cand FOR VALUES FROM (20) TO (30);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.cand.a text false - - 0 false
-- - column public.cand.id integer false - - 0 false
-- - column public.cand.k integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.cand 0 0 of - in -  true
-- + column public.cand.a text false - - 0 true
-- + column public.cand.id integer false - - 0 true
-- + column public.cand.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.cand 0 0 of - in public.pr  true
ALTER TABLE pl ATTACH PARTITION candl FOR VALUES IN ('c');
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.candl.id integer false - - 0 false
-- - column public.candl.k text false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.candl 0 0 of - in -  true
-- + column public.candl.id integer false - - 0 true
-- + column public.candl.k text false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.candl 0 0 of - in public.pl  true
ALTER TABLE ph ATTACH PARTITION candh FOR VALUES WITH (MODULUS 4, REMAINDER 1);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.candh.id integer false - - 0 false
-- - column public.candh.k integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.candh 0 0 of - in -  true
-- + column public.candh.id integer false - - 0 true
-- + column public.candh.k integer false - - 0 true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.candh 0 0 of - in public.ph  true
ALTER TABLE uq ATTACH PARTITION cand FOR VALUES IN (1);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.cand.a text false - - 0 false
-- - column public.cand.id integer false - - 0 false
-- - column public.cand.k integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.cand 0 0 of - in -  true
-- + column public.cand.a text false - - 0 true
-- + column public.cand.id integer false - - 0 true
-- + column public.cand.k integer false - - 0 true
-- + constraint public.cand.cand_k_key 1 ["k"] ->  [] cand_k_key true false true -
-- + index public.cand.public.cand_k_key btree ["k"] true false true false public.uq_k_key
-- + index public.cand_k_key on public.cand
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.cand 0 0 of - in public.uq  true
ALTER TABLE pr DETACH PARTITION pr1;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.pr1.a text false - - 0 true
-- - column public.pr1.id integer false - - 0 true
-- - column public.pr1.k integer false - - 0 true
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.pr1 0 0 of - in public.pr  true
-- + column public.pr1.a text false - - 0 false
-- + column public.pr1.id integer false - - 0 false
-- + column public.pr1.k integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.pr1 0 0 of - in -  true
ALTER TABLE pl DETACH PARTITION pla CONCURRENTLY;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.pla.id integer false - - 0 true
-- - column public.pla.k text false - - 0 true
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.pla 0 0 of - in public.pl  true
-- + column public.pla.id integer false - - 0 false
-- + column public.pla.k text false - - 0 false
-- + constraint public.pla.pla_k_check 3 ["k"] ->  []  true false false -
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.pla 0 0 of - in -  true
DROP TABLE pr;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.pr.a text false - - 0 false
-- - column public.pr.id integer false - - 0 false
-- - column public.pr.k integer false - - 0 false
-- - column public.pr1.a text false - - 0 true
-- - column public.pr1.id integer false - - 0 true
-- - column public.pr1.k integer false - - 0 true
-- - column public.pr2.a text false - - 0 true
-- - column public.pr2.id integer false - - 0 true
-- - column public.pr2.k integer false - - 0 true
-- - column public.prd.a text false - - 0 true
-- - column public.prd.id integer false - - 0 true
-- - column public.prd.k integer false - - 0 true
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.pr 1 0 of - in -  true
-- - table public.pr1 0 0 of - in public.pr  true
-- - table public.pr1: row security false, replica identity 0, filled false
-- - table public.pr2 0 0 of - in public.pr  true
-- - table public.pr2: row security false, replica identity 0, filled false
-- - table public.pr: row security false, replica identity 0, filled false
-- - table public.prd 0 0 of - in public.pr  true
-- - table public.prd: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
DROP TABLE pr1;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.pr1.a text false - - 0 true
-- - column public.pr1.id integer false - - 0 true
-- - column public.pr1.k integer false - - 0 true
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.pr1 0 0 of - in public.pr  true
-- - table public.pr1: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE pr SET SCHEMA app;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - column public.pr.a text false - - 0 false
-- - column public.pr.id integer false - - 0 false
-- - column public.pr.k integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.pr 1 0 of - in -  true
-- - table public.pr1 0 0 of - in public.pr  true
-- - table public.pr2 0 0 of - in public.pr  true
-- - table public.pr: row security false, replica identity 0, filled false
-- - table public.prd 0 0 of - in public.pr  true
-- + column app.pr.a text false - - 0 false
-- + column app.pr.id integer false - - 0 false
-- + column app.pr.k integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table app.pr 1 0 of - in -  true
-- + table app.pr: row security false, replica identity 0, filled false
-- + table public.pr1 0 0 of - in app.pr  true
-- + table public.pr2 0 0 of - in app.pr  true
-- + table public.prd 0 0 of - in app.pr  true
ALTER TABLE t SET SCHEMA public;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET (autovacuum_enabled = off);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET (autovacuum_vacuum_scale_factor = 0.1);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET (toast.autovacuum_enabled = off);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t RESET (nix);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET (user_catalog_table = true);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET ACCESS METHOD heap;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
ALTER TABLE t SET LOGGED, SET UNLOGGED;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.t 0 0 of - in -  true
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.t 0 1 of - in -  true
ALTER TABLE t REPLICA IDENTITY FULL;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.t: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.t: row security false, replica identity 2, filled false
ALTER TABLE t REPLICA IDENTITY NOTHING;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- - table public.t: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.t: row security false, replica identity 3, filled false
ALTER TABLE t FORCE ROW LEVEL SECURITY;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
CREATE TABLE n (id int) WITH (fillfactor = 50);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.id integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled false
CREATE TEMP TABLE n (id int) ON COMMIT DROP;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column pg_temp.n.id integer false - - 0 false
-- + table pg_temp.n 0 2 of - in -  true
-- + table pg_temp.n: row security false, replica identity 0, filled false
CREATE TABLE IF NOT EXISTS t (id int, id int);
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
CREATE TABLE n (x) AS SELECT 1, 2;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + column public.n.?column? integer false - - 0 false
-- + column public.n.x integer false - - 0 false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + table public.n 0 0 of - in -  true
-- + table public.n: row security false, replica identity 0, filled true
CREATE TABLE IF NOT EXISTS t AS SELECT 1;
-- - column pg_temp.tmp.id integer false - - 0 false
-- - schemas {"app", "public"}; search_path ["pg_temp", "public"]; not kept {}
-- - table pg_temp.tmp 0 2 of - in -  true
-- - table pg_temp.tmp: row security false, replica identity 0, filled false
-- + schemas {"app", "public"}; search_path ["public"]; not kept {}
