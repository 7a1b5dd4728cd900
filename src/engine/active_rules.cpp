#include "engine/active_rules.hpp"

#include <algorithm>
#include <string>

namespace miglint {

namespace {

std::optional<Config::Level> level_of(const RegisteredRule& entry, const Config& config) {
  const auto own = config.rules.find(std::string(entry.rule->id));
  if (own != config.rules.end()) return own->second;
  const auto group = config.rules.find(std::string(to_string(entry.group)));
  if (group != config.rules.end()) return group->second;
  return std::nullopt;
}

Severity severity_of(Config::Level level) {
  switch (level) {
    case Config::Level::error:
      return Severity::error;
    case Config::Level::warning:
      return Severity::warning;
    default:
      return Severity::note;
  }
}

/// A group's level does not switch on what is off until it is asked for by name.
bool is_on(const RegisteredRule& entry, std::optional<Config::Level> level, const Config& config) {
  const auto names = [&](const std::vector<std::string>& list) {
    return std::ranges::find(list, entry.rule->id) != list.end();
  };
  if (names(config.skipped) || (!config.only.empty() && !names(config.only))) return false;
  if (config.postgres < entry.rule->since || config.postgres > entry.rule->until) return false;
  if (level == Config::Level::off) return false;
  return entry.rule->enabled || names(config.only) || config.rules.contains(std::string(entry.rule->id));
}

}  // namespace

std::vector<ActiveRule> active_rules(const Config& config) {
  std::vector<ActiveRule> active;
  for (const RegisteredRule& entry : all_rules()) {
    const std::optional<Config::Level> level = level_of(entry, config);
    if (!is_on(entry, level, config)) continue;
    active.push_back({.entry = &entry, .level = level ? std::optional(severity_of(*level)) : std::nullopt});
  }
  return active;
}

Severity configured_severity(const ActiveRule& rule, Severity reported) {
  if (!rule.level) return reported;
  return reported >= rule.entry->rule->severity ? *rule.level : std::min(*rule.level, reported);
}

bool matches_any(const std::vector<std::string>& globs, const ObjectName& object) {
  const std::string qualified = object.schema.empty() ? object.table : object.schema + "." + object.table;
  return std::ranges::any_of(globs, [&](const std::string& glob) {
    return matches_glob(glob, glob.find('.') == std::string::npos ? std::string_view(object.table)
                                                                  : std::string_view(qualified));
  });
}

Severity severity_by_size(Severity severity, const Finding& finding, const Config& config) {
  if (severity != Severity::warning) return severity;
  if (matches_any(config.large_tables, finding.object)) return Severity::error;
  if (matches_any(config.small_tables, finding.object)) return Severity::note;
  return severity;
}

std::string_view to_string(Severity severity) {
  switch (severity) {
    case Severity::note:
      return "note";
    case Severity::warning:
      return "warning";
    case Severity::error:
      return "error";
  }
  return "error";
}

std::string_view to_string(Group group) {
  switch (group) {
    case Group::data:
      return "data";
    case Group::rollout:
      return "rollout";
    case Group::locks:
      return "locks";
    case Group::transactions:
      return "transactions";
    case Group::history:
      return "history";
    case Group::schema:
      return "schema";
  }
  return "schema";
}

}  // namespace miglint
