#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// Its migration.sql was deleted, and that is said already.
bool was_deleted(const History& history, const FolderIssue& issue) {
  return history.git && std::ranges::any_of(history.git->frozen_changes, [&](const FrozenChange& change) {
           return change.migration == issue.name;
         });
}

void check_missing_migration_sql(const HistoryView& view, RuleContext& context) {
  for (const FolderIssue& issue : view.history.folder_issues) {
    if (issue.kind == FolderIssue::Kind::file_not_named_migration_sql || !issue.judged ||
        was_deleted(view.history, issue))
      continue;
    const bool is_empty = issue.kind == FolderIssue::Kind::empty_folder;
    context.report({
        .message = is_empty ? fmt::format("{} is an empty folder: it has no migration.sql",
                                          path_in_prose(issue.name))
                            : fmt::format("{} has no migration.sql, only {}", path_in_prose(issue.name),
                                          path_in_prose(issue.found)),
        .object = {.schema = {}, .table = {}, .column = {}, .name = issue.name},
        .why = "Prisma takes every folder here for a migration. Without migration.sql \"prisma migrate "
               "deploy\" stops with P3015 and applies nothing.",
        .safer = {{.text = fmt::format("Write its migration.sql, or remove the folder {}.",
                                       path_in_prose(issue.path)),
                   .sql = {}}},
        .path = issue.path,
        .migration_name = issue.name,
    });
  }
}

}  // namespace

extern const Rule missing_migration_sql;
const Rule missing_migration_sql{
    .id = "missing-migration-sql", .severity = Severity::error, .check = on<check_missing_migration_sql>};

}  // namespace miglint
