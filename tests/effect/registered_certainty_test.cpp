// What nobody may say of servers, collations, operators, roles, …: each may be there, or gone, without a
// migration's doing.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint::test;

static const std::string shop = R"(
  CREATE TABLE acct (id int PRIMARY KEY, n text);
  CREATE TYPE cp AS (a int);
  CREATE TYPE rg AS RANGE (subtype = int);
  CREATE FUNCTION f(int, int) RETURNS bool LANGUAGE sql AS 'select true';
  CREATE FUNCTION ef() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
  CREATE FOREIGN DATA WRAPPER w;
  CREATE SERVER s FOREIGN DATA WRAPPER w;
  CREATE ROLE anna;
)";

static std::string after(const std::string& before, const std::string& sql) {
  return always(effect_of_sql(shop + before, sql));
}

TEST_SUITE("effect: certainty about registered objects") {
  TEST_CASE("a missing one is said to be where nothing unknown ran, and not where something did") {
    for (const char* sql : {"DROP SERVER nosuch",
                            "DROP FOREIGN DATA WRAPPER nosuch",
                            "DROP USER MAPPING FOR anna SERVER s",
                            "CREATE FOREIGN TABLE x (a int) SERVER nosuch",
                            "DROP TEXT SEARCH CONFIGURATION nosuch",
                            "CREATE TEXT SEARCH DICTIONARY x (template = nosuch)",
                            "DROP TEXT SEARCH PARSER nosuch",
                            "DROP COLLATION nosuch",
                            "CREATE TABLE x (a text COLLATE nosuch)",
                            "DROP CONVERSION nosuch",
                            "DROP EVENT TRIGGER nosuch",
                            "DROP ACCESS METHOD nosuch",
                            "CREATE TABLE x (a int) USING nosuch",
                            "DROP LANGUAGE nosuch",
                            "DROP OPERATOR ## (int, int)",
                            "DROP OPERATOR CLASS nosuch USING btree",
                            "DROP OPERATOR FAMILY nosuch USING btree",
                            "DROP CAST (text AS cp)",
                            "COMMENT ON CAST (text AS cp) IS 'x'",
                            "ALTER SERVER nosuch VERSION '1'",
                            "GRANT USAGE ON FOREIGN SERVER nosuch TO anna"}) {
      CAPTURE(sql);
      CHECK(after("", sql) != "");
      CHECK(after("DO $$ DECLARE s text; BEGIN EXECUTE s; END $$;", sql) == "");
      CHECK(after("CREATE EXTENSION brings_anything;", sql) == "");
      CHECK_MESSAGE(always(effect_of_sql("ALTER TABLE made_elsewhere ADD x int;" + shop, sql)) == "",
                    "the history does not begin with an empty database");
    }
    CHECK_MESSAGE(always(effect_of_sql("", "DROP SERVER nosuch")) == "", "it may go on where another ended");
  }

  TEST_CASE("extensions bring wrappers, text search objects, operators, casts; none brings a server") {
    for (const char* sql : {"DROP FOREIGN DATA WRAPPER nosuch", "DROP TEXT SEARCH TEMPLATE nosuch",
                            "DROP OPERATOR ## (int, int)", "DROP CAST (text AS cp)",
                            "DROP ACCESS METHOD nosuch", "DROP OPERATOR CLASS nosuch USING gin"}) {
      CAPTURE(sql);
      CHECK(after("CREATE EXTENSION hstore;", sql) == "");
      CHECK(after("CREATE EXTENSION pgcrypto;", sql) != "");
    }
    CHECK(after("CREATE EXTENSION hstore;", "DROP SERVER nosuch") == "42704");
    CHECK(after("CREATE EXTENSION hstore;", "DROP EVENT TRIGGER nosuch") == "42704");
  }

  TEST_CASE("what initdb makes, and what platforms do") {
    for (const char* sql :
         {"COMMENT ON COLLATION \"C\" IS 'x'", "COMMENT ON COLLATION \"de_DE\" IS 'x'",
          "COMMENT ON COLLATION german IS 'x'", "COMMENT ON CONVERSION iso8859_1_to_utf8 IS 'x'",
          "COMMENT ON TEXT SEARCH CONFIGURATION english IS 'x'",
          "COMMENT ON TEXT SEARCH DICTIONARY english_stem IS 'x'",
          "COMMENT ON TEXT SEARCH PARSER \"default\" IS 'x'",
          "COMMENT ON TEXT SEARCH TEMPLATE snowball IS 'x'", "COMMENT ON LANGUAGE plv8 IS 'x'",
          "COMMENT ON LANGUAGE sql IS 'x'", "COMMENT ON ACCESS METHOD gin IS 'x'",
          "CREATE SERVER x FOREIGN DATA WRAPPER postgres_fdw", "DROP EVENT TRIGGER pgrst_ddl_watch",
          "COMMENT ON OPERATOR CLASS int4_ops USING btree IS 'x'",
          "COMMENT ON OPERATOR FAMILY integer_ops USING btree IS 'x'",
          "COMMENT ON OPERATOR = (int, int) IS 'x'", "COMMENT ON CAST (int AS bigint) IS 'x'",
          "COMMENT ON CAST (rg AS rg_multirange) IS 'x'",
          "COMMENT ON TRANSFORM FOR int LANGUAGE sql IS 'x'"}) {
      CAPTURE(sql);
      CHECK(after("", sql) == "");
    }
    CHECK(after("", "DROP OPERATOR = (int, cp)") == "42883");
    CHECK_MESSAGE(after("", "DROP OPERATOR = (int[], int[])") == "42883", "it is anyarray's");
  }

  TEST_CASE("a schema that somebody else fills") {
    CHECK(always(effect_of_sql("CREATE TABLE tenant.x (a int);" + shop, "DROP COLLATION tenant.nosuch")) ==
          "");
    CHECK(after("", "SET search_path = public, elsewhere; DROP COLLATION nosuch") == "");
    CHECK(after("", "DROP COLLATION public.nosuch") == "42704");
    CHECK(after("", "DROP OPERATOR public.## (int, int)") == "42883");
    CHECK(after("", "DROP OPERATOR nosuch.## (int, int)") == "42883");
    CHECK(after("", "DROP COLLATION nosuch.x") == "3F000");
    CHECK(after("", "CREATE OPERATOR nosuch.## (leftarg = int, rightarg = int, function = f)") == "3F000");
  }

  TEST_CASE("roles are the cluster's") {
    CHECK(after("", "DROP ROLE nosuch") == "");
    CHECK(after("", "GRANT SELECT ON acct TO nosuch") == "");
    CHECK(after("", "CREATE ROLE nosuch") == "");
    CHECK(after("", "CREATE ROLE anna") == "42710");
    CHECK(after("DROP ROLE anna;", "CREATE ROLE anna") == "");
    CHECK(after("DROP ROLE anna;", "GRANT SELECT ON acct TO anna") == "42704");
    CHECK(after("DROP ROLE anna;", "ALTER TYPE cp OWNER TO anna") == "42704");
    CHECK(after("DROP ROLE anna;", "ALTER ROLE anna LOGIN") == "42704");
    CHECK(after("DROP ROLE anna; CREATE ROLE anna;", "ALTER ROLE anna LOGIN") == "");
    CHECK(after("DROP ROLE IF EXISTS nosuch;", "ALTER ROLE nosuch LOGIN") == "");
    CHECK(after("", "ALTER ROLE anna RENAME TO pg_x") == "42939");
    CHECK(after("", "CREATE ROLE pg_x") == "42939");
    CHECK(after("", "ALTER ROLE ALL SET work_mem = '1MB'") == "");
    CHECK(after("", "CREATE ROLE bob SYSID 5 SYSID 6") == "");
    CHECK(after("", "CREATE ROLE bob LOGIN NOLOGIN") == "42601");
  }

  TEST_CASE("a mapping FOR CURRENT_USER may be that of any role") {
    CHECK(after("", "DROP USER MAPPING FOR anna SERVER s") == "42704");
    CHECK(after("", "DROP USER MAPPING IF EXISTS FOR anna SERVER s") == "");
    CHECK(after("", "DROP USER MAPPING FOR CURRENT_USER SERVER s") == "");
    CHECK(after("CREATE USER MAPPING FOR CURRENT_USER SERVER s;", "DROP USER MAPPING FOR anna SERVER s") ==
          "");
  }

  TEST_CASE("what may have been made or dropped on a condition") {
    const std::string made =
        "DO $$ BEGIN IF EXISTS (SELECT 1 FROM acct) THEN CREATE SERVER x FOREIGN DATA WRAPPER w; END IF; END "
        "$$;";
    CHECK(after(made, "CREATE SERVER x FOREIGN DATA WRAPPER w") == "");
    CHECK(after(made, "DROP SERVER x") == "");
    const std::string dropped =
        "DO $$ BEGIN IF EXISTS (SELECT 1 FROM acct) THEN DROP SERVER s; END IF; END $$;";
    CHECK(after(dropped, "ALTER SERVER s VERSION '1'") == "");
    CHECK(after(dropped, "CREATE SERVER s FOREIGN DATA WRAPPER w") == "");
    const std::string renamed =
        "DO $$ BEGIN IF EXISTS (SELECT 1 FROM acct) THEN ALTER SERVER s RENAME TO z; END IF; END $$;";
    CHECK(after(renamed, "ALTER SERVER s VERSION '1'") == "");
    CHECK(after(renamed, "CREATE SERVER z FOREIGN DATA WRAPPER w") == "");
    const std::string anything = "DO $$ DECLARE s text; BEGIN EXECUTE s; END $$;";
    CHECK(after(anything, "CREATE SERVER s FOREIGN DATA WRAPPER w") == "");
    CHECK(after("DROP SERVER s;" + anything, "ALTER SERVER s VERSION '1'") == "");
  }

  TEST_CASE("an operator's commutator and negator are there in name") {
    const std::string shells =
        "CREATE OPERATOR ## (leftarg = int, rightarg = bigint, function = g, commutator = @#, negator = !#);";
    const std::string setup =
        "CREATE FUNCTION g(int, bigint) RETURNS bool LANGUAGE sql AS 'select true';" + shells;
    CHECK(after(setup, "COMMENT ON OPERATOR @# (bigint, int) IS 'x'") == "");
    CHECK(after(setup, "COMMENT ON OPERATOR !# (int, bigint) IS 'x'") == "");
    CHECK(after(setup, "CREATE OPERATOR !# (leftarg = int, rightarg = bigint, function = g)") == "");
    CHECK(after(setup, "CREATE OPERATOR ## (leftarg = int, rightarg = bigint, function = g)") == "42723");
  }

  TEST_CASE("functions of PostgreSQL's own that take internal are not known") {
    CHECK(after("", "CREATE TEXT SEARCH TEMPLATE x (lexize = dsimple_lexize)") == "");
    CHECK(after("", "CREATE ACCESS METHOD x TYPE TABLE HANDLER heap_tableam_handler") == "");
    CHECK(after("", "CREATE CONVERSION x FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8") == "");
    CHECK(after("", "CREATE FOREIGN DATA WRAPPER x HANDLER nosuch") == "42883");
    CHECK(after("", "CREATE EVENT TRIGGER x ON sql_drop EXECUTE FUNCTION f()") == "42883");
    CHECK(after("", "CREATE EVENT TRIGGER x ON sql_drop EXECUTE FUNCTION ef()") == "");
  }

  TEST_CASE("what PostgreSQL itself needs stays") {
    CHECK(after("", "DROP LANGUAGE sql") == "2BP01");
    CHECK(after("", "DROP LANGUAGE plv8") == "");
    CHECK(after("", "DROP ACCESS METHOD btree") == "2BP01");
    CHECK(after("", "DROP COLLATION \"C\"") == "2BP01");
    CHECK(after("CREATE COLLATION public.\"C\" FROM \"POSIX\";", "DROP COLLATION public.\"C\"") == "");
    CHECK(after("", "DROP OPERATOR = (int, int)") == "2BP01");
    CHECK(after("", "DROP OPERATOR = (cp, cp)") == "42883");
    CHECK(after("CREATE LANGUAGE l HANDLER plpgsql_call_handler;", "ALTER LANGUAGE l RENAME TO sql") ==
          "42710");
    CHECK(after("", "CREATE COLLATION \"C\" FROM \"POSIX\"") == "");
    CHECK(after("", "CREATE ACCESS METHOD gist TYPE INDEX HANDLER gisthandler") == "42710");
  }

  TEST_CASE("IF EXISTS spares what is missing, not what depends on the object") {
    const std::string table = "CREATE FOREIGN TABLE ft (a int) SERVER s;";
    CHECK(after(table, "DROP SERVER IF EXISTS s") == "2BP01");
    CHECK(after(table, "DROP SERVER IF EXISTS s CASCADE") == "");
    CHECK(after(table, "DROP SERVER IF EXISTS nosuch") == "");
    CHECK(after(table, "DROP COLLATION IF EXISTS nosuch.x") == "");
    CHECK(after(table, "DROP CAST IF EXISTS (text AS nosuch)") == "");
    CHECK(names(effect_of_sql(shop + table, "DROP SERVER s CASCADE").drops) == "ft");
    CHECK(locks(effect_of_sql(shop + table, "DROP FOREIGN DATA WRAPPER w CASCADE")) ==
          "ft AccessExclusiveLock");
    CHECK(after(table, "DROP SERVER s") == "2BP01");
    CHECK(after("CREATE SERVER z FOREIGN DATA WRAPPER w;", "DROP SERVER s, z") == "");
    CHECK(after("CREATE USER MAPPING FOR anna SERVER s;", "DROP SERVER s") == "2BP01");
  }

  TEST_CASE("event triggers' filters") {
    const std::string trigger = "CREATE EVENT TRIGGER x ON ddl_command_end WHEN tag IN ('";
    CHECK(after("", trigger + "sandwich') EXECUTE FUNCTION ef()") == "42601");
    CHECK(after("", trigger + "create role') EXECUTE FUNCTION ef()") == "0A000");
    CHECK(after("", trigger + "create table') EXECUTE FUNCTION ef()") == "");
    CHECK(after("", trigger + "DROP OWNED') EXECUTE FUNCTION ef()") == "");
  }

  TEST_CASE("the numbers of an operator class") {
    const std::string classes = "CREATE OPERATOR CLASS x FOR TYPE int USING ";
    CHECK(after("", classes + "btree AS OPERATOR 9 <") == "42P17");
    CHECK(after("", classes + "btree AS FUNCTION 9 btint4cmp(int, int)") == "42P17");
    CHECK(after("", classes + "btree AS OPERATOR 5 >") == "");
    CHECK(after("", classes + "hash AS OPERATOR 2 =") == "42P17");
    CHECK(after("", classes + "hash AS STORAGE int") == "");
    CHECK(after("", classes + "gist AS OPERATOR 9 <") == "");
  }

  TEST_CASE("a foreign table like another, from 18 on") {
    CHECK(always(effect_of_sql(shop, "CREATE FOREIGN TABLE x (LIKE acct) SERVER s", 15)) == "0A000");
    CHECK(always(effect_of_sql(shop, "CREATE FOREIGN TABLE x (LIKE acct) SERVER s", 18)) == "");
  }

  TEST_CASE("superusers may change the system catalogs where they say so") {
    CHECK(after("", "ALTER TABLE pg_class ADD x int") == "42501");
    CHECK(after("", "SET allow_system_table_mods = on; ALTER TABLE pg_class ADD x int") == "");
    CHECK(after("CREATE TABLE pg_proc (a int);", "ALTER TABLE public.pg_proc ADD x int") == "");
    CHECK(after("", "ALTER TABLE pg_custom ADD x int") != "42501");
    CHECK(after("", "ALTER FUNCTION pg_class(int) RENAME TO x") != "42501");
  }
}
