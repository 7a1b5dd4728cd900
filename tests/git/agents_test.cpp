// What `miglint init --agents` writes, as the agents' tools read and run it.

#include <cstdlib>
#include <filesystem>
#include <fmt/format.h>
#include <fstream>
#include <iterator>
#include <rapidjson/document.h>
#include <vector>

#include "git/scenario.hpp"

using namespace miglint::test;

TEST_SUITE_BEGIN("git/agents");

namespace {

std::string read(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  REQUIRE(file);
  return {std::istreambuf_iterator<char>(file), {}};
}

/// Every command line below a value: the tools call it `command` or `bash`.
void collect_commands(const rapidjson::Value& value, std::vector<std::string>& commands) {
  if (value.IsArray()) {
    for (const rapidjson::Value& element : value.GetArray()) collect_commands(element, commands);
  } else if (value.IsObject()) {
    for (const auto& member : value.GetObject()) {
      const std::string key = member.name.GetString();
      const bool is_line = member.value.IsString() && (key == "command" || key == "bash");
      if (is_line && member.value.GetString() != std::string("command"))
        commands.emplace_back(member.value.GetString());
      collect_commands(member.value, commands);
    }
  }
}

std::vector<std::string> commands_in(const std::string& path) {
  rapidjson::Document settings;
  settings.Parse(read(path).c_str());
  CAPTURE(path);
  REQUIRE_FALSE(settings.HasParseError());
  std::vector<std::string> commands;
  collect_commands(settings, commands);
  CHECK_FALSE(commands.empty());
  return commands;
}

struct Tool {
  const char* settings;
  const char* source;
  const char* commit;   ///< the event of a shell command
  const char* refusal;  ///< what the answer holds
};
constexpr Tool tools[] = {
    {".claude/settings.json", "claude-settings.json",
     R"({"cwd":"@","hook_event_name":"PreToolUse","tool_name":"Bash",)"
     R"("tool_input":{"command":"git commit -m x"}})",
     R"("permissionDecision":"deny")"},
    {".cursor/hooks.json", "cursor-hooks.json",
     R"({"cwd":"@","hook_event_name":"beforeShellExecution","command":"git commit -m x"})",
     R"("permission":"deny")"},
    {".github/hooks/miglint.json", "copilot-hooks.json",
     R"({"cwd":"@","toolName":"bash","toolArgs":"{\"command\":\"git commit -m x\"}"})",
     R"("permissionDecision":"deny")"},
};

/// A project with a staged hazard and the agents' settings; the program is in its node_modules.
class AgentProject : public ShopProject {
 public:
  AgentProject() {
    std::filesystem::create_directories(path("project/node_modules/.bin"));
    std::filesystem::create_symlink(binary(), path("project/node_modules/.bin/miglint"));
    put(".gitignore", "node_modules/\n");
    CHECK(run_miglint("init --agents").status == 0);
    migration(second, hazard);
    shell("git add -A");
    setenv("CLAUDE_PROJECT_DIR", path("project").c_str(), 1);
  }
  ~AgentProject() { unsetenv("CLAUDE_PROJECT_DIR"); }
  AgentProject(const AgentProject&) = delete;
  AgentProject& operator=(const AgentProject&) = delete;

  CommandResult run_hook(const std::string& command, std::string event) const {
    if (const std::size_t place = event.find('@'); place != std::string::npos)
      event.replace(place, 1, path("project"));
    write("command", command);
    write("event", event);
    return run_command(fmt::format("sh '{}' <'{}'", path("command"), path("event")));
  }
};

}  // namespace

TEST_CASE("init --agents writes the files of hooks/") {
  const AgentProject project;
  for (const Tool& tool : tools) {
    CHECK(read(project.path(std::string("project/") + tool.settings)) ==
          read(std::string(MIGLINT_SOURCE_DIR "/hooks/") + tool.source));
  }
  CHECK(read(project.path("project/AGENTS.md")) == read(MIGLINT_SOURCE_DIR "/hooks/AGENTS.md"));
}

TEST_CASE("each command in the settings runs, and refuses a commit of a hazard") {
  const AgentProject project;
  for (const Tool& tool : tools) {
    for (const std::string& command : commands_in(project.path(std::string("project/") + tool.settings))) {
      CAPTURE(command);
      const CommandResult answer = project.run_hook(command, tool.commit);
      CHECK(answer.status == 0);
      CHECK(has(answer, tool.refusal));
      CHECK(has(answer, "add-column-not-null-without-default"));
    }
  }
}

TEST_CASE("a program that is not there blocks before the act: with status 2, or in the tool's own protocol") {
  const AgentProject project;
  std::filesystem::remove(project.path("project/node_modules/.bin/miglint"));
  for (const Tool& tool : tools) {
    const std::string before = commands_in(project.path(std::string("project/") + tool.settings)).front();
    const CommandResult answer = project.run_hook("PATH=/usr/bin:/bin\n" + before, tool.commit);
    CAPTURE(answer.output);
    CHECK((answer.status == 2 || has(answer, tool.refusal)));
  }
}

TEST_SUITE_END();
