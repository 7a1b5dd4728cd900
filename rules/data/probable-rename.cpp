// Prisma never writes a rename. A renamed field becomes DROP COLUMN and ADD COLUMN, a renamed model DROP
// TABLE and CREATE TABLE, and the data is gone. What tells such a pair from an unrelated one is likeness: the
// same type and either alike names or nothing else it could be.

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::string letters(std::string_view name) {
  std::string kept;
  for (const char c : name) {
    if (std::isalnum(static_cast<unsigned char>(c)))
      kept += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return kept;
}

/// `firstName`, `first_name` → first, name.
std::set<std::string> words_of(std::string_view name) {
  std::set<std::string> words;
  std::string word;
  const auto flush = [&] {
    if (word.size() > 2) words.insert(word);
    word.clear();
  };
  for (const char c : name) {
    const auto letter = static_cast<unsigned char>(c);
    if (!std::isalnum(letter) || std::isupper(letter)) flush();
    if (std::isalnum(letter)) word += static_cast<char>(std::tolower(letter));
  }
  flush();
  return words;
}

/// One contains the other, or they share a word that says more than `id`.
bool alike(std::string_view one, std::string_view other) {
  const std::string a = letters(one);
  const std::string b = letters(other);
  if (a.size() > 2 && b.size() > 2 && (a.find(b) != std::string::npos || b.find(a) != std::string::npos))
    return true;
  const std::set<std::string> others = words_of(other);
  return std::ranges::any_of(words_of(one), [&](const std::string& word) { return others.contains(word); });
}

struct AddedColumn {
  Mention place;
  const AddColumn* add = nullptr;
};

/// The columns this migration adds to the table, wherever.
std::vector<AddedColumn> added_to(const Step& step, const RelationName& table) {
  std::vector<AddedColumn> added;
  for (const Mention place : step.mentions.of(table.name)) {
    const auto* add = std::get_if<AddColumn>(&step.mentions.at(place));
    if (add && step.before.resolve(add->table) == table) added.push_back({.place = place, .add = add});
  }
  return added;
}

std::ptrdiff_t dropped_from(const Step& step, const RelationName& table) {
  return std::ranges::count_if(step.mentions.of(table.name), [&](Mention place) {
    const auto* drop = std::get_if<DropColumn>(&step.mentions.at(place));
    return drop && step.before.resolve(drop->table) == table;
  });
}

std::optional<AddedColumn> new_name_of(const Step& step, const RelationName& table, const Column& old) {
  const std::vector<AddedColumn> added = added_to(step, table);
  const bool nothing_else = added.size() == 1 && dropped_from(step, table) == 1;
  const std::string type = format_type(old.type, step.before);
  for (const AddedColumn& candidate : added) {
    const ColumnDefinition& column = candidate.add->column;
    if (column.name == old.name || column.generated ||
        format_type(step.before.resolve(column.type), step.before) != type)
      continue;
    if (alike(old.name, column.name) ||
        (nothing_else && column.not_null == old.not_null && type != "boolean"))
      return candidate;
  }
  return std::nullopt;
}

void check_column(const DropColumn& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Column* old = step.before.column(table, drop.column);
  if (!old || nobody_uses(step, table, drop.column)) return;
  // the values were put aside first
  if (step.evidence.copied(table, drop.column) || step.evidence.no_rows(table).proven()) return;
  const std::optional<AddedColumn> renamed = new_name_of(step, table, *old);
  if (!renamed) return;
  const std::string& name = renamed->add->column.name;
  const std::optional<RowFailure> failure = failure_at(step, renamed->place);
  const bool same_statement = renamed->place.statement == step.index;
  context.report({
      .message = fmt::format("Dropping {} and adding {} looks like a rename, but loses every value",
                             in_words(table, drop.column), in_prose(name)),
      .object = object(table, drop.column),
      .fails = failure ? fails(*failure) : std::vector<std::string>{},
      .why = fmt::format("Prisma can't tell a renamed field from one that is removed and one that is added, "
                         "and writes DROP and ADD: {} starts empty. The running "
                         "version of the application still reads {} besides.",
                         in_prose(name), in_prose(drop.column)),
      .safer = {{.text = fmt::format("Keep the column and rename the field alone: `{} … @map({})` in "
                                     "schema.prisma needs no migration at all.",
                                     in_prose(name), json_string(drop.column))},
                {.text = "Or, if the application may stand still meanwhile, write a rename instead of the "
                         "two commands.",
                 .sql = fmt::format("ALTER TABLE {} RENAME COLUMN {} TO {};", in_sql(table),
                                    quote(drop.column), quote(name))},
                {.text = "Or over two releases: add the new column, write both, copy,",
                 .sql = fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;", in_sql(table), quote(name),
                                    quote(drop.column))},
                {.text = "and drop the old one in the release after.",
                 .sql = fmt::format("ALTER TABLE {} DROP COLUMN {};", in_sql(table), quote(drop.column))}},
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(drop.column)),
      .covers = same_statement
                    ? std::vector<std::pair<int, int>>{{renamed->place.statement, renamed->place.change}}
                    : std::vector<std::pair<int, int>>{},
  });
}

