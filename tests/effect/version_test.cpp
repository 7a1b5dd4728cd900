// What PostgreSQL's versions make of the same statement. (Its release notes and sources; 15 was asked.)

#include <array>
#include <doctest/doctest.h>
#include <string>
#include <utility>

#include "parse/parser.hpp"
#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static const std::string setup = R"(
  CREATE TABLE t (id int PRIMARY KEY, a int, b text, r int4range);
  CREATE TABLE g (id int, c int GENERATED ALWAYS AS (id + 1) STORED);
  CREATE TABLE pt (id int NOT NULL, k int, a int) PARTITION BY LIST (k);
  CREATE TABLE p1 PARTITION OF pt FOR VALUES IN (1);
  CREATE TABLE cand (id int NOT NULL GENERATED ALWAYS AS IDENTITY, k int, a int);
  CREATE TABLE parent (id int NOT NULL);
  CREATE TABLE kid () INHERITS (parent);
  CREATE TABLE child (id int, t_id int CONSTRAINT fk REFERENCES t);
  CREATE TABLE gp (id int, c int GENERATED ALWAYS AS (id + 1) STORED);
  CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
  CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf();
)";

/// As a later grammar would read the statement: with what `read` sets in its first change.
template <class One, class Read>
static Effect read_later(int postgres, const std::string& sql, Read read) {
  Catalog catalog = catalog_after(setup, postgres);
  catalog.current_migration = 1;
  Migration migration = parse({.name = "2_now", .text = sql});
  Statement& statement = migration.statements.back();
  read(std::get<One>(statement.changes.front().change));
  return effect_of(statement, catalog, postgres);
}

