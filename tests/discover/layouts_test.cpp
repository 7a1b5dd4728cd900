#include <doctest/doctest.h>

#include "discover/discover.hpp"
#include "support/temporary_project.hpp"

using namespace miglint;
using test::TemporaryProject;

TEST_SUITE_BEGIN("discover/layouts");

namespace {

std::vector<std::string> names(const FoundHistory& history) {
  std::vector<std::string> found;
  for (const SourceFile& file : history.files) found.push_back(file.name);
  return found;
}

using Names = std::vector<std::string>;

/// What runs of the file on the way up, its sections joined.
std::string runs(const SourceFile& file) {
  if (file.sections.empty()) return file.text;
  std::string text;
  for (const Span& span : file.sections)
    text +=
        file.text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length())) + "|";
  return text;
}

FoundHistory only_history(const TemporaryProject&) {
  const Discovery found = discover({}, {});
  REQUIRE(found.histories.size() == 1);
  return found.histories.front();
}

}  // namespace

TEST_CASE("a Prisma folder is found below the current folder, its migrations in byte order") {
  const TemporaryProject project;
  project.write("packages/db/prisma/migrations/20240102000000_b/migration.sql", "SELECT 2;");
  project.write("packages/db/prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  project.write("packages/db/prisma/migrations/0_init/migration.sql", "SELECT 0;");
  project.write("packages/db/prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
  const FoundHistory history = only_history(project);
  CHECK(history.layout == Layout::prisma);
  CHECK(history.migrations_dir == "packages/db/prisma/migrations");
  CHECK(names(history) == Names{"0_init", "20240101000000_a", "20240102000000_b"});
  CHECK(history.files.front().path == "packages/db/prisma/migrations/0_init/migration.sql");
  CHECK(history.files.front().text == "SELECT 0;");
}

TEST_CASE(
    "several migrations folders of a repository are histories of their own; those of dependencies and builds "
    "are not ours") {
  const TemporaryProject project;
  for (const char* folder : {"api/prisma/migrations", "web/prisma/migrations",
                             "node_modules/x/prisma/migrations", "dist/prisma/migrations"}) {
    project.write(std::string(folder) + "/20240101000000_a/migration.sql", "SELECT 1;");
  }
  const Discovery found = discover({}, {});
  REQUIRE(found.histories.size() == 2);
  CHECK(found.histories[0].migrations_dir == "api/prisma/migrations");
  CHECK(found.histories[1].migrations_dir == "web/prisma/migrations");
}

TEST_CASE("another database's folder is left out, and that is said") {
  const TemporaryProject project;
  project.write("prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  SUBCASE("by migration_lock.toml") {
    project.write("prisma/migrations/migration_lock.toml", "# comment: provider\nprovider = \"mysql\"\n");
  }
  SUBCASE("by the schema's datasource where there is no lock") {
    project.write("prisma/schema.prisma",
                  "generator client {\n  provider = \"prisma-client-js\"\n}\ndatasource db {\n  provider = "
                  "\"mysql\"\n}\n");
  }
  const Discovery found = discover({}, {});
  CHECK(found.histories.empty());
  REQUIRE(found.notes.size() == 1);
  CHECK(found.notes.front() == "prisma/migrations: its provider is \"mysql\", not postgresql: left out");
}

TEST_CASE("folders that are not migrations are named, not swallowed") {
  const TemporaryProject project;
  project.write("prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  project.write("prisma/migrations/20240102000000_b/up.sql", "SELECT 1;");
  project.write("prisma/migrations/20240103000000_c/migration.ts", "");
  project.folder("prisma/migrations/20240104000000_d");
  project.write("prisma/migrations/20240105000000_e.sql", "SELECT 1;");
  const FoundHistory history = only_history(project);
  CHECK(names(history) == Names{"20240101000000_a"});
  REQUIRE(history.folder_issues.size() == 4);
  using Kind = FolderIssue::Kind;
  CHECK(history.folder_issues[0].kind == Kind::file_not_named_migration_sql);
  CHECK(history.folder_issues[0].path == "prisma/migrations/20240102000000_b/up.sql");
  CHECK(history.folder_issues[1].kind == Kind::missing_migration_sql);
  CHECK(history.folder_issues[1].found == "migration.ts");
  CHECK(history.folder_issues[2].kind == Kind::empty_folder);
  CHECK(history.folder_issues[3].kind == Kind::file_not_named_migration_sql);
}

TEST_CASE("drizzle's journal decides the order, and its breakpoints cut the file") {
  const TemporaryProject project;
  project.write("drizzle/0001_b.sql", "SELECT 1--> statement-breakpoint\nSELECT 2;");
  project.write("drizzle/0000_a.sql", "SELECT 0;");
  project.write("drizzle/meta/_journal.json",
                R"({"entries": [{"idx": 0, "tag": "0001_b"}, {"idx": 1, "tag": "0000_a"}]})");
  const FoundHistory history = only_history(project);
  CHECK(history.layout == Layout::drizzle);
  CHECK(names(history) == Names{"0001_b", "0000_a"});
  CHECK(runs(history.files[0]) == "SELECT 1|\nSELECT 2;|");
  CHECK(history.execution.modes == std::vector{RunMode::file});
}

TEST_CASE("golang-migrate goes by number, and the way down is not judged") {
  const TemporaryProject project;
  for (const char* name : {"10_c", "2_b", "1_2fa"}) {
    project.write(std::string("db/") + name + ".up.sql", "SELECT 1;");
    project.write(std::string("db/") + name + ".down.sql", "DROP TABLE x;");
  }
  const FoundHistory history = only_history(project);
  CHECK(history.layout == Layout::golang_migrate);
  CHECK(names(history) == Names{"1_2fa", "2_b", "10_c"});
}

TEST_CASE("flyway: a script's own settings say that it wants no transaction") {
  const TemporaryProject project;
  project.write("sql/V1__a.sql", "SELECT 1;\n");
  project.write("sql/V2__b.sql", "SELECT 1;\n");
  project.write("sql/V2__b.sql.conf", "# for the index\nexecuteInTransaction = false\n");
  const FoundHistory history = only_history(project);
  CHECK(history.layout == Layout::flyway);
  REQUIRE(history.files.size() == 2);
  CHECK_FALSE(history.files.front().no_transaction);
  CHECK(history.files.back().no_transaction);
}

TEST_CASE("goose and dbmate: only what stands between the up marker and the down marker runs") {
  const TemporaryProject project;
  SUBCASE("goose") {
    project.write("sql/001_a.sql",
                  "-- +goose NO TRANSACTION\n-- +goose Up\nSELECT 1;\n-- +goose Down\nDROP TABLE x;\n");
    const FoundHistory history = only_history(project);
    CHECK(history.layout == Layout::goose);
    CHECK(runs(history.files.front()) == "SELECT 1;\n|");
    CHECK(history.files.front().no_transaction);
  }
  SUBCASE("dbmate") {
    project.write("db/migrations/20240101_a.sql",
                  "-- migrate:up transaction:false\nSELECT 1;\n\n-- migrate:down\nDROP TABLE x;\n");
    const FoundHistory history = only_history(project);
    CHECK(history.layout == Layout::dbmate);
    CHECK(runs(history.files.front()) == "SELECT 1;\n\n|");
    CHECK(history.files.front().no_transaction);
  }
}

TEST_CASE("what runs on the way up: sql-migrate, node-pg-migrate") {
  const TemporaryProject project;
  SUBCASE("sql-migrate, in a folder of any name") {
    project.write("db/20240101_a.sql",
                  "-- +migrate Down\nDROP TABLE x;\n-- +migrate Up notransaction\nSELECT 1;\n");
    const FoundHistory history = only_history(project);
    CHECK(history.layout == Layout::sql_migrate);
    CHECK(runs(history.files.front()) == "SELECT 1;\n|");
    CHECK(history.files.front().no_transaction);
  }
  SUBCASE("sql-migrate, only a way down: nothing runs") {
    project.write("migrations/init.sql", "-- +migrate Down\nDROP TABLE x;\n");
    CHECK(runs(only_history(project).files.front()) == "|");
  }
  SUBCASE("node-pg-migrate, in its spellings") {
    for (const char* text : {"-- Up Migration\nSELECT 1;\n-- Down Migration\nDROP TABLE x;\n",
                             "  --- up   migration\nSELECT 1;\n-- - DOWN migration\nDROP TABLE x;\n",
                             "-- Down Migration\nDROP TABLE x;\n-- Up Migration\nSELECT 1;\n"}) {
      project.write("migrations/1700000000000_a.sql", text);
      const FoundHistory history = only_history(project);
      CHECK(history.layout == Layout::node_pg_migrate);
      CHECK(runs(history.files.front()) == "SELECT 1;\n|");
    }
  }
  SUBCASE("node-pg-migrate runs all of a file without an up marker") {
    project.write("migrations/1700000000000_a.sql", "SELECT 1;\n-- Down Migration\nDROP TABLE x;\n");
    CHECK(only_history(project).files.front().sections.empty());
  }
  SUBCASE("words that only look like markers") {
    project.write("migrations/a.sql",
                  "-- upmigration\n-- up to the migration\n-- the down migration\nSELECT 1;\n");
    CHECK(only_history(project).layout == Layout::plain);
  }
}

TEST_CASE("diesel's and Hasura's folders: up.sql by name, down.sql left out") {
  const TemporaryProject project;
  project.write("migrations/2024-01-02-000000_b/up.sql", "SELECT 2;");
  project.write("migrations/2024-01-02-000000_b/down.sql", "DROP TABLE x;");
  project.write("migrations/2024-01-02-000000_b/metadata.toml", "run_in_transaction = false\n");
  project.write("migrations/2024-01-01-000000_a/up.sql", "SELECT 1;");
  project.write("migrations/2024-01-01-000000_a/down.sql", "DROP TABLE x;");
  const FoundHistory history = only_history(project);
  CHECK(history.layout == Layout::diesel);
  CHECK(names(history) == Names{"2024-01-01-000000_a", "2024-01-02-000000_b"});
  CHECK_FALSE(history.files.front().no_transaction);
  CHECK(history.files.back().no_transaction);
  for (const char* path : {"migrations/2024-01-01-000000_a", "migrations/2024-01-01-000000_a/up.sql"}) {
    const Discovery found = discover({.paths = {path}}, {});
    REQUIRE(found.histories.size() == 1);
    CHECK(names(found.histories.front()) == Names{"2024-01-01-000000_a"});
  }
}

TEST_CASE("an up.sql in a folder without a number is not diesel's") {
  const TemporaryProject project;
  project.write("scripts/server/up.sql", "SELECT 1;");
  CHECK(discover({}, {}).histories.empty());
}

TEST_CASE("Flyway: versions by their parts, repeatable ones last, undo scripts not at all") {
  const TemporaryProject project;
  for (const char* name : {"V1_10__d", "V1.2__c", "V1__a", "R__view", "U1__a", "V1_1__b"}) {
    project.write(std::string("sql/") + name + ".sql", "SELECT 1;");
  }
  CHECK(names(only_history(project)) == Names{"V1__a", "V1_1__b", "V1.2__c", "V1_10__d", "R__view"});
}

TEST_CASE("supabase is known by its path, a plain folder by its name or by being named") {
  const TemporaryProject project;
  SUBCASE("supabase") {
    project.write("supabase/migrations/20240101000000_a.sql", "SELECT 1;");
    CHECK(only_history(project).layout == Layout::supabase);
  }
  SUBCASE("plain") {
    project.write("migrations/a.sql", "SELECT 1;");
    CHECK(only_history(project).layout == Layout::plain);
  }
  SUBCASE("a folder of queries is not a migrations folder until it is named") {
    project.write("queries/a.sql", "SELECT 1;");
    CHECK(discover({}, {}).histories.empty());
    CHECK(discover({.paths = {"queries"}}, {}).histories.size() == 1);
  }
}

TEST_CASE("naming one migration judges it in the state the earlier ones leave; later ones are not replayed") {
  const TemporaryProject project;
  for (const char* name : {"20240101000000_a", "20240102000000_b", "20240103000000_c"}) {
    project.write(std::string("prisma/migrations/") + name + "/migration.sql", "SELECT 1;");
  }
  for (const char* path :
       {"prisma/migrations/20240102000000_b", "prisma/migrations/20240102000000_b/migration.sql"}) {
    const Discovery found = discover({.paths = {path}}, {});
    REQUIRE(found.histories.size() == 1);
    CHECK(names(found.histories.front()) == Names{"20240101000000_a", "20240102000000_b"});
    CHECK_FALSE(found.histories.front().files[0].judged);
    CHECK(found.histories.front().files[1].judged);
  }
}

TEST_CASE("standard input stands in for a file, there or not") {
  const TemporaryProject project;
  project.write("prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  project.write("prisma/migrations/20240103000000_c/migration.sql", "SELECT 3;");
  SUBCASE("a new one takes its place in the order") {
    const Discovery found = discover(
        {.standard_input = StandardInput{"prisma/migrations/20240102000000_b/migration.sql", "SELECT 2;"}},
        {});
    REQUIRE(found.histories.size() == 1);
    CHECK(names(found.histories.front()) == Names{"20240101000000_a", "20240102000000_b"});
    CHECK(found.histories.front().files[1].text == "SELECT 2;");
  }
  SUBCASE("an existing one is replaced") {
    const Discovery found = discover(
        {.standard_input = StandardInput{"prisma/migrations/20240101000000_a/migration.sql", "SELECT 4;"}},
        {});
    CHECK(found.histories.front().files.front().text == "SELECT 4;");
  }
}

TEST_SUITE_END();
