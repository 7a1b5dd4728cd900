// A gate is never green because it had nothing to compare with: clones as CI systems make them. The branch
// holds an error, so that each of them must end in 1, or in 2 with the way to what is missing.

#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/base");

namespace {

/// origin with main and a feature branch that brings a hazard, and then a harmless commit.
class Origin : public ShopProject {
 public:
  Origin() {
    push_to_origin();
    shell("git checkout -q -b feature");
    migration(second, hazard);
    commit("Add email");
    put("README", "x");
    commit("More");
    shell("git push -q -u origin feature");
  }
  std::string url() const { return "file://" + path("origin.git"); }
  void clone(const std::string& how) const {
    shell("git clone -q " + how + " " + url() + " ../clone");
    enter("clone");
  }
};

void judged(const CommandResult& result) {
  CAPTURE(result.output);
  CHECK(result.status == 1);
  CHECK(has(result, "add-column-not-null-without-default"));
}

void refused(const CommandResult& result, const std::string& sentence) {
  CAPTURE(result.output);
  CHECK(result.status == 2);
  CHECK(has(result, sentence));
}

/// `VARIABLE=value … miglint arguments`.
CommandResult in_ci(const std::string& variables, const std::string& arguments = "check") {
  return run_command(variables + " '" + binary() + "' " + arguments);
}

/// The command that the sentence names gets what is missing.
void fetch_as_told(const CommandResult& result) {
  const std::size_t begin = result.output.find("git fetch");
  REQUIRE(begin != std::string::npos);
  const std::size_t end = result.output.find(';', begin);
  shell(result.output.substr(begin, end - begin));
}

}  // namespace

TEST_CASE("a clone of the feature branch alone: exit 2, and what it says to fetch is enough") {
  const Origin project;
  SUBCASE("shallow") { project.clone("--depth 1 -b feature"); }
  SUBCASE("deeper than the branch") { project.clone("--depth 20 -b feature"); }
  SUBCASE("whole, one branch") { project.clone("--single-branch -b feature"); }
  for (const char* variables :
       {"", "CI=true", "GITLAB_CI=true CI_COMMIT_BRANCH=feature CI_DEFAULT_BRANCH=main",
        "GITHUB_ACTIONS=true GITHUB_BASE_REF=main", "CHANGE_TARGET=main"}) {
    CAPTURE(variables);
    refused(in_ci(variables), "fetch-depth: 0");
  }
  fetch_as_told(run_miglint("check"));
  judged(run_miglint("check"));
  judged(in_ci("CI=true"));
}

TEST_CASE("a commit that was fetched and checked out, and nothing else") {
  const Origin project;
  shell("git init -q ../clone");
  project.enter("clone");
  SUBCASE("shallow") { shell("git fetch -q --depth 20 " + project.url() + " feature:refs/pipelines/1"); }
  SUBCASE("whole") { shell("git fetch -q " + project.url() + " feature:refs/pipelines/1"); }
  shell("git checkout -q --detach refs/pipelines/1");
  refused(run_miglint("check"), "nothing tells what HEAD is to be compared with");
  refused(in_ci("CI=true"), "fetch-depth: 0");
}

TEST_CASE("a clone that has the target branch: judged, however the target is told") {
  const Origin project;
  project.clone("-b feature");
  SUBCASE("on the branch") {}
  SUBCASE("detached") { shell("git checkout -q --detach"); }
  SUBCASE("the request merged into its target") {
    shell("git checkout -q --detach origin/main && git merge -q --no-ff --no-edit feature");
  }
  SUBCASE("the target at another remote only") {
    shell("git remote rename origin upstream 2>&1 && git remote add origin /nowhere");
  }
  SUBCASE("a remote with dots in its name, beside what only looks like one") {
    shell("git remote rename origin team.io/infra 2>&1 && git config remote.pushDefault team.io/infra");
    shell("git config remote.aaa.prune true");
  }
  for (const char* variables :
       {"", "CI=true", "GITLAB_CI=true CI_DEFAULT_BRANCH=main", "GITHUB_BASE_REF=main", "CHANGE_TARGET=main",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME=main", "BITBUCKET_PR_DESTINATION_BRANCH=main",
        "SYSTEM_PULLREQUEST_TARGETBRANCH=refs/heads/main", "BUILDKITE_PULL_REQUEST_BASE_BRANCH=main",
        "DRONE=true DRONE_TARGET_BRANCH=main"}) {
    CAPTURE(variables);
    judged(in_ci(variables));
  }
  refused(in_ci("GITHUB_BASE_REF=release"), "the base \"release\" is not in this repository");
  refused(in_ci("CI_DEFAULT_BRANCH=trunk CI=true"), "the base \"trunk\" is not in this repository");
}

