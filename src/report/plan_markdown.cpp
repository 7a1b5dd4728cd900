// For a pull request: one table a migration.

#include <algorithm>
#include <fmt/format.h>

#include "report/clean.hpp"
#include "report/plan.hpp"

namespace miglint {

namespace {

/// A table's cell: one line, and nothing that Markdown or HTML would obey.
std::string cell(std::string_view text) {
  std::string escaped;
  for (const char character : one_line(text)) {
    if (character == '<') {
      escaped += "&lt;";
      continue;
    }
    if (std::string_view("|\\`*_[]").find(character) != std::string_view::npos) escaped += '\\';
    escaped += character;
  }
  return escaped;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "<br>") + cell(line);
  return text;
}

void write_row(const PlanRow& row, std::ostream& out) {
  std::string work = cell(row.work);
  for (const std::string& note : row.notes) work += (work.empty() ? "⚠ " : "<br>⚠ ") + cell(note);
  if (!row.held.empty()) work += (work.empty() ? "" : "<br>") + cell("still held: " + row.held);
  out << fmt::format("| {} | {} | {} | {} | {} |\n", row.line, cell(row.statement), joined(row.locks),
                     joined(row.waits), work);
}

void write_migration(const JudgedHistory& judged, std::size_t index, std::ostream& out) {
  const Migration& migration = judged.history.migrations[index];
  const MigrationResult& result = judged.result.migrations[index];
  out << fmt::format("### {}\n\n", cell(migration.source.name));
  out << fmt::format("**Worst moment:** {}  \n**Run:** {}\n\n", cell(result.worst),
                     cell(run_in_words(judged.history.execution, migration)));
  out << "| line | statement | lock | who waits | work |\n| ---: | --- | --- | --- | --- |\n";
  for (const PlanRow& row : plan_rows(migration, result)) write_row(row, out);
  out << '\n';
}

}  // namespace

void plan_markdown(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  out << "## What PostgreSQL will do\n\n";
  bool any = false;
  for (const JudgedHistory& judged : outcome.histories)
    for (std::size_t i = 0; i < judged.history.migrations.size(); ++i) {
      if (!judged.result.migrations[i].judged) continue;
      any = true;
      write_migration(judged, i, out);
    }
  if (!any) out << "No migration is new: there is nothing to plan. `--all` plans every migration.\n";
}

}  // namespace miglint
