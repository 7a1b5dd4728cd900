// SARIF 2.1.0 as GitHub code scanning, GitLab, the VS Code viewer and reviewdog read it. One run; every rule
// that was on, whether it found anything or not; a valid file when nothing was found, for else old alerts
// never close. Nothing in it depends on the machine, the clock or the order of hashing: the same input gives
// the same bytes. GitHub ignores `suppressions`, so what is allowed is left out unless asked for, or unless
// the change that is judged allowed it itself: then somebody must see it.

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>

#include "report/clean.hpp"
#include "report/each.hpp"
#include "report/fix.hpp"
#include "report/json_writer.hpp"
#include "report/line_hash.hpp"
#include "report/report.hpp"
#include "report/sarif_rules.hpp"
#include "report/terms.hpp"
#include "report/way_out.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t longest_snippet = 4000;
constexpr std::string_view source_root = "%SRCROOT%";

/// RFC 3986: what is neither unreserved nor a slash is percent-encoded, byte by byte.
std::string uri(std::string_view path) {
  std::string out;
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    plain ? out += c : out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return out;
}

void write_artifact(JsonWriter& json, const std::string& path) {
  json.open_object("artifactLocation");
  const bool absolute = path.starts_with("/");
  json.member("uri", absolute ? "file://" + uri(path) : uri(path));
  if (!absolute) json.member("uriBaseId", source_root);
  json.close_object();
}

void write_place(JsonWriter& json, const Place& place) {
  json.member("startLine", place.begin_utf16.line);
  json.member("startColumn", place.begin_utf16.column);
  json.member("endLine", place.end_utf16.line);
  json.member("endColumn", place.end_utf16.column);
}

void write_region(JsonWriter& json, const Placed& placed) {
  json.open_object("region");
  write_place(json, placed.place);
  if (placed.migration() != nullptr && placed.finding->span.length() > 0) {
    const Span span = placed.finding->span;
    const std::string_view text = placed.migration()->source.text;
    json.open_object("snippet");
    json.member("text", limited(text.substr(static_cast<std::size_t>(span.begin),
                                            static_cast<std::size_t>(span.length())),
                                longest_snippet));
    json.close_object();
  }
  json.close_object();
}

void write_location(JsonWriter& json, const Outcome& outcome, const Placed& placed) {
  json.open_array("locations");
  json.open_object();
  json.open_object("physicalLocation");
  write_artifact(json, repository_path(outcome, placed.finding->path));
  write_region(json, placed);
  json.close_object();
  json.close_object();
  json.close_array();
}

/// In SARIF's texts `[x](1)` is a link to the related location 1; any other bracket is escaped.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '[' || c == ']' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string message_of(const Finding& finding) {
  const bool linked = !finding.related.empty();
  std::string text = linked ? escaped(finding.message) : finding.message;
  text += '.';
  if (!finding.why.empty()) text += " " + (linked ? escaped(finding.why) : finding.why);
  int id = 0;
  if (const std::string way = way_out_in_a_line(finding); !way.empty())
    text += " " + (linked ? escaped(way) : way);
  for (const Related& related : finding.related)
    text += fmt::format(" See [{}]({}).", escaped(related.message), id++);
  return text;
}

void write_message(JsonWriter& json, std::string_view text) {
  json.open_object("message");
  json.member("text", text);
  json.close_object();
}

void write_related(JsonWriter& json, const Outcome& outcome, const std::vector<Related>& places) {
  if (places.empty()) return;
  json.open_array("relatedLocations");
  int id = 0;
  for (const Related& related : places) {
    json.open_object();
    json.member("id", id++);
    json.open_object("physicalLocation");
    write_artifact(json, repository_path(outcome, related.path));
    json.open_object("region");
    json.member("startLine", std::max(related.line, 1));
    json.close_object();
    json.close_object();
    write_message(json, related.message);
    json.close_object();
  }
  json.close_array();
}

