#pragma once

// libgit2's objects as owning values: each type with the function that frees it, and one way to get hold of
// them.

#include <git2.h>
#include <memory>
#include <utility>

namespace miglint {

template <auto free_function>
struct Deleter {
  template <class T>
  void operator()(T* object) const {
    free_function(object);
  }
};

template <class T, auto free_function>
using Handle = std::unique_ptr<T, Deleter<free_function>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using IndexHandle = Handle<git_index, git_index_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using TreeEntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using ReferenceHandle = Handle<git_reference, git_reference_free>;
using ConfigHandle = Handle<git_config, git_config_free>;
using RemoteHandle = Handle<git_remote, git_remote_free>;
using DiffHandle = Handle<git_diff, git_diff_free>;
using OdbHandle = Handle<git_odb, git_odb_free>;

/// `acquire<TreeHandle>(git_commit_tree, commit)`: the object, or null when libgit2 has none to give.
template <class H, class Function, class... Arguments>
H acquire(Function function, Arguments&&... arguments) {
  typename H::pointer raw = nullptr;
  if (function(&raw, std::forward<Arguments>(arguments)...) != 0) return H{};
  return H{raw};
}

/// A commit's or blob's hash as a value: comparable, a key.
struct ObjectId {
  git_oid oid{};
  ObjectId() = default;
  ObjectId(const git_oid& from)
      : oid(from) {}  // NOLINT(google-explicit-constructor): the same thing with value semantics
  bool is_zero() const { return git_oid_is_zero(&oid) != 0; }
  friend bool operator==(const ObjectId& a, const ObjectId& b) { return git_oid_equal(&a.oid, &b.oid) != 0; }
  friend bool operator<(const ObjectId& a, const ObjectId& b) { return git_oid_cmp(&a.oid, &b.oid) < 0; }
};

}  // namespace miglint
