// Keys, what refers to them, and what may be done to them.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of keys") {
  TEST_CASE("keys and what refers to them") {
    static const std::string setup = R"(
      CREATE TABLE p (a int PRIMARY KEY, b int UNIQUE, c int, d int, e text, UNIQUE (c, d));
      CREATE UNIQUE INDEX p_e ON p (e);
      CREATE UNIQUE INDEX p_part ON p (d) WHERE d > 0;
      CREATE UNIQUE INDEX p_expr ON p (lower(e));
      CREATE INDEX p_plain ON p (c);
      CREATE UNIQUE INDEX p_desc ON p (b DESC);
      CREATE UNIQUE INDEX p_two ON p (a, b);
      CREATE INDEX p_hash ON p USING hash (a);
      CREATE TABLE c (id int PRIMARY KEY, a int REFERENCES p, b int, c int, d int, e text, n
        numeric, u uuid, CONSTRAINT fk2 FOREIGN KEY (c, d) REFERENCES p (c, d));
      CREATE TABLE nk (x int, y int);
      CREATE TABLE def (a int PRIMARY KEY DEFERRABLE, b int CONSTRAINT def_b UNIQUE);
      CREATE TABLE pt (id int, k int, PRIMARY KEY (id, k)) PARTITION BY LIST (k);
      CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
      CREATE TABLE inh () INHERITS (p);
      CREATE VIEW v AS SELECT 1 AS one;
      CREATE UNLOGGED TABLE ul (id int PRIMARY KEY);
      CREATE TEMP TABLE tmp (id int PRIMARY KEY);
      CREATE TABLE gen (id int, g int GENERATED ALWAYS AS (id + 1) STORED);
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (a)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (b)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (c)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (d)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (e) REFERENCES p (e)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES p (a, b)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES p (b, a)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES p (d, c)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES p", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (c, d)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (e) REFERENCES p (a)", "42804"},
        {"ALTER TABLE c ADD FOREIGN KEY (u) REFERENCES p (a)", "42804"},
        {"ALTER TABLE c ADD FOREIGN KEY (n) REFERENCES p (a)", "42804"},
        {"ALTER TABLE c ADD FOREIGN KEY (nix) REFERENCES p (a)", "42703"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p (nix)", "42703"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nk", "42704"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nk (x)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES nix", "42P01"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES v (one)", "42809"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES def", "55000"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES def (b)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES pt (id)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES pt", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES pt NOT VALID", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b, c) REFERENCES pt1", ""},
        {"ALTER TABLE pt ADD FOREIGN KEY (k) REFERENCES p", ""},
        {"ALTER TABLE pt ADD FOREIGN KEY (k) REFERENCES p NOT VALID", "42809"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES inh (a)", "42830"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES ul", "42P16"},
        {"ALTER TABLE ul ADD FOREIGN KEY (id) REFERENCES p", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p ON DELETE SET NULL (b)", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p ON DELETE SET NULL (c)", "42P10"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p ON DELETE CASCADE ON UPDATE SET DEFAULT", ""},
        {"ALTER TABLE gen ADD FOREIGN KEY (g) REFERENCES p ON DELETE SET NULL", "42601"},
        {"ALTER TABLE gen ADD FOREIGN KEY (g) REFERENCES p ON UPDATE CASCADE", "42601"},
        {"ALTER TABLE gen ADD FOREIGN KEY (g) REFERENCES p", ""},
        {"ALTER TABLE c ADD CONSTRAINT fk2 FOREIGN KEY (b) REFERENCES p", "42710"},
        {"ALTER TABLE c ADD CONSTRAINT c_pkey FOREIGN KEY (b) REFERENCES p", "42710"},
        {"ALTER TABLE c ADD CONSTRAINT other FOREIGN KEY (b) REFERENCES p", ""},
        {"ALTER TABLE c ADD FOREIGN KEY (ctid) REFERENCES p", "0A000"},
        {"ALTER TABLE c ADD FOREIGN KEY (b) REFERENCES p MATCH FULL", ""},
        {"ALTER TABLE c ADD PRIMARY KEY (b)", "42P16"},
        {"ALTER TABLE nk ADD PRIMARY KEY (x)", ""},
        {"ALTER TABLE nk ADD PRIMARY KEY (x, x)", "42701"},
        {"ALTER TABLE nk ADD PRIMARY KEY (nix)", "42703"},
        {"ALTER TABLE nk ADD UNIQUE (x, y)", ""},
        {"ALTER TABLE nk ADD UNIQUE (x) INCLUDE (y)", ""},
        {"ALTER TABLE nk ADD UNIQUE (x) INCLUDE (nix)", "42703"},
        {"ALTER TABLE nk ADD UNIQUE NULLS NOT DISTINCT (x)", ""},
        {"ALTER TABLE nk ADD CONSTRAINT p UNIQUE (x)", "42P07"},
        {"ALTER TABLE nk ADD CONSTRAINT p_e UNIQUE (x)", "42P07"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_e", ""},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_part", "42809"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_expr", "42809"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_plain", "42809"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_desc", "42809"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_hash", "42809"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX p_pkey", "55000"},
        {"ALTER TABLE p ADD CONSTRAINT k UNIQUE USING INDEX nix", "42704"},
        {"ALTER TABLE nk ADD CONSTRAINT k UNIQUE USING INDEX p_e", "55000"},
        {"ALTER TABLE p ADD CONSTRAINT k PRIMARY KEY USING INDEX p_e", "42P16"},
        {"ALTER TABLE p ADD UNIQUE USING INDEX p_e", ""},
        {"ALTER TABLE pt ADD UNIQUE (id)", "0A000"},
        {"ALTER TABLE pt ADD UNIQUE (k)", ""},
        {"ALTER TABLE pt1 ADD UNIQUE (id)", ""},
        {"ALTER TABLE pt ADD EXCLUDE USING btree (id WITH =)", "0A000"},
        {"ALTER TABLE p DROP CONSTRAINT p_pkey", "2BP01"},
        {"ALTER TABLE p DROP CONSTRAINT p_pkey CASCADE", ""},
        {"ALTER TABLE p DROP CONSTRAINT p_b_key", ""},
        {"ALTER TABLE p DROP CONSTRAINT p_c_d_key", "2BP01"},
        {"ALTER TABLE p DROP CONSTRAINT nix", "42704"},
        {"ALTER TABLE p DROP CONSTRAINT IF EXISTS nix", ""},
        {"ALTER TABLE pt1 DROP CONSTRAINT pt1_pkey", "42P16"},
        {"ALTER TABLE c DROP CONSTRAINT c_a_fkey", ""},
        {"DROP INDEX p_pkey", "2BP01"},
        {"DROP INDEX p_e", ""},
        {"DROP INDEX p_pkey CASCADE", "2BP01"},
        {"DROP INDEX pt1_pkey", "2BP01"},
        {"DROP TABLE p", "2BP01"},
        {"DROP TABLE p CASCADE", ""},
        {"DROP TABLE c", ""},
        {"DROP TABLE p, c, inh", ""},
        {"DROP TABLE p, c", "2BP01"},
        {"TRUNCATE p", "0A000"},
        {"TRUNCATE p CASCADE", ""},
        {"TRUNCATE p, c", ""},
        {"TRUNCATE c", ""},
        {"TRUNCATE ONLY pt", "42809"},
        {"TRUNCATE pt1", ""},
        {"ALTER TABLE p DROP COLUMN a", "2BP01"},
        {"ALTER TABLE p DROP COLUMN a CASCADE", ""},
        {"ALTER TABLE p DROP COLUMN b", ""},
        {"ALTER TABLE p DROP COLUMN e", ""},
        {"ALTER TABLE inh DROP COLUMN a", "42P16"},
        {"ALTER TABLE ONLY p DROP COLUMN b", ""},
        {"ALTER TABLE pt DROP COLUMN k", "42P16"},
        {"ALTER TABLE pt1 DROP COLUMN id", "42P16"},
        {"ALTER TABLE gen DROP COLUMN id", "2BP01"},
        {"ALTER TABLE gen DROP COLUMN g", ""},
        {"ALTER TABLE p ALTER a DROP NOT NULL", "42P16"},
        {"ALTER TABLE p ALTER b DROP NOT NULL", ""},
        {"ALTER TABLE pt1 ALTER id DROP NOT NULL", "42P16"},
        {"ALTER TABLE c ALTER CONSTRAINT c_a_fkey DEFERRABLE", ""},
        {"ALTER TABLE c ALTER CONSTRAINT c_pkey DEFERRABLE", "42809"},
        {"ALTER TABLE c ALTER CONSTRAINT nix DEFERRABLE", "42704"},
        {"ALTER TABLE c VALIDATE CONSTRAINT c_a_fkey", ""},
        {"ALTER TABLE c VALIDATE CONSTRAINT c_pkey", "42809"},
        {"ALTER TABLE c VALIDATE CONSTRAINT nix", "42704"},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX p_pkey", ""},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX p_e", "42809"},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX p_part", "0A000"},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX p_plain", "42809"},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX nix", "42704"},
        {"ALTER TABLE p REPLICA IDENTITY USING INDEX c_pkey", "42809"},
        {"ALTER TABLE def REPLICA IDENTITY USING INDEX def_pkey", "0A000"},
        {"ALTER TABLE p CLUSTER ON p_pkey", ""},
        {"ALTER TABLE p CLUSTER ON c_pkey", "42809"},
        {"CLUSTER p USING p_e", ""},
        {"CLUSTER p USING nix", "42704"},
        {"CLUSTER p", "42704"},
        {"ALTER TABLE p SET UNLOGGED", "42P16"},
        {"ALTER TABLE c SET UNLOGGED", ""},
        {"ALTER TABLE ul SET LOGGED", ""},
        {"CREATE TABLE new (a int REFERENCES p, b int REFERENCES p (c))", "42830"},
        {"CREATE TABLE new (a int REFERENCES new)", "42704"},
        {"CREATE TABLE new (a int PRIMARY KEY, b int REFERENCES new)", ""},
        {"CREATE TABLE new (a int PRIMARY KEY, b text REFERENCES new)", "42804"},
        {"CREATE UNLOGGED TABLE new (a int REFERENCES p)", ""},
        {"CREATE TABLE new (a int REFERENCES ul)", "42P16"},
        {"CREATE TABLE new (LIKE p INCLUDING ALL)", ""},
        {"CREATE TABLE new (LIKE nix)", "42P01"},
        {"CREATE TABLE new (LIKE v)", ""},
        {"CREATE TABLE new (a int, LIKE p)", "42701"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (c) DO NOTHING", "42P10"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (c, d) DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d, c) DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d) DO NOTHING", "42P10"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (d) WHERE d > 0 DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (lower(e)) DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (upper(e)) DO NOTHING", "42P10"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (nix) DO NOTHING", "42703"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT p_pkey DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT p_e DO NOTHING", "42704"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT ON CONSTRAINT nix DO NOTHING", "42704"},
        {"INSERT INTO def (a) VALUES (1) ON CONFLICT (a) DO NOTHING", "55000"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = excluded.b", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = excluded.nix", "42703"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET nix = 1", "42703"},
        {"INSERT INTO p (a, b) VALUES (1, 1) ON CONFLICT (a) DO UPDATE SET b = p.b + 1 WHERE p.c > 1", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1), (1, 2) ON CONFLICT (a) DO UPDATE SET b = 1", "21000"},
        {"INSERT INTO p (a, b) VALUES (1, 1), (1, 2) ON CONFLICT (a) DO NOTHING", ""},
        {"INSERT INTO p (a, b) VALUES (1, 1), (1, 2)", "23505"},
        {"INSERT INTO p (a, b) VALUES (1, 1), (2, 1)", "23505"},
        {"INSERT INTO p (a, b) VALUES (1, 1), (2, 2)", ""},
        {"INSERT INTO p (a, b) VALUES (1, NULL), (2, NULL)", ""},
        {"INSERT INTO p (b) VALUES (1)", "23502"},
    });
    check_tried(setup, cases);
  }
}
