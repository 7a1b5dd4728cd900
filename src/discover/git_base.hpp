#pragma once

// What "new" is measured against.

#include <optional>
#include <string>

#include "discover/git_repository.hpp"
#include "miglint/config.hpp"

namespace miglint {

struct Base {
  std::string name;  ///< as the user knows it: "origin/main"
  ObjectId tip;
  /// of the tip and HEAD; absent: they have nothing in common, or there is no HEAD yet
  std::optional<ObjectId> merge_base;
  /// there is nothing better to measure against: only what is not committed is new
  bool is_head = false;
};

/// --base, `base:`, what CI's variables name, the default branch, on the default branch its upstream, HEAD:
/// the first there is. nullopt: unborn branch. `required`: throws Error when what --base, `base:` or CI name
/// is not there; else goes on without it.
std::optional<Base> resolve_base(const GitRepository& repository, const std::optional<std::string>& option,
                                 const Config& config, bool required);

/// Where the current branch is pushed to: its upstream, else the remote branch of the same name; when
/// detached, HEAD itself if a remote branch has it. nullopt: it is nowhere.
std::optional<ObjectId> upstream_of(const GitRepository& repository);

/// Whether some remote branch has the commit.
bool is_pushed(const GitRepository& repository, const ObjectId& commit);

/// What the index is held against: HEAD, or the commit that pre-commit was asked to compare from; null:
/// unborn branch.
CommitHandle compared_head(const GitRepository& repository, bool staged);

/// The commit that pre-commit was asked to compare from (`run --from-ref`, pre-push): then it, not HEAD, is
/// what the index is held against.
std::optional<std::string> pre_commit_from_ref();

}  // namespace miglint
