#include "discover/git_facts.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <sstream>

#include "discover/git_log.hpp"
#include "discover/prisma_schema.hpp"

namespace miglint {

namespace {

std::vector<std::string> names_of(const GitFolder& folder) {
  std::vector<std::string> names;
  for (const auto& [name, migration] : folder) names.push_back(name);
  return names;
}

MigrationInGit migration_in_git(const GitContext& context, const FolderVersions& versions,
                                const std::string& name, const FactsInput& input) {
  return {.name = name,
          .path = input.display(join(context.repository.root(), versions.place.file_of(name))),
          .state = state_of(context, versions, name),
          .commit = {}};
}

std::vector<MigrationInGit> migrations_in_git(const GitContext& context, const FolderVersions& versions,
                                              const std::vector<std::string>& names,
                                              const FactsInput& input) {
  std::vector<MigrationInGit> migrations;
  for (const std::string& name : names)
    migrations.push_back(migration_in_git(context, versions, name, input));
  if (versions.unchanged) return migrations;
  for (const auto& [name, migration] : *versions.head) {
    if (versions.current->contains(name)) continue;
    if (MigrationInGit gone = migration_in_git(context, versions, name, input); gone.state == State::deleted)
      migrations.push_back(std::move(gone));
  }
  return migrations;
}

void add_commits(const GitContext& context, const FolderVersions& versions,
                 std::vector<MigrationInGit>& migrations) {
  if (!context.head) return;
  std::set<std::string> names;
  for (const MigrationInGit& migration : migrations) {
    if (versions.head->contains(migration.name)) names.insert(migration.name);
  }
  const std::map<std::string, Commit> found =
      introductions(context.repository, context.head.get(), versions.place, names);
  for (MigrationInGit& migration : migrations) {
    if (const auto commit = found.find(migration.name); commit != found.end())
      migration.commit = commit->second;
  }
}

/// One name a line, as `miglint status --new` writes them.
std::vector<std::string> chosen_to_stack_on(const GitRepository& repository) {
  std::vector<std::string> names;
  std::istringstream lines(
      disk_files().read(join(repository.git_folder(), "miglint/stacked")).text.value_or(""));
  for (std::string name; std::getline(lines, name);) names.push_back(name);
  return names;
}

/// The version that the judged state is compared with: HEAD for the hook, else the merge base. Null: there is
/// nothing before.
const git_commit* commit_before(const GitContext& context) {
  if (context.staged || !context.merge_base) return context.head.get();
  return context.merge_base.get();
}

/// The version before: its files, and where they had the migrations folder.
struct Before {
  Files files;
  std::string migrations_dir;
};

Before version_before(const GitContext& context, const FolderVersions& versions, const FactsInput& input) {
  const git_commit* commit = commit_before(context);
  if (commit == nullptr) return {.files = no_files(), .migrations_dir = input.migrations_dir};
  return {.files = context.repository.commit_files(commit),
          .migrations_dir = folder_before(context.repository, commit, versions.place)};
}

void add_schema(const GitContext& context, const Before& before, const Files& files, const FactsInput& input,
                GitFacts& facts) {
  const std::vector<SchemaFile> after = schema_files_beside(input.migrations_dir, files, input.display);
  if (after.empty()) return;
  facts.schema = SchemaChange{};
  if (!context.merge_head) {  // both sides of a merge changed the schema with migrations of their own
    facts.schema_files_before = schema_files_beside(before.migrations_dir, before.files, input.display);
    facts.schema = compare_schemas(joined(*facts.schema_files_before), joined(after));
  }
  facts.schema->path = after.front().path;
}

void add_lock(const Before& before, const Files& files, const FactsInput& input, GitFacts& facts) {
  constexpr const char* name = "migration_lock.toml";
  const auto provider = [](const Files& from, const std::string& path) {
    return lock_provider(from.read(path).text.value_or("")).value_or("");
  };
  const std::string path = join(input.migrations_dir, name);
  facts.lock_path = input.display(path);
  facts.lock_provider_before = provider(before.files, join(before.migrations_dir, name));
  facts.lock_provider_after = provider(files, path);
}

}  // namespace

GitFacts git_facts(const GitContext& context, const FolderVersions& versions,
                   const std::vector<std::string>& names, const Files& files, const FactsInput& input) {
  GitFacts facts{.repository = context.repository.root(),
                 .git_folder = context.repository.git_folder(),
                 .branch = context.repository.branch(),
                 .base = context.base ? context.base->name : "",
                 .staged = context.staged,
                 .migrations = migrations_in_git(context, versions, names, input),
                 .frozen_changes = frozen_changes(context, versions, input),
                 .base_tip_migrations = names_of(*versions.base_tip)};
  for (const MigrationInGit& migration : facts.migrations) {
    const bool uncommitted = migration.state == State::untracked || migration.state == State::staged;
    if (uncommitted && !is_from_merge(context, versions, migration.name))
      facts.uncommitted.push_back(migration.name);
    if (is_new(context, versions, migration.name)) facts.new_migrations.push_back(migration.name);
  }
  facts.stacked_on = chosen_to_stack_on(context.repository);
  if (input.options.commits) add_commits(context, versions, facts.migrations);
  if (versions.place.layout != Layout::prisma) return facts;
  const Before before = version_before(context, versions, input);
  add_schema(context, before, files, input, facts);
  add_lock(before, files, input, facts);
  return facts;
}

std::vector<SourceFile> base_only(const GitContext& context, const FolderVersions& versions,
                                  const FactsInput& input, std::vector<std::string>& notes) {
  std::vector<SourceFile> files;
  for (const auto& [name, migration] : *versions.base_tip) {
    if (versions.current->contains(name) || versions.merge_base->contains(name) ||
        versions.head->contains(name))
      continue;
    const auto id = file_id(context.repository, migration, versions.place.layout);
    auto text = id ? context.repository.blob(*id) : std::nullopt;
    if (id && !text)
      notes.push_back(
          fmt::format("the text of {} on {} is not in this clone: whether it changes the same "
                      "tables is not known",
                      name, context.base->name));
    if (!text) continue;
    SourceFile file{.path = input.display(join(context.repository.root(), versions.place.file_of(name))),
                    .name = name,
                    .migrations_dir = input.display(input.migrations_dir),
                    .text = std::move(*text),
                    .layout = versions.place.layout,
                    .state = State::on_base,
                    .judged = false};
    mark_sections(file);
    files.push_back(std::move(file));
  }
  return files;
}

}  // namespace miglint
