// Discovery in four steps: what the paths ask for → which folders and files that is → what git says of them →
// the texts of what is to be replayed.

#include "discover/discover.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>

#include "discover/ci.hpp"
#include "discover/git_facts.hpp"
#include "discover/prisma_schema.hpp"
#include "discover/read.hpp"
#include "discover/server_version.hpp"
#include "discover/vanished.hpp"
#include "discover/walk.hpp"
#include "discover/workspace.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

using Requests = std::map<std::string, Request>;  // by migrations folder

/// One request a migrations folder, whatever number of paths led to it.
void merge(Requests& requests, const std::vector<Request>& found) {
  for (const Request& request : found) {
    Request& merged = requests.try_emplace(request.migrations_dir, request).first->second;
    merged.whole |= request.whole;
    merged.migrations.insert(request.migrations.begin(), request.migrations.end());
  }
}

/// Each path once, however often it was given.
std::vector<std::string> starting_points(const DiscoverOptions& options, const Config& config) {
  std::vector<std::string> paths;
  std::set<std::string> known;
  const auto add = [&](const std::string& path) {
    if (known.insert(path).second) paths.push_back(path);
  };
  for (const std::string& path : options.paths) add(absolute(path));
  if (options.standard_input) add(absolute(options.standard_input->filename));
  if (!paths.empty()) return paths;
  for (const std::string& folder : configured_folders(config)) add(folder);
  if (!paths.empty()) return paths;
  return {project_root(absolute("."))};
}

/// A folder that git ignores is somebody's build output or copy, unless it was named.
bool is_left_out(const Request& request, const std::string& path, Workspace& workspace) {
  if (request.migrations_dir == path || !request.whole) return false;
  const GitRepository* repository = workspace.repository_around(request.migrations_dir);
  return repository != nullptr && !workspace.staged() && repository->ignores_all_of(request.migrations_dir);
}

Resolved requests_at(const std::string& path, Workspace& workspace, const Files& files,
                     const Display& display, std::vector<std::string>& notes) {
  const Skip is_nested = [&](const std::string& folder) {
    if (!is_nested_repository(folder)) return false;
    notes.push_back(fmt::format("{} is a repository of its own: run miglint there to judge its migrations",
                                display(folder)));
    return true;
  };
  Resolved found = resolve(path, files, is_nested);
  std::erase_if(found.requests, [&](const Request& request) {
    if (!is_left_out(request, path, workspace)) return false;
    notes.push_back(fmt::format("{}: git ignores it: left out", display(request.migrations_dir)));
    return true;
  });
  return found;
}

/// What is asked for, and what was met that can't be.
struct Asked {
  Requests requests;
  std::vector<UnreadKind> unread;
  std::vector<std::string> numbered;
};

std::string in_words(const UnreadKind& unread) {
  return fmt::format("holds {}; miglint reads migrations in plain SQL, so nothing of it was judged",
                     unread.what);
}

/// Said of a path without migrations: an error where it was named. With --staged, what only the disk has is
/// there, and nothing of it is in the commit.
void tell_empty(const std::string& path, Resolved& found, Workspace& workspace, const Display& display,
                bool is_named, Discovery& discovery) {
  std::vector<std::string> ignored;
  const bool on_disk = workspace.staged() && is_named &&
                       !requests_at(path, workspace, disk_files(), display, ignored).requests.empty();
  if (!is_named || on_disk) {
    discovery.notes.push_back(fmt::format("no migrations in {}", display(path)));
    return;
  }
  for (const UnreadKind& unread : found.unread)
    discovery.errors.push_back({display(unread.path), in_words(unread)});
  if (found.unread.empty()) discovery.errors.push_back({display(path), "holds no migrations"});
  found.unread.clear();  // said
}

