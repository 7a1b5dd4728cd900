#pragma once

#include <string>
#include <vector>

namespace miglint {

/// Writes below `root` the settings that make Claude Code, Cursor and Copilot run `miglint hook`, where there
/// are none yet. Overwrites nothing; says in a sentence each what was written and what is left to do by hand.
std::vector<std::string> write_agent_settings(const std::string& root);

}  // namespace miglint
