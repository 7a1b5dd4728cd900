#pragma once

// The hook protocols of coding agents, read into one event and answered from one decision. What differs
// between the tools is in hook_protocol.cpp alone.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

enum class HookTool { claude, cursor, copilot };

/// One replacement of an edit.
struct TextEdit {
  std::string before;
  std::string after;
  bool everywhere = false;
};

/// What the agent is about to do, has done, or ends.
struct HookEvent {
  enum class When { before, after, end, other };
  When when = When::other;
  std::string name;                    ///< the tool's own name of the event
  std::string folder;                  ///< where it happens; empty: here
  std::vector<std::string> files;      ///< that are or were written
  std::optional<std::string> text;     ///< the whole text that the one file gets
  std::vector<TextEdit> edits;         ///< or what changes in it
  std::optional<std::string> command;  ///< a shell line
  bool is_second_stop = false;         ///< the agent was already kept from ending once
};

/// `deny` and `ask` make it wait; `advise` tells what was found: the agent after the act, the user before it;
/// `nothing` is silent. What comes later here outranks what comes before.
struct HookDecision {
  enum class Kind { nothing, advise, ask, deny };
  Kind kind = Kind::nothing;
  std::string text;
};

/// Throws Error for what is no event, and for an event that lacks what it must have: a command, a file's
/// name.
HookEvent read_event(HookTool tool, std::string_view json);

/// The file's text after the event; nothing where the event does not say.
std::optional<std::string> text_after(const HookEvent& event, std::string_view before);

/// What goes to standard output: one line of JSON, or nothing.
std::string answer(HookTool tool, const HookEvent& event, const HookDecision& decision);

/// The answer to what could not be judged, where exit status 2 does not block: Copilot skips a hook that
/// fails. Empty elsewhere.
std::string refusal(HookTool tool, std::string_view sentence);

}  // namespace miglint
