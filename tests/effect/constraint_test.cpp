#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string shop = R"(
  CREATE TABLE users (id integer PRIMARY KEY, email text, code text);
  CREATE TABLE orders (id integer PRIMARY KEY, user_id integer, note text, doc json);
)";

TEST_SUITE("effect: constraints and indexes") {
  TEST_CASE("a foreign key locks both tables and reads both") {
    const Effect effect = effect_of_sql(
        shop, "ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users (id)");
    CHECK(locks(effect) == "orders ShareRowExclusiveLock, users ShareRowExclusiveLock");
    CHECK(names(effect.scans) == "orders, users");
    CHECK(failures(effect) == "23503 orders(user_id)");
  }

  TEST_CASE("a foreign key with its new, empty column reads nothing and can't fail") {
    const Effect effect =
        effect_of_sql(shop, "ALTER TABLE orders ADD COLUMN buyer integer REFERENCES users (id)");
    CHECK(names(effect.scans) == "-");
    CHECK(failures(effect) == "-");
  }

  TEST_CASE("foreign keys that PostgreSQL refuses") {
    const auto refused = [](const std::string& rest) {
      return always(effect_of_sql(shop, "ALTER TABLE orders ADD FOREIGN KEY " + rest));
    };
    CHECK(refused("(note) REFERENCES users (id)") == "42804");
    CHECK(refused("(note) REFERENCES users (code)") == "42830");
    CHECK(refused("(user_id) REFERENCES nothing (id)") == "42P01");
    CHECK(refused("(user_id) REFERENCES users (nothing)") == "42703");
    CHECK(refused("(user_id) REFERENCES users").empty());
  }

  TEST_CASE("dropping a foreign key locks the other table too") {
    const Effect effect = effect_of_sql(
        shop + "ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users (id);",
        "ALTER TABLE orders DROP CONSTRAINT k");
    CHECK(locks(effect) == "orders AccessExclusiveLock, users AccessExclusiveLock");
  }

  TEST_CASE("a key that held when the statement began still holds") {
    const std::string keyed =
        shop + "ALTER TABLE orders ADD CONSTRAINT k FOREIGN KEY (user_id) REFERENCES users (id);";
    const Effect effect = effect_of_sql(keyed,
                                        "ALTER TABLE orders DROP CONSTRAINT k, ADD CONSTRAINT k FOREIGN KEY "
                                        "(user_id) REFERENCES users (id) ON DELETE CASCADE");
    CHECK(failures(effect) == "-");
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD UNIQUE (id, email)")) == "-");
  }

  TEST_CASE("a new key over a new serial column meets neither NULL nor duplicate") {
    const Effect effect = effect_of_sql(
        shop, "ALTER TABLE users DROP CONSTRAINT users_pkey, ADD COLUMN n serial, ADD PRIMARY KEY (n)");
    CHECK(failures(effect) == "-");
    CHECK(names(effect.rewrites) == "users");
    CHECK(always(effect_of_sql(shop, "ALTER TABLE users ADD PRIMARY KEY (code)")) == "42P16");
  }

  TEST_CASE("checks over new columns are decided, over old ones they can fail") {
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD n integer CHECK (n > 0)")) == "-");
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD n integer CHECK (n IS NOT NULL)")) ==
          "23514 users(n)*");
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD n integer DEFAULT 3 CHECK (n IN (1, 2, 3))")) ==
          "-");
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD n integer DEFAULT 0 CHECK (n > 0)")) ==
          "23514 users(n)*");
    CHECK(failures(effect_of_sql(shop, "ALTER TABLE users ADD CHECK (length(email) > 3)")) ==
          "23514 users(email)");
  }

  TEST_CASE("an index blocks writes, CONCURRENTLY it refuses a transaction") {
    const Effect plain = effect_of_sql(shop, "CREATE INDEX ON orders (note)");
    CHECK(locks(plain) == "orders ShareLock");
    CHECK(names(plain.builds) == "orders_note_idx");
    const Effect concurrently = effect_of_sql(shop, "CREATE INDEX CONCURRENTLY i ON orders (note)");
    CHECK(locks(concurrently) == "orders ShareUpdateExclusiveLock");
    CHECK(concurrently.refuses_transaction);
    CHECK(locks(effect_of_sql(shop + "CREATE INDEX i ON orders (note);", "DROP INDEX i")) ==
          "orders AccessExclusiveLock");
    CHECK(always(effect_of_sql(shop, "DROP INDEX orders_pkey")) == "2BP01");
    CHECK(always(effect_of_sql(shop, "CREATE UNIQUE INDEX i ON orders (doc)")) == "42704");
    CHECK(always(effect_of_sql(shop, "CREATE INDEX i ON orders (id) WHERE now() > '2024-01-01'")) == "42P17");
  }

  TEST_CASE("a label of the same migration is used before it may be") {
    const std::string setup = "CREATE TYPE e AS ENUM ('a'); CREATE TABLE t (c e);";
    CHECK(effect_of_sql(setup, "ALTER TYPE e ADD VALUE 'b'; ALTER TABLE t ALTER c SET DEFAULT 'b';")
              .new_labels.size() == 1);
    CHECK(effect_of_sql(setup, "ALTER TYPE e ADD VALUE 'b'; ALTER TABLE t ALTER c SET DEFAULT 'a';")
              .new_labels.empty());
    CHECK(effect_of_sql(setup, "ALTER TYPE e ADD VALUE 'b'; UPDATE t SET c = 'a' WHERE c = 'b';")
              .new_labels.size() == 1);
  }

  TEST_CASE("a check over a new column's constant is computed") {
    const auto added = [](const std::string& column, const std::string& check) {
      return failures(effect_of_sql(shop, "ALTER TABLE users ADD " + column + ", ADD CHECK (" + check + ")"));
    };
    CHECK(added("n int DEFAULT 1", "n >= 1 AND n <= 4") == "-");
    CHECK(added("n int DEFAULT 5", "n BETWEEN 1 AND 4") == "23514 users(n)*");
    CHECK(added("n int DEFAULT 1", "n BETWEEN 1 AND 4") == "-");
    CHECK(added("n int DEFAULT 1", "n NOT BETWEEN 1 AND 4") == "23514 users(n)*");
    CHECK(added("c text DEFAULT 'abc'", "length(c) < 4 AND char_length(btrim(c)) = 3") == "-");
    CHECK(added("c text DEFAULT 'abcd'", "length(c) < 4") == "23514 users(c)*");
    CHECK(added("j jsonb DEFAULT '{}'", "jsonb_typeof(j) = 'object'") == "-");
    CHECK(added("j jsonb DEFAULT '[]'", "jsonb_typeof(j) = 'object'") == "23514 users(j)*");
    CHECK_MESSAGE(added("c text DEFAULT '10'", "c > '9'") == "23514 users(c)", "a collation's to say");
    CHECK_MESSAGE(added("c text DEFAULT '1.0'", "c = '1'") == "23514 users(c)*", "texts, not numbers");
    CHECK_MESSAGE(added("n int DEFAULT 1.4", "n < 1.2") == "23514 users(n)", "rounded first");
    CHECK_MESSAGE(added("c char(5) DEFAULT 'a'", "length(c) = 1") == "23514 users(c)", "padded");
    CHECK_MESSAGE(added("d date DEFAULT '2024-01-01'", "d <> '2024-1-1'") == "23514 users(d)", "one day");
  }

  TEST_CASE("unique lower(c) keeps c unique, but what may come to NULL does not") {
    CHECK(failures(effect_of_sql(shop + "CREATE UNIQUE INDEX ON users (lower(email));",
                                 "CREATE UNIQUE INDEX i ON users (email)")) == "-");
    CHECK(failures(effect_of_sql(shop + "CREATE UNIQUE INDEX ON users (nullif(email, ''));",
                                 "CREATE UNIQUE INDEX i ON users (email)")) == "23505 users(email)");
    CHECK(failures(effect_of_sql(shop + "CREATE UNIQUE INDEX ON users (lower(email));",
                                 "CREATE UNIQUE INDEX i ON users (upper(email))")) == "23505 users()");
  }
}
