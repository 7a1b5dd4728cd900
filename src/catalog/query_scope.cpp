// The dependencies PostgreSQL records for a view (dependency.c, find_expr_references_walker), and the columns
// of a query. A name belongs to the innermost query level that has it (parse_relation.c, colNameToVar); a
// sub-select in FROM does not see its siblings unless it is LATERAL; `USING` and `NATURAL` merge columns.

#include "catalog/query_scope.hpp"

#include <algorithm>

#include "catalog/output_columns.hpp"
#include "catalog/scope.hpp"

namespace miglint {

namespace {

/// The columns of a query on its way out.
struct Output {
  std::vector<ScopeColumn> columns;
  bool known = true;
};

/// WITH queries that can be seen, the innermost last.
struct Common {
  std::string name;
  Output output;
};

void rename(std::vector<ScopeColumn>& columns, const std::vector<std::string>& aliases, bool known) {
  if (!known && columns.size() < aliases.size()) columns.resize(aliases.size());
  for (std::size_t at = 0; at < std::min(aliases.size(), columns.size()); ++at)
    columns[at].name = aliases[at];
}

class Analysis {
 public:
  explicit Analysis(const Catalog& catalog) : catalog_(catalog) {}

  Output query(const ScopedQuery& query, const Scope& outer) {
    const std::size_t visible = common_.size();
    for (const CommonTable& table : query.with) add_common(table, outer);
    Output output = query.left ? set_operation(query, outer) : select(query, outer);
    common_.resize(visible);
    return output;
  }

  void use_all(const NamesUsed& names, const Scope& scope) {
    for (const ColumnReference& column : names.columns) use(column, scope);
    for (const ScopedQueryPtr& subquery : names.subqueries) {
      if (subquery) {
        query(*subquery, scope);
      } else {
        reads_.known = false;
      }
    }
  }

  ScopeLevel table_level(const RelationName& table) {
    FromItem item{.kind = FromItem::Kind::relation, .relation = table};
    return of_relation(item);
  }

  Reads take_reads() { return std::move(reads_); }

 private:
  // ---- Queries ----

  void add_common(const CommonTable& table, const Scope& outer) {
    Output output{.columns = {}, .known = false};
    if (!table.query) reads_.known = false;
    if (table.query && table.recursive && table.query->left) return add_recursive(table, outer);
    if (table.query) output = query(*table.query, outer);
    rename(output.columns, table.column_aliases, output.known);
    common_.push_back({.name = table.name, .output = std::move(output)});
  }

  /// Its second arm sees it with the columns of the first.
  void add_recursive(const CommonTable& table, const Scope& outer) {
    const std::size_t visible = common_.size();
    for (const CommonTable& inner : table.query->with) add_common(inner, outer);
    Common recursive{.name = table.name, .output = query(*table.query->left, outer)};
    rename(recursive.output.columns, table.column_aliases, recursive.output.known);
    common_.push_back(recursive);
    if (table.query->right) query(*table.query->right, outer);
    common_.resize(visible);
    common_.push_back(std::move(recursive));
  }

  /// Named by its left side; of a type that both have, or one that is not known here.
  Output set_operation(const ScopedQuery& both, const Scope& outer) {
    Output left = both.left ? query(*both.left, outer) : Output{.columns = {}, .known = false};
    const Output right = both.right ? query(*both.right, outer) : Output{.columns = {}, .known = false};
    for (std::size_t at = 0; at < left.columns.size(); ++at) {
      ScopeColumn& column = left.columns[at];
      column.relation = {};
      if (at >= right.columns.size() || right.columns[at].type != column.type) column.type = {};
    }
    return left;
  }

  Output select(const ScopedQuery& query, const Scope& outer) {
    ScopeLevel from;
    for (const FromItem& item : query.from) join(from, level_of(item, from, outer));
    Scope scope = outer;
    scope.push_back(&from);
    use_all(query.names, scope);
    Output output;
    for (const ScopedQuery::Target& target : query.targets) {
      add_target(target, from, scope, output);
      if (output.columns.size() <= most_targets) continue;
      output.columns.resize(most_targets + 1);  // refused: no more of them matters
      break;
    }
    return output;
  }

