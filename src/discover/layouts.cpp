#include "discover/layouts.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>
#include <map>
#include <simdjson.h>

#include "discover/order.hpp"
#include "discover/unread.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

constexpr std::string_view migration_file = "migration.sql";

bool is_sql(const DirectoryEntry& entry) {
  return entry.kind != FileKind::directory && entry.name.ends_with(".sql");
}

bool has_file(const std::vector<DirectoryEntry>& entries, std::string_view name) {
  return std::ranges::any_of(
      entries, [&](const DirectoryEntry& e) { return e.kind != FileKind::directory && e.name == name; });
}
bool has_folder(const std::vector<DirectoryEntry>& entries, std::string_view name) {
  return std::ranges::any_of(
      entries, [&](const DirectoryEntry& e) { return e.kind == FileKind::directory && e.name == name; });
}

/// A folder, or a link to one: migration.sql is looked for through links.
bool is_folder(const DirectoryEntry& entry, const std::string& path, const Files& files) {
  return entry.kind == FileKind::directory ||
         (entry.kind == FileKind::symlink && files.kind(path) == FileKind::directory);
}

/// `20240101000000_init`: what `prisma migrate dev` calls a folder.
bool is_timestamped(std::string_view name) {
  return name.size() > 14 && name.substr(0, 14).find_first_not_of("0123456789") == std::string_view::npos &&
         name[14] == '_';
}

bool is_prisma(const std::string& directory, const std::vector<DirectoryEntry>& entries, const Files& files) {
  if (has_file(entries, "migration_lock.toml")) return true;
  // then a folder that lost its migration.sql is still one of Prisma's
  const bool named = file_name(directory) == "migrations";
  return std::ranges::any_of(entries, [&](const DirectoryEntry& entry) {
    if (entry.kind != FileKind::directory) return false;
    return (named && is_timestamped(entry.name)) ||
           files.kind(join(join(directory, entry.name), migration_file)).has_value();
  });
}

/// Other folders than migrations hold an up.sql, too: theirs are numbered.
bool is_diesel(const std::string& directory, const std::vector<DirectoryEntry>& entries, const Files& files) {
  return std::ranges::any_of(entries, [&](const DirectoryEntry& entry) {
    return entry.kind == FileKind::directory && is_diesel_name(entry.name) &&
           files.kind(join(join(directory, entry.name), file_in_folder(Layout::diesel))).has_value();
  });
}

/// `V1__x.sql`, `V1_2.3__x.sql`, `R__x.sql`, `U1__x.sql`, `B1__x.sql`: Flyway's names with its default
/// prefixes.
bool is_flyway_name(std::string_view name) {
  if (!name.ends_with(".sql") || name.empty() ||
      std::string_view("VRUB").find(name.front()) == std::string_view::npos)
    return false;
  const std::size_t separator = name.find("__");
  if (separator == std::string_view::npos) return false;
  if (name.front() == 'R') return separator == 1;
  const std::string_view version = name.substr(1, separator - 1);
  return !version.empty() && is_digit(version.front()) &&
         version.find_first_not_of("0123456789._") == std::string_view::npos;
}

bool any_sql_named(const std::vector<DirectoryEntry>& entries, bool (*wanted)(std::string_view)) {
  return std::ranges::any_of(
      entries, [&](const DirectoryEntry& entry) { return is_sql(entry) && wanted(entry.name); });
}

/// Goose, dbmate and others look alike from outside: a marker in the files tells them from plain ones.
std::optional<Layout> layout_by_markers(std::string_view text) {
  if (text.find("-- +goose ") != std::string_view::npos) return Layout::goose;
  if (text.find("-- migrate:up") != std::string_view::npos) return Layout::dbmate;
  if (text.find("-- +migrate ") != std::string_view::npos) return Layout::sql_migrate;
  return has_node_pg_markers(text) ? std::optional(Layout::node_pg_migrate) : std::nullopt;
}

/// The first SQL file that can be read: all files of a folder are one runner's.
std::string first_text(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                       const Files& files) {
  for (const DirectoryEntry& entry : entries) {
    if (!is_sql(entry) || entry.kind != FileKind::file) continue;
    if (FileContent content = files.read(join(directory, entry.name)); content.text)
      return std::move(*content.text);
  }
  return {};
}

bool starts_with_digits(std::string_view name) { return !name.empty() && is_digit(name.front()); }

std::optional<Layout> layout_by_names(const std::string& directory,
                                      const std::vector<DirectoryEntry>& entries) {
  if (any_sql_named(entries, [](std::string_view name) { return name.ends_with(".up.sql"); }))
    return Layout::golang_migrate;
  if (any_sql_named(entries, is_flyway_name)) return Layout::flyway;
  const bool of_supabase = file_name(directory) == "migrations" && file_name(parent(directory)) == "supabase";
  return of_supabase ? std::optional(Layout::supabase) : std::nullopt;
}

