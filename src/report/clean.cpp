#include "report/clean.hpp"

#include <cstdint>

namespace miglint {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

/// The length of the well-formed sequence at `at` (Unicode, table 3-7); 0 when there is none.
std::size_t sequence_length(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(at), second = byte(at + 1);
  if (first < 0x80) return 1;
  if (first >= 0xC2 && first <= 0xDF) return continues(at + 1) ? 2 : 0;
  if (first >= 0xE0 && first <= 0xEF) {
    if ((first == 0xE0 && second < 0xA0) || (first == 0xED && second > 0x9F)) return 0;
    return continues(at + 1) && continues(at + 2) ? 3 : 0;
  }
  if (first >= 0xF0 && first <= 0xF4) {
    if ((first == 0xF0 && second < 0x90) || (first == 0xF4 && second > 0x8F)) return 0;
    return continues(at + 1) && continues(at + 2) && continues(at + 3) ? 4 : 0;
  }
  return 0;
}

bool starts_any(std::string_view text, std::initializer_list<std::string_view> prefixes) {
  for (const std::string_view prefix : prefixes) {
    if (text.starts_with(prefix)) return true;
  }
  return false;
}

/// C1 controls, line and paragraph separators, and what reorders text on the screen so that it reads as something else.
bool is_invisible(std::string_view sequence) {
  if (sequence.size() == 2) return sequence[0] == '\xC2' && static_cast<unsigned char>(sequence[1]) < 0xA0;
  return starts_any(sequence, {"\xE2\x80\x8E", "\xE2\x80\x8F", "\xE2\x80\xA8", "\xE2\x80\xA9", "\xE2\x80\xAA", "\xE2\x80\xAB", "\xE2\x80\xAC",
                               "\xE2\x80\xAD", "\xE2\x80\xAE", "\xE2\x81\xA6", "\xE2\x81\xA7", "\xE2\x81\xA8", "\xE2\x81\xA9", "\xD8\x9C"});
}

/// A control character's picture: U+2400 for NUL and so on, U+2421 for DEL.
void append_picture(std::string& out, unsigned char control) {
  out += "\xE2\x90";
  out += control == 0x7F ? '\xA1' : static_cast<char>(0x80 + control);
}

void append_visible(std::string& out, std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  if (first < 0x20 || first == 0x7F) {
    append_picture(out, first);
  } else if (is_invisible(sequence)) {
    out += replacement;
  } else {
    out += sequence;
  }
}

/// Runners look for `##[` and `##vso[` anywhere in a line, and for `::` as a line's first word.
void disarm(std::string& line, std::size_t begin) {
  for (auto at = line.find("##", begin); at != std::string::npos; at = line.find("##", at + 1)) {
    const std::string_view rest = std::string_view(line).substr(at + 2);
    if (rest.starts_with("[") || rest.starts_with("vso[")) line.insert(at + 1, " ");
  }
  const auto word = line.find_first_not_of(' ', begin);
  if (word != std::string::npos && std::string_view(line).substr(word).starts_with("::")) line.insert(word, "/**/");
}

std::string cleaned(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  std::size_t line = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    if (length == 0) {
      out += replacement;
      ++at;
      continue;
    }
    const std::string_view sequence = text.substr(at, length);
    at += length;
    if (keep_lines && sequence == "\r" && at < text.size() && text[at] == '\n') continue;
    if (keep_lines && sequence == "\t") {
      out += "  ";
    } else if (keep_lines && sequence == "\n") {
      disarm(out, line);
      out += '\n';
      line = out.size();
    } else {
      append_visible(out, sequence);
    }
  }
  disarm(out, line);
  return out;
}

}  // namespace

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = sequence_length(text, at);
    out += length == 0 ? replacement : text.substr(at, length);
    at += length == 0 ? 1 : length;
  }
  return out;
}

std::string one_line(std::string_view text) { return cleaned(text, false); }

std::string several_lines(std::string_view text) { return cleaned(text, true); }

Finding printable(const Finding& finding) {
  Finding clean = finding;
  for (std::string* text :
       {&clean.message, &clean.path, &clean.fingerprint, &clean.object.schema, &clean.object.table, &clean.object.column, &clean.object.name}) {
    *text = one_line(*text);
  }
  clean.why = several_lines(clean.why);
  clean.check_first = several_lines(clean.check_first);
  for (SaferStep& step : clean.safer) step = {.text = several_lines(step.text), .sql = several_lines(step.sql)};
  for (Related& related : clean.related) related = {.message = one_line(related.message), .path = one_line(related.path), .line = related.line};
  for (Lock& lock : clean.locks) lock.relation = {.schema = one_line(lock.relation.schema), .name = one_line(lock.relation.name)};
  for (auto* names : {&clean.rewrites, &clean.loses, &clean.fails}) {
    for (std::string& name : *names) name = one_line(name);
  }
  if (clean.suppressed) clean.suppressed = one_line(*clean.suppressed);
  return clean;
}

}  // namespace miglint
