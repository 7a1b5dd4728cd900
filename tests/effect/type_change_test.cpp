#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

static Effect change(const std::string& from, const std::string& to, const std::string& more = "") {
  const std::string setup =
      "CREATE TYPE e AS ENUM ('a', 'b'); CREATE TYPE f AS ENUM ('a'); CREATE DOMAIN d AS text CHECK (VALUE "
      "<> '');";
  return effect_of_sql(setup + "CREATE TABLE t (id integer PRIMARY KEY, c " + from + ");" + more,
                       "ALTER TABLE t ALTER COLUMN c TYPE " + to);
}

TEST_SUITE("effect: type changes") {
  TEST_CASE("rewritten, or not, and what values can raise") {
    struct Case {
      const char *from, *to, *rewrites, *fails;
    };
    for (const Case& c :
         std::vector<Case>{{"varchar(20)", "varchar(50)", "-", "-"},
                           {"varchar(20)", "text", "-", "-"},
                           {"varchar(50)", "varchar(20)", "t", "22001 t(c)"},
                           {"varchar(50)", "varchar(20) USING c::varchar(20)", "t", "-"},
                           {"text", "varchar(20)", "t", "22001 t(c)"},
                           {"integer", "bigint", "t", "-"},
                           {"bigint", "integer", "t", "22003 t(c)"},
                           {"integer", "oid", "-", "-"},
                           {"numeric(10,2)", "numeric(12,2)", "-", "-"},
                           {"numeric(10,2)", "numeric(12,4)", "t", "-"},
                           {"numeric(10,2)", "numeric", "-", "-"},
                           {"numeric(10,2)", "numeric(8,2)", "t", "22003 t(c)"},
                           {"timestamp(3)", "timestamp", "-", "-"},
                           {"timestamp(6)", "timestamp(3)", "t", "-"},
                           {"timestamp", "timestamptz", "t", "-"},
                           {"date", "integer USING EXTRACT(YEAR FROM c)", "t", "-"},
                           {"date", "smallint USING date_part('month', c)::smallint", "t", "-"},
                           {"timestamptz", "integer USING EXTRACT(EPOCH FROM c)", "t", "22003 t(c)"},
                           {"timestamptz", "bigint USING EXTRACT(EPOCH FROM c)::bigint", "t", "-"},
                           {"interval", "smallint USING EXTRACT(HOUR FROM c)", "t", "22003 t(c)"},
                           {"timestamptz(3)", "varchar(32)", "t", "-"},
                           {"numeric(4,0)", "varchar(5)", "t", "-"},
                           {"numeric", "real", "t", "22003 t(c)"},
                           {"numeric(10,2)", "real", "t", "-"},
                           {"jsonb", "boolean USING c::boolean", "t", "22023 t(c)"},
                           {"bit(4)", "varchar(4)", "t", "-"},
                           {"cidr", "inet", "-", "-"},
                           {"inet", "cidr", "t", "-"},
                           {"json", "jsonb", "t", "-"},
                           {"uuid", "text", "t", "-"},
                           {"text", "uuid USING c::uuid", "t", "22P02 t(c)"},
                           {"uuid", "uuid USING c::text::uuid", "t", "-"},
                           {"e", "f USING c::text::f", "t", "22P02 t(c)"},
                           {"f", "e USING c::text::e", "t", "-"},
                           {"text", "d", "t", "23514 t(c)"},
                           {"d", "text", "-", "-"},
                           {"varchar(10)[]", "varchar[]", "-", "-"},
                           {"text[]", "varchar(10)[]", "t", "22001 t(c)"},
                           {"bit(8)", "bit(16)", "t", "22026 t(c)*"}}) {
      CAPTURE(c.from);
      CAPTURE(c.to);
      const Effect effect = change(c.from, c.to);
      CHECK(always(effect).empty());
      CHECK(names(effect.rewrites) == c.rewrites);
      CHECK(failures(effect) == c.fails);
    }
  }

  TEST_CASE("no cast without a word of USING") {
    CHECK(always(change("text", "integer")) == "42804");
    CHECK(always(change("integer", "boolean")) == "42804");
    CHECK(always(change("e", "f")) == "42804");
    CHECK(always(change("integer", "integer[]")) == "42804");
    CHECK(always(change("integer", "serial")) == "42704");
  }

  TEST_CASE("values that change without an error are lost") {
    const auto lost = [](const Effect& effect) {
      return effect.losses.empty() ? std::string() : to_string(effect.losses[0]);
    };
    CHECK(lost(change("numeric", "integer")) == "values:public.t.c");
    CHECK(lost(change("timestamp", "date")) == "values:public.t.c");
    CHECK(lost(change("text", "varchar(5) USING c::varchar(5)")) == "values:public.t.c");
    CHECK(lost(change("text", "integer USING id")) == "values:public.t.c");
    CHECK(lost(change("integer", "bigint")).empty());
    CHECK(lost(change("integer", "text")).empty());
  }

  TEST_CASE("what uses the column forbids the change, or is done again") {
    CHECK(always(change("varchar(20)", "text", "CREATE VIEW v AS SELECT c FROM t;")) == "0A000");
    CHECK(always(change("text", "integer USING c::integer", "ALTER TABLE t ALTER c SET DEFAULT '0';")) ==
          "42804");
    CHECK(always(change("e", "f USING c::text::f", "CREATE INDEX i ON t (id) WHERE c = 'a';")) == "42883");
    CHECK(names(change("varchar(20)", "text", "CREATE INDEX i ON t (c);").rebuilds) == "-");
    CHECK(names(change("varchar(20)", "text", "CREATE INDEX i ON t (lower(c));").rebuilds) == "i");
    CHECK(names(change("integer", "oid", "CREATE INDEX i ON t (c);").rebuilds) == "i");
    CHECK(names(change("varchar(20)", "text", "ALTER TABLE t ADD CHECK (c <> '');").scans) == "t");
  }

  TEST_CASE("the other table of a foreign key is locked, and must still fit") {
    const std::string key =
        "CREATE TABLE p (k integer PRIMARY KEY); ALTER TABLE t ADD FOREIGN KEY (c) REFERENCES p (k);";
    const Effect effect = change("integer", "bigint", key);
    CHECK(locks(effect) == "t AccessExclusiveLock, p AccessExclusiveLock");
    CHECK(names(effect.scans) == "p, t");
    CHECK(always(change("integer", "text", key)) == "42804");
  }

  TEST_CASE("a pattern that lets only numbers through leaves a cast nothing to fail on") {
    CHECK(failures(change("text", "integer USING CASE WHEN c ~ '^[0-9]{1,9}$' THEN c::integer END")) == "-");
    CHECK(failures(change("text", "bigint USING CASE WHEN c ~ '^-?\\d{1,18}$' THEN c::bigint ELSE 0 END")) ==
          "-");
    CHECK(failures(change("text", "numeric USING CASE WHEN c ~ '^[0-9]+$' THEN c::numeric END")) == "-");
    CHECK_MESSAGE(failures(change("text", "integer USING CASE WHEN c ~ '^[0-9]+$' THEN c::integer END")) ==
                      "22003 t(c)",
                  "any number of digits");
    for (const std::string_view pattern : {"[0-9]{1,9}", "^[0-9]{0,9}$", "^[0-9a]{1,9}$", "^[0-9]{1,9}"}) {
      CAPTURE(pattern);
      CHECK(failures(change("text", "integer USING CASE WHEN c ~ '" + std::string(pattern) +
                                        "' THEN c::integer END")) != "-");
    }
    CHECK(failures(change("text", "integer USING CASE WHEN id::text ~ '^[0-9]{1,9}$' THEN c::integer END")) !=
          "-");
    CHECK(failures(change("text", "integer USING CASE WHEN c ~ '^[0-9]{1,9}$' THEN 0 ELSE c::integer END")) !=
          "-");
  }
}
