#include "report/way_out.hpp"

#include <fmt/format.h>
#include <string_view>

#include "report/wording.hpp"

namespace miglint {

namespace {

void add_line(std::string& text, std::string_view label, std::string_view words) {
  if (!words.empty()) text += fmt::format("{}{}: {}", text.empty() ? "" : "\n", label, words);
}

}  // namespace

std::string_view place_in_words(PathStep::Place place) {
  switch (place) {
    case PathStep::Place::next_migration:
      return "in a migration right after";
    case PathStep::Place::next_release:
      return "in a later release";
    case PathStep::Place::outside:
      return "outside of migrations";
    default:
      return {};
  }
}

std::string title_in_words(const SaferPath& path) {
  return path.same() ? path.title : fmt::format("{} ({})", path.title, path.result);
}

std::string sql_of(const SaferPath& path) {
  std::string text;
  for (const PathStep& step : path.steps) {
    if (step.sql.empty()) continue;
    if (!text.empty()) text += '\n';
    if (const std::string_view place = place_in_words(step.place); !place.empty())
      text += fmt::format("-- {}\n", place);
    text += step.sql;
  }
  return text;
}

std::string way_out_in_lines(const Finding& finding) {
  std::string text;
  if (finding.paths.empty()) {
    int number = 0;
    for (const SaferStep& step : finding.safer) {
      add_line(text, fmt::format("Instead, {}", ++number), step.sentence());
      if (!step.sql.empty()) text += "\n" + step.sql;
    }
  } else {
    const SaferPath& first = finding.paths.front();
    add_line(text, "Instead", fmt::format("({}) {}", first.key, title_in_words(first)));
    if (const std::string sql = sql_of(first); !sql.empty()) text += "\n" + sql;
    for (const SchemaEdit& edit : first.schema) add_line(text, "schema.prisma", in_words(edit));
    for (const std::string& question : questions(first)) add_line(text, "Asks", question);
    add_line(text, "Fix", fix_command(finding, first));
    for (std::size_t i = 1; i < finding.paths.size(); ++i)
      add_line(text, "Or", fmt::format("({}) {}", finding.paths[i].key, title_in_words(finding.paths[i])));
  }
  add_line(text, "Check first", finding.check_first);
  return text;
}

std::string way_out_in_a_line(const Finding& finding) {
  std::string text;
  const auto add = [&](std::string_view label, std::string_view words) {
    const bool ends = words.ends_with('.') || words.ends_with(';') || words.ends_with('?');
    if (!words.empty())
      text += fmt::format("{}{}: {}{}", text.empty() ? "" : " ", label, words, ends ? "" : ".");
  };
  if (finding.paths.empty()) {
    if (!finding.safer.empty()) add("Instead", finding.safer.front().sentence());
  } else {
    const SaferPath& first = finding.paths.front();
    add("Instead", fmt::format("({}) {}", first.key, title_in_words(first)));
    add("Fix", fix_command(finding, first));
    for (std::size_t i = 1; i < finding.paths.size(); ++i)
      add("Or", fmt::format("({}) {}", finding.paths[i].key, title_in_words(finding.paths[i])));
  }
  add("Check first", finding.check_first);
  return text;
}

}  // namespace miglint
