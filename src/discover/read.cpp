#include "discover/read.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace miglint {

namespace {

/// Where a migration that is not on the disk would stand: read_folder sorts by names, so a folder with it
/// tells.
void insert_missing(const Request& request, const Files& files, const std::function<PrismaVersion()>& prisma,
                    MigrationsFolder& folder) {
  for (const std::string& path : request.migrations) {
    const bool listed =
        std::ranges::any_of(folder.migrations, [&](const MigrationFile& m) { return m.path == path; });
    const auto name = migration_name(relative_to(path, request.migrations_dir), request.layout);
    if (listed || !name) continue;
    const Files with = {
        .list =
            [&](const std::string& directory) {
              auto entries = files.list(directory);
              const bool is_folder =
                  !file_in_folder(request.layout).empty() && directory == request.migrations_dir;
              const std::string added = is_folder ? *name : std::string(file_name(path));
              if (directory == (is_folder ? parent(parent(path)) : parent(path))) {
                std::erase_if(entries, [&](const DirectoryEntry& e) { return e.name == added; });
                entries.push_back({added, is_folder ? FileKind::directory : FileKind::file});
                std::ranges::sort(entries, {}, &DirectoryEntry::name);
              }
              return entries;
            },
        .read = files.read,
        .kind = [&](const std::string& p) -> std::optional<FileKind> {
          if (p == path) return FileKind::file;
          if (p == parent(path)) return FileKind::directory;
          return files.kind(p);
        }};
    folder = read_folder(request.migrations_dir, request.layout, with, prisma);
  }
}

/// Judging one migration means: in the state that the earlier ones leave.
void drop_later(const Request& request, std::vector<MigrationFile>& migrations) {
  if (request.whole) return;
  const auto last = std::ranges::find_if(migrations.rbegin(), migrations.rend(), [&](const MigrationFile& m) {
    return request.migrations.contains(m.path);
  });
  migrations.erase(last.base(), migrations.end());
}

bool is_named(const Request& request, const FolderIssue& issue) {
  return request.whole || std::ranges::any_of(request.migrations, [&](const std::string& path) {
           return is_within(issue.path, parent(path));
         });
}

/// The file says `setting` on a line of its own, whatever its blanks.
bool says(const std::string& path, std::string_view setting, const Files& files) {
  std::string text = "\n" + files.read(path).text.value_or("") + "\n";
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
  return text.find(fmt::format("\n{}\n", setting)) != std::string::npos;
}

/// What a runner reads beside a migration: diesel its folder's metadata.toml, Flyway `V1__a.sql.conf`.
bool has_no_transaction(const MigrationFile& migration, Layout layout, const Files& files) {
  if (layout == Layout::diesel)
    return says(join(parent(migration.path), "metadata.toml"), "run_in_transaction=false", files);
  return layout == Layout::flyway && says(migration.path + ".conf", "executeInTransaction=false", files);
}

}  // namespace

ListedHistory list_history(const Request& request, const Files& files,
                           const std::function<PrismaVersion()>& prisma) {
  ListedHistory listed{.request = request,
                       .folder = read_folder(request.migrations_dir, request.layout, files, prisma)};
  insert_missing(request, files, prisma, listed.folder);
  drop_later(request, listed.folder.migrations);
  for (FolderIssue& issue : listed.folder.issues) issue.judged = is_named(request, issue);
  return listed;
}

std::optional<SourceFile> read_migration(const MigrationFile& migration, const ListedHistory& listed,
                                         const Files& files, const Display& display,
                                         std::vector<FileError>& errors) {
  FileContent content = files.read(migration.path);
  if (!content.text) {
    errors.push_back({display(migration.path), content.problem.empty() ? "is not there" : content.problem});
    return std::nullopt;
  }
  if (is_liquibase_sql(*content.text)) {
    errors.push_back({display(migration.path), fmt::format("holds {}", liquibase_sql)});
    return std::nullopt;
  }
  SourceFile file{.path = display(migration.path),
                  .name = migration.name,
                  .migrations_dir = display(listed.request.migrations_dir),
                  .text = std::move(*content.text),
                  .layout = listed.request.layout,
                  .judged = listed.request.whole || listed.request.migrations.contains(migration.path)};
  file.no_transaction = has_no_transaction(migration, file.layout, files);
  mark_sections(file);
  return file;
}

}  // namespace miglint
