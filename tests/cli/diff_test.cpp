#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "support/git_project.hpp"
#include "support/run_program.hpp"

namespace miglint {

TEST_SUITE("cli/diff") {
  static const std::string init = "20240101000000_init";
  static const std::string table =
      "CREATE TABLE \"T\" (\n    \"id\" INTEGER NOT NULL,\n\n    CONSTRAINT \"T_pkey\" "
      "PRIMARY KEY (\"id\")\n);\n";
  static const std::string datasource = "datasource db {\n  provider = \"postgresql\"\n}\n";
  static const std::string model = datasource + "model T {\n  id Int @id\n}\n";
  static const std::string longer = datasource + "model T {\n  id Int @id\n  a Int?\n}\n";
  static const std::string added = "-- AlterTable\nALTER TABLE \"T\" ADD COLUMN     \"a\" INTEGER;\n";
  static const std::string empty = "-- This is an empty migration.\n";

  static std::string diff(const std::string& from, const std::string& to) {
    const RunResult result = run_miglint({"diff", from, to});
    CHECK(result.err == "");
    CHECK(result.status == 0);
    return result.out;
  }

  TEST_CASE("migrations and schema.prisma are found, or named; git revisions are read from git") {
    const test::GitProject project;
    project.migration(init, table);
    project.put("prisma/schema.prisma", model);
    project.commit("init");
    CHECK(diff("migrations", "prisma") == empty);
    project.put("prisma/schema.prisma", longer);
    CHECK(diff("migrations", "prisma") == added);
    CHECK(diff("prisma/migrations", "prisma/schema.prisma") == added);
    CHECK(diff("migrations:prisma/migrations", "prisma:prisma") == added);
    CHECK(diff("prisma@HEAD", "prisma") == added);
    CHECK(diff("prisma/schema.prisma@HEAD", "prisma") == added);
    CHECK(diff("migrations", "prisma@HEAD") == empty);
    project.migration("20240102000000_more", "ALTER TABLE \"T\" ADD COLUMN \"a\" INTEGER;\n");
    CHECK(diff("migrations", "prisma") == empty);
    CHECK(diff("migrations@HEAD", "migrations") ==
          "-- AlterTable\nALTER TABLE \"T\" ADD COLUMN a integer;\n");
    CHECK(diff("migrations:prisma/migrations/" + init, "prisma") == added);
    CHECK(diff("empty", "prisma@HEAD") ==
          "-- CreateSchema\nCREATE SCHEMA IF NOT EXISTS \"public\";\n\n-- CreateTable\n" + table);
  }

  TEST_CASE("the folders are those that check reads") {
    const test::GitProject project;
    project.migration(init, table);
    project.put("prisma/schema.prisma", model);
    project.put("other/migrations/" + init + "/migration.sql", "CREATE TABLE other (id int);\n");
    project.put("other/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    project.commit("init");
    CHECK(run_miglint({"diff", "migrations", "prisma"}).err.find("there are 2 folders of migrations") !=
          std::string::npos);
    project.put(".miglint.yaml", "migrations: [prisma/migrations]\n");
    CHECK(diff("migrations", "prisma") == empty);
    CHECK(diff("migrations:other/migrations", "other/migrations") == empty);

    project.put(".miglint.yaml", "");
    test::shell("rm -r other");
    project.put(".gitignore", "build/\n");
    project.put("build/migrations/" + init + "/migration.sql", "CREATE TABLE built (id int);\n");
    project.put("build/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    project.put("vendored/.git/HEAD", "ref: refs/heads/main\n");
    project.put("vendored/migrations/" + init + "/migration.sql", "CREATE TABLE vendored (id int);\n");
    project.put("vendored/migrations/migration_lock.toml", "provider = \"postgresql\"\n");
    CHECK(diff("migrations", "prisma") == empty);
    CHECK(diff("build/migrations", "build/migrations") == empty);  // named
    CHECK(run_miglint({"diff", "build/migrations", "empty"}).out.find("DROP TABLE built") !=
          std::string::npos);
  }

  TEST_CASE("--exit-code, and the formats") {
    const test::GitProject project;
    project.migration(init,
                      table +
                          "CREATE INDEX x ON \"T\" (id) WHERE id > 0;\nALTER TABLE \"T\" ADD CONSTRAINT c "
                          "CHECK (id > 0);\nCREATE VIEW v AS SELECT 1 AS one;\n");
    project.put("prisma/schema.prisma", longer);
    CHECK(run_miglint({"diff", "migrations", "prisma"}).status == 0);
    CHECK(run_miglint({"diff", "migrations", "prisma", "--exit-code"}).status == 1);
    CHECK(run_miglint({"diff", "prisma", "prisma", "--exit-code"}).status == 0);
    CHECK(diff("migrations", "prisma") == added +
                                              "\n-- Not expressible in schema.prisma, and left as it is:\n-- "
                                              "  index x of public.T (WHERE)\n--   "
                                              "check c of public.T\n--   view public.v\n");
    const std::string summary = run_miglint({"diff", "migrations", "prisma", "--format", "summary"}).out;
    CHECK(summary ==
          "from prisma/migrations\nto   prisma/schema.prisma\nAlterTable: T\nnot expressible: "
          "index x of public.T (WHERE)\nnot expressible: check c of public.T\nnot expressible: view "
          "public.v\n");
    rapidjson::Document json;
    json.Parse(run_miglint({"diff", "migrations", "prisma", "--format", "json"}).out.c_str());
    REQUIRE(json.IsObject());
    CHECK(json["version"].GetInt() == 1);
    CHECK(std::string(json["from"].GetString()) == "prisma/migrations");
    REQUIRE(json["steps"].Size() == 1);
    CHECK(std::string(json["steps"][0]["step"].GetString()) == "AlterTable");
    CHECK(std::string(json["steps"][0]["sql"].GetString()) ==
          "ALTER TABLE \"T\" ADD COLUMN     \"a\" INTEGER;");
    CHECK(json["not_expressible"].Size() == 3);
  }

  TEST_CASE("several files are one schema, and package.json tells Prisma's version") {
    const test::GitProject project;
    project.migration(init, table);
    project.put("prisma/schema/a.prisma", model);
    project.put("prisma/schema/b.prisma", "model U {\n  id Int @id\n  t T[]\n}\n");
    project.put("prisma/schema/a.prisma", datasource + "model T {\n  id Int @id\n  u U[]\n}\n");
    CHECK(diff("migrations", "prisma").find("\"_TToU_AB_pkey\" PRIMARY KEY") != std::string::npos);
    project.put("package.json", R"({"devDependencies": {"prisma": "5.22.0"}})");
    CHECK(diff("migrations", "prisma").find("CREATE UNIQUE INDEX \"_TToU_AB_unique\"") != std::string::npos);
    CHECK(diff("empty", "prisma:prisma/schema").find("_TToU_AB_unique") != std::string::npos);
  }

  TEST_CASE("what is not there, or not to be read, is said") {
    const test::GitProject project;
    const auto error = [](const std::vector<std::string>& sides) {
      std::vector<std::string> arguments = {"diff"};
      arguments.insert(arguments.end(), sides.begin(), sides.end());
      const RunResult result = run_miglint(arguments);
      CHECK(result.status == 2);
      CHECK(result.out == "");
      return result.err;
    };
    const auto says = [&](const std::vector<std::string>& sides, const std::string& words) {
      const std::string text = error(sides);
      CAPTURE(text);
      CHECK(text.find(words) != std::string::npos);
    };
    says({"migrations"}, "needs two schemas");
    says({"empty", "migrations"}, "holds no migrations");
    project.migration(init, table);
    says({"empty", "prisma"}, "there is no schema.prisma beside prisma/migrations");
    project.put("prisma/schema.prisma", datasource + "model T {\n  id Int @id\n  a Intt\n  b Strin\n}\n");
    says({"empty", "prisma"}, "prisma/schema.prisma:6:");
    says({"empty", "prisma"}, "prisma/schema.prisma:7:");
    project.put("prisma/schema.prisma", datasource + "model T {\n  id Int @id @default(\n}\n");
    says({"empty", "prisma"}, "prisma/schema.prisma:5:");
    says({"empty", "prisma:nowhere.prisma"}, "is not there");
    says({"empty", "nowhere"}, "is no schema");
    says({"empty", "prisma@v9"}, "no revision v9");
    project.migration("../../other/migrations/20240101000000_x", table);
    says({"migrations", "empty"}, "there are 2 folders of migrations");
  }
}

}  // namespace miglint
