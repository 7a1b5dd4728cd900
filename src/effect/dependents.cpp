#include "effect/dependents.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <set>

#include "catalog/edit.hpp"
#include "effect/infer.hpp"

namespace miglint {

// ---- Who uses it ------------------------------------------------------------------------------------------

static std::string user_within_table(const Table& table, const std::string& column) {
  for (const Policy& policy : table.policies)
    if (contains(policy.columns, column)) return "policy " + in_prose(policy.name);
  for (const Trigger& trigger : table.triggers)
    if (contains(trigger.update_of, column) || contains(trigger.when_columns, column))
      return "trigger " + in_prose(trigger.name);
  for (const Column& other : table.columns)
    if (other.name != column && other.generated && mentions(*other.generated, column))
      return "generated column " + in_prose(other.name);
  for (const RewriteRule& rule : table.rules)
    if (contains(rule.columns, column)) return "rule " + in_prose(rule.name);
  return {};
}

static std::string publication_of_column(const Catalog& catalog, const RelationName& table,
                                         const std::string& column) {
  for (const auto& [name, publication] : catalog.publications)
    for (const auto& [relation, columns] : publication.tables)
      if (relation == table && contains(columns, column)) return "publication " + in_prose(name);
  return {};
}

std::string user_of_column(const Context& context, const Table& table, const std::string& column) {
  const Catalog& catalog = context.catalog;
  if (const auto views = catalog.views_using(table.name, column); !views.empty())
    return "view " + in_prose(views.front()->name);
  if (std::string user = user_within_table(table, column); !user.empty()) return user;
  for (const auto& [other, key] : catalog.referencing(table.name)) {
    if (!contains(key->referenced_columns, column)) continue;
    const bool self = other->name == table.name;  // a column's own key goes with it
    if (!self || (table.constraint(key->name) != nullptr && !contains(key->columns, column)))
      return fmt::format("{}'s foreign key {}", in_prose(other->name), in_prose(key->name));
  }
  for (const auto& [name, function] : catalog.functions)
    if (function.uses.contains({table.name, column})) return "function " + in_prose(name);
  return publication_of_column(catalog, table.name, column);
}

/// Of another table that stays.
static std::string policy_reading(const Context& context, const RelationName& relation) {
  const auto candidates = context.catalog.dependents.views.find(relation);
  if (candidates == context.catalog.dependents.views.end()) return {};
  for (const RelationName& name : candidates->second) {
    const Table* table = context.catalog.table(name);
    if (table == nullptr || also_dropped(context, name)) continue;
    for (const Policy& policy : table->policies)
      if (policy.relations.contains(relation))
        return fmt::format("policy {} of {}", in_prose(policy.name), in_prose(name));
  }
  return {};
}

std::string user_of_relation(const Context& context, const RelationName& relation) {
  for (const View* view : context.catalog.views_using(relation))
    if (!also_dropped(context, view->name)) return "view " + in_prose(view->name);
  for (const auto& [name, function] : context.catalog.functions)
    if (function.relations.contains(relation)) return "function " + in_prose(name);
  return policy_reading(context, relation);
}

// ---- What goes along --------------------------------------------------------------------------------------

void drop_views_along(Context& context, const RelationName& relation, std::string_view column) {
  std::vector<const View*> waiting = context.catalog.views_using(relation, column);
  std::set<RelationName> known;
  for (const Work& dropped : context.effect.drops) known.insert(dropped.relation);
  for (std::size_t at = 0; at < waiting.size(); ++at) {
    const View& view = *waiting[at];
    if (!known.insert(view.name).second) continue;
    lock(context, view.name, LockMode::access_exclusive);
    drop(context, view.name);
    std::ranges::copy(context.catalog.views_using(view.name), std::back_inserter(waiting));
  }
}

void drop_keys_along(Context& context, const RelationName& table, const std::vector<std::string>& columns) {
  for (const auto& [other, key] : context.catalog.referencing(table)) {
    const bool concerned = columns.empty() || std::ranges::any_of(columns, [&](const std::string& c) {
                             return contains(key->referenced_columns, c);
                           });
    if (concerned && other->name != table) lock(context, other->name, LockMode::access_exclusive);
  }
}

std::vector<const Sequence*> owned_sequences(const Context& context, const RelationName& table,
                                             std::string_view column) {
  std::vector<const Sequence*> found;
  const auto candidates = context.catalog.dependents.sequences.find(table);
  if (candidates == context.catalog.dependents.sequences.end()) return found;
  for (const RelationName& name : candidates->second) {
    const Sequence* sequence = context.catalog.sequence(name);
    if (sequence == nullptr || sequence->owned_by_table != table) continue;
    if (column.empty() || sequence->owned_by_column == column) found.push_back(sequence);
  }
  return found;
}

std::vector<std::pair<const Table*, const Column*>> columns_fed_by(const Catalog& catalog,
                                                                   const RelationName& sequence) {
  std::vector<std::pair<const Table*, const Column*>> found;
  for (const auto& [name, table] : catalog.tables)
    for (const Column& column : table.columns)
      if (column.default_value && drawn_from(catalog, *column.default_value) == sequence)
        found.emplace_back(&table, &column);
  return found;
}

std::vector<std::pair<const Table*, const Constraint*>> keys_to(const Catalog& catalog, const Table& table) {
  auto keys = catalog.referencing(table.name);
  const Table* at = &table;
  for (int level = 0; at->partition_of && level < deepest_partition; ++level) {
    at = catalog.table(*at->partition_of);
    if (at == nullptr) break;
    for (const auto& key : catalog.referencing(at->name)) keys.push_back(key);
  }
  return keys;
}

bool sequence_is_free(Context& context, const RelationName& sequence, const RelationName& table,
                      std::string_view column) {
  for (const auto& [other, fed] : columns_fed_by(context.catalog, sequence)) {
    const bool own = other->name == table && (column.empty() || fed->name == column);
    if (own || also_dropped(context, other->name)) continue;
    always_fails(context, "2BP01",
                 fmt::format("the default of {}.{} uses sequence {}", in_prose(other->name),
                             in_prose(fed->name), in_prose(sequence)));
    return false;
  }
  return true;
}

void drop_columns_of_type(Context& context, const RelationName& type) {
  for (const auto& [table, column] : context.catalog.columns_of_type(type)) {
    lock(context, table->name, LockMode::access_exclusive);
    lose(context, Loss::Kind::column, table->name, column->name);
    drop_views_along(context, table->name, column->name);
  }
}

// ---- Labels -----------------------------------------------------------------------------------------------

/// `{a,"b c"}`: each of an array's.
static void use_labels_of_array(Context& context, const TypeName& element, std::string_view literal) {
  while (!literal.empty()) {
    const std::size_t end = literal.find_first_of(",{}");
    std::string_view label = literal.substr(0, end);
    const std::size_t first = label.find_first_not_of(" \"");
    const std::size_t last = label.find_last_not_of(" \"");
    if (first != label.npos) use_label(context, element, label.substr(first, last - first + 1));
    if (end == literal.npos) return;
    literal.remove_prefix(end + 1);
  }
}

void use_label(Context& context, const TypeName& type, std::string_view label) {
  if (type.array_dimensions > 0 && label.starts_with('{')) {
    TypeName element = type;
    element.array_dimensions = 0;
    return use_labels_of_array(context, element, label);
  }
  const Catalog& catalog = context.catalog;
  const Enum* enumeration = catalog.enumeration(catalog.resolve(type));
  if (enumeration == nullptr) return;
  const auto origin = enumeration->label_origins.find(std::string(label));
  if (origin == enumeration->label_origins.end() || !catalog.is_new(origin->second)) return;
  // Labels that CREATE TYPE gave are no trouble; from 17 on neither are those added to a type of the same
  // transaction.
  if (origin->second.statement == enumeration->origin.statement && catalog.is_new(enumeration->origin))
    return;
  if (context.postgres >= 17 && catalog.is_new(enumeration->origin)) return;
  context.effect.new_labels.push_back(
      {enumeration->name, std::string(label), origin->second.statement, context.change});
}

static const TypeName* column_type(const Expression& expression, const Table* table) {
  if (table == nullptr || expression.kind != Expression::Kind::column) return nullptr;
  const Column* column = table->column(expression.value);
  return column == nullptr ? nullptr : &column->type;
}

/// ARRAY['a', 'b']::mood[]
static void use_elements(Context& context, const Expression& array, const TypeName& type) {
  for (const Expression& element : array.args)
    if (array.kind == Expression::Kind::array && element.kind == Expression::Kind::constant)
      use_label(context, type, element.value);
}

void use_labels(Context& context, const Expression& expression, const Table* table,
                const TypeName* assigned_to) {
  if (assigned_to != nullptr && expression.kind == Expression::Kind::constant)
    use_label(context, *assigned_to, expression.value);
  if (assigned_to != nullptr) use_elements(context, expression, *assigned_to);
  walk(expression, [&](const Expression& inner) {
    if (inner.kind == Expression::Kind::cast && !inner.args.empty())
      use_elements(context, inner.args[0], inner.type);
    if (inner.kind == Expression::Kind::cast && !inner.args.empty() &&
        inner.args[0].kind == Expression::Kind::constant)
      use_label(context, inner.type, inner.args[0].value);
    const bool results =
        inner.kind == Expression::Kind::case_when || inner.kind == Expression::Kind::coalesce;
    if (inner.kind != Expression::Kind::op && !results) return;
    const TypeName* type = results ? assigned_to : nullptr;
    for (const Expression& arg : inner.args)
      if (type == nullptr) type = column_type(arg, table);
    if (type == nullptr) return;
    for (const Expression& arg : inner.args)
      if (arg.kind == Expression::Kind::constant) use_label(context, *type, arg.value);
  });
}

}  // namespace miglint
