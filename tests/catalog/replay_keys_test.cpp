#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

// What a statement writes twice, and what names PostgreSQL chooses.

TEST_SUITE("catalog/keys") {
  TEST_CASE("a key that a statement says twice is made once") {
    const auto keys = [](std::string_view sql) { return indexes_of_table(replayed({sql}), "t"); };
    CHECK(keys("CREATE TABLE t (a int PRIMARY KEY, UNIQUE (a));") == "t_pkey primary (a)");
    CHECK(keys("CREATE TABLE t (a int UNIQUE PRIMARY KEY);") == "t_pkey primary (a)");
    CHECK(keys("CREATE TABLE t (a int, CONSTRAINT k UNIQUE (a), PRIMARY KEY (a));") == "k primary (a)");
    CHECK(keys("CREATE TABLE t (a int, CONSTRAINT k UNIQUE (a), CONSTRAINT l UNIQUE (a));") ==
          "k unique (a)");
    CHECK(keys("CREATE TABLE t (a int, UNIQUE (a), CONSTRAINT l UNIQUE (a));") == "l unique (a)");
    CHECK(keys("CREATE TABLE t (a int); ALTER TABLE t ADD b int UNIQUE UNIQUE, ADD c int UNIQUE;") ==
          "t_b_key unique (b), t_c_key unique (c)");
  }

  TEST_CASE("what differs in anything is another key") {
    const auto keys = [](std::string_view sql) { return indexes_of_table(replayed({sql}), "t"); };
    CHECK(keys("CREATE TABLE t (a int, b int, UNIQUE (a, b), UNIQUE (b, a));") ==
          "t_a_b_key unique (a, b), t_b_a_key unique (b, a)");
    CHECK(keys("CREATE TABLE t (a int UNIQUE, UNIQUE (a) DEFERRABLE);") ==
          "t_a_key unique (a), t_a_key1 unique (a)");
    CHECK(keys("CREATE TABLE t (a int UNIQUE DEFERRABLE, UNIQUE (a) DEFERRABLE INITIALLY DEFERRED);") ==
          "t_a_key unique (a), t_a_key1 unique (a)");
    CHECK(keys("CREATE TABLE t (a int UNIQUE, UNIQUE NULLS NOT DISTINCT (a));") ==
          "t_a_key unique (a), t_a_key1 unique (a)");
    CHECK(keys("CREATE TABLE t (a int, b int, UNIQUE (a), UNIQUE (a) INCLUDE (b));") ==
          "t_a_b_key unique (a), t_a_key unique (a)");
    CHECK(keys("CREATE TABLE t (a int UNIQUE); ALTER TABLE t ADD UNIQUE (a);") ==
          "t_a_key unique (a), t_a_key1 unique (a)");
    CHECK(keys("CREATE TABLE t (a int); ALTER TABLE t ADD UNIQUE (a), ADD UNIQUE (a);") ==
          "t_a_key unique (a), t_a_key1 unique (a)");
    CHECK(keys("CREATE TABLE t (a int NOT NULL, b int NOT NULL); CREATE UNIQUE INDEX x ON t (a); CREATE "
               "UNIQUE INDEX y "
               "ON t (b); ALTER TABLE t ADD UNIQUE USING INDEX x, ADD UNIQUE USING INDEX y;") ==
          "x unique (a), y unique (b)");
  }

  TEST_CASE("an index's own columns keep their names") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int UNIQUE, b text);
      CREATE INDEX ON t (lower(b), lower(b));
      ALTER TABLE t RENAME a TO z;
      CREATE TABLE l (LIKE t INCLUDING ALL);
    )"});
    CHECK(indexes_of_table(catalog, "t") == "t_a_key unique (z), t_lower_lower1_idx (, )");
    CHECK(indexes_of_table(catalog, "l") == "l_a_key unique (z), l_lower_lower1_idx (, )");
  }

  TEST_CASE("expressions give names; a column in parentheses is the column") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int, b text);
      CREATE INDEX ON t ((a));
      CREATE INDEX ON t ((b COLLATE "C"));
      CREATE INDEX ON t (((ARRAY[a])[1]));
      CREATE INDEX ON t ((a + 1));
      CREATE INDEX ON t ((b::varchar));
      CREATE INDEX ON t ((CASE WHEN a > 1 THEN b ELSE lower(b) END), coalesce(b, 'x'));
    )"});
    CHECK(indexes_of_table(catalog, "t") ==
          "t_a_idx (a), t_array_idx (), t_b_idx (b), t_b_idx1 (), t_expr_idx (), t_lower_coalesce_idx (, )");
    const Index* collated = catalog.index({"public", "t_b_idx"});
    REQUIRE(collated->elements.front().collation);
    CHECK(collated->elements.front().collation->name == "C");
  }

  TEST_CASE("a constraint trigger has a constraint's name") {
    const Catalog catalog = replayed({R"(
      CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TABLE t (a int);
      CREATE CONSTRAINT TRIGGER t_a_check AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
      CREATE TRIGGER t_a_check2 AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();
      ALTER TABLE t ADD CHECK (a > 0);
      ALTER TABLE t ADD CHECK (a > 1);
    )"});
    CHECK(constraints_of_table(catalog, "t") == "t_a_check1 check (a), t_a_check2 check (a)");
  }

  TEST_CASE("LIKE stands where it is written") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE a (x int UNIQUE); CREATE TABLE b (y int);
      CREATE TABLE t (k int, LIKE a, l int, LIKE b INCLUDING ALL, LIKE a2);
      CREATE MATERIALIZED VIEW m AS SELECT x FROM a;
      CREATE INDEX ON m (x);
      CREATE TABLE u (LIKE m INCLUDING ALL);
    )"});
    CHECK(columns_of_table(catalog, "t") == "k integer, x integer, l integer, y integer");
    CHECK(indexes_of_table(catalog, "u") == "u_x_idx (x)");
  }

  TEST_CASE("a numeric's negative scale") {
    CHECK(columns_of_table(replayed({"CREATE TABLE t (a numeric(3,-6), b numeric(3,0), c numeric(3, - 2)); "
                                     "ALTER TABLE t ALTER b TYPE numeric(4,-1);"}),
                           "t") == "a numeric(3,-6), b numeric(4,-1), c numeric(3,-2)");
  }

  TEST_CASE("SELECT INTO of a set operation makes a table") {
    CHECK(columns_of_table(
              replayed({"CREATE TABLE a (x int); SELECT x INTO t FROM a UNION SELECT x FROM a;"}), "t") ==
          "x integer");
  }

  TEST_CASE("a table that refers to itself does so under its new name") {
    const Catalog catalog =
        replayed({"CREATE TABLE t (id int PRIMARY KEY, up int REFERENCES t); ALTER TABLE t RENAME "
                  "TO u; CREATE TABLE t (x int); DROP TABLE t;"});
    CHECK(constraints_of_table(catalog, "u") ==
          "t_pkey primary-key (id), t_up_fkey foreign-key (up) -> public.u (id)");
  }

  TEST_CASE("an extension's types move with it") {
    CHECK(columns_of_table(
              replayed({"CREATE SCHEMA s; CREATE EXTENSION ltree SCHEMA s; CREATE TABLE t (a s.ltree); "
                        "ALTER EXTENSION ltree SET SCHEMA public;"}),
              "t") == "a ltree");
  }

  TEST_CASE("views over an extension's views go with it") {
    const Catalog catalog =
        replayed({"CREATE EXTENSION pg_buffercache; CREATE VIEW v AS SELECT bufferid FROM "
                  "pg_buffercache; CREATE EXTENSION pg_stat_statements; CREATE VIEW w AS SELECT "
                  "query FROM public.pg_stat_statements; DROP EXTENSION pg_buffercache CASCADE; "
                  "DROP EXTENSION pg_stat_statements CASCADE;"});
    CHECK(catalog.views.empty());
  }
}
