#include "report/fixes.hpp"

#include <algorithm>
#include <fmt/ostream.h>

#include "report/clean.hpp"
#include "report/json_writer.hpp"
#include "report/style.hpp"

namespace miglint {

namespace {

constexpr std::size_t width = 100;

template <class Visit>
void each_change(const FixOutcome& outcome, Visit visit) {
  for (const FixedHistory& history : outcome.histories) std::ranges::for_each(history.changes, visit);
}

void write_changes(const FixOutcome& outcome, JsonWriter& json) {
  json.open_array("changes");
  each_change(outcome, [&](const ShownChange& change) {
    json.open_object();
    json.member("path", change.path);
    json.member("kind", to_string(change.kind));
    json.member("diff", change.diff);
    json.close_object();
  });
  json.close_array();
}

void write_later(const FixOutcome& outcome, JsonWriter& json) {
  json.open_array("later");
  for (const FixedHistory& history : outcome.histories) {
    for (const Later& later : history.result.later) {
      json.open_object();
      json.member("name", later.name);
      json.member("sql", later.sql);
      json.member("after", later.after);
      json.close_object();
    }
  }
  json.close_array();
}

void write_left(const FixOutcome& outcome, JsonWriter& json) {
  json.open_array("left");
  for (const FixedHistory& history : outcome.histories) {
    for (const LeftFinding& left : history.result.left) {
      json.open_object();
      json.member("finding", left.finding.fingerprint);
      json.member("rule", left.finding.rule);
      json.member("message", left.finding.message);
      json.member("why", left.why);
      json.close_object();
    }
  }
  json.close_array();
}

void write_proof(const FixOutcome& outcome, JsonWriter& json) {
  std::vector<std::string> differences, findings;
  for (const FixedHistory& history : outcome.histories) {
    std::ranges::copy(history.result.differences, std::back_inserter(differences));
    for (const Finding& finding : history.result.findings) findings.push_back(finding.fingerprint);
  }
  json.open_object("proof");
  json.member("same_schema", differences.empty());
  json.member("differences", differences);
  json.member("findings", findings);
  json.close_object();
}

/// Further lines are indented as the first one is, and two more.
void print_lines(std::string_view text, std::ostream& out) {
  const std::size_t blanks = std::min(text.find_first_not_of(' '), text.size());
  std::string indent(blanks, ' ');
  for (const std::string& line : wrapped(text.substr(blanks), static_cast<int>(width - blanks) - 2)) {
    fmt::print(out, "{}{}\n", indent, line);
    indent.assign(blanks + 2, ' ');
  }
}

}  // namespace

void report_fixes_patch(const FixOutcome& outcome, std::ostream& out) {
  each_change(outcome, [&](const ShownChange& change) { out << change.diff; });
}

void report_fixes_json(const FixOutcome& outcome, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  write_changes(outcome, json);
  write_later(outcome, json);
  write_left(outcome, json);
  write_proof(outcome, json);
  json.member("written", outcome.written);
  json.close_object();
  json.write_to(out);
}

void report_fixes_text(const FixOutcome& outcome, std::ostream& out) {
  std::size_t mended = 0, left = 0, files = 0;
  each_change(outcome, [&](const ShownChange& change) { fmt::print(out, "{}", several_lines(change.diff)); });
  for (const FixedHistory& history : outcome.histories) {
    mended += history.result.mended;
    left += history.result.left.size();
    files += history.changes.size();
    if (!history.result.said.empty() && files > 0) fmt::print(out, "\n");
    for (const std::string& line : history.result.said) print_lines(line, out);
    for (const std::string& difference : history.result.differences)
      print_lines("the schema ends otherwise: " + difference, out);
    for (std::size_t i = 0; i < history.result.left.size(); ++i) {
      const LeftFinding& one = history.result.left[i];
      fmt::print(out, "{}left: {}:{}: {}: {}\n", i + files + history.result.said.size() > 0 ? "\n" : "",
                 one_line(one.finding.path), one.line, one.finding.rule, one_line(one.finding.message));
      print_lines("  " + one.why, out);
    }
  }
  if (mended + left == 0) {
    fmt::print(out, "Nothing to fix.\n");
    return;
  }
  fmt::print(out, "\n{} fixed, {} left. {}\n", mended, left,
             files == 0        ? "No file changes."
             : outcome.written ? fmt::format("{} file{} written.", files, files == 1 ? "" : "s")
                               : "Nothing was written: --write does it.");
}

}  // namespace miglint
