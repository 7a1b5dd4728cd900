-- Rows: what constants decide, what the rows that are there decide, and what a view lets through.
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE TABLE plan (id integer PRIMARY KEY, code text UNIQUE, seats integer NOT NULL DEFAULT 1 CHECK
  (seats < 100),
  feeling mood, above positive, short varchar(3), day date, doc jsonb, num numeric(4, 2));
CREATE TABLE team (id serial PRIMARY KEY, plan_id integer NOT NULL REFERENCES plan, name text NOT NULL,
  note text);
CREATE TABLE made (id integer GENERATED ALWAYS AS IDENTITY, a integer, twice integer GENERATED ALWAYS AS
  (a * 2) STORED);
CREATE TABLE logged (region text, n integer) PARTITION BY LIST (region);
CREATE TABLE logged_eu PARTITION OF logged FOR VALUES IN ('de', 'fr');
CREATE TABLE filled (a integer NOT NULL, b integer);
CREATE FUNCTION fill() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.a := coalesce(NEW.a, 1); RETURN
  NEW; END';
CREATE TRIGGER filled_fill BEFORE INSERT OR UPDATE ON filled FOR EACH ROW EXECUTE FUNCTION fill();
CREATE VIEW busy AS SELECT id, code, seats FROM plan WHERE seats > 1 WITH CHECK OPTION;
CREATE VIEW codes AS SELECT DISTINCT code FROM plan;
INSERT INTO plan (id, code, seats) SELECT i, 'p' || i, i FROM generate_series(1, 20) i;
INSERT INTO team (plan_id, name) SELECT i, 't' || i FROM generate_series(1, 10) i;
INSERT INTO made (a) SELECT i FROM generate_series(1, 5) i;
INSERT INTO filled (b) SELECT i FROM generate_series(1, 5) i;

-- form: a required column is left out
INSERT INTO team (plan_id) VALUES (1);
-- form: a trigger fills it
INSERT INTO filled (b) VALUES (1);
-- form: … for an UPDATE too
UPDATE filled SET a = NULL;
-- form: a required column of a query's rows
INSERT INTO team (plan_id) SELECT id FROM plan;
-- form: a key that is there
INSERT INTO plan (id) VALUES (5);
-- form: a key that is not there
-- rows decide
INSERT INTO plan (id) VALUES (500);
-- form: one key twice in the rows
INSERT INTO plan (id) VALUES (500), (500);
-- form: ON CONFLICT without an index to go by
INSERT INTO plan (id, seats) VALUES (500, 1) ON CONFLICT (seats) DO NOTHING;
-- form: ON CONFLICT by the key
INSERT INTO plan (id) VALUES (5) ON CONFLICT (id) DO UPDATE SET seats = excluded.seats;
-- form: ON CONFLICT meets a row twice
INSERT INTO plan (id) VALUES (500), (500) ON CONFLICT (id) DO UPDATE SET seats = 2;
-- form: a value for a generated column
INSERT INTO made (a, twice) VALUES (1, 2);
-- form: a value for an identity column
INSERT INTO made (id) VALUES (50);
-- form: … with OVERRIDING SYSTEM VALUE
INSERT INTO made (id) OVERRIDING SYSTEM VALUE VALUES (50);
-- form: a label that is not there
INSERT INTO plan (id, feeling) VALUES (500, 'glad');
-- form: a day that is not there
UPDATE plan SET day = '2023-02-30' WHERE false;
-- form: too long
UPDATE plan SET short = 'toolong' WHERE false;
-- form: too large
UPDATE plan SET num = 100 WHERE false;
-- form: no JSON
INSERT INTO plan (id, doc) VALUES (500, '{bad');
-- form: a domain's check, in VALUES
INSERT INTO plan (id, above) VALUES (500, 0);
-- form: a domain's check, in an UPDATE
UPDATE plan SET above = 0;
-- form: a check, in VALUES
INSERT INTO plan (id, seats) VALUES (500, 100);
-- form: a check, in an UPDATE
UPDATE plan SET seats = 100;
-- form: no partition for the row
INSERT INTO logged VALUES ('us', 1);
-- form: a partition for the row
INSERT INTO logged VALUES ('fr', 1);
-- form: not this partition's row
INSERT INTO logged_eu VALUES ('us', 1);
-- form: NULL for a required column
UPDATE team SET name = NULL;
-- form: one value for a key
UPDATE plan SET code = 'x';
-- form: rows that others refer to
DELETE FROM plan WHERE code = 'p1';
-- form: a view of no table's rows
DELETE FROM codes;
-- form: WITH CHECK OPTION
INSERT INTO busy (id, seats) VALUES (500, 1);
-- form: WITH CHECK OPTION lets it through
-- rows decide
INSERT INTO busy (id, seats) VALUES (500, 2);
