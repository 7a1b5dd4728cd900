#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "config/load.hpp"
#include "config/yaml.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// The configuration being read, and the name it has in errors.
struct Reading {
  const std::string& path;
  Config& config;
  std::vector<std::string> mistakes;
};

/// Reads an entry; what is wrong with it does not hide what is wrong with the next one.
template <class Read>
void attempt(Reading& reading, const Read& read) {
  try {
    read();
  } catch (const Error& error) {
    reading.mistakes.emplace_back(error.what());
  }
}

const std::vector<std::string_view> group_names = {"data",         "rollout", "locks",
                                                   "transactions", "history", "schema"};

std::vector<std::string_view> rule_and_group_names() {
  std::vector<std::string_view> names;
  for (const RegisteredRule& entry : all_rules()) names.push_back(entry.rule->id);
  names.insert(names.end(), group_names.begin(), group_names.end());
  return names;
}

/// What other linters call it, or YAML makes of it.
struct Spelled {
  std::string_view written, meant;
};
constexpr std::array other_spellings = {
    Spelled{"warn", "warning"}, Spelled{"info", "note"},    Spelled{"false", "off"},
    Spelled{"no", "off"},       Spelled{"disabled", "off"}, Spelled{"none", "never"},
    Spelled{"ignore", "off"},   Spelled{"err", "error"},    Spelled{"on_base", "on-base"}};

/// The value's place in the list of known ones.
std::size_t choose(Reading& reading, std::string_view key, const YAML::Node& node,
                   const std::vector<std::string_view>& known) {
  const std::string value = yaml::scalar(reading.path, key, node);
  const auto other = std::ranges::find(other_spellings, value, &Spelled::written);
  if (other != other_spellings.end() && std::ranges::find(known, other->meant) != known.end())
    yaml::fail(
        reading.path, node,
        fmt::format("unknown value of {} {} (did you mean \"{}\"?)", key, json_string(value), other->meant));
  yaml::expect_known(reading.path, node, fmt::format("value of {}", key), value, known);
  return static_cast<std::size_t>(std::ranges::find(known, value) - known.begin());
}

void read_postgres(Reading& reading, const YAML::Node& node) {
  constexpr int oldest = 12, newest = 19;
  const std::string value = yaml::scalar(reading.path, "postgres", node);
  int major = 0;
  const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), major);
  // "15.4" means 15
  const bool number = error == std::errc() && (end == value.data() + value.size() || *end == '.');
  if (!number || major < oldest || major > newest) {
    yaml::fail(reading.path, node,
               fmt::format("\"postgres\" must be a major version from {} to {}, not {}", oldest, newest,
                           json_string(value)));
  }
  reading.config.postgres = major;
  reading.config.postgres_from = fmt::format("{}:{}", reading.path, node.Mark().line + 1);
}

void read_prisma(Reading& reading, const YAML::Node& node) {
  const std::string value = yaml::scalar(reading.path, "prisma", node);
  if (value.empty() || value.find_first_not_of("0123456789") == 0) {
    yaml::fail(reading.path, node,
               fmt::format("\"prisma\" must be a version such as \"6.19\", not {}", json_string(value)));
  }
  reading.config.prisma = value;
}

void read_base(Reading& reading, const YAML::Node& node) {
  reading.config.base = yaml::scalar(reading.path, "base", node);
}

void read_migrations(Reading& reading, const YAML::Node& node) {
  reading.config.migrations = yaml::scalars(reading.path, "migrations", node);
}

void read_fail_on(Reading& reading, const YAML::Node& node) {
  constexpr std::array levels = {Severity::error, Severity::warning, Severity::note};
  const std::size_t chosen = choose(reading, "fail-on", node, {"error", "warning", "note", "never"});
  reading.config.fail_never = chosen == levels.size();
  if (!reading.config.fail_never) reading.config.fail_on = levels.at(chosen);
}

void read_tables(Reading& reading, const YAML::Node& node) {
  yaml::each_entry(reading.path, "tables", node,
                   [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
                     yaml::expect_known(reading.path, at, "key of tables", key, {"large", "small"});
                     (key == "large" ? reading.config.large_tables : reading.config.small_tables) =
                         yaml::scalars(reading.path, key, value);
                   });
}

