// The agents' protocols, with inputs as the tools send them.

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>

#include "cli/hook_protocol.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"
#include "support/golden.hpp"
#include "support/run_program.hpp"
#include "support/temporary_project.hpp"

namespace miglint {

TEST_SUITE("cli/hook") {
  TEST_CASE("each tool's event is read") {
    const HookEvent claude = read_event(
        HookTool::claude, R"({"session_id":"s","cwd":"/r","hook_event_name":"PreToolUse","tool_name":"Bash",
      "tool_input":{"command":"git commit -m x","description":"d"},"tool_use_id":"t"})");
    CHECK(claude.when == HookEvent::When::before);
    CHECK(claude.command == "git commit -m x");
    CHECK(claude.folder == "/r");
    const HookEvent read = read_event(
        HookTool::claude,
        R"({"hook_event_name":"PreToolUse","tool_name":"Read","tool_input":{"file_path":"a.sql"}})");
    CHECK(read.files.empty());
    const HookEvent cursor = read_event(
        HookTool::cursor,
        R"({"hook_event_name":"beforeShellExecution","workspace_roots":["/w"],"command":"ls","cwd":""})");
    CHECK(cursor.folder == "/w");
    CHECK(cursor.command == "ls");
    const HookEvent copilot = read_event(
        HookTool::copilot,
        R"({"timestamp":1,"cwd":"/c","toolName":"bash","toolArgs":"{\"command\":\"git commit\"}"})");
    CHECK(copilot.command == "git commit");
    const HookEvent patch = read_event(
        HookTool::copilot,
        R"({"toolName":"apply_patch","toolArgs":"*** Begin Patch\n*** Update File: a/b.sql\n@@"})");
    CHECK(patch.files == std::vector<std::string>{"a/b.sql"});
    CHECK(read_event(HookTool::copilot, R"({"cwd":"/c","stopReason":"end_turn"})").when ==
          HookEvent::When::end);
    CHECK_THROWS_AS(read_event(HookTool::claude, "no json"), Error);
    CHECK_THROWS_AS(read_event(HookTool::copilot, std::string(100000, '[')), Error);
  }

