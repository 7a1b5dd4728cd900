#include "discover/prisma_version.hpp"

#include <doctest/doctest.h>

#include "discover/discover.hpp"
#include "discover/order.hpp"
#include "support/git_project.hpp"

using namespace miglint;
using test::TemporaryProject;

TEST_SUITE_BEGIN("discover/prisma-version");

namespace {

Execution execution(const Config& config = {}) {
  const Discovery found = discover({}, config);
  REQUIRE(found.histories.size() == 1);
  return found.histories.front().execution;
}

using Modes = std::vector<RunMode>;

}  // namespace

TEST_CASE("the version decides how a file is run: whole up to 7.3, statement by statement from 7.4 on") {
  const TemporaryProject project;
  project.write("packages/db/prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  const auto package = [&](const char* version) {
    project.write("packages/db/package.json",
                  std::string(R"({"devDependencies": {"prisma": ")") + version + R"("}})");
  };
  struct Case {
    const char* version;
    Modes modes;
  };
  const Case cases[] = {{"6.19.0", {RunMode::batch}},
                        {"^6.19.0", {RunMode::batch}},
                        {"7.3.1", {RunMode::batch}},
                        {"~7.3.0", {RunMode::batch}},
                        {"7.4.0", {RunMode::split}},
                        {"^7.4.0", {RunMode::split}},
                        {"^7.0.0", {RunMode::batch, RunMode::split}},
                        {">=6", {RunMode::batch, RunMode::split}},
                        {"6.x", {RunMode::batch}},
                        {"7", {RunMode::batch, RunMode::split}},
                        {"latest", {RunMode::batch, RunMode::split}},
                        {">=5.0.0 <7", {RunMode::batch}}};
  for (const Case& c : cases) {
    CAPTURE(c.version);
    package(c.version);
    CHECK(execution().modes == c.modes);
  }
  package("6.19.0");
  CHECK(execution().assumed == "prisma 6.19.0 (package.json)");
  CHECK(execution({.prisma = "7.5"}).modes == Modes{RunMode::split});
}

TEST_CASE("without any package.json the version is unknown, and both ways are judged") {
  const TemporaryProject project;
  project.write("prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  CHECK(execution().modes == Modes{RunMode::batch, RunMode::split});
  CHECK(execution().assumed == "prisma's version is unknown: judged for both ways");
}

TEST_CASE("a lock file knows better than a range, wherever it lies above") {
  const TemporaryProject project;
  test::shell("git init -q .");
  project.write("packages/db/prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  project.write("packages/db/package.json",
                R"({"dependencies": {"@prisma/client": "^7.0.0"}, "devDependencies": {"prisma": "^7.0.0"}})");
  SUBCASE("npm") {
    project.write("package-lock.json",
                  R"({"lockfileVersion": 3, "packages": {"node_modules/prisma": {"version": "6.1.0"},
        "packages/db/node_modules/prisma": {"version": "7.4.2"}}})");
    CHECK(execution().assumed == "prisma 7.4.2 (package-lock.json)");
  }
  SUBCASE("yarn 1") {
    project.write("yarn.lock",
                  "# yarn lockfile v1\n\n\nprisma@^6.0.0:\n  version \"6.1.0\"\n\nprisma@^7.0.0, "
                  "prisma@^7.1.0:\n  version \"7.4.2\"\n  resolved \"x\"\n");
    CHECK(execution().assumed == "prisma 7.4.2 (yarn.lock)");
  }
  SUBCASE("yarn berry") {
    project.write("yarn.lock",
                  "__metadata:\n  version: 8\n\n\"prisma@npm:^7.0.0\":\n  version: 7.4.2\n  resolution: "
                  "\"prisma@npm:7.4.2\"\n");
    CHECK(execution().assumed == "prisma 7.4.2 (yarn.lock)");
  }
  SUBCASE("pnpm") {
    project.write("pnpm-lock.yaml",
                  "lockfileVersion: '9.0'\n\nimporters:\n\n  .:\n    devDependencies:\n      prisma:\n       "
                  " specifier: ^6.0.0\n        version: 6.1.0\n\n"
                  "  packages/db:\n    devDependencies:\n      '@types/node':\n        specifier: ^20\n      "
                  "  version: 20.1.0\n      prisma:\n"
                  "        specifier: ^7.0.0\n        version: 7.4.2(typescript@5.4.5)\n\npackages:\n\n  "
                  "prisma@6.1.0:\n    resolution: {}\n");
    CHECK(execution().assumed == "prisma 7.4.2 (pnpm-lock.yaml)");
  }
  SUBCASE("bun") {
    project.write(
        "bun.lock",
        "{\n  \"packages\": {\n    \"prisma\": [\"prisma@7.4.2\", \"\", {}, \"sha512-x\"],\n  }\n}\n");
    CHECK(execution().assumed == "prisma 7.4.2 (bun.lock)");
  }
  CHECK(execution().modes == Modes{RunMode::split});
}

TEST_CASE("names that Prisma's versions sort differently: said, and ordered as the project's version does") {
  const TemporaryProject project;
  project.write("prisma/migrations/2024_a/migration.sql", "SELECT 1;");
  project.write("prisma/migrations/20240_b/migration.sql", "SELECT 1;");
  const auto first = [](const Config& config) {
    return discover({}, config).histories.front().files.front().name;
  };
  CHECK(first({}) == "20240_b");  // '0' before '_' in bytes
  CHECK(first({.prisma = "6.5"}) == "20240_b");
  CHECK(first({.prisma = "6.19"}) == "2024_a");
  CHECK(discover({}, {}).histories.front().order_note.find(
            "Prisma up to 6.5 applies \"20240_b\" here, from 6.6 on \"2024_a\"") == 0);
}

TEST_CASE("locale_compare orders ASCII as JavaScript's localeCompare does") {
  const std::vector<std::string> sorted = {"2024 a", "2024_a", "2024-a", "20240_b", "a_b", "A_B",
                                           "a_c",    "A_c",    "ab",     "aB",      "Ab"};
  for (std::size_t i = 0; i + 1 < sorted.size(); ++i) {
    CAPTURE(sorted[i]);
    CHECK(locale_compare(sorted[i], sorted[i + 1]) < 0);
  }
}

TEST_SUITE_END();
