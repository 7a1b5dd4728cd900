// A path taken, byte for byte: what the migration's text becomes.

#include "fix/take_path.hpp"

#include <doctest/doctest.h>

#include "miglint/error.hpp"
#include "parse/parser.hpp"

namespace miglint {

TEST_SUITE("fix/take_path") {
  /// A finding about `command`, which stands once in the text.
  struct Given {
    std::string text;
    std::string command;
    Layout layout = Layout::prisma;
  };

  static TakenPath taken(const Given& given, const SaferPath& path) {
    const Migration migration = parse({.path = "m.sql", .text = given.text, .layout = given.layout});
    const auto begin = static_cast<int>(given.text.find(given.command));
    Finding finding{.span = {begin, begin + static_cast<int>(given.command.size())}};
    finding.migration = 0;
    for (std::size_t i = 0; i < migration.statements.size(); ++i) {
      const Span span = migration.statements[i].span;
      if (span.begin <= begin && begin < span.end) finding.statement = static_cast<int>(i);
    }
    return take(migration, finding, path);
  }

  static std::string text(const Given& given, std::vector<PathStep> steps) {
    return taken(given, {.title = "a path", .steps = std::move(steps)}).text;
  }

  static PathStep step(PathStep::Place place, std::string sql) {
    return {.place = place, .text = "words", .sql = std::move(sql)};
  }
  using enum PathStep::Place;

  TEST_CASE("a command is replaced where it stands, and what follows comes behind its statement") {
    CHECK(
        text(
            {"-- AlterTable\nALTER TABLE \"a\" ADD COLUMN     \"b\" TEXT NOT NULL;\n\n-- CreateIndex\nCREATE "
             "INDEX i ON a (c);\n",
             "ALTER TABLE \"a\" ADD COLUMN     \"b\" TEXT NOT NULL"},
            {step(here, "ALTER TABLE \"a\" ADD COLUMN     \"b\" TEXT;"),
             step(here, "UPDATE a SET b = '';")}) ==
        "-- AlterTable\nALTER TABLE \"a\" ADD COLUMN     \"b\" TEXT;\n\n-- Update\nUPDATE a SET b = "
        "'';\n\n-- "
        "CreateIndex\nCREATE INDEX i ON a (c);\n");
  }

  TEST_CASE("in a list of commands the replaced one keeps its place") {
    const Given given{"ALTER TABLE a ADD COLUMN b text NOT NULL,\n  DROP COLUMN c -- gone\n;\n",
                      "ADD COLUMN b text NOT NULL", Layout::plain};
    CHECK(text(given, {step(here, "ALTER TABLE a ADD COLUMN b text;")}) ==
          "ALTER TABLE a ADD COLUMN b text,\n  DROP COLUMN c -- gone\n;\n");
    CHECK(text(given, {step(here, "ALTER TABLE ONLY a ADD COLUMN b text; UPDATE a SET b = 'x;';")}) ==
          "ALTER TABLE a ADD COLUMN b text,\n  DROP COLUMN c -- gone\n;\nUPDATE a SET b = 'x;';\n");
  }

  TEST_CASE("what is no single command of the same table goes behind the statement") {
    const Given given{"ALTER TABLE a ADD b int, ADD c int;\n", "ADD b int", Layout::plain};
    CHECK(text(given, {step(here, "ALTER TABLE z ADD b int;")}) ==
          "ALTER TABLE a ADD c int;\nALTER TABLE z ADD b int;\n");
    CHECK(text(given, {step(here, "ALTER TABLE a ADD b int, ADD d int;")}) ==
          "ALTER TABLE a ADD c int;\nALTER TABLE a ADD b int, ADD d int;\n");
    CHECK(text(given, {step(here, "CREATE INDEX ON a (c);")}) ==
          "ALTER TABLE a ADD c int;\nCREATE INDEX ON a (c);\n");
  }

  TEST_CASE("a command that goes takes its comma, the last one the statement") {
    const std::string list = "ALTER TABLE a ADD b int, ADD c int, ADD d int;\nSELECT 1;\n";
    CHECK(text({list, "ADD b int", Layout::plain}, {step(here, "")}) ==
          "ALTER TABLE a ADD c int, ADD d int;\nSELECT 1;\n");
    CHECK(text({list, "ADD d int", Layout::plain}, {step(here, "")}) ==
          "ALTER TABLE a ADD b int, ADD c int;\nSELECT 1;\n");
    CHECK(text({"SELECT 0;\n\n-- AlterTable\nALTER TABLE a ADD b int;\n\n-- mine\nSELECT 1;\n",
                "ALTER TABLE a ADD b int"},
               {step(here, "")}) == "SELECT 0;\n\n-- mine\nSELECT 1;\n");
    CHECK(text({"-- mine\nALTER TABLE a ADD b int;\n", "ALTER TABLE a ADD b int"}, {step(here, "")}) ==
          "-- mine\n");
  }

  TEST_CASE("what can't stand in a list does not, and a decision stands above its statement") {
    const Given given{"ALTER TABLE a DROP COLUMN b, ADD d int;\n", "DROP COLUMN b", Layout::plain};
    CHECK(text(given, {step(here, "ALTER TABLE a RENAME COLUMN b TO c;")}) ==
          "ALTER TABLE a ADD d int;\nALTER TABLE a RENAME COLUMN b TO c;\n");
    CHECK(text({"SELECT 0;\nALTER TABLE a DROP COLUMN b;\nSELECT 1;\n", "ALTER TABLE a DROP COLUMN b",
                Layout::plain},
               {step(here, "-- miglint: allow x: y\nALTER TABLE a DROP COLUMN c;")}) ==
          "SELECT 0;\n-- miglint: allow x: y\nALTER TABLE a DROP COLUMN c;\nSELECT 1;\n");
    CHECK(text({"-- AlterTable\nALTER TABLE a DROP COLUMN b;\n\nSELECT 1;\n", "ALTER TABLE a DROP COLUMN b"},
               {step(here, ""), step(here, "-- miglint: allow x: y\nALTER TABLE a RENAME b TO c;")}) ==
          "-- AlterTable\n-- miglint: allow x: y\nALTER TABLE a RENAME b TO c;\n\nSELECT 1;\n");
  }

  TEST_CASE("commands that go along: trailing ones, all but one, a statement of its own") {
    const Given given{"ALTER TABLE a DROP COLUMN b, ADD c int, ADD d int;\nSELECT 1;\n", "DROP COLUMN b",
                      Layout::plain};
    const auto along = [&](std::vector<std::pair<int, int>> gone) {
      return taken(given, {.title = "rename",
                           .steps = {step(here, "ALTER TABLE a RENAME COLUMN b TO c;")},
                           .along = std::move(gone)})
          .text;
    };
    CHECK(along({{0, 1}}) == "ALTER TABLE a ADD d int;\nALTER TABLE a RENAME COLUMN b TO c;\nSELECT 1;\n");
    CHECK(along({{0, 1}, {0, 2}}) == "ALTER TABLE a RENAME COLUMN b TO c;\nSELECT 1;\n");
    CHECK(along({{1, 0}}) == "ALTER TABLE a ADD c int, ADD d int;\nALTER TABLE a RENAME COLUMN b TO c;\n");
  }

  TEST_CASE("what comes first stands above the statement's own comments") {
    CHECK(text({"SELECT 0;\n\n-- a note\n-- miglint: allow x: y\nALTER TABLE a ADD b int;\n",
                "ALTER TABLE a ADD b int"},
               {step(before, "UPDATE a SET c = 1;")}) ==
          "SELECT 0;\n\n-- Update\nUPDATE a SET c = 1;\n\n-- a note\n-- miglint: allow x: y\nALTER TABLE a "
          "ADD b "
          "int;\n");
    CHECK(text({"SELECT 0; ALTER TABLE a ADD b int;", "ALTER TABLE a ADD b int", Layout::plain},
               {step(before, "UPDATE a SET c = 1;")}) ==
          "SELECT 0; UPDATE a SET c = 1;\nALTER TABLE a ADD b int;");
  }

  TEST_CASE("the runner's markers stay where they are") {
    CHECK(text({"-- +goose Up\n-- +goose StatementBegin\nALTER TABLE a ADD b int;\n-- +goose "
                "StatementEnd\n-- +goose "
                "Down\n",
                "ALTER TABLE a ADD b int", Layout::goose},
               {step(before, "UPDATE a SET c = 1;"), step(here, "ALTER TABLE a ADD b text;"),
                step(here, "DO $$ BEGIN NULL; END $$;")}) ==
          "-- +goose Up\nUPDATE a SET c = 1;\n-- +goose StatementBegin\nALTER TABLE a ADD b text;\n-- +goose "
          "StatementEnd\n-- +goose StatementBegin\nDO $$ BEGIN NULL; END $$;\n-- +goose StatementEnd\n-- "
          "+goose "
          "Down\n");
    CHECK(text({"ALTER TABLE a ADD b int;--> statement-breakpoint\nSELECT 1;", "ALTER TABLE a ADD b int",
                Layout::drizzle},
               {step(before, "UPDATE a SET c = 1;"), step(here, "ALTER TABLE a ADD b text;"),
                step(here, "UPDATE a SET b = '';")}) ==
          "UPDATE a SET c = 1;--> statement-breakpoint\nALTER TABLE a ADD b text;--> "
          "statement-breakpoint\nUPDATE a "
          "SET b = '';--> statement-breakpoint\nSELECT 1;");
    CHECK(text({"ALTER TABLE a ADD b int;", "ALTER TABLE a ADD b int", Layout::drizzle},
               {step(here, "ALTER TABLE a ADD b text;"), step(here, "UPDATE a SET b = '';")}) ==
          "ALTER TABLE a ADD b text;\n--> statement-breakpoint\nUPDATE a SET b = '';\n");
  }

  TEST_CASE("no semicolon, no line end, CRLF") {
    CHECK(text({"ALTER TABLE a ADD b int", "ALTER TABLE a ADD b int", Layout::plain},
               {step(here, "ALTER TABLE a ADD b text;"), step(here, "SELECT 1;")}) ==
          "ALTER TABLE a ADD b text;\nSELECT 1;\n");
    CHECK(
        text({"SELECT 0;\r\nALTER TABLE a ADD b int;\r\n", "ALTER TABLE a ADD b int", Layout::plain},
             {step(before, "SELECT 1;"), step(here, "ALTER TABLE a ADD b text;"), step(here, "SELECT 2;")}) ==
        "SELECT 0;\r\nSELECT 1;\r\nALTER TABLE a ADD b text;\r\nSELECT 2;\r\n");
    CHECK(text({"ALTER TABLE a ADD b int; SELECT 1;\n", "ALTER TABLE a ADD b int", Layout::plain},
               {step(here, "ALTER TABLE a ADD b text;"), step(here, "SELECT 2;")}) ==
          "ALTER TABLE a ADD b text;\nSELECT 2;\n SELECT 1;\n");
  }

  TEST_CASE("steps elsewhere are handed out, and steps without SQL are somebody's to do") {
    const TakenPath path =
        taken({"ALTER TABLE a ADD b int;\n", "ALTER TABLE a ADD b int"},
              {.title = "elsewhere",
               .steps = {step(next_migration, "SELECT 1;"), step(next_release, "SELECT 2;"),
                         step(next_release, ""), step(outside, "SELECT 3;")}});
    CHECK(path.text == "ALTER TABLE a ADD b int;\n");
    CHECK(path.next_migrations == std::vector<std::string>{"SELECT 1;"});
    CHECK(path.next_releases == std::vector<std::string>{"SELECT 2;"});
    CHECK(path.outside == "SELECT 3;\n");
  }

  TEST_CASE("what stands in a DO block, or nowhere, is not rewritten") {
    CHECK_THROWS_AS(
        text({"DO $$ BEGIN ALTER TABLE a ADD b int; END $$;", "DO $$"}, {step(here, "SELECT 1;")}), Error);
    const Migration migration = parse({.text = "SELECT 1;"});
    CHECK_THROWS_AS(take(migration, Finding{}, {.steps = {}}), Error);
  }
}

}  // namespace miglint
