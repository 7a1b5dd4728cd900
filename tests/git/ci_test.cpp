#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/ci");

namespace {

/// origin/main with one migration, and a branch with a hazard on it.
class PullRequest : public ShopProject {
 public:
  PullRequest() {
    push_to_origin();
    shell("git checkout -q -b feature");
    migration(second, hazard);
    commit("Add email");
  }
};

}  // namespace

TEST_CASE("the gate: what came after the base is judged, whatever way the branch arrives") {
  const PullRequest project;
  SUBCASE("the branch") {}
  SUBCASE("rebased") {
    shell("git checkout -q main");
    project.put("x", "x");
    project.commit("x");
    shell("git push -q && git checkout -q feature && git rebase -q main");
  }
  SUBCASE("the merge commit") {
    shell("git checkout -q --detach origin/main && git merge -q --no-ff --no-edit feature");
  }
  const CommandResult judged = run_miglint("check --base origin/main");
  CHECK(judged.status == 1);
  CHECK(has(judged, "add-column-not-null-without-default"));
  CHECK_FALSE(has(judged, "edit-committed-migration"));
}

TEST_CASE("edits, deletions and renames are the same findings after a rebase, a squash and a merge") {
  const ShopProject project;
  const char* fourth = "20240104000000_add_name";
  project.migration(second, harmless);
  project.migration(third, "CREATE INDEX \"users_email_idx\" ON \"users\" (\"email\");\n");
  project.migration(fourth, "ALTER TABLE \"users\" ADD COLUMN \"name\" TEXT;\n");
  project.commit("more");
  project.push_to_origin();
  shell("git checkout -q -b feature");
  project.migration(first, "CREATE TABLE \"users\" (\"id\" BIGSERIAL PRIMARY KEY);\n");
  project.commit("edit");
  project.migration(second, std::string("-- why\n") + harmless);
  project.commit("comment");
  shell("git rm -q -r prisma/migrations/20240103000000_add_index && git commit -q -m delete");
  shell(
      "git mv prisma/migrations/20240104000000_add_name prisma/migrations/20240105000000_add_name && git "
      "commit -q -m rename");
  shell("git checkout -q main && git commit -q --allow-empty -m x && git push -q && git checkout -q feature");
  const std::string findings =
      "'" + binary() +
      "' check --base origin/main --format json | grep -E '\"(rule|severity|fingerprint|verdict)\"'";
  const std::string said = shell(findings);
  for (const char* rule :
       {"edit-committed-migration", "delete-committed-migration", "rename-committed-migration"}) {
    CHECK(said.find(rule) != std::string::npos);
  }
  SUBCASE("rebase") { shell("git rebase -q origin/main"); }
  SUBCASE("squash") {
    shell("git checkout -q -b squashed origin/main && git merge -q --squash feature && git commit -q -m all");
  }
  SUBCASE("merge") {
    shell("git checkout -q --detach origin/main && git merge -q --no-ff --no-edit feature");
  }
  CHECK(shell(findings) == said);
}

TEST_CASE("a shallow clone says what to fetch") {
  const PullRequest project;
  shell("git push -q -u origin feature && git clone -q --depth 1 -b feature file://" +
        project.path("origin.git") + " ../shallow");
  project.enter("shallow");
  const CommandResult refused = run_miglint("check --base origin/main");
  CHECK(refused.status == 2);
  CHECK(has(refused, "fetch-depth: 0"));
}

TEST_CASE("edits, deletions and renames against the merge base") {
  const PullRequest project;
  SUBCASE("edited") {
    project.migration(first, "CREATE TABLE \"users\" (\"id\" BIGSERIAL PRIMARY KEY);\n");
    project.commit("edit");
    CHECK(has(run_miglint("check --base origin/main"), "20240101000000_create_users, committed in "));
    CHECK(has(run_miglint("check --base origin/main"), "edit-committed-migration"));
  }
  SUBCASE("deleted") {
    shell("git rm -q -r prisma/migrations/20240101000000_create_users && git commit -q -m delete");
    CHECK(has(run_miglint("check --base origin/main"), "delete-committed-migration"));
  }
  SUBCASE("renamed") {
    shell(
        "git mv prisma/migrations/20240101000000_create_users prisma/migrations/20240104000000_create_users "
        "&& git commit -q -m rename");
    const CommandResult judged = run_miglint("check --base origin/main");
    CHECK(has(judged, "rename-committed-migration"));
    CHECK_FALSE(has(judged, "delete-committed-migration"));
  }
}

TEST_CASE("a migration older than one on the base is noted; a warning where both change the same table") {
  const PullRequest project;
  shell("git checkout -q main");
  project.migration(third, "ALTER TABLE \"users\" ADD COLUMN \"phone\" TEXT;\n");
  project.commit("phone");
  shell("git push -q && git checkout -q feature");
  const CommandResult judged = run_miglint("check --base origin/main");
  CHECK(has(judged, "warning[migration-out-of-order]"));
  CHECK(has(judged,
            "20240102000000_add_email sorts before 20240103000000_add_index, which is already on origin/main "
            "and changes users too"));
}

TEST_CASE("a schema and its migration belong in the same range") {
  const ShopProject project;
  project.put("prisma/schema.prisma", "model User {\n  id Int @id\n  @@map(\"users\")\n}\n");
  project.commit("schema");
  project.put("prisma/schema.prisma",
              "model User {\n  id    Int     @id\n  email String?\n  @@map(\"users\")\n}\n");
  shell("git add -A");
  const CommandResult alone = run_miglint("check --staged");
  CHECK(has(alone, "schema-drift"));
  CHECK(has(alone, "ADD COLUMN     \"email\" TEXT;"));
  project.migration(second, harmless);
  shell("git add -A");
  CHECK_FALSE(has(run_miglint("check --staged"), "schema-drift"));
  shell("git reset -q prisma/schema.prisma");
  CHECK(has(run_miglint("check --staged"), "DROP COLUMN \"email\";"));
}

TEST_CASE("a lock file that names another database") {
  const ShopProject project;
  project.put("prisma/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
  project.commit("lock");
  project.put("prisma/migrations/migration_lock.toml", "provider = \"mysql\"\n");
  const CommandResult judged = run_miglint("check");
  CHECK(judged.status == 1);
  CHECK(has(judged, "migration-lock-changed"));
}

TEST_SUITE_END();
