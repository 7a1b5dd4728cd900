#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/replay_table") {
  TEST_CASE("serial is an integer with a default, NOT NULL and a sequence of its own") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (id serial, big bigserial, n int GENERATED ALWAYS AS IDENTITY);"});
    CHECK(columns_of_table(catalog, "t") ==
          "id integer not null default, big bigint not null default, n integer not null");
    REQUIRE(catalog.sequence({{}, "t_id_seq"}) != nullptr);
    CHECK(catalog.sequence({{}, "t_id_seq"})->owned_by_column == "id");
    CHECK(catalog.sequence({{}, "t_n_seq"})->identity);
  }

  TEST_CASE("IF NOT EXISTS over an existing table skips the constraints too") {
    const Catalog catalog = replayed(
        {"CREATE TABLE t (a int);", "CREATE TABLE IF NOT EXISTS t (b int, CONSTRAINT c CHECK (b > 0));"});
    CHECK(columns_of_table(catalog, "t") == "a integer");
    CHECK(constraints_of_table(catalog, "t").empty());
  }

  TEST_CASE("LIKE copies what it is asked to, under names of its own") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE src (id serial PRIMARY KEY, a int NOT NULL DEFAULT 5 CHECK (a > 0), b text UNIQUE);
      CREATE TABLE plain (LIKE src);
      CREATE TABLE whole (LIKE src INCLUDING ALL);
    )"});
    CHECK(columns_of_table(catalog, "plain") == "id integer not null, a integer not null, b text");
    CHECK(columns_of_table(catalog, "whole") ==
          "id integer not null default, a integer not null default, b text");
    CHECK(constraints_of_table(catalog, "whole") ==
          "src_a_check check (a), whole_b_key unique (b), whole_pkey primary-key (id)");
  }

  TEST_CASE("partitions have their parent's columns, keys and indexes, also those that come later") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE ev (id bigint, ts timestamptz NOT NULL, PRIMARY KEY (id, ts)) PARTITION BY RANGE (ts);
      CREATE TABLE ev_1 PARTITION OF ev FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
      CREATE INDEX ON ev (ts);
      ALTER TABLE ev ADD COLUMN k text;
    )"});
    CHECK(columns_of_table(catalog, "ev_1") ==
          "id bigint not null, ts timestamp with time zone not null, k text");
    CHECK(indexes_of_table(catalog, "ev_1") == "ev_1_pkey primary (id, ts), ev_1_ts_idx (ts)");
    CHECK(catalog.partitions_of({{}, "ev"}).size() == 1);
  }

  TEST_CASE("children inherit columns and checks") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (id int NOT NULL, CHECK (id > 0));
      CREATE TABLE c (b text) INHERITS (p);
      ALTER TABLE p ADD COLUMN n int;
      ALTER TABLE ONLY p ADD COLUMN own int;
      ALTER TABLE c DROP COLUMN n;
    )"});
    CHECK(columns_of_table(catalog, "c") == "id integer not null, b text, n integer");
    CHECK(constraints_of_table(catalog, "c") == "p_id_check check (id)");
  }

  TEST_CASE("a table that no migration made is brought in as uncertain") {
    const Catalog catalog = replayed({"ALTER TABLE legacy ADD COLUMN a int;"});
    REQUIRE(catalog.table({{}, "legacy"}) != nullptr);
    CHECK_FALSE(catalog.table({{}, "legacy"})->certain);
    CHECK_FALSE(catalog.table({{}, "legacy"})->origin.known());
    CHECK_FALSE(catalog.certainly_missing({{}, "another"}));
  }

  TEST_CASE("a dropped table is surely gone, and IF EXISTS spares it") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (a int); DROP TABLE t;", "ALTER TABLE IF EXISTS t ADD COLUMN b int;"});
    CHECK(tables_of(catalog).empty());
    CHECK(catalog.certainly_missing({{}, "t"}));
  }

  TEST_CASE("temporary tables end with their session") {
    CHECK(tables_of(replayed({"CREATE TABLE a (id int); CREATE TEMP TABLE b (id int);",
                              "CREATE TABLE c (id int);"})) == "public.a, public.c");
  }

  TEST_CASE("search_path decides where names are found and made, for one session") {
    const Catalog catalog = replayed({R"(
      CREATE SCHEMA app;
      SET search_path TO app, public;
      CREATE TABLE t (id int);
    )",
                                      "CREATE TABLE t (other int);"});
    CHECK(tables_of(catalog) == "app.t, public.t");
  }
}
