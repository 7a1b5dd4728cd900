-- history: partition after a rename of the column
CREATE TABLE p (a int, b int, UNIQUE (a, b)) PARTITION BY LIST (a);
CREATE INDEX ON p (b);
CREATE INDEX ON p ((b + 1));
ALTER TABLE p RENAME b TO bb;
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);

-- history: self reference follows
CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t);
ALTER TABLE t RENAME TO u;
CREATE SCHEMA s;
ALTER TABLE u SET SCHEMA s;
ALTER SCHEMA s RENAME TO s2;
DROP TABLE s2.u;

-- history: rule view stays
CREATE TABLE rv (id int PRIMARY KEY, n text);
CREATE TABLE rv2 (id int, n text);
CREATE RULE "_RETURN" AS ON SELECT TO rv2 DO INSTEAD SELECT 1 AS id, 'x'::text AS n;
CREATE VIEW ov AS SELECT * FROM rv2;
ALTER VIEW rv2 RENAME TO rv3;

-- history: domains over domains and arrays
CREATE DOMAIN a AS int;
CREATE DOMAIN b AS a;
CREATE DOMAIN c AS a[];
CREATE TABLE t (x b, y c, z a[], w int);
DROP DOMAIN a CASCADE;

-- history: create table in functions with arguments and guards
CREATE FUNCTION mk(p boolean) RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE IF NOT EXISTS m1 (a
  int); IF NOT EXISTS (SELECT 1 FROM pg_class WHERE relname = 'm2') THEN CREATE TABLE m2 (b int); END IF;
  RETURN 1; END $$;
