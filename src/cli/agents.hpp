#pragma once

#include <string>
#include <vector>

namespace miglint {

/// Writes below `root` what makes coding agents run `miglint hook` and know the rules: the settings of Claude Code, Cursor and Copilot where there
/// are none yet, and a paragraph in AGENTS.md. Overwrites nothing; says in a sentence each what was written and what is left to do by hand.
std::vector<std::string> write_agent_settings(const std::string& root);

}  // namespace miglint
