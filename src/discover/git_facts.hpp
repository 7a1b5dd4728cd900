#pragma once

// What git says of one migrations folder: each migration's state, what is new, which frozen ones are no
// longer what they were.
//
// Up to seven versions of the folder are compared, each a map of names and hashes (git_folder.hpp):
//
//   base tip ── what the base has by now: order is compared with it
//      │
//   merge base ── where the branch left it: edits and deletions compare with it (the same verdict after a
//      │          rebase or a squash)
//      │
//   HEAD ── the hook compares with it
//      │
//   index ── what a commit would contain
//      │
//   work tree
//
// and beside them the upstream (what was pushed) and MERGE_HEAD (what a merge in progress brings).

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "discover/discover.hpp"
#include "discover/git_base.hpp"
#include "discover/git_folder.hpp"
#include "discover/layouts.hpp"

namespace miglint {

/// A repository with the commits that a run compares, looked up once.
struct GitContext {
  const GitRepository& repository;
  bool staged = false;
  std::optional<Base> base;
  /// what the index is held against: HEAD, or the commit pre-commit was asked to compare from; null: unborn
  /// branch
  CommitHandle head;
  CommitHandle base_tip, merge_base, upstream, merge_head;
};

GitContext make_context(const GitRepository& repository, const DiscoverOptions& options, const Config& config,
                        bool base_required);

/// The folder's versions. Most are the same in several commits: those share one. Never null.
using SharedFolder = std::shared_ptr<const GitFolder>;
struct FolderVersions {
  FolderPlace place;
  SharedFolder head, index, current, base_tip, merge_base, upstream, merge_head;
  std::set<std::string> ignored;
  /// With `staged`: the index has the folder as HEAD has it, so that nothing of a thousand migrations needs a
  /// look.
  bool unchanged = false;
};

FolderVersions read_versions(const GitContext& context, const FolderPlace& place);

State state_of(const GitContext& context, const FolderVersions& versions, const std::string& name);
/// A merge in progress brings it as it is: it was somebody else's commit that changed it.
bool is_from_merge(const GitContext& context, const FolderVersions& versions, const std::string& name);
/// Not committed yet, or committed after the base. With `staged`: what the index adds to HEAD.
bool is_new(const GitContext& context, const FolderVersions& versions, const std::string& name);

/// What is needed to word facts for people.
struct FactsInput {
  const DiscoverOptions& options;
  const Config& config;
  const Display& display;
  std::string migrations_dir;  ///< absolute
};

/// The frozen migrations that changed: the verdict's, then the notes commit by commit.
std::vector<FrozenChange> frozen_changes(const GitContext& context, const FolderVersions& versions,
                                         const FactsInput& input);

/// Names of migrations whose statements changed since the version they are held against, frozen or not.
std::set<std::string> changed_migrations(const GitContext& context, const FolderVersions& versions,
                                         const FactsInput& input);

/// The commit that brought in each of `names`, as far as `from` leads back to it.
std::map<std::string, Commit> introductions(const GitRepository& repository, const git_commit* from,
                                            const FolderPlace& place, std::set<std::string> names);

/// All of it for one folder. `names`: the migrations there are, in the runner's order; `files`: where the
/// current state is read.
GitFacts git_facts(const GitContext& context, const FolderVersions& versions,
                   const std::vector<std::string>& names, const Files& files, const FactsInput& input);

/// Migrations that the base's tip has and this folder never had, with their texts. `notes` takes those whose
/// text is not in this clone.
std::vector<SourceFile> base_only(const GitContext& context, const FolderVersions& versions,
                                  const FactsInput& input, std::vector<std::string>& notes);

}  // namespace miglint
