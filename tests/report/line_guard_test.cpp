// No line that comes out is a command to a CI runner, and no character is one to a terminal: hostile names of
// every length, so that every text is broken at every place, in every format.

#include "report/line_guard.hpp"

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <sstream>

#include "report/clean.hpp"
#include "report/plan.hpp"
#include "report/report.hpp"
#include "report/schema.hpp"
#include "report/style.hpp"
#include "support/judge.hpp"
#include "support/sample_outcome.hpp"

namespace miglint {

namespace {

const std::vector<std::string> all_formats = {"text",   "concise", "json",       "sarif",    "github",
                                              "gitlab", "junit",   "checkstyle", "markdown", "agent"};

/// The finding's every text is broken anew where `name` has another length.
Outcome outcome_with(const std::string& name) {
  Outcome outcome = sample_outcome();
  JudgedHistory& judged = outcome.histories[0];
  Migration& migration = judged.history.migrations.all()[1];
  Finding& finding = judged.result.findings[1];
  finding.message = "Dropping " + name + ".c breaks the running version";
  finding.why = "Every row of " + name + " is read, and " + name + " waits.";
  finding.object = {.schema = name, .table = name, .column = name, .name = name};
  finding.loses = {"column:" + name};
  finding.rewrites = {name};
  finding.locks = {{.relation = {.schema = name, .name = name}, .mode = LockMode::access_exclusive}};
  finding.safer = {{.text = "Release " + name + " first.", .sql = "SELECT '" + name + "';\n" + name}};
  finding.check_first = "SELECT '\n" + name + "'";
  finding.related = {{.message = name + " was made here", .path = name, .line = 3}};
  migration.source.name = migration.source.path = finding.path = name;
  migration.source.text = name + "\n" + name;
  migration.statements = {{.span = {.begin = 0, .end = static_cast<int>(migration.source.text.size())}}};
  finding.span = migration.statements[0].span;
  judged.result.findings.pop_back();  // it lies in a statement that is not there any more
  judged.result.migrations[1].summary = "drops " + name;
  judged.result.suppressed[0].suppressed = name;
  judged.history.order_note = name;
  outcome.errors = {{.path = name, .message = name}};
  outcome.notes = {name};
  outcome.selection = "new since " + name;
  outcome.show_suppressed = true;
  return outcome;
}

/// GitHub's own format is made of commands: these are meant.
bool is_annotation(std::string_view line) {
  return line.starts_with("::error file=") || line.starts_with("::warning file=") ||
         line.starts_with("::notice ");
}

std::string_view trimmed(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const Character character = character_at(line, at);
    const char32_t c = character.code_point;
    const bool blank = c == ' ' || c == '\t' || c == '|' || c == 0xA0 || c == 0x3000;
    if (!blank) return line.substr(at);
    at += character.bytes.size();
  }
  return {};
}

/// What is wrong with a line; empty: nothing.
std::string fault(std::string_view line, bool github) {
  if (trimmed(line).starts_with("::") && !(github && is_annotation(line))) return "begins with ::";
  for (const std::string_view command : {"##[", "##vso[", "##teamcity["}) {
    if (line.find(command) != std::string_view::npos) return "holds " + std::string(command);
  }
  for (std::size_t at = 0; at < line.size();) {
    const Character character = character_at(line, at);
    // the mark of a warning in Markdown is ours: ⚠ and what makes a picture of it
    const bool ours = character.code_point == 0xFE0F && at >= 3 &&
                      (line.substr(at - 3).starts_with("⚠") || line.substr(at - 3).starts_with("ℹ"));
    if (!character.valid || (character.harmful && !ours)) return "holds a harmful character";
    at += character.bytes.size();
  }
  return {};
}

void check_lines(const std::string& text, const std::string& format) {
  std::istringstream lines(text);
  for (std::string line; std::getline(lines, line);) {
    const std::string wrong = fault(line, format == "github");
    CHECK_MESSAGE(wrong.empty(), format, " ", wrong, ": ", line);
  }
}

/// As `deliver` does.
std::string rendered(const std::string& format, const Outcome& outcome, const ReportStyle& style) {
  std::ostringstream out;
  find_reporter(format)(outcome, style, out);
  return format == "github" ? out.str() : guarded(out.str());
}

constexpr std::string_view attacks[] = {
    "::stop-commands::t",
    "::set-output name=x::y",
    "##[group]x",
    "##vso[task.x]y",
    "##teamcity[x]",
    "\u3000::error::x",
    "\xC2\xA0::error::x",
    "a\n::error::x\r::b\x1b[31m\u202e\u200b\ufeff\U000e0041\u00ad\u3164\ufe0f\x7f\xC2\x85",
    "\x1b[0Ksection_start:1:a\r\x1b[0K",
};

}  // namespace

