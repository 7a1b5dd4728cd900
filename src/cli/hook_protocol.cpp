#include "cli/hook_protocol.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <simdjson.h>
#include <span>

#include "miglint/error.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

using Json = simdjson::dom::element;

/// Of a key that is there twice the last counts, as JSON.parse has it: the tools are written in JavaScript.
std::optional<Json> find(Json object, std::string_view key) {
  std::optional<Json> value;
  simdjson::dom::object fields;
  if (object.get(fields) != simdjson::SUCCESS) return std::nullopt;
  for (const simdjson::dom::key_value_pair field : fields) {
    if (field.key == key) value = field.value;
  }
  return value && value->is_null() ? std::nullopt : value;
}

std::string string_of(Json value) { return std::string(std::string_view(value)); }

/// Empty where it is not there; what is there must be a string.
std::string text_of(Json object, std::string_view key) {
  const std::optional<Json> value = find(object, key);
  if (!value) return {};
  if (!value->is_string())
    throw Error(fmt::format("hook: \"{}\" is no string, so nothing could be judged", key));
  return string_of(*value);
}

std::string required(Json object, std::string_view key) {
  std::string text = text_of(object, key);
  if (text.empty())
    throw Error(fmt::format("hook: the event has no \"{}\", so nothing could be judged", key));
  return text;
}

/// The first of the keys that is there.
std::optional<std::string> first_of(Json object, std::span<const std::string_view> keys) {
  for (const std::string_view key : keys) {
    if (find(object, key)) return text_of(object, key);
  }
  return std::nullopt;
}

bool is_true(Json object, std::string_view key) {
  const std::optional<Json> value = find(object, key);
  return value && value->is_bool() && bool(*value);
}

/// The document lives as long as the parser. What nests too deeply for it is refused, too.
Json parse(simdjson::dom::parser& parser, std::string_view json) {
  Json document;
  const bool read = parser.parse(json.data(), json.size()).get(document) == simdjson::SUCCESS;
  if (!read || !document.is_object())
    throw Error("hook: standard input holds no JSON object, so nothing could be judged");
  return document;
}

bool is_one_of(std::string_view word, const auto& list) {
  return std::ranges::find(list, word) != list.end();
}

HookEvent::When when_of(std::string_view name) {
  constexpr std::array<std::string_view, 3> before = {"PreToolUse", "preToolUse", "beforeShellExecution"};
  constexpr std::array<std::string_view, 3> after = {"PostToolUse", "postToolUse", "afterFileEdit"};
  constexpr std::array<std::string_view, 4> end = {"Stop", "stop", "SubagentStop", "agentStop"};
  if (is_one_of(name, before)) return HookEvent::When::before;
  if (is_one_of(name, after)) return HookEvent::When::after;
  return is_one_of(name, end) ? HookEvent::When::end : HookEvent::When::other;
}

// The tools' tools. One that is not among them (an MCP server's) is judged by its verb and the fields it has.
constexpr std::array<std::string_view, 9> readers = {"Read",      "Grep", "Glob", "LS",         "view",
                                                     "read_file", "grep", "glob", "grep_search"};
constexpr std::array<std::string_view, 6> shells = {
    "Bash", "bash", "Shell", "run_terminal_cmd", "runInTerminal", "run_in_terminal"};
constexpr std::array<std::string_view, 8> writers = {
    "Write", "Edit", "MultiEdit", "create", "edit", "str_replace_editor", "Delete", "create_file"};
constexpr std::array<std::string_view, 12> reading_verbs = {"read", "get",  "list", "search", "find", "view",
                                                            "stat", "glob", "grep", "tree",   "info", "show"};
constexpr std::array<std::string_view, 16> writing_verbs = {
    "write",  "edit", "create", "replace", "insert", "append", "delete", "remove",
    "rename", "move", "patch",  "update",  "save",   "copy",   "apply",  "put"};

// How tools call a file, the text it gets, and what is replaced by what.
constexpr auto path_keys = std::to_array<std::string_view>({"file_path",
                                                            "path",
                                                            "filePath",
                                                            "target_file",
                                                            "relative_path",
                                                            "relativePath",
                                                            "absolute_path",
                                                            "absolutePath",
                                                            "notebook_path",
                                                            "file",
                                                            "filename",
                                                            "file_name",
                                                            "fileName",
                                                            "source",
                                                            "destination",
                                                            "source_path",
                                                            "destination_path",
                                                            "old_path",
                                                            "new_path",
                                                            "oldPath",
                                                            "newPath",
                                                            "from",
                                                            "to",
                                                            "target",
                                                            "uri"});
constexpr auto text_keys = std::to_array<std::string_view>(
    {"content", "file_text", "contents", "text", "new_content", "newContent", "body", "data", "code"});
