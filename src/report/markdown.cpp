// For a pull request's comment and a job's summary: the verdict first, then a table of hazards, each with its
// safer path folded, and the plan folded away at the end. GitHub drops a summary of more than a mebibyte, so
// the details stop well before it.

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>
#include <sstream>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/markdown_text.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t most_details = 50;
constexpr std::size_t most_bytes_of_sql = 4000;

/// A fenced block whose fence is longer than any run of backticks in it.
std::string block(std::string_view sql) {
  std::string text = several_lines(sql.substr(0, most_bytes_of_sql));
  if (sql.size() > most_bytes_of_sql) text += "\n-- …";
  std::size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fmt::format("{}sql\n{}\n{}\n", fence, text, fence);
}

std::string_view mark(Severity severity) {
  if (severity == Severity::error) return "🛑 error";
  return severity == Severity::warning ? "⚠️ warning" : "ℹ️ note";
}

void write_verdict(const Outcome& outcome, std::ostream& out) {
  const Counts counts = count(outcome);
  const std::string_view verdict = stops(outcome)       ? "🛑 stop"
                                   : counts.judged == 0 ? "nothing to judge"
                                   : counts.warnings > 0 || anything_not_understood(outcome)
                                       ? "⚠️ look first"
                                       : "✅ safe to commit";
  fmt::print(out, "## miglint: {}\n\n{}\n", verdict, markdown_text(last_line(outcome)));
}

void write_migrations(const Outcome& outcome, std::ostream& out) {
  std::vector<MigrationVerdict> all;
  for (const JudgedHistory& judged : outcome.histories)
    std::ranges::copy(verdicts(judged), std::back_inserter(all));
  if (all.empty()) return;
  out << "\n| Migration | What it does | Verdict |\n| --- | --- | --- |\n";
  for (std::size_t i = 0; i < std::min(all.size(), most_rows); ++i) {
    fmt::print(out, "| {} | {} | {} |\n", markdown_text(all[i].migration->source.name),
               markdown_text(all[i].result->summary), all[i].words());
  }
  if (all.size() > most_rows)
    fmt::print(out, "\n… and {} more.\n", counted(static_cast<int>(all.size() - most_rows), "migration"));
}

void write_not_understood(const Outcome& outcome, std::ostream& out) {
  std::size_t written = 0;
  for (const JudgedHistory& judged : outcome.histories)
    for (const MigrationVerdict& verdict : verdicts(judged))
      for (const NotUnderstood& part : verdict.result->not_understood) {
        if (written == most_rows) return;
        if (written++ == 0) out << "\nNot understood, so look at it:\n\n";
        fmt::print(out, "- {}:{}: {}\n", markdown_text(verdict.migration->source.path), part.line,
                   markdown_text(part.what));
      }
}

void write_table(const std::vector<Placed>& findings, std::ostream& out) {
  if (findings.empty()) return;
  out << "\n| | Rule | Hazard | Where |\n| --- | --- | --- | --- |\n";
  for (std::size_t i = 0; i < std::min(findings.size(), most_rows); ++i) {
    const Finding& finding = *findings[i].finding;
    fmt::print(out, "| {} | {} | {} | {}:{} |\n", mark(finding.severity), markdown_text(finding.rule),
               markdown_text(finding.message), markdown_text(finding.path), findings[i].place.begin.line);
  }
  if (findings.size() > most_rows)
    fmt::print(out, "\n… and {} more.\n", counted(static_cast<int>(findings.size() - most_rows), "finding"));
}

void write_details(const Placed& placed, std::ostream& out) {
  const Finding& finding = *placed.finding;
  fmt::print(out, "\n<details>\n<summary>{}: {}</summary>\n\n", html_text(finding.rule),
             html_text(finding.message));
  if (const std::string_view sql = placed.statement_sql(); !sql.empty()) fmt::print(out, "{}\n", block(sql));
  if (!finding.why.empty()) fmt::print(out, "{}\n\n", markdown_text(finding.why));
  if (!finding.fails.empty())
    fmt::print(out, "Fails with {}.\n\n", markdown_text(failures_in_words(finding.fails)));
  int number = 0;
  for (const SaferStep& step : finding.safer) {
    fmt::print(out, "{}. {}\n\n", ++number, markdown_text(step.text));
    if (!step.sql.empty()) fmt::print(out, "{}\n", block(step.sql));
  }
  if (!finding.paths.empty())
    fmt::print(out, "The first way, {}\n\n{}\n", markdown_text(fix_in_words(finding.paths.front())),
               block(fix_command(finding, finding.paths.front())));
  if (!finding.check_first.empty()) fmt::print(out, "Check first:\n\n{}\n", block(finding.check_first));
  out << "</details>\n";
}

