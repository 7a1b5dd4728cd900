#include "report/outcome.hpp"

#include <algorithm>

namespace miglint {

namespace {

bool any_reaches(const JudgedHistory& judged) {
  return std::ranges::any_of(judged.result.findings,
                             [&](const Finding& finding) { return reaches(finding, judged.fail_on); });
}

/// Bytes that kept the migration from being judged, and that nobody answered for.
bool unjudgeable(const JudgedHistory& judged, int migration) {
  using Kind = ParseIssue::Kind;
  const auto& issues = judged.history.migrations.at(static_cast<std::size_t>(migration)).issues;
  const auto& suppressed = judged.result.suppressed;
  return std::ranges::any_of(issues, [&](const ParseIssue& issue) {
    if (issue.kind == Kind::byte_order_mark) return false;
    return std::ranges::none_of(
        suppressed, [&](const Finding& f) { return f.migration == migration && f.span == issue.span; });
  });
}

}  // namespace

Counts count(const Outcome& outcome) {
  Counts counts;
  for (const JudgedHistory& judged : outcome.histories) {
    counts.migrations += static_cast<int>(judged.history.migrations.size());
    counts.judged +=
        static_cast<int>(std::ranges::count_if(judged.result.migrations, &MigrationResult::judged));
    counts.suppressed += static_cast<int>(judged.result.suppressed.size());
    for (const Finding& finding : judged.result.findings) {
      if (finding.severity == Severity::error) ++counts.errors;
      if (finding.severity == Severity::warning) ++counts.warnings;
      if (finding.severity == Severity::note) ++counts.notes;
    }
  }
  return counts;
}

bool reaches(const Finding& finding, const std::optional<Severity>& fail_on) {
  return fail_on && finding.severity >= *fail_on;
}

std::vector<bool> stopped_migrations(const JudgedHistory& judged) {
  std::vector<bool> stopped(judged.history.migrations.size());
  for (std::size_t i = 0; i < stopped.size(); ++i) {
    stopped[i] = judged.result.migrations[i].judged && unjudgeable(judged, static_cast<int>(i));
  }
  for (const Finding& finding : judged.result.findings) {
    if (finding.migration >= 0 && reaches(finding, judged.fail_on))
      stopped.at(static_cast<std::size_t>(finding.migration)) = true;
  }
  return stopped;
}

bool stops(const Outcome& outcome) {
  if (!outcome.errors.empty()) return true;
  return std::ranges::any_of(outcome.histories, [](const JudgedHistory& judged) {
    const std::vector<bool> stopped = stopped_migrations(judged);
    return any_reaches(judged) || std::ranges::find(stopped, true) != stopped.end();
  });
}

int exit_status(const Outcome& outcome) {
  if (!outcome.errors.empty()) return 2;
  return std::ranges::any_of(outcome.histories, any_reaches) ? 1 : 0;
}

}  // namespace miglint
