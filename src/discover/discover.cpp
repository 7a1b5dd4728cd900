#include "discover/discover.hpp"

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <map>

#include "discover/read.hpp"
#include "discover/walk.hpp"

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

/// One request a migrations folder, whatever number of paths led to it.
void merge(std::map<std::string, Request>& requests, const std::vector<Request>& found) {
  for (const Request& request : found) {
    Request& merged = requests.try_emplace(request.migrations_dir, request).first->second;
    merged.whole |= request.whole;
    merged.migrations.insert(request.migrations.begin(), request.migrations.end());
  }
}

std::vector<std::string> starting_points(const DiscoverOptions& options, const Config& config) {
  std::vector<std::string> paths;
  for (const std::string& path : options.paths) paths.push_back(absolute(path));
  if (options.standard_input) paths.push_back(absolute(options.standard_input->filename));
  if (!paths.empty()) return paths;
  for (const std::string& folder : config.migrations) paths.push_back(absolute(join(parent(absolute(config.path)), folder)));
  if (!paths.empty()) return paths;
  const std::string current = absolute("."), root = repository_root(current);
  return {root.empty() ? current : root};
}

std::map<std::string, Request> requests_of(const DiscoverOptions& options, const Config& config, const Files& files, const Display& display,
                                           Discovery& discovery) {
  std::map<std::string, Request> requests;
  const std::string input = options.standard_input ? absolute(options.standard_input->filename) : "";
  for (const std::string& path : starting_points(options, config)) {
    if (path != input && !files.kind(path)) {
      discovery.errors.push_back({display(path), "there is no such file or folder"});
      continue;
    }
    const std::vector<Request> found = resolve(path, files, [](const std::string&) { return false; });
    if (found.empty()) discovery.notes.push_back(fmt::format("no migrations in {}", display(path)));
    merge(requests, found);
  }
  return requests;
}

FoundHistory found_history(const RawHistory& raw, const Files& files, const Display& display, std::vector<FileError>& errors) {
  FoundHistory found{.migrations_dir = display(raw.request.migrations_dir),
                     .layout = raw.request.layout,
                     .folder_issues = raw.folder.issues,
                     .execution = raw.execution,
                     .order_note = raw.folder.order_note};
  for (FolderIssue& issue : found.folder_issues) issue.path = display(issue.path);
  for (const MigrationFile& migration : raw.folder.migrations) {
    if (auto file = read_migration(migration, raw, files, display, errors)) found.files.push_back(std::move(*file));
  }
  return found;
}

}  // namespace

Discovery discover(const DiscoverOptions& options, const Config& config) {
  const Display display;
  const Files files = with_standard_input(disk_files(), options.standard_input);
  Discovery discovery;
  for (const auto& [directory, request] : requests_of(options, config, files, display, discovery)) {
    if (const auto provider = request.layout == Layout::prisma ? foreign_provider(directory, files) : std::nullopt) {
      discovery.notes.push_back(fmt::format("{}: its provider is \"{}\", not postgresql: left out", display(directory), *provider));
      continue;
    }
    const std::string root = repository_root(directory);
    discovery.histories.push_back(found_history(list_history(request, root.empty() ? "/" : root, files, config), files, display, discovery.errors));
  }
  discovery.selection = "all";
  return discovery;
}

std::string repository_root(const std::string& path) {
  for (std::string folder = path; !folder.empty(); folder = parent(folder)) {
    std::error_code error;
    if (std::filesystem::exists(join(folder, ".git"), error)) return folder;
    if (folder == "/") break;
  }
  return {};
}

}  // namespace miglint