Asked requests_of(const DiscoverOptions& options, const Config& config, Workspace& workspace,
                  const Display& display, Discovery& discovery) {
  Asked asked;
  const std::string input = options.standard_input ? absolute(options.standard_input->filename) : "";
  const bool are_named = !options.paths.empty() || !config.migrations.empty();
  for (const std::string& path : starting_points(options, config)) {
    // What only the index or only the disk has is there for one who names it; the other run just finds
    // nothing new in it.
    const bool is_there = path == input || workspace.files().kind(path) || disk_files().kind(path);
    Resolved found;
    if (is_there) found = requests_at(path, workspace, workspace.files(), display, discovery.notes);
    add_vanished(path, workspace, options, config, found.requests);
    if (!is_there && found.requests.empty()) {
      discovery.errors.push_back({display(path), "there is no such file or folder"});
      continue;
    }
    if (found.requests.empty())
      tell_empty(path, found, workspace, display, are_named && path != input, discovery);
    merge(asked.requests, found.requests);
    std::ranges::move(found.unread, std::back_inserter(asked.unread));
    std::ranges::move(found.numbered, std::back_inserter(asked.numbered));
  }
  return asked;
}

/// Beside migrations that are read, those that are not are worth a note; alone, nothing was judged.
void tell_unread(const Asked& asked, const Display& display, Discovery& discovery) {
  for (const UnreadKind& unread : asked.unread) {
    const std::string path = display(unread.path);
    if (discovery.histories.empty())
      discovery.errors.push_back({path, in_words(unread)});
    else
      discovery.notes.push_back(fmt::format("{} {}", path, in_words(unread)));
  }
  if (!discovery.histories.empty()) return;
  for (const std::string& folder : asked.numbered) {
    discovery.notes.push_back(fmt::format(
        "{} holds numbered .sql files: if they are migrations, name the folder (miglint check {}, "
        "or migrations: in the configuration)",
        display(folder), display(folder)));
  }
}

/// A base that somebody named must be there even where no migrations are left to compare.
void check_base(const DiscoverOptions& options, const Config& config, Workspace& workspace) {
  if (options.base || config.base || read_ci().target) workspace.context_around(absolute("."));
}

/// Which migrations are judged, said in the words that follow "judged: ".
std::string selection_of(const DiscoverOptions& options, const Requests& requests,
                         const GitContext* context) {
  if (options.staged) return "staged";
  const bool named = !requests.empty() &&
                     std::ranges::none_of(requests, [](const auto& entry) { return entry.second.whole; });
  if (named) return "named";
  if (options.all || context == nullptr) return "all";
  if (!context->base || context->base->is_head) return "not yet committed";
  if (!context->base->tip) return "all: HEAD is the first commit";
  return "new since " + path_in_prose(context->base->name);
}

/// Everything about one folder on the way to its FoundHistory.
struct Folder {
  const Request& request;
  ListedHistory listed;
  const GitContext* context = nullptr;
  std::optional<FolderVersions> versions;
};

FolderPlace place_of(const GitRepository& repository, const Request& request) {
  return {.directory = repository.relative(request.migrations_dir),
          .layout = request.layout,
          .before = request.moved_from.empty() ? std::string() : repository.relative(request.moved_from)};
}

std::vector<std::string> names_of(const ListedHistory& listed) {
  std::vector<std::string> names;
  for (const MigrationFile& migration : listed.folder.migrations) names.push_back(migration.name);
  return names;
}

/// The names to judge. Ignored migrations are judged only where git ignores the whole folder: then it says
/// nothing about any.
std::set<std::string> judged_names(const Folder& folder, const DiscoverOptions& options,
                                   const FactsInput& input) {
  std::set<std::string> judged;
  if (folder.versions) judged = changed_migrations(*folder.context, *folder.versions, input);
  const bool judge_all = folder.request.whole && ((options.all && !options.staged) || !folder.versions);
  for (const MigrationFile& migration : folder.listed.folder.migrations) {
    const bool is_named = !folder.request.whole && folder.request.migrations.contains(migration.path);
    const bool is_untold = folder.versions && folder.versions->index->empty() &&
                           folder.versions->ignored.contains(migration.name);
    const bool is_fresh =
        folder.request.whole && folder.versions && is_new(*folder.context, *folder.versions, migration.name);
    if (judge_all || is_named || is_untold || is_fresh)
      judged.insert(migration.name);
    else if (!folder.request.whole)
      judged.erase(migration.name);
  }
  return judged;
}

