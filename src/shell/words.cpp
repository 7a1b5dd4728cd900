// The words of a shell line: quotes, escapes, expansions, here-documents.

#include <algorithm>
#include <charconv>
#include <fmt/format.h>
#include <utility>

#include "miglint/error.hpp"
#include "shell/cursor.hpp"
#include "shell/reader.hpp"

namespace miglint::shell {

namespace {

void add(Word& word, char c, bool quoted) {
  word.atoms.push_back({.character = c, .quoted = quoted});
  word.is_there = true;
}

void add(Word& word, Expansion expansion, bool quoted) {
  word.atoms.push_back({.quoted = quoted, .expansion = static_cast<int>(word.expansions.size())});
  word.expansions.push_back(std::move(expansion));
  word.is_there = true;
}

void read_dollar(Cursor& cursor, Word& word, bool quoted);
void read_quoted_part(Cursor& cursor, Word& word);

/// The script between backquotes: a backslash hides another, a backquote or a dollar sign from it.
void read_backquoted(Cursor& cursor, Word& word, bool quoted) {
  const Nested nested(cursor);
  std::string script;
  for (++cursor.at; !cursor.done() && cursor.peek() != '`'; ++cursor.at) {
    const char next = cursor.peek(1);
    if (cursor.peek() == '\\' && (next == '`' || next == '\\' || next == '$' || (quoted && next == '"')))
      ++cursor.at;
    script += cursor.peek();
  }
  ++cursor.at;
  Cursor inner{.text = script, .depth = cursor.depth, .awaited = {}};
  add(word, {.name = {}, .otherwise = {}, .script = read_substitution(inner)}, quoted);
}

void read_single_quoted(Cursor& cursor, Word& word) {
  word.is_there = true;
  for (++cursor.at; !cursor.done() && cursor.peek() != '\''; ++cursor.at) add(word, cursor.peek(), true);
  ++cursor.at;
}

/// A number of an escape: up to `digits` digits.
char read_code(Cursor& cursor, int base, std::size_t digits) {
  const std::string_view text = cursor.text.substr(std::min(cursor.at, cursor.text.size()), digits);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  cursor.at += static_cast<std::size_t>(end - text.data());
  return static_cast<char>(value);
}

/// `$'…'`, after its quote.
void read_ansi_c_quoted(Cursor& cursor, Word& word) {
  constexpr std::string_view names = "abefnrtvE", characters = "\a\b\x1b\f\n\r\t\v\x1b";
  word.is_there = true;
  while (!cursor.done() && cursor.peek() != '\'') {
    if (cursor.peek() != '\\') {
      add(word, cursor.text[cursor.at++], true);
      continue;
    }
    ++cursor.at;
    const char c = cursor.peek();
    if (c >= '0' && c <= '7') {
      add(word, read_code(cursor, 8, 3), true);
    } else if (c == 'x' || c == 'u' || c == 'U') {
      ++cursor.at;
      add(word, read_code(cursor, 16, c == 'x' ? 2 : c == 'u' ? 4 : 8), true);
    } else {
      const std::size_t name = names.find(c);
      add(word, name == std::string_view::npos || c == '\0' ? c : characters[name], true);
      ++cursor.at;
    }
  }
  ++cursor.at;
}

/// `${NAME}`, `${NAME:-word}`, …, after its brace. Only the plain form, and the one with a default, are
/// followed; commands in the others are read.
void read_parameter(Cursor& cursor, Word& word, bool quoted) {
  const Nested nested(cursor);
  Expansion expansion;
  while (is_name_character(cursor.peek())) expansion.name += cursor.text[cursor.at++];
  if (cursor.here("[@]") || cursor.here("[*]")) cursor.at += 3;
  const bool has_default = cursor.here(":-") || cursor.here(":=");
  if (has_default) cursor.at += 2;
  if (!has_default && cursor.peek() != '}') expansion.name.clear();
  auto otherwise = std::make_shared<Word>();
  while (!cursor.done() && cursor.peek() != '}') read_quoted_part(cursor, *otherwise);
  ++cursor.at;
  expansion.otherwise = std::move(otherwise);
  add(word, std::move(expansion), quoted);
}

void read_dollar(Cursor& cursor, Word& word, bool quoted) {
  const char next = cursor.peek(1);
  if (next == '(') {
    cursor.at += 2;
    if (cursor.peek() == '(') {
      ++cursor.at;
      if (const std::size_t end = end_of_arithmetic(cursor); end != std::string_view::npos) {
        Word arithmetic;
        read_arithmetic(cursor, end, arithmetic);
        auto inside = std::make_shared<Word>(std::move(arithmetic));
        return add(word, {.name = {}, .otherwise = std::move(inside), .script = {}}, quoted);
      }
      --cursor.at;
    }
    return add(word, {.name = {}, .otherwise = {}, .script = read_substitution(cursor)}, quoted);
  }
  if (next == '{') {
    cursor.at += 2;
    return read_parameter(cursor, word, quoted);
  }
  if (!quoted && next == '\'') {
    cursor.at += 2;
    return read_ansi_c_quoted(cursor, word);
  }
  ++cursor.at;
  if (!quoted && next == '"') return;  // $"…": a translation of itself
  std::string name;
  if (std::string_view("@*#?$!-0123456789").find(next) != std::string_view::npos && next != '\0') {
    name = next;
    ++cursor.at;
  } else {
    while (is_name_character(cursor.peek())) name += cursor.text[cursor.at++];
  }
  if (name.empty()) return add(word, '$', quoted);
  add(word, {.name = std::move(name), .otherwise = {}, .script = {}}, quoted);
}

/// One character or expansion as between double quotes.
void read_quoted_part(Cursor& cursor, Word& word) {
  const char c = cursor.peek(), next = cursor.peek(1);
  if (c == '$') return read_dollar(cursor, word, true);
  if (c == '`') return read_backquoted(cursor, word, true);
  if (c == '\\' && next == '\n') {
    cursor.at += 2;
  } else if (c == '\\' && (next == '$' || next == '`' || next == '"' || next == '\\')) {
    add(word, next, true);
    cursor.at += 2;
  } else {
    add(word, c, true);
    ++cursor.at;
  }
}

void read_double_quoted(Cursor& cursor, Word& word) {
  word.is_there = true;
  ++cursor.at;
  while (!cursor.done() && cursor.peek() != '"') read_quoted_part(cursor, word);
  ++cursor.at;
}

/// `!(a|b)` and its like: it may match anything.
void read_extended_glob(Cursor& cursor, Word& word) {
  word.atoms.back().character = '*';
  for (int open = 0; !cursor.done(); ++cursor.at) {
    if (cursor.peek() == '\n') return;
    if (cursor.peek() == '(') ++open;
    if (cursor.peek() == ')' && --open == 0) break;
  }
  ++cursor.at;
}

/// The elements of `NAME=(…)`.
void read_elements(Cursor& cursor, Word& word) {
  const Nested nested(cursor);
  ++cursor.at;
  while (!cursor.done() && cursor.peek() != ')') {
    const std::size_t before = cursor.at;
    Word element = read_word(cursor);
    if (element.is_there) word.elements.push_back(std::move(element));
    if (cursor.at == before) ++cursor.at;
  }
  ++cursor.at;
}

bool may_begin_extended_glob(const Word& word) {
  if (word.atoms.empty() || word.atoms.back().quoted || word.atoms.back().expansion >= 0) return false;
  return std::string_view("?*+@!").find(word.atoms.back().character) != std::string_view::npos;
}

bool is_assignment_to_here(const Word& word) {
  return word.atoms.size() > 1 && !word.atoms.back().quoted && word.atoms.back().character == '=';
}

void expand_document(HereDocument& document, std::string_view body) {
  Word& word = *document.text;
  if (document.is_literal) {
    for (const char c : body) add(word, c, true);
    return;
  }
  Cursor inner{.text = body, .awaited = {}};
  while (!inner.done()) read_quoted_part(inner, word);
}

void index_lines(Cursor& cursor) {
  for (std::size_t at = 0; at <= cursor.text.size();) {
    const std::size_t feed = std::min(cursor.text.find('\n', at), cursor.text.size());
    const std::size_t tabs = std::min(cursor.text.find_first_not_of('\t', at), feed);
    cursor.lines[cursor.text.substr(tabs, feed - tabs)].push_back(at);
    at = feed + 1;
  }
}

/// Where the line begins that ends a here-document whose text begins at the cursor; npos: there is none.
std::size_t line_of(Cursor& cursor, const HereDocument& document) {
  if (cursor.lines.empty()) index_lines(cursor);
  const auto found = cursor.lines.find(document.end);
  if (found == cursor.lines.end()) return std::string_view::npos;
  auto begin = std::ranges::lower_bound(found->second, cursor.at);
  const auto has_tabs = [&](std::size_t at) { return cursor.text.substr(at).starts_with('\t'); };
  while (begin != found->second.end() && !document.strips_tabs && has_tabs(*begin)) ++begin;
  return begin == found->second.end() ? std::string_view::npos : *begin;
}

std::string without_leading_tabs(std::string_view text) {
  std::string stripped;
  bool at_begin = true;
  for (const char c : text) {
    at_begin = at_begin && c == '\t';
    if (!at_begin) stripped += c;
    at_begin = at_begin || c == '\n';
  }
  return stripped;
}

}  // namespace

Nested::Nested(Cursor& cursor) : cursor_(cursor) {
  if (cursor.depth >= deepest_nesting) {
    throw Error(
        fmt::format("hook: this shell line nests more than {} levels deep, so nobody can tell what it "
                    "runs: write it flatter, or in several lines",
                    deepest_nesting));
  }
  ++cursor.depth;
}

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

bool ends_word(char c) {
  return is_blank(c) || std::string_view("\n;&|()<>").find(c) != std::string_view::npos;
}

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

Word read_word(Cursor& cursor) {
  Word word;
  while (!cursor.done()) {
    const char c = cursor.peek();
    if (c == '\\') {
      if (cursor.peek(1) != '\n' && cursor.at + 1 < cursor.text.size()) add(word, cursor.peek(1), true);
      cursor.at += 2;
    } else if (c == '\'') {
      read_single_quoted(cursor, word);
    } else if (c == '"') {
      read_double_quoted(cursor, word);
    } else if (c == '$') {
      read_dollar(cursor, word, false);
    } else if (c == '`') {
      read_backquoted(cursor, word, false);
    } else if ((c == '<' || c == '>') && cursor.peek(1) == '(') {
      cursor.at += 2;
      add(word, {.name = {}, .otherwise = {}, .script = read_substitution(cursor)}, true);
    } else if (c == '(' && may_begin_extended_glob(word)) {
      read_extended_glob(cursor, word);
    } else if (c == '(' && is_assignment_to_here(word)) {
      read_elements(cursor, word);
      return word;
    } else if (ends_word(c)) {
      break;
    } else {
      add(word, c, false);
      ++cursor.at;
    }
  }
  cursor.at = std::min(cursor.at, cursor.text.size());
  return word;
}

void read_here_documents(Cursor& cursor) {
  std::vector<HereDocument> documents;
  documents.swap(cursor.awaited);
  for (HereDocument& document : documents) {
    const std::size_t begin = cursor.at;
    const std::size_t last = line_of(cursor, document);
    const bool ended = last != std::string_view::npos;
    const std::size_t end = std::min(last, cursor.text.size());
    if (ended) cursor.at = std::min(cursor.text.find('\n', last), cursor.text.size() - 1) + 1;
    // Without an end it may be none (`let x=1<<2` in some shells): what follows is read as commands, too. The
    // first of these gets all the rest; if each did, the time would grow with the square.
    if (!ended && std::exchange(cursor.met_endless, true)) continue;
    const Nested nested(cursor);
    std::string body(cursor.text.substr(begin, end - begin));
    if (document.strips_tabs) body = without_leading_tabs(body);
    expand_document(document, body);
  }
}

std::size_t end_of_arithmetic(const Cursor& cursor) {
  int open = 0;
  for (std::size_t i = cursor.at; i < cursor.text.size(); ++i) {
    if (cursor.text[i] == '(') ++open;
    if (cursor.text[i] != ')') continue;
    if (open-- > 0) continue;
    return cursor.text.substr(i).starts_with("))") ? i + 2 : std::string_view::npos;
  }
  return std::string_view::npos;
}

void read_arithmetic(Cursor& cursor, std::size_t end, Word& into) {
  const Nested nested(cursor);
  while (cursor.at + 2 < end) read_quoted_part(cursor, into);
  cursor.at = std::max(cursor.at, end);
}

}  // namespace miglint::shell
