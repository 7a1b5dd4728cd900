#include <cstdlib>

#include "discover/git_facts.hpp"
#include "discover/git_log.hpp"

namespace miglint {

namespace {

CommitHandle lookup(const GitRepository& repository, const std::optional<ObjectId>& id) {
  return id ? repository.commit(*id) : nullptr;
}

/// Whether the folder has the migration with its SQL file. Most are what the index has, where it is known: no
/// need to look into a thousand trees.
bool has_file(const GitContext& context, const FolderVersions& versions, const GitFolder& folder,
              const std::string& name) {
  const auto found = folder.find(name);
  if (found == folder.end()) return false;
  const auto indexed = versions.index->find(name);
  if (indexed != versions.index->end() && indexed->second.id == found->second.id && indexed->second.file)
    return true;
  return file_id(context.repository, found->second, versions.place.layout).has_value();
}

/// A folder in several commits, read once where it is the same in them.
class FolderReader {
 public:
  FolderReader(const GitRepository& repository, const FolderPlace& place)
      : repository_(repository), place_(place) {}

  /// What is known from elsewhere.
  void know(const ObjectId& id, SharedFolder folder) { read_.emplace(id, std::move(folder)); }

  SharedFolder at(const CommitHandle& commit) {
    const auto id = commit ? folder_id(commit.get(), place_) : std::nullopt;
    if (!id) return none_;
    SharedFolder& folder = read_[*id];
    if (!folder) folder = std::make_shared<const GitFolder>(folder_in(repository_, commit.get(), place_));
    return folder;
  }

 private:
  const GitRepository& repository_;
  const FolderPlace& place_;
  const SharedFolder none_ = std::make_shared<const GitFolder>();
  std::map<ObjectId, SharedFolder> read_;
};

bool same_in(const GitContext& context, const FolderVersions& versions, const GitFolder& a,
             const GitFolder& b, const std::string& name) {
  const auto x = a.find(name), y = b.find(name);
  if (x == a.end() || y == b.end()) return x == a.end() && y == b.end();
  return same_file(context.repository, x->second, y->second, versions.place.layout);
}

/// How far what HEAD has was carried.
State committed_state(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  const bool has_base = context.base && !context.base->is_head;
  if (has_base && versions.base_tip->contains(name)) return State::on_base;
  return versions.upstream->contains(name) ? State::pushed : State::committed;
}

}  // namespace

GitContext make_context(const GitRepository& repository, const DiscoverOptions& options, const Config& config,
                        bool base_required) {
  GitContext context{.repository = repository, .staged = options.staged};
  context.base = resolve_base(repository, options.base, config, base_required || options.base.has_value());
  context.head = compared_head(repository, options.staged, options.base, config);
  if (context.base) {
    context.base_tip = lookup(repository, context.base->tip);
    context.merge_base = lookup(repository, context.base->merge_base);
  }
  context.upstream = lookup(repository, upstream_of(repository));
  context.merge_head = lookup(repository, repository.merge_head());
  return context;
}

FolderVersions read_versions(const GitContext& context, const FolderPlace& place) {
  const GitRepository& repository = context.repository;
  FolderReader reader(repository, place);
  const auto index = std::make_shared<const GitFolder>(folder_in_index(repository, place));
  const std::optional<ObjectId> indexed = repository.index_tree().folder(place.directory);
  if (indexed) reader.know(*indexed, index);
  FolderVersions versions{.place = place,
                          .head = reader.at(context.head),
                          .index = index,
                          .base_tip = reader.at(context.base_tip),
                          .merge_base = reader.at(context.merge_base),
                          .upstream = reader.at(context.upstream),
                          .merge_head = reader.at(context.merge_head)};
  if (context.staged) {
    versions.current = index;
    versions.unchanged = context.head && indexed && folder_id(context.head.get(), place) == indexed;
  } else {
    WorkTreeFolder work_tree = folder_in_work_tree(repository, place, *index);
    versions.current = std::make_shared<const GitFolder>(std::move(work_tree.folder));
    versions.ignored = std::move(work_tree.ignored);
  }
  return versions;
}

State state_of(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  if (versions.unchanged && versions.index->contains(name)) return committed_state(context, versions, name);
  if (versions.ignored.contains(name)) return State::outside_git;
  if (!has_file(context, versions, *versions.head, name))
    return versions.index->contains(name) ? State::staged : State::untracked;
  if (!versions.current->contains(name)) return State::deleted;
  const auto same_as_head = [&](const SharedFolder& folder) {
    return same_in(context, versions, *versions.head, *folder, name);
  };
  const bool same =
      same_as_head(versions.current) && (versions.index == versions.current || same_as_head(versions.index));
  return same ? committed_state(context, versions, name) : State::modified;
}

bool is_from_merge(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  return context.merge_head && same_in(context, versions, *versions.current, *versions.merge_head, name);
}

bool is_new(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  if (versions.unchanged) return false;
  if (!versions.current->contains(name) || versions.ignored.contains(name) ||
      is_from_merge(context, versions, name))
    return false;
  if (context.staged) return !has_file(context, versions, *versions.head, name);
  if (has_file(context, versions, *versions.merge_base, name)) return false;
  // The base may have got it by another way (a squash, a cherry-pick); another migration of that name is not
  // it.
  const bool on_tip = context.merge_base && has_file(context, versions, *versions.base_tip, name);
  return !on_tip || !same_in(context, versions, *versions.current, *versions.base_tip, name);
}

}  // namespace miglint
