#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// One simple command of a shell line: its words with quotes taken off, and the files its output is redirected to.
struct SimpleCommand {
  std::vector<std::string> words;
  std::vector<std::string> writes;
};

/// A shell line cut at `;`, `&`, `|`, parentheses and line ends outside of quotes. An approximation on purpose: expansions are left as they stand.
std::vector<SimpleCommand> simple_commands(std::string_view line);

/// The words that matter: assignments before the command and wrappers that only run another one (sudo, env, npx, pnpm exec, yarn, …) taken off,
/// and git's options before its subcommand.
std::vector<std::string> unwrapped(std::vector<std::string> words);

}  // namespace miglint
