#include "discover/git_identity.hpp"

#include <cstdlib>
#include <git2.h>

#include "discover/git_repository.hpp"
#include "discover/handle.hpp"

namespace miglint {

namespace {

std::string user_name(git_config* raw) {
  const Handle<git_config, git_config_free> config(raw);
  git_buf name = GIT_BUF_INIT;
  std::string found = git_config_get_string_buf(&name, config.get(), "user.name") == 0 ? name.ptr : "";
  git_buf_dispose(&name);
  return found;
}

}  // namespace

std::string git_identity(const std::string& directory) {
  const char* given = std::getenv("GIT_AUTHOR_NAME");
  if (given != nullptr && *given != '\0') return given;
  git_config* raw = nullptr;
  if (const auto repository = GitRepository::open(directory))
    return git_repository_config_snapshot(&raw, repository->get()) == 0 ? user_name(raw) : std::string();
  return git_config_open_default(&raw) == 0 ? user_name(raw) : std::string();
}

}  // namespace miglint
