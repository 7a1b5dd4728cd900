#include "docs/page.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace miglint {

namespace {

constexpr std::string_view blanks = " \t\r";

std::string_view trimmed(std::string_view text) {
  const auto begin = text.find_first_not_of(blanks);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

/// The text's lines with their numbers, one at a time.
class Lines {
 public:
  explicit Lines(std::string_view text) : rest_(text) {}

  bool next() {
    if (rest_.empty()) return false;
    const auto end = rest_.find('\n');
    line_ = rest_.substr(0, end);
    rest_ = end == std::string_view::npos ? std::string_view{} : rest_.substr(end + 1);
    if (line_.ends_with('\r')) line_.remove_suffix(1);
    ++number_;
    return true;
  }
  std::string_view line() const { return line_; }
  int number() const { return number_; }

 private:
  std::string_view rest_, line_;
  int number_ = 0;
};

/// The next word of an info string: `name`, `name=value` or `name="a value with blanks"`.
std::string_view next_word(std::string_view& rest) {
  rest = trimmed(rest);
  bool quoted = false;
  std::size_t end = 0;
  for (; end < rest.size() && (quoted || blanks.find(rest[end]) == std::string_view::npos); ++end) {
    if (rest[end] == '"') quoted = !quoted;
  }
  const std::string_view word = rest.substr(0, end);
  rest.remove_prefix(end);
  return word;
}

PageAttribute attribute(std::string_view word) {
  const auto equals = word.find('=');
  if (equals == std::string_view::npos) return {.name = std::string(word), .value = {}};
  std::string_view value = word.substr(equals + 1);
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"')
    value = value.substr(1, value.size() - 2);
  return {.name = std::string(word.substr(0, equals)), .value = std::string(value)};
}

PageBlock open_block(std::string_view info, int line) {
  PageBlock block{.line = line};
  block.language = next_word(info);
  if (block.language != "sql") return block;
  block.role = next_word(info);
  while (!trimmed(info).empty()) block.attributes.push_back(attribute(next_word(info)));
  return block;
}

constexpr std::string_view fence = "```";

/// What stands before the first section: the H1 and the summary's lines up to a blank one.
void read_opening(RulePage& page, std::string_view line, bool& summary_done) {
  if (line.starts_with("# ")) {
    page.id = trimmed(line.substr(2));
  } else if (trimmed(line).empty()) {
    summary_done = summary_done || !page.summary.empty();
  } else if (!summary_done) {
    if (!page.summary.empty()) page.summary += ' ';
    page.summary += trimmed(line);
  }
}

}  // namespace

bool PageBlock::has(std::string_view name) const {
  return std::ranges::find(attributes, name, &PageAttribute::name) != attributes.end();
}

std::vector<std::string> PageBlock::values(std::string_view name) const {
  std::vector<std::string> values;
  for (const PageAttribute& given : attributes) {
    if (given.name != name) continue;
    for (std::size_t begin = 0; begin <= given.value.size();) {
      const auto comma = std::min(given.value.find(',', begin), given.value.size());
      values.push_back(given.value.substr(begin, comma - begin));
      begin = comma + 1;
    }
  }
  return values;
}

std::string PageBlock::value(std::string_view name) const {
  const auto found = std::ranges::find(attributes, name, &PageAttribute::name);
  return found == attributes.end() ? std::string() : found->value;
}

const PageSection* RulePage::section(std::string_view title) const {
  const auto found = std::ranges::find(sections, title, &PageSection::title);
  return found == sections.end() ? nullptr : &*found;
}

RulePage read_page(std::string_view markdown) {
  RulePage page;
  bool in_block = false, summary_done = false;
  for (Lines lines(markdown); lines.next();) {
    const std::string_view line = lines.line();
    if (!in_block && line.starts_with("## ")) {
      page.sections.push_back({.title = std::string(trimmed(line.substr(3))), .line = lines.number()});
      continue;
    }
    if (page.sections.empty()) {
      read_opening(page, line, summary_done);
      continue;
    }
    PageSection& section = page.sections.back();
    section.markdown.append(line).append("\n");
    if (line.starts_with(fence)) {
      if (!in_block) section.blocks.push_back(open_block(line.substr(fence.size()), lines.number()));
      in_block = !in_block;
    } else if (in_block) {
      section.blocks.back().text.append(line).append("\n");
    }
  }
  return page;
}

std::vector<std::string> page_problems(std::string_view id, std::string_view markdown) {
  const RulePage page = read_page(markdown);
  std::vector<std::string> problems;
  if (page.id != id)
    problems.push_back(fmt::format("the H1 is \"{}\", not the rule's id \"{}\"", page.id, id));
  if (page.summary.empty()) problems.emplace_back("the first paragraph, the summary, is missing");
  auto expected = page_sections.begin();
  for (const PageSection& section : page.sections) {
    const auto found = std::find(expected, page_sections.end(), section.title);
    if (found == page_sections.end()) {
      problems.push_back(
          fmt::format("line {}: section \"{}\" is unknown or out of order", section.line, section.title));
    } else {
      expected = found + 1;
    }
  }
  for (const std::string_view title : {"Why", "Bad", "Safer"}) {
    if (page.section(title) == nullptr) problems.push_back(fmt::format("section \"{}\" is missing", title));
  }
  return problems;
}

std::vector<ExampleFile> split_files(std::string_view text, std::string_view first_name) {
  constexpr std::string_view marker = "-- file:";
  std::vector<ExampleFile> files;
  for (Lines lines(text); lines.next();) {
    if (lines.line().starts_with(marker)) {
      files.push_back({.name = std::string(trimmed(lines.line().substr(marker.size()))), .sql = {}});
      continue;
    }
    if (files.empty()) files.push_back({.name = std::string(first_name), .sql = {}});
    files.back().sql.append(lines.line()).append("\n");
  }
  return files;
}

std::vector<PageExample> examples(const RulePage& page) {
  std::vector<PageExample> found;
  std::vector<ExampleFile> setup;
  for (const PageSection& section : page.sections) {
    for (const PageBlock& block : section.blocks) {
      if (block.role == "setup") setup = split_files(block.text, "001_setup");
      if (block.role != "bad" && block.role != "good") continue;
      found.push_back({.bad = block.role == "bad",
                       .setup = setup,
                       .files = split_files(block.text, "100_example"),
                       .block = block});
    }
  }
  return found;
}

}  // namespace miglint
