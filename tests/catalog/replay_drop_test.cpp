#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

static const char* const parent_and_child = R"(
  CREATE TABLE parent (id int PRIMARY KEY, code text);
  CREATE UNIQUE INDEX parent_code_key ON parent (code);
  CREATE TABLE child (id int PRIMARY KEY, pid int REFERENCES parent, code text REFERENCES parent (code),
    a int, b int, UNIQUE (a, b));
  CREATE INDEX child_b ON child (id) WHERE b > 0;
)";

TEST_SUITE("catalog/replay_drop") {
  TEST_CASE(
      "a referenced table stays without CASCADE, goes with it, and goes together with what references it") {
    CHECK(tables_of(replayed({parent_and_child, "DROP TABLE parent;"})) == "public.child, public.parent");
    CHECK(tables_of(replayed({parent_and_child, "DROP TABLE parent, child;"})).empty());
    const Catalog cascaded = replayed({parent_and_child, "DROP TABLE parent CASCADE;"});
    CHECK(constraints_of_table(cascaded, "child") ==
          "child_a_b_key unique (a, b), child_pkey primary-key (id)");
  }

  TEST_CASE("a column takes its indexes and constraints along") {
    const Catalog catalog = replayed({parent_and_child, "ALTER TABLE child DROP COLUMN b;"});
    CHECK(indexes_of_table(catalog, "child") == "child_pkey primary (id)");
  }

  TEST_CASE("a key or unique index that a foreign key relies on stays without CASCADE") {
    CHECK(indexes_of_table(replayed({parent_and_child, "DROP INDEX parent_code_key;"}), "parent") ==
          "parent_code_key unique (code), parent_pkey primary (id)");
    CHECK(constraints_of_table(
              replayed({parent_and_child, "ALTER TABLE parent DROP CONSTRAINT parent_pkey CASCADE;"}),
              "child") ==
          "child_a_b_key unique (a, b), child_code_fkey foreign-key (code) -> public.parent (code), "
          "child_pkey primary-key (id)");
  }

  TEST_CASE("an index behind a constraint is not dropped by DROP INDEX") {
    CHECK(indexes_of_table(replayed({"CREATE TABLE t (a int UNIQUE); DROP INDEX t_a_key CASCADE;"}), "t") ==
          "t_a_key unique (a)");
  }

  TEST_CASE("a schema goes with what is in it, wherever their names stand among those of other schemas") {
    const char* const setup =
        "CREATE SCHEMA app; CREATE TABLE a (id int); CREATE TABLE app.b (id int); CREATE TYPE app.e AS ENUM "
        "('x');"
        "CREATE TABLE c (id int, e app.e); CREATE TABLE app.d (id int);";
    CHECK(tables_of(replayed({setup, "DROP SCHEMA app;"})) == "public.a, app.b, public.c, app.d");
    const Catalog cascaded = replayed({setup, "DROP SCHEMA app CASCADE;"});
    CHECK(tables_of(cascaded) == "public.a, public.c");
    CHECK(columns_of_table(cascaded, "c") == "id integer");
  }

  TEST_CASE("a type in use stays; CASCADE drops its columns") {
    const char* const setup = "CREATE TYPE e AS ENUM ('x'); CREATE TABLE t (a int, b e, c e[]);";
    CHECK(labels_of(replayed({setup, "DROP TYPE e;"}), "e") == "x");
    CHECK(columns_of_table(replayed({setup, "DROP TYPE e CASCADE;"}), "t") == "a integer");
  }

  TEST_CASE("a view holds the columns it reads, and only those") {
    const char* const setup = "CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a FROM t;";
    CHECK(columns_of_table(replayed({setup, "ALTER TABLE t DROP COLUMN a;"}), "t") == "a integer, b integer");
    CHECK(columns_of_table(replayed({setup, "ALTER TABLE t DROP COLUMN b;"}), "t") == "a integer");
    const Catalog cascaded = replayed({setup, "ALTER TABLE t DROP COLUMN a CASCADE;"});
    CHECK(columns_of_table(cascaded, "t") == "b integer");
    CHECK(cascaded.views.empty());
  }

  TEST_CASE("`b.*` holds b's columns, not those of what it is joined with") {
    const Catalog catalog = replayed({"CREATE TABLE a (id int, x int); CREATE TABLE b (id int, a_id int);",
                                      "CREATE VIEW v AS SELECT b.* FROM a JOIN b ON a.id = b.a_id;",
                                      "ALTER TABLE a DROP COLUMN x;", "ALTER TABLE b DROP COLUMN id;"});
    CHECK(columns_of_table(catalog, "a") == "id integer");
    CHECK(columns_of_table(catalog, "b") == "id integer, a_id integer");
    CHECK(catalog.view({{}, "v"})->columns == std::vector<std::string>{"id", "a_id"});
  }

  TEST_CASE("owned sequences go with their column and table") {
    CHECK(replayed({"CREATE TABLE t (id serial); ALTER TABLE t DROP COLUMN id;"}).sequences.empty());
    CHECK(replayed({"CREATE TABLE t (id serial); DROP TABLE t;"}).sequences.empty());
    CHECK(replayed({"CREATE TABLE t (id serial); DROP SEQUENCE t_id_seq;"}).sequences.size() == 1);
  }
}