TEST_CASE("a branch named as its own target, as Drone does for a push, is no base") {
  const Origin project;
  project.clone("-b feature");
  judged(in_ci("DRONE=true DRONE_TARGET_BRANCH=feature"));
}

TEST_CASE("a push to the default branch is compared with what was there before it") {
  const Origin project;
  const std::string before = shell("git rev-parse origin/main");
  shell("git checkout -q main && git merge -q --ff-only feature && git push -q origin main");
  const std::string zeros(40, '0');
  project.write("event.json", R"({"ref": "refs/heads/main", "before": ")" + before +
                                  R"(", "repository": {"default_branch": "main"}})");
  project.write("new.json", R"({"ref": "refs/heads/main", "before": ")" + zeros + R"("})");
  const std::string event = "GITHUB_ACTIONS=true GITHUB_EVENT_PATH=" + project.path("event.json");
  const std::string gitlab =
      "GITLAB_CI=true CI_COMMIT_BRANCH=main CI_DEFAULT_BRANCH=main CI_COMMIT_BEFORE_SHA=";
  SUBCASE("whole") {
    project.clone("-b main");
    judged(in_ci(event));
    judged(in_ci(event, "check --base origin/main"));
    judged(in_ci(gitlab + before));
    // HEAD's first parent has it already: only the last commit is judged, as the words say
    for (const std::string& variables :
         {gitlab + zeros, std::string("CI=true"), "GITHUB_EVENT_PATH=" + project.path("new.json")}) {
      CHECK(has(in_ci(variables), "new since \"HEAD^\""));
    }
    shell("git checkout -q HEAD^");
    judged(in_ci("CI=true"));
    shell("git checkout -q --detach origin/main");
    judged(in_ci(gitlab + before));
    // on a developer's machine what is on origin/main is not new
    CHECK(run_miglint("check").status == 0);
  }
  SUBCASE("shallow") {
    project.clone("--depth 1 -b main");
    refused(in_ci(event), "fetch-depth: 0");
    refused(in_ci(gitlab + before), "fetch-depth: 0");
    const CommandResult result = in_ci("CI=true");
    refused(result, "too shallow to have that");
    refused(run_miglint("check"), "--base HEAD judges only what is not committed");
    CHECK(run_miglint("check --base HEAD").status == 0);
    fetch_as_told(result);
    judged(in_ci(event));
  }
}

TEST_CASE("a merge on the default branch is compared with its first parent; the first commit with nothing") {
  const Origin project;
  shell("git checkout -q main && git merge -q --no-ff --no-edit feature && git push -q origin main");
  judged(in_ci("CI=true"));
  judged(in_ci("CI=true", "check --base origin/main"));
  shell("git checkout -q feature");  // merged already: what main was before it got it
  judged(in_ci("CI=true"));
  shell("git checkout -q --detach main~1");
  const CommandResult first_commit = in_ci("CI=true");
  CAPTURE(first_commit.output);
  CHECK(has(first_commit, "all: HEAD is the first commit"));
  CHECK(has(first_commit, "Judged 1 of 1"));
}

TEST_CASE("a pull request's job that has checked out the target judges nothing, and says so") {
  const Origin project;
  project.clone("-b main");
  refused(in_ci("GITHUB_BASE_REF=main"), "HEAD is in origin/main already");
  project.write("queue.json",
                R"({"merge_group": {"base_ref": "refs/heads/main", "base_sha": "x"}, "action": "y"})");
  shell("git checkout -q --detach origin/main && git merge -q --no-ff --no-edit origin/feature");
  judged(in_ci("GITHUB_ACTIONS=true GITHUB_EVENT_PATH=" + project.path("queue.json")));
}

