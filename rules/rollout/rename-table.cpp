#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

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

void say(const Step& step, RuleContext& context, ObjectKind kind, const RelationName& old,
         const std::string& renamed) {
  // made by this migration
  if (kind != ObjectKind::schema && step.before.is_new(origin_of(step, kind, old))) return;
  // the old name goes on working
  if (name_comes_back(step, old)) return;
  const bool table = word(kind) == "table";
  const std::string name = kind == ObjectKind::schema ? in_prose(old.name) : in_words(old);
  std::vector<SaferStep> safer;
  if (table) {
    safer = {
        {.text =
             fmt::format("Rename the model in schema.prisma alone: `@@map({})` needs no migration at all.",
                         json_string(old.name))},
        {.text = "If the table must have the new name, leave a view under the old one for as long as the old "
                 "version runs. It can be written to "
                 "like the table.",
         .sql = fmt::format("CREATE VIEW {} AS SELECT * FROM {};", in_sql(old), renamed)},
        {.text = "Drop the view in the next release.", .sql = fmt::format("DROP VIEW {};", in_sql(old))}};
  } else {
    safer = {
        {.text = fmt::format(
             "Keep the {}'s name, and map it to the new one in the code (@@map, @@schema in schema.prisma).",
             word(kind))},
        {.text = "If it must change, create the new one beside it, move the application over, and drop the "
                 "old one in the release after."}};
  }
  context.report({
      .message = fmt::format("Renaming {} {} to {} breaks the running version, which uses the old name",
                             word(kind), name, renamed),
      .object = table ? object(old) : ObjectName{.schema = old.schema, .name = old.name},
      .why = fmt::format("During the deploy the previous version of the application is still running, and "
                         "every query of it that names {} fails. Rolling the "
                         "application back breaks it in the same way.",
                         name),
      .safer = std::move(safer),
  });
}

void check(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* rename = std::get_if<RenameObject>(&change); rename && is_known_to_clients(rename->kind)) {
    const RelationName old =
        rename->kind == ObjectKind::schema ? rename->name : step.before.resolve(rename->name);
    if (!is_type(rename->kind) || step.before.enums.contains(old))
      say(step, context, rename->kind, old, quote(rename->to));
  }
  if (const auto* set = std::get_if<SetSchema>(&change);
      set && is_known_to_clients(set->kind) && !is_type(set->kind)) {
    const RelationName old = step.before.resolve(set->name);
    say(step, context, set->kind, old, quote(RelationName{.schema = set->schema, .name = old.name}));
  }
}

}  // namespace

extern const Rule rename_table;
const Rule rename_table{.id = "rename-table", .severity = Severity::error, .check = on<check>};

}  // namespace miglint
