#pragma once

#include <string_view>

namespace miglint::testing {

/// Says on standard error why the current test case did not run (no PostgreSQL server, no strace …). The test
/// program then ends with 77 unless something failed, which ctest shows as "Skipped": a test that did not run
/// must not count as passed.
void skip(std::string_view reason);

}  // namespace miglint::testing
