#pragma once

// A rule's page, read. The page is specification, test and help at once: its examples run in the suite and on
// a real server, `miglint explain` prints it, SARIF carries it. Its grammar: an H1 that is the rule's id, a
// paragraph that is the summary, then the H2 sections of `page_sections` in that order, each of prose and
// fenced blocks. A block's info string says what it is and what it claims:
//
//     ```sql setup                          earlier history, with rows; holds until the next setup
//     ```sql bad fails=23502 rewrites       the rule reports this
//     ```sql good config="prisma: '7.4'"    no rule reports an error here
//
// A line `-- file: 002_add_email` inside a block starts the next migration.

#include <array>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

/// The H2 sections a page may have, in the order they come in.
inline constexpr std::array<std::string_view, 6> page_sections = {"Why",         "Bad",     "Safer",
                                                                  "Stays quiet", "Options", "See also"};

/// One attribute of a block: `fails=23502` has a value, `rewrites` has none.
struct PageAttribute {
  std::string name;
  std::string value;
};

/// A fenced block. `language` and `role` are the info string's first two words (`sql`, `bad`); role is empty
/// for other blocks.
struct PageBlock {
  std::string language;
  std::string role;
  std::vector<PageAttribute> attributes;
  std::string text;  ///< without the fences, ends with a line feed unless empty
  int line = 0;      ///< of the opening fence in the page, 1-based

  bool has(std::string_view attribute) const;
  /// Every value given for the attribute: repeated attributes and comma-separated values both count
  /// (`fails=23502,23505`).
  std::vector<std::string> values(std::string_view attribute) const;
  /// The attribute's value as it stands, empty when it is not there.
  std::string value(std::string_view attribute) const;
};

/// One H2 section. `markdown` is its whole body as written, blocks included.
struct PageSection {
  std::string title;
  std::string markdown;
  std::vector<PageBlock> blocks;
  int line = 0;
};

struct RulePage {
  std::string id;       ///< the H1
  std::string summary;  ///< the first paragraph, on one line
  std::vector<PageSection> sections;

  /// null when the page has no such section.
  const PageSection* section(std::string_view title) const;
};

/// Reads a page. Never fails: what does not follow the grammar is simply not there; `page_problems` names it.
RulePage read_page(std::string_view markdown);

/// Where a page departs from the grammar, a sentence each; empty for a good page.
std::vector<std::string> page_problems(std::string_view id, std::string_view markdown);

/// One migration of an example.
struct ExampleFile {
  std::string name;
  std::string sql;
};

/// An executable example: a `bad` or `good` block with the setup that holds for it.
struct PageExample {
  bool bad = false;
  std::vector<ExampleFile> setup;  ///< earlier migrations; not judged
  std::vector<ExampleFile> files;  ///< the migrations that are judged, in order
  PageBlock block;
};

std::vector<PageExample> examples(const RulePage& page);

/// Cuts a block at its `-- file:` lines; text before the first one is a file called `first_name`.
std::vector<ExampleFile> split_files(std::string_view text, std::string_view first_name);

}  // namespace miglint
