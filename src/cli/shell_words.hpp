#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// One simple command of a shell line: its words with quotes taken off, and the files its output is
/// redirected to.
struct SimpleCommand {
  std::vector<std::string> words;
  std::vector<std::string> writes;
};

/// The simple commands of a shell line, in the order they would begin; those of `$(…)` and of a script given
/// to `bash -c` or `eval` among them. Quotes, comments and here-documents are the shell's; variables and
/// globs are left as they stand.
std::vector<SimpleCommand> simple_commands(std::string_view line);

}  // namespace miglint
