#pragma once

namespace miglint {

/// The program: parses the command line, runs the command, returns the exit status (0, 1, 2; `status` 3).
int run(int argc, char** argv);

}  // namespace miglint
