#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

#include "cli/accept.hpp"
#include "config/load.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"

namespace miglint {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t fewest_words = 3;

std::string_view line_ending(std::string_view text) {
  const auto feed = text.find('\n');
  return feed != std::string_view::npos && feed > 0 && text[feed - 1] == '\r' ? "\r\n" : "\n";
}

std::string allow_file(std::string_view text, std::string_view rule, std::string_view reason) {
  const std::size_t mark = text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
  return fmt::format("{}-- miglint: allow-file {}: {}{}{}", text.substr(0, mark), rule, one_line(reason),
                     line_ending(text), text.substr(mark));
}

/// The entry as an item of the list, two columns in. A JSON string is a YAML one.
std::string yaml_entry(const Decision& decision) {
  std::string text;
  const auto field = [&](std::string_view key, std::string_view value) {
    if (value.empty()) return;
    text += fmt::format("{}{}: {}\n", text.empty() ? "  - " : "    ", key, json_string(value));
  };
  field("finding", decision.finding);
  field("rule", decision.rule);
  field("migration", decision.migration);
  field("statement", decision.statement);
  field("reason", decision.reason);
  field("by", decision.by);
  field("date", decision.date);
  field("via", decision.via);
  return text;
}

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  bool inside = false;
  for (const char c : text) {
    const bool letter =
        std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
    if (letter && !inside) words.emplace_back();
    if (letter) words.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    inside = letter;
  }
  return words;
}

}  // namespace

std::string with_allow_comment(const Migration& migration, const Finding& finding, std::string_view reason) {
  const std::string_view text = migration.source.text;
  if (finding.statement < 0) return allow_file(text, finding.rule, reason);
  const auto begin = static_cast<std::size_t>(
      migration.statements.at(static_cast<std::size_t>(finding.statement)).span.begin);
  const auto feed = text.substr(0, begin).rfind('\n');
  const std::size_t line = feed == std::string_view::npos ? 0 : feed + 1;
  const std::string_view before = text.substr(line, begin - line);
  // else another statement ends on the same line
  const bool alone = before.find_first_not_of(" \t") == std::string_view::npos;
  const std::string_view indent = alone ? before : std::string_view();
  return fmt::format("{}{}-- miglint: allow {}: {}{}{}{}", text.substr(0, begin),
                     alone ? std::string_view() : line_ending(text), finding.rule, one_line(reason),
                     line_ending(text), indent, text.substr(begin));
}

/// The number of entries; nothing where the text is no list of decisions.
static std::optional<std::size_t> count_decisions(const std::string& text, const std::string& path) {
  try {
    return parse_decisions(text, path).size();
  } catch (const Error&) {
    return std::nullopt;
  }
}

std::string with_decision(const std::string& text, const std::string& path, const Decision& decision) {
  std::string longer = text;
  if (longer.empty())
    longer =
        "# Hazards that somebody answers for. Written by `miglint accept`; reviewed like code.\ndecisions:\n";
  if (longer.back() != '\n') longer += '\n';
  longer += yaml_entry(decision);
  const std::size_t before = text.empty() ? 0 : parse_decisions(text, path).size();
  if (count_decisions(longer, path) != before + 1)
    throw Error(
        fmt::format("{}: a decision can't be appended to its present form; write `decisions:` with one `  - "
                    "` item an entry",
                    path));
  return longer;
}

std::optional<std::string> refused_consent(std::string_view words) {
  if (words.empty()) {
    return "only the user may accept a finding: on a terminal, or with MIGLINT_USER_CONSENT holding the "
           "words in which the user agreed to this one";
  }
  std::set<std::string> said;  // a word said again, or of one letter, says nothing
  for (std::string& word : words_of(words))
    if (word.size() > 1) said.insert(std::move(word));
  if (said.size() >= fewest_words) return std::nullopt;
  return fmt::format(
      "MIGLINT_USER_CONSENT=\"{}\" is no consent to anything in particular: it must hold what the user said "
      "when asked about this finding",
      words);
}

std::string name_at_stake(const Finding& finding) {
  const ObjectName& object = finding.object;
  if (!object.column.empty()) return object.table + "." + object.column;
  if (!object.table.empty()) return object.table;
  return object.name.empty() ? finding.rule : object.name;
}

}  // namespace miglint
