#include <doctest/doctest.h>
#include <unistd.h>

#include "discover/discover.hpp"
#include "miglint/error.hpp"
#include "support/git_project.hpp"
#include "support/skip.hpp"

using namespace miglint;
using test::GitProject;
using test::shell;

TEST_SUITE_BEGIN("discover/git-states");

namespace {

FoundHistory history(const DiscoverOptions& options = {}, const Config& config = {}) {
  const Discovery found = discover(options, config);
  REQUIRE(found.histories.size() == 1);
  return found.histories.front();
}

std::string state(const FoundHistory& found, const std::string& name) {
  REQUIRE(found.git);
  for (const MigrationInGit& migration : found.git->migrations) {
    if (migration.name == name) return std::string(to_string(migration.state));
  }
  return "absent";
}

std::vector<std::string> judged(const FoundHistory& found) {
  std::vector<std::string> names;
  for (const SourceFile& file : found.files) {
    if (file.judged) names.push_back(file.name);
  }
  return names;
}

using Names = std::vector<std::string>;
constexpr const char* first = "20240101000000_first";
constexpr const char* second = "20240102000000_second";
constexpr const char* third = "20240103000000_third";

}  // namespace

TEST_CASE("from untracked to on the base") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  CHECK(state(history(), first) == "untracked");
  shell("git add -A");
  CHECK(state(history(), first) == "staged");
  project.commit("first");
  CHECK(state(history(), first) == "committed");
  project.push_to_origin();
  CHECK(state(history(), first) == "on-base");

  shell("git checkout -q -b feature");
  project.migration(second, "SELECT 2;\n");
  project.commit("second");
  CHECK(state(history(), second) == "committed");
  CHECK(judged(history()) == Names{second});
  shell("git push -q -u origin feature");
  CHECK(state(history(), second) == "pushed");
  CHECK(judged(history()) == Names{second});

  project.migration(first, "SELECT 3;\n");
  CHECK(state(history(), first) == "modified");
  shell("git add -A");
  CHECK(state(history(), first) == "modified");
  shell(
      "git rm -q -r --cached prisma/migrations/20240101000000_first && rm -r "
      "prisma/migrations/20240101000000_first");
  CHECK(state(history(), first) == "deleted");
}

TEST_CASE(
    "without a remote only what is not committed is new on the default branch; on another, what came after "
    "it") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  CHECK(judged(history()).empty());
  project.migration(second, "SELECT 2;\n");
  CHECK(judged(history()) == Names{second});
  shell("git checkout -q -b feature");
  project.commit("second");
  CHECK(judged(history()) == Names{second});
  CHECK(history().git->base == "main");
  CHECK(history().git->branch == "feature");
}

TEST_CASE("an unborn branch: everything is new") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  CHECK(judged(history()) == Names{first});
  CHECK(discover({.staged = true}, {}).histories.empty());
  shell("git add -A");
  CHECK(judged(history({.staged = true})) == Names{first});
}

TEST_CASE(
    "--staged judges the index: not what lies beside it unstaged, nor what is in the work tree instead") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  project.migration(second, "SELECT 2;\n");
  shell("git add -A");
  project.migration(second, "SELECT 'mended, but not staged';\n");
  project.migration(third, "SELECT 3;\n");
  const FoundHistory found = history({.staged = true});
  CHECK(judged(found) == Names{second});
  CHECK(found.files.size() == 2);
  CHECK(found.files[1].text == "SELECT 2;\n");
}

TEST_CASE("a relative GIT_INDEX_FILE is meant from the work tree's root, as git means it") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  shell("git add -A");
  project.enter("project/prisma");
  setenv("GIT_INDEX_FILE", ".git/index", 1);
  CHECK(judged(history({.staged = true})) == Names{first});
  setenv("GIT_INDEX_FILE", ".git/no-such-index", 1);
  CHECK_THROWS_AS(discover({.staged = true}, {}), Error);
  unsetenv("GIT_INDEX_FILE");
}

