#include "discover/server_version.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <vector>

#include "discover/lines.hpp"
#include "discover/server_document.hpp"
#include "discover/server_image.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

constexpr int oldest_known = 12, newest_known = 19;          // what `postgres:` takes
constexpr std::size_t largest_shown = std::size_t{1} << 20;  // nobody writes such a file by hand
constexpr std::size_t folders_outside_git = 4;

bool is_yaml(std::string_view name) { return name.ends_with(".yml") || name.ends_with(".yaml"); }
bool is_compose(std::string_view name) {
  return is_yaml(name) && name.find("compose") != std::string_view::npos;
}
bool is_shown_at_top(std::string_view name) {
  constexpr auto known =
      std::to_array<std::string_view>({".drone.yml", ".gitlab-ci.yml", ".woodpecker.yml",
                                       "azure-pipelines.yml", "bitbucket-pipelines.yml", "render.yaml"});
  return is_compose(name) || std::ranges::find(known, name) != known.end();
}

/// Where, from a folder, a server may be named.
struct Place {
  std::string_view folder;
  bool (*is_read)(std::string_view name);
};
constexpr auto places = std::to_array<Place>({{"", is_shown_at_top},
                                              {"docker", is_compose},
                                              {".docker", is_compose},
                                              {".devcontainer", is_compose},
                                              {".github/workflows", is_yaml},
                                              {".circleci", is_yaml},
                                              {".gitlab", is_yaml},
                                              {".woodpecker", is_yaml},
                                              {".do", is_yaml}});

/// `key = value` of a TOML section, as far as a version is written; each on a line of its own.
struct TomlVersion {
  std::string_view file, section, key;
  bool hosted;
};
constexpr auto toml_versions =
    std::to_array<TomlVersion>({{"supabase/config.toml", "[db]", "major_version", true},
                                {"mise.toml", "[tools]", "postgres", false},
                                {".mise.toml", "[tools]", "postgres", false}});

class Sight {
 public:
  explicit Sight(const Files& files) : files_(files) {}

  /// What a folder and the known places below it show.
  std::vector<ServerSighting> from(const std::string& folder) {
    found_.clear();
    for (const Place& place : places) {
      const std::string inside = place.folder.empty() ? folder : join(folder, place.folder);
      if (files_.kind(inside) != FileKind::directory) continue;
      for (const DirectoryEntry& entry : files_.list(inside))
        if (place.is_read(entry.name)) look_into(join(inside, entry.name));
    }
    for (const TomlVersion& version : toml_versions) look_for(version, join(folder, version.file));
    look_into_tool_versions(join(folder, ".tool-versions"));
    return std::move(found_);
  }

 private:
  std::optional<std::string> text_of(const std::string& path) const {
    if (files_.kind(path) != FileKind::file) return std::nullopt;
    FileContent content = files_.read(path);
    if (!content.text || content.text->size() > largest_shown) return std::nullopt;
    return std::move(content.text);
  }

  void look_into(const std::string& path) {
    const std::optional<std::string> text = text_of(path);
    // Most of what CI runs has no database; it need not be parsed.
    constexpr auto hints = std::to_array<std::string_view>({"postg", "Postg", "PG", "pg1", "pg2", "build:"});
    const auto is_in = [&](std::string_view hint) { return text->find(hint) != std::string::npos; };
    if (!text || std::ranges::none_of(hints, is_in)) return;
    std::ranges::move(servers_in(path, *text, files_), std::back_inserter(found_));
  }

  void look_for(const TomlVersion& version, const std::string& path) {
    const std::optional<std::string> text = text_of(path);
    if (!text) return;
    bool is_inside = false;
    int number = 0;
    for (std::string_view line : lines_of(*text)) {
      ++number;
      if (line.starts_with('[')) is_inside = line.starts_with(version.section);
      if (!is_inside || !line.starts_with(version.key)) continue;
      const std::string_view rest = line.substr(version.key.size());
      const std::size_t sign = rest.find_first_not_of(" \t");
      if (sign == std::string_view::npos || rest[sign] != '=') continue;
      const std::size_t value = rest.find_first_not_of(" \t\"\'", sign + 1);
      if (value != std::string_view::npos) note(rest.substr(value), line, path, number, version.hosted);
    }
  }

  /// asdf's and mise's: `postgres 16.2`.
  void look_into_tool_versions(const std::string& path) {
    const std::optional<std::string> text = text_of(path);
    if (!text) return;
    int number = 0;
    for (const std::string_view line : lines_of(*text)) {
      ++number;
      const std::vector<std::string_view> words = words_of(line);
      if (words.size() > 1 && words[0] == "postgres") note(words[1], line, path, number, false);
    }
  }

  void note(std::string_view version, std::string_view line, const std::string& path, int number,
            bool hosted) {
    if (const std::optional<int> major = postgres_of_version(version))
      found_.push_back(
          {.major = *major, .path = path, .line = number, .text = std::string(line), .hosted = hosted});
  }

  const Files& files_;
  std::vector<ServerSighting> found_;
};

std::string said(const ServerSighting& sighting,
                 const std::function<std::string(std::string_view)>& display) {
  return fmt::format("{}:{}: {}", path_in_prose(display(sighting.path)), sighting.line,
                     path_in_prose(sighting.text));
}

/// The oldest of them.
Server server_of(std::vector<ServerSighting> sightings,
                 const std::function<std::string(std::string_view)>& display) {
  if (std::ranges::any_of(sightings, &ServerSighting::hosted))
    std::erase_if(sightings, [](const ServerSighting& sighting) { return !sighting.hosted; });
  const auto oldest = std::ranges::min_element(sightings, {}, &ServerSighting::major);
  const auto newest = std::ranges::max_element(sightings, {}, &ServerSighting::major);
  Server server{.major = std::clamp(oldest->major, oldest_known, newest_known),
                .shown_by = said(*oldest, display),
                .note = {}};
  if (oldest->major != newest->major)
    server.note = fmt::format(
        "{} shows PostgreSQL {}, {} shows {}: judged for {}, the older one; `postgres:` in .miglint.yaml "
        "says "
        "which it is",
        said(*oldest, display), oldest->major, said(*newest, display), newest->major, server.major);
  return server;
}

}  // namespace

std::optional<Server> shown_server(const std::string& migrations_dir, const std::string& root,
                                   const Files& files,
                                   const std::function<std::string(std::string_view)>& display) {
  Sight sight(files);
  std::size_t seen = 0;
  for (std::string folder = parent(migrations_dir); !folder.empty(); folder = parent(folder)) {
    if (!root.empty() && !is_within(folder, root)) break;
    std::vector<ServerSighting> sightings = sight.from(folder);
    if (!sightings.empty()) return server_of(std::move(sightings), display);
    if (folder == root || folder == "/" || (root.empty() && ++seen == folders_outside_git)) break;
  }
  return std::nullopt;
}

}  // namespace miglint
