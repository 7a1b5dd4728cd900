#include <doctest/doctest.h>
#include <string>
#include <vector>

#include "support/judge.hpp"

namespace miglint {

namespace {

constexpr std::string_view shop = R"(
  CREATE TABLE b (id int PRIMARY KEY);
  CREATE TABLE "user" (id int PRIMARY KEY, b_id int REFERENCES b (id));
  CREATE FUNCTION wipe() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE b; END $$;
  CREATE FUNCTION twice(i int) RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN i * 2; END $$;
)";

/// `3: EXECUTE of a text …`, one a line.
std::string not_understood(const Judged& judged) {
  std::string lines;
  for (const NotUnderstood& part : judged.result.migrations.back().not_understood)
    lines += std::to_string(part.line) + ": " + part.what + "\n";
  return lines;
}

bool says(const std::string& sql) {
  const Judged judged = judge(shop, sql);
  return !judged.findings().empty() || !not_understood(judged).empty();
}

}  // namespace

TEST_SUITE("what is not understood") {
  TEST_CASE("the line and the thing") {
    CHECK(not_understood(judge(shop, "SELECT 1;\nDO $$ DECLARE s text; BEGIN\n  EXECUTE s;\nEND $$;")) ==
          "3: EXECUTE of a text that is put together at run time\n");
    CHECK(not_understood(judge(shop, "DO $$ BEGIN\n  x y z;\nEND $$;")) ==
          "2: a statement that PostgreSQL's grammar does not read\n");
    CHECK(not_understood(judge(shop, "\nSELECT wipe();")) ==
          "2: calls public.wipe(), which runs DROP TABLE\n");
    CHECK(not_understood(judge(shop, "DROP OWNED BY CURRENT_USER CASCADE;")) ==
          "1: what DROP OWNED does is not known to miglint\n");
  }

  TEST_CASE("hidden SQL is found or said") {
    for (const char* sql : {
             "DO $a$ BEGIN DO $b$ BEGIN DROP TABLE b; END $b$; END $a$;",
             "DO $a$ BEGIN EXECUTE $e$ DO $b$ BEGIN DROP TABLE b; END $b$; $e$; END $a$;",
             "DO $a$ BEGIN EXECUTE 'DROP TABLE b'; END $a$;",
             "PREPARE p AS DELETE FROM b; EXECUTE p;",
             "DO $$ DECLARE r record; BEGIN FOR r IN SELECT 1 LOOP EXECUTE 'DROP TABLE ' || r; END LOOP; END "
             "$$;",
             "DO $$ DECLARE r record; s text; BEGIN FOR r IN EXECUTE s LOOP NULL; END LOOP; END $$;",
             "DO $$ DECLARE s text := 'a'; BEGIN RETURN QUERY EXECUTE s; END $$;",
             "DO $$ DECLARE i text; BEGIN i := wipe(); END $$;",
             "DO $$ BEGIN IF wipe() IS NULL THEN NULL; END IF; END $$;",
             "SELECT wipe();",
             "SELECT unheard_of();",
             "CALL unheard_of();",
             "INSERT INTO b SELECT 1 FROM wipe();",
             "DROP DATABASE x;",
             "DROP EXTENSION pgcrypto CASCADE;",
             "DROP LANGUAGE plv8 CASCADE;",
             "COPY b FROM PROGRAM 'x';",
             "ALTER SYSTEM SET work_mem = '1MB';",
             "DELETE FROM b WHERE true;",
             "DELETE FROM b WHERE 1 = 1;",
             "DELETE FROM b WHERE id = 1 OR 'a' = 'a';",
             "DELETE FROM b USING \"user\";",
             "UPDATE \"user\" SET b_id = 1 WHERE true;",
             "MERGE INTO b USING \"user\" u ON u.id = b.id WHEN MATCHED THEN DELETE;",
             "DO LANGUAGE plpython3u $$ plpy.execute('DROP TABLE b') $$;",
         }) {
      CAPTURE(sql);
      CHECK(says(sql));
    }
  }

  TEST_CASE("what is understood is not dressed up as hidden") {
    for (const char* sql : {
             "SELECT twice(2), now(), setval('s', 1), gen_random_uuid();",
             "DO $$ BEGIN PERFORM twice(2); END $$;",
             "DO $$ BEGIN IF (SELECT 1) IN (1, 2) THEN INSERT INTO b VALUES (1); END IF; END $$;",
             "CREATE FUNCTION later() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE b; END $$;",
             "DELETE FROM b WHERE id = 1;",
             "DROP SERVER IF EXISTS elsewhere CASCADE;",
         }) {
      CAPTURE(sql);
      CHECK(not_understood(judge(shop, sql)).empty());
    }
  }
}

}  // namespace miglint
