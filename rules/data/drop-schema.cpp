#include <algorithm>
#include <fmt/format.h>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

bool is_new(const Step& step, const std::string& schema) {
  return std::ranges::any_of(step.mentions.of(schema), [&](Mention place) {
    const auto* create = std::get_if<CreateSchema>(&step.mentions.at(place));
    return create && create->schema == schema && place.statement < step.index;
  });
}

void check(const DropObject& drop, const Step& step, RuleContext& context) {
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
      .safer = {{.text = "Drop the tables one by one, after the release that stops using them."},
                {.text =
                     "Then drop the empty schema: without CASCADE PostgreSQL refuses while anything is left.",
                 .sql = fmt::format("DROP SCHEMA {};", quote(schema))}},
  });
}

}  // namespace

extern const Rule drop_schema;
const Rule drop_schema{
    .id = "drop-schema", .severity = Severity::error, .check = on<check>, .overrides = {"drop-cascade"}};

}  // namespace miglint
