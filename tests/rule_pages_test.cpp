// A rule's page is its specification. Every example on every page is judged here; the server suite holds the
// same examples against PostgreSQL.

#include <algorithm>
#include <doctest/doctest.h>
#include <fmt/format.h>
#include <set>
#include <string>

#include "config/load.hpp"
#include "discover/prisma_version.hpp"
#include "docs/page.hpp"
#include "miglint/rule.hpp"
#include "support/judge.hpp"

namespace miglint {

namespace {

Config config_of(const PageBlock& block) {
  const std::string text = block.value("config");
  return text.empty() ? Config{} : parse_config(text, "page");
}

/// A project's Prisma version decides how the file runs.
std::vector<RunMode> modes_of(const Config& config) {
  if (!config.prisma) return {RunMode::batch, RunMode::split};
  const PrismaVersion version{.range = parse_range(*config.prisma)};
  return execution_of(Layout::prisma, version).modes;
}

Judged judged(const PageExample& example, std::string_view rule) {
  Config config = config_of(example.block);
  const std::string id(rule);
  if (!find_rule(rule)->rule->enabled && !config.rules.contains(id))
    config.rules[id] = Config::Level::warning;
  return judge(example.setup, example.files, {.config = config, .modes = modes_of(config)});
}

std::string place(std::string_view rule, const PageExample& example) {
  return fmt::format("{}.md:{} ({})", rule, example.block.line, example.bad ? "bad" : "good");
}

/// What the page says that PostgreSQL answers to the rows there is in one of the findings.
void check_fails(const PageExample& example, const Judged& judged) {
  for (const std::string& sqlstate : example.block.values("fails")) {
    const bool said = std::ranges::any_of(judged.result.findings, [&](const Finding& finding) {
      return std::ranges::find(finding.fails, sqlstate) != finding.fails.end();
    });
    CHECK_MESSAGE(said, "no finding says ", sqlstate);
  }
}

void check_bad(std::string_view rule, const PageExample& example) {
  INFO(place(rule, example));
  const Judged result = judged(example, rule);
  INFO(fmt::format("found: {}", fmt::join(result.findings(), ", ")));
  CHECK(result.has(rule));
  const std::vector<std::string> also = example.block.values("also");
  for (const Finding& finding : result.result.findings) {
    const bool declared = finding.rule == rule || std::ranges::find(also, finding.rule) != also.end();
    // Who waits meanwhile is another cause, with pages of its own.
    const bool other_cause = finding.group == Group::locks || finding.group == Group::transactions;
    CHECK_MESSAGE((declared || other_cause), finding.rule, " is not declared: ", finding.message);
  }
  check_fails(example, result);
}

void check_good(std::string_view rule, const PageExample& example) {
  INFO(place(rule, example));
  const Judged result = judged(example, rule);
  const std::vector<std::string> also = example.block.values("also");
  for (const Finding& finding : result.result.findings) {
    CHECK_MESSAGE(finding.severity != Severity::error, finding.rule, ": ", finding.message);
    const bool undeclared_self = finding.rule == rule &&
                                 finding.severity == find_rule(rule)->rule->severity &&
                                 std::ranges::find(also, finding.rule) == also.end();
    CHECK_FALSE_MESSAGE(undeclared_self, finding.rule, ": ", finding.message);
  }
}

std::set<std::string> names() {
  std::set<std::string> ids = {"*"};
  for (const RegisteredRule& entry : all_rules()) ids.emplace(entry.rule->id);
  return ids;
}

}  // namespace

TEST_SUITE("rule pages") {
  TEST_CASE("a page follows the grammar, under its rule's name") {
    for (const RegisteredRule& entry : all_rules()) {
      for (const std::string& problem : page_problems(entry.rule->id, entry.page))
        FAIL_CHECK(entry.rule->id, ".md: ", problem);
    }
  }

  TEST_CASE("rules name rules that exist") {
    const std::set<std::string> ids = names();
    for (const RegisteredRule& entry : all_rules()) {
      for (const std::string_view other : entry.rule->overrides) {
        CHECK_MESSAGE((other.empty() || ids.contains(std::string(other))), entry.rule->id, " overrides ",
                      other, ", which does not exist");
      }
    }
  }

  TEST_CASE("what a page calls bad is found, and nothing else there") {
    for (const RegisteredRule& entry : all_rules()) {
      if (entry.group == Group::history && !std::holds_alternative<MigrationCheck>(entry.rule->check) &&
          !std::holds_alternative<FoundByEngine>(entry.rule->check)) {
        continue;  // what git says is told in real repositories: tests/git
      }
      for (const PageExample& example : examples(read_page(entry.page))) {
        if (example.bad) check_bad(entry.rule->id, example);
      }
    }
  }

  TEST_CASE("what a page calls good gives no error from any rule") {
    for (const RegisteredRule& entry : all_rules()) {
      for (const PageExample& example : examples(read_page(entry.page))) {
        if (!example.bad) check_good(entry.rule->id, example);
      }
    }
  }
}

}  // namespace miglint
