#include "discover/vanished.hpp"

#include <algorithm>
#include <set>

#include "discover/git_base.hpp"
#include "discover/git_folder.hpp"

namespace miglint {

namespace {

std::vector<CommitHandle> commits_to_ask(const GitRepository& repository, const DiscoverOptions& options,
                                         const Config& config) {
  std::vector<CommitHandle> commits;
  if (CommitHandle head = compared_head(repository, options.staged, options.base, config))
    commits.push_back(std::move(head));
  if (options.staged) return commits;
  const std::optional<Base> base = resolve_base(repository, options.base, config, false);
  const bool is_head =
      !base || !base->merge_base ||
      (!commits.empty() && ObjectId(*git_commit_id(commits.front().get())) == *base->merge_base);
  if (CommitHandle before = is_head ? nullptr : repository.commit(*base->merge_base))
    commits.push_back(std::move(before));
  return commits;
}

/// The migrations folders that the commit has below `path`. With --staged, what the index has unchanged need
/// not be searched.
std::vector<Request> folders_in(const GitRepository& repository, const git_commit* commit,
                                const std::string& path, bool staged) {
  const auto is_unchanged = [&](const std::string& folder) {
    const std::string directory = repository.relative(folder);
    const auto indexed = staged ? repository.index_tree().folder(directory) : std::nullopt;
    return indexed && folder_id(commit, {.directory = directory}) == indexed;
  };
  if (is_unchanged(path)) return {};
  return find_migrations(path, repository.commit_files(commit), is_unchanged);
}

/// Known already: there, or there under another name.
bool is_among(const std::vector<Request>& requests, const Request& request) {
  return std::ranges::any_of(requests, [&](const Request& known) {
    return known.migrations_dir == request.migrations_dir || known.moved_from == request.migrations_dir;
  });
}

/// On the disk, but not git's business any more: that was said.
bool is_ignored(const Request& request, const Workspace& workspace, const GitRepository& repository) {
  return !workspace.staged() && workspace.files().kind(request.migrations_dir) &&
         repository.is_ignored(request.migrations_dir);
}

bool is_foreign(const Request& request, const Files& files) {
  return request.layout == Layout::prisma && foreign_provider(request.migrations_dir, files).has_value();
}

std::set<std::string> names_in(const Request& request, const Files& files) {
  std::set<std::string> names;
  for (const DirectoryEntry& entry : files.list(request.migrations_dir)) {
    const bool in_folders = !file_in_folder(request.layout).empty();
    if (in_folders && entry.kind == FileKind::directory) names.insert(entry.name);
    if (in_folders) continue;
    if (const auto name = migration_name(entry.name, request.layout)) names.insert(*name);
  }
  return names;
}

/// Whether `now` has most of the migrations that `before` had.
bool is_moved(const std::set<std::string>& before, const std::set<std::string>& now) {
  const auto kept =
      std::ranges::count_if(before, [&](const std::string& name) { return now.contains(name); });
  return kept > 0 && 2 * kept >= std::ssize(before);
}

/// The folder that `gone` has become: one that the commit does not have.
Request* moved_to(const Request& gone, const GitRepository& repository, const git_commit* commit,
                  const Files& files, std::vector<Request>& found) {
  const Files before = repository.commit_files(commit);
  const std::set<std::string> names = names_in(gone, before);
  const auto place = std::ranges::find_if(found, [&](const Request& request) {
    return request.whole && request.layout == gone.layout && request.moved_from.empty() &&
           !before.kind(request.migrations_dir) && is_moved(names, names_in(request, files));
  });
  return place == found.end() ? nullptr : &*place;
}

void add_vanished_from(const git_commit* commit, const GitRepository& repository, const std::string& path,
                       Workspace& workspace, std::vector<Request>& found) {
  // A folder that is new here may come from anywhere in the repository.
  const Files before = repository.commit_files(commit);
  const bool any_new = std::ranges::any_of(
      found, [&](const Request& request) { return !before.kind(request.migrations_dir); });
  std::vector<Request> gone =
      folders_in(repository, commit, any_new ? repository.root() : path, workspace.staged());
  std::erase_if(gone, [&](const Request& request) {
    return is_among(found, request) || is_foreign(request, before) ||
           is_ignored(request, workspace, repository);
  });
  for (Request& request : gone) {
    if (Request* place = moved_to(request, repository, commit, workspace.files(), found))
      place->moved_from = request.migrations_dir;
    else if (is_within(request.migrations_dir, path))
      found.push_back(std::move(request));
  }
}

}  // namespace

void add_vanished(const std::string& path, Workspace& workspace, const DiscoverOptions& options,
                  const Config& config, std::vector<Request>& found) {
  const GitRepository* repository = workspace.repository_around(path);
  const bool named = std::ranges::any_of(found, [](const Request& request) { return !request.whole; });
  if (repository == nullptr || named) return;
  for (const CommitHandle& commit : commits_to_ask(*repository, options, config)) {
    add_vanished_from(commit.get(), *repository, path, workspace, found);
  }
}

}  // namespace miglint
