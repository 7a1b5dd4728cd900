#include <algorithm>
#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "engine/fingerprint.hpp"
#include "support/judge.hpp"

namespace miglint {

namespace {

using Names = std::vector<std::string>;

constexpr std::string_view staff = R"(CREATE TABLE "staff" ("id" SERIAL PRIMARY KEY, "name" TEXT NOT NULL);)";

}  // namespace

TEST_SUITE("lint") {
  TEST_CASE("the worked example: a required column stops, and both ways out are there to paste") {
    const Judged judged = judge(staff, R"(ALTER TABLE "staff" ADD COLUMN "email" TEXT NOT NULL;)");
    CHECK(judged.findings() == Names{"add-column-not-null-without-default"});
    const Finding& finding = judged.finding("add-column-not-null-without-default");
    CHECK(finding.fails == Names{"23502"});
    CHECK(finding.object.table == "staff");
    CHECK(finding.object.column == "email");
    REQUIRE(finding.paths.size() == 3);
    const SaferPath& three = finding.paths[0];
    CHECK(three.key == "a");
    CHECK(three.same());
    REQUIRE(three.steps.size() == 3);
    CHECK(three.steps[0].sql == "ALTER TABLE \"staff\" ADD COLUMN     \"email\" TEXT;");
    CHECK(three.steps[1].sql == "UPDATE \"staff\" SET \"email\" = '' WHERE \"email\" IS NULL;");
    CHECK(three.steps[2].sql == "ALTER TABLE \"staff\" ALTER COLUMN \"email\" SET NOT NULL;");
    CHECK(finding.paths[1].key == "a'");
    CHECK(finding.paths[2].key == "b");
    CHECK(finding.paths[2].result == "staff.email stays nullable");
    REQUIRE(finding.safer.size() > 3);
    CHECK(finding.safer[0].text ==
          "(a) In three statements: add it nullable, fill it, require it: Add the column "
          "nullable.");
    CHECK(finding.safer[1].sql == three.steps[1].sql);
  }

  TEST_CASE("… and folded to a nullable column it is clean, and says what it does") {
    const Judged judged = judge(staff, R"(ALTER TABLE "staff" ADD COLUMN "email" TEXT;)");
    CHECK(judged.findings().empty());
    CHECK(judged.result.migrations.back().summary == "adds staff.email (text, nullable)");
  }

  TEST_CASE("earlier migrations are replayed in silence") {
    const Judged judged =
        judge(std::string(staff) + R"(ALTER TABLE "staff" ADD COLUMN "email" TEXT NOT NULL;)", "SELECT 1;");
    CHECK(judged.findings().empty());
    CHECK_FALSE(judged.result.migrations.front().judged);
  }

  TEST_CASE("a finding marks its own command of several") {
    const Judged judged =
        judge(staff, R"(ALTER TABLE "staff" ADD COLUMN "a" TEXT, ADD COLUMN "b" TEXT NOT NULL;)");
    const Finding& finding = judged.finding("add-column-not-null-without-default");
    const std::string& text = judged.history.migrations.back().source.text;
    CHECK(text.substr(static_cast<std::size_t>(finding.span.begin),
                      static_cast<std::size_t>(finding.span.length())) == R"(ADD COLUMN "b" TEXT NOT NULL)");
  }

  TEST_CASE(
      "a migration begins a session of its own: what the one before it SET is over with its first "
      "statement") {
    const Judged judged = judge(
        "CREATE TABLE t (id int, a int); CREATE SCHEMA app; CREATE TABLE app.t (id int); SET search_path TO "
        "app;",
        "ALTER TABLE t DROP COLUMN a;");
    CHECK(judged.finding("drop-column").object.schema == "public");
  }

  TEST_CASE("a finding in a long list of tables lists its own lock, and not all of them") {
    std::string tables, names;
    for (int i = 0; i < 150; ++i) {
      const std::string name = "t" + std::to_string(i);
      tables += "CREATE TABLE " + name + " (id int);";
      names += (i == 0 ? "" : ", ") + name;
    }
    const Judged judged = judge(tables, "DROP TABLE " + names + ";");
    for (const Finding& finding : judged.result.findings) {
      if (finding.rule != "drop-table") continue;
      CHECK(finding.locks.size() == 100);
      CHECK(finding.locks.front().relation.name == finding.object.table);
    }
  }

  TEST_CASE("the same finding keeps its fingerprint when the file is formatted anew") {
    const Judged one = judge(staff, R"(ALTER TABLE "staff" DROP COLUMN "name";)");
    const Judged other = judge(staff, "\n-- why\nalter  table \"staff\"\n  drop column \"name\"\n;");
    CHECK(one.finding("drop-column").fingerprint == other.finding("drop-column").fingerprint);
    const Judged third = judge(staff, R"(ALTER TABLE "staff" DROP COLUMN "name" CASCADE;)");
    CHECK(one.finding("drop-column").fingerprint != third.finding("drop-column").fingerprint);
  }

  TEST_CASE("the configuration raises, lowers and silences rules and groups") {
    const std::string_view drop = R"(ALTER TABLE "staff" DROP COLUMN "name";)";
    Config config;
    config.rules["drop-column"] = Config::Level::warning;
    CHECK(judge(staff, drop, {.config = config}).findings() == Names{"drop-column (warning)"});
    config.rules["drop-column"] = Config::Level::off;
    CHECK(judge(staff, drop, {.config = config}).findings().empty());
    config.rules = {{"data", Config::Level::off}};
    CHECK(judge(staff, drop, {.config = config}).findings().empty());
    config.rules = {{"data", Config::Level::note}, {"drop-column", Config::Level::error}};
    CHECK(judge(staff, drop, {.config = config}).findings() == Names{"drop-column"});
  }

  TEST_CASE("a level never raises what the rule itself weakened") {
    Config config;
    config.rules["set-not-null-on-existing-rows"] = Config::Level::error;
    const Judged judged = judge(
        R"(CREATE TABLE "t" ("a" TEXT);)",
        R"(UPDATE "t" SET "a" = 'x' WHERE random() > 0.5; ALTER TABLE "t" ALTER COLUMN "a" SET NOT NULL;)",
        {.config = config});
    CHECK(judged.finding("set-not-null-on-existing-rows").severity == Severity::warning);
  }

  TEST_CASE("a statement of a DO block is judged like any other") {
    const Judged judged =
        judge(staff, R"(DO $$ BEGIN ALTER TABLE "staff" ADD COLUMN "email" TEXT NOT NULL; END $$;)");
    CHECK(judged.has("add-column-not-null-without-default"));
    CHECK(judged.finding("add-column-not-null-without-default").statement == 0);
  }

  TEST_CASE("a syntax error is a finding at its place, and the rest is judged") {
    const Judged judged =
        judge(staff,
              "ALTER TABLE \"staff\" ADD COLUM \"email\" TEXT;\nALTER TABLE \"staff\" DROP COLUMN \"name\";");
    CHECK(judged.has("syntax-error"));
    CHECK(judged.has("drop-column"));
  }

  TEST_CASE("an earlier file that can't be read makes its own relations unknown, not the rest") {
    const Judged judged = judge("CREATE TABLE broken (id integer,,);\nCREATE TABLE fine (id integer);",
                                "ALTER TABLE broken DROP COLUMN x;\nALTER TABLE fine DROP COLUMN y;");
    const auto fails = std::ranges::count(judged.result.findings, "statement-always-fails", &Finding::rule);
    CHECK(fails == 1);
  }

  TEST_CASE("the plan keeps what each statement does") {
    JudgeOptions options = batch();
    options.keep_plan = true;
    const Judged judged =
        judge(staff, R"(ALTER TABLE "staff" ADD COLUMN "a" TEXT; ALTER TABLE "staff" ADD COLUMN "b" TEXT;)",
              options);
    const std::vector<PlannedStatement>& plan = judged.result.migrations.back().plan;
    REQUIRE(plan.size() == 2);
    CHECK(plan[0].changes == Names{"add-column"});
    REQUIRE_FALSE(plan[1].held_since.empty());
    CHECK(plan[1].held_since.front() == 0);
  }

  TEST_CASE("what a migration does is told in one line") {
    const auto summary = [](std::string_view sql) {
      return judge(staff, sql).result.migrations.back().summary;
    };
    CHECK(summary(
              R"(CREATE TABLE "rooms" ("id" SERIAL PRIMARY KEY); CREATE INDEX "i" ON "rooms"("id");
               CREATE INDEX "j" ON "staff"("name");)") == "creates rooms; indexes staff (name)");
    CHECK(summary(R"(ALTER TABLE "staff" ADD COLUMN "level" INTEGER NOT NULL DEFAULT 1;)") ==
          "adds staff.level (integer, not null, default 1)");
    CHECK(
        summary(
            R"(CREATE TYPE "Role" AS ENUM ('A'); ALTER TABLE "staff" ALTER COLUMN "name" DROP NOT NULL;)") ==
        "creates enum Role; allows NULL in staff.name");
    CHECK(summary("SET lock_timeout = '5s';") == "changes nothing");
  }
}

TEST_SUITE("suppression") {
  const auto drop = [](std::string_view before, std::string_view after = "") {
    return judge(R"(CREATE TABLE "staff" ("id" SERIAL PRIMARY KEY, "name" TEXT, "email" TEXT);)",
                 std::string(before) + "ALTER TABLE \"staff\" DROP COLUMN \"name\";" + std::string(after));
  };

  TEST_CASE("a comment above the statement, or at the end of its last line, allows with a reason") {
    for (const Judged& judged : {drop("-- miglint: allow drop-column: last reader left\n"),
                                 drop("-- miglint: allow drop-column: last reader left\n-- AlterTable\n"),
                                 drop("", " -- miglint: allow drop-column: last reader left"),
                                 drop("/* miglint: allow data: last reader left */ ")}) {
      CHECK(judged.findings().empty());
      REQUIRE(judged.result.suppressed.size() == 1);
      CHECK(judged.result.suppressed.front().suppressed == "last reader left");
    }
  }

  TEST_CASE("several rules, comma-separated; allow-file covers the file") {
    CHECK(drop("-- miglint: allow drop-column, drop-table: last reader left\n").findings().empty());
    CHECK(drop("-- miglint: allow-file drop-column: last reader left\n",
               "\nALTER TABLE \"staff\" DROP COLUMN \"email\";")
              .findings()
              .empty());
    CHECK(drop("-- miglint: allow drop-column: last reader left\n",
               "\nALTER TABLE \"staff\" DROP COLUMN \"email\";")
              .findings() == Names{"drop-column"});
  }

  TEST_CASE("a comment that can't allow anything allows nothing and is a finding") {
    for (const std::string_view comment :
         {"-- miglint: allow drop-column\n", "-- miglint: allow drop-column:  \n",
          "-- miglint: allow drop-colum: gone\n", "-- miglint: allow drop-table: gone\n",
          "-- miglint: alow drop-column: gone\n", "-- miglint: allow: gone\n"}) {
      CAPTURE(comment);
      const Judged judged = drop(comment);
      CHECK(judged.has("drop-column"));
      CHECK(judged.has("useless-allow"));
    }
    CHECK(drop("-- miglint: allow drop-colum: gone\n")
              .finding("useless-allow")
              .message.find("did you mean \"drop-column\"") != std::string::npos);
  }

  TEST_CASE("the configuration ignores by rule and migration") {
    Config config;
    config.ignore = {{.rule = "drop-column", .migration = "002*", .reason = "release 4.2"}};
    const Judged judged =
        judge(R"(CREATE TABLE "t" ("a" TEXT);)", R"(ALTER TABLE "t" DROP COLUMN "a";)", {.config = config});
    CHECK(judged.findings().empty());
    CHECK(judged.result.suppressed.front().suppressed == "release 4.2");
  }

  TEST_CASE("a recorded decision holds for the statement as it was") {
    const std::string_view setup = R"(CREATE TABLE "t" ("a" TEXT);)";
    const Judged before = judge(setup, R"(ALTER TABLE "t" DROP COLUMN "a";)");
    const Finding& finding = before.finding("drop-column");
    JudgeOptions options;
    options.decisions = {{.finding = finding.fingerprint,
                          .rule = "drop-column",
                          .statement = statement_hash(before.history, finding),
                          .reason = "agreed"}};
    CHECK(judge(setup, R"(alter table "t" drop column "a";)", options).findings().empty());
    CHECK(judge(setup, R"(ALTER TABLE "t" DROP COLUMN IF EXISTS "a";)", options).findings() ==
          Names{"drop-column"});
    options.decisions.front().reason.clear();
    CHECK(judge(setup, R"(ALTER TABLE "t" DROP COLUMN "a";)", options).findings() == Names{"drop-column"});
  }
}

}  // namespace miglint
