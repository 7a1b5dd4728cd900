// DO $$ … $$: the static statements inside, each with how surely it runs.

#include <doctest/doctest.h>

#include "support/describe.hpp"

namespace miglint::test {

namespace {

std::vector<int> handled_blocks(std::string_view sql) {
  const Migration migration = lowered(sql);
  std::vector<int> blocks;
  for (const DoBlock::Step& step : std::get<DoBlock>(migration.statements.at(0).changes.at(0).change).steps)
    blocks.push_back(step.handled_block);
  return blocks;
}

}  // namespace

TEST_SUITE("lowering DO blocks") {
  TEST_CASE("statements, and the condition of the IF around them") {
    CHECK(
        lower(
            "DO $$ BEGIN ALTER TABLE t ADD a int; IF EXISTS (SELECT 1) THEN DROP TABLE u; END IF; END $$;") ==
        "do-block \n"
        "  always: add-column t.a int4\n"
        "  conditional if exists(): drop-table u");
  }

  TEST_CASE("a handler tolerates errors, unless it raises again") {
    CHECK(
        lower(
            "DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN duplicate_object THEN NULL; END $$;") ==
        "do-block \n  tolerated catches (duplicate_object): create-enum m (a)");
    CHECK(lower("DO $$ BEGIN CREATE TYPE m AS ENUM ('a'); EXCEPTION WHEN others THEN RAISE; END $$;") ==
          "do-block \n  always: create-enum m (a)");
  }

  TEST_CASE("which block's handler undoes a statement") {
    CHECK(handled_blocks("DO $$ BEGIN CREATE TABLE a (i int); BEGIN CREATE TABLE b (i int); EXCEPTION WHEN "
                         "others THEN NULL; END; END $$;") == std::vector<int>{-1, 0});
    CHECK(handled_blocks("DO $$ BEGIN BEGIN CREATE TABLE b (i int); EXCEPTION WHEN others THEN NULL; END; "
                         "CREATE TABLE a (i int); "
                         "EXCEPTION WHEN others THEN NULL; END $$;") == std::vector<int>{0, 1});
  }

  TEST_CASE("EXECUTE of a constant is static, of anything else dynamic") {
    CHECK(lower("DO $$ BEGIN EXECUTE 'DROP TABLE t'; END $$;") == "do-block \n  always: drop-table t");
    CHECK(lower("DO $$ BEGIN EXECUTE format('DROP TABLE %I', 'My Table'); END $$;") ==
          "do-block \n  always: drop-table My Table");
    CHECK(lower("DO $$ DECLARE n text; BEGIN EXECUTE 'DROP TABLE ' || n; END $$;") == "do-block dynamic");
  }
}

}  // namespace miglint::test
