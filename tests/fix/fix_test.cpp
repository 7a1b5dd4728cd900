// Findings mended in memory: which path is taken, what is written, and what keeps a path from being taken.

#include "fix/fix.hpp"

#include <doctest/doctest.h>

#include "parse/parser.hpp"

namespace miglint {

TEST_SUITE("fix") {
  constexpr const char* tables =
      "CREATE TABLE \"staff\" (\"id\" SERIAL PRIMARY KEY, \"name\" TEXT NOT NULL, \"nick\" TEXT);\n";

  struct Asked {
    std::vector<std::string> choices = {};
    std::map<std::string, std::string, std::less<>> answers = {};
    bool needs_answers = false;
    std::vector<PrismaFile> schema = {};
    std::vector<Later> later = {};
    State state = State::outside_git;
    Layout layout = Layout::prisma;
  };

  static Migration migration(const std::string& name, const std::string& sql, bool judged, State state,
                             Layout layout) {
    return parse({.path = "migrations/" + name + "/migration.sql",
                  .name = name,
                  .migrations_dir = "migrations",
                  .text = sql,
                  .layout = layout,
                  .state = state,
                  .judged = judged});
  }

  static FixResult fixed(const std::string& sql, const Asked& asked = {}) {
    std::vector<Migration> migrations;
    migrations.push_back(migration("001_setup", tables, false, State::outside_git, asked.layout));
    migrations.push_back(migration("002_change", sql, true, asked.state, asked.layout));
    History history{.migrations_dir = "migrations", .layout = asked.layout};
    if (asked.layout == Layout::drizzle) history.execution.modes = {RunMode::file};
    history.migrations = MigrationList(std::move(migrations));
    const Config config{.answers = asked.answers};
    FixRequest request{.needs_answers = asked.needs_answers,
                       .schema = asked.schema,
                       .later_folder = ".miglint/later",
                       .later = asked.later,
                       .outside_folder = ".miglint/outside",
                       .outside_from_root = ".miglint/outside",
                       .read = [](const std::string&) { return std::nullopt; }};
    for (const std::string& choice : asked.choices) request.choices.push_back(parse_choice(choice));
    return fix(std::move(history), config, {}, request);
  }

  /// `path: text` of each file that changes.
  static std::string changes(const FixResult& result) {
    std::string list;
    for (const FileChange& change : result.changes)
      list += std::string(to_string(change.kind)) + " " + change.path + "\n" +
              change.after.value_or(
                  "go"
                  "ne\n");
    return list;
  }

  constexpr const char* required =
      "-- AlterTable\nALTER TABLE \"staff\" ADD COLUMN     \"email\" TEXT "
      "NOT NULL;\n";

  TEST_CASE("what asks for something is left, with the question, and nothing changes") {
    const FixResult result = fixed(required);
    CHECK(result.changes.empty());
    REQUIRE(result.left.size() == 1);
    CHECK(result.left[0].why.find("--choose add-column-not-null-without-default=KEY") != std::string::npos);
    CHECK(result.left[0].why.find("--set staff.email=") != std::string::npos);
    CHECK(result.mended == 0);
  }

  TEST_CASE("an answer makes the same schema the default, and stands in the SQL") {
    const FixResult result = fixed(required, {.answers = {{"staff.email", "'none'"}}, .needs_answers = true});
    CHECK(result.left.empty());
    CHECK(changes(result) ==
          "edit migrations/002_change/migration.sql\n-- AlterTable\nALTER TABLE \"staff\" ADD COLUMN    "
          " \"email\" "
          "TEXT;\n\n-- Update\nUPDATE \"staff\" SET \"email\" = 'none' WHERE \"email\" IS NULL;\n\n-- "
          "AlterTable\nALTER TABLE \"staff\" ALTER COLUMN \"email\" SET NOT NULL;\n");
    CHECK(result.differences.empty());
  }

  TEST_CASE("with a sample alone a path is shown, and not written") {
    const Asked shown{.choices = {"add-column-not-null-without-default=a"}};
    CHECK(fixed(required, shown).mended == 1);
    Asked written = shown;
    written.needs_answers = true;
    const FixResult result = fixed(required, written);
    CHECK(result.changes.empty());
    REQUIRE(result.left.size() == 1);
    CHECK(result.left[0].why ==
          "Which value do the rows that are there get? (--set staff.email=SQL, such as '')");
  }

  TEST_CASE("a path that ends otherwise says how, and edits schema.prisma") {
    const FixResult result =
        fixed(required, {.choices = {"add-column-not-null-without-default@staff.email=b"},
                         .needs_answers = true,
                         .schema = {{.path = "schema.prisma",
                                     .text = "model staff {\n  id Int @id\n  email String // here\n}\n"}}});
    CHECK(changes(result) ==
          "edit migrations/002_change/migration.sql\n-- AlterTable\nALTER TABLE \"staff\" ADD COLUMN    "
          " \"email\" "
          "TEXT;\nschema schema.prisma\nmodel staff {\n  id Int @id\n  email String? // here\n}\n");
    CHECK(result.differences == std::vector<std::string>{"- CREATE TABLE staff: email text NOT NULL",
                                                         "+ CREATE TABLE staff: email text"});
  }

  TEST_CASE("later steps are files of their own, numbered behind those that are there") {
    const Asked asked{.choices = {"add-column-not-null-without-default=a'"},
                      .answers = {{"staff.email", "'x'"}},
                      .needs_answers = true,
                      .later = {{.name = "002_change_01_other", .sql = "SELECT 1;", .after = {}}}};
    const FixResult result = fixed(required, asked);
    REQUIRE(result.later.size() == 3);
    CHECK(result.later[0].name == "002_change_02_check_staff_email_not_null");
    CHECK(result.later[0].after.find(".miglint/outside/002_change.sql has run") != std::string::npos);
    CHECK(result.later[1].after == "002_change_02_check_staff_email_not_null is deployed");
    const std::string all = changes(result);
    CHECK(all.find("create .miglint/outside/002_change.sql\n-- When 002_change is deployed: psql") !=
          std::string::npos);
    CHECK(all.find("create .miglint/later/002_change_03_validate_staff_email_not_null.sql\n-- Not before") !=
          std::string::npos);
    CHECK(result.differences.empty());  // with all of them run
  }

  TEST_CASE("a path that would make a follow-up of an earlier run fail is not taken") {
    const std::string drop = "ALTER TABLE \"staff\" DROP COLUMN \"nick\";\n";
    const Asked alone{.choices = {"drop-column=a"}};
    CHECK(fixed(drop, alone).mended == 1);
    // the follow-up makes the column anew, which the postponed drop would meet and take away
    Asked earlier = alone;
    earlier.later = {{.name = "001_setup_01_add_staff_nick",
                      .sql = "ALTER TABLE \"staff\" ADD COLUMN \"nick\" INTEGER;",
                      .after = {}}};
    const FixResult result = fixed(drop, earlier);
    CHECK(result.changes.empty());
    REQUIRE(result.left.size() == 1);
    CHECK(result.left[0].why.find("the schema would end otherwise") != std::string::npos);
  }

  TEST_CASE("a second run has nothing to do") {
    const FixResult first = fixed(required, {.answers = {{"staff.email", "'none'"}}});
    REQUIRE(first.changes.size() == 1);
    const FixResult second = fixed(*first.changes[0].after, {.answers = {{"staff.email", "'none'"}}});
    CHECK(second.changes.empty());
    CHECK(second.left.empty());
  }

  TEST_CASE("warnings are left alone, until somebody chooses") {
    const std::string index = "CREATE INDEX \"i\" ON \"staff\"(\"name\");\n";
    CHECK(fixed(index).changes.empty());
    CHECK(fixed(index).left.empty());
    const FixResult chosen = fixed(index, {.choices = {"create-index-without-concurrently=a"}});
    CHECK(changes(chosen) ==
          "edit migrations/002_change/migration.sql\nCREATE INDEX CONCURRENTLY \"i\" ON "
          "\"staff\"(\"name\");\n");
  }

  TEST_CASE("what refuses a transaction gets a migration of its own, right behind") {
    const FixResult result = fixed("CREATE INDEX \"i\" ON \"staff\"(\"name\");\nSELECT 1;\n",
                                   {.choices = {"create-index-without-concurrently=a"}});
    CHECK(changes(result) ==
          "edit migrations/002_change/migration.sql\nSELECT 1;\ncreate "
          "migrations/003_index_i/migration.sql\n-- "
          "CreateIndex\nCREATE INDEX CONCURRENTLY \"i\" ON \"staff\"(\"name\");\n");
    CHECK(result.stacked_on == std::vector<std::string>{"002_change"});
  }

  TEST_CASE("rows are mended in the place of what refuses a transaction, and it follows alone") {
    const std::string build = "CREATE UNIQUE INDEX CONCURRENTLY \"i\" ON \"staff\"(\"name\");\n";
    const FixResult result = fixed(build, {.choices = {"add-unique-on-existing-rows=a"}});
    CHECK(result.left.empty());
    REQUIRE(result.changes.size() == 2);
    CHECK(result.changes[0].after->starts_with("UPDATE \"staff\" SET \"name\" = "));
    CHECK(result.changes[1].path == "migrations/003_index_i/migration.sql");
    CHECK(result.changes[1].after->ends_with(build));
  }

  TEST_CASE("a warning that the deploy may stop is asked about; once answered, it is not again") {
    const std::string partly =
        "UPDATE \"staff\" SET \"nick\" = \"name\" WHERE \"id\" > 5;\n"
        "ALTER TABLE \"staff\" ALTER COLUMN \"nick\" SET NOT NULL;\n";
    const FixResult asked = fixed(partly);
    CHECK(asked.changes.empty());
    REQUIRE(asked.left.size() == 1);
    CHECK(asked.left[0].finding.severity == Severity::warning);
    const FixResult mended = fixed(partly, {.answers = {{"staff.nick", "'none'"}}});
    REQUIRE(mended.changes.size() == 1);
    CHECK(mended.changes[0].after->find("SET \"nick\" = 'none' WHERE \"nick\" IS NULL;") !=
          std::string::npos);
    CHECK(mended.left.empty());
    const FixResult again = fixed(*mended.changes[0].after);
    CHECK(again.changes.empty());
    CHECK(again.left.empty());
  }

  TEST_CASE("duplicates that may come back by the value chosen are told apart once") {
    const std::string index = "CREATE UNIQUE INDEX \"i\" ON \"staff\"(\"name\");\n";
    const Asked chosen{.choices = {"add-unique-on-existing-rows=a"},
                       .answers = {{"staff.name.repeated", "'again ' || \"staff\".\"id\""}}};
    const FixResult first = fixed(index, chosen);
    REQUIRE(first.changes.size() == 1);
    CHECK(first.changes[0].after->find("= 'again ' || \"staff\".\"id\"") != std::string::npos);
    CHECK(fixed(*first.changes[0].after, chosen).changes.empty());
    const FixResult with_another = fixed(*first.changes[0].after, {.choices = chosen.choices});
    CHECK(with_another.changes.empty());
    CHECK(with_another.left.empty());
  }

  TEST_CASE("what the rule says of a column that is filled and made unique are two questions") {
    const std::string both =
        "ALTER TABLE \"staff\" ALTER COLUMN \"nick\" SET NOT NULL;\n"
        "CREATE UNIQUE INDEX \"i\" ON \"staff\"(\"nick\");\n";
    const FixResult result = fixed(
        both, {.answers = {{"staff.nick", "'none'"}, {"staff.nick.repeated", "'x' || \"staff\".\"id\""}},
               .needs_answers = true});
    CHECK(result.left.empty());
    REQUIRE(result.changes.size() == 1);
    CHECK(result.changes[0].after->find("SET \"nick\" = 'none'") != std::string::npos);
    CHECK(result.changes[0].after->find("SET \"nick\" = 'x' || \"staff\".\"id\"") != std::string::npos);
  }

  TEST_CASE("steps ahead move to the top where somebody would wait for them") {
    const FixResult result = fixed(
        "ALTER TABLE \"staff\" ADD COLUMN \"x\" INTEGER;\n\nALTER TABLE \"staff\" ALTER COLUMN \"nick\" "
        "SET NOT "
        "NULL;\n",
        {.answers = {{"staff.nick", "'none'"}}});
    CHECK(
        changes(result).starts_with("edit migrations/002_change/migration.sql\n-- Update\nUPDATE "
                                    "\"staff\" SET "
                                    "\"nick\" = 'none' WHERE"));
  }

  TEST_CASE("what is built outside of migrations is part of the schema that comes of it") {
    const FixResult result =
        fixed("CREATE INDEX \"i\" ON \"staff\"(\"name\");\n",
              {.choices = {"create-index-without-concurrently=a"}, .layout = Layout::drizzle});
    CHECK(result.left.empty());
    REQUIRE(result.changes.size() == 2);
    CHECK(result.changes[1].path == ".miglint/outside/002_change.sql");
    CHECK(result.changes[1].after->find("CREATE INDEX CONCURRENTLY") != std::string::npos);
    CHECK(result.differences.empty());
  }

  TEST_CASE("a frozen migration is not edited") {
    const FixResult result = fixed(required, {.answers = {{"staff.email", "'x'"}}, .state = State::on_base});
    CHECK(result.changes.empty());
    REQUIRE(result.left.size() == 1);
    CHECK(result.left[0].why.find("frozen") != std::string::npos);
  }

  TEST_CASE("choices and answers that speak of nothing are told") {
    const FixResult result = fixed("SELECT 1;", {.choices = {"drop-column=a"},
                                                 .answers = {{"staff.emia"
                                                              "l",
                                                              "1"}}});
    REQUIRE(result.idle_choices.size() == 1);
    CHECK(result.idle_choices[0].rule == "drop-column");
    CHECK(result.idle_answers == std::vector<std::string>{"staff.emial"});
  }

  TEST_CASE("a key that no path has is answered with those there are") {
    const FixResult result = fixed(required, {.choices = {"add-column-not-null-without-default=z"}});
    REQUIRE(result.left.size() == 1);
    CHECK(result.left[0].why.starts_with("there is no path \"z\"; the choice is yours"));
  }
}

}  // namespace miglint
