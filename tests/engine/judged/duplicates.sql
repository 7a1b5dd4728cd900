CREATE TABLE users (id int PRIMARY KEY, email text, name text, gone timestamp, n int, m int NOT NULL, active boolean);
CREATE TABLE others (id int PRIMARY KEY, email text, n int REFERENCES users);
CREATE UNIQUE INDEX users_name ON users (name);
CREATE UNIQUE INDEX users_lower ON users (lower(email), n);
CREATE UNIQUE INDEX users_some ON users (n) WHERE active;
CREATE TABLE parts (id int PRIMARY KEY, name text UNIQUE, price numeric UNIQUE, made timestamp UNIQUE, n int UNIQUE,
  short varchar(3), whole int, day date, big bigint, small smallint, words text);
-- Migrations
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email IS NOT DISTINCT FROM a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email IS NOT DISTINCT FROM a.email AND b.id < a.id));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.name AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.name AND b.id < a.id));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE lower(b.email) = lower(a.email) AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE lower(b.email) = lower(a.email) AND b.id < a.id));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND (b.id < a.id OR b.gone > a.gone)); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND (b.id < a.id OR b.gone > a.gone)));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND (b.id < a.id OR b.gone IS NULL)); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND (b.id < a.id OR b.gone IS NULL)));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id + a.id > 5); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id + a.id > 5));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < 5); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < 5));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE a.active AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active); CREATE UNIQUE INDEX k ON users (email) WHERE active;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.active AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE a.active AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.active AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM others o WHERE o.email = a.email) AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM others b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE EXISTS (SELECT 1 FROM users WHERE email = email AND id < id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users WHERE email = email AND id < id));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.id < users.id); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE EXISTS (SELECT 1 FROM users b WHERE b.id < users.id));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING users b WHERE a.email = b.email AND a.id > b.id AND a.active AND b.active; CREATE UNIQUE INDEX k ON users (email) WHERE active;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.email = b.email AND a.id > b.id AND a.active AND b.active);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a USING users b WHERE a.email = b.email AND a.n = b.n AND a.id > b.id; CREATE UNIQUE INDEX k ON users (email, n);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.email = b.email AND a.n = b.n AND a.id > b.id);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a USING users b WHERE a.email = b.email AND a.n = b.n AND a.id > b.id; CREATE UNIQUE INDEX k ON users (n, email, m);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.email = b.email AND a.n = b.n AND a.id > b.id);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a USING users b, others o WHERE a.email = b.email AND a.id > b.id; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE a.email = b.email AND a.id > b.id);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users a SET email = NULL WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users a SET email = 'x' WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users a SET active = false WHERE active = true AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active = true); CREATE UNIQUE INDEX k ON users (email) WHERE active = true;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users a SET active = true WHERE active = true AND EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id AND b.active = true); CREATE UNIQUE INDEX k ON users (email) WHERE active = true;
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users WHERE active = true GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE id NOT IN (SELECT max(id) FROM users GROUP BY email, n); CREATE UNIQUE INDEX k ON users (email, n);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id NOT IN (SELECT max(id) FROM users GROUP BY email, n));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE id NOT IN (SELECT max(id) FROM users GROUP BY lower(email)); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id NOT IN (SELECT max(id) FROM users GROUP BY lower(email)));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email, n ORDER BY id) AS r FROM users) x WHERE r > 1); CREATE UNIQUE INDEX k ON users (email, n);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email, n ORDER BY id) AS r FROM users) x WHERE r > 1));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email ORDER BY id) AS r FROM users) x WHERE r >= 2); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email ORDER BY id) AS r FROM users) x WHERE r >= 2));
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS r FROM users) x WHERE r > 1); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (ORDER BY id) AS r FROM users) x WHERE r > 1));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE id IN (SELECT id FROM (SELECT id, rank() OVER (PARTITION BY email ORDER BY id) AS r FROM users) x WHERE r = 1); CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of others refers to one that goes
--   why: A row of others that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of others refer to another row of users first [same]
--   path b: Delete the rows of others that refer to them first [same]
--   before: SELECT count(*) FROM others WHERE n IN (SELECT id FROM users WHERE id IN (SELECT id FROM (SELECT id, rank() OVER (PARTITION BY email ORDER BY id) AS r FROM users) x WHERE r = 1));
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DROP INDEX users_name; CREATE UNIQUE INDEX k ON users (name, n);
-- warning drop-index-without-concurrently: DROP INDEX users_name waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DROP INDEX users_some; CREATE UNIQUE INDEX k ON users (n) WHERE active;
-- warning drop-index-without-concurrently: DROP INDEX users_some waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DROP INDEX users_some; CREATE UNIQUE INDEX k ON users (n);
-- warning drop-index-without-concurrently: DROP INDEX users_some waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error add-unique-on-existing-rows 23505: Making unique users (n) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (n) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT n, count(*) FROM users GROUP BY n HAVING count(*) > 1;
DROP INDEX users_some; CREATE UNIQUE INDEX k ON users (n) WHERE active AND id > 5;
-- warning drop-index-without-concurrently: DROP INDEX users_some waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DROP INDEX users_lower; CREATE UNIQUE INDEX k ON users (email, n);
-- warning drop-index-without-concurrently: DROP INDEX users_lower waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DROP INDEX users_lower; CREATE UNIQUE INDEX k ON users (email);
-- warning drop-index-without-concurrently: DROP INDEX users_lower waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DROP INDEX users_name; CREATE UNIQUE INDEX k ON users (name) NULLS NOT DISTINCT;
-- warning drop-index-without-concurrently: DROP INDEX users_name waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error add-unique-on-existing-rows 23505: Making unique users (name) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT name, count(*) FROM users GROUP BY name HAVING count(*) > 1;
ALTER TABLE users ALTER m DROP NOT NULL; ALTER TABLE users ALTER m SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.m fails if a row holds NULL there
--   why: users.m may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.m stays nullable]
--   before: SELECT count(*) FROM users WHERE m IS NULL;
ALTER TABLE users ALTER n DROP NOT NULL; ALTER TABLE users ALTER n SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
ALTER TABLE users ALTER m DROP NOT NULL; ALTER TABLE users ADD CHECK (m IS NOT NULL);
-- note drop-not-null: users.m may hold NULL from now on; the running version does not expect it
--   why: As soon as the new version writes a NULL, the previous one reads it: Prisma Client refuses a NULL in a field that it takes for required.
-- warning add-check-on-existing-rows: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (m IS NOT NULL);
ALTER TABLE users ADD CHECK (m IS NOT NULL AND m > 0);
-- error add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (m IS NOT NULL AND m > 0);
UPDATE users SET n = 5; ALTER TABLE users ADD CHECK (n IN (5, 6));
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-constraint-without-not-valid: ADD CHECK on users blocks its reads and writes while every row is checked
--   why: All rows of users are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET n = 5; ALTER TABLE users ADD CHECK (n IN (6, 7));
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IN (6, 7));
UPDATE users SET n = 5; ALTER TABLE users ADD CHECK (n = 5 AND m > 0);
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n = 5 AND m > 0);
UPDATE users SET n = 5; ALTER TABLE users ADD CHECK (n = 5 OR m > 0);
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-constraint-without-not-valid: ADD CHECK on users blocks its reads and writes while every row is checked
--   why: All rows of users are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET n = NULL; ALTER TABLE users ADD CHECK (n IS NULL);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IS NULL);
UPDATE users SET n = NULL; ALTER TABLE users ADD CHECK (n > 5);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n > 5);
UPDATE users SET n = NULL; ALTER TABLE users ADD CHECK (n IS NULL OR m > 5);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IS NULL OR m > 5);
UPDATE users SET n = NULL; ALTER TABLE users ADD CHECK (n + m > 5);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n + m > 5);
UPDATE users SET n = NULL; ALTER TABLE users ADD CHECK (num_nonnulls(n, m) = 1);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (num_nonnulls(n, m) = 1);
UPDATE users SET n = 1 WHERE n IS NULL; ALTER TABLE users ADD CHECK (n IS NOT NULL);
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning add-check-on-existing-rows: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IS NOT NULL);
UPDATE users SET n = 1 WHERE n IS NULL; ALTER TABLE users ADD CHECK (n IS NOT NULL OR email IS NOT NULL);
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (n)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (n) refuses the second of them (23505).
-- warning add-check-on-existing-rows: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IS NOT NULL OR email IS NOT NULL);
UPDATE users SET n = CASE WHEN m > 5 THEN 1 ELSE 2 END; ALTER TABLE users ADD CHECK (n IN (1, 2));
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IN (1, 2));
UPDATE users SET n = CASE WHEN m > 5 THEN 1 ELSE 2 END; ALTER TABLE users ADD CHECK (n IN (1, 3));
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IN (1, 3));
UPDATE users SET n = CASE WHEN m > 5 THEN 1 END; ALTER TABLE users ADD CHECK (n IN (1, 2));
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (n IN (1, 2));
UPDATE users SET n = o.n FROM others o WHERE o.id = users.id AND users.n IS NULL; ALTER TABLE users ALTER n SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in n.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
UPDATE users SET n = o.id FROM others o WHERE o.id = users.n; ALTER TABLE users ALTER n SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in n.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
UPDATE others SET email = u.email FROM users u WHERE u.id = others.n; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE others SET email = u.m::text FROM users u WHERE u.id = others.n; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE others SET email = u.m::text FROM users u WHERE u.id = others.n AND others.email IS NULL; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE others o SET email = u.m::text FROM users u WHERE u.id = o.n; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE others o SET email = u.m::text FROM users u JOIN users x ON x.id = u.id WHERE u.id = o.n; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE others o SET email = u.m::text FROM users u LEFT JOIN users x ON x.id = u.id WHERE u.id = o.n; ALTER TABLE others ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring others.email fails if a row holds NULL there
--   why: others.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [others.email stays nullable]
--   before: SELECT count(*) FROM others WHERE email IS NULL;
UPDATE users SET email = greatest(email, 'x'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = greatest(email, name); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = substring(m::text FROM '[0-9]+'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = substring(m::text FROM 1 FOR 2); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = (SELECT email FROM others WHERE others.n = users.id LIMIT 1); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = (SELECT coalesce(max(email), '') FROM others WHERE others.n = users.id); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = array_to_string(ARRAY(SELECT email FROM others), ','); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = ARRAY(SELECT email FROM others)::text; ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = nullif(m::text, '5'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET n = n + 1; ALTER TABLE users ALTER n SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in n.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
UPDATE users SET n = m + 1; ALTER TABLE users ALTER n SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.n in every row
--   why: Whatever users.n holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
-- warning set-not-null-on-existing-rows: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
UPDATE users SET n = f(m); ALTER TABLE users ALTER n SET NOT NULL;
-- error statement-always-fails: This statement always fails: there is no function f()
--   why: PostgreSQL refuses it (42883) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is fixed or marked as resolved.
-- warning set-not-null-on-existing-rows 23502: Requiring users.n fails if a row holds NULL there
--   why: users.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in n.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.n stays nullable]
--   before: SELECT count(*) FROM users WHERE n IS NULL;
DELETE FROM others WHERE NOT EXISTS (SELECT 1 FROM users WHERE users.id = others.id); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on others blocks its writes, and writes on users, while every row is checked
--   why: Every row of others is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM others WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = others.id); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on others blocks its writes, and writes on users, while every row is checked
--   why: Every row of others is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM others o WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = o.id); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on others blocks its writes, and writes on users, while every row is checked
--   why: Every row of others is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM others o WHERE NOT EXISTS (SELECT 1 FROM users u, others x WHERE u.id = o.id); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
DELETE FROM others o WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.id = 5); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
DELETE FROM others WHERE id <> ALL (SELECT id FROM users); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on others blocks its writes, and writes on users, while every row is checked
--   why: Every row of others is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM others WHERE NOT (id IN (SELECT id FROM users)); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on others blocks its writes, and writes on users, while every row is checked
--   why: Every row of others is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM others WHERE id NOT IN (SELECT id FROM users) AND email NOT IN (SELECT email FROM users); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
DELETE FROM others WHERE lower(email) NOT IN (SELECT email FROM users); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
DELETE FROM others WHERE id NOT IN (SELECT n FROM users); ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
DELETE FROM others o USING users u WHERE u.id = o.id; ALTER TABLE others ADD FOREIGN KEY (id) REFERENCES users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key others_id_fkey fails if a row of others (id) refers to no row of users
--   why: Nothing has made sure so far that every value of others (id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of others that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM others child WHERE child.id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.id);
CREATE MATERIALIZED VIEW m AS SELECT email AS e, count(*) FROM users GROUP BY e; CREATE UNIQUE INDEX ON m (e);
CREATE MATERIALIZED VIEW m AS SELECT email AS e, count(*) FROM users GROUP BY 1; CREATE UNIQUE INDEX ON m (e);
CREATE MATERIALIZED VIEW m AS SELECT email AS e, count(*) FROM users GROUP BY email; CREATE UNIQUE INDEX ON m (e);
CREATE MATERIALIZED VIEW m AS SELECT email AS e, count(*) FROM users GROUP BY users.email; CREATE UNIQUE INDEX ON m (e);
CREATE MATERIALIZED VIEW m AS SELECT lower(email) AS e, count(*) FROM users GROUP BY lower(email); CREATE UNIQUE INDEX ON m (e);
CREATE MATERIALIZED VIEW m AS SELECT lower(email) AS e, count(*) FROM users GROUP BY email; CREATE UNIQUE INDEX ON m (e);
-- error add-unique-on-existing-rows 23505: Making unique m (e) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (e) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT e, count(*) FROM m GROUP BY e HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m (x, y) AS SELECT email, count(*) FROM users GROUP BY email; CREATE UNIQUE INDEX ON m (x);
CREATE MATERIALIZED VIEW m AS SELECT email, n, count(*) FROM users GROUP BY ROLLUP (email, n); CREATE UNIQUE INDEX ON m (email, n);
-- error add-unique-on-existing-rows 23505: Making unique m (email, n) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (email, n) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT email, n, count(*) FROM m GROUP BY email, n HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT count(*) AS c FROM users; CREATE UNIQUE INDEX ON m (c);
-- error add-unique-on-existing-rows 23505: Making unique m (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT c, count(*) FROM m GROUP BY c HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT email FROM users GROUP BY email, n; CREATE UNIQUE INDEX ON m (email);
-- error add-unique-on-existing-rows 23505: Making unique m (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT email, count(*) FROM m GROUP BY email HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT id FROM users UNION SELECT id FROM others; CREATE UNIQUE INDEX ON m (id);
-- error add-unique-on-existing-rows 23505: Making unique m (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT id, count(*) FROM m GROUP BY id HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT id FROM users UNION ALL SELECT id FROM others; CREATE UNIQUE INDEX ON m (id);
-- error add-unique-on-existing-rows 23505: Making unique m (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT id, count(*) FROM m GROUP BY id HAVING count(*) > 1;
INSERT INTO others VALUES (1, 'x', 5); UPDATE others SET n = NULL; DELETE FROM users WHERE id = 5;
-- warning statement-always-fails 23503: This INSERT fails on every new database: no migration puts a row into users, which others (n) refers to
--   why: The rows it refers to come from somewhere else, so that it works where they are. A shadow database, CI and the next developer's have the migrations alone, and there PostgreSQL refuses it (23503).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites others.n in every row
--   why: Whatever others.n holds now is gone, in every environment the migration reaches, and every row of others stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.others_n_kept stays, with the values of others.n]
--   before: SELECT count(n) FROM others;
UPDATE others SET n = NULL WHERE n = 5; DELETE FROM users WHERE id = 5 AND email = 'x';
UPDATE others SET n = NULL WHERE n = 5; DELETE FROM users WHERE id IN (5, m);
UPDATE others SET n = NULL WHERE n = 5; DELETE FROM users WHERE email = 'x' AND id = 5;
DELETE FROM others WHERE n IN (5, 6); DELETE FROM users WHERE id IN (5, 6);
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (PARTITION BY n ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (n, c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (PARTITION BY n ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.name = users.name; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.m = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place % 2 FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place * 2 + (SELECT max(id) FROM others) FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place * users.m FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c text; UPDATE users SET c = 'row ' || numbered.place::text FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c jsonb; UPDATE users SET c = to_jsonb(numbered.place) FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET n = numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (n);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (n) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (n) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in n.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT n, count(*) FROM users GROUP BY n HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id AND users.m > 3; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT id, rank() OVER (ORDER BY m) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE others ADD c int; UPDATE others SET c = numbered.place FROM (SELECT ctid AS row, row_number() OVER () AS place FROM others) AS numbered WHERE numbered.row = others.ctid; CREATE UNIQUE INDEX k ON others (c);
-- warning scan-under-exclusive-lock: UPDATE goes through others while reads and writes of others still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on others, and the transaction keeps it until it commits: for as long as this takes, nobody can even read others.
--   migrations/002_change/migration.sql:1: others is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on others blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on others waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = (SELECT array_agg(o.id ORDER BY o.id) FROM others AS o)[numbered.place] FROM (SELECT id, row_number() OVER (PARTITION BY n ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (n, c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = (SELECT array_agg(o.n) FROM others AS o)[numbered.place] FROM (SELECT id, row_number() OVER (PARTITION BY n ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (n, c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (n, c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (n, c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in n, c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT n, c, count(*) FROM users GROUP BY n, c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place * 0 FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = (numbered.place * 0.001)::int FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place * 0.1 FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place + (random() * 10)::int FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place + (SELECT o.n FROM others o WHERE o.id = users.id) FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place + (SELECT max(m) FROM others) FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- error statement-always-fails: This statement always fails: m is ambiguous: more than one relation in FROM has it
--   why: PostgreSQL refuses it (42702) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is fixed or marked as resolved.
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c int; UPDATE users SET c = (SELECT coalesce(max(m), 0) FROM users) + numbered.place FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c timestamptz; UPDATE users SET c = CURRENT_TIMESTAMP + numbered.place * interval '1 second' FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c date; UPDATE users SET c = CURRENT_TIMESTAMP + numbered.place * interval '1 second' FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c date; UPDATE users SET c = CURRENT_DATE + numbered.place::integer FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c text; UPDATE users SET c = numbered.place::text::char(1) FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
ALTER TABLE users ADD c text; UPDATE users SET c = numbered.place::text FROM (SELECT id, name, m, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD c int; UPDATE users SET c = numbered.place FROM (SELECT o.id, row_number() OVER (PARTITION BY o.n ORDER BY o.id) AS place FROM others o) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (n, c);
-- warning scan-under-exclusive-lock: UPDATE goes through others while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (n, c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (n, c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in n, c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT n, c, count(*) FROM users GROUP BY n, c HAVING count(*) > 1;
ALTER TABLE users ADD c int[]; UPDATE users SET c = (SELECT array_agg(o.id) FROM others AS o)[1:numbered.place] FROM (SELECT id, row_number() OVER (ORDER BY id) AS place FROM users) AS numbered WHERE numbered.id = users.id; CREATE UNIQUE INDEX k ON users (c);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-unique-on-existing-rows 23505: Making unique users (c) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (c) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in c.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT c, count(*) FROM users GROUP BY c HAVING count(*) > 1;
DROP INDEX users_name; ALTER TABLE users ADD COLUMN handle text; UPDATE users SET handle = name; CREATE UNIQUE INDEX k ON users (handle);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DROP INDEX users_name; ALTER TABLE users ADD COLUMN handle text; UPDATE users SET handle = left(name, 3); CREATE UNIQUE INDEX k ON users (handle);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error add-unique-on-existing-rows 23505: Making unique users (handle) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (handle) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT handle, count(*) FROM users GROUP BY handle HAVING count(*) > 1;
DROP INDEX users_name; UPDATE users SET email = name WHERE email IS NULL; CREATE UNIQUE INDEX k ON users (email);
-- warning drop-index-without-concurrently: DROP INDEX users_name waits for every query on users and makes new ones queue behind it
--   why: It takes ACCESS EXCLUSIVE on users: while it waits for a long query to end, reads and writes that come after it wait too.
--   path a: Drop it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DROP INDEX users_name; INSERT INTO users (id, name, m) VALUES (1, 'a', 1), (2, 'a', 1); ALTER TABLE users ADD COLUMN handle text; UPDATE users SET handle = name; CREATE UNIQUE INDEX k ON users (handle);
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error add-unique-on-existing-rows 23505: Making unique users (handle) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (handle) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT handle, count(*) FROM users GROUP BY handle HAVING count(*) > 1;
DROP INDEX users_some; ALTER TABLE users ADD COLUMN number int; UPDATE users SET number = n; CREATE UNIQUE INDEX k ON users (number);
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error add-unique-on-existing-rows 23505: Making unique users (number) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (number) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT number, count(*) FROM users GROUP BY number HAVING count(*) > 1;
CREATE UNIQUE INDEX pair ON users (email, n); ALTER TABLE users DROP COLUMN n;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error drop-column: Dropping users.n breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names n in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty. The unique index users_lower goes with it: nothing keeps the rows apart any more as it did.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table users_n_kept stays, with the values of users.n]
--   before: SELECT count(n) FROM users;
--   migrations/001_setup/migration.sql:1: users.n was made here
CREATE UNIQUE INDEX k ON users (lower(name), (n + 1));
-- error add-unique-on-existing-rows 23505: Making unique users (lower(name), n + 1) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (lower(name), n + 1) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT lower(name), n + 1, count(*) FROM users GROUP BY lower(name), n + 1 HAVING count(*) > 1;
CREATE UNIQUE INDEX k ON users (lower(name), "n") WHERE n > 1;
-- error add-unique-on-existing-rows 23505: Making unique users (lower(name), n) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (lower(name), n) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT lower(name), n, count(*) FROM users WHERE n > 1 GROUP BY lower(name), n HAVING count(*) > 1;
UPDATE parts SET words = name; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET words = n::text; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET words = made::text; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET big = n; CREATE UNIQUE INDEX k ON parts (big);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.big in every row
--   why: Whatever parts.big holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_big_kept stays, with the values of parts.big]
--   before: SELECT count(big) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET big = n::bigint; CREATE UNIQUE INDEX k ON parts (big);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.big in every row
--   why: Whatever parts.big holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_big_kept stays, with the values of parts.big]
--   before: SELECT count(big) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET small = n; CREATE UNIQUE INDEX k ON parts (small);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.small in every row
--   why: Whatever parts.small holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_small_kept stays, with the values of parts.small]
--   before: SELECT count(small) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET short = name; CREATE UNIQUE INDEX k ON parts (short);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.short in every row
--   why: Whatever parts.short holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_short_kept stays, with the values of parts.short]
--   before: SELECT count(short) FROM parts;
-- warning create-index-without-concurrently: CREATE INDEX on parts blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on parts waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE parts SET short = name::varchar(3); CREATE UNIQUE INDEX k ON parts (short);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.short in every row
--   why: Whatever parts.short holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_short_kept stays, with the values of parts.short]
--   before: SELECT count(short) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (short) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (short) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in short.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT short, count(*) FROM parts GROUP BY short HAVING count(*) > 1;
UPDATE parts SET words = name::varchar(2); CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET words = name::char(9); CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET whole = price; CREATE UNIQUE INDEX k ON parts (whole);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.whole in every row
--   why: Whatever parts.whole holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_whole_kept stays, with the values of parts.whole]
--   before: SELECT count(whole) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (whole) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (whole) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in whole.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT whole, count(*) FROM parts GROUP BY whole HAVING count(*) > 1;
UPDATE parts SET words = price::int::text; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET day = made; CREATE UNIQUE INDEX k ON parts (day);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.day in every row
--   why: Whatever parts.day holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_day_kept stays, with the values of parts.day]
--   before: SELECT count(day) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (day) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (day) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in day.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT day, count(*) FROM parts GROUP BY day HAVING count(*) > 1;
UPDATE parts SET words = made::date; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET whole = name::int; CREATE UNIQUE INDEX k ON parts (whole);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.whole in every row
--   why: Whatever parts.whole holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_whole_kept stays, with the values of parts.whole]
--   before: SELECT count(whole) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (whole) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (whole) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in whole.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT whole, count(*) FROM parts GROUP BY whole HAVING count(*) > 1;
UPDATE parts SET words = 'x' || price::int; CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET words = md5(made::date::text); CREATE UNIQUE INDEX k ON parts (words);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites parts.words in every row
--   why: Whatever parts.words holds now is gone, in every environment the migration reaches, and every row of parts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.parts_words_kept stays, with the values of parts.words]
--   before: SELECT count(words) FROM parts;
-- warning add-unique-on-existing-rows 23505: Making unique parts (words) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (words) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in words.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT words, count(*) FROM parts GROUP BY words HAVING count(*) > 1;
UPDATE parts SET short = o.name FROM parts o WHERE o.id = parts.id; CREATE UNIQUE INDEX k ON parts (short);
-- warning add-unique-on-existing-rows 23505: Making unique parts (short) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of parts (short) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in short.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of parts are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT short, count(*) FROM parts GROUP BY short HAVING count(*) > 1;
