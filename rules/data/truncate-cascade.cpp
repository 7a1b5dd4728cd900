#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// Tables that refer to it, and those that refer to them.
std::set<RelationName> emptied_along(const Catalog& catalog, const RelationName& table) {
  std::set<RelationName> reached;
  std::vector<RelationName> next = {table};
  while (!next.empty()) {
    const RelationName parent = next.back();
    next.pop_back();
    for (const auto& [child, key] : catalog.referencing(parent)) {
      if (child->name != table && reached.insert(child->name).second) next.push_back(child->name);
    }
  }
  return reached;
}

void check(const Truncate& truncate, const Step& step, RuleContext& context) {
  if (!truncate.cascade) return;
  const RelationName table = step.before.resolve(truncate.table);
  std::vector<std::string> others;
  for (const RelationName& other : emptied_along(step.before, table)) {
    if (!step.before.is_new(other)) others.push_back(in_words(other));
  }
  if (others.empty()) return;
  context.report({
      .message =
          fmt::format("TRUNCATE {} CASCADE also removes all rows of {}", in_words(table), in_words(others)),
      .object = object(table),
      .why = "CASCADE empties every table with a foreign key to this one, whatever its ON DELETE says, and "
             "those that refer to them in turn.",
      .safer = {{.text = "Name the tables that are meant, without CASCADE: PostgreSQL then refuses to empty "
                         "one that others refer to.",
                 .sql = fmt::format("TRUNCATE {};", in_sql(table))},
                {.text = "Or delete the rows, so that each foreign key's own ON DELETE decides.",
                 .sql = fmt::format("DELETE FROM {} WHERE …;", in_sql(table))}},
  });
}

}  // namespace

extern const Rule truncate_cascade;
const Rule truncate_cascade{
    .id = "truncate-cascade", .severity = Severity::error, .check = on<check>, .overrides = {"truncate"}};

}  // namespace miglint
