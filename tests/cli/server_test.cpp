// Which PostgreSQL is judged for: what the command line, the configuration or the project itself says.

#include <doctest/doctest.h>
#include <rapidjson/document.h>

#include "support/git_project.hpp"
#include "support/run_program.hpp"

namespace miglint {

TEST_SUITE("cli/server") {
  static const std::string name = "20240101000000_a";

  struct Said {
    int postgres = 0;
    std::string from;
  };

  static Said said(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), {"check", "--format", "json"});
    rapidjson::Document report;
    report.Parse(run_miglint(arguments).out.c_str());
    REQUIRE(report.IsObject());
    REQUIRE(report["servers"].Size() == 1);
    const auto& server = report["servers"][0];
    CHECK(server["migrations_dir"] == "prisma/migrations");
    return {.postgres = server["postgres"].GetInt(),
            .from = server["from"].IsNull() ? "" : server["from"].GetString()};
  }

  TEST_CASE("the command line goes before the configuration, that before what the project shows") {
    const test::GitProject project;
    project.migration(name, "CREATE TABLE t (id int);\n");
    CHECK(said({}).postgres == 15);
    CHECK(said({}).from.empty());
    project.put("docker-compose.yml", "services:\n  db:\n    image: postgres:17-alpine\n");
    CHECK(said({}).postgres == 17);
    CHECK(said({}).from == "docker-compose.yml:3: \"postgres:17-alpine\"");
    project.put(".miglint.yaml", "fail-on: error\npostgres: 16\n");
    CHECK(said({}).postgres == 16);
    CHECK(said({}).from == ".miglint.yaml:2");
    CHECK(said({"--postgres", "18"}).postgres == 18);
    CHECK(said({"--postgres", "18"}).from == "--postgres");
  }

  TEST_CASE("with --staged the index shows it") {
    const test::GitProject project;
    project.migration(name, "CREATE TABLE t (id int);\n");
    project.put("compose.yaml", "services: {db: {image: 'postgres:16'}}\n");
    test::shell("git add -A");
    project.put("compose.yaml", "services: {db: {image: 'postgres:13'}}\n");
    CHECK(said({"--staged"}).postgres == 16);
    CHECK(said({}).postgres == 13);
  }

  TEST_CASE("it decides what is refused, and the finding says where it came from") {
    const test::GitProject project;
    project.migration(name, "CREATE TABLE t (a int, UNIQUE NULLS NOT DISTINCT (a));\n");
    CHECK(run_miglint({"check"}).status == 0);
    project.put("compose.yaml", "services:\n  db:\n    image: postgres:14\n");
    CHECK(run_miglint({"check"}).status == 1);
    CHECK(run_miglint({"plan"}).out.find("42601") != std::string::npos);
    const std::string out = run_miglint({"check", "--verbose"}).out;
    CHECK(out.find("PostgreSQL 14 (compose.yaml:3: \"postgres:14\")") != std::string::npos);
    CHECK(out.find("It is judged for PostgreSQL 14: compose.yaml:3") != std::string::npos);
    CHECK(run_miglint({"check", "--postgres", "15"}).status == 0);
  }

  TEST_CASE("files that differ are told of") {
    const test::GitProject project;
    project.migration(name, "CREATE TABLE t (id int);\n");
    project.put("compose.yaml", "services: {db: {image: 'postgres:16'}}\n");
    CHECK(run_miglint({"check"}).out.find("the older one") == std::string::npos);
    project.put(".github/workflows/ci.yml", "jobs: {t: {services: {db: {image: 'postgres:14'}}}}\n");
    CHECK(run_miglint({"check"}).out.find("judged for 14, the older one") != std::string::npos);
    project.put(".miglint.yaml", "postgres: 16\n");
    CHECK(run_miglint({"check"}).out.find("the older one") == std::string::npos);
  }

  TEST_CASE("a current folder that is gone is said to be") {
    const test::TemporaryProject project;
    project.folder("gone");
    project.enter("gone");
    project.remove("gone");
    const auto result = run_miglint({"check"});
    project.enter("");
    CHECK(result.status == 2);
    CHECK(result.err.find("the current folder is gone") != std::string::npos);
    CHECK(result.err.find("internal") == std::string::npos);
  }
}

}  // namespace miglint