constexpr std::array<std::string_view, 4> usual_names = {"migrations", "migration", "migrate", "drizzle"};

// ---- Prisma -----------------------------------------------------------------------------------------------

/// What stands in a migration's folder where migration.sql should: another .sql first, then any file, then
/// any folder.
FolderIssue issue_of(const std::string& folder, const Files& files) {
  const std::vector<DirectoryEntry> entries = files.list(folder);
  const auto sql = std::ranges::find_if(entries, is_sql);
  FolderIssue issue{.name = std::string(file_name(folder)), .path = folder, .found = {}};
  if (sql != entries.end()) {
    issue.kind = FolderIssue::Kind::file_not_named_migration_sql;
    issue.found = sql->name;
    issue.path = join(folder, sql->name);
  } else if (entries.empty()) {
    issue.kind = FolderIssue::Kind::empty_folder;
  } else {
    issue.found = entries.front().name;
  }
  return issue;
}

MigrationsFolder read_prisma(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                             const Files& files) {
  MigrationsFolder folder;
  for (const DirectoryEntry& entry : entries) {
    const std::string path = join(directory, entry.name);
    if (is_folder(entry, path, files)) {
      const std::string file = join(path, migration_file);
      if (files.kind(file))
        folder.migrations.push_back({entry.name, file});
      else
        folder.issues.push_back(issue_of(path, files));
    } else if (is_sql(entry)) {
      folder.issues.push_back({.kind = FolderIssue::Kind::file_not_named_migration_sql,
                               .name = entry.name,
                               .path = path,
                               .found = entry.name});
    }
  }
  return folder;
}

/// From CLI 6.6 on the names are sorted with localeCompare; before, and in the engine, by their bytes.
void order_prisma(MigrationsFolder& folder, const std::function<PrismaVersion()>& prisma) {
  const auto locale_less = [](const MigrationFile& a, const MigrationFile& b) {
    return locale_compare(a.name, b.name) < 0;
  };
  std::ranges::sort(folder.migrations, {}, &MigrationFile::name);
  if (std::ranges::is_sorted(folder.migrations, locale_less)) return;
  std::vector<MigrationFile> other = folder.migrations;
  std::ranges::stable_sort(other, locale_less);
  const auto [bytes, locale] =
      std::ranges::mismatch(folder.migrations, other, {}, &MigrationFile::name, &MigrationFile::name);
  const PrismaVersion version = prisma();
  const bool is_newer = version.range && version.range->surely_from({6, 6});
  folder.order_note = fmt::format(
      "Prisma up to 6.5 applies \"{}\" here, from 6.6 on \"{}\": the names sort differently; taken as {} "
      "does",
      bytes->name, locale->name, is_newer ? "6.6" : "6.5");
  if (is_newer) folder.migrations = std::move(other);
}

// ---- Folders of .sql files --------------------------------------------------------------------------------

bool runs_upward(std::string_view name, Layout layout) {
  if (layout == Layout::golang_migrate) return name.ends_with(".up.sql");
  if (layout == Layout::flyway) return is_flyway_name(name) && name.front() != 'U';
  return !name.ends_with(".down.sql");
}

std::string name_of(std::string_view file, Layout layout) {
  const std::string_view name = stem(file);
  return std::string(layout == Layout::golang_migrate ? stem(name) : name);
}

/// A repeatable migration has no version and runs after all that have one, by description.
std::vector<std::string> flyway_version(std::string_view name) {
  return name.front() == 'R' ? std::vector<std::string>{} : version_of(name.substr(1));
}

bool flyway_before(const MigrationFile& a, const MigrationFile& b) {
  const bool a_repeats = a.name.front() == 'R', b_repeats = b.name.front() == 'R';
  if (a_repeats != b_repeats) return b_repeats;
  return compare_versions(flyway_version(a.name), flyway_version(b.name)) < 0;
}

/// golang-migrate, goose and the rest take the number at the front; what has none comes last, by name.
bool number_before(const MigrationFile& a, const MigrationFile& b) {
  std::vector<std::string> x = version_of(a.name), y = version_of(b.name);
  if (x.empty() != y.empty()) return y.empty();
  x.resize(std::min<std::size_t>(x.size(), 1));
  y.resize(std::min<std::size_t>(y.size(), 1));
  return compare_versions(x, y) < 0;
}

/// A baseline replaces the versions up to its own for a new database only; the databases that count here have
/// run the versions.
void leave_out_baselines(std::vector<MigrationFile>& migrations) {
  const bool has_versions =
      std::ranges::any_of(migrations, [](const MigrationFile& m) { return m.name.front() == 'V'; });
  if (has_versions) std::erase_if(migrations, [](const MigrationFile& m) { return m.name.front() == 'B'; });
}

