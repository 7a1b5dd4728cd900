// Paths around locks: what stands where, for the way the file is run and for what follows in it.

#include <doctest/doctest.h>

#include "miglint/safer_path.hpp"
#include "support/judge.hpp"

namespace miglint {

namespace {

constexpr const char* tables =
    "CREATE TABLE a (id int PRIMARY KEY, b int, c text NOT NULL);\nINSERT INTO a VALUES (1, 1, 'x');\n"
    "CREATE TABLE d (id int PRIMARY KEY, a int);\n";

/// `place: sql`, a line each.
std::string steps_of(const SaferPath& path) {
  std::string text;
  for (const PathStep& step : path.steps) text += std::string(to_string(step.place)) + ": " + step.sql + "\n";
  return text;
}

/// The finding's first path.
std::string first_path(std::string_view rule, const std::string& sql, const JudgeOptions& options = {}) {
  const Judged judged = judge(tables, sql, options);
  const Finding& finding = judged.finding(rule);
  return finding.paths.empty() ? std::string() : steps_of(finding.paths.front());
}

}  // namespace

TEST_SUITE("rules/lock_paths") {
  TEST_CASE("an index alone in its migration is built where it stands, beside others it leaves") {
    const std::string_view rule = "create-index-without-concurrently";
    CHECK(first_path(rule, "CREATE INDEX i ON a (b);") == "here: CREATE INDEX CONCURRENTLY i ON a (b);\n");
    CHECK(first_path(rule, "CREATE INDEX i ON a (b);\nSELECT 1;") ==
          "here: \nnext-migration: CREATE INDEX CONCURRENTLY i ON a (b);\n");
    CHECK(first_path(rule, "CREATE INDEX i ON a (b);", {.modes = {RunMode::file}}).starts_with("here: \n"));
  }

  TEST_CASE("what the rest of the migration needs stays where it is") {
    const std::string_view rule = "create-index-without-concurrently";
    const std::string index = "CREATE INDEX i ON a (b);\n";
    for (const char* later : {"ALTER INDEX i RENAME TO j;", "ALTER TABLE a RENAME COLUMN b TO bb;",
                              "ALTER TABLE a CLUSTER ON i;", "DROP INDEX i;"}) {
      const std::string path = first_path(rule, index + later);
      CHECK_MESSAGE(path.find("CONCURRENTLY") == std::string::npos, later);
    }
    const std::string key = "ALTER TABLE a ADD CONSTRAINT k UNIQUE (c);\n";
    const std::string path = first_path("add-unique-on-existing-rows", key);
    CHECK_FALSE(path.empty());
  }

  TEST_CASE("a wait gets an end in the way that the file is run") {
    const std::string_view rule = "set-logged-or-tablespace";
    const std::string sql = "ALTER TABLE a SET UNLOGGED;";
    CHECK(first_path(rule, sql, batch()) == "before: SET LOCAL lock_timeout = '5s';\n");
    CHECK(first_path(rule, sql, split()) ==
          "before: SET lock_timeout = '5s';\nhere: " + sql + "\nhere: RESET lock_timeout;\n");
    CHECK(first_path(rule, "SET lock_timeout = '5s';\n" + sql + "\nRESET lock_timeout;").empty());
  }

  TEST_CASE("NOT VALID keeps the constraint's name and actions, and is validated in its own migration") {
    const std::string path =
        first_path("add-constraint-without-not-valid",
                   "ALTER TABLE d ADD COLUMN x int;\nALTER TABLE d ADD FOREIGN KEY (x) REFERENCES a (id) ON "
                   "DELETE CASCADE DEFERRABLE;");
    CHECK(path.find("\"d_x_fkey\"") != std::string::npos);
    CHECK(path.find("ON DELETE CASCADE") != std::string::npos);
    CHECK(path.find("DEFERRABLE") != std::string::npos);
    CHECK(path.find("NOT VALID") != std::string::npos);
    CHECK(path.ends_with("next-migration: ALTER TABLE \"d\" VALIDATE CONSTRAINT \"d_x_fkey\";\n"));
  }

  TEST_CASE("a column of a key, or of a type that is renamed, can't be left behind") {
    const std::string_view rule = "change-type-rewrites-table";
    CHECK(first_path(rule, "ALTER TABLE a ALTER COLUMN b TYPE bigint;").find("outside: ") !=
          std::string::npos);
    CHECK(first_path(rule, "ALTER TABLE a ALTER COLUMN id TYPE bigint;").find("outside: ") ==
          std::string::npos);
  }

  TEST_CASE("a statement that others build on is not moved") {
    const std::string_view rule = "enum-value-used-in-same-transaction";
    const std::string setup = "CREATE TYPE e AS ENUM ('x');\nCREATE TABLE t (v e);\n";
    const std::string add = "ALTER TYPE e ADD VALUE 'y';\n";
    const Judged moved = judge(setup, add + "ALTER TABLE t ALTER COLUMN v SET DEFAULT 'y';", batch());
    CHECK(moved.finding(rule).paths.size() == 1);
    const Judged needed =
        judge(setup, add + "CREATE TABLE u (v e DEFAULT 'y');\nCREATE INDEX ON u (v);", batch());
    CHECK(needed.finding(rule).paths.empty());
  }
}

}  // namespace miglint
