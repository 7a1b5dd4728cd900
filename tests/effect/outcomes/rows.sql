CREATE TABLE t (id int PRIMARY KEY, a text NOT NULL, b int UNIQUE, g int GENERATED ALWAYS AS (id) STORED,
  i int GENERATED ALWAYS AS IDENTITY);
CREATE TABLE c (id int, t_id int REFERENCES t, n int CHECK (n > 0));
CREATE TABLE cc (id int, t_id int REFERENCES t ON DELETE CASCADE);
CREATE TABLE sn (id int, t_id int NOT NULL REFERENCES t ON DELETE SET NULL);
CREATE VIEW v AS SELECT id FROM t;
CREATE SEQUENCE sq;
CREATE SEQUENCE small AS smallint MAXVALUE 10;
CREATE TEMP TABLE tmp (id int);
CREATE TABLE empty ();
-- Statements
INSERT INTO t VALUES (1);
-- 23502: public.t.a is required, and the row has NULL there
INSERT INTO t VALUES (1, 'x');
-- rows may fail: 23505 t(id); locks t RowExclusiveLock
INSERT INTO t VALUES (1, 'x', 2, 3);
-- 428C9: public.t.g is generated
-- uncertain 428C9
INSERT INTO t VALUES (1, 'x', 2, DEFAULT);
-- rows may fail: 23505 t(id), 23505 t(b); locks t RowExclusiveLock
INSERT INTO t VALUES (1, 'x', 2, DEFAULT, DEFAULT);
-- rows may fail: 23505 t(id), 23505 t(b); locks t RowExclusiveLock
INSERT INTO t VALUES (1, 'x', 2, DEFAULT, 5);
-- 428C9: public.t.i is generated, and OVERRIDING SYSTEM VALUE is not there
-- uncertain 428C9
INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (1, 'x', 2, DEFAULT, 5);
-- rows may fail: 23505 t(id), 23505 t(b); locks t RowExclusiveLock
INSERT INTO t OVERRIDING USER VALUE VALUES (1, 'x', 2, DEFAULT, 5);
-- rows may fail: 23505 t(id), 23505 t(b); locks t RowExclusiveLock
INSERT INTO t VALUES (1, 'x', 2, DEFAULT, DEFAULT, 6);
-- 42601: 5 columns of public.t are given 6 values
INSERT INTO t (id) VALUES (1);
-- 23502: public.t.a is required, and the row has NULL there
INSERT INTO t (id, a) VALUES (1, NULL);
-- 23502: public.t.a is required, and the row has NULL there
INSERT INTO t (id, a) VALUES (1);
-- 42601: 2 columns of public.t are given 1 values
-- uncertain 42601
INSERT INTO t (id, a) VALUES (1, 'x', 3);
-- 42601: 2 columns of public.t are given 3 values
-- uncertain 42601
INSERT INTO t (id, id) VALUES (1, 2);
-- 42701: column id is named twice
-- uncertain 42701
INSERT INTO t (nix) VALUES (1);
-- 42703: public.t has no column nix
INSERT INTO t (id, a) SELECT 1, 'x';
-- rows may fail: 23505 t(id); locks t RowExclusiveLock
INSERT INTO t (id, a) SELECT 1;
-- 42601: 2 columns are written to, and the query gives 1
-- uncertain 42601
INSERT INTO t (id, a) SELECT 1, 'x', 3;
-- 42601: the query gives 3 columns, and 2 are written to
-- uncertain 42601
INSERT INTO t (id, a) SELECT id, n FROM c;
-- rows may fail: 23502 t(id), 23502 t(a), 23505 t(id); locks t RowExclusiveLock, c AccessShareLock; scans c
INSERT INTO t (id, a) SELECT n::text, 'x' FROM c;
-- 42804: column id is integer, and its value text
INSERT INTO t (id, a) SELECT nix, 'x' FROM c;
-- 42703: c has no column nix
INSERT INTO t (id, a) VALUES (1, 'x') RETURNING id;
-- rows may fail: 23505 t(id); locks t RowExclusiveLock
INSERT INTO t (id, a) VALUES (1, 'x') RETURNING nix;
-- 42703: t has no column nix
INSERT INTO t (id, a) VALUES (a, 'x');
-- 42703: there is no column a
-- uncertain 42703
INSERT INTO t (id, a) VALUES ((SELECT 1), 'x');
-- locks t RowExclusiveLock
INSERT INTO t (id, a) VALUES (count(*), 'x');
-- 42803: the aggregate count() stands where none is allowed
-- uncertain 42803
INSERT INTO t (id, a) VALUES (1, 'x'), (2);
-- 42601: the rows of VALUES are not of the same length
-- uncertain 42601
INSERT INTO nix VALUES (1);
-- 42P01: public.nix does not exist
-- uncertain 42P01
INSERT INTO nix.t VALUES (1);
-- 42P01: schema nix does not exist
-- uncertain 42P01
INSERT INTO empty DEFAULT VALUES;
-- locks empty RowExclusiveLock
INSERT INTO empty VALUES (1);
-- 42601: 0 columns of public.empty are given 1 values
INSERT INTO c VALUES (1, 1, 0);
-- 23514: a row violates the check c_n_check of public.c
INSERT INTO c VALUES (1, NULL, 1);
-- locks c RowExclusiveLock
UPDATE t SET nix = 1;
-- 42703: t has no column nix
UPDATE t SET a = NULL;
-- rows may fail: 23502 t(a)*; locks t RowExclusiveLock; scans t
UPDATE t SET g = 5;
-- 428C9: public.t.g is generated and can only be set to DEFAULT
-- uncertain 428C9
UPDATE t SET g = DEFAULT;
-- locks t RowExclusiveLock; scans t
UPDATE t SET i = 5;
-- 428C9: public.t.i is generated and can only be set to DEFAULT
-- uncertain 428C9
UPDATE t SET i = DEFAULT;
-- locks t RowExclusiveLock; scans t
UPDATE t SET a = 'x', a = 'y';
-- 42601: SET writes a twice
-- of what nobody made 42601, uncertain 42601
UPDATE t SET ctid = '(0,1)';
-- 0A000: ctid is a system column
-- uncertain 0A000
UPDATE t SET b = 'x';
-- 22P02: 'x' can't be read as integer
-- uncertain 22P02
UPDATE t SET b = a;
-- 42804: column b is integer, and its value text
UPDATE t SET a = b;
-- rows may fail: 23502 t(a); locks t RowExclusiveLock; scans t
UPDATE t SET b = nix;
-- 42703: t has no column nix
UPDATE t SET b = 1 WHERE nix = 1;
-- 42703: t has no column nix
UPDATE t SET b = 1 WHERE b;
-- 42804: WHERE takes a boolean, and this is integer
UPDATE t SET b = c.nix FROM c;
-- 42703: c has no column nix
UPDATE t x SET b = 1 WHERE t.id = 1;
-- 42P01: nothing in FROM is called t
UPDATE t x SET b = 1 WHERE x.id = 1;
-- rows may fail: 23505 t(b); locks t RowExclusiveLock
UPDATE t SET (a, b) = ('x', 1);
-- rows may fail: 23505 t(b); locks t RowExclusiveLock; scans t
UPDATE t SET (a, b) = (SELECT 'x', 1);
-- rows may fail: 23502 t(a), 23505 t(b); locks t RowExclusiveLock; scans t
UPDATE t SET b = 1 RETURNING nix;
-- 42703: t has no column nix
UPDATE t SET t.b = 1;
-- 42703: t has no column t
UPDATE c SET n = 0;
-- rows may fail: 23514 c(n)*; locks c RowExclusiveLock; scans c
UPDATE c SET n = 0 WHERE id = 1;
-- rows may fail: 23514 c(n)*; locks c RowExclusiveLock; scans c
UPDATE nix SET a = 1;
-- 42P01: public.nix does not exist
-- uncertain 42P01
UPDATE t SET b = (SELECT n, id FROM c);
-- 42601: a subquery used as a value has more than one column
-- of what nobody made 42601, uncertain 42601
DELETE FROM t WHERE nix = 1;
-- 42703: t has no column nix
DELETE FROM t WHERE a;
-- 42804: WHERE takes a boolean, and this is text
DELETE FROM t USING nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DELETE FROM t USING t;
-- 42712: two items of FROM are called t
-- of what nobody made 42712, uncertain 42712
DELETE FROM t RETURNING nix;
-- 42703: t has no column nix
DELETE FROM nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
TRUNCATE t;
-- 0A000: public.t is referenced by public.c: truncate both, or use CASCADE
-- uncertain 0A000
TRUNCATE t CASCADE;
-- locks t AccessExclusiveLock, c AccessExclusiveLock, cc AccessExclusiveLock, sn AccessExclusiveLock; loses rows:public.t; loses rows:public.c; loses rows:public.cc; loses rows:public.sn
TRUNCATE t, c, cc, sn;
-- locks t AccessExclusiveLock, c AccessExclusiveLock, cc AccessExclusiveLock, sn AccessExclusiveLock; loses rows:public.t; loses rows:public.c; loses rows:public.cc; loses rows:public.sn
TRUNCATE t, c;
-- 0A000: public.t is referenced by public.cc: truncate both, or use CASCADE
-- uncertain 0A000
TRUNCATE nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
TRUNCATE v;
-- 42809: public.v is a view: this is not for it
TRUNCATE c RESTART IDENTITY;
-- locks c AccessExclusiveLock; loses rows:public.c
LOCK TABLE nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
SELECT nix FROM t;
-- 42703: t has no column nix
SELECT id FROM nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
TABLE nix;
-- 42P01: public.nix does not exist
-- uncertain 42P01
COPY nix FROM STDIN;
-- 42P01: public.nix does not exist
-- uncertain 42P01
COPY (SELECT nix FROM t) TO STDOUT;
-- 42703: t has no column nix
CREATE SEQUENCE sq;
-- 42P07: public.sq exists already
-- uncertain 42P07
CREATE SEQUENCE t;
-- 42P07: public.t exists already
-- uncertain 42P07
CREATE SEQUENCE n INCREMENT 0;
-- 22023: INCREMENT is 0
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n MINVALUE 5 MAXVALUE 4;
-- 22023: MINVALUE 5 is not below MAXVALUE 4
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n START 0;
-- 22023: START 0 is not between 1 and 9223372036854775807
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n START 5 MAXVALUE 4;
-- 22023: START 5 is not between 1 and 4
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n AS text;
-- 22023: a sequence is smallint, integer or bigint
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n AS smallint MAXVALUE 40000;
-- 22023: MAXVALUE 40000 is out of the type's range
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n CACHE 0;
-- 22023: CACHE must be greater than 0
-- of what nobody made 22023, in doubt 22023, uncertain 22023
CREATE SEQUENCE n OWNED BY t.id;
-- locks t AccessShareLock
CREATE SEQUENCE n OWNED BY t.nix;
-- 42703: public.t has no column nix
CREATE SEQUENCE n OWNED BY nix.id;
-- 42P01: public.nix does not exist
-- uncertain 42P01
CREATE SEQUENCE n OWNED BY NONE;
CREATE SEQUENCE n OWNED BY t;
-- 42601: OWNED BY takes a table's column, or NONE
-- of what nobody made 42601, in doubt 42601, uncertain 42601
CREATE SEQUENCE n OWNED BY v.id;
-- locks v AccessShareLock
CREATE SEQUENCE n INCREMENT 1 INCREMENT 2;
-- 42601: an option of the sequence is written twice
-- of what nobody made 42601, in doubt 42601, uncertain 42601
ALTER SEQUENCE small MAXVALUE 40000;
-- 22023: MAXVALUE 40000 is out of the type's range
-- uncertain 22023
ALTER SEQUENCE small AS bigint;
ALTER SEQUENCE small MINVALUE 5;
-- 22023: START 1 is not between 5 and 10
-- uncertain 22023
ALTER SEQUENCE small START 50;
-- 22023: START 50 is not between 1 and 10
-- uncertain 22023
ALTER SEQUENCE small RESTART 50;
-- 22023: RESTART 50 is not between 1 and 10
-- uncertain 22023
ALTER SEQUENCE small RESTART 5;
ALTER SEQUENCE small OWNED BY t.nix;
-- 42703: public.t has no column nix
ALTER SEQUENCE small OWNED BY t.b;
-- locks t AccessShareLock
ALTER SEQUENCE nix RESTART;
-- 42P01: public.nix does not exist
-- uncertain 42P01
ALTER SEQUENCE IF EXISTS nix RESTART;
ALTER SEQUENCE t RESTART;
-- 42809: public.t is a table: this is not for it
ALTER SEQUENCE t_i_seq OWNED BY NONE;
-- 0A000: public.t_i_seq belongs to an identity column
-- uncertain 0A000
ALTER SEQUENCE t_i_seq SET SCHEMA public;
-- 0A000: public.t_i_seq goes where the table that owns it goes
-- uncertain 0A000
DROP SEQUENCE t_i_seq;
-- 2BP01: public.t_i_seq belongs to the identity column public.t.i
-- uncertain 2BP01
SELECT nextval('nix');
-- 42P01: public.nix does not exist
-- uncertain 42P01
SELECT nextval('t');
-- 42809: public.t is a table
-- in doubt 42809
SELECT nextval('sq');
SELECT setval('small', 50);
-- 22003: 50 is not between 1 and 10, the bounds of public.small
-- in doubt 22003, uncertain 22003
SELECT setval('small', 5);
SELECT currval('nix');
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN INSERT INTO nix VALUES (1); END $$;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN ALTER TABLE nix ADD a int; END $$;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN ALTER TABLE t ADD a int; END $$;
-- 42701: public.t.a exists already
-- uncertain 42701
DO $$ BEGIN ALTER TABLE t ADD z int; END $$;
-- locks t AccessExclusiveLock
DO $$ BEGIN IF false THEN ALTER TABLE t ADD a int; END IF; END $$;
DO $$ BEGIN ALTER TABLE t ADD a int; EXCEPTION WHEN duplicate_column THEN NULL; END $$;
DO $$ BEGIN ALTER TABLE nix ADD a int; EXCEPTION WHEN undefined_table THEN NULL; END $$;
DO $$ BEGIN ALTER TABLE nix ADD a int; EXCEPTION WHEN OTHERS THEN RAISE; END $$;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN EXECUTE 'ALTER TABLE nix ADD a int'; END $$;
-- 42P01: public.nix does not exist
-- uncertain 42P01
DO $$ BEGIN EXECUTE 'ALTER TABLE t ADD z int'; END $$;
-- locks t AccessExclusiveLock
