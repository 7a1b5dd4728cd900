// GitLab's Code Quality report: a JSON array, paths from the repository's root, a fingerprint that is unique
// in the file and stable across runs.

#include <fmt/format.h>
#include <map>

#include "report/each.hpp"
#include "report/json_writer.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"

namespace miglint {

namespace {

std::string_view gitlab_severity(Severity severity) {
  if (severity == Severity::error) return "critical";
  return severity == Severity::warning ? "major" : "info";
}

struct Issue {
  std::string description, check_name, fingerprint, path;
  std::string body = {};  ///< what GitLab shows of it when it is opened
  std::string_view severity;
  int begin = 1, end = 1;
};

/// The merge request's list shows the description alone, in a line.
std::string description_of(const Finding& finding) {
  if (finding.paths.empty()) return finding.message;
  return fmt::format("{}. Instead: {}.", finding.message, title_in_words(finding.paths.front()));
}

std::string body_of(const Finding& finding) {
  const std::string way = way_out_in_lines(finding);
  return finding.why.empty() || way.empty() ? finding.why + way : finding.why + "\n\n" + way;
}

void write_issue(JsonWriter& json, const Issue& issue) {
  json.open_object();
  json.member("type", "issue");
  json.member("description", issue.description);
  json.member("check_name", issue.check_name);
  if (!issue.body.empty()) {
    json.open_object("content");
    json.member("body", issue.body);
    json.close_object();
  }
  json.member("fingerprint", issue.fingerprint);
  json.member("severity", issue.severity);
  json.open_object("location");
  json.member("path", issue.path);
  json.open_object("lines");
  json.member("begin", issue.begin);
  json.member("end", issue.end);
  json.close_object();
  json.close_object();
  json.close_object();
}

}  // namespace

void report_gitlab(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  std::map<std::string, int> seen;
  JsonWriter json;
  json.open_array();
  for (const Placed& placed : placed_findings(outcome)) {
    const Finding& finding = *placed.finding;
    const std::string path = repository_path(outcome, finding.path);
    const std::string identity = fmt::format("{}:{}", finding.fingerprint, path);
    write_issue(json, {.description = description_of(finding),
                       .check_name = finding.rule,
                       .fingerprint = fmt::format("{}:{}", identity, ++seen[identity]),
                       .path = path,
                       .body = body_of(finding),
                       .severity = gitlab_severity(finding.severity),
                       .begin = placed.place.begin.line,
                       .end = placed.place.end.line});
  }
  for (const Notice& notice : notices(outcome)) {
    const std::string path = repository_path(outcome, notice.path);
    const std::string identity = fmt::format("review:{}:{}", notice.message, path);
    write_issue(json, {.description = notice.message,
                       .check_name = "review",
                       .fingerprint = fmt::format("{}:{}", identity, ++seen[identity]),
                       .path = path,
                       .severity = "info",
                       .begin = notice.line,
                       .end = notice.line});
  }
  for (const FileError& error : outcome.errors) {
    const std::string path = repository_path(outcome, error.path);
    write_issue(json, {.description = error.message,
                       .check_name = "unreadable",
                       .fingerprint = "unreadable:" + path,
                       .path = path,
                       .severity = "blocker"});
  }
  json.close_array();
  json.write_to(out);
}

}  // namespace miglint
