#include "support/effect_of_sql.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <vector>

#include "parse/parser.hpp"
#include "support/contents.hpp"

namespace miglint::test {

static std::string bare(const RelationName& name) {
  return name.schema == "public" ? name.name : to_string(name);
}

static std::string or_dash(std::string text) { return text.empty() ? "-" : text; }

Catalog catalog_after(const std::string& setup, int postgres) {
  Catalog catalog;
  catalog.postgres = postgres;
  catalog.current_migration = 0;
  for (const Statement& statement : parse({.name = "1_setup", .text = setup}).statements)
    replay(catalog, statement);
  return catalog;
}

Effect effect_in(Catalog catalog, const std::string& sql) {
  const Migration now = parse({.name = "2_now", .text = sql});
  catalog.current_migration = 1;
  for (std::size_t i = 0; i + 1 < now.statements.size(); ++i) {
    catalog.current_statement = static_cast<int>(i);
    replay(catalog, now.statements[i]);
  }
  catalog.current_statement = static_cast<int>(now.statements.size()) - 1;
  return now.statements.empty() ? Effect{} : effect_of(now.statements.back(), catalog, catalog.postgres);
}

Effect effect_of_sql(const std::string& setup, const std::string& sql, int postgres) {
  return effect_in(catalog_after(setup, postgres), sql);
}

static std::vector<std::string> joined_lines(std::string_view outcomes) {
  std::vector<std::string> lines;
  while (!outcomes.empty()) {
    const std::size_t end = outcomes.find('\n');
    const std::string_view line = outcomes.substr(0, end);
    outcomes.remove_prefix(end == outcomes.npos ? outcomes.size() : end + 1);
    if (line.empty()) continue;
    if (line.front() == ' ' && !lines.empty())
      lines.back() += line;
    else
      lines.emplace_back(line);
  }
  return lines;
}

void check_knowing_less(const Catalog& doubted, const std::string& sql, bool carried_out) {
  const std::string of_nothing = always(effect_in(Catalog{}, sql)),
                    of_doubted = always(effect_in(doubted, sql));
  changes_in(Catalog{}, sql);
  changes_in(doubted, sql);
  if (!carried_out) return;
  CHECK(of_doubted == "");
  // a function that nobody made is missing, and no IF NOT EXISTS finds its table
  if (of_nothing != "42883" && !sql.starts_with("CREATE TABLE IF NOT EXISTS")) CHECK(of_nothing == "");
}

Catalog doubted(Catalog catalog) {
  const std::string_view anything = R"(DO $$ DECLARE r record; BEGIN
    FOR r IN SELECT sql FROM statements LOOP EXECUTE r.sql; END LOOP; END $$;)";
  ++catalog.current_migration;
  for (const Statement& statement : parse({.name = "unknown", .text = std::string(anything)}).statements)
    replay(catalog, statement);
  return catalog;
}

std::string disagreements(const std::string& setup, std::string_view outcomes, int postgres) {
  std::string found;
  const Catalog before = catalog_after(setup, postgres), unsure = doubted(before);
  for (const std::string& line : joined_lines(outcomes)) {
    const std::size_t space = line.find(' ');
    const std::string expected = line.substr(0, space);
    const std::string sql = line.substr(line.find_first_not_of(' ', space));
    const std::string outcome = always(effect_in(before, sql));
    CAPTURE(sql);
    check_knowing_less(unsure, sql, expected == "ok");
    if (outcome != (expected == "ok" ? "" : expected))
      found += fmt::format("{} -- {}\n", sql, outcome.empty() ? "ok" : outcome);
  }
  return found;
}

void check_tried(const std::string& setup, std::span<const Tried> statements) {
  const Catalog before = catalog_after(setup, 15), unsure = doubted(before);
  for (const auto& [sql, sqlstate] : statements) {
    CAPTURE(sql);
    CHECK(always(effect_in(before, std::string(sql))) == sqlstate);
    check_knowing_less(unsure, std::string(sql), sqlstate.empty());
  }
}

std::string failures(const Effect& effect) {
  std::string text;
  for (const RowFailure& failure : effect.row_failures)
    text += fmt::format("{}{} {}({}){}", text.empty() ? "" : ", ", failure.sqlstate, bare(failure.relation),
                        fmt::join(failure.columns, ","), failure.any_row ? "*" : "");
  return or_dash(text);
}

std::string locks(const Effect& effect) {
  std::string text;
  for (const Lock& lock : effect.locks)
    text += fmt::format("{}{} {}", text.empty() ? "" : ", ", bare(lock.relation), to_string(lock.mode));
  return or_dash(text);
}

std::string names(const std::vector<Work>& work) {
  std::string text;
  for (const Work& done : work) text += (text.empty() ? "" : ", ") + bare(done.relation);
  return or_dash(text);
}

std::string always(const Effect& effect) { return effect.always_fails ? effect.always_fails->sqlstate : ""; }

}  // namespace miglint::test
