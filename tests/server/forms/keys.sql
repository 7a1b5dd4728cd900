CREATE TABLE teams (id integer PRIMARY KEY, name text NOT NULL, code text);
CREATE UNIQUE INDEX teams_name_idx ON teams (name);
CREATE TABLE people (id integer PRIMARY KEY, team_id integer, email text, nick text, age integer,
  born date NOT NULL, span int4range);
CREATE TABLE badges (person_id integer REFERENCES people (id), number integer);
CREATE TABLE loose (a integer, b integer NOT NULL);
INSERT INTO teams SELECT i, 't' || i, 'c' || i % 3 FROM generate_series(1, 10) i;
INSERT INTO people
  SELECT i, CASE WHEN i % 6 = 0 THEN NULL WHEN i % 11 = 0 THEN 500 ELSE i % 10 + 1 END,
    CASE WHEN i % 4 = 0 THEN NULL ELSE 'p' || i % 20 END, 'nick' || i, i % 90 - 3, current_date,
    int4range(1, 5)
  FROM generate_series(1, 80) i;
INSERT INTO badges SELECT i, i FROM generate_series(1, 30) i;
INSERT INTO loose VALUES (NULL, 1), (2, 2), (2, 3);

-- form: a check that rows violate
ALTER TABLE people ADD CONSTRAINT grown CHECK (age >= 0);
-- form: a check, not valid
ALTER TABLE people ADD CONSTRAINT grown CHECK (age >= 0) NOT VALID;
-- form: validate a check
-- given: ALTER TABLE people ADD CONSTRAINT grown CHECK (age >= 0) NOT VALID;
ALTER TABLE people VALIDATE CONSTRAINT grown;
-- form: validate a check that is valid
-- given: ALTER TABLE people ADD CONSTRAINT grown CHECK (age > -5);
ALTER TABLE people VALIDATE CONSTRAINT grown;
-- form: a check with a subquery
ALTER TABLE people ADD CONSTRAINT known CHECK (team_id IN (SELECT id FROM teams));
-- form: a check on a column that is not there
ALTER TABLE people ADD CONSTRAINT known CHECK (height > 0);
-- form: a constraint's name twice
-- given: ALTER TABLE people ADD CONSTRAINT grown CHECK (age > -5);
ALTER TABLE people ADD CONSTRAINT grown CHECK (age > -6);
-- form: unique over duplicates
ALTER TABLE people ADD CONSTRAINT people_email_key UNIQUE (email);
-- form: unique over a key and more
ALTER TABLE people ADD CONSTRAINT people_id_email_key UNIQUE (id, email);
-- form: unique using an index
-- given: CREATE UNIQUE INDEX people_nick_idx ON people (nick);
ALTER TABLE people ADD CONSTRAINT people_nick_key UNIQUE USING INDEX people_nick_idx;
-- form: unique using a partial index
-- given: CREATE UNIQUE INDEX people_nick_idx ON people (nick) WHERE age > 5;
ALTER TABLE people ADD CONSTRAINT people_nick_key UNIQUE USING INDEX people_nick_idx;
-- form: unique using an index nobody made
ALTER TABLE people ADD CONSTRAINT people_nick_key UNIQUE USING INDEX people_nick_idx;
-- form: unique with a new column
ALTER TABLE people ADD COLUMN slug text, ADD CONSTRAINT people_slug_key UNIQUE (slug);
-- form: a primary key over NULLs
ALTER TABLE loose ADD PRIMARY KEY (a);
-- form: a primary key over a required column
-- rows decide
ALTER TABLE loose ADD PRIMARY KEY (b);
-- form: a second primary key
ALTER TABLE people ADD PRIMARY KEY (nick);
-- form: another primary key in place of the first
-- rows decide
ALTER TABLE people DROP CONSTRAINT people_pkey CASCADE, ADD CONSTRAINT people_pkey PRIMARY KEY (nick);
-- form: a new key column in place of the old
ALTER TABLE loose ADD COLUMN id serial, ADD CONSTRAINT loose_pkey PRIMARY KEY (id);
-- form: an exclusion constraint
ALTER TABLE people ADD CONSTRAINT apart EXCLUDE USING gist (span WITH &&);
-- form: a foreign key over orphans
ALTER TABLE people ADD CONSTRAINT people_team_fkey FOREIGN KEY (team_id) REFERENCES teams (id);
-- form: a foreign key, not valid
ALTER TABLE people ADD CONSTRAINT people_team_fkey FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;
-- form: validate a foreign key
-- given: ALTER TABLE people ADD CONSTRAINT people_team_fkey
-- given:   FOREIGN KEY (team_id) REFERENCES teams (id) NOT VALID;
ALTER TABLE people VALIDATE CONSTRAINT people_team_fkey;
-- form: a foreign key to a unique index
-- rows decide
ALTER TABLE people ADD CONSTRAINT people_nick_fkey FOREIGN KEY (nick) REFERENCES teams (name) NOT VALID;
-- form: a foreign key to a column that is not unique
ALTER TABLE people ADD CONSTRAINT people_code_fkey FOREIGN KEY (email) REFERENCES teams (code);
-- form: a foreign key between types
ALTER TABLE people ADD CONSTRAINT people_team_fkey FOREIGN KEY (email) REFERENCES teams (id);
-- form: a foreign key to a table nobody made
ALTER TABLE people ADD CONSTRAINT people_team_fkey FOREIGN KEY (team_id) REFERENCES clubs (id);
-- form: a foreign key to itself
ALTER TABLE people ADD CONSTRAINT people_boss_fkey FOREIGN KEY (team_id) REFERENCES people (id);
-- form: a foreign key with a new column
ALTER TABLE people ADD COLUMN club_id integer,
  ADD CONSTRAINT people_club_fkey FOREIGN KEY (club_id) REFERENCES teams (id);
