#include "miglint/read_double.hpp"

#include <doctest/doctest.h>

namespace miglint {

TEST_CASE("a number is read as C spells it") {
  CHECK(read_double("15") == 15.0);
  CHECK(read_double("-0.5") == -0.5);
  CHECK(read_double(".25") == 0.25);
  CHECK(read_double("1e3") == 1000.0);
}

TEST_CASE("what is not a number as a whole is none") {
  for (const char* text : {"", "x", "1x", "1 ", "1,5", "1_000", "-", "."}) {
    CAPTURE(text);
    CHECK_FALSE(read_double(text));
  }
}

TEST_CASE("what strtod alone takes is no number") {
  for (const char* text : {" 1", "\t1", "\n1", "\r1", "+1", "0x10", "0X1p3"}) {
    CAPTURE(text);
    CHECK_FALSE(read_double(text));
  }
}

TEST_CASE("a number that no double holds is none") {
  CHECK_FALSE(read_double("1e999"));
  CHECK_FALSE(read_double("-1e999"));
}

}  // namespace miglint