TEST_CASE("what a merge in progress brings is not new") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  shell("git checkout -q -b other");
  project.migration(second, "SELECT 2;\n");
  project.put("file", "theirs");
  project.commit("theirs");
  shell("git checkout -q main");
  project.migration(third, "SELECT 3;\n");
  project.put("file", "ours");
  project.commit("ours");
  CHECK(test::run_command("git merge other").status != 0);
  project.put("file", "both");
  shell("git add -A");
  CHECK(judged(history({.staged = true})).empty());
  CHECK(history({.staged = true}).git->uncommitted.empty());
  shell("git commit -q -m merged");
  CHECK(state(history(), second) == "committed");
}

TEST_CASE("a linked work tree, a detached HEAD") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  shell("git worktree add -q ../linked -b feature");
  project.enter("linked");
  project.write("linked/prisma/migrations/20240102000000_second/migration.sql", "SELECT 2;\n");
  CHECK(judged(history()) == Names{second});
  CHECK(history().git->branch == "feature");
  shell("git add -A && git commit -q -m second && git checkout -q --detach");
  CHECK(history().git->branch.empty());
  CHECK(judged(history()) == Names{second});
}

TEST_CASE("a submodule is a repository of its own") {
  const GitProject project;
  shell(
      "git init -q ../library && cd ../library && mkdir -p prisma/migrations/20240101000000_first && "
      "echo 'SELECT 1;' > prisma/migrations/20240101000000_first/migration.sql && git add -A && git commit "
      "-q -m first");
  shell("git submodule add -q ../library library 2>&1 && git commit -q -m 'add library'");
  const Discovery above = discover({}, {});
  CHECK(above.histories.empty());
  REQUIRE(above.notes.size() == 2);
  CHECK(above.notes[0] == "library is a repository of its own: run miglint there to judge its migrations");
  CHECK(state(history({.paths = {"library"}}), first) == "on-base");  // of the submodule's own origin
}

TEST_CASE("a sparse checkout has the migrations it does not show") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.put("src/x", "x");
  project.commit("first");
  shell("git sparse-checkout set src");
  const FoundHistory found = history({.always_read = true});
  CHECK(state(found, first) == "committed");
  CHECK(found.files.front().text == "SELECT 1;\n");
  CHECK(found.git->frozen_changes.empty());
}

TEST_CASE("a sparse index is refused with the way out") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.put("src/x", "x");
  project.commit("first");
  shell("git sparse-checkout set --cone --sparse-index src");
  CHECK_THROWS_WITH_AS(discover({}, {}), doctest::Contains("git sparse-checkout reapply --no-sparse-index"),
                       Error);
}

TEST_CASE("a split index is refused with the way out; a repository of SHA-256 too") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  shell("git update-index --split-index");
  CHECK_THROWS_WITH_AS(discover({}, {}), doctest::Contains("git update-index --no-split-index"), Error);
  shell("git init -q --object-format=sha256 ../newer");
  project.enter("newer");
  CHECK_THROWS_WITH_AS(discover({}, {}), doctest::Contains("by SHA-256"), Error);
}

TEST_CASE(
    "a work tree that does not show where its repository is: GIT_DIR and GIT_WORK_TREE do, as in a hook") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  project.migration(second, "SELECT 2;\n");
  shell("git add -A && mv .git ../elsewhere");
  setenv("GIT_DIR", "../elsewhere", 1);
  setenv("GIT_WORK_TREE", ".", 1);
  const Names found = judged(history({.staged = true}));
  unsetenv("GIT_WORK_TREE");
  const Names found_by_default = judged(history({.staged = true}));
  unsetenv("GIT_DIR");
  CHECK(found == Names{second});
  CHECK(found_by_default == Names{second});
}

