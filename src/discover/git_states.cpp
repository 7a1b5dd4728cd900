#include <cstdlib>

#include "discover/git_facts.hpp"
#include "discover/git_log.hpp"

namespace miglint {

namespace {

CommitHandle lookup(const GitRepository& repository, const std::optional<ObjectId>& id) { return id ? repository.commit(*id) : nullptr; }

/// `pre-commit run --from-ref A --to-ref B` runs on a clean checkout of B: what it wants judged is what came after A.
CommitHandle compared_head(const GitRepository& repository, bool staged) {
  CommitHandle head = repository.head();
  const auto from = staged ? pre_commit_from_ref() : std::nullopt;
  const CommitHandle commit = from && head ? repository.commit(*from) : nullptr;
  if (!commit) return head;
  const auto common = merge_base(repository, *git_commit_id(commit.get()), *git_commit_id(head.get()), *from);
  return common ? repository.commit(*common) : std::move(head);
}

bool has_file(const GitContext& context, const GitFolder& folder, const std::string& name, Layout layout) {
  const auto found = folder.find(name);
  return found != folder.end() && file_id(context.repository, found->second, layout).has_value();
}

bool same_in(const GitContext& context, const FolderVersions& versions, const GitFolder& a, const GitFolder& b, const std::string& name) {
  const auto x = a.find(name), y = b.find(name);
  if (x == a.end() || y == b.end()) return x == a.end() && y == b.end();
  return same_file(context.repository, x->second, y->second, versions.place.layout);
}

}  // namespace

GitContext make_context(const GitRepository& repository, const DiscoverOptions& options, const Config& config, bool base_required) {
  GitContext context{.repository = repository, .staged = options.staged};
  context.base = resolve_base(repository, options.base, config, base_required || options.base.has_value());
  context.head = compared_head(repository, options.staged);
  if (context.base) {
    context.base_tip = repository.commit(context.base->tip);
    context.merge_base = lookup(repository, context.base->merge_base);
  }
  context.upstream = lookup(repository, upstream_of(repository));
  context.merge_head = lookup(repository, repository.merge_head());
  return context;
}

FolderVersions read_versions(const GitContext& context, const FolderPlace& place) {
  const GitRepository& repository = context.repository;
  const auto at = [&](const CommitHandle& commit) { return commit ? folder_in(repository, commit.get(), place) : GitFolder{}; };
  FolderVersions versions{.place = place,
                          .head = at(context.head),
                          .index = folder_in_index(repository, place),
                          .base_tip = at(context.base_tip),
                          .merge_base = at(context.merge_base),
                          .upstream = at(context.upstream),
                          .merge_head = at(context.merge_head)};
  if (context.staged) {
    versions.current = versions.index;
  } else {
    WorkTreeFolder work_tree = folder_in_work_tree(repository, place, versions.index);
    versions.current = std::move(work_tree.folder);
    versions.ignored = std::move(work_tree.ignored);
  }
  return versions;
}

State state_of(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  if (versions.ignored.contains(name)) return State::outside_git;
  if (!has_file(context, versions.head, name, versions.place.layout)) return versions.index.contains(name) ? State::staged : State::untracked;
  if (!versions.current.contains(name)) return State::deleted;
  const bool same =
      same_in(context, versions, versions.head, versions.current, name) && same_in(context, versions, versions.head, versions.index, name);
  if (!same) return State::modified;
  const bool has_base = context.base && !context.base->is_head;
  if (has_base && versions.base_tip.contains(name)) return State::on_base;
  return versions.upstream.contains(name) ? State::pushed : State::committed;
}

bool is_from_merge(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  return context.merge_head && same_in(context, versions, versions.current, versions.merge_head, name);
}

bool is_new(const GitContext& context, const FolderVersions& versions, const std::string& name) {
  if (!versions.current.contains(name) || versions.ignored.contains(name) || is_from_merge(context, versions, name)) return false;
  const Layout layout = versions.place.layout;
  if (context.staged) return !has_file(context, versions.head, name, layout);
  return !has_file(context, versions.merge_base, name, layout) && !has_file(context, versions.base_tip, name, layout);
}

}  // namespace miglint
