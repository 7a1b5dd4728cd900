#pragma once

// The commands, one file each: src/cli/<command>.cpp. To add one, declare it here and give it a line in the
// table of command_table.cpp.

#include "cli/options.hpp"

namespace miglint {

/// A sentence to standard error, as `miglint: …`, cleaned of control characters.
void print_error(std::string_view sentence);

int check(const Options& options);
int plan(const Options& options);
int schema(const Options& options);
int status(const Options& options);
int fold(const Options& options);
int fix(const Options& options);
int debt(const Options& options);
int diff(const Options& options);
int init(const Options& options);
int explain(const Options& options);
int rules(const Options& options);
int accept(const Options& options);
int hook(const Options& options);
int completion(const Options& options);
int man(const Options& options);

}  // namespace miglint
