// The index sorts its paths as trees sort their entries (a folder as if a slash ended its name), so that each
// folder is a range of it, and a tree's bytes come out in order.

#include "discover/index_tree.hpp"

#include <algorithm>
#include <cstring>

namespace miglint {

namespace {

void append_tree_entry(std::string& tree, const IndexTree::Child& child) {
  constexpr int octal_digits = 8;
  char digits[octal_digits];
  int at = octal_digits;
  for (unsigned mode = child.mode; mode != 0; mode >>= 3) digits[--at] = static_cast<char>('0' + (mode & 7));
  tree.append(digits + at, static_cast<std::size_t>(octal_digits - at))
      .append(" ")
      .append(child.name)
      .push_back('\0');
  tree.append(reinterpret_cast<const char*>(child.id.id), GIT_OID_RAWSZ);
}

bool is_before(const git_index_entry* entry, std::string_view path) {
  return std::string_view(entry->path) < path;
}

}  // namespace

IndexTree::IndexTree(git_index* index) {
  const std::size_t count = git_index_entrycount(index);
  entries_.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    const git_index_entry* entry = git_index_get_byindex(index, i);
    const int stage = git_index_entry_stage(entry);
    if (stage == 0 || stage == 2) entries_.push_back(entry);
  }
  if (!entries_.empty()) folders_.emplace("", hash(0, entries_.size(), 0));
}

std::optional<ObjectId> IndexTree::folder(std::string_view path) const {
  const auto found = folders_.find(path);
  return found == folders_.end() ? std::nullopt : std::optional<ObjectId>(found->second);
}

std::vector<IndexTree::Child> IndexTree::children(std::string_view path) const {
  const std::string prefix = path.empty() ? "" : std::string(path) + "/";
  const auto begin = std::lower_bound(entries_.begin(), entries_.end(), std::string_view(prefix), is_before);
  const auto past = std::find_if_not(begin, entries_.end(), [&](const git_index_entry* e) {
    return std::string_view(e->path).starts_with(prefix);
  });
  return children(static_cast<std::size_t>(begin - entries_.begin()),
                  static_cast<std::size_t>(past - entries_.begin()), prefix.size());
}

std::optional<ObjectId> IndexTree::file_below(const Child& child, std::string_view name) const {
  for (std::size_t i = child.begin; i < child.past; ++i) {
    const std::string_view path = entries_[i]->path;
    const auto below =
        static_cast<std::size_t>(child.name.data() - entries_[child.begin]->path) + child.name.size() + 1;
    if (path.substr(below) == name) return ObjectId(entries_[i]->id);
  }
  return std::nullopt;
}

/// Of entries [begin, end), whose paths share their first `depth` bytes.
std::vector<IndexTree::Child> IndexTree::children(std::size_t begin, std::size_t end,
                                                  std::size_t depth) const {
  std::vector<Child> found;
  for (std::size_t i = begin; i < end; i = found.back().past) {
    const std::string_view path = entries_[i]->path;
    const std::size_t slash = path.find('/', depth);
    if (slash == std::string_view::npos) {
      found.push_back({.name = path.substr(depth),
                       .mode = entries_[i]->mode,
                       .id = entries_[i]->id,
                       .begin = i,
                       .past = i + 1});
      continue;
    }
    std::size_t past = i + 1;
    while (past < end && std::strncmp(entries_[past]->path, path.data(), slash + 1) == 0) ++past;
    const auto known = folders_.find(path.substr(0, slash));
    const git_oid id = known == folders_.end() ? git_oid{} : known->second;
    found.push_back({.name = path.substr(depth, slash - depth),
                     .mode = GIT_FILEMODE_TREE,
                     .id = id,
                     .begin = i,
                     .past = past});
  }
  return found;
}

/// Hashes the folders below first; remembers them.
git_oid IndexTree::hash(std::size_t begin, std::size_t end, std::size_t depth) {
  std::string tree;
  for (Child& child : children(begin, end, depth)) {
    if (child.mode == GIT_FILEMODE_TREE) {
      const std::string_view path(entries_[child.begin]->path, depth + child.name.size());
      child.id = hash(child.begin, child.past, path.size() + 1);
      folders_.emplace(path, child.id);
    }
    append_tree_entry(tree, child);
  }
  git_oid id;
  git_odb_hash(&id, tree.data(), tree.size(), GIT_OBJECT_TREE);
  return id;
}

}  // namespace miglint
