// INSERT, UPDATE, DELETE, and where the rows of an UPDATE or a sub-select come from.

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "support/describe.hpp"

namespace miglint::test {

namespace {

/// `a, s.b? | s.id = a.b_id | s.id: s.b.id`: tables (`?`: may be missing), conditions, computed columns.
std::string flattened(const RowSource& source) {
  if (!source.plain) return "not plain";
  std::vector<std::string> tables, conditions, outputs;
  for (const RowSource::Table& table : source.tables)
    tables.push_back(table.alias + (table.optional ? "?" : ""));
  for (const Expression& condition : source.conditions) conditions.push_back(describe(condition));
  for (const RowSource::Output& output : source.outputs)
    outputs.push_back(output.alias + "." + output.name + ": " + describe(output.value));
  return fmt::format("{} | {} | {}", fmt::join(tables, ", "), fmt::join(conditions, ", "),
                     fmt::join(outputs, ", "));
}

std::string source_of(std::string_view sql) {
  const Migration migration = lowered(sql);
  const auto* update = std::get_if<Update>(&migration.statements.at(0).changes.back().change);
  return update == nullptr ? "no UPDATE" : flattened(update->source);
}

}  // namespace

TEST_SUITE("lowering rows") {
  TEST_CASE("UPDATE: what is assigned, from where, on which rows") {
    CHECK(lower("UPDATE t SET a = upper(b), c = DEFAULT WHERE a IS NULL;") ==
          "update t set (a = upper(b), c = default) where is-null(a)");
  }

  TEST_CASE("a WITH clause's changes come first") {
    CHECK(lower("WITH moved AS (DELETE FROM a RETURNING *) INSERT INTO b SELECT * FROM moved;")
              .starts_with("delete a\ninsert b"));
  }

  TEST_CASE("FROM: joins are tables and conditions") {
    CHECK(
        source_of(
            "UPDATE t SET c = u.n FROM orders o JOIN users u ON u.id = o.user_id WHERE o.id = t.order_id;") ==
        "o, u | [=](u.id, o.user_id) | ");
    CHECK(source_of("UPDATE t SET c = u.n FROM orders o LEFT JOIN users u ON u.id = o.user_id WHERE o.id = "
                    "t.order_id;") == "o, u? |  | ");
  }

  TEST_CASE("a sub-select becomes its table, under both names") {
    CHECK(source_of("UPDATE t SET c = s.up FROM (SELECT id, upper(code) AS up FROM parent WHERE live) s "
                    "WHERE s.id = t.p;") ==
          "s.parent | s.parent.live | s.id: s.parent.id, s.up: upper(s.parent.code)");
    CHECK(source_of("WITH s AS (SELECT * FROM parent) UPDATE t SET c = s.code FROM s WHERE s.id = t.p;") ==
          "s.parent |  | s.*: s.parent.*");
  }

  TEST_CASE("what else decides which rows there are makes it not plain") {
    for (const std::string_view from :
         {"(SELECT id FROM p LIMIT 1) s", "(SELECT id FROM p GROUP BY id) s",
          "(SELECT id FROM p UNION SELECT 1) s", "generate_series(1, 3) s", "(SELECT max(id) AS id FROM p) s",
          "(SELECT unnest(ids) AS id FROM p) s", "p s FULL JOIN q ON q.id = s.id", "p s JOIN q USING (id)"}) {
      CAPTURE(from);
      CHECK(source_of(fmt::format("UPDATE t SET c = s.id FROM {} WHERE s.id = t.p;", from)) == "not plain");
    }
  }

  TEST_CASE("WITH queries that name each other again and again stay small") {
    std::string sql = "WITH w0 AS (SELECT id FROM p)";
    for (int i = 1; i < 40; ++i) sql += fmt::format(", w{0} AS (SELECT a.id FROM w{1} a, w{1} b)", i, i - 1);
    CHECK(source_of(sql + " UPDATE t SET c = w39.id FROM w39 WHERE w39.id = t.p;") == "not plain");
  }

  TEST_CASE("a sub-select in an expression knows its own rows") {
    const Migration migration = lowered("UPDATE t SET c = (SELECT p.n FROM p WHERE p.id = t.p);");
    const auto& update = std::get<Update>(migration.statements.at(0).changes.at(0).change);
    const Expression& value = update.assignments.at(0).value;
    REQUIRE(value.subselect);
    CHECK(flattened(value.subselect->source) == "p | [=](p.id, t.p) | ");
    CHECK_FALSE(value.subselect->aggregates);
  }
}

}  // namespace miglint::test