  void add_target(const ScopedQuery::Target& target, const ScopeLevel& from, const Scope& scope,
                  Output& output) {
    if (!target.star) {
      const FindType find_type = [&](const std::string& qualifier, const std::string& column) {
        const ScopeColumn* found = look_up({.qualifier = qualifier, .column = column}, scope).column;
        return found == nullptr ? TypeName{} : found->type;
      };
      output.columns.push_back({.name = target.name, .type = output_type(catalog_, target.value, find_type)});
      if (target.value.kind == Expression::Kind::column)
        if (const ScopeColumn* source =
                look_up({.qualifier = target.value.qualifier, .column = target.value.value}, scope).column)
          output.columns.back().collation = source->collation;
      return;
    }
    if (target.qualifier.empty()) return add_star(from.columns, from.known, output);
    const ScopeItem* item = item_named(target.qualifier, scope);
    if (item == nullptr) {
      output.known = false;
    } else {
      add_star(item->columns, item->known, output);
    }
  }

  static void add_star(const std::vector<ScopeColumn>& columns, bool known, Output& output) {
    output.known = output.known && known;
    for (const ScopeColumn& column : columns) {
      output.columns.push_back(column);
      output.columns.back().relation = {};
    }
  }

  // ---- FROM ----

  ScopeLevel level_of(const FromItem& item, const ScopeLevel& before, const Scope& outer) {
    switch (item.kind) {
      case FromItem::Kind::relation:
        return of_relation(item);
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

  static ScopeLevel level_with(ScopeItem item, const std::vector<std::string>& aliases) {
    rename(item.columns, aliases, item.known);
    ScopeLevel level{.columns = item.columns, .known = item.known};
    level.items.push_back(std::move(item));
    return level;
  }

  ScopeLevel of_relation(const FromItem& from) {
    ScopeItem item{.alias = from.alias.empty() ? from.relation.name : from.alias};
    if (from.relation.schema.empty())
      for (auto common = common_.rbegin(); common != common_.rend(); ++common)
        if (common->name == from.relation.name) {
          item.columns = common->output.columns;
          for (ScopeColumn& column : item.columns) column.relation = {};
          item.known = common->output.known;
          return level_with(std::move(item), from.column_aliases);
        }
    item.relation = catalog_.resolve(from.relation);
    reads_.relations.insert(item.relation);
    if (const Table* table = catalog_.table(item.relation)) {
      item.known = table->certain;
      for (const Column& column : table->columns)
        item.columns.push_back({column.name, column.type, column.collation, item.relation, column.name});
    } else if (const View* view = catalog_.view(item.relation)) {
      item.known = view->certain && view->columns_known;
      for (std::size_t at = 0; at < view->columns.size(); ++at)
        item.columns.push_back({.name = view->columns[at],
                                .type = at < view->types.size() ? view->types[at] : TypeName{},
                                .relation = item.relation,
                                .original = view->columns[at]});
    } else {
      item.known = false;
    }
    return level_with(std::move(item), from.column_aliases);
  }

  ScopeLevel of_subquery(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
    Scope scope = outer;
    if (from.lateral) scope.push_back(&before);
    Output output = from.subquery ? query(*from.subquery, scope) : Output{.columns = {}, .known = false};
    if (!from.subquery) reads_.known = false;
    return level_with({.alias = from.alias, .columns = std::move(output.columns), .known = output.known},
                      from.column_aliases);
  }

  /// A function's arguments see what stands before it.
  ScopeLevel of_function(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
    Scope scope = outer;
    scope.push_back(&before);
    use_all(from.names, scope);
    ScopeItem item{.alias = from.alias, .known = from.columns_known};
    for (const std::string& column : from.columns) item.columns.push_back({.name = column});
    return level_with(std::move(item), from.column_aliases);
  }

  /// What it holds may name what stands before it in FROM.
  static bool sees_siblings(const FromItem& item) {
    if (item.kind == FromItem::Kind::relation) return false;
    if (item.kind == FromItem::Kind::subquery) return item.lateral;
    return item.kind != FromItem::Kind::join || std::ranges::any_of(item.sides, sees_siblings);
  }

  ScopeLevel of_join(const FromItem& from, const ScopeLevel& before, const Scope& outer) {
    ScopeLevel left = level_of(from.sides[0], before, outer);
    ScopeLevel seen;
    const bool looks_left = sees_siblings(from.sides[1]);
    if (looks_left) {
      seen = before;
      join(seen, ScopeLevel(left));
    }
    ScopeLevel right = level_of(from.sides[1], looks_left ? seen : before, outer);
    std::vector<std::string> shared = from.using_columns;
    bool known = true;
    if (from.natural) {
      known = left.known && right.known;
      for (const ScopeColumn& column : left.columns)
        if (column_named(right.columns, column.name) != nullptr) shared.push_back(column.name);
      reads_.known = reads_.known && known;
    }
    ScopeLevel joined = merge(std::move(left), std::move(right), shared);
    joined.known = joined.known && known;
    // ON sees the two sides, and what is outside.
    Scope scope = outer;
    scope.push_back(&joined);
    use_all(from.names, scope);
    if (from.alias.empty()) return joined;
    return level_with({.alias = from.alias, .columns = std::move(joined.columns), .known = joined.known},
                      from.column_aliases);
  }

  /// The shared columns come first, once; the view depends on them on both sides, named or not.
  ScopeLevel merge(ScopeLevel left, ScopeLevel right, const std::vector<std::string>& shared) {
    if (shared.empty()) {
      join(left, std::move(right));
      return left;
    }
    ScopeLevel merged;
    for (const std::string& name : shared) {
      const ScopeColumn* one = use_in(left, name);
      use_in(right, name);
      merged.columns.push_back({.name = name, .type = one == nullptr ? TypeName{} : one->type});
    }
    for (ScopeLevel* side : {&left, &right}) {
      std::erase_if(side->columns, [&](const ScopeColumn& column) {
        return std::ranges::find(shared, column.name) != shared.end();
      });
      join(merged, std::move(*side));
    }
    return merged;
  }

  static void join(ScopeLevel& level, ScopeLevel&& other) {
    level.known = level.known && other.known;
    std::ranges::move(other.items, std::back_inserter(level.items));
    std::ranges::move(other.columns, std::back_inserter(level.columns));
  }

  // ---- Names ----

  void use(const ScopeColumn& column) {
    if (!column.relation.empty()) reads_.uses.emplace(column.relation, column.original);
  }

  void use_all_of(const std::vector<ScopeColumn>& columns, bool known) {
    for (const ScopeColumn& column : columns) use(column);
    reads_.known = reads_.known && known;
  }

  void use(const ColumnReference& name, const Scope& scope) {
    if (name.column == "*") return use_star(name, scope);
    const NameFound found = look_up(name, scope);
    if (found.column != nullptr) {
      // It may be an item's further in of which not all is known.
      if (!found.candidates.empty()) {
        reads_.known = false;
      } else {
        use(*found.column);
      }
      return;
    }
    if (found.whole != nullptr) return use_field(*found.whole, name.field);
    use_candidate(found.candidates, name.column);
  }

  void use_star(const ColumnReference& name, const Scope& scope) {
    if (name.qualifier.empty()) {
      if (!scope.empty()) use_all_of(scope.back()->columns, scope.back()->known);
      return;
    }
    const ScopeItem* item = item_named(name.qualifier, scope);
    if (item == nullptr) {
      reads_.known = false;
    } else {
      use_all_of(item->columns, item->known || item->relation.empty());
    }
  }

  void use_field(const ScopeItem& item, const std::string& field) {
    if (field.empty()) return;  // the row as a whole: no column of it
    if (field == "*") return use_all_of(item.columns, item.known || item.relation.empty());
    if (const ScopeColumn* column = column_named(item.columns, field)) return use(*column);
    if (!item.known) use_candidate({&item}, field);
  }

  /// PostgreSQL accepted the query, so one of them has it; a name that none may have is an output column's or
  /// a system column.
  void use_candidate(const std::vector<const ScopeItem*>& candidates, const std::string& column) {
    if (candidates.size() > 1) {
      reads_.known = false;
    } else if (candidates.size() == 1 && !candidates.front()->relation.empty()) {
      reads_.uses.emplace(candidates.front()->relation, column);
    }
  }

  /// A column named by USING.
  const ScopeColumn* use_in(const ScopeLevel& level, const std::string& name) {
    if (const ScopeColumn* column = column_named(level.columns, name)) {
      use(*column);
      return column;
    }
    std::vector<const ScopeItem*> candidates;
    for (const ScopeItem& item : level.items)
      if (!item.known) candidates.push_back(&item);
    use_candidate(candidates, name);
    return nullptr;
  }

  const Catalog& catalog_;
  std::vector<Common> common_;
  Reads reads_;
};

}  // namespace

QueryAnalysis analyse(const Catalog& catalog, const ScopedQuery& query) {
  Analysis analysis(catalog);
  const Output output = analysis.query(query, {});
  QueryAnalysis result{.columns_known = output.known, .reads = analysis.take_reads()};
  for (const ScopeColumn& column : output.columns)
    result.columns.push_back(
        {.name = column.name, .type = column.type, .collation = column.collation, .origin = here(catalog)});
  return result;
}

Reads reads_of(const Catalog& catalog, const RelationName& table, const NamesUsed& names) {
  Analysis analysis(catalog);
  const ScopeLevel level = analysis.table_level(table);
  analysis.use_all(names, {&level});
  return analysis.take_reads();
}

}  // namespace miglint
