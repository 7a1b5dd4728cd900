#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/naming") {
  TEST_CASE("make_object_name shortens the longer part, as makeObjectName does") {
    CHECK(make_object_name("users", "email", "key") == "users_email_key");
    CHECK(make_object_name("users", "", "pkey") == "users_pkey");
    const std::string table(40, 't');
    const std::string column(40, 'c');
    CHECK(make_object_name(table, column, "idx") ==
          std::string(29, 't') + "_" + std::string(29, 'c') + "_idx");
    CHECK(make_object_name(std::string(70, 'x'), "", "pkey") == std::string(58, 'x') + "_pkey");
  }

  TEST_CASE("a character is never cut in two") {
    std::string name;
    for (int i = 0; i < 40; ++i) name += "ж";
    const std::string cut = make_object_name(name, "", "key");
    CHECK(cut.size() <= 63);
    CHECK(cut.ends_with("ж_key"));
  }

  TEST_CASE("unnamed constraints and indexes get PostgreSQL's names") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE users (id int PRIMARY KEY, email text UNIQUE, a int CHECK (a > 0), b int REFERENCES users,
        CHECK (a > b));
      CREATE INDEX ON users (a, b);
      CREATE INDEX ON users (a, b);
      CREATE INDEX ON users (lower(email));
      CREATE INDEX ON users ((a + b), (a * b)) INCLUDE (email);
    )"});
    CHECK(constraints_of_table(catalog, "users") ==
          "users_a_check check (a), users_b_fkey foreign-key (b) -> public.users (id), users_check check (a, "
          "b), "
          "users_email_key unique (email), users_pkey primary-key (id)");
    CHECK(indexes_of_table(catalog, "users") ==
          "users_a_b_idx (a, b), users_a_b_idx1 (a, b), users_email_key unique (email), "
          "users_expr_expr1_email_idx (, ), "
          "users_lower_idx (), users_pkey primary (id)");
  }

  TEST_CASE("a check's or foreign key's name is free in the whole schema, an index's among relations") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (id int PRIMARY KEY, a int);
      CREATE TABLE other (id int, CONSTRAINT t_a_fkey CHECK (id > 0));
      CREATE TABLE t_a_key (x int);
      ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t, ADD UNIQUE (a);
    )"});
    CHECK(constraints_of_table(catalog, "t") ==
          "t_a_fkey1 foreign-key (a) -> public.t (id), t_a_key1 unique (a), t_pkey primary-key (id)");
  }
}
