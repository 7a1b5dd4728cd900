#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
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
            .name = add->name};
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

bool nullable(const Key& key, const Catalog& catalog) {
  return std::ranges::all_of(key.columns, [&](const std::string& name) {
    const Column* column = catalog.column(key.table, name);
    return column && !column->not_null;
  });
}

std::string mend(const Key& key, const Catalog& catalog) {
  if (!nullable(key, catalog))
    return fmt::format("DELETE FROM {} child WHERE {};", in_sql(key.table), orphans(key));
  return fmt::format("UPDATE {} child SET {} = NULL WHERE {};", in_sql(key.table), quote(key.columns.front()),
                     orphans(key));
}

std::vector<SaferStep> safer(const Key& key, const Catalog& catalog) {
  const std::string table = in_sql(key.table);
  std::vector<SaferStep> steps = {
      {.text = nullable(key, catalog) ? "Detach the rows that refer to nothing, before this statement."
                                      : "Remove the rows that refer to nothing, before this statement.",
       .sql = mend(key, catalog)}};
  if (key.validation) return steps;
  steps.push_back(
      {.text = "Or let the key hold for new rows from now on, without reading the old ones,",
       .sql = fmt::format("ALTER TABLE {} ADD CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}) NOT VALID;",
                          table, quote(key.name), quote_list(key.columns), in_sql(key.referenced),
                          quote_list(key.referenced_columns))});
  steps.push_back({.text = "and check the old ones in a later migration, when the query below finds none. "
                           "Reads and writes go on meanwhile.",
                   .sql = fmt::format("ALTER TABLE {} VALIDATE CONSTRAINT {};", table, quote(key.name))});
  return steps;
}

void check(const Change& change, const Step& step, RuleContext& context) {
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
      .safer = safer(*key, step.before),
      .check_first =
          fmt::format("SELECT count(*) FROM {} child WHERE {};", in_sql(key->table), orphans(*key)),
      .severity = key->validation ? Severity::warning : severity_of(*orphan),
  });
}

}  // namespace

extern const Rule add_foreign_key_on_existing_rows;
const Rule add_foreign_key_on_existing_rows{.id = "add-foreign-key-on-existing-rows",
                                            .severity = Severity::error,
                                            .check = on<check>,
                                            .overrides = {"add-constraint-without-not-valid"}};

}  // namespace miglint
