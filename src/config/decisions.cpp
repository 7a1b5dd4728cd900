#include <algorithm>
#include <array>

#include "config/load.hpp"
#include "config/yaml.hpp"
#include "miglint/characters.hpp"

namespace miglint {

namespace {

struct Field {
  std::string_view name;
  std::string Decision::* member;
};
constexpr std::array fields = {
    Field{"finding", &Decision::finding},     Field{"rule", &Decision::rule},
    Field{"migration", &Decision::migration}, Field{"statement", &Decision::statement},
    Field{"reason", &Decision::reason},       Field{"by", &Decision::by},
    Field{"date", &Decision::date},           Field{"via", &Decision::via},
};

std::vector<std::string_view> field_names() {
  std::vector<std::string_view> names;
  for (const Field& field : fields) names.push_back(field.name);
  return names;
}

Decision read_decision(const std::string& path, const YAML::Node& node) {
  Decision decision;
  decision.line = node.Mark().line + 1;
  yaml::each_entry(
      path, "a decision", node, [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
        yaml::expect_known(path, at, "key of a decision", key, field_names());
        decision.*(std::ranges::find(fields, key, &Field::name)->member) = yaml::scalar(path, key, value);
      });
  for (const std::string_view required : {"finding", "rule", "reason"}) {
    const std::string& value = decision.*(std::ranges::find(fields, required, &Field::name)->member);
    if (value.find_first_not_of(" \t\r\n") == std::string::npos)
      yaml::fail(path, node, fmt::format("a decision needs \"{}\"", required));
  }
  if (!has_words(decision.reason))
    yaml::fail(path, node, "a decision needs a \"reason\" in words: somebody will ask why");
  return decision;
}

}  // namespace

std::vector<Decision> parse_decisions(std::string_view text, const std::string& path) {
  std::vector<Decision> decisions;
  yaml::each_entry(path, "the decisions file", yaml::parse(text, path),
                   [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
                     yaml::expect_known(path, at, "key", key, {"decisions"});
                     if (value.IsNull()) return;
                     if (!value.IsSequence()) yaml::fail(path, value, "\"decisions\" must be a list");
                     for (const auto& entry : value) decisions.push_back(read_decision(path, entry));
                   });
  return decisions;
}

}  // namespace miglint
