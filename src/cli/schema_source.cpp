#include "cli/schema_source.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <map>
#include <ranges>

#include "cli/project.hpp"
#include "discover/git_repository.hpp"
#include "discover/prisma_schema.hpp"
#include "discover/prisma_version.hpp"
#include "discover/read.hpp"
#include "discover/server_version.hpp"
#include "discover/workspace.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/lint.hpp"
#include "parse/parser.hpp"
#include "prisma/catalog.hpp"
#include "prisma/tree.hpp"
#include "prisma/validate.hpp"

namespace miglint {

namespace {

using Kind = SchemaSource::Kind;

bool is_on_disk(const std::string& path) { return disk_files().kind(absolute(path)).has_value(); }

/// `@REF` at the end, unless the whole is a path that is there.
std::optional<std::string> take_revision(std::string& text) {
  const std::size_t at = text.rfind('@');
  if (at == std::string::npos || at + 1 == text.size() || is_on_disk(text)) return std::nullopt;
  std::string revision = text.substr(at + 1);
  text.erase(at);
  return revision;
}

bool has_prisma_files(const std::string& folder) {
  return std::ranges::any_of(disk_files().list(absolute(folder)), [](const DirectoryEntry& entry) {
    return entry.kind == FileKind::file && entry.name.ends_with(".prisma");
  });
}

Kind kind_of_path(const std::string& path) {
  return path.ends_with(".prisma") || (!path.empty() && has_prisma_files(path)) ? Kind::prisma
                                                                                : Kind::migrations;
}

/// The files of one side, and what keeps them alive.
struct Place {
  std::optional<GitRepository> repository;
  CommitHandle commit;
  Files files = disk_files();
  std::string root;  ///< of the repository; empty: outside git
};

Place place_of(const SchemaSource& source) {
  Place place;
  const std::string start = absolute(source.path.empty() ? "." : source.path);
  place.root = repository_root(start);
  if (source.revision || !place.root.empty())
    place.repository = GitRepository::open(place.root.empty() ? start : place.root);
  if (!source.revision) return place;
  if (!place.repository)
    throw Error(fmt::format("@{}: {} is in no git repository", path_in_prose(*source.revision),
                            path_in_prose(source.path.empty() ? "." : source.path)));
  place.commit = place.repository->commit(*source.revision);
  if (place.commit == nullptr)
    throw Error(fmt::format("there is no revision {} in {}; `git fetch` may bring it",
                            path_in_prose(*source.revision), path_in_prose(place.root)));
  place.files = place.repository->commit_files(place.commit.get());
  return place;
}

std::string at_revision(const SchemaSource& source) {
  return source.revision ? " at " + path_in_prose(*source.revision) : std::string();
}

/// Where to look for migrations: the path that is named, else the configuration's folders, else everywhere.
std::vector<std::string> starting_points(const SchemaSource& source, const Place& place,
                                         const Config& config) {
  if (!source.path.empty()) return {absolute(source.path)};
  std::vector<std::string> paths = configured_folders(config);
  if (paths.empty()) paths.push_back(place.root.empty() ? absolute(".") : place.root);
  return paths;
}

/// As `check` finds them: neither in a repository inside the repository nor, unless named, where git ignores
/// them.
std::vector<Request> requests_in(const std::vector<std::string>& paths, const Place& place) {
  std::map<std::string, Request> found;
  for (const std::string& path : paths) {
    for (Request& request : resolve(path, place.files, is_nested_repository).requests) {
      const std::string& folder = request.migrations_dir;
      const bool ignored = folder != path && request.whole && place.repository && !place.commit &&
                           place.repository->ignores_all_of(folder);
      if (!ignored) found.emplace(folder, std::move(request));
    }
  }
  const auto requests = found | std::views::values;
  return {requests.begin(), requests.end()};
}

/// The one folder of migrations that the source means.
Request request_of(const SchemaSource& source, const Place& place, const Config& config,
                   const Display& display) {
  const std::vector<std::string> paths = starting_points(source, place, config);
  const std::string& start = paths.front();
  std::vector<Request> found = requests_in(paths, place);
  if (found.empty())
    throw Error(fmt::format("{}{} holds no migrations; `migrations:PATH` names their folder",
                            path_in_prose(display(start)), at_revision(source)));
  if (found.size() == 1) return std::move(found.front());
  std::vector<std::string> folders;
  for (const Request& request : found) folders.push_back("migrations:" + display(request.migrations_dir));
  throw Error(fmt::format("there are {} folders of migrations; say which: {}", found.size(),
                          fmt::join(folders, ", ")));
}

PrismaVersion version_of(const std::string& migrations_dir, const Place& place, const Config& config) {
  return prisma_version(migrations_dir, place.root, place.files, config.prisma);
}

int server_of(const std::string& migrations_dir, const Place& place, const Config& config,
              const Display& display) {
  if (!config.postgres_from.empty()) return config.postgres;
  const std::optional<Server> shown = shown_server(migrations_dir, place.root, place.files, display);
  return shown ? shown->major : config.postgres;
}

SourcedSchema read_migrations(const SchemaSource& source, const Options& options) {
  const Display display;
  const Place place = place_of(source);
  const Config config = load_config(options, source.path);
  const Request request = request_of(source, place, config, display);
  const ListedHistory listed =
      list_history(request, place.files, [&] { return version_of(request.migrations_dir, place, config); });
  std::vector<SourceFile> files;
  std::vector<FileError> errors;
  for (const MigrationFile& migration : listed.folder.migrations)
    if (auto file = read_migration(migration, listed, place.files, display, errors))
      files.push_back(std::move(*file));
  if (!errors.empty())
    throw Error(fmt::format("{}: {}", path_in_prose(errors.front().path), errors.front().message));
  History history{.migrations_dir = display(request.migrations_dir), .layout = request.layout};
  history.migrations = parse_all(std::move(files));
  return {.catalog = end_of(history, server_of(request.migrations_dir, place, config, display)),
          .kind = Kind::migrations,
          .written = {},
          .said = path_in_prose(history.migrations_dir) + at_revision(source)};
}

// ---- schema.prisma ----------------------------------------------------------------------------------------

std::vector<SchemaFile> named_files(const SchemaSource& source, const Place& place, const Display& display) {
  const std::string path = absolute(source.path);
  if (place.files.kind(path) == FileKind::directory) {
    std::vector<SchemaFile> found = schema_files_in(path, place.files, display);
    if (found.empty())
      throw Error(
          fmt::format("{}{} holds no .prisma file", path_in_prose(display(path)), at_revision(source)));
    return found;
  }
  FileContent content = place.files.read(path);
  if (!content.text)
    throw Error(fmt::format("{}{}: {}", path_in_prose(display(path)), at_revision(source),
                            content.problem.empty() ? "is not there" : content.problem));
  return {{.path = display(path), .text = std::move(*content.text)}};
}

std::vector<SchemaFile> prisma_files(const SchemaSource& source, const Place& place, const Config& config,
                                     const Display& display) {
  if (!source.path.empty()) return named_files(source, place, display);
  const Request request =
      request_of({.kind = Kind::migrations, .path = {}, .revision = source.revision}, place, config, display);
  std::vector<SchemaFile> found = schema_files_beside(request.migrations_dir, place.files, display);
  if (found.empty())
    throw Error(fmt::format("there is no schema.prisma beside {}{}; `prisma:PATH` names it",
                            path_in_prose(display(request.migrations_dir)), at_revision(source)));
  return found;
}

[[noreturn]] void refuse(const prisma::Tree& tree, const std::vector<prisma::Problem>& problems) {
  std::vector<std::string> lines;
  for (const prisma::Problem& problem : problems) {
    const prisma::Position at = prisma::position(tree, problem.place);
    lines.push_back(fmt::format(
        "{}:{}:{}: {}", path_in_prose(tree.files.at(static_cast<std::size_t>(problem.place.file)).path),
        at.line, at.column, problem.message));
  }
  throw Error(fmt::format("{}", fmt::join(lines, "\n")));
}

SourcedSchema read_prisma(const SchemaSource& source, const Options& options) {
  const Display display;
  const Place place = place_of(source);
  const Config config = load_config(options, source.path);
  const prisma::Tree tree = prisma::parse(prisma_files(source, place, config, display));
  if (const std::vector<prisma::Problem> problems = prisma::problems_of(tree); !problems.empty())
    refuse(tree, problems);
  const std::string beside = join(parent(absolute(tree.files.front().path)), "migrations");
  return {.catalog = prisma::catalog_of(tree, version_of(beside, place, config).major()),
          .kind = Kind::prisma,
          .written = prisma::written(tree),
          .said = path_in_prose(tree.files.front().path) + at_revision(source)};
}

}  // namespace

SchemaSource parse_schema_source(std::string_view text) {
  std::string rest(text);
  SchemaSource source{.kind = Kind::empty, .path = {}, .revision = take_revision(rest)};
  if (rest == "empty") return source;
  for (const auto& [word, kind] :
       {std::pair("migrations", Kind::migrations), std::pair("prisma", Kind::prisma)}) {
    const std::string_view name = word;
    const bool has_path = rest.starts_with(std::string(name) + ":");
    if (rest != name && !has_path) continue;
    source.kind = kind;
    if (has_path) source.path = rest.substr(name.size() + 1);
    return source;
  }
  if (!source.revision && !is_on_disk(rest))
    throw Error(
        fmt::format("{} is no schema: say `empty`, `migrations[:PATH]`, `prisma[:PATH]`, each with @REF "
                    "for a git revision, or a path that is there",
                    path_in_prose(text)));
  source.kind = kind_of_path(rest);
  source.path = rest;
  return source;
}

SourcedSchema read_schema(const SchemaSource& source, const Options& options) {
  switch (source.kind) {
    case Kind::migrations:
      return read_migrations(source, options);
    case Kind::prisma:
      return read_prisma(source, options);
    case Kind::empty:
      break;
  }
  SourcedSchema nothing{.catalog = {}, .kind = Kind::empty, .written = {}, .said = "an empty database"};
  nothing.catalog.schemas.clear();
  return nothing;
}

}  // namespace miglint
