#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

namespace {

const std::string views = R"(
  CREATE TABLE b (id integer PRIMARY KEY, n text, k integer NOT NULL);
  CREATE VIEW plain AS SELECT id, n, k FROM b WHERE k > 0;
  CREATE VIEW starred AS SELECT * FROM b;
  CREATE VIEW renamed (a, z) AS SELECT id, k FROM b;
  CREATE VIEW different AS SELECT DISTINCT n FROM b;
  CREATE VIEW grouped AS SELECT n, count(*) AS c FROM b GROUP BY n;
  CREATE VIEW having_one AS SELECT 1 AS one FROM b HAVING true;
  CREATE VIEW counted AS SELECT count(*) AS n FROM b;
  CREATE VIEW limited AS SELECT * FROM b LIMIT 1;
  CREATE VIEW later AS SELECT * FROM b OFFSET 1;
  CREATE VIEW joined AS SELECT b.id, c.n FROM b JOIN b c ON c.id = b.id;
  CREATE VIEW crossed AS SELECT b.id FROM b, b c;
  CREATE VIEW computed AS SELECT id, upper(n) AS un, k FROM b;
  CREATE VIEW above AS SELECT * FROM different;
  CREATE VIEW united AS SELECT id FROM b UNION SELECT 1;
  CREATE VIEW with_query AS WITH x AS (SELECT * FROM b) SELECT * FROM x;
  CREATE VIEW constant AS SELECT 1 AS one;
  CREATE VIEW numbered AS SELECT id, row_number() OVER () AS rn FROM b;
  CREATE VIEW guarded AS SELECT id, n, k FROM b WHERE k > 0 WITH CHECK OPTION;
  CREATE MATERIALIZED VIEW kept AS SELECT * FROM b;
  CREATE SEQUENCE tickets;
)";

std::string always_of(const std::string& sql, const std::string& more = {}) {
  CAPTURE(sql);
  return always(effect_of_sql(views + more, sql));
}

}  // namespace

TEST_SUITE("effect: rows written to views") {
  TEST_CASE("only a view whose rows are a table's") {
    for (const char* view : {"different", "grouped", "having_one", "counted", "limited", "later", "joined",
                             "crossed", "above", "united", "with_query", "constant", "numbered"}) {
      CAPTURE(view);
      CHECK(always_of(std::string("DELETE FROM ") + view) == "55000");
    }
    CHECK(always_of("UPDATE different SET n = 'x'") == "55000");
    CHECK(always_of("INSERT INTO united VALUES (3)") == "55000");
    for (const char* view : {"plain", "starred", "renamed", "computed", "guarded"}) {
      CAPTURE(view);
      CHECK(always_of(std::string("DELETE FROM ") + view).empty());
    }
    CHECK(always_of("DELETE FROM kept") == "42809");
    CHECK(always_of("INSERT INTO tickets VALUES (1)") == "42809");
  }

  TEST_CASE("triggers and rules take what is written") {
    const std::string function =
        "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';";
    CHECK(always_of(
              "DELETE FROM counted",
              function + "CREATE TRIGGER t INSTEAD OF DELETE ON counted FOR EACH ROW EXECUTE FUNCTION f();")
              .empty());
    CHECK(
        always_of("INSERT INTO united VALUES (1)", "CREATE RULE r AS ON INSERT TO united DO INSTEAD NOTHING;")
            .empty());
    CHECK(always_of("DELETE FROM counted",
                    function +
                        "CREATE TRIGGER t INSTEAD OF DELETE ON counted FOR EACH ROW EXECUTE FUNCTION f();"
                        "CREATE OR REPLACE VIEW counted AS SELECT count(*) AS n FROM b;")
              .empty());
    CHECK(always_of(
              "DELETE FROM above",
              function + "CREATE TRIGGER t INSTEAD OF DELETE ON different FOR EACH ROW EXECUTE FUNCTION f();")
              .empty());
    CHECK(
        always_of("INSERT INTO plain(n) VALUES ('x')",
                  function + "CREATE TRIGGER t INSTEAD OF INSERT ON plain FOR EACH ROW EXECUTE FUNCTION f();")
            .empty());
  }

  TEST_CASE("a column that is computed can't be written") {
    CHECK(always_of("INSERT INTO computed(id, k) VALUES (3, 1)").empty());
    CHECK(always_of("INSERT INTO computed(id, un) VALUES (3, 'X')") == "0A000");
    CHECK(always_of("UPDATE computed SET un = 'X'") == "0A000");
    CHECK(always_of("UPDATE computed SET k = 1").empty());
  }

  TEST_CASE("the table below refuses what it refuses") {
    CHECK(always_of("INSERT INTO plain(n) VALUES ('x')") == "23502");
    CHECK(always_of("INSERT INTO starred VALUES (1, 'x')") == "23502");
    CHECK(always_of("INSERT INTO starred VALUES (1, 'x', 1)").empty());
    CHECK(always_of("INSERT INTO renamed(z) VALUES ('x')") == "22P02");
    CHECK(always_of("INSERT INTO plain(n) VALUES ('x')", "ALTER VIEW plain ALTER COLUMN id SET DEFAULT 5;")
              .empty());
    CHECK(always_of("INSERT INTO plain VALUES (1, 'x', 1), (2)") == "42601");
    CHECK(failures(effect_of_sql(views, "INSERT INTO starred VALUES (1, 'x', 1)")) == "23505 b(id)");
  }

  TEST_CASE("WITH CHECK OPTION") {
    CHECK(always_of("INSERT INTO guarded VALUES (3, 'c', 0)") == "44000");
    CHECK(always_of("INSERT INTO guarded VALUES (3, 'c', 1)").empty());
    CHECK(always_of("INSERT INTO guarded VALUES (3, 'c', abs(0))").empty());
    CHECK(always_of("INSERT INTO plain VALUES (3, 'c', 0)").empty());
    CHECK(failures(effect_of_sql(views, "INSERT INTO guarded SELECT 3, 'c', 0")) ==
          "23505 b(id), 44000 b(k)*");
    CHECK(failures(effect_of_sql(views, "UPDATE guarded SET k = 0")) == "44000 b(k)*");
    CHECK(failures(effect_of_sql(views, "UPDATE guarded SET k = 1")) == "-");
    CHECK(failures(effect_of_sql(views, "UPDATE plain SET k = 0")) == "-");
  }
}
