#include <sys/stat.h>

#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/hook");

TEST_CASE("a commit that the installed hook refuses, and the same commit after the mend") {
  const ShopProject project;
  CHECK(run_miglint("init").status == 0);
  shell("git add -A && git commit -q -m 'Configure miglint'");
  project.migration(second, hazard);
  shell("git add -A");
  const CommandResult refused = run_command("git commit -m 'Add email'");
  CHECK(refused.status != 0);
  CHECK(has(refused, "add-column-not-null-without-default"));
  CHECK(shell("git log --oneline | wc -l") == "2");

  project.migration(second, harmless);
  // mended in the work tree only: the index still has the hazard
  CHECK(run_command("git commit -m 'Add email'").status != 0);
  shell("git add -A");
  const CommandResult taken = run_command("git commit -m 'Add email'");
  CAPTURE(taken.output);
  CHECK(taken.status == 0);
}

TEST_CASE("what is broken but not staged does not block; commit -a and commit of a path stage it") {
  const ShopProject project;
  run_miglint("init");
  shell("git add -A && git commit -q -m 'Configure miglint'");
  project.migration(second, harmless);
  shell("git add -A");
  project.migration(second, hazard);
  CHECK(run_command("git commit -m 'Add email'").status == 0);
  project.migration(third, hazard);
  project.put("notes", "x");
  shell("git add notes");
  CHECK(run_command("git commit -m notes").status == 0);
  shell("git add -N prisma/migrations/20240103000000_add_index/migration.sql");
  CHECK(run_command("git commit -a -m everything").status != 0);
  CHECK(run_command("git commit -m one prisma/migrations/20240103000000_add_index").status != 0);
}

TEST_CASE("the hook works from a folder below, in a linked work tree and after cd in the hook itself") {
  const ShopProject project;
  run_miglint("init");
  shell("git add -A && git commit -q -m 'Configure miglint'");
  SUBCASE("from a folder below") {
    project.migration(second, hazard);
    project.enter("project/prisma");
    CHECK(run_command("git add -A && git commit -m hazard").status != 0);
  }
  SUBCASE("in a linked work tree") {
    shell("git worktree add -q ../linked");
    project.enter("linked");
    project.write(std::string("linked/prisma/migrations/") + second + "/migration.sql", hazard);
    CHECK(run_command("git add -A && git commit -m hazard").status != 0);
  }
  SUBCASE("a hook that changes its folder first, as in monorepos") {
    project.put(".git/hooks/pre-commit", "#!/bin/sh\ncd prisma && exec '" + binary() + "' check --staged\n");
    project.migration(second, hazard);
    CHECK(run_command("git add -A && git commit -m hazard").status != 0);
  }
}

TEST_CASE("a commit that only deletes a migration is refused") {
  const ShopProject project;
  run_miglint("init");
  shell(
      "git add -A && git commit -q -m 'Configure miglint' && git rm -q -r "
      "prisma/migrations/20240101000000_create_users");
  const CommandResult refused = run_command("git commit -m 'Not needed'");
  CHECK(refused.status != 0);
  CHECK(has(refused, "delete-committed-migration"));
}

TEST_CASE("a commit without migrations passes in silence") {
  const ShopProject project;
  run_miglint("init");
  shell("git add -A && git commit -q -m 'Configure miglint'");
  project.put("src/main.ts", "console.log(1)\n");
  CHECK(run_command("git add -A && git commit -m code").status == 0);
}

TEST_CASE("init overwrites nothing and says how to chain") {
  const ShopProject project;
  SUBCASE("an existing hook") {
    project.put(".git/hooks/pre-commit", "#!/bin/sh\necho mine\n");
    const CommandResult said = run_miglint("init");
    CHECK(said.status == 0);
    CHECK(has(said, "  miglint check --staged || exit 1"));
    CHECK(has(said, "NOT installed"));
    CHECK(shell("cat .git/hooks/pre-commit") == "#!/bin/sh\necho mine");
  }
  SUBCASE("an existing configuration") {
    project.put(".miglint.yaml", "postgres: 16\n");
    CHECK(has(run_miglint("init"), "left as it is"));
    CHECK(shell("cat .miglint.yaml") == "postgres: 16");
  }
  SUBCASE("core.hooksPath") {
    shell("git config core.hooksPath tools/hooks");
    CHECK(has(run_miglint("init"), "tools/hooks/pre-commit"));
    CHECK(shell("test -x tools/hooks/pre-commit && echo yes") == "yes");
    CHECK(run_command("test -e .git/hooks/pre-commit").status != 0);
  }
  SUBCASE("husky") {
    project.put(".husky/_/pre-commit", "#!/bin/sh\n");
    shell("git config core.hooksPath .husky/_");
    run_miglint("init");
    CHECK(shell("grep -c 'check --staged' .husky/pre-commit") == "1");
    CHECK(shell("grep -c 'node_modules/.bin/miglint miglint; do' .husky/pre-commit") ==
          "1");  // no machine's path
  }
  SUBCASE("lefthook") {
    project.put("lefthook.yml", "pre-commit:\n");
    CHECK(has(run_miglint("init"), "lefthook manages the hooks here"));
    CHECK(run_command("test -e .git/hooks/pre-commit").status != 0);
  }
  SUBCASE("twice") {
    CHECK_FALSE(has(run_miglint("init"), "NOT installed"));
    CHECK(has(run_miglint("init"), "calls miglint already"));
  }
  SUBCASE("miglint from npm is on no PATH") {
    project.put("package.json", R"({"devDependencies": {"miglint": "0.1.0"}})");
    project.put(".git/hooks/pre-commit", "#!/bin/sh\necho mine\n");
    CHECK(has(run_miglint("init"), "  npx --no-install miglint check --staged || exit 1"));
    project.put("lefthook.yml", "pre-commit:\n");
    CHECK(has(run_miglint("init"), "run: npx --no-install miglint check --staged"));
  }
  SUBCASE("a configuration of another spelling") {
    project.put(".miglint.yml", "postgres: 16\n");
    CHECK(has(run_miglint("init"), ".miglint.yml is not read: rename it to .miglint.yaml"));
  }
  SUBCASE("editors complete the configuration") {
    run_miglint("init");
    CHECK(shell("head -1 .miglint.yaml").starts_with("# yaml-language-server: $schema=https://"));
  }
}

TEST_CASE("a deleted migration is named in JSON, and its fingerprint outlives the commit") {
  const ShopProject project;
  project.push_to_origin();
  shell("git checkout -q -b feature && git rm -q -r prisma/migrations/20240101000000_create_users");
  const std::string pick =
      " --format json | sed -n 's/.*\"\\(migration\\|fingerprint\\)\": \"\\(.*\\)\".*/\\2/p'";
  const std::string staged = shell("'" + binary() + "' check --staged" + pick);
  CHECK(staged.starts_with(first));
  shell("git commit -q -m 'Not needed'");
  CHECK(shell("'" + binary() + "' check --base origin/main" + pick) == staged);
  shell("git commit -q --amend -m 'Not needed at all'");
  CHECK(shell("'" + binary() + "' check --base origin/main" + pick) == staged);
}

TEST_CASE("the configuration that init writes holds nothing that is not a default") {
  const ShopProject project;
  run_miglint("init");
  CHECK(run_miglint("check").status == 0);
}

TEST_SUITE_END();
