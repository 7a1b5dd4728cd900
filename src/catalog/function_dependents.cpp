// What uses a function. Dropping one is rare enough to look at every table.

#include <algorithm>
#include <iterator>

#include "catalog/drop.hpp"
#include "catalog/objects.hpp"

namespace miglint {

using Kind = Object::Kind;
using Dependents = std::vector<Dependent>;

static bool names_function(const Expression& expression, const FunctionName& function) {
  bool found = false;
  walk(expression, [&](const Expression& e) {
    const bool same_schema = e.function.schema.empty() || e.function.schema == function.schema;
    found |= e.kind == Expression::Kind::function && e.function.name == function.name && same_schema;
  });
  return found;
}

static void add_parts(const Table& table, const FunctionName& name, bool only_one, Dependents& dependents) {
  const auto add = [&](Kind kind, const std::string& part) {
    dependents.push_back({.object = {.kind = kind, .name = table.name, .part = part}});
  };
  for (const Trigger& trigger : table.triggers) {
    const bool runs = trigger.function.name == name.name &&
                      (trigger.function.schema.empty() || trigger.function.schema == name.schema);
    if (runs || (only_one && trigger.functions.contains(name))) add(Kind::trigger, trigger.name);
  }
  if (!only_one) return;
  for (const Policy& policy : table.policies)
    if (policy.functions.contains(name)) add(Kind::policy, policy.name);
  for (const RewriteRule& rule : table.rules)
    if (rule.functions.contains(name)) add(Kind::rule, rule.name);
}

static void add_expressions(const Table& table, const FunctionName& name, Dependents& dependents) {
  const auto add = [&](Kind kind, const std::string& part) {
    dependents.push_back({.object = {.kind = kind, .name = table.name, .part = part}});
  };
  for (const Column& column : table.columns) {
    if (column.default_value && names_function(*column.default_value, name))
      add(Kind::column_default, column.name);
    if (column.generated && names_function(*column.generated, name)) add(Kind::column, column.name);
  }
  for (const Constraint& constraint : table.constraints)
    if (constraint.expression && names_function(*constraint.expression, name))
      add(Kind::constraint, constraint.name);
  for (const Index& index : table.indexes) {
    const bool in_elements = std::any_of(
        index.elements.begin(), index.elements.end(),
        [&](const IndexElement& e) { return e.expression && names_function(*e.expression, name); });
    if (in_elements || (index.where && names_function(*index.where, name)))
      dependents.push_back({.object = {.kind = Kind::index, .name = index.name}});
  }
}

static void add_views(const Catalog& catalog, const FunctionName& name, Dependents& dependents) {
  for (const auto& [view_name, view] : catalog.views) {
    if (view.functions.contains(name))
      dependents.push_back({.object = {.kind = Kind::view, .name = view_name}});
    for (const Trigger& trigger : view.triggers)
      if (trigger.function.name == name.name)
        dependents.push_back({.object = {.kind = Kind::trigger, .name = view_name, .part = trigger.name}});
  }
}

/// Those that are made of it.
static void add_aggregates(const Catalog& catalog, const FunctionName& name, Dependents& dependents) {
  for (auto at = catalog.functions.begin(); at != catalog.functions.end(); ++at) {
    if (!at->second.parts.contains(name)) continue;
    const auto first = catalog.functions.lower_bound(at->first);
    dependents.push_back({.object = {.kind = Kind::function,
                                     .name = at->first,
                                     .overload = static_cast<int>(std::distance(first, at))}});
  }
}

/// Which of several of a name is used is not known: those that were found with the one there was count.
std::vector<Dependent> dependents_of_function(const Catalog& catalog, const FunctionName& name) {
  Dependents dependents;
  const bool only_one = catalog.functions.count(name) == 1;
  for (const auto& [table_name, table] : catalog.tables) {
    add_parts(table, name, only_one, dependents);
    add_expressions(table, name, dependents);
  }
  if (only_one) add_views(catalog, name, dependents);
  if (only_one) add_aggregates(catalog, name, dependents);
  if (only_one) std::ranges::move(registered_over_function(catalog, name), std::back_inserter(dependents));
  return dependents;
}

}  // namespace miglint
