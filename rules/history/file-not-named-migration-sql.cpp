#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

void check_file_not_named_migration_sql(const HistoryView& view, RuleContext& context) {
  for (const FolderIssue& issue : view.history.folder_issues) {
    if (issue.kind != FolderIssue::Kind::file_not_named_migration_sql || !issue.judged) continue;
    const bool is_loose = issue.name == issue.found;  // beside the folders, not in one
    context.report({
        .message =
            is_loose
                ? fmt::format(
                      "Prisma does not run {}: it lies beside the migrations, not in a folder of its own",
                      path_in_prose(issue.found))
                : fmt::format("Prisma does not run {} of {}: it is not named migration.sql",
                              path_in_prose(issue.found), path_in_prose(issue.name)),
        .object = {.schema = {}, .table = {}, .column = {}, .name = issue.name},
        .why = is_loose ? "A migration is a folder with a migration.sql in it. Any other file is passed over "
                          "in silence, and its changes are missing "
                          "in production."
                        : "Prisma takes every folder here for a migration and stops with P3015 where it "
                          "finds no migration.sql.",
        .safer = {{.text = is_loose ? fmt::format("Make it {}.",
                                                  path_in_prose(issue.path.substr(0, issue.path.rfind('.')) +
                                                                "/migration.sql"))
                                    : fmt::format("Rename {} to migration.sql.", path_in_prose(issue.path)),
                   .sql = {}}},
        .severity = is_loose ? Severity::warning : Severity::error,
        .path = issue.path,
    });
  }
}

}  // namespace

extern const Rule file_not_named_migration_sql;
const Rule file_not_named_migration_sql{.id = "file-not-named-migration-sql",
                                        .severity = Severity::error,
                                        .check = on<check_file_not_named_migration_sql>};

}  // namespace miglint
