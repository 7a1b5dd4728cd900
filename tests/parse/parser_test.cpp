// Whole files: where statements begin and end, what is wrong and where, and that one bad statement does not
// blind us to the rest.

#include <algorithm>
#include <doctest/doctest.h>

#include "support/describe.hpp"

namespace miglint::test {

namespace {

std::string text_of(const Migration& migration, Span span) {
  return migration.source.text.substr(static_cast<std::size_t>(span.begin),
                                      static_cast<std::size_t>(span.length()));
}

}  // namespace

TEST_SUITE("parsing files") {
  TEST_CASE("a statement's extent leaves out what stands around it") {
    const Migration migration = lowered("-- first\n\nDROP TABLE a; -- gone\n  /* second */ DROP TABLE b");
    REQUIRE(migration.statements.size() == 2);
    CHECK(text_of(migration, migration.statements[0].span) == "DROP TABLE a");
    CHECK(text_of(migration, migration.statements[1].span) == "DROP TABLE b");
  }

  TEST_CASE("a syntax error points at the word the grammar stopped at; the statements around it are read") {
    const Migration migration = lowered("DROP TABLE a;\nALTER TABLE é ADD COLUM x int;\nDROP TABLE b;");
    REQUIRE(migration.issues.size() == 1);
    CHECK(migration.issues[0].kind == ParseIssue::Kind::syntax_error);
    CHECK(text_of(migration, migration.issues[0].span) == "int");
    CHECK(describe(migration) == "drop-table a\nunmodelled ALTER TABLE é\ndrop-table b");
  }

  TEST_CASE("newer syntax is told from wrong syntax, with the version that has it") {
    const Migration newer = lowered("REPACK (CONCURRENTLY) t;");
    REQUIRE(newer.issues.size() == 1);
    CHECK(newer.issues[0].kind == ParseIssue::Kind::newer_grammar);
    CHECK(newer.issues[0].postgres == 19);
    CHECK(newer.issues[0].hint.find("SHARE UPDATE EXCLUSIVE") != std::string::npos);
    CHECK(newer.issues[0].is_read_by(19));
    CHECK_FALSE(newer.issues[0].is_read_by(18));
  }

  TEST_CASE("ALTER TYPE … DROP VALUE is nobody's syntax, and gets its own words") {
    const Migration migration = lowered("ALTER TYPE mood DROP VALUE 'sad';");
    REQUIRE(migration.issues.size() == 1);
    CHECK(migration.issues[0].kind == ParseIssue::Kind::drop_enum_value);
    CHECK(text_of(migration, migration.issues[0].span) == "DROP VALUE");
  }

  TEST_CASE("bytes that are no SQL") {
    const auto kind_of = [](std::string_view text) {
      const Migration migration = lowered(text);
      REQUIRE_FALSE(migration.issues.empty());
      return migration.issues.front().kind;
    };
    using namespace std::string_view_literals;
    CHECK(kind_of("DROP TABLE a;\0DROP TABLE b;"sv) == ParseIssue::Kind::nul_byte);
    CHECK(kind_of("\xEF\xBB\xBF"
                  "DROP TABLE a;"sv) == ParseIssue::Kind::byte_order_mark);
    CHECK(kind_of("\xFF\xFE"
                  "D\0R\0O\0P\0"sv) == ParseIssue::Kind::utf16);
    CHECK(kind_of("SELECT '\xC3';"sv) == ParseIssue::Kind::invalid_utf8);
    CHECK(kind_of("\\connect app\nDROP TABLE a;"sv) == ParseIssue::Kind::psql_command);
  }

  TEST_CASE("an empty file, and one of comments alone, hold nothing and nothing wrong") {
    CHECK(lower("").empty());
    CHECK(lower("-- This is an empty migration.\n").empty());
    CHECK(lower(";;\r\n;").empty());
  }

  TEST_CASE("semicolons that end nothing: in quotes, in dollar quotes, in BEGIN ATOMIC") {
    CHECK(
        lowered(
            "INSERT INTO t VALUES (';'); CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $x$ SELECT 1; $x$;")
            .statements.size() == 2);
    CHECK(lowered("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END; DROP TABLE t;")
              .statements.size() == 2);
  }

  TEST_CASE("an INSERT of megabytes is read in parts: one statement, whose errors have their place") {
    std::string rows = "INSERT INTO t (a, b) VALUES (0, 'first')";
    for (int i = 1; i < 60000; ++i) rows += ",\n(" + std::to_string(i) + ", 'a value; with (parentheses)')";
    const Migration whole = lowered(rows + " ON CONFLICT DO NOTHING;\nDROP TABLE a;");
    REQUIRE(whole.statements.size() == 2);
    const auto& insert = std::get<Insert>(whole.statements[0].changes.at(0).change);
    CHECK(insert.rows.size() + static_cast<std::size_t>(insert.rows_left_out) == 60000);
    CHECK(insert.on_conflict_do_nothing);
    CHECK(text_of(whole, whole.statements[0].span).ends_with("DO NOTHING"));

    const Migration broken = lowered(rows + ", (1, oops oops);");
    REQUIRE(broken.issues.size() == 1);
    CHECK(text_of(broken, broken.issues[0].span) == "oops");
    CHECK(broken.issues[0].span.begin > static_cast<int>(rows.size()));
  }

  TEST_CASE(
      "a file of megabytes is read in parts: its statements are those of the same lines in small files") {
    const std::string_view units[] = {
        "CREATE SCHEMA s -- the first;\n  CREATE TABLE t (a int);\n",
        "/* a note;\n   of two lines */ DROP TABLE a;\r\n",
        "-- a note;\n",
        "INSERT INTO t VALUES ('one;\ntwo');\n",
        "DO $$ BEGIN\n  PERFORM 1;\nEND $$;\n",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC\n  SELECT 1;\n  SELECT 2;\nEND;\n",
        "COPY t FROM stdin;\n1;\n2\n\\.\n",
        "SELECT 1; DROP TABL t;\nDROP TABLE a;\n",
        "DROP TABLE a; DROP TABLE b",  // no line ends in `;`
    };
    for (const std::string_view unit : units) {
      CAPTURE(unit);
      const std::string one = std::string(unit) + (unit.ends_with('\n') ? "" : ";");
      const std::size_t times = 500'000 / one.size();
      // Blanks before them, so that the first part, of 64 KB, reaches as far as their first line that ends in
      // `;`.
      constexpr std::size_t part = 64 << 10;
      std::string text(part - std::min(one.find(";\n"), one.size()) - 2, ' ');
      for (std::size_t i = 0; i < times; ++i) text += one;
      const Migration small = lowered(one), large = lowered(text);
      REQUIRE(large.statements.size() == times * small.statements.size());
      CHECK(large.issues.size() == times * small.issues.size());
      std::size_t others = 0;
      for (std::size_t i = 0; i < large.statements.size(); ++i) {
        const Statement& expected = small.statements[i % small.statements.size()];
        others += text_of(large, large.statements[i].span) != text_of(small, expected.span) ? 1 : 0;
      }
      CHECK(others == 0);
    }
  }

  TEST_CASE("comments are kept where the file speaks to miglint") {
    CHECK(lowered("-- just a note\nDROP TABLE a;").comments.empty());
    const Migration migration = lowered(
        "SELECT '-- miglint: no comment';\n-- miglint: allow drop-table: gone for years\nDROP TABLE a;");
    REQUIRE(migration.comments.size() == 1);
    CHECK(text_of(migration, migration.comments[0].span) == "-- miglint: allow drop-table: gone for years");
  }

  TEST_CASE("nesting that no stack would bear is named, not followed") {
    const std::string deep = "SELECT " + std::string(20000, '(') + "1" + std::string(20000, ')') + ";";
    const Migration migration = lowered(deep + "\nDROP TABLE a;");
    REQUIRE(migration.issues.size() == 1);
    CHECK(migration.issues[0].kind == ParseIssue::Kind::too_deep);
    CHECK(describe(migration).find("drop-table a") != std::string::npos);
  }
}

}  // namespace miglint::test
