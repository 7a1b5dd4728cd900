// Paths over two releases: what they write, and where they are not offered.

#include <algorithm>
#include <doctest/doctest.h>

#include "support/judge.hpp"

namespace miglint {

namespace {

constexpr std::string_view users =
    "CREATE TABLE \"users\" (\"id\" SERIAL PRIMARY KEY, \"name\" TEXT, \"mail\" TEXT NOT NULL, \"j\" JSON);\n"
    "CREATE UNIQUE INDEX \"users_name_key\" ON \"users\" (\"name\");";

const SaferPath* path_of(const Finding& finding, std::string_view key) {
  const auto found = std::ranges::find(finding.paths, key, &SaferPath::key);
  return found == finding.paths.end() ? nullptr : &*found;
}

std::string sql_of(const SaferPath& path) {
  std::string all;
  for (const PathStep& step : path.steps) all += step.sql + "\n";
  return all;
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_SUITE("release paths") {
  TEST_CASE("a column is dropped a release later, and is in nobody's way until then") {
    const Judged judged = judge(users, "ALTER TABLE \"users\" DROP COLUMN \"mail\";");
    const Finding& finding = judged.finding("drop-column");
    REQUIRE(finding.paths.size() == 3);
    const SaferPath& later = finding.paths[0];
    CHECK(later.same());
    CHECK(has(later.steps.front().sql, "DROP NOT NULL"));
    CHECK(later.steps.back().place == PathStep::Place::next_release);
    CHECK(later.steps.back().sql.starts_with("-- miglint: allow drop-column: "));
    CHECK(later.schema.front().definition == "mail String? @ignore");
    CHECK(finding.paths[2].schema.front().definition == "mail String @default(\"\") @ignore");
  }

  TEST_CASE("a type that only the column has goes with it") {
    const Judged judged = judge(
        "CREATE TYPE \"Kind\" AS ENUM ('A'); CREATE TABLE \"pets\" (\"id\" SERIAL PRIMARY KEY, \"kind\" "
        "\"Kind\");",
        "ALTER TABLE \"pets\" DROP COLUMN \"kind\"; DROP TYPE \"Kind\";");
    const SaferPath& later = judged.finding("drop-column").paths.front();
    CHECK(later.along == std::vector<std::pair<int, int>>{{1, 0}});
    CHECK(has(sql_of(later), "DROP TYPE \"Kind\";"));
    CHECK(has(sql_of(judged.finding("drop-column").paths[1]), "\"kind\"::text"));
  }

  TEST_CASE("a renamed column goes on under both names, with its indexes") {
    const Judged judged = judge(users, "ALTER TABLE \"users\" RENAME COLUMN \"name\" TO \"label\";");
    const SaferPath* both = path_of(judged.finding("rename-column"), "b");
    REQUIRE(both);
    CHECK(both->same());
    CHECK(has(sql_of(*both), "CREATE UNIQUE INDEX CONCURRENTLY \"users_name_key_new\""));
    CHECK(has(sql_of(*both), "ALTER INDEX \"users_name_key_new\" RENAME TO \"users_name_key\";"));
  }

  TEST_CASE("types without an equality of their own are compared as text") {
    const Judged judged = judge(users, "ALTER TABLE \"users\" RENAME COLUMN \"j\" TO \"data\";");
    CHECK(has(sql_of(*path_of(judged.finding("rename-column"), "b")), "NEW.\"data\"::text"));
  }

  TEST_CASE("a key can't be had twice") {
    const Judged judged = judge(users, "ALTER TABLE \"users\" RENAME COLUMN \"id\" TO \"uid\";");
    CHECK(judged.finding("rename-column").paths.size() == 1);
  }

  TEST_CASE("a rename written as DROP and ADD takes both commands away") {
    const Judged judged =
        judge(users, "ALTER TABLE \"users\" DROP COLUMN \"mail\", ADD COLUMN \"email\" TEXT NOT NULL;");
    const Finding& finding = judged.finding("probable-rename");
    REQUIRE(finding.paths.size() == 3);
    for (const SaferPath& path : finding.paths) CHECK(path.along.size() == 1);
    CHECK(has(sql_of(finding.paths[2]), "-- miglint: allow rename-column: "));
  }

  TEST_CASE("what is named after a table is renamed with it") {
    const Judged judged = judge(users, "ALTER TABLE \"users\" RENAME TO \"people\";");
    const std::string sql = sql_of(*path_of(judged.finding("rename-table"), "b"));
    CHECK(has(sql, "RENAME CONSTRAINT \"users_pkey\" TO \"people_pkey\";"));
    CHECK(has(sql, "ALTER INDEX \"users_name_key\" RENAME TO \"people_name_key\";"));
    CHECK(has(sql, "ALTER SEQUENCE \"users_id_seq\" RENAME TO \"people_id_seq\";"));
    CHECK(has(sql, "CREATE VIEW \"users\" AS SELECT \"id\", \"name\", \"mail\", \"j\" FROM \"people\";"));
  }

  TEST_CASE("inside a DO block there is nothing to rewrite") {
    const Judged judged = judge(users, "DO $$ BEGIN ALTER TABLE \"users\" DROP COLUMN \"name\"; END $$;");
    CHECK(judged.finding("drop-column").paths.empty());
    CHECK_FALSE(judged.finding("drop-column").safer.empty());
  }
}

}  // namespace miglint
