#pragma once

// Programs that run another one: what they are told, and where the other begins. Data: see the table.

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/expand.hpp"

namespace miglint::shell {

using Fields = std::vector<Field>;

/// The program that a word names: without its folder, a version (`prisma@6`), the ending of a script, and for
/// a file of a package (`node_modules/prisma/build/index.js`) the package.
std::string program_of(std::string_view word);

/// `option` is among the words of `list`, which blanks separate.
bool is_in(std::string_view word, std::string_view list);

bool is_shell(std::string_view program);
/// A program that runs what is named after it: a wrapper, a package manager, a shell.
bool runs_others(std::string_view program);
/// A program that only speaks of the words it is given, so that nothing among them is run.
bool only_speaks(std::string_view program);

/// A command with one layer taken off.
struct Layer {
  bool is_wrapper = false;           ///< false: the program does its own work
  Fields words;                      ///< what it runs; empty: only scripts, or nothing
  std::vector<std::string> scripts;  ///< text that a shell runs
  Fields script_words;               ///< $0, $1, … of such a script
  Fields folders;                    ///< it changes to, one after the other, before it runs them
  bool reads_script = false;         ///< a shell that runs what its standard input holds
  bool takes_paths = false;          ///< xargs: what is piped into it are arguments
  std::string placeholder;           ///< where they go (xargs -I); empty: to the end
};
Layer take_layer(const Fields& words);

}  // namespace miglint::shell
