// What is printed, in both spellings: SQL in, SQL out. That it says the same is round_trip_test.cpp's.

#include "miglint/print.hpp"

#include <doctest/doctest.h>
#include <initializer_list>

#include "support/describe.hpp"

namespace miglint::test {
namespace {

struct Row {
  std::string_view sql;
  std::string_view prisma;
  std::string_view plain;
};

std::string printed(std::string_view sql, Spelling spelling) {
  return print(lowered(sql).statements.front(), spelling);
}

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    INFO(row.sql);
    CHECK(printed(row.sql, Spelling::prisma) == row.prisma);
    CHECK(printed(row.sql, Spelling::plain) == row.plain);
  }
}

}  // namespace

TEST_SUITE("printing") {
  TEST_CASE("a column") {
    check({
        {R"(alter table "User" add column "email" text not null)",
         R"(ALTER TABLE "User" ADD COLUMN     "email" TEXT NOT NULL;)",
         R"(ALTER TABLE "User" ADD COLUMN email text NOT NULL;)"},
        {"alter table \"User\" add column \"seen\" timestamp(3) not null default current_timestamp, "
         "drop column \"old\"",
         "ALTER TABLE \"User\" ADD COLUMN     \"seen\" TIMESTAMP(3) NOT NULL DEFAULT current_timestamp,\n"
         "DROP COLUMN \"old\";",
         "ALTER TABLE \"User\"\n"
         "  ADD COLUMN seen timestamp(3) NOT NULL DEFAULT current_timestamp,\n"
         "  DROP COLUMN old;"},
        {R"(alter table public."User" add "tags" text[] default array[]::text[])",
         R"(ALTER TABLE "User" ADD COLUMN     "tags" TEXT[] DEFAULT array[]::text[];)",
         R"(ALTER TABLE "User" ADD COLUMN tags text[] DEFAULT array[]::text[];)"},
        {"alter table users add column if not exists price numeric(65,30) collate \"C\" default (1 + "
         "2) null",
         "ALTER TABLE \"users\" ADD COLUMN IF NOT EXISTS \"price\" DECIMAL(65,30) COLLATE \"C\" NULL "
         "DEFAULT (1 + 2);",
         "ALTER TABLE users ADD COLUMN IF NOT EXISTS price numeric(65,30) COLLATE \"C\" NULL DEFAULT "
         "(1 + 2);"},
        {"alter table users add id bigint generated always as identity (start with 5 cache 2)",
         "ALTER TABLE \"users\" ADD COLUMN     \"id\" BIGINT GENERATED ALWAYS AS IDENTITY (START "
         "WITH 5 CACHE 2);",
         "ALTER TABLE users ADD COLUMN id bigint GENERATED ALWAYS AS IDENTITY (START WITH 5 CACHE 2);"},
        {"alter table users add full_name text generated always as (first || last) stored",
         "ALTER TABLE \"users\" ADD COLUMN     \"full_name\" TEXT GENERATED ALWAYS AS (first || "
         "last) STORED;",
         "ALTER TABLE users ADD COLUMN full_name text GENERATED ALWAYS AS (first || last) STORED;"},
        {"alter table users add column plan \"Plan\" not null default 'FREE', alter id type bigint "
         "using id::bigint, alter id set default nextval('s')",
         "ALTER TABLE \"users\" ADD COLUMN     \"plan\" \"Plan\" NOT NULL DEFAULT 'FREE',\n"
         "ALTER COLUMN \"id\" SET DATA TYPE BIGINT USING (id::bigint),\n"
         "ALTER COLUMN \"id\" SET DEFAULT nextval('s');",
         "ALTER TABLE users\n"
         "  ADD COLUMN plan \"Plan\" NOT NULL DEFAULT 'FREE',\n"
         "  ALTER COLUMN id TYPE bigint USING (id::bigint),\n"
         "  ALTER COLUMN id SET DEFAULT nextval('s');"},
        {"alter table users add column author int constraint fk references authors (id) on delete "
         "cascade, add primary key (id)",
         "ALTER TABLE \"users\" ADD COLUMN     \"author\" INTEGER CONSTRAINT \"fk\" REFERENCES "
         "\"authors\"(\"id\") ON DELETE CASCADE,\n"
         "ADD PRIMARY KEY (\"id\");",
         "ALTER TABLE users\n"
         "  ADD COLUMN author integer CONSTRAINT fk REFERENCES authors (id) ON DELETE CASCADE,\n"
         "  ADD PRIMARY KEY (id);"},
        {"alter table if exists only users drop column if exists a cascade",
         R"(ALTER TABLE IF EXISTS ONLY "users" DROP COLUMN IF EXISTS "a" CASCADE;)",
         "ALTER TABLE IF EXISTS ONLY users DROP COLUMN IF EXISTS a CASCADE;"},
    });
  }

  TEST_CASE("keys") {
    check({
        {"alter table posts add constraint fk foreign key (author) references users (id) on delete "
         "set null (author) deferrable initially deferred not valid",
         "ALTER TABLE \"posts\" ADD CONSTRAINT \"fk\" FOREIGN KEY (\"author\") REFERENCES "
         "\"users\"(\"id\") ON DELETE SET NULL (\"author\") ON UPDATE NO ACTION DEFERRABLE INITIALLY "
         "DEFERRED NOT VALID;",
         "ALTER TABLE posts ADD CONSTRAINT fk FOREIGN KEY (author) REFERENCES users (id) ON DELETE "
         "SET NULL (author) DEFERRABLE INITIALLY DEFERRED NOT VALID;"},
        {"alter table posts add constraint p primary key using index i, add unique nulls not "
         "distinct (a, b) include (c)",
         "ALTER TABLE \"posts\" ADD CONSTRAINT \"p\" PRIMARY KEY USING INDEX \"i\",\n"
         "ADD UNIQUE NULLS NOT DISTINCT (\"a\", \"b\") INCLUDE (\"c\");",
         "ALTER TABLE posts\n"
         "  ADD CONSTRAINT p PRIMARY KEY USING INDEX i,\n"
         "  ADD UNIQUE NULLS NOT DISTINCT (a, b) INCLUDE (c);"},
        {"alter table posts add check (a > 0) no inherit not valid",
         R"(ALTER TABLE "posts" ADD CHECK (a > 0) NO INHERIT NOT VALID;)",
         "ALTER TABLE posts ADD CHECK (a > 0) NO INHERIT NOT VALID;"},
        {"alter table room add constraint x exclude using gist (room with =, tsrange(a, b) with &&) "
         "where (a is not null)",
         "ALTER TABLE \"room\" ADD CONSTRAINT \"x\" EXCLUDE USING gist (\"room\" WITH =, tsrange(a, "
         "b) WITH &&) WHERE (a is not null);",
         "ALTER TABLE room ADD CONSTRAINT x EXCLUDE USING gist (room WITH =, tsrange(a, b) WITH &&) "
         "WHERE (a is not null);"},
        {"alter table posts validate constraint fk", R"(ALTER TABLE "posts" VALIDATE CONSTRAINT "fk";)",
         "ALTER TABLE posts VALIDATE CONSTRAINT fk;"},
        {"alter table posts drop constraint if exists fk cascade",
         R"(ALTER TABLE "posts" DROP CONSTRAINT IF EXISTS "fk" CASCADE;)",
         "ALTER TABLE posts DROP CONSTRAINT IF EXISTS fk CASCADE;"},
    });
  }

  TEST_CASE("indexes") {
    check({
        {R"(create unique index "User_email_key" on "User" ("email"))",
         R"(CREATE UNIQUE INDEX "User_email_key" ON "User"("email");)",
         R"(CREATE UNIQUE INDEX "User_email_key" ON "User" (email);)"},
        {"create index concurrently if not exists i on only t using gin (a jsonb_path_ops)",
         R"(CREATE INDEX CONCURRENTLY IF NOT EXISTS "i" ON ONLY "t" USING GIN ("a" jsonb_path_ops);)",
         "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON ONLY t USING gin (a jsonb_path_ops);"},
        {"create index on t (lower(a) text_pattern_ops desc nulls last, (a || b), c collate \"C\") "
         "include (d) with (fillfactor = 70) where a is not null",
         "CREATE INDEX ON \"t\"(lower(a) text_pattern_ops DESC NULLS LAST, (a || b), \"c\" COLLATE "
         "\"C\") INCLUDE (\"d\") WITH (fillfactor = 70) WHERE a is not null;",
         "CREATE INDEX ON t (lower(a) text_pattern_ops DESC NULLS LAST, (a || b), c COLLATE \"C\") "
         "INCLUDE (d) WITH (fillfactor = 70) WHERE a is not null;"},
        {"drop index concurrently if exists i", R"(DROP INDEX CONCURRENTLY IF EXISTS "i";)",
         "DROP INDEX CONCURRENTLY IF EXISTS i;"},
        {"drop index a, b.c cascade", R"(DROP INDEX "a", "b"."c" CASCADE;)", "DROP INDEX a, b.c CASCADE;"},
        {"reindex table concurrently t", R"(REINDEX TABLE CONCURRENTLY "t";)",
         "REINDEX TABLE CONCURRENTLY t;"},
    });
  }

  TEST_CASE("tables") {
    check({
        {"create table \"User\" (\"id\" serial not null, \"email\" text, constraint \"User_pkey\" "
         "primary key (\"id\", \"email\"))",
         "CREATE TABLE \"User\" (\n"
         "    \"id\" SERIAL NOT NULL,\n"
         "    \"email\" TEXT,\n"
         "\n"
         "    CONSTRAINT \"User_pkey\" PRIMARY KEY (\"id\",\"email\")\n"
         ");",
         "CREATE TABLE \"User\" (\n"
         "    id serial NOT NULL,\n"
         "    email text,\n"
         "    CONSTRAINT \"User_pkey\" PRIMARY KEY (id, email)\n"
         ");"},
        {"create table if not exists t (a int primary key, b int references u check (b > 0), like s "
         "including defaults, check (a < b), unique (a, b)) inherits (p) with (fillfactor = 70)",
         "CREATE TABLE IF NOT EXISTS \"t\" (\n"
         "    \"a\" INTEGER PRIMARY KEY,\n"
         "    \"b\" INTEGER CHECK (b > 0) REFERENCES \"u\",\n"
         "    LIKE \"s\" INCLUDING DEFAULTS,\n"
         "\n"
         "    CHECK (a < b),\n"
         "    UNIQUE (\"a\",\"b\")\n"
         ") INHERITS (\"p\") WITH (fillfactor = 70);",
         "CREATE TABLE IF NOT EXISTS t (\n"
         "    a integer PRIMARY KEY,\n"
         "    b integer CHECK (b > 0) REFERENCES u,\n"
         "    LIKE s INCLUDING DEFAULTS,\n"
         "    CHECK (a < b),\n"
         "    UNIQUE (a, b)\n"
         ") INHERITS (p) WITH (fillfactor = 70);"},
        {"create table p partition of t for values from (1) to (10) partition by list (k)",
         R"(CREATE TABLE "p" PARTITION OF "t" FOR VALUES from (1) to (10) PARTITION BY list ("k");)",
         "CREATE TABLE p PARTITION OF t FOR VALUES from (1) to (10) PARTITION BY list (k);"},
        {"create unlogged table t ()", R"(CREATE UNLOGGED TABLE "t" ();)", "CREATE UNLOGGED TABLE t ();"},
        {R"(drop table if exists a, "B" cascade)", R"(DROP TABLE IF EXISTS "a", "B" CASCADE;)",
         R"(DROP TABLE IF EXISTS a, "B" CASCADE;)"},
        {"alter table t attach partition p for values in ('a')",
         R"(ALTER TABLE "t" ATTACH PARTITION "p" FOR VALUES in ('a');)",
         "ALTER TABLE t ATTACH PARTITION p FOR VALUES in ('a');"},
        {"alter table t detach partition p concurrently",
         R"(ALTER TABLE "t" DETACH PARTITION "p" CONCURRENTLY;)",
         "ALTER TABLE t DETACH PARTITION p CONCURRENTLY;"},
        {"alter table t enable row level security, replica identity full, set (autovacuum_enabled = "
         "off), disable trigger all",
         "ALTER TABLE \"t\" ENABLE ROW LEVEL SECURITY,\n"
         "REPLICA IDENTITY FULL,\n"
         "SET (autovacuum_enabled = off),\n"
         "DISABLE TRIGGER ALL;",
         "ALTER TABLE t\n"
         "  ENABLE ROW LEVEL SECURITY,\n"
         "  REPLICA IDENTITY FULL,\n"
         "  SET (autovacuum_enabled = off),\n"
         "  DISABLE TRIGGER ALL;"},
    });
  }

  TEST_CASE("types") {
    check({
        {R"(create type "Role" as enum ('USER', 'it''s'))",
         R"(CREATE TYPE "Role" AS ENUM ('USER', 'it''s');)",
         R"(CREATE TYPE "Role" AS ENUM ('USER', 'it''s');)"},
        {"alter type role add value if not exists 'ADMIN' before 'USER'",
         R"(ALTER TYPE "role" ADD VALUE IF NOT EXISTS 'ADMIN' BEFORE 'USER';)",
         "ALTER TYPE role ADD VALUE IF NOT EXISTS 'ADMIN' BEFORE 'USER';"},
        {"alter type role rename value 'a' to 'b'", R"(ALTER TYPE "role" RENAME VALUE 'a' TO 'b';)",
         "ALTER TYPE role RENAME VALUE 'a' TO 'b';"},
        {"create domain email as text collate \"C\" default 'x' constraint c check (value like "
         "'%@%') not null",
         "CREATE DOMAIN \"email\" AS TEXT COLLATE \"C\" DEFAULT 'x' CONSTRAINT \"c\" CHECK (value "
         "like '%@%') NOT NULL;",
         "CREATE DOMAIN email AS text COLLATE \"C\" DEFAULT 'x' CONSTRAINT c CHECK (value like "
         "'%@%') NOT NULL;"},
        {"alter type pair add attribute c int cascade, drop attribute a",
         "ALTER TYPE \"pair\" ADD ATTRIBUTE \"c\" INTEGER CASCADE,\n"
         "DROP ATTRIBUTE \"a\";",
         "ALTER TYPE pair\n"
         "  ADD ATTRIBUTE c integer CASCADE,\n"
         "  DROP ATTRIBUTE a;"},
        {"create type pair as (a int, b text)", R"(CREATE TYPE "pair" AS ("a" INTEGER, "b" TEXT);)",
         "CREATE TYPE pair AS (a integer, b text);"},
    });
  }

  TEST_CASE("names") {
    check({
        {R"(alter table a rename to "B")", R"(ALTER TABLE "a" RENAME TO "B";)",
         R"(ALTER TABLE a RENAME TO "B";)"},
        {"alter table a rename column b to c", R"(ALTER TABLE "a" RENAME COLUMN "b" TO "c";)",
         "ALTER TABLE a RENAME COLUMN b TO c;"},
        {"alter table a rename constraint b to c", R"(ALTER TABLE "a" RENAME CONSTRAINT "b" TO "c";)",
         "ALTER TABLE a RENAME CONSTRAINT b TO c;"},
        {"alter index a rename to b", R"(ALTER INDEX "a" RENAME TO "b";)", "ALTER INDEX a RENAME TO b;"},
        {"alter trigger a on t rename to b", R"(ALTER TRIGGER "a" ON "t" RENAME TO "b";)",
         "ALTER TRIGGER a ON t RENAME TO b;"},
        {"alter function f(int, text[]) set schema s",
         R"(ALTER FUNCTION "f"(INTEGER, TEXT[]) SET SCHEMA "s";)",
         "ALTER FUNCTION f(integer, text[]) SET SCHEMA s;"},
        {"drop function if exists f(int), g", R"(DROP FUNCTION IF EXISTS "f"(INTEGER), "g";)",
         "DROP FUNCTION IF EXISTS f(integer), g;"},
        {"drop policy p on t", R"(DROP POLICY "p" ON "t";)", "DROP POLICY p ON t;"},
        {"alter type t owner to bob", R"(ALTER TYPE "t" OWNER TO "bob";)", "ALTER TYPE t OWNER TO bob;"},
    });
  }

  TEST_CASE("rows") {
    check({
        {R"(update "User" set "name" = lower(name), "age" = default where id > 3)",
         R"(UPDATE "User" SET "name" = lower(name), "age" = default WHERE id > 3;)",
         R"(UPDATE "User" SET name = lower(name), age = default WHERE id > 3;)"},
        {"delete from t as x where x.a is null", R"(DELETE FROM "t" AS "x" WHERE x.a is null;)",
         "DELETE FROM t AS x WHERE x.a is null;"},
        {"insert into t (a, b) values (1, 'x'), (-2, null)",
         R"(INSERT INTO "t" ("a", "b") VALUES (1, 'x'), (-2, NULL);)",
         "INSERT INTO t (a, b) VALUES (1, 'x'), (-2, NULL);"},
        {"insert into t default values", R"(INSERT INTO "t" DEFAULT VALUES;)",
         "INSERT INTO t DEFAULT VALUES;"},
        {"truncate a, only b cascade", R"(TRUNCATE "a", ONLY "b" CASCADE;)", "TRUNCATE a, ONLY b CASCADE;"},
    });
  }

  TEST_CASE("the session") {
    check({
        {"set lock_timeout = '5s'", "SET lock_timeout = '5s';", "SET lock_timeout = '5s';"},
        {R"(set local search_path = a, "B")", "SET LOCAL search_path = 'a', 'B';",
         "SET LOCAL search_path = 'a', 'B';"},
        {"reset all", "RESET all;", "RESET all;"},
        {"begin", "BEGIN;", "BEGIN;"},
        {"savepoint s", R"(SAVEPOINT "s";)", "SAVEPOINT s;"},
        {"lock table a, b in share row exclusive mode nowait",
         R"(LOCK TABLE "a", "b" IN SHARE ROW EXCLUSIVE MODE NOWAIT;)",
         "LOCK TABLE a, b IN SHARE ROW EXCLUSIVE MODE NOWAIT;"},
        {"vacuum full a", R"(VACUUM FULL "a";)", "VACUUM FULL a;"},
    });
  }

  TEST_CASE("what is defined by its text") {
    check({
        {"create or replace view v (a) with (security_barrier) as select 1 as a where true with "
         "check option",
         "CREATE OR REPLACE VIEW \"v\" (a) with (security_barrier) as select 1 as a where true with "
         "check option;",
         "CREATE OR REPLACE VIEW v (a) with (security_barrier) as select 1 as a where true with "
         "check option;"},
        {"create materialized view if not exists s.m as select a from t with no data",
         R"(CREATE MATERIALIZED VIEW IF NOT EXISTS "s"."m" as select a from t with no data;)",
         "CREATE MATERIALIZED VIEW IF NOT EXISTS s.m as select a from t with no data;"},
        {"create function f(a int default 1) returns int language sql as $$ select a $$",
         R"(CREATE FUNCTION "f"(a int default 1) returns int language sql as $$ select a $$;)",
         "CREATE FUNCTION f(a int default 1) returns int language sql as $$ select a $$;"},
        {"create trigger tr after insert or update of a, b or delete on t for each row when (new.a > "
         "0) execute function f('x')",
         "CREATE TRIGGER \"tr\" AFTER INSERT OR DELETE OR UPDATE OF \"a\", \"b\" ON \"t\" for each "
         "row when (new.a > 0) execute function f('x');",
         "CREATE TRIGGER tr AFTER INSERT OR DELETE OR UPDATE OF a, b ON t for each row when (new.a > "
         "0) execute function f('x');"},
        {"create policy p on t as restrictive for select to bob using (a = 1)",
         R"(CREATE POLICY "p" ON "t" as restrictive for select to bob using (a = 1);)",
         "CREATE POLICY p ON t as restrictive for select to bob using (a = 1);"},
        {"comment on column public.t.a is 'it''s'", R"(COMMENT ON COLUMN "t"."a" IS 'it''s';)",
         "COMMENT ON COLUMN t.a IS 'it''s';"},
        {"comment on constraint c on domain d is null", R"(COMMENT ON CONSTRAINT "c" ON DOMAIN "d" IS NULL;)",
         "COMMENT ON CONSTRAINT c ON DOMAIN d IS NULL;"},
    });
  }

  TEST_CASE("what is said besides") {
    check({
        {"truncate t restart identity", R"(TRUNCATE "t" RESTART IDENTITY;)", "TRUNCATE t RESTART IDENTITY;"},
        {"alter table t add id int generated by default as identity (no cycle)",
         R"(ALTER TABLE "t" ADD COLUMN     "id" INTEGER GENERATED BY DEFAULT AS IDENTITY (NO CYCLE);)",
         "ALTER TABLE t ADD COLUMN id integer GENERATED BY DEFAULT AS IDENTITY (NO CYCLE);"},
        {"create table t (like s including all)",
         "CREATE TABLE \"t\" (\n"
         "    LIKE \"s\" INCLUDING ALL\n"
         ");",
         "CREATE TABLE t (\n"
         "    LIKE s INCLUDING ALL\n"
         ");"},
        {"insert into t (a) values (1) on conflict (a) do update set a = 2",
         R"(INSERT INTO "t" ("a") VALUES (1) ON CONFLICT ("a") DO UPDATE SET "a" = 2;)",
         "INSERT INTO t (a) VALUES (1) ON CONFLICT (a) DO UPDATE SET a = 2;"},
        {"alter domain d rename constraint a to b", R"(ALTER DOMAIN "d" RENAME CONSTRAINT "a" TO "b";)",
         "ALTER DOMAIN d RENAME CONSTRAINT a TO b;"},
    });
  }

  TEST_CASE("a change alone is a statement of its own") {
    const Migration migration = lowered("ALTER TABLE t ADD COLUMN a int UNIQUE, DROP COLUMN b");
    std::vector<std::string> statements;
    for (const StatementChange& one : migration.statements.front().changes)
      statements.push_back(print(one.change, Spelling::plain));
    CHECK(statements == std::vector<std::string>{"ALTER TABLE t DROP COLUMN b;",
                                                 "ALTER TABLE t ADD COLUMN a integer;",
                                                 "ALTER TABLE t ADD UNIQUE (a);"});
  }

  TEST_CASE("a character that nobody sees is written as a number") {
    CHECK(print(DropColumn{.table = {.name = "t"}, .column = "a\u200B\"b"}, Spelling::plain) ==
          "ALTER TABLE t DROP COLUMN U&\"a\\200B\"\"b\";");
    CHECK(print(CreateEnum{.type = {.name = "e"}, .labels = {"\u202E'"}}, Spelling::prisma) ==
          "CREATE TYPE \"e\" AS ENUM (U&'\\202E''');");
  }

  TEST_CASE("an expression goes in parentheses where only a part of the grammar may stand") {
    const auto with_default = [](std::string text) {
      const Expression value{.kind = Expression::Kind::other, .text = std::move(text)};
      const ColumnDefinition column{.name = "a", .type = {.name = "text"}, .default_value = value};
      return print(AddColumn{.table = {.name = "t"}, .column = column}, Spelling::plain);
    };
    for (const char* simple :
         {"'x'", "-1", "now()", "CURRENT_TIMESTAMP(3)", "'{}'::jsonb", "s.f(a, (b))", "ARRAY['a']::text[]",
          "(a || b)::character varying(3)", "date '2020-01-01'", "E'\\n'", "x.y"})
      CHECK(with_default(simple) == "ALTER TABLE t ADD COLUMN a text DEFAULT " + std::string(simple) + ";");
    for (const char* other :
         {"a || b", "now() AT TIME ZONE 'utc'", "a IS NULL", "'a' COLLATE \"C\"", "NOT a"})
      CHECK(with_default(other) == "ALTER TABLE t ADD COLUMN a text DEFAULT (" + std::string(other) + ");");
  }

  TEST_CASE("what lowering did not keep is not printed") {
    for (const std::string sql :
         {"DO $$ BEGIN END $$", "INSERT INTO t SELECT 1", "INSERT INTO t VALUES (1) RETURNING a",
          "UPDATE t SET a = b FROM u", "DELETE FROM ONLY t", "CREATE TABLE t AS SELECT 1",
          "CREATE TABLE t (a int) TABLESPACE x", "CREATE TABLE t (LIKE s INCLUDING COMMENTS)",
          "ALTER TABLE t ADD COLUMN a int NULL NOT NULL", "CREATE INDEX ON t USING gist (a o (siglen = 1))",
          "ALTER TABLE t ENABLE ALWAYS TRIGGER x", "VACUUM (ANALYZE) t", "BEGIN ISOLATION LEVEL SERIALIZABLE",
          "CREATE SCHEMA AUTHORIZATION bob", "CREATE EXTENSION x VERSION '1'"}) {
      INFO(sql);
      const Statement statement = lowered(sql).statements.front();
      CHECK(print(statement, Spelling::plain) == "");
      CHECK_FALSE(prints(statement.changes.front().change));
    }
  }
}

}  // namespace miglint::test
