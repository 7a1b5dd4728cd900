// DROP FUNCTION, PROCEDURE, AGGREGATE: refused while something calls it.

#include "effect/drop_function.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "catalog/objects.hpp"
#include "effect/changes.hpp"
#include "effect/presence.hpp"
#include "effect/registered_object.hpp"

namespace miglint {

static bool calls(const Expression& expression, const std::string& function) {
  bool found = false;
  walk(expression, [&](const Expression& inner) {
    found = found || (inner.kind == Expression::Kind::function && inner.function.name == function);
  });
  return found;
}

static std::string expression_user(const Table& table, const std::string& function) {
  const std::string name = in_prose(table.name);
  for (const Column& column : table.columns)
    if ((column.default_value && calls(*column.default_value, function)) ||
        (column.generated && calls(*column.generated, function)))
      return fmt::format("{}.{}", name, in_prose(column.name));
  for (const Constraint& constraint : table.constraints)
    if (constraint.expression && calls(*constraint.expression, function))
      return fmt::format("constraint {} of {}", in_prose(constraint.name), name);
  for (const Index& index : table.indexes) {
    const bool element = std::ranges::any_of(index.elements, [&](const IndexElement& e) {
      return e.expression && calls(*e.expression, function);
    });
    if (element || (index.where && calls(*index.where, function))) return "index " + in_prose(index.name);
  }
  return {};
}

static std::string user_in_table(const Table& table, const FunctionName& function) {
  const std::string name = in_prose(table.name);
  for (const Trigger& trigger : table.triggers)
    if (trigger.function.name == function.name || trigger.functions.contains(function))
      return fmt::format("trigger {} of {}", in_prose(trigger.name), name);
  for (const Policy& policy : table.policies)
    if (policy.functions.contains(function))
      return fmt::format("policy {} of {}", in_prose(policy.name), name);
  for (const RewriteRule& rule : table.rules)
    if (rule.functions.contains(function)) return fmt::format("rule {} of {}", in_prose(rule.name), name);
  return expression_user(table, function.name);
}

static std::string user_among_views(const Context& context, const FunctionName& function) {
  for (const auto& [name, view] : context.catalog.views) {
    if (also_dropped(context, name)) continue;
    if (view.functions.contains(function)) return "view " + in_prose(name);
    for (const Trigger& trigger : view.triggers)
      if (trigger.function.name == function.name)
        return fmt::format("trigger {} of {}", in_prose(trigger.name), in_prose(name));
  }
  return {};
}

static std::string user_among_domains(const Catalog& catalog, const std::string& function) {
  for (const auto& [name, domain] : catalog.domains) {
    const bool checks = std::ranges::any_of(domain.checks, [&](const DomainConstraint& constraint) {
      return constraint.check && calls(*constraint.check, function);
    });
    if (checks || (domain.default_value && calls(*domain.default_value, function)))
      return "domain " + in_prose(name);
  }
  return {};
}

static std::string user_in_register(const Catalog& catalog, const FunctionName& function) {
  for (const auto& [name, other] : catalog.functions)
    if (other.parts.contains(function)) return "aggregate " + in_prose(name);
  for (const auto& [key, object] : catalog.objects) {
    if (!object.functions.contains(function)) continue;
    const std::string name = object.reference.name.empty() ? "" : " " + in_prose(object.reference.name);
    return std::string(kind_in_words(object.reference.kind)) + name;
  }
  return {};
}

static void drop_tables_along(Context& context, const FunctionName& function) {
  for (const auto& [name, table] : context.catalog.tables)
    if (!also_dropped(context, name) && !user_in_table(table, function).empty())
      lock(context, name, LockMode::access_exclusive);
}

static std::string user_of_function(const Context& context, const FunctionName& function) {
  for (const auto& [name, table] : context.catalog.tables)
    if (!also_dropped(context, name))
      if (std::string user = user_in_table(table, function); !user.empty()) return user;
  if (std::string user = user_among_views(context, function); !user.empty()) return user;
  if (std::string user = user_in_register(context.catalog, function); !user.empty()) return user;
  return user_among_domains(context.catalog, function.name);
}

void drop_function(Context& context, const DropObject& change) {
  const Function* function =
      named_routine(context, {change.kind, change.routine, change.name, change.arguments, change.if_exists});
  if (failed(context) || function == nullptr) return;
  if (function->aggregate && change.kind == ObjectKind::function && !change.routine)
    return always_fails(context, "42809", fmt::format("{} is an aggregate", in_prose(function->name)));
  // which of several of a name is used is not known
  const auto same = [&](const auto& entry) { return entry.first.name == change.name.name; };
  if (std::ranges::count_if(context.catalog.functions, same) != 1) return;
  if (change.cascade) return drop_tables_along(context, function->name);
  if (const std::string user = user_of_function(context, function->name); !user.empty())
    always_fails(context, "2BP01", fmt::format("{} uses function {}", user, in_prose(change.name)));
}

}  // namespace miglint
