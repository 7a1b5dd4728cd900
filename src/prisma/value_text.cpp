#include "prisma/value_text.hpp"

#include <cstdint>
#include <fmt/format.h>

namespace miglint::prisma {

namespace {

int sextet(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  return c == '+' ? 62 : c == '/' ? 63 : -1;
}

/// `.1` to `.120`, `.1234` to `.123400`: three, six or nine digits, none where they are all 0.
std::string fraction(std::string_view digits) {
  std::string text(digits);
  while (text.ends_with('0')) text.pop_back();
  while (text.size() % 3 != 0) text += '0';
  return text.empty() ? text : "." + text;
}

}  // namespace

std::string hexadecimal(std::string_view base64) {
  std::string hex = "\\x";
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : base64) {
    const int value = sextet(c);
    if (value < 0) break;
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    hex += fmt::format("{:02x}", bits >> count & 0xFF);
  }
  return hex;
}

std::string point_in_time(std::string_view rfc3339) {
  constexpr std::size_t seconds_end = std::string_view("2020-01-01T10:20:30").size();
  if (rfc3339.size() <= seconds_end || (rfc3339[10] != 'T' && rfc3339[10] != 't'))
    return std::string(rfc3339);
  std::string text = fmt::format("{} {}", rfc3339.substr(0, 10), rfc3339.substr(11, 8));
  std::string_view rest = rfc3339.substr(seconds_end);
  if (rest.starts_with('.')) {
    const std::size_t end = std::min(rest.find_first_not_of("0123456789", 1), rest.size());
    text += fraction(rest.substr(1, end - 1));
    rest.remove_prefix(end);
  }
  return text + " " + (rest == "Z" || rest == "z" ? "+00:00" : std::string(rest));
}

}  // namespace miglint::prisma