SELECT mk(true);
SELECT mk(false);
SELECT * FROM mk(true);
CREATE FUNCTION rec(n int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM rec(n - 1); END $$;

-- history: temp objects named in permanent ones
CREATE TEMP TABLE tt (a int);
CREATE TEMP SEQUENCE sq;
CREATE TABLE p1 (x int DEFAULT nextval('sq'), y int);
CREATE FUNCTION fa() RETURNS int LANGUAGE sql AS 'select 1';
CREATE TABLE p2 (LIKE tt);
CREATE TABLE p3 AS SELECT * FROM tt;
CREATE TYPE pg_temp.en AS ENUM ('a');
CREATE TABLE p4 (e pg_temp.en, k int);

-- history: on commit and savepoints
BEGIN;
CREATE TEMP TABLE a (x int) ON COMMIT DROP;
SAVEPOINT s;
CREATE TEMP TABLE b (x int) ON COMMIT DROP;
ROLLBACK TO s;
COMMIT;
CREATE TABLE a (y int);
CREATE TABLE b (y int);

-- history: alter table only unique on partitioned
CREATE TABLE p (a int NOT NULL) PARTITION BY LIST (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
ALTER TABLE p1 ADD PRIMARY KEY (a);
ALTER TABLE ONLY p ADD CONSTRAINT pk UNIQUE (a);
CREATE UNIQUE INDEX p1u ON p1 (a);
CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);

-- history: exclusion names
CREATE TABLE t (a int, b int4range, EXCLUDE USING gist (b WITH &&), EXCLUDE USING gist ((b * b) WITH &&),
  EXCLUDE USING btree (a WITH =) WHERE (a > 3));
CREATE TABLE u (LIKE t INCLUDING ALL);

-- history: constraint and index renamed together
CREATE TABLE t (a int CONSTRAINT k UNIQUE, b int CONSTRAINT q PRIMARY KEY);
CREATE TABLE r (x int REFERENCES t, y int REFERENCES t (a));
ALTER INDEX k RENAME TO kk;
ALTER TABLE t RENAME CONSTRAINT q TO qq;
ALTER TABLE t DROP CONSTRAINT kk CASCADE;
ALTER TABLE t DROP CONSTRAINT qq CASCADE;

-- history: drop column of constraint cascade
CREATE TABLE t (a int, b int, UNIQUE (a, b));
CREATE TABLE r (x int, y int, FOREIGN KEY (x, y) REFERENCES t (a, b));
ALTER TABLE t DROP COLUMN a CASCADE;
ALTER TABLE r DROP COLUMN x;

-- history: deferred key parts
CREATE TABLE t (a int PRIMARY KEY DEFERRABLE INITIALLY DEFERRED, b int UNIQUE DEFERRABLE, c int);
ALTER TABLE t ADD UNIQUE (c) DEFERRABLE;
ALTER TABLE t ADD CONSTRAINT cc UNIQUE (c);

-- history: weird quoting
CREATE TABLE "T" ("A" int PRIMARY KEY, "b""q" text UNIQUE, "select" int CHECK ("select" > 0));
CREATE INDEX ON "T" ("b""q", "select");
ALTER TABLE "T" ADD COLUMN "Ä" int REFERENCES "T";
ALTER TABLE "T" RENAME TO t;
CREATE TABLE "T" ("A" int PRIMARY KEY);

-- history: unlogged and others
CREATE UNLOGGED TABLE u (a serial PRIMARY KEY);
CREATE TABLE w (a int) WITH (fillfactor = 70);
CREATE TABLE t (a int) USING heap TABLESPACE pg_default;
CREATE TABLE x (a text COMPRESSION pglz);

-- history: exclude and like generated
CREATE TABLE s (a int, b int GENERATED ALWAYS AS (a + 1) STORED, c int DEFAULT 3);
CREATE TABLE l1 (LIKE s);
CREATE TABLE l2 (LIKE s INCLUDING GENERATED);
CREATE TABLE l3 (LIKE s INCLUDING DEFAULTS);

-- history: alter column drop expression and default
CREATE TABLE t (a int GENERATED ALWAYS AS (3) STORED, b int DEFAULT 3);
ALTER TABLE t ALTER a DROP EXPRESSION;
ALTER TABLE t ALTER a SET DEFAULT 4;
ALTER TABLE t ALTER b SET DEFAULT NULL;
ALTER TABLE t ALTER a DROP EXPRESSION IF EXISTS;

-- history: domain default and null
CREATE DOMAIN d AS int DEFAULT 7;
CREATE TABLE t (a d, b d DEFAULT NULL, c d DEFAULT 3);
ALTER TABLE t ADD e d;
ALTER TABLE t ALTER c DROP DEFAULT;

-- history: views with same names of columns
CREATE TABLE t (a int);
CREATE VIEW v AS SELECT a AS b, a + 1 AS c FROM t;
CREATE OR REPLACE VIEW v (b, c, d) AS SELECT a, a, a FROM t;
CREATE TABLE l (LIKE v);
ALTER TABLE t RENAME a TO z;
CREATE TABLE l2 (LIKE v);

-- history: create index if not exists on others
CREATE TABLE t (a int);
CREATE INDEX IF NOT EXISTS t ON t (a);
CREATE INDEX IF NOT EXISTS x ON t (a);
DROP INDEX IF EXISTS nope;
DROP TABLE IF EXISTS nope CASCADE;
DROP VIEW IF EXISTS t2;
DROP TYPE IF EXISTS nope;
DROP SEQUENCE IF EXISTS nope;
DROP FUNCTION IF EXISTS nope(int);
DROP SCHEMA IF EXISTS nope;
DROP EXTENSION IF EXISTS nope;
DROP TRIGGER IF EXISTS a ON nope;
ALTER TABLE IF EXISTS nope RENAME TO x2;
ALTER SEQUENCE IF EXISTS nope RENAME TO z;
ALTER VIEW IF EXISTS nope RENAME TO z;
ALTER INDEX IF EXISTS nope RENAME TO z;
ALTER TABLE IF EXISTS nope SET SCHEMA s;

-- history: column of a dropped and re-made table in foreign key
CREATE TABLE a (id int PRIMARY KEY);
CREATE TABLE b (a int REFERENCES a);
DROP TABLE a CASCADE;
CREATE TABLE a (id int PRIMARY KEY);
ALTER TABLE b ADD FOREIGN KEY (a) REFERENCES a;
DROP TABLE b, a;

-- history: statistics and comments on partitions
CREATE TABLE p (a int, b int) PARTITION BY RANGE (a);
CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (MINVALUE) TO (10);
CREATE STATISTICS s ON a, b FROM p1;
ALTER TABLE p DROP COLUMN b;
CREATE STATISTICS s (ndistinct) ON a, (a + 1) FROM p1;

-- history: multirange lifetimes
CREATE TYPE r1 AS RANGE (subtype = int4);
CREATE TABLE t (a r1, b r1_multirange, c int);
DROP TYPE r1 CASCADE;
CREATE TYPE r1 AS ENUM ('a');
CREATE TYPE r1_multirange AS ENUM ('b');

-- history: base types
CREATE TYPE b1;
CREATE FUNCTION b1i(cstring) RETURNS b1 LANGUAGE internal STRICT IMMUTABLE AS 'int4in';
CREATE FUNCTION b1o(b1) RETURNS cstring LANGUAGE internal STRICT IMMUTABLE AS 'int4out';
CREATE TYPE b1 (INPUT = b1i, OUTPUT = b1o, LIKE = int4);
CREATE TABLE t (a b1, b b1[], c int);
CREATE FUNCTION fb(b1) RETURNS b1 LANGUAGE sql AS 'select $1';
DROP TYPE b1 CASCADE;
CREATE TYPE b1 AS (x int);

-- history: composite with tables
CREATE TYPE c1 AS (a int, b text);
CREATE TABLE t (x c1, y c1[]);
ALTER TYPE c1 RENAME ATTRIBUTE a TO aa;
ALTER TYPE c1 RENAME TO c2;
CREATE TYPE c3 AS (z c2);
CREATE TABLE u OF c3;
ALTER TYPE c2 SET SCHEMA pg_catalog;

-- history: drop type of typed table parents
CREATE TYPE c1 AS (a int);
CREATE TABLE p OF c1;
CREATE TABLE k (b int) INHERITS (p);
CREATE TABLE r (x int);
DROP TYPE c1 CASCADE;
CREATE TABLE p (z int);
CREATE TABLE k (z int);
