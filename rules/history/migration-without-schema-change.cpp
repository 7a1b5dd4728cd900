#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// What schema.prisma would show. Data, indexes of kinds it can't express, views, functions and the like are
/// not in it.
bool shows_in_schema(const Change& change) {
  return std::holds_alternative<CreateTable>(change) || std::holds_alternative<AddColumn>(change) ||
         std::holds_alternative<DropColumn>(change) || std::holds_alternative<DropTable>(change) ||
         std::holds_alternative<ChangeType>(change) || std::holds_alternative<SetNotNull>(change) ||
         std::holds_alternative<DropNotNull>(change);
}

bool shows_in_schema(const Migration& migration) {
  return std::ranges::any_of(migration.statements, [](const Statement& statement) {
    return std::ranges::any_of(statement.changes,
                               [](const StatementChange& one) { return shows_in_schema(one.change); });
  });
}

void check_migration_without_schema_change(const HistoryView& view, RuleContext& context) {
  if (is_told_exactly(view)) return;
  if (!view.history.git || !view.history.git->schema || view.history.git->schema->any()) return;
  for (const std::string& name : view.history.git->new_migrations) {
    const int index = index_of(view.history, name);
    if (index < 0) continue;
    const Migration& migration = view.history.migrations[static_cast<std::size_t>(index)];
    if (!migration.source.judged || !shows_in_schema(migration)) continue;
    context.report({
        .message = fmt::format("{} changes tables, but {} does not change with it", path_in_prose(name),
                               path_in_prose(view.history.git->schema->path)),
        .object = {.schema = {}, .table = {}, .column = {}, .name = name},
        .why = "The schema no longer describes the database: the next \"prisma migrate dev\" writes a "
               "migration that undoes this one.",
        .safer = {{.text = fmt::format(
                       "Bring {} in step (npx prisma db pull shows how) and commit both together.",
                       path_in_prose(view.history.git->schema->path)),
                   .sql = {}}},
        .migration = index,
    });
  }
}

}  // namespace

extern const Rule migration_without_schema_change;
const Rule migration_without_schema_change{.id = "migration-without-schema-change",
                                           .severity = Severity::note,
                                           .check = on<check_migration_without_schema_change>};

}  // namespace miglint
