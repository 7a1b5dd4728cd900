// For a pull request: one table a migration.

#include <algorithm>
#include <fmt/format.h>

#include "report/markdown_text.hpp"
#include "report/plan.hpp"

namespace miglint {

namespace {

std::string joined(const std::vector<std::string>& lines) {
  std::string text;
  for (const std::string& line : lines) text += (text.empty() ? "" : "<br>") + markdown_text(line);
  return text;
}

void write_row(const PlanRow& row, std::ostream& out) {
  std::string work = markdown_text(row.work);
  for (const std::string& note : row.notes) work += (work.empty() ? "⚠ " : "<br>⚠ ") + markdown_text(note);
  if (!row.held.empty()) work += (work.empty() ? "" : "<br>") + markdown_text("still held: " + row.held);
  out << fmt::format("| {} | {} | {} | {} | {} |\n", row.line, markdown_text(row.statement),
                     joined(row.locks), joined(row.waits), work);
}

void write_migration(const JudgedHistory& judged, std::size_t index, std::ostream& out) {
  const Migration& migration = judged.history.migrations[index];
  const MigrationResult& result = judged.result.migrations[index];
  out << fmt::format("### {}\n\n", markdown_text(migration.source.name));
  out << fmt::format("**Worst moment:** {}  \n**Run:** {}\n\n", markdown_text(result.worst),
                     markdown_text(run_in_words(judged.history.execution, migration)));
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
