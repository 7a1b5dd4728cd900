#include "parse/novelties.hpp"

#include <doctest/doctest.h>
#include <sstream>
#include <string>

#include "miglint/tokens.hpp"
#include "parse/parser.hpp"
#include "support/golden.hpp"

namespace miglint {
namespace {

struct Version {
  int since = 0, until = 0;
};
constexpr int unread = -1;

/// What the one statement tells, whichever grammar has read it, or has not.
Version version_of(const std::string& sql) {
  const Migration migration = parse({.path = "migration.sql", .name = "m", .text = sql});
  Version version;
  for (const ParseIssue& issue : migration.issues) {
    if (issue.kind == ParseIssue::Kind::newer_grammar)
      version = {.since = issue.postgres, .until = issue.until};
    if (issue.kind == ParseIssue::Kind::syntax_error) version = {.since = unread, .until = 0};
  }
  for (const Statement& statement : migration.statements)
    if (statement.novelty && statement.novelty->since >= version.since)
      version = {.since = statement.novelty->since, .until = statement.novelty->until};
  return version;
}

}  // namespace

// Each line is a form that a server of the version runs and one of the version before refuses, as they said.
TEST_CASE("each form is told with the version that brought it") {
  std::istringstream lines(read_text(MIGLINT_SOURCE_DIR "/tests/parse/novelties.txt"));
  int count = 0;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const int since = std::stoi(line.substr(0, 2));
    const std::string sql = line.substr(3);
    CAPTURE(sql);
    const int told = version_of(sql).since;
    // an older grammar may not read it at all, or as the call of a function
    const bool is_refused_otherwise = since > grammar_major() && (told == unread || told == 0);
    CHECK((told == since || is_refused_otherwise));
    ++count;
  }
  CHECK(count > 150);
}

TEST_CASE("what every version runs is of none") {
  for (const char* sql : {"SELECT 1 FROM (SELECT 1) q",
                          "CREATE TABLE t (a int CHECK (a > 0), b int NOT NULL, c int REFERENCES t (a))",
                          "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED)",
                          "SELECT x'1F', b'101', 1000, 1.5e10",
                          "SELECT a1_000, t_0x1 FROM t",
                          "SELECT '1_000', '0x1F'",
                          "MERGE INTO t USING s ON t.a = s.a WHEN NOT MATCHED "
                          "THEN DO NOTHING",
                          "UPDATE t SET a = 1 RETURNING a",
                          "ALTER TABLE t ALTER a SET STORAGE EXTENDED",
                          "ALTER TABLE t ALTER a SET STATISTICS 0",
                          "ALTER TABLE t ADD CHECK (a > 0) NOT VALID",
                          "ALTER TABLE t ALTER CONSTRAINT k DEFERRABLE",
                          "REINDEX TABLE t",
                          "VACUUM (VERBOSE) t",
                          "ANALYZE t (a)",
                          "GRANT a TO b WITH ADMIN OPTION",
                          "CREATE STATISTICS s ON a, b FROM t",
                          "SET lock_timeout = '1s'",
                          "SELECT now() AT TIME ZONE 'UTC'",
                          "COPY t FROM stdin (FORMAT csv)",
                          "SELECT a enforced FROM t"}) {
    CAPTURE(sql);
    const Version version = version_of(sql);
    CHECK(version.since == 0);
    CHECK(version.until == 0);
  }
}

TEST_CASE("what went is told with the last version that has it") {
  CHECK(version_of("SET force_parallel_mode = off").until == 15);
  CHECK(version_of("ALTER SYSTEM SET old_snapshot_threshold = '1min'").until == 16);
  CHECK(version_of("CREATE EXTENSION adminpack").until == 16);
  CHECK(version_of("SHOW lc_collate").until == 15);
}

TEST_CASE("a word that a version has taken is a name before") {
  for (const char* sql : {"CREATE TABLE t (id int, format json)", "CREATE TABLE t (system_user text)"}) {
    CAPTURE(sql);
    CHECK(version_of(sql).until == (grammar_major() < 16 ? 0 : 15));
  }
  for (const char* sql : {"CREATE TABLE t (a json_value)",
                          "CREATE FUNCTION json_query(a text) RETURNS text LANGUAGE "
                          "sql AS 'SELECT 1'"}) {
    CAPTURE(sql);
    CHECK(version_of(sql).until == (grammar_major() < 17 ? 0 : 16));
  }
}

TEST_CASE("the newest of several counts") {
  CHECK(version_of("SELECT * FROM (SELECT any_json IS JSON FROM t)").since == 16);
  CHECK(version_of("MERGE INTO t USING (SELECT 1) q ON true WHEN NOT MATCHED BY SOURCE THEN DELETE").since ==
        17);
}

TEST_CASE("a body is read when it is made") {
  CHECK(version_of("DO $$ BEGIN IF false THEN PERFORM 1 FROM (SELECT 1); END IF; END $$").since == 16);
  CHECK(version_of(
            "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DELETE FROM t USING (SELECT 1); "
            "END $$")
            .since == 16);
  CHECK(version_of("CREATE FUNCTION f() RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) FROM (SELECT 1) $$")
            .since == 16);
  // a text that is run later is not
  CHECK(
      version_of(
          "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN EXECUTE 'SELECT 1 FROM (SELECT 1)'; "
          "END $$")
          .since == 0);
}

}  // namespace miglint
