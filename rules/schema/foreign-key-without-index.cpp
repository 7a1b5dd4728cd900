#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"
#include "support.hpp"

namespace miglint {

/// An index that finds the rows by these columns: they are its first ones, in whatever order.
static bool serves(const Index& index, const std::vector<std::string>& columns) {
  const std::vector<std::string> keys = index.columns();
  if (index.where || keys.size() < columns.size()) return false;
  return std::all_of(
      keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(columns.size()),
      [&](const std::string& key) { return std::ranges::find(columns, key) != columns.end(); });
}

static void report(const AddForeignKey& key, const Table& table, int statement, int change,
                   const History& history, RuleContext& ctx) {
  const std::string parent = in_prose(key.referenced.name);
  ctx.report({.message = fmt::format(
                  "No index of {} begins with {}: each DELETE or key change in {} reads all of it",
                  shown(table.name), listed(in_prose(key.columns)), parent),
              .object = {.schema = table.name.schema,
                         .table = table.name.name,
                         .column = key.columns.front(),
                         .name = name_of(key)},
              .why = fmt::format("PostgreSQL looks for rows that refer to the one that goes. Without an "
                                 "index it reads {} from end to end for each.",
                                 shown(table.name)),
              .safer = {{.text = with_prisma("Index the columns", "@@index", history),
                         .sql = fmt::format(
                             "CREATE INDEX CONCURRENTLY {} ON {} ({});",
                             quote(make_object_name(table.name.name,
                                                    fmt::format("{}", fmt::join(key.columns, "_")), "idx")),
                             quote(key.table), quote_list(key.columns))}},
              .statement = statement,
              .change = change});
}

static void check_foreign_key_without_index(const MigrationView& migration, RuleContext& ctx) {
  for (const StepRecord& step : migration.steps) {
    for (std::size_t i = 0; i < step.statement->changes.size(); ++i) {
      const auto* key = std::get_if<AddForeignKey>(&step.statement->changes[i].change);
      const Table* table = key && !key->columns.empty() ? migration.after.table(key->table) : nullptr;
      if (!table || !table->certain) continue;
      if (std::ranges::any_of(table->indexes,
                              [&](const Index& index) { return serves(index, key->columns); }))
        continue;
      report(*key, *table, step.index, static_cast<int>(i), migration.history, ctx);
    }
  }
}

extern const Rule foreign_key_without_index{.id = "foreign-key-without-index",
                                            .severity = Severity::note,
                                            .check = on<check_foreign_key_without_index>,
                                            .enabled = false};

}  // namespace miglint
