#include "discover/repositories.hpp"

#include <cstdlib>

#include "discover/discover.hpp"

namespace miglint {

const GitRepository* Repositories::around(const std::string& directory) {
  const std::string root = repository_root(directory);
  if (const auto known = opened_.find(root); known != opened_.end()) return known->second.get();
  std::unique_ptr<GitRepository> repository;
  if (!root.empty() || std::getenv("GIT_DIR") != nullptr) {
    if (auto opened = GitRepository::open(root.empty() ? directory : root))
      repository = std::make_unique<GitRepository>(std::move(*opened));
  }
  return (opened_[root] = std::move(repository)).get();
}

std::optional<std::string> Repositories::read_staged(const std::string& path) {
  const std::string file = absolute(path);
  const GitRepository* repository = around(parent(file));
  return repository == nullptr ? std::nullopt : repository->index_files().read(file).text;
}

}  // namespace miglint
