#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "paths.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// A foreign key, added or about to be validated, with its names resolved.
struct Key {
  RelationName table;
  std::vector<std::string> columns;
  RelationName referenced;
  std::vector<std::string> referenced_columns;
  std::string name;
  bool validation = false;
  bool match_full = false;
  bool on_plain_table = true;  ///< of a partitioned one it can't be NOT VALID
};

std::vector<std::string> primary_key_of(const Catalog& catalog, const RelationName& relation) {
  const Table* table = catalog.table(relation);
  const Constraint* key = table ? table->primary_key() : nullptr;
  return key ? key->columns : std::vector<std::string>{"id"};
}

std::optional<Key> key_of(const Change& change, const Catalog& catalog) {
  if (const auto* add = std::get_if<AddForeignKey>(&change)) {
    Key key{.table = catalog.resolve(add->table),
            .columns = add->columns,
            .referenced = catalog.resolve(add->referenced),
            .referenced_columns = add->referenced_columns,
            .name = add->name,
            .match_full = add->match_full};
    const Table* table = catalog.table(key.table);
    key.on_plain_table = !table || table->kind == Table::Kind::table;
    if (key.referenced_columns.empty()) key.referenced_columns = primary_key_of(catalog, key.referenced);
    if (key.name.empty())
      key.name = make_object_name(key.table.name, fmt::format("{}", fmt::join(key.columns, "_")), "fkey");
    return key;
  }
  const auto* validate = std::get_if<ValidateConstraint>(&change);
  const Table* table = validate ? catalog.table(validate->table) : nullptr;
  const Constraint* constraint = table ? table->constraint(validate->name) : nullptr;
  if (!constraint || constraint->kind != Constraint::Kind::foreign_key) return std::nullopt;
  return Key{.table = table->name,
             .columns = constraint->columns,
             .referenced = constraint->referenced,
             .referenced_columns = constraint->referenced_columns,
             .name = constraint->name,
             .validation = true};
}

/// `child.a = parent.x AND child.b = parent.y`
std::string joined(const Key& key) {
  std::string condition;
  for (std::size_t i = 0; i < std::min(key.columns.size(), key.referenced_columns.size()); ++i) {
    condition += fmt::format("{}parent.{} = child.{}", i == 0 ? "" : " AND ",
                             quote(key.referenced_columns[i]), quote(key.columns[i]));
  }
  return condition;
}

std::string orphans(const Key& key) {
  std::string not_null;
  for (const std::string& column : key.columns)
    not_null += fmt::format("child.{} IS NOT NULL AND ", quote(column));
  return fmt::format("{}NOT EXISTS (SELECT FROM {} parent WHERE {})", not_null, in_sql(key.referenced),
                     joined(key));
}

/// For SQL that is part of a path: the folder's spelling, the child by its own name.
std::string orphans_in_path(const Key& key, const Step& step) {
  const std::string child = qualifier(key.table, step);
  std::string not_null;
  std::string same;
  for (std::size_t i = 0; i < std::min(key.columns.size(), key.referenced_columns.size()); ++i) {
    const std::string own = column_of(child, key.columns[i], step);
    not_null +=
        own + (key.match_full && i + 1 < key.columns.size() ? " IS NOT NULL OR " : " IS NOT NULL AND ");
    same += fmt::format("{}parent.{} = {}", i == 0 ? "" : " AND ",
                        identifier(key.referenced_columns[i], step), own);
  }
  not_null.resize(not_null.size() - std::string_view(" AND ").size());
  if (key.match_full && key.columns.size() > 1) not_null = "(" + not_null + ")";
  return fmt::format("{} AND NOT EXISTS (SELECT FROM {} AS parent WHERE {})", not_null,
                     relation(key.referenced, step), same);
}

/// The columns that can be set to NULL: with MATCH FULL all of them must be.
std::vector<std::string> nullable_columns(const Key& key, const Step& step) {
  std::vector<std::string> nullable;
  for (const std::string& name : key.columns) {
    const Column* column = step.before.column(key.table, name);
    const bool stays = column && !column->not_null && !demands_on(step, key.table, name).not_null;
    if (stays) nullable.push_back(name);
  }
  if (key.match_full && nullable.size() != key.columns.size()) return {};
  if (!key.match_full && nullable.size() > 1) nullable.resize(1);  // one NULL is enough
  return nullable;
}

SaferPath detach(const Key& key, const std::vector<std::string>& nullable, const Step& step) {
  std::string assigned;
  SaferPath path{.title = "Detach the rows that refer to nothing first"};
  for (const std::string& name : nullable) {
    const Need need{.name = need_name(key.table, name),
                    .question = "Which value do the rows get that refer to nothing? What they hold is lost.",
                    .sample = "NULL"};
    assigned +=
        fmt::format("{}{} = {}", assigned.empty() ? "" : ", ", identifier(name, step), answer(need, step));
    path.needs.push_back(need);
  }
  path.steps = {before(fmt::format("Set {} to NULL where it refers to no row of {}: those values are lost.",
                                   in_words(key.table, nullable), in_words(key.referenced)),
                       fmt::format("UPDATE {} SET {} WHERE {};", relation(key.table, step), assigned,
                                   orphans_in_path(key, step)))};
  return path;
}