void judge_issues(const Folder& folder, const DiscoverOptions& options, const Display& display,
                  std::vector<FolderIssue>& issues) {
  for (FolderIssue& issue : issues) {
    const bool is_old = folder.versions && (folder.versions->head->contains(issue.name) ||
                                            folder.versions->merge_base->contains(issue.name));
    if (is_old && !options.all && folder.request.whole) issue.judged = false;
    issue.path = display(issue.path);
  }
}

/// The state of the folder's migration at that place; git's facts begin with the folder's migrations.
State state_at(std::size_t place, const FoundHistory& found) {
  return found.git ? found.git->migrations[place].state : State::outside_git;
}

void read_texts(const Folder& folder, const std::set<std::string>& judged, Workspace& workspace,
                const Display& display, FoundHistory& found, std::vector<FileError>& errors) {
  const Files replayed = workspace.files_to_replay();
  const std::vector<MigrationFile>& migrations = folder.listed.folder.migrations;
  for (std::size_t i = 0; i < migrations.size(); ++i) {
    const MigrationFile& migration = migrations[i];
    auto file =
        read_migration(migration, folder.listed,
                       judged.contains(migration.name) ? workspace.files() : replayed, display, errors);
    if (!file) continue;
    file->judged = judged.contains(migration.name);
    file->state = state_at(i, found);
    found.files.push_back(std::move(*file));
  }
}

/// The migrations without their texts: what is said of a history of which nothing is judged.
void list_only(const Folder& folder, const Display& display, FoundHistory& found) {
  found.read = false;
  for (const MigrationFile& migration : folder.listed.folder.migrations) {
    found.files.push_back({.path = display(migration.path),
                           .name = migration.name,
                           .migrations_dir = found.migrations_dir,
                           .layout = found.layout,
                           .state = state_at(found.files.size(), found),
                           .judged = false});
  }
}

/// Of single migrations that were named, what happened to others is not the question.
void keep_named(const Folder& folder, std::vector<FrozenChange>& changes) {
  if (folder.request.whole) return;
  const auto is_named = [&](const std::string& name) {
    return std::ranges::any_of(folder.request.migrations, [&](const std::string& path) {
      return !name.empty() &&
             folder.context->repository.relative(path) == folder.versions->place.file_of(name);
    });
  };
  std::erase_if(changes, [&](const FrozenChange& change) {
    return !is_named(change.migration) && !is_named(change.new_name);
  });
}

/// Whether a rule may have something to say although no migration is judged: a deleted one, a schema that
/// goes without.
bool has_something_to_say(const FoundHistory& found) {
  if (std::ranges::any_of(found.folder_issues, &FolderIssue::judged)) return true;
  if (!found.git) return false;
  const GitFacts& git = *found.git;
  return !git.frozen_changes.empty() || (git.schema && git.schema->any()) ||
         git.lock_provider_before != git.lock_provider_after;
}

std::optional<PrismaSchema> prisma_schema_of(const std::string& directory, const PrismaVersion& version,
                                             Workspace& workspace, const Display& display,
                                             const std::optional<GitFacts>& git) {
  std::vector<SchemaFile> files = schema_files_beside(directory, workspace.files(), display);
  const auto sources = std::ranges::count_if(files, [](const SchemaFile& file) {
    return ("\n" + file.text).find("\ndatasource ") != std::string::npos;
  });
  if (files.empty() || sources > 1) return std::nullopt;  // of several schemas nobody says which is meant
  return PrismaSchema{.files = std::move(files),
                      .files_before = git ? git->schema_files_before : std::nullopt,
                      .major = version.major()};
}

