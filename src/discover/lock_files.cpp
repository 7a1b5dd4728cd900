// Lock files, read just far enough to find one package. package-lock.json is JSON; the others are line
// formats whose writers are machines, so that a line reader is safe:
//
//   yarn.lock (1)        yarn.lock (berry)        pnpm-lock.yaml
//   prisma@^6.0.0:       "prisma@npm:^6.0.0":     importers:
//     version "6.1.0"      version: 6.1.0           packages/db:
//                                                     devDependencies:
//   bun.lock                                            prisma:
//   "prisma": ["prisma@6.1.0", "", …                      specifier: ^6.0.0
//                                                         version: 6.1.0(typescript@5.4.5)

#include <cctype>
#include <set>
#include <simdjson.h>
#include <vector>

#include "discover/lines.hpp"
#include "discover/prisma_version.hpp"

namespace miglint {

namespace {

std::size_t indent_of(std::string_view line) {
  const std::size_t first = line.find_first_not_of(' ');
  return first == std::string_view::npos ? line.size() : first;
}

/// Without the blanks and quotes around it.
std::string_view bare(std::string_view text) {
  const auto skip = [](char c) { return c == ' ' || c == '\t' || c == '"' || c == '\''; };
  while (!text.empty() && skip(text.front())) text.remove_prefix(1);
  while (!text.empty() && skip(text.back())) text.remove_suffix(1);
  return text;
}

/// `6.1.0(typescript@5.4.5)` and `6.1.0_react@18` are pnpm's; only the version is wanted.
std::optional<std::string> as_version(std::string_view text) {
  text = bare(text);
  if (text.empty() || !std::isdigit(static_cast<unsigned char>(text.front()))) return std::nullopt;
  return std::string(text.substr(0, text.find_first_of("(_ ")));
}

/// The one version there is; nullopt when several resolutions leave it open.
std::optional<std::string> only(const std::set<std::string>& versions) {
  return versions.size() == 1 ? std::optional(*versions.begin()) : std::nullopt;
}

std::optional<std::string> npm_version(std::string_view text, std::string_view package,
                                       std::string_view importer) {
  simdjson::dom::parser parser;
  simdjson::dom::object lock;
  if (parser.parse(simdjson::padded_string(text)).get(lock)) return std::nullopt;
  const std::string below = "node_modules/" + std::string(package);
  std::string_view version;
  simdjson::dom::object packages;
  if (!lock["packages"].get(packages)) {
    const std::string nested = importer.empty() ? below : join(importer, below);
    if (!packages[nested]["version"].get(version) || !packages[below]["version"].get(version))
      return std::string(version);
  }
  // lockfileVersion 1
  if (!lock["dependencies"][package]["version"].get(version)) return std::string(version);
  return std::nullopt;
}

/// Whether a yarn key line (`prisma@^6.0.0, prisma@^6.1.0:`) has an entry for the package; `exact`: for this
/// very requirement.
bool yarn_key_names(std::string_view line, std::string_view package, std::string_view wanted) {
  if (line.empty() || line.front() == ' ' || line.front() == '#' || !line.ends_with(':')) return false;
  line.remove_suffix(1);
  while (!line.empty()) {
    const std::size_t comma = line.find(',');
    const std::string_view entry = bare(line.substr(0, comma));
    line.remove_prefix(comma == std::string_view::npos ? line.size() : comma + 1);
    if (!entry.starts_with(package) || entry.substr(package.size(), 1) != "@") continue;
    std::string_view requirement = entry.substr(package.size() + 1);
    if (requirement.starts_with("npm:")) requirement.remove_prefix(4);
    if (wanted.empty() || requirement == wanted) return true;
  }
  return false;
}

std::optional<std::string> yarn_version(std::string_view text, std::string_view package,
                                        std::string_view wanted) {
  std::set<std::string> versions;
  bool inside = false;
  for (const std::string_view line : lines_of(text)) {
    if (!line.empty() && line.front() != ' ') inside = yarn_key_names(line, package, wanted);
    const std::string_view word = bare(line);
    if (!inside || !word.starts_with("version")) continue;
    if (const auto version = as_version(word.substr(word.find_first_of(": ") + 1))) versions.insert(*version);
  }
  return only(versions);
}

/// The version under the importer's section; where the file has no importers (a single package), under the
/// top level.
std::optional<std::string> pnpm_importer_version(const std::vector<std::string_view>& lines,
                                                 std::string_view package, std::string_view importer) {
  const std::string_view section = importer.empty() ? "." : importer;
  bool in_importers = false, ours = true, in_package = false;
  for (const std::string_view line : lines) {
    const std::size_t indent = indent_of(line);
    const std::size_t colon = line.find(':');
    if (bare(line).empty() || colon == std::string_view::npos) continue;
    const std::string_view key = bare(line.substr(0, colon)), value = bare(line.substr(colon + 1));
    if (indent == 0) in_importers = key == "importers";
    if (indent == 0 && (key == "packages" || key == "snapshots")) break;
    if (in_importers && indent == 2) ours = key == section;
    if (!ours) continue;
    if (in_package && key == "version") return as_version(value);
    if (key != "specifier") in_package = key == package && value.empty();
    if (key == package && as_version(value)) return as_version(value);  // lockfileVersion 5: `prisma: 4.1.0`
  }
  return std::nullopt;
}

std::optional<std::string> pnpm_version(std::string_view text, std::string_view package,
                                        std::string_view importer) {
  const std::vector<std::string_view> lines = lines_of(text);
  if (const auto version = pnpm_importer_version(lines, package, importer)) return version;
  // `/prisma@6.1.0:`, `prisma@6.1.0(typescript@5.4.5):` or `/prisma/4.1.0:` in the packages section
  std::set<std::string> versions;
  for (const std::string_view line : lines) {
    std::string_view key = bare(line);
    if (key.starts_with('/')) key.remove_prefix(1);
    if (indent_of(line) != 2 || !key.starts_with(package) || !key.ends_with(':')) continue;
    const std::string_view rest = key.substr(package.size(), key.size() - package.size() - 1);
    if (!rest.starts_with('@') && !rest.starts_with('/')) continue;
    if (const auto version = as_version(rest.substr(1))) versions.insert(*version);
  }
  return only(versions);
}

std::optional<std::string> bun_version(std::string_view text, std::string_view package) {
  const std::string entry = "\"" + std::string(package) + "\": [\"" + std::string(package) + "@";
  const std::size_t at = text.find(entry);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view rest = text.substr(at + entry.size());
  return as_version(rest.substr(0, rest.find('"')));
}

}  // namespace

std::optional<std::string> locked_version(std::string_view name, std::string_view text,
                                          std::string_view package, std::string_view importer,
                                          std::string_view wanted) {
  if (name.ends_with(".json")) return npm_version(text, package, importer);
  if (name == "pnpm-lock.yaml") return pnpm_version(text, package, importer);
  if (name == "bun.lock") return bun_version(text, package);
  const auto exact = yarn_version(text, package, wanted);
  return exact || wanted.empty() ? exact : yarn_version(text, package, "");
}

}  // namespace miglint
