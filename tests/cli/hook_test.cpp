// The agents' protocols, with inputs as the tools send them.

#include <doctest/doctest.h>

#include "cli/hook_protocol.hpp"
#include "cli/shell_words.hpp"
#include "miglint/error.hpp"
#include "support/run_program.hpp"
#include "support/temporary_project.hpp"

namespace miglint {

TEST_SUITE("cli/hook") {
  TEST_CASE("a shell line is cut into simple commands") {
    const auto commands =
        simple_commands("cd 'packages/db' && FOO=1 npx prisma migrate dev --name \"a b\" > out.txt 2>&1; git -C x commit -m 'y; z'");
    REQUIRE(commands.size() == 3);
    CHECK(commands[0].words == std::vector<std::string>{"cd", "packages/db"});
    CHECK(unwrapped(commands[1].words) == std::vector<std::string>{"prisma", "migrate", "dev", "--name", "a b"});
    CHECK(commands[1].writes.front() == "out.txt");
    CHECK(unwrapped(commands[2].words) == std::vector<std::string>{"git", "commit", "-m", "y; z"});
    CHECK(unwrapped({"pnpm", "exec", "prisma", "migrate", "dev"}).front() == "prisma");
    CHECK(unwrapped({"pnpm", "prisma", "migrate"}).front() == "prisma");
    CHECK(unwrapped({"./node_modules/.bin/prisma", "migrate"}).front() == "prisma");
    CHECK(simple_commands("").empty());
    CHECK(simple_commands("'unterminated").size() == 1);
  }

  TEST_CASE("each tool's event is read") {
    const HookEvent claude = read_event(HookTool::claude, R"({"session_id":"s","cwd":"/r","hook_event_name":"PreToolUse","tool_name":"Bash",
      "tool_input":{"command":"git commit -m x","description":"d"},"tool_use_id":"t"})");
    CHECK(claude.when == HookEvent::When::before);
    CHECK(claude.command == "git commit -m x");
    CHECK(claude.folder == "/r");
    const HookEvent read = read_event(HookTool::claude, R"({"hook_event_name":"PreToolUse","tool_name":"Read","tool_input":{"file_path":"a.sql"}})");
    CHECK_FALSE(read.file);
    const HookEvent cursor =
        read_event(HookTool::cursor, R"({"hook_event_name":"beforeShellExecution","workspace_roots":["/w"],"command":"ls","cwd":""})");
    CHECK(cursor.folder == "/w");
    CHECK(cursor.command == "ls");
    const HookEvent copilot =
        read_event(HookTool::copilot, R"({"timestamp":1,"cwd":"/c","toolName":"bash","toolArgs":"{\"command\":\"git commit\"}"})");
    CHECK(copilot.command == "git commit");
    CHECK_THROWS_AS(read_event(HookTool::claude, "no json"), Error);
    CHECK_THROWS_AS(read_event(HookTool::copilot, std::string(100000, '[')), Error);
  }

