// Hazards of INSERT, UPDATE and DELETE, and what a migration does beforehand that settles them.

#include <doctest/doctest.h>

#include "support/judge.hpp"

using namespace miglint;

namespace {

constexpr std::string_view shop = R"(
  CREATE TABLE role (id integer PRIMARY KEY, name text NOT NULL);
  CREATE TABLE account (id integer PRIMARY KEY, role_id integer REFERENCES role, email text UNIQUE, n
    integer);
  INSERT INTO role VALUES (1, 'guest'), (2, 'member');
  INSERT INTO account VALUES (1, 1, 'a', 1);
)";

constexpr std::string_view deferred = R"(
  CREATE TABLE p (id integer PRIMARY KEY, n integer);
  CREATE TABLE c (p integer REFERENCES p DEFERRABLE INITIALLY DEFERRED);
)";

bool deletion_is_reported(std::string_view sql) { return judge(shop, sql).has("delete-of-referenced-rows"); }

}  // namespace

TEST_SUITE("hazards of rows") {
  TEST_CASE("rows that are referred to go") {
    CHECK(judge(shop, "DELETE FROM role WHERE id = 1;").finding("delete-of-referenced-rows").fails ==
          std::vector<std::string>{"23503"});
    CHECK(deletion_is_reported("UPDATE role SET id = 3 WHERE id = 1;"));
    CHECK(!deletion_is_reported("UPDATE account SET role_id = 2 WHERE role_id = 1;"));
    CHECK(!deletion_is_reported("DELETE FROM account;"));
  }

  TEST_CASE("… after those that refer") {
    CHECK(!deletion_is_reported("DELETE FROM account WHERE role_id = 1; DELETE FROM role WHERE id = 1;"));
    CHECK(!deletion_is_reported(
        "DELETE FROM account WHERE role_id IN (1, 2); DELETE FROM role WHERE id = 2 AND name = 'x';"));
    CHECK(!deletion_is_reported(
        "UPDATE account SET role_id = NULL WHERE role_id = 1; DELETE FROM role WHERE id = 1;"));
    CHECK(!deletion_is_reported("UPDATE account SET role_id = 2; DELETE FROM role WHERE name = 'guest';"));
    CHECK(!deletion_is_reported("DELETE FROM account; DELETE FROM role WHERE name = 'guest';"));
    CHECK(!deletion_is_reported(
        "DELETE FROM role WHERE NOT EXISTS (SELECT FROM account WHERE role_id = role.id);"));
    CHECK(!deletion_is_reported(
        "WITH gone AS (DELETE FROM account WHERE role_id = 1) DELETE FROM role WHERE id = 1;"));
    CHECK(!deletion_is_reported("TRUNCATE role CASCADE; DELETE FROM role;"));
    CHECK(
        !deletion_is_reported("CREATE TABLE kind (id integer PRIMARY KEY); "
                              "CREATE TABLE thing (kind integer REFERENCES kind); "
                              "INSERT INTO kind VALUES (1); DELETE FROM kind WHERE id = 1;"));
  }

  TEST_CASE("rows that become alike") {
    const auto reported = [](std::string_view sql) {
      return judge(shop, sql).has("add-unique-on-existing-rows");
    };
    CHECK(reported("UPDATE account SET email = lower(email);"));
    CHECK(reported("UPDATE account SET email = 'x' WHERE n = 1;"));
    CHECK(!reported("UPDATE account SET email = 'x' WHERE id = 1;"));
    CHECK(!reported("UPDATE account SET email = 'x' WHERE n = 2 AND id = 1;"));
    CHECK(!reported("UPDATE account SET email = email || '!';"));
    CHECK(!reported("UPDATE account SET email = lower(n::text);"));
    CHECK(!reported("UPDATE account SET id = id + 1;"));
    CHECK(!reported("DELETE FROM account; UPDATE account SET email = lower(email);"));
    CHECK(!reported("DO $$ BEGIN INSERT INTO account(id) VALUES (1); END $$;"));
    CHECK(
        !reported("CREATE TABLE t (a text UNIQUE); INSERT INTO t VALUES ('A'); UPDATE t SET a = lower(a);"));
    const Judged twice =
        judge(shop, "UPDATE account SET email = lower(email); UPDATE account SET email = trim(email);");
    CHECK(std::ranges::count(twice.findings(), "add-unique-on-existing-rows (warning)") == 1);
  }

  TEST_CASE("what any row is refused with") {
    const auto reported = [](std::string_view sql) {
      return judge(shop, sql).has("write-violates-constraint");
    };
    CHECK(reported("UPDATE role SET name = NULL WHERE id = 1;"));
    CHECK(reported("INSERT INTO role(id) SELECT id FROM account;"));
    CHECK(!reported("UPDATE account SET n = NULL;"));
    CHECK(!reported("DELETE FROM account; INSERT INTO role(id) SELECT id FROM account;"));
    CHECK(!reported("CREATE TABLE t (a integer NOT NULL); UPDATE t SET a = NULL;"));
    // it says nothing of the rows that are there
    CHECK(judge(shop, "UPDATE role SET name = NULL; ALTER TABLE role ADD CHECK (name <> 'x');")
              .has("add-check-on-existing-rows"));
  }

  TEST_CASE("rows whose parents no migration makes") {
    constexpr std::string_view empty =
        "CREATE TABLE model (id text PRIMARY KEY); CREATE TABLE ref (model text REFERENCES model, n "
        "integer);";
    const Judged judged = judge(empty, "INSERT INTO ref VALUES ('basic', 1);");
    CHECK(judged.finding("statement-always-fails").severity == Severity::warning);
    CHECK(judged.finding("statement-always-fails").fails == std::vector<std::string>{"23503"});
    const auto reported = [&](std::string_view sql) {
      return judge(empty, sql).has("statement-always-fails");
    };
    CHECK(!reported("INSERT INTO model VALUES ('basic'); INSERT INTO ref VALUES ('basic', 1);"));
    CHECK(!reported("INSERT INTO ref SELECT id, 1 FROM model;"));
    CHECK(
        !reported("DO $$ BEGIN IF EXISTS (SELECT FROM model) THEN INSERT INTO ref VALUES ('basic', 1); END "
                  "IF; END $$;"));
    CHECK(!reported("INSERT INTO ref VALUES (NULL, 1);"));
  }

  TEST_CASE("parents that the migration inserts settle the failure") {
    const auto failures = [](std::string_view sql) {
      JudgeOptions options;
      options.keep_plan = true;
      const Judged judged = judge(shop, sql, options);
      return judged.result.migrations.back().plan.back().effect.row_failures.size();
    };
    CHECK(failures("INSERT INTO account(id, role_id) VALUES (9, 3) ON CONFLICT DO NOTHING;") == 1);
    CHECK(failures("INSERT INTO role VALUES (3, 'x'); "
                   "INSERT INTO account(id, role_id) VALUES (9, 3) ON CONFLICT DO NOTHING;") == 0);
    CHECK(failures("INSERT INTO role VALUES (3, 'x'); "
                   "INSERT INTO account(id, role_id) VALUES (9, 3), (8, 4) ON CONFLICT DO NOTHING;") == 1);
    CHECK(failures("INSERT INTO role VALUES (3, 'x'); "
                   "INSERT INTO account(id, role_id) SELECT 9, 3 ON CONFLICT DO NOTHING;") == 0);
    // the failures that the rows of the query decide
    CHECK(failures("INSERT INTO account(id) SELECT 1;") == 1);
  }

  TEST_CASE("deferred checks that wait") {
    constexpr std::string_view sql = "DELETE FROM p WHERE n = 1; ALTER TABLE p ADD COLUMN x integer;";
    CHECK(judge(deferred, sql, batch()).finding("statement-always-fails").fails ==
          std::vector<std::string>{"55006"});
    const auto reported = [](std::string_view text, const JudgeOptions& options) {
      return judge(deferred, text, options).has("statement-always-fails");
    };
    CHECK(!reported(sql, split()));
    CHECK(reported("BEGIN; DELETE FROM p WHERE n = 1; ALTER TABLE p ADD COLUMN x integer; COMMIT;", split()));
    CHECK(!reported(
        "DELETE FROM p WHERE n = 1; SET CONSTRAINTS ALL IMMEDIATE; ALTER TABLE p ADD COLUMN x integer;",
        batch()));
    CHECK(!reported("DELETE FROM p WHERE n = 1; ALTER TABLE c ADD COLUMN x integer;", batch()));
    CHECK(
        !reported("TRUNCATE p, c; DELETE FROM p WHERE n = 1; ALTER TABLE p ADD COLUMN x integer;", batch()));
    CHECK(reported("INSERT INTO c VALUES (1); ALTER TABLE c ADD COLUMN x integer;", batch()));
    CHECK(
        reported("CREATE TABLE d (p integer REFERENCES p DEFERRABLE INITIALLY DEFERRED); "
                 "INSERT INTO d VALUES (1); ALTER TABLE d ADD COLUMN x integer;",
                 batch()));
  }

  TEST_CASE("a foreign key that would empty a required column") {
    const auto reported = [](std::string_view sql) {
      return judge(shop, sql).has("foreign-key-nulls-required-column");
    };
    CHECK(reported("CREATE TABLE t (r integer NOT NULL REFERENCES role ON DELETE SET NULL);"));
    CHECK(reported("CREATE TABLE t (r integer PRIMARY KEY REFERENCES role ON UPDATE SET NULL);"));
    CHECK(
        reported("ALTER TABLE account ADD r integer NOT NULL DEFAULT 1 REFERENCES role ON DELETE SET NULL;"));
    CHECK(!reported("CREATE TABLE t (r integer REFERENCES role ON DELETE SET NULL);"));
    CHECK(!reported("CREATE TABLE t (r integer NOT NULL REFERENCES role ON DELETE CASCADE);"));
    CHECK(
        !reported("CREATE TABLE t (r integer NOT NULL REFERENCES role ON DELETE SET NULL); "
                  "ALTER TABLE t ALTER COLUMN r DROP NOT NULL;"));
  }

  TEST_CASE("seeds are no reason to speak of a half-applied file") {
    CHECK(!judge(shop, "CREATE TABLE t (a integer); INSERT INTO account(id) VALUES (5);", split())
               .has("partial-apply"));
  }
}
