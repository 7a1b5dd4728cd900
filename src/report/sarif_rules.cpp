#include "report/sarif_rules.hpp"

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <map>

#include "docs/page.hpp"
#include "report/wording.hpp"

namespace miglint {

namespace {

constexpr std::size_t longest_description = 1024;  // GitHub's limit

/// `drop-column` → `DropColumn`: SARIF wants a name that differs from the id, in Pascal's case.
std::string pascal_case(std::string_view id) {
  std::string name;
  bool upper = true;
  for (const char c : id) {
    if (c != '-') name += upper ? static_cast<char>(std::toupper(static_cast<unsigned char>(c))) : c;
    upper = c == '-';
  }
  if (id.find('-') == std::string_view::npos) name += "Rule";  // one word alone would be the id again
  return name;
}

void write_text(JsonWriter& json, std::string_view name, std::string_view text) {
  json.open_object(name);
  json.member("text", text);
  json.close_object();
}

std::string as_sentence(std::string_view text) {
  std::string sentence = limited(text, longest_description - 1);
  if (!sentence.empty() && sentence.back() != '.') sentence += '.';
  return sentence;
}

/// Why, as plain text: the section's prose up to its first block.
std::string why_of(const RulePage& page) {
  const PageSection* why = page.section("Why");
  if (why == nullptr) return page.summary;
  std::string prose = why->markdown.substr(0, why->markdown.find("```"));
  std::string text;
  for (const char c : prose) text += c == '\n' ? ' ' : c;
  const auto begin = text.find_first_not_of(' ');
  const auto end = text.find_last_not_of(' ');
  return begin == std::string::npos ? page.summary : text.substr(begin, end - begin + 1);
}

void write_properties(JsonWriter& json, const RegisteredRule& entry) {
  json.open_object("properties");
  json.open_array("tags");
  json.value(to_string(entry.group));
  json.value("migration");
  json.value("postgresql");
  json.close_array();
  json.member("precision", "high");
  json.member("problem.severity", entry.rule->severity == Severity::note ? std::string_view("recommendation")
                                                                         : to_string(entry.rule->severity));
  json.close_object();
}

}  // namespace

std::string_view sarif_level(Severity severity) { return to_string(severity); }

std::vector<SarifRule> sarif_rules(const Outcome& outcome) {
  std::map<std::string, const RegisteredRule*> rules;
  for (const RegisteredRule* entry : outcome.rules) rules.emplace(entry->rule->id, entry);
  for (const JudgedHistory& judged : outcome.histories) {
    for (const auto* findings : {&judged.result.findings, &judged.result.suppressed}) {
      for (const Finding& finding : *findings) rules.emplace(finding.rule, find_rule(finding.rule));
    }
  }
  std::vector<SarifRule> list;
  for (const auto& [id, entry] : rules) list.push_back({.id = id, .entry = entry});
  return list;
}

void write_sarif_rule(JsonWriter& json, const SarifRule& rule) {
  const RulePage page = read_page(rule.entry == nullptr ? std::string_view() : rule.entry->page);
  const std::string summary = page.summary.empty() ? pascal_case(rule.id) : page.summary;
  json.open_object();
  json.member("id", rule.id);
  // `Truncate` would not differ from its id
  if (rule.id.find('-') != std::string::npos) json.member("name", pascal_case(rule.id));
  write_text(json, "shortDescription", as_sentence(summary));
  write_text(json, "fullDescription", as_sentence(why_of(page).empty() ? summary : why_of(page)));
  json.open_object("help");
  json.member("text", as_sentence(summary) + " Run: miglint explain " + rule.id + ".");
  if (rule.entry != nullptr) json.member("markdown", rule.entry->page);
  json.close_object();
  if (rule.entry != nullptr) {
    json.member("helpUri", rule_url(rule.id));
    json.open_object("defaultConfiguration");
    json.member("level", sarif_level(rule.entry->rule->severity));
    json.close_object();
    write_properties(json, *rule.entry);
  }
  json.close_object();
}

}  // namespace miglint
