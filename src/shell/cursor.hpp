#pragma once

// The text of a script and the place in it, shared by the two halves of the reader: words (words.cpp) and
// commands (reader.cpp).

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "shell/syntax.hpp"

namespace miglint::shell {

struct HereDocument {
  std::string end;
  bool strips_tabs = false;
  bool is_literal = false;  ///< its end is quoted: nothing is expanded
  std::shared_ptr<Word> text;
};

struct Cursor {
  std::string_view text;
  std::size_t at = 0;
  int depth = 0;
  std::vector<HereDocument> awaited;  ///< their texts begin on the next line
  bool met_endless = false;           ///< a here-document had no end
  /// Where each line begins, by its text without leading tabs; made for the first here-document.
  std::unordered_map<std::string_view, std::vector<std::size_t>> lines = {};

  bool done() const { return at >= text.size(); }
  char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  std::string_view rest() const { return text.substr(std::min(at, text.size())); }
  bool here(std::string_view what) const { return rest().starts_with(what); }
};

/// Goes one level down while it lives. Throws Error where that is too deep.
class Nested {
 public:
  explicit Nested(Cursor& cursor);
  ~Nested() { --cursor_.depth; }
  Nested(const Nested&) = delete;
  Nested& operator=(const Nested&) = delete;

 private:
  Cursor& cursor_;
};

/// Ends a word that is not quoted.
bool ends_word(char c);
bool is_blank(char c);
bool is_name_character(char c);

/// A word from where the cursor stands; one that is not there leaves the cursor as it is.
Word read_word(Cursor& cursor);
/// The texts of the here-documents that were announced on the line before.
void read_here_documents(Cursor& cursor);
/// Past `((…))` with the cursor after its `((`: the place after its `))`, npos where it is none.
std::size_t end_of_arithmetic(const Cursor& cursor);
/// The expansions in an arithmetic expression, which ends before `end`.
void read_arithmetic(Cursor& cursor, std::size_t end, Word& into);

/// A substitution's commands, up to the `)` that closes it, which is read, too.
std::shared_ptr<const Script> read_substitution(Cursor& cursor);

}  // namespace miglint::shell
