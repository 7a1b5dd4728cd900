#pragma once

#include <array>

namespace miglint::test {

/// What git, a hook that runs the tests and a CI job set: none of it may reach what is tested.
inline constexpr std::array inherited_variables = {"GIT_DIR",
                                                   "GIT_INDEX_FILE",
                                                   "GIT_WORK_TREE",
                                                   "GIT_PREFIX",
                                                   "CI",
                                                   "GITHUB_ACTIONS",
                                                   "GITHUB_BASE_REF",
                                                   "GITHUB_EVENT_PATH",
                                                   "GITLAB_CI",
                                                   "CI_PIPELINE_ID",
                                                   "CI_COMMIT_BRANCH",
                                                   "CI_COMMIT_BEFORE_SHA",
                                                   "CI_DEFAULT_BRANCH",
                                                   "CI_MERGE_REQUEST_DIFF_BASE_SHA",
                                                   "CI_MERGE_REQUEST_TARGET_BRANCH_NAME",
                                                   "TF_BUILD",
                                                   "SYSTEM_PULLREQUEST_TARGETBRANCH",
                                                   "JENKINS_URL",
                                                   "CHANGE_TARGET",
                                                   "BITBUCKET_BUILD_NUMBER",
                                                   "BITBUCKET_PR_DESTINATION_BRANCH",
                                                   "BUILDKITE",
                                                   "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
                                                   "DRONE",
                                                   "DRONE_TARGET_BRANCH",
                                                   "DRONE_PULL_REQUEST",
                                                   "CIRCLECI",
                                                   "TRAVIS",
                                                   "APPVEYOR",
                                                   "TEAMCITY_VERSION",
                                                   "CODEBUILD_BUILD_ID",
                                                   "PRE_COMMIT_FROM_REF",
                                                   "PRE_COMMIT_TO_REF",
                                                   "NO_COLOR",
                                                   "FORCE_COLOR",
                                                   "CLICOLOR_FORCE"};

}  // namespace miglint::test
