CREATE TABLE authors (id integer PRIMARY KEY, name text);
CREATE TABLE books (id serial PRIMARY KEY, author_id integer REFERENCES authors (id), title text NOT NULL,
  pages integer);
CREATE VIEW titles AS SELECT id, title FROM books;
CREATE MATERIALIZED VIEW pages AS SELECT author_id, sum(pages) AS pages FROM books GROUP BY author_id;
CREATE FUNCTION noop() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER touch BEFORE UPDATE ON books FOR EACH ROW EXECUTE FUNCTION noop();
CREATE POLICY readable ON books USING (pages > 0);
CREATE TABLE logs (id integer NOT NULL, day date NOT NULL, line text) PARTITION BY RANGE (day);
CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2024-02-01') TO ('2024-03-01');
CREATE TABLE animals (id integer, legs integer);
CREATE TABLE dogs (breed text) INHERITS (animals);
CREATE UNLOGGED TABLE scratch (v integer);
INSERT INTO authors SELECT i, 'a' || i FROM generate_series(1, 10) i;
INSERT INTO books (author_id, title, pages)
  SELECT i % 10 + 1, 'b' || i, CASE WHEN i % 3 = 0 THEN NULL ELSE i END FROM generate_series(1, 50) i;
INSERT INTO logs SELECT i, '2024-01-01'::date + i % 50, NULL FROM generate_series(1, 60) i;
INSERT INTO animals VALUES (1, NULL);
INSERT INTO dogs VALUES (2, 4, 'pug');

