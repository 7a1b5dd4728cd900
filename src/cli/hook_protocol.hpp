#pragma once

// The hook protocols of coding agents, read into one event and answered from one decision. What differs between the tools is in hook_protocol.cpp
// alone.

#include <optional>
#include <string>
#include <string_view>

namespace miglint {

enum class HookTool { claude, cursor, copilot };

/// What the agent is about to do, has done, or ends.
struct HookEvent {
  enum class When { before, after, end, other };
  When when = When::other;
  std::string name;                    ///< the tool's own name of the event
  std::string folder;                  ///< where it happens; empty: here
  std::optional<std::string> file;     ///< that is or was written
  std::optional<std::string> command;  ///< a shell line
  bool is_second_stop = false;         ///< the agent was already kept from ending once
};

/// `deny` and `ask` make it wait; `advise` tells the agent what was found; `nothing` is silent.
struct HookDecision {
  enum class Kind { nothing, advise, ask, deny };
  Kind kind = Kind::nothing;
  std::string text;
};

/// Throws Error for what is no event.
HookEvent read_event(HookTool tool, std::string_view json);

/// What goes to standard output: one line of JSON, or nothing.
std::string answer(HookTool tool, const HookEvent& event, const HookDecision& decision);

}  // namespace miglint
