#pragma once

#include <map>
#include <string>
#include <vector>

namespace miglint {

struct RunResult {
  int status = -1;  ///< the exit status; 128 + the signal that ended it
  std::string out, err;
};

struct RunOptions {
  std::string folder;                                   ///< where it runs; empty: here
  std::string input;                                    ///< its standard input
  std::map<std::string, std::string> environment = {};  ///< added to ours
};

/// Runs a program to its end. Nothing of ours leaks in but the environment, of which what git, CI and
/// terminals set is taken out.
RunResult run_program(const std::vector<std::string>& command, const RunOptions& options = {});

/// Runs the miglint that was built with the tests.
RunResult run_miglint(std::vector<std::string> arguments, const RunOptions& options = {});

}  // namespace miglint
