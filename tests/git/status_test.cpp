#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/status");

TEST_CASE("status asks whether to fold, and its exit status stops a script") {
  const ShopProject project;
  CHECK(run_miglint("status").status == 0);
  project.migration(second, harmless);
  const CommandResult asked = run_miglint("status");
  CHECK(asked.status == 3);
  CHECK(has(asked,
            "There's an uncommitted migration 20240102000000_add_email. Fold this change into it, or create "
            "a new one?"));
  CHECK(has(asked, "rm -r prisma/migrations/20240102000000_add_email"));
  CHECK(has(asked, "npx prisma migrate reset"));
  CHECK(has(asked, "npx prisma migrate dev --name add_email"));
  CHECK(run_miglint("status --new").status == 0);
  CHECK(run_miglint("status").status == 3);
}

TEST_CASE("the project's own runner and paths") {
  const ShopProject project;
  project.put("packages/db/package.json", R"({"devDependencies": {"prisma": "6.1.0"}})");
  project.put("packages/db/database/schema.prisma", "datasource db {\n  provider = \"postgresql\"\n}\n");
  project.put("packages/db/database/migrations/20240105000000_add_flag/migration.sql",
              "CREATE TABLE \"flags\" (\"id\" INT PRIMARY KEY);\n");
  project.put("pnpm-lock.yaml", "lockfileVersion: '9.0'\n");
  const CommandResult asked = run_miglint("status");
  CHECK(
      has(asked,
          "cd packages/db && pnpm exec prisma migrate dev --name add_flag --schema database/schema.prisma"));
}

TEST_CASE("what is committed is counted in one line") {
  const ShopProject project;
  project.push_to_origin();
  project.migration(second, harmless);
  project.commit("Add email");
  const CommandResult said = run_miglint("status");
  CHECK(said.status == 0);
  CHECK(has(said, "2 committed (1 on origin/main, 1 not pushed)"));
  CHECK_FALSE(has(said, first));
  CHECK(has(run_miglint("status --verbose"), first));
  CHECK(has(run_miglint("status --format json"), first));
}

TEST_CASE("status in JSON") {
  const ShopProject project;
  project.push_to_origin();
  project.migration(second, harmless);
  const CommandResult json = run_miglint("status --format json");
  CHECK(json.status == 3);
  CHECK(has(json, "\"branch\": \"main\""));
  CHECK(has(json, "\"base\": \"origin/main\""));
  CHECK(has(json, "\"state\": \"on-base\""));
  CHECK(has(json, "\"author\": \"Ada Lovelace\""));
  CHECK(has(json, "\"date\": \"2024-05-06\""));
  CHECK(has(json, "\"state\": \"untracked\""));
  CHECK(has(json, "\"question\": \"There's an uncommitted migration 20240102000000_add_email."));
}

TEST_CASE("fold shows the plan; with --yes it moves the folder, from where it can come back") {
  const ShopProject project;
  CHECK(has(run_miglint("fold"), "no uncommitted migration to fold"));
  project.migration(second, harmless);
  const CommandResult plan = run_miglint("fold");
  CHECK(plan.status == 0);
  CHECK(has(plan, "wipes the whole database that DATABASE_URL names"));
  CHECK(shell("ls prisma/migrations | wc -l") == "2");
  CHECK(run_miglint("fold --yes").status == 0);
  CHECK(shell("ls prisma/migrations") == first);
  CHECK(shell("cat .git/miglint/folded/20240102000000_add_email/migration.sql") + "\n" == harmless);
  // a committed one stays
  CHECK(run_miglint("fold --yes prisma/migrations/20240101000000_create_users").status == 0);
  CHECK(shell("ls prisma/migrations") == first);
}

TEST_CASE("a second uncommitted migration is asked about by check; after status --new no more") {
  const ShopProject project;
  project.migration(second, harmless);
  CHECK_FALSE(has(run_miglint("check"), "stacked-uncommitted-migrations"));
  project.migration(third, "CREATE INDEX \"users_email_idx\" ON \"users\" (\"email\");\n");
  const CommandResult asked = run_miglint("check");
  CHECK(has(asked, "stacked-uncommitted-migrations"));
  CHECK(has(asked,
            "There's an uncommitted migration 20240102000000_add_email. Fold this change into it, or create "
            "a new one?"));
  shell("rm -r prisma/migrations/20240103000000_add_index && '" + binary() + "' status --new");
  project.migration(third, "CREATE INDEX \"users_email_idx\" ON \"users\" (\"email\");\n");
  CHECK_FALSE(has(run_miglint("check"), "stacked-uncommitted-migrations"));
}

TEST_CASE("outside git there is no state to tell") {
  const ShopProject project;
  project.folder("elsewhere");
  project.enter("elsewhere");
  const CommandResult said = run_miglint("status");
  CHECK(said.status == 2);
  CHECK(has(said, "not in a git repository"));
}

TEST_SUITE_END();
