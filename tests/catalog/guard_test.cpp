// The guards of idempotent migrations: `IF NOT EXISTS (SELECT 1 FROM pg_constraint WHERE …) THEN …`.
// (PostgreSQL 15 gave each of these answers; what is left undecided it answered, too.)

#include <doctest/doctest.h>
#include <string>
#include <string_view>

#include "support/replayed.hpp"

namespace miglint {

static const std::string_view setup = R"(
CREATE SCHEMA app;
CREATE TYPE mood AS ENUM ('sad', 'ok');
CREATE TYPE pair AS (a int, b int);
CREATE DOMAIN positive AS int CHECK (VALUE > 0);
CREATE TABLE users (id serial PRIMARY KEY, email varchar(20) NOT NULL UNIQUE, "Role" mood, tags text[],
  n int GENERATED ALWAYS AS IDENTITY, code char(3));
CREATE TABLE orders (id int, user_id int CONSTRAINT orders_user REFERENCES users,
  total int CHECK (total > 0));
ALTER TABLE orders ADD CONSTRAINT late CHECK (id > 0) NOT VALID;
CREATE TABLE app.parts (id int, at date) PARTITION BY RANGE (at);
CREATE INDEX orders_id ON orders (id);
CREATE VIEW v AS SELECT 1 AS one;
CREATE MATERIALIZED VIEW mv AS SELECT 1 AS one;
CREATE SEQUENCE sq;
CREATE EXTENSION citext;
CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
CREATE TRIGGER tr BEFORE INSERT ON orders FOR EACH ROW EXECUTE FUNCTION f();
CREATE POLICY pol ON orders USING (true);
CREATE PUBLICATION pub FOR TABLE orders;
)";

/// What the replay makes of the condition: whether what it guards was done.
static std::string answer(std::string_view condition, std::string_view more = "") {
  const std::string block =
      "DO $$ BEGIN IF " + std::string(condition) + " THEN CREATE TABLE made (a int); END IF; END $$;";
  const Catalog catalog = testing::replayed({setup, more, block});
  const Table* made = catalog.table({"public", "made"});
  if (made == nullptr) return "no";
  return made->certain ? "yes" : "unknown";
}

