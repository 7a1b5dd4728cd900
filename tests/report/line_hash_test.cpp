#include "report/line_hash.hpp"

#include <doctest/doctest.h>

namespace miglint {

TEST_SUITE("report/line_hash") {
  // The vectors are those of codeql-action's fingerprints.test.ts.
  TEST_CASE("the empty text") {
    CHECK(line_hashes("", {1}) == std::vector<std::string>{"c129715d7a2bc9a3:1"});
  }

  TEST_CASE("blanks and tabs do not count") {
    CHECK(line_hashes(" a\nb\n  \t\tc\n d", {1, 2, 3, 4}) ==
          std::vector<std::string>{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1",
                                   "a23a3dc5e078b07b:1"});
  }

  TEST_CASE("line endings are all LF") {
    CHECK(
        line_hashes(" hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", {1, 2, 3, 4, 5, 6, 7}) ==
        std::vector<std::string>{"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1",
                                 "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
                                 "c129715d7a2bc9a3:1"});
  }

  TEST_CASE("equal hashes are numbered") {
    std::string text;
    for (int i = 0; i < 10; ++i) text += "Lorem ipsum dolor sit amet.\n";
    CHECK(line_hashes(text, {1, 2, 6}) ==
          std::vector<std::string>{"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:6"});
  }

  TEST_CASE("a line that is not there") { CHECK(line_hashes("a\n", {1, 9}).at(1).empty()); }
}

}  // namespace miglint
