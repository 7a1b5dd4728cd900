#include "cli/accept.hpp"

#include <doctest/doctest.h>

#include "config/load.hpp"
#include "miglint/error.hpp"

namespace miglint {

TEST_SUITE("cli/accept") {
  static std::string allowed(const std::string& text, const std::string& statement) {
    Migration migration{.source = {.text = text}};
    const auto begin = static_cast<int>(text.find(statement));
    migration.statements = {{.span = {begin, begin + static_cast<int>(statement.size())}}};
    return with_allow_comment(migration, {.rule = "drop-column", .statement = 0}, "gone\nin 4.2");
  }

  TEST_CASE("the comment stands above its statement, indented as it") {
    CHECK(allowed("-- AlterTable\n  ALTER TABLE a DROP b;\n", "ALTER") ==
          "-- AlterTable\n  -- miglint: allow drop-column: gone␊in 4.2\n  ALTER TABLE a DROP b;\n");
  }

  TEST_CASE("where another statement ends on the line, it takes a line of its own") {
    CHECK(allowed("SELECT 1; DROP TABLE a;", "DROP") ==
          "SELECT 1; \n-- miglint: allow drop-column: gone␊in 4.2\nDROP TABLE a;");
  }

  TEST_CASE("line endings stay as they are") {
    CHECK(allowed("SELECT 1;\r\nDROP TABLE a;\r\n", "DROP") ==
          "SELECT 1;\r\n-- miglint: allow drop-column: gone␊in 4.2\r\nDROP TABLE a;\r\n");
  }

  TEST_CASE("a finding about no statement is allowed for the file, after a byte order mark") {
    const Migration migration{.source = {.text = "\xEF\xBB\xBFSELECT 1;\n"}};
    CHECK(with_allow_comment(migration, {.rule = "partial-apply"}, "why") ==
          "\xEF\xBB\xBF-- miglint: allow-file partial-apply: why\nSELECT 1;\n");
  }

  TEST_CASE("decisions are appended and read back as they were given") {
    const Decision decision{.finding = "0123456789abcdef",
                            .rule = "drop-column",
                            .migration = "1_x",
                            .statement = "feed",
                            .reason = "it's \"gone\": # yes\nreally",
                            .by = "Ann",
                            .date = "2026-11-21",
                            .via = "tty"};
    const std::string once = with_decision("", "d.yaml", decision);
    const std::string twice = with_decision(once, "d.yaml", decision);
    CHECK(twice.starts_with(once));
    const auto read = parse_decisions(twice, "d.yaml");
    REQUIRE(read.size() == 2);
    CHECK(read[1].reason == decision.reason);
    CHECK(read[1].statement == "feed");
    CHECK_THROWS_AS(with_decision("decisions: []\n", "d.yaml", decision), Error);
  }

  TEST_CASE("a constant is no consent") {
    for (const char* words : {"", "yes", "1", "true", "YES!", "ok", "I agree", "a b c", "yes yes yes", "  "})
      CHECK(refused_consent(words).has_value());
    CHECK_FALSE(refused_consent("drop the nickname column, nobody reads it").has_value());
  }

  TEST_CASE("what is at stake must be typed") {
    CHECK(name_at_stake({.rule = "r", .object = {.schema = "public", .table = "users", .column = "email"}}) ==
          "users.email");
    CHECK(name_at_stake({.rule = "r", .object = {.name = "Role"}}) == "Role");
    CHECK(name_at_stake({.rule = "empty-migration"}) == "empty-migration");
  }
}

}  // namespace miglint