TEST_SUITE("catalog: guards") {
  TEST_CASE("a condition that holds") {
    for (const std::string_view condition :
         {"EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE 'orders_user' = conname)",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user' AND conrelid = "
          "'orders'::regclass)",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user' AND conrelid = "
          "'public.orders'::regclass)",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user' AND conrelid = "
          "to_regclass('orders'))",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'orders'::regclass AND contype = 'f')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'users'::regclass AND contype IN ('p', 'x'))",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'users'::regclass AND contype = ANY "
          "(ARRAY['u', 'x']))",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'late' AND convalidated = 'false')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'late' AND NOT convalidated)",
          "EXISTS (SELECT 1 FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid WHERE c.conname = "
          "'orders_user' AND t.relname = 'orders')",
          "EXISTS (SELECT 1 FROM pg_constraint c, pg_class t WHERE t.oid = c.conrelid AND c.conname = "
          "'orders_user' AND t.relname = 'orders')",
          "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_name = 'orders_user' "
          "AND table_name = 'orders')",
          "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = 'PRIMARY KEY' "
          "AND table_name = 'users')",
          "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = 'UNIQUE' AND "
          "table_name = 'users')",
          "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = 'FOREIGN KEY' "
          "AND table_name = 'orders')",
          "EXISTS (SELECT 1 FROM information_schema.key_column_usage WHERE table_name = 'users' AND "
          "column_name = 'id')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'Role')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = current_schema() AND "
          "table_name = 'users' AND column_name = 'email')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_catalog = current_database() AND "
          "table_name = 'users' AND column_name = 'email')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND is_nullable = 'NO')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND data_type = 'character varying')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'code' AND data_type = 'character')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'tags' AND data_type = 'ARRAY')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'tags' AND udt_name = '_text')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'Role' AND data_type = 'USER-DEFINED')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'Role' AND udt_name = 'mood')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND character_maximum_length = 20)",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = 'n' "
          "AND is_identity = 'YES')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE column_name = 'email')",
          "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'email' AND "
          "NOT attisdropped)",
          "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'email' AND "
          "attisdropped = false AND attnum > 0)",
          "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'email' AND "
          "attnotnull = 'true')",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'users')",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'app' AND table_name = "
          "'parts')",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'v' AND table_type = 'VIEW')",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_catalog.pg_tables WHERE schemaname = 'app' AND tablename = 'parts')",
          "EXISTS (SELECT 1 FROM pg_views WHERE viewname = 'v')",
          "EXISTS (SELECT 1 FROM pg_matviews WHERE matviewname = 'mv')",
          "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'orders_id')",
          "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'parts' AND relkind = 'p')",
          "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'sq' AND relkind = 'S')",
          "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'mv' AND relkind = 'm')",
          "EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = "
          "'parts' AND n.nspname = 'app')",
          "EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'orders_id' AND tablename = 'orders')",
          "EXISTS (SELECT 1 FROM pg_sequences WHERE sequencename = 'sq')",
          "EXISTS (SELECT 1 FROM information_schema.sequences WHERE sequence_name = 'users_id_seq')",
          "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood')",
          "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'pair' AND typtype = 'c')",
          "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'positive' AND typtype = 'd')",
          "EXISTS (SELECT 1 FROM pg_type WHERE oid = 'mood'::regtype)",
          "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'mood' AND typnamespace = 'public'::regnamespace)",
          "EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'sad' AND enumtypid = 'mood'::regtype)",
          "EXISTS (SELECT 1 FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = 'mood' "
          "AND e.enumlabel = 'ok')",
          "EXISTS (SELECT 1 FROM pg_namespace WHERE nspname = 'app')",
          "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'citext')",
          "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'plpgsql')",
          "EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'f')",
          "EXISTS (SELECT 1 FROM information_schema.routines WHERE routine_name = 'f')",
          "EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'tr')",
          "EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'tr' AND tgrelid = 'orders'::regclass AND NOT "
          "tgisinternal)",
          "EXISTS (SELECT 1 FROM information_schema.triggers WHERE trigger_name = 'tr' AND "
          "event_object_table = 'orders')",
          "EXISTS (SELECT 1 FROM pg_policies WHERE policyname = 'pol' AND tablename = 'orders')",
          "EXISTS (SELECT 1 FROM pg_policy WHERE polname = 'pol')",
          "EXISTS (SELECT 1 FROM pg_publication WHERE pubname = 'pub')",
          "EXISTS (SELECT 1 FROM pg_publication_tables WHERE pubname = 'pub' AND tablename = 'orders')",
          "EXISTS (SELECT 1 FROM pg_class)",
          "to_regclass('users') IS NOT NULL",
          "to_regclass('public.nowhere') IS NULL",
          R"(to_regclass('public."users"') IS NOT NULL)",
          "to_regclass('app.parts') IS NOT NULL",
          "to_regclass('orders_id') IS NOT NULL",
          "to_regtype('mood') IS NOT NULL",
          "to_regtype('nowhere') IS NULL",
          "NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix') AND EXISTS (SELECT 1 FROM pg_tables "
          "WHERE tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'users') OR current_user = 'x'",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix') OR EXISTS (SELECT 1 FROM pg_tables WHERE "
          "tablename = 'users')",
          "true"}) {
      CAPTURE(condition);
      CHECK(answer(condition) == "yes");
    }
  }

  TEST_CASE("a condition that does not hold") {
    for (const std::string_view condition :
         {"EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'missing')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'orders_user' AND conrelid = "
          "'users'::regclass)",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = 'orders'::regclass AND contype = 'p')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'missing' AND length(conname) > 3)",
          "EXISTS (SELECT 1 FROM information_schema.table_constraints WHERE constraint_type = 'FOREIGN KEY' "
          "AND table_name = 'users')",
          "EXISTS (SELECT 1 FROM information_schema.key_column_usage WHERE table_name = 'users' AND "
          "column_name = 'tags')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'role')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = 'app' AND table_name = "
          "'users' AND column_name = 'email')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND is_nullable = 'YES')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND data_type = 'text')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'email' AND character_maximum_length = 30)",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE table_name = 'users' AND column_name = "
          "'id' AND is_identity = 'YES')",
          "EXISTS (SELECT 1 FROM information_schema.columns WHERE column_name = 'nowhere' AND table_name IN "
          "('users', 'orders'))",
          "EXISTS (SELECT 1 FROM pg_attribute WHERE attrelid = 'users'::regclass AND attname = 'nix' AND "
          "attnum > 0)",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_schema = 'public' AND table_name = "
          "'parts')",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'v' AND table_type = 'BASE "
          "TABLE')",
          "EXISTS (SELECT 1 FROM information_schema.tables WHERE table_name = 'mv')",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'v')",
          "EXISTS (SELECT 1 FROM pg_views WHERE viewname = 'mv')",
          "EXISTS (SELECT 1 FROM pg_matviews WHERE matviewname = 'v')",
          "EXISTS (SELECT 1 FROM pg_class WHERE relname = 'orders_id' AND relkind = 'r')",
          "EXISTS (SELECT 1 FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = "
          "'parts' AND n.nspname = 'public')",
          "EXISTS (SELECT 1 FROM pg_indexes WHERE indexname = 'orders_id' AND tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_type WHERE typname = 'positive' AND typtype = 'e')",
          "EXISTS (SELECT 1 FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE t.typname = "
          "'mood' AND n.nspname = 'app')",
          "EXISTS (SELECT 1 FROM pg_enum WHERE enumlabel = 'glad' AND enumtypid = 'mood'::regtype)",
          "EXISTS (SELECT 1 FROM pg_enum e JOIN pg_type t ON t.oid = e.enumtypid WHERE t.typname = 'other' "
          "AND e.enumlabel = 'ok')",
          "EXISTS (SELECT 1 FROM information_schema.schemata WHERE schema_name = 'nowhere')",
          "EXISTS (SELECT 1 FROM pg_extension WHERE extname = 'hstore')",
          "EXISTS (SELECT 1 FROM pg_proc WHERE proname = 'g')",
          "EXISTS (SELECT 1 FROM pg_trigger WHERE tgname = 'tr' AND tgrelid = 'users'::regclass)",
          "EXISTS (SELECT 1 FROM pg_policies WHERE policyname = 'pol' AND tablename = 'users')",
          "to_regclass('users') IS NULL",
          "NOT EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix') AND current_user = 'x'",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix') OR EXISTS (SELECT 1 FROM pg_tables WHERE "
          "tablename = 'nax')",
          "false"}) {
      CAPTURE(condition);
      CHECK(answer(condition) == "no");
    }
  }

  TEST_CASE("a condition that the replay can't decide") {
    for (const std::string_view condition :
         {"EXISTS (SELECT 1 FROM pg_constraint WHERE conname = 'late' AND consrc LIKE 'x')",
          "EXISTS (SELECT 1 FROM pg_constraint WHERE conname LIKE 'orders%')",
          "EXISTS (SELECT 1 FROM app.pg_tables WHERE tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_publication_tables WHERE pubname = 'pub' AND tablename = 'users')",
          "EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'nobody')", "EXISTS (SELECT 1 FROM users)",
          "to_regrole('nobody') IS NULL", "lower(to_regclass('users')::text) IS NULL",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'users') AND current_user = 'x'",
          "EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix') OR current_user = 'x'",
          "NOT (current_user = 'x')", "NULL"}) {
      CAPTURE(condition);
      CHECK(answer(condition) == "unknown");
    }
  }

  TEST_CASE("what was not understood may have made it") {
    const std::string_view more = R"(DO $$ DECLARE r record; BEGIN
      FOR r IN SELECT n FROM names LOOP EXECUTE 'CREATE TABLE ' || r.n || ' (a int)'; END LOOP;
    END $$;)";
    CHECK(answer("EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'nix')", more) == "unknown");
    CHECK(answer("EXISTS (SELECT 1 FROM pg_tables WHERE tablename = 'users')", more) == "yes");
    CHECK(answer("to_regclass('nix') IS NULL", more) == "unknown");
  }
}

}  // namespace miglint
