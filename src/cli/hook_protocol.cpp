#include "cli/hook_protocol.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <rapidjson/document.h>

#include "miglint/error.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

using Json = rapidjson::Value;

std::string text_of(const Json& object, const char* key) {
  if (!object.IsObject()) return {};
  const auto member = object.FindMember(key);
  return member != object.MemberEnd() && member->value.IsString() ? std::string(member->value.GetString(), member->value.GetStringLength())
                                                                  : std::string();
}

/// The first of the keys that is there.
std::optional<std::string> first_of(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (std::string text = text_of(object, key); !text.empty()) return text;
  }
  return std::nullopt;
}

rapidjson::Document parse(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());  // deep nesting must not take the stack
  if (document.HasParseError() || !document.IsObject()) throw Error("hook: standard input holds no JSON object, so nothing could be judged");
  return document;
}

HookEvent::When when_of(std::string_view name) {
  constexpr std::array<std::string_view, 4> before = {"PreToolUse", "preToolUse", "beforeShellExecution", "beforeMCPExecution"};
  constexpr std::array<std::string_view, 4> after = {"PostToolUse", "postToolUse", "afterFileEdit", "afterShellExecution"};
  constexpr std::array<std::string_view, 3> end = {"Stop", "stop", "SubagentStop"};
  if (std::ranges::find(before, name) != before.end()) return HookEvent::When::before;
  if (std::ranges::find(after, name) != after.end()) return HookEvent::When::after;
  return std::ranges::find(end, name) != end.end() ? HookEvent::When::end : HookEvent::When::other;
}

/// Tools that only read name a file too: they are no edit.
bool only_reads(std::string_view tool) {
  constexpr std::array<std::string_view, 8> readers = {"Read", "Grep", "Glob", "LS", "view", "read_file", "grep", "glob"};
  return std::ranges::find(readers, tool) != readers.end();
}

void take_input(HookEvent& event, std::string_view tool_name, const Json& input) {
  event.command = first_of(input, {"command", "cmd", "script"});
  if (!only_reads(tool_name)) event.file = first_of(input, {"file_path", "path", "notebook_path", "target_file"});
}

HookEvent read_claude(const rapidjson::Document& document) {
  HookEvent event{.name = text_of(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  const auto input = document.FindMember("tool_input");
  if (input != document.MemberEnd()) take_input(event, text_of(document, "tool_name"), input->value);
  const auto active = document.FindMember("stop_hook_active");
  event.is_second_stop = active != document.MemberEnd() && active->value.IsTrue();
  return event;
}

HookEvent read_cursor(const rapidjson::Document& document) {
  HookEvent event{.name = text_of(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  const auto roots = document.FindMember("workspace_roots");
  const bool has_root = roots != document.MemberEnd() && roots->value.IsArray() && !roots->value.Empty() && roots->value[0].IsString();
  if (event.folder.empty() && has_root) event.folder = roots->value[0].GetString();
  take_input(event, text_of(document, "tool_name"), document);
  const auto input = document.FindMember("tool_input");
  if (input != document.MemberEnd()) take_input(event, text_of(document, "tool_name"), input->value);
  const auto loops = document.FindMember("loop_count");
  event.is_second_stop = loops != document.MemberEnd() && loops->value.IsInt() && loops->value.GetInt() > 0;
  return event;
}

/// Copilot has one event here, and gives the arguments as an object or as JSON in a string.
HookEvent read_copilot(const rapidjson::Document& document) {
  HookEvent event{.when = HookEvent::When::before, .name = "preToolUse", .folder = text_of(document, "cwd")};
  const auto arguments = document.FindMember("toolArgs");
  if (arguments == document.MemberEnd()) return event;
  const std::string tool = text_of(document, "toolName");
  if (arguments->value.IsObject()) {
    take_input(event, tool, arguments->value);
  } else if (arguments->value.IsString()) {
    take_input(event, tool, parse(arguments->value.GetString()));
  }
  return event;
}

std::string_view permission(HookDecision::Kind kind) { return kind == HookDecision::Kind::ask ? "ask" : "deny"; }

std::string answer_claude(const HookEvent& event, const HookDecision& decision) {
  const std::string text = json_string(decision.text);
  if (event.when == HookEvent::When::before) {
    if (decision.kind == HookDecision::Kind::advise) return {};
    return fmt::format(R"({{"hookSpecificOutput":{{"hookEventName":{},"permissionDecision":"{}","permissionDecisionReason":{}}}}})",
                       json_string(event.name), permission(decision.kind), text);
  }
  if (decision.kind != HookDecision::Kind::advise) return fmt::format(R"({{"decision":"block","reason":{}}})", text);
  return fmt::format(R"({{"hookSpecificOutput":{{"hookEventName":{},"additionalContext":{}}}}})", json_string(event.name), text);
}

std::string answer_cursor(const HookEvent& event, const HookDecision& decision) {
  const std::string text = json_string(decision.text);
  if (event.when == HookEvent::When::end) return fmt::format(R"({{"followup_message":{}}})", text);
  if (event.when == HookEvent::When::after) return fmt::format(R"({{"agent_message":{},"additional_context":{}}})", text, text);
  if (decision.kind == HookDecision::Kind::advise) return "{}";
  return fmt::format(R"({{"permission":"{}","user_message":{},"agent_message":{}}})", permission(decision.kind), text, text);
}

std::string answer_copilot(const HookDecision& decision) {
  if (decision.kind == HookDecision::Kind::advise) return {};
  return fmt::format(R"({{"permissionDecision":"{}","permissionDecisionReason":{}}})", permission(decision.kind), json_string(decision.text));
}

}  // namespace

HookEvent read_event(HookTool tool, std::string_view json) {
  const rapidjson::Document document = parse(json);
  if (tool == HookTool::claude) return read_claude(document);
  return tool == HookTool::cursor ? read_cursor(document) : read_copilot(document);
}

std::string answer(HookTool tool, const HookEvent& event, const HookDecision& decision) {
  const bool silent = decision.kind == HookDecision::Kind::nothing;
  if (silent) return tool == HookTool::cursor ? "{}" : "";  // Cursor takes no answer for a broken hook
  if (tool == HookTool::claude) return answer_claude(event, decision);
  return tool == HookTool::cursor ? answer_cursor(event, decision) : answer_copilot(decision);
}

}  // namespace miglint
