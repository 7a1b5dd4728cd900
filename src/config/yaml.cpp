#include "config/yaml.hpp"

#include <algorithm>
#include <sstream>
#include <yaml-cpp/eventhandler.h>

namespace miglint::yaml {

namespace {

constexpr std::size_t few = 8;  // known names that an error may list

/// Hears of documents, not of what is in them.
class Unheard : public YAML::EventHandler {
  void OnDocumentStart(const YAML::Mark&) override {}
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
  void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
  void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
  void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t,
                       YAML::EmitterStyle::value) override {}
  void OnSequenceEnd() override {}
  void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {
  }
  void OnMapEnd() override {}
};

/// Not YAML::LoadAll, which never ends where a document ends in what begins none (`,a/`, in yaml-cpp 0.7).
bool has_second_document(const std::string& text) {
  std::istringstream stream(text);
  YAML::Parser parser(stream);
  Unheard first, second;
  return parser.HandleNextDocument(first) && parser.HandleNextDocument(second);
}

/// Where the `---` stands that ends the first document; 0: nowhere.
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
  return 0;
}

}  // namespace

void fail(const std::string& path, const YAML::Node& at, const std::string& message) {
  const YAML::Mark mark = at.Mark();
  if (mark.is_null()) throw Error(fmt::format("{}: {}", path, message));
  throw Error(fmt::format("{}:{}: {}", path, mark.line + 1, message));
}

YAML::Node parse(std::string_view text, const std::string& path) {
  try {
    const std::string whole(text);
    if (has_second_document(whole)) {
      if (const int line = second_document_line(text); line > 0)
        throw Error(fmt::format(
            "{}:{}: a second document begins here, and only the first would be read: write one", path, line));
      throw Error(fmt::format("{}: this is no YAML: something stands behind its only value", path));
    }
    return YAML::Load(whole);
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
