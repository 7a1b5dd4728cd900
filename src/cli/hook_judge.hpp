#pragma once

// What `miglint hook` decides, apart from any tool's protocol.

#include <optional>
#include <string>

#include "cli/hook_protocol.hpp"
#include "cli/options.hpp"

namespace miglint {

/// The agent report on what `options` select; empty when nothing stops and nothing warns. `tracked`: without
/// migrations that git does not track.
struct HookVerdict {
  bool stop = false;
  std::string report;
};
HookVerdict verdict_on(const Options& options, bool tracked = false);

/// The frozen migration that a path names (its file or its folder), or that lies below it.
std::optional<std::string> frozen_migration(const std::string& path, bool below);
HookDecision deny_frozen(const std::string& migration);

/// The file is where decisions are made: configuration or decisions.
bool holds_decisions(const std::string& path);
HookDecision ask_about_decision(const std::string& what);

/// A file that is about to be written, or was.
HookDecision judge_edit(const HookEvent& event);

/// A shell line that is about to run. Changes the current folder as the line does.
HookDecision judge_command(const std::string& line);

}  // namespace miglint
