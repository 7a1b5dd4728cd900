#pragma once

// What `miglint hook` decides, apart from any tool's protocol.

#include <optional>
#include <string>

#include "cli/hook_protocol.hpp"
#include "cli/options.hpp"
#include "cli/protected.hpp"

namespace miglint {

/// The agent report on what `options` select; empty when nothing stops and nothing warns. `tracked`: without
/// migrations that git does not track.
struct HookVerdict {
  bool stop = false;
  std::string report;
  std::string allowed;  ///< what a comment, a decision or the configuration keeps back, a line each
};
HookVerdict verdict_on(const Options& options, bool tracked = false);

HookDecision deny_frozen(const std::string& migration);

/// A change of a file that is not the agent's to make; `act` is how it is made, in words ("This command").
HookDecision decide_on(const std::string& act, const ProtectedFile& file);
HookDecision ask_about_decision(const std::string& what);

/// A file that is about to be written, or was.
HookDecision judge_edit(const HookEvent& event);

/// A shell line that is about to run in a folder; an empty one: it is gone.
HookDecision judge_command(const std::string& line, const std::string& folder);

}  // namespace miglint
