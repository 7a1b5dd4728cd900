// The report for people. Each finding reads from top to bottom as one would explain it: what, where, why,
// what PostgreSQL does, what to do instead.

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>

#include "report/clean.hpp"
#include "report/frame.hpp"
#include "report/report.hpp"
#include "report/style.hpp"
#include "report/terms.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr int text_width = 100;
constexpr std::size_t most_parts = 5;      // of a migration that were not understood
constexpr std::size_t most_verdicts = 10;  // listed without --verbose; of more, only those that stop or warn

std::string in_severity(std::string_view text, Severity severity, const Palette& palette) {
  if (severity == Severity::error) return palette.red(text);
  return severity == Severity::warning ? palette.yellow(text) : palette.blue(text);
}

std::string_view lead_in(PathStep::Place place) {
  switch (place) {
    case PathStep::Place::before:
      return "first: ";
    case PathStep::Place::here:
      return "";
    case PathStep::Place::next_migration:
      return "in a migration right after: ";
    case PathStep::Place::next_release:
      return "in a later release: ";
    case PathStep::Place::outside:
      return "outside of migrations: ";
  }
  return "";
}

/// One finding, its texts cleaned.
class FindingPrinter {
 public:
  FindingPrinter(const JudgedHistory& judged, std::size_t index, const Place& place, bool verbose,
                 const Palette& palette, std::ostream& out)
      : history_(judged.history),
        finding_(printable(judged.result.findings[index])),
        place_(place),
        verbose_(verbose),
        palette_(palette),
        out_(out) {}

  void print() {
    header();
    frame();
    facts();
    advice();
    check_first();
    see_also();
    fmt::print(out_, "{:{}} {} {}\n\n", "", gutter_, palette_.dim("= allow:"),
               palette_.dim(one_line(how_to_allow(finding_, history_))));
  }

 private:
  void header() {
    const std::string kind = fmt::format("{}[{}]", to_string(finding_.severity), finding_.rule);
    fmt::print(out_, "{}{}\n", in_severity(kind, finding_.severity, palette_),
               palette_.bold(": " + finding_.message));
  }

  void frame() {
    if (finding_.migration < 0) {
      fmt::print(out_, "{:{}}{} {}\n", "", gutter_, palette_.blue("-->"), finding_.path);
      return;
    }
    const Migration& migration = history_.migrations.at(static_cast<std::size_t>(finding_.migration));
    FrameSource source{.text = migration.source.text, .span = finding_.span, .place = place_};
    if (finding_.statement >= 0)
      source.statement_begin =
          migration.statements.at(static_cast<std::size_t>(finding_.statement)).span.begin;
    gutter_ = gutter_width(source);
    fmt::print(out_, "{:{}}{} {}:{}:{}\n", "", gutter_, palette_.blue("-->"), finding_.path,
               place_.begin.line, place_.begin.column);
    if (finding_.span.length() > 0) print_frame(source, finding_.severity, palette_, out_);
  }

