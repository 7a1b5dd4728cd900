// FROM: what each item brings into scope (parse_clause.c, transformFromClauseItem). A sub-select does not see
// its siblings unless it is LATERAL, a function's arguments do; USING and NATURAL merge columns.

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "analysis/analyser.hpp"
#include "miglint/characters.hpp"

namespace miglint {

ScopeLevel Analyser::level_with(ScopeItem item, const std::vector<std::string>& aliases) {
  if (item.sure && item.known && aliases.size() > item.columns.size())
    refuse("42P10", fmt::format("{} has {} columns and is given {} names", in_prose(item.alias),
                                item.columns.size(), aliases.size()));
  rename_columns(item.columns, aliases, item.known);
  item.sure = item.sure && item.known;
  item.number = ++items_;
  for (ScopeColumn& column : item.columns) {
    column.item = item.number;
    column.literal = nullptr;
  }
  ScopeLevel level{.columns = item.columns, .known = item.known, .sure = item.sure};
  level.items.push_back(std::move(item));
  return level;
}

void Analyser::join(ScopeLevel& level, ScopeLevel&& other) {
  for (const ScopeItem& item : other.items) {
    const auto same = [&](const ScopeItem& before) {
      return !item.alias.empty() && before.alias == item.alias &&
             (before.relation == item.relation || before.aliased || item.aliased);
    };
    if (std::ranges::any_of(level.items, same) && !has_variables)
      refuse("42712", fmt::format("two items of FROM are called {}", in_prose(item.alias)));
  }
  level.known = level.known && other.known;
  level.sure = level.sure && other.sure;
  std::ranges::move(other.items, std::back_inserter(level.items));
  std::ranges::move(other.columns, std::back_inserter(level.columns));
}

ScopeLevel Analyser::from_clause(const std::vector<FromItem>& items, const Scope& outer) {
  ScopeLevel from;
  for (const FromItem& item : items) join(from, level_of(item, from, outer));
  return from;
}

ScopeLevel Analyser::level_of(const FromItem& item, const ScopeLevel& before, const Scope& outer) {
  switch (item.kind) {
    case FromItem::Kind::relation:
      return level_of_relation(item);
    case FromItem::Kind::subquery:
      return of_subquery(item, before, outer);
    case FromItem::Kind::join:
      return of_join(item, before, outer);
    case FromItem::Kind::function:
    case FromItem::Kind::other:
      return of_function(item, before, outer);
  }
  return {};
}

// ---- Relations --------------------------------------------------------------------------------------------

static void add_column(const Table& table, const Column& column, bool sure, ScopeItem& item) {
  item.columns.push_back({.name = column.name,
                          .type = &column.type,
                          .collation = column.collation ? &*column.collation : nullptr,
                          .relation = &table.name,
                          .original = column.name,
                          .sure = sure});
}

static void add_columns(const View& view, bool sure, ScopeItem& item) {
  for (std::size_t at = 0; at < view.columns.size(); ++at)
    item.columns.push_back({.name = view.columns[at],
                            .type = at < view.types.size() ? &view.types[at] : &no_type_name,
                            .relation = &view.name,
                            .original = view.columns[at],
                            .sure = sure});
}

ScopeLevel Analyser::level_of_table(const Table& table, const std::string& alias,
                                    const std::optional<std::vector<std::string>>& names) {
  ScopeItem item{.alias = alias.empty() ? table.name.name : alias, .relation = table.name};
  item.known = table.certain;
  item.sure = table.certain && catalog_.knows(table.name, table.origin);
  item.system_columns = true;
  if (!names)
    for (const Column& column : table.columns) add_column(table, column, item.sure, item);
  else
    for (const std::string& name : *names)
      if (const Column* column = table.column(name)) add_column(table, *column, item.sure, item);
  return level_with(std::move(item), {});
}

ScopeLevel Analyser::level_of_relation(const FromItem& from) {
  ScopeItem item{.alias = from.alias.empty() ? from.relation.name : from.alias,
                 .aliased = !from.alias.empty()};
  if (from.relation.schema.empty())
    for (auto common = common_.rbegin(); common != common_.rend(); ++common)
      if (common->name == from.relation.name) {
        if (common->silent)
          refuse("0A000", fmt::format("the WITH query {} has no RETURNING: nothing can be read from it",
                                      in_prose(common->name)));
        item.aliased = true;
        item.columns = common->output.columns;
        for (ScopeColumn& column : item.columns) column.relation = nullptr;
        item.known = common->output.known;
        item.sure = common->output.sure;
        return level_with(std::move(item), from.column_aliases);
      }
  item.relation = catalog_.resolve(from.relation);
  reads.relations.insert(item.relation);
  if (const Table* table = catalog_.table(item.relation)) {
    item.known = table->certain;
    item.sure = table->certain && catalog_.knows(item.relation, table->origin);
    item.system_columns = true;
    for (const Column& column : table->columns) add_column(*table, column, item.sure, item);
  } else if (const View* view = catalog_.view(item.relation)) {
    item.known = view->certain && view->columns_known;
    item.sure = item.known && catalog_.knows(item.relation, view->origin);
    item.system_columns = view->materialized;
    add_columns(*view, item.sure, item);
  } else {
    item.known = item.sure = false;
    const Composite* composite = composite_named(catalog_, item.relation);
    if (composite != nullptr && catalog_.knows(item.relation, composite->origin))
      refuse("42809", fmt::format("{} is a composite type: it has no rows", in_prose(item.relation)));
    if (catalog_.certainly_missing(from.relation))
      refuse("42P01", fmt::format("{} does not exist", in_prose(item.relation)));
  }
  return level_with(std::move(item), from.column_aliases);
}

// ---- Queries, functions -----------------------------------------------------------------------------------

ScopeLevel Analyser::of_subquery(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
  Scope scope = outer;
  if (from.lateral) scope.push_back(&before);
  QueryOutput output{.known = false, .sure = false};
  if (from.subquery) output = query(*from.subquery, scope);
  if (!from.subquery) reads.known = false;
  return level_with({.alias = from.alias,
                     .columns = std::move(output.columns),
                     .aliased = true,
                     .known = output.known,
                     .sure = output.sure},
                    from.column_aliases);
}

/// unnest() of several arrays is as many calls side by side.
void Analyser::add_unnested(const Expression& call, const Scope& scope, ScopeItem& item) {
  for (const Expression& argument : call.args) {
    const Type element =
        element_of(catalog_, base_of(catalog_, expression(argument, scope, Clause::function)));
    item.columns.push_back({.name = "unnest", .type = keep(element.name), .sure = element.known()});
  }
}

/// Of one of the history's: its OUT parameters, its composite's or table's columns, or its one value. False:
/// not known.
bool Analyser::add_columns_of(const Function& called, const Type& result, std::string_view name,
                              ScopeItem& item) {
  if (!catalog_.knows_functions(called.name)) return false;
  if (called.outputs.size() > 1) {
    int number = 0;
    for (const OutputParameter& output : called.outputs) {
      ++number;
      const std::string& given =
          output.name.empty() ? *kept_names_.insert("column" + std::to_string(number)).first : output.name;
      item.columns.push_back({.name = given, .type = keep(catalog_.resolve(output.type))});
    }
    return true;
  }
  if (called.outputs.size() == 1 && !called.outputs.front().name.empty()) name = called.outputs.front().name;
  if (!result.known()) return false;
  if (result.kind == Type::Kind::composite && !result.is_array()) {
    const RelationName relation{.schema = result.name.schema, .name = result.name.name};
    if (const Table* table = catalog_.table(relation)) {
      for (const Column& column : table->columns)
        item.columns.push_back({.name = column.name, .type = &column.type});
      item.known = table->certain && catalog_.knows(relation, table->origin);
      return true;
    }
    const Composite* composite = composite_named(catalog_, relation);
    if (composite == nullptr) return false;
    for (const ColumnDefinition& attribute : composite->attributes)
      item.columns.push_back({.name = attribute.name, .type = keep(catalog_.resolve(attribute.type))});
    item.known = catalog_.knows(relation, composite->origin);
    return true;
  }
  if (is_pseudo(result) && !result.is_array()) return false;
  item.columns.push_back({.name = name, .type = keep(result.name)});
  item.scalar = result.name;
  return true;
}

/// The columns of a call in FROM: its OUT parameters, a composite's attributes, or one named after the item.
void Analyser::add_function_columns(const FromItem& from, const Expression& call, const Scope& scope,
                                    ScopeItem& item) {
  if (call.function.name == "unnest" && call.call.arguments > 1) return add_unnested(call, scope, item);
  const Type result = expression(call, scope, Clause::function);
  if (call.kind != Expression::Kind::function) {
    item.known = item.sure = false;
    return;
  }
  const std::string& name = call.function.name;
  const std::string_view column = from.alias.empty() || from.calls.size() > 1 ? name : from.alias;
  const Choice choice = std::exchange(chosen_, {});
  const std::vector<OutputColumn> outputs =
      choice.found() ? builtin_outputs(name, choice.candidate.declared) : std::vector<OutputColumn>{};
  for (const OutputColumn& output : outputs)
    item.columns.push_back(
        {.name = output.name, .type = output.type == no_type ? &no_type_name : &builtin(output.type).name});
  if (outputs.size() == 1 && item.columns.size() == 1) item.scalar = *item.columns.front().type;
  if (!outputs.empty()) return;
  if (choice.found() && choice.candidate.function != nullptr &&
      add_columns_of(*choice.candidate.function, result, column, item))
    return;
  const bool user = !choice.found() || choice.candidate.function != nullptr;
  if (!user && result.known() && result.kind == Type::Kind::builtin && !is_pseudo(result)) {
    item.columns.push_back({.name = column, .type = keep(result.name)});
    return;
  }
  // By the name alone where the arguments' types are not known: all forms give one column, of one name.
  const std::vector<Procedure> forms = builtin_procedures(name);
  const bool single = !forms.empty() && functions_named(catalog_, call.function).empty() &&
                      std::ranges::all_of(forms, [&](const Procedure& form) {
                        return form.result != "record"_type && form.result != "anyelement"_type &&
                               builtin_outputs(name, form.arguments).empty();
                      });
  if (single) {
    item.columns.push_back(
        {.name = column, .type = result.known() && !is_pseudo(result) ? keep(result.name) : &no_type_name});
    return;
  }
  const std::vector<OutputColumn> guess =
      forms.size() == 1 ? builtin_outputs(name, forms.front().arguments) : std::vector<OutputColumn>{};
  for (const OutputColumn& output : guess)
    item.columns.push_back({.name = output.name, .type = &builtin(output.type).name});
  item.known = item.sure = !guess.empty();
}

/// A function's arguments see what stands before it.
ScopeLevel Analyser::of_function(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
  Scope scope = outer;
  scope.push_back(&before);
  ScopeItem item{.alias = from.alias, .aliased = true};
  if (from.kind == FromItem::Kind::other) {
    for (const Expression& inside : from.calls) expression(inside, scope, Clause::function);
    item.known = item.sure = false;
    return level_with(std::move(item), from.column_aliases);
  }
  for (const Expression& call : from.calls) {
    if (from.definitions.empty()) {
      add_function_columns(from, call, scope, item);
    } else {
      expression(call, scope, Clause::function);
    }
  }
  if (from.calls.size() > 1 && !from.definitions.empty()) item.known = item.sure = false;
  for (const OutputDefinition& definition : from.definitions)
    item.columns.push_back({.name = definition.name, .type = keep(catalog_.resolve(definition.type))});
  if (from.ordinality) item.columns.push_back({.name = "ordinality", .type = &builtin("int8"_type).name});
  return level_with(std::move(item), from.column_aliases);
}

// ---- Joins ------------------------------------------------------------------------------------------------

/// What it holds may name what stands before it in FROM.
static bool sees_siblings(const FromItem& item) {
  if (item.kind == FromItem::Kind::relation) return false;
  if (item.kind == FromItem::Kind::subquery) return item.lateral;
  return item.kind != FromItem::Kind::join || std::ranges::any_of(item.sides, sees_siblings);
}

ScopeLevel Analyser::of_join(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
  ScopeLevel left = level_of(from.sides[0], before, outer);
  ScopeLevel seen;
  const bool looks_left = sees_siblings(from.sides[1]);
  if (looks_left) {
    seen = before;
    std::ranges::copy(left.items, std::back_inserter(seen.items));
    std::ranges::copy(left.columns, std::back_inserter(seen.columns));
    seen.known = seen.known && left.known;
    seen.sure = seen.sure && left.sure;
  }
  ScopeLevel right = level_of(from.sides[1], looks_left ? seen : before, outer);
  std::vector<std::string_view> shared(from.using_columns.begin(), from.using_columns.end());
  bool known = true;
  if (from.natural) {
    known = left.known && right.known;
    for (const ScopeColumn& column : left.columns)
      if (column_named(right.columns, column.name) != nullptr) shared.push_back(column.name);
    reads.known = reads.known && known;
  }
  for (auto name = shared.begin(); name != shared.end(); ++name)
    if (!from.natural && std::find(shared.begin(), name, *name) != name)
      refuse("42701", fmt::format("USING names {} twice", in_prose(*name)));
  ScopeLevel joined = merge(std::move(left), std::move(right), shared);
  joined.known = joined.known && known;
  joined.sure = joined.sure && known;
  if (!from.using_alias.empty()) {
    ScopeItem shared_item{.alias = from.using_alias, .known = joined.known, .sure = joined.sure};
    for (const std::string& name : from.using_columns)
      if (const ScopeColumn* column = column_named(joined.columns, name))
        shared_item.columns.push_back(*column);
    joined.items.push_back(std::move(shared_item));
  }
  // ON sees the two sides, and what is outside.
  Scope scope = outer;
  scope.push_back(&joined);
  if (from.condition) condition(*from.condition, scope, Clause::join, "JOIN … ON");
  if (from.alias.empty()) return joined;
  return level_with(
      {.alias = from.alias, .columns = std::move(joined.columns), .known = joined.known, .sure = joined.sure},
      from.column_aliases);
}

/// The one column that two become; they are compared with `=`.
void Analyser::meet_in_using(const ScopeColumn& left, const ScopeColumn& right, ScopeColumn& both) {
  const Type one = to_type(catalog_, *left.type), other = to_type(catalog_, *right.type);
  const std::optional<Type> common = common_type(catalog_, {one, other});
  if (*left.type != *right.type) both.type = common && common->known() ? keep(common->name) : &no_type_name;
  if (!left.sure || !right.sure) return;
  if (!common && knows_operators(catalog_))
    refuse("42804", fmt::format("USING ({}) can't bring {} and {} together", in_prose(both.name),
                                sql_in_prose(format_type(*left.type, catalog_)),
                                sql_in_prose(format_type(*right.type, catalog_))));
  static const Expression nothing;
  apply_operator("=", {&nothing, &nothing}, {one, other});
}

/// The shared columns come first, once; the view depends on them on both sides, named or not.
ScopeLevel Analyser::merge(ScopeLevel left, ScopeLevel right, const std::vector<std::string_view>& shared) {
  std::vector<ScopeColumn> merged;
  for (const std::string_view name : shared) {
    const ScopeColumn* one = use_in(left, name);
    const ScopeColumn* other = use_in(right, name);
    ScopeColumn column{.name = name, .type = one == nullptr ? &no_type_name : one->type};
    column.sure = one != nullptr && one->sure && other != nullptr && *other->type == *one->type;
    if (one != nullptr && other != nullptr) meet_in_using(*one, *other, column);
    merged.push_back(column);
    if (one != nullptr) left.columns.erase(left.columns.begin() + (one - left.columns.data()));
    if (other != nullptr) right.columns.erase(right.columns.begin() + (other - right.columns.data()));
  }
  left.columns.insert(left.columns.begin(), merged.begin(), merged.end());
  join(left, std::move(right));
  return left;
}

}  // namespace miglint
