#include "analysis/literal.hpp"

#include <doctest/doctest.h>
#include <vector>

#include "support/replayed.hpp"

using namespace miglint;
using namespace miglint::testing;

namespace {

const Catalog& catalog() {
  static const Catalog made = replayed({R"(
    CREATE TYPE mood AS ENUM ('sad', 'ok');
    CREATE TYPE pair AS (a int, b text);
    CREATE DOMAIN short AS varchar(3);
    CREATE DOMAIN shorter AS short;
  )"});
  return made;
}

/// `int4`, `varchar(3)`, `numeric(3,1)`, `int4[]`, `public.mood`.
TypeName type(std::string_view written) {
  TypeName named{.schema = "pg_catalog"};
  if (written.ends_with("[]")) {
    named.array_dimensions = 1;
    written.remove_suffix(2);
  }
  if (written.starts_with("public.")) {
    named.schema = "public";
    written.remove_prefix(7);
  }
  if (const std::size_t open = written.find('('); open != std::string_view::npos) {
    const std::string_view inside = written.substr(open + 1, written.size() - open - 2);
    const std::size_t comma = inside.find(',');
    named.modifiers.emplace_back(inside.substr(0, comma));
    if (comma != std::string_view::npos) named.modifiers.emplace_back(inside.substr(comma + 1));
    written = written.substr(0, open);
  }
  named.name = written;
  return named;
}

std::string said(std::string_view written, std::string_view text, LiteralUse use = LiteralUse::assigned) {
  const auto error = read_literal(catalog(), type(written), text, use);
  return error ? error->sqlstate : "";
}

struct Case {
  const char* type;
  const char* text;
  const char* sqlstate;
};

void check_all(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.type);
    CAPTURE(c.text);
    CHECK(said(c.type, c.text) == c.sqlstate);
  }
}

}  // namespace

