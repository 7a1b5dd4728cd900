#include "discover/unread.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

bool starts_with_digit(std::string_view name) { return !name.empty() && is_digit(name.front()); }
bool has_digit_after(std::string_view name, std::string_view prefix) {
  return name.starts_with(prefix) && starts_with_digit(name.substr(prefix.size()));
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool has_entry(const std::vector<DirectoryEntry>& entries, std::string_view name) {
  return std::ranges::binary_search(entries, name, {},
                                    [](const DirectoryEntry& entry) { return std::string_view(entry.name); });
}

std::string text_of(const std::string& directory, const std::string& name, const Files& files) {
  return files.read(join(directory, name)).text.value_or("");
}

/// What the file's name alone tells, in a folder of migrations: its beginning and its ending.
struct NamedKind {
  std::string_view ending;
  bool (*begins)(std::string_view name);
  std::string_view what;
};

constexpr std::array<NamedKind, 9> named_kinds = {{
    {".rb", starts_with_digit, "Rails' migrations, which are Ruby"},
    {".exs", starts_with_digit, "Ecto's migrations, which are Elixir"},
    {".php",
     [](std::string_view name) {
       return starts_with_digit(name) || has_digit_after(name, "Version") || has_digit_after(name, "m");
     },
     "migrations in PHP (Laravel, Doctrine, …)"},
    {".cs", starts_with_digit, "Entity Framework's migrations, which are C#"},
    {".java", [](std::string_view name) { return has_digit_after(name, "V"); },
     "Flyway's migrations in Java"},
    {".kt", [](std::string_view name) { return has_digit_after(name, "V"); },
     "Flyway's migrations in Kotlin"},
    {".rs", [](std::string_view name) { return has_digit_after(name, "V"); },
     "refinery's migrations in Rust"},
    {".rs", [](std::string_view name) { return has_digit_after(name, "m"); },
     "SeaORM's migrations, which are Rust"},
    {".py", starts_with_digit, "Django's migrations, which are Python"},
}};

/// Words that tell whose the code is, the more special one first.
struct SpokenKind {
  std::string_view word, what;
};
constexpr std::array<SpokenKind, 11> spoken_kinds = {{
    {"mikro-orm", "MikroORM's migrations, which are code"},
    {"typeorm", "TypeORM's migrations, which are code"},
    {"MigrationInterface", "TypeORM's migrations, which are code"},
    {"queryInterface", "Sequelize's migrations, which are code"},
    {"equelize", "Sequelize's migrations, which are code"},
    {"ysely", "Kysely's migrations, which are code"},
    {"knex", "knex's migrations, which are code"},
    {"node-pg-migrate", "node-pg-migrate's migrations in JavaScript or TypeScript"},
    {"pgm.", "node-pg-migrate's migrations in JavaScript or TypeScript"},
    {"db-migrate", "db-migrate's migrations, which are code"},
    {"dbm.", "db-migrate's migrations, which are code"},
}};

bool is_script(std::string_view name) {
  constexpr std::array<std::string_view, 6> endings = {".ts", ".js", ".mts", ".mjs", ".cts", ".cjs"};
  return !name.ends_with(".d.ts") &&
         std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

/// Scripts that migrate something else (MongoDB, files) look the same from outside.
std::string_view kind_of_script(const std::string& directory, const std::string& name, const Files& files) {
  if (!is_script(name) || !(starts_with_digit(name) || has_digit_after(name, "Migration"))) return {};
  const std::string text = text_of(directory, name, files);
  const auto found =
      std::ranges::find_if(spoken_kinds, [&](const SpokenKind& kind) { return contains(text, kind.word); });
  return found == spoken_kinds.end() ? std::string_view() : found->what;
}

std::string_view kind_of_go(const std::string& directory, const std::string& name, const Files& files) {
  if (!name.ends_with(".go") || !starts_with_digit(name)) return {};
  return contains(text_of(directory, name, files), "goose") ? "goose's migrations in Go" : "";
}

std::string_view kind_by_name(std::string_view name, const std::vector<DirectoryEntry>& entries) {
  for (const NamedKind& kind : named_kinds) {
    if (!name.ends_with(kind.ending) || !kind.begins(name)) continue;
    return kind.ending != ".py" || has_entry(entries, "__init__.py") ? kind.what : std::string_view();
  }
  return {};
}

std::string_view kind_of_file(const std::string& directory, const std::string& name,
                              const std::vector<DirectoryEntry>& entries, const Files& files) {
  if (const std::string_view kind = kind_by_name(name, entries); !kind.empty()) return kind;
  if (const std::string_view kind = kind_of_script(directory, name, files); !kind.empty()) return kind;
  return kind_of_go(directory, name, files);
}

/// Files that are looked into, of a folder: they are all of one kind.
constexpr int most_looked_into = 4;

std::string_view kind_of_code(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                              const Files& files) {
  int looked_into = 0;
  for (const DirectoryEntry& entry : entries) {
    if (entry.kind == FileKind::directory || entry.name.ends_with(".sql")) continue;
    const std::string_view kind = kind_of_file(directory, entry.name, entries, files);
    if (!kind.empty()) return kind;
    if (is_script(entry.name) && ++looked_into == most_looked_into) return {};
  }
  return {};
}

/// `20260102T1011_init/ops.json`, in `migrations/app`, an extension's folder beside it, or `migrations`.
bool is_prisma_8(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                 const Files& files) {
  return std::ranges::any_of(entries, [&](const DirectoryEntry& entry) {
    return entry.kind == FileKind::directory && starts_with_digit(entry.name) &&
           files.kind(join(join(directory, entry.name), "ops.json")).has_value();
  });
}

bool is_changelog_name(std::string_view name) {
  constexpr std::array<std::string_view, 5> endings = {".xml", ".yaml", ".yml", ".json", ".sql"};
  return std::ranges::any_of(endings, [&](std::string_view ending) { return name.ends_with(ending); });
}

std::string_view kind_of_changelog(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                   bool is_named_so, const Files& files) {
  int looked_into = 0;
  for (const DirectoryEntry& entry : entries) {
    if (entry.kind == FileKind::directory || !is_changelog_name(entry.name)) continue;
    const bool is_sql = entry.name.ends_with(".sql");
    if (!is_sql && !is_named_so && !contains(lower(entry.name), "changelog")) continue;
    const std::string text = text_of(directory, entry.name, files);
    if (is_sql && is_liquibase_sql(text)) return liquibase_sql;
    if (!is_sql && contains(text, "databaseChangeLog")) return "Liquibase's changelogs";
    if (++looked_into == most_looked_into) return {};
  }
  return {};
}

std::string_view what_is_in(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                            const Files& files) {
  const std::string name = lower(file_name(directory)), above = lower(file_name(parent(directory)));
  if (has_entry(entries, "sqitch.plan")) return "Sqitch's changes, whose plan is not understood";
  if (name == "db" && has_entry(entries, "structure.sql"))
    return "Rails' structure.sql, which is a dump and no migration";
  if (name == "versions" && files.kind(join(parent(directory), "env.py")) &&
      std::ranges::any_of(entries, [](const DirectoryEntry& e) { return e.name.ends_with(".py"); }))
    return "Alembic's migrations, which are Python";
  const bool of_migrations = contains(name, "migrat") || contains(above, "migrat");
  if (of_migrations && is_prisma_8(directory, entries, files))
    return "Prisma 8's migrations (ops.json), which are not read yet";
  if (const std::string_view code = of_migrations ? kind_of_code(directory, entries, files) : "";
      !code.empty())
    return code;
  const bool of_changes = contains(name, "changelog") || contains(name, "liquibase") ||
                          contains(above, "changelog") || contains(above, "liquibase");
  if (of_changes || of_migrations || name == "db" || name == "resources")
    return kind_of_changelog(directory, entries, of_changes, files);
  return {};
}

}  // namespace

std::optional<UnreadKind> unread_in(const std::string& directory, const std::vector<DirectoryEntry>& entries,
                                    const Files& files) {
  const std::string_view what = what_is_in(directory, entries, files);
  return what.empty() ? std::nullopt
                      : std::optional(UnreadKind{.path = directory, .what = std::string(what)});
}

bool has_numbered_sql(const std::vector<DirectoryEntry>& entries) {
  return std::ranges::count_if(entries, [](const DirectoryEntry& entry) {
           return entry.kind == FileKind::file && entry.name.ends_with(".sql") &&
                  starts_with_digit(entry.name);
         }) > 1;
}

bool is_liquibase_sql(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
  if (!text.starts_with("--")) return false;
  text.remove_prefix(2);
  text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
  constexpr std::string_view mark = "liquibase formatted sql";
  return lower(text.substr(0, mark.size())) == mark;
}

}  // namespace miglint
