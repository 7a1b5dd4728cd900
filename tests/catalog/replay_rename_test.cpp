#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/replay_rename") {
  TEST_CASE("a column's name changes wherever it is used") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE a (id int PRIMARY KEY, n int CHECK (n > 0));
      CREATE TABLE b (a_id int REFERENCES a (id));
      CREATE INDEX ix ON a (n) WHERE n > 3;
      CREATE VIEW v AS SELECT n FROM a;
      ALTER TABLE a RENAME COLUMN id TO key;
      ALTER TABLE a RENAME COLUMN n TO "Count";
    )"});
    CHECK(columns_of_table(catalog, "a") == "key integer not null, Count integer");
    CHECK(constraints_of_table(catalog, "a") == "a_n_check check (Count), a_pkey primary-key (key)");
    CHECK(constraints_of_table(catalog, "b") == "b_a_id_fkey foreign-key (a_id) -> public.a (key)");
    CHECK(catalog.index({{}, "ix"})->where->text == "\"Count\" > 3");
    CHECK(catalog.views_using({{}, "a"}, "Count").size() == 1);
  }

  TEST_CASE("a table takes its references, views and sequences along; its indexes keep their names") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE a (id serial PRIMARY KEY);
      CREATE TABLE b (a_id int REFERENCES a);
      CREATE VIEW v AS SELECT id FROM a;
      ALTER TABLE a RENAME TO z;
    )"});
    CHECK(constraints_of_table(catalog, "b") == "b_a_id_fkey foreign-key (a_id) -> public.z (id)");
    CHECK(indexes_of_table(catalog, "z") == "a_pkey primary (id)");
    CHECK(catalog.views_using({{}, "z"}).size() == 1);
    CHECK(catalog.referencing({{}, "z"}).size() == 1);
    CHECK(catalog.sequence({{}, "a_id_seq"})->owned_by_table == RelationName{"public", "z"});
  }

  TEST_CASE(
      "a function's new name reaches the defaults and triggers that call it, and a ROLLBACK takes it back "
      "from both") {
    const std::string tables = R"(
      CREATE FUNCTION next() RETURNS int LANGUAGE sql AS 'SELECT 1';
      CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
      CREATE TABLE a (n int DEFAULT next());
      CREATE TABLE b (n int);
      CREATE TRIGGER t BEFORE UPDATE ON b FOR EACH ROW EXECUTE FUNCTION touch();
    )";
    const std::string renames =
        "ALTER FUNCTION next() RENAME TO following; ALTER FUNCTION touch() RENAME TO stamp;";
    const auto called = [](const Catalog& catalog) {
      return catalog.column({{}, "a"}, "n")->default_value->function.name + " " +
             catalog.table({{}, "b"})->triggers.front().function.name;
    };
    CHECK(called(replayed({tables + renames})) == "following stamp");
    CHECK(called(replayed({tables + "BEGIN;" + renames + "ROLLBACK;"})) == "next touch");
  }

  TEST_CASE("a key's constraint and its index are renamed together, either way") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int PRIMARY KEY, b int UNIQUE);
      ALTER TABLE t RENAME CONSTRAINT t_pkey TO main_key;
      ALTER INDEX t_b_key RENAME TO b_key;
    )"});
    CHECK(constraints_of_table(catalog, "t") == "b_key unique (b), main_key primary-key (a)");
    CHECK(indexes_of_table(catalog, "t") == "b_key unique (b), main_key primary (a)");
  }

  TEST_CASE("an enum recreated under its old name, as Prisma writes it") {
    const Catalog catalog =
        replayed({"CREATE TYPE \"Role\" AS ENUM ('USER', 'OLD'); CREATE TABLE u (role \"Role\" NOT NULL "
                  "DEFAULT 'USER');",
                  R"(
      BEGIN;
      CREATE TYPE "Role_new" AS ENUM ('USER');
      ALTER TABLE "u" ALTER COLUMN "role" DROP DEFAULT;
      ALTER TABLE "u" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
      ALTER TYPE "Role" RENAME TO "Role_old";
      ALTER TYPE "Role_new" RENAME TO "Role";
      DROP TYPE "Role_old";
      ALTER TABLE "u" ALTER COLUMN "role" SET DEFAULT 'USER';
      COMMIT;
    )"});
    CHECK(labels_of(catalog, "Role") == "USER");
    CHECK(labels_of(catalog, "Role_old") == "-");
    CHECK(columns_of_table(catalog, "u") == "role \"Role\" not null default");
  }

  TEST_CASE("a schema's name changes for all that is in it, and for nothing else") {
    const Catalog catalog = replayed(
        {"CREATE SCHEMA app; CREATE TABLE a (id int); CREATE TABLE app.b (id int); CREATE TABLE c (id int);"
         "CREATE TABLE app.d (id int); ALTER SCHEMA app RENAME TO core;"});
    CHECK(tables_of(catalog) == "public.a, core.b, public.c, core.d");
  }

  TEST_CASE("SET SCHEMA moves a table with its indexes and sequences") {
    const Catalog catalog = replayed({R"(
      CREATE SCHEMA app;
      CREATE TABLE t (id serial PRIMARY KEY);
      CREATE TABLE u (t_id int REFERENCES t);
      ALTER TABLE t SET SCHEMA app;
    )"});
    CHECK(tables_of(catalog) == "app.t, public.u");
    CHECK(catalog.index({"app", "t_pkey"}) != nullptr);
    CHECK(catalog.sequence({"app", "t_id_seq"}) != nullptr);
    CHECK(constraints_of_table(catalog, "u") == "u_t_id_fkey foreign-key (t_id) -> app.t (id)");
  }
}
