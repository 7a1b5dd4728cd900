#include <doctest/doctest.h>

#include "discover/discover.hpp"
#include "support/temporary_project.hpp"

using namespace miglint;
using test::TemporaryProject;

TEST_SUITE_BEGIN("discover/unread");

namespace {

constexpr const char* migration = "prisma/migrations/20240101000000_a/migration.sql";

struct Kind {
  const char* file;
  const char* text;
  const char* what;
};

/// Alone an error, beside migrations that are read a note.
void is_told(const TemporaryProject& project, const Kind& kind) {
  CAPTURE(kind.file);
  const Discovery alone = discover({}, {});
  REQUIRE(alone.errors.size() == 1);
  CHECK(alone.errors.front().message.find(kind.what) != std::string::npos);
  CHECK(alone.histories.empty());
  project.write(migration, "SELECT 1;");
  const Discovery beside = discover({}, {});
  CHECK(beside.errors.empty());
  REQUIRE(beside.notes.size() == 1);
  CHECK(beside.notes.front().find(kind.what) != std::string::npos);
}

}  // namespace

TEST_CASE("kinds of migrations that are recognised and not read are named") {
  for (const Kind& kind : {
           Kind{"src/migrations/1700000000000-Init.ts", "import { MigrationInterface } from 'typeorm';",
                "TypeORM"},
           Kind{"src/migration/Migration20240101000000.ts",
                "import { Migration } from '@mikro-orm/migrations';", "MikroORM"},
           Kind{"migrations/20240101000000-init.js",
                "module.exports = { up: (queryInterface, Sequelize) => {} };", "Sequelize"},
           Kind{"db/migrations/20240101000000_init.js",
                "exports.up = (knex) => knex.schema.createTable('a');", "knex"},
           Kind{"migrations/2024_01_01_init.ts", "import { Kysely } from 'kysely'", "Kysely"},
           Kind{"migrations/1700000000000_init.js", "exports.up = (pgm) => { pgm.createTable('a'); };",
                "node-pg-migrate"},
           Kind{"db/migrate/20240101000000_init.rb", "class Init < ActiveRecord::Migration[7.1]; end",
                "Rails"},
           Kind{"db/structure.sql", "CREATE TABLE a();", "Rails"},
           Kind{"priv/repo/migrations/20240101000000_init.exs", "defmodule A do end", "Ecto"},
           Kind{"database/migrations/2024_01_01_000000_init.php", "<?php", "PHP"},
           Kind{"migrations/Version20240101000000.php", "<?php", "PHP"},
           Kind{"src/Data/Migrations/20240101000000_Init.cs", "class Init : Migration {}",
                "Entity Framework"},
           Kind{"migrations/20240101_init.go", "import \"github.com/pressly/goose/v3\"", "goose"},
           Kind{"migration/src/m20240101_000001_init.rs", "use sea_orm_migration::prelude::*;", "SeaORM"},
           Kind{"db/changelog/db.changelog-master.yaml", "databaseChangeLog:\n", "Liquibase"},
           Kind{"src/main/resources/db/changelog/changes.xml", "<databaseChangeLog/>", "Liquibase"},
           Kind{"db/changelog/changelog.sql", "--liquibase formatted sql\n--changeset a:1\nSELECT 1;",
                "Liquibase"},
           Kind{"migrations/001_a.sql", "\n-- Liquibase Formatted SQL\n--changeset a:1\nSELECT 1;",
                "Liquibase"},
           Kind{"migrations/app/20260102T1011_init/ops.json", "[]", "Prisma 8"},
           Kind{"migrations/20260102T1011_init/ops.json", "[]", "Prisma 8"},
           Kind{"sqitch.plan", "%project=a\n", "Sqitch"},
       }) {
    const TemporaryProject project;
    project.write(kind.file, kind.text);
    is_told(project, kind);
  }
}

TEST_CASE("kinds that need a second file to be recognised") {
  const TemporaryProject project;
  SUBCASE("Django") {
    project.write("shop/migrations/__init__.py", "");
    project.write("shop/migrations/0001_initial.py", "from django.db import migrations");
    is_told(project, {"shop/migrations", "", "Django"});
  }
  SUBCASE("Alembic") {
    project.write("alembic/env.py", "");
    project.write("alembic/versions/1a2b3c_init.py", "revision = '1a2b3c'");
    is_told(project, {"alembic", "", "Alembic"});
  }
}

TEST_CASE("what only looks similar is nobody's migrations") {
  for (const auto& [file, text] : {
           std::pair{"migrations/README.md", "# None yet"},
           std::pair{"docs/migrations/2024-moving-to-v2.md", "# Moving"},
           std::pair{"migrations/20240101-init.js",
                     "module.exports = { async up(db) { db.collection('a'); } };"},
           std::pair{"src/migrations/index.ts", "export * from 'typeorm';"},
           std::pair{"src/migrations/1700000000000-Init.d.ts", "import 'typeorm';"},
           std::pair{"app/migrations/0001_notes.py", "print(1)"},
           std::pair{"node_modules/x/db/migrate/20240101000000_init.rb", "x"},
           std::pair{"CHANGELOG.yaml", "1.0: first"},
           std::pair{"db/changelog.json", "{\"1.0\": \"first\"}"},
           std::pair{"app/ops.json", "[]"},
       }) {
    CAPTURE(file);
    const TemporaryProject project;
    project.write(file, text);
    const Discovery found = discover({}, {});
    CHECK(found.errors.empty());
    CHECK(found.notes == std::vector<std::string>{"no migrations in ."});
  }
}

TEST_CASE("numbered .sql files in a folder of another name get a word, and are judged when it is named") {
  const TemporaryProject project;
  project.write("sql/001_a.sql", "SELECT 1;");
  project.write("sql/002_b.sql", "SELECT 2;");
  const Discovery found = discover({}, {});
  CHECK(found.errors.empty());
  REQUIRE(found.notes.size() == 2);
  CHECK(found.notes.back().find("sql holds numbered .sql files") == 0);
  CHECK(discover({.paths = {"sql"}}, {}).histories.size() == 1);
}

TEST_CASE("what is named and holds no migrations is an error") {
  const TemporaryProject project;
  project.folder("empty");
  project.write("package.json", "{}");
  project.write("prisma/schema.prisma", "");
  project.write("db/changelog/changelog.sql", "--liquibase formatted sql\n");
  project.write(migration, "SELECT 1;");
  for (const char* path : {"empty", "package.json", "prisma/schema.prisma"}) {
    CAPTURE(path);
    const Discovery found = discover({.paths = {path}}, {});
    REQUIRE(found.errors.size() == 1);
    CHECK(found.errors.front().message == "holds no migrations");
  }
  SUBCASE("by the configuration") {
    Config config;
    config.migrations = {"empty"};
    CHECK(discover({}, config).errors.size() == 1);
  }
  SUBCASE("Liquibase's file, its folder") {
    const Discovery file = discover({.paths = {"db/changelog/changelog.sql"}}, {});
    REQUIRE(file.errors.size() == 1);
    CHECK(file.errors.front().message.find("changesets are not understood") != std::string::npos);
    const Discovery folder = discover({.paths = {"db"}}, {});
    REQUIRE(folder.errors.size() == 1);
    CHECK(folder.errors.front().message.find("changesets are not understood") != std::string::npos);
  }
}

TEST_SUITE_END();
