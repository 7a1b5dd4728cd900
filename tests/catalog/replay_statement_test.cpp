#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/replay") {
  TEST_CASE("a statement that PostgreSQL refuses leaves nothing behind") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a int);", "ALTER TABLE t ADD COLUMN b int, ADD COLUMN a text;",
                  "CREATE TABLE t (z int);"});
    CHECK(columns_of_table(catalog, "t") == "a integer");
  }

  TEST_CASE("ADD COLUMN IF NOT EXISTS skips that column's constraints and nothing else") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a text); ALTER TABLE t ADD COLUMN IF NOT EXISTS a text UNIQUE, ADD COLUMN "
                  "IF NOT EXISTS b int UNIQUE;"});
    CHECK(columns_of_table(catalog, "t") == "a text, b integer");
    CHECK(constraints_of_table(catalog, "t") == "t_b_key unique (b)");
  }

  TEST_CASE("ROLLBACK takes back everything since BEGIN") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      BEGIN;
      ALTER TABLE t ADD COLUMN b int;
      ALTER TABLE t RENAME TO u;
      CREATE TYPE e AS ENUM ('x');
      DROP TABLE u;
      ROLLBACK;
    )"});
    CHECK(columns_of_table(catalog, "t") == "a integer");
    CHECK(labels_of(catalog, "e") == "-");
  }

  TEST_CASE("ROLLBACK TO takes back what came after the savepoint") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a int); BEGIN; ALTER TABLE t ADD b int; SAVEPOINT s; ALTER TABLE t ADD c "
                  "int; ROLLBACK TO s; "
                  "ALTER TABLE t ADD d int; COMMIT;"});
    CHECK(columns_of_table(catalog, "t") == "a integer, b integer, d integer");
  }

  TEST_CASE("COMMIT AND CHAIN begins the next transaction") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a int); BEGIN; ALTER TABLE t ADD b int; COMMIT AND CHAIN; ALTER TABLE t "
                  "ADD c int; ROLLBACK;"});
    CHECK(columns_of_table(catalog, "t") == "a integer, b integer");
  }

  TEST_CASE("an error that a handler catches takes back all that its block did, and ends the block") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      DO $$ BEGIN
        CREATE TABLE kept (a int);
        BEGIN
          CREATE TABLE undone (a int);
          ALTER TABLE t ADD COLUMN a int;
          CREATE TABLE not_reached (a int);
        EXCEPTION WHEN duplicate_column THEN NULL;
        END;
        CREATE TABLE after (a int);
      END $$;
    )"});
    CHECK(tables_of(catalog) == "public.after, public.kept, public.t");
  }

  TEST_CASE("guards of DO blocks are asked of the catalog") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE "User" (id int, name text);
      DO $$ BEGIN CREATE TYPE "Status" AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN null; END $$;
      DO $$ BEGIN CREATE TYPE "Status" AS ENUM ('b'); EXCEPTION WHEN duplicate_object THEN null; END $$;
      DO $$ BEGIN
        IF NOT EXISTS (SELECT 1 FROM information_schema.columns
                       WHERE table_name = 'User' AND column_name = 'age') THEN
          ALTER TABLE "User" ADD COLUMN age int;
        ELSE
          ALTER TABLE "User" ADD COLUMN wrong int;
        END IF;
        IF EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'nope') THEN
          ALTER TABLE "User" DROP COLUMN age;
        END IF;
      END $$;
    )"});
    CHECK(labels_of(catalog, "Status") == "a");
    CHECK(columns_of_table(catalog, "User") == "id integer, name text, age integer");
    CHECK(catalog.table({{}, "User"})->certain);
  }
}
