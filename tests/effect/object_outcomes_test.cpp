// Domains, types, functions, schemas and extensions, and what uses them.
// (PostgreSQL 15 gave each of these outcomes.)

#include <array>
#include <doctest/doctest.h>
#include <string>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

TEST_SUITE("effect: outcomes of objects") {
  TEST_CASE("domains, types and functions") {
    static const std::string setup = R"(
      CREATE TYPE mood AS ENUM ('a', 'b', 'c');
      CREATE TYPE co AS (x int, y text);
      CREATE DOMAIN d AS int CONSTRAINT pos CHECK (VALUE > 0);
      CREATE DOMAIN d2 AS d;
      CREATE DOMAIN dt AS text DEFAULT 'x';
      CREATE DOMAIN arr AS int[];
      CREATE TABLE t (id int PRIMARY KEY, m mood DEFAULT 'a', dd d, c co, x d2, mm mood[]);
      CREATE TABLE plain (id int, a text);
      CREATE FUNCTION f(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
      CREATE FUNCTION f(text) RETURNS text LANGUAGE sql IMMUTABLE AS $$SELECT 'x'$$;
      CREATE FUNCTION g(mood) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION r() RETURNS mood LANGUAGE sql AS $$SELECT 'a'::mood$$;
      CREATE FUNCTION st() RETURNS SETOF plain LANGUAGE sql AS 'SELECT * FROM plain';
      CREATE FUNCTION used(int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 1';
      CREATE INDEX ui ON plain (used(id));
      CREATE FUNCTION defv() RETURNS int LANGUAGE sql AS 'SELECT 1';
      ALTER TABLE plain ADD z int DEFAULT defv();
      CREATE FUNCTION chk(int) RETURNS boolean LANGUAGE sql AS 'SELECT true';
      ALTER TABLE plain ADD CONSTRAINT ck CHECK (chk(id));
      CREATE FUNCTION inview() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE VIEW fv AS SELECT inview() AS one;
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TRIGGER tr BEFORE INSERT ON plain FOR EACH ROW EXECUTE FUNCTION tf();
      CREATE FUNCTION outp(int, OUT a int, OUT b text) LANGUAGE sql AS $$SELECT 1, 'x'$$;
      CREATE FUNCTION dfl(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE PROCEDURE pr(int) LANGUAGE sql AS '';
      CREATE AGGREGATE ag (int) (SFUNC = int4pl, STYPE = int);
      CREATE SCHEMA app;
      CREATE TABLE app.inside (id int);
      CREATE SCHEMA empty;
      CREATE EXTENSION citext;
      CREATE TABLE ci (c citext);
      CREATE SEQUENCE sq;
      CREATE TABLE own (id int, n int DEFAULT nextval('sq'));
      CREATE SEQUENCE owned OWNED BY own.id;
      CREATE FUNCTION atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(id) FROM plain;
        END;
    )";
    static constexpr auto cases = std::to_array<Tried>({
        {"DROP TYPE mood", "2BP01"},
        {"DROP TYPE mood CASCADE", ""},
        {"DROP TYPE co", "2BP01"},
        {"DROP TYPE d", "2BP01"},
        {"DROP DOMAIN d", "2BP01"},
        {"DROP DOMAIN d2", "2BP01"},
        {"DROP DOMAIN dt", ""},
        {"DROP DOMAIN mood", "42809"},
        {"DROP DOMAIN nix", "42704"},
        {"DROP DOMAIN IF EXISTS nix", ""},
        {"DROP TYPE nix", "42704"},
        {"DROP TYPE IF EXISTS nix", ""},
        {"DROP TYPE plain", "2BP01"},
        {"DROP FUNCTION f", "42725"},
        {"DROP FUNCTION f(int)", ""},
        {"DROP FUNCTION f(bigint)", "42883"},
        {"DROP FUNCTION IF EXISTS f(bigint)", ""},
        {"DROP FUNCTION nix()", "42883"},
        {"DROP FUNCTION IF EXISTS nix()", ""},
        {"DROP FUNCTION g", ""},
        {"DROP FUNCTION used", "2BP01"},
        {"DROP FUNCTION used CASCADE", ""},
        {"DROP FUNCTION defv()", "2BP01"},
        {"DROP FUNCTION chk(int)", "2BP01"},
        {"DROP FUNCTION inview()", "2BP01"},
        {"DROP FUNCTION tf()", "2BP01"},
        {"DROP FUNCTION tf() CASCADE", ""},
        {"DROP FUNCTION pr(int)", "42809"},
        {"DROP PROCEDURE pr", ""},
        {"DROP PROCEDURE f(int)", "42809"},
        {"DROP ROUTINE pr", ""},
        {"DROP ROUTINE f(int)", ""},
        {"DROP AGGREGATE ag(int)", ""},
        {"DROP AGGREGATE f(int)", "42809"},
        {"DROP FUNCTION ag(int)", "42809"},
        {"DROP FUNCTION outp(int)", ""},
        {"DROP FUNCTION outp", ""},
        {"DROP FUNCTION st()", ""},
        {"DROP TABLE plain", "2BP01"},
        {"DROP TABLE plain CASCADE", ""},
        {"ALTER TABLE plain DROP id", "2BP01"},
        {"ALTER TABLE plain DROP a", ""},
        {"DROP VIEW fv", ""},
        {"DROP INDEX ui", ""},
        {"DROP SCHEMA app", "2BP01"},
        {"DROP SCHEMA app CASCADE", ""},
        {"DROP SCHEMA empty", ""},
        {"DROP SCHEMA nix", "3F000"},
        {"DROP SCHEMA IF EXISTS nix", ""},
        {"DROP SCHEMA empty, app", "2BP01"},
        {"DROP SCHEMA public", "2BP01"},
        {"DROP EXTENSION citext", "2BP01"},
        {"DROP EXTENSION citext CASCADE", ""},
        {"DROP EXTENSION nix", "42704"},
        {"DROP SEQUENCE sq", "2BP01"},
        {"DROP SEQUENCE sq CASCADE", ""},
        {"DROP SEQUENCE owned", ""},
        {"DROP SEQUENCE nix", "42P01"},
        {"DROP TABLE own", ""},
        {"ALTER TABLE own DROP n", ""},
        {"ALTER TABLE own ALTER n DROP DEFAULT", ""},
        {"CREATE OR REPLACE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2'", ""},
        {"CREATE OR REPLACE FUNCTION f(int) RETURNS bigint LANGUAGE sql AS 'SELECT 2::bigint'", "42P13"},
        {"CREATE OR REPLACE FUNCTION f(named int) RETURNS int LANGUAGE sql AS 'SELECT 2'", ""},
        {"CREATE OR REPLACE FUNCTION dfl(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1'", "42P13"},
        {"CREATE OR REPLACE FUNCTION dfl(a int, c int DEFAULT 1) RETURNS int LANGUAGE sql AS 'SELECT 1'",
         "42P13"},
        {"CREATE OR REPLACE FUNCTION dfl(a int DEFAULT 1, b int DEFAULT 1) RETURNS int LANGUAGE sql AS "
         "'SELECT 1'",
         ""},
        {"CREATE OR REPLACE FUNCTION outp(int, OUT a int, OUT c text) LANGUAGE sql AS $$SELECT 1, 'x'$$",
         "42P13"},
        {"CREATE OR REPLACE FUNCTION outp(int, OUT a int) LANGUAGE sql AS 'SELECT 1'", "42P13"},
        {"CREATE OR REPLACE PROCEDURE f(int) LANGUAGE sql AS ''", "42809"},
        {"CREATE OR REPLACE FUNCTION pr(int) RETURNS int LANGUAGE sql AS 'SELECT 1'", "42809"},
        {"CREATE OR REPLACE FUNCTION ag(int) RETURNS int LANGUAGE sql AS 'SELECT 1'", "42809"},
        {"CREATE FUNCTION f(int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42723"},
        {"CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42723"},
        {"CREATE FUNCTION f(int, OUT x int) LANGUAGE sql AS 'SELECT 2'", "42723"},
        {"CREATE FUNCTION h(nix) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42704"},
        {"CREATE FUNCTION h(int) RETURNS nix LANGUAGE sql AS 'SELECT 2'", "42704"},
        {"CREATE FUNCTION h(a int, a int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h(VARIADIC a int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h(VARIADIC a int[], b int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h(OUT a int) RETURNS text LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h(int) LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h() RETURNS anyelement LANGUAGE sql AS 'SELECT 2'", "42P13"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT nix FROM plain'", "42703"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT id FROM nix'", "42P01"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT id, a FROM plain'", "42P13"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELECT a FROM plain'", "42P13"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'INSERT INTO plain (id) VALUES (1)'", "42P13"},
        {"CREATE FUNCTION h() RETURNS void LANGUAGE sql AS 'INSERT INTO plain (id) VALUES (1)'", ""},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'INSERT INTO plain (id) VALUES (1) RETURNING id'",
         ""},
        {"CREATE FUNCTION h() RETURNS TABLE (id int) LANGUAGE sql AS 'SELECT id FROM plain'", ""},
        {"CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT p'", ""},
        {"CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT q'", "42703"},
        {"CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT $1'", ""},
        {"CREATE FUNCTION h(p int) RETURNS int LANGUAGE sql AS 'SELECT $2'", "42P02"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS ''", "42P13"},
        {"CREATE FUNCTION h() RETURNS void LANGUAGE sql AS ''", ""},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql AS 'SELEC 1'", "42601"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE plpgsql AS 'BEGIN RETURN nix; END'", ""},
        {"CREATE FUNCTION h() RETURNS trigger LANGUAGE sql AS 'SELECT 1'", "42P13"},
        {"CREATE FUNCTION h(int) RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'", "42P13"},
        {"CREATE FUNCTION nix.h() RETURNS int LANGUAGE sql AS 'SELECT 1'", "3F000"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql STRICT COST 0 AS 'SELECT 1'", "22023"},
        {"CREATE FUNCTION h() RETURNS int LANGUAGE sql ROWS 5 AS 'SELECT 1'", "22023"},
        {"CREATE FUNCTION h() RETURNS SETOF int LANGUAGE sql ROWS 0 AS 'SELECT 1'", "22023"},
        {"CREATE PROCEDURE h(OUT a int) LANGUAGE sql AS 'SELECT 1'", ""},
        {"CREATE PROCEDURE h() LANGUAGE sql IMMUTABLE AS 'SELECT 1'", "42P13"},
        {"ALTER FUNCTION f(int) RENAME TO g", ""},
        {"ALTER FUNCTION f(int) RENAME TO used", "42723"},
        {"ALTER FUNCTION f RENAME TO fresh", "42725"},
        {"ALTER FUNCTION nix() RENAME TO fresh", "42883"},
        {"ALTER FUNCTION pr(int) RENAME TO fresh", "42809"},
        {"ALTER FUNCTION f(int) SET SCHEMA app", ""},
        {"ALTER FUNCTION f(int) SET SCHEMA nix", "3F000"},
        {"ALTER FUNCTION f(int) STABLE", ""},
        {"ALTER FUNCTION f(int) OWNER TO postgres", ""},
        {"ALTER PROCEDURE f(int) OWNER TO postgres", "42809"},
        {"ALTER ROUTINE f(int) OWNER TO postgres", ""},
        {"ALTER DOMAIN d ADD CHECK (VALUE < 10)", ""},
        {"ALTER DOMAIN d ADD CONSTRAINT pos CHECK (VALUE < 10)", "42710"},
        {"ALTER DOMAIN d ADD CHECK (VALUE < 'x')", "22P02"},
        {"ALTER DOMAIN d ADD CHECK (nix < 1)", "42703"},
        {"ALTER DOMAIN d ADD CHECK (VALUE)", "42804"},
        {"ALTER DOMAIN d ADD CHECK (VALUE < 10) NOT VALID", ""},
        {"ALTER DOMAIN d DROP CONSTRAINT pos", ""},
        {"ALTER DOMAIN d DROP CONSTRAINT nix", "42704"},
        {"ALTER DOMAIN d DROP CONSTRAINT IF EXISTS nix", ""},
        {"ALTER DOMAIN d VALIDATE CONSTRAINT pos", ""},
        {"ALTER DOMAIN d VALIDATE CONSTRAINT nix", "42704"},
        {"ALTER DOMAIN d RENAME CONSTRAINT pos TO p2", ""},
        {"ALTER DOMAIN d RENAME CONSTRAINT nix TO p2", "42704"},
        {"ALTER DOMAIN d SET DEFAULT 5", ""},
        {"ALTER DOMAIN d SET DEFAULT 'x'", "22P02"},
        {"ALTER DOMAIN d SET DEFAULT nix", "0A000"},
        {"ALTER DOMAIN d SET NOT NULL", ""},
        {"ALTER DOMAIN d2 SET NOT NULL", ""},
        {"ALTER DOMAIN arr SET NOT NULL", ""},
        {"ALTER DOMAIN mood SET NOT NULL", "42809"},
        {"ALTER DOMAIN d RENAME TO mood", "42710"},
        {"ALTER DOMAIN d SET SCHEMA app", ""},
        {"ALTER DOMAIN d SET SCHEMA nix", "3F000"},
        {"CREATE DOMAIN d AS text", "42710"},
        {"CREATE DOMAIN n AS nix", "42704"},
        {"CREATE DOMAIN n AS plain", ""},
        {"CREATE DOMAIN n AS int DEFAULT 'x'", "22P02"},
        {"CREATE DOMAIN n AS int DEFAULT nix", "0A000"},
        {"CREATE DOMAIN n AS int CHECK (VALUE > 'x')", "22P02"},
        {"CREATE DOMAIN n AS int CHECK (VALUE ~ 'x')", "42883"},
        {"CREATE DOMAIN n AS int CHECK (nix > 1)", "42703"},
        {"CREATE DOMAIN n AS int NULL NOT NULL", "42601"},
        {"CREATE DOMAIN n AS int DEFAULT 1 DEFAULT 2", "42601"},
        {"CREATE DOMAIN n AS int CONSTRAINT a CHECK (VALUE > 1) CONSTRAINT a CHECK (VALUE > 2)", "42710"},
        {"CREATE DOMAIN n AS int UNIQUE", "42601"},
        {R"(CREATE DOMAIN n AS int COLLATE "C")", "42804"},
        {R"(CREATE DOMAIN n AS text COLLATE "C")", ""},
        {"CREATE DOMAIN n AS int CHECK ((SELECT true))", "0A000"},
        {"CREATE DOMAIN plain AS int", "42710"},
        {"CREATE DOMAIN nix.n AS int", "3F000"},
        {"CREATE SCHEMA app", "42P06"},
        {"CREATE SCHEMA IF NOT EXISTS app", ""},
        {"CREATE SCHEMA pg_x", "42939"},
        {"CREATE SCHEMA fresh CREATE TABLE x (id int)", ""},
        {"ALTER SCHEMA app RENAME TO empty", "42P06"},
        {"ALTER SCHEMA app RENAME TO pg_x", "42939"},
        {"ALTER SCHEMA nix RENAME TO fresh", "3F000"},
        {"ALTER SCHEMA app OWNER TO postgres", ""},
        {"CREATE EXTENSION citext", "42710"},
        {"CREATE EXTENSION IF NOT EXISTS citext", ""},
        {"CREATE EXTENSION hstore SCHEMA nix", "3F000"},
        {"CALL pr(1)", ""},
        {"CALL pr(1, 2)", "42883"},
        {"CALL nix()", "42883"},
        {"CALL f(1)", "42809"},
        {"SELECT pr(1)", "42809"},
        {"SELECT f(1)", ""},
        {"COMMENT ON FUNCTION f(int) IS 'x'", ""},
        {"COMMENT ON FUNCTION f(bigint) IS 'x'", "42883"},
        {"COMMENT ON SCHEMA nix IS 'x'", "3F000"},
        {"COMMENT ON EXTENSION nix IS 'x'", "42704"},
        {"COMMENT ON DOMAIN nix IS 'x'", "42704"},
        {"COMMENT ON DOMAIN mood IS 'x'", "42809"},
        {"COMMENT ON CONSTRAINT nix ON plain IS 'x'", "42704"},
        {"COMMENT ON CONSTRAINT ck ON plain IS 'x'", ""},
        {"COMMENT ON CONSTRAINT pos ON DOMAIN d IS 'x'", ""},
        {"COMMENT ON CONSTRAINT nix ON DOMAIN d IS 'x'", "42704"},
        {"COMMENT ON TRIGGER tr ON plain IS 'x'", ""},
        {"COMMENT ON TRIGGER nix ON plain IS 'x'", "42704"},
        {"COMMENT ON POLICY nix ON plain IS 'x'", "42704"},
        {"COMMENT ON RULE nix ON plain IS 'x'", "42704"},
        {"COMMENT ON COLUMN plain.nix IS 'x'", "42703"},
        {"COMMENT ON COLUMN plain.id IS 'x'", ""},
        {"COMMENT ON COLUMN ui.used IS 'x'", "42809"},
        {"COMMENT ON COLUMN co.x IS 'x'", ""},
        {"COMMENT ON COLUMN co.nix IS 'x'", "42703"},
        {"GRANT EXECUTE ON FUNCTION f(int) TO PUBLIC", ""},
        {"GRANT EXECUTE ON FUNCTION f(bigint) TO PUBLIC", "42883"},
        {"GRANT EXECUTE ON FUNCTION pr(int) TO PUBLIC", "42809"},
        {"GRANT USAGE ON SCHEMA nix TO PUBLIC", "3F000"},
        {"GRANT USAGE ON SCHEMA app TO PUBLIC", ""},
        {"GRANT SELECT (nix) ON plain TO PUBLIC", "42703"},
        {"GRANT EXECUTE ON plain TO PUBLIC", "0LP01"},
        {"GRANT SELECT ON SCHEMA app TO PUBLIC", "0LP01"},
        {"GRANT SELECT ON ALL TABLES IN SCHEMA nix TO PUBLIC", "3F000"},
        {"GRANT SELECT ON ALL TABLES IN SCHEMA app TO PUBLIC", ""},
        {"REVOKE ALL ON plain FROM PUBLIC", ""},
        {"REVOKE ALL ON nix FROM PUBLIC", "42P01"},
    });
    check_tried(setup, cases);
  }
}
