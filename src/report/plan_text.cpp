// A table to read at a glance: a row for each lock, so that what waits stands in one column.

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "report/clean.hpp"
#include "report/plan.hpp"
#include "report/style.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t columns = 5;
using Cells = std::array<std::string, columns>;

std::string shortened(std::string text, int width) {
  if (display_width(text) <= width) return text;
  std::string kept;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    if (display_width(kept) + display_width(character.bytes) >= width) break;
    kept += character.bytes;
    at += character.bytes.size();
  }
  return kept + "…";
}

std::vector<Cells> cells_of(const PlanRow& row) {
  std::vector<Cells> lines;
  for (std::size_t i = 0; i < std::max<std::size_t>(row.locks.size(), 1); ++i) {
    Cells cells;
    if (i == 0)
      cells = {std::to_string(row.line), shortened(one_line(row.statement), 44), "", "", one_line(row.work)};
    if (i < row.locks.size()) {
      cells[2] = one_line(row.locks[i]);
      cells[3] = row.waits[i];
    }
    lines.push_back(std::move(cells));
  }
  return lines;
}

std::array<int, columns> widths_of(const std::vector<PlanRow>& rows, const Cells& head) {
  std::array<int, columns> widths{};
  const auto widen = [&](const Cells& cells) {
    for (std::size_t i = 0; i < columns; ++i) widths[i] = std::max(widths[i], display_width(cells[i]));
  };
  widen(head);
  for (const PlanRow& row : rows)
    for (const Cells& cells : cells_of(row)) widen(cells);
  return widths;
}

std::string padded(const std::string& text, int width) {
  return text + std::string(static_cast<std::size_t>(std::max(0, width - display_width(text))), ' ');
}

std::string waiting(const std::string& padded_text, const Palette& palette) {
  if (padded_text.starts_with("reads")) return palette.red(padded_text);
  return padded_text.starts_with("writes") ? palette.yellow(padded_text) : padded_text;
}

void print_cells(const Cells& cells, const std::array<int, columns>& widths, const Palette& palette,
                 std::ostream& out) {
  std::string line =
      "  " + std::string(static_cast<std::size_t>(widths[0] - display_width(cells[0])), ' ') + cells[0];
  line += "  " + padded(cells[1], widths[1]) + "  " + padded(cells[2], widths[2]) + "  " +
          waiting(padded(cells[3], widths[3]), palette) + "  " + cells[4];
  line.erase(line.find_last_not_of(' ') + 1);
  out << line << '\n';
}

void print_row(const PlanRow& row, const std::array<int, columns>& widths, const Palette& palette,
               std::ostream& out) {
  for (const Cells& cells : cells_of(row)) print_cells(cells, widths, palette, out);
  const std::string indent(static_cast<std::size_t>(widths[0]) + 4, ' ');
  for (const std::string& note : row.notes)
    out << indent << (note.starts_with("always") ? palette.red("! ") : palette.yellow("! ")) << one_line(note)
        << '\n';
  if (!row.held.empty()) out << indent << palette.dim("still held: " + one_line(row.held)) << '\n';
}

void print_migration(const JudgedHistory& judged, std::size_t index, const Palette& palette,
                     std::ostream& out) {
  const Migration& migration = judged.history.migrations[index];
  const MigrationResult& result = judged.result.migrations[index];
  const Cells head = {"line", "statement", "lock", "who waits", "work"};
  const std::vector<PlanRow> rows = plan_rows(migration, result);
  const auto widths = widths_of(rows, head);
  out << palette.bold(one_line(migration.source.path)) << '\n';
  out << "  run: " << one_line(run_in_words(judged.history.execution, migration)) << '\n';
  out << "  worst moment: " << one_line(result.worst) << "\n\n";
  if (!rows.empty()) print_cells(head, widths, Palette(false), out);
  for (const PlanRow& row : rows) print_row(row, widths, palette, out);
  if (!migration.issues.empty()) out << "  not all of the file could be read: `miglint check` says why\n";
  out << '\n';
}

}  // namespace

void plan_text(const Outcome& outcome, const ReportStyle& style, std::ostream& out) {
  const Palette palette(style.colour);
  for (const JudgedHistory& judged : outcome.histories)
    for (std::size_t i = 0; i < judged.history.migrations.size(); ++i)
      if (judged.result.migrations[i].judged) print_migration(judged, i, palette, out);
  if (!style.quiet) out << planned_in_words(outcome) << '\n';
}

}  // namespace miglint
