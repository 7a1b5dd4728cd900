// The name and the markers of a migration that comes right after another.

#include "fix/new_migration.hpp"

#include <doctest/doctest.h>

#include "parse/parser.hpp"

namespace miglint {

TEST_SUITE("fix/new_migration") {
  static History folder(Layout layout, const std::vector<std::string>& names) {
    std::vector<Migration> migrations;
    for (const std::string& name : names) {
      const bool has_folder = layout == Layout::prisma || layout == Layout::diesel;
      const std::string path = "db/" + name + (has_folder ? "/migration.sql" : ".sql");
      migrations.push_back(
          {.source = {.path = path, .name = name, .migrations_dir = "db", .layout = layout}});
    }
    History history{.migrations_dir = "db", .layout = layout};
    history.migrations = MigrationList(std::move(migrations));
    return history;
  }

  static std::string path(Layout layout, const std::vector<std::string>& names, std::size_t after,
                          const std::string& moment = {}) {
    const auto file =
        file_after(folder(layout, names), after, {.words = "w", .sql = "SELECT 1;\n", .moment = moment});
    return file ? file->path : "none";
  }

  TEST_CASE("a second later, whatever the clock says") {
    CHECK(path(Layout::prisma, {"20240101000000_a"}, 0) == "db/20240101000001_w/migration.sql");
    CHECK(path(Layout::prisma, {"20241231235959_a"}, 0) == "db/20250101000000_w/migration.sql");
    CHECK(path(Layout::prisma, {"20240228235959_a"}, 0) == "db/20240229000000_w/migration.sql");
    CHECK(path(Layout::supabase, {"20240101000059_a"}, 0) == "db/20240101000100_w.sql");
    CHECK(path(Layout::prisma, {"99999999999999_a"}, 0) == "db/100000000000000_w/migration.sql");
  }

  TEST_CASE("no moment that has passed, where one is given") {
    CHECK(path(Layout::prisma, {"20240101000000_a"}, 0, "20250607080910") ==
          "db/20250607080910_w/migration.sql");
    CHECK(path(Layout::prisma, {"20260101000000_a"}, 0, "20250607080910") ==
          "db/20260101000001_w/migration.sql");
    CHECK(path(Layout::plain, {"0007_a"}, 0, "20250607080910") == "db/0008_w.sql");
  }

  TEST_CASE("the next number, as wide") {
    CHECK(path(Layout::plain, {"0009_a"}, 0) == "db/0010_w.sql");
    CHECK(path(Layout::golang_migrate, {"000001_a"}, 0) == "db/000002_w.up.sql");
    CHECK(path(Layout::plain, {"9_a"}, 0) == "db/10_w.sql");
  }

  TEST_CASE("between two migrations only where a name fits") {
    CHECK(path(Layout::prisma, {"20240101000000_a", "20240101000001_b"}, 0) == "none");
    CHECK(path(Layout::prisma, {"20240101000000_a", "20240101000002_b"}, 0) ==
          "db/20240101000001_w/migration.sql");
    CHECK(path(Layout::plain, {"1_a", "2_b"}, 0) == "none");
    CHECK(path(Layout::plain, {"init"}, 0) == "none");
  }

  TEST_CASE("Flyway has versions in between") {
    CHECK(path(Layout::flyway, {"V7__a"}, 0) == "db/V8__w.sql");
    CHECK(path(Layout::flyway, {"V7__a", "V8__b"}, 0) == "db/V7.1__w.sql");
    CHECK(path(Layout::flyway, {"V1_2__a", "V1_3__b"}, 0) == "db/V1_2_1__w.sql");
    CHECK(path(Layout::flyway, {"V7__a", "R__views"}, 0) == "db/V8__w.sql");
    CHECK(path(Layout::flyway, {"R__views"}, 0) == "none");
  }

  TEST_CASE("drizzle's journal is its tool's to write") {
    CHECK(path(Layout::drizzle, {"0000_a"}, 0) == "none");
  }

  TEST_CASE("markers for the way up, and for what refuses a transaction") {
    const auto text = [](Layout layout, bool refuses) {
      const auto file = file_after(folder(layout, {"1_a"}), 0,
                                   {.words = "w", .sql = "SELECT 1;\n", .refuses_transaction = refuses});
      return file ? file->text : "none";
    };
    CHECK(text(Layout::goose, false) == "-- +goose Up\nSELECT 1;\n\n-- +goose Down\n");
    CHECK(text(Layout::goose, true) ==
          "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n\n-- +goose Down\n");
    CHECK(text(Layout::dbmate, true) == "-- migrate:up transaction:false\nSELECT 1;\n\n-- migrate:down\n");
    CHECK(text(Layout::sql_migrate, true) == "-- +migrate Up notransaction\nSELECT 1;\n\n-- +migrate Down\n");
    CHECK(text(Layout::node_pg_migrate, false) == "-- Up Migration\nSELECT 1;\n\n-- Down Migration\n");
    CHECK(text(Layout::node_pg_migrate, true) == "none");
    CHECK(text(Layout::diesel, true) == "none");
    CHECK(text(Layout::plain, true) == "SELECT 1;\n");
  }

  TEST_CASE("what the runner reads of a new file is marked") {
    const auto file = file_after(folder(Layout::goose, {"1_a"}), 0, {.words = "w", .sql = "SELECT 1;\n"});
    REQUIRE(file);
    REQUIRE(file->sections.size() == 1);
    CHECK(parse(*file).statements.size() == 1);
  }

  TEST_CASE("named for what it does") {
    const auto words = [](const std::string& sql) { return words_for(parse({.text = sql})); };
    CHECK(words("ALTER TABLE staff VALIDATE CONSTRAINT staff_x; ALTER TABLE staff ALTER e SET NOT NULL;") ==
          "require_staff_e");
    CHECK(words("ALTER TABLE staff VALIDATE CONSTRAINT \"Staff-x\";") == "validate_staff_x");
    CHECK(words("CREATE INDEX CONCURRENTLY i ON a (b);") == "index_i");
    CHECK(words("DROP INDEX i;") == "drop_i");
    CHECK(words("ALTER TABLE a DROP COLUMN b;") == "drop_a_b");
    CHECK(words("ALTER TABLE a ADD COLUMN b int;") == "add_a_b");
    CHECK(words("ALTER TABLE a RENAME COLUMN b TO c;") == "rename_a_b_to_c");
    CHECK(words("DROP TABLE \"Ünï\";") == "drop_n");
    CHECK(words("TRUNCATE a;") == "truncate_table_a");
    CHECK(words("DROP TABLE " + std::string(63, 'x')).size() == 60);
  }
}

}  // namespace miglint