/// All the rows get the same parent, or none where there is none.
SaferPath adopt(const Key& key, const Step& step) {
  SaferPath path{.title = "Give the rows that refer to nothing a parent that is there"};
  std::string assigned;
  const std::string order = columns(key.referenced_columns, step);
  for (std::size_t i = 0; i < key.columns.size(); ++i) {
    const Need need{.name = need_name(key.table, key.columns[i]),
                    .question = fmt::format("To which row of {} do the rows belong that refer to nothing?",
                                            in_words(key.referenced)),
                    .sample = fmt::format("(SELECT {} FROM {} ORDER BY {} LIMIT 1)",
                                          identifier(key.referenced_columns[i], step),
                                          relation(key.referenced, step), order)};
    assigned +=
        fmt::format("{}{} = {}", i == 0 ? "" : ", ", identifier(key.columns[i], step), answer(need, step));
    path.needs.push_back(need);
  }
  path.steps = {
      before(fmt::format("Point the rows that refer to no row of {} at one that is there: what they "
                         "held is lost.",
                         in_words(key.referenced)),
             fmt::format("UPDATE {} SET {} WHERE {};", relation(key.table, step), assigned,
                         orphans_in_path(key, step)))};
  return path;
}

SaferPath remove(const Key& key, const Step& step) {
  const Need need{.name = need_name(key.table, "orphans"),
                  .question = "Which of the rows that refer to nothing are deleted?",
                  .sample = identifier(key.columns.front(), step) + " IS NOT NULL"};
  return {.title = fmt::format("Delete the rows of {} that refer to nothing", in_words(key.table)),
          .needs = {need},
          .steps = {before(
              fmt::format("This deletes rows of {}: they are lost, and what refers to them must go first.",
                          in_words(key.table)),
              fmt::format("DELETE FROM {} WHERE {} AND ({});", relation(key.table, step),
                          orphans_in_path(key, step), answer(need, step)))}};
}

std::string not_valid(const Change& change, const Key& key, const Step& step) {
  AddForeignKey add = std::get<AddForeignKey>(change);
  add.table = key.table;
  add.inline_column.clear();
  add.name = key.name;
  add.not_valid = true;
  return sql(add, step);
}

std::vector<SaferPath> paths(const Change& change, const Key& key, const Step& step) {
  if (key.columns.size() != key.referenced_columns.size()) return {};
  std::vector<SaferPath> paths;
  const std::vector<std::string> nullable = nullable_columns(key, step);
  if (!nullable.empty()) paths.push_back(detach(key, nullable, step));
  paths.push_back(adopt(key, step));
  paths.push_back(remove(key, step));
  for (SaferPath& path : paths)
    path.leaves = {"add-foreign-key-on-existing-rows", "backfill-in-schema-migration",
                   "scan-under-exclusive-lock", "add-constraint-without-not-valid"};
  if (key.validation || !key.on_plain_table) return paths;
  SaferPath later =
      validate_later(step, key.table, key.name, not_valid(change, key, step),
                     outside(paths.front().steps.front().text, paths.front().steps.front().sql));
  later.needs = paths.front().needs;
  paths.push_back(std::move(later));
  return paths;
}

void check_add_foreign_key_on_existing_rows(const Change& change, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> orphan = failure(step, "23503");
  // NOT VALID, a new or all-NULL column, the same key as before, or the orphans are gone
  if (!orphan) return;
  const std::optional<Key> key = key_of(change, step.before);
  if (!key) return;
  const std::string what = in_words(key->table, key->columns);
  context.report({
      .message = fmt::format("{} {} fails if a row of {} refers to no row of {}",
                             key->validation ? "Validating" : "Adding the foreign key", in_prose(key->name),
                             what, in_words(key->referenced)),
      .object = object(key->table, key->columns.front(), key->name),
      .fails = fails(*orphan),
      .why = fmt::format("Nothing has made sure so far that every value of {} is there in {}: rows whose "
                         "parent was deleted are still around. PostgreSQL "
                         "refuses the statement (23503) at the first one, and the deploy stops there.{}",
                         what, in_words(key->referenced), remains(*orphan)),
      .paths = paths(change, *key, step),
      .check_first =
          fmt::format("SELECT count(*) FROM {} child WHERE {};", in_sql(key->table), orphans(*key)),
      .severity = key->validation ? Severity::warning : severity_of(*orphan),
  });
}

}  // namespace

extern const Rule add_foreign_key_on_existing_rows;
const Rule add_foreign_key_on_existing_rows{.id = "add-foreign-key-on-existing-rows",
                                            .severity = Severity::error,
                                            .check = on<check_add_foreign_key_on_existing_rows>,
                                            .overrides = {"add-constraint-without-not-valid"}};

}  // namespace miglint
