#define DOCTEST_CONFIG_IMPLEMENT
#include <cstdio>
#include <doctest/doctest.h>

#include "support/skip.hpp"

namespace miglint::testing {

static bool& skipped() {
  static bool any = false;
  return any;
}

void skip(std::string_view reason) {
  skipped() = true;
  std::fprintf(stderr, "skipped: %.*s\n", static_cast<int>(reason.size()), reason.data());
}

}  // namespace miglint::testing

int main(int argc, char** argv) {
  constexpr int skip_return_code = 77;  // SKIP_RETURN_CODE in CMakeLists.txt
  const int failed = doctest::Context(argc, argv).run();
  return failed == 0 && miglint::testing::skipped() ? skip_return_code : failed;
}
