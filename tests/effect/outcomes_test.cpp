// outcomes/*.sql: a setup, and statements, each alone after it. Below a statement stands what PostgreSQL does
// to carry it out: what it fails for, what rows can make it fail for, locks, work, losses; then what it fails
// for where less is known of what there is. (PostgreSQL 15 refuses those that fail here, and no other.)
//
// To write the files anew: MIGLINT_UPDATE=1 build/dev/tests/miglint_tests
// --source-file='*/outcomes_test.cpp'. Read the difference like prose.

#include <doctest/doctest.h>
#include <filesystem>
#include <fmt/format.h>
#include <sstream>
#include <string>

#include "support/effect_of_sql.hpp"
#include "support/golden.hpp"

namespace miglint {

static void add(std::string& text, std::string_view what, const std::string& things) {
  if (things != "-") text += fmt::format("{}{} {}", text.empty() ? "-- " : "; ", what, things);
}

static std::string printed(const Effect& effect) {
  std::string text;
  if (effect.always_fails)
    text = fmt::format("-- {}: {}", effect.always_fails->sqlstate, effect.always_fails->reason);
  add(text, "rows may fail:", test::failures(effect));
  add(text, "locks", test::locks(effect));
  add(text, "rewrites", test::names(effect.rewrites));
  add(text, "scans", test::names(effect.scans));
  add(text, "builds", test::names(effect.builds));
  add(text, "rebuilds", test::names(effect.rebuilds));
  add(text, "drops", test::names(effect.drops));
  for (const Loss& loss : effect.losses) add(text, "loses", to_string(loss));
  if (effect.refuses_transaction) add(text, "in", "no transaction");
  return text.empty() ? text : text + "\n";
}

/// Nothing in it is known for certain.
static Catalog uncertain(Catalog catalog) {
  const auto doubt = [](auto& things) {
    for (auto& [name, thing] : things) thing.certain = false;
  };
  doubt(catalog.tables);
  doubt(catalog.views);
  doubt(catalog.enums);
  return catalog;
}

/// What the statement fails for, where less is known of what there is.
static std::string printed_for_less(const std::vector<std::pair<std::string_view, Catalog>>& less,
                                    const std::string& sql) {
  std::string text;
  for (const auto& [how, catalog] : less)
    if (const std::string code = test::always(test::effect_in(catalog, sql)); !code.empty())
      text += fmt::format("{}{} {}", text.empty() ? "-- " : ", ", how, code);
  return text.empty() ? text : text + "\n";
}

/// The file as it should read.
static std::string outcomes_file(const std::string& text) {
  static const std::string begin_of_statements = "-- Statements\n";
  const std::size_t end_of_setup = text.find(begin_of_statements) + begin_of_statements.size();
  const std::string setup = text.substr(0, end_of_setup);
  const Catalog before = test::catalog_after(setup), unsure = test::doubted(before);
  const std::vector<std::pair<std::string_view, Catalog>> less = {
      {"of what nobody made", Catalog{}}, {"in doubt", unsure}, {"uncertain", uncertain(before)}};
  std::string result = setup;
  std::istringstream lines(text.substr(end_of_setup));
  for (std::string line; std::getline(lines, line);)
    if (!line.starts_with("--")) {
      const Effect effect = test::effect_in(before, line);
      result += line + "\n" + printed(effect);
      CAPTURE(line);
      if (effect.always_fails)
        result += printed_for_less(less, line);
      else
        test::check_knowing_less(unsure, line, true);
    }
  return result;
}

TEST_SUITE("effect: outcomes of statements") {
  TEST_CASE("each statement alone") {
    const std::string folder = "tests/effect/outcomes";
    for (const auto& entry :
         std::filesystem::directory_iterator(std::string(MIGLINT_SOURCE_DIR) + "/" + folder)) {
      const std::string path = folder + "/" + entry.path().filename().string();
      CAPTURE(path);
      CHECK(matches_golden(path, outcomes_file(read_text(entry.path().string()))));
    }
  }
}

}  // namespace miglint
