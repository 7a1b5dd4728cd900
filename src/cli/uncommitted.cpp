#include "cli/uncommitted.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>

#include "cli/project.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"

namespace miglint {

std::vector<FoundHistory> histories_in_git(const Options& options, bool commits) {
  const std::string start = options.arguments.empty() ? std::string() : options.arguments.front();
  const Config config = load_config(options, start);
  DiscoverOptions wanted{.paths = options.arguments, .base = options.base};
  wanted.commits = commits;
  wanted.lenient_base = true;
  Discovery found = discover(wanted, config);
  if (!found.errors.empty())
    throw Error(fmt::format("{}: {}", found.errors.front().path, found.errors.front().message));
  std::erase_if(found.histories, [](const FoundHistory& history) { return !history.git; });
  if (found.histories.empty() && repository_root(start).empty()) {
    throw Error(fmt::format("{} is not in a git repository: there is no state to tell",
                            start.empty() ? "the current folder" : start));
  }
  return std::move(found.histories);
}

std::vector<MigrationInGit> uncommitted(const FoundHistory& history) {
  std::vector<MigrationInGit> migrations;
  for (const std::string& name : history.git->uncommitted) {
    const auto found = std::ranges::find(history.git->migrations, name, &MigrationInGit::name);
    if (found != history.git->migrations.end()) migrations.push_back(*found);
  }
  return migrations;
}

std::string fold_question(const std::string& migration) {
  return fmt::format("There's an uncommitted migration {}. Fold this change into it, or create a new one?",
                     path_in_prose(migration));
}

std::string name_without_timestamp(const std::string& migration) {
  const std::size_t digits = std::min(migration.find_first_not_of("0123456789"), migration.size());
  // no dash in front: it would be read as an option
  return migration.substr(std::min(migration.find_first_not_of("_-", digits), migration.size()));
}

std::string unit_of(const FoundHistory& history, const MigrationInGit& migration) {
  if (history.layout != Layout::prisma && history.layout != Layout::diesel) return migration.path;
  return migration.path.substr(0, migration.path.rfind('/'));
}

void record_stacking(const std::string& git_folder, const std::vector<std::string>& names) {
  if (git_folder.empty() || names.empty()) return;
  const std::filesystem::path folder = std::filesystem::path(git_folder) / "miglint";
  std::filesystem::create_directories(folder);
  std::ofstream stacked(folder / "stacked", std::ios::app);
  for (const std::string& name : names) stacked << name << '\n';
}

}  // namespace miglint
