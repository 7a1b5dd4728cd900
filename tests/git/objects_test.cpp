// Repositories that lack what git says is there: partial clones, damage, a .git that leads nowhere, pipes.

#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/objects");

namespace {

/// A branch that edits a migration of main.
class EditingBranch : public ShopProject {
 public:
  EditingBranch() {
    push_to_origin();
    shell("git -C ../origin.git config uploadpack.allowFilter true");
    shell("git checkout -q -b feature");
    migration(first, "CREATE TABLE \"users\" (\"id\" BIGSERIAL PRIMARY KEY);\n");
    commit("Edit");
    shell("git push -q -u origin feature");
  }
  void clone(const std::string& how) const {
    shell("git clone -q " + how + " file://" + path("origin.git") + " ../clone");
    enter("clone");
  }
};

void refused(const CommandResult& result, const std::string& sentence) {
  CAPTURE(result.output);
  CHECK(result.status == 2);
  CHECK(has(result, sentence));
}

std::string object_file(const std::string& revision) {
  const std::string id = shell("git rev-parse '" + revision + "'");
  return ".git/objects/" + id.substr(0, 2) + "/" + id.substr(2);
}

}  // namespace

TEST_CASE("partial clones: exit 2 where something is missing, and what it says to fetch is enough") {
  const EditingBranch project;
  std::string kind;
  SUBCASE("treeless") {
    project.clone("--filter=tree:0 -b feature");
    kind = "the tree ";
  }
  SUBCASE("blobless") {
    project.clone("--filter=blob:none -b feature");
    kind = "the file ";
  }
  const CommandResult judged = run_miglint("check --base origin/main");
  refused(judged, kind);
  CHECK(has(judged, "git fetch --refetch --no-filter"));
  shell("git fetch -q --refetch --no-filter");
  const CommandResult again = run_miglint("check --base origin/main");
  CHECK(again.status == 1);
  CHECK(has(again, "edit-committed-migration"));
}

TEST_CASE("a blobless clone judges what needs trees alone") {
  const EditingBranch project;
  shell("git checkout -q -b another origin/main");
  project.migration(second, hazard);
  project.commit("Add email");
  shell("git push -q -u origin another && git checkout -q main");
  project.migration(third, "CREATE TABLE \"posts\" (\"id\" SERIAL PRIMARY KEY);\n");
  project.commit("main goes on");
  shell("git push -q origin main");
  project.clone("--filter=blob:none -b another");
  const CommandResult judged = run_miglint("check");
  CAPTURE(judged.output);
  CHECK(judged.status == 1);
  CHECK(has(judged, "add-column-not-null-without-default"));
  CHECK(has(judged, "the text of 20240103000000_add_index on origin/main is not in this clone"));
}

TEST_CASE("a sparse clone with a configuration of its own, blobless as large repositories are cloned") {
  const EditingBranch project;
  shell("git checkout -q -b another origin/main");
  project.migration(second, hazard);
  project.commit("Add email");
  shell("git push -q -u origin another");
  project.clone("--filter=blob:none --sparse -b another");
  CHECK(shell("git config extensions.worktreeConfig") == "true");
  shell("git sparse-checkout set prisma");
  const CommandResult judged = run_miglint("check");
  CAPTURE(judged.output);
  CHECK(judged.status == 1);
  CHECK(has(judged, "add-column-not-null-without-default"));
}

TEST_CASE("damage is never taken for nothing") {
  struct Lost {
    const char* revision;
    bool of_head;  ///< --staged needs it, too
  };
  for (const auto& [revision, of_head] :
       {Lost{"HEAD", true}, Lost{"HEAD^{tree}", true}, Lost{"HEAD:prisma", true}, Lost{"main^{tree}", false},
        Lost{"main:prisma/migrations/20240101000000_create_users/migration.sql", false}}) {
    for (const char* damage : {"rm -f ", "echo garbage > ", "truncate -s 20 ", "truncate -s 0 "}) {
      CAPTURE(revision);
      CAPTURE(damage);
      const EditingBranch project;
      const std::string file = object_file(revision);
      shell("chmod +w " + file + " && " + damage + file);
      refused(run_command("timeout 20 '" + binary() + "' check --base main"), "cannot be read");
      if (of_head) refused(run_miglint("check --staged"), "cannot be read");
    }
  }
}

TEST_CASE("a branch whose own reference is damaged") {
  const EditingBranch project;
  shell("echo garbage > .git/refs/heads/feature");
  refused(run_miglint("check --base main"), "the HEAD of ");
  refused(run_miglint("check --staged"), "the HEAD of ");
}

