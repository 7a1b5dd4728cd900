// What a migration already took care of, and what it did not.

#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "support/judge.hpp"

namespace miglint {

namespace {

using Names = std::vector<std::string>;

constexpr std::string_view users = R"(
  CREATE TABLE "teams" ("id" SERIAL PRIMARY KEY);
  CREATE TABLE "users" ("id" SERIAL PRIMARY KEY, "email" TEXT, "name" TEXT, "team_id" INTEGER, "age" TEXT);
)";

}  // namespace

TEST_SUITE("evidence") {
  TEST_CASE("a new column that is filled before it is required can't fail while the table's lock is held") {
    const std::string_view sql = R"(
      ALTER TABLE "users" ADD COLUMN "role" TEXT;
      UPDATE "users" SET "role" = 'member';
      ALTER TABLE "users" ALTER COLUMN "role" SET NOT NULL;)";
    CHECK_FALSE(judge(users, sql, batch()).has("set-not-null-on-existing-rows"));
  }

  TEST_CASE("statement by statement, an old version's INSERT may come between: one warning, that says so") {
    const Judged judged = judge(users, R"(
      UPDATE "users" SET "email" = '' WHERE "email" IS NULL;
      ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)",
                                split());
    const Finding& finding = judged.finding("set-not-null-on-existing-rows");
    CHECK(finding.severity == Severity::warning);
    CHECK_MESSAGE(finding.fails.empty(), "no row that is there can make it fail");
  }

  TEST_CASE("an UPDATE that may leave rows out is plausible, and `fails` stays") {
    for (const std::string_view fill :
         {R"(UPDATE "users" SET "email" = 'x' WHERE "id" > 10;)", R"(UPDATE "users" SET "email" = "name";)",
          R"(UPDATE "users" u SET "email" = t."id"::text FROM "teams" t WHERE t."id" = u."team_id";)",
          R"(UPDATE "users" SET "email" = CASE WHEN "id" = 1 THEN 'a' END;)",
          R"(UPDATE "users" SET "email" = (SELECT max("id")::text FROM "teams");)"}) {
      CAPTURE(fill);
      const Judged judged = judge(
          users, std::string(fill) + R"(ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)", batch());
      const Finding& finding = judged.finding("set-not-null-on-existing-rows");
      CHECK(finding.severity == Severity::warning);
      CHECK(finding.fails == Names{"23502"});
    }
  }

  TEST_CASE("no mitigation at all is an error") {
    const Judged judged = judge(users, R"(ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)");
    CHECK(judged.finding("set-not-null-on-existing-rows").severity == Severity::error);
    CHECK(judged.finding("set-not-null-on-existing-rows").fails == Names{"23502"});
  }

  TEST_CASE("a CHECK that holds for new rows guards the backfill in every mode") {
    const Judged judged = judge(users, R"(
      ALTER TABLE "users" ADD CONSTRAINT "c" CHECK ("email" IS NOT NULL) NOT VALID;
      UPDATE "users" SET "email" = '' WHERE "email" IS NULL;
      ALTER TABLE "users" VALIDATE CONSTRAINT "c";
      ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)");
    CHECK_FALSE(judged.has("add-check-on-existing-rows"));
    CHECK_FALSE(judged.has("set-not-null-on-existing-rows"));
  }

  TEST_CASE("a new column is NULL everywhere: keys over it can't fail") {
    CHECK_FALSE(judge(users, R"(
      ALTER TABLE "users" ADD COLUMN "handle" TEXT, ADD COLUMN "boss_id" INTEGER;
      CREATE UNIQUE INDEX "users_handle_key" ON "users"("handle");
      ALTER TABLE "users" ADD CONSTRAINT "users_boss_id_fkey"
        FOREIGN KEY ("boss_id") REFERENCES "users"("id");)")
                    .has("add-unique-on-existing-rows"));
  }

  TEST_CASE("… until it is filled, has a default, or NULLs count as equal") {
    for (const std::string_view sql :
         {R"(ALTER TABLE "users" ADD COLUMN "handle" TEXT; UPDATE "users" SET "handle" = lower("name");
            CREATE UNIQUE INDEX "k" ON "users"("handle");)",
          R"(ALTER TABLE "users" ADD COLUMN "handle" TEXT DEFAULT 'x';
            CREATE UNIQUE INDEX "k" ON "users"("handle");)",
          R"(ALTER TABLE "users" ADD COLUMN "handle" TEXT;
            CREATE UNIQUE INDEX "k" ON "users"("handle") NULLS NOT DISTINCT;)"}) {
      CAPTURE(sql);
      CHECK(judge(users, sql).finding("add-unique-on-existing-rows").severity == Severity::error);
    }
  }

  TEST_CASE("a table made here is empty until something is inserted") {
    const std::string make = R"(CREATE TABLE "rooms" ("id" SERIAL PRIMARY KEY, "name" TEXT);)";
    const std::string require = R"(ALTER TABLE "rooms" ALTER COLUMN "name" SET NOT NULL;)";
    CHECK(judge(users, make + require).findings().empty());
    const Judged filled =
        judge(users, make + R"(INSERT INTO "rooms" ("name") SELECT "name" FROM "users";)" + require);
    CHECK(filled.finding("set-not-null-on-existing-rows").severity == Severity::warning);
  }

  TEST_CASE("orphans that were removed leave nothing for a foreign key to refuse") {
    const std::string key =
        R"(ALTER TABLE "users" ADD CONSTRAINT "f" FOREIGN KEY ("team_id") REFERENCES "teams"("id");)";
    for (const std::string_view mend :
         {R"(DELETE FROM "users" WHERE "team_id" NOT IN (SELECT "id" FROM "teams");)",
          R"(UPDATE "users" SET "team_id" = NULL
            WHERE NOT EXISTS (SELECT 1 FROM "teams" t WHERE t."id" = "users"."team_id");)",
          R"(UPDATE "users" u SET "team_id" = NULL
            WHERE u."team_id" IS NOT NULL
              AND NOT EXISTS (SELECT 1 FROM "teams" t WHERE t."id" = u."team_id");)"}) {
      CAPTURE(mend);
      CHECK_FALSE(judge(users, std::string(mend) + key).has("add-foreign-key-on-existing-rows"));
    }
    CHECK(judge(users, key).finding("add-foreign-key-on-existing-rows").severity == Severity::error);
  }

  TEST_CASE("a NULL among NOT IN's values keeps every orphan") {
    const std::string key =
        R"(ALTER TABLE "users" ADD CONSTRAINT "f" FOREIGN KEY ("name") REFERENCES "codes"("code");)";
    const auto judged = [&](const std::string& null) {
      return judge(std::string(users) + R"(CREATE TABLE "codes" ("code" TEXT )" + null + "UNIQUE);",
                   R"(DELETE FROM "users" WHERE "name" NOT IN (SELECT "code" FROM "codes");)" + key);
    };
    CHECK(judged("").has("add-foreign-key-on-existing-rows"));
    CHECK_FALSE(judged("NOT NULL ").has("add-foreign-key-on-existing-rows"));
  }

  TEST_CASE("new columns hold NULL, with which a check may hold for no row") {
    const std::string add = R"(ALTER TABLE "users" ADD COLUMN "a" INTEGER, ADD COLUMN "b" INTEGER;)";
    const auto judged = [&](const std::string& check) {
      return judge(users, add + R"(ALTER TABLE "users" ADD CHECK ()" + check + ");");
    };
    CHECK(judged(R"(num_nonnulls("a", "b") = 1)").finding("add-check-on-existing-rows").severity ==
          Severity::error);
    CHECK(judged(R"(num_nulls("a", "b") = 0)").finding("add-check-on-existing-rows").severity ==
          Severity::error);
    CHECK_FALSE(judged(R"(num_nulls("a", "b") = 2)").has("add-check-on-existing-rows"));
    CHECK_FALSE(judged(R"(num_nonnulls("a", "b") <= 1)").has("add-check-on-existing-rows"));
  }

  TEST_CASE(
      "duplicates that were removed by a self-join, or by keeping the first of each group, are gone; by "
      "another subselect, probably") {
    const std::string unique = R"(CREATE UNIQUE INDEX "k" ON "users"("email");)";
    CHECK_FALSE(
        judge(users,
              R"(DELETE FROM "users" a USING "users" b WHERE a."id" > b."id" AND a."email" = b."email";)" +
                  unique)
            .has("add-unique-on-existing-rows"));
    CHECK_MESSAGE(
        judge(users,
              R"(DELETE FROM "users" a USING "users" b WHERE a."age" > b."age" AND a."email" = b."email";)" +
                  unique)
            .has("add-unique-on-existing-rows"),
        "two of the same age stay");
    CHECK_FALSE(
        judge(users,
              R"(DELETE FROM "users" a USING "users" b WHERE a.ctid > b.ctid AND a."email" = b."email";)" +
                  unique)
            .has("add-unique-on-existing-rows"));
    CHECK_FALSE(
        judge(users,
              R"(DELETE FROM "users" WHERE "id" NOT IN (SELECT min("id") FROM "users" GROUP BY "email");)" +
                  unique)
            .has("add-unique-on-existing-rows"));
    CHECK(judge(users, R"(DELETE FROM "users" WHERE "id" IN (SELECT "id" FROM "duplicates");)" + unique)
              .finding("add-unique-on-existing-rows")
              .severity == Severity::warning);
  }

  TEST_CASE("a key that this migration dropped held until now for the rows that are there") {
    const std::string_view setup =
        R"(CREATE TABLE "t" ("a" INTEGER, "b" INTEGER); CREATE UNIQUE INDEX "t_a_key" ON "t"("a");)";
    CHECK_FALSE(judge(setup, R"(DROP INDEX "t_a_key"; CREATE UNIQUE INDEX "t_a_b_key" ON "t"("a", "b");)")
                    .has("add-unique-on-existing-rows"));
    CHECK(judge(setup, R"(DROP INDEX "t_a_key"; CREATE UNIQUE INDEX "t_b_key" ON "t"("b");)")
              .has("add-unique-on-existing-rows"));
  }

  TEST_CASE("the same foreign key again, with another action, finds the rows it kept") {
    const std::string setup =
        std::string(users) +
        R"(ALTER TABLE "users" ADD CONSTRAINT "f" FOREIGN KEY ("team_id") REFERENCES "teams"("id");)";
    CHECK_FALSE(judge(setup, R"(
      ALTER TABLE "users" DROP CONSTRAINT "f";
      ALTER TABLE "users" ADD CONSTRAINT "f"
        FOREIGN KEY ("team_id") REFERENCES "teams"("id") ON DELETE CASCADE;)")
                    .has("add-foreign-key-on-existing-rows"));
  }

  TEST_CASE("what fails on any row is said once, and the rest is judged as if it were mended") {
    const Judged judged = judge(users, R"(
      ALTER TABLE "users" ADD COLUMN "slug" TEXT NOT NULL;
      CREATE UNIQUE INDEX "users_slug_key" ON "users"("slug");)");
    CHECK(judged.has("add-column-not-null-without-default"));
    CHECK_FALSE(judged.has("add-unique-on-existing-rows"));
  }

  TEST_CASE("rows moved off a label let it go") {
    const std::string_view setup =
        R"(CREATE TYPE "Role" AS ENUM ('USER', 'GUEST');
           CREATE TABLE "u" ("id" SERIAL PRIMARY KEY, "role" "Role");)";
    const std::string recreate = R"(
      CREATE TYPE "Role_new" AS ENUM ('USER');
      ALTER TABLE "u" ALTER COLUMN "role" TYPE "Role_new" USING ("role"::text::"Role_new");
      ALTER TYPE "Role" RENAME TO "Role_old"; ALTER TYPE "Role_new" RENAME TO "Role"; DROP TYPE "Role_old";)";
    CHECK(judge(setup, recreate).finding("remove-enum-value").severity == Severity::error);
    CHECK_FALSE(judge(setup, R"(UPDATE "u" SET "role" = 'USER' WHERE "role" = 'GUEST';)" + recreate)
                    .has("remove-enum-value"));
    CHECK_FALSE(
        judge(setup, R"(DELETE FROM "u" WHERE "role" IN ('GUEST');)" + recreate).has("remove-enum-value"));
    CHECK(judge(setup, R"(UPDATE "u" SET "role" = 'USER' WHERE "role" = 'GUEST' AND "id" < 5;)" + recreate)
              .finding("remove-enum-value")
              .severity == Severity::warning);
  }

  TEST_CASE("an emptied table has no row that could fail") {
    CHECK_FALSE(judge(users, R"(TRUNCATE "users"; ALTER TABLE "users" ADD COLUMN "role" TEXT NOT NULL;)")
                    .has("add-column-not-null-without-default"));
    CHECK_FALSE(judge(users, R"(DELETE FROM "users"; ALTER TABLE "users" ADD COLUMN "role" TEXT NOT NULL;)")
                    .has("add-column-not-null-without-default"));
  }

  TEST_CASE("a condition around a mitigation makes it plausible") {
    const Judged judged = judge(users, R"(
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM "users") THEN UPDATE "users" SET "email" = '' WHERE "email" IS NULL; END IF;
      END $$;
      ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)");
    CHECK(judged.finding("set-not-null-on-existing-rows").severity == Severity::warning);
  }

  TEST_CASE("an INSERT whose keys are written out is a note, in an INSERT's words") {
    const std::string_view codes = "CREATE TABLE k (code text PRIMARY KEY, n int);";
    const Judged judged = judge(codes, "INSERT INTO k VALUES ('x', 1);");
    CHECK(judged.finding("insert-may-repeat-key").severity == Severity::note);
    CHECK_FALSE(judged.has("add-unique-on-existing-rows"));
    for (const std::string_view quiet :
         {"INSERT INTO k VALUES ('x', 1) ON CONFLICT DO NOTHING;",
          "TRUNCATE k; INSERT INTO k VALUES ('x', 1);",
          "DELETE FROM k WHERE code = 'x'; INSERT INTO k VALUES ('x', 1);",
          "DELETE FROM k WHERE code IN ('x', 'y'); INSERT INTO k (n, code) VALUES (1, 'x'), (2, 'y');"}) {
      CAPTURE(quiet);
      CHECK_FALSE(judge(codes, quiet).has("insert-may-repeat-key"));
    }
    CHECK(judge(codes, "DELETE FROM k WHERE code = 'x'; INSERT INTO k VALUES ('x', 1), ('y', 2);")
              .has("insert-may-repeat-key"));
  }

  TEST_CASE("a check over a column that a statement before gave one value is computed") {
    const auto is_quiet = [](std::string_view sql) {
      return !judge(users, sql).has("add-check-on-existing-rows");
    };
    CHECK(is_quiet(R"(ALTER TABLE "users" ADD COLUMN "p" int NOT NULL DEFAULT 1;
                      ALTER TABLE "users" ADD CHECK ("p" >= 1 AND "p" <= 4);)"));
    CHECK(is_quiet(R"(ALTER TABLE "users" ADD COLUMN "j" jsonb NOT NULL DEFAULT '{}';
                      ALTER TABLE "users" ADD CHECK (jsonb_typeof("j") = 'object');)"));
    CHECK(is_quiet(R"(ALTER TABLE "users" ADD COLUMN "a" int, ADD COLUMN "b" int DEFAULT 3;
                      ALTER TABLE "users" ADD CHECK ("a" > "b");)"));
    CHECK_FALSE(is_quiet(R"(ALTER TABLE "users" ADD COLUMN "p" int NOT NULL DEFAULT 5;
                            ALTER TABLE "users" ADD CHECK ("p" >= 1 AND "p" <= 4);)"));
    CHECK_FALSE(is_quiet(R"(ALTER TABLE "users" ADD COLUMN "p" int NOT NULL DEFAULT 1;
                            UPDATE "users" SET "p" = "id";
                            ALTER TABLE "users" ADD CHECK ("p" >= 1 AND "p" <= 4);)"));
  }

  TEST_CASE("a new materialized view has one row for each group") {
    const auto is_quiet = [](const std::string& query, const std::string& columns) {
      const std::string sql =
          "CREATE MATERIALIZED VIEW m AS " + query + "; CREATE UNIQUE INDEX ON m (" + columns + ");";
      return !judge(users, sql).has("add-unique-on-existing-rows");
    };
    CHECK(is_quiet("SELECT team_id, count(*) FROM users GROUP BY team_id", "team_id"));
    CHECK(is_quiet("SELECT lower(name) AS l, team_id, max(id) FROM users GROUP BY 1, 2", "team_id, l"));
    CHECK(is_quiet("SELECT DISTINCT name, team_id FROM users", "name, team_id"));
    CHECK(is_quiet("SELECT DISTINCT ON (team_id) team_id, id FROM users", "team_id"));
    CHECK_FALSE(is_quiet("SELECT team_id, name FROM users", "team_id"));
    CHECK_FALSE(is_quiet("SELECT team_id, count(*) FROM users GROUP BY team_id, name", "team_id"));
    CHECK_FALSE(is_quiet("SELECT DISTINCT name, team_id FROM users", "team_id"));
    CHECK_FALSE(is_quiet("SELECT team_id, generate_series(1, 2) FROM users GROUP BY team_id", "team_id"));
  }

  TEST_CASE("a unique index over lower(c) that goes leaves c unique") {
    const std::string setup =
        std::string(users) + R"(CREATE UNIQUE INDEX "low" ON "users" (lower("email"));)";
    CHECK_FALSE(judge(setup, R"(DROP INDEX "low"; CREATE UNIQUE INDEX "u" ON "users" ("email");)")
                    .has("add-unique-on-existing-rows"));
  }

  /// What the second of two migrations, deployed together, is told: "" where it can't fail.
  static std::string told_after(const std::string& first, const std::string& second, std::string_view rule,
                                const std::string& between = "SELECT 1;") {
    const Judged judged = judge({{"0_setup", std::string(users)}},
                                {{"1_first", first}, {"2_between", between}, {"3_second", second}});
    if (!judged.has(rule)) return "";
    const Finding& finding = judged.finding(rule);
    return std::string(to_string(finding.severity)) + (finding.fails.empty() ? ", new rows" : "");
  }

  TEST_CASE("a backfill in a migration before makes it plausible, for others may have written since") {
    const std::string required = R"(ALTER TABLE "users" ALTER COLUMN "email" SET NOT NULL;)";
    const std::string_view rule = "set-not-null-on-existing-rows";
    CHECK(told_after(R"(UPDATE "users" SET "email" = '' WHERE "email" IS NULL;)", required, rule) ==
          "warning");
    CHECK(told_after(R"(DELETE FROM "users" WHERE "email" IS NULL;)", required, rule) == "warning");
    CHECK(told_after("SELECT 1;", required, rule) == "error");
    CHECK(told_after(R"(UPDATE "users" SET "name" = '' WHERE "email" IS NULL;)", required, rule) == "error");
    CHECK(told_after(R"(UPDATE "users" SET "email" = '' WHERE "email" IS NULL;)", required, rule,
                     R"(UPDATE "users" SET "email" = NULL WHERE "name" = '';)") == "error");
    CHECK(told_after(R"(UPDATE "users" SET "email" = "name" || '-' || "id";)",
                     R"(CREATE UNIQUE INDEX "u" ON "users" ("email");)",
                     "add-unique-on-existing-rows") == "warning");
    CHECK(told_after(
              R"(UPDATE "users" SET "team_id" = NULL WHERE "team_id" NOT IN (SELECT "id" FROM "teams");)",
              R"(ALTER TABLE "users" ADD FOREIGN KEY ("team_id") REFERENCES "teams";)",
              "add-foreign-key-on-existing-rows") == "warning");
  }

  TEST_CASE("what a migration before knew of rows by a constraint that went is over with it") {
    CHECK(told_after(R"(CREATE UNIQUE INDEX "u" ON "users" ("email"); DROP INDEX "u";)",
                     R"(CREATE UNIQUE INDEX "v" ON "users" ("email");)",
                     "add-unique-on-existing-rows") == "error");
    CHECK(told_after(R"(ALTER TABLE "users" ADD COLUMN "x" TEXT;)",
                     R"(CREATE UNIQUE INDEX "v" ON "users" ("x");)",
                     "add-unique-on-existing-rows") == "error");
  }
}

}  // namespace miglint
