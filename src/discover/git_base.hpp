#pragma once

// What "new" is measured against.

#include <optional>
#include <string>

#include "discover/git_repository.hpp"
#include "miglint/config.hpp"

namespace miglint {

struct Base {
  std::string name;  ///< as the user knows it: "origin/main"
  /// absent: there is no commit before what is judged, so that everything is new
  std::optional<ObjectId> tip;
  /// of the tip and HEAD; absent: they have nothing in common, or there is no HEAD yet
  std::optional<ObjectId> merge_base;
  /// there is nothing better to measure against: only what is not committed is new
  bool is_head = false;
};

/// --base, `base:`, the target that CI names, the default branch, on the default branch its upstream, HEAD:
/// the first there is. nullopt: unborn branch.
///
/// In CI and in a shallow clone a base that has all of HEAD already is none: there, HEAD is on the branch
/// that the others are compared with, and the base is what that branch was before, as far as CI tells, else
/// HEAD's first parent.
///
/// `required`: throws Error when what is named is not there, when nothing tells what the base is, or when
/// what it is compared with can't be read; else the base is HEAD.
std::optional<Base> resolve_base(const GitRepository& repository, const std::optional<std::string>& option,
                                 const Config& config, bool required);

/// Where the current branch is pushed to: its upstream, else the remote branch of the same name; when
/// detached, HEAD itself if a remote branch has it. nullopt: it is nowhere.
std::optional<ObjectId> upstream_of(const GitRepository& repository);

/// Whether some remote branch has the commit.
bool is_pushed(const GitRepository& repository, const ObjectId& commit);

/// What the index is held against with `staged`: HEAD, or the commit that pre-commit was asked to compare
/// from; in CI, where nothing is staged, the base's merge base, as `pre-commit run --all-files` means it.
/// Null: unborn branch. Throws Error when that commit is not there.
CommitHandle compared_head(const GitRepository& repository, bool staged,
                           const std::optional<std::string>& option, const Config& config);

}  // namespace miglint
