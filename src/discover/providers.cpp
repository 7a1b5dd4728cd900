#include <array>

#include "discover/layouts.hpp"

namespace miglint {

std::optional<std::string> provider_after(std::string_view text, std::size_t from) {
  const std::size_t key = text.find("provider", from);
  if (key == std::string_view::npos) return std::nullopt;
  const std::size_t open = text.find_first_of("\"'\n", key);
  if (open == std::string_view::npos || text[open] == '\n') return std::nullopt;
  const std::size_t close = text.find(text[open], open + 1);
  if (close == std::string_view::npos) return std::nullopt;
  return std::string(text.substr(open + 1, close - open - 1));
}

namespace {

bool is_postgresql(std::string_view provider) { return provider == "postgresql" || provider == "postgres"; }

/// The schema beside the migrations folder names its provider in its datasource block.
std::optional<std::string> schema_provider(const std::string& directory, const Files& files) {
  const FileContent schema = files.read(join(parent(directory), "schema.prisma"));
  if (!schema.text) return std::nullopt;
  const std::size_t datasource = schema.text->find("datasource ");
  return datasource == std::string::npos ? std::nullopt : provider_after(*schema.text, datasource);
}

}  // namespace

/// Prisma reads only the line that starts with `provider`.
std::optional<std::string> lock_provider(std::string_view toml) {
  for (std::size_t line = 0; line < toml.size();) {
    if (toml.substr(line).starts_with("provider")) return provider_after(toml, line);
    const std::size_t end = toml.find('\n', line);
    line = end == std::string_view::npos ? toml.size() : end + 1;
  }
  return std::nullopt;
}

std::optional<std::string> foreign_provider(const std::string& directory, const Files& files) {
  const FileContent lock = files.read(join(directory, "migration_lock.toml"));
  const std::optional<std::string> provider =
      lock.text ? lock_provider(*lock.text) : schema_provider(directory, files);
  return provider && !is_postgresql(*provider) ? provider : std::nullopt;
}

}  // namespace miglint
