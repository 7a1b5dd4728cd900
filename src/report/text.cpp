// The report for people: the findings, the worst first, then each migration's verdict.

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>
#include <map>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/finding_text.hpp"
#include "report/report.hpp"
#include "report/style.hpp"
#include "report/terms.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t most_parts = 5;      // of a migration that were not understood
constexpr std::size_t most_verdicts = 10;  // listed without --verbose; of more, only those that stop or warn

void print_suppressed(const Finding& original, const Palette& palette, std::ostream& out) {
  const Finding finding = printable(original);
  fmt::print(out, "{} {}: {} ({})\n", palette.dim(fmt::format("allowed[{}]:", finding.rule)), finding.path,
             finding.message, finding.suppressed.value_or(""));
}

void print_findings(const std::vector<Placed>& findings, const ReportStyle& style, const Palette& palette,
                    std::ostream& out) {
  FindingPrinter printer(style, palette, out);
  for (const Placed& placed : findings) printer.print(placed);
}

/// ` 12  error    drop-column`, the most frequent first.
void print_statistics(const Outcome& outcome, const std::vector<Placed>& findings, std::ostream& out) {
  std::map<std::pair<std::string_view, Severity>, int> numbers;
  for (const Placed& placed : findings) ++numbers[{placed.finding->rule, placed.finding->severity}];
  std::vector<std::pair<int, std::pair<std::string_view, Severity>>> rows;
  for (const auto& [which, number] : numbers) rows.emplace_back(number, which);
  std::ranges::stable_sort(rows, [](const auto& a, const auto& b) { return a.first > b.first; });
  for (const auto& [number, which] : rows)
    fmt::print(out, "{:>5}  {:<7}  {}\n", number, to_string(which.second), which.first);
  fmt::print(out, "{}\n", one_line(last_line(outcome)));
}

/// What goes for every finding, said once.
void print_ways_on(const std::vector<Placed>& findings, const Palette& palette, std::ostream& out) {
  if (findings.empty()) return;
  const auto by_decision = [](const Placed& placed) {
    return needs_decision(*placed.finding, placed.history());
  };
  std::vector<std::string> ways = {
      "more: miglint explain RULE; --verbose shows every way out with its steps"};
  if (!std::ranges::all_of(findings, by_decision))
    ways.emplace_back("to accept one, write above its statement: -- miglint: allow RULE: the reason");
  if (std::ranges::any_of(findings, by_decision))
    ways.emplace_back("to accept one that is committed: miglint accept RULE --reason \"…\"");
  for (const std::string& way : ways) fmt::print(out, "{}\n", palette.dim(way));
  out << '\n';
}

std::string verdict_words(const MigrationVerdict& verdict, const Palette& palette) {
  const std::string words = fmt::format("{:<14}", verdict.words());
  if (verdict.stop) return palette.red(words);
  return verdict.words() == "safe to commit" ? palette.green(words) : palette.yellow(words);
}

/// ` (1 error, 2 accepted)`.
std::string in_brackets(const Counts& counts, int accepted) {
  const bool clean = counts.errors + counts.warnings + counts.notes == 0;
  if (clean && accepted == 0) return {};
  const std::string own = clean ? std::string() : findings_in_words(counts);
  if (accepted == 0) return fmt::format(" ({})", own);
  return fmt::format(" ({}{}{} accepted)", own, clean ? "" : ", ", accepted);
}

void print_verdict(const MigrationVerdict& verdict, bool with_folder, const Palette& palette,
                   std::ostream& out) {
  const Counts counts{.errors = verdict.errors, .warnings = verdict.warnings, .notes = verdict.notes};
  const SourceFile& source = verdict.migration->source;
  const std::string name = with_folder ? source.migrations_dir + "/" + source.name : source.name;
  fmt::print(out, "{}  {}{}{}{}\n", verdict_words(verdict, palette), palette.bold(one_line(name)),
             verdict.result->summary.empty() ? "" : ": ", one_line(verdict.result->summary),
             in_brackets(counts, verdict.accepted));
  const std::vector<NotUnderstood>& parts = verdict.result->not_understood;
  for (std::size_t i = 0; i < std::min(parts.size(), most_parts); ++i)
    fmt::print(out, "{:14}  not understood, line {}: {}\n", "", parts[i].line, one_line(parts[i].what));
  if (parts.size() > most_parts) fmt::print(out, "{:14}  … and {} more\n", "", parts.size() - most_parts);
}

