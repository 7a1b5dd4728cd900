#include "analysis/literal_forms.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <limits>

#include "miglint/characters.hpp"

namespace miglint {

// ---- Characters -------------------------------------------------------------------------------------------

static bool is_blank(char c) { return std::isspace(static_cast<unsigned char>(c)) != 0; }
static bool is_hexadecimal(char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; }

static std::string lower_case(std::string_view text) {
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return lower;
}

std::string_view trimmed_blanks(std::string_view text) {
  while (!text.empty() && is_blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_blank(text.back())) text.remove_suffix(1);
  return text;
}

/// Takes the digits at the front away.
static std::string_view take_digits(std::string_view& text) {
  const auto end = std::ranges::find_if_not(text, is_digit);
  const auto length = static_cast<std::size_t>(end - text.begin());
  const std::string_view digits = text.substr(0, length);
  text.remove_prefix(length);
  return digits;
}

static bool take(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

static bool take_sign(std::string_view& text) {
  if (take(text, '-')) return true;
  take(text, '+');
  return false;
}

// ---- Numbers ----------------------------------------------------------------------------------------------

Reading read_boolean(std::string_view text) {
  static constexpr auto words =
      std::to_array<std::string_view>({"true", "false", "yes", "no", "on", "off", "1", "0"});
  const std::string word = lower_case(trimmed_blanks(text));
  const bool known = !word.empty() && word != "o" && std::ranges::any_of(words, [&](std::string_view full) {
    return full.starts_with(word);
  });
  return known ? Reading::fine : Reading::unreadable;
}

/// PostgreSQL 16 reads 0x1F, 0o17, 0b11 and 1_000 too.
static bool is_newer_form(std::string_view digits) {
  const bool prefixed = digits.size() > 1 && digits[0] == '0' &&
                        std::string_view("xXoObB").find(digits[1]) != std::string_view::npos;
  return prefixed || digits.find('_') != std::string_view::npos;
}

Reading read_integer(std::string_view text, int bits) {
  std::string_view rest = trimmed_blanks(text);
  const bool negative = take_sign(rest);
  if (is_newer_form(rest)) return Reading::fine;
  std::string_view digits = take_digits(rest);
  if (digits.empty() || !rest.empty()) return Reading::unreadable;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  const std::uint64_t most = (std::uint64_t{1} << (bits - 1)) - (negative ? 0 : 1);
  return error != std::errc() || value > most ? Reading::out_of_range : Reading::fine;
}

Reading read_oid(std::string_view text) {
  std::string_view rest = trimmed_blanks(text);
  const bool negative = take_sign(rest);
  if (is_newer_form(rest)) return Reading::fine;
  const std::string_view digits = take_digits(rest);
  if (digits.empty() || !rest.empty()) return Reading::unreadable;
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  // PostgreSQL 15 takes -1 for the largest, others may not
  const bool fits = negative || (error == std::errc() && value <= std::numeric_limits<std::uint32_t>::max());
  return fits ? Reading::fine : Reading::out_of_range;
}

namespace {

/// digits × 10^exponent
struct Decimal {
  std::string digits;
  long exponent = 0;
};

std::optional<Decimal> decimal_in(std::string_view text) {
  const std::string_view whole = take_digits(text);
  std::string_view fraction;
  if (take(text, '.')) fraction = take_digits(text);
  if (whole.empty() && fraction.empty()) return std::nullopt;
  Decimal decimal{.digits = std::string(whole).append(fraction),
                  .exponent = -static_cast<long>(fraction.size())};
  if (take(text, 'e') || take(text, 'E')) {
    const bool negative = take_sign(text);
    const std::string_view power = take_digits(text);
    long value = 0;
    if (power.empty()) return std::nullopt;
    const auto [end, error] = std::from_chars(power.data(), power.data() + power.size(), value);
    if (error != std::errc() || value > 100000) value = 100000;
    decimal.exponent += negative ? -value : value;
  }
  if (!text.empty()) return std::nullopt;
  return decimal;
}

/// Not a number, or without end: both read them, in any case.
bool is_special_number(std::string_view text) {
  const std::string word = lower_case(text);
  return word.ends_with("nan") || word.ends_with("inf") || word.ends_with("infinity");
}

/// How many digits the number has before the point, once it is rounded to `scale` places and these are
/// counted as well.
std::size_t digits_rounded(const Decimal& decimal, int scale) {
  const std::string& digits = decimal.digits;
  const auto first = std::ranges::find_if(digits, [](char c) { return c != '0'; });
  if (first == digits.end()) return 0;
  const auto significant = static_cast<long>(digits.end() - first);
  const long kept = significant + decimal.exponent + scale;
  if (kept < 0) return 0;
  if (kept >= significant) return static_cast<std::size_t>(kept);
  const auto cut = first + kept;
  const bool carries = *cut >= '5' && std::all_of(first, cut, [](char c) { return c == '9'; });
  return static_cast<std::size_t>(kept + (carries ? 1 : 0));
}

}  // namespace

Reading read_numeric(std::string_view text, int precision, int scale) {
  std::string_view number = trimmed_blanks(text);
  take_sign(number);
  if (is_special_number(number) || is_newer_form(number)) return Reading::fine;
  const auto decimal = decimal_in(number);
  if (!decimal) return Reading::unreadable;
  if (precision < 0) return Reading::fine;
  return digits_rounded(*decimal, scale) > static_cast<std::size_t>(precision) ? Reading::out_of_range
                                                                               : Reading::fine;
}

// strtod() reads hexadecimal floats too.
Reading read_float(std::string_view text, bool single) {
  std::string_view number = trimmed_blanks(text);
  take_sign(number);
  const auto decimal = decimal_in(number);
  if (!decimal) {
    const bool hexadecimal = number.find_first_of("xX") != std::string_view::npos;
    return hexadecimal || is_special_number(number) ? Reading::fine : Reading::unreadable;
  }
  // Far from the edge only: which side of it a number is on is a question of rounding.
  const std::size_t before_point = digits_rounded(*decimal, 0);
  return before_point > (single ? 40U : 310U) ? Reading::out_of_range : Reading::fine;
}

// ---- Other types ------------------------------------------------------------------------------------------

// uuid.c, string_to_uuid: a hyphen may follow each fourth digit; blanks are nowhere allowed.
Reading read_uuid(std::string_view text) {
  const bool braces = take(text, '{');
  for (int byte = 0; byte < 16; ++byte) {
    if (text.size() < 2 || !is_hexadecimal(text[0]) || !is_hexadecimal(text[1])) return Reading::unreadable;
    text.remove_prefix(2);
    if (byte % 2 == 1 && byte < 15) take(text, '-');
  }
  if (braces && !take(text, '}')) return Reading::unreadable;
  return text.empty() ? Reading::fine : Reading::unreadable;
}

/// An address has digits, hexadecimal ones only with a colon.
/// A part of an IPv4 address above 255.
static bool has_large_octet(std::string_view text) {
  if (text.find(':') != std::string_view::npos) return false;
  int part = 0;
  for (const char c : text.substr(0, text.find('/'))) {
    part = c >= '0' && c <= '9' ? part * 10 + (c - '0') : 0;
    if (part > 255) return true;
  }
  return false;
}

Reading read_address(std::string_view text) {
  const bool digits = text.find_first_of("0123456789:") != std::string_view::npos;
  const bool only = text.find_first_not_of("0123456789abcdefABCDEF:./% \t\n") == std::string_view::npos;
  return digits && only && !has_large_octet(text) ? Reading::fine : Reading::unreadable;
}

Reading read_range(std::string_view text) {
  const std::string_view range = trimmed_blanks(text);
  const bool begins = range.starts_with('[') || range.starts_with('(') || lower_case(range) == "empty";
  return begins ? Reading::fine : Reading::unreadable;
}

std::optional<std::size_t> bits_in(std::string_view text) {
  const bool hexadecimal = text.starts_with('x') || text.starts_with('X');
  if (hexadecimal || text.starts_with('b') || text.starts_with('B')) text.remove_prefix(1);
  const bool readable = std::ranges::all_of(
      text, [&](char c) { return hexadecimal ? is_hexadecimal(c) : c == '0' || c == '1'; });
  if (!readable) return std::nullopt;
  return hexadecimal ? text.size() * 4 : text.size();
}

/// Digits and what may stand between groups of them.
Reading read_macaddr(std::string_view text) {
  text = trimmed_blanks(text);
  const auto is_digit = [](char c) { return std::isxdigit(static_cast<unsigned char>(c)) != 0; };
  const auto fits = [&](char c) { return is_digit(c) || c == ':' || c == '-' || c == '.'; };
  const auto digits = std::ranges::count_if(text, is_digit);
  return std::ranges::all_of(text, fits) && digits >= 6 && digits <= 16 ? Reading::fine : Reading::unreadable;
}

/// `16/B374D848`: up to eight hexadecimal digits on either side.
Reading read_lsn(std::string_view text) {
  const std::size_t slash = text.find('/');
  if (slash == std::string_view::npos) return Reading::unreadable;
  const auto is_half = [](std::string_view half) {
    return !half.empty() && half.size() <= 8 && std::ranges::all_of(half, [](char c) {
      return std::isxdigit(static_cast<unsigned char>(c)) != 0;
    });
  };
  return is_half(text.substr(0, slash)) && is_half(text.substr(slash + 1)) ? Reading::fine
                                                                           : Reading::unreadable;
}

}  // namespace miglint
