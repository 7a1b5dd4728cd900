#include "discover/git_objects.hpp"

#include <fmt/format.h>

#include "discover/git_remotes.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

/// Whether git was told to leave objects out and fetch them when it needs them (clone --filter=…).
bool is_partial(git_repository* repository) { return !remotes_that_set(repository, {"promisor"}).empty(); }

/// A name in a tree is not ended by a zero where it is a part of a path.
const git_tree_entry* entry_named(const git_tree* tree, std::string_view name) {
  return git_tree_entry_byname(tree, std::string(name).c_str());
}

}  // namespace

std::string short_id(const ObjectId& id) {
  char text[8];
  return git_oid_tostr(text, sizeof text, &id.oid);
}

void refuse_object(git_repository* repository, std::string_view kind, const ObjectId& id) {
  if (is_partial(repository)) {
    throw Error(
        fmt::format("the {} {} is not in this clone, which was made with --filter and leaves objects out: "
                    "fetch them all (git fetch --refetch --no-filter), in CI clone without --filter",
                    kind, short_id(id)));
  }
  throw Error(
      fmt::format("the {} {} cannot be read: the repository is damaged, or borrows objects from one that is "
                  "not there (git fsck tells more); clone it again, or judge all of its migrations without "
                  "git: miglint check --all on a copy of the folder",
                  kind, short_id(id)));
}

void refuse_reference_without_object(git_repository* repository, const std::string& name) {
  const auto found = acquire<ReferenceHandle>(git_reference_dwim, repository, name.c_str());
  const auto direct = found ? acquire<ReferenceHandle>(git_reference_resolve, found.get()) : nullptr;
  if (direct) refuse_object(repository, "commit", *git_reference_target(direct.get()));
}

TreeHandle read_tree(git_repository* repository, const ObjectId& id) {
  TreeHandle tree = acquire<TreeHandle>(git_tree_lookup, repository, &id.oid);
  if (!tree) refuse_object(repository, "tree", id);
  return tree;
}

TreeHandle tree_of(const git_commit* commit) {
  return read_tree(git_commit_owner(commit), *git_commit_tree_id(commit));
}

std::string read_blob(git_repository* repository, const ObjectId& id) {
  const auto blob = acquire<BlobHandle>(git_blob_lookup, repository, &id.oid);
  if (!blob) refuse_object(repository, "file", id);
  return {static_cast<const char*>(git_blob_rawcontent(blob.get())),
          static_cast<std::size_t>(git_blob_rawsize(blob.get()))};
}

std::optional<TreeEntry> entry_at(git_repository* repository, const git_tree* root, std::string_view path) {
  TreeHandle below;
  for (const git_tree* tree = root;; tree = below.get()) {
    const std::size_t slash = path.find('/');
    const git_tree_entry* found = entry_named(tree, path.substr(0, slash));
    if (found == nullptr) return std::nullopt;
    const TreeEntry entry{.id = *git_tree_entry_id(found), .mode = git_tree_entry_filemode(found)};
    if (slash == std::string_view::npos) return entry;
    if (!entry.is_tree()) return std::nullopt;
    path.remove_prefix(slash + 1);
    below = read_tree(repository, entry.id);
  }
}

}  // namespace miglint