  TEST_CASE("each tool's answer") {
    const HookEvent before{.when = HookEvent::When::before, .name = "PreToolUse"};
    const HookDecision deny{.kind = HookDecision::Kind::deny, .text = "no \"x\"\n"};
    CHECK(answer(HookTool::claude, before, deny) ==
          R"({"hookSpecificOutput":{"hookEventName":"PreToolUse","permissionDecision":"deny",)"
          R"("permissionDecisionReason":"no \"x\"\n"}})");
    CHECK(answer(HookTool::cursor, before, deny).starts_with(R"({"permission":"deny")"));
    CHECK(answer(HookTool::copilot, {.when = HookEvent::When::before, .name = "preToolUse"}, deny)
              .starts_with(R"({"permissionDecision":"deny")"));
    CHECK(answer(HookTool::claude, {.when = HookEvent::When::after, .name = "PostToolUse"}, deny)
              .starts_with(R"({"decision":"block")"));
    CHECK(answer(HookTool::claude, before, {}).empty());
    CHECK(answer(HookTool::cursor, before, {}) == "{}");
  }

  /// A repository with a committed migration and, if wanted, an uncommitted one.
  static void make_repository(const test::TemporaryProject& project, const std::string& uncommitted) {
    project.write("prisma/migrations/20240101000000_init/migration.sql",
                  "CREATE TABLE \"staff\" (\"id\" INTEGER PRIMARY KEY);\n");
    const std::vector<std::string> git = {"git",
                                          "-c",
                                          "user.name=T",
                                          "-c",
                                          "user.email=t@example.org",
                                          "-c",
                                          "init.defaultBranch=main",
                                          "-c",
                                          "commit.gpgsign=false"};
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"init", "-q"}, {"add", "."}, {"commit", "-q", "-m", "init"}}) {
      std::vector<std::string> command = git;
      command.insert(command.end(), words.begin(), words.end());
      REQUIRE(run_program(command, {.folder = project.path()}).status == 0);
    }
    if (!uncommitted.empty())
      project.write("prisma/migrations/20240201000000_email/migration.sql", uncommitted);
  }

  static RunResult claude(const test::TemporaryProject& project, const std::string& event,
                          const std::string& tool, const std::string& input) {
    const std::string json = R"({"cwd":")" + project.path() + R"(","hook_event_name":")" + event +
                             R"(","tool_name":")" + tool + R"(","tool_input":)" + input + "}";
    return run_miglint({"hook", "claude"}, {.folder = project.path(), .input = json});
  }

  constexpr const char* required = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT NOT NULL;\n";
  constexpr const char* nullable = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT;\n";

  TEST_CASE("a commit of what stops is denied, even when it is added in the same line") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const RunResult result =
        claude(project, "PreToolUse", "Bash", R"({"command":"git add -A && git commit -m email"})");
    CHECK(result.status == 0);
    CHECK(result.out.find("\"permissionDecision\":\"deny\"") != std::string::npos);
    CHECK(result.out.find("add-column-not-null-without-default") != std::string::npos);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"git status"})").out.empty());
  }

  TEST_CASE("git commit in its many forms") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const auto denied = [&](const std::string& command) {
      const std::string input = R"({"command":)" + json_string(command) + "}";
      return claude(project, "PreToolUse", "Bash", input).out.find("\"deny\"") != std::string::npos;
    };
    CHECK(denied("git add . && git -c user.name=me commit -qm x"));
    CHECK(denied("cd / && git -C " + project.path() + " add -A; git -C " + project.path() + " commit -m x"));
    CHECK(denied("git add prisma\ngit commit -m \"$(cat <<'EOF'\nSay \"staff\" (and more)\nEOF\n)\""));
    CHECK(denied("bash -lc 'git add -A && timeout 60 git commit --amend --no-edit'"));
    CHECK_FALSE(denied("git commit -am 'the migration is not tracked yet, so it stays out'"));
    CHECK_FALSE(denied("echo 'git add . && git commit -m x'"));
    CHECK_FALSE(denied("cat > notes.md <<EOF\ngit add . && git commit -m x\nEOF"));
    REQUIRE(run_program({"git", "add", "prisma"}, {.folder = project.path()}).status == 0);
    CHECK(denied("git commit -m x"));
    project.write("prisma/migrations/20240201000000_email/migration.sql", nullable);
    CHECK(denied("git commit -m 'the index still has the hazard'"));
    CHECK_FALSE(denied("git commit -am 'the work tree is mended'"));
    CHECK_FALSE(denied("git commit -m 'by its path' prisma/migrations/20240201000000_email/migration.sql"));
  }

  TEST_CASE("a safe commit passes in silence") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"git add -A && git commit -m email"})")
              .out.empty());
  }

  TEST_CASE("prisma migrate dev beside an uncommitted migration asks the user") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    const RunResult result =
        claude(project, "PreToolUse", "Bash", R"({"command":"npx prisma migrate dev --name nick"})");
    CHECK(result.out.find("\"permissionDecision\":\"ask\"") != std::string::npos);
    CHECK(result.out.find("20240201000000_email") != std::string::npos);
    const test::TemporaryProject clean;
    make_repository(clean, "");
    CHECK(claude(clean, "PreToolUse", "Bash", R"({"command":"npx prisma migrate dev --name nick"})")
              .out.empty());
  }

  TEST_CASE("the question is not asked again once the user chose") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    CHECK(
        claude(project, "PreToolUse", "Bash", R"({"command":"miglint status --new"})").out.find("\"ask\"") !=
        std::string::npos);
    CHECK(run_miglint({"status", "--new"}, {.folder = project.path()}).status == 0);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"npx prisma migrate dev"})").out.empty());
  }

  TEST_CASE("what only the user may decide is put to the user") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const auto asked = [&](const std::string& tool, const std::string& input) {
      return claude(project, "PreToolUse", tool, input).out.find("\"permissionDecision\":\"ask\"") !=
             std::string::npos;
    };
    CHECK(asked("Bash", R"({"command":"MIGLINT_USER_CONSENT='the user agreed to it' )"
                        R"(npx miglint accept 0123456789 --reason x"})"));
    CHECK(asked("Bash", R"({"command":"echo 'rules: {}' >> .miglint.yaml"})"));
    CHECK(asked("Write", R"({"file_path":".miglint-decisions.yaml","content":"decisions: []"})"));
    CHECK(asked("Bash", R"({"command":"npx prisma migrate reset --force"})"));
    CHECK(asked("Bash", R"({"command":"npx prisma db push --accept-data-loss"})"));
    CHECK(asked("Edit",
                R"({"file_path":"prisma/migrations/20240201000000_email/migration.sql","old_string":"ALTER",
      "new_string":"-- miglint: allow add-column-not-null-without-default: empty\nALTER"})"));
  }

  TEST_CASE("a deploy of what stops is denied") {
    const test::TemporaryProject project;
    make_repository(project, required);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"npx prisma migrate deploy"})")
              .out.find("\"deny\"") != std::string::npos);
  }

  TEST_CASE("a text that would stop is not written; a file may be mended step by step") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const auto decides = [&](const std::string& tool, const std::string& input) {
      const std::string out = claude(project, "PreToolUse", tool, input).out;
      return out.empty() ? "nothing" : out.find("\"deny\"") != std::string::npos ? "deny" : "ask";
    };
    const std::string fresh = R"("file_path":"prisma/migrations/20240301000000_drop/migration.sql")";
    CHECK(decides("Write", "{" + fresh + R"(,"content":"DROP TABLE \"staff\";"})") == std::string("deny"));
    CHECK(decides("Write",
                  "{" + fresh + R"(,"content":"CREATE TABLE \"shop\" (\"id\" INTEGER PRIMARY KEY);"})") ==
          std::string("nothing"));
    CHECK(decides("Write", R"({"file_path":"seed.sql","content":"DROP TABLE staff;"})") ==
          std::string("nothing"));
    const std::string file = R"("file_path":"prisma/migrations/20240201000000_email/migration.sql")";
    CHECK(decides("Edit", "{" + file + R"(,"old_string":" NOT NULL","new_string":""})") ==
          std::string("nothing"));
    CHECK(decides("Edit", "{" + file + R"(,"old_string":"ALTER","new_string":"-- a comment\nALTER"})") ==
          std::string("nothing"));
    CHECK(decides(
              "MultiEdit",
              "{" + file +
                  R"(,"edits":[{"old_string":" NOT NULL","new_string":""},{"old_string":"TEXT;","new_string":
      "TEXT;\nDROP TABLE \"staff\";"}]})") == std::string("deny"));
    const std::string copilot =
        R"({"cwd":")" + project.path() + R"(","toolName":"create","toolArgs":"{\"path\":\")" +
        project.path() +
        R"(/prisma/migrations/20240301000000_drop/migration.sql\",\"file_text\":\"DROP TABLE staff;\"}"})";
    CHECK(run_miglint({"hook", "copilot"}, {.folder = project.path(), .input = copilot})
              .out.starts_with(R"({"permissionDecision":"deny")"));
  }

  TEST_CASE("an edit of a committed migration is denied, however it is made") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    const std::string init = "prisma/migrations/20240101000000_init/migration.sql";
    CHECK(claude(project, "PreToolUse", "Edit", R"({"file_path":")" + project.path(init) + R"("})")
              .out.find("\"deny\"") != std::string::npos);
    CHECK(claude(project, "PreToolUse", "Bash", R"({"command":"echo x >> )" + init + R"("})")
              .out.find("\"deny\"") != std::string::npos);
    CHECK(
        claude(project, "PreToolUse", "Bash", R"({"command":"rm -r prisma/migrations/20240101000000_init"})")
            .out.find("\"deny\"") != std::string::npos);
    for (const char* command :
         {"rm -rf prisma", "rm prisma/migrations/*/migration.sql",
          "git rm -r prisma/migrations/20240101000000_init",
          "mv prisma/migrations/20240101000000_init prisma/migrations/20240101000000_start",
          "sed -i s/a/b/ prisma/*/*/*.sql"}) {
      CAPTURE(command);
      CHECK(claude(project, "PreToolUse", "Bash", R"({"command":")" + std::string(command) + R"("})")
                .out.find("\"deny\"") != std::string::npos);
    }
    CHECK(claude(project, "PreToolUse", "Bash",
                 R"({"command":"cp -r new prisma/migrations && rm -rf node_modules"})")
              .out.empty());
    CHECK(claude(project, "PreToolUse", "Edit",
                 R"({"file_path":"prisma/migrations/20240201000000_email/migration.sql"})")
              .out.empty());
    CHECK(claude(project, "PreToolUse", "Write", R"({"file_path":"src/app.ts"})").out.empty());
  }

  /// What a tool's use before it happens is answered with.
  static std::string decides(const test::TemporaryProject& project, const std::string& tool,
                             const std::string& input) {
    const RunResult result = claude(project, "PreToolUse", tool, input);
    if (result.status != 0) return "refuse";
    if (result.out.empty()) return "pass";
    return result.out.find("\"deny\"") != std::string::npos ? "deny" : "ask";
  }

  static std::string write_of(const std::string& file, const std::string& text) {
    return R"({"file_path":)" + json_string(file) + R"(,"content":)" + json_string(text) + "}";
  }

  TEST_CASE("an allow comment is asked about in every spelling that check would take") {
    const test::TemporaryProject project;
    make_repository(project, "");
    const std::string file = "prisma/migrations/20240301000000_drop/migration.sql";
    const std::string drop = "DROP TABLE \"staff\";\n";
    for (const char* comment :
         {"-- miglint: allow drop-table: gone for good\n", "-- miglint:allow drop-table: gone for good\n",
          "--miglint:allow drop-table: gone for good\n", "-- miglint:  allow drop-table: gone for good\n",
          "-- miglint:\tallow\tdrop-table: gone for good\n",
          "/* miglint:\nallow drop-table: gone for good */\n", "/*miglint:allow drop-table:gone for good*/ ",
          "-- miglint:allow-file drop-table: gone for good\n", "-- miglint: allow data: gone for good\n",
          "-- miglint: allow locks, data: gone for good\n"}) {
      CAPTURE(comment);
      CHECK(decides(project, "Write", write_of(file, comment + drop)) == "ask");
    }
    CHECK(decides(project, "Write", write_of(file, drop + "-- miglint: allow drop-table: too late\n")) ==
          "deny");
    CHECK(decides(project, "Write", write_of(file, "-- miglint: allow drop-table\n" + drop)) == "deny");
    CHECK(decides(project, "Write",
                  write_of(file, "CREATE TABLE z (a TEXT DEFAULT 'miglint: allow drop-table: x');\n")) ==
          "pass");
    CHECK(decides(project, "Write", write_of("docs/how.sql", "-- miglint: allow drop-table: x\n" + drop)) ==
          "pass");
  }

  TEST_CASE("an allow comment that stands already is asked about again when it allows something else") {
    const test::TemporaryProject project;
    make_repository(project, "-- miglint: allow drop-table: gone for good\nDROP TABLE \"staff\";\n");
    const std::string file = "prisma/migrations/20240201000000_email/migration.sql";
    const auto written = [&](const std::string& text) {
      return decides(project, "Write", write_of(file, text));
    };
    CHECK(written("-- miglint: allow drop-table: gone for good\n\nDROP  TABLE \"staff\"; -- formatted\n") ==
          "pass");
    CHECK(written("CREATE TABLE \"a\" (\"id\" INTEGER PRIMARY KEY);\n") == "pass");
    CHECK(written("-- miglint: allow data: gone for good\nDROP TABLE \"staff\";\n") == "ask");
    CHECK(written("-- miglint: allow drop-table, locks: x y\nDROP TABLE \"staff\";\n") == "ask");
    CHECK(written("-- miglint: allow-file drop-table: x y\nDROP TABLE \"staff\";\n") == "ask");
    CHECK(written("-- miglint: allow drop-table: gone for good\nDROP TABLE \"staff\" CASCADE;\n") == "ask");
    CHECK(decides(project, "Edit",
                  R"({"file_path":")" + file +
                      R"(","old_string":"\"staff\"","new_string":"\"staff\" CASCADE"})") == "ask");
  }

  TEST_CASE("a refused text says how an agreed hazard gets in") {
    const test::TemporaryProject project;
    make_repository(project, "");
    const std::string refused =
        claude(project, "PreToolUse", "Write",
               write_of("prisma/migrations/20240301000000_drop/migration.sql", "DROP TABLE \"staff\";\n"))
            .out;
    CHECK(refused.find("Nothing was written") != std::string::npos);
    CHECK(refused.find("-- miglint: allow RULE: reason") != std::string::npos);
  }

  TEST_CASE("a commit tells the user what is allowed in it") {
    const test::TemporaryProject project;
    make_repository(project, "-- miglint: allow drop-table: gone for good\nDROP TABLE \"staff\";\n");
    const std::string said =
        claude(project, "PreToolUse", "Bash", R"({"command":"git add -A && git commit -m x"})").out;
    CHECK(said.starts_with(R"({"systemMessage":)"));
    CHECK(said.find("gone for good") != std::string::npos);
  }

  TEST_CASE("edits that don't all fit, and tools with names of their own for things") {
    const test::TemporaryProject project;
    make_repository(project, nullable);
    const std::string init = "prisma/migrations/20240101000000_init/migration.sql";
    const std::string file = "prisma/migrations/20240201000000_email/migration.sql";
    std::filesystem::create_symlink(project.path(init), project.path("link"));
    CHECK(decides(project, "MultiEdit",
                  R"({"file_path":")" + file + R"(","edits":[{"old_string":"nowhere","new_string":"x"},)" +
                      R"({"old_string":"TEXT;","new_string":"TEXT;\nDROP TABLE \"staff\";"}]})") == "deny");
    CHECK(decides(project, "MultiEdit",
                  R"({"file_path":")" + file +
                      R"(","edits":[{"old_string":"nowhere","new_string":"-- miglint:allow data: x"}]})") ==
          "ask");
    CHECK(decides(project, "mcp__serena__replace_content",
                  R"({"relative_path":")" + init + R"(","needle":"a","repl":"b"})") == "deny");
    CHECK(decides(project, "mcp__files__edit_file",
                  R"({"path":")" + init + R"(","edits":[{"oldText":"a","newText":"b"}]})") == "deny");
    CHECK(decides(project, "mcp__files__move_file", R"({"source":")" + init + R"(","destination":"x"})") ==
          "deny");
    CHECK(decides(project, "mcp__files__move_file", R"({"source":"x","destination":")" + init + R"("})") ==
          "deny");
    CHECK(decides(project, "mcp__x__write", R"({"uri":"file://)" + project.path(init) + R"(","text":"x"})") ==
          "deny");
    CHECK(decides(project, "mcp__x__write", R"({"path":")" + file + R"(","text":"DROP TABLE \"staff\";"})") ==
          "deny");
    CHECK(decides(project, "mcp__files__read_text_file", R"({"path":")" + init + R"("})") == "pass");
    CHECK(decides(project, "mcp__sh__run", R"({"command":"rm )" + init + R"("})") == "deny");
    CHECK(decides(project, "Write", write_of("link", "x")) == "deny");
    CHECK(decides(project, "Write", write_of(".claude/settings.json", "{}")) == "ask");
    project.write(".miglint.yaml", "decisions: docs/decisions.yaml\n");
    CHECK(decides(project, "Write", write_of("docs/decisions.yaml", "")) == "ask");
    CHECK(decides(project, "Bash", R"({"command":"ls","command":"rm )" + init + R"("})") == "deny");
    CHECK(decides(project, "Bash", R"({"command":"rm )" + init + R"(","command":"ls"})") == "pass");
  }

  TEST_CASE("in a folder that is gone plain lines pass") {
    const auto answer = [](const std::string& tool, const std::string& input) {
      return run_miglint(
          {"hook", "claude"},
          {.input = R"({"cwd":"/no/such/folder","hook_event_name":"PreToolUse","tool_name":")" + tool +
                    R"(","tool_input":)" + input + "}"});
    };
    CHECK(answer("Bash", R"({"command":"ls"})").status == 0);
    CHECK(answer("Bash", R"({"command":"cd /tmp && ls"})").status == 0);
    const RunResult commit = answer("Bash", R"({"command":"git commit -m x"})");
    CHECK(commit.status == 2);
    CHECK(commit.err.find("a folder that is not there") != std::string::npos);
    const RunResult write = answer("Write", write_of("a.sql", "x"));
    CHECK(write.status == 2);
    CHECK(write.err.find("/no/such/folder is not there") != std::string::npos);
  }

  TEST_CASE("a written migration is judged") {
    const test::TemporaryProject project;
    make_repository(project, required);
    const std::string file = R"({"file_path":"prisma/migrations/20240201000000_email/migration.sql"})";
    CHECK(claude(project, "PostToolUse", "Write", file).out.find("{\"decision\":\"block\"") !=
          std::string::npos);
    project.write("prisma/migrations/20240201000000_email/migration.sql", nullable);
    CHECK(claude(project, "PostToolUse", "Write", file).out.empty());
    project.write("queries/clean.sql", "DELETE FROM staff;\n");
    CHECK(claude(project, "PostToolUse", "Write", R"({"file_path":"queries/clean.sql"})").out.empty());
  }

  TEST_CASE("hooks/ has to copy what init --agents writes") {
    const test::TemporaryProject project;
    make_repository(project, "");
    REQUIRE(run_miglint({"init", "--agents"}, {.folder = project.path()}).status == 0);
    const std::string hooks = std::string(MIGLINT_SOURCE_DIR) + "/hooks/";
    CHECK(read_text(project.path(".claude/settings.json")) == read_text(hooks + "claude-settings.json"));
    CHECK(read_text(project.path(".cursor/hooks.json")) == read_text(hooks + "cursor-hooks.json"));
    CHECK(read_text(project.path(".github/hooks/miglint.json")) == read_text(hooks + "copilot-hooks.json"));
    CHECK(read_text(project.path("AGENTS.md")) == read_text(hooks + "AGENTS.md"));
  }

  TEST_CASE("what goes wrong blocks") {
    CHECK(run_miglint({"hook", "claude"}, {.input = "no json"}).status == 2);
    CHECK(run_miglint({"hook", "nobody"}, {.input = "{}"}).status == 2);
    for (const char* input :
         {"{}", "[]", R"({"hook_event_name":"PreToolUse"})",
          R"({"hook_event_name":"PreToolUse","tool_name":"Bash"})",
          R"({"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{}})",
          R"({"hook_event_name":"PreToolUse","tool_name":"Bash","tool_input":{"command":["git","commit"]}})",
          R"({"hook_event_name":"PreToolUse","tool_name":"Write","tool_input":{"content":"DROP TABLE a;"}})",
          R"({"hook_event_name":7})",
          R"({"hook_event_name":"PreToolUse","cwd":1,"tool_name":"Read","tool_input":{}})"}) {
      CAPTURE(input);
      CHECK(run_miglint({"hook", "claude"}, {.input = input}).status == 2);
    }
    CHECK(
        run_miglint({"hook", "cursor"}, {.input = R"({"hook_event_name":"beforeShellExecution"})"}).status ==
        2);
    // Copilot skips a hook that fails: the refusal is in its protocol.
    const RunResult copilot = run_miglint({"hook", "copilot"}, {.input = R"({"toolName":"bash"})"});
    CHECK(copilot.status == 0);
    CHECK(copilot.out.starts_with(R"({"permissionDecision":"deny")"));
    CHECK(
        run_miglint({"hook", "claude"},
                    {.input = R"({"cwd":"/no/such/folder","hook_event_name":"PreToolUse","tool_name":"Bash",)"
                              R"("tool_input":{"command":"git commit"}})"})
            .status == 2);
  }
}

}  // namespace miglint
