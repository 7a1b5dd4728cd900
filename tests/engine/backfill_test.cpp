// Backfills from other tables: whether every row finds the one it takes its value from, and whether that
// value can be NULL.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>
#include <string_view>

#include "support/judge.hpp"

namespace miglint {

namespace {

constexpr std::string_view library = R"(
  CREATE TABLE teams (id serial PRIMARY KEY, name text NOT NULL, code text);
  CREATE TABLE users (id serial PRIMARY KEY, team_id integer NOT NULL REFERENCES teams (id),
    guest_of integer REFERENCES teams (id));
  CREATE TABLE posts (id serial PRIMARY KEY, author_id integer NOT NULL REFERENCES users (id), team integer);
)";

/// What SET NOT NULL says after this backfill of a new column: "" when it can't fail, else the severity.
std::string required_after(std::string_view table, std::string_view fill) {
  const std::string sql = fmt::format(
      "ALTER TABLE {0} ADD COLUMN c text; {1}; ALTER TABLE {0} ALTER COLUMN c SET NOT NULL;", table, fill);
  const Judged judged = judge(library, sql, batch());
  if (!judged.has("set-not-null-on-existing-rows")) return "";
  return std::string(to_string(judged.finding("set-not-null-on-existing-rows").severity));
}

}  // namespace

