// The frame under a finding's header:
//
//    |
//  3 | ALTER TABLE "staff"
//  5 |   ADD COLUMN "email" TEXT NOT NULL;
//    |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
//
// Columns of a terminal are not bytes and not code points: a tab is shown as blanks, a wide character takes
// two columns, a combining one none. So every line is cut into what is before, in and after the span; each
// part is cleaned, and the underline is as wide as the parts are shown.

#include "report/frame.hpp"

#include <algorithm>
#include <fmt/ostream.h>
#include <iterator>
#include <string>
#include <vector>

#include "report/clean.hpp"

namespace miglint {

namespace {

constexpr int lead = 50;             // columns before the span, when the line is too long
constexpr std::size_t reach = 4096;  // bytes looked at on either side: a line may have megabytes
constexpr int most_lines = 6;        // of a span
constexpr int lines_before_the_gap = 4;
constexpr int most_lines_in_brief = 2;
constexpr std::string_view tab = "    ";

struct Line {
  int number;
  std::size_t begin, end;  // of the line in the text, or of the part of it within reach
};

std::size_t line_begin(std::string_view text, std::size_t at) {
  const std::size_t limit = at > reach ? at - reach : 0;
  const auto feed = text.substr(limit, at - limit).rfind('\n');
  return feed == std::string_view::npos ? limit : limit + feed + 1;
}

std::size_t line_end(std::string_view text, std::size_t at) {
  const auto feed = text.substr(at, reach).find('\n');
  const std::size_t end = feed == std::string_view::npos ? std::min(text.size(), at + reach) : at + feed;
  return end > at && text[end - 1] == '\r' ? end - 1 : end;
}

/// The first byte of the next line; the text's end when there is none.
std::size_t next_line(std::string_view text, std::size_t at) {
  const auto feed = text.find('\n', at);
  return feed == std::string_view::npos ? text.size() : feed + 1;
}

/// What is shown of a source text: tabs as blanks, cleaned.
std::string shown(std::string_view text) {
  std::string expanded;
  for (const char c : text) c == '\t' ? expanded += tab : expanded += c;
  return one_line(expanded);
}

bool is_inside_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The longest end of the text that fits into `width` columns.
std::string_view last_columns(std::string_view text, int width) {
  std::size_t begin = text.size();
  for (int used = 0; begin > 0;) {
    std::size_t previous = begin - 1;
    while (previous > 0 && is_inside_character(text[previous])) --previous;
    used += display_width(text.substr(previous, begin - previous));
    if (used > width) break;
    begin = previous;
  }
  return text.substr(begin);
}

/// The longest beginning of the text that fits into `width` columns.
std::string_view first_columns(std::string_view text, int width) {
  std::size_t end = 0;
  for (int used = 0; end < text.size();) {
    std::size_t next = end + 1;
    while (next < text.size() && is_inside_character(text[next])) ++next;
    used += display_width(text.substr(end, next - end));
    if (used > width) break;
    end = next;
  }
  return text.substr(0, end);
}

/// A source line cut into what is before, in and after the span, and trimmed to some columns: one ellipsis on
/// either side.
struct Parts {
  std::string before, inside, after;
};

Parts trimmed(Parts parts, int columns) {
  if (display_width(parts.before) + display_width(parts.inside) + display_width(parts.after) <= columns)
    return parts;
  const int room_before = std::max(lead, columns - display_width(parts.inside) - display_width(parts.after));
  if (display_width(parts.before) > room_before)
    parts.before = "…" + std::string(last_columns(parts.before, room_before - 1));
  const int room = std::max(columns - display_width(parts.before), 1);
  if (display_width(parts.inside) > room) {
    parts.inside = std::string(first_columns(parts.inside, room - 1)) + "…";
    parts.after.clear();
    return parts;
  }
  const int rest = room - display_width(parts.inside);
  if (display_width(parts.after) > rest)
    parts.after = std::string(first_columns(parts.after, std::max(rest - 1, 0))) + "…";
  return parts;
}

Parts parts_of(const FrameSource& source, const Line& line) {
  const auto begin = std::clamp(static_cast<std::size_t>(source.span.begin), line.begin, line.end);
  const auto end = std::clamp(static_cast<std::size_t>(source.span.end), begin, line.end);
  // A line that the span goes on in is underlined from its first word.
  const auto word = source.text.substr(begin, end - begin).find_first_not_of(" \t");
  const std::size_t from = word == std::string_view::npos ? begin : begin + word;
  const auto part = [&](std::size_t a, std::size_t b) { return shown(source.text.substr(a, b - a)); };
  return trimmed({.before = part(line.begin, from), .inside = part(from, end), .after = part(end, line.end)},
                 source.width - gutter_width(source) - 3);
}

/// The lines of the span, those in the middle of a long one left out.
std::vector<Line> span_lines(const FrameSource& source) {
  const std::string_view text = source.text;
  std::vector<Line> lines;
  const int last = source.place.end.line;
  auto at = std::min(static_cast<std::size_t>(source.span.begin), text.size());
  lines.push_back({source.place.begin.line, line_begin(text, at), line_end(text, at)});
  const bool long_span =
      last - source.place.begin.line + 1 > (source.brief ? most_lines_in_brief : most_lines);
  const int stop = source.brief ? std::min(last, source.place.begin.line + most_lines_in_brief - 1)
                   : long_span  ? source.place.begin.line + lines_before_the_gap - 1
                                : last;
  for (int number = source.place.begin.line + 1; number <= stop; ++number) {
    at = next_line(text, at);
    lines.push_back({number, at, line_end(text, at)});
  }
  if (!long_span || source.brief) return lines;
  at = std::min(static_cast<std::size_t>(source.span.end), text.size());
  lines.push_back({last, line_begin(text, at), line_end(text, at)});
  return lines;
}

/// The line the statement begins on, where the span begins on a later one.
std::vector<Line> statement_lines(const FrameSource& source) {
  if (source.statement_begin < 0 || source.statement_begin >= source.span.begin) return {};
  const auto begin = static_cast<std::size_t>(source.statement_begin);
  const std::string_view between =
      source.text.substr(begin, static_cast<std::size_t>(source.span.begin) - begin);
  const auto feeds =
      std::ranges::count(between.substr(between.size() - std::min(between.size(), reach)), '\n');
  if (feeds == 0 || between.size() > reach) return {};
  return {{source.place.begin.line - static_cast<int>(feeds), line_begin(source.text, begin),
           line_end(source.text, begin)}};
}

std::string severity_colour(std::string_view text, Severity severity, const Palette& palette) {
  if (severity == Severity::error) return palette.red(text);
  return severity == Severity::warning ? palette.yellow(text) : palette.blue(text);
}

}  // namespace

int gutter_width(const FrameSource& source) {
  return static_cast<int>(fmt::formatted_size("{}", source.place.end.line));
}

void print_frame(const FrameSource& source, Severity severity, const Palette& palette, std::ostream& out) {
  const int gutter = gutter_width(source);
  const std::string bar = palette.blue(fmt::format("{:{}} |", "", gutter));
  if (!source.brief) fmt::print(out, "{}\n", bar);
  std::vector<Line> lines = statement_lines(source);
  const std::size_t context = lines.size();
  std::ranges::copy(span_lines(source), std::back_inserter(lines));
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0 && lines[i].number > lines[i - 1].number + 1) fmt::print(out, "{}\n", palette.blue("..."));
    const Parts parts = parts_of(source, lines[i]);
    const std::string number = palette.blue(fmt::format("{:>{}} |", lines[i].number, gutter));
    fmt::print(out, "{} {}{}{}\n", number, parts.before, parts.inside, parts.after);
    if (i < context || (source.brief && i > context)) continue;
    const std::string carets(
        static_cast<std::size_t>(
            std::max(display_width(parts.inside), parts.inside.empty() && lines.size() > 1 ? 0 : 1)),
        '^');
    if (!carets.empty())
      fmt::print(out, "{} {:{}}{}\n", bar, "", display_width(parts.before),
                 severity_colour(carets, severity, palette));
  }
}

}  // namespace miglint
