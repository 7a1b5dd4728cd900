// What is printed lowers to what it was printed from: every statement of the rules' pages and of fixtures/,
// in both spellings.

#include <doctest/doctest.h>
#include <filesystem>
#include <set>

#include "docs/page.hpp"
#include "miglint/print.hpp"
#include "miglint/rule.hpp"
#include "support/describe.hpp"
#include "support/dump.hpp"
#include "support/golden.hpp"

namespace miglint::test {
namespace {

namespace fs = std::filesystem;

struct Count {
  int statements = 0;
  int printed = 0;
};

/// The same changes again, in one statement.
void check_same(const Statement& statement, const std::string& sql) {
  INFO(sql);
  const Migration again = lowered(sql);
  CHECK(again.issues.empty());
  REQUIRE(again.statements.size() == 1);
  CHECK(dump(again.statements.front()) == dump(statement));
}

void check(std::string_view sql, Count& count) {
  for (const Statement& statement : lowered(sql).statements) {
    ++count.statements;
    for (const Spelling spelling : {Spelling::prisma, Spelling::plain}) {
      const std::string printed = print(statement, spelling);
      if (printed.empty()) continue;
      count.printed += spelling == Spelling::plain ? 1 : 0;
      check_same(statement, printed);
    }
  }
}

std::set<std::string> page_texts() {
  std::set<std::string> texts;
  for (const RegisteredRule& entry : all_rules()) {
    for (const PageSection& section : read_page(entry.page).sections)
      for (const PageBlock& block : section.blocks)
        if (block.language == "sql") texts.insert(block.text);
  }
  return texts;
}

std::set<std::string> fixture_texts() {
  std::set<std::string> texts;
  for (const auto& entry : fs::recursive_directory_iterator(std::string(MIGLINT_SOURCE_DIR) + "/fixtures"))
    if (entry.path().extension() == ".sql") texts.insert(read_text(entry.path().string()));
  return texts;
}

}  // namespace

TEST_SUITE("printing") {
  TEST_CASE("what is printed lowers to the same changes") {
    Count count;
    for (const std::string& text : page_texts()) check(text, count);
    for (const std::string& text : fixture_texts()) check(text, count);
    INFO(count.printed, " of ", count.statements);
    CHECK(count.printed * 10 > count.statements * 8);
  }

  /// Where the text has to be put together with care.
  TEST_CASE("constraints keep the order in which they are made") {
    Count count;
    for (const char* sql :
         {"CREATE TABLE t (CHECK (a > 0), a int CHECK (a < 5), UNIQUE (a, b), b int UNIQUE, CHECK (b > 0))",
          "CREATE TABLE t (a int, b int REFERENCES u, FOREIGN KEY (a) REFERENCES u, c int REFERENCES u)",
          "CREATE TABLE t (a int CONSTRAINT x UNIQUE PRIMARY KEY DEFERRABLE, LIKE s, b int, LIKE u)",
          "ALTER TABLE t ADD PRIMARY KEY (k), ADD k int REFERENCES u UNIQUE CHECK (k > 0), DROP x"})
      check(sql, count);
    CHECK(count.printed == 4);
  }
}

}  // namespace miglint::test
