#include "miglint/characters.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <utf8proc.h>

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

char32_t decoded(std::string_view sequence) {
  const auto first = static_cast<unsigned char>(sequence[0]);
  char32_t code_point = sequence.size() == 1 ? first : first & (0xFFU >> (sequence.size() + 1));
  for (const char c : sequence.substr(1))
    code_point = (code_point << 6U) | (static_cast<unsigned char>(c) & 0x3FU);
  return code_point;
}

struct Range {
  char32_t first, last;
};

/// Default_Ignorable_Code_Point of Unicode 15.1's DerivedCoreProperties.txt, with the code points it keeps
/// free for more of the kind; they include the marks that reorder text. utf8proc knows the assigned ones
/// only. Then the line and paragraph separators, and the interlinear annotation, which is shown as nothing,
/// too.
constexpr std::array harmful_ranges = {
    Range{0x00AD, 0x00AD},   Range{0x034F, 0x034F}, Range{0x061C, 0x061C},   Range{0x115F, 0x1160},
    Range{0x17B4, 0x17B5},   Range{0x180B, 0x180F}, Range{0x200B, 0x200F},   Range{0x2028, 0x202E},
    Range{0x2060, 0x206F},   Range{0x3164, 0x3164}, Range{0xFE00, 0xFE0F},   Range{0xFEFF, 0xFEFF},
    Range{0xFFA0, 0xFFA0},   Range{0xFFF0, 0xFFFB}, Range{0x1BCA0, 0x1BCA3}, Range{0x1D173, 0x1D17A},
    Range{0xE0000, 0xE0FFF},
};

bool is_harmful(char32_t c) {
  if (c < 0xAD) return c < 0x20 || (c >= 0x7F && c < 0xA0);
  const auto range = std::ranges::lower_bound(harmful_ranges, c, {}, &Range::last);
  return range != harmful_ranges.end() && range->first <= c;
}

bool is_letter(char32_t c) {
  const utf8proc_category_t category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_LO;
}

/// JSON knows UTF-16's units only.
void append_escape(std::string& out, char32_t c) {
  if (c < 0x10000) {
    out += fmt::format("\\u{:04x}", static_cast<std::uint32_t>(c));
    return;
  }
  const auto above = static_cast<std::uint32_t>(c - 0x10000);
  out += fmt::format("\\u{:04x}\\u{:04x}", 0xD800 + (above >> 10U), 0xDC00 + (above & 0x3FFU));
}

void append_json(std::string& out, const Character& character, bool command) {
  if (character.bytes == "\"" || character.bytes == "\\") out += '\\';
  if (character.bytes == "\n") {
    out += "\\n";
  } else if (character.bytes == "\t") {
    out += "\\t";
  } else if (character.harmful || command) {
    append_escape(out, character.code_point);
  } else {
    out += character.valid ? character.bytes : replacement;
  }
}

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_name_character(char c) {
  return is_ascii_letter(c) || is_digit(c) || c == '_' || c == '.' || c == '$';
}
bool is_path_character(char c) {
  return is_name_character(c) || c == '/' || c == '@' || c == '+' || c == '-';
}

}  // namespace

std::size_t plain_run(std::string_view text, std::size_t at) {
  const auto is_plain = [](char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '#'; };
  std::size_t end = at;
  while (end < text.size() && is_plain(text[end])) ++end;
  return end - at;
}

Character character_at(std::string_view text, std::size_t at) {
  const std::size_t length = sequence_length(text, at);
  if (length == 0) return {.bytes = text.substr(at, 1), .code_point = 0xFFFD, .valid = false};
  const char32_t code_point = decoded(text.substr(at, length));
  return {.bytes = text.substr(at, length), .code_point = code_point, .harmful = is_harmful(code_point)};
}

bool begins_command(std::string_view text) {
  return text.starts_with("##[") || text.starts_with("##vso[") || text.starts_with("##teamcity[");
}

bool has_words(std::string_view text) {
  int letters = 0;
  for (std::size_t at = 0; at < text.size() && letters < 2;) {
    const Character character = character_at(text, at);
    if (character.valid && !character.harmful && is_letter(character.code_point)) ++letters;
    at += character.bytes.size();
  }
  return letters == 2;
}

std::string json_string(std::string_view text) {
  std::string out = "\"";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t plain = plain_run(text, at);
    out += text.substr(at, plain);
    at += plain;
    if (at == text.size()) break;
    const Character character = character_at(text, at);
    append_json(out, character, begins_command(text.substr(at)));
    at += character.bytes.size();
  }
  return out += '"';
}

std::string in_prose(std::string_view name) {
  const bool plain = !name.empty() && !is_digit(name.front()) && name.front() != '.' && name.front() != '$' &&
                     std::ranges::all_of(name, is_name_character);
  return plain ? std::string(name) : json_string(name);
}

std::string in_prose(const RelationName& name) {
  return name.schema.empty() ? in_prose(name.name) : in_prose(name.schema) + "." + in_prose(name.name);
}

std::vector<std::string> in_prose(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const std::string& name : names) words.push_back(in_prose(name));
  return words;
}

std::string label_in_prose(std::string_view label) {
  const bool plain = !label.empty() && std::ranges::all_of(label, is_name_character);
  return plain ? quote_literal(label) : json_string(label);
}

std::vector<std::string> label_in_prose(const std::vector<std::string>& labels) {
  std::vector<std::string> words;
  for (const std::string& label : labels) words.push_back(label_in_prose(label));
  return words;
}

std::string sql_in_prose(std::string_view sql) {
  const auto is_word = [](char c) {
    return is_name_character(c) || std::string_view("()[],:=<>+-*/%").find(c) != std::string_view::npos;
  };
  const bool unquoted = std::ranges::all_of(sql, [&](char c) { return is_word(c) || c == ' '; });
  const bool one_word = std::ranges::all_of(sql, [&](char c) { return is_word(c) || c == '"' || c == '\''; });
  return !sql.empty() && (unquoted || one_word) ? std::string(sql) : json_string(sql);
}

std::string path_in_prose(std::string_view path) {
  return !path.empty() && std::ranges::all_of(path, is_path_character) ? std::string(path)
                                                                       : json_string(path);
}

std::string shell_word(std::string_view text) {
  const auto is_plain = [](char c) { return is_path_character(c) && c != '$'; };
  if (!text.empty() && std::ranges::all_of(text, is_plain)) return std::string(text);
  std::string quoted = "'", escaped = "$'";  // the one while nothing needs the other
  bool harmful = false;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    harmful = harmful || character.harmful || !character.valid;
    const bool marks = character.bytes == "'" || character.bytes == "\\";
    quoted += character.bytes == "'" ? "'\\''" : character.bytes;
    if (marks) escaped += '\\';
    if (!character.harmful && character.valid) escaped += character.bytes;
    for (const char byte : character.harmful || !character.valid ? character.bytes : std::string_view())
      escaped += fmt::format("\\{:03o}", static_cast<unsigned char>(byte));
    at += character.bytes.size();
  }
  return (harmful ? escaped : quoted) + "'";
}

}  // namespace miglint