// What PostgreSQL 15 says of each.
TEST_SUITE("catalog: literals") {
  TEST_CASE("booleans") {
    check_all({{"bool", "t", ""},
               {"bool", "o", "22P02"},
               {"bool", "of", ""},
               {"bool", "ON", ""},
               {"bool", " yes ", ""},
               {"bool", "perhaps", "22P02"},
               {"bool", "", "22P02"}});
  }

  TEST_CASE("integers") {
    check_all({{"int2", "40000", "22003"},
               {"int2", "-32768", ""},
               {"int2", "-32769", "22003"},
               {"int2", " 12 ", ""},
               {"int2", "+5", ""},
               {"int2", "12abc", "22P02"},
               {"int2", "", "22P02"},
               {"int2", "1.5", "22P02"},
               {"int4", "2147483647", ""},
               {"int4", "2147483648", "22003"},
               {"int4", "99999999999999999999999", "22003"},
               {"int8", "9223372036854775807", ""},
               {"int8", "9223372036854775808", "22003"},
               {"int8", "-9223372036854775808", ""},
               // PostgreSQL 16 reads these
               {"int4", "0x1F", ""},
               {"int4", "0b11", ""},
               {"int4", "1_000", ""},
               {"oid", "0x1F", ""},
               {"oid", "-1", ""},
               {"oid", "abc", "22P02"},
               {"oid", "", "22P02"},
               {"oid", "4294967295", ""},
               {"oid", "4294967296", "22003"},
               {"oid", "99999999999999999999999", "22003"}});
  }

  TEST_CASE("numeric, rounded to its scale") {
    check_all({{"numeric(3,1)", "99.94", ""},
               {"numeric(3,1)", "99.95", "22003"},
               {"numeric(3,1)", "98.95", ""},
               {"numeric(3,1)", "1234.5", "22003"},
               {"numeric(3,1)", "1e1", ""},
               {"numeric(3,1)", "1E2", "22003"},
               {"numeric(3,1)", "-99.95", "22003"},
               {"numeric(3,1)", "0.00001", ""},
               {"numeric(3,1)", "000099.9", ""},
               {"numeric(3,1)", "0.0", ""},
               {"numeric(3,1)", "nan", ""},
               {"numeric(3)", "999.4", ""},
               {"numeric(3)", "999.5", "22003"},
               {"numeric(3,-2)", "99949", ""},
               {"numeric(3,-2)", "99950", "22003"},
               {"numeric(2,4)", "0.0099", ""},
               {"numeric(2,4)", "0.01", "22003"},
               {"numeric(2,4)", "0.00994", ""},
               {"numeric(2,4)", "0.00996", "22003"},
               {"numeric", "abc", "22P02"},
               {"numeric", "1.", ""},
               {"numeric", ".5", ""},
               {"numeric", "-.5", ""},
               {"numeric", ".", "22P02"},
               {"numeric", "", "22P02"},
               {"numeric", "1e", "22P02"},
               {"numeric", "1 2", "22P02"},
               {"numeric", "1e99999999999999999999", ""},
               {"numeric", "123456789012345678901234567890", ""},
               {"numeric", "0x1F", ""},
               {"numeric", "1_0", ""}});
  }

  TEST_CASE("floats") {
    check_all({{"float8", "1e308", ""},
               {"float8", "1e-400", ""},
               {"float8", "1e400", "22003"},
               {"float8", "1e999999999999", "22003"},
               {"float8", "abc", "22P02"},
               {"float8", "", "22P02"},
               {"float8", "-inf", ""},
               {"float8", "NaN", ""},
               {"float8", "0x1p3", ""},
               {"float4", "3e38", ""},
               {"float4", "1e45", "22003"}});
  }

  TEST_CASE("uuid") {
    check_all({{"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", ""},
               {"uuid", "{a0eebc999c0b4ef8bb6d6bb9bd380a11}", ""},
               {"uuid", "A0EE-BC99-9C0B4EF8BB6D6BB9BD380A11", ""},
               {"uuid", "not-a-uuid", "22P02"},
               {"uuid", "{a0eebc999c0b4ef8bb6d6bb9bd380a11", "22P02"},
               {"uuid", " a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11", "22P02"},
               {"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a1", "22P02"},
               {"uuid", "a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11 ", "22P02"},
               {"uuid", "a0-eebc999c0b4ef8bb6d6bb9bd380a11", "22P02"},
               {"uuid", "a0eebc999c0b4ef8bb6d6bb9bd380a11-", "22P02"}});
  }

  TEST_CASE("dates and times in ISO form, and those without any moment") {
    check_all({{"date", "2023-02-28", ""},
               {"date", "2024-02-29", ""},
               {"date", "2000-02-29", ""},
               {"date", "1900-02-29", "22008"},
               {"date", "2023-02-30", "22008"},
               {"date", "2023-13-01", "22008"},
               {"date", "2023-00-10", "22008"},
               {"date", "2023-01-00", "22008"},
               {"date", "0000-01-01", "22008"},
               {"date", "abc", "22007"},
               {"date", "", "22007"},
               {"date", "-infinity", ""},
               {"date", "Today", ""},
               {"date", "1 jan 2020", ""},
               {"date", "2023-02-31 BC", ""},
               {"date", "2023-02-30x", ""},
               {"date", "20230230", ""},
               {"date", "2023-02-28 24:00", ""},
               {"date", "2023-02-28T25:00:00", "22008"},
               {"timestamp", "2023-02-30 10:00", "22008"},
               {"timestamp", "2023-02-28 10:00:00.5+02", ""},
               {"timestamp", "2023-02-28 10:60", "22008"},
               {"timestamp", "2023-02-28 10:10:60", ""},
               {"timestamp", "2023-02-28 10:10:61", "22008"},
               {"timestamp", "2023-02-28 10:00 pm", ""},
               {"timestamp", "2023-02-30 10:00 PST", ""},
               {"timestamp", "2023-02-28 1:00", ""},
               {"timestamp", "2023-02-28 10:000", ""},
               {"timestamp", "2023-02-28 10:10:x", ""},
               {"timestamptz", "2023-04-31T00:00:00Z", "22008"},
               {"timestamptz", "soon", "22007"},
               {"time", "25:00", "22008"},
               {"time", "10:60", "22008"},
               {"time", "24:00", ""},
               {"time", "25:00 x", ""},
               {"time", "12:5", ""},
               {"time", "noon", "22007"},
               {"timetz", "", "22007"},
               {"interval", "abc", "22007"},
               {"interval", "infinity", ""},
               {"interval", "1 day", ""}});
  }

  TEST_CASE("json") {
    check_all({{"json", "", "22P02"},
               {"json", "{}", ""},
               {"json", " [ ] ", ""},
               {"json", R"({"a":{"b":[1,2,{"c":null}]}, "d":true})", ""},
               {"json", R"("a\"b\\\u00e4\n")", ""},
               {"json", "-1.5e+5", ""},
               {"json", "0", ""},
               {"json", "{bad", "22P02"},
               {"json", "[1,]", "22P02"},
               {"json", R"({"a":1,})", "22P02"},
               {"json", R"({"a":1)", "22P02"},
               {"json", R"({"a" 1})", "22P02"},
               {"json", R"({"a"})", "22P02"},
               {"json", "[1 2]", "22P02"},
               {"json", "[1}", "22P02"},
               {"json", "{a:1}", "22P02"},
               {"json", "{'a':1}", "22P02"},
               {"json", "\"a\tb\"", "22P02"},
               {"json", "\"a", "22P02"},
               {"json", "01", "22P02"},
               {"json", "1.", "22P02"},
               {"json", "-", "22P02"},
               {"json", "1E+", "22P02"},
               {"json", "nul", "22P02"},
               {"json", R"("\u12")", "22P02"},
               {"json", R"("\x")", "22P02"},
               {"json", "\"\\", "22P02"},
               {"json", "[[],{}]x", "22P02"},
               {"jsonb", "null ", ""},
               {"jsonb", "yes", "22P02"}});
    CHECK(said("json", std::string(200'000, '[')) == "22P02");
  }

  TEST_CASE("bytes and bits") {
    check_all({{"bytea", "\\xABC", "22023"},
               {"bytea", "\\xZZ", "22023"},
               {"bytea", "\\x AB cd", ""},
               {"bytea", "abc\\", "22P02"},
               {"bytea", "a\\\\b\\001", ""},
               {"bytea", "\\400", "22P02"},
               {"bytea", "\\9", "22P02"},
               {"bit(3)", "101", ""},
               {"bit(3)", "b101", ""},
               {"bit(3)", "10", "22026"},
               {"bit(3)", "1012", "22P02"},
               {"bit(4)", "xF", ""},
               {"bit(4)", "xFF", "22026"},
               {"bit", "1", ""},
               {"bit", "11", "22026"},
               {"varbit(3)", "1", ""},
               {"varbit(3)", "1111", "22001"},
               {"varbit", "1111", ""},
               {"varbit", "xg", "22P02"}});
    CHECK(said("bit(3)", "1", LiteralUse::cast).empty());
    CHECK(said("bit(3)", "2", LiteralUse::parsed) == "22P02");
  }

  TEST_CASE("addresses and ranges") {
    check_all({{"inet", "abc", "22P02"},
               {"inet", "", "22P02"},
               {"inet", "localhost", "22P02"},
               {"inet", "10.0.0.1", ""},
               {"inet", "::1", ""},
               {"cidr", "10.0.0.0/8", ""},
               {"cidr", "1 to 5", "22P02"},
               {"int4range", "abc", "22P02"},
               {"int4range", "[1,2]", ""},
               {"tstzrange", "(,)", ""},
               {"int4range", " EMPTY ", ""},
               {"int4multirange", "{}", ""}});
  }

  TEST_CASE("strings with a length, of which blanks don't count") {
    check_all({{"varchar(3)", "toolong", "22001"},
               {"varchar(3)", "abc   ", ""},
               {"varchar(3)", "äöü", ""},
               {"bpchar(2)", "abc", "22001"},
               {"bpchar(2)", "ab ", ""},
               {"varchar", "toolong", ""},
               {"text", "anything", ""}});
    CHECK(said("varchar(3)", "toolong", LiteralUse::cast).empty());
    CHECK(said("varchar(3)", "toolong", LiteralUse::parsed).empty());
    CHECK(said("numeric(3,1)", "1234", LiteralUse::parsed).empty());
    CHECK(said("numeric(3,1)", "1234", LiteralUse::cast) == "22003");
  }

  TEST_CASE("arrays") {
    check_all({{"int4[]", "{}", ""},
               {"int4[]", " { 1 , NULL } ", ""},
               {"int4[]", "{\"1\"}", ""},
               {"int4[]", "{{1},{2}}", ""},
               {"int4[]", "{1,{2}}", ""},
               {"int4[]", "[0:1]={1,2}", ""},
               {"int4[]", "1,2", "22P02"},
               {"int4[]", "{1,a}", "22P02"},
               {"int4[]", "{1,,2}", "22P02"},
               {"int4[]", "{1,2", "22P02"},
               {"int4[]", "{1,2}x", "22P02"},
               {"int4[]", "", "22P02"},
               {"int4[]", "{99999999999}", "22003"},
               {"int4[]", "{\"NULL\"}", "22P02"},
               {"varchar(3)[]", "{toolong}", "22001"},
               {"text[]", "{a b}", ""},
               {"text[]", "{\\ }", ""},
               {"text[]", "{\\,,\"a\\\"b\"}", ""},
               {"text[]", "{a\\", "22P02"},
               {"text[]", "{\"a\\", "22P02"},
               {"text[]", "{\"a}", "22P02"},
               {"text[]", "{a\"b\"}", "22P02"},
               {"text[]", "{\"a\"b}", "22P02"},
               {"text[]", "{a{b}", "22P02"},
               {"text[]", "{}}", "22P02"},
               {"text[]", "{a,}", "22P02"}});
  }

  TEST_CASE("types of one's own") {
    check_all({{"public.mood", "ok", ""},
               {"public.mood", "OK", "22P02"},
               {"public.mood[]", "{sad,glad}", "22P02"},
               {"public.pair", "(1,x)", ""},
               {"public.pair", "x", "22P02"},
               {"public.short", "toolong", "22001"},
               {"public.shorter", "toolong", "22001"},
               {"public.shorter", "ok", ""},
               {"public.uuid", "not-a-uuid", ""}});
    CHECK(read_literal(catalog(), type("public.mood"), "glad")->message == "'glad' is no label of mood");
    CHECK(read_literal(catalog(), type("int4"), "x")->message == "'x' can't be read as integer");
  }

  TEST_CASE("what may have changed meanwhile says nothing") {
    const Catalog doubtful = replayed({R"(
      CREATE TYPE mood AS ENUM ('sad', 'ok');
      CREATE DOMAIN short AS varchar(3);
      DO $$ BEGIN EXECUTE 'ALTER TYPE mood ADD VALUE ''glad'''; EXECUTE current_setting('x.y'); END $$;
    )"});
    CHECK(!read_literal(doubtful, type("public.mood"), "glad"));
    CHECK(!read_literal(doubtful, type("public.short"), "toolong"));
  }
}
