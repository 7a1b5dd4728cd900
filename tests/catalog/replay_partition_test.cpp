#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/partitions") {
  TEST_CASE("an attached partition's index serves as its parent's where it says the same") {
    const auto indexes = [](std::string_view own) {
      return indexes_of_table(
          replayed({"CREATE TABLE p (a int, b text) PARTITION BY LIST (a); CREATE INDEX pi ON p (b);"
                    "CREATE TABLE p1 (a int, b text); CREATE UNIQUE INDEX other ON p1 (a);",
                    own, "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);"}),
          "p1");
    };
    CHECK(indexes("CREATE INDEX i ON p1 (b);") == "i (b), other unique (a)");
    CHECK(indexes("CREATE INDEX i ON p1 (b DESC NULLS LAST);") == "i (b), other unique (a)");
    for (const char* own :
         {"CREATE INDEX i ON p1 (b COLLATE \"C\");", "CREATE INDEX i ON p1 (b text_pattern_ops);",
          "CREATE INDEX i ON p1 (b) INCLUDE (a);", "CREATE INDEX i ON p1 USING hash (b);",
          "CREATE INDEX i ON p1 (b) WHERE a > 1;"}) {
      CAPTURE(own);
      CHECK(indexes(own) == "i (b), other unique (a), p1_b_idx (b)");
    }
    CHECK(indexes("CREATE UNIQUE INDEX i ON p1 (b);") == "i unique (b), other unique (a), p1_b_idx (b)");
    CHECK(indexes("ALTER TABLE p1 ADD CONSTRAINT i EXCLUDE USING btree (b WITH =);") ==
          "i (b), other unique (a), p1_b_idx (b)");
  }

  TEST_CASE("NULLS NOT DISTINCT is another index") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (a int) PARTITION BY LIST (a);
      CREATE UNIQUE INDEX ON p (a);
      CREATE TABLE p1 (a int);
      CREATE UNIQUE INDEX i ON p1 (a) NULLS NOT DISTINCT;
      ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);
    )"});
    CHECK(indexes_of_table(catalog, "p1") == "i unique (a), p1_a_idx unique (a)");
  }

  TEST_CASE("a key that the partition has is its parent's from then on") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (a int PRIMARY KEY) PARTITION BY LIST (a);
      CREATE TABLE p1 (a int CONSTRAINT own PRIMARY KEY);
      ALTER TABLE p ATTACH PARTITION p1 FOR VALUES IN (1);
      ALTER TABLE p1 DROP CONSTRAINT own;
    )"});
    CHECK(constraints_of_table(catalog, "p1") == "own primary-key (a)");
  }

  TEST_CASE("ALTER TABLE ONLY … ADD UNIQUE leaves the partitions alone until theirs are attached") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (a int) PARTITION BY LIST (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
      ALTER TABLE ONLY p ADD CONSTRAINT uq UNIQUE (a);
    )"});
    CHECK(indexes_of_table(catalog, "p1").empty());
    CHECK(!catalog.index({"public", "uq"})->valid);
    const Catalog attached = replayed({R"(
      CREATE TABLE p (a int) PARTITION BY LIST (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
      ALTER TABLE ONLY p ADD CONSTRAINT uq UNIQUE (a);
      ALTER TABLE p1 ADD CONSTRAINT own UNIQUE (a);
      ALTER INDEX uq ATTACH PARTITION own;
      ALTER TABLE p1 DROP CONSTRAINT own;
    )"});
    CHECK(constraints_of_table(attached, "p1") == "own unique (a)");
    CHECK(attached.index({"public", "uq"})->valid);
  }

  TEST_CASE("DETACH … CONCURRENTLY leaves the bound as a check") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (a int, b int) PARTITION BY LIST (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
      CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
      CREATE TABLE q (a int, b int) PARTITION BY RANGE (a, b);
      CREATE TABLE q1 PARTITION OF q FOR VALUES FROM (1, 1) TO (2, 2);
      ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;
      ALTER TABLE p DETACH PARTITION p2;
      ALTER TABLE q DETACH PARTITION q1 CONCURRENTLY;
    )"});
    CHECK(constraints_of_table(catalog, "p1") == "p1_a_check check (a)");
    CHECK(constraints_of_table(catalog, "p2").empty());
    CHECK(constraints_of_table(catalog, "q1") == "q1_check check (a, b)");
  }

  TEST_CASE("of constraints, checks alone are renamed with their parent's") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE r (x int PRIMARY KEY);
      CREATE TABLE p (a int, CONSTRAINT c CHECK (a > 0), CONSTRAINT f FOREIGN KEY (a) REFERENCES r)
        PARTITION BY LIST (a);
      CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
      CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2);
      ALTER TABLE p RENAME CONSTRAINT c TO c2;
      ALTER TABLE p RENAME CONSTRAINT f TO f2;
      ALTER TABLE p2 RENAME CONSTRAINT f TO own;
      ALTER TABLE p2 RENAME CONSTRAINT c2 TO own2;
    )"});
    CHECK(constraints_of_table(catalog, "p1") == "c2 check (a), f foreign-key (a) -> public.r (x)");
    CHECK(constraints_of_table(catalog, "p2") == "c2 check (a), own foreign-key (a) -> public.r (x)");
  }
}

