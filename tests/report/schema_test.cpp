#include "report/schema.hpp"

#include <doctest/doctest.h>
#include <sstream>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

static std::string sql_of(std::string_view migration) {
  const ReplayedSchema schema{.migrations_dir = "migrations", .catalog = replayed({migration})};
  std::ostringstream out;
  report_schema_sql({&schema, 1}, out);
  return out.str();
}

static std::string json_of(std::string_view migration) {
  const ReplayedSchema schema{.migrations_dir = "migrations", .catalog = replayed({migration})};
  std::ostringstream out;
  report_schema_json({&schema, 1}, out);
  return out.str();
}

static bool contains(const std::string& text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

TEST_SUITE("report/schema") {
  TEST_CASE("SQL comes in the order in which PostgreSQL can take it") {
    CHECK(sql_of("CREATE TABLE b (id serial PRIMARY KEY); CREATE TYPE e AS ENUM ('x', 'it''s'); "
                 "CREATE TABLE a (b_id int REFERENCES b, c e DEFAULT 'x' NOT NULL, CHECK (b_id > 0)); CREATE "
                 "INDEX ON a (b_id) WHERE b_id > 3;") ==
          R"(-- migrations
CREATE TYPE e AS ENUM ('x', 'it''s');
CREATE SEQUENCE b_id_seq AS integer;

CREATE TABLE a (
  b_id integer,
  c e DEFAULT 'x' NOT NULL,
  CONSTRAINT a_b_id_check CHECK (b_id > 0)
);

CREATE TABLE b (
  id integer DEFAULT nextval('public.b_id_seq'::regclass) NOT NULL
);

ALTER SEQUENCE b_id_seq OWNED BY b.id;
ALTER TABLE b ADD CONSTRAINT b_pkey PRIMARY KEY (id);
CREATE INDEX a_b_id_idx ON a USING btree (b_id) WHERE b_id > 3;
ALTER TABLE a ADD CONSTRAINT a_b_id_fkey FOREIGN KEY (b_id) REFERENCES b (id);
)");
  }

  TEST_CASE("a partition is written with its bound, after its parent") {
    const std::string sql = sql_of(
        "CREATE TABLE p (a int) PARTITION BY LIST (a); CREATE TABLE a1 PARTITION OF p FOR VALUES IN (1, 2);");
    CHECK(contains(sql, "CREATE TABLE a1 PARTITION OF p FOR VALUES IN (1, 2);"));
    CHECK(sql.find("CREATE TABLE p") < sql.find("CREATE TABLE a1"));
  }

  TEST_CASE("JSON tells a default from a generated column, and an expression from a column") {
    const std::string json = json_of(
        "CREATE TABLE t (a int DEFAULT 1, g int GENERATED ALWAYS AS (a * 2) STORED); CREATE INDEX ON t "
        "(lower(a::text));");
    CHECK(contains(json, R"("default": "1")"));
    CHECK(contains(json, R"("generated": "a * 2")"));
    CHECK(contains(json, "\"(lower(a::text))\""));
    CHECK(contains(json, R"("migrations_dir": "migrations")"));
  }

  TEST_CASE("JSON gives a foreign key its reference and actions") {
    const std::string json =
        json_of("CREATE TABLE t (id int PRIMARY KEY, p int REFERENCES t ON DELETE SET NULL);");
    CHECK(contains(json, R"("type": "foreign-key")"));
    CHECK(contains(json, R"("on_delete": "set-null")"));
    CHECK(contains(json, R"("on_update": "no-action")"));
  }
}
