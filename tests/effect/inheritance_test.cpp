// Partitions, children, typed tables: what belongs to the whole, and what to the part.

#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

TEST_SUITE("effect: inheritance") {
  TEST_CASE("a partition's copy of a foreign key goes with the partitioned table") {
    const std::string setup = R"(
      CREATE TABLE ord (id int PRIMARY KEY);
      CREATE TABLE line (id int, ord int REFERENCES ord) PARTITION BY LIST (id);
      CREATE TABLE line1 PARTITION OF line FOR VALUES IN (1) PARTITION BY LIST (id);
      CREATE TABLE line11 PARTITION OF line1 FOR VALUES IN (1);
      CREATE TABLE tree (id int PRIMARY KEY, up int REFERENCES tree) PARTITION BY LIST (id);
      CREATE TABLE tree1 PARTITION OF tree FOR VALUES IN (1);)";
    CHECK(always(effect_of_sql(setup, "DROP TABLE ord, line")).empty());
    CHECK(always(effect_of_sql(setup, "DROP TABLE line, ord")).empty());
    CHECK(always(effect_of_sql(setup, "TRUNCATE ord, line")).empty());
    CHECK(always(effect_of_sql(setup, "DROP TABLE tree")).empty());
    CHECK(always(effect_of_sql(setup, "DROP TABLE ord")) == "2BP01");
    CHECK(always(effect_of_sql(setup, "DROP TABLE ord, line1")) == "2BP01");
    CHECK(always(effect_of_sql(setup, "TRUNCATE ord")) == "0A000");
  }

  TEST_CASE("a child's column outlives its parent's where it is its own, or another parent's") {
    const std::string setup = R"(
      CREATE TABLE pa (a int, b int);
      CREATE TABLE pb (a int, c int);
      CREATE TABLE ch () INHERITS (pa, pb);
      CREATE TABLE own (a int) INHERITS (pa);)";
    const auto after = [&](const std::string& change, const std::string& sql) {
      return always(effect_of_sql(setup + change + ";", sql));
    };
    CHECK(after("ALTER TABLE ch NO INHERIT pa", "ALTER TABLE ch DROP COLUMN b").empty());
    CHECK(after("ALTER TABLE ch NO INHERIT pa", "ALTER TABLE ch DROP COLUMN a") == "42P16");
    CHECK(after("ALTER TABLE pa DROP COLUMN a", "ALTER TABLE own DROP COLUMN a").empty());
    CHECK(after("ALTER TABLE pa DROP COLUMN a", "ALTER TABLE ch DROP COLUMN a") == "42P16");
    CHECK(after("ALTER TABLE pa DROP COLUMN b", "ALTER TABLE ch ADD COLUMN b int").empty());
    CHECK(after("ALTER TABLE ONLY pa DROP COLUMN b", "ALTER TABLE ch DROP COLUMN b").empty());
    CHECK(after("CREATE TABLE late (b int, a int); ALTER TABLE late INHERIT pa; ALTER TABLE pa DROP COLUMN b",
                "ALTER TABLE late DROP COLUMN b")
              .empty());
  }

  TEST_CASE("NOT NULL on the parent ONLY is for plain inheritance") {
    const std::string setup = R"(
      CREATE TABLE par (a int); CREATE TABLE chi () INHERITS (par);
      CREATE TABLE pt (a int, b int) PARTITION BY LIST (a); CREATE TABLE pt1 PARTITION OF pt DEFAULT;)";
    CHECK(always(effect_of_sql(setup, "ALTER TABLE ONLY par ALTER a SET NOT NULL")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE ONLY pt ALTER b SET NOT NULL")) == "42P16");
  }

  TEST_CASE("a restated CHECK merges with its parent's") {
    const std::string setup = R"(
      CREATE TABLE pp (a int, CONSTRAINT k CHECK (a > 0)) PARTITION BY LIST (a);
      CREATE TABLE pp1 PARTITION OF pp (CONSTRAINT k CHECK (a > 0)) FOR VALUES IN (1);
      CREATE TABLE p2 (a int, CONSTRAINT kk CHECK (a > 0));
      CREATE TABLE k2 () INHERITS (p2);
      CREATE TABLE k3 (CONSTRAINT kk CHECK (a > 0)) INHERITS (p2);)";
    CHECK(always(effect_of_sql(setup, "CREATE INDEX ON pp1 (a)")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE k3 ADD COLUMN z int")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE k2 ADD CONSTRAINT kk CHECK (a > 0)")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE p2 ADD CONSTRAINT kk CHECK (a > 0)")) == "42710");
    CHECK(always(effect_of_sql(setup, "ALTER TABLE pp1 ADD CONSTRAINT k CHECK (a > 0)")) == "42710");
  }

  TEST_CASE("a partition has its parent's row triggers") {
    const std::string setup = R"(
      CREATE TABLE pt (id int) PARTITION BY LIST (id);
      CREATE TABLE pt1 PARTITION OF pt FOR VALUES IN (1);
      CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'begin return new; end';
      CREATE TRIGGER trg AFTER INSERT ON pt FOR EACH ROW EXECUTE FUNCTION tf();
      CREATE TRIGGER stm AFTER INSERT ON pt EXECUTE FUNCTION tf();
      CREATE TABLE pt2 PARTITION OF pt FOR VALUES IN (2);)";
    CHECK(always(effect_of_sql(setup, "ALTER TABLE pt1 DISABLE TRIGGER trg")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE pt2 DISABLE TRIGGER trg")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE pt1 DISABLE TRIGGER stm")) == "42704");
    CHECK(always(effect_of_sql(setup, "DROP TRIGGER trg ON pt1")) == "2BP01");
    CHECK(always(effect_of_sql(setup, "DROP TRIGGER trg ON pt")).empty());
    CHECK(always(effect_of_sql(setup + "ALTER TRIGGER trg ON pt RENAME TO other;",
                               "ALTER TABLE pt1 DISABLE TRIGGER other"))
              .empty());
    CHECK(always(effect_of_sql(setup + "ALTER TABLE pt DETACH PARTITION pt1;", "DROP TRIGGER trg ON pt1")) ==
          "42704");
    CHECK(always(effect_of_sql(setup + "DROP TRIGGER trg ON pt;", "ALTER TABLE pt1 DISABLE TRIGGER trg")) ==
          "42704");
  }

  TEST_CASE("what a dropped type takes along") {
    const std::string setup = R"(
      CREATE TYPE pt AS (a int); CREATE TABLE tt OF pt;
      CREATE DOMAIN dm AS int; CREATE TABLE pk (a dm, b int) PARTITION BY LIST (a);)";
    CHECK(always(effect_of_sql(setup, "DROP TYPE pt")) == "2BP01");
    CHECK(
        always(effect_of_sql(setup + "ALTER TYPE pt ADD ATTRIBUTE c int CASCADE;", "CREATE INDEX ON tt (c)"))
            .empty());
    CHECK(always(effect_of_sql(setup + "DROP TYPE pt CASCADE;", "CREATE TABLE tt (x int)")).empty());
    CHECK(always(effect_of_sql(setup + "DROP DOMAIN dm CASCADE;", "CREATE TABLE pk (x int)")).empty());
  }

  TEST_CASE("a row type in use forbids a default, but NULL is none") {
    const std::string setup = "CREATE TABLE rt (a int); CREATE TABLE h (r rt);";
    CHECK(always(effect_of_sql(setup, "ALTER TABLE rt ADD COLUMN b int DEFAULT NULL")).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE rt ADD COLUMN b int DEFAULT 1")) == "0A000");
  }

  TEST_CASE("CREATE SCHEMA's elements find each other, in the order PostgreSQL makes them") {
    const std::string made =
        "CREATE SCHEMA s CREATE INDEX i ON fk (a) CREATE VIEW v AS SELECT a FROM pk CREATE TABLE pk (a int "
        "PRIMARY "
        "KEY) CREATE TABLE fk (a int REFERENCES pk)";
    CHECK(always(effect_of_sql("CREATE TABLE pk (b int);", made)).empty());
    CHECK(always(effect_of_sql(made + ";", "DROP TABLE s.pk")) == "2BP01");
    CHECK(always(effect_of_sql(made + ";", "DROP INDEX s.i")).empty());
  }

  TEST_CASE("one ALTER TABLE adds an identity and changes it; LIKE brings the key to refer to") {
    CHECK(always(
              effect_of_sql("CREATE TABLE t (n text);",
                            "ALTER TABLE t ADD COLUMN f int NOT NULL, ALTER COLUMN f ADD GENERATED ALWAYS AS "
                            "IDENTITY, ALTER COLUMN f SET GENERATED BY DEFAULT"))
              .empty());
    CHECK(always(effect_of_sql("CREATE TABLE src (x text PRIMARY KEY);",
                               "CREATE TABLE cp (LIKE src INCLUDING ALL, y text REFERENCES cp)"))
              .empty());
  }

  TEST_CASE("a default that looks its sequence up by text does not keep it") {
    const std::string setup =
        "CREATE SEQUENCE s; CREATE SEQUENCE r;"
        "CREATE TABLE q (i int DEFAULT nextval('s'::text), j int DEFAULT nextval('r'));";
    CHECK(always(effect_of_sql(setup, "DROP SEQUENCE s")).empty());
    CHECK(always(effect_of_sql(setup, "DROP SEQUENCE r")) == "2BP01");
  }
}
