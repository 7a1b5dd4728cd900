#include "cli/project.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <iterator>
#include <unistd.h>

#include "config/load.hpp"
#include "discover/edited.hpp"
#include "discover/files.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/nearest.hpp"
#include "miglint/rule.hpp"
#include "miglint/tokens.hpp"
#include "parse/parser.hpp"
#include "parse/prescan.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

/// A configuration or decisions file: from the index with --staged, else from the disk.
std::optional<std::string> read_if_there(const Options& options, const std::string& path,
                                         Repositories& repositories) {
  if (options.staged) {
    std::optional<std::string> text = repositories.read_staged(path);
    if (text && text->size() > largest_settings)
      throw Error(fmt::format("{}: is larger than {} MiB", path, largest_settings >> 20));
    return text;
  }
  std::error_code ignored;
  if (!fs::exists(fs::symlink_status(path, ignored))) return std::nullopt;
  return read_file(path, largest_settings);
}

/// A path from the current folder where that is shorter than climbing out of it.
std::string as_typed(const std::string& path) {
  std::error_code error;
  const fs::path relative = fs::proximate(path, error);
  return error || relative.native().starts_with("../../..") ? path : relative.string();
}

struct FoundConfig {
  std::string path, text;
};

std::optional<FoundConfig> find_config(const Options& options, const std::string& start,
                                       Repositories& repositories) {
  if (options.config)
    return FoundConfig{.path = *options.config, .text = read_file(*options.config, largest_settings)};
  for (const std::string& candidate : config_candidates(start, root_around(start))) {
    if (auto text = read_if_there(options, candidate, repositories))
      return FoundConfig{.path = as_typed(candidate), .text = std::move(*text)};
  }
  return std::nullopt;
}

void expect_rules(std::string_view option, const std::vector<std::string>& names) {
  std::vector<std::string_view> known;
  for (const RegisteredRule& entry : all_rules()) known.push_back(entry.rule->id);
  for (const std::string& name : names) {
    if (find_rule(name) == nullptr)
      throw Error(fmt::format("{}: there is no rule {}{}; `miglint rules` lists them", option,
                              json_string(name), did_you_mean(name, known)));
  }
}

/// What the command line says holds over the file.
void apply(const Options& options, Config& config) {
  if (options.postgres) {
    config.postgres = std::stoi(*options.postgres);
    config.postgres_from = "--postgres";
  }
  if (options.base) config.base = options.base;
  expect_rules("--rule", options.rules);
  expect_rules("--skip-rule", options.skipped_rules);
  config.only = options.rules;
  config.skipped = options.skipped_rules;
  if (!options.fail_on) return;
  config.fail_never = *options.fail_on == "never";
  config.fail_on = *options.fail_on == "note"      ? Severity::note
                   : *options.fail_on == "warning" ? Severity::warning
                                                   : Severity::error;
}

/// What the change that is judged edits of the files that it is judged by. `--all` needs no git otherwise, so
/// it asks only of files that are there. Throws Error where git can't tell.
void note_edits(const Options& options, const std::string& start, Repositories& repositories,
                Project& project) {
  std::vector<std::string> configurations = config_candidates(start, root_around(start));
  if (options.config) configurations = {absolute(*options.config)};
  std::vector<std::string> decisions = {absolute(project.decisions_path)};
  if (options.all) {
    const auto is_missing = [](const std::string& file) { return ::access(file.c_str(), F_OK) != 0; };
    std::erase_if(configurations, is_missing);
    std::erase_if(decisions, is_missing);
  }
  for (const std::string& file : edited_files(configurations, project.config, options.staged, repositories))
    project.edited_configurations.push_back(as_typed(file));
  if (!edited_files(decisions, project.config, options.staged, repositories).empty())
    project.edited_decisions = project.decisions_path;
}

/// A configuration of another spelling would be missed in silence.
void note_other_spelling(const Options& options, const std::string& start, std::vector<std::string>& notes) {
  if (options.config) return;
  for (const std::string& candidate : config_candidates(start, root_around(start))) {
    const std::string other = candidate.substr(0, candidate.size() - std::string_view("yaml").size()) + "yml";
    if (::access(candidate.c_str(), F_OK) == 0) return;
    if (::access(other.c_str(), F_OK) != 0) continue;
    notes.push_back(fmt::format("{} is not read: the configuration's name is {}",
                                path_in_prose(as_typed(other)), config_name));
    return;
  }
}

/// Paths that share a configuration, in the order they were typed.
struct Batch {
  std::string config_path;
  Config config;
  std::vector<std::string> paths;
};

std::string standard_input_path(const Options& options) {
  if (!options.stdin_filename)
    throw Error(
        "PATH - reads standard input: say with --stdin-filename PATH which migration it stands in for");
  return *options.stdin_filename;
}

std::vector<Batch> batches_of(const Options& options, Repositories& repositories) {
  std::vector<std::string> typed = options.arguments;
  if (typed.empty()) typed.emplace_back();
  std::vector<Batch> batches;
  for (const std::string& path : typed) {
    const std::string start = path == "-" ? standard_input_path(options) : path;
    Config config = load_config(options, start, repositories);
    auto batch = std::ranges::find(batches, config.path, &Batch::config_path);
    if (batch == batches.end())
      batch = batches.insert(batches.end(),
                             {.config_path = config.path, .config = std::move(config), .paths = {}});
    if (!path.empty()) batch->paths.push_back(path);
  }
  return batches;
}

