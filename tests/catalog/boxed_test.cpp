#include "miglint/boxed.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace miglint;

TEST_SUITE("catalog/boxed") {
  TEST_CASE("a copy keeps what it was, whatever the other changes") {
    Boxed<std::string> text = std::string("a");
    const Boxed<std::string> before = text;
    CHECK(&*text == &*before);  // until one of them is changed
    text.own() += "b";
    CHECK(*text == "ab");
    CHECK(*before == "a");
    std::string& own = text.own();
    CHECK(&own == &*text);  // nobody shares it: not copied again
  }

  TEST_CASE("two are equal when both hold nothing, or the same") {
    const Boxed<std::string> nothing;
    CHECK(nothing == Boxed<std::string>(std::nullopt));
    CHECK(Boxed<std::string>(std::string("a")) == Boxed<std::string>(std::string("a")));
    CHECK_FALSE(Boxed<std::string>(std::string("a")) == Boxed<std::string>(std::string("b")));
    CHECK_FALSE(nothing == Boxed<std::string>(std::string()));
    CHECK_FALSE(nothing.has_value());
  }
}
