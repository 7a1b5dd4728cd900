#include "fix/choices.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/nearest.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

bool is_object(std::string_view said, const ObjectName& object) {
  const std::string column = object.table + "." + object.column;
  return said == object_words(object) || said == object.table || said == object.name ||
         said == object.schema + "." + object.table || (!object.column.empty() && said == column) ||
         (!object.column.empty() && said == object.schema + "." + column);
}

bool speaks_of(const PathChoice& choice, const Finding& finding) {
  return choice.rule == finding.rule && (choice.object.empty() || is_object(choice.object, finding.object));
}

/// The one that names the object, before the one for all.
const PathChoice* choice_for(const Finding& finding, const std::vector<PathChoice>& choices) {
  const PathChoice* found = nullptr;
  for (const PathChoice& choice : choices) {
    if (!speaks_of(choice, finding)) continue;
    if (found == nullptr || found->object.empty() || !choice.object.empty()) found = &choice;
  }
  return found;
}

std::string unknown_rule(std::string_view rule) {
  std::vector<std::string_view> ids;
  for (const RegisteredRule& entry : all_rules()) ids.push_back(entry.rule->id);
  const std::optional<std::string> near = nearest(rule, ids);
  return fmt::format("--choose: there is no rule {}{}", json_string(rule),
                     near ? fmt::format(" (did you mean \"{}\"?)", *near) : std::string());
}

std::string title_of(const SaferPath& path, const Config& config) {
  std::string words = fmt::format("({}) {}", path.key, path.title);
  if (!path.same()) words += fmt::format(" [{}]", path.result);
  for (const Need* need : open_needs(path, config))
    words += fmt::format(" [--set {}=…: {}]", in_prose(need->name), need->question);
  return words;
}

std::string offered(const Finding& finding, const Config& config) {
  std::string list;
  for (const SaferPath& path : finding.paths)
    list += fmt::format("{}{}", list.empty() ? "" : "; ", title_of(path, config));
  return fmt::format("the choice is yours (--choose {}=KEY): {}", finding.rule, list);
}

}  // namespace

PathChoice parse_choice(std::string_view text) {
  const std::size_t equals = text.rfind('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    throw Error(fmt::format("--choose {}: RULE=KEY, or RULE@OBJECT=KEY", json_string(text)));
  const std::string_view about = text.substr(0, equals);
  const std::size_t at = about.find('@');
  PathChoice choice{
      .rule = std::string(about.substr(0, at)),
      .object = at == std::string_view::npos ? std::string() : std::string(about.substr(at + 1)),
      .key = std::string(text.substr(equals + 1))};
  if (find_rule(choice.rule) == nullptr) throw Error(unknown_rule(choice.rule));
  return choice;
}

std::pair<std::string, std::string> parse_answer(std::string_view text) {
  const std::size_t equals = text.find('=');
  if (equals == std::string_view::npos || equals == 0 || equals + 1 == text.size())
    throw Error(fmt::format("--set {}: TABLE.COLUMN=SQL, such as users.email=\"''\"", json_string(text)));
  return {std::string(text.substr(0, equals)), std::string(text.substr(equals + 1))};
}

std::string object_words(const ObjectName& object) {
  if (object.table.empty()) return object.name;
  return object.column.empty() ? object.table : object.table + "." + object.column;
}

bool is_chosen(const Finding& finding, const std::vector<PathChoice>& choices) {
  return choice_for(finding, choices) != nullptr;
}

std::vector<const Need*> open_needs(const SaferPath& path, const Config& config) {
  std::vector<const Need*> open;
  for (const Need& need : path.needs) {
    if (!need.sample_is_safe && !config.answers.contains(need.name)) open.push_back(&need);
  }
  return open;
}

Picked pick(const Finding& finding, const std::vector<PathChoice>& choices, const Config& config) {
  if (finding.paths.empty()) return {.why = "no path is known that leads around it"};
  if (const PathChoice* choice = choice_for(finding, choices)) {
    const auto path = std::ranges::find(finding.paths, choice->key, &SaferPath::key);
    if (path != finding.paths.end()) return {.path = &*path};
    return {.why =
                fmt::format("there is no path {}; {}", json_string(choice->key), offered(finding, config))};
  }
  const auto path = std::ranges::find_if(
      finding.paths, [&](const SaferPath& one) { return one.same() && open_needs(one, config).empty(); });
  if (path != finding.paths.end()) return {.path = &*path};
  return {.why = offered(finding, config)};
}

}  // namespace miglint
