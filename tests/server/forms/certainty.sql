-- What ran before may have made, changed, renamed or dropped what a statement speaks of: where that is so,
-- the statement runs here, and nobody may say that it always fails.
CREATE TABLE acct (id int PRIMARY KEY, n text, m int);
CREATE TABLE other (id int PRIMARY KEY, acct_id int REFERENCES acct);
CREATE INDEX acct_n ON acct (n);
CREATE VIEW names AS SELECT id, n FROM acct;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE SEQUENCE tickets;
INSERT INTO acct SELECT i, 'n' || i, i FROM generate_series(1, 20) i;
INSERT INTO other SELECT i, i FROM generate_series(1, 20) i;

-- form: a column that dynamic SQL added
-- given: DO $$ BEGIN EXECUTE format('ALTER TABLE %I ADD COLUMN %I text', 'ac' || 'ct', 'extra'); END $$;
ALTER TABLE acct ALTER COLUMN extra SET DEFAULT 'x';
-- form: an index on a column that dynamic SQL added
-- given: DO $$ DECLARE t text; BEGIN FOR t IN SELECT relname FROM pg_class WHERE relname = 'acct' LOOP
-- given: EXECUTE 'ALTER TABLE ' || t || ' ADD COLUMN extra text'; END LOOP; END $$;
CREATE INDEX acct_extra ON acct (extra);
-- form: a column that dynamic SQL dropped is added again
-- given: DO $$ BEGIN EXECUTE 'ALTER TABLE ' || quote_ident('acct') || ' DROP COLUMN m'; END $$;
ALTER TABLE acct ADD COLUMN m int;
-- form: a table that dynamic SQL dropped is made again
-- given: DO $$ DECLARE s text := 'DROP TABLE other'; BEGIN EXECUTE s; END $$;
CREATE TABLE other (id int);
-- form: a table that dynamic SQL renamed
-- given: DO $$ DECLARE s text := 'ALTER TABLE other RENAME TO another'; BEGIN EXECUTE s; END $$;
ALTER TABLE another ADD COLUMN x int;
-- form: the name that dynamic SQL freed by a rename
-- given: DO $$ DECLARE s text := 'ALTER TABLE other RENAME TO another'; BEGIN EXECUTE s; END $$;
CREATE TABLE other (id int);
-- form: a constraint that dynamic SQL dropped
-- given: DO $$ DECLARE k text; BEGIN SELECT conname INTO k FROM pg_constraint WHERE conrelid =
-- given: 'other'::regclass AND contype = 'f'; EXECUTE format('ALTER TABLE other DROP CONSTRAINT %I', k);
-- given: END $$;
ALTER TABLE other ADD CONSTRAINT other_acct_id_fkey FOREIGN KEY (acct_id) REFERENCES acct (id);
-- form: a table whose foreign key dynamic SQL dropped
-- given: DROP VIEW names; DO $$ DECLARE s text := 'ALTER TABLE other DROP CONSTRAINT other_acct_id_fkey';
-- given: BEGIN EXECUTE s; END $$;
DROP TABLE acct;
-- form: a column whose view dynamic SQL dropped
-- given: DO $$ DECLARE s text := 'DROP VIEW names'; BEGIN EXECUTE s; END $$;
ALTER TABLE acct DROP COLUMN n;
-- form: a view that dynamic SQL dropped is made again, with other columns
-- given: DO $$ DECLARE s text := 'DROP VIEW names'; BEGIN EXECUTE s; END $$;
CREATE VIEW names AS SELECT m FROM acct;
-- form: an index that dynamic SQL dropped
-- given: DO $$ DECLARE s text := 'DROP INDEX acct_n'; BEGIN EXECUTE s; END $$;
CREATE INDEX acct_n ON acct (n);
-- form: a type that dynamic SQL dropped
-- given: DO $$ DECLARE s text := 'DROP TYPE mood'; BEGIN EXECUTE s; END $$;
CREATE TYPE mood AS ENUM ('ok');
-- form: a sequence that dynamic SQL dropped
-- given: DO $$ DECLARE s text := 'DROP SEQUENCE tickets'; BEGIN EXECUTE s; END $$;
CREATE SEQUENCE tickets;
-- form: a label that dynamic SQL renamed
-- given: DO $$ DECLARE s text := 'ALTER TYPE mood RENAME VALUE ''ok'' TO ''fine'''; BEGIN EXECUTE s; END $$;
ALTER TYPE mood RENAME VALUE 'fine' TO 'good';
-- form: a type that dynamic SQL changed
-- given: DO $$ DECLARE s text := 'ALTER TABLE acct ALTER m TYPE uuid USING NULL'; BEGIN EXECUTE s; END $$;
ALTER TABLE acct ALTER m SET DEFAULT gen_random_uuid();
-- form: a table that a function made, dynamically
-- given: CREATE FUNCTION mk(t text) RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE
-- given: format('CREATE TABLE %I (x int)', t); END $$; SELECT mk('made');
ALTER TABLE made ADD COLUMN y int;
-- form: a table that a function made, plainly
-- given: CREATE FUNCTION mk() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); END $$;
-- given: SELECT mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a table that a function in SQL made
-- given: CREATE FUNCTION mk() RETURNS void LANGUAGE sql AS 'CREATE TABLE made (x int)'; SELECT mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a table that a procedure made
-- given: CREATE PROCEDURE mk() LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); END $$; CALL mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a column that a function added
-- given: CREATE FUNCTION mk() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ALTER TABLE acct ADD COLUMN extra
-- given: int; END $$; SELECT mk();
ALTER TABLE acct ALTER COLUMN extra SET DEFAULT 1;
-- form: a table that a function dropped
-- given: CREATE FUNCTION rm() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE other; END $$; SELECT
-- given: rm();
CREATE TABLE other (id int);
-- form: a table that a function of a function made
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN 1;
-- given: END $$; CREATE FUNCTION outer_mk() RETURNS int LANGUAGE sql AS 'SELECT mk()'; SELECT outer_mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a function called from an assignment
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN 1;
-- given: END $$; DO $$ DECLARE i int; BEGIN i := mk(); END $$;
ALTER TABLE made ADD COLUMN y int;
-- form: a function called from a condition
-- given: CREATE FUNCTION mk() RETURNS boolean LANGUAGE plpgsql AS $$ BEGIN DROP TABLE other; RETURN true;
-- given: END $$; DO $$ BEGIN IF mk() THEN NULL; END IF; END $$;
CREATE TABLE other (x int);
-- form: a function called with PERFORM
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN 1;
-- given: END $$; DO $$ BEGIN PERFORM mk(); END $$;
ALTER TABLE made ADD COLUMN y int;
-- form: a function called in an INSERT
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN
-- given: 99; END $$; INSERT INTO acct VALUES (mk(), 'x', 1);
ALTER TABLE made ADD COLUMN y int;
-- form: a function called in an UPDATE
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE IF NOT EXISTS made (x
-- given: int); RETURN 99; END $$; INSERT INTO acct VALUES (77, 'x', 1); UPDATE acct SET m = mk() WHERE id =
-- given: 77;
ALTER TABLE made ADD COLUMN y int;
-- form: a trigger that makes a table
-- given: CREATE FUNCTION mk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE IF NOT EXISTS made
-- given: (x int); RETURN NEW; END $$; CREATE TRIGGER t BEFORE INSERT ON acct FOR EACH ROW EXECUTE FUNCTION
-- given: mk(); INSERT INTO acct VALUES (99, 'x', 1);
ALTER TABLE made ADD COLUMN y int;
-- form: a function called by CREATE TABLE AS
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); RETURN 1;
-- given: END $$; CREATE TABLE snap AS SELECT mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a default that an INSERT evaluates
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN 1; END'; CREATE TABLE d (id int, a int
-- given: DEFAULT mk()); INSERT INTO d (id) VALUES (1);
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a trigger of a view
-- given: CREATE FUNCTION mkt() RETURNS trigger LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN NEW; END'; CREATE TRIGGER tr INSTEAD OF
-- given: INSERT ON names FOR EACH ROW EXECUTE FUNCTION mkt(); INSERT INTO names VALUES (1, 'x');
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by an event trigger
-- given: CREATE FUNCTION ev() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN IF to_regclass('made') IS
-- given: NULL THEN CREATE TABLE made (x int); END IF; END $$; CREATE EVENT TRIGGER e ON ddl_command_end
-- given: WHEN TAG IN ('CREATE VIEW') EXECUTE FUNCTION ev(); CREATE VIEW v AS SELECT 1 AS a; DROP EVENT
-- given: TRIGGER e;
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a sub-select in an UPDATE
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN 1; END'; UPDATE acct SET m = 2 WHERE id IN
-- given: (SELECT mk());
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a trigger that a cascade fires
-- given: CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE c (id int REFERENCES p ON DELETE CASCADE);
-- given: CREATE FUNCTION mkt() RETURNS trigger LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN OLD; END'; CREATE TRIGGER tr BEFORE DELETE
-- given: ON c FOR EACH ROW EXECUTE FUNCTION mkt(); INSERT INTO p VALUES (1); INSERT INTO c VALUES (1);
-- given: DELETE FROM p WHERE id = 1;
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a function in a schema, one of two overloads
-- given: CREATE SCHEMA util; CREATE FUNCTION util.mk(a int) RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE
-- given: FUNCTION util.mk(a text) RETURNS int LANGUAGE plpgsql AS $$ BEGIN EXECUTE a; RETURN 1; END $$;
-- given: SELECT util.mk('CREATE TABLE made (x int)');
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a function made, called and dropped in a DO block
-- given: DO $$ BEGIN CREATE FUNCTION tmp_mk() RETURNS void LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE made (x int); END'; PERFORM tmp_mk(); DROP FUNCTION tmp_mk(); END $$;
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by EXPLAIN ANALYZE
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN 1; END'; EXPLAIN ANALYZE SELECT mk();
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a materialized view
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN 1; END'; CREATE MATERIALIZED VIEW mv AS
-- given: SELECT mk() AS a;
ALTER TABLE made ADD COLUMN y int;
-- form: a table made by a prepared statement
-- given: CREATE FUNCTION mk() RETURNS int LANGUAGE plpgsql AS
-- given: 'BEGIN CREATE TABLE IF NOT EXISTS made (x int); RETURN 1; END'; PREPARE q AS SELECT mk(); EXECUTE
-- given: q;
ALTER TABLE made ADD COLUMN y int;
-- form: a DO block in a DO block
-- given: DO $a$ BEGIN DO $b$ BEGIN ALTER TABLE acct ADD COLUMN extra int; END $b$; END $a$;
ALTER TABLE acct ALTER COLUMN extra SET DEFAULT 1;
-- form: a DO block in an EXECUTE in a DO block
-- given: DO $a$ BEGIN EXECUTE $e$ DO $b$ BEGIN DROP TABLE other; END $b$ $e$; END $a$;
CREATE TABLE other (x int);
-- form: EXECUTE of a constant
-- given: DO $a$ BEGIN EXECUTE 'DROP TABLE other'; END $a$;
CREATE TABLE other (x int);
-- form: a table dropped under a condition that is not known
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) >= 0 THEN DROP TABLE other; END IF; END $$;
CREATE TABLE other (x int);
-- form: a table dropped under a condition that does not hold
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) < 0 THEN DROP TABLE other; END IF; END $$;
ALTER TABLE other ADD COLUMN y int;
-- form: a column added under a condition that does not hold
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) < 0 THEN ALTER TABLE acct ADD COLUMN y int; END IF; END
-- given: $$;
ALTER TABLE acct ADD COLUMN y int;
-- form: a view dropped under a condition that is not known
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) >= 0 THEN DROP VIEW names; END IF; END $$;
CREATE VIEW names AS SELECT m FROM acct;
-- form: a type dropped in a loop
-- given: DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 LOOP DROP TYPE mood; END LOOP; END $$;
CREATE TYPE mood AS ENUM ('ok');
-- form: a table renamed under a condition that does not hold
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) < 0 THEN ALTER TABLE other RENAME TO another; END IF;
-- given: END $$;
ALTER TABLE other ADD COLUMN y int;
-- form: after DROP OWNED
-- given: CREATE ROLE certainty_owner; CREATE TABLE owned (x int); ALTER TABLE owned OWNER TO
-- given: certainty_owner; DROP OWNED BY certainty_owner; DROP ROLE certainty_owner;
CREATE TABLE owned (x int);
-- form: a relation of an extension
-- given: CREATE EXTENSION pg_stat_statements;
CREATE VIEW slow AS SELECT query FROM pg_stat_statements;
-- form: a relation of another extension
-- given: CREATE EXTENSION pg_buffercache;
CREATE VIEW buffers AS SELECT bufferid FROM pg_buffercache;
-- form: a function of an extension
-- given: CREATE EXTENSION tablefunc;
CREATE TABLE dice AS SELECT * FROM normal_rand(3, 0, 1) AS r(x);
-- form: a view over a system catalog
CREATE VIEW sizes AS SELECT relname FROM pg_class;
-- form: a materialized view over a system view
CREATE MATERIALIZED VIEW act AS SELECT relname FROM pg_stat_user_tables;
-- form: a table from a system catalog
CREATE TABLE snap AS SELECT relname FROM pg_class;
-- form: LIKE a system catalog
CREATE TABLE y (LIKE pg_class);
-- form: a column of a system catalog's row type
CREATE TABLE y (c pg_class);
-- form: a column of information_schema's type
CREATE TABLE y (c information_schema.sql_identifier);
-- form: information_schema on the path
-- given: SET search_path = public, information_schema;
CREATE VIEW columns_of_all AS SELECT 1 AS one;
-- form: a CHECK over tableoid
CREATE TABLE y (x int, CHECK (tableoid IS NOT NULL));
-- form: the numbered spellings of serial
CREATE TABLE y (a serial2, b serial4, c serial8);
-- form: a column of serial8
-- rows decide
ALTER TABLE acct ADD COLUMN s serial8;
-- form: a temporary table of a permanent one's name
CREATE TEMP TABLE acct (x int);
-- form: a temporary copy of a permanent table
CREATE TEMP TABLE other AS SELECT 1 AS one;
-- form: a temporary view of a table's name
CREATE TEMP VIEW other AS SELECT 1 AS one;
-- form: a temporary sequence of a permanent one's name
CREATE TEMP SEQUENCE tickets;
-- form: a comment on a domain's constraint
-- given: CREATE DOMAIN positive AS int CONSTRAINT above_zero CHECK (VALUE > 0);
COMMENT ON CONSTRAINT above_zero ON DOMAIN positive IS 'x';
-- form: a range's multirange
-- given: CREATE TYPE floatrange AS RANGE (subtype = float8);
CREATE TABLE y (x floatmultirange);
-- form: a multirange of a range without the word
-- given: CREATE TYPE span AS RANGE (subtype = float8);
CREATE TABLE y (x span_multirange);
-- form: a multirange with a name of its own
-- given: CREATE TYPE span AS RANGE (subtype = float8, multirange_type_name = spans);
CREATE TABLE y (x spans);
-- form: a range made again, its multirange with it
-- given: CREATE TYPE span AS RANGE (subtype = float8); DROP TYPE span;
CREATE TYPE span AS RANGE (subtype = float8);
-- form: a shell type that becomes an enum
-- given: CREATE TYPE hull;
CREATE TYPE hull AS ENUM ('a');
-- form: an enum's array type by its name
CREATE TABLE y (c _mood);
-- form: a shell type that goes
-- given: CREATE TYPE hull;
DROP TYPE hull;
-- form: a table that only a conditional block made
-- given: DO $$ BEGIN IF (SELECT count(*) FROM acct) < 0 THEN CREATE TABLE maybe (x int); END IF; END $$;
CREATE TABLE maybe (x int);
-- form: an unfinished statement before
-- given: PREPARE p AS SELECT 1; EXECUTE p;
CREATE TABLE y (x int);

