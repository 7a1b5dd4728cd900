#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"
#include "sample.hpp"

namespace miglint {

namespace {

bool is_null(const Boxed<Expression>& value) {
  return !value || without_casts(*value).kind == Expression::Kind::null;
}

bool fills_itself(const ColumnDefinition& column) {
  return column.identity != Identity::none || column.generated ||
         column.type.name.find("serial") != std::string::npos;
}

bool gets_default(const Step& step, const RelationName& table, const std::string& column) {
  const bool here = std::ranges::any_of(step.statement.changes, [&](const StatementChange& change) {
    const auto* set = std::get_if<SetDefault>(&change.change);
    return set && set->column == column;
  });
  return here || later(step, table.name, [&](const Change& change) {
                   const auto* set = std::get_if<SetDefault>(&change);
                   if (set) return set->column == column && step.before.resolve(set->table) == table;
                   const auto* drop = std::get_if<DropNotNull>(&change);
                   return drop && drop->column == column && step.before.resolve(drop->table) == table;
                 }).has_value();
}

/// A trigger of this migration gives the column its value where an INSERT leaves it out.
bool is_filled_by_trigger(const Step& step, const RelationName& table, const std::string& column) {
  const auto names_it = [&](const FunctionName& function) {
    return std::ranges::any_of(step.mentions.of(function.name), [&](Mention place) {
      const auto* create = std::get_if<CreateFunction>(&step.mentions.at(place));
      return create && create->body.find(column) != std::string::npos;
    });
  };
  return std::ranges::any_of(step.mentions.of(table.name), [&](Mention place) {
    const auto* trigger = std::get_if<CreateTrigger>(&step.mentions.at(place));
    return trigger && place.statement < step.index && step.before.resolve(trigger->table) == table &&
           trigger->timing == CreateTrigger::Timing::before && trigger->on_insert && trigger->for_each_row &&
           names_it(trigger->function);
  });
}

/// What this migration fills the column with: the rows that the old version adds get the same.
std::string value_of_fill(const Step& step, const RelationName& table, const std::string& column) {
  for (const Mention place : step.mentions.of(table.name)) {
    const auto* update = std::get_if<Update>(&step.mentions.at(place));
    if (!update || !update->from.empty() || step.before.resolve(update->table) != table) continue;
    const auto found = std::ranges::find(update->assignments, column, &Assignment::column);
    if (found != update->assignments.end() && update->alias.empty()) return found->value.text;
  }
  return {};
}

Need value_for(const Step& step, const RelationName& table, const std::string& column, const TypeName& type) {
  const std::string filled = value_of_fill(step, table, column);
  return {.name = in_words(table, column),
          .question = "Which value do the rows get that the version still running adds?",
          .sample = filled.empty() ? literal_for(step, type, column, {}) : filled,
          .sample_is_safe = !filled.empty()};
}

/// Nullable until every version that runs writes it.
SaferPath required_later(const Step& step, const RelationName& table, const std::string& column,
                         const TypeName& type, PathStep now) {
  const Need need = value_for(step, table, column, type);
  SaferPath path{.title = "Keep it nullable in this release, and require it in the next one",
                 .needs = {need}};
  path.steps = {
      std::move(now),
      next_release(fmt::format("In the next release, when every running version writes {}, fill what the "
                               "old one left out, and require it.",
                               in_words(table, column)),
                   fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;\n{3}", relation(table, step),
                               identifier(column, step), answer(need, step),
                               sql(SetNotNull{.table = table, .column = column}, step)))};
  if (has_schema_prisma(step))
    path.schema = {{.kind = SchemaEdit::Kind::optional_field, .table = table, .column = column}};
  path.leaves = {"set-not-null-on-existing-rows", "set-not-null-scans-table", "scan-under-exclusive-lock"};
  return path;
}

PathStep default_goes(const Step& step, const RelationName& table, const std::string& column) {
  return in_next_release({.rule = "drop-default",
                          .what = "drop the default",
                          .when = fmt::format("every running version writes {}", in_words(table, column)),
                          .sql = sql(DropDefault{.table = table, .column = column}, step)});
}

/// The database fills in what the old version leaves out.
SaferPath defaulted(const Step& step, const RelationName& table, const std::string& column,
                    const TypeName& type) {
  const Need need = value_for(step, table, column, type);
  Expression value{.kind = Expression::Kind::other};
  value.text = answer(need, step);
  return {.title = "Give it a default for one release",
          .needs = {need},
          .steps = {before("The database puts it into the old version's rows.",
                           sql(SetDefault{.table = table, .column = column, .value = value}, step)),
                    default_goes(step, table, column)}};
}

std::vector<SaferPath> paths_of(const Step& step, const RelationName& table, const std::string& column) {
  if (!can_be_rewritten(step)) return {};
  if (std::holds_alternative<DropDefault>(change_at(step)))
    return {{.title = "Keep the default for one release",
             .steps = {left_out("Leave it out of this migration."), default_goes(step, table, column)}}};
  if (const auto* add = std::get_if<AddColumn>(&change_at(step))) {
    if (add->column.primary_key) return {};
    Statement command = command_at(step);
    for (StatementChange& part : command.changes) {
      if (auto* nullable = std::get_if<AddColumn>(&part.change)) nullable->column.not_null = false;
    }
    return {required_later(step, table, column, add->column.type,
                           here("Add it nullable.", print(command, spelling_of(step))))};
  }
  const TypeName& type = step.before.column(table, column)->type;
  return {required_later(step, table, column, type, left_out("Leave it out of this migration.")),
          defaulted(step, table, column, type)};
}

void say(const Step& step, RuleContext& context, const RelationName& table, const std::string& column) {
  if (gets_default(step, table, column) || is_filled_by_trigger(step, table, column)) return;
  const std::string what = in_words(table, column);
  context.report({
      .message = fmt::format("{} is new and required without a default: INSERTs of the version still running "
                             "leave it out and fail",
                             what),
      .object = object(table, column),
      .why = fmt::format("During the deploy the previous version of the application is still running and "
                         "doesn't know {}. Every row it adds to {} leaves the column "
                         "out "
                         "and is refused (23502) until the last old process is gone, and one that gets in "
                         "before the column is required makes this statement fail.",
                         in_prose(column), in_words(table)),
      .paths = paths_of(step, table, column),
      .safer = {{.text = "Require it in the next release, when every running version writes it, or give it a "
                         "default for the time being."}},
  });
}

/// The column that `c IS NOT NULL`, alone or beside other conditions, requires.
std::string required_by(const Expression& check) {
  const bool plain = check.kind == Expression::Kind::is_not_null && !check.args.empty() &&
                     check.args.front().kind == Expression::Kind::column;
  if (plain) return check.args.front().value;
  if (check.kind != Expression::Kind::conjunction) return {};
  for (const Expression& part : check.args)
    if (std::string column = required_by(part); !column.empty()) return column;
  return {};
}

/// The CHECK later; what the old version left out is filled first.
std::vector<SaferPath> paths_of_check(const Step& step, const RelationName& table,
                                      const std::string& column) {
  if (!can_be_rewritten(step)) return {};
  const Need need = value_for(step, table, column, step.before.column(table, column)->type);
  return {{.title = "Add the CHECK in the next release",
           .needs = {need},
           .steps = {
               left_out("Leave it out of this migration."),
               next_release(
                   fmt::format("In the next release, when every running version writes {}, fill what "
                               "the old one left out, and add the CHECK.",
                               in_words(table, column)),
                   fmt::format("UPDATE {0} SET {1} = {2} WHERE {1} IS NULL;\n{3}", relation(table, step),
                               identifier(column, step), answer(need, step), sql(change_at(step), step)))}}};
}

void say_of_check(const Step& step, RuleContext& context, const RelationName& table,
                  const std::string& column) {
  const std::string what = in_words(table, column);
  context.report({
      .message =
          fmt::format("{} is new and a CHECK requires it: INSERTs of the version still running leave it "
                      "out and fail",
                      what),
      .object = object(table, column),
      .why =
          fmt::format("A CHECK holds for new rows at once, NOT VALID or not. During the deploy the previous "
                      "version of the application is still running and doesn't know {}: every row it adds "
                      "to {} leaves the column out and is refused (23514) until the last old process is "
                      "gone.",
                      in_prose(column), in_words(table)),
      .paths = paths_of_check(step, table, column),
      .safer = {{.text = "Add the CHECK in the next release, when every running version writes the column."}},
  });
}

bool is_new(const Step& step, const RelationName& table, const Column* column) {
  return column && !step.before.is_new(table) && step.before.is_new(column->origin);
}

void check_add_required_column_old_clients_omit(const Change& change, const Step& step,
                                                RuleContext& context) {
  if (const auto* add = std::get_if<AddColumn>(&change)) {
    const RelationName table = step.before.resolve(add->table);
    const bool required = (add->column.not_null || add->column.primary_key) &&
                          is_null(add->column.default_value) && !fills_itself(add->column);
    if (required && !step.before.is_new(table) && !step.before.column(table, add->column.name))
      say(step, context, table, add->column.name);
  }
  if (const auto* require = std::get_if<SetNotNull>(&change)) {
    const RelationName table = step.before.resolve(require->table);
    const Column* column = step.before.column(table, require->column);
    if (is_new(step, table, column) && is_null(column->default_value))
      say(step, context, table, require->column);
  }
  if (const auto* require = std::get_if<AddCheck>(&change); require && !require->not_enforced) {
    const RelationName table = step.before.resolve(require->table);
    const std::string name = required_by(*require->expression);
    const Column* column = step.before.column(table, name);
    if (is_new(step, table, column) && is_null(column->default_value) && !column->generated &&
        column->identity == Identity::none && !gets_default(step, table, name))
      say_of_check(step, context, table, name);
  }
  if (const auto* drop = std::get_if<DropDefault>(&change)) {
    const RelationName table = step.before.resolve(drop->table);
    const Column* column = step.before.column(table, drop->column);
    if (is_new(step, table, column) && column->not_null && column->identity == Identity::none)
      say(step, context, table, drop->column);
  }
}

}  // namespace

extern const Rule add_required_column_old_clients_omit;
const Rule add_required_column_old_clients_omit{.id = "add-required-column-old-clients-omit",
                                                .severity = Severity::warning,
                                                .check = on<check_add_required_column_old_clients_omit>};

}  // namespace miglint
