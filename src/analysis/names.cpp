// Columns as expressions name them (parse_relation.c, parse_expr.c, transformColumnRef).

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "analysis/analyser.hpp"
#include "analysis/polymorphism.hpp"
#include "miglint/characters.hpp"

namespace miglint {

bool is_system_column(std::string_view column) {
  static constexpr auto names =
      std::to_array<std::string_view>({"cmax", "cmin", "ctid", "tableoid", "xmax", "xmin"});
  return std::ranges::binary_search(names, column);
}

void Analyser::refuse(std::string_view sqlstate, std::string reason) {
  if (!refusal) refusal = Refusal{std::string(sqlstate), std::move(reason)};
}

// ---- Dependencies -----------------------------------------------------------------------------------------

void Analyser::use(const ScopeColumn& column) {
  if (column.relation != nullptr) reads.uses.emplace(*column.relation, column.original);
}

void Analyser::use_all_of(const std::vector<ScopeColumn>& columns, bool known) {
  for (const ScopeColumn& column : columns) use(column);
  reads.known = reads.known && known;
}

/// PostgreSQL accepted the query, so one of them has it; a name that none may have is an output column's or a
/// system column.
void Analyser::use_candidate(const std::vector<const ScopeItem*>& candidates, std::string_view column) {
  if (candidates.size() > 1) {
    reads.known = false;
  } else if (candidates.size() == 1 && !candidates.front()->relation.empty()) {
    reads.uses.emplace(candidates.front()->relation, column);
  }
}

/// A column named by USING.
const ScopeColumn* Analyser::use_in(const ScopeLevel& level, std::string_view name) {
  if (const ScopeColumn* column = column_named(level.columns, name)) {
    use(*column);
    if (std::ranges::count(level.columns, name, &ScopeColumn::name) > 1 && is_sure({&level}))
      refuse("42702", fmt::format("{} of USING is in one of the sides more than once", in_prose(name)));
    return column;
  }
  std::vector<const ScopeItem*> candidates;
  for (const ScopeItem& item : level.items)
    if (!item.known) candidates.push_back(&item);
  if (candidates.empty() && level.sure && is_sure({&level}))
    refuse("42703", fmt::format("{} is not a column of both sides of USING", in_prose(name)));
  use_candidate(candidates, name);
  return nullptr;
}

// ---- Columns ----------------------------------------------------------------------------------------------

std::optional<Type> Analyser::parameter_named(std::string_view qualifier, std::string_view name) const {
  if (parameters == nullptr || (!qualifier.empty() && qualifier != function)) return std::nullopt;
  for (const Parameter& parameter : *parameters)
    if (!parameter.name.empty() && parameter.name == name)
      return to_type(catalog_, catalog_.resolve(parameter.type));
  return std::nullopt;
}

/// `t.f` is also f(t).
static bool is_row_function(const Catalog& catalog, const std::string& name) {
  if (!functions_named(catalog, {.name = name}).empty()) return true;
  return std::ranges::any_of(builtin_procedures(name), [](const Procedure& procedure) {
    if (procedure.arguments.size() != 1) return false;
    const TypeId argument = procedure.arguments.front();
    return argument != no_type &&
           (argument == "any"_type || argument == "record"_type || argument == "anyelement"_type ||
            argument == "anynonarray"_type || argument == "anycompatible"_type);
  });
}

void Analyser::refuse_name(const Expression& column, const NameFound& found, const Scope& scope) {
  const auto is_qualifier = [&](const Parameter& parameter) { return parameter.name == column.qualifier; };
  if (parameters != nullptr && !column.qualifier.empty() && std::ranges::any_of(*parameters, is_qualifier))
    return;  // a field of it
  if (has_variables || !is_sure(scope) || is_row_function(catalog_, column.value)) return;
  if (!column.qualifier.empty() && found.item == nullptr) {
    if (column.qualifier == function) return;
    return refuse("42P01", fmt::format("nothing in FROM is called {}", in_prose(column.qualifier)));
  }
  if (found.item != nullptr)
    return refuse("42703",
                  fmt::format("{} has no column {}", in_prose(found.item->alias), in_prose(column.value)));
  if (scope.size() == 1 && scope.front()->items.size() == 1)
    return refuse("42703", fmt::format("{} has no column {}", in_prose(scope.front()->items.front().alias),
                                       in_prose(column.value)));
  refuse("42703", fmt::format("there is no column {}", in_prose(column.value)));
}

static bool has_system_column(const ScopeItem* item, const Scope& scope, std::string_view name) {
  if (!is_system_column(name)) return false;
  if (item != nullptr) return item->system_columns || !item->known;
  return std::ranges::any_of(scope, [](const ScopeLevel* level) {
    return std::ranges::any_of(level->items,
                               [](const ScopeItem& one) { return one.system_columns || !one.known; });
  });
}

static Type system_column_type(std::string_view name) {
  return builtin(name == "ctid"        ? "tid"_type
                 : name == "tableoid"  ? "oid"_type
                 : name.front() == 'c' ? "cid"_type
                                       : "xid"_type);
}

Type Analyser::column(const Expression& column, const Scope& scope) {
  const NameFound found = look_up({.qualifier = column.qualifier, .column = column.value}, scope);
  if (found.column != nullptr) {
    // It may be an item's further in of which not all is known.
    if (!found.candidates.empty()) {
      reads.known = false;
      return {};
    }
    use(*found.column);
    if (found.ambiguous && is_sure(scope))
      refuse("42702",
             fmt::format("{} is ambiguous: more than one relation in FROM has it", in_prose(column.value)));
    return found.column->sure ? to_type(catalog_, *found.column->type) : Type{};
  }
  if (const std::optional<Type> parameter = parameter_named(column.qualifier, column.value))
    return *parameter;
  if (found.whole != nullptr) {
    const ScopeItem& item = *found.whole;
    if (item.relation.empty()) return item.scalar.empty() ? Type{} : to_type(catalog_, item.scalar);
    return to_type(catalog_, {.schema = item.relation.schema, .name = item.relation.name});
  }
  if (place == Place::domain_check && column.qualifier.empty() && column.value == "value")
    return domain_value;
  if (has_system_column(found.item, scope, column.value)) return system_column_type(column.value);
  if (found.candidates.empty()) {
    refuse_name(column, found, scope);
  } else {
    use_candidate(found.candidates, column.value);
  }
  return {};
}

}  // namespace miglint