TEST_CASE("a base without a common commit, a tag, an event file that can't be read") {
  const Origin project;
  shell("git checkout -q --orphan other && git commit -q -m other && git checkout -q feature");
  refused(run_miglint("check --base other"), "have no commit in common");
  shell("git tag -m v1 v1 main && git tag v2 feature");
  judged(run_miglint("check --base v1"));
  CHECK(has(in_ci("CI=true", "check --base v2"), "new since \"HEAD^\""));
  shell("mkfifo ../event");
  refused(in_ci("GITHUB_EVENT_PATH=../event"),
          "GITHUB_EVENT_PATH names ../event, which is not a regular file");
  project.write("event.json", "{");
  refused(in_ci("GITHUB_EVENT_PATH=../event.json"), "which is no JSON");
}

TEST_CASE("pre-commit's --from-ref that is not in the clone: nothing staged is no proof") {
  const Origin project;
  const std::string before = shell("git rev-parse origin/main");
  project.clone("--depth 1 -b feature");
  refused(in_ci("PRE_COMMIT_FROM_REF=" + before, "check --staged"), "is not in this repository");
  shell("git fetch -q --unshallow");
  judged(in_ci("PRE_COMMIT_FROM_REF=" + before, "check --staged"));
}

TEST_CASE("--staged in CI, where nothing is staged, judges what the branch brings") {
  const Origin project;
  judged(in_ci("CI=true", "check --staged"));
  CHECK(run_miglint("check --staged").status == 0);
  project.migration(third, "CREATE TABLE \"posts\" (\"id\" SERIAL PRIMARY KEY);\n");
  shell("git add -A");
  CHECK(in_ci("CI=true", "check --staged").status == 0);  // what is staged is what is asked about
  project.clone("--depth 1 -b feature");
  refused(in_ci("CI=true", "check --staged"), "fetch-depth: 0");
}

TEST_CASE("a migration of the same name on the base that is another one is judged") {
  const Origin project;
  shell("git checkout -q main");
  project.migration(second, harmless);
  project.commit("Another one of that name");
  shell("git push -q && git checkout -q feature");
  judged(run_miglint("check"));
}

TEST_CASE("no false alarm on a developer's machine") {
  const Origin project;
  SUBCASE("a repository without a remote, on a branch of any name") {
    shell("git init -q -b trunk ../local");
    project.enter("local");
    project.write("local/prisma/migrations/20240101000000_create_users/migration.sql", create_users);
    shell("git add -A && git commit -q -m first");
    CHECK(run_miglint("check").status == 0);
    shell("git checkout -q --detach");  // as a rebase does
    CHECK(run_miglint("check").status == 0);
  }
  SUBCASE("a branch that was pushed to a remote whose default branch is not known") {
    shell("git checkout -q -b trunk main && git push -q -u origin trunk");
    shell("git branch -q -D main && git update-ref -d refs/remotes/origin/main");
    CHECK(run_miglint("check").status == 0);
  }
  SUBCASE("on main, with CI=true set for other tools, and something not committed") {
    shell("git checkout -q main");
    project.migration(third, "CREATE TABLE \"posts\" (\"id\" SERIAL PRIMARY KEY);\n");
    const CommandResult result = in_ci("CI=1");
    CAPTURE(result.output);
    CHECK(result.status == 0);
    CHECK(has(result, std::string("safe to commit  ") + third));
  }
  SUBCASE("a repository with nothing of the kind, in CI and out of it") {
    shell("git init -q ../empty");
    project.enter("empty");
    project.write("empty/migrations/README.md", "# None yet\n");
    shell("git add -A && git commit -q -m first");
    CHECK(run_miglint("check").status == 0);
    CHECK(in_ci("CI=true").status == 0);
  }
}

TEST_SUITE_END();
