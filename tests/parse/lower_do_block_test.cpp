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
    CHECK(lower("DO $$ DECLARE n text; BEGIN EXECUTE 'DROP TABLE ' || n; END $$;") ==
          "do-block dynamic\n  always: unmodelled EXECUTE");
  }

  TEST_CASE("dynamic SQL that leaves the schema alone is no step") {
    for (const char* text :
         {"format('GRANT SELECT ON %I TO x', n)", "format('UPDATE %1$I SET a = %L', n, 'x')",
          "'INSERT INTO ' || quote_ident(n) || ' VALUES (1)'"})
      CHECK(lower(std::string("DO $$ DECLARE n text; BEGIN EXECUTE ") + text + "; END $$;") == "do-block");
    for (const char* text : {"format('GRANT %s', n)", "'UPDATE ' || n", "format('GRANT x; DROP TABLE %I', n)",
                             "format('ALTER TABLE %I ADD x int', n)"})
      CHECK(lower(std::string("DO $$ DECLARE n text; BEGIN EXECUTE ") + text + "; END $$;") ==
            "do-block dynamic\n  always: unmodelled EXECUTE");
  }

  TEST_CASE("a block in a block, and in a constant EXECUTE, is read") {
    CHECK(lower("DO $a$ BEGIN DO $b$ BEGIN DROP TABLE t; END $b$; END $a$;") ==
          "do-block \n  always: do-block \n  always: drop-table t");
    CHECK(lower("DO $a$ BEGIN EXECUTE $e$ DO $b$ BEGIN DROP TABLE t; END $b$ $e$; END $a$;") ==
          "do-block \n  always: do-block \n  always: drop-table t");
  }

  TEST_CASE("FOR … IN EXECUTE and RETURN QUERY EXECUTE are EXECUTEs") {
    CHECK(lower("DO $$ DECLARE s text; r record; BEGIN FOR r IN EXECUTE s LOOP NULL; END LOOP; END $$;") ==
          "do-block dynamic\n  always: unmodelled EXECUTE");
    CHECK(lower("DO $$ DECLARE s text; BEGIN RETURN QUERY EXECUTE s; END $$;") ==
          "do-block dynamic\n  always: unmodelled EXECUTE");
  }
}

}  // namespace miglint::test
