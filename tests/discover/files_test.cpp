#include "discover/files.hpp"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include "discover/discover.hpp"
#include "support/temporary_project.hpp"

using namespace miglint;
using test::TemporaryProject;

TEST_SUITE_BEGIN("discover/files");

TEST_CASE("what can't be read is an error of that file; the others are read") {
  const TemporaryProject project;
  project.write("prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  project.folder("prisma/migrations/20240102000000_b/migration.sql");
  project.folder("prisma/migrations/20240103000000_c");
  mkfifo(project.path("prisma/migrations/20240103000000_c/migration.sql").c_str(), 0600);
  project.folder("prisma/migrations/20240104000000_d");
  std::filesystem::create_symlink("migration.sql",
                                  project.path("prisma/migrations/20240104000000_d/migration.sql"));
  const Discovery found = discover({}, {});
  REQUIRE(found.histories.size() == 1);
  CHECK(found.histories.front().files.size() == 1);
  REQUIRE(found.errors.size() == 3);
  CHECK(found.errors[0].path == "prisma/migrations/20240102000000_b/migration.sql");
  CHECK(found.errors[0].message == "is a folder, not a file");
  CHECK(found.errors[1].message == "is not a regular file (a pipe, a device or a socket)");
  CHECK(found.errors[2].message == "is a symbolic link that leads back to itself");
}

TEST_CASE("a path that is not there is an error") {
  const TemporaryProject project;
  const Discovery found = discover({.paths = {"prisma/migratoins"}}, {});
  REQUIRE(found.errors.size() == 1);
  CHECK(found.errors.front().path == "prisma/migratoins");
  CHECK(found.errors.front().message == "there is no such file or folder");
}

TEST_CASE("links that lead in a circle end the walk") {
  const TemporaryProject project;
  project.write("a/prisma/migrations/20240101000000_a/migration.sql", "SELECT 1;");
  std::filesystem::create_symlink(project.path(), project.path("a/again"));
  CHECK(discover({}, {}).histories.size() == 1);
}

TEST_CASE("paths are shown as one would type them from the current folder") {
  const TemporaryProject project;
  project.folder("repository/.git");
  project.folder("repository/packages/db");
  project.enter("repository/packages/db");
  const Display display;
  CHECK(display(project.path("repository/packages/db")) == ".");
  CHECK(display(project.path("repository/packages/db/x.sql")) == "x.sql");
  CHECK(display(project.path("repository/prisma/x.sql")) == "../../prisma/x.sql");
  CHECK(display(project.path("elsewhere/x.sql")) == project.path("elsewhere/x.sql"));
}

TEST_SUITE_END();
