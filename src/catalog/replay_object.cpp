// Everything that is not a table, an index, a constraint, a type or a function: schemas, extensions,
// sequences, views, triggers, policies, rules, statistics.

#include <algorithm>

#include "analysis/output_columns.hpp"
#include "catalog/knowledge.hpp"
#include "catalog/naming.hpp"
#include "catalog/replay.hpp"
#include "catalog/routines.hpp"

namespace miglint {

// ---- Schemas and extensions -------------------------------------------------------------------------------

Replayed apply(Replaying& replaying, const CreateSchema& change) {
  Catalog& catalog = replaying.catalog;
  if (catalog.schemas.contains(change.schema))
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  save_entry(catalog, &Catalog::schemas, change.schema);
  catalog.schemas.insert(change.schema);
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const CreateExtension& change) {
  Catalog& catalog = replaying.catalog;
  if (catalog.extensions.contains(change.extension))
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  save_entry(catalog, &Catalog::extensions, change.extension);
  catalog.extensions[change.extension] =
      change.schema.empty() ? catalog.creation_name(RelationName{{}, "x"}).schema : change.schema;
  if (!brings_no_relations(change.extension)) {
    catalog.complete = false;
    catalog.dropped.clear();
  }
  return Replayed::done;
}

// ---- Sequences --------------------------------------------------------------------------------------------

static void set_owner(Catalog& catalog, Sequence& sequence, const RelationName& table,
                      const std::string& column) {
  if (table.empty()) return;
  sequence.owned_by_table = catalog.resolve(table);
  sequence.owned_by_column = column;
  catalog.dependents.sequences[sequence.owned_by_table].insert(sequence.name);
}

Replayed apply(Replaying& replaying, const CreateSequence& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName name = name_of_new(catalog, change.sequence, change.persistence);
  if (name.schema == "pg_temp") find_temporary_first(catalog);
  if (catalog.relation_exists(name)) return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  Sequence& sequence = put(catalog, &Catalog::sequences, name,
                           Sequence{.name = name,
                                    .type = change.type,
                                    .options = change.options,
                                    .owner = current_role(catalog),
                                    .origin = here(catalog)});
  SequenceOptions& options = sequence.options;
  options.restart.reset();
  if (!options.start)
    options.start =
        options.increment.value_or(1) > 0 ? options.minimum.value_or(1) : options.maximum.value_or(-1);
  set_owner(catalog, sequence, change.owned_by_table, change.owned_by_column);
  return Replayed::done;
}

static void merge(SequenceOptions& options, const SequenceOptions& written) {
  // one that counts the other way keeps its bounds, which are those of the old direction
  const bool turned = written.increment && (*written.increment > 0) != (options.increment.value_or(1) > 0);
  if (turned) options.no_minimum = options.no_maximum = true;
  if (written.increment) options.increment = written.increment;
  if (written.start) options.start = written.start;
  if (written.cache) options.cache = written.cache;
  if (written.minimum || written.no_minimum) options.minimum = written.minimum;
  if (written.maximum || written.no_maximum) options.maximum = written.maximum;
}

Replayed apply(Replaying& replaying, const AlterSequence& change) {
  Catalog& catalog = replaying.catalog;
  Sequence* sequence = edit(catalog, &Catalog::sequences, catalog.resolve(change.sequence));
  if (sequence == nullptr) return Replayed::done;
  if (!change.type.empty()) sequence->type = change.type;
  merge(sequence->options, change.options);
  set_owner(catalog, *sequence, change.owned_by_table, change.owned_by_column);
  if (change.owned_by_none) {
    sequence->owned_by_table = {};
    sequence->owned_by_column.clear();
  }
  return Replayed::done;
}

// ---- Views ------------------------------------------------------------------------------------------------

/// The relations of a FROM clause, joins included; what is in sub-selects is none of the view's own.
static void add_relations(const std::vector<FromItem>& items, std::vector<const FromItem*>& relations) {
  for (const FromItem& item : items) {
    if (item.kind == FromItem::Kind::relation) relations.push_back(&item);
    if (item.kind == FromItem::Kind::join) add_relations(item.sides, relations);
  }
}

static bool names_column_of(const Expression& expression, const FromItem& item, std::string_view column) {
  const std::string& name = item.alias.empty() ? item.relation.name : item.alias;
  return expression.kind == Expression::Kind::column && expression.value == column &&
         (expression.qualifier.empty() || expression.qualifier == name);
}

/// A view that has a column outside of an aggregate which it does not group by has it because it groups by
/// its table's primary key, and depends on that key (parse_agg.c, check_ungrouped_columns).
static bool needs_key(const CreateView& change, const FromItem& item, const Table& table) {
  const auto is_grouped = [&](std::string_view column) {
    return std::ranges::any_of(change.group_by,
                               [&](const Expression& key) { return names_column_of(key, item, column); });
  };
  const Constraint* key = table.primary_key();
  if (key == nullptr || !std::ranges::all_of(key->columns, is_grouped)) return false;
  return std::ranges::any_of(change.query_output, [&](const Expression& target) {
    const Expression& bare = without_casts(target);
    return names_column_of(bare, item, bare.value) && !is_grouped(bare.value) &&
           table.column(bare.value) != nullptr;
  });
}

static std::set<RelationName> keys_grouped_by(const Catalog& catalog, const CreateView& change) {
  std::set<RelationName> keys;
  std::vector<const FromItem*> relations;
  if (!change.group_by.empty() && change.query.scoped) add_relations(change.query.scoped->from, relations);
  for (const FromItem* item : relations)
    if (const Table* table = catalog.table(item->relation); table && needs_key(change, *item, *table))
      keys.insert(table->name);
  return keys;
}

QueryColumns view_columns(const Catalog& catalog, const CreateView& change) {
  return query_columns(catalog, change.query, change.column_aliases);
}

/// `c::text` of a text column is the column; of another it is computed.
static const Expression* without_idle_cast(const Catalog& catalog, const Table* table,
                                           const Expression* target) {
  if (target->kind != Expression::Kind::cast || target->args.empty() || table == nullptr) return target;
  const Expression* cast = &target->args.front();
  const Column* column = cast->kind == Expression::Kind::column ? table->column(cast->value) : nullptr;
  return column != nullptr && column->type == catalog.resolve(target->type) ? cast : target;
}

/// `output` is the view's columns, all of them known. A star is followed where the table's columns are.
static std::vector<std::string> columns_written(const Catalog& catalog, const CreateView& change,
                                                const QueryColumns& output) {
  const Table* table = catalog.table(change.query.relations.front());
  std::vector<std::string> written;
  for (const Expression& written_out : change.query_output) {
    const Expression& target = *without_idle_cast(catalog, table, &written_out);
    const bool star = target.kind == Expression::Kind::other && target.value == "*";
    if (star && table == nullptr) return {};
    if (star)
      for (const Column& column : table->columns) written.push_back(column.name);
    else
      written.push_back(target.kind == Expression::Kind::column ? target.value : "");
  }
  if (written.size() != output.columns.size()) written.clear();
  return written;
}

/// The triggers and rules of a view that is replaced stay.
static Boxed<View::Writing> writing_of(const Catalog& catalog, const CreateView& change,
                                       const QueryColumns& output, const View* replaced) {
  if (replaced != nullptr && !replaced->writing) return std::nullopt;
  if (change.materialized) return std::nullopt;
  View::Writing writing{.combines_rows = change.combines_rows,
                        .check_option = change.check_option,
                        .redirected = replaced != nullptr && replaced->writing->redirected,
                        .where = change.where};
  if (!change.combines_rows && output.known && !change.query.relations.empty())
    writing.columns = columns_written(catalog, change, output);
  return writing;
}

/// The types that it casts to in its target list.
static std::set<RelationName> types_named(const Catalog& catalog, const CreateView& change) {
  std::set<RelationName> types;
  for (const Expression& target : change.query_output)
    walk(target, [&](const Expression& part) {
      if (part.kind != Expression::Kind::cast) return;
      TypeName type = catalog.resolve(part.type);
      if (type.schema != "pg_catalog") types.insert({std::move(type.schema), std::move(type.name)});
    });
  return types;
}

Replayed apply(Replaying& replaying, const CreateView& change) {
  Catalog& catalog = replaying.catalog;
  const RelationName name = name_of_new(catalog, change.view, view_persistence(catalog, change));
  if (name.schema == "pg_temp") find_temporary_first(catalog);
  const auto existing = catalog.views.find(name);
  const bool replaces =
      change.or_replace && existing != catalog.views.end() && !existing->second.materialized;
  const bool doubtful = existing != catalog.views.end() && !existing->second.certain;
  if (catalog.relation_exists(name) && !replaces && !doubtful)
    return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  auto [columns, columns_known, reads, refusal] = analyse(catalog, change.query, change.column_aliases);
  if (refusal) return Replayed::refused;
  for (const RelationName& relation : reads.relations)
    if (catalog.certainly_missing(relation)) return Replayed::refused;
  QueryColumns output{.columns = std::move(columns), .known = columns_known};
  if (refused_output(catalog, output)) return Replayed::refused;
  const Origin origin = replaces ? existing->second.origin : here(catalog);
  View view{.name = name,
            .materialized = change.materialized,
            .populated = change.with_data,
            .types_named = types_named(catalog, change),
            .owner = replaces ? existing->second.owner : current_role(catalog),
            .keys = keys_grouped_by(catalog, change),
            .relations = std::move(reads.relations),
            .uses = std::move(reads.uses),
            .uses_known = reads.known,
            .columns_known = output.known,
            .functions = made_functions(catalog, change.query.functions),
            .writing = writing_of(catalog, change, output, replaces ? &existing->second : nullptr),
            .origin = origin};
  if (replaces) view.triggers = existing->second.triggers;
  if (replaces) view.rules = existing->second.rules;
  for (Column& column : output.columns) {
    view.columns.push_back(std::move(column.name));
    view.types.push_back(column.type.schema == "pg_catalog" ? std::move(column.type) : TypeName{});
  }
  note_dependents(catalog, put(catalog, &Catalog::views, name, std::move(view)));
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const RefreshMaterializedView& change) {
  if (View* view = edit(replaying.catalog, &Catalog::views, replaying.catalog.resolve(change.view)))
    view->populated = change.with_data;
  return Replayed::done;
}

// ---- What hangs on a table --------------------------------------------------------------------------------

/// Adds or, with OR REPLACE, replaces the one of the same name.
template <class Thing>
static Replayed add_named(std::vector<Thing>& things, Thing thing, bool or_replace) {
  const auto existing = std::find_if(things.begin(), things.end(),
                                     [&](const Thing& other) { return other.name == thing.name; });
  if (existing == things.end()) {
    things.push_back(std::move(thing));
  } else if (or_replace) {
    *existing = std::move(thing);
  } else {
    return Replayed::refused;
  }
  return Replayed::done;
}

static bool is_view(const Catalog& catalog, const RelationName& name) {
  return catalog.views.contains(catalog.resolve(name));
}

static Replayed redirect_writing(Catalog& catalog, const RelationName& name) {
  View* view = edit(catalog, &Catalog::views, catalog.resolve(name));
  if (view != nullptr && view->writing) view->writing.own().redirected = true;
  return Replayed::done;
}

static Trigger make_trigger(const Catalog& catalog, const CreateTrigger& change) {
  Trigger trigger{.name = change.name,
                  .update_of = change.update_of,
                  .function = change.function,
                  .constraint = change.constraint,
                  .for_each_row = change.for_each_row,
                  .origin = here(catalog)};
  if (!change.when) return trigger;
  trigger.when_columns = columns_of(*change.when);
  trigger.functions = made_functions(catalog, functions_in(*change.when));
  return trigger;
}

Replayed apply(Replaying& replaying, const CreateTrigger& change) {
  Catalog& catalog = replaying.catalog;
  Trigger trigger = make_trigger(catalog, change);
  if (View* view = edit(catalog, &Catalog::views, catalog.resolve(change.table))) {
    redirect_writing(catalog, change.table);
    return add_named(view->triggers, std::move(trigger), change.or_replace);
  }
  Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  const RelationName name = table->name;
  const bool cloned = change.for_each_row && table->kind == Table::Kind::partitioned;
  if (add_named(table->triggers, trigger, change.or_replace) == Replayed::refused) return Replayed::refused;
  if (change.constraint) catalog.dependents.constraints[{name.schema, change.name}].insert(name);
  trigger.inherited = true;
  for (const RelationName& member : cloned ? family(catalog, name, false) : std::vector<RelationName>{})
    if (member != name) add_named(edit(catalog, &Catalog::tables, member)->triggers, trigger, true);
  return Replayed::done;
}

/// A sub-select's columns are its own tables'.
static void take_reads(Catalog& catalog, const Table& table, const std::vector<Expression>& expressions,
                       Policy& policy) {
  Reads reads;
  for (const Expression& expression : expressions) {
    Reads read = analyse(catalog, expression, &table, Place::policy).reads;
    reads.relations.merge(read.relations);
    reads.uses.merge(read.uses);
  }
  policy.columns.clear();
  for (const auto& [relation, column] : reads.uses)
    if (relation == table.name) policy.columns.push_back(column);
  policy.relations = reads.relations;
  policy.relations.erase(table.name);
  for (const RelationName& relation : policy.relations) catalog.dependents.views[relation].insert(table.name);
}

static void take_calls(const Catalog& catalog, const std::vector<Expression>& expressions, Policy& policy) {
  policy.functions.clear();
  for (const Expression& expression : expressions)
    policy.functions.merge(made_functions(catalog, functions_in(expression)));
}

Replayed apply(Replaying& replaying, const CreatePolicy& change) {
  Table* table = edit_table(replaying.catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  Policy policy{.name = change.name,
                .roles = change.roles,
                .command = change.command,
                .origin = here(replaying.catalog)};
  take_reads(replaying.catalog, *table, change.expressions, policy);
  take_calls(replaying.catalog, change.expressions, policy);
  return add_named(table->policies, std::move(policy), false);
}

Replayed apply(Replaying& replaying, const AlterPolicy& change) {
  Table* table = edit_table(replaying.catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  for (Policy& policy : table->policies)
    if (policy.name == change.name && !change.expressions.empty()) {
      take_reads(replaying.catalog, *table, change.expressions, policy);
      take_calls(replaying.catalog, change.expressions, policy);
    }
  return Replayed::done;
}

/// Up to PostgreSQL 15 an ON SELECT rule makes its table a view (rewriteDefine.c, DefineQueryRewrite); from
/// 16 on it is refused.
static Replayed make_view(Replaying& replaying, const Table& table, const CreateRule& change) {
  Catalog& catalog = replaying.catalog;
  doubt_names(catalog, replaying.statement);
  View view{.name = table.name, .owner = table.owner, .uses_known = false, .origin = here(catalog)};
  for (const Column& column : table.columns) {
    view.columns.push_back(column.name);
    view.types.push_back(column.type.schema == "pg_catalog" ? column.type : TypeName{});
  }
  for (const RelationName& relation : change.query.relations)
    view.relations.insert(catalog.resolve(relation));
  erase(catalog, &Catalog::tables, RelationName(table.name));
  const RelationName name = view.name;
  note_dependents(catalog, put(catalog, &Catalog::views, name, std::move(view)));
  return Replayed::done;
}

Replayed apply(Replaying& replaying, const CreateRule& change) {
  if (is_view(replaying.catalog, change.table)) {
    redirect_writing(replaying.catalog, change.table);
    View* view = edit(replaying.catalog, &Catalog::views, replaying.catalog.resolve(change.table));
    return add_named(view->rules, {.name = change.name, .origin = here(replaying.catalog)},
                     change.or_replace);
  }
  Table* table = edit_table(replaying.catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  if (change.name == "_RETURN") return make_view(replaying, *table, change);
  std::set<RelationName> relations;
  for (const RelationName& relation : change.query.relations)
    relations.insert(replaying.catalog.resolve(relation));
  relations.erase(table->name);
  for (const RelationName& relation : relations)
    replaying.catalog.dependents.views[relation].insert(table->name);
  return add_named(table->rules,
                   {.name = change.name,
                    .columns = change.columns,
                    .functions = made_functions(replaying.catalog, change.query.functions),
                    .relations = std::move(relations),
                    .origin = here(replaying.catalog)},
                   change.or_replace);
}

Replayed apply(Replaying& replaying, const CreateStatistics& change) {
  Catalog& catalog = replaying.catalog;
  const Table* table = edit_table(catalog, change.table);
  if (table == nullptr) return Replayed::refused;
  const RelationName name = catalog.creation_name(
      change.name.empty() ? RelationName{{}, make_object_name(table->name.name, {}, "stat")} : change.name);
  if (catalog.statistics.contains(name)) return change.if_not_exists ? Replayed::skipped : Replayed::refused;
  put(catalog, &Catalog::statistics, name,
      Statistics{.name = name, .table = table->name, .columns = change.columns});
  return Replayed::done;
}

}  // namespace miglint
