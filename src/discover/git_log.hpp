#pragma once

// Questions to the commit graph. A shallow clone ends somewhere in the middle, and libgit2 1.5 does not know
// it: a parent that is not there is taken for the end, never for an error.

#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "discover/git_repository.hpp"
#include "miglint/history.hpp"

namespace miglint {

/// A commit on the way, with those of its parents that are there. `cut`: some are not.
struct VisitedCommit {
  const git_commit* commit = nullptr;
  std::vector<const git_commit*> parents;
  bool cut = false;
};

/// From `from` back through all parents, newest first; `visit` says whether to go on. Commits in `stop` and
/// before are left out.
void walk_history(const GitRepository& repository, const ObjectId& from, const std::set<ObjectId>& stop,
                  const std::function<bool(const VisitedCommit&)>& visit);

/// What to tell people who lack history. The command gets all of it with every branch, from a clone of one
/// branch, too.
std::string fetch_all(const GitRepository& repository);
inline constexpr const char* ci_history =
    "in GitHub Actions actions/checkout with fetch-depth: 0; in GitLab GIT_DEPTH: 0";

/// Whether `ancestor` is `descendant` or before it.
bool is_ancestor(const GitRepository& repository, const ObjectId& ancestor, const ObjectId& descendant);

/// The best common ancestor. nullopt: the histories have nothing in common. Throws Error when a shallow clone
/// hides it; `name` is the base's for people.
std::optional<ObjectId> merge_base(const GitRepository& repository, const ObjectId& base,
                                   const ObjectId& head, const std::string& name);

/// The commits after `base` on the way to `head` that are no merges, oldest first.
std::vector<CommitHandle> commits_between(const GitRepository& repository, const ObjectId& base,
                                          const ObjectId& head);

}  // namespace miglint
