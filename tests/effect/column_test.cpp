#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string users = R"(
  CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
  CREATE FUNCTION token() RETURNS text LANGUAGE sql VOLATILE AS 'SELECT random()::text';
  CREATE TABLE users (id serial PRIMARY KEY, email text, age integer NOT NULL);
  CREATE INDEX users_email_idx ON users (lower(email));
)";

TEST_SUITE("effect: columns") {
  TEST_CASE("a default is stored once unless each row needs its own") {
    struct Case {
      const char* column;
      const char* rewrites;
    };
    for (const Case& c : std::vector<Case>{{"n integer", "-"},
                                           {"n integer NOT NULL DEFAULT 5", "-"},
                                           {"at timestamptz NOT NULL DEFAULT now()", "-"},
                                           {"at timestamptz DEFAULT clock_timestamp()", "users"},
                                           {"u uuid DEFAULT gen_random_uuid()", "users"},
                                           {"u text DEFAULT token()", "users"},
                                           {"u uuid DEFAULT uuid_generate_v4()", "users"},
                                           {"n serial", "users"},
                                           {"n integer GENERATED ALWAYS AS IDENTITY", "users"},
                                           {"n integer GENERATED ALWAYS AS (age * 2) STORED", "users"},
                                           {"n positive", "users"}}) {
      CAPTURE(c.column);
      const Effect effect = effect_of_sql(users, std::string("ALTER TABLE users ADD COLUMN ") + c.column);
      CHECK(names(effect.rewrites) == c.rewrites);
      CHECK(locks(effect) == "users AccessExclusiveLock");
      CHECK(failures(effect) == "-");
    }
  }

  TEST_CASE("a rewrite builds every index again") {
    CHECK(names(effect_of_sql(users, "ALTER TABLE users ADD u uuid DEFAULT gen_random_uuid()").rebuilds) ==
          "users_pkey, users_email_idx");
  }

  TEST_CASE("a required column without default fails on any row") {
    CHECK(failures(effect_of_sql(users, "ALTER TABLE users ADD COLUMN name text NOT NULL")) ==
          "23502 users(name)*");
    CHECK(failures(effect_of_sql(users, "ALTER TABLE users ADD COLUMN name text NOT NULL DEFAULT NULL")) ==
          "23502 users(name)*");
    CHECK(failures(effect_of_sql(users, "ALTER TABLE users ADD n integer NOT NULL, ALTER n SET DEFAULT 5")) ==
          "23502 users(n)*");
    CHECK(failures(effect_of_sql(users, "ALTER TABLE users ADD n integer DEFAULT 5, ALTER n SET NOT NULL")) ==
          "-");
  }

  TEST_CASE("defaults that the column can't take always fail") {
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD n integer DEFAULT 'many'")) == "22P02");
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD b boolean DEFAULT 1")) == "42804");
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD c varchar(3) DEFAULT 'long'")) == "22001");
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD n integer DEFAULT age")) == "0A000");
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD u uuid DEFAULT uuidv7()", 17)) == "42883");
    CHECK(always(effect_of_sql(users, "ALTER TABLE users ADD u uuid DEFAULT uuidv7()", 18)).empty());
  }

  TEST_CASE("SET NOT NULL reads the table unless a valid check vouches for it") {
    const std::string set = "ALTER TABLE users ALTER COLUMN email SET NOT NULL";
    CHECK(names(effect_of_sql(users, set).scans) == "users");
    CHECK(failures(effect_of_sql(users, set)) == "23502 users(email)");
    const std::string check = users + "ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL)";
    CHECK(names(effect_of_sql(check, set).scans) == "-");
    CHECK(failures(effect_of_sql(check, set)) == "-");
    CHECK(names(effect_of_sql(check + " NOT VALID", set).scans) == "users");
  }

  TEST_CASE("a check dropped in the same statement proves the rows, not the scan away") {
    const Effect effect =
        effect_of_sql(users + "ALTER TABLE users ADD CONSTRAINT c CHECK (email IS NOT NULL)",
                      "ALTER TABLE users ALTER COLUMN email SET NOT NULL, DROP CONSTRAINT c");
    CHECK(names(effect.scans) == "users");
    CHECK(failures(effect) == "-");
  }

  TEST_CASE("dropping a column takes its indexes along and is refused while a view reads it") {
    const Effect effect = effect_of_sql(users, "ALTER TABLE users DROP COLUMN email");
    CHECK(names(effect.drops) == "users_email_idx");
    REQUIRE(effect.losses.size() == 1);
    CHECK(to_string(effect.losses[0]) == "column:public.users.email");
    CHECK(always(effect_of_sql(users + "CREATE VIEW v AS SELECT email FROM users;",
                               "ALTER TABLE users DROP COLUMN email")) == "2BP01");
    CHECK(always(effect_of_sql(users + "CREATE VIEW v AS SELECT age FROM users;",
                               "ALTER TABLE users DROP COLUMN email"))
              .empty());
  }

  TEST_CASE("what this migration made is nobody else's business") {
    const Effect effect = effect_of_sql(
        "", "CREATE TABLE t (a integer); ALTER TABLE t ADD COLUMN b text NOT NULL, ADD UNIQUE (a);");
    CHECK(locks(effect) == "-");
    CHECK(names(effect.scans) == "-");
    // whether it holds rows by then is for the evidence to say
    CHECK(failures(effect) == "23502 t(b)*, 23505 t(a)");
    CHECK(always(effect_of_sql("", "CREATE TABLE t (a integer); ALTER TABLE t ADD COLUMN a text;")) ==
          "42701");
  }

  TEST_CASE("a table nobody made is assumed, unless the history knows better") {
    CHECK(always(effect_of_sql(users, "ALTER TABLE nothing ADD COLUMN a text")) == "42P01");
    CHECK(locks(effect_of_sql(users, "ALTER TABLE IF EXISTS nothing ADD COLUMN a text")) == "-");
    CHECK(locks(effect_of_sql("", "ALTER TABLE anything ALTER COLUMN a SET NOT NULL")) ==
          "anything AccessExclusiveLock");
  }
}
