#include "discover/prisma_version.hpp"

#include <charconv>
#include <fmt/format.h>
#include <simdjson.h>

namespace miglint {

namespace {

constexpr Version split_since{7, 4};
constexpr Version no_limit{1'000'000, 0};

/// The number that `text` starts with, taken off it.
std::optional<int> take_number(std::string_view& text) {
  int number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || number < 0) return std::nullopt;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

std::string_view trim(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

std::string take_operator(std::string_view& text) {
  std::string op;
  while (!text.empty() && std::string_view("^~>=<v").find(text.front()) != std::string_view::npos) {
    if (text.front() != 'v') op += text.front();
    text.remove_prefix(1);
  }
  text = trim(text);
  return op;
}

/// What `op major.minor` allows. Without a minor number, a plain or `~` version means the whole major.
VersionRange range_of(std::string_view op, int major, std::optional<int> minor) {
  const Version at{major, minor.value_or(0)};
  const Version next_major{major + 1, 0}, next_minor{major, minor.value_or(0) + 1};
  if (op == ">=" || op == ">") return {at, no_limit};
  if (op == "<") return {{0, 0}, at};
  if (op == "<=") return {{0, 0}, minor ? next_minor : next_major};
  return {at, op == "^" || !minor ? next_major : next_minor};
}

std::optional<VersionRange> parse_comparator(std::string_view& text) {
  const std::string op = take_operator(text);
  const std::optional<int> major = take_number(text);
  if (!major) return std::nullopt;
  std::optional<int> minor;
  if (text.starts_with('.')) {
    std::string_view rest = text.substr(1);
    minor = take_number(rest);
    text = rest;
  }
  // the patch number and a pre-release's tag decide nothing here
  text.remove_prefix(std::min(text.size(), text.find(' ')));
  text = trim(text);
  return range_of(op, *major, minor);
}

/// A package.json's requirement of Prisma: of the CLI, else of the client, which Prisma wants at the same
/// version.
std::optional<std::pair<std::string, std::string>> requirement_in(const std::string& text) {
  simdjson::dom::parser parser;
  simdjson::dom::object package;
  if (parser.parse(simdjson::padded_string(text)).get(package)) return std::nullopt;
  for (const std::string_view name : {"prisma", "@prisma/client"}) {
    for (const std::string_view list : {"devDependencies", "dependencies", "peerDependencies"}) {
      std::string_view wanted;
      if (!package[list][name].get(wanted)) return std::pair(std::string(name), std::string(wanted));
    }
  }
  return std::nullopt;
}

struct Requirement {
  std::string package;
  std::string wanted;
  std::string folder;  // of the package.json
};

/// The folders from `from` up to `root`, nearest first; without a root, all the way up.
std::vector<std::string> upward(std::string from, const std::string& root) {
  std::vector<std::string> folders;
  for (; root.empty() || is_within(from, root); from = parent(from)) {
    folders.push_back(from);
    if (from == root || from == "/" || from.empty()) break;
  }
  return folders;
}

std::optional<Requirement> find_requirement(const std::vector<std::string>& folders, const Files& files) {
  for (const std::string& folder : folders) {
    const FileContent package = files.read(join(folder, "package.json"));
    if (!package.text) continue;
    if (auto found = requirement_in(*package.text)) return Requirement{found->first, found->second, folder};
  }
  return std::nullopt;
}

PrismaVersion said(std::string_view version, std::string_view source) {
  const std::optional<VersionRange> range = parse_range(version);
  return {.range = range, .said = fmt::format("prisma {} ({})", version, source)};
}

std::optional<PrismaVersion> find_locked(const std::vector<std::string>& folders,
                                         const Requirement& requirement, const Files& files) {
  for (const std::string& folder : folders) {
    for (const std::string_view name : lock_file_names) {
      const FileContent lock = files.read(join(folder, name));
      if (!lock.text) continue;
      const std::string importer = relative_to(requirement.folder, folder);
      const auto version = locked_version(name, *lock.text, requirement.package,
                                          importer == requirement.folder ? "" : importer, requirement.wanted);
      if (version) return said(*version, name);
    }
  }
  return std::nullopt;
}

Execution prisma_execution(const PrismaVersion& prisma) {
  if (!prisma.range) {
    const std::string what =
        prisma.said.empty() ? "prisma's version is unknown" : prisma.said + " does not tell the version";
    return {.modes = {RunMode::batch, RunMode::split}, .assumed = what + ": judged for both ways"};
  }
  if (prisma.range->surely_below(split_since)) return {.modes = {RunMode::batch}, .assumed = prisma.said};
  if (prisma.range->surely_from(split_since)) return {.modes = {RunMode::split}, .assumed = prisma.said};
  return {.modes = {RunMode::batch, RunMode::split},
          .assumed = prisma.said + " may be older or newer than 7.4: judged for both ways"};
}

}  // namespace

std::optional<VersionRange> parse_range(std::string_view text) {
  text = trim(text);
  if (text.find("||") != std::string_view::npos) return std::nullopt;
  std::optional<VersionRange> range;
  while (!text.empty()) {
    const std::optional<VersionRange> part = parse_comparator(text);
    if (!part) return std::nullopt;
    if (!range) range = part;
    range->lowest = std::max(range->lowest, part->lowest);
    range->limit = std::min(range->limit, part->limit);
  }
  return range;
}

std::string prisma_package_folder(const std::string& migrations_dir, const std::string& root,
                                  const Files& files) {
  const std::optional<Requirement> requirement =
      find_requirement(upward(parent(migrations_dir), root), files);
  return requirement ? requirement->folder : "";
}

PrismaVersion prisma_version(const std::string& migrations_dir, const std::string& root, const Files& files,
                             const std::optional<std::string>& configured) {
  if (configured) return said(*configured, "configured");
  const std::vector<std::string> folders = upward(parent(migrations_dir), root);
  const std::optional<Requirement> requirement = find_requirement(folders, files);
  if (!requirement) return {};
  // Lock files lie beside the package.json or above it, never below.
  if (auto locked = find_locked(upward(requirement->folder, root), *requirement, files)) return *locked;
  return said(requirement->wanted, "package.json");
}

Execution execution_of(Layout layout, const PrismaVersion& prisma) {
  switch (layout) {
    case Layout::prisma:
      return prisma_execution(prisma);
    case Layout::drizzle:
      return {.modes = {RunMode::file}, .assumed = "drizzle runs all pending migrations in one transaction"};
    case Layout::golang_migrate:
      return {.modes = {RunMode::batch}, .assumed = "golang-migrate sends the file as one string"};
    case Layout::goose:
      return {.modes = {RunMode::file}, .assumed = "goose runs a file in one transaction"};
    case Layout::dbmate:
      return {.modes = {RunMode::file}, .assumed = "dbmate runs a file in one transaction"};
    case Layout::flyway:
      return {.modes = {RunMode::file}, .assumed = "Flyway runs a file in one transaction"};
    case Layout::supabase:  // supabase/cli #2898, #6276
      return {.modes = {RunMode::file, RunMode::split},
              .assumed =
                  "supabase runs a file in one transaction; from CLI 2.109 on CONCURRENTLY runs by itself"};
    case Layout::diesel:  // Hasura sends the file as one string: one transaction, too
      return {.modes = {RunMode::file}, .assumed = "diesel runs a file in one transaction"};
    case Layout::sql_migrate:
      return {.modes = {RunMode::file}, .assumed = "sql-migrate runs a file in one transaction"};
    case Layout::node_pg_migrate:
      return {.modes = {RunMode::file}, .assumed = "node-pg-migrate runs a file in one transaction"};
    case Layout::plain:
      break;
  }
  return {
      .modes = {RunMode::file, RunMode::split},
      .assumed = "how these files are run is unknown: judged in one transaction and statement by statement"};
}

}  // namespace miglint
