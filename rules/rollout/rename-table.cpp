#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"
#include "renamed_table.hpp"

namespace miglint {

namespace {

std::string_view word(ObjectKind kind) {
  switch (kind) {
    case ObjectKind::view:
      return "view";
    case ObjectKind::materialized_view:
      return "materialized view";
    case ObjectKind::schema:
      return "schema";
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
      return "type";
    default:
      return "table";
  }
}

bool is_known_to_clients(ObjectKind kind) {
  return kind == ObjectKind::table || kind == ObjectKind::foreign_table || kind == ObjectKind::schema ||
         word(kind) != "table";
}

bool is_type(ObjectKind kind) { return word(kind) == "type"; }

Origin origin_of(const Step& step, ObjectKind kind, const RelationName& name) {
  if (const Table* table = step.before.table(name)) return table->origin;
  if (const View* view = step.before.view(name)) return view->origin;
  if (!is_type(kind)) return {};
  const auto found = step.before.enums.find(name);
  return found == step.before.enums.end() ? Origin{} : found->second.origin;
}

/// Rows may come into a table by it, or it goes: whatever table it names, for a partition's rows are its
/// parent's.
bool may_fill_or_replace(const Change& change, const RelationName& table) {
  const auto* option = std::get_if<AlterTableOption>(&change);
  const auto* rename = std::get_if<RenameObject>(&change);
  const auto* drop = std::get_if<DropTable>(&change);
  return std::holds_alternative<Insert>(change) || std::holds_alternative<CopyRows>(change) ||
         std::holds_alternative<AttachPartition>(change) || std::holds_alternative<DoBlock>(change) ||
         std::holds_alternative<CallProcedure>(change) || std::holds_alternative<Select>(change) ||
         std::holds_alternative<Unmodelled>(change) ||
         (option && option->option == AlterTableOption::Option::inherit) ||
         (rename && rename->name.name == table.name) || (drop && drop->table.name == table.name);
}

/// A new table takes the old name and stays empty.
bool finds_an_empty_table(const Step& step, const RelationName& old) {
  const std::optional<Mention> back = table_comes_back(step, old);
  const auto* created = back ? std::get_if<CreateTable>(&step.mentions.at(*back)) : nullptr;
  if (!created || (created->as_query && created->with_data) || created->foreign || created->partition_of)
    return false;
  const std::vector<Statement>& statements = step.migration.statements;
  return std::none_of(statements.begin() + back->statement, statements.end(),
                      [&](const Statement& statement) {
                        return std::ranges::any_of(statement.changes, [&](const StatementChange& one) {
                          return may_fill_or_replace(one.change, old);
                        });
                      });
}

/// Something takes the old name: a table, a view over the renamed one, Prisma's new enum.
bool name_comes_back(const Step& step, const RelationName& old) {
  return later(step, old.name,
               [&](const Change& change) {
                 if (const auto* table = std::get_if<CreateTable>(&change))
                   return table->table.name == old.name;
                 if (const auto* view = std::get_if<CreateView>(&change)) return view->view.name == old.name;
                 if (const auto* type = std::get_if<CreateEnum>(&change)) return type->type.name == old.name;
                 const auto* rename = std::get_if<RenameObject>(&change);
                 return rename && rename->to == old.name;
               })
      .has_value();
}

SaferPath mapped_enum(const RelationName& type, const std::string& name) {
  SaferPath path = mapped_model(type, name);
  path.title = "Rename the enum in schema.prisma alone";
  path.result = fmt::format("the enum keeps its name {}", in_words(type));
  path.steps = {
      left_out(fmt::format("Leave it out: with @@map({}) in the enum {} nothing changes in the "
                           "database.",
                           json_string(type.name), in_prose(name)))};
  return path;
}

/// A command in front that stays as it is.
SaferPath after_the_rename(SaferPath path, const Step& step) {
  path.steps.insert(path.steps.begin(),
                    here("The statement stays.", fmt::format("{};", step.migration.sql(step.statement))));
  return path;
}

std::vector<SaferPath> paths_of(const Step& step, ObjectKind kind, const RelationName& old,
                                const RelationName& renamed) {
  std::vector<SaferPath> paths;
  if (!can_be_rewritten(step) || kind == ObjectKind::schema) return paths;
  const bool is_table = word(kind) == "table";
  const bool moves = old.schema != renamed.schema;
  // models of other schemas say so with @@schema
  if (has_schema_prisma(step) && !moves && (is_table || is_type(kind)))
    paths.push_back(is_table ? mapped_model(old, renamed.name) : mapped_enum(old, renamed.name));
  if (is_type(kind)) return paths;  // no type can stand for another in an operator
  paths.push_back(after_the_rename(
      with_a_view(step, old, step.before.table(old), renamed, std::string(word(kind))), step));
  return paths;
}

void say_empty(RuleContext& context, const RelationName& old, const std::string& new_name) {
  const std::string name = in_words(old);
  context.report({
      .message =
          fmt::format("{} is renamed to {}, and a new table takes its name: the application finds it empty",
                      name, new_name),
      .object = object(old),
      .why = fmt::format(
          "Every query that names {} goes on working, on another table: it reads no row, and what "
          "it writes is not with the rest.",
          name),
      .safer = {{.text =
                     "Copy the rows into the new table in the same migration (name the columns, and set the "
                     "sequences behind them), or leave the old name to the old table."}},
      .check_first = fmt::format("SELECT count(*) FROM {};", in_sql(old)),
  });
}

void say(const Step& step, RuleContext& context, ObjectKind kind, const RelationName& old,
         const RelationName& renamed, const std::string& new_name) {
  // made by this migration
  if (kind != ObjectKind::schema && step.before.is_new(origin_of(step, kind, old))) return;
  if (kind == ObjectKind::table && finds_an_empty_table(step, old)) return say_empty(context, old, new_name);
  // the old name goes on working
  if (name_comes_back(step, old)) return;
  const bool table = word(kind) == "table";
  const std::string name = kind == ObjectKind::schema ? in_prose(old.name) : in_words(old);
  context.report({
      .message = fmt::format("Renaming {} {} to {} breaks the running version, which uses the old name",
                             word(kind), name, new_name),
      .object = table ? object(old) : ObjectName{.schema = old.schema, .name = old.name},
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it that names {} fails. Rolling the "
                         "application back breaks it in the same way.",
                         name),
      .paths = paths_of(step, kind, old, renamed),
      .safer = {{.text =
                     fmt::format("Keep the {}'s name, and map it to the new one in the code.", word(kind))}},
  });
}

void check_rename_table(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* rename = std::get_if<RenameObject>(&change); rename && is_known_to_clients(rename->kind)) {
    const RelationName old =
        rename->kind == ObjectKind::schema ? rename->name : step.before.resolve(rename->name);
    if (!is_type(rename->kind) || step.before.enums.contains(old))
      say(step, context, rename->kind, old, {.schema = old.schema, .name = rename->to}, quote(rename->to));
  }
  if (const auto* set = std::get_if<SetSchema>(&change);
      set && is_known_to_clients(set->kind) && !is_type(set->kind)) {
    const RelationName old = step.before.resolve(set->name);
    const RelationName moved{.schema = set->schema, .name = old.name};
    say(step, context, set->kind, old, moved, quote(moved));
  }
}

}  // namespace

extern const Rule rename_table;
const Rule rename_table{.id = "rename-table", .severity = Severity::error, .check = on<check_rename_table>};

}  // namespace miglint
