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

const Json* find(const Json& object, const char* key) {
  if (!object.IsObject()) return nullptr;
  const auto member = object.FindMember(key);
  return member == object.MemberEnd() || member->value.IsNull() ? nullptr : &member->value;
}

std::string string_of(const Json& value) { return {value.GetString(), value.GetStringLength()}; }

/// Empty where it is not there; what is there must be a string.
std::string text_of(const Json& object, const char* key) {
  const Json* value = find(object, key);
  if (value == nullptr) return {};
  if (!value->IsString()) throw Error(fmt::format("hook: \"{}\" is no string, so nothing could be judged", key));
  return string_of(*value);
}

std::string required(const Json& object, const char* key) {
  std::string text = text_of(object, key);
  if (text.empty()) throw Error(fmt::format("hook: the event has no \"{}\", so nothing could be judged", key));
  return text;
}

/// The first of the keys that is there.
std::optional<std::string> first_of(const Json& object, std::initializer_list<const char*> keys) {
  for (const char* key : keys) {
    if (find(object, key) != nullptr) return text_of(object, key);
  }
  return std::nullopt;
}

bool is_true(const Json& object, const char* key) {
  const Json* value = find(object, key);
  return value != nullptr && value->IsTrue();
}

rapidjson::Document parse(std::string_view json) {
  rapidjson::Document document;
  document.Parse<rapidjson::kParseIterativeFlag>(json.data(), json.size());  // deep nesting must not take the stack
  if (document.HasParseError() || !document.IsObject()) throw Error("hook: standard input holds no JSON object, so nothing could be judged");
  return document;
}

bool is_one_of(std::string_view word, const auto& list) { return std::ranges::find(list, word) != list.end(); }

HookEvent::When when_of(std::string_view name) {
  constexpr std::array<std::string_view, 3> before = {"PreToolUse", "preToolUse", "beforeShellExecution"};
  constexpr std::array<std::string_view, 3> after = {"PostToolUse", "postToolUse", "afterFileEdit"};
  constexpr std::array<std::string_view, 4> end = {"Stop", "stop", "SubagentStop", "agentStop"};
  if (is_one_of(name, before)) return HookEvent::When::before;
  if (is_one_of(name, after)) return HookEvent::When::after;
  return is_one_of(name, end) ? HookEvent::When::end : HookEvent::When::other;
}

// The tools' tools. One that is not among them is judged by the fields it has.
constexpr std::array<std::string_view, 9> readers = {"Read", "Grep", "Glob", "LS", "view", "read_file", "grep", "glob", "grep_search"};
constexpr std::array<std::string_view, 6> shells = {"Bash", "bash", "Shell", "run_terminal_cmd", "runInTerminal", "run_in_terminal"};
constexpr std::array<std::string_view, 8> writers = {"Write", "Edit", "MultiEdit", "create", "edit", "str_replace_editor", "Delete", "create_file"};

TextEdit read_edit(const Json& edit) {
  return {.before = first_of(edit, {"old_string", "old_str", "oldString"}).value_or(""),
          .after = first_of(edit, {"new_string", "new_str", "newString"}).value_or(""),
          .everywhere = is_true(edit, "replace_all")};
}

void take_edits(HookEvent& event, const Json& input) {
  if (find(input, "old_string") != nullptr || find(input, "old_str") != nullptr) event.edits.push_back(read_edit(input));
  const Json* edits = find(input, "edits");
  if (edits == nullptr || !edits->IsArray()) return;
  for (const Json& edit : edits->GetArray()) event.edits.push_back(read_edit(edit));
}

void take_input(HookEvent& event, std::string_view tool, const Json& input) {
  if (is_one_of(tool, readers)) return;
  event.command = first_of(input, {"command", "cmd", "script"});
  if (is_one_of(tool, writers) && event.command) event.command.reset();  // str_replace_editor's "command": "create"
  if (auto file = first_of(input, {"file_path", "path", "filePath", "target_file"})) event.files.push_back(*file);
  event.text = first_of(input, {"content", "file_text", "contents"});
  take_edits(event, input);
  if (is_one_of(tool, shells) && !event.command) throw Error("hook: the shell tool's input has no command, so nothing could be judged");
  if (is_one_of(tool, writers) && event.files.empty()) throw Error("hook: the editing tool's input names no file, so nothing could be judged");
}

/// The files of a patch in the form that apply_patch takes.
std::vector<std::string> files_of_patch(std::string_view patch) {
  std::vector<std::string> files;
  for (std::size_t at = 0; at < patch.size();) {
    const std::size_t feed = std::min(patch.find('\n', at), patch.size());
    const std::string_view line = patch.substr(at, feed - at);
    for (const std::string_view mark : {"*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: "}) {
      if (line.starts_with(mark)) files.emplace_back(line.substr(mark.size()));
    }
    at = feed + 1;
  }
  return files;
}

