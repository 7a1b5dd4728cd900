// Views. Making one reads the catalog only; replacing one must keep its columns and add new ones at the end;
// a materialized view runs its query.

#include <algorithm>
#include <fmt/format.h>

#include "analysis/output_columns.hpp"
#include "catalog/naming.hpp"
#include "effect/changes.hpp"
#include "effect/conversion.hpp"
#include "effect/dependents.hpp"
#include "effect/infer.hpp"
#include "effect/queries.hpp"

namespace miglint {

bool is_read(Context& context, const RelationName& relation) {
  if (relation.schema.empty() && context.catalog.certainly_missing(relation)) return false;
  return relation_is_there(context, relation);
}

void read(Context& context, const QuerySummary& query, bool executed, bool with_queries) {
  for (const RelationName& relation : query.relations) {
    if (!relation.schema.empty() && context.catalog.schema_certainly_missing(relation.schema))
      return always_fails(context, "42P01", fmt::format("{} does not exist", in_prose(relation)));
    if (with_queries && !is_read(context, relation)) continue;
    if (!relation_is_there(context, relation)) return;
    lock(context, relation, LockMode::access_share);
    const View* view = context.catalog.view(relation);
    if (view != nullptr && !view->materialized && executed) {
      for (const RelationName& source : view->relations) {
        lock(context, source, LockMode::access_share);
        scan(context, source);
      }
    } else if (executed) {
      scan(context, relation);
    }
  }
}

/// Strings are left out: whether an expression over them gives varchar or text, and of which length, is not
/// known well enough.
static bool is_other_output(const TypeName& old_type, const TypeName& new_type, const Catalog& catalog) {
  if (old_type.empty() || new_type.empty() || (is_string(old_type, catalog) && is_string(new_type, catalog)))
    return false;
  return old_type.name != new_type.name || old_type.array_dimensions != new_type.array_dimensions;
}

static bool types_stay(Context& context, const std::vector<Column>& columns, const View& existing) {
  for (std::size_t at = 0; at < std::min(columns.size(), existing.types.size()); ++at) {
    const TypeName& old_type = existing.types[at];
    if (!is_other_output(old_type, columns[at].type, context.catalog)) continue;
    always_fails(context, "42P16",
                 fmt::format("column {} of {} would become {}, and is {}: drop the view and create it again",
                             in_prose(columns[at].name), in_prose(existing.name),
                             sql_in_prose(format_type(columns[at].type, context.catalog)),
                             sql_in_prose(format_type(old_type, context.catalog))));
    return false;
  }
  return true;
}

static bool columns_stay(Context& context, const QueryColumns& output, const View& existing) {
  const std::vector<Column>& columns = output.columns;
  if (!output.known || !existing.certain || !existing.columns_known || existing.columns.empty()) return true;
  const std::string view = in_prose(existing.name);
  if (columns.size() < existing.columns.size()) {
    always_fails(context, "42P16",
                 fmt::format("{} would lose its column {}: drop the view and create it again", view,
                             in_prose(existing.columns[columns.size()])));
    return false;
  }
  for (std::size_t at = 0; at < existing.columns.size(); ++at) {
    if (columns[at].name == existing.columns[at]) continue;
    always_fails(context, "42P16",
                 fmt::format("column {} of {} would become {}: new columns go at the end",
                             in_prose(existing.columns[at]), view, in_prose(columns[at].name)));
    return false;
  }
  return types_stay(context, columns, existing);
}

static void use_labels_of_joins(Context& context, const std::vector<FromItem>& items) {
  for (const FromItem& item : items) {
    if (item.condition) use_labels(context, *item.condition, nullptr);
    use_labels_of_joins(context, item.sides);
  }
}

static void use_labels_of(Context& context, const CreateView& change) {
  const Table* table =
      change.query.relations.size() == 1 ? context.catalog.table(change.query.relations.front()) : nullptr;
  for (const Expression& output : change.query_output) use_labels(context, output, table);
  if (!change.query.scoped) return;
  if (change.query.scoped->where) use_labels(context, *change.query.scoped->where, table);
  use_labels_of_joins(context, change.query.scoped->from);
}

/// What a view can't have (view.c, DefineView; analyze.c, transformCreateTableAsStmt).
static bool is_sound(Context& context, const CreateView& change, const RelationName& name) {
  const auto refuse = [&](std::string_view reason) {
    always_fails(context, "0A000", fmt::format("{} {}", in_prose(name), reason));
    return false;
  };
  const bool modifies =
      change.query.scoped && std::ranges::any_of(change.query.scoped->with, [](const CommonTable& one) {
        return one.query && one.query->modification;
      });
  if (modifies) return refuse("would change rows in its WITH");
  if (change.check_option && change.combines_rows)
    return refuse("can't be written to, and so can have no CHECK OPTION");
  return true;
}

void apply(Context& context, const CreateView& change) {
  const RelationName name =
      name_of_new(context.catalog, change.view, view_persistence(context.catalog, change));
  const QueryColumns output = view_columns(context.catalog, change);
  if (context.catalog.relation_exists(name)) {
    const View* existing = context.catalog.view(name);
    if (change.if_not_exists) return;
    if (existing != nullptr && !existing->certain) return;  // it may have gone with a column
    if (change.or_replace && existing != nullptr && existing->materialized)
      return always_fails(context, "42809", fmt::format("{} is a materialized view", in_prose(name)));
    if (!change.or_replace)
      return always_fails(context, "42P07", fmt::format("{} exists already", in_prose(name)));
    if (existing == nullptr)
      return always_fails(context, "42809", fmt::format("{} is not a view", in_prose(name)));
    lock(context, name, LockMode::access_exclusive);
    if (!columns_stay(context, output, *existing)) return;
  }
  if (!context.catalog.relation_exists(name) && context.catalog.type_exists(name))
    return always_fails(context, "42710", fmt::format("type {} exists already", in_prose(name)));
  if (output.refusal) return always_fails(context, output.refusal->sqlstate, output.refusal->reason);
  if (!is_sound(context, change, name)) return;
  if (const auto refused = refused_output(context.catalog, output))
    return always_fails(context, refused->sqlstate, fmt::format("{} {}", in_prose(name), refused->reason));
  use_labels_of(context, change);
  read(context, change.query, change.materialized && change.with_data);
}

/// No predicate, or one that folds to true.
static bool covers_all_rows(const Index& index) {
  return !index.where || evaluate(*index.where, [](std::string_view) { return nullptr; }) == Verdict::yes;
}

static bool has_refresh_key(const View& view) {
  return std::ranges::any_of(view.indexes, [](const Index& index) {
    const bool plain =
        std::ranges::none_of(index.elements, [](const IndexElement& e) { return e.column.empty(); });
    return index.unique && covers_all_rows(index) && plain;
  });
}

/// The view reads one table, of which these columns are a key.
static bool is_key_below(const Catalog& catalog, const View& view, const Index& index) {
  const Table* table = view.relations.size() == 1 ? catalog.table(*view.relations.begin()) : nullptr;
  return table != nullptr && std::ranges::any_of(table->indexes, [&](const Index& key) {
           return key.unique && !key.where && key.columns() == index.columns();
         });
}

void apply(Context& context, const RefreshMaterializedView& change) {
  lock(context, change.view, change.concurrently ? LockMode::exclusive : LockMode::access_exclusive);
  if (!relation_is_there(context, change.view)) return;
  const View* view = context.catalog.view(change.view);
  if (view == nullptr) return;
  if (change.concurrently && view->certain) {
    if (!view->populated)
      return always_fails(
          context, "0A000",
          fmt::format("{} holds no data yet: refresh it without CONCURRENTLY first", in_prose(view->name)));
    if (!has_refresh_key(*view))
      return always_fails(
          context, "55000",
          fmt::format("{} has no unique index: CONCURRENTLY needs one", in_prose(view->name)));
  }
  if (!change.with_data) return;
  for (const RelationName& source : view->relations) {
    lock(context, source, LockMode::access_share);
    scan(context, source);
  }
  if (change.concurrently)
    scan(context, view->name);
  else
    for (const Index& index : view->indexes) rebuild(context, index.name);
  for (const Index& index : view->indexes)
    if (index.unique && !is_key_below(context.catalog, *view, index))
      may_fail(context, "23505", view->name, index.columns());
}

}  // namespace miglint
