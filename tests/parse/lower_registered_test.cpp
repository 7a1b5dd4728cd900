#include <doctest/doctest.h>

#include "parse/parser.hpp"
#include "support/describe.hpp"

using namespace miglint;
using namespace miglint::test;

TEST_SUITE("parse/lower: objects that no table is made of") {
  TEST_CASE("what they are found by") {
    CHECK(lower("DROP USER MAPPING IF EXISTS FOR anna SERVER s;").find("drop-object") == 0);
    CHECK(lower("CREATE SERVER IF NOT EXISTS s FOREIGN DATA WRAPPER w;") ==
          "create-object s if not exists (w)");
    CHECK(lower("CREATE USER MAPPING FOR PUBLIC SERVER s;") == "create-object public on s (s)");
    CHECK(lower("CREATE OPERATOR FAMILY a.o USING btree;") == "create-object a.o on btree (btree)");
    CHECK(lower("ALTER OPERATOR FAMILY o USING hash ADD OPERATOR 1 = (int, int);") ==
          "alter-object (hash, o on hash)");
    CHECK(lower("CREATE CAST (text AS mood) WITH INOUT AS IMPLICIT;") == "create-object  (text, mood) ()");
    CHECK(lower("CREATE TEXT SEARCH CONFIGURATION c (COPY = pg_catalog.english);") ==
          "create-object c (pg_catalog.english)");
    CHECK(lower("ALTER TEXT SEARCH CONFIGURATION c ADD MAPPING FOR word WITH a, b;") ==
          "alter-object (c, a, b)");
    CHECK(lower("GRANT boss TO anna;") == "alter-object (anna, boss)");
    CHECK(lower("CREATE OPERATOR ## (leftarg = int, rightarg = text, function = f, commutator = @#);") ==
          "create-object ## (int4, text) () shells (@# (text, int4))");
  }
}