void write_suppressions(JsonWriter& json, const Outcome& outcome, const Placed& placed) {
  json.open_array("suppressions");
  if (placed.finding->suppressed) {
    const Comment* comment = allowing_comment(placed.history(), *placed.finding);
    json.open_object();
    json.member("kind", comment == nullptr ? "external" : "inSource");
    json.member("status", "accepted");
    if (comment != nullptr) {
      json.open_object("location");
      json.open_object("physicalLocation");
      write_artifact(json, repository_path(outcome, placed.finding->path));
      json.open_object("region");
      write_place(
          json, places_of(placed.history(), {{.span = comment->span, .migration = placed.finding->migration}})
                    .front());
      json.close_object();
      json.close_object();
      json.close_object();
    }
    json.member("justification", *placed.finding->suppressed);
    json.close_object();
  }
  json.close_array();
}

void write_fixes(JsonWriter& json, const Outcome& outcome, const Placed& placed) {
  const std::optional<Fix> fix = mechanical_fix(*placed.finding, placed.history());
  if (!fix) return;
  json.open_array("fixes");
  json.open_object();
  json.open_object("description");
  json.member("text", fix->description);
  json.close_object();
  json.open_array("artifactChanges");
  json.open_object();
  write_artifact(json, repository_path(outcome, placed.finding->path));
  json.open_array("replacements");
  json.open_object();
  json.open_object("deletedRegion");
  write_place(
      json,
      places_of(placed.history(), {{.span = fix->span, .migration = placed.finding->migration}}).front());
  json.close_object();
  json.open_object("insertedContent");
  json.member("text", fix->text);
  json.close_object();
  json.close_object();
  json.close_array();
  json.close_object();
  json.close_array();
  json.close_object();
  json.close_array();
}

void write_properties(JsonWriter& json, const Finding& finding) {
  json.open_object("properties");
  json.member("group", to_string(finding.group));
  if (!finding.fails.empty()) json.member("fails", finding.fails);
  if (!finding.loses.empty()) json.member("loses", finding.loses);
  if (!finding.rewrites.empty()) json.member("rewrites", finding.rewrites);
  if (!finding.check_first.empty()) json.member("check_first", finding.check_first);
  if (!finding.paths.empty()) json.member("fix", fix_command(finding, finding.paths.front()));
  if (!finding.locks.empty()) {
    json.open_array("locks");
    for (const Lock& lock : finding.locks)
      json.value(fmt::format("{} on {}", to_string(lock.mode), to_string(lock.relation)));
    json.close_array();
  }
  json.close_object();
}

/// What the results need from beyond themselves.
struct Context {
  const Outcome& outcome;
  std::map<std::string, int> rule_index;
  bool suppressions = false;  ///< SARIF: of all results or of none
};

void write_result(JsonWriter& json, const Context& context, const Placed& placed,
                  const std::string& line_hash) {
  const Finding& finding = *placed.finding;
  json.open_object();
  json.member("ruleId", finding.rule);
  json.member("ruleIndex", context.rule_index.at(finding.rule));
  json.member("level", sarif_level(finding.severity));
  write_message(json, message_of(finding));
  write_location(json, context.outcome, placed);
  write_related(json, context.outcome, finding.related);
  json.open_object("partialFingerprints");
  if (!line_hash.empty()) json.member("primaryLocationLineHash", line_hash);
  json.member("miglint/v1", finding.fingerprint);
  json.close_object();
  if (context.suppressions) write_suppressions(json, context.outcome, placed);
  write_fixes(json, context.outcome, placed);
  write_properties(json, finding);
  json.close_object();
}