/// One row for each statement that makes anybody wait or that rewrites or reads a table whole.
void write_plan_rows(const Migration& migration, const MigrationResult& result, std::ostream& out) {
  for (const PlannedStatement& planned : result.plan) {
    std::vector<std::string> locks, work;
    for (const Lock& lock : planned.effect.locks) {
      if (blocks_writes(lock.mode)) locks.push_back(lock_in_words(lock));
    }
    for (const Work& rewrite : planned.effect.rewrites)
      work.push_back("rewrites " + to_string(rewrite.relation));
    for (const Work& scan : planned.effect.scans) work.push_back("reads " + to_string(scan.relation));
    for (const Work& build : planned.effect.builds) work.push_back("builds " + to_string(build.relation));
    if (locks.empty() && work.empty()) continue;
    fmt::print(out, "| {} | {} | {} | {} |\n", markdown_text(migration.source.name),
               markdown_text(fmt::format("{}", fmt::join(planned.changes, ", "))),
               markdown_text(fmt::format("{}", fmt::join(locks, ", "))),
               markdown_text(fmt::format("{}", fmt::join(work, ", "))));
  }
}

void write_plan(const Outcome& outcome, std::ostream& out) {
  std::ostringstream rows;
  for (const JudgedHistory& judged : outcome.histories) {
    for (std::size_t i = 0; i < judged.result.migrations.size(); ++i) {
      if (judged.result.migrations[i].judged)
        write_plan_rows(judged.history.migrations[i], judged.result.migrations[i], rows);
    }
  }
  if (rows.view().empty() || rows.view().size() > 200'000) return;
  out << "\n<details>\n<summary>Plan: what waits and what is read or written whole</summary>\n\n| Migration "
         "| Statement | Locks | Work |\n| --- | "
         "--- | --- | --- |\n"
      << rows.view() << "\n</details>\n";
}

void write_errors(const Outcome& outcome, std::ostream& out) {
  for (const FileError& error : outcome.errors)
    fmt::print(out, "\n- Could not be judged: {}: {}\n", markdown_text(error.path),
               markdown_text(error.message));
  for (const std::string& note : outcome.notes) fmt::print(out, "\n- Note: {}\n", markdown_text(note));
  for (const Notice& notice : notices(outcome))
    fmt::print(out, "\n- Review: {}:{}: {}\n", markdown_text(notice.path), notice.line,
               markdown_text(notice.message));
}

/// What was allowed, so that a reviewer sees every waived hazard.
void write_allowed(const Outcome& outcome, std::ostream& out) {
  const std::vector<Placed> allowed = placed_findings(outcome, &LintResult::suppressed);
  if (allowed.empty()) return;
  fmt::print(out, "\n<details>\n<summary>{} allowed</summary>\n\n",
             counted(static_cast<int>(allowed.size()), "finding"));
  for (std::size_t i = 0; i < std::min(allowed.size(), most_rows); ++i) {
    const Finding& finding = *allowed[i].finding;
    fmt::print(out, "- {}:{}: {}: {} ({})\n", markdown_text(finding.path), allowed[i].place.begin.line,
               markdown_text(finding.rule), markdown_text(finding.message),
               markdown_text(finding.suppressed.value_or("")));
  }
  out << "\n</details>\n";
}

}  // namespace

void report_markdown(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  const std::vector<Placed> findings = by_severity(placed_findings(outcome));
  write_verdict(outcome, out);
  write_errors(outcome, out);
  write_migrations(outcome, out);
  write_not_understood(outcome, out);
  write_table(findings, out);
  for (std::size_t i = 0; i < std::min(findings.size(), most_details); ++i) write_details(findings[i], out);
  write_plan(outcome, out);
  write_allowed(outcome, out);
}

}  // namespace miglint
