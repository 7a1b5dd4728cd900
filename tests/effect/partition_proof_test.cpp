#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

// Tried on PostgreSQL 15, which says at DEBUG1 whether it reads a table.
namespace {

bool reads(const std::string& setup, const std::string& sql, const std::string& table) {
  return names(effect_of_sql(setup, sql).scans).find(table) != std::string::npos;
}

bool attaching_reads(const std::string& column, const std::string& check, const std::string& bounds,
                     const std::string& by = "RANGE (k)") {
  return reads("CREATE TABLE whole (k integer, t text) PARTITION BY " + by + "; CREATE TABLE piece (" +
                   column + "); ALTER TABLE piece ADD CHECK " + check + ";",
               "ALTER TABLE whole ATTACH PARTITION piece FOR VALUES " + bounds, "piece");
}

bool default_is_read(const std::string& check, const std::string& bounds,
                     const std::string& by = "RANGE (k)") {
  return reads("CREATE TABLE whole (k integer, t text) PARTITION BY " + by +
                   "; CREATE TABLE rest PARTITION OF whole DEFAULT; ALTER TABLE rest ADD CHECK " + check +
                   ";",
               "CREATE TABLE piece PARTITION OF whole FOR VALUES " + bounds, "rest");
}

}  // namespace

TEST_SUITE("effect: partitions proved by a CHECK") {
  TEST_CASE("a range") {
    const std::string nullable = "k integer, t text", not_null = "k integer NOT NULL, t text",
                      bounds = "FROM (1) TO (10)";
    CHECK(attaching_reads(nullable, "(k >= 1 AND k < 10)", bounds));
    CHECK_FALSE(attaching_reads(nullable, "(k IS NOT NULL AND k >= 1 AND k < 10)", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(k >= 1 AND k < 10)", bounds));
    CHECK(attaching_reads(not_null, "(k >= 1 AND k < 10) NOT VALID", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(k BETWEEN 1 AND 9)", bounds));
    CHECK(attaching_reads(not_null, "(k BETWEEN 1 AND 10)", bounds));
    CHECK(attaching_reads(not_null, "(k > 0 AND k < 10)", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(k >= 2 AND k < 9)", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(k = 5)", bounds));
    CHECK(attaching_reads(not_null, "(k = 10)", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(1 <= k AND 10 > k)", bounds));
    CHECK(attaching_reads(not_null, "(k >= 1)", bounds));
    CHECK_FALSE(attaching_reads(not_null, "(k >= 1)", "FROM (1) TO (MAXVALUE)"));
    CHECK_FALSE(attaching_reads(not_null, "(k < 10)", "FROM (MINVALUE) TO (10)"));
    CHECK(attaching_reads(not_null, "(k >= 1 OR k < 10)", bounds));
  }

  TEST_CASE("a list") {
    const std::string list = "LIST (t)", nullable = "k integer, t text",
                      not_null = "k integer, t text NOT NULL";
    CHECK(attaching_reads(nullable, "(t = 'a')", "IN ('a', 'b')", list));
    CHECK_FALSE(attaching_reads(nullable, "(t = 'a')", "IN ('a', 'b', NULL)", list));
    CHECK_FALSE(attaching_reads(not_null, "(t = 'a')", "IN ('a', 'b')", list));
    CHECK_FALSE(attaching_reads(not_null, "(t IN ('a', 'b'))", "IN ('a', 'b')", list));
    CHECK_FALSE(attaching_reads(not_null, "(t = 'a' OR t = 'b')", "IN ('a', 'b')", list));
    CHECK(attaching_reads(not_null, "(t IN ('a', 'c'))", "IN ('a', 'b')", list));
    CHECK(attaching_reads(not_null, "(t IN ('a', lower('b')))", "IN ('a', 'b')", list));
    CHECK(attaching_reads(not_null, "(t <> 'c')", "IN ('a', 'b')", list));
  }

  TEST_CASE("the default partition is not read where its CHECK keeps the rows out") {
    const std::string bounds = "FROM (1) TO (10)";
    CHECK_FALSE(default_is_read("(k < 1 OR k >= 10)", bounds));
    CHECK_FALSE(default_is_read("(NOT (k >= 1 AND k < 10))", bounds));
    CHECK_FALSE(default_is_read("(k IS NULL OR k < 1 OR k >= 10)", bounds));
    CHECK_FALSE(default_is_read("(NOT (k IS NOT NULL AND k >= 1 AND k < 10))", bounds));
    CHECK_FALSE(default_is_read("(k > 10)", bounds));
    CHECK(default_is_read("(k > 5)", bounds));
    CHECK(default_is_read("(k < 1 OR k > 5)", bounds));
    CHECK(default_is_read("(k < 1 OR k >= 10) NOT VALID", bounds));
    CHECK_FALSE(default_is_read("(t <> 'a')", "IN ('a')", "LIST (t)"));
    CHECK_FALSE(default_is_read("(t NOT IN ('a', 'b'))", "IN ('a')", "LIST (t)"));
    CHECK_FALSE(default_is_read("(t IN ('c', 'd'))", "IN ('a')", "LIST (t)"));
    CHECK_FALSE(default_is_read("(t = 'c')", "IN ('a')", "LIST (t)"));
    CHECK_FALSE(default_is_read("(NOT (t = 'a'))", "IN ('a')", "LIST (t)"));
    CHECK(default_is_read("(t <> 'a')", "IN ('a', 'b')", "LIST (t)"));
    CHECK(default_is_read("(t IN ('a', 'd'))", "IN ('a')", "LIST (t)"));
  }

  TEST_CASE("the first partition, if it takes all rows, is not read") {
    const std::string setup =
        "CREATE TABLE whole (k integer) PARTITION BY LIST (k); CREATE TABLE piece (k integer);";
    CHECK_FALSE(reads(setup, "ALTER TABLE whole ATTACH PARTITION piece DEFAULT", "piece"));
    const std::string second = setup + "CREATE TABLE one PARTITION OF whole FOR VALUES IN (1);";
    CHECK(failures(effect_of_sql(second, "ALTER TABLE whole ATTACH PARTITION piece DEFAULT")) ==
          "23514 piece(k)");
  }

  TEST_CASE("rows that leave may be referred to") {
    const std::string setup = R"(
      CREATE TABLE whole (k integer PRIMARY KEY) PARTITION BY LIST (k);
      CREATE TABLE one PARTITION OF whole FOR VALUES IN (1);
      CREATE TABLE line (k integer REFERENCES whole);
    )";
    CHECK(failures(effect_of_sql(setup, "ALTER TABLE whole DETACH PARTITION one")) == "23503 one(k)");
    CHECK(always(effect_of_sql(setup, "DROP TABLE one")) == "2BP01");
    CHECK(always(effect_of_sql(setup, "DROP TABLE one, line")).empty());
    CHECK(always(effect_of_sql(setup, "DROP TABLE whole, line")).empty());
    CHECK(always(effect_of_sql(setup, "DROP TABLE one CASCADE")).empty());
  }
}
