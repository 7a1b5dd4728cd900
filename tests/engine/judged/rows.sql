CREATE TABLE teams (id serial PRIMARY KEY, name text NOT NULL, slug text UNIQUE);
CREATE TABLE users (id serial PRIMARY KEY, email text, name text, team_id int, age text, role text DEFAULT 'x',
  score int NOT NULL DEFAULT 0, lead_id int REFERENCES users, code varchar(20));
CREATE TABLE posts (id int, user_id int NOT NULL REFERENCES users ON DELETE CASCADE, title text);
CREATE UNIQUE INDEX users_code ON users (code);
CREATE TABLE codes (code text PRIMARY KEY, n int);
CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');
CREATE TABLE moods (id int PRIMARY KEY, m mood, n mood NOT NULL DEFAULT 'ok');
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE DOMAIN needed AS text NOT NULL;
CREATE TABLE pairs (a int, b int, PRIMARY KEY (a, b));
CREATE TABLE of_pairs (a int, b int, n int, FOREIGN KEY (a, b) REFERENCES pairs);
CREATE TABLE firms (id int PRIMARY KEY, code int UNIQUE, vat int UNIQUE, size int);
CREATE TABLE bills (id int PRIMARY KEY, firm_id int CONSTRAINT bills_firm REFERENCES firms, paid boolean, copy int);
-- Migrations
ALTER TABLE users ALTER email SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = ''; ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = lower(name); ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = coalesce(email, 'x'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = coalesce(email, name, '') WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = coalesce(email, name); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = 'u' || id; ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = 'u' || name; ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = concat('u', name); ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = CASE WHEN id > 1 THEN 'a' ELSE 'b' END; ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = CASE WHEN id > 1 THEN 'a' END; ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = (SELECT name FROM teams WHERE teams.id = users.team_id); ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = (SELECT max(name) FROM teams); ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = (SELECT count(*)::text FROM teams); ALTER TABLE users ALTER email SET NOT NULL;
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
UPDATE users SET email = t.name FROM teams t WHERE t.id = users.team_id; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = u.name FROM users u WHERE u.id = users.id; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL AND id > 5; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL OR email = 'x'; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE name IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL; UPDATE users SET email = NULL WHERE id = 1; ALTER TABLE users ALTER email SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL; INSERT INTO users (name) VALUES ('x'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
UPDATE users SET email = '' WHERE email IS NULL; INSERT INTO users (name, email) VALUES ('x', 'y'); ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DELETE FROM users WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE email IS NULL);
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DELETE FROM users WHERE email IS NULL AND id > 5; ALTER TABLE users ALTER email SET NOT NULL;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE email IS NULL AND id > 5);
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DELETE FROM users; ALTER TABLE users ALTER email SET NOT NULL;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of users
--   why: Every row of users is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.users_kept stays, with the rows]
--   before: SELECT count(*) FROM users;
DELETE FROM users; INSERT INTO users (name) VALUES ('x'); ALTER TABLE users ALTER email SET NOT NULL;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of users
--   why: Every row of users is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.users_kept stays, with the rows]
--   before: SELECT count(*) FROM users;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
TRUNCATE users CASCADE; ALTER TABLE users ALTER email SET NOT NULL;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
TRUNCATE users CASCADE; ALTER TABLE posts ALTER title SET NOT NULL;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
TRUNCATE teams; ALTER TABLE users ALTER email SET NOT NULL;
-- error truncate: TRUNCATE teams removes all its rows
--   why: Every row of teams is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.teams_kept stays, with the rows]
--   before: SELECT count(*) FROM teams;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
COPY users FROM '/tmp/x'; ALTER TABLE users ALTER email SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT c; ALTER TABLE users ALTER email SET NOT NULL;
-- warning validate-in-same-transaction 23514: VALIDATE CONSTRAINT c reads all of users while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   before: SELECT count(*) FROM public.users WHERE NOT (email IS NOT NULL);
ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL); ALTER TABLE users ALTER email SET NOT NULL;
-- error add-check-on-existing-rows 23514: Adding the check c fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (email IS NOT NULL);
ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL) NOT VALID; ALTER TABLE users ALTER email SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
ALTER TABLE users ADD handle text; ALTER TABLE users ALTER handle SET NOT NULL;
-- warning add-required-column-old-clients-omit: users.handle is new and required without a default: INSERTs of the version still running leave it out and fail
--   why: During the deploy the previous version of the application is still running and doesn't know handle. Every row it adds to users leaves the column out and is refused (23502) until the last old process is gone, and one that gets in before the column is required makes this statement fail.
--   path a: Keep it nullable in this release, and require it in the next one [same]
--   path b: Give it a default for one release [same]
-- error set-not-null-on-existing-rows 23502: Requiring users.handle fails if a row holds NULL there
--   why: users.handle may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.handle stays nullable]
--   before: SELECT count(*) FROM users WHERE handle IS NULL;
ALTER TABLE users ADD handle text DEFAULT 'x'; ALTER TABLE users ALTER handle SET NOT NULL;
-- warning set-not-null-scans-table: SET NOT NULL on handle reads all of users while its reads and writes wait
--   why: ACCESS EXCLUSIVE is held until every row of users has been found to have a value.
--   path a: Have a CHECK prove it, which is validated while reads and writes go on [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD handle text NOT NULL;
-- error add-column-not-null-without-default 23502: Adding the required column users.handle without a default fails if users has any row
--   why: Every row that is already in users would hold NULL in handle, so PostgreSQL refuses the statement (23502) and the deploy stops there.
--   path a: In three statements: add it nullable, fill it, require it [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.handle stays nullable]
--   before: SELECT EXISTS (SELECT FROM users) AS has_rows;
ALTER TABLE users ADD handle text NOT NULL DEFAULT 'x';
ALTER TABLE users ADD handle int GENERATED ALWAYS AS (id + 1) STORED NOT NULL;
-- warning add-column-generated-stored: ADD COLUMN handle GENERATED … STORED computes it for every row: users is rewritten while its reads and writes wait
--   why: All rows of users are written again, and all indexes built again, while ACCESS EXCLUSIVE is held.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
--   path b: Make it a plain column that the application writes, and fill the rows that are there [users.handle is a plain column: the application, or a trigger, has to write it]
ALTER TABLE users ADD handle text; UPDATE users SET handle = email; ALTER TABLE users ALTER handle SET NOT NULL;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-required-column-old-clients-omit: users.handle is new and required without a default: INSERTs of the version still running leave it out and fail
--   why: During the deploy the previous version of the application is still running and doesn't know handle. Every row it adds to users leaves the column out and is refused (23502) until the last old process is gone, and one that gets in before the column is required makes this statement fail.
--   path a: Keep it nullable in this release, and require it in the next one [same]
--   path b: Give it a default for one release [same]
-- warning set-not-null-on-existing-rows 23502: Requiring users.handle fails if a row holds NULL there
--   why: users.handle may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in handle.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.handle stays nullable]
--   before: SELECT count(*) FROM users WHERE handle IS NULL;
ALTER TABLE users ADD handle text; UPDATE users SET handle = score; ALTER TABLE users ALTER handle SET NOT NULL;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-required-column-old-clients-omit: users.handle is new and required without a default: INSERTs of the version still running leave it out and fail
--   why: During the deploy the previous version of the application is still running and doesn't know handle. Every row it adds to users leaves the column out and is refused (23502) until the last old process is gone, and one that gets in before the column is required makes this statement fail.
--   path a: Keep it nullable in this release, and require it in the next one [same]
--   path b: Give it a default for one release [same]
-- warning set-not-null-scans-table: SET NOT NULL on handle reads all of users while its reads and writes wait
--   why: ACCESS EXCLUSIVE is held until every row of users has been found to have a value.
--   path a: Have a CHECK prove it, which is validated while reads and writes go on [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD UNIQUE (email);
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
CREATE UNIQUE INDEX k ON users (email);
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
CREATE UNIQUE INDEX k ON users (email) WHERE name = 'x';
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users WHERE name = 'x' GROUP BY email HAVING count(*) > 1;
CREATE UNIQUE INDEX k ON users (email, id);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
CREATE UNIQUE INDEX k ON users (code, name);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
CREATE UNIQUE INDEX CONCURRENTLY k ON users (email);
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users SET email = id::text; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET email = gen_random_uuid()::text; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET email = 'x'; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users SET email = 'x' || id; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET email = md5(id::text); CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET email = name; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users SET email = code; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET email = email || id WHERE id > 5; CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users SET email = NULL; CREATE UNIQUE INDEX k ON users (email);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_email_kept stays, with the values of users.email]
--   before: SELECT count(email) FROM users;
-- error add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING users b WHERE a.id > b.id AND a.email = b.email; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.id > b.id AND a.email = b.email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a USING users b WHERE a.id < b.id AND a.email IS NOT DISTINCT FROM b.email; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.id < b.id AND a.email IS NOT DISTINCT FROM b.email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING users b WHERE a.id > b.id AND a.email = b.email AND a.name = b.name; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.id > b.id AND a.email = b.email AND a.name = b.name);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING users b WHERE a.id > b.id AND a.name = b.name; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.id > b.id AND a.name = b.name);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING users b WHERE a.ctid > b.ctid AND a.email = b.email; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.ctid > b.ctid AND a.email = b.email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a USING users b WHERE a.name > b.name AND a.email = b.email; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.name > b.name AND a.email = b.email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users a USING teams b WHERE a.id > b.id AND a.email = b.name; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE a.id > b.id AND a.email = b.name);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE id NOT IN (SELECT min(id) FROM users GROUP BY email); CREATE UNIQUE INDEX k ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE id NOT IN (SELECT min(id) FROM users GROUP BY email, name); CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
DELETE FROM users WHERE id NOT IN (SELECT min(id) FROM users WHERE id > 5 GROUP BY email); CREATE UNIQUE INDEX k ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE id IN (SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY email ORDER BY id) AS r FROM users) x WHERE r > 1); CREATE UNIQUE INDEX k ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
WITH d AS (SELECT id, row_number() OVER (PARTITION BY email ORDER BY id) AS r FROM users) DELETE FROM users USING d WHERE users.id = d.id AND d.r > 1; CREATE UNIQUE INDEX k ON users (email);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE users.id = d.id AND d.r > 1);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users a WHERE EXISTS (SELECT 1 FROM users b WHERE b.email = a.email AND b.id < a.id); CREATE UNIQUE INDEX k ON users (email);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE email IN (SELECT email FROM users GROUP BY email HAVING count(*) > 1); CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
UPDATE users a SET email = a.email || a.id FROM users b WHERE a.email = b.email AND a.id > b.id; CREATE UNIQUE INDEX k ON users (email);
-- warning add-unique-on-existing-rows 23505: Making unique users (email) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of users (email) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify that no two rows agree in email.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of users are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT email, count(*) FROM users GROUP BY email HAVING count(*) > 1;
ALTER TABLE users ADD h text; CREATE UNIQUE INDEX k ON users (h);
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD h text DEFAULT gen_random_uuid()::text; CREATE UNIQUE INDEX k ON users (h);
-- warning add-column-volatile-default: ADD COLUMN h with the volatile default gen_random_uuid()::text rewrites users while its reads and writes wait
--   why: The default differs from row to row, so every row of users is written again, and all indexes are built again, under ACCESS EXCLUSIVE.
--   path a: Fill the rows that are there outside of migrations, in batches [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning create-index-without-concurrently: CREATE INDEX on users blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on users waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams NOT VALID;
ALTER TABLE users ADD CONSTRAINT f FOREIGN KEY (team_id) REFERENCES teams NOT VALID; ALTER TABLE users VALIDATE CONSTRAINT f;
-- warning validate-in-same-transaction 23503: VALIDATE CONSTRAINT f reads all of users while the transaction still blocks its writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   path a: Validate it in a migration of its own [same]
--   before: SELECT count(*) FROM public.users c WHERE c.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.teams p WHERE p.id = c.team_id);
UPDATE users SET team_id = NULL; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.team_id in every row
--   why: Whatever users.team_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_team_id_kept stays, with the values of users.team_id]
--   before: SELECT count(team_id) FROM users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
UPDATE users SET team_id = NULL WHERE team_id NOT IN (SELECT id FROM teams); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET team_id = NULL WHERE NOT EXISTS (SELECT 1 FROM teams t WHERE t.id = users.team_id); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET team_id = NULL WHERE team_id IS NOT NULL AND team_id NOT IN (SELECT id FROM teams); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET team_id = NULL WHERE team_id NOT IN (SELECT id FROM teams) AND id > 5; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
DELETE FROM users WHERE team_id NOT IN (SELECT id FROM teams); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE team_id NOT IN (SELECT id FROM teams));
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM users WHERE team_id NOT IN (SELECT id FROM teams WHERE name = 'x'); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE team_id NOT IN (SELECT id FROM teams WHERE name = 'x'));
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
DELETE FROM users WHERE lead_id NOT IN (SELECT id FROM teams); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE lead_id NOT IN (SELECT id FROM teams));
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
DELETE FROM users WHERE NOT EXISTS (SELECT 1 FROM teams t WHERE t.slug = users.code); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE NOT EXISTS (SELECT 1 FROM teams t WHERE t.slug = users.code));
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
INSERT INTO teams (id, name) SELECT DISTINCT team_id, 'x' FROM users ON CONFLICT DO NOTHING; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
INSERT INTO teams (id, name) VALUES (1, 'x'); UPDATE users SET team_id = 1; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- note insert-may-repeat-key 23505: This INSERT fails if teams has a row with the same id already
--   why: The rows' id is written out, and teams keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.team_id in every row
--   why: Whatever users.team_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_team_id_kept stays, with the values of users.team_id]
--   before: SELECT count(team_id) FROM users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET team_id = 1; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.team_id in every row
--   why: Whatever users.team_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_team_id_kept stays, with the values of users.team_id]
--   before: SELECT count(team_id) FROM users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
UPDATE users SET team_id = (SELECT id FROM teams LIMIT 1); ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.team_id in every row
--   why: Whatever users.team_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_team_id_kept stays, with the values of users.team_id]
--   before: SELECT count(team_id) FROM users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
UPDATE users SET team_id = t.id FROM teams t; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_team_id_fkey fails if a row of users (team_id) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (team_id) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of team_id is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.team_id IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.team_id);
ALTER TABLE users ADD t2 int; ALTER TABLE users ADD FOREIGN KEY (t2) REFERENCES teams;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on teams, while every row is checked
--   why: Every row of users is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD t2 int REFERENCES teams;
ALTER TABLE users ADD t2 int NOT NULL DEFAULT 1 REFERENCES teams;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_t2_fkey fails if a row of users (t2) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (t2) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of users that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.t2 IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.t2);
TRUNCATE users CASCADE; ALTER TABLE users ADD FOREIGN KEY (team_id) REFERENCES teams;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
ALTER TABLE users ADD CHECK (score > 0);
-- error add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
ALTER TABLE users ADD CHECK (score > 0) NOT VALID;
UPDATE users SET score = 1; ALTER TABLE users ADD CHECK (score > 0);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.score in every row
--   why: Whatever users.score holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_score_kept stays, with the values of users.score]
--   before: SELECT count(score) FROM users;
-- warning add-constraint-without-not-valid: ADD CHECK on users blocks its reads and writes while every row is checked
--   why: All rows of users are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE users SET score = 0; ALTER TABLE users ADD CHECK (score > 0);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.score in every row
--   why: Whatever users.score holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_score_kept stays, with the values of users.score]
--   before: SELECT count(score) FROM users;
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
UPDATE users SET score = 1 WHERE score <= 0; ALTER TABLE users ADD CHECK (score > 0);
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
DELETE FROM users WHERE score <= 0; ALTER TABLE users ADD CHECK (score > 0);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE score <= 0);
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
DELETE FROM users WHERE NOT (score > 0); ALTER TABLE users ADD CHECK (score > 0);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE NOT (score > 0));
-- warning add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do. This migration does something about it: verify that every row satisfies the check.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
DELETE FROM users WHERE name IS NULL; ALTER TABLE users ADD CHECK (score > 0);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE name IS NULL);
-- error add-check-on-existing-rows 23514: Adding the check users_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   path a: Correct the rows that violate it first [same]
--   path b: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users WHERE NOT (score > 0);
ALTER TABLE users ADD z int DEFAULT 5; ALTER TABLE users ADD CHECK (z > 0);
-- warning add-constraint-without-not-valid: ADD CHECK on users blocks its reads and writes while every row is checked
--   why: All rows of users are read while ACCESS EXCLUSIVE is held: nobody can even SELECT from it.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ADD z int DEFAULT 5 CHECK (z > 9);
-- error add-check-on-existing-rows 23514: Adding the check users_z_check fails if a row of users violates it
--   why: PostgreSQL holds every row of users against the condition and refuses the statement (23514) at the first that violates it. Rows written before the rule was thought of may well do.
--   before: SELECT count(*) FROM users WHERE NOT (z > 9);
ALTER TABLE users ALTER age TYPE int USING age::int;
-- error change-type-incompatible 22P02: Changing users.age from text to integer fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT count(*) FROM users WHERE age IS NOT NULL AND CASE WHEN age::text ~ '^\s*[-+]?[0-9]+\s*$' THEN round(age::text::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE true END;
DELETE FROM users WHERE age !~ '^[0-9]+$'; ALTER TABLE users ALTER age TYPE int USING age::int;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE age !~ '^[0-9]+$');
-- warning change-type-incompatible 22P02: Changing users.age from text to integer fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at. This migration does something about it: verify that every value of age can be converted.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT count(*) FROM users WHERE age IS NOT NULL AND CASE WHEN age::text ~ '^\s*[-+]?[0-9]+\s*$' THEN round(age::text::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE true END;
UPDATE users SET age = '5'; ALTER TABLE users ALTER age TYPE int USING age::int;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.age in every row
--   why: Whatever users.age holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_age_kept stays, with the values of users.age]
--   before: SELECT count(age) FROM users;
-- warning change-type-incompatible 22P02: Changing users.age from text to integer fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at. This migration does something about it: verify that every value of age can be converted.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT count(*) FROM users WHERE age IS NOT NULL AND CASE WHEN age::text ~ '^\s*[-+]?[0-9]+\s*$' THEN round(age::text::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE true END;
UPDATE users SET age = NULL; ALTER TABLE users ALTER age TYPE int USING age::int;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.age in every row
--   why: Whatever users.age holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_age_kept stays, with the values of users.age]
--   before: SELECT count(age) FROM users;
-- warning change-type-incompatible 22P02: Changing users.age from text to integer fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at. This migration does something about it: verify that every value of age can be converted.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT count(*) FROM users WHERE age IS NOT NULL AND CASE WHEN age::text ~ '^\s*[-+]?[0-9]+\s*$' THEN round(age::text::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE true END;
ALTER TABLE users ALTER name TYPE varchar(5);
-- error change-type-incompatible 22001: Changing users.name from text to character varying(5) fails if a value is too long for it
--   why: PostgreSQL converts every value that is there, and refuses the statement (22001) at the first one that is too long for it. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   path b: Move to a new column over several releases [users.name_new takes the place of users.name]
--   before: SELECT count(*) FROM users WHERE length(name) > 5;
UPDATE users SET name = left(name, 5); ALTER TABLE users ALTER name TYPE varchar(5);
-- warning change-type-incompatible 22001: Changing users.name from text to character varying(5) fails if a value is too long for it
--   why: PostgreSQL converts every value that is there, and refuses the statement (22001) at the first one that is too long for it. Whether there is one depends on data that nobody has looked at. This migration does something about it: verify that every value of name can be converted.
--   path a: Correct the values that don't fit first [same]
--   path b: Move to a new column over several releases [users.name_new takes the place of users.name]
--   before: SELECT count(*) FROM users WHERE length(name) > 5;
ALTER TABLE users ALTER code TYPE varchar(10);
-- error change-type-incompatible 22001: Changing users.code from character varying(20) to character varying(10) fails if a value is too long for it
--   why: PostgreSQL converts every value that is there, and refuses the statement (22001) at the first one that is too long for it. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   path b: Move to a new column over several releases [users.code_new takes the place of users.code]
--   before: SELECT count(*) FROM users WHERE length(code) > 10;
ALTER TABLE users ALTER code TYPE text;
ALTER TABLE users ALTER score TYPE smallint;
-- error change-type-incompatible 22003: Changing users.score from integer to smallint fails if a value is out of its range
--   why: PostgreSQL converts every value that is there, and refuses the statement (22003) at the first one that is out of its range. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   path b: Move to a new column over several releases [users.score_new takes the place of users.score]
--   before: SELECT count(*) FROM users WHERE round(score::numeric) NOT BETWEEN -32768 AND 32767;
ALTER TABLE users ALTER score TYPE bigint;
-- warning change-type-rewrites-table: Changing users.score from integer to bigint rewrites users while its reads and writes wait
--   why: Every row of users is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
INSERT INTO codes VALUES ('x', 1);
-- note insert-may-repeat-key 23505: This INSERT fails if codes has a row with the same code already
--   why: The rows' code is written out, and codes keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO codes VALUES ('x', 1), ('y', 2);
-- note insert-may-repeat-key 23505: This INSERT fails if codes has a row with the same code already
--   why: The rows' code is written out, and codes keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO codes VALUES ('x', 1) ON CONFLICT DO NOTHING;
DELETE FROM codes WHERE code = 'x'; INSERT INTO codes VALUES ('x', 1);
DELETE FROM codes WHERE code = 'y'; INSERT INTO codes VALUES ('x', 1);
-- note insert-may-repeat-key 23505: This INSERT fails if codes has a row with the same code already
--   why: The rows' code is written out, and codes keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
DELETE FROM codes WHERE code IN ('x', 'y'); INSERT INTO codes VALUES ('x', 1);
TRUNCATE codes; INSERT INTO codes VALUES ('x', 1);
-- error truncate: TRUNCATE codes removes all its rows
--   why: Every row of codes is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.codes_kept stays, with the rows]
--   before: SELECT count(*) FROM codes;
INSERT INTO codes SELECT slug, 1 FROM teams;
INSERT INTO posts VALUES (1, 1, 'x');
-- warning statement-always-fails 23503: This INSERT fails on every new database: no migration puts a row into users, which posts (user_id) refers to
--   why: The rows it refers to come from somewhere else, so that it works where they are. A shadow database, CI and the next developer's have the migrations alone, and there PostgreSQL refuses it (23503).
INSERT INTO users (id) VALUES (1); INSERT INTO posts VALUES (1, 1, 'x');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (2); INSERT INTO posts VALUES (1, 1, 'x');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO posts (id, title) VALUES (1, 'x');
-- error statement-always-fails: This statement always fails: public.posts.user_id is required, and the row has NULL there
--   why: PostgreSQL refuses it (23502) whatever the tables hold, on an empty database too. The deploy stops here, and so does every later one until the migration is fixed or marked as resolved.
UPDATE posts SET user_id = NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites posts.user_id in every row
--   why: Whatever posts.user_id holds now is gone, in every environment the migration reaches, and every row of posts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.posts_user_id_kept stays, with the values of posts.user_id]
--   before: SELECT count(user_id) FROM posts;
-- error write-violates-constraint 23502: This UPDATE fails for any row it finds: posts (user_id) gets NULL, which is not allowed there
--   why: On an empty table nothing happens. Where the statement finds a row, it writes NULL, which is not allowed there, and PostgreSQL refuses it (23502).
UPDATE posts SET user_id = 1;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites posts.user_id in every row
--   why: Whatever posts.user_id holds now is gone, in every environment the migration reaches, and every row of posts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.posts_user_id_kept stays, with the values of posts.user_id]
--   before: SELECT count(user_id) FROM posts;
UPDATE users SET code = 'x';
-- warning add-unique-on-existing-rows 23505: This UPDATE fails if two rows become alike in users (code)
--   why: Rows that differ today may be the same afterwards, and a unique index over users (code) refuses the second of them (23505).
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.code in every row
--   why: Whatever users.code holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_code_kept stays, with the values of users.code]
--   before: SELECT count(code) FROM users;
UPDATE users SET code = 'x' WHERE id = 1;
UPDATE users SET id = id + 1;
-- warning delete-of-referenced-rows 23503: This UPDATE fails if a row of posts refers to one that gets another key
--   why: A row of posts that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   before: SELECT count(*) FROM posts WHERE user_id IN (SELECT id FROM users);
DELETE FROM users;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of users
--   why: Every row of users is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.users_kept stays, with the rows]
--   before: SELECT count(*) FROM users;
DELETE FROM users WHERE id = 1;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id = 1);
DELETE FROM teams;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of teams
--   why: Every row of teams is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.teams_kept stays, with the rows]
--   before: SELECT count(*) FROM teams;
DELETE FROM posts;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of posts
--   why: Every row of posts is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.posts_kept stays, with the rows]
--   before: SELECT count(*) FROM posts;
DELETE FROM users WHERE NOT EXISTS (SELECT 1 FROM users u WHERE u.lead_id = users.id);
UPDATE users SET lead_id = NULL; DELETE FROM users WHERE id = 1;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.lead_id in every row
--   why: Whatever users.lead_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_lead_id_kept stays, with the values of users.lead_id]
--   before: SELECT count(lead_id) FROM users;
UPDATE users SET lead_id = NULL WHERE lead_id = 1; DELETE FROM users WHERE id = 1;
UPDATE users SET lead_id = NULL WHERE lead_id = 2; DELETE FROM users WHERE id = 1;
CREATE TABLE bak AS SELECT * FROM posts; DELETE FROM posts;
CREATE TABLE bak AS SELECT * FROM posts; DROP TABLE posts;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. This migration has copied rows out of it; verify that it was all of them.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
CREATE TABLE bak AS SELECT id FROM posts; DROP TABLE posts;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. This migration has copied rows out of it; verify that it was all of them.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
CREATE TABLE bak AS SELECT * FROM posts WHERE id > 5; DROP TABLE posts;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. This migration has copied rows out of it; verify that it was all of them.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
CREATE TABLE bak AS SELECT id, title FROM posts; ALTER TABLE posts DROP title;
-- error drop-column: Dropping posts.title breaks the running version, which still reads it
--   why: During the deploy the previous version of the application is still running and names title in its queries: each of them fails (42703) until the last old process is gone. This migration has copied the values, but the old version doesn't know where to.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table posts_title_kept stays, with the values of posts.title]
--   before: SELECT count(title) FROM posts;
--   migrations/001_setup/migration.sql:4: posts.title was made here
ALTER TABLE users ADD name2 text; UPDATE users SET name2 = name; ALTER TABLE users DROP name;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error drop-column: Dropping users.name breaks the running version, which still reads it
--   why: During the deploy the previous version of the application is still running and names name in its queries: each of them fails (42703) until the last old process is gone. This migration has copied the values, but the old version doesn't know where to.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
--   migrations/001_setup/migration.sql:2: users.name was made here
ALTER TABLE users ADD name2 text; UPDATE users SET name2 = name WHERE id > 5; ALTER TABLE users DROP name;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- error drop-column: Dropping users.name breaks the running version, which still reads it
--   why: During the deploy the previous version of the application is still running and names name in its queries: each of them fails (42703) until the last old process is gone. This migration has copied the values, but the old version doesn't know where to.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
--   migrations/001_setup/migration.sql:2: users.name was made here
ALTER TABLE users ADD name2 text; ALTER TABLE users DROP name;
-- error probable-rename: Dropping users.name and adding name2 looks like a rename, but loses every value
--   why: Prisma can't tell a renamed field from one that is removed and one that is added, and writes DROP and ADD: name2 starts empty. And the version that is running still reads name.
--   before: SELECT count(name) FROM users;
ALTER TABLE users DROP name; ALTER TABLE users ADD name text;
-- error recreate-column: Dropping users.name and adding it again as text loses every value in it
--   why: Prisma writes this for a type change (text to text) that it knows no cast for. The column that comes back has the name of the old one and none of its values; nothing fails, and nobody notices until somebody misses them.
--   path a: Put the values aside under another name [same]
--   before: SELECT count(name) FROM users;
ALTER TABLE users DROP name; ALTER TABLE users ADD name varchar(20);
-- error recreate-column: Dropping users.name and adding it again as character varying(20) loses every value in it
--   why: Prisma writes this for a type change (text to character varying(20)) that it knows no cast for. The column that comes back has the name of the old one and none of its values; nothing fails, and nobody notices until somebody misses them.
--   path a: Put the values aside under another name [same]
--   before: SELECT count(name) FROM users;
UPDATE users SET name = NULL; ALTER TABLE users DROP name; ALTER TABLE users ADD name int;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.name in every row
--   why: Whatever users.name holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
-- error recreate-column: Dropping users.name and adding it again as integer loses every value in it
--   why: Prisma writes this for a type change (text to integer) that it knows no cast for. The column that comes back has the name of the old one and none of its values; nothing fails, and nobody notices until somebody misses them.
--   path a: Put the values aside under another name [same]
--   before: SELECT count(name) FROM users;
TRUNCATE users CASCADE; ALTER TABLE users DROP name; ALTER TABLE users ADD name int;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
-- error drop-column: Dropping users.name breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names name in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
--   migrations/001_setup/migration.sql:2: users.name was made here
DROP TABLE posts; CREATE TABLE posts (id int);
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error recreate-table: Dropping table posts and creating it again wipes all its rows
--   why: The table that comes back has the name of the old one and none of its rows; nothing fails, and nobody notices until somebody misses them. Prisma writes this when schema.prisma makes it think that posts is another table: a changed key type or @@id, a renamed relation or model, reordered fields under an older version.
--   safer: ALTER TABLE posts RENAME TO posts_old;
--   safer: INSERT INTO posts SELECT * FROM posts_old;
--   safer: DROP TABLE posts_old;
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
TRUNCATE posts; DROP TABLE posts; CREATE TABLE posts (id int);
-- error truncate: TRUNCATE posts removes all its rows
--   why: Every row of posts is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.posts_kept stays, with the rows]
--   before: SELECT count(*) FROM posts;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
DROP TABLE posts; CREATE TABLE articles (id int, user_id int, title text);
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error probable-rename: Dropping table posts and creating articles looks like a rename, but wipes all rows
--   why: Prisma can't tell a renamed model from one that is removed and one that is added, and writes DROP and CREATE: articles starts empty. And the version that is running still uses posts.
--   before: SELECT count(*) FROM posts;
DROP TABLE IF EXISTS posts;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
DROP TABLE IF EXISTS nowhere;
DROP TABLE posts CASCADE;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table posts breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on posts fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table posts_kept stays, with the rows of posts]
--   before: SELECT count(*) FROM posts;
--   migrations/001_setup/migration.sql:4: posts was made here
DROP TABLE users CASCADE;
-- warning drop-cascade: Dropping table users CASCADE also drops foreign key posts_user_id_fkey of posts
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
--   path a: Drop each of them by its name, and leave CASCADE out [same]
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks posts against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
-- error drop-table: Dropping table users breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on users fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table users_kept stays, with the rows of users]
--   before: SELECT count(*) FROM users;
--   migrations/001_setup/migration.sql:2: users was made here
DROP TABLE teams;
-- error drop-table: Dropping table teams breaks the running version, which still uses it, and all its rows are gone
--   why: During the deploy the previous version of the application is still running: every query of it on teams fails (42P01) until the last old process is gone. The rows are gone for good; only a backup brings them back.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its rows [table teams_kept stays, with the rows of teams]
--   before: SELECT count(*) FROM teams;
--   migrations/001_setup/migration.sql:1: teams was made here
CREATE TEMP TABLE tmp (id int); DROP TABLE tmp;
CREATE TABLE tmp (id int); INSERT INTO tmp VALUES (1); DROP TABLE tmp;
TRUNCATE posts;
-- error truncate: TRUNCATE posts removes all its rows
--   why: Every row of posts is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.posts_kept stays, with the rows]
--   before: SELECT count(*) FROM posts;
TRUNCATE users CASCADE;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
TRUNCATE codes CASCADE;
-- error truncate: TRUNCATE codes removes all its rows
--   why: Every row of codes is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.codes_kept stays, with the rows]
--   before: SELECT count(*) FROM codes;
ALTER TABLE moods ALTER m TYPE text;
-- warning change-type-rewrites-table: Changing moods.m from mood to text rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- error remove-enum-value 22P02: Removing 'glad' from enum mood_old fails if a row of moods.m holds it
--   why: The rows of moods are converted to the new enum one by one, under an exclusive lock, and the first that holds a label that is gone stops the deploy (22P02). The running version of the application may write such a label until the last moment.
--   path a: Say in the conversion what becomes of 'glad' [same]
--   before: SELECT count(*) FROM moods WHERE m::text IN ('glad');
ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad', 'new'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- warning change-type-rewrites-table: Changing moods.m from mood_old to mood rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE moods SET m = 'ok' WHERE m = 'glad'; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- warning change-type-rewrites-table: Changing moods.m from mood_old to mood rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
UPDATE moods SET m = 'ok'; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites moods.m in every row
--   why: Whatever moods.m holds now is gone, in every environment the migration reaches, and every row of moods stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.moods_m_kept stays, with the values of moods.m]
--   before: SELECT count(m) FROM moods;
-- warning change-type-rewrites-table: Changing moods.m from mood_old to mood rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
DELETE FROM moods WHERE m = 'glad'; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- warning change-type-rewrites-table: Changing moods.m from mood_old to mood rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
TRUNCATE moods; ALTER TYPE mood RENAME TO mood_old; CREATE TYPE mood AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood USING m::text::mood;
-- error truncate: TRUNCATE moods removes all its rows
--   why: Every row of moods is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.moods_kept stays, with the rows]
--   before: SELECT count(*) FROM moods;
ALTER TYPE mood ADD VALUE 'new'; UPDATE moods SET m = 'new';
-- error enum-value-used-in-same-transaction: The new value 'new' of mood can't be used in the transaction that adds it when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it (55P04) until ALTER TYPE … ADD VALUE is committed: the deploy stops here, on an empty database too.
--   path a: Use it in a migration of its own, when the value is committed [same]
--   migrations/002_change/migration.sql:1: 'new' is added here
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites moods.m in every row
--   why: Whatever moods.m holds now is gone, in every environment the migration reaches, and every row of moods stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.moods_m_kept stays, with the values of moods.m]
--   before: SELECT count(m) FROM moods;
ALTER TYPE mood ADD VALUE 'new'; ALTER TABLE moods ALTER m SET DEFAULT 'new';
-- error enum-value-used-in-same-transaction: The new value 'new' of mood can't be used in the transaction that adds it when the file is sent as one string (Prisma up to 7.3)
--   why: PostgreSQL refuses it (55P04) until ALTER TYPE … ADD VALUE is committed: the deploy stops here, on an empty database too.
--   path a: Use it in a migration of its own, when the value is committed [same]
--   migrations/002_change/migration.sql:1: 'new' is added here
ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';
-- error rename-enum-value: Renaming 'sad' of enum mood to 'blue' breaks the running version, which uses the old label
--   why: During the deploy the previous version of the application is still running: it writes 'sad', which is refused (22P02), and cannot read the rows that now hold 'blue'.
--   path a: Rename the value in schema.prisma alone [enum mood keeps the label 'sad']
--   path b: Add 'blue' beside 'sad', and write it from the next release on [enum mood has both labels]
CREATE TYPE t2 AS ENUM ('a'); ALTER TYPE t2 ADD VALUE 'b'; ALTER TYPE t2 RENAME VALUE 'a' TO 'c';
CREATE MATERIALIZED VIEW m AS SELECT team_id, count(*) AS n FROM users GROUP BY team_id; CREATE UNIQUE INDEX ON m (team_id);
CREATE MATERIALIZED VIEW m AS SELECT team_id FROM users; CREATE UNIQUE INDEX ON m (team_id);
-- error add-unique-on-existing-rows 23505: Making unique m (team_id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (team_id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT team_id, count(*) FROM m GROUP BY team_id HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT id FROM users; CREATE UNIQUE INDEX ON m (id);
-- error add-unique-on-existing-rows 23505: Making unique m (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT id, count(*) FROM m GROUP BY id HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT u.id FROM users u JOIN teams t ON t.id = u.team_id; CREATE UNIQUE INDEX ON m (id);
-- error add-unique-on-existing-rows 23505: Making unique m (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT id, count(*) FROM m GROUP BY id HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT u.id FROM users u JOIN posts p ON p.user_id = u.id; CREATE UNIQUE INDEX ON m (id);
-- error add-unique-on-existing-rows 23505: Making unique m (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT id, count(*) FROM m GROUP BY id HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT t.id, u.id AS uid FROM users u JOIN teams t ON t.id = u.team_id; CREATE UNIQUE INDEX ON m (uid);
-- error add-unique-on-existing-rows 23505: Making unique m (uid) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of m (uid) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   before: SELECT uid, count(*) FROM m GROUP BY uid HAVING count(*) > 1;
CREATE MATERIALIZED VIEW m AS SELECT DISTINCT team_id FROM users; CREATE UNIQUE INDEX ON m (team_id);
CREATE TABLE copy AS SELECT * FROM users; ALTER TABLE copy ADD PRIMARY KEY (id);
-- warning add-unique-on-existing-rows 23505: Making a primary key of copy (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of copy (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of copy are deleted [same]
--   before: SELECT id, count(*) FROM copy GROUP BY id HAVING count(*) > 1;
-- warning set-not-null-on-existing-rows 23502: Making a primary key of copy.id fails if a row holds NULL there
--   why: copy.id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   before: SELECT count(*) FROM copy WHERE id IS NULL;
CREATE TABLE copy AS SELECT name FROM users; ALTER TABLE copy ADD PRIMARY KEY (name);
-- warning add-unique-on-existing-rows 23505: Making a primary key of copy (name) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of copy (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of copy are deleted [same]
--   before: SELECT name, count(*) FROM copy GROUP BY name HAVING count(*) > 1;
-- warning set-not-null-on-existing-rows 23502: Making a primary key of copy.name fails if a row holds NULL there
--   why: copy.name may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   before: SELECT count(*) FROM copy WHERE name IS NULL;
CREATE TABLE copy AS SELECT id, coalesce(name, '') AS n FROM users; ALTER TABLE copy ALTER n SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring copy.n fails if a row holds NULL there
--   why: copy.n may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [copy.n stays nullable]
--   before: SELECT count(*) FROM copy WHERE n IS NULL;
CREATE TABLE copy (LIKE users); INSERT INTO copy SELECT * FROM users; ALTER TABLE copy ADD PRIMARY KEY (id);
-- warning add-unique-on-existing-rows 23505: Making a primary key of copy (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of copy (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of copy are deleted [same]
--   before: SELECT id, count(*) FROM copy GROUP BY id HAVING count(*) > 1;
CREATE TABLE fresh (id int, a text); ALTER TABLE fresh ALTER a SET NOT NULL; CREATE UNIQUE INDEX ON fresh (a);
CREATE TABLE fresh (id int, a text); INSERT INTO fresh VALUES (1, 'x'); ALTER TABLE fresh ALTER a SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring fresh.a fails if a row holds NULL there
--   why: fresh.a may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [fresh.a stays nullable]
--   before: SELECT count(*) FROM fresh WHERE a IS NULL;
CREATE TABLE fresh (id int, a text); INSERT INTO fresh SELECT id, name FROM users; CREATE UNIQUE INDEX ON fresh (a);
-- warning add-unique-on-existing-rows 23505: Making unique fresh (a) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of fresh (a) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of fresh are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT a, count(*) FROM fresh GROUP BY a HAVING count(*) > 1;
ALTER TABLE users ALTER score TYPE positive;
-- error change-type-incompatible 23514: Changing users.score from integer to positive fails if a value then violates a check
--   why: PostgreSQL converts every value that is there, and refuses the statement (23514) at the first one that then violates a check. Whether there is one depends on data that nobody has looked at.
--   path a: Move to a new column over several releases [users.score_new takes the place of users.score]
--   before: SELECT score, count(*) FROM users GROUP BY score ORDER BY length(score::text) DESC LIMIT 50;
ALTER TABLE users ALTER name TYPE needed;
-- error change-type-incompatible 23502: Changing users.name from text to needed fails if a value comes to NULL
--   why: PostgreSQL converts every value that is there, and refuses the statement (23502) at the first one that comes to NULL. Whether there is one depends on data that nobody has looked at.
--   path a: Move to a new column over several releases [users.name_new takes the place of users.name]
--   before: SELECT name, count(*) FROM users GROUP BY name ORDER BY length(name::text) DESC LIMIT 50;
ALTER TABLE users ALTER name TYPE date USING name::date;
-- error change-type-incompatible 22007: Changing users.name from text to date fails if a value is no such date or time
--   why: PostgreSQL converts every value that is there, and refuses the statement (22007) at the first one that is no such date or time. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT name, count(*) FROM users GROUP BY name ORDER BY length(name::text) DESC LIMIT 50;
ALTER TABLE users ALTER name TYPE date USING to_date(name, 'YYYY');
-- error change-type-incompatible 22007: Changing users.name from text to date fails if a value is no such date or time
--   why: PostgreSQL converts every value that is there, and refuses the statement (22007) at the first one that is no such date or time. Whether there is one depends on data that nobody has looked at.
--   before: SELECT name, count(*) FROM users GROUP BY name ORDER BY length(name::text) DESC LIMIT 50;
ALTER TABLE users ALTER code TYPE int USING code::int;
-- error change-type-incompatible 22P02: Changing users.code from character varying(20) to integer fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT count(*) FROM users WHERE code IS NOT NULL AND CASE WHEN code::text ~ '^\s*[-+]?[0-9]+\s*$' THEN round(code::text::numeric) NOT BETWEEN -2147483648 AND 2147483647 ELSE true END;
ALTER TABLE users ALTER code TYPE int USING length(code);
-- warning change-type-rewrites-table: Changing users.code from character varying(20) to integer rewrites users while its reads and writes wait
--   why: Every row of users is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ALTER name TYPE jsonb USING name::jsonb;
-- error change-type-incompatible 22P02: Changing users.name from text to jsonb fails if a value does not read as one
--   why: PostgreSQL converts every value that is there, and refuses the statement (22P02) at the first one that does not read as one. Whether there is one depends on data that nobody has looked at.
--   path a: Correct the values that don't fit first [same]
--   before: SELECT name, count(*) FROM users GROUP BY name ORDER BY length(name::text) DESC LIMIT 50;
ALTER TABLE users ALTER name TYPE text[] USING ARRAY[name];
-- warning change-type-rewrites-table: Changing users.name from text to text[] rewrites users while its reads and writes wait
--   why: Every row of users is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users ALTER name TYPE bytea USING decode(name, 'hex');
-- error change-type-incompatible 22023: Changing users.name from text to bytea fails if a value does not convert
--   why: PostgreSQL converts every value that is there, and refuses the statement (22023) at the first one that does not convert. Whether there is one depends on data that nobody has looked at.
--   before: SELECT name, count(*) FROM users GROUP BY name ORDER BY length(name::text) DESC LIMIT 50;
ALTER TABLE moods ALTER m TYPE mood USING CASE m WHEN 'glad' THEN 'ok' ELSE m END;
-- warning change-type-rewrites-table: Changing moods.m from mood to mood rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
CREATE TYPE mood2 AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood2 USING (CASE m::text WHEN 'glad' THEN 'ok' ELSE m::text END)::mood2;
-- warning change-type-rewrites-table: Changing moods.m from mood to mood2 rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
CREATE TYPE mood2 AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood2 USING (CASE WHEN m = 'glad' THEN 'ok' ELSE m::text END)::mood2;
-- warning change-type-rewrites-table: Changing moods.m from mood to mood2 rewrites moods while its reads and writes wait
--   why: Every row of moods is written again and all its indexes are built again while ACCESS EXCLUSIVE is held.
--   path a: Fill a new column outside of migrations, and let it take the old one's place in a later release [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
CREATE TYPE mood2 AS ENUM ('sad', 'ok'); ALTER TABLE moods ALTER m TYPE mood2 USING (CASE WHEN m = 'sad' THEN 'ok' ELSE m::text END)::mood2;
-- error remove-enum-value 22P02: Removing 'glad' from enum mood fails if a row of moods.m holds it
--   why: The rows of moods are converted to the new enum one by one, under an exclusive lock, and the first that holds a label that is gone stops the deploy (22P02). The running version of the application may write such a label until the last moment.
--   path a: Say in the conversion what becomes of 'glad' [same]
--   before: SELECT count(*) FROM moods WHERE m::text IN ('glad');
INSERT INTO of_pairs VALUES (1, 2, 3);
-- warning statement-always-fails 23503: This INSERT fails on every new database: no migration puts a row into pairs, which of_pairs (a, b) refers to
--   why: The rows it refers to come from somewhere else, so that it works where they are. A shadow database, CI and the next developer's have the migrations alone, and there PostgreSQL refuses it (23503).
INSERT INTO pairs VALUES (1, 2); INSERT INTO of_pairs VALUES (1, 2, 3);
-- note insert-may-repeat-key 23505: This INSERT fails if pairs has a row with the same a and b already
--   why: The rows' a and b is written out, and pairs keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (1), (2); INSERT INTO posts VALUES (1, 1, 'x'), (2, 2, 'y');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (1); INSERT INTO posts VALUES (1, 1, 'x'), (2, 2, 'y');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (1); INSERT INTO posts (title, user_id) VALUES ('x', 1);
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (1); INSERT INTO posts SELECT 1, 1, 'x';
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) VALUES (1); INSERT INTO posts SELECT 1, id, 'x' FROM users;
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id) SELECT 1; INSERT INTO posts VALUES (1, 1, 'x');
INSERT INTO users (id) VALUES (1); DELETE FROM users WHERE id = 1; INSERT INTO posts VALUES (1, 1, 'x');
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id = 1);
INSERT INTO users (id, lead_id) VALUES (1, NULL), (2, 1);
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO users (id, lead_id) VALUES (1, 2), (2, NULL);
-- note insert-may-repeat-key 23505: This INSERT fails if users has a row with the same id already
--   why: The rows' id is written out, and users keeps it unique: where a row with one of these keys is there, PostgreSQL refuses the new one (23505), and the deploy stops.
--   path a: Keep the rows that are there [same]
INSERT INTO posts VALUES (1, (SELECT id FROM users LIMIT 1), 'x');
INSERT INTO posts SELECT 1, id, name FROM users;
TRUNCATE users CASCADE; INSERT INTO posts SELECT 1, id, name FROM users;
-- error truncate-cascade: TRUNCATE users CASCADE also removes all rows of posts
--   why: CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and those that refer to them in turn.
--   path a: Keep a copy of the rows first [tables kept.users_kept and kept.posts_kept stay, with the rows]
-- warning scan-under-exclusive-lock: INSERT goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   path a: Move the rows in a migration of their own, when the lock is given back [same]
--   migrations/002_change/migration.sql:1: users is locked from here on
UPDATE posts SET user_id = (SELECT id FROM users LIMIT 1);
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites posts.user_id in every row
--   why: Whatever posts.user_id holds now is gone, in every environment the migration reaches, and every row of posts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.posts_user_id_kept stays, with the values of posts.user_id]
--   before: SELECT count(user_id) FROM posts;
UPDATE posts SET user_id = u.id FROM users u WHERE u.name = posts.title;
UPDATE pairs SET a = a + 1;
-- warning delete-of-referenced-rows 23503: This UPDATE fails if a row of of_pairs refers to one that gets another key
--   why: A row of of_pairs that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
DELETE FROM pairs;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of of_pairs refers to one that goes
--   why: A row of of_pairs that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
-- error update-or-delete-without-where: DELETE without WHERE removes every row of pairs
--   why: Every row of pairs is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.pairs_kept stays, with the rows]
--   before: SELECT count(*) FROM pairs;
DELETE FROM pairs WHERE a = 1;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of of_pairs refers to one that goes
--   why: A row of of_pairs that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
UPDATE of_pairs SET a = NULL; DELETE FROM pairs WHERE a = 1;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites of_pairs.a in every row
--   why: Whatever of_pairs.a holds now is gone, in every environment the migration reaches, and every row of of_pairs stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.of_pairs_a_kept stays, with the values of of_pairs.a]
--   before: SELECT count(a) FROM of_pairs;
DELETE FROM of_pairs; DELETE FROM pairs;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of of_pairs
--   why: Every row of of_pairs is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.of_pairs_kept stays, with the rows]
--   before: SELECT count(*) FROM of_pairs;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of pairs
--   why: Every row of pairs is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.pairs_kept stays, with the rows]
--   before: SELECT count(*) FROM pairs;
TRUNCATE of_pairs; DELETE FROM pairs;
-- error truncate: TRUNCATE of_pairs removes all its rows
--   why: Every row of of_pairs is gone when the deploy is done, in every environment it reaches; only a backup brings them back. Reads and writes wait meanwhile.
--   path a: Keep a copy of the rows first [table kept.of_pairs_kept stays, with the rows]
--   before: SELECT count(*) FROM of_pairs;
-- warning scan-under-exclusive-lock: DELETE goes through pairs while reads and writes of of_pairs still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on of_pairs, and the transaction keeps it until it commits: for as long as this takes, nobody can even read of_pairs.
--   path a: Move the rows in a migration of their own, when the lock is given back [same]
--   migrations/002_change/migration.sql:1: of_pairs is locked from here on
-- error update-or-delete-without-where: DELETE without WHERE removes every row of pairs
--   why: Every row of pairs is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.pairs_kept stays, with the rows]
--   before: SELECT count(*) FROM pairs;
DELETE FROM users WHERE id IN (1, 2);
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id IN (1, 2));
UPDATE users SET lead_id = NULL WHERE lead_id IN (1, 2); DELETE FROM users WHERE id IN (1, 2);
UPDATE users SET lead_id = NULL WHERE lead_id IN (1, 2); DELETE FROM users WHERE id = 1 AND name = 'x';
DELETE FROM users WHERE id = 1 OR id = 2;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id = 1 OR id = 2);
DELETE FROM users WHERE true;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE true);
-- error update-or-delete-without-where: DELETE with a WHERE that always holds removes every row of users
--   why: Every row of users is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.users_kept stays, with the rows]
--   before: SELECT count(*) FROM users;
DELETE FROM users WHERE 1 = 1;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE 1 = 1);
-- error update-or-delete-without-where: DELETE with a WHERE that always holds removes every row of users
--   why: Every row of users is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.users_kept stays, with the rows]
--   before: SELECT count(*) FROM users;
DELETE FROM users WHERE id = id;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id = id);
DELETE FROM users WHERE id IS NOT NULL;
-- warning delete-of-referenced-rows 23503: This DELETE fails if a row of users refers to one that goes
--   why: A row of users that refers to one of them keeps it there: PostgreSQL refuses the statement (23503), and the deploy stops, where there are such rows. A test database often has none.
--   path a: Let the rows of users refer to another row of users first [same]
--   path b: Delete the rows of users that refer to them first [same]
--   before: SELECT count(*) FROM users WHERE lead_id IN (SELECT id FROM users WHERE id IS NOT NULL);
UPDATE users SET name = 'x' WHERE true AND true;
-- warning update-or-delete-without-where: UPDATE with a WHERE that always holds overwrites users.name in every row
--   why: Whatever users.name holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
UPDATE users SET name = 'x' WHERE true OR id = 1;
-- warning update-or-delete-without-where: UPDATE with a WHERE that always holds overwrites users.name in every row
--   why: Whatever users.name holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_name_kept stays, with the values of users.name]
--   before: SELECT count(name) FROM users;
UPDATE users SET name = upper(name);
UPDATE users SET name = name;
ALTER TABLE users ADD t2 int; UPDATE users SET t2 = team_id; ALTER TABLE users ADD FOREIGN KEY (t2) REFERENCES teams;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_t2_fkey fails if a row of users (t2) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (t2) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of t2 is in public.teams.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.t2 IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.t2);
ALTER TABLE users ADD t2 int; UPDATE users SET t2 = lead_id; ALTER TABLE users ADD FOREIGN KEY (t2) REFERENCES users;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_t2_fkey fails if a row of users (t2) refers to no row of users
--   why: Nothing has made sure so far that every value of users (t2) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of t2 is in public.users.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.t2 IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.t2);
ALTER TABLE users ADD t2 int DEFAULT 5; ALTER TABLE users ADD FOREIGN KEY (t2) REFERENCES teams;
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key users_t2_fkey fails if a row of users (t2) refers to no row of teams
--   why: Nothing has made sure so far that every value of users (t2) is there in teams: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.t2 IS NOT NULL AND NOT EXISTS (SELECT FROM teams parent WHERE parent.id = child.t2);
ALTER TABLE users DROP CONSTRAINT users_lead_id_fkey; ALTER TABLE users ADD FOREIGN KEY (lead_id) REFERENCES users ON DELETE SET NULL;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on users, while every row is checked
--   why: Every row of users is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE users DROP CONSTRAINT users_lead_id_fkey; UPDATE users SET lead_id = 5; ALTER TABLE users ADD FOREIGN KEY (lead_id) REFERENCES users;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.lead_id in every row
--   why: Whatever users.lead_id holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.users_lead_id_kept stays, with the values of users.lead_id]
--   before: SELECT count(lead_id) FROM users;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key users_lead_id_fkey fails if a row of users (lead_id) refers to no row of users
--   why: Nothing has made sure so far that every value of users (lead_id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of lead_id is in public.users.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of users that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM users child WHERE child.lead_id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.lead_id);
ALTER TABLE users DROP CONSTRAINT users_lead_id_fkey; DELETE FROM users WHERE id = 1; ALTER TABLE users ADD FOREIGN KEY (lead_id) REFERENCES users;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on users, while every row is checked
--   why: Every row of users is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE of_pairs DROP CONSTRAINT of_pairs_a_b_fkey; ALTER TABLE of_pairs ADD FOREIGN KEY (a, b) REFERENCES pairs ON DELETE CASCADE;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks pairs against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on of_pairs blocks its writes, and writes on pairs, while every row is checked
--   why: Every row of of_pairs is looked up in pairs while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE pairs DROP CONSTRAINT pairs_pkey CASCADE; ALTER TABLE pairs ADD PRIMARY KEY (b, a);
-- warning drop-cascade: Dropping constraint pairs_pkey CASCADE also drops foreign key of_pairs_a_b_fkey of of_pairs
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
--   path a: Drop each of them by its name, and leave CASCADE out [same]
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks of_pairs against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning add-unique-without-using-index: ADD PRIMARY KEY on pairs blocks its reads and writes until the index is built
--   why: The index behind the constraint is built while ACCESS EXCLUSIVE is held: nobody can even SELECT from pairs.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE pairs DROP CONSTRAINT pairs_pkey CASCADE; ALTER TABLE pairs ADD PRIMARY KEY (a);
-- warning drop-cascade: Dropping constraint pairs_pkey CASCADE also drops foreign key of_pairs_a_b_fkey of of_pairs
--   why: CASCADE removes whatever depends on the object, without a word in the migration: a view that a report reads, a foreign key that kept orphans out. A column whose type goes is dropped with its data.
--   path a: Drop each of them by its name, and leave CASCADE out [same]
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks of_pairs against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error add-unique-on-existing-rows 23505: Making a primary key of pairs (a) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of pairs (a) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of pairs are deleted [same]
--   before: SELECT a, count(*) FROM pairs GROUP BY a HAVING count(*) > 1;
ALTER TABLE teams DROP CONSTRAINT teams_slug_key; CREATE UNIQUE INDEX k ON teams (slug, name);
-- warning create-index-without-concurrently: CREATE INDEX on teams blocks its writes until the index is built
--   why: It takes a SHARE lock: every INSERT, UPDATE and DELETE on teams waits until all its rows have been read and sorted.
--   path a: Build it CONCURRENTLY [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE teams DROP CONSTRAINT teams_slug_key; CREATE UNIQUE INDEX k ON teams (name);
-- error add-unique-on-existing-rows 23505: Making unique teams (name) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of teams (name) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of teams are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT name, count(*) FROM teams GROUP BY name HAVING count(*) > 1;
ALTER TABLE teams DROP CONSTRAINT teams_slug_key; INSERT INTO teams (name, slug) VALUES ('x', 'y'); CREATE UNIQUE INDEX k ON teams (slug);
-- error add-unique-on-existing-rows 23505: Making unique teams (slug) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of teams (slug) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of teams are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT slug, count(*) FROM teams GROUP BY slug HAVING count(*) > 1;
ALTER TABLE teams DROP CONSTRAINT teams_slug_key; UPDATE teams SET slug = 'x'; CREATE UNIQUE INDEX k ON teams (slug);
-- warning scan-under-exclusive-lock: UPDATE goes through teams while reads and writes of teams still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on teams, and the transaction keeps it until it commits: for as long as this takes, nobody can even read teams.
--   migrations/002_change/migration.sql:1: teams is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites teams.slug in every row
--   why: Whatever teams.slug holds now is gone, in every environment the migration reaches, and every row of teams stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.teams_slug_kept stays, with the values of teams.slug]
--   before: SELECT count(slug) FROM teams;
-- error add-unique-on-existing-rows 23505: Making unique teams (slug) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of teams (slug) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of teams are deleted [same]
--   path c: Not yet: make it unique in a later release, when no version writes duplicates any more [same]
--   before: SELECT slug, count(*) FROM teams GROUP BY slug HAVING count(*) > 1;
ALTER TABLE teams ALTER name DROP NOT NULL; ALTER TABLE teams ALTER name SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring teams.name fails if a row holds NULL there
--   why: teams.name may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [teams.name stays nullable]
--   before: SELECT count(*) FROM teams WHERE name IS NULL;
ALTER TABLE teams ALTER name DROP NOT NULL; UPDATE teams SET name = NULL; ALTER TABLE teams ALTER name SET NOT NULL;
-- warning scan-under-exclusive-lock: UPDATE goes through teams while reads and writes of teams still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on teams, and the transaction keeps it until it commits: for as long as this takes, nobody can even read teams.
--   migrations/002_change/migration.sql:1: teams is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites teams.name in every row
--   why: Whatever teams.name holds now is gone, in every environment the migration reaches, and every row of teams stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.teams_name_kept stays, with the values of teams.name]
--   before: SELECT count(name) FROM teams;
-- error set-not-null-on-existing-rows 23502: Requiring teams.name fails if a row holds NULL there
--   why: teams.name may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [teams.name stays nullable]
--   before: SELECT count(*) FROM teams WHERE name IS NULL;
CREATE TABLE wide AS SELECT u.*, t.name AS team FROM users u JOIN teams t ON t.id = u.team_id; ALTER TABLE wide ALTER team SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring wide.team fails if a row holds NULL there
--   why: wide.team may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [wide.team stays nullable]
--   before: SELECT count(*) FROM wide WHERE team IS NULL;
CREATE TABLE wide AS SELECT u.*, t.name AS team FROM users u LEFT JOIN teams t ON t.id = u.team_id; ALTER TABLE wide ALTER team SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring wide.team fails if a row holds NULL there
--   why: wide.team may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [wide.team stays nullable]
--   before: SELECT count(*) FROM wide WHERE team IS NULL;
CREATE TABLE wide AS SELECT u.id, t.slug FROM users u JOIN teams t ON t.id = u.team_id; ALTER TABLE wide ADD PRIMARY KEY (id);
-- warning add-unique-on-existing-rows 23505: Making a primary key of wide (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of wide (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of wide are deleted [same]
--   before: SELECT id, count(*) FROM wide GROUP BY id HAVING count(*) > 1;
-- warning set-not-null-on-existing-rows 23502: Making a primary key of wide.id fails if a row holds NULL there
--   why: wide.id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   before: SELECT count(*) FROM wide WHERE id IS NULL;
CREATE TABLE wide AS SELECT t.id FROM users u JOIN teams t ON t.id = u.team_id; ALTER TABLE wide ADD PRIMARY KEY (id);
-- warning add-unique-on-existing-rows 23505: Making a primary key of wide (id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of wide (id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of wide are deleted [same]
--   before: SELECT id, count(*) FROM wide GROUP BY id HAVING count(*) > 1;
-- warning set-not-null-on-existing-rows 23502: Making a primary key of wide.id fails if a row holds NULL there
--   why: wide.id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   before: SELECT count(*) FROM wide WHERE id IS NULL;
CREATE TABLE wide AS SELECT team_id, count(*) AS n FROM users WHERE team_id IS NOT NULL GROUP BY team_id; ALTER TABLE wide ADD PRIMARY KEY (team_id);
-- warning add-unique-on-existing-rows 23505: Making a primary key of wide (team_id) fails if two rows have the same values there
--   why: Nothing has kept duplicates out of wide (team_id) so far. While PostgreSQL builds the index it refuses the first pair it meets (23505), and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Keep every row: those that repeat an earlier one's get another value [same]
--   path b: Keep one row of each group; the other rows of wide are deleted [same]
--   before: SELECT team_id, count(*) FROM wide GROUP BY team_id HAVING count(*) > 1;
-- warning set-not-null-on-existing-rows 23502: Making a primary key of wide.team_id fails if a row holds NULL there
--   why: wide.team_id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   before: SELECT count(*) FROM wide WHERE team_id IS NULL;
CREATE TABLE wide (id int, user_id int); INSERT INTO wide SELECT id, user_id FROM posts; ALTER TABLE wide ALTER user_id SET NOT NULL; ALTER TABLE wide ADD FOREIGN KEY (user_id) REFERENCES users;
-- warning set-not-null-on-existing-rows 23502: Requiring wide.user_id fails if a row holds NULL there
--   why: wide.user_id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [wide.user_id stays nullable]
--   before: SELECT count(*) FROM wide WHERE user_id IS NULL;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key wide_user_id_fkey fails if a row of wide (user_id) refers to no row of users
--   why: Nothing has made sure so far that every value of wide (user_id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of wide that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM wide child WHERE child.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.user_id);
CREATE TABLE wide (id int, user_id int); INSERT INTO wide SELECT id, lead_id FROM users; ALTER TABLE wide ALTER user_id SET NOT NULL; ALTER TABLE wide ADD FOREIGN KEY (user_id) REFERENCES users;
-- warning set-not-null-on-existing-rows 23502: Requiring wide.user_id fails if a row holds NULL there
--   why: wide.user_id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [wide.user_id stays nullable]
--   before: SELECT count(*) FROM wide WHERE user_id IS NULL;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key wide_user_id_fkey fails if a row of wide (user_id) refers to no row of users
--   why: Nothing has made sure so far that every value of wide (user_id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify the rows that this migration inserts.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of wide that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM wide child WHERE child.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.user_id);
CREATE TABLE wide (id int, user_id int); INSERT INTO wide SELECT id, team_id FROM users WHERE team_id IS NOT NULL; ALTER TABLE wide ALTER user_id SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring wide.user_id fails if a row holds NULL there
--   why: wide.user_id may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify the rows that this migration inserts.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [wide.user_id stays nullable]
--   before: SELECT count(*) FROM wide WHERE user_id IS NULL;
WITH moved AS (DELETE FROM posts RETURNING *) INSERT INTO codes SELECT title, 1 FROM moved;
-- error update-or-delete-without-where: DELETE without WHERE removes every row of posts
--   why: Every row of posts is gone when the deploy is done, in every environment it reaches, and what refers to them with ON DELETE CASCADE as well.
--   path a: Keep a copy of the rows first [table kept.posts_kept stays, with the rows]
--   before: SELECT count(*) FROM posts;
MERGE INTO codes USING teams ON teams.slug = codes.code WHEN MATCHED THEN DELETE;
DO $$ BEGIN UPDATE users SET email = '' WHERE email IS NULL; END $$; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DO $$ BEGIN LOOP UPDATE users SET email = '' WHERE email IS NULL; EXIT; END LOOP; END $$; ALTER TABLE users ALTER email SET NOT NULL;
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DO $$ BEGIN IF EXISTS (SELECT 1 FROM users WHERE email IS NULL) THEN RAISE EXCEPTION 'no'; END IF; END $$; ALTER TABLE users ALTER email SET NOT NULL;
-- error set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
DO $$ BEGIN EXECUTE 'UPDATE users SET email = 1'; END $$; ALTER TABLE users ALTER email SET NOT NULL;
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites users.email in every row
--   why: Whatever users.email holds now is gone, in every environment the migration reaches, and every row of users stays locked until the transaction ends.
--   before: SELECT count(email) FROM users;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
LOCK TABLE users; UPDATE users SET email = '' WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
BEGIN; UPDATE users SET email = '' WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL; COMMIT;
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
BEGIN; UPDATE users SET email = '' WHERE email IS NULL; ROLLBACK; ALTER TABLE users ALTER email SET NOT NULL;
-- error transaction-control: ROLLBACK undoes everything since line 1
--   why: The migration is recorded as applied, though nothing of the block stays: the database is no longer what the history says.
--   path a: Commit the block [what the block does stays]
-- warning set-not-null-on-existing-rows: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration corrects the rows that are there, but nothing keeps a running application from writing another bad one before this statement runs.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
ALTER TABLE users ALTER email SET DEFAULT ''; UPDATE users SET email = DEFAULT WHERE email IS NULL; ALTER TABLE users ALTER email SET NOT NULL;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning set-not-null-on-existing-rows 23502: Requiring users.email fails if a row holds NULL there
--   why: users.email may hold NULL today. PostgreSQL reads the whole table and refuses the statement (23502) at the first one, in the middle of the deploy. This migration does something about it: verify that no row is left with NULL in email.
--   path a: Fill the rows that hold NULL first [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [users.email stays nullable]
--   before: SELECT count(*) FROM users WHERE email IS NULL;
ALTER TABLE users DROP CONSTRAINT users_lead_id_fkey; UPDATE users SET lead_id = (SELECT min(id) FROM users) WHERE lead_id IS NULL; ALTER TABLE users ADD FOREIGN KEY (lead_id) REFERENCES users ON DELETE CASCADE;
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of users still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on users, and the transaction keeps it until it commits: for as long as this takes, nobody can even read users.
--   migrations/002_change/migration.sql:1: users is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on users blocks its writes, and writes on users, while every row is checked
--   why: Every row of users is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; UPDATE posts SET user_id = (SELECT id FROM users ORDER BY id LIMIT 1) WHERE user_id IS NULL; ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of posts still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on posts, and the transaction keeps it until it commits: for as long as this takes, nobody can even read posts.
--   migrations/002_change/migration.sql:1: posts is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on posts blocks its writes, and writes on users, while every row is checked
--   why: Every row of posts is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; UPDATE posts SET user_id = u.id FROM users u WHERE u.name = posts.title; ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of posts still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on posts, and the transaction keeps it until it commits: for as long as this takes, nobody can even read posts.
--   migrations/002_change/migration.sql:1: posts is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on posts blocks its writes, and writes on users, while every row is checked
--   why: Every row of posts is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; UPDATE posts SET user_id = (SELECT array_agg(id) FROM users)[2]; ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of posts still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on posts, and the transaction keeps it until it commits: for as long as this takes, nobody can even read posts.
--   migrations/002_change/migration.sql:1: posts is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites posts.user_id in every row
--   why: Whatever posts.user_id holds now is gone, in every environment the migration reaches, and every row of posts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.posts_user_id_kept stays, with the values of posts.user_id]
--   before: SELECT count(user_id) FROM posts;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on posts blocks its writes, and writes on users, while every row is checked
--   why: Every row of posts is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; UPDATE posts SET user_id = (SELECT score FROM users LIMIT 1); ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through users while reads and writes of posts still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on posts, and the transaction keeps it until it commits: for as long as this takes, nobody can even read posts.
--   migrations/002_change/migration.sql:1: posts is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites posts.user_id in every row
--   why: Whatever posts.user_id holds now is gone, in every environment the migration reaches, and every row of posts stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.posts_user_id_kept stays, with the values of posts.user_id]
--   before: SELECT count(user_id) FROM posts;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key posts_user_id_fkey fails if a row of posts (user_id) refers to no row of users
--   why: Nothing has made sure so far that every value of posts (user_id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of user_id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of posts that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM posts child WHERE child.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.user_id);
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey; UPDATE posts SET user_id = 7 WHERE title = ''; ALTER TABLE posts ADD FOREIGN KEY (user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through posts while reads and writes of posts still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on posts, and the transaction keeps it until it commits: for as long as this takes, nobody can even read posts.
--   migrations/002_change/migration.sql:1: posts is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key posts_user_id_fkey fails if a row of posts (user_id) refers to no row of users
--   why: Nothing has made sure so far that every value of posts (user_id) is there in users: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of user_id is in public.users.
--   path a: Give the rows that refer to nothing a parent that is there [same]
--   path b: Delete the rows of posts that refer to nothing [same]
--   path c: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM posts child WHERE child.user_id IS NOT NULL AND NOT EXISTS (SELECT FROM users parent WHERE parent.id = child.user_id);
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey, DROP COLUMN user_id, ADD COLUMN team_id int NOT NULL; ALTER TABLE posts ADD FOREIGN KEY (team_id) REFERENCES teams;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error drop-column: Dropping posts.user_id breaks the running version, which still reads it, and its data is gone
--   why: During the deploy the previous version of the application is still running and names user_id in its queries: each of them fails (42703) until the last old process is gone. There is no way back: a rollback finds the column empty.
--   path a: Not now: drop it in the next release [same]
--   path b: The same, and keep a copy of its values [table posts_user_id_kept stays, with the values of posts.user_id]
--   path c: Not now, and with a default that the running version can read [same]
--   before: SELECT count(user_id) FROM posts;
--   migrations/001_setup/migration.sql:4: posts.user_id was made here
-- error add-column-not-null-without-default 23502: Adding the required column posts.team_id without a default fails if posts has any row
--   why: Every row that is already in posts would hold NULL in team_id, so PostgreSQL refuses the statement (23502) and the deploy stops there.
--   path a: In three statements: add it nullable, fill it, require it [same]
--   path a': For a large table: fill it in batches outside of migrations, and require it in later ones [same]
--   path b: Keep it nullable for good, and have the application require it [posts.team_id stays nullable]
--   before: SELECT EXISTS (SELECT FROM posts) AS has_rows;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on posts blocks its writes, and writes on teams, while every row is checked
--   why: Every row of posts is looked up in teams while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE posts DROP CONSTRAINT posts_user_id_fkey, DROP COLUMN user_id, ADD COLUMN author_user_id int NOT NULL; ALTER TABLE posts ADD FOREIGN KEY (author_user_id) REFERENCES users;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks users against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error probable-rename 23502: Dropping posts.user_id and adding author_user_id looks like a rename, but loses every value
--   why: Prisma can't tell a renamed field from one that is removed and one that is added, and writes DROP and ADD: author_user_id starts empty. And the version that is running still reads user_id.
--   path a: Rename the column, while the application stands still [same]
--   before: SELECT count(user_id) FROM posts;
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on posts blocks its writes, and writes on users, while every row is checked
--   why: Every row of posts is looked up in users while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE bills DROP CONSTRAINT bills_firm; UPDATE bills SET firm_id = f.id FROM firms f WHERE f.code = bills.id; ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on bills blocks its writes, and writes on firms, while every row is checked
--   why: Every row of bills is looked up in firms while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE bills DROP CONSTRAINT bills_firm; UPDATE bills SET firm_id = f.code FROM firms f WHERE f.id = bills.firm_id; ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_firm_id_fkey fails if a row of bills (firm_id) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (firm_id) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of firm_id is in public.firms.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.id = child.firm_id);
ALTER TABLE bills DROP CONSTRAINT bills_firm; UPDATE bills SET firm_id = f.code FROM firms f WHERE f.id = bills.firm_id; ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms (code);
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_firm_id_fkey fails if a row of bills (firm_id) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (firm_id) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of firm_id is in public.firms.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.code = child.firm_id);
ALTER TABLE bills DROP CONSTRAINT bills_firm; UPDATE bills SET firm_id = (SELECT vat FROM firms LIMIT 1); ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning update-or-delete-without-where: UPDATE without WHERE overwrites bills.firm_id in every row
--   why: Whatever bills.firm_id holds now is gone, in every environment the migration reaches, and every row of bills stays locked until the transaction ends.
--   path a: Keep a copy of the values first [table kept.bills_firm_id_kept stays, with the values of bills.firm_id]
--   before: SELECT count(firm_id) FROM bills;
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_firm_id_fkey fails if a row of bills (firm_id) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (firm_id) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of firm_id is in public.firms.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.id = child.firm_id);
ALTER TABLE bills DROP CONSTRAINT bills_firm; ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms (id);
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on bills blocks its writes, and writes on firms, while every row is checked
--   why: Every row of bills is looked up in firms while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE bills DROP CONSTRAINT bills_firm; ALTER TABLE bills ADD FOREIGN KEY (firm_id) REFERENCES firms (code);
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- error add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_firm_id_fkey fails if a row of bills (firm_id) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (firm_id) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.code = child.firm_id);
ALTER TABLE bills DROP CONSTRAINT bills_firm; ALTER TABLE bills ADD CONSTRAINT f FOREIGN KEY (firm_id) REFERENCES firms (vat) NOT VALID; ALTER TABLE bills VALIDATE CONSTRAINT f;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning validate-in-same-transaction 23503: VALIDATE CONSTRAINT f reads all of bills while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   path a: Validate it in a migration of its own [same]
--   before: SELECT count(*) FROM public.bills c WHERE c.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.firms p WHERE p.vat = c.firm_id);
ALTER TABLE bills DROP CONSTRAINT bills_firm; ALTER TABLE bills ADD CONSTRAINT f FOREIGN KEY (firm_id) REFERENCES firms NOT VALID; ALTER TABLE bills VALIDATE CONSTRAINT f;
-- note drop-foreign-key-locks-parent: Dropping foreign keys locks firms against reads and writes, as well as the tables that are altered
--   why: The foreign key's triggers on the referenced table go with it, which takes ACCESS EXCLUSIVE there too. A long query on either table makes everyone wait on both.
--   path a: Do it at a quiet hour, and let a lock_timeout end the wait [same]
-- warning validate-in-same-transaction: VALIDATE CONSTRAINT f reads all of bills while the transaction still blocks its reads and writes when the file is sent as one string (Prisma up to 7.3)
--   why: VALIDATE by itself lets reads and writes go on; but the lock that ADD CONSTRAINT took is kept to the end of the transaction, so they wait for the scan all the same. Where a row breaks the constraint, the transaction fails after that wait.
--   path a: Validate it in a migration of its own [same]
--   before: SELECT count(*) FROM public.bills c WHERE c.firm_id IS NOT NULL AND NOT EXISTS (SELECT FROM public.firms p WHERE p.id = c.firm_id);
ALTER TABLE bills ADD by int; UPDATE bills SET by = (SELECT id FROM firms LIMIT 1); ALTER TABLE bills ADD FOREIGN KEY (by) REFERENCES firms;
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on bills blocks its writes, and writes on firms, while every row is checked
--   why: Every row of bills is looked up in firms while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
ALTER TABLE bills ADD by int; UPDATE bills SET by = (SELECT size FROM firms LIMIT 1); ALTER TABLE bills ADD FOREIGN KEY (by) REFERENCES firms;
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_by_fkey fails if a row of bills (by) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (by) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of by is in public.firms.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.by IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.id = child.by);
ALTER TABLE bills ADD by int; UPDATE bills SET by = f.code FROM firms f WHERE f.id = bills.id; ALTER TABLE bills ADD FOREIGN KEY (by) REFERENCES firms (vat);
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-foreign-key-on-existing-rows 23503: Adding the foreign key bills_by_fkey fails if a row of bills (by) refers to no row of firms
--   why: Nothing has made sure so far that every value of bills (by) is there in firms: rows whose parent was deleted are still around. PostgreSQL refuses the statement (23503) at the first one, and the deploy stops there. This migration does something about it: verify that every value of by is in public.firms.
--   path a: Detach the rows that refer to nothing first [same]
--   path b: Give the rows that refer to nothing a parent that is there [same]
--   path c: Delete the rows of bills that refer to nothing [same]
--   path d: Let it hold for new rows from now on, and check the old ones in a later release [same]
--   before: SELECT count(*) FROM bills child WHERE child.by IS NOT NULL AND NOT EXISTS (SELECT FROM firms parent WHERE parent.vat = child.by);
ALTER TABLE bills ADD by int; UPDATE bills SET by = f.vat FROM firms f WHERE f.id = bills.id; ALTER TABLE bills ADD FOREIGN KEY (by) REFERENCES firms (vat);
-- warning scan-under-exclusive-lock: UPDATE goes through firms while reads and writes of bills still wait when the file is sent as one string (Prisma up to 7.3)
--   why: A statement before it took ACCESS EXCLUSIVE on bills, and the transaction keeps it until it commits: for as long as this takes, nobody can even read bills.
--   migrations/002_change/migration.sql:1: bills is locked from here on
-- warning add-constraint-without-not-valid: ADD FOREIGN KEY on bills blocks its writes, and writes on firms, while every row is checked
--   why: Every row of bills is looked up in firms while both tables are locked.
--   path a: Add it NOT VALID, and check the rows that are there apart from it [same]
--   path b: Do it at a quiet hour, and let a lock_timeout end the wait [same]
