// For a pull request's comment and a job's summary: the verdict, then each migration that has hazards with
// one folded detail a hazard, the worst first, then all that was judged, and the plan. A comment holds 65,536
// characters, so what comes late is cut to a line each, then to a number.

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>
#include <sstream>
#include <utility>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/markdown_text.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t most_rows = 200;
constexpr std::size_t most_bytes_of_sql = 4000;
constexpr std::size_t most_of_details = 40'000;  // bytes; what follows is shorter
constexpr std::size_t most_of_hazards = 50'000;
constexpr std::size_t most_of_plan = 12'000;

/// A fenced block whose fence is longer than any run of backticks in it.
std::string block(std::string_view sql, std::string_view language = "sql") {
  std::string text = several_lines(sql.substr(0, most_bytes_of_sql));
  if (sql.size() > most_bytes_of_sql) text += "\n-- …";
  std::size_t longest = 2, run = 0;
  for (const char c : text) {
    run = c == '`' ? run + 1 : 0;
    longest = std::max(longest, run);
  }
  const std::string fence(longest + 1, '`');
  return fmt::format("{}{}\n{}\n{}\n", fence, language, text, fence);
}

std::string_view mark(Severity severity) {
  if (severity == Severity::error) return "🛑";
  return severity == Severity::warning ? "⚠️" : "ℹ️";
}

std::string_view mark(const MigrationVerdict& verdict) {
  if (verdict.stop) return "🛑";
  return verdict.words() == "look first" ? "⚠️" : "✅";
}

void write_verdict(const Outcome& outcome, std::ostream& out) {
  const Counts counts = count(outcome);
  const bool has_accepted = std::ranges::any_of(outcome.histories, [](const JudgedHistory& judged) {
    return std::ranges::any_of(verdicts(judged),
                               [](const MigrationVerdict& verdict) { return verdict.accepted > 0; });
  });
  const std::string_view verdict = stops(outcome)       ? "🛑 stop"
                                   : counts.judged == 0 ? "nothing to judge"
                                   : counts.warnings > 0 || anything_not_understood(outcome) ? "⚠️ look first"
                                   : has_accepted                                            ? "✅ accepted"
                                                  : "✅ safe to commit";
  fmt::print(out, "## miglint: {}\n\n{}\n", verdict, markdown_sentence(last_line(outcome)));
}

/// Prisma's dance around an enum has eight parts.
std::string short_summary(const MigrationVerdict& verdict) {
  constexpr std::size_t longest = 160;
  return limited(verdict.result->summary, longest);
}

