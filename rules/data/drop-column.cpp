#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "prisma_field.hpp"
#include "release_paths.hpp"
#include "sample.hpp"

namespace miglint {

namespace {

/// A column that came with LIKE may have been made before its table was.
Origin origin_of(const RelationName& table, const Column& column, const Step& step) {
  const Origin& whole = step.before.table(table)->origin;
  const auto place = [](const Origin& origin) { return std::pair(origin.migration, origin.statement); };
  return place(column.origin) < place(whole) ? whole : column.origin;
}

/// Required, and nothing fills it: the new version's rows, which leave it out, are refused. A part of the
/// primary key can't be helped.
bool is_in_the_way(const RelationName& table, const Column& column, const Step& step) {
  const bool required =
      column.not_null && !column.default_value && column.identity == Identity::none && !column.generated;
  const Table* found = step.before.table(table);
  const Constraint* key = found ? found->primary_key() : nullptr;
  return required && !(key && std::ranges::find(key->columns, column.name) != key->columns.end());
}

std::optional<PathStep> out_of_the_way(const RelationName& table, const Column& column, const Step& step) {
  if (!is_in_the_way(table, column, step)) return std::nullopt;
  return here(fmt::format("Let rows be without it, for the new version no longer writes it. The running one "
                          "takes {} for required, and fails to read a row that the new one wrote without it.",
                          in_prose(column.name)),
              sql(DropNotNull{.table = table, .column = column.name}, step));
}

std::string last_words(const RelationName& table, const std::string& column) {
  return fmt::format("no running version reads {} any more", in_words(table, column));
}

/// The drop, and that of the column's enum, which PostgreSQL refuses while the column is there.
SaferPath later_path(const DropColumn& drop, const RelationName& table, const Column* column,
                     const Step& step) {
  Postponed later{.rule = "drop-column",
                  .what = "drop the column",
                  .when = last_words(table, drop.column),
                  .sql = sql(drop, step)};
  const std::optional<Mention> type = column ? drop_of_its_type(step, table, *column) : std::nullopt;
  if (type) later.sql += "\n" + sql(step.mentions.at(*type), step);
  SaferPath path = not_now("Not now: drop it in the next release", later);
  if (type) take_along(path, {{type->statement, type->change}});
  if (!column) return path;
  const std::optional<PathStep> nullable = out_of_the_way(table, *column, step);
  if (nullable) {
    path.steps.front() = *nullable;
    path.leaves = {"drop-not-null"};
  }
  if (has_schema_prisma(step)) {
    path.schema = {{.kind = SchemaEdit::Kind::ignore_field,
                    .table = table,
                    .column = drop.column,
                    .definition = ignored_field(*column, !column->not_null || nullable, step)}};
  }
  return path;
}

/// The same, with a copy of the values made before they go.
SaferPath kept_path(SaferPath path, const RelationName& table, const std::string& column, const Step& step) {
  const Copy copy = copy_of(step, table, column, false);
  path.title = "The same, and keep a copy of its values";
  path.result =
      fmt::format("table {} stays, with the values of {}", in_words(copy.name), in_words(table, column));
  path.steps.insert(
      path.steps.end() - 1,
      outside(fmt::format("Just before that, when {}, keep the values with the key of their rows.",
                          last_words(table, column)),
              copy.sql));
  return path;
}

/// A literal's value is known, for schema.prisma to say it.
Expression as_written(const std::string& text) {
  const bool quoted = text.size() > 1 && text.front() == '\'' && text.find('\'', 1) == text.size() - 1;
  Expression value{.kind = quoted ? Expression::Kind::constant : Expression::Kind::other};
  if (quoted) value.value = text.substr(1, text.size() - 2);
  value.text = text;
  return value;
}

/// A value in the new version's rows, which the running one can read; not where each has to be another.
std::optional<SaferPath> defaulted_path(SaferPath path, const RelationName& table, const Column& column,
                                        const Step& step) {
  const Table* found = step.before.table(table);
  const bool unique = found && std::ranges::any_of(found->indexes, [&](const Index& index) {
                        return index.unique && index.uses(column.name);
                      });
  if (!is_in_the_way(table, column, step) || unique) return std::nullopt;
  const Need need{.name = in_words(table, column.name),
                  .question = "Which value do the rows of the new version get until then?",
                  .sample = literal_for(step, column.type, column.name, {})};
  const Expression value = as_written(answer(need, step));
  path.title = "Not now, and with a default that the running version can read";
  path.needs = {need};
  path.leaves = {};
  path.steps.front() = here("Give the column a default until then, for the new version no longer writes it.",
                            sql(SetDefault{.table = table, .column = column.name, .value = value}, step));
  if (!path.schema.empty()) {
    Column with_default = column;
    with_default.default_value = value;
    path.schema.front().definition = ignored_field(with_default, false, step);
  }
  return path;
}

std::vector<SaferPath> paths_of(const DropColumn& drop, const RelationName& table, const Column* column,
                                const Step& step) {
  if (!can_be_rewritten(step)) return {};
  const SaferPath later = later_path(drop, table, column, step);
  std::vector<SaferPath> paths = {later, kept_path(later, table, drop.column, step)};
  std::optional<SaferPath> defaulted = column ? defaulted_path(later, table, *column, step) : std::nullopt;
  if (defaulted) paths.push_back(std::move(*defaulted));
  return paths;
}

/// A unique index goes with any of its columns: what it kept apart in the others, nothing does.
std::string keys_that_go(const RelationName& name, const std::string& column, const Step& step) {
  const Table* table = step.before.table(name);
  if (!table) return {};
  for (const Index& index : table->indexes) {
    std::vector<std::string> rest = index.columns();
    if (!index.unique || std::erase(rest, column) == 0 || rest.empty()) continue;
    std::erase(rest, "");
    return fmt::format(" The unique index {} goes with it: nothing keeps {} apart any more as it did.",
                       in_prose(index.name.name), rest.empty() ? "the rows" : in_words(in_prose(rest)));
  }
  return {};
}

void check_drop_column(const DropColumn& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  if (nobody_uses(step, table, drop.column)) return;  // made by this migration: nobody has read or filled it
  const Column* column = step.before.column(table, drop.column);
  // it is not there
  if (!column && drop.if_exists && step.before.table(table) && step.before.table(table)->certain) return;
  const bool copied = step.evidence.copied(table, drop.column).proven();
  // replaced under its own name, values and all
  if (copied && column_comes_back(step, table, drop.column)) return;
  const std::string what = in_words(table, drop.column);
  context.report({
      .message =
          copied ? fmt::format("Dropping {} breaks the running version, which still reads it", what)
                 : fmt::format(
                       "Dropping {} breaks the running version, which still reads it, and its data is gone",
                       what),
      .object = object(table, drop.column),
      .why = fmt::format(
          "During the deploy the previous version of the application is still running and names {} in its "
          "queries: each of them fails (42703) "
          "until the last old process is gone. {}{}",
          in_prose(drop.column),
          copied ? "This migration has copied the values, but the old version doesn't know where to."
                 : "There is no way back: a rollback finds the column empty.",
          keys_that_go(table, drop.column, step)),
      .paths = paths_of(drop, table, column, step),
      .safer = {{.text = "Take the column out of the code in this release, and drop it in the next one."}},
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(drop.column)),
      .related = column ? made_by(step, origin_of(table, *column, step), what) : std::vector<Related>{},
  });
}

}  // namespace

extern const Rule drop_column;
const Rule drop_column{.id = "drop-column", .severity = Severity::error, .check = on<check_drop_column>};

}  // namespace miglint
