CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'it''s ok', 'mood');
CREATE TYPE app.mood AS ENUM ('x');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION app.f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE FUNCTION "Odd""One"(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
CREATE SEQUENCE sq;
CREATE SEQUENCE "Sq";
CREATE TABLE t (id serial PRIMARY KEY, a int DEFAULT f(1), b int DEFAULT app.f(2), "Mixed" text DEFAULT 'a',
  m mood DEFAULT 'sad', m2 mood DEFAULT 'it''s ok'::mood, m3 app.mood DEFAULT 'x'::app.mood, n int DEFAULT nextval('sq'),
  n2 int DEFAULT nextval('public.sq'::regclass), n3 int DEFAULT nextval('"Sq"'), f int, o int DEFAULT "Odd""One"(3),
  g int GENERATED ALWAYS AS (f(f) + 1) STORED, p positive, arr mood[],
  CONSTRAINT c1 CHECK (a > 0 AND "Mixed" <> 'a' AND a$ IS NULL), a$ int,
  CONSTRAINT c2 CHECK ((m)::text <> 'mood' AND m = 'mood'), CONSTRAINT c3 CHECK (f(a) > 0 AND f > 0));
CREATE TABLE part (id int, k int, v int) PARTITION BY LIST (k);
CREATE TABLE part1 PARTITION OF part FOR VALUES IN (1);
CREATE TABLE ref (t_id int REFERENCES t, a int);
CREATE INDEX ix ON t (lower("Mixed")) WHERE a > 0;
CREATE INDEX ix2 ON t (f(a));
CREATE VIEW v AS SELECT a, "Mixed", m FROM t;
CREATE VIEW over AS SELECT a FROM v;
CREATE MATERIALIZED VIEW mv AS SELECT a FROM t;
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.b > f(1)) EXECUTE FUNCTION tf();
CREATE POLICY po ON t USING (a > (SELECT max(a) FROM ref));
CREATE RULE ru AS ON INSERT TO ref WHERE NEW.a > 1 DO ALSO DELETE FROM part;
CREATE STATISTICS st ON a, b FROM t;
CREATE PUBLICATION pu FOR TABLE t (id, a), ref;
CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(a) FROM t; END;
CREATE FUNCTION takes(mood, t) RETURNS mood LANGUAGE sql AS 'SELECT $1';
CREATE TYPE pair AS (x mood, y positive);
-- Statements
ALTER TABLE t RENAME a TO z;
-- - column public.t.a integer false f(1) - 0 false
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - policy public.t.po [] ["a"]
-- - publication pu: public.t ["id", "a"]
-- - statistics public.st of public.t ["a", "b"]
-- - view public.mv uses public.t.a
-- - view public.v uses public.t.a
-- + column public.t.z integer false f(1) - 0 false
-- + constraint public.t.c1 3 ["z", "Mixed", "a$"] ->  []  true false false z > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- + constraint public.t.c3 3 ["z", "f"] ->  []  true false false f(z) > 0 AND f > 0
-- + policy public.t.po [] ["z"]
-- + publication pu: public.t ["id", "z"]
-- + statistics public.st of public.t ["z", "b"]
-- + view public.mv uses public.t.z
-- + view public.v uses public.t.z
ALTER TABLE t RENAME "Mixed" TO plain;
-- - column public.t.Mixed text false 'a' - 0 false
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - view public.v uses public.t.Mixed
-- + column public.t.plain text false 'a' - 0 false
-- + constraint public.t.c1 3 ["a", "plain", "a$"] ->  []  true false false a > 0 AND plain <> 'a' AND a$ IS NULL
-- + view public.v uses public.t.plain
ALTER TABLE t RENAME f TO h;
-- - column public.t.f integer false - - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- + column public.t.g integer false - f(h) + 1 0 false
-- + column public.t.h integer false - - 0 false
-- + constraint public.t.c3 3 ["a", "h"] ->  []  true false false f(a) > 0 AND h > 0
ALTER TABLE t RENAME a$ TO dollar;
-- - column public.t.a$ integer false - - 0 false
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- + column public.t.dollar integer false - - 0 false
-- + constraint public.t.c1 3 ["a", "Mixed", "dollar"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND dollar IS NULL
ALTER TABLE t RENAME id TO "Id";
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - publication pu: public.t ["id", "a"]
-- - sequence public.t_id_seq owned by public.t.id
-- + column public.t.Id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- + constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["Id"] t_pkey true false false -
-- + constraint public.t.t_pkey 0 ["Id"] ->  [] t_pkey true false false -
-- + index public.t.public.t_pkey btree ["Id"] true true true false
-- + publication pu: public.t ["Id", "a"]
-- + sequence public.t_id_seq owned by public.t.Id
ALTER TABLE t RENAME b TO "B""b";
-- - column public.t.b integer false app.f(2) - 0 false
-- - statistics public.st of public.t ["a", "b"]
-- + column public.t.B"b integer false app.f(2) - 0 false
-- + statistics public.st of public.t ["a", "B\"b"]
ALTER TABLE part RENAME v TO w;
-- - column public.part.v integer false - - 0 false
-- - column public.part1.v integer false - - 0 true
-- + column public.part.w integer false - - 0 false
-- + column public.part1.w integer false - - 0 true
ALTER TABLE part RENAME k TO w;
-- - column public.part.k integer false - - 0 false
-- - column public.part1.k integer false - - 0 true
-- + column public.part.w integer false - - 0 false
-- + column public.part1.w integer false - - 0 true
ALTER TABLE ref RENAME t_id TO u_id;
-- - column public.ref.t_id integer false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- + column public.ref.u_id integer false - - 0 false
-- + constraint public.ref.ref_t_id_fkey 2 ["u_id"] -> public.t ["id"] t_pkey true false false -
ALTER TABLE ref RENAME a TO b;
-- - column public.ref.a integer false - - 0 false
-- - rule public.ref.ru ["a"]
-- + column public.ref.b integer false - - 0 false
-- + rule public.ref.ru ["b"]
ALTER TABLE t RENAME TO u;
-- - column public.t.Mixed text false 'a' - 0 false
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.a$ integer false - - 0 false
-- - column public.t.arr mood[] false - - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - column public.t.f integer false - - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - column public.t.m mood false 'sad' - 0 false
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - column public.t.n3 integer false nextval('"Sq"') - 0 false
-- - column public.t.o integer false "Odd""One"(3) - 0 false
-- - column public.t.p positive false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - constraint public.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.ix on public.t
-- - index public.ix2 on public.t
-- - index public.t.public.ix btree [""] false false true false
-- - index public.t.public.ix2 btree [""] false false true false
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - policy public.t.po [] ["a"]
-- - publication pu: public.t ["id", "a"]
-- - sequence public.t_id_seq owned by public.t.id
-- - statistics public.st of public.t ["a", "b"]
-- - table public.t 0 0 of - in -  true
-- - table public.t: row security false, replica identity 0, filled false
-- - trigger public.t.tr tf
-- - view public.mv uses public.t.a
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- + column public.u.Mixed text false 'a' - 0 false
-- + column public.u.a integer false f(1) - 0 false
-- + column public.u.a$ integer false - - 0 false
-- + column public.u.arr mood[] false - - 0 false
-- + column public.u.b integer false app.f(2) - 0 false
-- + column public.u.f integer false - - 0 false
-- + column public.u.g integer false - f(f) + 1 0 false
-- + column public.u.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- + column public.u.m mood false 'sad' - 0 false
-- + column public.u.m2 mood false 'it''s ok'::mood - 0 false
-- + column public.u.m3 app.mood false 'x'::app.mood - 0 false
-- + column public.u.n integer false nextval('sq') - 0 false
-- + column public.u.n2 integer false nextval('public.sq'::regclass) - 0 false
-- + column public.u.n3 integer false nextval('"Sq"') - 0 false
-- + column public.u.o integer false "Odd""One"(3) - 0 false
-- + column public.u.p positive false - - 0 false
-- + constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.u ["id"] t_pkey true false false -
-- + constraint public.u.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- + constraint public.u.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- + constraint public.u.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- + constraint public.u.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- + index public.ix on public.u
-- + index public.ix2 on public.u
-- + index public.t_pkey on public.u
-- + index public.u.public.ix btree [""] false false true false
-- + index public.u.public.ix2 btree [""] false false true false
-- + index public.u.public.t_pkey btree ["id"] true true true false
-- + policy public.u.po [] ["a"]
-- + publication pu: public.u ["id", "a"]
-- + sequence public.t_id_seq owned by public.u.id
-- + statistics public.st of public.u ["a", "b"]
-- + table public.u 0 0 of - in -  true
-- + table public.u: row security false, replica identity 0, filled false
-- + trigger public.u.tr tf
-- + view public.mv uses public.u.a
-- + view public.v uses public.u.Mixed
-- + view public.v uses public.u.a
-- + view public.v uses public.u.m
ALTER TABLE t SET SCHEMA app;
-- - column public.t.Mixed text false 'a' - 0 false
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.a$ integer false - - 0 false
-- - column public.t.arr mood[] false - - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - column public.t.f integer false - - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - column public.t.m mood false 'sad' - 0 false
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - column public.t.n3 integer false nextval('"Sq"') - 0 false
-- - column public.t.o integer false "Odd""One"(3) - 0 false
-- - column public.t.p positive false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - constraint public.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.ix on public.t
-- - index public.ix2 on public.t
-- - index public.t.public.ix btree [""] false false true false
-- - index public.t.public.ix2 btree [""] false false true false
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - policy public.t.po [] ["a"]
-- - publication pu: public.t ["id", "a"]
-- - sequence public.t_id_seq owned by public.t.id
-- - statistics public.st of public.t ["a", "b"]
-- - table public.t 0 0 of - in -  true
-- - table public.t: row security false, replica identity 0, filled false
-- - trigger public.t.tr tf
-- - view public.mv uses public.t.a
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- + column app.t.Mixed text false 'a' - 0 false
-- + column app.t.a integer false f(1) - 0 false
-- + column app.t.a$ integer false - - 0 false
-- + column app.t.arr mood[] false - - 0 false
-- + column app.t.b integer false app.f(2) - 0 false
-- + column app.t.f integer false - - 0 false
-- + column app.t.g integer false - f(f) + 1 0 false
-- + column app.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- + column app.t.m mood false 'sad' - 0 false
-- + column app.t.m2 mood false 'it''s ok'::mood - 0 false
-- + column app.t.m3 app.mood false 'x'::app.mood - 0 false
-- + column app.t.n integer false nextval('sq') - 0 false
-- + column app.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- + column app.t.n3 integer false nextval('"Sq"') - 0 false
-- + column app.t.o integer false "Odd""One"(3) - 0 false
-- + column app.t.p positive false - - 0 false
-- + constraint app.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- + constraint app.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- + constraint app.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- + constraint app.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- + constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> app.t ["id"] t_pkey true false false -
-- + index app.ix on app.t
-- + index app.ix2 on app.t
-- + index app.t.app.ix btree [""] false false true false
-- + index app.t.app.ix2 btree [""] false false true false
-- + index app.t.app.t_pkey btree ["id"] true true true false
-- + index app.t_pkey on app.t
-- + policy app.t.po [] ["a"]
-- + publication pu: app.t ["id", "a"]
-- + sequence app.t_id_seq owned by app.t.id
-- + statistics public.st of app.t ["a", "b"]
-- + table app.t 0 0 of - in -  true
-- + table app.t: row security false, replica identity 0, filled false
-- + trigger app.t.tr tf
-- + view public.mv uses app.t.a
-- + view public.v uses app.t.Mixed
-- + view public.v uses app.t.a
-- + view public.v uses app.t.m
ALTER TABLE ref RENAME TO ref2;
-- - column public.ref.a integer false - - 0 false
-- - column public.ref.t_id integer false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - publication pu: public.ref []
-- - rule public.ref.ru ["a"]
-- - table public.ref 0 0 of - in -  true
-- - table public.ref: row security false, replica identity 0, filled false
-- + column public.ref2.a integer false - - 0 false
-- + column public.ref2.t_id integer false - - 0 false
-- + constraint public.ref2.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- + publication pu: public.ref2 []
-- + rule public.ref2.ru ["a"]
-- + table public.ref2 0 0 of - in -  true
-- + table public.ref2: row security false, replica identity 0, filled false
ALTER TABLE ref SET SCHEMA app;
-- - column public.ref.a integer false - - 0 false
-- - column public.ref.t_id integer false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - publication pu: public.ref []
-- - rule public.ref.ru ["a"]
-- - table public.ref 0 0 of - in -  true
-- - table public.ref: row security false, replica identity 0, filled false
-- + column app.ref.a integer false - - 0 false
-- + column app.ref.t_id integer false - - 0 false
-- + constraint app.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- + publication pu: app.ref []
-- + rule app.ref.ru ["a"]
-- + table app.ref 0 0 of - in -  true
-- + table app.ref: row security false, replica identity 0, filled false
ALTER TABLE part RENAME TO parts;
-- - column public.part.id integer false - - 0 false
-- - column public.part.k integer false - - 0 false
-- - column public.part.v integer false - - 0 false
-- - table public.part 1 0 of - in -  true
-- - table public.part1 0 0 of - in public.part  true
-- - table public.part: row security false, replica identity 0, filled false
-- + column public.parts.id integer false - - 0 false
-- + column public.parts.k integer false - - 0 false
-- + column public.parts.v integer false - - 0 false
-- + table public.part1 0 0 of - in public.parts  true
-- + table public.parts 1 0 of - in -  true
-- + table public.parts: row security false, replica identity 0, filled false
ALTER TABLE part SET SCHEMA app;
-- - column public.part.id integer false - - 0 false
-- - column public.part.k integer false - - 0 false
-- - column public.part.v integer false - - 0 false
-- - table public.part 1 0 of - in -  true
-- - table public.part1 0 0 of - in public.part  true
-- - table public.part: row security false, replica identity 0, filled false
-- + column app.part.id integer false - - 0 false
-- + column app.part.k integer false - - 0 false
-- + column app.part.v integer false - - 0 false
-- + table app.part 1 0 of - in -  true
-- + table app.part: row security false, replica identity 0, filled false
-- + table public.part1 0 0 of - in app.part  true
ALTER TABLE part1 RENAME TO parts1;
-- - column public.part1.id integer false - - 0 true
-- - column public.part1.k integer false - - 0 true
-- - column public.part1.v integer false - - 0 true
-- - table public.part1 0 0 of - in public.part  true
-- - table public.part1: row security false, replica identity 0, filled false
-- + column public.parts1.id integer false - - 0 true
-- + column public.parts1.k integer false - - 0 true
-- + column public.parts1.v integer false - - 0 true
-- + table public.parts1 0 0 of - in public.part  true
-- + table public.parts1: row security false, replica identity 0, filled false
ALTER TABLE part1 SET SCHEMA app;
-- - column public.part1.id integer false - - 0 true
-- - column public.part1.k integer false - - 0 true
-- - column public.part1.v integer false - - 0 true
-- - table public.part1 0 0 of - in public.part  true
-- - table public.part1: row security false, replica identity 0, filled false
-- + column app.part1.id integer false - - 0 true
-- + column app.part1.k integer false - - 0 true
-- + column app.part1.v integer false - - 0 true
-- + table app.part1 0 0 of - in public.part  true
-- + table app.part1: row security false, replica identity 0, filled false
ALTER VIEW v RENAME TO w;
-- - view public.over uses public.v.a
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
-- + view public.over uses public.w.a
-- + view public.w false true ["a", "Mixed", "m"]  true
-- + view public.w uses public.t.Mixed
-- + view public.w uses public.t.a
-- + view public.w uses public.t.m
-- + view public.w: -
-- + view public.w: integer
-- + view public.w: text
ALTER VIEW v SET SCHEMA app;
-- - view public.over uses public.v.a
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
-- + view app.v false true ["a", "Mixed", "m"]  true
-- + view app.v uses public.t.Mixed
-- + view app.v uses public.t.a
-- + view app.v uses public.t.m
-- + view app.v: -
-- + view app.v: integer
-- + view app.v: text
-- + view public.over uses app.v.a
ALTER VIEW v RENAME COLUMN a TO z;
-- - view public.over uses public.v.a
-- - view public.v false true ["a", "Mixed", "m"]  true
-- + view public.over uses public.v.z
-- + view public.v false true ["z", "Mixed", "m"]  true
ALTER MATERIALIZED VIEW mv RENAME TO mv2;
-- - view public.mv true true ["a"]  true
-- - view public.mv uses public.t.a
-- - view public.mv: integer
-- + view public.mv2 true true ["a"]  true
-- + view public.mv2 uses public.t.a
-- + view public.mv2: integer
ALTER MATERIALIZED VIEW mv SET SCHEMA app;
-- - view public.mv true true ["a"]  true
-- - view public.mv uses public.t.a
-- - view public.mv: integer
-- + view app.mv true true ["a"]  true
-- + view app.mv uses public.t.a
-- + view app.mv: integer
ALTER TYPE mood RENAME TO feeling;
-- - column public.t.arr mood[] false - - 0 false
-- - column public.t.m mood false 'sad' - 0 false
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - composite public.pair: x mood
-- - enum public.mood ["sad", "it's ok", "mood"]
-- - function public.takes(mood, t) returns mood 2 ["", ""] 0
-- + column public.t.arr feeling[] false - - 0 false
-- + column public.t.m feeling false 'sad' - 0 false
-- + column public.t.m2 feeling false 'it''s ok'::feeling - 0 false
-- + composite public.pair: x feeling
-- + enum public.feeling ["sad", "it's ok", "mood"]
-- + function public.takes(feeling, t) returns mood 2 ["", ""] 0
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- - column public.t.m mood false 'sad' - 0 false
-- - enum public.mood ["sad", "it's ok", "mood"]
-- + column public.t.m mood false 'blue' - 0 false
-- + enum public.mood ["blue", "it's ok", "mood"]
ALTER TYPE mood RENAME VALUE 'it''s ok' TO 'fine';
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - enum public.mood ["sad", "it's ok", "mood"]
-- + column public.t.m2 mood false 'fine'::mood - 0 false
-- + enum public.mood ["sad", "fine", "mood"]
ALTER TYPE mood RENAME VALUE 'mood' TO 'x''y';
-- - enum public.mood ["sad", "it's ok", "mood"]
-- + enum public.mood ["sad", "it's ok", "x'y"]
ALTER TYPE app.mood RENAME TO other;
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - enum app.mood ["x"]
-- + column public.t.m2 mood false 'it''s ok'::other - 0 false
-- + column public.t.m3 app.other false 'x'::app.other - 0 false
-- + enum app.other ["x"]
ALTER TYPE app.mood RENAME VALUE 'x' TO 'y';
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - enum app.mood ["x"]
-- + column public.t.m3 app.mood false 'y'::app.mood - 0 false
-- + enum app.mood ["y"]
ALTER DOMAIN positive RENAME TO natural_number;
-- - column public.t.p positive false - - 0 false
-- - composite public.pair: y positive
-- - domain public.positive integer false -
-- - domain public.positive: positive_check VALUE > 0
-- + column public.t.p natural_number false - - 0 false
-- + composite public.pair: y natural_number
-- + domain public.natural_number integer false -
-- + domain public.natural_number: positive_check VALUE > 0
ALTER DOMAIN positive SET SCHEMA app;
-- - column public.t.p positive false - - 0 false
-- - composite public.pair: y positive
-- - domain public.positive integer false -
-- - domain public.positive: positive_check VALUE > 0
-- + column public.t.p app.positive false - - 0 false
-- + composite public.pair: y app.positive
-- + domain app.positive integer false -
-- + domain app.positive: positive_check VALUE > 0
ALTER TYPE pair RENAME TO couple;
-- - composite public.pair 0
-- - composite public.pair: x mood
-- - composite public.pair: y positive
-- + composite public.couple 0
-- + composite public.couple: x mood
-- + composite public.couple: y positive
ALTER TYPE pair SET SCHEMA app;
-- - composite public.pair 0
-- - composite public.pair: x mood
-- - composite public.pair: y positive
-- + composite app.pair 0
-- + composite app.pair: x mood
-- + composite app.pair: y positive
ALTER FUNCTION f(int) RENAME TO g;
-- - column public.t.a integer false f(1) - 0 false
-- - function public.f(integer) returns integer 0 [""] 0
-- + column public.t.a integer false g(1) - 0 false
-- + function public.g(integer) returns integer 0 [""] 0
ALTER FUNCTION app.f(int) RENAME TO g;
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - function app.f(integer) returns integer 0 [""] 0
-- + column public.t.a integer false g(1) - 0 false
-- + column public.t.b integer false app.g(2) - 0 false
-- + function app.g(integer) returns integer 0 [""] 0
ALTER FUNCTION "Odd""One"(int) RENAME TO even;
-- - column public.t.o integer false "Odd""One"(3) - 0 false
-- - function public.Odd"One(integer) returns integer 0 [""] 0
-- + column public.t.o integer false even(3) - 0 false
-- + function public.even(integer) returns integer 0 [""] 0
ALTER FUNCTION tf() RENAME TO tf2;
-- - function public.tf() returns trigger 2 [] 0
-- - trigger public.t.tr tf
-- + function public.tf2() returns trigger 2 [] 0
-- + trigger public.t.tr tf2
ALTER FUNCTION tf() SET SCHEMA app;
-- - function public.tf() returns trigger 2 [] 0
-- + function app.tf() returns trigger 2 [] 0
ALTER SEQUENCE sq RENAME TO sq2;
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - sequence public.sq owned by .
-- + column public.t.n integer false nextval('public.sq2') - 0 false
-- + column public.t.n2 integer false nextval('public.sq2'::regclass) - 0 false
-- + sequence public.sq2 owned by .
ALTER SEQUENCE sq SET SCHEMA app;
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - sequence public.sq owned by .
-- + column public.t.n integer false nextval('app.sq') - 0 false
-- + column public.t.n2 integer false nextval('app.sq'::regclass) - 0 false
-- + sequence app.sq owned by .
ALTER SEQUENCE "Sq" RENAME TO lower_case;
-- - column public.t.n3 integer false nextval('"Sq"') - 0 false
-- - sequence public.Sq owned by .
-- + column public.t.n3 integer false nextval('public.lower_case') - 0 false
-- + sequence public.lower_case owned by .
ALTER SEQUENCE t_id_seq RENAME TO ids;
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - sequence public.t_id_seq owned by public.t.id
-- + column public.t.id integer true nextval('public.ids'::regclass) - 0 false
-- + sequence public.ids owned by public.t.id
ALTER INDEX ix RENAME TO ix3;
-- - index public.ix on public.t
-- - index public.t.public.ix btree [""] false false true false
-- + index public.ix3 on public.t
-- + index public.t.public.ix3 btree [""] false false true false
ALTER INDEX t_pkey RENAME TO t_key;
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- + constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_key true false false -
-- + constraint public.t.t_key 0 ["id"] ->  [] t_key true false false -
-- + index public.t.public.t_key btree ["id"] true true true false
-- + index public.t_key on public.t
ALTER TABLE t RENAME CONSTRAINT t_pkey TO t_key;
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- + constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_key true false false -
-- + constraint public.t.t_key 0 ["id"] ->  [] t_key true false false -
-- + index public.t.public.t_key btree ["id"] true true true false
-- + index public.t_key on public.t
ALTER TABLE t RENAME CONSTRAINT c1 TO c4;
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- + constraint public.t.c4 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
ALTER SCHEMA app RENAME TO app2;
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - enum app.mood ["x"]
-- - function app.f(integer) returns integer 0 [""] 0
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + column public.t.m3 app2.mood false 'x'::app2.mood - 0 false
-- + enum app2.mood ["x"]
-- + function app2.f(integer) returns integer 0 [""] 0
-- + schemas {"app2", "public"}; search_path ["public"]; not kept {}
ALTER STATISTICS st SET SCHEMA app;
ALTER TABLE t DROP a CASCADE;
-- - column public.t.a integer false f(1) - 0 false
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - function public.atomic() returns bigint 2 [] 0
-- - index public.ix on public.t
-- - index public.ix2 on public.t
-- - index public.t.public.ix btree [""] false false true false
-- - index public.t.public.ix2 btree [""] false false true false
-- - policy public.t.po [] ["a"]
-- - publication pu: public.t ["id", "a"]
-- - statistics public.st of public.t ["a", "b"]
-- - trigger public.t.tr tf
-- - view public.mv true true ["a"]  true
-- - view public.mv uses public.t.a
-- - view public.mv: integer
-- - view public.over false true ["a"]  true
-- - view public.over uses public.v.a
-- - view public.over: integer
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
ALTER TABLE t DROP b CASCADE;
-- - column public.t.b integer false app.f(2) - 0 false
-- - statistics public.st of public.t ["a", "b"]
-- - trigger public.t.tr tf
ALTER TABLE t DROP f CASCADE;
-- - column public.t.f integer false - - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
ALTER TABLE t DROP id CASCADE;
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - publication pu: public.t ["id", "a"]
-- - sequence public.t_id_seq owned by public.t.id
ALTER TABLE t DROP m CASCADE;
-- - column public.t.m mood false 'sad' - 0 false
-- - constraint public.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- - view public.over false true ["a"]  true
-- - view public.over uses public.v.a
-- - view public.over: integer
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
DROP TABLE t CASCADE;
-- - column public.t.Mixed text false 'a' - 0 false
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.a$ integer false - - 0 false
-- - column public.t.arr mood[] false - - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - column public.t.f integer false - - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - column public.t.id integer true nextval('public.t_id_seq'::regclass) - 0 false
-- - column public.t.m mood false 'sad' - 0 false
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - column public.t.n3 integer false nextval('"Sq"') - 0 false
-- - column public.t.o integer false "Odd""One"(3) - 0 false
-- - column public.t.p positive false - - 0 false
-- - constraint public.ref.ref_t_id_fkey 2 ["t_id"] -> public.t ["id"] t_pkey true false false -
-- - constraint public.t.c1 3 ["a", "Mixed", "a$"] ->  []  true false false a > 0 AND "Mixed" <> 'a' AND a$ IS NULL
-- - constraint public.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - constraint public.t.t_pkey 0 ["id"] ->  [] t_pkey true false false -
-- - function public.atomic() returns bigint 2 [] 0
-- - function public.takes(mood, t) returns mood 2 ["", ""] 0
-- - index public.ix on public.t
-- - index public.ix2 on public.t
-- - index public.t.public.ix btree [""] false false true false
-- - index public.t.public.ix2 btree [""] false false true false
-- - index public.t.public.t_pkey btree ["id"] true true true false
-- - index public.t_pkey on public.t
-- - policy public.t.po [] ["a"]
-- - publication pu: public.t ["id", "a"]
-- - sequence public.t_id_seq owned by public.t.id
-- - statistics public.st of public.t ["a", "b"]
-- - table public.t 0 0 of - in -  true
-- - table public.t: row security false, replica identity 0, filled false
-- - trigger public.t.tr tf
-- - view public.mv true true ["a"]  true
-- - view public.mv uses public.t.a
-- - view public.mv: integer
-- - view public.over false true ["a"]  true
-- - view public.over uses public.v.a
-- - view public.over: integer
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
DROP TABLE ref;
DROP TYPE mood CASCADE;
-- - column public.t.arr mood[] false - - 0 false
-- - column public.t.m mood false 'sad' - 0 false
-- - column public.t.m2 mood false 'it''s ok'::mood - 0 false
-- - composite public.pair: x mood
-- - constraint public.t.c2 3 ["m"] ->  []  true false false (m)::text <> 'mood' AND m = 'mood'
-- - enum public.mood ["sad", "it's ok", "mood"]
-- - function public.takes(mood, t) returns mood 2 ["", ""] 0
-- - view public.over false true ["a"]  true
-- - view public.over uses public.v.a
-- - view public.over: integer
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
DROP TYPE app.mood CASCADE;
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - enum app.mood ["x"]
DROP DOMAIN positive CASCADE;
-- - column public.t.p positive false - - 0 false
-- - composite public.pair: y positive
-- - domain public.positive integer false -
-- - domain public.positive: positive_check VALUE > 0
DROP FUNCTION f(int) CASCADE;
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - function public.f(integer) returns integer 0 [""] 0
-- - index public.ix2 on public.t
-- - index public.t.public.ix2 btree [""] false false true false
-- - trigger public.t.tr tf
-- + column public.t.a integer false - - 0 false
DROP FUNCTION app.f(int) CASCADE;
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - function app.f(integer) returns integer 0 [""] 0
-- - index public.ix2 on public.t
-- - index public.t.public.ix2 btree [""] false false true false
-- + column public.t.a integer false - - 0 false
-- + column public.t.b integer false - - 0 false
DROP FUNCTION tf() CASCADE;
-- - function public.tf() returns trigger 2 [] 0
-- - trigger public.t.tr tf
DROP SEQUENCE sq CASCADE;
-- - column public.t.n integer false nextval('sq') - 0 false
-- - column public.t.n2 integer false nextval('public.sq'::regclass) - 0 false
-- - sequence public.sq owned by .
-- + column public.t.n integer false - - 0 false
-- + column public.t.n2 integer false - - 0 false
DROP VIEW v CASCADE;
-- - view public.over false true ["a"]  true
-- - view public.over uses public.v.a
-- - view public.over: integer
-- - view public.v false true ["a", "Mixed", "m"]  true
-- - view public.v uses public.t.Mixed
-- - view public.v uses public.t.a
-- - view public.v uses public.t.m
-- - view public.v: -
-- - view public.v: integer
-- - view public.v: text
DROP INDEX ix;
-- - index public.ix on public.t
-- - index public.t.public.ix btree [""] false false true false
DROP SCHEMA app CASCADE;
-- - column public.t.a integer false f(1) - 0 false
-- - column public.t.b integer false app.f(2) - 0 false
-- - column public.t.g integer false - f(f) + 1 0 false
-- - column public.t.m3 app.mood false 'x'::app.mood - 0 false
-- - constraint public.t.c3 3 ["a", "f"] ->  []  true false false f(a) > 0 AND f > 0
-- - enum app.mood ["x"]
-- - function app.f(integer) returns integer 0 [""] 0
-- - index public.ix2 on public.t
-- - index public.t.public.ix2 btree [""] false false true false
-- - schemas {"app", "public"}; search_path ["public"]; not kept {}
-- + column public.t.a integer false - - 0 false
-- + column public.t.b integer false - - 0 false
-- + schemas {"public"}; search_path ["public"]; not kept {}
