// Fixes in SARIF: what is offered, the rules take: the mended migration is judged again.

#include "report/fix.hpp"

#include <doctest/doctest.h>

#include "support/judge.hpp"

namespace miglint {

TEST_SUITE("report/fix") {
  constexpr const char* tables =
      "CREATE TABLE a (id int PRIMARY KEY, b int);\nCREATE TABLE c (id int PRIMARY KEY, a int);\nCREATE "
      "INDEX i ON a (b);\n";

  /// The migration with the fix of the rule's finding in it; nothing where there is none.
  static std::optional<std::string> mended(std::string_view rule, const std::string& sql,
                                           const JudgeOptions& options = {}) {
    const Judged judged = judge(tables, sql, options);
    const Finding& finding = judged.finding(rule);
    const std::optional<Fix> fix = mechanical_fix(finding, judged.history);
    if (!fix) return std::nullopt;
    std::string text = sql;
    text.replace(static_cast<std::size_t>(fix->span.begin), static_cast<std::size_t>(fix->span.length()),
                 fix->text);
    CHECK_FALSE(judge(tables, text, options).has(rule));
    CHECK_FALSE(judge(tables, text, options).has("syntax-error"));
    return text;
  }

  TEST_CASE("CONCURRENTLY goes where the grammar wants it") {
    const std::string_view create = "create-index-without-concurrently";
    CHECK(mended(create, "CREATE INDEX \"index\" ON a (b);") ==
          "CREATE INDEX CONCURRENTLY \"index\" ON a (b);");
    CHECK(mended(create, "-- CreateIndex\ncreate /* INDEX */ index k on a (b);") ==
          "-- CreateIndex\ncreate /* INDEX */ index CONCURRENTLY k on a (b);");
    CHECK(mended("drop-index-without-concurrently", "DROP INDEX \"i\";") == "DROP INDEX CONCURRENTLY \"i\";");
    CHECK(mended("reindex-without-concurrently", "REINDEX TABLE a;") == "REINDEX TABLE CONCURRENTLY a;");
  }

  TEST_CASE("a file of several statements may be one transaction: CONCURRENTLY would fail there") {
    CHECK_FALSE(mended("create-index-without-concurrently", "CREATE INDEX k ON a (b);\nSELECT 1;"));
    CHECK_FALSE(
        mended("create-index-without-concurrently", "CREATE INDEX k ON a (b);", {.modes = {RunMode::file}}));
  }

  TEST_CASE("a path that goes on in another migration, or asks for a value, is none") {
    CHECK_FALSE(
        mended("add-constraint-without-not-valid",
               "ALTER TABLE c ADD COLUMN x int;\nALTER TABLE c ADD FOREIGN KEY (x) REFERENCES a (id);"));
    CHECK_FALSE(mended("add-column-not-null-without-default", "ALTER TABLE a ADD COLUMN x int NOT NULL;"));
    CHECK_FALSE(mended("drop-column", "ALTER TABLE a DROP COLUMN b;"));
  }

  TEST_CASE("a frozen migration gets none: it must not be edited") {
    Judged judged = judge(tables, "DROP INDEX i;");
    judged.history.migrations.all().back().source.state = State::pushed;
    CHECK_FALSE(mechanical_fix(judged.finding("drop-index-without-concurrently"), judged.history));
  }
}

}  // namespace miglint
