#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static std::string refused(const std::string& setup, const std::string& sql, int postgres = 15) {
  return always(effect_of_sql(setup, sql, postgres));
}

TEST_SUITE("effect: what a refusal rests on") {
  TEST_CASE("of what no migration made the kind is not known") {
    CHECK(refused("ALTER TABLE theirs ADD COLUMN x integer;", "ALTER VIEW theirs RENAME TO y").empty());
    CHECK(refused("CREATE TABLE ours (a integer);", "ALTER VIEW ours RENAME TO y") == "42809");
    CHECK(refused("CREATE TABLE ours (a integer); DO $$ BEGIN EXECUTE 'x'; END $$;",
                  "ALTER VIEW ours RENAME TO y")
              .empty());
  }

  TEST_CASE("an operator class may come with an extension, or be one's own") {
    const std::string table = "CREATE TABLE doc (id integer, title text);";
    const std::string trigrams = "CREATE INDEX ON doc USING gin (title gin_trgm_ops)";
    CHECK(refused(table, trigrams) == "42704");
    CHECK(refused(table + "CREATE EXTENSION pg_trgm;", trigrams).empty());
    CHECK(refused(table + "CREATE EXTENSION pgcrypto;", trigrams) == "42704");
    const std::string own =
        "CREATE OPERATOR CLASS gin_trgm_ops FOR TYPE text USING gin AS OPERATOR 1 =(text, text);";
    CHECK(refused(table + own, trigrams).empty());
    CHECK(refused(table + "CREATE EXTENSION btree_gist;", "CREATE INDEX ON doc USING gist (id)").empty());
    CHECK(refused(table + "CREATE EXTENSION bloom;", "CREATE INDEX ON doc USING bloom (id)").empty());
    const std::string method = "CREATE ACCESS METHOD own TYPE INDEX HANDLER bthandler;";
    CHECK(refused(table, "CREATE INDEX ON doc USING own (id)") == "42704");
    CHECK(refused(table + method, "CREATE INDEX ON doc USING own (id)").empty());
  }

  TEST_CASE("what a type of one's own can be indexed by is not known, but for enums") {
    const std::string setup = R"(
      CREATE TYPE span AS RANGE (subtype = integer);
      CREATE TYPE pair AS (a integer, b integer);
      CREATE TYPE mood AS ENUM ('a');
      CREATE TABLE doc (s span, p pair, m mood, l integer[]);
    )";
    CHECK(refused(setup, "CREATE INDEX ON doc USING gist (s)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc USING brin (s)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc (s range_ops)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc (p)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc (m enum_ops)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc (m int4_ops)") == "42804");
    CHECK(refused(setup, "CREATE INDEX ON doc USING gist (m)") == "42704");
    CHECK(refused(setup, "CREATE INDEX ON doc (l array_ops)").empty());
    CHECK(refused(setup, "CREATE INDEX ON doc (l int4_ops)") == "42804");
  }

  TEST_CASE("a collation may be the system's, or one's own") {
    const auto column = [](const std::string& collation, const std::string& setup = "") {
      return refused("CREATE TABLE first (a integer);" + setup,
                     "CREATE TABLE t (a text COLLATE \"" + collation + "\")");
    };
    CHECK(column("nosuch") == "42704");
    CHECK(column("german").empty());
    CHECK(column("de_DE").empty());
    CHECK(column("en").empty());
    CHECK(column("nosuch", "CREATE COLLATION nosuch (locale = 'de_DE');").empty());
    CHECK(refused("ALTER TABLE theirs ADD COLUMN b integer;", "CREATE TABLE t (a text COLLATE \"nosuch\")")
              .empty());
    CHECK(refused("CREATE EXTENSION citext;", "CREATE TABLE t (a citext COLLATE \"C\")").empty());
    CHECK(refused("CREATE EXTENSION hstore;", "CREATE TABLE t (a hstore COLLATE \"C\")").empty());
  }

  TEST_CASE("types that nobody knows") {
    const std::string extension = "CREATE EXTENSION postgis;";
    CHECK(refused(extension, "CREATE TABLE t (a geometry(Point, 4326))").empty());
    CHECK(refused(extension, "CREATE TABLE t (a geometry GENERATED ALWAYS AS IDENTITY)").empty());
    CHECK(refused("", "CREATE TABLE t (a numeric(3, 5))", 14) == "22023");
    CHECK(refused("", "CREATE TABLE t (a numeric(3, 5))", 15).empty());
  }

  TEST_CASE("a key's name is free once the statement dropped what had it") {
    const std::string setup =
        "CREATE TABLE t (a integer CONSTRAINT k UNIQUE, b integer); CREATE INDEX i ON t (b);";
    CHECK(refused(setup, "ALTER TABLE t ADD CONSTRAINT k UNIQUE (b)") == "42P07");
    CHECK(refused(setup, "ALTER TABLE t DROP CONSTRAINT k, ADD CONSTRAINT k UNIQUE (b)").empty());
    CHECK(refused(setup, "ALTER TABLE t DROP COLUMN a, ADD CONSTRAINT k UNIQUE (b)").empty());
    CHECK(refused(setup, "ALTER TABLE t ADD CONSTRAINT i UNIQUE (b)") == "42P07");
    const std::string renamed =
        "CREATE TABLE t (a integer CONSTRAINT t_pkey PRIMARY KEY); ALTER TABLE t RENAME TO old;";
    CHECK(refused(renamed, "CREATE TABLE t (a integer CONSTRAINT t_pkey PRIMARY KEY)") == "42P07");
    CHECK(refused("CREATE TEMP TABLE k (a integer) ON COMMIT DROP; CREATE TABLE t (a integer);",
                  "ALTER TABLE t ADD CONSTRAINT k UNIQUE (a)")
              .empty());
  }

  TEST_CASE("a key that held says nothing of a column that was made again") {
    const std::string setup =
        "CREATE TABLE t (id integer NOT NULL, action text NOT NULL, CONSTRAINT k PRIMARY KEY (id, action));";
    CHECK(failures(
              effect_of_sql(setup,
                            "ALTER TABLE t DROP CONSTRAINT k, DROP COLUMN action, "
                            "ADD COLUMN action text NOT NULL DEFAULT 'x', ADD PRIMARY KEY (id, action)")) ==
          "23505 t(id,action)");
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE t DROP CONSTRAINT k, ADD PRIMARY KEY (action, id)")) ==
          "-");
  }

  TEST_CASE("CLUSTER relies on an earlier one") {
    const std::string setup = "CREATE TABLE t (a integer); CREATE INDEX i ON t (a);";
    CHECK(refused(setup, "CLUSTER t") == "42704");
    CHECK(refused(setup + "CLUSTER t USING i;", "CLUSTER t").empty());
    CHECK(refused(setup + "ALTER TABLE t CLUSTER ON i;", "CLUSTER t").empty());
    CHECK(refused("ALTER TABLE t ADD COLUMN b integer;", "CLUSTER t").empty());
  }

  TEST_CASE("what a new column's domain says of the rows that are there") {
    const std::string setup = R"(
      CREATE DOMAIN below AS integer DEFAULT -1 CHECK (VALUE > 0);
      CREATE DOMAIN above AS integer DEFAULT 1 CHECK (VALUE > 0);
      CREATE DOMAIN plain AS integer CHECK (VALUE > 0);
      CREATE TABLE t (a integer);
    )";
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN b below")) == "23514 t(b)*");
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN b above")) == "-");
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN b plain")) == "-");
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE t ADD COLUMN b plain DEFAULT 0")) == "23514 t(b)*");
  }
}