-- form: a foreign key anew with another action
ALTER TABLE badges DROP CONSTRAINT badges_person_id_fkey,
  ADD CONSTRAINT badges_person_id_fkey FOREIGN KEY (person_id) REFERENCES people (id) ON DELETE CASCADE;
-- form: drop a foreign key
ALTER TABLE badges DROP CONSTRAINT badges_person_id_fkey;
-- form: drop a primary key others point at
ALTER TABLE people DROP CONSTRAINT people_pkey;
-- form: drop a constraint nobody made
ALTER TABLE people DROP CONSTRAINT nothing;
-- form: drop a constraint nobody made, if exists
ALTER TABLE people DROP CONSTRAINT IF EXISTS nothing;
-- form: make a foreign key deferrable
ALTER TABLE badges ALTER CONSTRAINT badges_person_id_fkey DEFERRABLE INITIALLY DEFERRED;
-- form: an index
CREATE INDEX people_age_idx ON people (age);
-- form: an index, if there is none of the name
CREATE INDEX IF NOT EXISTS teams_name_idx ON teams (code);
-- form: an index whose name is taken
CREATE INDEX teams_name_idx ON teams (code);
-- form: an index over a column that is not there
CREATE INDEX people_height_idx ON people (height);
-- form: an index with a predicate that changes
CREATE INDEX people_young_idx ON people (id) WHERE born > current_date;
-- form: a unique index over duplicates
CREATE UNIQUE INDEX people_email_idx ON people (email);
-- form: a unique index over an expression
CREATE UNIQUE INDEX people_email_idx ON people (lower(email));
-- form: a unique index over some rows
-- rows decide
CREATE UNIQUE INDEX people_email_idx ON people (email) WHERE age > 70;
-- form: an index without blocking writes
CREATE INDEX CONCURRENTLY people_age_idx ON people (age);
-- form: drop an index
DROP INDEX teams_name_idx;
-- form: drop an index behind a constraint
DROP INDEX teams_pkey;
-- form: drop an index nobody made
DROP INDEX nothing_idx;
-- form: reindex an index
REINDEX INDEX teams_name_idx;
-- form: reindex a table
REINDEX TABLE teams;
-- form: rename an index
ALTER INDEX teams_name_idx RENAME TO teams_title_idx;
-- form: cluster
CLUSTER teams USING teams_name_idx;
-- form: a backfill, then NOT NULL
UPDATE people SET email = 'unknown' WHERE email IS NULL;
ALTER TABLE people ALTER COLUMN email SET NOT NULL;
-- form: a check added, validated and used
-- given: DELETE FROM badges; DELETE FROM people WHERE email IS NULL;
-- rows decide
ALTER TABLE people ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID;
ALTER TABLE people VALIDATE CONSTRAINT c;
ALTER TABLE people ALTER COLUMN email SET NOT NULL;
ALTER TABLE people DROP CONSTRAINT c;
