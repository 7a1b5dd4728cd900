// GitHub recognises an alert from one upload to the next by a hash of the line it is on and what follows.
// `upload-sarif` computes it when a file leaves it out, and warns when it differs; the bare REST API computes
// nothing. So it is written, by exactly their algorithm:
//
// a rolling hash, base 37 modulo 2^64, over a window of 100 UTF-16 code units that starts with the line.
// Blanks and tabs do not count, CR and CRLF count as LF, U+FFFF ends the text and zeros fill the window after
// it. The hash is written in hexadecimal without leading zeros, then `:` and how many lines up to this one
// had the same hash. A line begins with its first unit that is neither blank nor tab: one that is empty
// begins (and ends) with its line feed.

#include "report/line_hash.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <fmt/format.h>
#include <unordered_map>
#include <utility>

#include "report/clean.hpp"

namespace miglint {

namespace {

constexpr std::size_t window = 100;
constexpr std::uint64_t base = 37;
constexpr std::uint16_t end_of_text = 0xFFFF;

constexpr std::uint64_t power(std::uint64_t number, std::size_t exponent) {
  std::uint64_t result = 1;
  for (std::size_t i = 0; i < exponent; ++i) result *= number;
  return result;
}

/// Takes a text's units one by one and knows each line's hash once the window has passed over its beginning.
class RollingHash {
 public:
  explicit RollingHash(const std::vector<int>& wanted) : wanted_(wanted), hashes_(wanted.size()) {}

  void take(std::uint16_t unit) {
    if (unit == ' ' || unit == '\t' || (after_return_ && unit == '\n')) {
      after_return_ = false;
      return;
    }
    after_return_ = unit == '\r';
    if (after_return_) unit = '\n';
    emit();
    if (line_starts_) lines_[at_] = ++line_;
    line_starts_ = unit == '\n';
    push(unit);
  }

  std::vector<std::string> finish() {
    take(end_of_text);
    for (std::size_t i = 0; i < window; ++i) {
      emit();
      push(0);
    }
    return std::move(hashes_);
  }

 private:
  /// The window is full of the line that began where the next unit goes: its hash is known.
  void emit() {
    const int line = std::exchange(lines_[at_], 0);
    if (line == 0) return;
    const int ordinal = ++seen_[hash_];
    if (next_ < wanted_.size() && wanted_[next_] == line)
      hashes_[next_++] = fmt::format("{:x}:{}", hash_, ordinal);
  }

  void push(std::uint16_t unit) {
    hash_ = base * hash_ + unit - power(base, window) * units_[at_];
    units_[at_] = unit;
    at_ = (at_ + 1) % window;
  }

  const std::vector<int>& wanted_;
  std::vector<std::string> hashes_;
  std::size_t next_ = 0;
  std::array<std::uint16_t, window> units_{};
  std::array<int, window> lines_{};  // the line that begins at this place of the ring; 0: none
  std::unordered_map<std::uint64_t, int> seen_;
  std::size_t at_ = 0;
  std::uint64_t hash_ = 0;
  int line_ = 0;
  bool line_starts_ = true;
  bool after_return_ = false;
};

/// Feeds valid UTF-8 as UTF-16.
void feed(RollingHash& hash, std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto first = static_cast<unsigned char>(text[i]);
    const std::size_t length = first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
    std::uint32_t character = length == 1 ? first : first & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k)
      character = (character << 6U) | (static_cast<unsigned char>(text[i + k]) & 0x3FU);
    i += length;
    if (character < 0x10000) {
      hash.take(static_cast<std::uint16_t>(character));
    } else {
      hash.take(static_cast<std::uint16_t>(0xD800 + ((character - 0x10000) >> 10U)));
      hash.take(static_cast<std::uint16_t>(0xDC00 + ((character - 0x10000) & 0x3FFU)));
    }
  }
}

}  // namespace

std::vector<std::string> line_hashes(std::string_view text, const std::vector<int>& lines) {
  RollingHash hash(lines);
  feed(hash, valid_utf8(text));
  return hash.finish();
}

}  // namespace miglint
