#include "cli/agents.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>

#include "cli/output.hpp"
#include "cli/project.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

struct Settings {
  std::string_view file;
  std::string_view text;
};

constexpr std::array all_settings = {
    Settings{".claude/settings.json", R"({
  "hooks": {
    "PreToolUse": [
      { "matcher": "Write|Edit|MultiEdit|Bash", "hooks": [{ "type": "command", "command": "npx --no-install miglint hook claude || exit 2", "timeout": 30 }] }
    ],
    "PostToolUse": [
      { "matcher": "Write|Edit|MultiEdit", "hooks": [{ "type": "command", "command": "npx --no-install miglint hook claude || exit 2", "timeout": 30 }] }
    ]
  }
}
)"},
    Settings{".cursor/hooks.json", R"({
  "version": 1,
  "hooks": {
    "beforeShellExecution": [{ "command": "npx --no-install miglint hook cursor || exit 2", "failClosed": true }],
    "preToolUse": [{ "command": "npx --no-install miglint hook cursor || exit 2", "failClosed": true }],
    "stop": [{ "command": "npx --no-install miglint hook cursor" }]
  }
}
)"},
    Settings{".github/hooks/miglint.json", R"({
  "version": 1,
  "hooks": {
    "preToolUse": [{ "type": "command", "bash": "npx --no-install miglint hook copilot || exit 2", "timeoutSec": 30 }]
  }
}
)"},
};

constexpr std::string_view heading = "## Migrations";

constexpr std::string_view paragraph = R"(## Migrations

- After writing or changing a migration run `npx miglint check --format agent`. Exit status 0: nothing stops it. 1: findings, one a line, each with the safer SQL.
  2: it could not be judged, which is no permission.
- A finding is the user's decision. Rewrite the migration along the safer steps, or ask; never run `miglint accept`, write `-- miglint: allow` or edit
  `.miglint.yaml` without the user's own words about that finding.
- Before `prisma migrate dev` run `npx miglint status`: exit status 3 means that a migration is uncommitted. Ask the user whether to fold the change into it.
- Never edit, rename or delete a migration that is committed.
)";

std::string write_settings(const fs::path& root, const Settings& settings) {
  const fs::path file = root / settings.file;
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored)))
    return fmt::format("{} is there already: add the hooks to it by hand\n{}", settings.file, settings.text);
  fs::create_directories(file.parent_path());
  deliver({.format = {}, .file = file.string()}, settings.text);
  return fmt::format("wrote {}", settings.file);
}

std::string write_paragraph(const fs::path& root) {
  const fs::path file = root / "AGENTS.md";
  std::error_code ignored;
  std::string text = fs::exists(file, ignored) ? read_file(file.string()) : std::string();
  if (text.find("miglint check") != std::string::npos) return "AGENTS.md speaks of miglint already";
  if (!text.empty()) text += text.ends_with('\n') ? "\n" : "\n\n";
  deliver({.format = {}, .file = file.string()}, text.append(paragraph));
  return fmt::format("wrote \"{}\" in AGENTS.md", heading.substr(3));
}

}  // namespace

std::vector<std::string> write_agent_settings(const std::string& root) {
  std::vector<std::string> said;
  for (const Settings& settings : all_settings) said.push_back(write_settings(root, settings));
  said.push_back(write_paragraph(root));
  return said;
}

}  // namespace miglint