void read_rules(Reading& reading, const YAML::Node& node) {
  constexpr std::array levels = {Config::Level::off, Config::Level::note, Config::Level::warning,
                                 Config::Level::error};
  const auto known = rule_and_group_names();
  yaml::each_entry(reading.path, "rules", node,
                   [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
                     attempt(reading, [&] {
                       yaml::expect_known(reading.path, at, "rule", key, known);
                       reading.config.rules[key] =
                           levels.at(choose(reading, key, value, {"off", "note", "warning", "error"}));
                     });
                   });
}

Config::Ignore read_ignore_entry(Reading& reading, const YAML::Node& node) {
  Config::Ignore entry;
  yaml::each_entry(reading.path, "an entry of ignore", node,
                   [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
                     yaml::expect_known(reading.path, at, "key of ignore", key,
                                        {"rule", "migration", "reason"});
                     (key == "rule"        ? entry.rule
                      : key == "migration" ? entry.migration
                                           : entry.reason) = yaml::scalar(reading.path, key, value);
                     if (key == "rule")
                       yaml::expect_known(reading.path, value, "rule", entry.rule, rule_and_group_names());
                   });
  if (entry.rule.empty()) yaml::fail(reading.path, node, "an entry of ignore needs a \"rule\"");
  if (!has_words(entry.reason)) {
    yaml::fail(reading.path, node, "an entry of ignore needs a \"reason\": somebody will ask why");
  }
  if (entry.migration.empty()) entry.migration = "*";
  return entry;
}

void read_ignore(Reading& reading, const YAML::Node& node) {
  if (node.IsNull()) return;
  if (!node.IsSequence())
    yaml::fail(reading.path, node, "\"ignore\" must be a list of entries with rule, migration and reason");
  for (const auto& entry : node)
    attempt(reading, [&] { reading.config.ignore.push_back(read_ignore_entry(reading, entry)); });
}

void read_decisions(Reading& reading, const YAML::Node& node) {
  reading.config.decisions = yaml::scalar(reading.path, "decisions", node);
}

void read_frozen(Reading& reading, const YAML::Node& node) {
  constexpr std::array levels = {Config::Frozen::committed, Config::Frozen::pushed, Config::Frozen::on_base};
  reading.config.frozen = levels.at(choose(reading, "frozen", node, {"committed", "pushed", "on-base"}));
}

struct Key {
  std::string_view name;
  void (*read)(Reading&, const YAML::Node&);
};
constexpr std::array keys = {
    Key{"postgres", read_postgres},     Key{"prisma", read_prisma},   Key{"base", read_base},
    Key{"migrations", read_migrations}, Key{"fail-on", read_fail_on}, Key{"tables", read_tables},
    Key{"rules", read_rules},           Key{"ignore", read_ignore},   Key{"decisions", read_decisions},
    Key{"frozen", read_frozen},
};

std::vector<std::string_view> key_names() {
  std::vector<std::string_view> names;
  for (const Key& key : keys) names.push_back(key.name);
  return names;
}

}  // namespace

Config parse_config(std::string_view text, const std::string& path) {
  Config config;
  config.path = path;
  Reading reading{.path = path, .config = config, .mistakes = {}};
  const auto read_key = [&](const std::string& key, const YAML::Node& at, const YAML::Node& value) {
    attempt(reading, [&] {
      yaml::expect_known(path, at, "key", key, key_names());
      std::ranges::find(keys, key, &Key::name)->read(reading, value);
    });
  };
  attempt(reading, [&] { yaml::each_entry(path, "the configuration", yaml::parse(text, path), read_key); });
  if (!reading.mistakes.empty()) throw Error(fmt::format("{}", fmt::join(reading.mistakes, "\n")));
  return config;
}

std::vector<std::string> config_candidates(const std::string& start, const std::string& top) {
  namespace fs = std::filesystem;
  std::error_code ignored;
  const fs::path root = top.empty() ? fs::path() : fs::weakly_canonical(top, ignored);
  std::vector<std::string> candidates;
  fs::path folder = fs::weakly_canonical(start.empty() ? "." : start, ignored);
  for (;;) {
    candidates.push_back((folder / config_name).string());
    if (folder == root || folder == folder.parent_path()) return candidates;
    folder = folder.parent_path();
  }
}

}  // namespace miglint
