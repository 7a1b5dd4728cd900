// Which functions, procedures and aggregates PostgreSQL makes, replaces, finds and drops.
// (PostgreSQL 15 gave each of these outcomes.)

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

static const char* const setup = R"--(
  CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
  CREATE SCHEMA ap;
  CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION two(a int, b text) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION two(a int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE PROCEDURE prc(a int) LANGUAGE sql AS 'select 1';
  CREATE FUNCTION ap.three() RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION outs(a int, OUT x int, OUT y text) LANGUAGE sql AS $$select 1, 'a'$$;
  CREATE FUNCTION tab(a int) RETURNS TABLE (p int, q text) LANGUAGE sql AS $$select 1, 'a'$$;
  CREATE FUNCTION def(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
  CREATE FUNCTION st() RETURNS SETOF int LANGUAGE sql AS 'select 1';
)--";

static const char* const setup_2 = R"--(
  CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
  CREATE TYPE mood AS ENUM ('a');
  CREATE TYPE co AS (a int, b text);
  CREATE SCHEMA ap;
  CREATE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE PROCEDURE prc(a int) LANGUAGE sql AS 'select 1';
  CREATE FUNCTION outs(a int, OUT x int, OUT y text) LANGUAGE sql AS $$select 1, 'a'$$;
  CREATE FUNCTION tab(a int) RETURNS TABLE (p int, q text) LANGUAGE sql AS $$select 1, 'a'$$;
  CREATE FUNCTION def(a int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
  CREATE FUNCTION noname(int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION st() RETURNS SETOF int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION trf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
)--";

static const char* const setup_3 = R"--(
  CREATE TABLE emp(id int PRIMARY KEY, nam text, pay int);
  CREATE FUNCTION fi(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'select $1';
  CREATE INDEX ei ON emp (fi(pay));
  CREATE FUNCTION fw(int) RETURNS boolean IMMUTABLE LANGUAGE sql AS 'select true';
  CREATE INDEX ew ON emp (pay) WHERE fw(pay);
  CREATE FUNCTION fd() RETURNS int LANGUAGE sql AS 'select 1';
  ALTER TABLE emp ALTER pay SET DEFAULT fd();
  CREATE FUNCTION fc(int) RETURNS boolean LANGUAGE sql AS 'select true';
  ALTER TABLE emp ADD CONSTRAINT ec CHECK (fc(pay));
  CREATE FUNCTION ft() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
  CREATE TRIGGER et BEFORE INSERT ON emp FOR EACH ROW EXECUTE FUNCTION ft();
  CREATE FUNCTION fv(int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE VIEW v AS SELECT fv(id) AS x FROM emp;
  CREATE FUNCTION fv2() RETURNS int LANGUAGE sql AS 'select 1';
  CREATE MATERIALIZED VIEW mv AS SELECT 1 AS a WHERE fv2() = 1;
  CREATE FUNCTION fp(int) RETURNS boolean LANGUAGE sql AS 'select true';
  CREATE POLICY po ON emp USING (fp(id));
  CREATE FUNCTION fk() RETURNS boolean LANGUAGE sql AS 'select true';
  CREATE POLICY pk ON emp FOR INSERT WITH CHECK (fk());
  CREATE FUNCTION fg(int) RETURNS int IMMUTABLE LANGUAGE sql AS 'select 1';
  ALTER TABLE emp ADD g int GENERATED ALWAYS AS (fg(id)) STORED;
  CREATE FUNCTION ff() RETURNS SETOF int LANGUAGE sql AS 'select 1';
  CREATE VIEW vf AS SELECT * FROM ff() AS t(k);
  CREATE FUNCTION fdom(int) RETURNS boolean LANGUAGE sql AS 'select true';
  CREATE DOMAIN dm AS int CHECK (fdom(VALUE));
  CREATE FUNCTION fwhen(int) RETURNS boolean LANGUAGE sql AS 'select true';
  CREATE TRIGGER ew2 BEFORE UPDATE ON emp FOR EACH ROW WHEN (fwhen(NEW.id)) EXECUTE FUNCTION ft();
  CREATE FUNCTION vt() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
  CREATE TRIGGER vtr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION vt();
  CREATE FUNCTION ov(int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION ov(text) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE VIEW vo AS SELECT ov(1) AS o;
  CREATE FUNCTION unused() RETURNS int LANGUAGE sql AS 'select fd()';
  CREATE FUNCTION mood_of() RETURNS int LANGUAGE sql AS 'select 1';
  CREATE RULE ru AS ON DELETE TO emp DO ALSO SELECT mood_of();
  CREATE PROCEDURE ppp() LANGUAGE sql AS 'select 1';
  CREATE TYPE mood AS ENUM ('a');
  CREATE FUNCTION om(mood) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE FUNCTION sub(int) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE VIEW vsub AS SELECT 1 AS k WHERE EXISTS (SELECT 1 FROM emp WHERE sub(id) = 1);
)--";

static const char* const setup_4 = R"--(
  CREATE TABLE emp(id int PRIMARY KEY);
  CREATE FUNCTION s1(OUT x int) LANGUAGE sql AS 'select 1';
  CREATE FUNCTION t1() RETURNS TABLE (x int) LANGUAGE sql AS 'select 1';
  CREATE FUNCTION io(INOUT x int) LANGUAGE sql AS 'select 1';
  CREATE FUNCTION o2(OUT x int, OUT y int) LANGUAGE sql AS 'select 1, 2';
  CREATE FUNCTION dd(a int, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE DOMAIN d AS int;
  CREATE TYPE free AS (x int);
  CREATE FUNCTION vari(VARIADIC a int[]) RETURNS int LANGUAGE sql AS 'select 1';
  CREATE PROCEDURE vp(VARIADIC a int[]) LANGUAGE sql AS 'select 1';
  CREATE PROCEDURE op(a int, OUT b int) LANGUAGE plpgsql AS 'begin b := 1; end';
  CREATE PROCEDURE cm() LANGUAGE plpgsql AS 'begin commit; end';
)--";

TEST_SUITE("effect: outcomes of functions, procedures and aggregates") {
  TEST_CASE("DROP FUNCTION") {
    CHECK(disagreements(setup, R"--(
ok    DROP FUNCTION one;
ok    DROP FUNCTION one(int);
42883 DROP FUNCTION one(bigint);
42704 DROP FUNCTION one(nosuchtype);
42725 DROP FUNCTION two;
42725 DROP FUNCTION IF EXISTS two;
ok    DROP FUNCTION two(int, text);
42883 DROP FUNCTION three();
ok    DROP FUNCTION ap.three();
42883 DROP FUNCTION public.three();
3F000 DROP FUNCTION nosch.three();
ok    DROP FUNCTION IF EXISTS nosch.three();
42883 DROP FUNCTION missing;
42883 DROP FUNCTION missing();
42883 DROP FUNCTION missing(int, int);
42809 DROP FUNCTION prc(int);
42883 DROP FUNCTION prc;
42809 DROP FUNCTION mysum(int);
ok    DROP FUNCTION outs(int);
42883 DROP FUNCTION outs(int, int, text);
42883 DROP FUNCTION one(int), missing(int);
)--") == "");
  }

  TEST_CASE("DROP PROCEDURE") {
    CHECK(disagreements(setup, R"--(
42883 DROP PROCEDURE missing();
42883 DROP PROCEDURE missing;
42809 DROP PROCEDURE one(int);
42883 DROP PROCEDURE one;
)--") == "");
  }

  TEST_CASE("DROP ROUTINE") {
    CHECK(disagreements(setup, R"--(
42883 DROP ROUTINE missing();
ok    DROP ROUTINE prc(int);
ok    DROP ROUTINE one;
)--") == "");
  }

  TEST_CASE("DROP AGGREGATE") {
    CHECK(disagreements(setup, R"--(
ok    DROP AGGREGATE mysum(int);
42809 DROP AGGREGATE one(int);
42883 DROP AGGREGATE nosum(int);
)--") == "");
  }

  TEST_CASE("ALTER FUNCTION") {
    CHECK(disagreements(setup, R"--(
42883 ALTER FUNCTION missing() OWNER TO postgres;
ok    ALTER FUNCTION one OWNER TO postgres;
42725 ALTER FUNCTION two OWNER TO postgres;
42809 ALTER FUNCTION prc(int) OWNER TO postgres;
42883 ALTER FUNCTION missing(int) STABLE;
ok    ALTER FUNCTION one(int) STABLE;
42883 ALTER FUNCTION one(text) COST 5;
42725 ALTER FUNCTION two STRICT;
42883 ALTER FUNCTION missing() RENAME TO b;
42723 ALTER FUNCTION one(int) RENAME TO two;
42723 ALTER FUNCTION two(int) RENAME TO one;
ok    ALTER FUNCTION two(int, text) RENAME TO one;
ok    ALTER FUNCTION one(int) SET SCHEMA ap;
3F000 ALTER FUNCTION one(int) SET SCHEMA nosch;
42883 ALTER FUNCTION missing(int) SET SCHEMA ap;
ok    ALTER FUNCTION st() ROWS 5;
)--") == "");
  }

  TEST_CASE("ALTER PROCEDURE") {
    CHECK(disagreements(setup, R"--(
42809 ALTER PROCEDURE one(int) OWNER TO postgres;
42809 ALTER PROCEDURE one(int) SECURITY DEFINER;
42P13 ALTER PROCEDURE prc(int) STABLE;
)--") == "");
  }

  TEST_CASE("the rest") {
    CHECK(disagreements(setup, R"--(
ok    ALTER ROUTINE prc(int) OWNER TO postgres;
)--") == "");
  }

  TEST_CASE("GRANT and REVOKE") {
    CHECK(disagreements(setup, R"--(
42883 GRANT EXECUTE ON FUNCTION missing(int) TO public;
ok    GRANT EXECUTE ON FUNCTION one TO public;
42725 GRANT EXECUTE ON FUNCTION two TO public;
42809 GRANT EXECUTE ON FUNCTION prc(int) TO public;
ok    GRANT EXECUTE ON PROCEDURE prc(int) TO public;
42809 GRANT EXECUTE ON PROCEDURE one(int) TO public;
ok    GRANT EXECUTE ON ROUTINE prc(int) TO public;
0LP01 GRANT SELECT ON FUNCTION one(int) TO public;
ok    GRANT EXECUTE ON FUNCTION mysum(int) TO public;
42883 REVOKE EXECUTE ON FUNCTION missing(int) FROM public;
ok    REVOKE ALL ON FUNCTION one(int) FROM public;
)--") == "");
  }

  TEST_CASE("COMMENT ON") {
    CHECK(disagreements(setup, R"--(
42883 COMMENT ON FUNCTION missing(int) IS 'x';
ok    COMMENT ON FUNCTION one(int) IS 'x';
ok    COMMENT ON FUNCTION one IS 'x';
42809 COMMENT ON FUNCTION prc(int) IS 'x';
42809 COMMENT ON PROCEDURE one(int) IS 'x';
42809 COMMENT ON AGGREGATE one(int) IS 'x';
ok    COMMENT ON AGGREGATE mysum(int) IS 'x';
ok    COMMENT ON FUNCTION mysum(int) IS 'x';
)--") == "");
  }

  TEST_CASE("rows and calls") {
    CHECK(disagreements(setup, R"--(
42883 CALL missing();
42809 CALL one(1);
ok    CALL prc(1);
42883 CALL prc();
3F000 CALL nosch.prc(1);
)--") == "");
  }

  TEST_CASE("CREATE FUNCTION, with other objects") {
    CHECK(disagreements(setup_2, R"--(
42723 CREATE FUNCTION one(b int) RETURNS int LANGUAGE sql AS 'select 1';
42723 CREATE FUNCTION one(int4) RETURNS text LANGUAGE sql AS $$select 'a'$$;
42723 CREATE FUNCTION one(a int, OUT b int) LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION one(a bigint) RETURNS int LANGUAGE sql AS 'select 1';
42723 CREATE FUNCTION prc(a int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION one(a int) RETURNS int LANGUAGE sql AS 'select 2';
42P13 CREATE OR REPLACE FUNCTION one(int) RETURNS int LANGUAGE sql AS 'select 2';
ok    CREATE OR REPLACE FUNCTION noname(a int) RETURNS int LANGUAGE sql AS 'select 2';
42P13 CREATE OR REPLACE FUNCTION one(x int) RETURNS int LANGUAGE sql AS 'select 2';
42P13 CREATE OR REPLACE FUNCTION one(a int) RETURNS bigint LANGUAGE sql AS 'select 2::bigint';
42P13 CREATE OR REPLACE FUNCTION one(a int) RETURNS SETOF int LANGUAGE sql AS 'select 2';
ok    CREATE OR REPLACE FUNCTION one(a int DEFAULT 3) RETURNS int LANGUAGE sql AS 'select 2';
42P13 CREATE OR REPLACE FUNCTION def(a int) RETURNS int LANGUAGE sql AS 'select 2';
ok    CREATE OR REPLACE FUNCTION def(a int DEFAULT 5) RETURNS int LANGUAGE sql AS 'select 2';
42809 CREATE OR REPLACE FUNCTION prc(a int) RETURNS int LANGUAGE sql AS 'select 1';
42809 CREATE OR REPLACE FUNCTION mysum(int) RETURNS int LANGUAGE sql AS 'select 1';
42P13 CREATE OR REPLACE FUNCTION outs(a int, OUT x int, OUT z text) LANGUAGE sql AS $$select 1, 'a'$$;
42P13 CREATE OR REPLACE FUNCTION outs(a int, OUT x int) LANGUAGE sql AS $$select 1$$;
42P13 CREATE OR REPLACE FUNCTION outs(a int, OUT x int, OUT y int) LANGUAGE sql AS $$select 1, 2$$;
42P13 CREATE OR REPLACE FUNCTION outs(a int) RETURNS TABLE (x int, y text) LANGUAGE sql AS $$select 1, 'a'$$;
ok    CREATE OR REPLACE FUNCTION tab(a int) RETURNS TABLE (p int, q text) LANGUAGE sql AS $$select 1, 'b'$$;
42P13 CREATE OR REPLACE FUNCTION tab(a int) RETURNS TABLE (p int, q text, r int) LANGUAGE sql AS
      $$select 1, 'b', 3$$;
42P13 CREATE OR REPLACE FUNCTION tab(a int) RETURNS TABLE (p int, q bigint) LANGUAGE sql AS $$select 1,
      3::bigint$$;
42P13 CREATE OR REPLACE FUNCTION tab(a int) RETURNS TABLE (p int, qq text) LANGUAGE sql AS $$select 1, 'b'$$;
42P13 CREATE OR REPLACE FUNCTION tab(a int) RETURNS SETOF record LANGUAGE sql AS $$select 1, 'b'$$;
42P13 CREATE OR REPLACE FUNCTION trf() RETURNS void LANGUAGE plpgsql AS 'begin return; end';
42P13 CREATE FUNCTION x(a int, a text) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a int, OUT a text) LANGUAGE sql AS $$select 'a'$$;
42P13 CREATE FUNCTION x(a int, INOUT a text) LANGUAGE sql AS $$select 'a'$$;
42P13 CREATE FUNCTION x(a int) RETURNS TABLE (b int, b text) LANGUAGE sql AS $$select 1, 'a'$$;
ok    CREATE FUNCTION x(a int) RETURNS TABLE (a int, b text) LANGUAGE sql AS $$select 1, 'a'$$;
42P13 CREATE FUNCTION x(a int DEFAULT 1, b int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a int DEFAULT 1, OUT b int) LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x(VARIADIC a int[], b int) RETURNS int LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x(VARIADIC a int) RETURNS int LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x(a SETOF int) RETURNS int LANGUAGE sql AS 'select 1';
42704 CREATE FUNCTION x(a missing) RETURNS int LANGUAGE sql AS 'select 1';
3F000 CREATE FUNCTION x(a nosch.missing) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a emp.nam%TYPE) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a emp) RETURNS int LANGUAGE sql AS 'select 1';
42704 CREATE FUNCTION x() RETURNS missing LANGUAGE sql AS 'select 1';
42704 CREATE FUNCTION x() RETURNS SETOF missing LANGUAGE sql AS 'select 1';
42704 CREATE FUNCTION x() RETURNS TABLE (a missing) LANGUAGE sql AS 'select 1';
42704 CREATE FUNCTION x(OUT a missing) LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x() LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x() RETURNS int AS 'select 1';
42P13 CREATE FUNCTION x() RETURNS int LANGUAGE sql;
42704 CREATE FUNCTION x() RETURNS int LANGUAGE nolang AS 'select 1';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql LANGUAGE plpgsql AS 'select 1';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql IMMUTABLE STABLE AS 'select 1';
22023 CREATE FUNCTION x() RETURNS int LANGUAGE sql ROWS 10 AS 'select 1';
22023 CREATE FUNCTION x() RETURNS int LANGUAGE sql COST 0 AS 'select 1';
22023 CREATE FUNCTION x() RETURNS int LANGUAGE sql COST -1 AS 'select 1';
42P13 CREATE FUNCTION x() RETURNS text LANGUAGE sql AS '';
ok    CREATE FUNCTION x() RETURNS void LANGUAGE sql AS '';
42P13 CREATE FUNCTION x() RETURNS trigger LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x() RETURNS anyelement LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x() RETURNS anyarray LANGUAGE plpgsql AS 'begin return null; end';
42P13 CREATE FUNCTION x(a int) RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
42P13 CREATE FUNCTION x(OUT a int) RETURNS text LANGUAGE sql AS 'select 1';
42P13 CREATE FUNCTION x(OUT a int, OUT b int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(OUT a int, OUT b int) RETURNS record LANGUAGE sql AS 'select 1, 2';
3F000 CREATE FUNCTION nosch.x() RETURNS int LANGUAGE sql AS 'select 1';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS '';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin retunr 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin updte emp set pay = 1; return 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin insert into emp vals (1); return 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin if true then return 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin for i in 1..3 loop null; return 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin k := 1; return 1; end';
ok    CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'declare k int; begin k := 1; select pay into
      k from emp; return k; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE plpgsql AS 'begin select 1 from; return 1; end';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'selct 1';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'select 1 frm emp e f';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'insert emp values (1)';
42601 CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'selct 1';
)--") == "");
  }

  TEST_CASE("CREATE PROCEDURE, with other objects") {
    CHECK(disagreements(setup_2, R"--(
42723 CREATE PROCEDURE one(a int) LANGUAGE sql AS 'select 1';
42809 CREATE OR REPLACE PROCEDURE one(a int) LANGUAGE sql AS 'select 1';
42P13 CREATE OR REPLACE PROCEDURE prc(z int) LANGUAGE sql AS 'select 1';
42P13 CREATE PROCEDURE x() LANGUAGE sql STABLE AS 'select 1';
ok    CREATE PROCEDURE x(OUT a int) LANGUAGE sql AS 'select 1';
42P13 CREATE PROCEDURE x(a int DEFAULT 1, OUT b int) LANGUAGE sql AS 'select 1';
)--") == "");
  }

  TEST_CASE("the rest, with other objects") {
    CHECK(disagreements(setup_2, R"--(
42809 CREATE OR REPLACE AGGREGATE one(int) (sfunc = int4pl, stype = int);
42723 CREATE AGGREGATE mysum(int) (sfunc = int4pl, stype = int);
)--") == "");
  }

  TEST_CASE("rows and calls, with other objects") {
    CHECK(disagreements(setup_2, R"--(
42601 DO $$ begin retrn; end $$;
42601 DO $$ begin updat emp set pay = 1; end $$;
ok    DO $$ declare r record; begin for r in select * from emp loop update emp set pay = r.pay where id
      = r.id; end loop; end $$;
)--") == "");
  }

  TEST_CASE("DROP FUNCTION, with other objects") {
    CHECK(disagreements(setup_3, R"--(
2BP01 DROP FUNCTION fi(int);
2BP01 DROP FUNCTION fw;
2BP01 DROP FUNCTION fd();
2BP01 DROP FUNCTION fc(int);
2BP01 DROP FUNCTION ft();
2BP01 DROP FUNCTION fv(int);
2BP01 DROP FUNCTION fv2;
2BP01 DROP FUNCTION fp(int);
2BP01 DROP FUNCTION fk();
2BP01 DROP FUNCTION fg(int);
2BP01 DROP FUNCTION ff();
2BP01 DROP FUNCTION fdom(int);
2BP01 DROP FUNCTION fwhen(int);
2BP01 DROP FUNCTION vt();
ok    DROP FUNCTION ov(text);
ok    DROP FUNCTION unused();
2BP01 DROP FUNCTION mood_of();
2BP01 DROP FUNCTION sub(int);
ok    DROP FUNCTION fv(int) CASCADE;
ok    DROP FUNCTION fp(int) CASCADE;
ok    DROP FUNCTION om(mood);
ok    DROP FUNCTION om(mood), unused();
)--") == "");
  }

  TEST_CASE("the rest, with other objects") {
    CHECK(disagreements(setup_3, R"--(
ok    DROP PROCEDURE ppp();
2BP01 DROP ROUTINE fd;
ok    DROP VIEW v;
2BP01 DROP TYPE mood;
ok    DROP POLICY po ON emp;
ok    DROP TRIGGER vtr ON v;
42704 DROP TRIGGER nosuch ON v;
42710 CREATE TRIGGER vtr INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION vt();
)--") == "");
  }

  TEST_CASE("CREATE FUNCTION, with other objects") {
    CHECK(disagreements(setup_4, R"--(
42704 CREATE FUNCTION x() RETURNS int LANGUAGE 'SQL' AS 'select 1';
42704 CREATE FUNCTION x() RETURNS int LANGUAGE 'PLpgSQL' AS 'begin return 1; end';
ok    CREATE OR REPLACE FUNCTION s1(OUT y int) LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION s1() RETURNS int LANGUAGE sql AS 'select 1';
42P13 CREATE OR REPLACE FUNCTION s1(OUT x bigint) LANGUAGE sql AS 'select 1::bigint';
ok    CREATE OR REPLACE FUNCTION t1() RETURNS TABLE (y int) LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION t1() RETURNS SETOF int LANGUAGE sql AS 'select 1';
42P13 CREATE OR REPLACE FUNCTION t1() RETURNS int LANGUAGE sql AS 'select 1';
42P13 CREATE OR REPLACE FUNCTION io(INOUT y int) LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION io(x int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION o2(OUT x int, OUT y int) RETURNS record LANGUAGE sql AS 'select 1, 2';
42P13 CREATE OR REPLACE FUNCTION o2() RETURNS record LANGUAGE sql AS 'select 1, 2';
42P13 CREATE OR REPLACE FUNCTION dd(a int, b int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE OR REPLACE FUNCTION dd(a int DEFAULT 1, b int DEFAULT 1) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION dd(a int) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a free.x%TYPE) RETURNS int LANGUAGE sql AS 'select 1';
ok    CREATE FUNCTION x(a d) RETURNS d LANGUAGE sql AS 'select 1::d';
ok    CREATE FUNCTION x(VARIADIC a anyarray) RETURNS anyelement LANGUAGE sql AS 'select a[1]';
ok    CREATE FUNCTION x() RETURNS event_trigger LANGUAGE plpgsql AS 'begin null; end';
42704 CREATE FUNCTION x() RETURNS opaque LANGUAGE plpgsql AS 'begin null; end';
ok    CREATE FUNCTION x(a int[]) RETURNS _int4 LANGUAGE sql AS 'select a';
)--") == "");
  }

  TEST_CASE("rows and calls, with other objects") {
    CHECK(disagreements(setup_4, R"--(
ok    CALL vp(1, 2, 3);
ok    CALL op(1, NULL);
ok    DO $$ declare a emp[]; begin a[1].id := 2; end $$;
)--") == "");
  }

  TEST_CASE("DROP PROCEDURE, with other objects") {
    CHECK(disagreements(setup_4, R"--(
ok    DROP PROCEDURE op(int);
ok    DROP PROCEDURE op(int, int);
ok    DROP PROCEDURE op(int, OUT int);
)--") == "");
  }

  TEST_CASE("DROP FUNCTION, with other objects") {
    CHECK(disagreements(setup_4, R"--(
ok    DROP FUNCTION vari(int[]);
ok    DROP FUNCTION vari(VARIADIC int[]);
ok    DROP FUNCTION s1();
42883 DROP FUNCTION dd(int);
ok    DROP FUNCTION dd(int4, integer);
)--") == "");
  }

  TEST_CASE("the rest, with other objects") {
    CHECK(disagreements(setup_4, R"--(
ok    COMMENT ON COLUMN public.emp.id IS 'x';
ok    ALTER TABLE free RENAME COLUMN x TO y;
)--") == "");
  }
}