/// Most of the old table's columns are in the new one.
bool alike(const Table& old, const CreateTable& created) {
  int common = 0;
  for (const ColumnDefinition& column : created.columns) common += old.column(column.name) != nullptr;
  const auto larger = static_cast<int>(std::max(old.columns.size(), created.columns.size()));
  return common >= 2 && common * 10 >= larger * (alike(old.name.name, created.table.name) ? 5 : 8);
}

/// Among the first of those made here: who makes hundreds renames none.
const CreateTable* new_table_of(const Step& step, const Table& old) {
  constexpr int most_candidates = 200;
  int candidates = 0;
  for (const Mention place : step.mentions.created_tables()) {
    const auto& create = std::get<CreateTable>(step.mentions.at(place));
    if (create.table.name != old.name.name && alike(old, create)) return &create;
    if (++candidates == most_candidates) return nullptr;
  }
  return nullptr;
}

void check_table(const DropTable& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Table* old = step.before.table(table);
  if (!old || nobody_uses(step, table)) return;
  // the rows were put aside first
  if (step.evidence.rows_copied(table) || step.evidence.no_rows(table).proven()) return;
  const CreateTable* created = new_table_of(step, *old);
  if (!created) return;
  const std::string name = in_words(step.before.creation_name(created->table));
  context.report({
      .message = fmt::format("Dropping table {} and creating {} looks like a rename, but wipes all rows",
                             in_words(table), name),
      .object = object(table),
      .why = fmt::format("Prisma can't tell a renamed model from one that is removed and one that is added, "
                         "and writes DROP and CREATE: {} starts "
                         "empty. The running "
                         "version of the application still uses {} besides.",
                         name, in_words(table)),
      .safer = {{.text = fmt::format("Keep the table and rename the model alone: `@@map({})` in "
                                     "schema.prisma needs no migration at all.",
                                     json_string(table.name))},
                {.text = "Or, if the application may stand still meanwhile, write a rename instead of the "
                         "two statements.",
                 .sql =
                     fmt::format("ALTER TABLE {} RENAME TO {};", in_sql(table), quote(created->table.name))},
                {.text = "Or copy the rows before the old table goes, and drop it a release later.",
                 .sql = fmt::format("INSERT INTO {} SELECT * FROM {};", quote(created->table.name),
                                    in_sql(table))}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* column = std::get_if<DropColumn>(&change)) check_column(*column, step, context);
  if (const auto* table = std::get_if<DropTable>(&change)) check_table(*table, step, context);
}

}  // namespace

extern const Rule probable_rename;
const Rule probable_rename{
    .id = "probable-rename",
    .severity = Severity::error,
    .check = on<check>,
    .overrides = {"drop-column", "drop-table", "drop-cascade", "add-column-not-null-without-default",
                  "add-required-column-old-clients-omit"}};

}  // namespace miglint