void write_migrations(const Outcome& outcome, std::ostream& out) {
  std::vector<MigrationVerdict> all;
  for (const JudgedHistory& judged : outcome.histories)
    std::ranges::copy(verdicts(judged), std::back_inserter(all));
  if (all.empty()) return;
  fmt::print(
      out,
      "\n<details>\n<summary>{} judged</summary>\n\n| | Migration | What it does |\n| --- | --- | --- |\n",
      counted(static_cast<int>(all.size()), "migration"));
  for (std::size_t i = 0; i < std::min(all.size(), most_rows); ++i) {
    fmt::print(out, "| {} {} | {} | {} |\n", mark(all[i]), all[i].words(),
               markdown_text(all[i].migration->source.name), markdown_text(short_summary(all[i])));
  }
  if (all.size() > most_rows)
    fmt::print(out, "\n… and {} more.\n", counted(static_cast<int>(all.size() - most_rows), "migration"));
  out << "\n</details>\n";
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

std::string place_of(const Placed& placed) {
  return fmt::format("{}:{}", placed.finding->path, placed.place.begin.line);
}

/// `🛑 What fails · rule, line 8`: with the rule's page behind its name.
std::string title_of(const Placed& placed) {
  const Finding& finding = *placed.finding;
  const std::string url = rule_url(finding.rule);
  const std::string rule = url.empty() ? html_text(finding.rule)
                                       : fmt::format("<a href=\"{}\">{}</a>", url, html_text(finding.rule));
  const std::string line = finding.migration < 0 && finding.span.length() == 0
                               ? std::string()
                               : fmt::format(", line {}", placed.place.begin.line);
  return fmt::format("{} <b>{}</b> · {}{}", mark(finding.severity), html_text(finding.message), rule, line);
}

void write_way_out(const Finding& finding, std::ostream& out) {
  if (finding.paths.empty()) {
    int number = 0;
    if (!finding.safer.empty()) out << "**Instead:**\n\n";
    for (const SaferStep& step : finding.safer) {
      fmt::print(out, "{}. {}\n\n", ++number, markdown_sentence(step.text));
      if (!step.sql.empty()) fmt::print(out, "{}\n", block(step.sql));
      if (!step.command.empty()) fmt::print(out, "{}\n", block(step.command, "sh"));
    }
    return;
  }
  const SaferPath& first = finding.paths.front();
  fmt::print(out, "**Instead:** ({}) {}\n\n", markdown_text(first.key),
             markdown_sentence(title_in_words(first)));
  if (const std::string sql = sql_of(first); !sql.empty()) fmt::print(out, "{}\n", block(sql));
  for (const SchemaEdit& edit : first.schema)
    fmt::print(out, "In schema.prisma: {}\n\n", markdown_sentence(in_words(edit)));
  for (const std::string& question : questions(first))
    fmt::print(out, "It asks: {}\n\n", markdown_sentence(question));
  fmt::print(out, "{}\n", block(fix_command(finding, first), "sh"));
  for (std::size_t i = 1; i < finding.paths.size(); ++i)
    fmt::print(out, "- or ({}) {}\n", markdown_text(finding.paths[i].key),
               markdown_sentence(title_in_words(finding.paths[i])));
  if (finding.paths.size() > 1) out << '\n';
}

void write_details(const Placed& placed, std::ostream& out) {
  const Finding& finding = *placed.finding;
  fmt::print(out, "\n<details>\n<summary>{}</summary>\n\n{}\n\n", title_of(placed),
             markdown_text(place_of(placed)));
  if (const std::string_view sql = placed.statement_sql(); !sql.empty()) fmt::print(out, "{}\n", block(sql));
  if (!finding.why.empty()) fmt::print(out, "{}\n\n", markdown_sentence(finding.why));
  write_way_out(finding, out);
  if (!finding.check_first.empty())
    fmt::print(out, "**Check first**, in production:\n\n{}\n", block(finding.check_first));
  out << "</details>\n";
}

/// As far as there is room, in full; then a line each; then how many more.
class Hazards {
 public:
  explicit Hazards(std::ostream& out) : out_(out) {}

  void write(const JudgedHistory& judged, bool with_folder) {
    std::vector<Placed> own = by_severity(placed_findings(judged));
    std::ranges::stable_sort(own, {}, migration_of);
    write_of(-1, with_folder ? markdown_text(judged.history.migrations_dir) : "The history", {}, own);
    for (const MigrationVerdict& verdict : verdicts(judged)) {
      const auto index = verdict.migration - &judged.history.migrations[0];
      const SourceFile& source = verdict.migration->source;
      write_of(static_cast<int>(index),
               fmt::format("{} {}: {}", mark(verdict), verdict.words(),
                           markdown_text((with_folder ? source.migrations_dir + "/" : "") + source.name)),
               short_summary(verdict), own);
    }
  }

  void finish() {
    if (left_out_ > 0)
      fmt::print(out_, "\n… and {} more: a comment holds no more. `miglint check` prints them all.\n",
                 counted(left_out_, "finding"));
  }

 private:
  /// -1: the history as a whole.
  static int migration_of(const Placed& placed) { return std::max(placed.finding->migration, -1); }

  /// `all` in the order of their migrations; `heading` is Markdown.
  void write_of(int migration, const std::string& heading, const std::string& summary,
                const std::vector<Placed>& all) {
    bool headed = false;
    for (const Placed& placed : std::ranges::equal_range(all, migration, {}, migration_of)) {
      if (used_ > most_of_hazards) {
        ++left_out_;
        continue;
      }
      std::ostringstream text;
      if (!std::exchange(headed, true)) {
        fmt::print(text, "\n### {}\n", heading);
        if (!summary.empty()) fmt::print(text, "\n{}\n", markdown_text(summary));
      }
      if (used_ <= most_of_details) {
        write_details(placed, text);
      } else {
        fmt::print(text, "\n- {} {} ({})\n", mark(placed.finding->severity),
                   markdown_text(placed.finding->message), markdown_text(place_of(placed)));
      }
      used_ += text.view().size();
      out_ << text.view();
    }
  }

  std::ostream& out_;
  std::size_t used_ = 0;
  int left_out_ = 0;
};

void write_hazards(const Outcome& outcome, std::ostream& out) {
  Hazards hazards(out);
  for (const JudgedHistory& judged : outcome.histories) hazards.write(judged, outcome.histories.size() > 1);
  hazards.finish();
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
  if (rows.view().empty() || rows.view().size() > most_of_plan) return;
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
  fmt::print(out, "\n<details>\n<summary>{} accepted</summary>\n\n",
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

// The first line is not shown: it tells miglint's comment from others, so that it can be kept up to date.
void report_markdown(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  out << "<!-- miglint -->\n";
  write_verdict(outcome, out);
  write_errors(outcome, out);
  write_hazards(outcome, out);
  write_not_understood(outcome, out);
  write_migrations(outcome, out);
  write_plan(outcome, out);
  write_allowed(outcome, out);
}

}  // namespace miglint
