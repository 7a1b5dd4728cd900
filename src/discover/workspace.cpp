#include "discover/workspace.hpp"

#include <filesystem>
#include <sys/stat.h>

#include "discover/sparse.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

/// Standard input laid over the files: reading its path gives its text.
Files with_standard_input(Files files, const std::optional<StandardInput>& input) {
  if (!input) return files;
  const std::string path = absolute(input->filename);
  files.read = [path, text = input->text, read = files.read](const std::string& file) {
    return file == path ? FileContent{.text = text, .problem = {}} : read(file);
  };
  return files;
}

bool exists(const std::string& path) {
  std::error_code error;
  return std::filesystem::exists(path, error);
}

bool is_before(const timespec& a, const timespec& b) {
  return a.tv_sec != b.tv_sec ? a.tv_sec < b.tv_sec : a.tv_nsec < b.tv_nsec;
}

/// What git itself trusts: size and time of the last change as the index noted them, and a time before the
/// index was written.
bool is_unchanged(const git_index_entry& entry, const struct stat& status, const timespec& index_written) {
  if (entry.file_size != static_cast<std::uint32_t>(status.st_size)) return false;
  const timespec noted{.tv_sec = entry.mtime.seconds, .tv_nsec = static_cast<long>(entry.mtime.nanoseconds)};
  return noted.tv_sec == status.st_mtim.tv_sec && noted.tv_nsec == status.st_mtim.tv_nsec &&
         is_before(noted, index_written);
}

/// When the index was written; nullopt: it is not on the disk.
std::optional<timespec> written(git_index* index) {
  struct stat status{};
  if (::stat(git_index_path(index), &status) != 0) return std::nullopt;
  return status.st_mtim;
}

}  // namespace

std::string project_root(const std::string& directory) {
  if (std::string root = repository_root(directory); !root.empty()) return root;
  if (exists(join(directory, "HEAD")) && exists(join(directory, "objects")) &&
      exists(join(directory, "refs")))
    GitRepository::open(directory);
  return directory;
}

std::vector<std::string> configured_folders(const Config& config) {
  const std::string beside = parent(absolute(config.path));
  std::vector<std::string> folders;
  for (const std::string& folder : config.migrations) folders.push_back(absolute(join(beside, folder)));
  return folders;
}

bool is_nested_repository(const std::string& folder) {
  return disk_files().kind(join(folder, ".git")).has_value();
}

Workspace::Workspace(const DiscoverOptions& options, const Config& config, std::vector<std::string>& notes)
    : options_(options),
      config_(config),
      notes_(notes),
      repositories_(options.repositories ? options.repositories : std::make_shared<Repositories>()) {
  const std::string start = absolute(options.paths.empty() ? "." : options.paths.front());
  if (options.staged) {
    if (repository_around(start) == nullptr)
      throw Error("--staged judges what git's index would commit, but " + start +
                  " is not in a git repository");
    files_ = with_standard_input(staged_files(), options.standard_input);
    return;
  }
  files_ = disk_files();
  const std::string root = repository_root(start);
  const GitRepository* repository =
      root.empty() || !exists(join(root, ".git/info/sparse-checkout")) ? nullptr : repository_around(root);
  if (repository != nullptr) files_ = with_sparse_files(std::move(files_), *repository);
  files_ = with_standard_input(std::move(files_), options.standard_input);
}

Workspace::Opened& Workspace::opened_around(const std::string& directory) {
  if (options_.staged) {
    // An index has nothing of the repositories below it, so the innermost root that is known is the one; no
    // need to ask the disk.
    for (auto known = opened_.rbegin(); known != opened_.rend(); ++known) {
      if (!known->first.empty() && is_within(directory, known->first)) return known->second;
    }
  }
  const std::string root = repository_root(directory);
  if (const auto known = opened_.find(root); known != opened_.end()) return known->second;
  Opened& opened = opened_[root];
  try {
    opened.repository = repositories_->around(directory);
  } catch (const Error& error) {
    if (!options_.all) throw;
    notes_.emplace_back(error.what());
  }
  return opened;
}

const GitRepository* Workspace::repository_around(const std::string& directory) {
  return opened_around(directory).repository;
}

const GitContext* Workspace::context_around(const std::string& directory) {
  Opened& opened = opened_around(directory);
  if (opened.repository != nullptr && !opened.context) {
    opened.context =
        std::make_unique<GitContext>(make_context(*opened.repository, options_, config_, base_required_));
  }
  return opened.context.get();
}

Files Workspace::staged_files() {
  const auto index_at = [this](const std::string& path) {
    const GitRepository* repository = repository_around(path);
    return repository == nullptr ? no_files() : repository->index_files();
  };
  return {.list = [index_at](const std::string& directory) { return index_at(directory).list(directory); },
          .read = [index_at](const std::string& file) { return index_at(file).read(file); },
          .kind = [index_at](const std::string& path) { return index_at(path).kind(path); }};
}

Files Workspace::files_to_replay() {
  if (!options_.staged) return files_;
  Files files = files_;
  files.read = [this, staged = files_, times = std::map<const GitRepository*, std::optional<timespec>>()](
                   const std::string& file) mutable {
    const GitRepository* repository = repository_around(file);
    const git_index_entry* entry =
        repository == nullptr
            ? nullptr
            : git_index_get_bypath(repository->index(), repository->relative(file).c_str(), 0);
    if (entry == nullptr) return staged.read(file);
    const auto [index, first] = times.try_emplace(repository);
    if (first) index->second = written(repository->index());
    if (!index->second) return staged.read(file);
    auto text = read_trusted(
        file, [&](const struct stat& status) { return is_unchanged(*entry, status, *index->second); });
    return text ? FileContent{.text = std::move(text), .problem = {}} : staged.read(file);
  };
  return files;
}

}  // namespace miglint
