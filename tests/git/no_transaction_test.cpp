// Files that ask their runner for no transaction.

#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/no transaction");

namespace {

constexpr const char* rule = "index-concurrently-in-transaction";
constexpr const char* create_index = "CREATE INDEX CONCURRENTLY users_name_idx ON users (name);\n";
constexpr const char* table = "CREATE TABLE users (id bigint PRIMARY KEY, name text);\n";

/// A file with `markers` above its SQL, judged after one that makes the table.
CommandResult judged(const GitProject& project, const std::string& folder, const std::string& markers,
                     const std::string& sql) {
  const std::string up = markers.starts_with("-- +goose") ? "-- +goose Up\n" : "-- migrate:up\n";
  project.put(folder + "/00001_users.sql", up + table);
  project.put(folder + "/00002_index.sql", markers + "\n" + sql);
  return run_miglint("check " + folder + "/00002_index.sql");
}

}  // namespace

TEST_CASE("goose") {
  const GitProject project;
  CHECK(has(judged(project, "sql", "-- +goose Up", create_index), rule));
  CHECK(has(judged(project, "sql", "-- +goose Up", create_index), "-- +goose NO TRANSACTION"));
  CHECK_FALSE(has(judged(project, "sql", "-- +goose NO TRANSACTION\n-- +goose Up", create_index), rule));
  CHECK_FALSE(has(judged(project, "sql", "-- +goose NO TRANSACTION\n-- +goose Up",
                         std::string(create_index) + "DROP INDEX CONCURRENTLY IF EXISTS old;\n"),
                  rule));
}

TEST_CASE("dbmate sends several statements as one string, which is a transaction") {
  const GitProject project;
  CHECK(has(judged(project, "db/migrations", "-- migrate:up", create_index),
            "-- migrate:up transaction:false"));
  CHECK_FALSE(has(judged(project, "db/migrations", "-- migrate:up transaction:false", create_index), rule));
  CHECK(has(judged(project, "db/migrations", "-- migrate:up transaction:false",
                   std::string(create_index) + "SELECT 1;\n"),
            rule));
}

TEST_SUITE_END();
