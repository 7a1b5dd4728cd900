#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "parents.hpp"
#include "paths.hpp"
#include "support.hpp"
#include "unfit.hpp"

namespace miglint {

namespace {

/// The column that goes, and the one of its name that comes.
struct Recreation {
  RelationName table;
  const Column& old;
  const AddColumn& add;
  Mention again;

  ChangeType change() const {
    return {.table = table, .column = old.name, .type = add.column.type, .collation = add.column.collation};
  }
};

bool is_enum(const TypeName& type, const Step& step) { return step.before.enumeration(type) != nullptr; }

/// How a value of the old type reads as one of the new type; empty: in no way that is known.
std::string conversion(const Recreation& recreation, const Step& step) {
  const TypeName& from = recreation.old.type;
  const TypeName& to = recreation.add.column.type;
  const std::string name = identifier(recreation.old.name, step);
  const std::string type = print(to, spelling_of(step));
  const bool array = from.array_dimensions > 0;
  if (to.array_dimensions > 0)
    return array ? "" : fmt::format("CASE WHEN {0} IS NOT NULL THEN ARRAY[{0}::text]::{1} END", name, type);
  if (array || to.name.ends_with("serial")) return {};
  if (to.name == "bytea") return fmt::format("convert_to({}::text, 'UTF8')", name);
  if (to.name == "jsonb" || to.name == "json") {
    return is_text(base_of(from, step.before)) ? fmt::format("to_{}({}::text)", to.name, name)
                                               : fmt::format("to_{}({})", to.name, name);
  }
  // by way of text, which every type has a cast to and from
  const bool direct = is_text(from) || (is_number(from) && is_number(to));
  return fmt::format("{}{}::{}", name, direct && !is_enum(to, step) ? "" : "::text", type);
}

/// Every value converts: into text, into a list of one, from one number to another that takes as much.
bool does_convert(const TypeName& from, const TypeName& to, const Step& step) {
  if (to.array_dimensions > 0) return true;
  const Enum* labels = step.before.enumeration(from);
  const Enum* others = step.before.enumeration(to);
  if (labels && others)
    return std::ranges::all_of(labels->labels, [&](const std::string& label) {
      return std::ranges::find(others->labels, label) != others->labels.end();
    });
  return (is_text(to) && !width(to)) || (is_number(from) && is_number(to));
}

/// What the definition of the new column says besides its type.
std::vector<Change> attributes(const Recreation& recreation) {
  const ColumnDefinition& column = recreation.add.column;
  std::vector<Change> changes;
  if (column.not_null && !recreation.old.not_null)
    changes.emplace_back(SetNotNull{.table = recreation.table, .column = column.name});
  if (!column.not_null && !column.primary_key && recreation.old.not_null)
    changes.emplace_back(DropNotNull{.table = recreation.table, .column = column.name});
  if (column.default_value)
    changes.emplace_back(
        SetDefault{.table = recreation.table, .column = column.name, .value = column.default_value});
  return changes;
}

/// Indexes and keys of the old column.
bool has_keys(const Recreation& recreation, const Step& step) {
  const Table* table = step.before.table(recreation.table);
  if (!table) return true;
  const bool indexed = std::ranges::any_of(
      table->indexes, [&](const Index& index) { return index.uses(recreation.old.name); });
  const bool constrained = std::ranges::any_of(table->constraints, [&](const Constraint& constraint) {
    return std::ranges::find(constraint.columns, recreation.old.name) != constraint.columns.end();
  });
  return indexed || constrained;
}

/// They would go with the old column; converted in place they stay.
bool leaves_nothing_behind(const Recreation& recreation, const Step& step) {
  return !has_keys(recreation, step) && children_of(step, recreation.table).empty() &&
         step.before.views_using(recreation.table, recreation.old.name).empty();
}

std::optional<SaferPath> in_place(const Recreation& recreation, const Step& step) {
  const ColumnDefinition& column = recreation.add.column;
  const std::string value = conversion(recreation, step);
  const bool plain = !column.generated && column.identity == Identity::none && !recreation.old.generated &&
                     recreation.old.identity == Identity::none && !column.primary_key;
  if (value.empty() || !plain || !leaves_nothing_behind(recreation, step)) return std::nullopt;
  ChangeType change = recreation.change();
  change.using_expression = Expression{.kind = Expression::Kind::other, .text = value};
  SaferPath path{.title = "Change the type in place, and keep the values",
                 .steps = {},
                 .leaves = {"change-type-incompatible", "change-type-rewrites-table", "silent-value-change",
                            "backfill-in-schema-migration", "set-not-null-on-existing-rows",
                            "set-not-null-scans-table", "scan-under-exclusive-lock"},
                 .along = {{recreation.again.statement, recreation.again.change}}};
  ChangeType as_cast = change;
  as_cast.using_expression = {};
  const bool by_json = column.type.name == "bytea" || column.type.name.starts_with("json");
  if (!by_json) {
    if (const std::optional<Unfit> unfit = unfit_values(as_cast, recreation.table, recreation.old, step)) {
      std::string mending = update(unfit->fill, step);
      if (!unfit->setup.empty()) mending = unfit->setup + "\n" + mending + "\n" + unfit->cleanup;
      path.needs.push_back(unfit->fill.need);
      path.steps.push_back(
          before("Give the rows whose value does not convert one that does: what they hold is "
                 "lost.",
                 std::move(mending)));
    } else if (!does_convert(recreation.old.type, column.type, step)) {
      return std::nullopt;
    }
  }
  if (column.not_null && !recreation.old.not_null) {
    Fill fill = fill_of_nulls(step, recreation.table, column.name, column.type);
    fill.need.sample = held_by(recreation.old.type, fill.need.sample);
    if (path.needs.empty()) path.needs.push_back(fill.need);
    path.steps.push_back(before("Fill the rows that hold NULL.", update(fill, step)));
  }
  if (recreation.old.default_value)
    path.steps.push_back(before("The old default is of the old type.",
                                sql(DropDefault{.table = recreation.table, .column = column.name}, step)));
  path.steps.push_back(
      here("Convert every value. A running version that writes the old type fails from here on.",
           sql(change, step)));
  for (const Change& attribute : attributes(recreation))
    path.steps.push_back(here("As the new column is defined.", sql(attribute, step)));
  return path;
}

/// The old values stay under another name until nobody asks for them.
SaferPath aside(const Recreation& recreation, const Step& step) {
  const std::string kept = recreation.old.name + "_old";
  SaferPath path{
      .title = "Put the values aside under another name",
      .needs = {{.name = need_name(recreation.table, recreation.old.name),
                 .question = "Under which name are the old values put aside?",
                 .sample = identifier(kept, step)}},
      .steps = {before(
          "Rename the column: its values stay.",
          sql(RenameColumn{.table = recreation.table, .from = recreation.old.name, .to = kept}, step))},
      .leaves = {"rename-column", "add-column-not-null-without-default"}};
  const bool required = recreation.old.not_null && !recreation.old.default_value;
  path.steps.push_back(required ? here("Nobody writes it any more.",
                                       sql(DropNotNull{.table = recreation.table, .column = kept}, step))
                                : left_out("It stays."));
  path.steps.push_back(next_release("When nobody asks for the old values any more, drop them: they are lost.",
                                    sql(DropColumn{.table = recreation.table, .column = kept}, step)));
  return path;
}

/// As meant: the old values are lost, and the rows that are there get others. The old column steps aside
/// first, so that a key of the same statement finds values in the new one.
SaferPath afresh(const Recreation& recreation, const Step& step) {
  const ColumnDefinition& column = recreation.add.column;
  const std::string old = recreation.old.name + "_old";
  const Fill fill = fill_of_nulls(step, recreation.table, column.name, column.type);
  AddColumn add = recreation.add;
  add.table = recreation.table;
  add.column.not_null = false;
  const std::string drop = sql(DropColumn{.table = recreation.table, .column = old}, step);
  SaferPath path{
      .title = "Lose the values as written, and give the rows that are there new ones",
      .needs = {fill.need},
      .steps =
          {before("Rename the old column,",
                  sql(RenameColumn{.table = recreation.table, .from = recreation.old.name, .to = old}, step)),
           before("add the new one nullable,", sql(add, step)),
           before("and fill the rows that are there with the value that is right for them.",
                  update(fill, step)),
           here("Require the new one. A running version that writes the old type, or leaves it out, fails "
                "from here on.",
                sql(SetNotNull{.table = recreation.table, .column = column.name}, step))},
      .leaves = {"recreate-column", "drop-column", "rename-column", "probable-rename",
                 "add-required-column-old-clients-omit", "backfill-in-schema-migration",
                 "set-not-null-scans-table", "set-not-null-on-existing-rows", "scan-under-exclusive-lock"},
      .along = {{recreation.again.statement, recreation.again.change}}};
  // an index of the old column has the name that the new one's will have
  if (has_keys(recreation, step)) {
    path.steps.insert(path.steps.end() - 1, here("Drop the old column: its values are lost.", drop));
    return path;
  }
  if (recreation.old.not_null && !recreation.old.default_value)
    path.steps.push_back(here("Nobody writes the old one any more.",
                              sql(DropNotNull{.table = recreation.table, .column = old}, step)));
  path.steps.push_back(
      next_release("When nobody asks for the old values any more, drop them: they are lost.", drop));
  return path;
}

std::vector<SaferPath> paths(const Recreation& recreation, bool fails, const Step& step) {
  std::vector<SaferPath> paths;
  if (std::optional<SaferPath> converted = in_place(recreation, step)) paths.push_back(std::move(*converted));
  const Table* table = step.before.table(recreation.table);
  if (!table || table->column(recreation.old.name + "_old")) return paths;
  if (!fails) paths.push_back(aside(recreation, step));
  const Demands demands = demands_on(step, recreation.table, recreation.old.name);
  const bool orphaned = !demands.references.empty() && has_no_parents(step, demands.references.front());
  if (fails && !orphaned) paths.push_back(afresh(recreation, step));
  return paths;
}

std::vector<SaferStep> safer_copy() {
  return {{.text = "Add the column under a new name, copy the values, and drop the old one in the release "
                   "after, when nothing reads it."}};
}

void check_recreate_column(const DropColumn& drop, const Step& step, RuleContext& context) {
  const RelationName table = step.before.resolve(drop.table);
  const Column* old = step.before.column(table, drop.column);
  if (!old || nobody_uses(step, table, drop.column)) return;
  const std::optional<Mention> again = column_comes_back(step, table, drop.column);
  const auto* add = again ? std::get_if<AddColumn>(&step.mentions.at(*again)) : nullptr;
  if (!add) return;
  if (step.evidence.copied(table, drop.column)) return;  // the values were put aside first
  if (step.evidence.no_rows(table).proven() || step.evidence.all_null(table, drop.column).proven()) return;
  const std::string what = in_words(table, drop.column);
  const std::string from = format_type(old->type, step.before);
  const std::string to = type_in_sql(add->column.type, step.before);
  const std::optional<RowFailure> failure = failure_at(step, *again);
  std::vector<SaferPath> ways =
      paths({.table = table, .old = *old, .add = *add, .again = *again}, failure.has_value(), step);
  std::vector<SaferStep> otherwise = ways.empty() ? safer_copy() : std::vector<SaferStep>{};
  context.report({
      .message = failure
                     ? fmt::format("Dropping {} and adding it again as a required {} loses its values, and "
                                   "fails if {} has any row",
                                   what, sql_in_prose(to), in_words(table))
                     : fmt::format("Dropping {} and adding it again as {} loses every value in it", what,
                                   sql_in_prose(to)),
      .object = object(table, drop.column),
      .fails = failure ? fails(*failure) : std::vector<std::string>{},
      .why = fmt::format(
          "{}The column that comes back has the name of the old one and none of its values; nothing fails, "
          "and "
          "nobody notices until somebody misses them.{}",
          has_schema_prisma(step)
              ? fmt::format("Prisma writes this for a type change ({} to {}) that it knows no cast for. ",
                            sql_in_prose(from), sql_in_prose(to))
              : std::string(),
          failure ? " Here it does fail: the new column is required and has no default." : ""),
      .paths = std::move(ways),
      .safer = std::move(otherwise),
      .check_first = fmt::format("SELECT count({1}) FROM {0};", in_sql(table), quote(drop.column)),
      .covers = {{again->statement, again->change}},
  });
}

}  // namespace

extern const Rule recreate_column;
const Rule recreate_column{
    .id = "recreate-column",
    .severity = Severity::error,
    .check = on<check_recreate_column>,
    .overrides = {"drop-column", "probable-rename", "add-column-not-null-without-default",
                  "add-required-column-old-clients-omit"}};

}  // namespace miglint