/// What somebody should look at before believing the verdict: said with --quiet, too.
void print_notices(const Outcome& outcome, const Palette& palette, std::ostream& out) {
  for (const Notice& notice : notices(outcome))
    fmt::print(out, "{} {}:{}: {}\n", palette.yellow("review:"), one_line(notice.path), notice.line,
               one_line(notice.message));
}

void print_verdicts(const Outcome& outcome, const ReportStyle& style, const Palette& palette,
                    std::ostream& out) {
  std::vector<MigrationVerdict> all;
  for (const JudgedHistory& judged : outcome.histories)
    std::ranges::copy(verdicts(judged), std::back_inserter(all));
  const bool list_all = style.verbose || all.size() <= most_verdicts;
  int unlisted = 0;
  for (const MigrationVerdict& verdict : all) {
    const bool listed = list_all || verdict.words() != "safe to commit";
    if (listed) print_verdict(verdict, outcome.histories.size() > 1, palette, out);
    if (!listed) ++unlisted;
  }
  if (unlisted > 0)
    fmt::print(out, "{}  {} more migration{} (--verbose names them)\n", palette.green("safe to commit"),
               unlisted, unlisted == 1 ? "" : "s");
}

void print_notes(const Outcome& outcome, const ReportStyle& style, const Palette& palette,
                 std::ostream& out) {
  for (const FileError& error : outcome.errors) {
    if (style.errors_are_told) break;
    fmt::print(out, "{} {}: {}\n", palette.red("could not be judged:"), one_line(error.path),
               one_line(error.message));
  }
  for (const std::string& note : outcome.notes)
    fmt::print(out, "{} {}\n", palette.blue("note:"), one_line(note));
  for (const JudgedHistory& judged : outcome.histories) {
    const History& history = judged.history;
    if (!judged.read) continue;
    if (!history.order_note.empty())
      fmt::print(out, "{} {}: {}\n", palette.blue("note:"), one_line(history.migrations_dir),
                 one_line(history.order_note));
    if (history.server && !history.server->note.empty())
      fmt::print(out, "{} {}: {}\n", palette.blue("note:"), one_line(history.migrations_dir),
                 one_line(history.server->note));
    if (!style.verbose) continue;
    if (judged.result.earlier_drift > 0)
      fmt::print(out,
                 "{} {}: schema.prisma and the migrations differed by {} before this change; `miglint diff "
                 "migrations prisma` shows them\n",
                 palette.blue("note:"), one_line(history.migrations_dir),
                 counted(judged.result.earlier_drift, "statement"));
    const Terms& terms = judged.terms;
    fmt::print(
        out, "{} {}: {}, {}; PostgreSQL {} ({})\n", palette.blue("note:"), one_line(history.migrations_dir),
        to_string(history.layout), one_line(history.execution.assumed), terms.postgres,
        terms.postgres_from.empty() ? "the default: nothing says which" : one_line(terms.postgres_from));
  }
}

}  // namespace

void report_text(const Outcome& outcome, const ReportStyle& style, std::ostream& out) {
  const Palette palette(style.colour, style.links);
  const std::vector<Placed> findings = by_severity(placed_findings(outcome));
  if (style.statistics) return print_statistics(outcome, findings, out);
  print_findings(findings, style, palette, out);
  if (outcome.show_suppressed) {
    for (const JudgedHistory& judged : outcome.histories) {
      for (const Finding& finding : judged.result.suppressed) print_suppressed(finding, palette, out);
    }
  }
  print_notices(outcome, palette, out);
  if (style.quiet) return;
  if (!style.verbose) print_ways_on(findings, palette, out);
  print_verdicts(outcome, style, palette, out);
  print_notes(outcome, style, palette, out);
  const bool nothing_read = !outcome.errors.empty() && count(outcome).migrations == 0;
  if (!nothing_read) fmt::print(out, "{}\n", one_line(last_line(outcome)));
}

}  // namespace miglint
