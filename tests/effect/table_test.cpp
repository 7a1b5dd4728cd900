#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string library = R"(
  CREATE TABLE authors (id integer PRIMARY KEY);
  CREATE TABLE books (id integer PRIMARY KEY, author_id integer REFERENCES authors (id), title text);
  CREATE TABLE logs (id integer, day date NOT NULL) PARTITION BY RANGE (day);
  CREATE TABLE logs_1 PARTITION OF logs FOR VALUES FROM ('2024-01-01') TO ('2024-02-01');
)";

TEST_SUITE("effect: tables") {
  TEST_CASE("a drop is refused while others point at the table, and locks those it pointed at") {
    CHECK(always(effect_of_sql(library, "DROP TABLE authors")) == "2BP01");
    CHECK(locks(effect_of_sql(library, "DROP TABLE books")) ==
          "books AccessExclusiveLock, authors AccessExclusiveLock");
    CHECK(always(effect_of_sql(library, "DROP TABLE authors, books")).empty());
    CHECK(locks(effect_of_sql(library, "DROP TABLE authors CASCADE")) ==
          "authors AccessExclusiveLock, books AccessExclusiveLock");
    CHECK(always(effect_of_sql(library, "DROP TABLE nothing")) == "42P01");
    CHECK(always(effect_of_sql(library, "DROP TABLE IF EXISTS nothing")).empty());
  }

  TEST_CASE("a type stays while a default was made with it, whatever the column's type is by now") {
    const std::string moods =
        "CREATE TYPE mood AS ENUM ('ok'); CREATE TABLE t (m mood DEFAULT 'ok'); ALTER TABLE t ALTER m TYPE "
        "text;";
    CHECK(always(effect_of_sql(moods, "DROP TYPE mood")) == "2BP01");
    CHECK(always(effect_of_sql(moods + "ALTER TABLE t ALTER m DROP DEFAULT;", "DROP TYPE mood")).empty());
  }

  TEST_CASE("a view keeps its columns' types, and the key it groups by") {
    const std::string views = library +
                              "CREATE VIEW v AS SELECT id, author_id FROM books; CREATE VIEW g AS SELECT id, "
                              "title, count(*) FROM books GROUP BY id;";
    CHECK(always(effect_of_sql(
              views, "CREATE OR REPLACE VIEW v AS SELECT id, author_id::bigint AS author_id FROM books")) ==
          "42P16");
    CHECK(always(effect_of_sql(views, "CREATE OR REPLACE VIEW v AS SELECT id, author_id, title FROM books"))
              .empty());
    CHECK(always(effect_of_sql(views, "ALTER TABLE books DROP CONSTRAINT books_pkey")) == "2BP01");
    CHECK(always(effect_of_sql(views, "ALTER TABLE books DROP CONSTRAINT books_pkey CASCADE")).empty());
    CHECK(always(effect_of_sql(library, "ALTER TABLE books DROP CONSTRAINT books_pkey")).empty());
  }

  TEST_CASE("a table has at most 1,600 columns") {
    std::string columns = "c0 int";
    for (int i = 1; i < 1600; ++i) columns += ", c" + std::to_string(i) + " int";
    CHECK(always(effect_of_sql("", "CREATE TABLE wide (" + columns + ")")).empty());
    CHECK(always(effect_of_sql("", "CREATE TABLE wide (" + columns + ", more int)")) == "54011");
    CHECK(always(effect_of_sql("CREATE TABLE wide (" + columns + ");", "ALTER TABLE wide ADD more int")) ==
          "54011");
  }

  TEST_CASE("truncate takes rows, and others' with CASCADE") {
    CHECK(always(effect_of_sql(library, "TRUNCATE authors")) == "0A000");
    CHECK(effect_of_sql(library, "TRUNCATE authors CASCADE").losses.size() == 2);
  }

  TEST_CASE("partitions follow their parent, and hold its rows") {
    const Effect effect = effect_of_sql(library, "ALTER TABLE logs ALTER COLUMN id SET NOT NULL");
    CHECK(locks(effect) == "logs AccessExclusiveLock, logs_1 AccessExclusiveLock");
    CHECK(names(effect.scans) == "logs_1");
    CHECK(failures(effect) == "23502 logs_1(id)");
    CHECK(locks(effect_of_sql(library, "DROP TABLE logs_1")) ==
          "logs_1 AccessExclusiveLock, logs AccessExclusiveLock");
  }

  TEST_CASE("an attached partition is read unless its own check says the same") {
    const std::string attach =
        "ALTER TABLE logs ATTACH PARTITION l FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')";
    const std::string plain = library + "CREATE TABLE l (id integer, day date NOT NULL);";
    CHECK(names(effect_of_sql(plain, attach).scans) == "l");
    const std::string checked =
        plain + "ALTER TABLE l ADD CHECK (day >= '2024-02-01' AND day < '2024-03-01');";
    CHECK(names(effect_of_sql(checked, attach).scans) == "-");
    CHECK(failures(effect_of_sql(checked, attach)) == "-");
  }

  TEST_CASE(
      "a new partition's rows are looked for in its parent's default partition, whatever that is made of, "
      "and in no other's") {
    const std::string february =
        "CREATE TABLE logs_2 PARTITION OF logs FOR VALUES FROM ('2024-02-01') TO ('2024-03-01')";
    const std::string nested = library +
                               "CREATE TABLE logs_0 PARTITION OF logs FOR VALUES FROM ('2023-01-01') TO "
                               "('2024-01-01') PARTITION BY LIST (id);"
                               "CREATE TABLE logs_0_rest PARTITION OF logs_0 DEFAULT;";
    CHECK(locks(effect_of_sql(nested, february)) == "logs AccessExclusiveLock");
    const std::string rest = nested +
                             "CREATE TABLE rest PARTITION OF logs DEFAULT PARTITION BY LIST (id); CREATE "
                             "TABLE r1 PARTITION OF rest DEFAULT;";
    CHECK(locks(effect_of_sql(rest, february)) ==
          "logs AccessExclusiveLock, rest AccessExclusiveLock, r1 AccessExclusiveLock");
    CHECK(names(effect_of_sql(rest, february).scans) == "r1");
    CHECK(failures(effect_of_sql(rest, february)) == "23514 rest(day)");
    CHECK(locks(effect_of_sql(rest + "ALTER TABLE logs RENAME TO l; ALTER TABLE rest RENAME TO others;",
                              "ALTER TABLE l DETACH PARTITION logs_1")) ==
          "l AccessExclusiveLock, logs_1 AccessExclusiveLock, others AccessExclusiveLock");
  }

  TEST_CASE(
      "a range is compared with its neighbours as its column's type sorts, and where that is not known "
      "nothing is said") {
    const auto after = [](const std::string& key, const std::string& first, const std::string& second) {
      const std::string parent = "CREATE TABLE p (" + key +
                                 ") PARTITION BY RANGE (k); CREATE TABLE a PARTITION OF p FOR VALUES " +
                                 first + ";";
      return always(effect_of_sql(parent, "CREATE TABLE b PARTITION OF p FOR VALUES " + second));
    };
    CHECK(after("k int", "FROM (1) TO (10)", "FROM (9) TO (11)") == "42P17");
    CHECK(after("k int", "FROM (1) TO (10)", "FROM (10) TO (11)").empty());
    CHECK(after("k int", "FROM (-5) TO ('7')", "FROM (-6) TO (-4)") == "42P17");
    CHECK(after("k int", "FROM (MINVALUE) TO (0)", "FROM (-1) TO (MAXVALUE)") == "42P17");
    CHECK(after("k int", "FROM (MINVALUE) TO (0)", "FROM (0) TO (MAXVALUE)").empty());
    // as numbers they would be apart, as texts nobody knows
    CHECK(after("k text", "FROM ('9') TO ('91')", "FROM ('10') TO ('11')").empty());
    CHECK(after("k text", "FROM ('1') TO ('2')", "FROM ('2') TO ('2')") == "42P17");
    CHECK(after("k timestamp", "FROM ('2024-01-01') TO ('2024-02-01')",
                "FROM ('2024-01-31 23:59') TO ('2024-03-01')") == "42P17");
    CHECK(after("k timestamp", "FROM ('2024-01-01') TO ('2024-02-01')",
                "FROM ('2024-02-01 00:00:00.0') TO ('2024-03-01')")
              .empty());
    CHECK(after("k timestamptz", "FROM ('2024-01-01') TO ('2024-02-01')",
                "FROM ('2024-01-31 23:00Z') TO ('2024-03-01')")
              .empty());
    CHECK(after("k timestamptz", "FROM ('2024-01-01Z') TO ('2024-02-01 00:00+00')",
                "FROM ('2024-01-31 23:00Z') TO ('2024-03-01 00:00 UTC')") == "42P17");
  }

  TEST_CASE("a partition that went, or was taken back, is in nobody's way") {
    const std::string january =
        "CREATE TABLE b PARTITION OF logs FOR VALUES FROM ('2024-01-10') TO ('2024-01-20')";
    CHECK(always(effect_of_sql(library, january)) == "42P17");
    CHECK(always(effect_of_sql(library + "DROP TABLE logs_1;", january)).empty());
    CHECK(always(effect_of_sql(library + "ALTER TABLE logs DETACH PARTITION logs_1;", january)).empty());
    CHECK(always(effect_of_sql(library + "BEGIN; DROP TABLE logs_1; ROLLBACK;", january)) == "42P17");
    CHECK(always(effect_of_sql(library + "ALTER TABLE logs_1 RENAME TO first;", january)) == "42P17");
  }

  TEST_CASE("a view keeps its columns when it is replaced") {
    const std::string view = library + "CREATE VIEW titles AS SELECT id, title FROM books;";
    CHECK(
        always(effect_of_sql(view, "CREATE OR REPLACE VIEW titles AS SELECT id, title, author_id FROM books"))
            .empty());
    CHECK(always(effect_of_sql(view, "CREATE OR REPLACE VIEW titles AS SELECT title FROM books")) == "42P16");
    CHECK(always(effect_of_sql(view, "DROP TABLE books")) == "2BP01");
  }

  TEST_CASE("a domain's new check is held against every table that uses it") {
    const std::string domain = "CREATE DOMAIN d AS integer; CREATE TABLE a (c d); CREATE TABLE b (c d);";
    const Effect effect = effect_of_sql(domain, "ALTER DOMAIN d ADD CHECK (VALUE > 0)");
    CHECK(locks(effect) == "a ShareLock, b ShareLock");
    CHECK(failures(effect) == "23514 a(c), 23514 b(c)");
    CHECK(locks(effect_of_sql(domain, "ALTER DOMAIN d ADD CHECK (VALUE > 0) NOT VALID")) == "-");
  }

  TEST_CASE("a DO block does what its statements do, except those whose errors it catches") {
    CHECK(locks(effect_of_sql(library, "DO $$ BEGIN ALTER TABLE books ADD COLUMN isbn text; END $$")) ==
          "books AccessExclusiveLock");
    const std::string caught =
        "DO $$ BEGIN ALTER TABLE books ADD COLUMN title text; EXCEPTION WHEN duplicate_column THEN NULL; END "
        "$$";
    CHECK(locks(effect_of_sql(library, caught)) == "-");
    CHECK(always(effect_of_sql(library, caught)).empty());
  }

  TEST_CASE("a bare name is looked for on the path while a table of that name is made") {
    const std::string setup = "CREATE SCHEMA s; CREATE TABLE p (id int PRIMARY KEY);";
    CHECK(always(effect_of_sql(setup, "CREATE TABLE s.p (a int REFERENCES p)")).empty());
    CHECK(always(effect_of_sql(setup, "CREATE TABLE s.p (a int REFERENCES s.p)")) == "42704");
    CHECK(always(effect_of_sql(setup, "SET search_path TO s, public; CREATE TABLE p (a int REFERENCES p)")) ==
          "42704");
    CHECK(always(effect_of_sql(setup, "CREATE TEMP TABLE p (a int REFERENCES p)")) == "42704");
    CHECK(always(effect_of_sql(setup, "CREATE TABLE s.q (a int REFERENCES q)")) == "42P01");
  }
}
