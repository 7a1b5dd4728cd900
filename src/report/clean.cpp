#include "report/clean.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace miglint {

namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD

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
    out += fmt::format("<U+{:04X}>", static_cast<std::uint32_t>(character.code_point));
  }
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
      out += '\n';
    } else {
      append_visible(out, character);
    }
    if (command) out += ' ';  // `# #[` is nothing to a runner
  }
  return out;
}

}  // namespace

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

std::string one_line(std::string_view text) { return cleaned(text, false); }

std::string several_lines(std::string_view text) { return cleaned(text, true); }

Finding printable(const Finding& finding) {
  Finding clean = finding;
  for (std::string* text : {&clean.message, &clean.path, &clean.fingerprint, &clean.object.schema,
                            &clean.object.table, &clean.object.column, &clean.object.name}) {
    *text = one_line(*text);
  }
  clean.why = several_lines(clean.why);
  clean.check_first = several_lines(clean.check_first);
  for (SaferStep& step : clean.safer)
    step = {
        .text = several_lines(step.text), .sql = several_lines(step.sql), .command = one_line(step.command)};
  for (SaferPath& path : clean.paths) {
    path.title = one_line(path.title);
    path.result = one_line(path.result);
    for (Need& need : path.needs)
      need = {
          .name = one_line(need.name), .question = one_line(need.question), .sample = one_line(need.sample)};
    for (PathStep& step : path.steps)
      step = {.place = step.place, .text = several_lines(step.text), .sql = several_lines(step.sql)};
  }
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
