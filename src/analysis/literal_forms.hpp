#pragma once

// What the input functions of single types make of a text.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace miglint {

enum class Reading {
  fine,  ///< or nobody can tell
  unreadable,
  out_of_range,
};

Reading read_boolean(std::string_view text);
/// Of so many bits.
Reading read_integer(std::string_view text, int bits);
Reading read_oid(std::string_view text);
/// `precision` -1: numeric without one.
Reading read_numeric(std::string_view text, int precision, int scale);
Reading read_float(std::string_view text, bool single);
Reading read_uuid(std::string_view text);
Reading read_json(std::string_view text);
Reading read_address(std::string_view text);
Reading read_range(std::string_view text);
Reading read_macaddr(std::string_view text);
/// point, lseg, line, box, path, polygon, circle.
Reading read_geometry(std::string_view type, std::string_view text);
Reading read_lsn(std::string_view text);
/// date, timestamp and timestamptz; `time`: time and timetz.
Reading read_date(std::string_view text);
Reading read_time(std::string_view text);
Reading read_interval(std::string_view text);

/// The digits of a bit string, none where it has others: `B101`, `x1F`.
std::optional<std::size_t> bits_in(std::string_view text);

/// The elements of an array of one dimension, NULLs left out. None where it can't be told: several
/// dimensions, bounds of its own.
struct ArrayElements {
  bool malformed = false;
  std::vector<std::string> elements;
};
std::optional<ArrayElements> elements_of(std::string_view text);

std::string_view trimmed_blanks(std::string_view text);

}  // namespace miglint
