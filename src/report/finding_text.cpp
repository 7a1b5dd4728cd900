#include "report/finding_text.hpp"

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>
#include <string>
#include <vector>

#include "report/clean.hpp"
#include "report/frame.hpp"
#include "report/way_out.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

// what fits into a dozen lines
constexpr std::size_t most_lines_of_why = 3;
constexpr std::size_t most_lines_of_sql = 6;

/// `in a later release: `.
std::string lead_in(PathStep::Place place) {
  if (place == PathStep::Place::before) return "first: ";
  const std::string_view words = place_in_words(place);
  return words.empty() ? std::string() : fmt::format("{}: ", words);
}

/// Its first sentences, as many as stay within a few lines.
std::string first_sentences(const std::string& text, int width) {
  std::string kept;
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = text.find(". ", begin);
    end = end == std::string::npos ? text.size() : end + 1;
    std::string longer = text.substr(0, end);
    if (!kept.empty() && wrapped(longer, width).size() > most_lines_of_why) break;
    kept = std::move(longer);
    begin = end;
  }
  return kept;
}

std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    lines.push_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

/// One finding, its texts cleaned.
class Print {
 public:
  Print(const Placed& placed, bool again, const ReportStyle& style, const Palette& palette, std::ostream& out)
      : history_(placed.history()),
        finding_(printable(*placed.finding)),
        place_(placed.place),
        again_(again && !style.verbose),
        style_(style),
        palette_(palette),
        out_(out) {}

