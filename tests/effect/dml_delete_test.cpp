#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

namespace {

std::string failures_of(const std::string& setup, const std::string& sql) {
  return failures(effect_of_sql(setup, sql));
}

std::string pending(const std::string& setup, const std::string& sql) {
  std::string tables;
  for (const RelationName& table : effect_of_sql(setup, sql).pending_checks) tables += table.name + " ";
  return tables;
}

const std::string parent = "CREATE TABLE p (id integer PRIMARY KEY, n integer);";

}  // namespace

TEST_SUITE("effect: DELETE") {
  TEST_CASE("rows that others refer to") {
    const auto with = [&](const std::string& key, const std::string& sql = "DELETE FROM p WHERE id = 1") {
      return failures_of(parent + "CREATE TABLE r (p integer " + key + ");", sql);
    };
    CHECK(with("REFERENCES p") == "23503 r(p)");
    CHECK(with("REFERENCES p", "DELETE FROM p") == "23503 r(p)");
    CHECK(with("REFERENCES p", "DELETE FROM p WHERE n = 1") == "23503 r(p)");
    CHECK(with("REFERENCES p", "DELETE FROM r") == "-");
    CHECK(with("REFERENCES p ON DELETE RESTRICT") == "23503 r(p)");
    CHECK(with("REFERENCES p ON DELETE CASCADE") == "-");
    CHECK(with("REFERENCES p ON DELETE SET NULL") == "-");
    CHECK(with("NOT NULL REFERENCES p ON DELETE SET NULL") == "23502 r(p)");
    CHECK(with("DEFAULT 9 REFERENCES p ON DELETE SET DEFAULT") == "23503 r(p)");
    CHECK(with("REFERENCES p ON DELETE SET DEFAULT") == "-");
    CHECK(with("NOT NULL REFERENCES p ON DELETE SET DEFAULT") == "23502 r(p)");
    CHECK(with("REFERENCES p", "MERGE INTO p USING r ON true WHEN MATCHED THEN DELETE") == "23503 r(p)");
  }

  TEST_CASE("CASCADE reaches further") {
    const std::string chain =
        parent +
        "CREATE TABLE r (id integer PRIMARY KEY, p integer REFERENCES p ON DELETE CASCADE);"
        "CREATE TABLE g (r integer REFERENCES r);";
    CHECK(failures_of(chain, "DELETE FROM p WHERE id = 1") == "23503 g(r)");
    CHECK(locks(effect_of_sql(chain, "DELETE FROM p WHERE id = 1")) == "p RowExclusiveLock");
  }

  TEST_CASE("a table that refers to itself may be emptied") {
    const auto tree = [](const std::string& action) {
      return "CREATE TABLE t (id integer PRIMARY KEY, up integer REFERENCES t" + action + ");";
    };
    CHECK(failures_of(tree(""), "DELETE FROM t") == "-");
    CHECK(failures_of(tree(""), "DELETE FROM t WHERE id = 1") == "23503 t(up)");
    CHECK(failures_of(tree(" ON DELETE RESTRICT"), "DELETE FROM t") == "23503 t(up)");
  }

  TEST_CASE("deferred checks wait on both sides of a key") {
    const std::string deferred =
        parent + "CREATE TABLE r (p integer REFERENCES p DEFERRABLE INITIALLY DEFERRED);";
    CHECK(pending(deferred, "DELETE FROM p") == "p ");
    CHECK(pending(deferred, "UPDATE p SET id = 2") == "p ");
    CHECK(pending(deferred, "UPDATE p SET n = 2").empty());
    CHECK(pending(deferred, "DELETE FROM r").empty());
    CHECK(pending(deferred, "INSERT INTO r VALUES (1)") == "r ");
    CHECK(pending(deferred, "UPDATE r SET p = 2") == "r ");
    const std::string cascade =
        parent + "CREATE TABLE r (p integer REFERENCES p ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED);";
    CHECK(pending(cascade, "DELETE FROM p").empty());
    const std::string immediate = parent + "CREATE TABLE r (p integer REFERENCES p DEFERRABLE);";
    CHECK(pending(immediate, "DELETE FROM p").empty());
  }

  TEST_CASE("the whole's foreign keys hold its partitions' rows") {
    const std::string divided = R"(
      CREATE TABLE o (id integer PRIMARY KEY) PARTITION BY LIST (id);
      CREATE TABLE o1 PARTITION OF o FOR VALUES IN (1);
      CREATE TABLE l (o integer REFERENCES o);
      CREATE TABLE free (id integer) PARTITION BY LIST (id);
      CREATE TABLE free1 PARTITION OF free FOR VALUES IN (1);
      CREATE TABLE rest (id integer NOT NULL);
    )";
    CHECK(failures_of(divided, "ALTER TABLE o DETACH PARTITION o1") == "23503 o1(id)");
    CHECK(failures_of(divided, "ALTER TABLE free DETACH PARTITION free1") == "-");
    CHECK(always(effect_of_sql(divided, "DROP TABLE o1")) == "2BP01");
    CHECK(always(effect_of_sql(divided, "DROP TABLE o1 CASCADE")).empty());
    CHECK(always(effect_of_sql(divided, "DROP TABLE o1, l")).empty());
    CHECK(always(effect_of_sql(divided, "DROP TABLE free1")).empty());
    CHECK(always(effect_of_sql(divided, "TRUNCATE o1")) == "0A000");
    CHECK(always(effect_of_sql(divided, "TRUNCATE o1, l")).empty());
    CHECK(failures_of(divided, "ALTER TABLE free ATTACH PARTITION rest DEFAULT") == "23514 rest(id)");
    CHECK(failures_of("CREATE TABLE w (i integer) PARTITION BY LIST (i); CREATE TABLE rest (i integer);",
                      "ALTER TABLE w ATTACH PARTITION rest DEFAULT") == "-");
  }

  TEST_CASE("a materialized view's unique index, a new column's domain") {
    CHECK(failures_of("CREATE TABLE b (id integer); CREATE MATERIALIZED VIEW m AS SELECT id FROM b; "
                      "CREATE UNIQUE INDEX ON m (id); CREATE INDEX ON m (id);",
                      "REFRESH MATERIALIZED VIEW m") == "23505 m(id)");
    CHECK(failures_of(
              "CREATE TABLE b (id integer PRIMARY KEY); CREATE MATERIALIZED VIEW m AS SELECT id FROM b; "
              "CREATE UNIQUE INDEX ON m (id);",
              "REFRESH MATERIALIZED VIEW m") == "-");
    const std::string domain =
        "CREATE DOMAIN pos AS integer DEFAULT -1 CHECK (VALUE > 0); CREATE TABLE t (a integer);";
    CHECK(failures_of(domain, "ALTER TABLE t ADD COLUMN p pos") == "23514 t(p)*");
    CHECK(failures_of(domain, "ALTER TABLE t ADD COLUMN p pos DEFAULT 2") == "-");
    CHECK(failures_of(domain, "ALTER TABLE t ADD COLUMN p pos DEFAULT 0") == "23514 t(p)*");
  }
}