/// As much as a migration may hold, and a byte by which the reader sees that there was more.
std::string read_standard_input() {
  std::string text;
  std::array<char, std::size_t{1} << 16> part{};
  while (text.size() <= largest_file && std::cin) {
    std::cin.read(part.data(), part.size());
    text.append(part.data(), static_cast<std::size_t>(std::cin.gcount()));
  }
  return text;
}

DiscoverOptions discover_options(const Options& options, const Batch& batch, bool always_read) {
  DiscoverOptions wanted{
      .paths = batch.paths, .base = batch.config.base, .staged = options.staged, .all = options.all};
  wanted.always_read = always_read;
  wanted.lenient_base = options.command == "schema";  // which migrations are new is not its question
  wanted.normalise = normalised;
  if (std::erase(wanted.paths, "-") > 0) {
    wanted.standard_input =
        StandardInput{.filename = *options.stdin_filename,
                      .text = options.stdin_text ? *options.stdin_text : read_standard_input()};
  }
  return wanted;
}

std::vector<Migration> unread(std::vector<SourceFile> files) {
  std::vector<Migration> migrations;
  for (SourceFile& file : files) migrations.push_back({.source = std::move(file)});
  return migrations;
}

History history_of(FoundHistory found) {
  History history{.migrations_dir = std::move(found.migrations_dir), .layout = found.layout};
  history.migrations = found.read ? parse_all(std::move(found.files)) : unread(std::move(found.files));
  history.base_only = parse_all(std::move(found.base_only));
  history.folder_issues = std::move(found.folder_issues);
  history.execution = std::move(found.execution);
  history.prisma_schema = std::move(found.prisma_schema);
  history.server = std::move(found.server);
  history.order_note = std::move(found.order_note);
  history.git = std::move(found.git);
  return history;
}

/// Beside the configuration, or at the repository's root where there is none.
std::string decisions_path(const Config& config, const std::string& start) {
  const fs::path folder =
      config.path.empty() ? fs::path(root_around(start)) : fs::path(config.path).parent_path();
  return as_typed((folder / config.decisions).string());
}

Project read_project(const Options& options, Batch batch, bool always_read,
                     const std::shared_ptr<Repositories>& repositories, Loaded& loaded) {
  DiscoverOptions wanted = discover_options(options, batch, always_read);
  wanted.repositories = repositories;
  Discovery found = discover(wanted, batch.config);
  const std::string start = batch.paths.empty() ? std::string() : batch.paths.front();
  const std::string named = start == "-" ? *options.stdin_filename : start;
  Project project{.config = std::move(batch.config)};
  project.decisions_path = decisions_path(project.config, named);
  try {
    note_edits(options, named, *repositories, project);
  } catch (const Error&) {
    // Nothing to compare with. Where the job needs that, discover() has refused it; --all and a migration
    // that is named do not.
    project.edited_configurations.clear();
  }
  if (const auto text = read_if_there(options, project.decisions_path, *repositories))
    project.decisions = parse_decisions(*text, project.decisions_path);
  for (FoundHistory& history : found.histories) {
    project.read.push_back(history.read);
    project.histories.push_back(history_of(std::move(history)));
  }
  std::ranges::move(found.errors, std::back_inserter(loaded.errors));
  std::ranges::move(found.notes, std::back_inserter(loaded.notes));
  if (loaded.selection.empty()) loaded.selection = found.selection;
  note_other_spelling(options, named, loaded.notes);
  return project;
}

}  // namespace

Config Project::config_of(const History& history) const {
  Config own = config;
  if (history.server && own.postgres_from.empty()) {
    own.postgres = history.server->major;
    own.postgres_from = history.server->shown_by;
  }
  return own;
}

Catalog end_of(const History& history, int postgres) {
  Catalog catalog;
  catalog.postgres = postgres;
  for (std::size_t m = 0; m < history.migrations.size(); ++m) {
    const Migration& migration = history.migrations[m];
    catalog.current_migration = static_cast<int>(m);
    for (std::size_t s = 0; s < migration.statements.size(); ++s) {
      catalog.current_statement = static_cast<int>(s);
      replay(catalog, migration.statements[s]);
    }
  }
  ++catalog.current_migration;
  begin_session(catalog);  // the last one ends, and with it what was temporary
  return catalog;
}

std::string root_around(const std::string& path) {
  std::error_code ignored;
  return repository_root(fs::weakly_canonical(fs::absolute(path.empty() ? "." : path), ignored).string());
}

std::string read_file(const std::string& path, std::size_t most) {
  FileContent content = read_regular(path, most);
  if (!content.text) throw Error(fmt::format("{}: {}", path_in_prose(path), content.problem));
  return std::move(*content.text);
}

Config load_config(const Options& options, const std::string& path, Repositories& repositories) {
  const auto found = find_config(options, path, repositories);
  Config config = found ? parse_config(found->text, found->path) : Config{};
  apply(options, config);
  return config;
}

Config load_config(const Options& options, const std::string& path) {
  Repositories repositories;
  return load_config(options, path, repositories);
}

Loaded load(const Options& options, bool always_read) {
  Loaded loaded;
  const auto repositories = std::make_shared<Repositories>();
  for (Batch& batch : batches_of(options, *repositories)) {
    loaded.projects.push_back(read_project(options, std::move(batch), always_read, repositories, loaded));
  }
  return loaded;
}

}  // namespace miglint
