CREATE TABLE users (id int PRIMARY KEY, email text NOT NULL, name text, age int DEFAULT 5, old text,
  at timestamp, tags text[], CONSTRAINT age_ok CHECK (age > 0), UNIQUE (email));
CREATE TABLE orders (id bigint PRIMARY KEY, user_id int NOT NULL CONSTRAINT orders_user REFERENCES users, n int,
  note varchar(50) NOT NULL DEFAULT '');
CREATE INDEX orders_user ON orders (user_id);
CREATE INDEX users_name ON users (name);
CREATE INDEX users_lower ON users (lower(email));
CREATE VIEW active AS SELECT id, email, name FROM users;
CREATE VIEW older AS SELECT id FROM active;
CREATE MATERIALIZED VIEW totals AS SELECT user_id, sum(n) AS n FROM orders GROUP BY user_id;
CREATE MATERIALIZED VIEW empty_totals AS SELECT user_id FROM orders WITH NO DATA;
CREATE UNIQUE INDEX totals_user ON totals (user_id);
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE uses (id int PRIMARY KEY, m mood, p positive);
CREATE SEQUENCE sq;
CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 1';
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TABLE parts (id int NOT NULL, k int NOT NULL, a text) PARTITION BY LIST (k);
CREATE TABLE parts1 PARTITION OF parts FOR VALUES IN (1);
CREATE TABLE parts_rest PARTITION OF parts DEFAULT;
CREATE TABLE next_part (id int NOT NULL, k int NOT NULL, a text);
CREATE SCHEMA app;
CREATE TABLE app.inside (id int);
CREATE SCHEMA empty;
CREATE EXTENSION citext;
CREATE INDEX parts_a ON parts (a);
CREATE INDEX users_including ON users (name) INCLUDE (age);
CREATE UNIQUE INDEX users_nulls ON users (old) NULLS NOT DISTINCT;
CREATE INDEX users_collated ON users (name COLLATE "C");
CREATE INDEX users_first ON users (name NULLS FIRST);
CREATE INDEX users_down ON users (name DESC);
CREATE INDEX users_some ON users (name) WHERE age > 5;
CREATE INDEX users_tags ON users USING gin (tags);
CREATE TABLE pairs (a int, b int, c int, PRIMARY KEY (a, b));
CREATE TABLE of_pairs (id int PRIMARY KEY, a int, b int, FOREIGN KEY (a, b) REFERENCES pairs);
CREATE TEMP TABLE passing (id int);
-- Migrations
ALTER TABLE users ADD x int;
ALTER TABLE users ADD x int NOT NULL DEFAULT 5;
ALTER TABLE users ADD x timestamptz NOT NULL DEFAULT now();
ALTER TABLE users ADD x uuid NOT NULL DEFAULT gen_random_uuid();
-- warning add-column-volatile-default: ADD COLUMN x with the volatile default gen_random_uuid() rewrites users while its reads and writes wait
--   why: The default differs from row to row, so every row of users is written anew, and all indexes are built again, under ACCESS EXCLUSIVE.
--   safer: ALTER TABLE users ADD COLUMN x <type>; ALTER TABLE users ALTER COLUMN x SET DEFAULT gen_random_uuid();
--   safer: UPDATE users SET x = gen_random_uuid() WHERE x IS NULL AND …;
ALTER TABLE users ADD x double precision DEFAULT random();
-- warning add-column-volatile-default: ADD COLUMN x with the volatile default random() rewrites users while its reads and writes wait
--   why: The default differs from row to row, so every row of users is written anew, and all indexes are built again, under ACCESS EXCLUSIVE.
--   safer: ALTER TABLE users ADD COLUMN x <type>; ALTER TABLE users ALTER COLUMN x SET DEFAULT random();
--   safer: UPDATE users SET x = random() WHERE x IS NULL AND …;
ALTER TABLE users ADD x serial;
-- warning add-column-serial-or-identity: ADD COLUMN x as serial numbers every row: users is rewritten while its reads and writes wait
--   why: Each row of users takes a number from the sequence, so all are written anew, and all indexes built again, under ACCESS EXCLUSIVE.
--   safer: CREATE SEQUENCE users_x_seq; ALTER TABLE users ADD COLUMN x INTEGER; ALTER TABLE users ALTER COLUMN x SET DEFAULT nextval('users_x_seq'); ALTER SEQUENCE users_x_seq OWNED BY users.x;
--   safer: UPDATE users SET x = nextval('users_x_seq') WHERE x IS NULL AND …;
ALTER TABLE users ADD x smallserial;
-- warning add-column-serial-or-identity: ADD COLUMN x as smallserial numbers every row: users is rewritten while its reads and writes wait
--   why: Each row of users takes a number from the sequence, so all are written anew, and all indexes built again, under ACCESS EXCLUSIVE.
--   safer: CREATE SEQUENCE users_x_seq; ALTER TABLE users ADD COLUMN x SMALLINT; ALTER TABLE users ALTER COLUMN x SET DEFAULT nextval('users_x_seq'); ALTER SEQUENCE users_x_seq OWNED BY users.x;
--   safer: UPDATE users SET x = nextval('users_x_seq') WHERE x IS NULL AND …;
ALTER TABLE users ADD x int GENERATED ALWAYS AS IDENTITY;
-- warning add-column-serial-or-identity: ADD COLUMN x as identity numbers every row: users is rewritten while its reads and writes wait
--   why: Each row of users takes a number from the sequence, so all are written anew, and all indexes built again, under ACCESS EXCLUSIVE.
--   safer: CREATE SEQUENCE users_x_seq; ALTER TABLE users ADD COLUMN x INTEGER; ALTER TABLE users ALTER COLUMN x SET DEFAULT nextval('users_x_seq'); ALTER SEQUENCE users_x_seq OWNED BY users.x;
--   safer: UPDATE users SET x = nextval('users_x_seq') WHERE x IS NULL AND …;
ALTER TABLE users ADD x smallint GENERATED BY DEFAULT AS IDENTITY;
-- warning add-column-serial-or-identity: ADD COLUMN x as identity numbers every row: users is rewritten while its reads and writes wait
--   why: Each row of users takes a number from the sequence, so all are written anew, and all indexes built again, under ACCESS EXCLUSIVE.
--   safer: CREATE SEQUENCE users_x_seq; ALTER TABLE users ADD COLUMN x SMALLINT; ALTER TABLE users ALTER COLUMN x SET DEFAULT nextval('users_x_seq'); ALTER SEQUENCE users_x_seq OWNED BY users.x;
--   safer: UPDATE users SET x = nextval('users_x_seq') WHERE x IS NULL AND …;
ALTER TABLE users ADD x int GENERATED ALWAYS AS (age + 1) STORED;
-- warning add-column-generated-stored: ADD COLUMN x GENERATED … STORED computes it for every row: users is rewritten while its reads and writes wait
--   why: All rows of users are written anew, and all indexes built again, while ACCESS EXCLUSIVE is held.
--   safer: ALTER TABLE users ADD COLUMN x integer;
ALTER TABLE users ADD x positive;
-- warning add-column-constrained-domain: ADD COLUMN x of the constrained domain positive rewrites users while its reads and writes wait
--   why: PostgreSQL checks the domain's constraint for each row, even where the new column is NULL everywhere, and writes every row anew for it.
--   safer: ALTER TABLE users ADD COLUMN x integer;
ALTER TABLE users ADD x positive DEFAULT 5;
-- warning add-column-constrained-domain: ADD COLUMN x of the constrained domain positive rewrites users while its reads and writes wait
--   why: PostgreSQL checks the domain's constraint for each row, even where the new column is NULL everywhere, and writes every row anew for it.
--   safer: ALTER TABLE users ADD COLUMN x integer;
ALTER TABLE users ADD x positive NOT NULL DEFAULT 0;
-- error add-check-on-existing-rows 23514: Adding the check that the column's domain has fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
-- warning add-column-constrained-domain: ADD COLUMN x of the constrained domain positive rewrites users while its reads and writes wait
--   why: PostgreSQL checks the domain's constraint for each row, even where the new column is NULL everywhere, and writes every row anew for it.
--   safer: ALTER TABLE users ADD COLUMN x integer;
ALTER TABLE users ADD x int CHECK (x > 0);
-- warning add-constraint-without-not-valid: ADD CHECK on users blocks its reads and writes while every row is checked
--   why: All rows of users are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.
--   safer: ALTER TABLE users ADD CONSTRAINT users_x_check CHECK (x > 0) NOT VALID;
--   safer: ALTER TABLE users VALIDATE CONSTRAINT users_x_check;
ALTER TABLE users ADD x int UNIQUE;
-- warning add-unique-without-using-index: ADD UNIQUE on users blocks its reads and writes until the index is built
--   why: The index behind the constraint is built while ACCESS EXCLUSIVE is held: nobody can even SELECT from users.
--   safer: CREATE UNIQUE INDEX CONCURRENTLY users_x_key ON users (x);
--   safer: ALTER TABLE users ADD CONSTRAINT users_x_key UNIQUE USING INDEX users_x_key;
ALTER TABLE users ADD x int REFERENCES orders;
ALTER TABLE users ADD x char(5), ADD y money, ADD z json, ADD w timestamp;
-- note money-type: users.y is money: how many decimals it keeps depends on the server's locale
--   why: lc_monetary decides currency and decimals, at writing and at reading: restored on a server with another locale, the same rows mean other amounts.
--   safer: y numeric(12, 2)
-- warning json-not-jsonb: users.z is json, which has no equality: DISTINCT, GROUP BY and UNION over users fail
--   why: A query of the running application that selects DISTINCT rows of the table, or groups by all its columns, fails (42883) once the column is there.
--   safer: z jsonb
ALTER TABLE users ADD IF NOT EXISTS email text;
ALTER TABLE orders ALTER note DROP DEFAULT;
-- note drop-default: orders.note loses its default: INSERTs that leave it out fail from now on
--   why: The previous version of the application may rely on the database to fill the column in. Prisma Client writes its own defaults, but not those that schema.prisma leaves to the database.
ALTER TABLE orders ALTER note DROP DEFAULT, ALTER note DROP NOT NULL;
-- note drop-not-null: orders.note may hold NULL from now on; the running version does not expect it
--   why: As soon as the new version writes a NULL, the previous one reads it: Prisma Client refuses a NULL in a field that it takes for required.
ALTER TABLE users ALTER age DROP DEFAULT;
ALTER TABLE users ALTER age SET DEFAULT 7;
ALTER TABLE users ALTER email DROP NOT NULL;
-- note drop-not-null: users.email may hold NULL from now on; the running version does not expect it
--   why: As soon as the new version writes a NULL, the previous one reads it: Prisma Client refuses a NULL in a field that it takes for required.
ALTER TABLE users ALTER email DROP NOT NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration mends the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   safer: UPDATE users SET email = '' WHERE email IS NULL;
--   safer: ALTER TABLE users ADD CONSTRAINT users_email_not_null CHECK (email IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE users VALIDATE CONSTRAINT users_email_not_null; ALTER TABLE users ALTER COLUMN email SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_email_not_null;
--   before: SELECT count(*) FROM users WHERE email IS NULL;
ALTER TABLE users ALTER email DROP NOT NULL; ALTER TABLE users DROP email;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.email
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ALTER name DROP NOT NULL;
ALTER TABLE users DROP old;
-- error drop-column: Dropping users.old breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names old in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE users DROP COLUMN old;
--   before: SELECT count(old) FROM users;
--   migrations/001_setup/migration.sql:1: users.old was made here
ALTER TABLE users DROP name;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.name
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users DROP name CASCADE;
-- warning drop-cascade: Dropping column users.name CASCADE also drops view active
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-column: Dropping users.name breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names name in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE users DROP COLUMN name;
--   before: SELECT count(name) FROM users;
--   migrations/001_setup/migration.sql:1: users.name was made here
ALTER TABLE users DROP email;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.email
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users DROP IF EXISTS nowhere;
ALTER TABLE users DROP nowhere;
-- error statement-always-fails: This statement always fails: public.users has no column nowhere
--   why: PostgreSQL refuses it (42703) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users RENAME name TO full_name;
-- error rename-column: Renaming users.name to full_name breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names name fails (42703). Rolling the application back breaks it in the same way.
--   safer: ALTER TABLE users ADD COLUMN full_name text;
--   safer: UPDATE users SET full_name = name WHERE full_name IS NULL;
--   safer: ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME old TO older; ALTER TABLE users ADD old text;
ALTER TABLE users RENAME name TO full_name; CREATE VIEW v AS SELECT full_name AS name FROM users;
-- error rename-column: Renaming users.name to full_name breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names name fails (42703). Rolling the application back breaks it in the same way.
--   safer: ALTER TABLE users ADD COLUMN full_name text;
--   safer: UPDATE users SET full_name = name WHERE full_name IS NULL;
--   safer: ALTER TABLE users DROP COLUMN name;
ALTER TABLE users RENAME TO people;
-- error rename-table: Renaming table users to people breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names users fails. Rolling the application back breaks it in the same way.
--   safer: CREATE VIEW users AS SELECT * FROM people;
--   safer: DROP VIEW users;
ALTER TABLE users RENAME TO people; CREATE VIEW users AS SELECT * FROM people;
ALTER TABLE users RENAME TO people; CREATE TABLE users (id int);
ALTER TABLE users RENAME TO people; ALTER TABLE people RENAME TO users;
-- error rename-table: Renaming table people to users breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names people fails. Rolling the application back breaks it in the same way.
--   safer: CREATE VIEW people AS SELECT * FROM users;
--   safer: DROP VIEW people;
ALTER TABLE users SET SCHEMA app;
-- error rename-table: Renaming table users to app.users breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names users fails. Rolling the application back breaks it in the same way.
--   safer: CREATE VIEW users AS SELECT * FROM app.users;
--   safer: DROP VIEW users;
ALTER VIEW active RENAME TO passive;
-- error rename-table: Renaming view active to passive breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names active fails. Rolling the application back breaks it in the same way.
ALTER TYPE mood RENAME TO feeling;
-- error rename-table: Renaming type mood to feeling breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names mood fails. Rolling the application back breaks it in the same way.
ALTER TYPE mood RENAME TO feeling; CREATE TYPE mood AS ENUM ('x');
ALTER SEQUENCE sq RENAME TO sq2;
ALTER INDEX users_name RENAME TO users_name2;
ALTER TABLE users RENAME CONSTRAINT age_ok TO age_fine;
ALTER TABLE users ADD CHECK (age < 200);
-- error add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   safer: ALTER TABLE users ADD CONSTRAINT users_check CHECK (age < 200) NOT VALID;
--   safer: ALTER TABLE users VALIDATE CONSTRAINT users_check;
--   before: SELECT count(*) FROM users WHERE NOT (age < 200);
ALTER TABLE users ADD CHECK (age < 200) NOT VALID;
ALTER TABLE users ADD CONSTRAINT c CHECK (age < 200) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT c;
-- warning validate-in-same-transaction 23514: VALIDATE CONSTRAINT c reads all of users while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   safer: ALTER TABLE users VALIDATE CONSTRAINT c;
--   before: SELECT count(*) FROM public.users WHERE NOT (age < 200);
ALTER TABLE users ADD UNIQUE (name);
-- error add-unique-on-existing-rows 23505: Making unique users (name) fails if two rows agree there
--   why: Nothing has kept duplicates out of users (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM users a USING users b WHERE a.ctid > b.ctid AND a.name = b.name;
--   before: SELECT name, count(*) FROM users GROUP BY name HAVING count(*) > 1;
ALTER TABLE users ADD UNIQUE (name, age);
-- error add-unique-on-existing-rows 23505: Making unique users (name, age) fails if two rows agree there
--   why: Nothing has kept duplicates out of users (name, age) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM users a USING users b WHERE a.ctid > b.ctid AND a.name = b.name AND a.age = b.age;
--   before: SELECT name, age, count(*) FROM users GROUP BY name, age HAVING count(*) > 1;
CREATE UNIQUE INDEX CONCURRENTLY u ON users (name); ALTER TABLE users ADD UNIQUE USING INDEX u;
-- error add-unique-on-existing-rows 23505: Making unique users (name) fails if two rows agree there
--   why: Nothing has kept duplicates out of users (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM users a USING users b WHERE a.ctid > b.ctid AND a.name = b.name;
--   before: SELECT name, count(*) FROM users GROUP BY name HAVING count(*) > 1;
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails beside other statements when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE UNIQUE INDEX CONCURRENTLY u ON users (name);
ALTER TABLE users ADD EXCLUDE USING btree (name WITH =);
-- error add-unique-on-existing-rows 23P01: Excluding conflicts in users (name) fails if two rows agree there
--   why: Nothing has kept duplicates out of users (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23P01), and the deploy stops there.
--   safer: DELETE FROM users a USING users b WHERE a.ctid > b.ctid AND a.name = b.name;
--   before: SELECT name, count(*) FROM users GROUP BY name HAVING count(*) > 1;
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key k fails if a row of orders (n) refers to no row of users
--   why: Nothing has made sure so far that every value of orders (n) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   safer: UPDATE orders child SET n = NULL WHERE child.n IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.n);
--   safer: ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users (id) NOT VALID;
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM orders child WHERE child.n IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.n);
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users NOT VALID;
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users ON DELETE SET NULL;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key k fails if a row of orders (n) refers to no row of users
--   why: Nothing has made sure so far that every value of orders (n) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   safer: UPDATE orders child SET n = NULL WHERE child.n IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.n);
--   safer: ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users (id) NOT VALID;
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM orders child WHERE child.n IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.n);
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on orders blocks its writes, and writes on users, while every row is checked
--   why: Every row of orders is looked up in users while both tables are locked.
--   safer: ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users ON DELETE SET NULL NOT VALID;
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
-- warning foreign-key-nulls-required-column: ON DELETE SET NULL can't empty orders.user_id, which is required
--   why: PostgreSQL takes the foreign key, and refuses each DELETE of a row of users that is referred to (23502): the action sets a column to NULL that does not take it.
--   safer: ALTER TABLE orders ALTER COLUMN user_id DROP NOT NULL;
ALTER TABLE orders DROP CONSTRAINT orders_user;
-- note drop-foreign-key-locks-parent: dropping foreign keys locks users against reads and writes, besides the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   safer: SET lock_timeout = '5s'; ALTER TABLE public.orders DROP CONSTRAINT orders_user; RESET lock_timeout;
ALTER TABLE orders DROP CONSTRAINT orders_user; ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE;
-- note drop-foreign-key-locks-parent: dropping foreign keys locks users against reads and writes, besides the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   safer: SET lock_timeout = '5s'; ALTER TABLE public.orders DROP CONSTRAINT orders_user; RESET lock_timeout;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on orders blocks its writes, and writes on users, while every row is checked
--   why: Every row of orders is looked up in users while both tables are locked.
--   safer: ALTER TABLE orders ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
ALTER TABLE orders DROP CONSTRAINT orders_user, ADD CONSTRAINT orders_user FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE NOT VALID;
-- note drop-foreign-key-locks-parent: dropping foreign keys locks users against reads and writes, besides the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   safer: SET lock_timeout = '5s'; ALTER TABLE public.orders DROP CONSTRAINT orders_user; RESET lock_timeout;
ALTER TABLE users DROP CONSTRAINT age_ok;
-- note drop-constraint: Without constraint age_ok nothing keeps rows that violate it out of users any more
--   why: The statement itself is harmless. But the application, and whoever reads the data, may rely on what the constraint promised, and rows that break it have to be found and mended before it can come back.
--   migrations/001_setup/migration.sql:1: age_ok was made here
ALTER TABLE users DROP CONSTRAINT age_ok; ALTER TABLE users ADD CONSTRAINT age_ok CHECK (age > 1);
-- error add-check-on-existing-rows 23514: Adding the check age_ok fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   safer: ALTER TABLE users ADD CONSTRAINT age_ok CHECK (age > 1) NOT VALID;
--   safer: ALTER TABLE users VALIDATE CONSTRAINT age_ok;
--   before: SELECT count(*) FROM users WHERE NOT (age > 1);
ALTER TABLE users DROP CONSTRAINT users_email_key;
-- note drop-constraint: Without constraint users_email_key nothing keeps duplicates out of users any more
--   why: The statement itself is harmless. But the application, and whoever reads the data, may rely on what the constraint promised, and rows that break it have to be found and mended before it can come back.
--   migrations/001_setup/migration.sql:1: users_email_key was made here
ALTER TABLE users DROP CONSTRAINT users_email_key; CREATE UNIQUE INDEX again ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE UNIQUE INDEX CONCURRENTLY again ON users (email);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS again;
ALTER TABLE users DROP CONSTRAINT users_email_key; ALTER TABLE users ADD UNIQUE (email);
-- warning add-unique-without-using-index: ADD UNIQUE on users blocks its reads and writes until the index is built
--   why: The index behind the constraint is built while ACCESS EXCLUSIVE is held: nobody can even SELECT from users.
--   safer: CREATE UNIQUE INDEX CONCURRENTLY users_email_key ON users (email);
--   safer: ALTER TABLE users ADD CONSTRAINT users_email_key UNIQUE USING INDEX users_email_key;
ALTER TABLE users DROP CONSTRAINT users_email_key; ALTER TABLE users DROP email CASCADE;
-- warning drop-cascade: Dropping column users.email CASCADE also drops view active
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-column: Dropping users.email breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names email in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE users ALTER COLUMN email DROP NOT NULL;
--   safer: ALTER TABLE users DROP COLUMN email;
--   before: SELECT count(email) FROM users;
--   migrations/001_setup/migration.sql:1: users.email was made here
ALTER TABLE users DROP CONSTRAINT users_pkey CASCADE;
-- warning drop-cascade: Dropping constraint users_pkey CASCADE also drops foreign key orders_user of orders
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- note drop-foreign-key-locks-parent: dropping foreign keys locks orders against reads and writes, besides the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   safer: SET lock_timeout = '5s'; ALTER TABLE public.users DROP CONSTRAINT users_pkey; RESET lock_timeout;
ALTER TABLE orders DROP CONSTRAINT orders_pkey; DROP TABLE orders CASCADE;
-- warning drop-cascade: Dropping table orders CASCADE also drops view empty_totals and view totals
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-table: Dropping table orders breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on orders fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   safer: DROP TABLE orders;
--   before: SELECT count(*) FROM orders;
--   migrations/001_setup/migration.sql:3: orders was made here
ALTER TABLE users ALTER age TYPE bigint;
-- warning change-type-rewrites-table: changing users.age from integer to bigint rewrites users while its reads and writes wait
--   why: Every row of users is written anew and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   safer: ALTER TABLE users ADD COLUMN age_new bigint;
--   safer: UPDATE users SET age_new = age::bigint WHERE age_new IS NULL AND age IS NOT NULL AND …;
ALTER TABLE users ALTER name TYPE varchar(10);
-- error statement-always-fails: This statement always fails: view public.active uses public.users.name: drop it first and create it again after
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE orders ALTER note TYPE varchar(100);
ALTER TABLE orders ALTER note TYPE text;
ALTER TABLE users ALTER at TYPE timestamptz;
-- warning change-type-rewrites-table: changing users.at from timestamp without time zone to timestamp with time zone rewrites users while its reads and writes wait
--   why: Every row of users is written anew and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   safer: ALTER TABLE users ADD COLUMN at_new timestamp with time zone;
--   safer: UPDATE users SET at_new = at::timestamp with time zone WHERE at_new IS NULL AND at IS NOT NULL AND …;
ALTER TABLE users ALTER age TYPE text;
-- error statement-always-fails: This statement always fails: constraint age_ok compares public.users.age with values of its old type: drop it first, create it again after
--   why: PostgreSQL refuses it (42883) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ALTER email TYPE varchar(200);
-- error statement-always-fails: This statement always fails: view public.active uses public.users.email: drop it first and create it again after
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ALTER age TYPE smallint;
-- error change-type-incompatible 22003: Changing users.age from integer to smallint fails if a value is out of its range
--   why: PostgreSQL converts every value that is there, and refuses the statement (22003) at the first one that is out of its range. Whether there is one depends on data that nobody has looked at.
--   safer: ALTER TABLE users ADD COLUMN age_new smallint;
--   safer: UPDATE users SET age_new = CAST(age AS smallint) WHERE age_new IS NULL;
--   safer: ALTER TABLE users DROP COLUMN age;
--   before: SELECT age, count(*) FROM users GROUP BY age ORDER BY length(age::text) DESC LIMIT 50;
ALTER TABLE users ALTER name TYPE text COLLATE "C";
-- error statement-always-fails: This statement always fails: view public.active uses public.users.name: drop it first and create it again after
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ALTER tags TYPE varchar(5)[];
-- error change-type-incompatible 22001: Changing users.tags from text[] to character varying(5)[] fails if a value is too long for it
--   why: PostgreSQL converts every value that is there, and refuses the statement (22001) at the first one that is too long for it. Whether there is one depends on data that nobody has looked at.
--   safer: ALTER TABLE users ADD COLUMN tags_new character varying(5)[];
--   safer: UPDATE users SET tags_new = CAST(tags AS character varying(5)[]) WHERE tags_new IS NULL;
--   safer: ALTER TABLE users DROP COLUMN tags;
--   before: SELECT tags, count(*) FROM users GROUP BY tags ORDER BY length(tags::text) DESC LIMIT 50;
CREATE INDEX i ON users (age);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
CREATE INDEX i ON users (name);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY i ON users (name);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
-- note duplicate-index: index i of users does the same as users_name
--   why: Each write maintains both, both take space and memory, and queries use one.
CREATE INDEX i ON users (name, age);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY i ON users (name, age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
CREATE INDEX CONCURRENTLY i ON users (age);
CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON users (age);
-- note index-concurrently-if-not-exists: IF NOT EXISTS takes the INVALID index that a failed build of i leaves for a finished one
--   why: A CONCURRENTLY build that fails (deadlock, duplicate, cancelled deploy) leaves an index that no query uses and every write maintains. On the next try IF NOT EXISTS finds its name and reports success.
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
--   before: SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid AND indrelid = 'users'::regclass;
CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);
-- note index-concurrently-if-not-exists: IF NOT EXISTS takes the INVALID index that a failed build of users_name leaves for a finished one
--   why: A CONCURRENTLY build that fails (deadlock, duplicate, cancelled deploy) leaves an index that no query uses and every write maintains. On the next try IF NOT EXISTS finds its name and reports success.
--   safer: DROP INDEX CONCURRENTLY IF EXISTS users_name;
--   safer: CREATE INDEX CONCURRENTLY users_name ON users (name);
--   before: SELECT indexrelid::regclass FROM pg_index WHERE NOT indisvalid AND indrelid = 'users'::regclass;
DROP INDEX CONCURRENTLY IF EXISTS i; CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON users (age);
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails beside other statements
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON users (age);
CREATE INDEX i ON parts (a);
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   safer: CREATE INDEX i ON ONLY parts (…);
--   safer: CREATE INDEX CONCURRENTLY … ON <partition> (…);
--   safer: ALTER INDEX i ATTACH PARTITION …;
-- note duplicate-index: index i of parts does the same as parts_a
--   why: Each write maintains both, both take space and memory, and queries use one.
CREATE INDEX i ON totals (n);
CREATE INDEX i ON empty_totals (user_id);
CREATE TABLE t (id int); CREATE INDEX i ON t (id);
CREATE INDEX CONCURRENTLY i ON users (age); ALTER TABLE users ADD x int;
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails beside other statements when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
BEGIN; CREATE INDEX CONCURRENTLY i ON users (age); COMMIT;
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails between BEGIN and COMMIT
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
BEGIN; ALTER TABLE users ADD x int; COMMIT;
ALTER TABLE users ADD x int; COMMIT;
-- warning transaction-control: COMMIT without BEGIN
--   why: Where the file runs as one transaction, it ends here, and a later failure no longer undoes what came before; where each statement commits by itself, it does nothing.
ROLLBACK;
-- warning transaction-control: ROLLBACK without BEGIN
--   why: Where the file runs as one transaction, it ends here, and a later failure no longer undoes what came before; where each statement commits by itself, it does nothing.
BEGIN; ALTER TABLE users ADD x int; ROLLBACK;
-- error transaction-control: ROLLBACK undoes everything since line 1
--   why: The migration is recorded as applied, though nothing of the block stays: the database is no longer what the history says.
SAVEPOINT s; ALTER TABLE users ADD x int; ROLLBACK TO s;
DROP INDEX users_name;
-- warning drop-index-without-concurrently: DROP INDEX users_name waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_name;
DROP INDEX users_name; CREATE INDEX users_name ON users (name, age);
-- warning drop-index-without-concurrently: DROP INDEX users_name waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_name;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY users_name ON users (name, age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS users_name;
DROP INDEX CONCURRENTLY users_name;
DROP INDEX IF EXISTS nowhere;
DROP INDEX users_lower;
-- warning drop-index-without-concurrently: DROP INDEX users_lower waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_lower;
DROP INDEX orders_user;
-- warning drop-index-without-concurrently: DROP INDEX orders_user waits for every query on orders and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on orders: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY orders_user;
DROP INDEX totals_user;
REINDEX TABLE users;
-- warning reindex-without-concurrently: REINDEX TABLE users blocks writes, and reads that would use the index, until it is rebuilt
--   why: It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at every index of a table, so SELECTs wait even when they would not use this one.
--   safer: REINDEX TABLE CONCURRENTLY users;
REINDEX INDEX users_name;
-- warning reindex-without-concurrently: REINDEX INDEX users_name blocks writes, and reads that would use the index, until it is rebuilt
--   why: It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at every index of a table, so SELECTs wait even when they would not use this one.
--   safer: REINDEX INDEX CONCURRENTLY users_name;
REINDEX INDEX CONCURRENTLY users_name;
REINDEX SCHEMA public;
-- warning reindex-without-concurrently: REINDEX SCHEMA public blocks writes, and reads that would use the index, until it is rebuilt
--   why: It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at every index of a table, so SELECTs wait even when they would not use this one.
--   safer: REINDEX SCHEMA CONCURRENTLY public;
CREATE TABLE t (id int PRIMARY KEY); REINDEX TABLE t;
CLUSTER users USING users_name;
-- warning cluster-or-vacuum-full: CLUSTER rewrites users while reads and writes wait
--   why: The table and all its indexes are written anew while ACCESS EXCLUSIVE is held; for that time it needs its size again on disk.
VACUUM FULL users;
-- warning cluster-or-vacuum-full: VACUUM FULL rewrites users while reads and writes wait
--   why: The table and all its indexes are written anew while ACCESS EXCLUSIVE is held; for that time it needs its size again on disk.
VACUUM users;
CREATE TABLE t (id int PRIMARY KEY); CLUSTER t USING t_pkey;
REFRESH MATERIALIZED VIEW totals;
-- warning refresh-materialized-view: REFRESH MATERIALIZED VIEW totals blocks its reads until the query has run again
--   why: ACCESS EXCLUSIVE is held on totals for as long as its query takes.
--   safer: REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
REFRESH MATERIALIZED VIEW CONCURRENTLY totals;
REFRESH MATERIALIZED VIEW empty_totals;
CREATE MATERIALIZED VIEW m AS SELECT 1 AS one; REFRESH MATERIALIZED VIEW m;
DROP VIEW older;
-- warning drop-view: Dropping view older breaks the running version, if it reads it
--   why: During the deploy the previous version of the application is still running, and every query of it on older fails (42P01) until the last old process is gone; reports and other tools that read it fail for good.
--   safer: DROP VIEW older;
--   migrations/001_setup/migration.sql:9: older was made here
DROP VIEW active CASCADE;
-- warning drop-cascade: Dropping view active CASCADE also drops view older
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- warning drop-view: Dropping view active breaks the running version, if it reads it
--   why: During the deploy the previous version of the application is still running, and every query of it on active fails (42P01) until the last old process is gone; reports and other tools that read it fail for good.
--   safer: DROP VIEW active;
--   migrations/001_setup/migration.sql:8: active was made here
DROP VIEW older; CREATE VIEW older AS SELECT id FROM active;
DROP VIEW older; CREATE TABLE older (id int);
DROP VIEW older, active; CREATE VIEW active AS SELECT id FROM users;
-- warning drop-view: Dropping view older breaks the running version, if it reads it
--   why: During the deploy the previous version of the application is still running, and every query of it on older fails (42P01) until the last old process is gone; reports and other tools that read it fail for good.
--   safer: DROP VIEW older;
--   migrations/001_setup/migration.sql:9: older was made here
-- warning replace-view-changes-columns: View active comes back without email and name, which the running version may read
--   why: During the deploy the previous version of the application is still running, and every query of it that names email and name fails (42703).
DROP MATERIALIZED VIEW totals;
-- warning drop-view: Dropping view totals breaks the running version, if it reads it
--   why: During the deploy the previous version of the application is still running, and every query of it on totals fails (42P01) until the last old process is gone; reports and other tools that read it fail for good.
--   safer: DROP VIEW totals;
--   migrations/001_setup/migration.sql:10: totals was made here
CREATE OR REPLACE VIEW active AS SELECT id, email, name, age FROM users;
CREATE OR REPLACE VIEW active AS SELECT id, email FROM users;
-- error statement-always-fails: This statement always fails: public.active would lose its column name: drop the view and create it again
--   why: PostgreSQL refuses it (42P16) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE OR REPLACE VIEW older AS SELECT * FROM users;
DROP FUNCTION f(int);
-- warning drop-function: Dropping function f breaks the running version, if it calls it
--   why: During the deploy the previous version of the application is still running, and every query of it that calls the function fails (42883). PostgreSQL does not look into the bodies of other functions either: one that calls it fails when it is next used.
--   migrations/001_setup/migration.sql:17: f was made here
DROP FUNCTION f(int); CREATE FUNCTION f(int) RETURNS text LANGUAGE sql AS 'SELECT 1::text';
DROP FUNCTION tf() CASCADE;
-- warning drop-cascade: Dropping function tf CASCADE also drops trigger tr of users
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
DROP TRIGGER tr ON users;
ALTER TABLE users DISABLE TRIGGER tr;
-- warning disable-trigger: trigger tr of users is off for every session from now on
--   why: The application's own writes miss what the trigger does meanwhile, and nothing makes up for it later.
--   safer: SET session_replication_role = replica; … RESET session_replication_role;
--   safer: BEGIN; ALTER TABLE users DISABLE TRIGGER tr; … ALTER TABLE users ENABLE TRIGGER tr; COMMIT;
ALTER TABLE users DISABLE TRIGGER tr; UPDATE users SET age = 5; ALTER TABLE users ENABLE TRIGGER tr;
-- warning disable-trigger: trigger tr of users is off for every session until it is enabled again when the file is sent statement by statement (Prisma from 7.4 on)
--   why: The application's own writes miss what the trigger does meanwhile, and nothing makes up for it later.
--   safer: SET session_replication_role = replica; … RESET session_replication_role;
--   safer: BEGIN; ALTER TABLE users DISABLE TRIGGER tr; … ALTER TABLE users ENABLE TRIGGER tr; COMMIT;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.age in every row
--   why: Whatever users.age holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   safer: UPDATE users SET age = 5 WHERE age IS NULL;
--   before: SELECT count(age) FROM users;
ALTER TABLE users DISABLE TRIGGER ALL;
-- warning disable-trigger: all triggers of users are off for every session from now on
--   why: The application's own writes go unchecked meanwhile: foreign keys are triggers too, so rows without a parent get in, and nothing finds them later.
--   safer: SET session_replication_role = replica; … RESET session_replication_role;
--   safer: BEGIN; ALTER TABLE users DISABLE TRIGGER ALL; … ALTER TABLE users ENABLE TRIGGER ALL; COMMIT;
CREATE TRIGGER t2 AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf();
-- note add-trigger: trigger t2 runs with every write to users from now on, the running application's too
--   why: What tf does, or refuses, happens to code that was written without it; and CREATE TRIGGER waits for all writes to users under way, with new ones queueing behind it.
--   safer: SET lock_timeout = '5s'; CREATE TRIGGER t2 AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf(); RESET lock_timeout;
CREATE OR REPLACE TRIGGER tr AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf();
CREATE TABLE t (id int); CREATE TRIGGER t2 AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
DROP TRIGGER tr ON users; CREATE TRIGGER tr AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf();
-- note add-trigger: trigger tr runs with every write to users from now on, the running application's too
--   why: What tf does, or refuses, happens to code that was written without it; and CREATE TRIGGER waits for all writes to users under way, with new ones queueing behind it.
--   safer: SET lock_timeout = '5s'; CREATE TRIGGER tr AFTER INSERT ON users FOR EACH ROW EXECUTE FUNCTION tf(); RESET lock_timeout;
DROP TYPE mood CASCADE;
-- warning drop-cascade: Dropping type mood CASCADE also drops column uses.m
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
DROP DOMAIN positive CASCADE;
-- warning drop-cascade: Dropping type positive CASCADE also drops column uses.p
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
ALTER DOMAIN positive ADD CHECK (VALUE < 100);
-- error alter-domain 23514: ALTER DOMAIN positive reads all of uses while writes there wait, and fails if a value there breaks it
--   why: Every table with a column of the domain is locked in SHARE mode and read whole, one after the other, and all are released at the end.
--   safer: ALTER DOMAIN positive ADD CONSTRAINT positive_check CHECK (VALUE < 100) NOT VALID;
--   safer: ALTER DOMAIN positive VALIDATE CONSTRAINT positive_check;
ALTER DOMAIN positive ADD CONSTRAINT c CHECK (VALUE < 100) NOT VALID;
ALTER DOMAIN positive ADD CONSTRAINT c CHECK (VALUE < 100) NOT VALID; ALTER DOMAIN positive VALIDATE CONSTRAINT c;
-- error alter-domain 23514: ALTER DOMAIN positive reads all of uses while writes there wait, and fails if a value there breaks it
--   why: Every table with a column of the domain is locked in SHARE mode and read whole, one after the other, and all are released at the end.
ALTER DOMAIN positive SET NOT NULL;
-- error alter-domain 23502: ALTER DOMAIN positive reads all of uses while writes there wait, and fails if a value there breaks it
--   why: Every table with a column of the domain is locked in SHARE mode and read whole, one after the other, and all are released at the end.
--   safer: ALTER DOMAIN positive ADD CONSTRAINT positive_check CHECK (VALUE IS NOT NULL) NOT VALID;
--   safer: ALTER DOMAIN positive VALIDATE CONSTRAINT positive_check;
CREATE DOMAIN fresh AS int; ALTER DOMAIN fresh SET NOT NULL;
ALTER TYPE mood ADD VALUE 'x';
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- error rename-enum-value: Renaming 'sad' of enum mood to 'blue' breaks the running version, which uses the old label
--   why: During the deploy the previous version of the application is still running: it writes 'sad', which is refused (22P02), and cannot read the rows that now hold 'blue'.
--   safer: ALTER TYPE mood ADD VALUE 'blue';
DROP SCHEMA app CASCADE;
-- error drop-schema: Dropping schema app CASCADE removes inside with all rows
--   why: Every table, view and function in the schema is gone, with all rows, and whatever outside refers to them as well. The running version of the application fails at each query that names one.
--   safer: DROP SCHEMA app;
DROP SCHEMA empty;
DROP SCHEMA IF EXISTS nowhere CASCADE;
DROP EXTENSION citext CASCADE;
DROP SEQUENCE sq;
DROP TABLE orders;
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP TABLE users;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP TABLE users CASCADE;
-- warning drop-cascade: Dropping table users CASCADE also drops foreign key orders_user of orders and view active
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-table: Dropping table users breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on users fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE users_kept AS TABLE users;
--   safer: DROP TABLE users;
--   before: SELECT count(*) FROM users;
--   migrations/001_setup/migration.sql:1: users was made here
DROP TABLE app.inside;
-- error drop-table: Dropping table app.inside breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on app.inside fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE inside_kept AS TABLE app.inside;
--   safer: DROP TABLE app.inside;
--   before: SELECT count(*) FROM app.inside;
--   migrations/001_setup/migration.sql:25: app.inside was made here
ALTER TABLE parts ATTACH PARTITION next_part FOR VALUES IN (2);
-- error attach-partition-scans 23514: ATTACH PARTITION next_part reads all of next_part while its reads and writes wait, and fails if a row is outside the bounds
--   why: Every row of next_part is checked against the bounds in parts while ACCESS EXCLUSIVE is held on it.
--   safer: ALTER TABLE public.next_part ADD CONSTRAINT … CHECK (…) NOT VALID;
--   safer: ALTER TABLE public.next_part VALIDATE CONSTRAINT …;
-- error attach-partition-scans 23514: ATTACH PARTITION next_part reads all of parts_rest while its reads and writes wait, and fails if a row is outside the bounds
--   why: Every row of parts_rest is checked against the bounds in parts while ACCESS EXCLUSIVE is held on it.
--   safer: ALTER TABLE public.parts_rest ADD CONSTRAINT … CHECK (…) NOT VALID;
--   safer: ALTER TABLE public.parts_rest VALIDATE CONSTRAINT …;
ALTER TABLE next_part ADD CONSTRAINT c CHECK (k = 2); ALTER TABLE parts ATTACH PARTITION next_part FOR VALUES IN (2);
-- error add-check-on-existing-rows 23514: Adding the check c fails if a row of next_part violates it
--   why: PostgreSQL holds every row of next_part against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   safer: ALTER TABLE next_part ADD CONSTRAINT c CHECK (k = 2) NOT VALID;
--   safer: ALTER TABLE next_part VALIDATE CONSTRAINT c;
--   before: SELECT count(*) FROM next_part WHERE NOT (k = 2);
-- warning attach-partition-scans: ATTACH PARTITION next_part reads all of next_part while its reads and writes wait
--   why: Every row of next_part is checked against the bounds in parts while ACCESS EXCLUSIVE is held on it.
--   safer: ALTER TABLE public.next_part ADD CONSTRAINT … CHECK (…) NOT VALID;
--   safer: ALTER TABLE public.next_part VALIDATE CONSTRAINT …;
-- error attach-partition-scans 23514: ATTACH PARTITION next_part reads all of parts_rest while its reads and writes wait, and fails if a row is outside the bounds
--   why: Every row of parts_rest is checked against the bounds in parts while ACCESS EXCLUSIVE is held on it.
--   safer: ALTER TABLE public.parts_rest ADD CONSTRAINT … CHECK (…) NOT VALID;
--   safer: ALTER TABLE public.parts_rest VALIDATE CONSTRAINT …;
ALTER TABLE parts DETACH PARTITION parts1;
ALTER TABLE parts DETACH PARTITION parts1 CONCURRENTLY;
-- error statement-always-fails: This statement always fails: public.parts has a default partition: DETACH CONCURRENTLY is refused
--   why: PostgreSQL refuses it (55000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE parts DETACH PARTITION parts_rest;
CREATE TABLE parts2 PARTITION OF parts FOR VALUES IN (2);
-- error attach-partition-scans 23514: CREATE TABLE parts2 PARTITION OF parts reads all of parts_rest while its reads and writes wait, and fails if a row is outside the bounds
--   why: Every row of parts_rest is checked against the bounds in parts while ACCESS EXCLUSIVE is held on it.
--   safer: ALTER TABLE public.parts_rest ADD CONSTRAINT … CHECK (…) NOT VALID;
--   safer: ALTER TABLE public.parts_rest VALIDATE CONSTRAINT …;
ALTER TABLE users SET UNLOGGED;
-- error statement-always-fails: This statement always fails: public.users is referenced by logged public.orders: it can't become unlogged
--   why: PostgreSQL refuses it (42P16) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users SET TABLESPACE pg_default;
-- warning set-logged-or-tablespace: SET TABLESPACE pg_default rewrites users while its reads and writes wait
--   why: All of users and its indexes is written anew while ACCESS EXCLUSIVE is held.
ALTER TABLE users SET (fillfactor = 50);
ALTER TABLE users ADD PRIMARY KEY (email);
-- error statement-always-fails: This statement always fails: public.users has a primary key already
--   why: PostgreSQL refuses it (42P16) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE next_part ADD PRIMARY KEY (id);
-- error add-unique-on-existing-rows 23505: Making a primary key of next_part (id) fails if two rows agree there
--   why: Nothing has kept duplicates out of next_part (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM next_part a USING next_part b WHERE a.ctid > b.ctid AND a.id = b.id;
--   before: SELECT id, count(*) FROM next_part GROUP BY id HAVING count(*) > 1;
ALTER TABLE next_part ADD GENERATED ALWAYS;
-- error statement-always-fails: This statement always fails: type always does not exist
--   why: PostgreSQL refuses it (42704) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ALTER id ADD GENERATED ALWAYS AS IDENTITY;
ALTER TABLE users ALTER name SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.name fails if a row holds NULL there
--   why: users.name may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   safer: UPDATE users SET name = '' WHERE name IS NULL;
--   safer: ALTER TABLE users ADD CONSTRAINT users_name_not_null CHECK (name IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null; ALTER TABLE users ALTER COLUMN name SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_name_not_null;
--   before: SELECT count(*) FROM users WHERE name IS NULL;
ALTER TABLE users ENABLE ROW LEVEL SECURITY;
CREATE TABLE t (id int PRIMARY KEY, c char(5), m money, j json, ts timestamp, user_id int REFERENCES users);
-- note money-type: t.m is money: how many decimals it keeps depends on the server's locale
--   why: lc_monetary decides currency and decimals, at writing and at reading: restored on a server with another locale, the same rows mean other amounts.
--   safer: m numeric(12, 2)
CREATE TABLE t (id bigint PRIMARY KEY, user_id int REFERENCES users ON DELETE CASCADE); CREATE INDEX ON t (user_id);
CREATE TABLE t (id bigserial PRIMARY KEY, user_id int NOT NULL REFERENCES users ON DELETE SET NULL);
-- warning foreign-key-nulls-required-column: ON DELETE SET NULL can't empty t.user_id, which is required
--   why: PostgreSQL takes the foreign key, and refuses each DELETE of a row of users that is referred to (23502): the action sets a column to NULL that does not take it.
--   safer: ALTER TABLE t ALTER COLUMN user_id DROP NOT NULL;
CREATE TABLE an_extremely_long_table_name_that_nobody_would_write_in_practice_but_all_the_same (id bigint);
-- note identifier-too-long: an_extremely_long_table_name_that_nobody_would_write_in_practice_but_all_the_same is 81 bytes long: PostgreSQL cuts it to an_extremely_long_table_name_that_nobody_would_write_in_practic
--   why: Names keep 63 bytes. The object gets another name than the file and schema.prisma say, so Prisma finds a difference with every migration, and a second long name may come out the same.
CREATE INDEX an_extremely_long_index_name_that_nobody_would_write_in_practice_but_all_the_same ON users (age);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY an_extremely_long_index_name_that_nobody_would_write_in_practice_but_all_the_same ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS an_extremely_long_index_name_that_nobody_would_write_in_practic;
-- note identifier-too-long: an_extremely_long_index_name_that_nobody_would_write_in_practice_but_all_the_same is 81 bytes long: PostgreSQL cuts it to an_extremely_long_index_name_that_nobody_would_write_in_practic
--   why: Names keep 63 bytes. The object gets another name than the file and schema.prisma say, so Prisma finds a difference with every migration, and a second long name may come out the same.
CREATE INDEX one ON users (age); CREATE INDEX two ON users (age);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY one ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS one;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY two ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS two;
-- note duplicate-index: index two of users does the same as one
--   why: Each write maintains both, both take space and memory, and queries use one.
SET lock_timeout = '5s'; ALTER TABLE users ADD x int;
-- note set-leaks-into-later-migrations: SET lock_timeout stays in force for the migrations that follow in the same deploy
--   why: A deploy runs its migrations in one session, and SET holds to the session's end. Which migrations run together differs from database to database: the same file works here and not there.
--   safer: RESET lock_timeout;
SET LOCAL lock_timeout = '5s'; ALTER TABLE users ADD x int;
-- warning set-local-without-transaction: SET LOCAL lock_timeout has no effect when the file is sent statement by statement (Prisma from 7.4 on)
--   why: SET LOCAL holds to the end of its transaction, and outside of one not at all: PostgreSQL only warns. The statements after it run as if it were not there.
--   safer: SET lock_timeout = '5s'; … RESET lock_timeout;
SET search_path = app; CREATE TABLE t (id bigint);
-- warning set-leaks-into-later-migrations: SET search_path stays in force for the migrations that follow in the same deploy
--   why: A deploy runs its migrations in one session, and SET holds to the session's end. Which migrations run together differs from database to database: the same file works here and not there.
--   safer: RESET search_path;
SET LOCAL search_path = app; CREATE TABLE t (id bigint);
-- warning set-local-without-transaction: SET LOCAL search_path has no effect when the file is sent statement by statement (Prisma from 7.4 on)
--   why: SET LOCAL holds to the end of its transaction, and outside of one not at all: PostgreSQL only warns. The statements after it run as if it were not there.
--   safer: SET search_path = 'app'; … RESET search_path;
SET session_replication_role = replica; DELETE FROM orders;
-- warning set-leaks-into-later-migrations: SET session_replication_role stays in force for the migrations that follow in the same deploy
--   why: A deploy runs its migrations in one session, and SET holds to the session's end. Which migrations run together differs from database to database: the same file works here and not there.
--   safer: RESET session_replication_role;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of orders
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   safer: DELETE FROM orders WHERE …;
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
LOCK TABLE users;
LOCK TABLE users IN ACCESS EXCLUSIVE MODE; UPDATE orders SET n = 1;
-- warning scan-under-exclusive-lock: UPDATE goes through orders while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   safer: UPDATE orders SET n = 1;
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites orders.n in every row
--   why: Whatever orders.n holds now is gone, in every environment the migration reaches, and every row of orders stays locked until the transaction ends.
--   safer: UPDATE orders SET n = 1 WHERE n IS NULL;
--   before: SELECT count(n) FROM orders;
UPDATE users SET age = 5; ALTER TABLE users ADD x int;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.age in every row
--   why: Whatever users.age holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   safer: UPDATE users SET age = 5 WHERE age IS NULL;
--   before: SELECT count(age) FROM users;
UPDATE users SET age = 5 WHERE age IS NULL;
UPDATE orders SET n = 1; UPDATE users SET age = 1;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites orders.n in every row
--   why: Whatever orders.n holds now is gone, in every environment the migration reaches, and every row of orders stays locked until the transaction ends.
--   safer: UPDATE orders SET n = 1 WHERE n IS NULL;
--   before: SELECT count(n) FROM orders;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.age in every row
--   why: Whatever users.age holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   safer: UPDATE users SET age = 1 WHERE age IS NULL;
--   before: SELECT count(age) FROM users;
DELETE FROM orders; ALTER TABLE users ADD x int;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of orders
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   safer: DELETE FROM orders WHERE …;
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
ALTER TABLE users ADD x int; ALTER TABLE orders ADD y int;
ALTER TABLE users ADD x int; CREATE INDEX i ON orders (n);
-- warning create-index-without-concurrently: CREATE INDEX on orders blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on orders waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY i ON orders (n);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
ALTER TABLE users ALTER name SET NOT NULL; ALTER TABLE orders ADD y int;
-- error set-not-null-on-existing-rows 23502: Requiring users.name fails if a row holds NULL there
--   why: users.name may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   safer: UPDATE users SET name = '' WHERE name IS NULL;
--   safer: ALTER TABLE users ADD CONSTRAINT users_name_not_null CHECK (name IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE users VALIDATE CONSTRAINT users_name_not_null; ALTER TABLE users ALTER COLUMN name SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_name_not_null;
--   before: SELECT count(*) FROM users WHERE name IS NULL;
DO $$ BEGIN ALTER TABLE users ADD x int NOT NULL; END $$;
-- error add-column-not-null-without-default 23502: Adding the required column users.x without a default fails if users has any row
--   why: Every row that is already in users would hold NULL in x, so PostgreSQL refuses the statement (23502) and the deploy stops there.
--   safer: ALTER TABLE users ADD COLUMN x integer;
--   safer: UPDATE users SET x = 0 WHERE x IS NULL;
--   safer: ALTER TABLE users ALTER COLUMN x SET NOT NULL;
--   safer: -- migration 1 ALTER TABLE users ADD COLUMN x integer; -- migration 2 -- again and again, until it says UPDATE 0 UPDATE users SET x = 0 WHERE ctid = ANY (ARRAY(   SELECT ctid FROM users WHERE x IS NULL LIMIT 5000)); -- migration 3 ALTER TABLE users ADD CONSTRAINT users_x_not_null CHECK (x IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE users VALIDATE CONSTRAINT users_x_not_null; ALTER TABLE users ALTER COLUMN x SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_x_not_null;
--   safer: ALTER TABLE users ADD COLUMN x integer;
--   before: SELECT EXISTS (SELECT FROM users) AS has_rows;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM users) THEN DROP TABLE orders; END IF; END $$;
-- error drop-table: Dropping table orders breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on orders fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   safer: DROP TABLE orders;
--   before: SELECT count(*) FROM orders;
--   migrations/001_setup/migration.sql:3: orders was made here
DO $$ BEGIN CREATE INDEX i ON users (age); END $$;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS i;
DO $$ BEGIN EXECUTE 'DROP TABLE orders'; END $$;
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CALL nowhere();
-- error statement-always-fails: This statement always fails: procedure nowhere does not exist with these arguments
--   why: PostgreSQL refuses it (42883) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
SELECT f(1);
SELECT 1;
GRANT SELECT ON users TO PUBLIC;
COMMENT ON TABLE users IS 'x';
INSERT INTO users (id) VALUES (1);
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
INSERT INTO users (id, email) VALUES (1, 'x');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
ALTER SYSTEM SET work_mem = '5MB';
CREATE DATABASE other;
CREATE EXTENSION IF NOT EXISTS pg_trgm;
ALTER PUBLICATION nowhere ADD TABLE users;
-- error statement-always-fails: This statement always fails: publication nowhere does not exist
--   why: PostgreSQL refuses it (42704) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE STATISTICS s ON name, age FROM users;
TRUNCATE orders; ALTER TABLE orders ADD CHECK (n > 0);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD CHECK (n > 0);
TRUNCATE orders; ALTER TABLE orders ADD UNIQUE (n);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD UNIQUE (n);
TRUNCATE orders; ALTER TABLE orders ADD FOREIGN KEY (n) REFERENCES users;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD FOREIGN KEY (n) REFERENCES users;
TRUNCATE orders; ALTER TABLE orders ADD EXCLUDE USING btree (n WITH =);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD EXCLUDE USING btree (n WITH =);
TRUNCATE orders; ALTER TABLE orders ALTER n SET NOT NULL;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ALTER n SET NOT NULL;
TRUNCATE orders; CREATE INDEX i ON orders (n);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); CREATE INDEX i ON fresh (n);
TRUNCATE orders; ALTER TABLE orders ALTER n TYPE bigint;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.totals uses public.orders.n: drop it first and create it again after
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ALTER n TYPE bigint;
TRUNCATE orders; ALTER TABLE orders ALTER n TYPE text;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.totals uses public.orders.n: drop it first and create it again after
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ALTER n TYPE text;
TRUNCATE orders; ALTER TABLE orders ADD x positive;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD x positive;
TRUNCATE orders; ALTER TABLE orders ADD x serial;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD x serial;
TRUNCATE orders; ALTER TABLE orders ADD x float DEFAULT random();
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD x float DEFAULT random();
TRUNCATE orders; ALTER TABLE orders ADD x int GENERATED ALWAYS AS (n + 1) STORED;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD x int GENERATED ALWAYS AS (n + 1) STORED;
TRUNCATE orders; CLUSTER orders USING orders_pkey;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); CLUSTER fresh USING fresh_pkey;
TRUNCATE orders; VACUUM FULL orders;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-not-allowed-in-transaction: VACUUM FULL fails inside a transaction when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it there (25001), and a string of several statements is a transaction: the deploy stops here.
--   safer: VACUUM FULL orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); VACUUM FULL fresh;
-- error statement-not-allowed-in-transaction: VACUUM FULL fails inside a transaction when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it there (25001), and a string of several statements is a transaction: the deploy stops here.
--   safer: VACUUM FULL fresh;
TRUNCATE orders; REINDEX TABLE orders;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- warning reindex-without-concurrently: REINDEX TABLE orders blocks writes, and reads that would use the index, until it is rebuilt
--   why: It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at every index of a table, so SELECTs wait even when they would not use this one.
--   safer: REINDEX TABLE CONCURRENTLY orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); REINDEX TABLE fresh;
TRUNCATE orders; ALTER TABLE orders SET UNLOGGED;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh SET UNLOGGED;
TRUNCATE orders; ALTER TABLE orders ALTER note TYPE varchar(5);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ALTER note TYPE varchar(5);
TRUNCATE orders; ALTER TABLE orders DROP n;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.totals depends on public.orders.n
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh DROP n;
TRUNCATE orders; ALTER TABLE orders DROP n; ALTER TABLE orders ADD n text;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.totals depends on public.orders.n
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error statement-always-fails: This statement always fails: public.orders.n exists already
--   why: PostgreSQL refuses it (42701) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh DROP n; ALTER TABLE fresh ADD n text;
TRUNCATE orders; DROP TABLE orders;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); DROP TABLE fresh;
TRUNCATE orders; DROP TABLE orders; CREATE TABLE orders (id int);
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error statement-always-fails: This statement always fails: public.orders exists already
--   why: PostgreSQL refuses it (42P07) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); DROP TABLE fresh; CREATE TABLE fresh (id int);
TRUNCATE orders; UPDATE orders SET n = 1;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- warning scan-under-exclusive-lock: UPDATE goes through orders while reads and writes of orders still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on orders, and the transaction keeps it until it commits: for as long as this takes, nobody can even read orders.
--   safer: UPDATE orders SET n = 1;
--   migrations/002_change/migration.sql:1: orders is locked from here on
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); UPDATE fresh SET n = 1;
TRUNCATE orders; ALTER TABLE orders ADD x text NOT NULL;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- warning add-required-column-old-clients-omit: orders.x is new and required without a default: INSERTs of the version still running leave it out and fail
--   why: During the deploy the previous version of the application is still running and doesn't know x. Every row it adds to orders leaves the column out and is refused (23502) until the last old process is gone, and one that slips in before the column is required makes this statement fail.
--   safer: ALTER TABLE orders ALTER COLUMN x DROP NOT NULL;
--   safer: ALTER TABLE orders ALTER COLUMN x SET NOT NULL;
--   safer: ALTER TABLE orders ALTER COLUMN x SET DEFAULT …;
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); ALTER TABLE fresh ADD x text NOT NULL;
TRUNCATE orders; DROP INDEX orders_pkey;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- error statement-always-fails: This statement always fails: public.orders_pkey belongs to constraint orders_pkey of public.orders: drop the constraint
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); DROP INDEX fresh_pkey;
-- error statement-always-fails: This statement always fails: public.fresh_pkey belongs to constraint fresh_pkey of public.fresh: drop the constraint
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
TRUNCATE orders; DROP TABLE orders CASCADE;
-- error truncate: TRUNCATE orders removes all its rows
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
-- warning drop-cascade: Dropping table orders CASCADE also drops view empty_totals and view totals
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-table: Dropping table orders breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on orders fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   safer: DROP TABLE orders;
--   before: SELECT count(*) FROM orders;
--   migrations/001_setup/migration.sql:3: orders was made here
CREATE TABLE fresh (id int PRIMARY KEY, n int, note varchar(50)); DROP TABLE fresh CASCADE;
CREATE TABLE bak AS SELECT * FROM orders; UPDATE orders SET n = 1;
CREATE TABLE bak AS SELECT * FROM orders; DELETE FROM orders;
CREATE TABLE bak AS TABLE orders; TRUNCATE orders;
ALTER TABLE users ALTER at TYPE date;
-- warning silent-value-change: Changing users.at from timestamp without time zone to date rounds or cuts values without a word
--   why: The conversion never fails: a value that does not fit date is made to fit, by rounding it or cutting it off, and what it was is gone.
--   safer: ALTER TABLE users ADD COLUMN at_before timestamp without time zone; UPDATE users SET at_before = at;
--   before: SELECT count(*) FROM users WHERE at IS DISTINCT FROM (at::date)::timestamp without time zone;
TRUNCATE users CASCADE; ALTER TABLE users ALTER at TYPE date;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of orders
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   safer: TRUNCATE users;
--   safer: DELETE FROM users WHERE …;
UPDATE users SET at = NULL; ALTER TABLE users ALTER at TYPE date;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.at in every row
--   why: Whatever users.at holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   safer: UPDATE users SET at = NULL WHERE at IS NULL;
--   before: SELECT count(at) FROM users;
-- warning silent-value-change: Changing users.at from timestamp without time zone to date rounds or cuts values without a word
--   why: The conversion never fails: a value that does not fit date is made to fit, by rounding it or cutting it off, and what it was is gone.
--   safer: ALTER TABLE users ADD COLUMN at_before timestamp without time zone; UPDATE users SET at_before = at;
--   before: SELECT count(*) FROM users WHERE at IS DISTINCT FROM (at::date)::timestamp without time zone;
DROP TABLE passing;
-- error drop-table: Dropping table passing breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on passing fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE passing_kept AS TABLE passing;
--   safer: DROP TABLE passing;
--   before: SELECT count(*) FROM passing;
DROP INDEX parts_a;
DROP INDEX CONCURRENTLY parts_a;
-- error statement-always-fails: This statement always fails: public.parts is partitioned: CONCURRENTLY is refused
--   why: PostgreSQL refuses it (0A000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP INDEX users_including;
-- warning drop-index-without-concurrently: DROP INDEX users_including waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_including;
DROP INDEX users_nulls;
-- warning drop-index-without-concurrently: DROP INDEX users_nulls waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_nulls;
DROP INDEX users_collated;
-- warning drop-index-without-concurrently: DROP INDEX users_collated waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_collated;
DROP INDEX users_first;
-- warning drop-index-without-concurrently: DROP INDEX users_first waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_first;
DROP INDEX users_down;
-- warning drop-index-without-concurrently: DROP INDEX users_down waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_down;
DROP INDEX users_some;
-- warning drop-index-without-concurrently: DROP INDEX users_some waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_some;
DROP INDEX users_tags;
-- warning drop-index-without-concurrently: DROP INDEX users_tags waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_tags;
DROP INDEX users_email_key;
-- error statement-always-fails: This statement always fails: public.users_email_key belongs to constraint users_email_key of public.users: drop the constraint
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP INDEX orders_pkey;
-- error statement-always-fails: This statement always fails: public.orders_pkey belongs to constraint orders_pkey of public.orders: drop the constraint
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP INDEX users_first; CREATE INDEX users_first ON users (name NULLS FIRST);
-- warning drop-index-without-concurrently: DROP INDEX users_first waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY users_first;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY users_first ON users (name NULLS FIRST);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS users_first;
CREATE INDEX mine ON users (age); DROP INDEX mine;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   safer: CREATE INDEX CONCURRENTLY mine ON users (age);
--   safer: DROP INDEX CONCURRENTLY IF EXISTS mine;
-- warning drop-index-without-concurrently: DROP INDEX mine waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   safer: DROP INDEX CONCURRENTLY mine;
DELETE FROM pairs WHERE a = 1;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of of_pairs refers to one that goes
--   why: A row of of_pairs that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
DELETE FROM pairs WHERE a = 1 AND b = 2;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of of_pairs refers to one that goes
--   why: A row of of_pairs that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
UPDATE of_pairs SET a = NULL; DELETE FROM pairs WHERE a = 1;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites of_pairs.a in every row
--   why: Whatever of_pairs.a holds now is gone, in every environment the migration reaches, and every row of of_pairs stays locked until the transaction ends.
--   safer: UPDATE of_pairs SET a = NULL WHERE a IS NULL;
--   before: SELECT count(a) FROM of_pairs;
DELETE FROM of_pairs WHERE a = 1; DELETE FROM pairs WHERE a = 1;
DROP TABLE pairs;
-- error statement-always-fails: This statement always fails: foreign key of_pairs_a_b_fkey of public.of_pairs depends on public.pairs
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP TABLE pairs CASCADE;
-- warning drop-cascade: Dropping table pairs CASCADE also drops foreign key of_pairs_a_b_fkey of of_pairs
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-table: Dropping table pairs breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on pairs fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE pairs_kept AS TABLE pairs;
--   safer: DROP TABLE pairs;
--   before: SELECT count(*) FROM pairs;
--   migrations/001_setup/migration.sql:36: pairs was made here
ALTER TABLE pairs DROP CONSTRAINT pairs_pkey CASCADE;
-- warning drop-cascade: Dropping constraint pairs_pkey CASCADE also drops foreign key of_pairs_a_b_fkey of of_pairs
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- note drop-foreign-key-locks-parent: dropping foreign keys locks of_pairs against reads and writes, besides the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   safer: SET lock_timeout = '5s'; ALTER TABLE public.pairs DROP CONSTRAINT pairs_pkey; RESET lock_timeout;
ALTER TABLE users DROP CONSTRAINT age_ok CASCADE;
-- note drop-constraint: Without constraint age_ok nothing keeps rows that violate it out of users any more
--   why: The statement itself is harmless. But the application, and whoever reads the data, may rely on what the constraint promised, and rows that break it have to be found and mended before it can come back.
--   migrations/001_setup/migration.sql:1: age_ok was made here
ALTER TABLE pairs DROP b CASCADE;
-- warning drop-cascade: Dropping column pairs.b CASCADE also drops foreign key of_pairs_a_b_fkey of of_pairs
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
-- error drop-column: Dropping pairs.b breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names b in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE pairs ALTER COLUMN b DROP NOT NULL;
--   safer: ALTER TABLE pairs DROP COLUMN b;
--   before: SELECT count(b) FROM pairs;
--   migrations/001_setup/migration.sql:36: pairs.b was made here
DROP TYPE mood;
-- error statement-always-fails: This statement always fails: public.uses.m uses type public.mood
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP SEQUENCE sq CASCADE;
DROP VIEW active;
-- error statement-always-fails: This statement always fails: view public.older depends on public.active
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP FUNCTION tf();
-- error statement-always-fails: This statement always fails: trigger tr of public.users uses function tf
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users RENAME name TO full_name; ALTER TABLE users ADD name text;
ALTER TABLE users RENAME name TO full_name; ALTER TABLE users RENAME full_name TO name;
-- error rename-column: Renaming users.full_name to name breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names full_name fails (42703). Rolling the application back breaks it in the same way.
--   safer: ALTER TABLE users ADD COLUMN name text;
--   safer: UPDATE users SET name = full_name WHERE name IS NULL;
--   safer: ALTER TABLE users DROP COLUMN full_name;
ALTER TYPE nowhere RENAME VALUE 'a' TO 'b';
-- error statement-always-fails: This statement always fails: type nowhere does not exist
--   why: PostgreSQL refuses it (42704) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE nowhere RENAME TO somewhere;
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE nowhere RENAME a TO b;
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE nowhere ADD x int;
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE nowhere ALTER a SET NOT NULL;
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE nowhere ADD UNIQUE (a);
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE INDEX ON nowhere (a);
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
DROP TABLE nowhere;
-- error statement-always-fails: This statement always fails: public.nowhere does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
BEGIN; SET search_path = app; ROLLBACK;
-- error transaction-control: ROLLBACK undoes everything since line 1
--   why: The migration is recorded as applied, though nothing of the block stays: the database is no longer what the history says.
BEGIN; SET search_path = app; COMMIT;
-- warning set-leaks-into-later-migrations: SET search_path stays in force for the migrations that follow in the same deploy
--   why: A deploy runs its migrations in one session, and SET holds to the session's end. Which migrations run together differs from database to database: the same file works here and not there.
--   safer: RESET search_path;
SET statement_timeout = 0;
RESET ALL;
SET ROLE postgres;
-- warning set-leaks-into-later-migrations: SET role stays in force for the migrations that follow in the same deploy
--   why: A deploy runs its migrations in one session, and SET holds to the session's end. Which migrations run together differs from database to database: the same file works here and not there.
--   safer: RESET role;
BEGIN; ALTER TABLE parts DETACH PARTITION parts1 CONCURRENTLY; COMMIT;
-- error statement-always-fails: This statement always fails: public.parts has a default partition: DETACH CONCURRENTLY is refused
--   why: PostgreSQL refuses it (55000) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
SELECT 1; VACUUM users;
-- error statement-not-allowed-in-transaction: VACUUM fails inside a transaction when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it there (25001), and a string of several statements is a transaction: the deploy stops here.
--   safer: VACUUM users;
BEGIN; VACUUM users; COMMIT;
-- error statement-not-allowed-in-transaction: VACUUM fails inside a transaction
--   why: PostgreSQL refuses it there (25001), and a string of several statements is a transaction: the deploy stops here.
--   safer: VACUUM users;
BEGIN; COMMIT;
COMMIT;
-- warning transaction-control: COMMIT without BEGIN
--   why: Where the file runs as one transaction, it ends here, and a later failure no longer undoes what came before; where each statement commits by itself, it does nothing.
BEGIN; BEGIN; ALTER TABLE users ADD x int; COMMIT;
-- warning transaction-control: BEGIN inside a transaction does nothing: the first COMMIT ends the whole block
--   why: PostgreSQL has no nested transactions. What follows the first COMMIT, though it looks as if it were inside, is outside of the block.
ALTER TABLE users ADD x int; BEGIN; ALTER TABLE users ADD y int; COMMIT; ALTER TABLE users ADD z int;
-- warning transaction-control: ALTER TABLE stands after the COMMIT on line 1: if it fails, what came before stays
--   why: The block that BEGIN and COMMIT were meant to keep whole ends before the file does.
START TRANSACTION; ALTER TABLE users ADD x int;
-- error transaction-control: BEGIN without COMMIT: nothing from here on stays
--   why: The transaction is still open when the file ends. It is rolled back when the connection closes, and with it the record that the migration was applied.
--   safer: COMMIT;
PREPARE TRANSACTION 'x';
-- warning transaction-control: COMMIT without BEGIN
--   why: Where the file runs as one transaction, it ends here, and a later failure no longer undoes what came before; where each statement commits by itself, it does nothing.
DROP INDEX CONCURRENTLY IF EXISTS users_name; CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);
-- error index-concurrently-in-transaction: DROP INDEX CONCURRENTLY fails beside other statements
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: DROP INDEX CONCURRENTLY IF EXISTS users_name;
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails beside other statements
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY IF NOT EXISTS users_name ON users (name);
CREATE INDEX CONCURRENTLY IF NOT EXISTS one ON fresh (id);
-- error statement-always-fails: This statement always fails: public.fresh does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
CREATE TABLE fresh (id int); CREATE INDEX CONCURRENTLY IF NOT EXISTS one ON fresh (id);
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails beside other statements when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY IF NOT EXISTS one ON fresh (id);
DO $$ BEGIN CREATE INDEX CONCURRENTLY i ON users (age); END $$;
-- error statement-always-fails: This statement always fails: CREATE INDEX can't run inside a DO block
--   why: PostgreSQL refuses it (25001) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error index-concurrently-in-transaction: CREATE INDEX CONCURRENTLY fails in a DO block, which is a transaction of its own
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: CREATE INDEX CONCURRENTLY i ON users (age);
DO $$ BEGIN DROP INDEX CONCURRENTLY users_name; END $$;
-- error statement-always-fails: This statement always fails: DROP INDEX can't run inside a DO block
--   why: PostgreSQL refuses it (25001) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error index-concurrently-in-transaction: DROP INDEX CONCURRENTLY fails in a DO block, which is a transaction of its own
--   why: PostgreSQL refuses it inside a transaction (25001), and a string of several statements is one: the deploy stops here.
--   safer: DROP INDEX CONCURRENTLY users_name;
DO $$ BEGIN VACUUM users; END $$;
-- error statement-always-fails: This statement always fails: VACUUM can't run inside a DO block
--   why: PostgreSQL refuses it (25001) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error statement-not-allowed-in-transaction: VACUUM fails inside a transaction
--   why: PostgreSQL refuses it there (25001), and a string of several statements is a transaction: the deploy stops here.
--   safer: VACUUM users;
DO $$ BEGIN COMMIT; END $$;
CREATE TABLE t (id bigint PRIMARY KEY, user_id int REFERENCES users); CREATE INDEX ON t (user_id) WHERE id > 5;
CREATE TABLE t (id bigint PRIMARY KEY, user_id int REFERENCES users); CREATE INDEX ON t (id, user_id);
CREATE TABLE t (id bigint PRIMARY KEY, user_id int REFERENCES users UNIQUE);
CREATE TABLE t (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE t (id serial PRIMARY KEY);
CREATE TABLE t (id smallint PRIMARY KEY);
CREATE TABLE t (id uuid PRIMARY KEY);
CREATE TABLE t (id int); ALTER TABLE t ADD PRIMARY KEY (id);
CREATE TEMP TABLE t (id int PRIMARY KEY, ts timestamp);
-- error add-unique-on-existing-rows 23505: Making a primary key of pg_temp.t (id) fails if two rows agree there
--   why: Nothing has kept duplicates out of pg_temp.t (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM pg_temp.t a USING pg_temp.t b WHERE a.ctid > b.ctid AND a.id = b.id;
--   before: SELECT id, count(*) FROM pg_temp.t GROUP BY id HAVING count(*) > 1;
-- error set-not-null-on-existing-rows 23502: Making a primary key of pg_temp.t.id fails if a row holds NULL there
--   why: pg_temp.t.id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   safer: UPDATE pg_temp.t SET id = '' WHERE id IS NULL;
--   safer: ALTER TABLE pg_temp.t ADD CONSTRAINT t_id_not_null CHECK (id IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE pg_temp.t VALIDATE CONSTRAINT t_id_not_null; ALTER TABLE pg_temp.t ALTER COLUMN id SET NOT NULL; ALTER TABLE pg_temp.t DROP CONSTRAINT t_id_not_null;
--   before: SELECT count(*) FROM pg_temp.t WHERE id IS NULL;
CREATE TABLE t (x timestamp[], y json[], z char[]);
ALTER TABLE orders ADD CONSTRAINT k CHECK (n > 0) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT k;
-- warning validate-in-same-transaction 23514: VALIDATE CONSTRAINT k reads all of orders while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM public.orders WHERE NOT (n > 0);
ALTER TABLE orders ADD x int; ALTER TABLE orders ADD CONSTRAINT k CHECK (n > 0) NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT k;
-- warning validate-in-same-transaction 23514: VALIDATE CONSTRAINT k reads all of orders while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM public.orders WHERE NOT (n > 0);
ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (n) REFERENCES users NOT VALID; ALTER TABLE orders VALIDATE CONSTRAINT k; DROP TABLE app.inside;
-- warning validate-in-same-transaction 23503: VALIDATE CONSTRAINT k reads all of orders while the transaction still blocks its writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   safer: ALTER TABLE orders VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM public.orders c WHERE c.n IS NOT NULL AND NOT EXISTS (SELECT FROM public.users p WHERE p.id = c.n);
-- error drop-table: Dropping table app.inside breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on app.inside fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE inside_kept AS TABLE app.inside;
--   safer: DROP TABLE app.inside;
--   before: SELECT count(*) FROM app.inside;
--   migrations/001_setup/migration.sql:25: app.inside was made here
UPDATE orders SET n = 1; ALTER TABLE orders VALIDATE CONSTRAINT orders_user;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites orders.n in every row
--   why: Whatever orders.n holds now is gone, in every environment the migration reaches, and every row of orders stays locked until the transaction ends.
--   safer: UPDATE orders SET n = 1 WHERE n IS NULL;
--   before: SELECT count(n) FROM orders;
ALTER TABLE of_pairs ADD FOREIGN KEY (a, b) REFERENCES pairs NOT VALID; ALTER TABLE of_pairs VALIDATE CONSTRAINT of_pairs_a_b_fkey1;
-- warning validate-in-same-transaction 23503: VALIDATE CONSTRAINT of_pairs_a_b_fkey1 reads all of of_pairs while the transaction still blocks its writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   safer: ALTER TABLE of_pairs VALIDATE CONSTRAINT of_pairs_a_b_fkey1;
DROP TABLE orders; ALTER TABLE users DROP old;
-- error statement-always-fails: This statement always fails: view public.empty_totals depends on public.orders
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
-- error drop-column: Dropping users.old breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names old in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE users DROP COLUMN old;
--   before: SELECT count(old) FROM users;
--   migrations/001_setup/migration.sql:1: users.old was made here
ALTER TABLE orders DROP CONSTRAINT orders_user; ALTER TABLE users ADD x int;
-- note drop-constraint: Without constraint orders_user nothing keeps orphans out of orders any more
--   why: The statement itself is harmless. But the application, and whoever reads the data, may rely on what the constraint promised, and rows that break it have to be found and mended before it can come back.
--   migrations/001_setup/migration.sql:3: orders_user was made here
DROP TABLE of_pairs; DROP TABLE pairs;
-- error drop-table: Dropping table of_pairs breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on of_pairs fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE of_pairs_kept AS TABLE of_pairs;
--   safer: DROP TABLE of_pairs;
--   before: SELECT count(*) FROM of_pairs;
--   migrations/001_setup/migration.sql:37: of_pairs was made here
-- error drop-table: Dropping table pairs breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on pairs fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE pairs_kept AS TABLE pairs;
--   safer: DROP TABLE pairs;
--   before: SELECT count(*) FROM pairs;
--   migrations/001_setup/migration.sql:36: pairs was made here
ALTER TABLE orders ALTER note DROP DEFAULT; ALTER TABLE orders DROP note;
-- error drop-column: Dropping orders.note breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names note in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE orders ALTER COLUMN note DROP NOT NULL;
--   safer: ALTER TABLE orders DROP COLUMN note;
--   before: SELECT count(note) FROM orders;
--   migrations/001_setup/migration.sql:3: orders.note was made here
ALTER TABLE orders ALTER note DROP DEFAULT; ALTER TABLE orders ALTER note SET DEFAULT 'x';
ALTER TABLE orders ALTER n DROP DEFAULT;
ALTER TABLE users ALTER email DROP NOT NULL, ALTER email SET NOT NULL;
-- warning set-not-null-scans-table: SET NOT NULL on email reads all of users while its reads and writes wait
--   why: ACCESS EXCLUSIVE is held until every row of users has been found to have a value.
--   safer: ALTER TABLE users ADD CONSTRAINT users_email_not_null CHECK (email IS NOT NULL) NOT VALID;
--   safer: ALTER TABLE users VALIDATE CONSTRAINT users_email_not_null;
--   safer: ALTER TABLE users ALTER COLUMN email SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_email_not_null;
ALTER TABLE users ALTER nowhere DROP NOT NULL;
-- error statement-always-fails: This statement always fails: public.users has no column nowhere
--   why: PostgreSQL refuses it (42703) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ADD y text NOT NULL DEFAULT ''; ALTER TABLE users ALTER y DROP DEFAULT;
-- warning add-required-column-old-clients-omit: users.y is new and required without a default: INSERTs of the version still running leave it out and fail
--   why: During the deploy the previous version of the application is still running and doesn't know y. Every row it adds to users leaves the column out and is refused (23502) until the last old process is gone, and one that slips in before the column is required makes this statement fail.
--   safer: ALTER TABLE users ALTER COLUMN y DROP NOT NULL;
--   safer: ALTER TABLE users ALTER COLUMN y SET NOT NULL;
--   safer: ALTER TABLE users ALTER COLUMN y SET DEFAULT …;
ALTER TABLE users ADD y text; UPDATE users SET y = ''; ALTER TABLE users ALTER y SET NOT NULL, ALTER y SET DEFAULT '';
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   safer: UPDATE users SET y = '';
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning set-not-null-scans-table: SET NOT NULL on y reads all of users while its reads and writes wait
--   why: ACCESS EXCLUSIVE is held until every row of users has been found to have a value.
--   safer: ALTER TABLE users ADD CONSTRAINT users_y_not_null CHECK (y IS NOT NULL) NOT VALID;
--   safer: ALTER TABLE users VALIDATE CONSTRAINT users_y_not_null;
--   safer: ALTER TABLE users ALTER COLUMN y SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_y_not_null;
CREATE TRIGGER t2 AFTER INSERT ON fresh FOR EACH ROW EXECUTE FUNCTION tf();
-- error statement-always-fails: This statement always fails: public.fresh does not exist
--   why: PostgreSQL refuses it (42P01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ENABLE TRIGGER tr;
ALTER TABLE users DISABLE TRIGGER USER; DELETE FROM orders;
-- warning disable-trigger: the triggers of users are off for every session from now on
--   why: The application's own writes miss what the trigger does meanwhile, and nothing makes up for it later.
--   safer: SET session_replication_role = replica; … RESET session_replication_role;
--   safer: BEGIN; ALTER TABLE users DISABLE TRIGGER USER; … ALTER TABLE users ENABLE TRIGGER USER; COMMIT;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of orders
--   why: Every row of orders is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   safer: DELETE FROM orders WHERE …;
--   safer: CREATE TABLE orders_kept AS TABLE orders;
--   before: SELECT count(*) FROM orders;
ALTER TABLE orders DISABLE TRIGGER ALL; ALTER TABLE orders ENABLE TRIGGER ALL;
-- warning disable-trigger: all triggers of orders are off for every session until it is enabled again when the file is sent statement by statement (Prisma from 7.4 on)
--   why: The application's own writes go unchecked meanwhile: foreign keys are triggers too, so rows without a parent get in, and nothing finds them later.
--   safer: SET session_replication_role = replica; … RESET session_replication_role;
--   safer: BEGIN; ALTER TABLE orders DISABLE TRIGGER ALL; … ALTER TABLE orders ENABLE TRIGGER ALL; COMMIT;
ALTER DOMAIN positive DROP CONSTRAINT positive_check;
ALTER DOMAIN positive SET DEFAULT 5;
CREATE DOMAIN one AS int; CREATE TABLE t (a one); ALTER DOMAIN one ADD CHECK (VALUE > 0);
CREATE OR REPLACE VIEW nowhere AS SELECT * FROM users;
CREATE OR REPLACE VIEW active AS SELECT id, email, name FROM users WHERE age > 5;
CREATE OR REPLACE VIEW active AS SELECT * FROM active;
DROP VIEW older; CREATE VIEW older AS SELECT id, name FROM active;
DROP MATERIALIZED VIEW totals; CREATE MATERIALIZED VIEW totals AS SELECT 1 AS one;
-- warning replace-view-changes-columns: View totals comes back without user_id and n, which the running version may read
--   why: During the deploy the previous version of the application is still running, and every query of it that names user_id and n fails (42703).
ALTER TABLE users DROP name; ALTER TABLE users ADD full_name text;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.name
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users DROP name, ADD full_name text;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.name
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users DROP name, ADD given_name text, ADD family_name text;
-- error statement-always-fails: This statement always fails: view public.active depends on public.users.name
--   why: PostgreSQL refuses it (2BP01) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users DROP age; ALTER TABLE users ADD years int;
-- error probable-rename: Dropping users.age and adding years looks like a rename, but loses every value
--   why: Prisma can't tell a renamed field from one that is removed and one that is added, and writes DROP and ADD: years starts empty. The running version of the application still reads age besides.
--   safer: ALTER TABLE users RENAME COLUMN age TO years;
--   safer: UPDATE users SET years = age WHERE years IS NULL;
--   safer: ALTER TABLE users DROP COLUMN age;
--   before: SELECT count(age) FROM users;
DROP TABLE app.inside; CREATE TABLE app.insides (id int);
-- error drop-table: Dropping table app.inside breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on app.inside fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE inside_kept AS TABLE app.inside;
--   safer: DROP TABLE app.inside;
--   before: SELECT count(*) FROM app.inside;
--   migrations/001_setup/migration.sql:25: app.inside was made here
ALTER TABLE users DROP old, ADD x1 int, ADD x2 int, ADD x3 int, ADD old_value text;
-- error probable-rename: Dropping users.old and adding old_value looks like a rename, but loses every value
--   why: Prisma can't tell a renamed field from one that is removed and one that is added, and writes DROP and ADD: old_value starts empty. The running version of the application still reads old besides.
--   safer: ALTER TABLE users RENAME COLUMN old TO old_value;
--   safer: UPDATE users SET old_value = old WHERE old_value IS NULL;
--   safer: ALTER TABLE users DROP COLUMN old;
--   before: SELECT count(old) FROM users;
ALTER TABLE users ADD x positive GENERATED ALWAYS AS (age) STORED;
-- warning add-column-generated-stored: ADD COLUMN x GENERATED … STORED computes it for every row: users is rewritten while its reads and writes wait
--   why: All rows of users are written anew, and all indexes built again, while ACCESS EXCLUSIVE is held.
--   safer: ALTER TABLE users ADD COLUMN x positive;
ALTER TABLE users ADD x positive GENERATED ALWAYS AS IDENTITY;
-- error statement-always-fails: This statement always fails: column x: an identity column is smallint, integer or bigint
--   why: PostgreSQL refuses it (22023) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is mended or marked as resolved.
ALTER TABLE users ADD x positive NOT NULL;
-- warning add-column-constrained-domain: ADD COLUMN x of the constrained domain positive rewrites users while its reads and writes wait
--   why: PostgreSQL checks the domain's constraint for each row, even where the new column is NULL everywhere, and writes every row anew for it.
--   safer: ALTER TABLE users ADD COLUMN x integer;
-- error add-column-not-null-without-default 23502: Adding the required column users.x without a default fails if users has any row
--   why: Every row that is already in users would hold NULL in x, so PostgreSQL refuses the statement (23502) and the deploy stops there.
--   safer: ALTER TABLE users ADD COLUMN x positive;
--   safer: UPDATE users SET x = '' WHERE x IS NULL;
--   safer: ALTER TABLE users ALTER COLUMN x SET NOT NULL;
--   safer: -- migration 1 ALTER TABLE users ADD COLUMN x positive; -- migration 2 -- again and again, until it says UPDATE 0 UPDATE users SET x = '' WHERE ctid = ANY (ARRAY(   SELECT ctid FROM users WHERE x IS NULL LIMIT 5000)); -- migration 3 ALTER TABLE users ADD CONSTRAINT users_x_not_null CHECK (x IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE users VALIDATE CONSTRAINT users_x_not_null; ALTER TABLE users ALTER COLUMN x SET NOT NULL; ALTER TABLE users DROP CONSTRAINT users_x_not_null;
--   safer: ALTER TABLE users ADD COLUMN x positive;
--   before: SELECT EXISTS (SELECT FROM users) AS has_rows;
CREATE TABLE fresh (id int); ALTER TABLE fresh ADD x positive DEFAULT 5;
ALTER TABLE parts ADD CONSTRAINT k FOREIGN KEY (k) REFERENCES users;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key k fails if a row of parts (k) refers to no row of users
--   why: Nothing has made sure so far that every value of parts (k) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   safer: DELETE FROM parts child WHERE child.k IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.k);
--   safer: ALTER TABLE parts ADD CONSTRAINT k FOREIGN KEY (k) REFERENCES users (id) NOT VALID;
--   safer: ALTER TABLE parts VALIDATE CONSTRAINT k;
--   before: SELECT count(*) FROM parts child WHERE child.k IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.k);
ALTER TABLE parts ADD UNIQUE (id, k);
-- error add-unique-on-existing-rows 23505: Making unique parts (id, k) fails if two rows agree there
--   why: Nothing has kept duplicates out of parts (id, k) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM parts a USING parts b WHERE a.ctid > b.ctid AND a.id = b.id AND a.k = b.k;
--   before: SELECT id, k, count(*) FROM parts GROUP BY id, k HAVING count(*) > 1;
ALTER TABLE parts ADD CHECK (k > 0);
-- error add-check-on-existing-rows 23514: Adding the check parts1_check fails if a row of parts1 violates it
--   why: PostgreSQL holds every row of parts1 against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   safer: ALTER TABLE parts1 ADD CONSTRAINT parts1_check CHECK (k > 0) NOT VALID;
--   safer: ALTER TABLE parts1 VALIDATE CONSTRAINT parts1_check;
--   before: SELECT count(*) FROM parts1 WHERE NOT (k > 0);
ALTER TABLE parts1 ADD CHECK (k > 0);
-- error add-check-on-existing-rows 23514: Adding the check parts1_check fails if a row of parts1 violates it
--   why: PostgreSQL holds every row of parts1 against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   safer: ALTER TABLE parts1 ADD CONSTRAINT parts1_check CHECK (k > 0) NOT VALID;
--   safer: ALTER TABLE parts1 VALIDATE CONSTRAINT parts1_check;
--   before: SELECT count(*) FROM parts1 WHERE NOT (k > 0);
ALTER TABLE parts ALTER a SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring parts1.a fails if a row holds NULL there
--   why: parts1.a may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   safer: UPDATE parts1 SET a = '' WHERE a IS NULL;
--   safer: ALTER TABLE parts1 ADD CONSTRAINT parts1_a_not_null CHECK (a IS NOT NULL) NOT VALID; -- in the migration after that one ALTER TABLE parts1 VALIDATE CONSTRAINT parts1_a_not_null; ALTER TABLE parts1 ALTER COLUMN a SET NOT NULL; ALTER TABLE parts1 DROP CONSTRAINT parts1_a_not_null;
--   before: SELECT count(*) FROM parts1 WHERE a IS NULL;
ALTER TABLE parts ALTER id TYPE bigint;
-- warning change-type-rewrites-table: changing parts.id from integer to bigint rewrites parts while its reads and writes wait
--   why: Every row of parts is written anew and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   safer: ALTER TABLE parts ADD COLUMN id_new bigint;
--   safer: UPDATE parts SET id_new = id::bigint WHERE id_new IS NULL AND id IS NOT NULL AND …;
CREATE INDEX ON ONLY parts (a);
CREATE UNIQUE INDEX ON parts (id, k);
-- error add-unique-on-existing-rows 23505: Making unique parts1 (id, k) fails if two rows agree there
--   why: Nothing has kept duplicates out of parts1 (id, k) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   safer: DELETE FROM parts1 a USING parts1 b WHERE a.ctid > b.ctid AND a.id = b.id AND a.k = b.k;
--   before: SELECT id, k, count(*) FROM parts1 GROUP BY id, k HAVING count(*) > 1;
CREATE TRIGGER t2 AFTER INSERT ON parts FOR EACH ROW EXECUTE FUNCTION tf();
-- note add-trigger: trigger t2 runs with every write to parts from now on, the running application's too
--   why: What tf does, or refuses, happens to code that was written without it; and CREATE TRIGGER waits for all writes to parts under way, with new ones queueing behind it.
--   safer: SET lock_timeout = '5s'; CREATE TRIGGER t2 AFTER INSERT ON parts FOR EACH ROW EXECUTE FUNCTION tf(); RESET lock_timeout;
DROP TABLE parts1;
-- error drop-table: Dropping table parts1 breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on parts1 fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE parts1_kept AS TABLE parts1;
--   safer: DROP TABLE parts1;
--   before: SELECT count(*) FROM parts1;
--   migrations/001_setup/migration.sql:21: parts1 was made here
DROP TABLE parts;
-- error drop-table: Dropping table parts breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on parts fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   safer: CREATE TABLE parts_kept AS TABLE parts;
--   safer: DROP TABLE parts;
--   before: SELECT count(*) FROM parts;
--   migrations/001_setup/migration.sql:20: parts was made here
TRUNCATE parts;
-- error truncate: TRUNCATE parts removes all its rows
--   why: Every row of parts is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   safer: CREATE TABLE parts_kept AS TABLE parts;
--   before: SELECT count(*) FROM parts;
DELETE FROM parts;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of parts
--   why: Every row of parts is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   safer: DELETE FROM parts WHERE …;
--   safer: CREATE TABLE parts_kept AS TABLE parts;
--   before: SELECT count(*) FROM parts;
REINDEX TABLE parts;
-- warning reindex-without-concurrently: REINDEX TABLE parts blocks writes, and reads that would use the index, until it is rebuilt
--   why: It takes SHARE on the table and ACCESS EXCLUSIVE on the index. The planner looks at every index of a table, so SELECTs wait even when they would not use this one.
--   safer: REINDEX TABLE CONCURRENTLY parts;
ALTER TABLE parts RENAME TO pieces;
-- error rename-table: Renaming table parts to pieces breaks the running version, which uses the old name
--   why: During the deploy the previous version of the application is still running, and every query of it that names parts fails. Rolling the application back breaks it in the same way.
--   safer: CREATE VIEW parts AS SELECT * FROM pieces;
--   safer: DROP VIEW parts;
ALTER TABLE parts DROP a;
-- error drop-column: Dropping parts.a breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names a in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   safer: ALTER TABLE parts DROP COLUMN a;
--   before: SELECT count(a) FROM parts;
--   migrations/001_setup/migration.sql:20: parts.a was made here