/// GitHub's hash of each finding's first line; one walk over each file.
std::vector<std::string> hashes_of(const std::vector<Placed>& findings) {
  std::map<const Migration*, std::map<int, std::string>> by_file;
  for (const Placed& placed : findings) {
    if (placed.migration() != nullptr) by_file[placed.migration()][placed.place.begin.line];
  }
  for (auto& [migration, by_line] : by_file) {
    std::vector<int> lines;
    for (const auto& [line, hash] : by_line) lines.push_back(line);
    const std::vector<std::string> hashes = line_hashes(migration->source.text, lines);
    for (std::size_t i = 0; i < lines.size(); ++i) by_line[lines[i]] = hashes[i];
  }
  std::vector<std::string> hashes;
  for (const Placed& placed : findings)
    hashes.push_back(placed.migration() == nullptr ? ""
                                                   : by_file[placed.migration()][placed.place.begin.line]);
  return hashes;
}

void write_driver(JsonWriter& json, const std::vector<SarifRule>& rules) {
  json.open_object("tool");
  json.open_object("driver");
  json.member("name", "miglint");
  json.member("fullName", "miglint, migration safety for PostgreSQL");
  json.member("version", MIGLINT_VERSION);
  json.member("semanticVersion", MIGLINT_VERSION);
  json.member("informationUri", "https://github.com/miglint/miglint");
  json.open_array("rules");
  for (const SarifRule& rule : rules) write_sarif_rule(json, rule);
  json.close_array();
  json.close_object();
  json.close_object();
}

void write_notification(JsonWriter& json, std::string_view level, std::string_view text) {
  json.open_object();
  json.member("level", level);
  write_message(json, text);
  json.close_object();
}

void write_invocation(JsonWriter& json, const Outcome& outcome) {
  json.open_array("invocations");
  json.open_object();
  json.member("executionSuccessful", outcome.errors.empty());
  const std::vector<Notice> reviews = notices(outcome);
  if (!outcome.errors.empty() || !reviews.empty()) {
    json.open_array("toolExecutionNotifications");
    for (const FileError& error : outcome.errors)
      write_notification(json, "error", fmt::format("{}: {}.", error.path, error.message));
    for (const Notice& notice : reviews)
      write_notification(json, "note", fmt::format("{}:{}: {}.", notice.path, notice.line, notice.message));
    json.close_array();
  }
  json.close_object();
  json.close_array();
}

void write_bases(JsonWriter& json) {
  json.open_object("automationDetails");
  json.member("id", "miglint/");
  json.close_object();
  json.member("columnKind", "utf16CodeUnits");
  json.open_object("originalUriBaseIds");
  json.open_object(source_root);
  json.open_object("description");
  json.member("text", "The root of the repository.");
  json.close_object();
  json.close_object();
  json.close_object();
}

/// Those of the allowed findings that are shown.
std::vector<Placed> shown_suppressed(const Outcome& outcome) {
  std::vector<Placed> shown = placed_findings(outcome, &LintResult::suppressed);
  if (!outcome.show_suppressed)
    std::erase_if(shown,
                  [](const Placed& placed) { return !is_own_suppression(*placed.judged, *placed.finding); });
  return shown;
}

void write_results(JsonWriter& json, Context& context) {
  std::vector<Placed> findings = placed_findings(context.outcome);
  const std::vector<Placed> suppressed = shown_suppressed(context.outcome);
  context.suppressions = context.outcome.show_suppressed || !suppressed.empty();
  std::ranges::copy(suppressed, std::back_inserter(findings));
  const std::vector<std::string> hashes = hashes_of(findings);
  json.open_array("results");
  for (std::size_t i = 0; i < findings.size(); ++i) write_result(json, context, findings[i], hashes[i]);
  json.close_array();
}

}  // namespace

void report_sarif(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  const std::vector<SarifRule> rules = sarif_rules(outcome);
  Context context{.outcome = outcome, .rule_index = {}};
  for (std::size_t i = 0; i < rules.size(); ++i) context.rule_index[rules[i].id] = static_cast<int>(i);
  JsonWriter json;
  json.open_object();
  json.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
  json.member("version", "2.1.0");
  json.open_array("runs");
  json.open_object();
  write_driver(json, rules);
  write_invocation(json, outcome);
  write_bases(json);
  write_results(json, context);
  json.close_object();
  json.close_array();
  json.close_object();
  json.write_to(out);
}

}  // namespace miglint
