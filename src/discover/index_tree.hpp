#pragma once

// The index as the trees that a commit of it would have: what is equal in a commit need not be looked into.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "discover/handle.hpp"

namespace miglint {

class IndexTree {
 public:
  /// Hashes every folder; a thousand of them take a millisecond. The index must outlive it, unchanged.
  explicit IndexTree(git_index* index);

  /// The hash of the folder at a path from the root, "" being the root itself; nullopt: the index has nothing
  /// below it.
  std::optional<ObjectId> folder(std::string_view path) const;

  /// One entry of a folder: a file, or a folder with what the index has below it.
  struct Child {
    std::string_view name;
    unsigned mode = 0;
    git_oid id{};
    std::size_t begin = 0, past = 0;  ///< its entries
  };
  /// What a folder has in it, in the order of git's trees.
  std::vector<Child> children(std::string_view path) const;

  /// The hash of a file below a child that is a folder: `name` from there on.
  std::optional<ObjectId> file_below(const Child& child, std::string_view name) const;

 private:
  std::vector<Child> children(std::size_t begin, std::size_t end, std::size_t depth) const;
  git_oid hash(std::size_t begin, std::size_t end, std::size_t depth);

  std::vector<const git_index_entry*> entries_;  // what would be committed; of a conflict, ours
  std::unordered_map<std::string_view, git_oid> folders_;
};

}  // namespace miglint
