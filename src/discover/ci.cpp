#include "discover/ci.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fmt/format.h>
#include <simdjson.h>

#include "discover/files.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

std::string variable(const char* name) {
  const char* value = std::getenv(name);
  return value == nullptr ? "" : value;
}

/// Git's way to say that there is no commit.
bool is_zero_id(std::string_view text) {
  return text.size() >= 40 && text.find_first_not_of('0') == std::string_view::npos;
}

std::string commit_in(std::string id) { return is_zero_id(id) ? "" : std::move(id); }

/// Azure and GitHub's merge queue write `refs/heads/main`.
std::string short_branch(std::string name) {
  constexpr std::string_view prefix = "refs/heads/";
  return name.starts_with(prefix) ? name.substr(prefix.size()) : std::move(name);
}

/// What a job finds set whatever it runs for; CI=true is not everybody's habit (Azure, older Jenkins).
constexpr std::array<const char*, 13> job_variables = {
    "GITHUB_ACTIONS", "GITLAB_CI", "TF_BUILD", "JENKINS_URL", "BITBUCKET_BUILD_NUMBER", "BUILDKITE",
    "DRONE",          "CIRCLECI",  "TRAVIS",   "APPVEYOR",    "TEAMCITY_VERSION",       "CODEBUILD_BUILD_ID",
    "CI_PIPELINE_ID"};

/// The target branch of a pull request, where that is all that is told.
constexpr std::array<const char*, 6> request_variables = {
    "GITHUB_BASE_REF", "BITBUCKET_PR_DESTINATION_BRANCH",    "SYSTEM_PULLREQUEST_TARGETBRANCH",
    "CHANGE_TARGET",   "BUILDKITE_PULL_REQUEST_BASE_BRANCH", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME"};

bool is_job() {
  const std::string ci = variable("CI");
  if (!ci.empty() && ci != "false" && ci != "0") return true;
  const auto is_set = [](const char* name) { return !variable(name).empty(); };
  return std::ranges::any_of(job_variables, is_set) || std::ranges::any_of(request_variables, is_set) ||
         is_set("CI_MERGE_REQUEST_DIFF_BASE_SHA");
}

/// GitHub's event: `before` of a push, the targets of a pull request and of a merge queue's group.
struct GithubEvent {
  std::string before, ref, default_branch;
  CiTarget target{.is_request = true};
};

std::string text_at(const simdjson::dom::element& event, const char* pointer) {
  std::string_view text;
  return event.at_pointer(pointer).get(text) ? "" : std::string(text);
}

GithubEvent read_github_event() {
  const std::string path = variable("GITHUB_EVENT_PATH");
  const FileContent content = path.empty() ? FileContent{} : disk_files().read(path);
  if (!content.problem.empty())
    throw Error(fmt::format("GITHUB_EVENT_PATH names {}, which {}", path, content.problem));
  if (!content.text) return {};
  simdjson::dom::parser parser;
  simdjson::dom::element event;
  if (parser.parse(simdjson::padded_string(*content.text)).get(event))
    throw Error(fmt::format("GITHUB_EVENT_PATH names {}, which is no JSON", path));
  GithubEvent found{.before = commit_in(text_at(event, "/before")),
                    .ref = text_at(event, "/ref"),
                    .default_branch = text_at(event, "/repository/default_branch")};
  for (const char* kind : {"/pull_request/base", "/merge_group/base"}) {
    const std::string parts = std::string(kind) + (std::string_view(kind).starts_with("/m") ? "_" : "/");
    if (found.target.branch.empty())
      found.target.branch = short_branch(text_at(event, (parts + "ref").c_str()));
    if (found.target.commit.empty()) found.target.commit = text_at(event, (parts + "sha").c_str());
  }
  return found;
}

/// GitLab tells the merge base itself; in a pipeline of merged results the target's name says more.
std::optional<CiTarget> gitlab_target() {
  CiTarget target{.branch = variable("CI_MERGE_REQUEST_TARGET_BRANCH_NAME"),
                  .commit = commit_in(variable("CI_MERGE_REQUEST_DIFF_BASE_SHA")),
                  .is_request = true};
  return target.branch.empty() && target.commit.empty() ? std::nullopt : std::optional(std::move(target));
}

std::optional<CiTarget> read_target(const GithubEvent& event) {
  if (!event.target.branch.empty()) return event.target;
  if (auto target = gitlab_target()) return target;
  for (const char* name : request_variables) {
    if (std::string branch = short_branch(variable(name)); !branch.empty())
      return CiTarget{.branch = std::move(branch), .commit = {}, .is_request = true};
  }
  // Drone's is the branch itself where nothing was requested.
  if (std::string branch = short_branch(variable("DRONE_TARGET_BRANCH")); !branch.empty())
    return CiTarget{
        .branch = std::move(branch), .commit = {}, .is_request = !variable("DRONE_PULL_REQUEST").empty()};
  return std::nullopt;
}

std::optional<CiBefore> read_before(const GithubEvent& event) {
  if (!event.before.empty()) return CiBefore{.branch = short_branch(event.ref), .commit = event.before};
  std::string commit = commit_in(variable("CI_COMMIT_BEFORE_SHA"));
  if (commit.empty()) return std::nullopt;
  return CiBefore{.branch = variable("CI_COMMIT_BRANCH"), .commit = std::move(commit)};
}

}  // namespace

Ci read_ci() {
  const GithubEvent event = read_github_event();
  Ci ci{.is_running = is_job() || !variable("GITHUB_EVENT_PATH").empty(),
        .target = read_target(event),
        .default_branch = variable("CI_DEFAULT_BRANCH"),
        .before = read_before(event)};
  if (ci.default_branch.empty()) ci.default_branch = event.default_branch;
  return ci;
}

std::optional<std::string> pre_commit_from_ref() {
  std::string id = commit_in(variable("PRE_COMMIT_FROM_REF"));
  return id.empty() ? std::nullopt : std::optional(std::move(id));
}

}  // namespace miglint
