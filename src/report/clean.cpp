#include "report/clean.hpp"

#include <cstdint>
#include <fmt/format.h>

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

/// How many bytes from `at` on are characters that no writer has to look at: most of them.
std::size_t plain_run(std::string_view text, std::size_t at) {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '#'; };
  std::size_t end = at;
  while (end < text.size() && is_plain(text[end])) ++end;
  return end - at;
}

char32_t decoded(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  char32_t code_point = sequence.size() == 1 ? first : first & (0xFFU >> (sequence.size() + 1));
  for (const char c : sequence.substr(1))
    code_point = (code_point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return code_point;
}

bool is_harmful(char32_t c) {
  const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
  const bool reorders = c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x2028 && c <= 0x202E) ||
                        (c >= 0x2066 && c <= 0x2069);
  return control || reorders;
}

/// A control character's picture: U+2400 for NUL and so on, U+2421 for DEL.
void append_picture(std::string& out, unsigned char control) {
  out += "\xE2\x90";
  out += control == 0x7F ? '\xA1' : static_cast<char>(0x80 + control);
}

void append_visible(std::string& out, const Character& character) {
  if (!character.harmful) {
    out += character.valid ? character.bytes : replacement;
  } else if (character.bytes.size() == 1) {
    append_picture(out, static_cast<unsigned char>(character.bytes[0]));
  } else {
    out += replacement;
  }
}

/// What .NET, in which GitHub's runner is written, trims from a line's beginning.
bool is_blank(char32_t c) {
  return c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F ||
         c == 0x205F || c == 0x3000;
}

/// A line whose first word begins with `::` is a command to GitHub's runner: an empty comment before it makes
/// it none, and SQL stays SQL.
std::string_view guard(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_blank(character_at(line, at).code_point))
    at += character_at(line, at).bytes.size();
  return line.substr(at).starts_with("::") ? "/**/" : "";
}

std::string cleaned(std::string_view text, bool keep_lines) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text, at);
    out += text.substr(at, plain);
    at += plain;
    if (at == text.size()) break;
    const Character character = character_at(text, at);
    const bool command = begins_command(text.substr(at));
    at += character.bytes.size();
    if (keep_lines && character.bytes == "\r" && at < text.size() && text[at] == '\n') continue;
    if (keep_lines && character.bytes == "\t") {
      out += "  ";
    } else if (keep_lines && character.bytes == "\n") {
      out.append("\n").append(guard(text.substr(at)));
    } else {
      append_visible(out, character);
    }
    if (command) out += ' ';  // `# #[` is nothing to a runner
  }
  return out;
}

}  // namespace

Character character_at(std::string_view text, std::size_t at) {
  const std::size_t length = sequence_length(text, at);
  if (length == 0) return {.bytes = text.substr(at, 1), .code_point = 0xFFFD, .valid = false};
  const char32_t code_point = decoded(text.substr(at, length));
  return {.bytes = text.substr(at, length), .code_point = code_point, .harmful = is_harmful(code_point)};
}

bool begins_command(std::string_view text) { return text.starts_with("##[") || text.starts_with("##vso["); }

std::string valid_utf8(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    out += character.valid ? character.bytes : replacement;
    at += character.bytes.size();
  }
  return out;
}

std::string limited(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return std::string(text);
  std::size_t end = bytes - 3;  // room for the ellipsis
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return std::string(text.substr(0, end)) + "…";
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text, at);
    out += text.substr(at, plain);
    at += plain;
    if (at == text.size()) break;
    const Character character = character_at(text, at);
    const bool escape = character.harmful || begins_command(text.substr(at));
    if (character.bytes == "\"" || character.bytes == "\\") out += '\\';
    if (character.bytes == "\n") {
      out += "\\n";
    } else if (character.bytes == "\t") {
      out += "\\t";
    } else if (escape) {
      out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(character.code_point));
    } else {
      out += character.valid ? character.bytes : replacement;
    }
    at += character.bytes.size();
  }
  return out += '"';
}

std::string visible(std::string_view text) { return cleaned(text, false); }

std::string one_line(std::string_view text) { return std::string(guard(text)) + cleaned(text, false); }

std::string several_lines(std::string_view text) { return std::string(guard(text)) + cleaned(text, true); }

Finding printable(const Finding& finding) {
  Finding clean = finding;
  for (std::string* text : {&clean.message, &clean.path, &clean.fingerprint, &clean.object.schema,
                            &clean.object.table, &clean.object.column, &clean.object.name}) {
    *text = one_line(*text);
  }
  clean.why = several_lines(clean.why);
  clean.check_first = several_lines(clean.check_first);
  for (SaferStep& step : clean.safer)
    step = {.text = several_lines(step.text), .sql = several_lines(step.sql)};
  for (Related& related : clean.related)
    related = {.message = one_line(related.message), .path = one_line(related.path), .line = related.line};
  for (Lock& lock : clean.locks)
    lock.relation = {.schema = one_line(lock.relation.schema), .name = one_line(lock.relation.name)};
  for (auto* names : {&clean.rewrites, &clean.loses, &clean.fails}) {
    for (std::string& name : *names) name = one_line(name);
  }
  if (clean.suppressed) clean.suppressed = one_line(*clean.suppressed);
  return clean;
}

}  // namespace miglint