TEST_SUITE("report/line guard") {
  TEST_CASE("a command at a line's beginning is none any more, and SQL stays SQL") {
    CHECK(guarded("SELECT a\n  ::set-output name=x::y") == "SELECT a\n  /**/::set-output name=x::y");
    CHECK(guarded("::error::x\n") == "/**/::error::x\n");
    CHECK(guarded("\xC2\xA0::x") == "\xC2\xA0/**/::x");  // a no-break space is trimmed too
    CHECK(guarded("  | ::x") == "  | /**/::x");
    CHECK(guarded("\x1b[31m::x") == "\x1b[31m/**/::x");
    CHECK(guarded("SELECT 1::int\n") == "SELECT 1::int\n");
    CHECK(guarded("x ##[command]y ##vso[task.x] ##teamcity[m]") ==
          "x # #[command]y # #vso[task.x] # #teamcity[m]");
    CHECK(guarded("###[x") == "## #[x");
    CHECK(guarded("") == "");
  }

  TEST_CASE("a line that comes in pieces is one line") {
    std::string out;
    LineGuard guard([&](std::string_view line) { out += line; });
    for (const char c : std::string_view("a\n :")) guard.pass({&c, 1});
    CHECK(out == "a\n");
    guard.pass(":x #");
    guard.pass("#[y");
    guard.finish();
    CHECK(out == "a\n /**/::x # #[y");
  }

  TEST_CASE("hostile names of every length, in every format") {
    for (const std::string_view attack : attacks) {
      for (std::size_t padding = 0; padding <= 120; ++padding) {
        const std::string name = std::string(padding, 'p') + " " + std::string(attack);
        const Outcome outcome = outcome_with(name);
        for (const std::string& format : all_formats)
          check_lines(rendered(format, outcome, {.verbose = true}), format);
      }
    }
  }

  TEST_CASE("a name that is nothing but the attack") {
    for (const std::string_view attack : attacks) {
      const Outcome outcome = outcome_with(std::string(attack));
      for (const std::string& format : all_formats) check_lines(rendered(format, outcome, {}), format);
    }
  }

  TEST_CASE("hostile names through rules, plan and schema") {
    for (const std::string_view attack : attacks) {
      for (std::size_t padding = 0; padding <= 60; padding += 3) {
        const std::string name = truncate_identifier(std::string(padding, 'p') + " " + std::string(attack));
        const std::string table = quote(name), label = quote_literal(name);
        Judged judged = judge(
            fmt::format("CREATE TYPE e AS ENUM ({1}, 'b');\n"
                        "CREATE TABLE {0} (c int, {0} text DEFAULT {1}, e e, CHECK (c > 0));\n"
                        "CREATE TABLE o (c int PRIMARY KEY);\nCREATE VIEW v AS SELECT c FROM {0};\n",
                        table, label),
            fmt::format(
                "ALTER TABLE {0} ADD CONSTRAINT {0} FOREIGN KEY (c) REFERENCES o;\n"
                "ALTER TYPE e RENAME VALUE {1} TO 'c';\nDROP VIEW v;\nALTER TABLE {0} DROP COLUMN {0};\n"
                "ALTER TABLE {0} ALTER c TYPE bigint;\nDROP INDEX {0};\nDROP TABLE {0} CASCADE;\n",
                table, label),
            {.keep_plan = true});
        const std::vector<ReplayedSchema> schemas = {
            {.migrations_dir = name,
             .catalog = judge(fmt::format("CREATE TABLE {0} ({0} text DEFAULT {1});", table, label), "")
                            .result.catalog}};
        Outcome outcome;
        outcome.histories.push_back(
            {.history = std::move(judged.history), .result = std::move(judged.result)});
        for (const std::string& format : all_formats) check_lines(rendered(format, outcome, {}), format);
        for (const Reporter report : {plan_text, plan_markdown, plan_json}) {
          std::ostringstream out;
          report(outcome, {}, out);
          check_lines(guarded(out.str()), "plan");
        }
        for (const auto report : {report_schema_sql, report_schema_json}) {
          std::ostringstream out;
          report(schemas, out);
          check_lines(guarded(out.str()), "schema");
        }
      }
    }
  }

  TEST_CASE("text is broken at every width") {
    for (int width = 1; width <= 120; ++width) {
      std::string text;
      for (const std::string& line : wrapped(one_line("waits for ::error::x and ##[group]y"), width))
        text += "   " + line + "\n";
      check_lines(guarded(text), "text");
    }
  }
}

}  // namespace miglint
