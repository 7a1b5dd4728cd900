#include "discover/git_remotes.hpp"

#include <algorithm>

namespace miglint {

std::set<std::string> remotes_that_set(git_repository* repository,
                                       std::initializer_list<std::string_view> variables) {
  const auto configuration = acquire<ConfigHandle>(git_repository_config_snapshot, repository);
  git_config_iterator* raw = nullptr;
  if (!configuration || git_config_iterator_new(&raw, configuration.get()) != 0) return {};
  const Handle<git_config_iterator, git_config_iterator_free> entries(raw);
  std::set<std::string> names;
  for (git_config_entry* entry = nullptr; git_config_next(&entry, entries.get()) == 0;) {
    const std::string_view key = entry->name;  // remote.NAME.url
    const std::size_t begin = key.find('.') + 1, end = key.rfind('.');
    if (!key.starts_with("remote.") || begin >= end) continue;
    if (std::ranges::find(variables, key.substr(end + 1)) != variables.end())
      names.emplace(key.substr(begin, end - begin));
  }
  return names;
}

}  // namespace miglint
