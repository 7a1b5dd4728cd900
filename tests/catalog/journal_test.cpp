#include <doctest/doctest.h>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

TEST_SUITE("catalog/journal") {
  TEST_CASE("a rollback takes back settings, schemas, extensions and publications one by one") {
    const Catalog catalog = replayed({R"(
      CREATE TABLE t (a int);
      CREATE SCHEMA kept; CREATE EXTENSION citext; CREATE PUBLICATION pub FOR TABLE t;
      SET lock_timeout = '1s';
      BEGIN;
      SET lock_timeout = '9s'; SET statement_timeout = '9s'; SET lock_timeout = '8s'; RESET lock_timeout;
      CREATE SCHEMA made; DROP SCHEMA kept; CREATE SCHEMA kept;
      DROP EXTENSION citext; CREATE EXTENSION hstore;
      DROP PUBLICATION pub; CREATE PUBLICATION other FOR TABLE t; CREATE PUBLICATION pub;
      ROLLBACK;
    )"});
    CHECK(catalog.settings == std::map<std::string, std::string>{{"lock_timeout", "1s"}});
    CHECK(catalog.schemas == std::set<std::string, std::less<>>{"kept", "public"});
    CHECK(catalog.extensions == std::map<std::string, std::string>{{"citext", "public"}});
    REQUIRE(catalog.publications.size() == 1);
    CHECK(catalog.publications.at("pub").tables.size() == 1);
  }

  TEST_CASE("what is remembered of many statements grows with their number, not its square") {
    std::string sql = "BEGIN;";
    for (int i = 0; i < 300; ++i) sql += "SET x.s" + std::to_string(i) + " = 'a';";
    const Catalog catalog = replayed({sql});
    CHECK(catalog.settings.size() == 300);
    CHECK(catalog.journal.undo.size() <= 301);
  }
}