TEST_CASE("a .git that leads nowhere is no folder outside git") {
  const EditingBranch project;
  std::string sentence;
  SUBCASE("a linked work tree without its repository, as in a container") {
    shell("git worktree add -q ../linked -b other feature && mv .git ../elsewhere");
    project.enter("linked");
    sentence = "which is not there, so that git can't say what changed";
  }
  SUBCASE("a submodule without the repository above it") {
    shell("rm -r .git && echo 'gitdir: ../.git/modules/x' > .git");
    sentence = "which is not there, so that git can't say what changed";
  }
  SUBCASE("a file that names nothing") {
    shell("rm -r .git && echo x > .git");
    sentence = "names no repository";
  }
  SUBCASE("a symbolic link") {
    shell("rm -r .git && ln -s nowhere .git");
    sentence = "is a symbolic link to what is not there";
  }
  SUBCASE("no HEAD") {
    shell("rm .git/HEAD");
    sentence = "no git repository can be read from it";
  }
  SUBCASE("within another repository") {
    shell("git init -q .. && rm -r .git && echo 'gitdir: nowhere' > .git");
    sentence = "which is not there, so that git can't say what changed";
  }
  refused(run_miglint("check"), sentence);
  refused(run_miglint("check --base main"), sentence);
  refused(run_miglint("check --staged"), sentence);
  CHECK(run_miglint("check --all").status == 0);  // judged without git
}

TEST_CASE("GIT_DIR that names nothing") {
  const EditingBranch project;
  shell("rm -r .git");
  refused(run_command("GIT_DIR=../nowhere '" + binary() + "' check"), "GIT_DIR names ../nowhere");
}

TEST_CASE("a pipe where git has a file is refused, not waited for") {
  const EditingBranch project;
  std::string pipe;
  SUBCASE("the index") { pipe = ".git/index"; }
  SUBCASE("packed references") { pipe = ".git/packed-refs"; }
  SUBCASE("a merge's head") { pipe = ".git/MERGE_HEAD"; }
  SUBCASE("HEAD") { pipe = ".git/HEAD"; }
  SUBCASE("the configuration") { pipe = ".git/config"; }
  SUBCASE("a shallow clone's list") { pipe = ".git/shallow"; }
  SUBCASE("borrowed objects") { pipe = ".git/objects/info/alternates"; }
  SUBCASE("a pack") { pipe = ".git/objects/pack/pack-x.idx"; }
  SUBCASE("a reference") { pipe = ".git/refs/heads/deep/down"; }
  SUBCASE("what is ignored") { pipe = ".git/info/exclude"; }
  SUBCASE("an included configuration file") {
    pipe = "../included";
    shell("git config include.path ../../included");
  }
  SUBCASE("a configuration file that an included one includes on a condition") {
    pipe = "../home/deeper";
    shell("git config include.path ~/more && git config -f ~/more includeIf.gitdir:/x/.path deeper");
  }
  SUBCASE("the file of ignored names that the configuration names") {
    pipe = "../ignored";
    shell("git config core.excludesFile " + project.path("ignored"));
  }
  CAPTURE(pipe);
  shell("rm -f " + pipe + " && mkdir -p $(dirname " + pipe + ") && mkfifo " + pipe);
  for (const char* arguments : {"check", "check --staged", "check --base main"}) {
    const CommandResult result = run_command("timeout 20 '" + binary() + "' " + std::string(arguments));
    refused(result, "is a pipe or a device where git has a file");
  }
}

TEST_CASE("a pipe in a loose object's place") {
  const EditingBranch project;
  for (const char* revision : {"main^{tree}", "HEAD"}) {
    const std::string file = object_file(revision);
    shell("rm -f " + file + " && mkfifo " + file);
    refused(run_command("timeout 20 '" + binary() + "' check --base main"), "cannot be read");
  }
}

TEST_CASE("sockets and /dev/null in git's places are everyday") {
  const EditingBranch project;
  shell("ln -sf /dev/null .git/info/exclude && ln -sf /dev/null ../home/.config-null");
  shell("python3 -c \"import socket; socket.socket(socket.AF_UNIX).bind('.git/fsmonitor--daemon.ipc')\"");
  CHECK(run_miglint("check").status == 1);
}

TEST_CASE("core.worktree that leads away from the files") {
  const EditingBranch project;
  shell("git config core.worktree /tmp");
  refused(run_miglint("check --staged"), "as core.worktree says");
  refused(run_miglint("check"), "as core.worktree says");
  shell("git config core.worktree " + project.path("project"));
  CHECK(run_miglint("check").status == 1);
}

TEST_SUITE_END();
