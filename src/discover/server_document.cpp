#include "discover/server_document.hpp"

#include <fmt/format.h>
#include <optional>
#include <yaml-cpp/yaml.h>

#include "discover/lines.hpp"
#include "discover/server_image.hpp"

namespace miglint {

namespace {

constexpr std::size_t longest_value = 256;  // an image's name and tag, generously

std::optional<std::string> scalar(const YAML::Node& node) {
  if (!node.IsDefined() || !node.IsScalar() || node.Scalar().size() > longest_value) return std::nullopt;
  return node.Scalar();
}

/// A key's value; a node of nothing where it is not there, which may be asked like any other.
YAML::Node value_of(const YAML::Node& map, const std::string& key) {
  const YAML::Node value = map[key];
  return value.IsDefined() ? value : YAML::Node();
}

using MajorOf = std::optional<int> (*)(std::string_view);

class Document {
 public:
  Document(const Files& files, std::string path) : files_(files), path_(std::move(path)) {}

  std::vector<ServerSighting> sightings(const std::string& text) {
    try {
      walk(YAML::Load(text), 0);
    } catch (const YAML::Exception&) {
      found_.clear();  // the file is somebody else's to complain of
    }
    return std::move(found_);
  }

 private:
  // Aliases make a tree of a line as large as they like, or endless.
  static constexpr int deepest = 24;
  static constexpr int most_nodes = 50'000;

  void walk(const YAML::Node& node, int depth) {
    if (depth > deepest || ++walked_ > most_nodes) return;
    if (node.IsSequence()) {
      for (const YAML::Node& item : node) walk(item, depth + 1);
    } else if (node.IsMap()) {
      const std::size_t outer = matrices_.size();
      if (const YAML::Node strategy = value_of(node, "strategy"); strategy.IsMap())
        matrices_.push_back(value_of(strategy, "matrix"));
      see_host(node);
      for (const auto& entry : node) {
        see(entry.first, entry.second);
        walk(entry.second, depth + 1);
      }
      matrices_.resize(outer);
    }
  }

  void see(const YAML::Node& key_node, const YAML::Node& value) {
    const std::string key = scalar(key_node).value_or("");
    if (key == "image") see_image(value.IsMap() ? value_of(value, "name") : value);
    if (key == "build") see_build(value);
    if (key == "services" && value.IsSequence()) {
      for (const YAML::Node& service : value)
        see_image(service.IsMap() ? value_of(service, "name") : service);
    }
    // actions that install a server
    for (const std::string_view known : {"postgres-version", "postgresql-version", "postgresql version"})
      if (key == known) see_version(value);
    if (key == "postgresMajorVersion") see_version(value, true);  // Render
  }

  /// DigitalOcean's databases.
  void see_host(const YAML::Node& map) {
    if (scalar(value_of(map, "engine")) == "PG") see_version(value_of(map, "version"), true);
  }

  void see_image(const YAML::Node& node) { see_any(node, postgres_of_image, "", false); }

  void see_version(const YAML::Node& node, bool hosted = false) {
    see_any(node, postgres_of_version, "PostgreSQL ", hosted);
  }

  void see_any(const YAML::Node& node, MajorOf major_of, std::string_view what, bool hosted) {
    const std::optional<std::string> written = scalar(node);
    if (!written) return;
    std::optional<int> oldest;
    for (const std::string& one : meant(*written)) {
      const std::optional<int> major = major_of(one);
      if (major && (!oldest || *major < *oldest)) oldest = major;
    }
    if (oldest) note(*oldest, node, fmt::format("{}{}", what, *written), hosted);
  }

  /// Compose's `build: ./database`: what the Dockerfile there starts from.
  void see_build(const YAML::Node& build) {
    const std::optional<std::string> context =
        build.IsMap() ? scalar(value_of(build, "context")) : scalar(build);
    if (!context || context->find("..") != std::string::npos || context->starts_with('/')) return;
    std::string folder = parent(path_);
    const std::string inside = context->starts_with("./") ? context->substr(2) : *context;
    if (!inside.empty() && inside != ".") folder = join(folder, inside);
    const std::string name =
        (build.IsMap() ? scalar(value_of(build, "dockerfile")) : std::nullopt).value_or("Dockerfile");
    const FileContent dockerfile = files_.read(join(folder, name));
    if (!dockerfile.text) return;
    for (const std::string_view line : lines_of(*dockerfile.text)) {
      const std::vector<std::string_view> words = words_of(line);
      if (words.size() < 2 || words[0] != "FROM") continue;
      const std::size_t image = words[1].starts_with("--") && words.size() > 2 ? 2 : 1;
      if (const std::optional<int> major = postgres_of_image(words[image]))
        note(*major, build, std::string(words[image]));
    }
  }

  /// What is written, with Compose's variables put in, or once for each value of a matrix.
  std::vector<std::string> meant(const std::string& written) {
    const std::size_t open = written.find("${{"), close = written.find("}}", open);
    if (open == std::string::npos)
      return {interpolated(written, [&](std::string_view name) { return variable(name); })};
    if (close == std::string::npos) return {};
    const std::vector<std::string_view> words =
        words_of(std::string_view(written).substr(open + 3, close - open - 3));
    std::vector<std::string> all;
    if (words.size() != 1 || !words[0].starts_with("matrix.")) return all;
    for (const std::string& value : matrix_values(std::string(words[0].substr(7))))
      all.push_back(written.substr(0, open) + value + written.substr(close + 2));
    return all;
  }

  std::vector<std::string> matrix_values(const std::string& name) const {
    std::vector<std::string> values;
    if (matrices_.empty() || !matrices_.back().IsMap()) return values;
    const YAML::Node& matrix = matrices_.back();
    for (const YAML::Node& value : value_of(matrix, name))
      if (const auto text = scalar(value)) values.push_back(*text);
    for (const YAML::Node& row : value_of(matrix, "include"))
      if (const auto text = row.IsMap() ? scalar(value_of(row, name)) : std::nullopt) values.push_back(*text);
    return values;
  }

  /// Of the .env file that Compose reads beside its own.
  std::optional<std::string> variable(std::string_view name) {
    if (!environment_) environment_ = files_.read(join(parent(path_), ".env")).text.value_or("");
    for (std::string_view line : lines_of(*environment_)) {
      if (!line.starts_with(name) || line.substr(name.size()).find('=') != 0) continue;
      std::string_view value = line.substr(name.size() + 1);
      const bool quoted = value.size() > 1 && (value.front() == '"' || value.front() == '\'');
      if (quoted) value = value.substr(1, value.find(value.front(), 1) - 1);
      return std::string(value);
    }
    return std::nullopt;
  }

  void note(int major, const YAML::Node& at, std::string text, bool hosted = false) {
    found_.push_back({.major = major,
                      .path = path_,
                      .line = at.Mark().line + 1,
                      .text = std::move(text),
                      .hosted = hosted});
  }

  const Files& files_;
  std::string path_;
  std::vector<YAML::Node> matrices_;  // of the jobs around
  std::optional<std::string> environment_;
  std::vector<ServerSighting> found_;
  int walked_ = 0;
};

}  // namespace

std::vector<ServerSighting> servers_in(const std::string& path, const std::string& text, const Files& files) {
  return Document(files, path).sightings(text);
}

}  // namespace miglint
