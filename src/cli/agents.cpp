#include "cli/agents.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>

#include "cli/output.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

struct Settings {
  std::string_view file;
  std::string_view text;
};

// The project's own miglint comes first. A program that is not there must block as well: to these tools only exit status 2 does.
constexpr std::array all_settings = {
    Settings{".claude/settings.json", R"({
  "hooks": {
    "PreToolUse": [
      {
        "matcher": "Write|Edit|MultiEdit|Bash",
        "hooks": [{
          "type": "command", "timeout": 30,
          "command": "PATH=\"$CLAUDE_PROJECT_DIR/node_modules/.bin:$PATH\" miglint hook claude || exit 2"
        }]
      }
    ],
    "PostToolUse": [
      {
        "matcher": "Write|Edit|MultiEdit",
        "hooks": [{
          "type": "command", "timeout": 30,
          "command": "PATH=\"$CLAUDE_PROJECT_DIR/node_modules/.bin:$PATH\" miglint hook claude || exit 2"
        }]
      }
    ],
    "Stop": [
      { "hooks": [{
          "type": "command", "timeout": 30,
          "command": "PATH=\"$CLAUDE_PROJECT_DIR/node_modules/.bin:$PATH\" miglint hook claude || exit 2"
        }] }
    ]
  }
}
)"},
    Settings{".cursor/hooks.json", R"({
  "version": 1,
  "hooks": {
    "beforeShellExecution": [{ "command": "PATH=\"node_modules/.bin:$PATH\" miglint hook cursor || exit 2", "failClosed": true }],
    "preToolUse": [{ "command": "PATH=\"node_modules/.bin:$PATH\" miglint hook cursor || exit 2", "failClosed": true }],
    "afterFileEdit": [{ "command": "PATH=\"node_modules/.bin:$PATH\" miglint hook cursor || exit 2" }],
    "stop": [{ "command": "PATH=\"node_modules/.bin:$PATH\" miglint hook cursor || exit 2" }]
  }
}
)"},
    Settings{".github/hooks/miglint.json", R"({
  "version": 1,
  "hooks": {
    "preToolUse": [{ "type": "command", "bash": "PATH=\"node_modules/.bin:$PATH\" miglint hook copilot || exit 2", "timeoutSec": 30 }]
  }
}
)"},
};

std::string write_settings(const fs::path& root, const Settings& settings) {
  const fs::path file = root / settings.file;
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) {
    return fmt::format("{} is there already and is left as it is; add to it:\n\n{}", settings.file, settings.text);
  }
  fs::create_directories(file.parent_path());
  deliver({.format = {}, .file = file.string()}, settings.text);
  return fmt::format("wrote {}", settings.file);
}

}  // namespace

std::vector<std::string> write_agent_settings(const std::string& root) {
  std::vector<std::string> said;
  for (const Settings& settings : all_settings) said.push_back(write_settings(root, settings));
  return said;
}

}  // namespace miglint
