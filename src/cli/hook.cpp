// `miglint hook claude|cursor|copilot`: what a coding agent does, judged as it does it.
//
//  - A file is about to be written: an edit of a frozen migration is denied, with the way out; a text that
//    would stop is denied with the findings; a comment that allows a hazard, and a change of the
//    configuration, are put to the user. Written after all, it is judged again.
//  - `prisma migrate dev` while a migration is uncommitted: the user is asked whether to fold into it.
//  - `git commit` of something that stops: denied with the findings. `miglint accept`, and what empties or
//    bypasses a database: put to the user. A shell line is read by src/shell, and nothing of it is run.
//  - The turn ends with a new migration that stops: the agent hears of it once.
//
// Exit status 2 with a sentence for whatever goes wrong here: to these tools that blocks, any other failure
// would let everything pass. Copilot skips a hook that fails, so there the sentence is a refusal in its
// protocol.

#include <algorithm>
#include <filesystem>
#include <fmt/format.h>
#include <iostream>
#include <iterator>

#include "cli/commands.hpp"
#include "cli/hook_judge.hpp"
#include "cli/hook_protocol.hpp"
#include "cli/output.hpp"
#include "miglint/error.hpp"

namespace miglint {

namespace {

HookTool tool_of(const Options& options) {
  const std::string name = options.arguments.empty() ? "" : options.arguments.front();
  if (name == "claude") return HookTool::claude;
  if (name == "cursor") return HookTool::cursor;
  if (name == "copilot") return HookTool::copilot;
  throw Error("hook: for which tool? claude, cursor and copilot are known");
}

HookDecision judge_end(const HookEvent& event) {
  if (event.is_second_stop) return {};
  const HookVerdict verdict = verdict_on({});
  if (!verdict.stop) return {};
  return {.kind = HookDecision::Kind::deny,
          .text = "A new migration of this repository stops.\n" + verdict.report};
}

/// Where the event takes place; empty: the folder is gone, as happens to a shell whose work tree was removed.
std::string folder_of(const HookEvent& event) {
  std::error_code gone;
  if (!event.folder.empty()) std::filesystem::current_path(event.folder, gone);
  const std::filesystem::path folder = gone ? std::filesystem::path() : std::filesystem::current_path(gone);
  if (!gone) return folder.string();
  std::filesystem::current_path("/");
  return {};
}

HookDecision judge_event(const HookEvent& event) {
  const std::string folder = folder_of(event);
  if (event.when == HookEvent::When::before && event.command) return judge_command(*event.command, folder);
  if (event.when == HookEvent::When::other) return {};
  const auto is_absolute = [](const std::string& file) { return file.starts_with("/"); };
  if (folder.empty() && !std::ranges::all_of(event.files, is_absolute)) {
    throw Error(fmt::format("hook: the folder {} is not there, so nothing could be judged: go to one that is",
                            event.folder.empty() ? "in which this runs" : event.folder));
  }
  if (event.when != HookEvent::When::end) return judge_edit(event);
  return folder.empty() ? HookDecision{} : judge_end(event);
}

std::string reply_to(HookTool tool, const std::string& input) {
  try {
    const HookEvent event = read_event(tool, input);
    return answer(tool, event, judge_event(event));
  } catch (const std::exception& error) {
    std::string reply = refusal(tool, std::string("miglint: ") + error.what());
    if (reply.empty()) throw;
    return reply;
  }
}

}  // namespace

int hook(const Options& options) {
  const HookTool tool = tool_of(options);
  const std::string reply = reply_to(tool, std::string(std::istreambuf_iterator<char>(std::cin), {}));
  if (!reply.empty()) deliver({}, reply + "\n");
  return 0;
}

}  // namespace miglint
