// CREATE TABLE and ALTER TABLE: every spelling of a change comes to one struct, in the order PostgreSQL
// carries the commands out.

#include <doctest/doctest.h>

#include "support/describe.hpp"

namespace miglint::test {

TEST_SUITE("lowering tables") {
  TEST_CASE("a foreign key is one, however it is written") {
    CHECK(lower("CREATE TABLE posts (author int REFERENCES users);") ==
          "create-table posts (author int4)\n"
          "add-foreign-key posts inline (author) -> users()");
    CHECK(lower("CREATE TABLE posts (author int, CONSTRAINT fk FOREIGN KEY (author) REFERENCES users (id) ON "
                "DELETE CASCADE);") ==
          "create-table posts (author int4)\n"
          "add-foreign-key posts fk (author) -> users(id) on delete cascade");
    CHECK(
        lower("ALTER TABLE posts ADD CONSTRAINT fk FOREIGN KEY (author) REFERENCES users (id) NOT VALID;") ==
        "add-foreign-key posts fk not valid (author) -> users(id)");
    CHECK(lower("ALTER TABLE posts ADD COLUMN author int REFERENCES users (id);") ==
          "add-column posts.author int4\n"
          "add-foreign-key posts inline (author) -> users(id)");
  }

  TEST_CASE("a table comes first, then its checks, its keys, its foreign keys") {
    CHECK(lower(R"(CREATE TABLE "Post" (
            "authorId" INTEGER REFERENCES "User" ("id"),
            "slug" VARCHAR(40) UNIQUE,
            "id" SERIAL NOT NULL,
            CHECK (length("slug") > 2),
            CONSTRAINT "Post_pkey" PRIMARY KEY ("id")
          );)") ==
          "create-table Post (authorId int4, slug varchar(40), id serial not null)\n"
          "add-check Post [>](length(slug), 2)\n"
          "add-primary-key Post Post_pkey (id)\n"
          "add-unique Post inline (slug)\n"
          "add-foreign-key Post inline (authorId) -> User(id)");
  }

  TEST_CASE(
      "the commands of one ALTER TABLE are sorted into PostgreSQL's passes; each keeps its place in the "
      "text") {
    CHECK(lower("ALTER TABLE t ADD CHECK (a > 0), ADD COLUMN a int, ALTER b TYPE bigint, DROP COLUMN c;") ==
          "[3] drop-column t.c\n"
          "[2] change-type t.b int8\n"
          "[1] add-column t.a int4\n"
          "add-check t [>](a, 0)");
  }

  TEST_CASE("names: quotes off, unquoted words folded, schemas kept") {
    CHECK(lower(R"(ALTER TABLE "App"."User" ADD COLUMN Email TEXT;)") == "add-column App.User.email text");
    CHECK(lower(R"(ALTER TABLE "a""b" DROP COLUMN "C d";)") == R"(drop-column a"b.C d)");
  }

  TEST_CASE("types have pg_type's names, and their modifiers") {
    CHECK(lower("ALTER TABLE t ADD a timestamp(3), ADD b double precision, ADD c numeric(10,2)[], ADD d "
                "\"Role\", ADD e interval year to month;") ==
          "add-column t.a timestamp(3)\n"
          "[1] add-column t.b float8\n"
          "[2] add-column t.c numeric(10, 2)[]\n"
          "[3] add-column t.d Role\n"
          "[4] add-column t.e interval YEAR TO MONTH");
  }

  TEST_CASE("NOT NULL, defaults, identity and generated belong to the column") {
    CHECK(lower("ALTER TABLE t ADD a text NOT NULL DEFAULT 'x', ADD b int GENERATED ALWAYS AS IDENTITY, ADD "
                "c int GENERATED ALWAYS AS (a * 2) STORED;") ==
          "add-column t.a text not null default 'x'\n"
          "[1] add-column t.b int4 identity always\n"
          "[2] add-column t.c int4 generated [*](a, 2)");
  }

  TEST_CASE("IF EXISTS and ONLY are the statement's") {
    const Migration migration = lowered("ALTER TABLE IF EXISTS ONLY t ALTER a SET NOT NULL;");
    REQUIRE(migration.statements.size() == 1);
    CHECK(migration.statements[0].if_exists);
    CHECK(migration.statements[0].only);
    CHECK(describe(migration) == "set-not-null t.a");
  }

  TEST_CASE("DROP TABLE of several is a command each") {
    CHECK(lower("DROP TABLE IF EXISTS a, b CASCADE;") ==
          "drop-table a if exists cascade\n[1] drop-table b if exists cascade");
  }

  TEST_CASE("partitions") {
    CHECK(lower("CREATE TABLE m (d date) PARTITION BY RANGE (d); CREATE TABLE m1 PARTITION OF m DEFAULT; "
                "ALTER TABLE m DETACH PARTITION m1 "
                "CONCURRENTLY;") ==
          "create-table m (d date) partition by range(d)\n"
          "create-table m1 () partition of m DEFAULT\n"
          "detach-partition m m1 concurrently");
  }
}

}  // namespace miglint::test