-- form: certain all the same: made after the dynamic SQL
-- given: DO $$ DECLARE s text := 'DROP VIEW names'; BEGIN EXECUTE s; END $$; CREATE TABLE later (x int);
ALTER TABLE later ADD COLUMN x int;
-- form: certain all the same: dropped after the dynamic SQL
-- given: DO $$ DECLARE s text := 'DROP VIEW names'; BEGIN EXECUTE s; END $$; DROP TABLE other;
ALTER TABLE other ADD COLUMN x int;
-- form: certain all the same: dynamic SQL that grants
-- given: DO $$ BEGIN EXECUTE format('GRANT SELECT ON %I TO PUBLIC', 'acct'); END $$;
ALTER TABLE acct ADD COLUMN m int;
-- form: certain all the same: a function that only computes
-- given: CREATE FUNCTION twice(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN i * 2; END $$; SELECT
-- given: twice(2);
ALTER TABLE acct ADD COLUMN m int;
-- form: certain all the same: a trigger that stamps rows
-- given: CREATE FUNCTION stamp() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.m := 1; RETURN NEW; END
-- given: $$; CREATE TRIGGER t BEFORE UPDATE ON acct FOR EACH ROW EXECUTE FUNCTION stamp(); UPDATE acct SET
-- given: n = n;
ALTER TABLE acct ADD COLUMN m int;
-- form: certain all the same: setval and friends
-- given: SELECT setval('tickets', 5), set_config('work_mem', '8MB', false), gen_random_uuid(), now();
ALTER TABLE acct ADD COLUMN m int;
-- form: certain all the same: an extension of functions
-- given: CREATE EXTENSION pgcrypto;
ALTER TABLE nowhere ADD COLUMN m int;
-- form: certain all the same: another table than the function's
-- given: CREATE FUNCTION mk() RETURNS void LANGUAGE plpgsql AS $$ BEGIN CREATE TABLE made (x int); END $$;
-- given: SELECT mk();
ALTER TABLE acct ADD COLUMN m int;
