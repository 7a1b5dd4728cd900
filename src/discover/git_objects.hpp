#pragma once

// Objects that must be there: what a commit or a tree names. A partial clone leaves objects out, a damaged
// repository has lost some; libgit2 calls both "not found", as if there were nothing to compare. Here they
// are errors that say what to do. libgit2 never asks the network, which git itself would do.

#include <optional>
#include <string>
#include <string_view>

#include "discover/handle.hpp"

namespace miglint {

/// One entry of a tree: what it names, and git's mode for it.
struct TreeEntry {
  ObjectId id;
  unsigned mode = 0;
  bool is_tree() const { return mode == GIT_FILEMODE_TREE; }
};

/// These throw Error where the object can't be read.
TreeHandle read_tree(git_repository* repository, const ObjectId& id);
TreeHandle tree_of(const git_commit* commit);
std::string read_blob(git_repository* repository, const ObjectId& id);

/// What stands at a path below a tree; nullopt: nothing. Throws Error where a tree on the way can't be read:
/// git_tree_entry_bypath would say that nothing is there.
std::optional<TreeEntry> entry_at(git_repository* repository, const git_tree* root, std::string_view path);

/// Throws the Error that says why the object is not there, and how to get it. `kind`: "commit", "tree", …
[[noreturn]] void refuse_object(git_repository* repository, std::string_view kind, const ObjectId& id);

/// Throws refuse_object's Error for a reference that is there while its object is not.
void refuse_reference_without_object(git_repository* repository, const std::string& name);

/// `1a2b3c4`.
std::string short_id(const ObjectId& id);

}  // namespace miglint