/// Tool and input, as Claude Code, Cursor and VS Code name them.
void take_tool(HookEvent& event, const Json& document) {
  const std::string tool = required(document, "tool_name");
  const Json* input = find(document, "tool_input");
  if (input != nullptr && input->IsString()) return take_input(event, tool, parse(string_of(*input)));
  if (input == nullptr || !input->IsObject()) throw Error("hook: the event has no \"tool_input\" object, so nothing could be judged");
  take_input(event, tool, *input);
}

HookEvent read_claude(const Json& document) {
  HookEvent event{.name = required(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  if (event.when == HookEvent::When::before || event.when == HookEvent::When::after) take_tool(event, document);
  event.is_second_stop = is_true(document, "stop_hook_active");
  return event;
}

std::string first_root(const Json& document) {
  const Json* roots = find(document, "workspace_roots");
  const bool has_root = roots != nullptr && roots->IsArray() && !roots->Empty() && (*roots)[0].IsString();
  return has_root ? string_of((*roots)[0]) : std::string();
}

HookEvent read_cursor(const Json& document) {
  HookEvent event{.name = required(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  if (event.folder.empty()) event.folder = first_root(document);
  if (event.name == "beforeShellExecution") event.command = required(document, "command");
  if (event.name == "afterFileEdit") event.files = {required(document, "file_path")};
  if (event.name == "preToolUse" || event.name == "postToolUse") take_tool(event, document);
  const Json* loops = find(document, "loop_count");
  event.is_second_stop = loops != nullptr && loops->IsInt() && loops->GetInt() > 0;
  return event;
}

/// Copilot's events have no name of their own: which it is shows in the fields. The arguments are an object, JSON in a string, or a patch.
HookEvent read_copilot(const Json& document) {
  if (find(document, "hook_event_name") != nullptr) return read_claude(document);  // configured as in VS Code
  HookEvent event{.folder = text_of(document, "cwd")};
  if (find(document, "toolName") == nullptr && find(document, "stopReason") != nullptr) {
    event.name = "agentStop";
    event.when = HookEvent::When::end;
    return event;
  }
  const std::string tool = required(document, "toolName");
  event.name = find(document, "toolResult") == nullptr ? "preToolUse" : "postToolUse";
  event.when = when_of(event.name);
  const Json* arguments = find(document, "toolArgs");
  if (arguments == nullptr) throw Error("hook: the event has no \"toolArgs\", so nothing could be judged");
  if (arguments->IsObject()) {
    take_input(event, tool, *arguments);
  } else if (arguments->IsString() && tool == "apply_patch") {
    event.files = files_of_patch(string_of(*arguments));
  } else if (arguments->IsString()) {
    take_input(event, tool, parse(string_of(*arguments)));
  } else {
    throw Error("hook: \"toolArgs\" is neither an object nor a string, so nothing could be judged");
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

std::string answer_copilot(const HookEvent& event, const HookDecision& decision) {
  if (event.name == "PreToolUse" || event.name == "PostToolUse" || event.when == HookEvent::When::end) return answer_claude(event, decision);
  if (event.when != HookEvent::When::before || decision.kind == HookDecision::Kind::advise) return {};
  return fmt::format(R"({{"permissionDecision":"{}","permissionDecisionReason":{}}})", permission(decision.kind), json_string(decision.text));
}

/// Replaces the first occurrence, or each; nothing where the old text is not there.
bool apply(const TextEdit& edit, std::string& text) {
  if (edit.before.empty()) {  // how a tool writes a new file
    text = text.empty() ? edit.after : text;
    return !text.empty();
  }
  bool found = false;
  for (std::size_t at = text.find(edit.before); at != std::string::npos; at = text.find(edit.before, at + edit.after.size())) {
    text.replace(at, edit.before.size(), edit.after);
    found = true;
    if (!edit.everywhere) break;
  }
  return found;
}

}  // namespace

HookEvent read_event(HookTool tool, std::string_view json) {
  const rapidjson::Document document = parse(json);
  if (tool == HookTool::claude) return read_claude(document);
  return tool == HookTool::cursor ? read_cursor(document) : read_copilot(document);
}

std::optional<std::string> text_after(const HookEvent& event, std::string_view before) {
  if (event.text) return event.text;
  if (event.edits.empty()) return std::nullopt;
  std::string text(before);
  for (const TextEdit& edit : event.edits) {
    if (!apply(edit, text)) return std::nullopt;  // the tool will refuse it
  }
  return text;
}

std::string answer(HookTool tool, const HookEvent& event, const HookDecision& decision) {
  const bool silent = decision.kind == HookDecision::Kind::nothing;
  if (silent) return tool == HookTool::cursor ? "{}" : "";  // Cursor takes no answer for a broken hook
  if (tool == HookTool::claude) return answer_claude(event, decision);
  return tool == HookTool::cursor ? answer_cursor(event, decision) : answer_copilot(event, decision);
}

std::string refusal(HookTool tool, std::string_view sentence) {
  if (tool != HookTool::copilot) return {};
  return fmt::format(R"({{"permissionDecision":"deny","permissionDecisionReason":{}}})", json_string(sentence));
}

}  // namespace miglint
