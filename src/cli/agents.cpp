#include "cli/agents.hpp"

#include <array>
#include <filesystem>
#include <fmt/format.h>
#include <string_view>

#include "cli/output.hpp"
#include "hook_texts.hpp"

namespace miglint {

namespace {

namespace fs = std::filesystem;

struct Settings {
  std::string_view file;
  std::string_view text;
};

constexpr std::array all_settings = {Settings{".claude/settings.json", hook_texts::claude},
                                     Settings{".cursor/hooks.json", hook_texts::cursor},
                                     Settings{".github/hooks/miglint.json", hook_texts::copilot}};

std::string write_settings(const fs::path& root, const Settings& settings) {
  const fs::path file = root / settings.file;
  std::error_code ignored;
  if (fs::exists(fs::symlink_status(file, ignored))) {
    return fmt::format("{} is there already and is left as it is; add to it:\n\n{}", settings.file,
                       settings.text);
  }
  fs::create_directories(file.parent_path());
  replace_file(file.string(), settings.text);
  return fmt::format("wrote {}", settings.file);
}

}  // namespace

std::vector<std::string> write_agent_settings(const std::string& root) {
  std::vector<std::string> said;
  for (const Settings& settings : all_settings) said.push_back(write_settings(root, settings));
  return said;
}

}  // namespace miglint
