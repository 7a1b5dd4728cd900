// Migrations folders that are gone, or at another place than before.

#include <algorithm>

#include "discover/discover.hpp"
#include "support/git_project.hpp"

using namespace miglint;
using miglint::test::GitProject;
using miglint::test::shell;

TEST_SUITE_BEGIN("discover/moved folders");

namespace {

using Names = std::vector<std::string>;

/// Two services, each with a migration of its own, on main.
class TwoServices : public GitProject {
 public:
  TwoServices() {
    put("billing/prisma/migrations/20240101000000_bills/migration.sql",
        "CREATE TABLE \"bills\" (\"id\" INT PRIMARY KEY);\n");
    put("orders/prisma/migrations/20240102000000_orders/migration.sql",
        "CREATE TABLE \"orders\" (\"id\" INT PRIMARY KEY);\n");
    put("orders/prisma/schema.prisma", "model Order {\n  id Int @id\n  @@map(\"orders\")\n}\n");
    commit("two services");
  }
};

Names changed(const Discovery& found) {
  Names names;
  for (const FoundHistory& history : found.histories) {
    for (const FrozenChange& change : history.git->frozen_changes)
      names.push_back(std::string(change.kind == FrozenChange::Kind::deleted ? "deleted " : "changed ") +
                      change.migration);
  }
  return names;
}

Names judged(const Discovery& found) {
  Names names;
  for (const FoundHistory& history : found.histories) {
    for (const SourceFile& file : history.files) {
      if (file.judged) names.push_back(file.name);
    }
  }
  return names;
}

}  // namespace

TEST_CASE("one of several folders goes with its last migration") {
  const TwoServices project;
  shell("git rm -q -r billing");
  CHECK(changed(discover({.staged = true}, {})) == Names{"deleted 20240101000000_bills"});
  CHECK(changed(discover({}, {})) == Names{"deleted 20240101000000_bills"});
  CHECK(changed(discover({.paths = {"billing"}}, {})) == Names{"deleted 20240101000000_bills"});
  CHECK(changed(discover({.paths = {"orders"}}, {})).empty());
  shell("git checkout -q -b feature && git commit -q -m 'No bills'");
  CHECK(changed(discover({.base = "main"}, {})) == Names{"deleted 20240101000000_bills"});
}

TEST_CASE("a folder that still has other files has lost its migrations all the same") {
  const TwoServices project;
  project.put("billing/prisma/migrations/README.md", "x");
  shell("git rm -q -r billing && git add -A");
  CHECK(changed(discover({.staged = true}, {})) == Names{"deleted 20240101000000_bills"});
}

TEST_CASE("what became of others is not the question where one migration is named") {
  const TwoServices project;
  project.put("orders/prisma/migrations/20240103000000_more/migration.sql", "SELECT 1;\n");
  project.put("orders/prisma/migrations/20240102000000_orders/migration.sql", "SELECT 2;\n");
  CHECK(changed(discover({.paths = {"orders/prisma/migrations/20240103000000_more"}}, {})).empty());
  CHECK(changed(discover({.paths = {"orders/prisma/migrations/20240102000000_orders"}}, {})) ==
        Names{"changed 20240102000000_orders"});
}

TEST_CASE("another database's folder may go") {
  const TwoServices project;
  project.put("billing/prisma/migrations/migration_lock.toml", "provider = \"mysql\"\n");
  project.commit("mysql");
  shell("git rm -q -r billing");
  CHECK(changed(discover({.staged = true}, {})).empty());
}

TEST_CASE("a folder that moves takes its history along") {
  const TwoServices project;
  shell("git checkout -q -b feature && mkdir -p services && git mv orders services/orders");
  SUBCASE("in the index") {
    const Discovery found = discover({.staged = true}, {});
    CHECK(changed(found).empty());
    CHECK(judged(found).empty());
    const auto moved = std::ranges::find(found.histories, std::string("services/orders/prisma/migrations"),
                                         &FoundHistory::migrations_dir);
    REQUIRE(moved != found.histories.end());
    CHECK(moved->git->migrations.front().state == State::on_base);
    CHECK_FALSE(moved->git->schema->any());
  }
  SUBCASE("in the work tree, with a link at the old place") {
    shell("ln -s services/orders orders");
    CHECK(changed(discover({}, {})).empty());
    shell("git add -A");
    CHECK(changed(discover({.staged = true}, {})).empty());
    CHECK(judged(discover({}, {})).empty());
  }
  SUBCASE("committed on a branch") {
    shell("git commit -q -m move");
    const Discovery found = discover({.base = "main"}, {});
    CHECK(changed(found).empty());
    CHECK(judged(found).empty());
  }
  SUBCASE("edited on the way") {
    project.put("services/orders/prisma/migrations/20240102000000_orders/migration.sql",
                "CREATE TABLE \"orders\" (\"id\" BIGINT PRIMARY KEY);\n");
    shell("git add -A");
    CHECK(changed(discover({.staged = true}, {})) == Names{"changed 20240102000000_orders"});
    shell("git commit -q -m move");
    CHECK(changed(discover({.base = "main"}, {})) == Names{"changed 20240102000000_orders"});
  }
  SUBCASE("asked about where it is now") {
    CHECK(changed(discover({.paths = {"services"}}, {})).empty());
    CHECK(judged(discover({.paths = {"services"}}, {})).empty());
  }
}

TEST_SUITE_END();
