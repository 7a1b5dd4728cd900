#include "report/line_guard.hpp"

#include <algorithm>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

/// What .NET, in which GitHub's runner is written, trims from a line's beginning.
bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == '\r' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

/// What a log's viewer may take away besides: a margin that is drawn, a colour.
bool is_margin(char32_t c) { return c == '|' || (c >= 0x2500 && c <= 0x257F); }

std::size_t colour_length(std::string_view text) {
  if (!text.starts_with("\x1b[")) return 0;
  const std::size_t end = text.find('m');
  return end == std::string_view::npos ? 0 : end + 1;
}

/// Where the line's first word begins.
std::size_t first_word(std::string_view line) {
  for (std::size_t at = 0; at < line.size();) {
    const Character character = character_at(line, at);
    const bool skipped = is_blank(character.code_point) || is_margin(character.code_point);
    const std::size_t length = skipped ? character.bytes.size() : colour_length(line.substr(at));
    if (length == 0) return at;
    at += length;
  }
  return line.size();
}

/// Nearly all lines are plain at a glance: nothing in them that a log could obey, wherever their first word
/// begins.
bool is_plain(std::string_view line) {
  const std::size_t word = line.find_first_not_of(" \t|");
  if (word == std::string_view::npos) return true;
  const unsigned char first = static_cast<unsigned char>(line[word]);
  return first != ':' && first >= ' ' && first < 0x80 && line.find("##", word) == std::string_view::npos;
}

/// How many bytes of whole lines the text begins with that are plain.
std::size_t plain_lines(std::string_view text) {
  std::size_t plain = 0;
  for (std::size_t end = text.find('\n'); end != std::string_view::npos; end = text.find('\n', plain)) {
    if (!is_plain(text.substr(plain, end - plain))) break;
    plain = end + 1;
  }
  return plain;
}

}  // namespace

std::string guarded_line(std::string line) {
  for (std::size_t at = line.find("##"); at != std::string::npos; at = line.find("##", at + 1)) {
    if (begins_command(std::string_view(line).substr(at))) line.insert(at + 1, 1, ' ');
  }
  if (line.find("::") == std::string::npos) return line;
  const std::size_t word = first_word(line);
  if (std::string_view(line).substr(word).starts_with("::")) line.insert(word, "/**/");
  return line;
}

std::string guarded(std::string_view text) {
  std::string out;
  LineGuard guard([&](std::string_view line) { out += line; });
  guard.pass(text);
  guard.finish();
  return out;
}

void LineGuard::pass(std::string_view piece) {
  while (!piece.empty()) {
    if (const std::size_t plain = line_.empty() ? plain_lines(piece) : 0; plain > 0) {
      next_(piece.substr(0, plain));
      piece.remove_prefix(plain);
      continue;
    }
    const std::size_t end = std::min(piece.find('\n'), piece.size());
    line_ += piece.substr(0, end);
    if (end == piece.size()) return;
    line_ = guarded_line(std::move(line_)) += '\n';
    next_(line_);
    line_.clear();
    piece.remove_prefix(end + 1);
  }
}

void LineGuard::finish() {
  if (!line_.empty()) next_(guarded_line(std::move(line_)));
  line_.clear();
}

}  // namespace miglint
