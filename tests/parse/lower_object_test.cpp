// Indexes, types, views, functions and what else is created, altered and dropped by name.

#include <doctest/doctest.h>

#include "support/describe.hpp"

namespace miglint::test {

TEST_SUITE("lowering objects") {
  TEST_CASE("an index: what it is on, how it is built, which rows it holds") {
    CHECK(lower(
              R"(CREATE UNIQUE INDEX CONCURRENTLY i ON t
               USING btree (a DESC NULLS LAST, lower(b) text_pattern_ops) INCLUDE (c) WHERE d IS NULL;)") ==
          "create-index i on t btree (a desc nulls last, lower(b) text_pattern_ops) unique concurrently "
          "include (c) where is-null(d)");
    CHECK(lower("DROP INDEX CONCURRENTLY IF EXISTS i;") == "drop-index i concurrently if exists");
  }

  TEST_CASE("an exclusion constraint's elements end before WITH") {
    const Migration migration =
        lowered("ALTER TABLE t ADD EXCLUDE USING gist (tsrange(a, b) WITH &&, room WITH =);");
    CHECK(describe(migration) == "add-exclude t gist(room)(&&, =)");
    const auto* exclude = std::get_if<AddExclude>(&migration.statements.at(0).changes.at(0).change);
    REQUIRE(exclude != nullptr);
    REQUIRE(exclude->elements.size() == 2);
    CHECK(exclude->elements[0].expression->text == "tsrange(a, b)");
  }

  TEST_CASE("enums") {
    CHECK(lower("CREATE TYPE mood AS ENUM ('sad', 'it''s ok');") == "create-enum mood (sad, it's ok)");
    CHECK(lower("ALTER TYPE mood ADD VALUE IF NOT EXISTS 'great' AFTER 'ok';") ==
          "add-enum-value mood great after ok");
    CHECK(lower("ALTER TYPE mood RENAME VALUE 'sad' TO 'blue';") == "rename-enum-value mood sad to blue");
  }

  TEST_CASE("a view says what it reads and gives") {
    CHECK(lower("CREATE VIEW v AS SELECT u.id, count(*) AS n FROM users u JOIN app.posts p ON p.author = "
                "u.id GROUP BY u.id;") == "create-view v reads (users, app.posts) gives (id, n)");
    CHECK(lower("CREATE MATERIALIZED VIEW v AS SELECT 1;") ==
          "create-view v reads () gives (?column?) materialized");
  }

  TEST_CASE("functions: ALTER FUNCTION changes what an index may use it for") {
    CHECK(lower("ALTER FUNCTION f(int) IMMUTABLE;") == "alter-function");
    CHECK(lower("ALTER FUNCTION f(int) COST 5;") == "alter-function");
    const Migration migration = lowered("ALTER FUNCTION app.f(int) STABLE;");
    const auto* alter = std::get_if<AlterFunction>(&migration.statements.at(0).changes.at(0).change);
    REQUIRE(alter != nullptr);
    CHECK(alter->function == FunctionName{"app", "f"});
    CHECK(alter->volatility == Volatility::stable);
  }

  TEST_CASE("what nobody models says so") { CHECK(lower("LISTEN changes;") == "no-effect LISTEN"); }

  TEST_CASE("a sequence's numbers, as they stand in the text") {
    const Migration migration =
        lowered("CREATE SEQUENCE s INCREMENT BY -2 MINVALUE -9 NO MAXVALUE START WITH 0 CACHE 5;");
    const auto* sequence = std::get_if<CreateSequence>(&migration.statements.at(0).changes.at(0).change);
    REQUIRE(sequence != nullptr);
    CHECK(sequence->options.increment == -2);
    CHECK(sequence->options.minimum == -9);
    CHECK(sequence->options.no_maximum);
    CHECK(sequence->options.start == 0);
    CHECK(sequence->options.cache == 5);
  }

  TEST_CASE("a grant is one change a name") {
    const Migration migration = lowered("GRANT SELECT (a), UPDATE ON t, app.u TO r;");
    REQUIRE(migration.statements.at(0).changes.size() == 2);
    const auto* grant = std::get_if<Grant>(&migration.statements.at(0).changes.at(1).change);
    REQUIRE(grant != nullptr);
    CHECK(grant->name == RelationName{"app", "u"});
    CHECK(grant->privileges == std::vector<std::string>{"update"});
    CHECK(grant->column_privileges == std::vector<std::string>{"select"});
    CHECK(grant->columns == std::vector<std::string>{"a"});
  }

  TEST_CASE("a comment says what it is on, and of which table or domain") {
    const Migration migration = lowered(
        "COMMENT ON COLUMN app.t.c IS 'x'; COMMENT ON CONSTRAINT k ON DOMAIN d IS 'x'; COMMENT ON FUNCTION "
        "f(int) IS 'x';");
    const auto at = [&](std::size_t index) {
      return std::get<CommentOn>(migration.statements.at(index).changes.at(0).change);
    };
    CHECK(at(0).on == RelationName{"app", "t"});
    CHECK(at(0).name.name == "c");
    CHECK(at(1).on_domain);
    CHECK(at(1).on.name == "d");
    CHECK(at(2).arguments->size() == 1);
  }

  TEST_CASE("sessions: settings and transactions") {
    CHECK(lower("SET LOCAL lock_timeout = '5s';") == "set-variable lock_timeout = 5s local");
    CHECK(lower("SELECT set_config('search_path', '', false);").starts_with("set-variable search_path"));
    const Migration migration = lowered("BEGIN; COMMIT AND CHAIN;");
    const auto* commit = std::get_if<Transaction>(&migration.statements.at(1).changes.at(0).change);
    REQUIRE(commit != nullptr);
    CHECK(commit->chain);
  }
}

}  // namespace miglint::test
