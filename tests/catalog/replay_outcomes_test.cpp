// replayed/*.sql: a setup, and statements, each tried alone after it. Below a statement stands what it
// changes in the catalog, a fact that goes (-) or comes (+) a line; nothing, where PostgreSQL refuses it or
// has nothing to do. (PostgreSQL 15 was asked which it refuses.)
//
// To write the files anew: MIGLINT_UPDATE=1 build/dev/tests/miglint_tests
// --source-file='*replay_outcomes_test.cpp'. Read the difference like prose.

#include <doctest/doctest.h>
#include <filesystem>
#include <sstream>
#include <string>

#include "support/contents.hpp"
#include "support/golden.hpp"
#include "support/replayed.hpp"

namespace miglint {

/// The file as it should read.
static std::string replayed_file(const std::string& text) {
  static const std::string begin_of_statements = "-- Statements\n";
  const std::size_t end_of_setup = text.find(begin_of_statements) + begin_of_statements.size();
  const std::string setup = text.substr(0, end_of_setup);
  const Catalog before = testing::replayed({setup});
  std::string result = setup;
  std::istringstream lines(text.substr(end_of_setup));
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("--")) result += line + "\n" + test::changes_in(before, line);
  return result;
}

TEST_SUITE("catalog: outcomes of statements") {
  TEST_CASE("each statement alone") {
    const std::string folder = "tests/catalog/replayed";
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(MIGLINT_SOURCE_DIR) + "/" + folder)) {
      const std::string path = folder + "/" + entry.path().filename().string();
      CAPTURE(path);
      CHECK(matches_golden(path, replayed_file(read_text(entry.path().string()))));
    }
  }
}

}  // namespace miglint
