#include <doctest/doctest.h>

#include "catalog/objects.hpp"
#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

static const char* const data = R"(
  CREATE FOREIGN DATA WRAPPER w;
  CREATE SERVER s FOREIGN DATA WRAPPER w;
  CREATE ROLE anna;
  CREATE USER MAPPING FOR anna SERVER s;
  CREATE FOREIGN TABLE ft (a int) SERVER s;
  CREATE TABLE t (a int);
)";

static bool has(const Catalog& catalog, ObjectKind kind, const std::string& name,
                const std::string& on = {}) {
  return registered(catalog, {.kind = kind, .name = {{}, name}, .on = {{}, on}}) != nullptr;
}

static bool has_type(const Catalog& catalog, ObjectKind kind, const RelationName& name, const TypeName& left,
                     const TypeName& right) {
  return registered(catalog, {.kind = kind, .name = name, .arguments = {left, right}}) != nullptr;
}

TEST_SUITE("catalog/objects") {
  TEST_CASE("a server stays while something is on it, and takes it along with CASCADE") {
    CHECK(has(replayed({data, "DROP SERVER s;"}), ObjectKind::server, "s"));
    const Catalog gone = replayed({data, "DROP SERVER s CASCADE;"});
    CHECK_FALSE(has(gone, ObjectKind::server, "s"));
    CHECK_FALSE(has(gone, ObjectKind::user_mapping, "anna", "s"));
    CHECK(tables_of(gone) == "public.t");
    const Catalog wrapper = replayed({data, "DROP FOREIGN DATA WRAPPER w CASCADE;"});
    CHECK(tables_of(wrapper) == "public.t");
    CHECK(has(wrapper, ObjectKind::role, "anna"));
  }

  TEST_CASE("what is on a server follows its name") {
    const Catalog catalog = replayed({data, "ALTER SERVER s RENAME TO z;", "DROP SERVER z CASCADE;"});
    CHECK(tables_of(catalog) == "public.t");
    const Catalog renamed = replayed({data, "ALTER SERVER s RENAME TO z;"});
    CHECK(has(renamed, ObjectKind::user_mapping, "anna", "z"));
    CHECK_FALSE(has(renamed, ObjectKind::user_mapping, "anna", "s"));
  }

  TEST_CASE("IF NOT EXISTS, OR REPLACE, and a second one of a name") {
    CHECK(has(replayed({data, "CREATE SERVER IF NOT EXISTS s FOREIGN DATA WRAPPER other;"}),
              ObjectKind::server, "s"));
    const Catalog refused =
        replayed({data, "CREATE COLLATION c FROM \"C\"; CREATE COLLATION c FROM \"POSIX\";"});
    CHECK(has(refused, ObjectKind::collation, "c"));
  }

  TEST_CASE("a rollback takes it back") {
    const Catalog catalog =
        replayed({data, "BEGIN; DROP SERVER s CASCADE; CREATE COLLATION c FROM \"C\"; ROLLBACK;"});
    CHECK(has(catalog, ObjectKind::server, "s"));
    CHECK_FALSE(has(catalog, ObjectKind::collation, "c"));
    CHECK(tables_of(catalog) == "public.ft, public.t");
    CHECK_FALSE(is_gone(catalog, {.kind = ObjectKind::server, .name = {{}, "s"}}));
  }

  TEST_CASE("a schema's objects go and are renamed with it") {
    const char* const made =
        "CREATE SCHEMA a; CREATE COLLATION a.c FROM \"C\"; CREATE OPERATOR FAMILY a.o USING btree;";
    const ObjectReference in_b{.kind = ObjectKind::collation, .name = {"b", "c"}};
    CHECK(registered(replayed({made, "ALTER SCHEMA a RENAME TO b;"}), in_b) != nullptr);
    CHECK(replayed({made, "DROP SCHEMA a CASCADE;"}).objects.empty());
    CHECK_FALSE(replayed({made, "DROP SCHEMA a;"}).objects.empty());
    CHECK(registered(replayed({made, "CREATE SCHEMA b; ALTER COLLATION a.c SET SCHEMA b;"}), in_b) !=
          nullptr);
  }

  TEST_CASE("what a function and a type are needed for goes with them") {
    const char* const made = R"(
      CREATE TYPE cp AS (a int);
      CREATE FUNCTION f(cp, cp) RETURNS bool LANGUAGE sql AS 'select true';
      CREATE OPERATOR === (leftarg = cp, rightarg = cp, function = f);
    )";
    const TypeName cp{.schema = "public", .name = "cp"};
    const RelationName name{{}, "==="};
    CHECK(has_type(replayed({made}), ObjectKind::operator_, name, cp, cp));
    CHECK(has_type(replayed({made, "DROP FUNCTION f(cp, cp);"}), ObjectKind::operator_, name, cp, cp));
    CHECK(replayed({made, "DROP FUNCTION f(cp, cp) CASCADE;"}).objects.empty());
    CHECK(replayed({made, "DROP TYPE cp CASCADE;"}).objects.empty());
    CHECK(replayed({made, "ALTER FUNCTION f(cp, cp) RENAME TO g; DROP FUNCTION g(cp, cp) CASCADE;"})
              .objects.empty());
    const TypeName renamed{.schema = "public", .name = "other"};
    CHECK(has_type(replayed({made, "ALTER TYPE cp RENAME TO other;"}), ObjectKind::operator_, name, renamed,
                   renamed));
  }

  TEST_CASE("an aggregate goes with the functions that it is made of") {
    const char* const made = R"(
      CREATE FUNCTION f(int, int) RETURNS int LANGUAGE sql AS 'select 1';
      CREATE AGGREGATE ag(int) (sfunc = f, stype = int);
    )";
    CHECK(replayed({made, "DROP FUNCTION f(int, int);"}).functions.size() == 2);
    CHECK(replayed({made, "DROP FUNCTION f(int, int) CASCADE;"}).functions.empty());
    CHECK(replayed({made, "ALTER FUNCTION f(int, int) RENAME TO g; DROP FUNCTION g(int, int) CASCADE;"})
              .functions.empty());
  }

  TEST_CASE("an operator class is in a family of its name, and goes with its family") {
    const char* const made =
        "CREATE OPERATOR CLASS oc FOR TYPE int USING btree AS OPERATOR 1 <, FUNCTION 1 btint4cmp(int, int);";
    CHECK(has(replayed({made}), ObjectKind::operator_family, "oc", "btree"));
    CHECK(replayed({made, "DROP OPERATOR FAMILY oc USING btree;"}).objects.empty());
    CHECK(has(replayed({made, "DROP OPERATOR CLASS oc USING btree;"}), ObjectKind::operator_family, "oc",
              "btree"));
  }

  TEST_CASE("columns go with their collation, functions with their language") {
    const char* const made = "CREATE COLLATION c FROM \"C\"; CREATE TABLE x (a text COLLATE c, b int);";
    CHECK(columns_of_table(replayed({made, "DROP COLLATION c CASCADE;"}), "x") == "b integer");
    CHECK(columns_of_table(replayed({made, "DROP COLLATION c;"}), "x") == "a text, b integer");
    const char* const language =
        "CREATE LANGUAGE l HANDLER plpgsql_call_handler; CREATE FUNCTION f() RETURNS int LANGUAGE l AS 'x';";
    CHECK(replayed({language, "DROP LANGUAGE l CASCADE;"}).functions.empty());
  }

  TEST_CASE("DROP OWNED takes what the role made, and no role") {
    const Catalog catalog =
        replayed({"CREATE ROLE anna; SET ROLE anna; CREATE COLLATION c FROM \"C\"; CREATE ROLE b; RESET ROLE;"
                  "DROP OWNED BY anna;"});
    CHECK_FALSE(has(catalog, ObjectKind::collation, "c"));
    CHECK(has(catalog, ObjectKind::role, "b"));
  }

  TEST_CASE("a key goes with a column that it only INCLUDEs") {
    const Catalog catalog =
        replayed({"CREATE TABLE c (a int, b int, UNIQUE (a) INCLUDE (b));", "ALTER TABLE c DROP COLUMN b;"});
    CHECK(constraints_of_table(catalog, "c").empty());
    CHECK(indexes_of_table(catalog, "c").empty());
  }

  TEST_CASE("a check that goes with a column stays in a child that has the column itself") {
    const char* const made = R"(
      CREATE TABLE p (a int, b text, CONSTRAINT ck CHECK (a > 0));
      CREATE TABLE own (a int, b text) INHERITS (p);
      CREATE TABLE had () INHERITS (p);
    )";
    const Catalog column = replayed({made, "ALTER TABLE p DROP COLUMN a;"});
    CHECK(constraints_of_table(column, "own") == "ck check (a)");
    CHECK(constraints_of_table(column, "had").empty());
    const Catalog check = replayed({made, "ALTER TABLE p DROP CONSTRAINT ck;"});
    CHECK(constraints_of_table(check, "own").empty());
  }

  TEST_CASE("an extension goes with the one it requires") {
    const char* const made =
        "CREATE EXTENSION cube; CREATE EXTENSION earthdistance; CREATE EXTENSION pgcrypto;";
    CHECK(replayed({made, "DROP EXTENSION cube CASCADE;"}).extensions.size() == 1);
    CHECK(replayed({made, "DROP EXTENSION earthdistance;"}).extensions.size() == 2);
  }

  TEST_CASE("a view's rules stay when it is replaced") {
    const char* const made = R"(
      CREATE TABLE x (a int);
      CREATE VIEW v AS SELECT a FROM x;
      CREATE RULE r AS ON INSERT TO v DO INSTEAD NOTHING;
    )";
    CHECK(replayed({made}).view({"public", "v"})->rules.size() == 1);
    CHECK(replayed({made, "CREATE OR REPLACE VIEW v AS SELECT a FROM x;"})
              .view({"public", "v"})
              ->rules.size() == 1);
    CHECK(replayed({made, "ALTER RULE r ON v RENAME TO z;"}).view({"public", "v"})->rules.front().name ==
          "z");
    CHECK(replayed({made, "DROP RULE r ON v;"}).view({"public", "v"})->rules.empty());
  }
}
