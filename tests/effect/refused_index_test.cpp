#include <array>
#include <doctest/doctest.h>

#include "support/effect_of_sql.hpp"

using namespace miglint;
using namespace miglint::test;

// Each statement was tried on PostgreSQL 15; the empty SQLSTATE is one that it carries out.
namespace {
struct Case {
  std::string_view sql, sqlstate;
};
}  // namespace

TEST_SUITE("effect: indexes refused") {
  TEST_CASE("methods, operator classes, collations") {
    static const std::string setup = R"(
      CREATE TABLE doc(id int PRIMARY KEY, title text, body jsonb, raw json, tags text[], pos point, n
        numeric, at timestamptz, r int4range, v tsvector, ok boolean, u uuid, ip inet, b bytea, x xml,
        code char(5), vc varchar(9));
      CREATE INDEX doc_title ON doc(title);
      CREATE TYPE mood AS ENUM ('a');
      ALTER TABLE doc ADD m mood;
      CREATE DOMAIN dm AS text;
      ALTER TABLE doc ADD d dm;
    )";
    static constexpr auto cases = std::to_array<Case>({
        {"CREATE INDEX ON doc (raw)", "42704"},
        {"CREATE INDEX ON doc (x)", "42704"},
        {"CREATE INDEX ON doc (pos)", "42704"},
        {"CREATE INDEX ON doc (m)", ""},
        {"CREATE INDEX ON doc (d)", ""},
        {"CREATE INDEX ON doc (tags)", ""},
        {"CREATE INDEX ON doc (body)", ""},
        {"CREATE INDEX ON doc (r)", ""},
        {"CREATE INDEX ON doc USING gin (title)", "42704"},
        {"CREATE INDEX ON doc USING gin (id)", "42704"},
        {"CREATE INDEX ON doc USING gin (tags)", ""},
        {"CREATE INDEX ON doc USING gin (body)", ""},
        {"CREATE INDEX ON doc USING gin (body jsonb_path_ops)", ""},
        {"CREATE INDEX ON doc USING gin (raw)", "42704"},
        {"CREATE INDEX ON doc USING gin (v)", ""},
        {"CREATE INDEX ON doc USING gin (title gin_trgm_ops)", "42704"},
        {"CREATE INDEX ON doc USING gin (raw jsonb_ops)", "42804"},
        {"CREATE INDEX ON doc USING gin (tags array_ops)", ""},
        {"CREATE INDEX ON doc USING gin (title array_ops)", "42804"},
        {"CREATE INDEX ON doc USING gin (id int4_ops)", "42704"},
        {"CREATE INDEX ON doc USING gist (title)", "42704"},
        {"CREATE INDEX ON doc USING gist (pos)", ""},
        {"CREATE INDEX ON doc USING gist (r)", ""},
        {"CREATE INDEX ON doc USING gist (id)", "42704"},
        {"CREATE INDEX ON doc USING gist (v)", ""},
        {"CREATE INDEX ON doc USING gist (ip)", "42704"},
        {"CREATE INDEX ON doc USING gist (ip inet_ops)", ""},
        {"CREATE INDEX ON doc USING gist (title gist_trgm_ops)", "42704"},
        {"CREATE INDEX ON doc USING gist (body)", "42704"},
        {"CREATE INDEX ON doc USING spgist (title)", ""},
        {"CREATE INDEX ON doc USING spgist (pos)", ""},
        {"CREATE INDEX ON doc USING spgist (pos kd_point_ops)", ""},
        {"CREATE INDEX ON doc USING spgist (id)", "42704"},
        {"CREATE INDEX ON doc USING spgist (title, pos)", "0A000"},
        {"CREATE INDEX ON doc USING brin (at)", ""},
        {"CREATE INDEX ON doc USING brin (body)", "42704"},
        {"CREATE INDEX ON doc USING brin (id int4_minmax_multi_ops)", ""},
        {"CREATE INDEX ON doc USING brin (id int4_bloom_ops)", ""},
        {"CREATE INDEX ON doc USING brin (title, id)", ""},
        {"CREATE INDEX ON doc USING brin (id DESC)", "0A000"},
        {"CREATE UNIQUE INDEX ON doc USING brin (id)", "0A000"},
        {"CREATE INDEX ON doc USING brin (id) INCLUDE (title)", "0A000"},
        {"CREATE INDEX ON doc USING hash (title)", ""},
        {"CREATE INDEX ON doc USING hash (id, title)", "0A000"},
        {"CREATE UNIQUE INDEX ON doc USING hash (id)", "0A000"},
        {"CREATE INDEX ON doc USING hash (raw)", "42704"},
        {"CREATE INDEX ON doc USING hash (id DESC)", "0A000"},
        {"CREATE INDEX ON doc USING hash (id) INCLUDE (title)", "0A000"},
        {"CREATE UNIQUE INDEX ON doc USING gist (pos)", "0A000"},
        {"CREATE UNIQUE INDEX ON doc USING gin (body)", "0A000"},
        {"CREATE INDEX ON doc USING gist (pos) INCLUDE (title)", ""},
        {"CREATE INDEX ON doc USING gin (body) INCLUDE (title)", "0A000"},
        {"CREATE INDEX ON doc USING spgist (title) INCLUDE (id)", ""},
        {"CREATE INDEX ON doc USING gin (body NULLS FIRST)", "0A000"},
        {"CREATE INDEX ON doc USING gist (pos ASC)", "0A000"},
        {"CREATE INDEX ON doc USING rtree (pos)", ""},
        {"CREATE INDEX ON doc USING bloom (id)", "42704"},
        {"CREATE INDEX ON doc USING hnsw (id)", "42704"},
        {"CREATE INDEX ON doc (title text_pattern_ops)", ""},
        {"CREATE INDEX ON doc (title varchar_pattern_ops)", ""},
        {"CREATE INDEX ON doc (vc text_pattern_ops)", ""},
        {"CREATE INDEX ON doc (vc varchar_pattern_ops)", ""},
        {"CREATE INDEX ON doc (code bpchar_pattern_ops)", ""},
        {"CREATE INDEX ON doc (code text_pattern_ops)", "42804"},
        {"CREATE INDEX ON doc (id text_pattern_ops)", "42804"},
        {"CREATE INDEX ON doc (id int4_ops)", ""},
        {"CREATE INDEX ON doc (id int8_ops)", "42804"},
        {"CREATE INDEX ON doc (title wrong_ops)", "42704"},
        {"CREATE INDEX ON doc (u text_ops)", "42804"},
        {"CREATE INDEX ON doc (m text_ops)", "42804"},
        {"CREATE INDEX ON doc (m enum_ops)", ""},
        {"CREATE INDEX ON doc (body jsonb_path_ops)", "42704"},
        {R"(CREATE INDEX ON doc (id COLLATE "C"))", "42804"},
        {R"(CREATE INDEX ON doc (title COLLATE "C"))", ""},
        {R"(CREATE INDEX ON doc (title COLLATE "wrong"))", "42704"},
        {R"(CREATE INDEX ON doc (m COLLATE "C"))", "42804"},
        {R"(CREATE INDEX ON doc (d COLLATE "C"))", ""},
        {R"(CREATE INDEX ON doc (tags COLLATE "C"))", ""},
        {"CREATE INDEX ON doc (title) INCLUDE (id)", ""},
        {"CREATE INDEX ON doc (title) INCLUDE (nope)", "42703"},
        {"CREATE INDEX ON doc (title) INCLUDE ((id + 1))", "0A000"},
        {"CREATE INDEX ON doc (title) INCLUDE (lower(title))", "0A000"},
        {"CREATE INDEX ON doc (title) INCLUDE (raw)", ""},
        {"CREATE INDEX ON doc (title) INCLUDE (title)", ""},
        {"CREATE INDEX ON doc (ctid)", "0A000"},
        {"CREATE INDEX ON doc (tableoid)", "0A000"},
        {"CREATE INDEX ON doc ((tableoid + 1))", "42883"},
        {"CREATE INDEX doc ON doc (id)", "42P07"},
        {"CREATE INDEX doc_pkey ON doc (id)", "42P07"},
        {"CREATE INDEX IF NOT EXISTS doc_title ON doc (id)", ""},
        {"CREATE INDEX IF NOT EXISTS doc ON doc (id)", ""},
        {"CREATE INDEX CONCURRENTLY doc_title ON doc (id)", "42P07"},
        {"CREATE INDEX ON doc (id, title, n, at, u, ip, b, code, vc, m, d, ok, id, title, n, at, u, ip, b, "
         "code, vc, m, d, ok, id, title, n, at, u, ip, b, code, vc, m, d)",
         "54011"},
        {"CREATE INDEX ON doc (title) WITH (fillfactor = 9)", "22023"},
        {"CREATE INDEX ON doc (title) WITH (fillfactor = 70)", ""},
        {"CREATE INDEX ON doc (title) WITH (deduplicate_items = off)", ""},
        {"CREATE INDEX ON doc (title) WITH (fastupdate = off)", "22023"},
        {"CREATE INDEX ON doc USING gin (body) WITH (fastupdate = off)", ""},
        {"CREATE INDEX ON doc USING gin (body) WITH (fillfactor = 70)", "22023"},
        {"CREATE INDEX ON doc USING brin (at) WITH (pages_per_range = 0)", "22023"},
        {"CREATE INDEX ON doc USING gist (pos) WITH (buffering = maybe)", "22023"},
        {"CREATE INDEX ON nosuch (id)", "42P01"},
        {"CREATE INDEX ON ONLY doc (id)", ""},
        {"REINDEX INDEX doc_title", ""},
        {"REINDEX TABLE CONCURRENTLY doc", ""},
        {"DROP INDEX doc_pkey", "2BP01"},
        {"DROP INDEX IF EXISTS nosuch", ""},
        {"DROP INDEX doc_title, nosuch", "42704"},
        {"ALTER INDEX doc_title SET (fillfactor = 5)", "22023"},
        {"ALTER INDEX doc_title SET (wrong = 5)", "22023"},
        {"ALTER INDEX doc_title RENAME TO doc", "42P07"},
    });
    for (const auto& [sql, sqlstate] : cases) {
      CAPTURE(sql);
      CHECK(always(effect_of_sql(setup, std::string(sql))) == sqlstate);
    }
  }
}
