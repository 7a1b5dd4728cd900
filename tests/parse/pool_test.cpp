#include <doctest/doctest.h>
#include <filesystem>
#include <iterator>

#include "parse/parser.hpp"

using namespace miglint;

namespace {

std::vector<SourceFile> numbered(int count) {
  std::vector<SourceFile> files;
  for (int i = 0; i < count; ++i) {
    const std::string number = std::to_string(i);
    files.push_back({.path = number,
                     .name = number,
                     .migrations_dir = "migrations",
                     .text = "CREATE TABLE t" + number + " (id int);"});
  }
  return files;
}

/// Linux tells; elsewhere it is none, before and after.
std::ptrdiff_t running_threads() {
  std::error_code elsewhere;
  return std::distance(std::filesystem::directory_iterator("/proc/self/task", elsewhere), {});
}

}  // namespace

TEST_SUITE("parse/pool") {
  TEST_CASE("the list has the files' order, and no thread is left when the last was read") {
    for (const int count : {0, 1, 2, 17, 1000}) {
      CAPTURE(count);
      const std::ptrdiff_t before = running_threads();
      const MigrationList list = parse_all(numbered(count), 4);
      REQUIRE(list.size() == static_cast<std::size_t>(count));
      CHECK(running_threads() == before);  // nobody has asked for one yet
      for (int i = 0; i < count; ++i) {
        const Migration& migration = list[static_cast<std::size_t>(i)];
        REQUIRE(migration.source.name == std::to_string(i));
        REQUIRE(migration.statements.at(0).target.name == "t" + std::to_string(i));
      }
      CHECK(running_threads() == before);
      CHECK(std::distance(list.begin(), list.end()) == count);
    }
  }

  TEST_CASE("a list that nobody reads to its end stops its threads") {
    const std::ptrdiff_t before = running_threads();
    {
      const MigrationList list = parse_all(numbered(5000), 3);
      CHECK(list[700].source.name == "700");
    }
    CHECK(running_threads() == before);
  }
}
