#include <doctest/doctest.h>

#include "discover/discover.hpp"
#include "discover/server_image.hpp"
#include "support/git_project.hpp"

using namespace miglint;
using test::TemporaryProject;

TEST_SUITE_BEGIN("discover/server-version");

namespace {

constexpr const char* migration = "packages/db/prisma/migrations/20240101000000_a/migration.sql";

std::optional<Server> server(const Config& config = {}) {
  const Discovery found = discover({.all = true}, config);
  REQUIRE(found.histories.size() == 1);
  return found.histories.front().server;
}

/// What a project that consists of this one file shows; 0: nothing.
int shown(const std::string& path, const std::string& text) {
  const TemporaryProject project;
  project.write(migration, "SELECT 1;");
  project.write(".git/HEAD", "");  // the root; no repository is wanted
  project.write(path, text);
  const std::optional<Server> found = server();
  return found ? found->major : 0;
}

}  // namespace

TEST_CASE("an image tells its PostgreSQL by its tag, or its name") {
  struct Case {
    const char* image;
    int major;  // 0: it does not tell
  };
  const Case cases[] = {{"postgres:16", 16},
                        {"postgres:16.2-alpine3.19", 16},
                        {"postgres:17rc1", 17},
                        {"postgres:9.6", 9},
                        {"postgres", 0},
                        {"postgres:latest", 0},
                        {"postgres:alpine", 0},
                        {"postgres:20240101", 0},
                        {"postgres:16@sha256:0123456789abcdef", 16},
                        {"docker.io/library/postgres:13-bookworm", 13},
                        {"localhost:5000/postgres:14", 14},
                        {"public.ecr.aws/docker/library/postgres:15", 15},
                        {"postgis/postgis:15-3.4", 15},
                        {"bitnami/postgresql:16.1.0-debian-11-r9", 16},
                        {"supabase/postgres:15.1.0.147", 15},
                        {"cimg/postgres:14.2", 14},
                        {"ghcr.io/cloudnative-pg/postgresql:17.0", 17},
                        {"pgvector/pgvector:pg16", 16},
                        {"pgvector/pgvector:0.8.0-pg17-trixie", 17},
                        {"timescale/timescaledb:2.14.2-pg15", 15},
                        {"timescale/timescaledb-ha:pg16.2-ts2.14", 16},
                        {"registry.redhat.io/rhel9/postgresql-15", 15},
                        {"quay.io/sclorg/postgresql-13-c9s:latest", 13},
                        {"prodrigestivill/postgres-backup-local:16", 0},
                        {"prometheuscommunity/postgres-exporter:v0.15.0", 0},
                        {"postgrest/postgrest:v12.0.2", 0},
                        {"dpage/pgadmin4:8", 0},
                        {"edoburu/pgbouncer:1.21", 0},
                        {"redis:7", 0},
                        {"", 0},
                        {":16", 0}};
  for (const Case& c : cases) {
    CAPTURE(c.image);
    CHECK(postgres_of_image(c.image).value_or(0) == c.major);
  }
}

TEST_CASE("variables are put in, with what they default to") {
  const auto value = [](std::string_view name) -> std::optional<std::string> {
    if (name == "PG") return "16";
    return name == "EMPTY" ? std::optional<std::string>("") : std::nullopt;
  };
  CHECK(interpolated("postgres:${PG}-alpine", value) == "postgres:16-alpine");
  CHECK(interpolated("postgres:$PG-alpine", value) == "postgres:16-alpine");
  CHECK(interpolated("postgres:${PG:-14}", value) == "postgres:16");
  CHECK(interpolated("postgres:${NONE:-14}", value) == "postgres:14");
  CHECK(interpolated("postgres:${NONE-14}", value) == "postgres:14");
  CHECK(interpolated("postgres:${EMPTY:-14}", value) == "postgres:14");
  CHECK(interpolated("${NONE:-postgres:${NONE:-13}}", value) == "postgres:13");
  CHECK(interpolated("postgres:${NONE:?say which}", value) == "postgres:");
  CHECK(interpolated("postgres:${PG", value) == "postgres:16");
  CHECK(interpolated("a$", value) == "a");
}

