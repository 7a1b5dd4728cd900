// Prisma never writes a rename. A renamed field becomes DROP COLUMN and ADD COLUMN, a renamed model DROP
// TABLE and CREATE TABLE, and the data is gone. What tells such a pair from an unrelated one is likeness: the
// same type and either alike names or nothing else it could be.

#include <algorithm>
#include <cctype>
#include <fmt/format.h>
#include <set>

#include "demands.hpp"
#include "release_paths.hpp"
#include "renamed_table.hpp"
#include "two_names.hpp"

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

/// The tables that the column has a key to.
std::set<RelationName> keys_of(const Step& step, const RelationName& table, const std::string& column) {
  std::set<RelationName> parents;
  const Table* found = step.before.table(table);
  if (!found) return parents;
  for (const Constraint& key : found->constraints) {
    if (key.kind == Constraint::Kind::foreign_key && key.columns == std::vector{column})
      parents.insert(key.referenced);
  }
  return parents;
}

/// Those, and the ones that it referred to until this migration took the key off: its rows still do.
std::set<RelationName> parents_of(const Step& step, const RelationName& table, const std::string& column) {
  std::set<RelationName> parents = keys_of(step, table, column);
  for (const Fact& fact : step.evidence.facts(table)) {
    if (fact.kind == Fact::Kind::no_orphans && fact.columns == std::vector{column} && fact.other)
      parents.insert(*fact.other);
  }
  return parents;
}

/// The old column refers to another table; Prisma drops the foreign key first, by PostgreSQL's own name.
bool refers(const Step& step, const RelationName& table, const std::string& column) {
  const bool has_key = !keys_of(step, table, column).empty();
  const std::string usual = make_object_name(table.name, column, "fkey");
  return has_key || std::ranges::any_of(step.mentions.of(usual), [&](Mention place) {
           const auto* drop = std::get_if<DropConstraint>(&step.mentions.at(place));
           return drop && step.before.resolve(drop->table) == table;
         });
}

/// A reference can't be what was none before, nor the other way round, nor one to other rows: these are two
/// columns.
bool is_another_thing(const Step& step, const RelationName& table, const std::string& old,
                      const std::string& added) {
  const std::vector<ReferenceDemand> references = demands_on(step, table, added).references;
  if (refers(step, table, old) != !references.empty()) return true;
  if (references.empty()) return false;
  const std::set<RelationName> parents = parents_of(step, table, old);
  return !parents.empty() && std::ranges::none_of(references, [&](const ReferenceDemand& reference) {
    return parents.contains(reference.referenced);
  });
}

std::pair<int, int> at(Mention place) { return {place.statement, place.change}; }

/// RENAME COLUMN in place of the two commands.
SaferPath renamed_in_place(const Step& step, const RelationName& table, const std::string& from,
                           const std::string& to) {
  const std::string reason =
      fmt::format("the application stands still while {} is renamed", in_words(table, from));
  return {.title = "Rename the column, while the application stands still",
          .steps = {
              left_out("Leave the two commands out."),
              here("Write a rename instead, then allow it: every query of the running version that names the "
                   "old column fails.",
                   allowed("rename-column", reason,
                           sql(RenameColumn{.table = table, .from = from, .to = to}, step)))}};
}

/// The two columns are one but for the name.
bool same_but_for_the_name(const Step& step, const Column& old, const ColumnDefinition& added) {
  const auto text = [](const Boxed<Expression>& value) { return value ? value->text : std::string{}; };
  return old.not_null == added.not_null && text(old.default_value) == text(added.default_value) &&
         format_type(old.type, step.before) == format_type(step.before.resolve(added.type), step.before);
}

