// Advice speaks the words of the folder's own runner.

#include "miglint/runner_words.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <string>

#include "docs/page.hpp"
#include "miglint/rule.hpp"
#include "support/judge.hpp"

namespace miglint {

namespace {

constexpr std::array others = {
    Layout::drizzle,  Layout::golang_migrate, Layout::goose,       Layout::dbmate,          Layout::flyway,
    Layout::supabase, Layout::diesel,         Layout::sql_migrate, Layout::node_pg_migrate, Layout::plain};

/// All that people read of a finding.
std::string words_of(const Finding& finding) {
  std::string text = finding.message + "\n" + finding.why + "\n";
  for (const SaferStep& step : finding.safer) text += step.text + "\n" + step.sql + "\n";
  for (const SaferPath& path : finding.paths) {
    text += path.title + "\n" + path.result + "\n";
    for (const PathStep& step : path.steps) text += step.text + "\n" + step.sql + "\n";
    for (const Need& need : path.needs) text += need.question + "\n";
    for (const SchemaEdit& edit : path.schema) text += "schema.prisma: " + in_words(edit) + "\n";
  }
  std::ranges::transform(text, text.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return text;
}

/// What git says of a migration that was run: edited, or gone.
std::string told_of_a_change(Layout layout, FrozenChange::Kind kind, FrozenChange::Extent extent) {
  History history{.migrations_dir = "migrations", .layout = layout};
  history.git.emplace();
  history.git->frozen_changes.push_back(
      {.kind = kind, .extent = extent, .migration = "1_init", .path = "migrations/1_init.sql"});
  std::string text;
  for (const Finding& finding : lint(history, {}, {}).findings) text += words_of(finding);
  return text;
}

}  // namespace

TEST_SUITE("rules/runner words") {
  TEST_CASE("no rule speaks of Prisma where Prisma is not") {
    Config config;
    for (const RegisteredRule& entry : all_rules())
      if (!entry.rule->enabled) config.rules[std::string(entry.rule->id)] = Config::Level::warning;
    int seen = 0;
    for (const RegisteredRule& entry : all_rules()) {
      for (const PageExample& example : examples(read_page(entry.page))) {
        for (const Layout layout : {Layout::flyway, Layout::plain}) {
          const Judged judged = judge(
              example.setup, example.files,
              {.config = config, .modes = {RunMode::batch, RunMode::split, RunMode::file}, .layout = layout});
          for (const Finding& finding : judged.result.findings) {
            if (finding.rule == "generated-warning-ignored") continue;  // Prisma wrote it into the file
            CAPTURE(finding.rule);
            const std::string words = words_of(finding);
            CAPTURE(words);
            CHECK(words.find("prisma") == std::string::npos);
            ++seen;
          }
        }
      }
    }
    CHECK(seen > 500);
  }

  TEST_CASE("what an edit or a deletion does is the runner's to say") {
    for (const Layout layout : others) {
      const RunnerWords& words = runner_words(layout);
      CAPTURE(words.name);
      for (const auto kind : {FrozenChange::Kind::edited, FrozenChange::Kind::deleted})
        for (const auto extent :
             {FrozenChange::Extent::statements, FrozenChange::Extent::comments_or_white_space,
              FrozenChange::Extent::line_endings})
          CHECK(told_of_a_change(layout, kind, extent).find("prisma") == std::string::npos);
      CHECK(words.edited.ends_with('.'));
      CHECK(words.comment.ends_with('.'));
      CHECK(words.deleted.ends_with('.'));
    }
    const auto edited = [](Layout layout) {
      return told_of_a_change(layout, FrozenChange::Kind::edited, FrozenChange::Extent::statements);
    };
    CHECK(edited(Layout::flyway).find("checksum mismatch") != std::string::npos);
    CHECK(edited(Layout::drizzle).find("journal") != std::string::npos);
    CHECK(edited(Layout::prisma).find("prisma migrate dev") != std::string::npos);
  }

  TEST_CASE("how a migration is made is a command, or a file") {
    CHECK(how_to_make(Layout::dbmate) == "dbmate new <what_it_does>");
    CHECK(how_to_make(Layout::flyway) == "a file of the next number");
  }
}

}  // namespace miglint
