#include "fix/new_migration.hpp"

#include <algorithm>
#include <cctype>
#include <chrono>
#include <fmt/chrono.h>
#include <fmt/format.h>

#include "discover/files.hpp"
#include "discover/layouts.hpp"
#include "discover/order.hpp"

namespace miglint {

namespace {

constexpr std::size_t timestamp_digits = 14;
constexpr std::size_t longest_words = 60;

std::string_view leading_digits(std::string_view name) {
  const std::size_t end = name.find_first_not_of("0123456789");
  return name.substr(0, end);
}

int number(std::string_view digits) {
  int value = 0;
  for (const char digit : digits) value = value * 10 + (digit - '0');
  return value;
}

/// `20240131235959` → `20240201000000`; empty: no such moment.
std::string second_after(std::string_view digits) {
  using namespace std::chrono;
  const year_month_day day(year(number(digits.substr(0, 4))),
                           month(static_cast<unsigned>(number(digits.substr(4, 2)))),
                           std::chrono::day(static_cast<unsigned>(number(digits.substr(6, 2)))));
  if (!day.ok()) return {};
  const sys_seconds moment = sys_days(day) + hours(number(digits.substr(8, 2))) +
                             minutes(number(digits.substr(10, 2))) +
                             seconds(number(digits.substr(12, 2)) + 1);
  return fmt::format("{:%Y%m%d%H%M%S}", moment);
}

/// The number with one added, as wide as before.
std::string incremented(std::string_view digits) {
  std::string next(digits);
  std::size_t at = next.size();
  while (at > 0 && next[at - 1] == '9') next[--at] = '0';
  if (at == 0) return "1" + next;
  ++next[at - 1];
  return next;
}

std::string digits_after(std::string_view digits) {
  if (digits.size() == timestamp_digits) {
    if (std::string next = second_after(digits); !next.empty()) return next;
  }
  return incremented(digits);
}

/// Both are numbers at the front of a name.
bool comes_before(std::string_view a, std::string_view b) {
  return compare_versions(version_of(a), version_of(b)) < 0;
}

/// The number a name begins with, without the dashes that diesel puts in: `2024-01-02-000000_x`.
std::string number_of(std::string_view name) {
  const std::string_view prefix = name.substr(0, name.find_first_not_of("0123456789-"));
  std::string digits(prefix);
  std::erase(digits, '-');
  return digits.size() == timestamp_digits ? digits : std::string(leading_digits(name));
}

/// `20240102000001` as `2024-01-02-000001` where the name has dashes there.
std::string with_dashes_of(std::string_view name, std::string number) {
  if (number.size() != timestamp_digits) return number;
  for (const std::size_t at : {std::size_t{4}, std::size_t{7}, std::size_t{10}})
    if (at < name.size() && name[at] == '-') number.insert(at, 1, '-');
  return number;
}

/// `0007_x` → `0008_words`; nullopt: the next migration has that number, or there is none at the front.
std::optional<std::string> numbered(std::string_view name, const std::string* next,
                                    const NewMigration& wanted) {
  const std::string prefix = number_of(name);
  const std::string_view digits = prefix;
  if (digits.empty()) return std::nullopt;
  std::string number = digits_after(digits);
  if (number.size() == wanted.moment.size()) number = std::max(number, wanted.moment);
  if (next != nullptr && !comes_before(number, number_of(*next))) return std::nullopt;
  return with_dashes_of(name, number) + "_" + wanted.words;
}

/// `V7__x` → `V8__words`, or `V7.1__words` where there is a V8.
std::optional<std::string> versioned(std::string_view name, const std::string* next, std::string_view words) {
  const std::size_t end = name.find("__");
  if (end == std::string_view::npos || name.front() != 'V') return std::nullopt;
  const std::string_view version = name.substr(1, end - 1);
  const std::size_t last = version.find_last_of("._") + 1;
  const std::string_view next_version =
      next != nullptr && next->front() == 'V' ? std::string_view(*next).substr(1) : std::string_view();
  std::string chosen = std::string(version.substr(0, last)) + digits_after(version.substr(last));
  if (!next_version.empty() && !comes_before(chosen, next_version))
    chosen = std::string(version) + (version.find('_') == std::string_view::npos ? ".1" : "_1");
  if (!next_version.empty() && !comes_before(chosen, next_version)) return std::nullopt;
  return fmt::format("V{}__{}", chosen, words);
}

/// With the markers by which the runner tells the way up from the way down.
std::optional<std::string> with_markers(Layout layout, const NewMigration& wanted) {
  switch (layout) {
    case Layout::goose:
      return fmt::format("{}-- +goose Up\n{}\n-- +goose Down\n",
                         wanted.refuses_transaction ? "-- +goose NO TRANSACTION\n" : "", wanted.sql);
    case Layout::dbmate:
      return fmt::format("-- migrate:up{}\n{}\n-- migrate:down\n",
                         wanted.refuses_transaction ? " transaction:false" : "", wanted.sql);
    case Layout::sql_migrate:
      return fmt::format("-- +migrate Up{}\n{}\n-- +migrate Down\n",
                         wanted.refuses_transaction ? " notransaction" : "", wanted.sql);
    case Layout::node_pg_migrate:
      if (wanted.refuses_transaction) return std::nullopt;
      return fmt::format("-- Up Migration\n{}\n-- Down Migration\n", wanted.sql);
    case Layout::diesel:  // its metadata.toml says so, another file
      if (wanted.refuses_transaction) return std::nullopt;
      return wanted.sql;
    default:
      return wanted.sql;
  }
}

std::string file_path(const SourceFile& neighbour, const std::string& name) {
  const std::string_view inside = file_in_folder(neighbour.layout);
  const std::string folder = parent(neighbour.path);
  if (!inside.empty()) return join(join(parent(folder), name), inside);
  return join(folder, name + (neighbour.layout == Layout::golang_migrate ? ".up.sql" : ".sql"));
}

/// Letters, digits and underscores, in lower case: what stands in the names of files everywhere.
std::string as_words(std::string_view text) {
  std::string words;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool kept = byte < 0x80 && std::isalnum(byte) != 0;
    if (kept) words += static_cast<char>(std::tolower(byte));
    if (!kept && !words.empty() && words.back() != '_') words += '_';
  }
  words.resize(std::min(words.size(), longest_words));
  while (!words.empty() && words.back() == '_') words.pop_back();
  return words;
}

/// What says most about the change; empty: nothing but its kind.
std::string telling_words(const Change& change) {
  if (const auto* one = std::get_if<SetNotNull>(&change))
    return fmt::format("require {} {}", one->table.name, one->column);
  if (const auto* one = std::get_if<ValidateConstraint>(&change)) return "validate " + one->name;
  if (const auto* one = std::get_if<AddCheck>(&change)) return "check " + one->name;
  if (const auto* one = std::get_if<AddForeignKey>(&change)) return "reference " + one->name;
  if (const auto* one = std::get_if<AddUnique>(&change)) return "unique " + one->name;
  if (const auto* one = std::get_if<AddPrimaryKey>(&change)) return "key " + one->name;
  if (const auto* one = std::get_if<Update>(&change)) return "update " + one->table.name;
  if (const auto* one = std::get_if<Delete>(&change)) return "delete from " + one->table.name;
  if (const auto* one = std::get_if<CreateIndex>(&change))
    return fmt::format("index {}", one->name.empty() ? one->table.name : one->name);
  if (const auto* one = std::get_if<DropIndex>(&change)) return "drop " + one->index.name;
  if (const auto* one = std::get_if<DropColumn>(&change))
    return fmt::format("drop {} {}", one->table.name, one->column);
  if (const auto* one = std::get_if<AddColumn>(&change))
    return fmt::format("add {} {}", one->table.name, one->column.name);
  if (const auto* one = std::get_if<RenameColumn>(&change))
    return fmt::format("rename {} {} to {}", one->table.name, one->from, one->to);
  if (const auto* one = std::get_if<DropTable>(&change)) return "drop " + one->table.name;
  return {};
}

}  // namespace

