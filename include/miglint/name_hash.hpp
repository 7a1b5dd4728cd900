#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace miglint {

/// A hash of all of a name's bytes, eight at a time. A statement asks for some thirty, of ten bytes:
/// std::hash, made for longer texts, was as large a part of judging a history as PostgreSQL's grammar.
inline std::uint64_t hash_of_name(std::string_view name) {
  // the golden ratio's fraction: its products differ in their upper bits
  constexpr std::uint64_t odd = 0x9e3779b97f4a7c15;
  std::uint64_t hash = name.size() * odd;
  const auto take = [&](std::uint64_t word) {
    hash = (hash ^ word) * odd;
    hash ^= hash >> 32;
  };
  const char* at = name.data();
  std::size_t left = name.size();
  for (; left >= sizeof(std::uint64_t); at += sizeof(std::uint64_t), left -= sizeof(std::uint64_t)) {
    std::uint64_t word = 0;
    std::memcpy(&word, at, sizeof word);
    take(word);
  }
  if (left >= sizeof(std::uint32_t)) {  // four to seven: the first four and the last four
    std::uint32_t first = 0, last = 0;
    std::memcpy(&first, at, sizeof first);
    std::memcpy(&last, at + left - sizeof last, sizeof last);
    take(first | std::uint64_t{last} << 32);
  } else if (left > 0) {  // one to three: the first, the middle and the last
    const auto byte = [&](std::size_t index) { return std::uint64_t{static_cast<unsigned char>(at[index])}; };
    take(byte(0) | byte(left / 2) << 8 | byte(left - 1) << 16);
  }
  return hash;
}

}  // namespace miglint