FoundHistory found_history(const Folder& folder, Workspace& workspace, const DiscoverOptions& options,
                           const Config& config, const Display& display,
                           const std::function<PrismaVersion()>& prisma, Discovery& discovery) {
  const std::string& directory = folder.request.migrations_dir;
  const FactsInput input{
      .options = options, .config = config, .display = display, .migrations_dir = directory};
  FoundHistory found{.migrations_dir = display(directory),
                     .layout = folder.request.layout,
                     .folder_issues = folder.listed.folder.issues,
                     .order_note = folder.listed.folder.order_note};
  judge_issues(folder, options, display, found.folder_issues);
  const std::set<std::string> judged = judged_names(folder, options, input);
  if (folder.versions)
    found.git =
        git_facts(*folder.context, *folder.versions, names_of(folder.listed), workspace.files(), input);
  if (folder.versions) keep_named(folder, found.git->frozen_changes);
  if (judged.empty() && !options.always_read && !has_something_to_say(found)) {
    list_only(folder, display, found);
    return found;
  }
  const PrismaVersion version = folder.request.layout == Layout::prisma ? prisma() : PrismaVersion{};
  found.execution = execution_of(folder.request.layout, version);
  if (folder.request.layout == Layout::prisma && folder.request.whole)
    found.prisma_schema = prisma_schema_of(directory, version, workspace, display, found.git);
  if (config.postgres_from.empty())
    found.server = shown_server(directory, repository_root(directory), workspace.files(), display);
  read_texts(folder, judged, workspace, display, found, discovery.errors);
  if (folder.versions) found.base_only = base_only(*folder.context, *folder.versions, input, discovery.notes);
  return found;
}

/// A folder of another database is not ours, unless it was PostgreSQL's until this change: then that is what
/// to speak of.
bool was_postgresql(const Folder& folder) {
  if (folder.context == nullptr || !folder.context->head) return false;
  const GitRepository& repository = folder.context->repository;
  const std::string before =
      folder_before(repository, folder.context->head.get(), place_of(repository, folder.request));
  const auto lock =
      repository.commit_files(folder.context->head.get()).read(join(before, "migration_lock.toml"));
  const auto provider = lock_provider(lock.text.value_or(""));
  return provider && provider->starts_with("postgres");
}

}  // namespace

Discovery discover(const DiscoverOptions& options, const Config& config) {
  const Display display;
  Discovery discovery;
  Workspace workspace(options, config, discovery.notes);
  const Asked asked = requests_of(options, config, workspace, display, discovery);
  const Requests& requests = asked.requests;
  const bool all_named = !requests.empty() &&
                         std::ranges::none_of(requests, [](const auto& entry) { return entry.second.whole; });
  const bool is_required = !all_named && !options.all && !options.staged && !options.lenient_base;
  workspace.require_base(is_required);
  if (is_required && requests.empty()) check_base(options, config, workspace);
  const GitContext* context = nullptr;
  for (const auto& [directory, request] : requests) {
    const std::function<PrismaVersion()> prisma = [&] {
      return prisma_version(directory, repository_root(directory), workspace.files(), config.prisma);
    };
    // on its own: GCC 12 destroys twice what a throw leaves half initialised
    const GitContext* around = workspace.context_around(directory);
    Folder folder{
        .request = request, .listed = {.request = request, .folder = {}}, .context = around, .versions = {}};
    const auto provider =
        request.layout == Layout::prisma ? foreign_provider(directory, workspace.files()) : std::nullopt;
    if (provider && !was_postgresql(folder)) {
      discovery.notes.push_back(
          fmt::format("{}: its provider is \"{}\", not postgresql: left out", display(directory), *provider));
      continue;
    }
    folder.listed = list_history(request, workspace.files(), prisma);
    if (folder.context != nullptr) {
      context = folder.context;
      folder.versions = read_versions(*context, place_of(context->repository, request));
    }
    discovery.histories.push_back(
        found_history(folder, workspace, options, config, display, prisma, discovery));
  }
  tell_unread(asked, display, discovery);
  discovery.selection = selection_of(options, requests, context);
  return discovery;
}

std::string repository_root(const std::string& path) {
  for (std::string folder = path; !folder.empty(); folder = parent(folder)) {
    std::error_code error;
    const auto status = std::filesystem::symlink_status(join(folder, ".git"), error);
    if (std::filesystem::exists(status)) return folder;  // a link that leads nowhere, too
    if (folder == "/") break;
  }
  return {};
}

}  // namespace miglint