std::optional<SourceFile> file_after(const History& history, std::size_t index, const NewMigration& wanted) {
  if (history.layout == Layout::drizzle) return std::nullopt;
  const SourceFile& before = history.migrations[index].source;
  const std::string* next =
      index + 1 < history.migrations.size() ? &history.migrations[index + 1].source.name : nullptr;
  const std::optional<std::string> name = history.layout == Layout::flyway
                                              ? versioned(before.name, next, wanted.words)
                                              : numbered(before.name, next, wanted);
  std::optional<std::string> text = with_markers(history.layout, wanted);
  if (!name || !text) return std::nullopt;
  SourceFile file{.path = file_path(before, *name),
                  .name = *name,
                  .migrations_dir = before.migrations_dir,
                  .text = std::move(*text),
                  .layout = before.layout,
                  .state = before.state == State::outside_git ? State::outside_git : State::untracked};
  mark_sections(file);
  return file;
}

std::string words_for(const Migration& migration) {
  std::string found;
  for (const Statement& statement : migration.statements) {
    for (const StatementChange& change : statement.changes) {
      const std::string words = telling_words(change.change);
      // what a column or constraint is required to be says more than how it comes about
      const bool decides = std::holds_alternative<SetNotNull>(change.change);
      if (!words.empty() && (found.empty() || decides)) found = words;
    }
  }
  if (found.empty() && !migration.statements.empty()) {
    const Statement& first = migration.statements.front();
    found = first.tag + " " + first.target.name;
  }
  return as_words(found);
}

}  // namespace miglint
