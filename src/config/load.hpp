#pragma once

// The two files of a project that say what miglint may take for granted: `.miglint.yaml` and the decisions
// file.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/config.hpp"
#include "miglint/lint.hpp"

namespace miglint {

inline constexpr std::string_view config_name = ".miglint.yaml";

/// Reads a configuration's text; `path` names it in errors and becomes Config::path. Throws Error with file,
/// line and the nearest known name for unknown keys, rules and values.
Config parse_config(std::string_view text, const std::string& path);

/// Where configurations may lie for `start` (a file or folder, there or not): from it up to `top` (the
/// repository's root; empty: the file system's), nearest first.
std::vector<std::string> config_candidates(const std::string& start, const std::string& top);

/// Reads the decisions file's text: a list of entries, each bound to a statement. Throws Error as
/// parse_config does.
std::vector<Decision> parse_decisions(std::string_view text, const std::string& path);

}  // namespace miglint
