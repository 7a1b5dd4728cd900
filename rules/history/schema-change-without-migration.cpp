#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// `field User.email`, its name as all names stand in messages.
std::string thing_in_prose(const std::string& thing) {
  const std::size_t blank = std::min(thing.find(' '), thing.size());
  const std::string_view name = std::string_view(thing).substr(std::min(blank + 1, thing.size()));
  return fmt::format("{} {}", thing.substr(0, blank), sql_in_prose(name));
}

/// "adds field User.email and 2 more things"; the first is enough to know which change is meant.
std::string in_words(const SchemaChange& change) {
  const auto part = [](std::string_view verb, const std::vector<std::string>& things) {
    if (things.empty()) return std::string();
    return things.size() == 1
               ? fmt::format("{} {}", verb, thing_in_prose(things.front()))
               : fmt::format("{} {} and {} more", verb, thing_in_prose(things.front()), things.size() - 1);
  };
  std::string words;
  for (const std::string& one :
       {part("adds", change.added), part("changes", change.changed), part("removes", change.removed)}) {
    if (!one.empty()) words += (words.empty() ? "" : ", ") + one;
  }
  return words;
}

void check_schema_change_without_migration(const HistoryView& view, RuleContext& context) {
  if (is_told_exactly(view)) return;
  if (!view.history.git || !view.history.git->schema || !view.history.git->schema->any()) return;
  const GitFacts& git = *view.history.git;
  const bool comes_with_one = !git.new_migrations.empty() ||
                              std::ranges::any_of(view.history.migrations, [](const Migration& migration) {
                                return migration.source.judged;
                              });
  if (comes_with_one || !git.frozen_changes.empty()) return;  // an edited migration is spoken of already
  context.report({
      .message = fmt::format("{} {}, but no migration comes with it", path_in_prose(git.schema->path),
                             in_words(*git.schema)),
      .object = {.schema = {}, .table = {}, .column = {}, .name = git.schema->path},
      .why = "The client that is generated from the schema asks for what no database has: its queries fail "
             "as soon as this is deployed, unless the "
             "migration "
             "arrives with it.",
      .safer = {{.text = "Write the migration and commit both together",
                 .command = "npx prisma migrate dev --name <what_it_does>"}},
      .path = git.schema->path,
  });
}

}  // namespace

extern const Rule schema_change_without_migration;
const Rule schema_change_without_migration{.id = "schema-change-without-migration",
                                           .severity = Severity::warning,
                                           .check = on<check_schema_change_without_migration>};

}  // namespace miglint