  /// `= why: …`, further lines under the first.
  void fact(std::string_view label, const std::string& text) {
    if (text.empty()) return;
    const int indent = static_cast<int>(label.size()) + 4;
    std::string mark = palette_.bold(fmt::format("= {}:", label));
    for (const std::string& line : wrapped(text, text_width - indent)) {
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_, mark, line);
      mark = std::string(static_cast<std::size_t>(indent - 1), ' ');
    }
  }

  void facts() {
    fmt::print(out_, "{}\n", palette_.blue(fmt::format("{:{}} |", "", gutter_)));
    fact("why", finding_.why);
    if (!finding_.fails.empty()) fact("fails", failures_in_words(finding_.fails));
    std::vector<std::string> locks, losses;
    for (const Lock& lock : finding_.locks) {
      if (blocks_writes(lock.mode)) locks.push_back(lock_in_words(lock));
    }
    for (const std::string& loss : finding_.loses) losses.push_back(loss_in_words(loss));
    fact("locks", fmt::format("{}", fmt::join(locks, ", ")));
    fact("rewrites", fmt::format("{}", fmt::join(finding_.rewrites, ", ")));
    fact("loses", fmt::format("{}", fmt::join(losses, ", ")));
  }

  void sql(std::string_view text, int indent) {
    while (!text.empty()) {  // never wrapped: it is there to be pasted
      const auto end = std::min(text.find('\n'), text.size());
      fmt::print(out_, "{:{}}{}\n", "", indent, palette_.cyan(text.substr(0, end)));
      text.remove_prefix(std::min(end + 1, text.size()));
    }
  }

  void advice() {
    if (!finding_.paths.empty()) return paths();
    if (finding_.safer.empty()) return;
    fact("safer", finding_.safer.size() == 1 ? "one step" : fmt::format("{} steps", finding_.safer.size()));
    int number = 0;
    for (const SaferStep& step : finding_.safer) item(fmt::format("{}.", ++number), step.text, step.sql);
  }

  /// `1. the text`, further lines under the first, then the SQL.
  void item(std::string mark, const std::string& text, const std::string& to_paste) {
    for (const std::string& line : wrapped(text, text_width - 8)) {
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_ + 4, mark, line);
      mark.assign(static_cast<std::size_t>(display_width(mark)), ' ');
    }
    if (!to_paste.empty()) sql(to_paste, gutter_ + 8);
  }

  /// Every path by its title; the first one's steps, or all.
  void paths() {
    fact("safer", finding_.paths.size() == 1 ? "this way" : "one of these");
    for (const SaferPath& path : finding_.paths) {
      const std::string result = path.same() ? std::string() : fmt::format(" ({})", path.result);
      item(fmt::format("({})", path.key), path.title + result, {});
      if (!verbose_ && &path != &finding_.paths.front()) continue;
      for (const PathStep& step : path.steps)
        item("   -", std::string(lead_in(step.place)) + step.text, step.sql);
      for (const SchemaEdit& edit : path.schema) item("   -", "schema.prisma: " + in_words(edit), {});
    }
    item("=>", fix_in_words(finding_.paths.front()), fix_command(finding_, finding_.paths.front()));
  }

  void check_first() {
    if (finding_.check_first.empty()) return;
    fact("check first", "run this on production, the answer decides");
    sql(finding_.check_first, gutter_ + 8);
  }

  void see_also() {
    for (const Related& related : finding_.related)
      fact("see", fmt::format("{}:{}: {}", related.path, related.line, related.message));
  }

  const History& history_;
  const Finding finding_;
  const Place place_;
  const bool verbose_;  ///< every path with its steps
  const Palette& palette_;
  std::ostream& out_;
  int gutter_ = 1;
};

void print_suppressed(const Finding& original, const Palette& palette, std::ostream& out) {
  const Finding finding = printable(original);
  fmt::print(out, "{} {}: {} ({})\n", palette.dim(fmt::format("allowed[{}]:", finding.rule)), finding.path,
             finding.message, finding.suppressed.value_or(""));
}

void print_findings(const JudgedHistory& judged, bool verbose, const Palette& palette, std::ostream& out) {
  const std::vector<Place> places = places_of(judged.history, judged.result.findings);
  for (std::size_t i = 0; i < places.size(); ++i)
    FindingPrinter(judged, i, places[i], verbose, palette, out).print();
}

std::string verdict_words(const MigrationVerdict& verdict, const Palette& palette) {
  const std::string words = fmt::format("{:<14}", verdict.words());
  return verdict.stop                      ? palette.red(words)
         : verdict.words() == "look first" ? palette.yellow(words)
                                           : palette.green(words);
}

void print_verdict(const MigrationVerdict& verdict, bool with_folder, const Palette& palette,
                   std::ostream& out) {
  const Counts counts{.errors = verdict.errors, .warnings = verdict.warnings, .notes = verdict.notes};
  const bool clean = counts.errors + counts.warnings + counts.notes == 0;
  const SourceFile& source = verdict.migration->source;
  const std::string name = with_folder ? source.migrations_dir + "/" + source.name : source.name;
  fmt::print(out, "{}  {}{}{}{}\n", verdict_words(verdict, palette), palette.bold(one_line(name)),
             verdict.result->summary.empty() ? "" : ": ", one_line(verdict.result->summary),
             clean ? "" : " (" + findings_in_words(counts) + ")");
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
    if (!style.verbose) continue;
    fmt::print(out, "{} {}: {}, {}\n", palette.blue("note:"), one_line(history.migrations_dir),
               to_string(history.layout), one_line(history.execution.assumed));
  }
}

}  // namespace

void report_text(const Outcome& outcome, const ReportStyle& style, std::ostream& out) {
  const Palette palette(style.colour);
  for (const JudgedHistory& judged : outcome.histories) print_findings(judged, style.verbose, palette, out);
  if (outcome.show_suppressed) {
    for (const JudgedHistory& judged : outcome.histories) {
      for (const Finding& finding : judged.result.suppressed) print_suppressed(finding, palette, out);
    }
  }
  print_notices(outcome, palette, out);
  if (style.quiet) return;
  print_verdicts(outcome, style, palette, out);
  print_notes(outcome, style, palette, out);
  fmt::print(out, "{}\n", one_line(last_line(outcome)));
}

}  // namespace miglint