constexpr auto old_keys = std::to_array<std::string_view>(
    {"old_string", "old_str", "oldString", "oldText", "old_text", "search", "needle"});
constexpr auto new_keys = std::to_array<std::string_view>(
    {"new_string", "new_str", "newString", "newText", "new_text", "replace", "repl", "insert_text"});
constexpr auto command_keys = std::to_array<std::string_view>(
    {"command", "cmd", "script", "command_line", "commandLine", "shell_command"});

/// `mcp__files__read_text_file` reads; a tool whose name has a verb of both kinds writes.
bool reads_only(std::string_view tool) {
  if (is_one_of(tool, readers)) return true;
  const std::size_t server = tool.rfind("__");
  if (!tool.starts_with("mcp__") || server == std::string_view::npos) return false;
  const std::string_view name = tool.substr(server + 2);
  const auto is_in_name = [&](std::string_view verb) { return name.find(verb) != std::string_view::npos; };
  return std::ranges::any_of(reading_verbs, is_in_name) && std::ranges::none_of(writing_verbs, is_in_name);
}

TextEdit read_edit(Json edit) {
  return {.before = first_of(edit, old_keys).value_or(""),
          .after = first_of(edit, new_keys).value_or(""),
          .everywhere = is_true(edit, "replace_all")};
}

void take_edits(HookEvent& event, Json input) {
  if (first_of(input, old_keys)) event.edits.push_back(read_edit(input));
  const std::optional<Json> edits = find(input, "edits");
  if (!edits || !edits->is_array()) return;
  for (const Json edit : simdjson::dom::array(*edits)) event.edits.push_back(read_edit(edit));
}

bool is_text(Json object, std::string_view key) {
  const std::optional<Json> value = find(object, key);
  return value && value->is_string();
}

std::string without_scheme(const std::string& path) {
  constexpr std::string_view scheme = "file://";
  return path.starts_with(scheme) ? path.substr(scheme.size()) : path;
}

/// Every file that the input names: a move names two.
void take_files(HookEvent& event, Json input) {
  for (const std::string_view key : path_keys) {
    if (is_text(input, key)) event.files.push_back(without_scheme(text_of(input, key)));
  }
}

void take_input(HookEvent& event, std::string_view tool, Json input) {
  if (reads_only(tool)) return;
  const bool writes = is_one_of(tool, writers);
  // str_replace_editor's "command": "create" is no shell line
  if (!writes) event.command = first_of(input, command_keys);
  take_files(event, input);
  event.text = first_of(input, text_keys);
  take_edits(event, input);
  if (is_one_of(tool, shells) && !event.command)
    throw Error("hook: the shell tool's input has no command, so nothing could be judged");
  if (writes && event.files.empty())
    throw Error("hook: the editing tool's input names no file, so nothing could be judged");
}

/// The files of a patch in the form that apply_patch takes.
std::vector<std::string> files_of_apply_patch(std::string_view patch) {
  std::vector<std::string> files;
  for (std::size_t at = 0; at < patch.size();) {
    const std::size_t feed = std::min(patch.find('\n', at), patch.size());
    const std::string_view line = patch.substr(at, feed - at);
    for (const std::string_view mark :
         {"*** Update File: ", "*** Add File: ", "*** Delete File: ", "*** Move to: "}) {
      if (line.starts_with(mark)) files.emplace_back(line.substr(mark.size()));
    }
    at = feed + 1;
  }
  return files;
}

/// Tool and input, as Claude Code, Cursor and VS Code name them.
void take_tool(HookEvent& event, Json document) {
  const std::string tool = required(document, "tool_name");
  const std::optional<Json> input = find(document, "tool_input");
  if (input && input->is_string()) {
    simdjson::dom::parser parser;
    return take_input(event, tool, parse(parser, std::string_view(*input)));
  }
  if (!input || !input->is_object())
    throw Error("hook: the event has no \"tool_input\" object, so nothing could be judged");
  take_input(event, tool, *input);
}

