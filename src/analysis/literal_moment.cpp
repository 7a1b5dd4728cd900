// Dates and times (datetime.c), whose input takes nearly anything in any order. Sure are those in ISO form,
// and those in which nothing is there to make a date of.

#include <algorithm>
#include <array>
#include <cctype>
#include <string>

#include "analysis/literal_forms.hpp"

namespace miglint {

namespace {

/// Takes `digits` digits off the front; -1 where they are not there.
int take_number(std::string_view& text, std::size_t digits) {
  int value = 0;
  if (text.size() < digits) return -1;
  for (std::size_t i = 0; i < digits; ++i) {
    if (text[i] < '0' || text[i] > '9') return -1;
    value = value * 10 + (text[i] - '0');
  }
  text.remove_prefix(digits);
  return value;
}

bool take_character(std::string_view& text, char wanted) {
  if (!text.starts_with(wanted)) return false;
  text.remove_prefix(1);
  return true;
}

int days_in(int year, int month) {
  static constexpr auto days = std::to_array({31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31});
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return month == 2 && leap ? 29 : days.at(static_cast<std::size_t>(month - 1));
}

bool is_day(int year, int month, int day) {
  return year > 0 && month >= 1 && month <= 12 && day >= 1 && day <= days_in(year, month);
}

/// `HH:MM` or `HH:MM:SS` at the front; what follows is left.
std::optional<bool> is_time_of_day(std::string_view text) {
  const int hour = take_number(text, 2);
  const bool colon = hour >= 0 && take_character(text, ':');
  const int minute = colon ? take_number(text, 2) : -1;
  if (minute < 0 || (!text.empty() && text.front() >= '0' && text.front() <= '9')) return std::nullopt;
  int second = 0;
  if (take_character(text, ':')) second = take_number(text, 2);
  if (second < 0) return std::nullopt;
  return hour <= 24 && minute <= 59 && second <= 60;
}

/// No digit, and none of the words that stand for a moment.
bool has_no_moment(std::string_view text) {
  static constexpr auto words =
      std::to_array<std::string_view>({"now", "today", "tomorrow", "yesterday", "epoch", "infinity",
                                       "allballs", "current", "invalid", "undefined"});
  if (text.find_first_of("0123456789") != std::string_view::npos) return false;
  std::string lower(text);
  std::ranges::transform(lower, lower.begin(),
                         [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return std::ranges::none_of(words,
                              [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

/// Units and what else an interval may say (datetime.c, deltatktbl), of which ten letters count.
bool is_interval_word(std::string_view word) {
  static constexpr auto words = std::to_array<std::string_view>(
      {"ago",       "c",        "cent",    "centuries",  "century",  "d",         "day",        "days",
       "dec",       "decade",   "decades", "decs",       "h",        "hour",      "hours",      "hr",
       "hrs",       "infinity", "m",       "microsecon", "mil",      "millennia", "millennium", "millisecon",
       "mils",      "min",      "mins",    "minute",     "minutes",  "mon",       "mons",       "month",
       "months",    "ms",       "msec",    "msecond",    "mseconds", "msecs",     "qtr",        "quarter",
       "s",         "sec",      "second",  "seconds",    "secs",     "timezone",  "timezone_h", "timezone_m",
       "undefined", "us",       "usec",    "usecond",    "useconds", "usecs",     "w",          "week",
       "weeks",     "y",        "year",    "years",      "yr",       "yrs",       "reltime",    "invalid"});
  return std::ranges::find(words, word.substr(0, 10)) != words.end();
}

/// Some word of it is none of an interval's. (`P1Y2M`, of ISO 8601, is not looked into.)
bool has_foreign_word(std::string_view text) {
  std::string word;
  for (const char c : std::string(trimmed_blanks(text)) + ' ') {
    const auto letter = static_cast<unsigned char>(c);
    if (std::isalpha(letter) != 0 || (c == '_' && !word.empty())) {
      word += static_cast<char>(std::tolower(letter));
      continue;
    }
    if (letter >= 0x80) return false;
    if (!word.empty() && !is_interval_word(word)) return true;
    word.clear();
  }
  return false;
}

}  // namespace

Reading read_date(std::string_view text) {
  if (has_no_moment(text)) return Reading::unreadable;
  std::string_view rest = trimmed_blanks(text);
  const int year = take_number(rest, 4);
  const int month = year >= 0 && take_character(rest, '-') ? take_number(rest, 2) : -1;
  const int day = month >= 0 && take_character(rest, '-') ? take_number(rest, 2) : -1;
  if (day < 0) return Reading::fine;
  if (rest.empty()) return is_day(year, month, day) ? Reading::fine : Reading::out_of_range;
  if (!take_character(rest, ' ') && !take_character(rest, 'T')) return Reading::fine;
  const auto time = is_time_of_day(rest);
  if (!time || rest.find_first_not_of("0123456789:.Z+-") != std::string_view::npos) return Reading::fine;
  return is_day(year, month, day) && *time ? Reading::fine : Reading::out_of_range;
}

Reading read_time(std::string_view text) {
  if (has_no_moment(text)) return Reading::unreadable;
  const std::string_view rest = trimmed_blanks(text);
  const auto time = is_time_of_day(rest);
  if (!time || rest.find_first_not_of("0123456789:.") != std::string_view::npos) return Reading::fine;
  return *time ? Reading::fine : Reading::out_of_range;
}

Reading read_interval(std::string_view text) {
  if (has_no_moment(text)) return Reading::unreadable;
  const bool iso = trimmed_blanks(text).starts_with('P');
  return !iso && has_foreign_word(text) ? Reading::unreadable : Reading::fine;
}

}  // namespace miglint
