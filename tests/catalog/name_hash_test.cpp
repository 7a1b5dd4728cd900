#include "miglint/name_hash.hpp"

#include <doctest/doctest.h>
#include <set>
#include <string>

using namespace miglint;

TEST_SUITE("catalog/name_hash") {
  TEST_CASE("each byte counts, wherever it stands") {
    for (std::size_t length = 1; length <= 63; ++length) {
      const std::string name(length, 'a');
      std::set<std::uint64_t> hashes{hash_of_name(name), hash_of_name(name + 'a')};
      for (std::size_t at = 0; at < length; ++at) {
        std::string other = name;
        other[at] = 'b';
        hashes.insert(hash_of_name(other));
      }
      CAPTURE(length);
      CHECK(hashes.size() == length + 2);
    }
  }

  TEST_CASE("the same name has the same hash, whatever stands around it") {
    const std::string text = "xemailxemaily";
    CHECK(hash_of_name(std::string_view(text).substr(1, 5)) == hash_of_name("email"));
    CHECK(hash_of_name(std::string_view(text).substr(7, 5)) == hash_of_name("email"));
    CHECK(hash_of_name("") == hash_of_name(std::string_view{}));
  }

  TEST_CASE("names that are numbered differ in the bits that tables and lists look at") {
    std::set<std::uint64_t> low, high;
    for (int i = 0; i < 10'000; ++i) {
      const std::uint64_t hash = hash_of_name("some_column_" + std::to_string(i));
      low.insert(hash & 0xFFFFFFFFU);
      high.insert(hash >> 32);
    }
    CHECK(low.size() > 9'990);
    CHECK(high.size() > 9'990);
  }
}
