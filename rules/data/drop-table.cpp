#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

std::string last_words(const RelationName& table) {
  return fmt::format("no running version uses {} any more", in_words(table));
}

/// Tables whose rows stay as long as this one's refer to them.
std::vector<std::string> kept_by(const Table& table) {
  std::vector<std::string> parents;
  for (const Constraint& key : table.constraints) {
    const bool keeps =
        key.kind == Constraint::Kind::foreign_key && key.referenced != table.name &&
        (key.on_delete == ReferentialAction::no_action || key.on_delete == ReferentialAction::restrict);
    if (keeps) parents.push_back(in_words(key.referenced));
  }
  return parents;
}

std::string left_out_text(const Table* table, const Step& step) {
  std::string text = "Leave it out of this migration";
  if (has_schema_prisma(step)) text += ", and keep its model in schema.prisma until then, with @@ignore";
  const std::vector<std::string> parents = table ? kept_by(*table) : std::vector<std::string>{};
  if (parents.empty()) return text + ".";
  return fmt::format("{}. Until then PostgreSQL refuses to delete rows of {} that its rows refer to.", text,
                     in_words(parents));
}

/// The drop, and those of the enums of its columns, which PostgreSQL refuses while the table is there.
SaferPath later_path(const DropTable& drop, const RelationName& name, const Table* table, const Step& step) {
  Postponed later{
      .rule = "drop-table", .what = "drop the table", .when = last_words(name), .sql = sql(drop, step)};
  std::vector<std::pair<int, int>> along;
  for (const Column& column : table ? table->columns : SharedList<Column>{}) {
    if (const std::optional<Mention> type = drop_of_its_type(step, name, column)) {
      later.sql += "\n" + sql(step.mentions.at(*type), step);
      along.emplace_back(type->statement, type->change);
    }
  }
  SaferPath path = not_now("Not now: drop it in the next release", later);
  path.steps.front().text = left_out_text(table, step);
  take_along(path, std::move(along));
  return path;
}

SaferPath kept_path(SaferPath path, const RelationName& table, const Step& step) {
  const Copy copy = copy_of(step, table, false);
  path.title = "The same, and keep a copy of its rows";
  path.result = fmt::format("table {} stays, with the rows of {}", in_words(copy.name), in_words(table));
  path.steps.insert(
      path.steps.end() - 1,
      outside(fmt::format("Just before that, when {}, keep its rows.", last_words(table)), copy.sql));
  return path;
}

std::vector<SaferPath> paths_of(const DropTable& drop, const RelationName& name, const Table* table,
                                const Step& step) {
  if (!can_be_rewritten(step)) return {};
  SaferPath later = later_path(drop, name, table, step);
  SaferPath kept = kept_path(later, name, step);
  return {std::move(later), std::move(kept)};
}

void check_drop_table(const DropTable& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Table* found = step.before.table(table);
  if (nobody_uses(step, table)) return;  // made by this migration
  if (!found && drop.if_exists && step.before.certainly_missing(table)) return;
  if (found && found->persistence == Persistence::temporary) return;
  const bool copied = step.evidence.rows_copied(table).proven();
  if (copied && table_comes_back(step, table)) return;  // rebuilt under its own name, rows and all
  const bool put_aside = found && table_was_renamed(step, table);
  if (copied && put_aside) return;  // the old copy of a table that was rebuilt
  const std::string what = in_words(table);
  context.report({
      .message = copied
                     ? fmt::format("Dropping table {} breaks the running version, which still uses it", what)
                     : fmt::format("Dropping table {} breaks the running version, which still uses it, and "
                                   "all its rows are gone",
                                   what),
      .object = object(table),
      .why = fmt::format("During the deploy the previous version of the application is still running: every "
                         "query of it on {} fails (42P01) until the last old "
                         "process is gone. {}",
                         what,
                         copied ? "This migration has copied rows out of it; verify that it was all of them."
                                : "The rows are gone for good; only a backup brings them back."),
      .paths = paths_of(drop, table, found, step),
      .safer = {{.text = "Take the table out of the code in this release, and drop it in the next one."}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
      .related = found ? made_by(step, found->origin, what) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_table;
const Rule drop_table{.id = "drop-table", .severity = Severity::error, .check = on<check_drop_table>};

}  // namespace miglint
