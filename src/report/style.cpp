#include "report/style.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utf8proc.h>
#include <utility>

namespace miglint {

std::string Palette::in(std::string_view code, std::string_view text) const {
  return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string Palette::link(std::string_view url, std::string_view text) const {
  if (!links_ || url.empty()) return std::string(text);
  return fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", url, text);
}

int display_width(std::string_view text) {
  int width = 0;
  const auto* bytes = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  for (utf8proc_ssize_t left = static_cast<utf8proc_ssize_t>(text.size()); left > 0;) {
    if (*bytes < 0x80) {  // most of it
      ++width, ++bytes, --left;
      continue;
    }
    utf8proc_int32_t character = 0;
    const utf8proc_ssize_t length = std::max<utf8proc_ssize_t>(utf8proc_iterate(bytes, left, &character), 1);
    width += std::max(utf8proc_charwidth(character), 0);
    bytes += length;
    left -= length;
  }
  return width;
}

static void wrap_line(std::string_view line, int width, std::vector<std::string>& lines) {
  std::string current;
  int used = 0;
  while (!line.empty()) {
    const auto end = std::min(line.find(' ', line.find_first_not_of(' ')), line.size());
    std::string_view word = line.substr(0, end);
    line.remove_prefix(end);
    const int wide = display_width(word);
    if (used > 0 && used + wide > width) {
      lines.push_back(std::exchange(current, {}));
      word.remove_prefix(std::min(word.find_first_not_of(' '), word.size()));
      used = 0;
    }
    current += word;
    used += wide;
  }
  lines.push_back(current);
}

std::vector<std::string> wrapped(std::string_view text, int width) {
  std::vector<std::string> lines;
  while (true) {
    const auto end = text.find('\n');
    wrap_line(text.substr(0, end), width, lines);
    if (end == std::string_view::npos || end + 1 == text.size()) return lines;
    text.remove_prefix(end + 1);
  }
}

}  // namespace miglint