HookEvent read_claude(Json document) {
  HookEvent event{.name = required(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  if (event.when == HookEvent::When::before || event.when == HookEvent::When::after)
    take_tool(event, document);
  event.is_second_stop = is_true(document, "stop_hook_active");
  return event;
}

std::string first_root(Json document) {
  const std::optional<Json> roots = find(document, "workspace_roots");
  std::string_view root;
  if (roots && roots->is_array() && roots->at(0).get(root) == simdjson::SUCCESS) return std::string(root);
  return {};
}

HookEvent read_cursor(Json document) {
  HookEvent event{.name = required(document, "hook_event_name"), .folder = text_of(document, "cwd")};
  event.when = when_of(event.name);
  if (event.folder.empty()) event.folder = first_root(document);
  if (event.name == "beforeShellExecution") event.command = required(document, "command");
  if (event.name == "afterFileEdit") event.files = {required(document, "file_path")};
  if (event.name == "preToolUse" || event.name == "postToolUse") take_tool(event, document);
  const std::optional<Json> loops = find(document, "loop_count");
  event.is_second_stop = loops && loops->is_int64() && std::int64_t(*loops) > 0;
  return event;
}

/// Copilot's events have no name of their own: which it is shows in the fields. The arguments are an object,
/// JSON in a string, or a patch.
HookEvent read_copilot(Json document) {
  if (find(document, "hook_event_name")) return read_claude(document);  // configured as in VS Code
  HookEvent event{.folder = text_of(document, "cwd")};
  if (!find(document, "toolName") && find(document, "stopReason")) {
    event.name = "agentStop";
    event.when = HookEvent::When::end;
    return event;
  }
  const std::string tool = required(document, "toolName");
  event.name = find(document, "toolResult") ? "postToolUse" : "preToolUse";
  event.when = when_of(event.name);
  const std::optional<Json> arguments = find(document, "toolArgs");
  if (!arguments) throw Error("hook: the event has no \"toolArgs\", so nothing could be judged");
  if (arguments->is_object()) {
    take_input(event, tool, *arguments);
  } else if (arguments->is_string() && tool == "apply_patch") {
    event.files = files_of_apply_patch(string_of(*arguments));
  } else if (arguments->is_string()) {
    simdjson::dom::parser parser;
    take_input(event, tool, parse(parser, std::string_view(*arguments)));
  } else {
    throw Error("hook: \"toolArgs\" is neither an object nor a string, so nothing could be judged");
  }
  return event;
}

std::string_view permission(HookDecision::Kind kind) {
  return kind == HookDecision::Kind::ask ? "ask" : "deny";
}

std::string answer_claude(const HookEvent& event, const HookDecision& decision) {
  const std::string text = json_string(decision.text);
  if (event.when == HookEvent::When::before) {
    if (decision.kind == HookDecision::Kind::advise) return fmt::format(R"({{"systemMessage":{}}})", text);
    return fmt::format(R"({{"hookSpecificOutput":{{"hookEventName":{},"permissionDecision":"{}",)"
                       R"("permissionDecisionReason":{}}}}})",
                       json_string(event.name), permission(decision.kind), text);
  }
  if (decision.kind != HookDecision::Kind::advise)
    return fmt::format(R"({{"decision":"block","reason":{}}})", text);
  return fmt::format(R"({{"hookSpecificOutput":{{"hookEventName":{},"additionalContext":{}}}}})",
                     json_string(event.name), text);
}

std::string answer_cursor(const HookEvent& event, const HookDecision& decision) {
  const std::string text = json_string(decision.text);
  if (event.when == HookEvent::When::end) return fmt::format(R"({{"followup_message":{}}})", text);
  if (event.when == HookEvent::When::after)
    return fmt::format(R"({{"agent_message":{},"additional_context":{}}})", text, text);
  if (decision.kind == HookDecision::Kind::advise) return "{}";
  return fmt::format(R"({{"permission":"{}","user_message":{},"agent_message":{}}})",
                     permission(decision.kind), text, text);
}

std::string answer_copilot(const HookEvent& event, const HookDecision& decision) {
  if (event.name == "PreToolUse" || event.name == "PostToolUse" || event.when == HookEvent::When::end)
    return answer_claude(event, decision);
  if (event.when != HookEvent::When::before || decision.kind == HookDecision::Kind::advise) return {};
  return fmt::format(R"({{"permissionDecision":"{}","permissionDecisionReason":{}}})",
                     permission(decision.kind), json_string(decision.text));
}

/// Replaces the first occurrence, or each.
void apply(const TextEdit& edit, std::string& text) {
  if (edit.before.empty()) {  // how a tool writes a new file
    if (text.empty()) text = edit.after;
    return;
  }
  for (std::size_t at = text.find(edit.before); at != std::string::npos;
       at = text.find(edit.before, at + edit.after.size())) {
    text.replace(at, edit.before.size(), edit.after);
    if (!edit.everywhere) break;
  }
}

}  // namespace

HookEvent read_event(HookTool tool, std::string_view json) {
  simdjson::dom::parser parser;
  const Json document = parse(parser, json);
  if (tool == HookTool::claude) return read_claude(document);
  return tool == HookTool::cursor ? read_cursor(document) : read_copilot(document);
}

std::optional<std::string> text_after(const HookEvent& event, std::string_view before) {
  if (event.text && event.edits.empty()) return event.text;
  if (event.edits.empty()) return std::nullopt;
  std::string text(before);
  // An edit whose old text is not there is refused by the tool, or made at its discretion: the others count.
  for (const TextEdit& edit : event.edits) apply(edit, text);
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
  return fmt::format(R"({{"permissionDecision":"deny","permissionDecisionReason":{}}})",
                     json_string(sentence));
}

}  // namespace miglint