TEST_SUITE("effect: versions") {
  TEST_CASE("what a version began or ceased to refuse") {
    struct Case {
      int since;  ///< the version from which on it is `after`
      const char *sql, *before, *after;
    };
    static constexpr auto cases = std::to_array<Case>({
        {14, "CREATE OR REPLACE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION tf()", "42601",
         ""},
        {14, "ALTER TABLE pt DETACH PARTITION p1 CONCURRENTLY", "42601", ""},
        {14, "ALTER TABLE pt DETACH PARTITION p1 FINALIZE", "42601", "55000"},
        {15, "CREATE UNIQUE INDEX ON t (a) NULLS NOT DISTINCT", "42601", ""},
        {15, "ALTER TABLE t ADD UNIQUE NULLS NOT DISTINCT (a)", "42601", ""},
        {15, "CREATE TABLE n (a numeric(3, -2))", "22023", ""},
        {16, "ALTER TABLE pt SET (fillfactor = 50)", "22023", "42809"},
        {16, "ALTER TABLE g ALTER c TYPE bigint USING 5", "42611", ""},
        {17, "ALTER TABLE g ALTER c TYPE bigint USING 5", "", "42611"},
        {17, "ALTER TABLE pt SET ACCESS METHOD heap", "42809", ""},
        {17, "ALTER TABLE pt ADD EXCLUDE USING btree (k WITH =)", "0A000", ""},
        {17, "ALTER TABLE pt ADD z int GENERATED ALWAYS AS IDENTITY", "42P16", ""},
        {17, "ALTER TABLE p1 ALTER id ADD GENERATED ALWAYS AS IDENTITY", "", "42P16"},
        {17, "ALTER TABLE ONLY pt ALTER id ADD GENERATED ALWAYS AS IDENTITY", "", "42P16"},
        {17, "ALTER TABLE pt ATTACH PARTITION cand FOR VALUES IN (2)", "", "55000"},
        {18, "ALTER TABLE pt SET LOGGED", "", "42809"},
        {18, "CREATE UNLOGGED TABLE n (id int) PARTITION BY LIST (id)", "", "0A000"},
        {18, "ALTER TABLE pt ADD FOREIGN KEY (k) REFERENCES t NOT VALID", "42809", ""},
        {18, "ALTER TABLE kid ALTER id DROP NOT NULL", "", "42P16"},
        {18, "ALTER TABLE ONLY pt ALTER id DROP NOT NULL", "42P16", ""},
        {18, "CREATE TABLE n (id int NULL PRIMARY KEY)", "", "42601"},
        {18, "CREATE PUBLICATION pu FOR TABLE g (c)", "42P10", ""},
        {16, "CREATE TABLE n (c int GENERATED ALWAYS AS (5) STORED) INHERITS (gp)", "42611", ""},
        {16, "CREATE TABLE n (id int GENERATED ALWAYS AS (5) STORED) INHERITS (gp)", "", "42611"},
    });
    for (const auto& [since, sql, before, after] : cases) {
      CAPTURE(sql);
      CHECK(always(effect_of_sql(setup, sql, since - 1)) == before);
      CHECK(always(effect_of_sql(setup, sql, since)) == after);
    }
  }

  TEST_CASE("NOT ENFORCED") {
    const auto refuse = [](auto& constraint) { constraint.not_enforced = true; };
    const std::string check = "ALTER TABLE t ADD CHECK (a > 0)",
                      key = "ALTER TABLE child ADD FOREIGN KEY (id) REFERENCES t";
    CHECK(always(read_later<AddCheck>(17, check, refuse)) == "42601");
    CHECK(always(read_later<AddCheck>(18, check, refuse)).empty());
    CHECK(names(read_later<AddCheck>(18, check, refuse).scans) == "-");
    CHECK(always(read_later<AddForeignKey>(17, key, refuse)) == "42601");
    CHECK(always(read_later<AddForeignKey>(18, key, refuse)).empty());
    CHECK(names(read_later<AddForeignKey>(18, key, refuse).scans) == "-");
    CHECK(always(read_later<AddUnique>(18, "ALTER TABLE t ADD UNIQUE (a)", refuse)) == "0A000");
    CHECK(always(read_later<AddPrimaryKey>(18, "ALTER TABLE g ADD PRIMARY KEY (id)", refuse)) == "0A000");
  }

  TEST_CASE("ALTER CONSTRAINT … ENFORCED") {
    const std::string sql = "ALTER TABLE child ALTER CONSTRAINT fk DEFERRABLE";
    const auto enforce = [](AlterConstraint& change) { change.enforced = true; };
    const auto loosen = [](AlterConstraint& change) { change.enforced = false; };
    CHECK(always(read_later<AlterConstraint>(17, sql, enforce)) == "42601");
    CHECK(always(read_later<AlterConstraint>(18, sql, loosen)).empty());
    CHECK(locks(read_later<AlterConstraint>(18, sql, loosen)) ==
          "child AccessExclusiveLock, t AccessExclusiveLock");
    CHECK(locks(read_later<AlterConstraint>(18, sql, enforce)) ==
          "child AccessExclusiveLock, t ShareRowExclusiveLock");
  }

  TEST_CASE("WITHOUT OVERLAPS") {
    const auto period = [](AddUnique& change) { change.without_overlaps = true; };
    CHECK(always(read_later<AddUnique>(17, "ALTER TABLE t ADD UNIQUE (a, r)", period)) == "42601");
    CHECK(always(read_later<AddUnique>(18, "ALTER TABLE t ADD UNIQUE (a, r)", period)).empty());
  }

  TEST_CASE("virtual generated columns") {
    const auto leave_out = [](AddColumn& change) { change.column.generated_virtual = true; };
    const std::string sql = "ALTER TABLE t ADD v int GENERATED ALWAYS AS (a + 1) STORED";
    CHECK(names(read_later<AddColumn>(18, sql, [](AddColumn&) {}).rewrites) == "t");
    CHECK(always(read_later<AddColumn>(17, sql, leave_out)) == "42601");
    CHECK(always(read_later<AddColumn>(18, sql, leave_out)).empty());
    CHECK(names(read_later<AddColumn>(18, sql, leave_out).rewrites) == "-");
  }

  TEST_CASE("SET EXPRESSION") {
    const auto set = [](AlterGenerated& change) { change.action = AlterGenerated::Action::set_expression; };
    const std::string sql = "ALTER TABLE g ALTER c DROP EXPRESSION";
    CHECK(names(read_later<AlterGenerated>(17, sql, [](AlterGenerated&) {}).rewrites) == "-");
    CHECK(always(read_later<AlterGenerated>(16, sql, set)) == "42601");
    CHECK(names(read_later<AlterGenerated>(17, sql, set).rewrites) == "g");
    CHECK(always(read_later<AlterGenerated>(17, "ALTER TABLE t ALTER a DROP EXPRESSION", set)) == "55000");
  }

  TEST_CASE("ADD CONSTRAINT … NOT NULL") {
    const auto add = [](int postgres, const AddNotNull& change) {
      Catalog catalog = catalog_after(setup, postgres);
      catalog.current_migration = 1;
      Migration migration = parse({.name = "2_now", .text = "ALTER TABLE t ADD CHECK (a > 0)"});
      Statement& statement = migration.statements.back();
      statement.changes.front().change = change;
      return effect_of(statement, catalog, postgres);
    };
    AddNotNull change;
    change.table = {.name = "t"};
    change.name = "n";
    change.column = "a";
    CHECK(always(add(17, change)) == "42601");
    CHECK(failures(add(18, change)) == "23502 t(a)");
    CHECK(names(add(18, change).scans) == "t");
    AddNotNull later = change;
    later.not_valid = true;
    CHECK(names(add(18, later).scans) == "-");
    AddNotNull loose = change;
    loose.not_enforced = true;
    CHECK(always(add(18, loose)) == "0A000");
    AddNotNull missing = change;
    missing.column = "nix";
    CHECK(always(add(18, missing)) == "42703");
    AddNotNull there = change;
    there.column = "id";
    CHECK(names(add(18, there).scans) == "-");
  }

  /// Refused with the SQLSTATE by the version before, and run from this one on: as servers of both said.
  struct Began {
    int since;
    std::string sql, sqlstate;
  };

  TEST_CASE("what began to run with a version, on what the catalog knows") {
    for (const Began& began : std::initializer_list<Began>{
             {18, "UPDATE t SET a = 1 RETURNING old.a, new.a", "42P01"},
             {18, "INSERT INTO t (id) VALUES (5) RETURNING new.id", "42P01"},
             {18, "DELETE FROM t RETURNING old.*", "42P01"},
             {18, "UPDATE t SET a = 1 RETURNING old", "42703"},
             {18, "SELECT 1::int::bytea", "42846"},
             {18, "SELECT b::bytea::int8 FROM t", "42846"},
             {18, "ALTER TABLE t DROP CONSTRAINT t_id_not_null", "42704"},
             {18, "ALTER TABLE t RENAME CONSTRAINT t_id_not_null TO nn", "42704"},
             {18, "COMMENT ON CONSTRAINT t_id_not_null ON t IS 'x'", "42704"},
             {18, "SELECT uuidv7()", "42883"},
             {17, "SELECT uuid_extract_version(gen_random_uuid())", "42883"},
             {16, "SELECT random_normal()", "42883"},
             {18, "SELECT array_sort(ARRAY[2, 1])", "42883"},
             {16, "SELECT count(*) FROM pg_stat_io", "42P01"},
             {17, "SELECT count(*) FROM pg_catalog.pg_stat_checkpointer", "42P01"},
             {17, "SELECT count(*) FROM pg_wait_events", "42P01"},
             {18, "SELECT count(*) FROM pg_aios", "42P01"},
             {16, "CREATE TABLE x (a text COLLATE unicode)", "42704"},
             {17, "CREATE TABLE x (a text COLLATE pg_c_utf8)", "42704"},
             {18, "CREATE TABLE x (a text COLLATE pg_unicode_fast)", "42704"},
         }) {
      CAPTURE(began.sql);
      CHECK(always(effect_of_sql(setup, began.sql, began.since - 1)) == began.sqlstate);
      CHECK(always(effect_of_sql(setup, began.sql, began.since)).empty());
    }
  }

  // 42601 where the grammar is newer and has it as syntax; the older one reads a call.
  TEST_CASE("what is syntax from 16 or 17 on called a function of the history's own before") {
    const std::string own = R"(
      CREATE FUNCTION "json_array"(text) RETURNS text LANGUAGE sql AS 'SELECT $1';
      CREATE FUNCTION "json_exists"(text) RETURNS bool LANGUAGE sql AS 'SELECT true';
    )";
    CHECK(always(effect_of_sql(own, "SELECT json_array('a')", 15)).empty());
    CHECK(always(effect_of_sql(own, "SELECT json_exists('a')", 16)).empty());
    CHECK_FALSE(always(effect_of_sql(setup, "SELECT json_array('a')", 15)).empty());
    CHECK_FALSE(always(effect_of_sql(own, "SELECT json_object('a': 'b')", 15)).empty());
  }

  TEST_CASE("from 17 on a partition has its table's identity columns") {
    const std::string made = R"(
      CREATE TABLE log (id bigint GENERATED ALWAYS AS IDENTITY, day date NOT NULL) PARTITION BY RANGE (day);
      CREATE TABLE log_a PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      CREATE TABLE log_b (id bigint NOT NULL, day date NOT NULL);
    )";
    const std::string into_a = "INSERT INTO log_a (day) VALUES ('2024-05-05')";
    const std::string into_b = "INSERT INTO log_b (day) VALUES ('2025-05-05')";
    const std::string attached =
        made + "ALTER TABLE log ATTACH PARTITION log_b FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');";
    CHECK(always(effect_of_sql(made, into_a, 16)) == "23502");
    CHECK(always(effect_of_sql(made, into_a, 17)).empty());
    CHECK(always(effect_of_sql(made, "INSERT INTO log_a (id, day) VALUES (1, '2024-05-05')", 17)) == "428C9");
    CHECK(always(effect_of_sql(attached, into_b, 16)) == "23502");
    CHECK(always(effect_of_sql(attached, into_b, 17)).empty());
    CHECK(always(effect_of_sql(attached + "ALTER TABLE log DETACH PARTITION log_b;", into_b, 17)) == "23502");
    CHECK(always(effect_of_sql(made + "ALTER TABLE log ALTER id DROP IDENTITY;", into_a, 17)) == "23502");
    const std::string set = "ALTER TABLE log ALTER id SET GENERATED BY DEFAULT;";
    CHECK(always(effect_of_sql(made + set, "INSERT INTO log_a (id, day) VALUES (1, '2024-05-05')", 17))
              .empty());
    const std::string below = R"(
      CREATE TABLE l (id int GENERATED BY DEFAULT AS IDENTITY, k int NOT NULL) PARTITION BY LIST (k);
      CREATE TABLE l1 PARTITION OF l FOR VALUES IN (1) PARTITION BY LIST (k);
      CREATE TABLE l11 PARTITION OF l1 FOR VALUES IN (1);
    )";
    CHECK(always(effect_of_sql(below, "INSERT INTO l11 (k) VALUES (1)", 17)).empty());
    const std::string child =
        "CREATE TABLE p (id int GENERATED ALWAYS AS IDENTITY, k int); CREATE TABLE c () INHERITS (p);";
    CHECK(always(effect_of_sql(child, "INSERT INTO c (k) VALUES (1)", 17)) == "23502");
    const std::string late = R"(
      CREATE TABLE log (id bigint NOT NULL, day date NOT NULL) PARTITION BY RANGE (day);
      CREATE TABLE log_a PARTITION OF log FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
      ALTER TABLE log ALTER id ADD GENERATED BY DEFAULT AS IDENTITY;
    )";
    CHECK(always(effect_of_sql(late, into_a, 17)).empty());
    CHECK(always(effect_of_sql(late, "INSERT INTO log_a (id, day) VALUES (1, '2024-05-05')", 17)).empty());
  }

  TEST_CASE("a relation called old hides the row before; a name that is none is missing in 18 too") {
    CHECK(always(effect_of_sql(setup, "UPDATE t SET a = 1 RETURNING older.a", 18)) == "42P01");
    CHECK(always(effect_of_sql(setup, "UPDATE t SET a = 1 RETURNING old.nix", 18)) == "42703");
    CHECK(always(effect_of_sql(setup, "UPDATE t SET a = 1 FROM g AS old RETURNING old.c", 17)).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE t DROP CONSTRAINT t_a_key", 18)) == "42704");
    CHECK(always(effect_of_sql(setup, "SELECT true::bytea", 18)) == "42846");
  }

  TEST_CASE("a later version than any that was measured may have other functions and parameters") {
    CHECK(always(effect_of_sql(setup, "SELECT nobody_knows(1)", 18)) == "42883");
    CHECK(always(effect_of_sql(setup, "SELECT nobody_knows(1)", 19)).empty());
    CHECK(always(effect_of_sql(setup, "ALTER TABLE t SET (nobody_knows = 1)", 18)) == "22023");
    CHECK(always(effect_of_sql(setup, "ALTER TABLE t SET (nobody_knows = 1)", 19)).empty());
  }

  TEST_CASE("what the history made itself is there in any version") {
    const std::string own =
        setup +
        "CREATE VIEW pg_stat_io AS SELECT 1 AS a; CREATE COLLATION unicode (provider = icu, "
        "locale = 'und'); CREATE SCHEMA mon; CREATE VIEW mon.pg_aios AS SELECT 1 AS a;";
    for (const std::string sql :
         {"SELECT a FROM pg_stat_io", "SELECT a FROM public.pg_stat_io", "SELECT a FROM mon.pg_aios",
          "CREATE VIEW public.pg_wait_events AS SELECT 1 AS a", "CREATE TABLE x (a text COLLATE unicode)"}) {
      CAPTURE(sql);
      CHECK(always(effect_of_sql(own, sql, 15)).empty());
    }
  }

  TEST_CASE("what a body names is looked for when it runs") {
    for (const std::string sql :
         {"CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN SET LOCAL transaction_timeout = "
          "'1s'; END $$",
          "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN ANALYZE (BUFFER_USAGE_LIMIT '1MB') "
          "t; END $$",
          "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN GRANT MAINTAIN ON t TO PUBLIC; END "
          "$$",
          "CREATE FUNCTION f() RETURNS void LANGUAGE plpgsql AS $$ BEGIN PERFORM 1 FROM pg_stat_io; END $$",
          "CREATE FUNCTION f() RETURNS void LANGUAGE sql AS 'SET transaction_timeout = 1'",
          "DO $$ BEGIN IF current_setting('server_version_num')::int >= 170000 THEN SET transaction_timeout "
          "= '1s'; "
          "END IF; END $$",
          "DO $$ BEGIN SET transaction_timeout = '1s'; EXCEPTION WHEN undefined_object THEN NULL; END $$"}) {
      CAPTURE(sql);
      CHECK(always(effect_of_sql(setup, sql, 15)).empty());
    }
    CHECK(always(effect_of_sql(setup, "DO $$ BEGIN SET transaction_timeout = '1s'; END $$", 15)) == "42704");
    CHECK(always(effect_of_sql(setup, "DO $$ BEGIN IF false THEN PERFORM 1 FROM (SELECT 1); END IF; END $$",
                               15)) == "42601");
  }
}