TEST_SUITE("backfills") {
  TEST_CASE("a foreign key over a required column leads every row to its parent") {
    for (const std::string_view fill : {
             "UPDATE users SET c = t.name FROM teams t WHERE t.id = users.team_id",
             "UPDATE users u SET c = upper(t.name) FROM teams t WHERE u.team_id = t.id AND u.c IS NULL",
             "UPDATE users SET c = (SELECT t.name FROM teams t WHERE t.id = users.team_id)",
             "UPDATE users SET c = (SELECT concat(t.code, '-', t.name) FROM teams t WHERE t.id = team_id "
             "LIMIT 1)",
             "UPDATE users SET c = s.up FROM (SELECT id, upper(name) AS up FROM teams) s WHERE s.id = "
             "users.team_id",
             "WITH s AS (SELECT id, name FROM teams) UPDATE users SET c = s.name FROM s WHERE s.id = "
             "users.team_id",
             "UPDATE users u SET c = t.name FROM users me JOIN teams t ON t.id = me.team_id WHERE me.id = "
             "u.id",
             "UPDATE users SET c = (SELECT max(name) FROM teams WHERE id = users.team_id)",
             "UPDATE users SET c = COALESCE((SELECT code FROM teams WHERE id = users.guest_of), '')",
             "UPDATE users SET c = (SELECT count(*) FROM posts WHERE author_id = users.id)",
             "ALTER TABLE users DROP CONSTRAINT users_team_id_fkey; UPDATE users SET c = t.name FROM teams t "
             "WHERE t.id = users.team_id",
         }) {
      CAPTURE(fill);
      CHECK(required_after("users", fill).empty());
    }
    CHECK(required_after("posts",
                         "UPDATE posts p SET c = t.name FROM users u JOIN teams t ON t.id = u.team_id WHERE "
                         "u.id = p.author_id")
              .empty());
  }

  TEST_CASE("where a row may find none, or a NULL, it stays a warning") {
    for (const std::string_view fill : {
             // may refer to none
             "UPDATE users SET c = t.name FROM teams t WHERE t.id = users.guest_of",
             // the parent's may be NULL
             "UPDATE users SET c = t.code FROM teams t WHERE t.id = users.team_id",
             // leaves rows out
             "UPDATE users SET c = t.name FROM teams t WHERE t.id = users.team_id AND t.code = 'x'",
             // likewise
             "UPDATE users SET c = t.name FROM teams t WHERE t.id = users.team_id AND users.id > 5",
             "UPDATE users SET c = s.name FROM (SELECT id, name FROM teams LIMIT 5) s WHERE s.id = "
             "users.team_id",
             "UPDATE users SET c = (SELECT name FROM teams WHERE id = users.guest_of)",
             "UPDATE users SET c = (SELECT max(code) FROM teams WHERE id = users.team_id)",
             "UPDATE users SET c = p.id FROM posts p WHERE p.author_id = users.id",  // an author of nothing
             "UPDATE users SET c = t.name FROM users me LEFT JOIN teams t ON t.id = me.guest_of WHERE me.id "
             "= users.id",
         }) {
      CAPTURE(fill);
      CHECK(required_after("users", fill) == "warning");
    }
    // no foreign key
    CHECK(required_after("posts", "UPDATE posts SET c = t.name FROM teams t WHERE t.id = posts.team") ==
          "warning");
  }

  TEST_CASE("twins are gone from a partial unique index once all but one were moved out of it") {
    const std::string setup =
        "CREATE TABLE keys (id serial PRIMARY KEY, owner text, archived_at timestamp, kind text);";
    const std::string move = R"(
      UPDATE keys k SET archived_at = now() WHERE k.archived_at IS NULL AND k.owner IS NOT NULL AND EXISTS (
        SELECT 1 FROM keys later
        WHERE later.owner = k.owner AND later.archived_at IS NULL AND later.id > k.id);)";
    CHECK_FALSE(
        judge(setup, move + "CREATE UNIQUE INDEX i ON keys (owner) WHERE archived_at IS NULL;", batch())
            .has("add-unique-on-existing-rows"));
    CHECK(judge(setup, move + "CREATE UNIQUE INDEX i ON keys (owner);", batch())
              .has("add-unique-on-existing-rows"));
    CHECK(judge(setup, move + "CREATE UNIQUE INDEX i ON keys (kind) WHERE archived_at IS NULL;", batch())
              .has("add-unique-on-existing-rows"));
  }

  TEST_CASE("twins are gone once all but one were deleted") {
    const std::string setup = "CREATE TABLE keys (id serial PRIMARY KEY, owner text, kind text);";
    const std::string clean =
        "DELETE FROM keys k WHERE EXISTS (SELECT 1 FROM keys o WHERE o.owner = k.owner AND (o.kind, o.id) > "
        "(k.kind, k.id));";
    CHECK_FALSE(judge(setup, clean + "CREATE UNIQUE INDEX i ON keys (owner);", batch())
                    .has("add-unique-on-existing-rows"));
    CHECK(judge(setup, clean + "CREATE UNIQUE INDEX i ON keys (kind);", batch())
              .has("add-unique-on-existing-rows"));
  }

  TEST_CASE("what a migration inserts into its own table clashes everywhere or nowhere") {
    CHECK_FALSE(
        judge("", "CREATE TABLE k (id int PRIMARY KEY); INSERT INTO k VALUES (1); INSERT INTO k VALUES (2);")
            .has("insert-may-repeat-key"));
    CHECK(judge("CREATE TABLE k (id int PRIMARY KEY);", "INSERT INTO k VALUES (1);")
              .has("insert-may-repeat-key"));
  }

  TEST_CASE("a check that counts one more column, which is new, says what it said before") {
    const std::string setup =
        "CREATE TABLE b (id int PRIMARY KEY, u text, g text, CONSTRAINT one CHECK (num_nonnulls(u, g) = 1));";
    const std::string again =
        "ALTER TABLE b DROP CONSTRAINT one; ALTER TABLE b ADD CONSTRAINT one CHECK (num_nonnulls(u, g, p) = "
        "1);";
    CHECK_FALSE(
        judge(setup, "ALTER TABLE b ADD COLUMN p text;" + again, batch()).has("add-check-on-existing-rows"));
    CHECK(judge(setup, "ALTER TABLE b ADD COLUMN p text DEFAULT 'x';" + again, batch())
              .has("add-check-on-existing-rows"));
  }
}

}  // namespace miglint