TEST_SUITE("catalog/inherited") {
  TEST_CASE("a child's restated check is its own as well") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE written (CONSTRAINT k CHECK (a > 0)) INHERITS (p);
      CREATE TABLE added () INHERITS (p);
      CREATE TABLE joined (a int, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE had () INHERITS (p);
      CREATE TABLE plain () INHERITS (p);
      ALTER TABLE added ADD CONSTRAINT k CHECK (a > 0);
      ALTER TABLE joined INHERIT p;
      ALTER TABLE had ADD CONSTRAINT later CHECK (a > 1);
      ALTER TABLE p ADD CONSTRAINT later CHECK (a > 1);
      ALTER TABLE p DROP CONSTRAINT k;
      ALTER TABLE p DROP CONSTRAINT later;
    )"});
    CHECK(constraints_of_table(catalog, "written") == "k check (a)");
    CHECK(constraints_of_table(catalog, "added") == "k check (a)");
    CHECK(constraints_of_table(catalog, "joined") == "k check (a)");
    CHECK(constraints_of_table(catalog, "had") == "later check (a)");
    CHECK(constraints_of_table(catalog, "plain").empty());
    CHECK(constraints_of_table(
              replayed({"CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0)); CREATE TABLE c () "
                        "INHERITS (p); ALTER TABLE c ADD CONSTRAINT k CHECK (a > 0); ALTER TABLE p "
                        "DROP CONSTRAINT k; ALTER TABLE c DROP CONSTRAINT k;"}),
              "c")
              .empty());
  }

  TEST_CASE("what is the child's own already can't be restated, nor can a partition's") {
    const auto checks = [](std::string_view sql) {
      const Catalog catalog = replayed({sql});
      return catalog.tables.at({"public", "c"}).column("x") != nullptr;
    };
    CHECK(checks(
        "CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0)); CREATE TABLE c () INHERITS (p); ALTER TABLE c "
        "ADD CONSTRAINT k CHECK (a > 0), ADD x int;"));
    CHECK(!checks(
        "CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0)); CREATE TABLE c (CONSTRAINT k CHECK (a > 0)) "
        "INHERITS (p); ALTER TABLE c ADD CONSTRAINT k CHECK (a > 0), ADD x int;"));
    CHECK(!checks(
        "CREATE TABLE p (a int, CONSTRAINT k CHECK (a > 0)) PARTITION BY LIST (a); CREATE TABLE c PARTITION "
        "OF p FOR VALUES IN (1); ALTER TABLE c ADD CONSTRAINT k CHECK (a > 0), ALTER a SET DEFAULT 3;"));
  }

  TEST_CASE("what comes by two ways goes when both lose it") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int, b int, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE l () INHERITS (t);
      CREATE TABLE r () INHERITS (t);
      CREATE TABLE bottom (own int) INHERITS (l, r);
      ALTER TABLE t DROP COLUMN b;
      ALTER TABLE t DROP CONSTRAINT k;
    )"});
    CHECK(columns_of_table(catalog, "bottom") == "a integer, own integer");
    CHECK(constraints_of_table(catalog, "bottom").empty());
  }

  TEST_CASE("what comes from another parent too stays") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE l (a int, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE r (a int, CONSTRAINT k CHECK (a > 0));
      CREATE TABLE mixed () INHERITS (l, r);
      ALTER TABLE l DROP CONSTRAINT k;
      ALTER TABLE l DROP COLUMN a;
    )"});
    CHECK(columns_of_table(catalog, "mixed") == "a integer");
    CHECK(constraints_of_table(catalog, "mixed") == "k check (a)");
  }

  TEST_CASE("a child's identity is its own") {
    const Catalog catalog =
        replayed({"CREATE TABLE p (a int NOT NULL); CREATE TABLE c (a int GENERATED ALWAYS AS "
                  "IDENTITY) INHERITS (p);"});
    CHECK(catalog.tables.at({"public", "c"}).column("a")->identity == Identity::always);
  }
}