  TEST_CASE("each tool's answer") {
    const HookEvent before{.when = HookEvent::When::before, .name = "PreToolUse"};
    const HookDecision deny{.kind = HookDecision::Kind::deny, .text = "no \"x\"\n"};
    CHECK(answer(HookTool::claude, before, deny) ==
          R"({"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny","permissionDecisionReason":"no \"x\"\n"}})");
    CHECK(answer(HookTool::cursor, before, deny).starts_with(R"({"permission":"deny")"));
    CHECK(answer(HookTool::copilot, before, deny).starts_with(R"({"permissionDecision":"deny")"));
    CHECK(answer(HookTool::claude, {.when = HookEvent::When::after, .name = "PostToolUse"}, deny).starts_with(R"({"decision":"block")"));
    CHECK(answer(HookTool::claude, before, {}).empty());
    CHECK(answer(HookTool::cursor, before, {}) == "{}");
  }

  /// A repository with a committed migration and, if wanted, an uncommitted one.
  static void make_repository(const test::TemporaryProject& project, const std::string& uncommitted) {
    project.write("prisma/migrations/20240101000000_init/migration.sql", "CREATE TABLE \"staff\" (\"id\" INTEGER PRIMARY KEY);\n");
    const std::vector<std::string> git = {
        "git", "-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main", "-c", "commit.gpgsign=false"};
    for (const std::vector<std::string>& words : {std::vector<std::string>{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "init"}}) {
      std::vector<std::string> command = git;
      command.insert(command.end(), words.begin(), words.end());
      REQUIRE(run_program(command, {.folder = project.path()}).status == 0);
    }
    if (!uncommitted.empty()) project.write("prisma/migrations/20240201000000_email/migration.sql", uncommitted);
  }

  static RunResult claude(const test::TemporaryProject& project, const std::string& event, const std::string& tool, const std::string& input) {
    const std::string json =
        R"({"cwd":")" + project.path() + R"(","hook_event_name":")" + event + R"(","tool_name":")" + tool + R"(","tool_input":)" + input + "}";
    return run_miglint({"hook", "claude"}, {.folder = project.path(), .input = json});
  }

  constexpr const char* required = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT NOT NULL;\n";
  constexpr const char* nullable = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT;\n";

  TEST_CASE("a commit of what stops is denied, even when it is added in the same line") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const RunResult result = claude(project, "PreToolUse", "Bash", R"({"command":"git add -A && git commit -m email"})");
    CHECK(result.status == 0);
    CHECK(result.out.find("\"permissionDecision\":\"deny\"") != std::string::npos);
    CHECK(result.out.find("add-column-not-null-without-default") != std::string::npos);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"git status"})").out.empty());
  }

  TEST_CASE("a safe commit passes in silence") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"git add -A && git commit -m email"})").out.empty());
  }

  TEST_CASE("prisma migrate dev beside an uncommitted migration asks the user") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    const RunResult result = claude(project, "PreToolUse", "Bash", R"({"command":"npx prisma migrate dev --name nick"})");
    CHECK(result.out.find("\"permissionDecision\":\"ask\"") != std::string::npos);
    CHECK(result.out.find("20240201000000_email") != std::string::npos);
    const test::TemporaryProject clean;
    make_repository(clean, "");
    CHECK(claude(clean, "PreToolUse", "Bash", R"({"command":"npx prisma migrate dev --name nick"})").out.empty());
  }

  TEST_CASE("an edit of a committed migration is denied, however it is made") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    const std::string init = "prisma/migrations/20240101000000_init/migration.sql";
    CHECK(claude(project, "PreToolUse", "Edit", R"({"file_path":")" + project.path(init) + R"("})").out.find("\"deny\"") != std::string::npos);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"echo x >> )" + init + R"("})").out.find("\"deny\"") != std::string::npos);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"rm -r prisma/migrations/20240101000000_init"})").out.find("\"deny\"") !=
          std::string::npos);
    CHECK(claude(project, "PreToolUse", "Edit", R"({"file_path":"prisma/migrations/20240201000000_email/migration.sql"})").out.empty());
    CHECK(claude(project, "PreToolUse", "Write", R"({"file_path":"src/app.ts"})").out.empty());
  }

  TEST_CASE("a written migration is judged") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const std::string file = R"({"file_path":"prisma/migrations/20240201000000_email/migration.sql"})";
    CHECK(claude(project, "PostToolUse", "Write", file).out.find("{\"decision\":\"block\"") != std::string::npos);
    project.write("prisma/migrations/20240201000000_email/migration.sql", nullable);
    CHECK(claude(project, "PostToolUse", "Write", file).out.empty());
  }

  TEST_CASE("what goes wrong blocks") {
    CHECK(run_miglint({"hook", "claude"}, {.input = "no json"}).status == 2);
    CHECK(run_miglint({"hook", "nobody"}, {.input = "{}"}).status == 2);
    CHECK(
        run_miglint({"hook", "claude"},
                    {.input = R"({"cwd":"/no/such/folder","hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":"git commit"}})"})
            .status == 2);
  }
}

}  // namespace miglint
