#pragma once

// What the readers of configuration and decisions share: errors that say where, and typed values.

#include <fmt/format.h>
#include <string>
#include <string_view>
#include <vector>
#include <yaml-cpp/yaml.h>

#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "miglint/nearest.hpp"

namespace miglint::yaml {

/// Throws `file:line: message`. A line of 0 (an empty node) is left out.
[[noreturn]] void fail(const std::string& path, const YAML::Node& at, const std::string& message);

/// Parses a whole document; throws Error for what is no YAML.
YAML::Node parse(std::string_view text, const std::string& path);

/// The node's scalar, else an error that says what `key` should be.
std::string scalar(const std::string& path, std::string_view key, const YAML::Node& node);

/// A list of scalars; a single scalar counts as a list of one.
std::vector<std::string> scalars(const std::string& path, std::string_view key, const YAML::Node& node);

/// Throws unless `value` is one of `known`: `unknown <what> "x" (did you mean "y"?)`, with those known where
/// they are few.
void expect_known(const std::string& path, const YAML::Node& at, std::string_view what,
                  std::string_view value, const std::vector<std::string_view>& known);

/// Calls `entry(key, key_node, value)` for each pair of a map, once each; throws for what is no map and for a
/// key given twice.
template <class Entry>
void each_entry(const std::string& path, std::string_view what, const YAML::Node& node, Entry entry) {
  if (node.IsNull()) return;
  if (!node.IsMap()) fail(path, node, fmt::format("{} must be a map of keys to values", what));
  std::vector<std::string> seen;
  for (const auto& pair : node) {
    const std::string key = scalar(path, what, pair.first);
    for (const std::string& earlier : seen) {
      if (earlier == key) fail(path, pair.first, fmt::format("{} is given twice", json_string(key)));
    }
    seen.push_back(key);
    entry(key, pair.first, pair.second);
  }
}

}  // namespace miglint::yaml