TEST_CASE("line endings that .gitattributes turns are no edit") {
  const GitProject project;
  project.put(".gitattributes", "*.sql text eol=crlf\n");
  project.migration(first, "SELECT 1;\r\n");
  project.commit("first");
  CHECK(state(history(), first) == "committed");
  // the index's note of the file no longer fits
  shell("touch -d '2001-01-01' prisma/migrations/20240101000000_first/migration.sql");
  CHECK(state(history(), first) == "committed");
  CHECK(history().git->frozen_changes.empty());
}

TEST_CASE("a folder that git ignores is left out when it lies below, and judged whole when it is named") {
  const GitProject project;
  project.put(".gitignore", "generated/\n");
  project.put("generated/prisma/migrations/20240101000000_first/migration.sql", "SELECT 1;\n");
  project.put("x", "x");
  project.commit("x");
  CHECK(discover({}, {}).histories.empty());
  const FoundHistory found = history({.paths = {"generated/prisma/migrations"}});
  CHECK(judged(found) == Names{first});
  CHECK(state(found, first) == "outside-git");
}

TEST_CASE("a base that is not there is an error that says how to get it") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  try {
    discover({.base = "origin/main"}, {});
    FAIL("no error");
  } catch (const Error& error) {
    const std::string sentence = error.what();
    CHECK(sentence.find("\"origin/main\"") != std::string::npos);
    CHECK(sentence.find("git fetch origin \"+refs/heads/*:refs/remotes/origin/*\"") != std::string::npos);
    CHECK(sentence.find("fetch-depth: 0") != std::string::npos);
  }
}

TEST_CASE("a shallow clone that hides where the branch began says so; one that shows it is enough") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  shell("git checkout -q -b feature");
  project.migration(second, "SELECT 2;\n");
  project.commit("second");
  shell("git checkout -q main");
  project.put("x", "x");
  project.commit("main goes on");
  shell("git checkout -q feature && git clone -q --depth 1 --no-single-branch file://" +
        project.path("project") + " ../shallow");
  project.enter("shallow");
  CHECK_THROWS_WITH_AS(discover({.base = "origin/main"}, {}), doctest::Contains("fetch-depth: 0"), Error);
  shell("git fetch -q --unshallow");
  CHECK(judged(history({.base = "origin/main"})) == Names{second});
}

TEST_CASE("CI names the base: GitHub's, GitLab's, pre-commit's") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  project.push_to_origin();
  const std::string start = shell("git rev-parse HEAD");
  project.migration(second, "SELECT 2;\n");
  project.commit("second");
  shell("git push -q");
  CHECK(judged(history()).empty());
  const char* variable = nullptr;
  std::string value = start;
  SUBCASE("GitLab") { variable = "CI_MERGE_REQUEST_DIFF_BASE_SHA"; }
  SUBCASE("pre-commit") { variable = "PRE_COMMIT_FROM_REF"; }
  SUBCASE("GitHub") {
    variable = "GITHUB_BASE_REF";
    shell("git push -q origin " + start + ":refs/heads/release");
    value = "release";
  }
  setenv(variable, value.c_str(), 1);
  CHECK(judged(history()) == Names{second});
  if (variable == std::string("PRE_COMMIT_FROM_REF"))
    CHECK(judged(history({.staged = true})) == Names{second});
  unsetenv(variable);
}

TEST_CASE("a bare repository has nothing to check, and that is said") {
  const GitProject project;
  shell("git init -q --bare ../bare.git");
  project.enter("bare.git");
  CHECK_THROWS_WITH_AS(discover({}, {}), doctest::Contains("is a bare repository"), Error);
}

TEST_CASE("a repository of another user: how to trust it; with --all its migrations are judged without git") {
  const GitProject project;
  project.migration(first, "SELECT 1;\n");
  project.commit("first");
  if (geteuid() != 0) return testing::skip("only root can give a folder away");
  shell("chown -R 1234 ../project");
  CHECK_THROWS_WITH_AS(discover({}, {}), doctest::Contains("git config --global --add safe.directory"),
                       Error);
  CHECK(judged(history({.all = true})) == Names{first});
}

TEST_SUITE_END();