-- form: a new table
CREATE TABLE shelves (id serial PRIMARY KEY, name text);
-- form: a new table that refers to another
CREATE TABLE loans (id serial PRIMARY KEY, book_id integer NOT NULL REFERENCES books (id));
-- form: a new table that is there
CREATE TABLE books (id integer);
-- form: a new table that is there, if not exists
CREATE TABLE IF NOT EXISTS books (id integer, author_id integer REFERENCES authors (id));
-- form: a table like another
CREATE TABLE books_copy (LIKE books INCLUDING ALL);
-- form: a table from a query
CREATE TABLE books_copy AS SELECT * FROM books;
-- form: a table that inherits
CREATE TABLE cats (lives integer) INHERITS (animals);
-- form: drop a table
DROP TABLE scratch;
-- form: drop the table that refers
-- given: DROP VIEW titles; DROP MATERIALIZED VIEW pages;
DROP TABLE books;
-- form: drop a table that a view reads
DROP TABLE books;
-- form: drop a table that others point at
DROP TABLE authors;
-- form: drop a table that others point at, cascade
DROP TABLE authors CASCADE;
-- form: drop both tables
-- given: DROP VIEW titles; DROP MATERIALIZED VIEW pages;
DROP TABLE authors, books;
-- form: drop a table nobody made
DROP TABLE nothing;
-- form: drop a table nobody made, if exists
DROP TABLE IF EXISTS nothing;
-- form: drop a partition
DROP TABLE logs_1;
-- form: drop a partitioned table
DROP TABLE logs;
-- form: truncate
TRUNCATE scratch;
-- form: truncate what others point at
TRUNCATE authors;
-- form: truncate what others point at, cascade
TRUNCATE authors CASCADE;
-- form: rename a table
ALTER TABLE authors RENAME TO writers;
-- form: rename to a name that is taken
ALTER TABLE authors RENAME TO books;
-- form: move to another schema
-- given: CREATE SCHEMA archive;
ALTER TABLE scratch SET SCHEMA archive;
-- form: make a table unlogged
-- given: DROP VIEW titles; DROP MATERIALIZED VIEW pages;
ALTER TABLE books SET UNLOGGED;
-- form: make a table unlogged that others point at
ALTER TABLE authors SET UNLOGGED;
-- form: make a table logged
ALTER TABLE scratch SET LOGGED;
-- form: fill factor
ALTER TABLE books SET (fillfactor = 80);
-- form: row level security
ALTER TABLE books ENABLE ROW LEVEL SECURITY;
-- form: replica identity
ALTER TABLE books REPLICA IDENTITY FULL;
-- form: disable a trigger
ALTER TABLE books DISABLE TRIGGER touch;
-- form: disable a trigger nobody made
ALTER TABLE books DISABLE TRIGGER nothing;
-- form: a trigger
CREATE TRIGGER check_it AFTER INSERT ON authors FOR EACH ROW EXECUTE FUNCTION noop();
-- form: a trigger that is there
CREATE TRIGGER touch AFTER INSERT ON books FOR EACH ROW EXECUTE FUNCTION noop();
-- form: drop a trigger
DROP TRIGGER touch ON books;
-- form: drop a trigger's function
DROP FUNCTION noop();
-- form: a policy
CREATE POLICY own ON authors USING (id > 0);
-- form: drop a policy
DROP POLICY readable ON books;
-- form: a comment
COMMENT ON TABLE books IS 'all of them';
-- form: a comment on a column
COMMENT ON COLUMN books.title IS 'as printed';
-- form: publish a table
CREATE PUBLICATION changes FOR TABLE authors;
-- form: a partitioned table's column
ALTER TABLE logs ADD COLUMN level integer NOT NULL DEFAULT 1;
-- form: NOT NULL on every partition
ALTER TABLE logs ALTER COLUMN line SET NOT NULL;
-- form: NOT NULL on a parent and its children
ALTER TABLE animals ALTER COLUMN legs SET NOT NULL;
-- form: the type of the partition key
ALTER TABLE logs ALTER COLUMN day TYPE timestamp;
-- form: the type of a partition's column
ALTER TABLE logs_1 ALTER COLUMN line TYPE varchar(10);
-- form: the type of a child's column
ALTER TABLE dogs ALTER COLUMN legs TYPE bigint;
-- form: a new partition
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
-- form: attach a partition
-- given: CREATE TABLE logs_3 (id integer NOT NULL, day date NOT NULL, line text);
-- given: INSERT INTO logs_3 VALUES (1, '2025-01-01');
ALTER TABLE logs ATTACH PARTITION logs_3 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
-- form: attach a partition that a check vouches for
-- given: CREATE TABLE logs_3 (id integer NOT NULL, day date NOT NULL, line text);
-- given: ALTER TABLE logs_3 ADD CONSTRAINT march CHECK (day >= '2024-03-01' AND day < '2024-04-01');
ALTER TABLE logs ATTACH PARTITION logs_3 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
-- form: attach a partition over another's bounds
-- given: CREATE TABLE logs_3 (id integer NOT NULL, day date NOT NULL, line text);
ALTER TABLE logs ATTACH PARTITION logs_3 FOR VALUES FROM ('2024-02-10') TO ('2024-04-01');
-- form: a new partition over another's bounds
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2024-01-31') TO ('2024-04-01');
-- form: a new partition inside another's bounds
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2024-02-10') TO ('2024-02-11');
-- form: a new partition around another's bounds
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM (MINVALUE) TO (MAXVALUE);
-- form: a new partition whose range is empty
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2024-04-01') TO ('2024-03-01');
-- form: a new partition of too many values
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES FROM ('2024-03-01', 1) TO ('2024-04-01', 1);
-- form: a new partition with bounds of another strategy
CREATE TABLE logs_3 PARTITION OF logs FOR VALUES IN ('2024-03-01');
-- form: a partition of what is not partitioned
CREATE TABLE books_1 PARTITION OF books FOR VALUES IN (1);
-- form: a second default partition
-- given: CREATE TABLE logs_0 PARTITION OF logs DEFAULT;
CREATE TABLE logs_00 PARTITION OF logs DEFAULT;
-- form: a partition with a value of another
-- given: CREATE TABLE kinds (k text) PARTITION BY LIST (k);
-- given: CREATE TABLE kinds_1 PARTITION OF kinds FOR VALUES IN ('a', 'b', NULL);
CREATE TABLE kinds_2 PARTITION OF kinds FOR VALUES IN ('c', 'b');
-- form: a partition with values of its own
-- given: CREATE TABLE kinds (k text) PARTITION BY LIST (k);
-- given: CREATE TABLE kinds_1 PARTITION OF kinds FOR VALUES IN ('1', 'b', NULL);
CREATE TABLE kinds_2 PARTITION OF kinds FOR VALUES IN ('01', 'B');
-- form: a partition with a remainder of another
-- given: CREATE TABLE parts (id integer) PARTITION BY HASH (id);
-- given: CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 1);
-- form: a partition with a remainder of its own
-- given: CREATE TABLE parts (id integer) PARTITION BY HASH (id);
-- given: CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 2, REMAINDER 0);
-- form: a modulus that fits no other
-- given: CREATE TABLE parts (id integer) PARTITION BY HASH (id);
-- given: CREATE TABLE parts_0 PARTITION OF parts FOR VALUES WITH (MODULUS 4, REMAINDER 1);
CREATE TABLE parts_1 PARTITION OF parts FOR VALUES WITH (MODULUS 6, REMAINDER 0);
-- form: a default partition beside remainders
-- given: CREATE TABLE parts (id integer) PARTITION BY HASH (id);
CREATE TABLE parts_1 PARTITION OF parts DEFAULT;
-- form: attach what is a partition already
ALTER TABLE logs ATTACH PARTITION logs_1 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
-- form: attach to what is not partitioned
-- given: CREATE TABLE books_1 (LIKE books);
ALTER TABLE books ATTACH PARTITION books_1 FOR VALUES IN (1);
-- form: attach a partition that lacks a column
-- given: CREATE TABLE logs_3 (id integer NOT NULL, day date NOT NULL);
ALTER TABLE logs ATTACH PARTITION logs_3 FOR VALUES FROM ('2024-03-01') TO ('2024-04-01');
-- form: detach a partition
ALTER TABLE logs DETACH PARTITION logs_1;
-- form: an index on a partitioned table
CREATE INDEX logs_line_idx ON logs (line);
-- form: a unique index without the partition key
CREATE UNIQUE INDEX logs_id_idx ON logs (id);
-- form: a unique index with the partition key
-- rows decide
CREATE UNIQUE INDEX logs_id_idx ON logs (id, day);
-- form: an index on a partitioned table, concurrently
CREATE INDEX CONCURRENTLY logs_line_idx ON logs (line);
-- form: a check on a partitioned table
-- rows decide
ALTER TABLE logs ADD CONSTRAINT ids CHECK (id > 0);
-- form: replace a view with one more column
CREATE OR REPLACE VIEW titles AS SELECT id, title, pages FROM books;
-- form: replace a view with one column less
CREATE OR REPLACE VIEW titles AS SELECT id FROM books;
-- form: a view that is there
CREATE VIEW titles AS SELECT id, title FROM books;
-- form: a view over nothing
CREATE VIEW nothings AS SELECT id FROM nothing;
-- form: drop a view
DROP VIEW titles;
-- form: drop a view that another reads
-- given: CREATE VIEW long_titles AS SELECT title FROM titles;
DROP VIEW titles;
-- form: drop a view that another reads, cascade
-- given: CREATE VIEW long_titles AS SELECT title FROM titles;
DROP VIEW titles CASCADE;
-- form: refresh a materialized view
REFRESH MATERIALIZED VIEW pages;
-- form: refresh a materialized view without a key, concurrently
REFRESH MATERIALIZED VIEW CONCURRENTLY pages;
-- form: lock a table
LOCK TABLE books IN SHARE MODE;
-- form: update all
UPDATE books SET pages = 1;
-- form: delete what nothing finds but a scan
DELETE FROM books WHERE pages > 1000;
-- form: vacuum full
VACUUM FULL books;
-- form: a column in a DO block
DO $$ BEGIN ALTER TABLE books ADD COLUMN isbn text; END $$;
-- form: a column that is there, in a DO block that does not mind
DO $$ BEGIN ALTER TABLE books ADD COLUMN title text; EXCEPTION WHEN duplicate_column THEN NULL; END $$;