/// The journal's tags in order; a file it does not name is not run, but one that was just written by hand
/// still deserves a look: it comes last.
void order_drizzle(const std::string& directory, const Files& files, std::vector<MigrationFile>& migrations) {
  const FileContent journal = files.read(join(directory, "meta/_journal.json"));
  simdjson::dom::parser parser;
  simdjson::dom::array entries;
  if (!journal.text || parser.parse(simdjson::padded_string(*journal.text))["entries"].get(entries)) return;
  std::map<std::string, std::size_t, std::less<>> places;
  for (const simdjson::dom::element entry : entries) {
    std::string_view tag;
    if (!entry["tag"].get(tag)) places.emplace(tag, places.size());
  }
  const auto place = [&](const MigrationFile& m) {
    return places.contains(m.name) ? places.find(m.name)->second : places.size();
  };
  std::ranges::stable_sort(migrations, {}, place);
}

/// down.sql is the way back.
MigrationsFolder read_diesel(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                             const Files& files) {
  MigrationsFolder folder;
  for (const DirectoryEntry& entry : entries) {
    const std::string path = join(directory, entry.name);
    const std::string file = join(path, file_in_folder(Layout::diesel));
    if (is_folder(entry, path, files) && files.kind(file)) folder.migrations.push_back({entry.name, file});
  }
  std::ranges::stable_sort(folder.migrations, number_before);
  return folder;
}

MigrationsFolder read_sql_files(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                Layout layout, const Files& files) {
  MigrationsFolder folder;
  for (const DirectoryEntry& entry : entries) {
    if (is_sql(entry) && runs_upward(entry.name, layout))
      folder.migrations.push_back({name_of(entry.name, layout), join(directory, entry.name)});
  }
  if (layout == Layout::flyway) leave_out_baselines(folder.migrations);
  if (layout == Layout::flyway)
    std::ranges::stable_sort(folder.migrations, flyway_before);
  else if (layout != Layout::dbmate && layout != Layout::supabase)
    std::ranges::stable_sort(folder.migrations, number_before);
  if (layout == Layout::drizzle) order_drizzle(directory, files, folder.migrations);
  return folder;
}

}  // namespace

std::optional<Layout> layout_of(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                const Files& files) {
  if (has_folder(entries, "meta") && files.kind(join(directory, "meta/_journal.json")))
    return Layout::drizzle;
  if (is_prisma(directory, entries, files)) return Layout::prisma;
  if (is_diesel(directory, entries, files)) return Layout::diesel;
  if (!std::ranges::any_of(entries, is_sql)) return std::nullopt;
  if (const auto layout = layout_by_names(directory, entries)) return layout;
  const bool named = std::ranges::find(usual_names, file_name(directory)) != usual_names.end();
  if (!named && !any_sql_named(entries, starts_with_digits)) return std::nullopt;
  const std::string text = first_text(directory, entries, files);
  if (is_liquibase_sql(text)) return std::nullopt;
  if (const auto layout = layout_by_markers(text)) return layout;
  return named ? std::optional(Layout::plain) : std::nullopt;
}

std::optional<Layout> layout_of_named(const std::string& directory,
                                      const std::vector<DirectoryEntry>& entries, const Files& files) {
  if (const auto layout = layout_of(directory, entries, files)) return layout;
  if (!std::ranges::any_of(entries, is_sql)) return std::nullopt;
  const std::string text = first_text(directory, entries, files);
  if (is_liquibase_sql(text)) return std::nullopt;
  return layout_by_markers(text).value_or(Layout::plain);
}

MigrationsFolder read_folder(const std::string& directory, Layout layout, const Files& files,
                             const std::function<PrismaVersion()>& prisma) {
  const std::vector<DirectoryEntry> entries = files.list(directory);
  if (layout == Layout::diesel) return read_diesel(directory, entries, files);
  if (layout != Layout::prisma) return read_sql_files(directory, entries, layout, files);
  MigrationsFolder folder = read_prisma(directory, entries, files);
  order_prisma(folder, prisma);
  return folder;
}

std::string_view file_in_folder(Layout layout) {
  return layout == Layout::prisma ? migration_file : layout == Layout::diesel ? "up.sql" : "";
}

bool is_diesel_name(std::string_view name) { return starts_with_digits(name); }

std::optional<std::string> migration_name(std::string_view relative_path, Layout layout) {
  const std::size_t slash = relative_path.find('/');
  if (const std::string_view sql = file_in_folder(layout); !sql.empty()) {
    if (slash == std::string_view::npos || relative_path.substr(slash + 1) != sql) return std::nullopt;
    return std::string(relative_path.substr(0, slash));
  }
  if (slash != std::string_view::npos || !relative_path.ends_with(".sql") ||
      !runs_upward(relative_path, layout))
    return std::nullopt;
  return name_of(relative_path, layout);
}

}  // namespace miglint
