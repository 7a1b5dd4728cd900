#include "report/xml.hpp"

#include <cstdint>
#include <fmt/format.h>

#include "report/clean.hpp"

namespace miglint {

static std::string escaped(const Character& character, bool command) {
  constexpr std::string_view replacement = "\xEF\xBF\xBD";
  const char32_t c = character.code_point;
  const bool markup = c == '&' || c == '<' || c == '>' || c == '"';
  const bool unwritable = (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
  if (!character.valid || unwritable) return std::string(replacement);
  if (markup || command || character.harmful) return fmt::format("&#{};", static_cast<std::uint32_t>(c));
  return std::string(character.bytes);
}

std::string xml(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Character character = character_at(text, at);
    out += escaped(character, begins_command(text.substr(at)));
    at += character.bytes.size();
  }
  return out;
}

}  // namespace miglint
