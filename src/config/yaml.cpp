#include "config/yaml.hpp"

#include <algorithm>

namespace miglint::yaml {

namespace {

constexpr std::size_t few = 8;  // known names that an error may list

/// Where the `---` stands that ends the first document.
int second_document_line(std::string_view text) {
  int line = 0;
  bool content = false;
  while (!text.empty()) {
    ++line;
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view now = text.substr(0, end);
    const bool marks = now.starts_with("---");
    if (marks && content) return line;
    content = content || marks ||
              (!now.starts_with('#') && now.find_first_not_of(" \t\r") != std::string_view::npos);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return line;
}

}  // namespace

void fail(const std::string& path, const YAML::Node& at, const std::string& message) {
  const YAML::Mark mark = at.Mark();
  if (mark.is_null()) throw Error(fmt::format("{}: {}", path, message));
  throw Error(fmt::format("{}:{}: {}", path, mark.line + 1, message));
}

YAML::Node parse(std::string_view text, const std::string& path) {
  try {
    const std::vector<YAML::Node> documents = YAML::LoadAll(std::string(text));
    if (documents.size() > 1)
      throw Error(
          fmt::format("{}:{}: a second document begins here, and only the first would be read: write "
                      "one",
                      path, second_document_line(text)));
    return documents.empty() ? YAML::Node() : documents.front();
  } catch (const YAML::ParserException& error) {
    throw Error(fmt::format("{}:{}: this is no YAML: {}", path, error.mark.line + 1, error.msg));
  } catch (const YAML::Exception& error) {
    throw Error(fmt::format("{}: this is no YAML: {}", path, error.msg));
  }
}

std::string scalar(const std::string& path, std::string_view key, const YAML::Node& node) {
  if (!node.IsScalar()) fail(path, node, fmt::format("\"{}\" must be a single value", key));
  return node.Scalar();
}

std::vector<std::string> scalars(const std::string& path, std::string_view key, const YAML::Node& node) {
  if (node.IsNull()) return {};
  if (node.IsScalar()) return {node.Scalar()};
  if (!node.IsSequence()) fail(path, node, fmt::format("\"{}\" must be a list", key));
  std::vector<std::string> values;
  for (const auto& entry : node) values.push_back(scalar(path, key, entry));
  return values;
}

void expect_known(const std::string& path, const YAML::Node& at, std::string_view what,
                  std::string_view value, const std::vector<std::string_view>& known) {
  if (std::ranges::find(known, value) != known.end()) return;
  const std::string hint = did_you_mean(value, known);
  const std::string list =
      known.size() <= few ? fmt::format("; known are {}", fmt::join(known, ", ")) : std::string();
  fail(path, at,
       fmt::format("unknown {} {}{}{}", what, json_string(value), hint, hint.empty() ? list : std::string()));
}

}  // namespace miglint::yaml
