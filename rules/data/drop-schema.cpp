#include <algorithm>
#include <fmt/format.h>

#include "release_paths.hpp"

namespace miglint {

namespace {

bool is_new(const Step& step, const std::string& schema) {
  return std::ranges::any_of(step.mentions.of(schema), [&](Mention place) {
    const auto* create = std::get_if<CreateSchema>(&step.mentions.at(place));
    return create && create->schema == schema && place.statement < step.index;
  });
}

std::string last_words(const std::string& schema) {
  return fmt::format("no running version uses anything in schema {} any more", in_prose(schema));
}

/// Those that refer to others before these.
std::vector<const Table*> in_order(const Step& step, const std::string& schema) {
  std::vector<const Table*> left, order;
  for (const auto& [name, table] : step.before.tables)
    if (name.schema == schema && !table.partition_of) left.push_back(&table);
  const auto is_free = [&](const Table* table) {
    return std::ranges::none_of(step.before.referencing(table->name), [&](const auto& reference) {
      return reference.first != table && std::ranges::find(left, reference.first) != left.end();
    });
  };
  while (!left.empty()) {
    const auto next = std::ranges::find_if(left, is_free);
    if (next == left.end()) return {};  // they refer to each other
    order.push_back(*next);
    left.erase(next);
  }
  return order;
}

/// Each table by its name, so that PostgreSQL refuses where something else is left.
std::string one_by_one(const DropObject& drop, const Step& step) {
  std::string text;
  for (const Table* table : in_order(step, drop.name.name))
    text +=
        allowed("drop-table", last_words(drop.name.name), sql(DropTable{.table = table->name}, step)) + "\n";
  if (text.empty()) return {};
  DropObject bare = drop;
  bare.cascade = false;
  return text + sql(bare, step);
}

std::vector<SaferPath> paths_of(const DropObject& drop, const Step& step) {
  if (!can_be_rewritten(step)) return {};
  const std::string when = last_words(drop.name.name);
  std::vector<SaferPath> paths = {
      not_now("Not now: drop it in the next release",
              {.rule = "drop-schema", .what = "drop the schema", .when = when, .sql = sql(drop, step)})};
  if (const std::string named = one_by_one(drop, step); !named.empty()) {
    paths.push_back(
        {.title = "Not now, and then each table by its name",
         .steps = {
             left_out("Leave it out of this migration."),
             next_release(fmt::format("In the next release, when {}, drop the tables, then allow it, and "
                                      "the empty schema: PostgreSQL refuses if anything else is left.",
                                      when),
                          named)}});
  }
  return paths;
}

void check_drop_schema(const DropObject& drop, const Step& step, RuleContext& context) {
  if (drop.kind != ObjectKind::schema || !drop.cascade) return;  // without CASCADE only an empty one goes
  const std::string& schema = drop.name.name;
  if (is_new(step, schema)) return;
  std::vector<std::string> tables;
  for (const auto& [name, table] : step.before.tables) {
    if (name.schema == schema) tables.push_back(in_prose(name.name));
  }
  if (tables.empty() && drop.if_exists && step.before.complete) return;
  context.report({
      .message = tables.empty()
                     ? fmt::format("Dropping schema {} CASCADE removes everything in it", in_prose(schema))
                     : fmt::format("Dropping schema {} CASCADE removes {} with all rows", in_prose(schema),
                                   in_words(tables)),
      .object = {.schema = schema, .name = schema},
      .why = "Every table, view and function in the schema is gone, with all rows, and whatever outside "
             "refers to them as well. The running version "
             "of the "
             "application fails at each query that names one.",
      .paths = paths_of(drop, step),
      .safer = {{.text = "Drop the schema in the release after the one that stops using what is in it."}},
  });
}

}  // namespace

extern const Rule drop_schema;
const Rule drop_schema{.id = "drop-schema",
                       .severity = Severity::error,
                       .check = on<check_drop_schema>,
                       .overrides = {"drop-cascade"}};

}  // namespace miglint
