#include "report/each.hpp"

#include <algorithm>
#include <filesystem>
#include <iterator>

namespace miglint {

const Migration* Placed::migration() const {
  return finding->migration < 0 ? nullptr
                                : &history().migrations.at(static_cast<std::size_t>(finding->migration));
}

std::string_view Placed::statement_sql() const {
  if (finding->migration < 0 || finding->statement < 0) return {};
  return migration()->sql(migration()->statements.at(static_cast<std::size_t>(finding->statement)));
}

std::vector<Placed> placed_findings(const JudgedHistory& judged, std::vector<Finding> LintResult::* which) {
  const std::vector<Finding>& findings = judged.result.*which;
  const std::vector<Place> places = places_of(judged.history, findings);
  std::vector<Placed> placed;
  for (std::size_t i = 0; i < findings.size(); ++i)
    placed.push_back({.judged = &judged, .finding = &findings[i], .place = places[i]});
  return placed;
}

std::vector<Placed> placed_findings(const Outcome& outcome, std::vector<Finding> LintResult::* which) {
  std::vector<Placed> placed;
  for (const JudgedHistory& judged : outcome.histories)
    std::ranges::move(placed_findings(judged, which), std::back_inserter(placed));
  return placed;
}

std::vector<Placed> by_severity(std::vector<Placed> findings) {
  std::ranges::stable_sort(
      findings, [](const Placed& a, const Placed& b) { return a.finding->severity > b.finding->severity; });
  return findings;
}

std::string repository_path(const Outcome& outcome, const std::string& path) {
  namespace fs = std::filesystem;
  const fs::path whole = (fs::path(outcome.current_folder) / path).lexically_normal();
  if (outcome.repository.empty()) return fs::path(path).lexically_normal().generic_string();
  const fs::path relative = whole.lexically_relative(outcome.repository);
  if (relative.empty() || *relative.begin() == "..")
    return fs::path(path).lexically_normal().generic_string();
  return relative.generic_string();
}

}  // namespace miglint