  void run() {
    header();
    frame();
    facts();
    advice();
    check_first();
    see_also();
    if (style_.verbose)
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_, palette_.dim("= allow:"),
                 palette_.dim(one_line(how_to_allow(finding_, history_))));
    out_ << '\n';
  }

 private:
  void header() {
    const std::string kind = fmt::format("{}[{}]", to_string(finding_.severity), finding_.rule);
    const std::string whole = fmt::format("{}: {}", kind, finding_.message);
    const std::vector<std::string> lines =
        style_.wraps_messages ? wrapped(whole, style_.width) : std::vector{whole};
    const std::string linked = fmt::format("{}[{}]", to_string(finding_.severity),
                                           palette_.link(rule_url(finding_.rule), finding_.rule));
    fmt::print(
        out_, "{}{}\n", in_severity(linked, finding_.severity, palette_),
        palette_.bold(std::string_view(lines.front()).substr(std::min(kind.size(), lines.front().size()))));
    for (std::size_t i = 1; i < lines.size(); ++i) fmt::print(out_, "  {}\n", palette_.bold(lines[i]));
  }

  void frame() {
    const std::string_view schema = schema_text(history_, finding_);
    if (finding_.migration < 0 && schema.empty()) {
      fmt::print(out_, "{:{}}{} {}\n", "", gutter_, palette_.blue("-->"), finding_.path);
      return;
    }
    const Migration* migration = finding_.migration < 0
                                     ? nullptr
                                     : &history_.migrations.at(static_cast<std::size_t>(finding_.migration));
    FrameSource source{.text = migration == nullptr ? schema : std::string_view(migration->source.text),
                       .span = finding_.span,
                       .place = place_,
                       .width = style_.width,
                       .brief = !style_.verbose};
    if (migration != nullptr && finding_.statement >= 0)
      source.statement_begin =
          migration->statements.at(static_cast<std::size_t>(finding_.statement)).span.begin;
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
    for (const std::string& line : wrapped(text, style_.width - gutter_ - indent - 1)) {
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_, mark, line);
      mark = std::string(static_cast<std::size_t>(indent - 1), ' ');
    }
  }

  /// The same of what is there to be pasted: never wrapped.
  void command(std::string_view label, const std::string& text) {
    if (!text.empty())
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_, palette_.bold(fmt::format("= {}:", label)),
                 palette_.cyan(text));
  }

  void facts() {
    if (!again_)
      fact("why", style_.verbose ? finding_.why : first_sentences(finding_.why, style_.width - gutter_ - 8));
    std::vector<std::string> locks, losses;
    for (const Lock& lock : finding_.locks) {
      if (blocks_writes(lock.mode)) locks.push_back(lock_in_words(lock));
    }
    for (const std::string& loss : finding_.loses) losses.push_back(loss_in_words(loss));
    const bool is_about_waiting = finding_.group == Group::locks || finding_.group == Group::transactions;
    if (style_.verbose && !finding_.fails.empty()) fact("fails", failures_in_words(finding_.fails));
    if (style_.verbose || is_about_waiting) fact("locks", fmt::format("{}", fmt::join(locks, ", ")));
    if (style_.verbose) fact("rewrites", fmt::format("{}", fmt::join(finding_.rewrites, ", ")));
    fact("loses", fmt::format("{}", fmt::join(losses, ", ")));
  }

  /// At most `left` lines of it, which it counts down; all with --verbose.
  void sql(std::string_view text, int indent, std::size_t& left) {
    for (const std::string_view line : lines_of(text)) {
      if (!style_.verbose && left == 0) return;
      if (!style_.verbose) --left;
      fmt::print(out_, "{:{}}{}\n", "", indent, palette_.cyan(line));
    }
  }

  void advice() {
    if (!finding_.paths.empty()) return style_.verbose ? all_paths() : first_path();
    if (finding_.safer.empty() || again_) return;
    if (style_.verbose || finding_.safer.size() > 1) {
      fact("instead", finding_.safer.size() == 1 ? "" : fmt::format("in {} steps", finding_.safer.size()));
      int number = 0;
      for (const SaferStep& step : finding_.safer)
        item(fmt::format("{}.", ++number), step.text, step.sql.empty() ? step.command : step.sql);
      return;
    }
    std::size_t left = most_lines_of_sql;
    fact("instead", finding_.safer.front().text);
    const SaferStep& only = finding_.safer.front();
    sql(only.sql.empty() ? only.command : only.sql, gutter_ + 7, left);
  }

  /// `1. the text`, further lines under the first, then the SQL.
  void item(std::string mark, const std::string& text, const std::string& to_paste) {
    for (const std::string& line : wrapped(text, style_.width - gutter_ - 6 - display_width(mark))) {
      fmt::print(out_, "{:{}} {} {}\n", "", gutter_ + 4, mark, line);
      mark.assign(static_cast<std::size_t>(display_width(mark)), ' ');
    }
    std::size_t left = most_lines_of_sql;
    if (!to_paste.empty()) sql(to_paste, gutter_ + 8, left);
  }

  /// The first way out with its SQL, the others by their titles.
  void first_path() {
    const SaferPath& path = finding_.paths.front();
    fact("instead", fmt::format("({}) {}", path.key, title_in_words(path)));
    const std::string steps = sql_of(path);
    const std::size_t lines = lines_of(steps).size();
    std::size_t left = most_lines_of_sql;
    sql(steps, gutter_ + 7, left);
    if (lines > most_lines_of_sql)
      fmt::print(out_, "{:{}}{}\n", "", gutter_ + 7,
                 palette_.dim(fmt::format("… {} more lines (--verbose)", lines - most_lines_of_sql)));
    for (const SchemaEdit& edit : path.schema) fact("schema.prisma", in_words(edit));
    for (const std::string& question : questions(path)) fact("asks", question);
    command("fix", fix_command(finding_, path));
    if (!again_) others();
  }

  void others() {
    for (std::size_t i = 1; i < finding_.paths.size(); ++i)
      fact("or", fmt::format("({}) {}", finding_.paths[i].key, title_in_words(finding_.paths[i])));
  }

  void all_paths() {
    fact("instead", finding_.paths.size() == 1 ? "this way" : "one of these");
    for (const SaferPath& path : finding_.paths) {
      item(fmt::format("({})", path.key), title_in_words(path), {});
      for (const PathStep& step : path.steps) item("   -", lead_in(step.place) + step.text, step.sql);
      for (const SchemaEdit& edit : path.schema) item("   -", "schema.prisma: " + in_words(edit), {});
      for (const std::string& question : questions(path)) item("   -", "asks: " + question, {});
      fmt::print(out_, "{:{}}{}\n", "", gutter_ + 8, palette_.cyan(fix_command(finding_, path)));
    }
  }

  void check_first() {
    const std::vector<std::string_view> lines = lines_of(finding_.check_first);
    if (lines.size() == 1) return command("check first", finding_.check_first);
    if (lines.empty()) return;
    fact("check first", "on production; the answer decides");
    for (const std::string_view line : lines)
      fmt::print(out_, "{:{}}{}\n", "", gutter_ + 7, palette_.cyan(line));
  }

  void see_also() {
    for (const Related& related : finding_.related) {
      fact("see", fmt::format("{}:{}: {}", related.path, related.line, related.message));
      if (!style_.verbose) return;
    }
  }

  const History& history_;
  const Finding finding_;
  const Place place_;
  const bool again_;  ///< what the rule says of it was said
  const ReportStyle& style_;
  const Palette& palette_;
  std::ostream& out_;
  int gutter_ = 1;
};

}  // namespace

std::string in_severity(std::string_view text, Severity severity, const Palette& palette) {
  if (severity == Severity::error) return palette.red(text);
  return severity == Severity::warning ? palette.yellow(text) : palette.blue(text);
}

void FindingPrinter::print(const Placed& placed) {
  const bool again = !told_.insert(placed.finding->rule).second;
  Print(placed, again, style_, palette_, out_).run();
}

}  // namespace miglint
