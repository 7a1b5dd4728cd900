#include <doctest/doctest.h>

#include "discover/discover.hpp"
#include "miglint/tokens.hpp"
#include "support/git_project.hpp"

using namespace miglint;
using test::GitProject;
using test::shell;
using Kind = FrozenChange::Kind;
using Extent = FrozenChange::Extent;

TEST_SUITE_BEGIN("discover/git-frozen");

namespace {

constexpr const char* first = "20240101000000_first";
constexpr const char* second = "20240102000000_second";
constexpr const char* text = "CREATE TABLE \"users\" (\n  \"id\" SERIAL PRIMARY KEY\n);\n";
constexpr const char* longer =
    "CREATE TABLE \"users\" (\n  \"id\" SERIAL PRIMARY KEY,\n  \"name\" TEXT\n);\n";

std::vector<FrozenChange> changes(DiscoverOptions options = {}, const Config& config = {}) {
  options.normalise = normalised;
  const Discovery found = discover(options, config);
  REQUIRE(found.histories.size() == 1);
  REQUIRE(found.histories.front().git);
  return found.histories.front().git->frozen_changes;
}

FrozenChange only_change(const DiscoverOptions& options = {}, const Config& config = {}) {
  const std::vector<FrozenChange> found = changes(options, config);
  REQUIRE(found.size() == 1);
  return found.front();
}

}  // namespace

TEST_CASE("an edit of a committed migration, against HEAD, with the commit that froze it") {
  const GitProject project;
  project.migration(first, text);
  project.commit("Add users");
  project.migration(first, longer);
  const FrozenChange change = only_change();
  CHECK(change.kind == Kind::edited);
  CHECK(change.extent == Extent::statements);
  CHECK(change.uncommitted);
  CHECK(change.against == "HEAD");
  REQUIRE(change.frozen_by);
  CHECK(change.frozen_by->author == "Ada Lovelace");
  CHECK(change.frozen_by->date == "2024-05-06");
  CHECK(change.frozen_by->summary == "Add users");
  CHECK(change.before == text);
  CHECK(change.after == longer);
  CHECK(changes({.staged = true}).empty());
  shell("git add -A");
  CHECK(only_change({.staged = true}).kind == Kind::edited);
}

TEST_CASE("how far an edit goes: statements, comments and white space, line endings") {
  const GitProject project;
  project.migration(first, text);
  project.commit("Add users");
  project.migration(first, std::string("-- users\n") + text + "\n");
  CHECK(only_change().extent == Extent::comments_or_white_space);
  project.migration(first, "CREATE TABLE \"users\" (\r\n  \"id\" SERIAL PRIMARY KEY\r\n);\r\n");
  CHECK(only_change().extent == Extent::line_endings);
}

TEST_CASE("deleted, renamed, renamed and edited") {
  const GitProject project;
  project.migration(first, text);
  project.commit("Add users");
  SUBCASE("deleted") {
    shell("git rm -q -r prisma/migrations/20240101000000_first");
    project.migration(second, "SELECT 1;\n");
    shell("git add -A");
    CHECK(only_change({.staged = true}).kind == Kind::deleted);
  }
  SUBCASE("renamed") {
    shell("git mv prisma/migrations/20240101000000_first prisma/migrations/20240102000000_second");
    const FrozenChange change = only_change({.staged = true});
    CHECK(change.kind == Kind::renamed);
    CHECK(change.new_name == second);
    CHECK(change.extent != Extent::statements);
  }
  SUBCASE("renamed and edited") {
    shell("git mv prisma/migrations/20240101000000_first prisma/migrations/20240102000000_second");
    project.migration(second, std::string(text) + "CREATE INDEX \"users_id_idx\" ON \"users\"(\"id\");\n");
    shell("git add -A");
    const FrozenChange change = only_change({.staged = true});
    CHECK(change.kind == Kind::renamed);
    CHECK(change.extent == Extent::statements);
  }
}

TEST_CASE(
    "in CI the merge base decides: the same after a rebase or a squash, and what the base itself did is not "
    "ours") {
  const GitProject project;
  project.migration(first, text);
  project.commit("Add users");
  shell("git checkout -q -b feature");
  project.migration(first, longer);
  project.commit("One more column");
  project.migration(second, "SELECT 1;\n");
  project.commit("second");
  const auto verdict = [] {
    const FrozenChange change = only_change({.base = "main"});
    CHECK(change.migration == first);
    CHECK(change.kind == Kind::edited);
    CHECK_FALSE(change.uncommitted);
    CHECK_FALSE(change.note);
    CHECK(change.against.find("the merge base with main (") == 0);
    return change;
  };
  CHECK(verdict().changed_by->summary == "One more column");
  shell("git checkout -q main");
  project.put("x", "x");
  project.commit("main goes on");
  shell("git checkout -q feature");
  verdict();
  SUBCASE("rebased") { shell("git rebase -q main"); }
  SUBCASE("squashed") { shell("git reset -q --soft main~1 && git commit -q -m squashed"); }
  SUBCASE("the pull request's merge commit") {
    shell("git checkout -q --detach main && git merge -q --no-edit feature");
  }
  verdict();
}

TEST_CASE("within the branch an edit of its own migration is a note, once it has been pushed") {
  const GitProject project;
  project.migration(first, text);
  project.commit("first");
  project.push_to_origin();
  shell("git checkout -q -b feature");
  project.migration(second, text);
  project.commit("second");
  SUBCASE("not pushed yet: nobody else has the older one") {
    project.migration(second, longer);
    project.commit("edited");
    CHECK(changes().empty());
  }
  SUBCASE("pushed") {
    shell("git push -q -u origin feature");
    project.migration(second, longer);
    project.commit("edited");
    const FrozenChange change = only_change();
    CHECK(change.note);
    CHECK(change.migration == second);
    CHECK(change.changed_by->summary == "edited");
  }
}

TEST_CASE("frozen: what is not pushed, or not on the base, may be changed") {
  const GitProject project;
  project.migration(first, text);
  project.commit("first");
  project.push_to_origin();
  shell("git checkout -q -b feature");
  project.migration(second, text);
  project.commit("second");
  project.migration(second, longer);
  shell("git add -A");
  CHECK(changes({.staged = true}).size() == 1);
  CHECK(changes({.staged = true}, {.frozen = Config::Frozen::pushed}).empty());
  shell("git stash -q && git push -q -u origin feature && git stash pop -q --index");
  CHECK(changes({.staged = true}, {.frozen = Config::Frozen::pushed}).size() == 1);
  CHECK(changes({.staged = true}, {.frozen = Config::Frozen::on_base}).empty());
}

TEST_CASE("a migration that a merge in progress edits or deletes is the other side's doing") {
  const GitProject project;
  project.migration(first, text);
  project.migration(second, text);
  project.put("file", "common");
  project.commit("both");
  shell("git checkout -q -b other");
  project.migration(first, longer);
  shell("git rm -q -r prisma/migrations/20240102000000_second");
  project.put("file", "theirs");
  project.commit("theirs");
  shell("git checkout -q main");
  project.put("file", "ours");
  project.commit("ours");
  CHECK(test::run_command("git merge other").status != 0);
  project.put("file", "merged");
  shell("git add -A");
  CHECK(changes({.staged = true}).empty());
}

TEST_CASE("the way down of a goose migration is not frozen") {
  const GitProject project;
  project.put("db/001_users.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 2;\n");
  project.commit("users");
  project.put("db/001_users.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\nSELECT 3;\n");
  CHECK(changes().empty());
}

TEST_SUITE_END();
