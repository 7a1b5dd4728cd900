#pragma once

// What a shell line runs, and where, told before it has run.

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "shell/expand.hpp"

namespace miglint::shell {

/// The folders in which a command may run: several where that hangs on what happens before (`false && cd x`).
struct Whereabouts {
  std::vector<std::string> folders;  ///< absolute
  std::string lost;                  ///< the `cd` that could not be followed; empty: they are all
};

/// A program that the line runs in the end, with its arguments.
struct Run {
  std::vector<Field> words;
  std::vector<Field> writes;  ///< files its output is redirected to
  std::vector<Field> reads;   ///< files its standard input comes from
  std::string input;  ///< what it reads, as far as the line says it: a here-document, what is echoed to it
  std::vector<std::pair<std::string, Field>> environment;  ///< assignments before it
  Whereabouts where;
};

/// What the line's meaning hangs on besides its text.
struct World {
  std::string folder;  ///< absolute; empty: it is gone
  std::function<bool(const std::string& path)> is_folder;
  std::function<std::optional<std::string>(const std::string& name)> environment;
  std::function<std::string(const std::string& folder)>
      repository;  ///< the work tree's root around it; or empty
};

/// Calls `visit` for each program in the order in which they would begin, those of substitutions, of scripts
/// (`bash -c`, `eval`, a here-document for a shell) and behind wrappers (sudo, npx, docker exec, find -exec)
/// among them. Throws Error for what can't be followed to its end: too deep, too much.
void walk(std::string_view line, const World& world, const std::function<void(const Run&)>& visit);

}  // namespace miglint::shell
