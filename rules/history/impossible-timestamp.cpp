#include <charconv>
#include <chrono>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

int number(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// What is wrong with fourteen digits as YYYYMMDDHHMMSS; empty: nothing.
std::string impossible_part(std::string_view t) {
  const int month = number(t.substr(4, 2)), day = number(t.substr(6, 2));
  const std::chrono::year_month_day date{std::chrono::year(number(t.substr(0, 4))),
                                         std::chrono::month(static_cast<unsigned>(month)),
                                         std::chrono::day(static_cast<unsigned>(day))};
  if (month < 1 || month > 12) return fmt::format("there is no month {}", t.substr(4, 2));
  if (!date.ok()) return fmt::format("{}-{} has no day {}", t.substr(0, 4), t.substr(4, 2), t.substr(6, 2));
  if (number(t.substr(8, 2)) > 23) return fmt::format("there is no hour {}", t.substr(8, 2));
  if (number(t.substr(10, 2)) > 59) return fmt::format("there is no minute {}", t.substr(10, 2));
  if (number(t.substr(12, 2)) > 59) return fmt::format("there is no second {}", t.substr(12, 2));
  return {};
}

void check_impossible_timestamp(const MigrationView& view, RuleContext& context) {
  constexpr std::size_t timestamp_digits = 14;
  const std::string& name = view.migration.source.name;
  const std::string_view timestamp = timestamp_of(name);
  if (timestamp.size() != timestamp_digits) return;  // numbered, dated by day, or not at all
  const std::string part = impossible_part(timestamp);
  if (part.empty()) return;
  context.report({
      .message = fmt::format("The timestamp of {} is no time: {}", path_in_prose(name), part),
      .object = {.schema = {}, .table = {}, .column = {}, .name = name},
      .why = "It was typed by hand. Migrations run in the order of their names, so where it stands among the "
             "others is chance.",
      .safer = {{.text = fmt::format("While nothing has run it, rename it with the time of now{}.",
                                     view.history.layout == Layout::prisma
                                         ? ", as \"prisma migrate dev --create-only\" would"
                                         : ""),
                 .sql = {}}},
      .migration = view.index,
  });
}

}  // namespace

extern const Rule impossible_timestamp;
const Rule impossible_timestamp{
    .id = "impossible-timestamp", .severity = Severity::note, .check = on<check_impossible_timestamp>};

}  // namespace miglint
