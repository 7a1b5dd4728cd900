#include <doctest/doctest.h>

#include "config/load.hpp"
#include "miglint/error.hpp"

namespace miglint {

TEST_SUITE("config/config") {
  static std::string complaint(std::string_view text) {
    try {
      parse_config(text, ".miglint.yaml");
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }

  TEST_CASE("every key is read") {
    const Config config = parse_config(R"(
postgres: 16
prisma: "6.19"
base: origin/main
migrations: [packages/database/migrations]
fail-on: warning
tables:
  large: [events, "audit_*"]
  small: settings
rules:
  locks: off
  data: warning
ignore:
  - rule: locks
    migration: "20240101*"
    reason: reader removed in release 4.2
decisions: decisions.yaml
frozen: on-base
)",
                                       "x/.miglint.yaml");
    CHECK(config.path == "x/.miglint.yaml");
    CHECK(config.postgres == 16);
    CHECK(config.prisma == "6.19");
    CHECK(config.base == "origin/main");
    CHECK(config.migrations == std::vector<std::string>{"packages/database/migrations"});
    CHECK(config.fail_on == Severity::warning);
    CHECK(config.large_tables == std::vector<std::string>{"events", "audit_*"});
    CHECK(config.small_tables == std::vector<std::string>{"settings"});
    CHECK(config.rules.at("locks") == Config::Level::off);
    CHECK(config.rules.at("data") == Config::Level::warning);
    REQUIRE(config.ignore.size() == 1);
    CHECK(config.ignore[0].migration == "20240101*");
    CHECK(config.decisions == "decisions.yaml");
    CHECK(config.frozen == Config::Frozen::on_base);
  }

  TEST_CASE("an empty file and one of comments only mean the defaults") {
    CHECK(parse_config("", "c").postgres == 15);
    CHECK(parse_config("# nothing yet\n", "c").decisions == ".miglint-decisions.yaml");
  }

  TEST_CASE("fail-on: never") { CHECK(parse_config("fail-on: never", "c").fail_never); }

  TEST_CASE("what is wrong is named with file, line and the nearest known name") {
    const struct {
      std::string_view text, complaint;
    } cases[] = {
        {"postgres: 15\nbse: x", ".miglint.yaml:2: unknown key \"bse\" (did you mean \"base\"?)"},
        {"rules:\n\n  lokcs: off", ".miglint.yaml:3: unknown rule \"lokcs\" (did you mean \"locks\"?)"},
        {"rules:\n  locks: eror",
         ".miglint.yaml:2: unknown value of locks \"eror\" (did you mean \"error\"?)"},
        {"fail-on: sometimes",
         ".miglint.yaml:1: unknown value of fail-on \"sometimes\"; known are error, warning, note, never"},
        {"postgres: 9", ".miglint.yaml:1: \"postgres\" must be a major version from 12 to 19, not \"9\""},
        {"postgres: [15]", ".miglint.yaml:1: \"postgres\" must be a single value"},
        {"prisma: latest", ".miglint.yaml:1: \"prisma\" must be a version such as \"6.19\", not \"latest\""},
        {"base: a\nbase: b", ".miglint.yaml:2: \"base\" is given twice"},
        {"tables: [x]", ".miglint.yaml:1: tables must be a map of keys to values"},
        {"tables:\n  huge: x", ".miglint.yaml:2: unknown key of tables \"huge\"; known are large, small"},
        {"ignore:\n  - rule: locks",
         ".miglint.yaml:2: an entry of ignore needs a \"reason\": somebody will ask why"},
        {"ignore:\n  - reason: why", ".miglint.yaml:2: an entry of ignore needs a \"rule\""},
        {",a/", ".miglint.yaml: this is no YAML: something stands behind its only value"},
        {"- a", ".miglint.yaml:1: the configuration must be a map of keys to values"},
    };
    for (const auto& [text, expected] : cases) {
      CAPTURE(text);
      CHECK(complaint(text) == expected);
    }
    CHECK(complaint("a: [").find("this is no YAML") != std::string::npos);
  }

  TEST_CASE("candidates lead from the path up to the repository's root") {
    CHECK(config_candidates("/r/a/b", "/r") ==
          std::vector<std::string>{"/r/a/b/.miglint.yaml", "/r/a/.miglint.yaml", "/r/.miglint.yaml"});
    CHECK(config_candidates("/r", "/r") == std::vector<std::string>{"/r/.miglint.yaml"});
  }

  TEST_CASE("a glob") {
    CHECK(matches_glob("audit_*", "audit_log"));
    CHECK_FALSE(matches_glob("audit_*", "the_audit_log"));
    CHECK(matches_glob("*_20??", "events_2024"));
    CHECK(matches_glob("**", ""));
    CHECK_FALSE(matches_glob("a?", "a"));
    CHECK(matches_glob("*a*b", "xaxxab"));
  }

  TEST_CASE("decisions are read with the line they stand on") {
    const auto decisions = parse_decisions(R"(decisions:
  - finding: 0123456789abcdef
    rule: drop-column
    migration: 20240101_drop
    statement: feed
    reason: last reader left in 4.2
    by: Ann
    date: 2026-11-01
    via: tty
)",
                                           "d.yaml");
    REQUIRE(decisions.size() == 1);
    CHECK(decisions[0].finding == "0123456789abcdef");
    CHECK(decisions[0].reason == "last reader left in 4.2");
    CHECK(decisions[0].line == 2);
    CHECK(parse_decisions("", "d.yaml").empty());
    CHECK_THROWS_WITH_AS(parse_decisions("decisions:\n  - finding: a\n    rule: b", "d.yaml"),
                         "d.yaml:2: a decision needs \"reason\"", Error);
    CHECK_THROWS_WITH_AS(parse_decisions("decision: []", "d.yaml"),
                         "d.yaml:1: unknown key \"decision\" (did you mean \"decisions\"?)", Error);
  }
}

}  // namespace miglint