std::vector<SaferPath> paths_of(const Step& step, const RelationName& table, const Column& old,
                                const AddedColumn& added) {
  std::vector<SaferPath> paths;
  const ColumnDefinition& column = added.add->column;
  // a command before the DROP may use the new column already
  if (!can_be_rewritten(step) || added.place.statement < step.index) return paths;
  const bool same = same_but_for_the_name(step, old, column);
  if (has_schema_prisma(step) && same && !is_named_later(step, table, column.name))
    paths.push_back(mapped_field(table, old.name, column.name));
  const TwoNames names{.table = table, .old = &old, .definition = &column, .name = column.name};
  if (std::optional<SaferPath> both = under_two_names(step, names)) paths.push_back(std::move(*both));
  if (same) paths.push_back(renamed_in_place(step, table, old.name, column.name));
  for (SaferPath& path : paths) take_along(path, {at(added.place)});
  return paths;
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
  if (is_another_thing(step, table, drop.column, name)) return;
  const std::optional<RowFailure> failure = failure_at(step, renamed->place);
  const bool same_statement = renamed->place.statement == step.index;
  context.report({
      .message = fmt::format("Dropping {} and adding {} looks like a rename, but loses every value",
                             in_words(table, drop.column), in_prose(name)),
      .object = object(table, drop.column),
      .fails = failure ? fails(*failure) : std::vector<std::string>{},
      .why = fmt::format(
          "{}: {} starts empty. And the version that is running still reads {}.",
          has_schema_prisma(step)
              ? "Prisma can't tell a renamed field from one that is removed and one that is added, "
                "and writes DROP and ADD"
              : "DROP and ADD are no RENAME",
          in_prose(name), in_prose(drop.column)),
      .paths = paths_of(step, table, *old, *renamed),
      .safer =
          {{.text =
                "Rename the column instead of the two commands, or keep its name and map it in the code."}},
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

/// The tables are one but for the name.
bool same_but_for_the_name(const Step& step, const Table& old, const CreateTable& created) {
  if (old.columns.size() != created.columns.size() || !created.like.empty() || !created.inherits.empty() ||
      created.partition_key || old.kind != Table::Kind::table)
    return false;
  return std::ranges::all_of(created.columns, [&](const ColumnDefinition& column) {
    const Column* there = old.column(column.name);
    const bool serial = column.type.name.find("serial") != std::string::npos;
    if (!there || there->identity != column.identity) return false;
    if (serial)
      return there->default_value && there->default_value->text.find("nextval") != std::string::npos;
    return there->not_null == (column.not_null || column.primary_key) &&
           format_type(there->type, step.before) ==
               format_type(step.before.resolve(column.type), step.before);
  });
}

bool has_index_like(const Table& old, const CreateIndex& index) {
  std::vector<std::string> columns;
  for (const IndexElement& element : index.elements) columns.push_back(element.column);
  return std::ranges::any_of(old.indexes, [&](const Index& there) {
    return !there.primary && there.unique == index.unique && there.columns() == columns;
  });
}

/// What the migration makes of the new table and the old one has: the table itself, and its indexes.
std::vector<std::pair<int, int>> made_of(const Step& step, const Table& old, const CreateTable& created) {
  std::vector<std::pair<int, int>> places;
  for (const Mention place : step.mentions.of(created.table.name)) {
    const Change& change = step.mentions.at(place);
    const auto* create = std::get_if<CreateTable>(&change);
    const auto* index = std::get_if<CreateIndex>(&change);
    if ((create && create->table == created.table) ||
        (index && index->table == created.table && has_index_like(old, *index)))
      places.push_back(at(place));
  }
  return places;
}

/// Nothing else in the migration names the new table.
bool is_all_of_it(const Step& step, const CreateTable& created,
                  const std::vector<std::pair<int, int>>& places) {
  const auto refers = [&](const StatementChange& part) {
    const auto* key = std::get_if<AddForeignKey>(&part.change);
    return key && key->referenced == created.table && key->table != created.table;
  };
  const bool referred_to = std::ranges::any_of(step.migration.statements, [&](const Statement& statement) {
    return std::ranges::any_of(statement.changes, refers);
  });
  return !referred_to && std::ranges::all_of(step.mentions.of(created.table.name), [&](Mention mention) {
    return std::ranges::find(places, mention.statement, &std::pair<int, int>::first) != places.end();
  });
}

/// The new one is filled from the old one, which goes a release later.
std::optional<SaferPath> copied(const Step& step, const DropTable& drop, const Table& old,
                                const CreateTable& created, Mention place) {
  const std::optional<std::string> rows = copy_rows(step, old, created, false);
  const std::optional<std::string> missing = copy_rows(step, old, created, true);
  if (!rows || !missing) return std::nullopt;
  const std::string from = in_words(old.name);
  const std::string to = in_words(step.before.creation_name(created.table));
  const Statement& statement = step.migration.statements[static_cast<std::size_t>(place.statement)];
  const Need need{.name = from,
                  .question = fmt::format(
                      "Under which name do the rows of {} go on? What the running version writes to it "
                      "during the deploy may be missing there.",
                      from),
                  .sample = relation(step.before.creation_name(created.table), step)};
  SaferPath path{.title = fmt::format("Copy the rows to {}, and drop {} in the next release", to, from),
                 .needs = {need}};
  take_along(path, {at(place)});
  path.leaves = {"add-unique-on-existing-rows", "add-foreign-key-on-existing-rows",
                 "scan-under-exclusive-lock"};
  const std::string when = fmt::format("no running version uses {} any more", from);
  path.steps = {
      here("Create the new table first.", fmt::format("{};", step.migration.sql(statement))),
      here("Copy the rows, and let its sequences go on after them. What the running version changes in "
           "the old table after this is lost, and so are rows that it adds under a key which the new "
           "version gives as well.",
           *rows),
      next_release(fmt::format("In the next release, when {}, copy the other rows that it has added, and "
                               "drop the old table, then allow it:",
                               when),
                   fmt::format("{}\n{}", *missing, allowed("drop-table", when, sql(drop, step))))};
  return path;
}

std::vector<SaferPath> paths_of(const Step& step, const DropTable& drop, const Table& old,
                                const CreateTable& created) {
  std::vector<SaferPath> paths;
  const auto place = later(step, created.table.name, [&](const Change& change) {
    const auto* create = std::get_if<CreateTable>(&change);
    return create && create->table == created.table;
  });
  if (!can_be_rewritten(step) || !place) return paths;
  const RelationName renamed = step.before.creation_name(created.table);
  if (same_but_for_the_name(step, old, created) && renamed.schema == old.name.schema) {
    const std::vector<std::pair<int, int>> places = made_of(step, old, created);
    if (has_schema_prisma(step) && is_all_of_it(step, created, places))
      paths.push_back(mapped_model(old.name, renamed.name));
    SaferPath both = with_a_view(step, old.name, &old, renamed, "table");
    const RenameObject rename{.kind = ObjectKind::table, .name = old.name, .to = renamed.name};
    both.title = "Rename the table, and leave a view under its old name for one release";
    both.result = std::string(same_result);
    both.needs = {{.name = in_words(old.name),
                   .question = fmt::format("Under which name do the rows of {} go on?", in_words(old.name)),
                   .sample = identifier(renamed.name, step)}};
    both.steps.insert(both.steps.begin(),
                      here("Instead of the two statements write a rename.", sql(rename, step)));
    paths.push_back(std::move(both));
    for (SaferPath& path : paths) take_along(path, places);
  }
  if (std::optional<SaferPath> copy = copied(step, drop, old, created, *place))
    paths.push_back(std::move(*copy));
  return paths;
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
      .why = fmt::format(
          "{}: {} starts empty. And the version that is running still uses {}.",
          has_schema_prisma(step)
              ? "Prisma can't tell a renamed model from one that is removed and one that is added, "
                "and writes DROP and CREATE"
              : "DROP and CREATE are no RENAME",
          name, in_words(table)),
      .paths = paths_of(step, drop, *old, *created),
      .safer = {{.text = "Rename the table instead of the two statements, or keep its name and map it in the "
                         "code."}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(table)),
  });
}

void check_probable_rename(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* column = std::get_if<DropColumn>(&change)) check_column(*column, step, context);
  if (const auto* table = std::get_if<DropTable>(&change)) check_table(*table, step, context);
}

}  // namespace

extern const Rule probable_rename;
const Rule probable_rename{
    .id = "probable-rename",
    .severity = Severity::error,
    .check = on<check_probable_rename>,
    .overrides = {"drop-column", "drop-table", "drop-cascade", "add-column-not-null-without-default",
                  "add-required-column-old-clients-omit"}};

}  // namespace miglint
