#include <algorithm>
#include <array>
#include <cctype>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

constexpr std::array<std::string_view, 32> vague_words = {
    "update",  "updates",   "updated",    "fix",     "fixes", "fixed", "change",   "changes",
    "changed", "migration", "migrations", "migrate", "new",   "test",  "tests",    "tmp",
    "temp",    "wip",       "misc",       "stuff",   "edit",  "edits", "modify",   "db",
    "schema",  "database",  "model",      "models",  "dev",   "asdf",  "refactor", "minor"};

/// `update2`, `update_3`, `v2`, `fix_fix`: words that say nothing, numbers and versions.
bool is_vague_word(std::string_view word) {
  while (!word.empty() && std::isdigit(static_cast<unsigned char>(word.back()))) word.remove_suffix(1);
  return word.empty() || word == "v" || word == "version" ||
         std::ranges::find(vague_words, word) != vague_words.end();
}

bool is_vague(std::string_view slug) {
  std::string lower(slug);
  for (char& c : lower)
    c = std::isalnum(static_cast<unsigned char>(c))
            ? static_cast<char>(std::tolower(static_cast<unsigned char>(c)))
            : '_';
  std::string_view rest = lower;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('_'), rest.size());
    if (!is_vague_word(rest.substr(0, end))) return false;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return true;
}

void check_vague_migration_name(const MigrationView& view, RuleContext& context) {
  const std::string& name = view.migration.source.name;
  constexpr std::size_t date_digits = 8;  // a bare number in front is somebody's own way of naming
  if (timestamp_of(name).size() < date_digits || !is_vague(slug_of(name))) return;
  context.report({
      .message = fmt::format("The name {} does not say what the migration does", path_in_prose(name)),
      .object = {.schema = {}, .table = {}, .column = {}, .name = name},
      .why = "The name is all that the list of applied migrations, a failed deploy's log and the folder "
             "show. It can't be changed once it is committed.",
      .safer = {{.text = "Name it for what it does, as an order in snake_case: add_email_to_users, "
                         "drop_legacy_sessions.",
                 .sql = {}}},
      .migration = view.index,
  });
}

}  // namespace

extern const Rule vague_migration_name;
const Rule vague_migration_name{
    .id = "vague-migration-name", .severity = Severity::note, .check = on<check_vague_migration_name>};

}  // namespace miglint
