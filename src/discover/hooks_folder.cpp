#include "discover/hooks_folder.hpp"

#include <cstdlib>

#include "discover/git_repository.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

std::string configured_path(git_repository* repository) {
  git_config* raw = nullptr;
  if (git_repository_config_snapshot(&raw, repository) != 0) return {};
  const Handle<git_config, git_config_free> config(raw);
  git_buf path = GIT_BUF_INIT;
  // `~/` is resolved
  std::string found = git_config_get_path(&path, config.get(), "core.hookspath") == 0 ? path.ptr : "";
  git_buf_dispose(&path);
  return found;
}

}  // namespace

HooksFolder hooks_folder(const std::string& directory) {
  const auto repository = GitRepository::open(directory);
  if (!repository)
    throw Error(directory +
                " is not in a git repository: there is no commit to hook into (git init makes one)");
  const std::string configured = configured_path(repository->get());
  if (configured.empty())
    return {.root = repository->root(), .folder = join(git_repository_commondir(repository->get()), "hooks")};
  // Git runs hooks in the work tree's root, so that is where a relative path starts.
  const std::string folder = configured.starts_with('/') ? configured : join(repository->root(), configured);
  return {.root = repository->root(), .folder = absolute(folder), .configured = true};
}

}  // namespace miglint