TEST_CASE("Compose, CI and hosts show the server, each in its own way") {
  CHECK(shown("docker-compose.yml", "services:\n  db:\n    image: postgres:16-alpine\n") == 16);
  CHECK(shown("compose.yaml", "services: {db: {image: 'postgis/postgis:14-3.4'}}\n") == 14);
  CHECK(shown("docker-compose.dev.yml", "services: {db: {image: 'postgres:${PG_VERSION:-13}'}}\n") == 13);
  CHECK(shown("docker/docker-compose.yml", "services:\n  db:\n    image: pgvector/pgvector:pg17\n") == 17);
  CHECK(shown("packages/db/docker-compose.yml", "services:\n  db:\n    image: postgres:12\n") == 12);
  CHECK(shown(".devcontainer/docker-compose.yml", "services:\n  db:\n    image: postgres:17\n") == 17);
  CHECK(shown(".github/workflows/ci.yml",
              "jobs:\n  test:\n    services:\n      postgres:\n        image: postgres:14\n") == 14);
  CHECK(shown(".github/workflows/ci.yml",
              "jobs:\n  test:\n    strategy:\n      matrix:\n        pg: [16, 13, "
              "17]\n    services:\n      db:\n        image: postgres:${{ matrix.pg "
              "}}\n") == 13);
  CHECK(shown(".github/workflows/ci.yml",
              "jobs:\n  test:\n    strategy:\n      matrix:\n        include: [{pg: 16}, {pg: '14'}, {os: "
              "x}]\n    "
              "services:\n      db:\n        image: postgres:${{matrix.pg}}\n") == 14);
  CHECK(shown(".github/workflows/ci.yml",
              "jobs:\n  test:\n    steps:\n      - uses: ankane/setup-postgres@v1\n "
              "       with:\n          postgres-version: 17\n") == 17);
  CHECK(shown(".gitlab-ci.yml", "test:\n  services:\n    - postgres:14-alpine\n") == 14);
  CHECK(shown(".gitlab-ci.yml", "test:\n  services:\n    - name: postgres:16\n      alias: db\n") == 16);
  CHECK(shown(".gitlab-ci.yml", "default:\n  image:\n    name: postgres:17\n") == 17);
  CHECK(
      shown(
          ".circleci/config.yml",
          "jobs:\n  test:\n    docker:\n      - image: cimg/node:20\n      - image: cimg/postgres:14.2\n") ==
      14);
  CHECK(shown("bitbucket-pipelines.yml",
              "definitions:\n  services:\n    postgres:\n      image: postgres:13\n") == 13);
  CHECK(shown("azure-pipelines.yml",
              "resources:\n  containers:\n    - container: db\n      image: postgres:16\n") == 16);
  CHECK(shown("render.yaml", "databases:\n  - name: db\n    postgresMajorVersion: \"14\"\n") == 14);
  CHECK(shown(".do/app.yaml", "databases:\n  - engine: PG\n    name: db\n    version: \"16\"\n") == 16);
  CHECK(shown("supabase/config.toml", "[api]\nport = 1\n\n[db]\nport = 2\nmajor_version = 17\n") == 17);
  CHECK(shown("mise.toml", "[tools]\nnode = \"22\"\npostgres = \"16.2\"\n") == 16);
  CHECK(shown(".tool-versions", "nodejs 20.1.0\npostgres 14.9\n") == 14);
}

TEST_CASE("what names no server shows none") {
  CHECK(shown("docker-compose.yml", "services:\n  db:\n    image: postgres\n") == 0);
  CHECK(shown("docker-compose.yml", "a: {image: mysql:8}\nb: {image: postgrest/postgrest:12}\n") == 0);
  CHECK(shown("docker-compose.yml", "# postgres\nservices: [\n") == 0);
  CHECK(shown("notes.yml", "image: postgres:16\n") == 0);
  CHECK(shown("apps/other/docker-compose.yml", "services:\n  db:\n    image: postgres:16\n") == 0);
  CHECK(shown("supabase/config.toml", "[api]\nmajor_version = 17\n[db]\n#major_version = 16\n") == 0);
  CHECK(shown(".tool-versions", "postgresql-client 16\n") == 0);
  CHECK(shown(".do/app.yaml", "databases:\n  - engine: MYSQL\n    version: \"16\"\n") == 0);
  CHECK(shown(".github/workflows/ci.yml",
              "jobs: {t: {services: {db: {image: 'postgres:${{ env.PG }}'}}}}\n") == 0);
  // a tree without an end, and one of 10^9 leaves
  CHECK(shown("compose.yml", "a: &a\n  image: &b [*a, postgres]\n  c: *a\n") == 0);
  std::string bomb = "l0: &l0 [postgres, postgres]\n";
  for (int i = 1; i < 30; ++i)
    bomb += "l" + std::to_string(i) + ": &l" + std::to_string(i) + " [*l" + std::to_string(i - 1) + ", *l" +
            std::to_string(i - 1) + "]\n";
  CHECK(shown("compose.yml", bomb) == 0);
}

TEST_CASE("a Compose file's .env and Dockerfile are read beside it") {
  const TemporaryProject project;
  project.write(migration, "SELECT 1;");
  project.write(".git/HEAD", "");
  project.write("docker-compose.yml", "services:\n  db:\n    image: postgres:${PG:-13}\n");
  project.write(".env", "PGX=12\nPG=\"17\"\n");
  CHECK(server()->major == 17);
  project.write("docker-compose.yml",
                "services:\n  db:\n    build:\n      context: ./db\n      dockerfile: pg.Dockerfile\n    "
                "environment: {POSTGRES_DB: x}\n");
  project.write("db/pg.Dockerfile", "ARG X\nFROM --platform=linux/amd64 postgres:16 AS base\nRUN true\n");
  CHECK(server()->major == 16);
  CHECK(server()->shown_by == "docker-compose.yml:4: \"postgres:16\"");
}

TEST_CASE("the nearest folder counts, and where production runs before what developers run") {
  const TemporaryProject project;
  project.write(migration, "SELECT 1;");
  project.write(".git/HEAD", "");
  CHECK(!server());
  project.write("docker-compose.yml", "services:\n  db:\n    image: postgres:17\n");
  CHECK(server()->major == 17);
  CHECK(server()->shown_by == "docker-compose.yml:3: \"postgres:17\"");
  CHECK(server()->note.empty());
  project.write(".github/workflows/a.yml", "jobs: {t: {services: {db: {image: 'postgres:14'}}}}\n");
  CHECK(server()->major == 14);
  CHECK(server()->note.find("judged for 14, the older one") != std::string::npos);
  project.write("render.yaml", "databases:\n  - postgresMajorVersion: '16'\n");
  CHECK(server()->major == 16);
  CHECK(server()->note.empty());
  project.write("packages/db/compose.yml", "services:\n  db:\n    image: postgres:13\n");
  CHECK(server()->major == 13);
  CHECK(!server({.postgres = 15, .postgres_from = "--postgres"}));
  project.write("packages/db/compose.yml", "services:\n  db:\n    image: postgres:9.6\n");
  CHECK(server()->major == 12);  // the oldest that is known
}
