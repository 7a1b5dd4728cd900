#include "engine/observe.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

#include "analysis/builtins.hpp"
#include "effect/keys.hpp"
#include "engine/conditions.hpp"
#include "engine/observe_rows.hpp"
#include "engine/settle_rows.hpp"

namespace miglint {

void HeldTables::enter(std::span<const TransactionOf> transactions) {
  transactions_.resize(transactions.size(), -1);
  held_.resize(transactions.size());
  for (std::size_t mode = 0; mode < transactions.size(); ++mode) {
    if (transactions_[mode] != transactions[mode].id) held_[mode].clear();
    transactions_[mode] = transactions[mode].id;
  }
}

void HeldTables::hold(const Effect& effect) {
  for (std::set<RelationName>& held : held_) {
    for (const Lock& lock : effect.locks) {
      if (blocks_writes(lock.mode)) held.insert(lock.relation);
    }
  }
}

std::vector<int> HeldTables::guards(const RelationName& table) const {
  std::vector<int> guards;
  for (std::size_t mode = 0; mode < held_.size(); ++mode)
    guards.push_back(held_[mode].contains(table) ? transactions_[mode] : Fact::no_guard);
  return guards;
}

namespace {

/// What a statement that changes the schema teaches. One member a kind of change; the others teach nothing.
class SchemaObserver {
 public:
  SchemaObserver(Evidence& evidence, const Observed& seen) : evidence_(evidence), seen_(seen) {}

  void operator()(const CreateTable& create) {
    const RelationName table = seen_.before.creation_name(create.table);
    if (seen_.before.table(table)) return;  // IF NOT EXISTS skips it, or the statement fails
    forget_table(table);
    if (create.as_query) {
      learn({.kind = Fact::Kind::own_rows, .table = table, .proof = Proof::plausible});
      note_copied_rows(evidence_, seen_, *create.as_query);
    } else {
      // In a condition too: where it does not run, the table was there, and is not taken for a new one.
      evidence_.learn({.kind = Fact::Kind::no_rows, .table = table, .statement = seen_.index});
    }
  }

  /// A new materialized view has one row for each value of what it groups by, or selects DISTINCT.
  void operator()(const CreateView& create) {
    const RelationName view = seen_.before.creation_name(create.view);
    if (!create.materialized || seen_.before.view(view)) return;
    forget_table(view);
    const std::vector<std::string> keys = grouped_outputs(create);
    if (!keys.empty()) learn({.kind = Fact::Kind::no_duplicates, .table = view, .columns = keys});
  }

  void operator()(const DropTable& drop) { forget_table(resolve(drop.table)); }

  void operator()(const AddColumn& add) {
    const RelationName table = resolve(add.table);
    const ColumnDefinition& column = add.column;
    if (seen_.before.column(table, column.name) && add.if_not_exists) return;
    forget_column(table, column.name);
    if (holds_null_only(column)) {
      learn({.kind = Fact::Kind::all_null, .table = table, .columns = {column.name}});
    } else if (column.default_value &&
               never_null(*column.default_value, table, seen_.before, evidence_) == Proof::proven) {
      learn({.kind = Fact::Kind::no_nulls, .table = table, .columns = {column.name}});
      const Expression& value = without_casts(*column.default_value);
      if (value.is_constant())
        learn(
            {.kind = Fact::Kind::only_label, .table = table, .columns = {column.name}, .text = value.value});
    }
    if (column.default_value && differs_by_row(*column.default_value, table, seen_.before) == Proof::proven) {
      learn({.kind = Fact::Kind::no_duplicates, .table = table, .columns = {column.name}});
    }
  }

  void operator()(const SetDefault& set) {
    const RelationName table = resolve(set.table);
    evidence_.forget_column(table, set.column,
                            [](const Fact& fact) { return fact.kind == Fact::Kind::all_null; });
  }

  void operator()(const DropColumn& drop) { forget_column(resolve(drop.table), drop.column); }

  // A NOT NULL that goes held until now, and so for every row there is.
  void operator()(const DropNotNull& drop) {
    const RelationName table = resolve(drop.table);
    const Column* column = seen_.before.column(table, drop.column);
    if (!column || !column->not_null) return;
    learn({.kind = Fact::Kind::no_nulls,
           .table = table,
           .columns = {drop.column},
           .guarded_by = seen_.held.guards(table)});
  }

  void operator()(const DropConstraint& drop) {
    const RelationName name = resolve(drop.table);
    const Table* table = seen_.before.table(name);
    if (const Constraint* constraint = table ? table->constraint(drop.name) : nullptr)
      outlives(name, *constraint);
  }

  void operator()(const DropIndex& drop) {
    const Index* index = seen_.before.index(drop.index);
    if (!index || !index->unique || !index->valid) return;
    const auto columns = columns_that_decide(*index);
    if (!columns) return;
    learn({.kind = Fact::Kind::no_duplicates,
           .table = index->table,
           .columns = *columns,
           .text = lines(conjuncts(index->where))});
  }

  /// The values become others: what was known of duplicates, labels and conditions is over, NULLs stay what
  /// they are unless USING makes some.
  void operator()(const ChangeType& change) {
    const RelationName table = resolve(change.table);
    const bool own_words =
        change.using_expression && without_casts(*change.using_expression).kind != Expression::Kind::column;
    evidence_.forget_column(table, change.column, [&](const Fact& fact) {
      const bool about_nulls = fact.kind == Fact::Kind::no_nulls || fact.kind == Fact::Kind::all_null;
      const bool about_values = fact.kind == Fact::Kind::satisfies ||
                                fact.kind == Fact::Kind::no_duplicates || fact.kind == Fact::Kind::only_label;
      return own_words && (about_nulls || about_values);
    });
  }

  void operator()(const RenameColumn& rename) {
    evidence_.rename_column(resolve(rename.table), rename.from, rename.to);
  }

  void operator()(const RenameObject& rename) {
    if (rename.kind != ObjectKind::table) return;
    const RelationName from = resolve(rename.name);
    evidence_.rename_table(from, {.schema = from.schema, .name = rename.to});
  }

  void operator()(const SetSchema& set) {
    if (set.kind != ObjectKind::table) return;
    const RelationName from = resolve(set.name);
    evidence_.rename_table(from, {.schema = set.schema, .name = from.name});
  }

  template <class Other>
  void operator()(const Other&) {}

 private:
  RelationName resolve(const RelationName& name) const { return seen_.before.resolve(name); }

  void learn(Fact fact) { learn_from(evidence_, seen_, std::move(fact)); }

  /// The output columns that show what the query groups by; none where one is not shown, or where a function
  /// in the target list may make several rows of one.
  static std::vector<std::string> grouped_outputs(const CreateView& create) {
    if (!create.query.scoped || create.query.star) return {};
    const std::vector<ScopedQuery::Target>& targets = create.query.scoped->targets;
    const auto makes_rows = [](const ScopedQuery::Target& target) {
      bool found = target.value.kind == Expression::Kind::other;
      walk(target.value, [&](const Expression& part) {
        if (part.kind == Expression::Kind::function) found |= may_return_a_set(part.function.name);
      });
      return found;
    };
    if (std::ranges::any_of(targets, makes_rows)) return {};
    std::vector<std::string> names;
    for (const Expression& key : create.group_by) {
      const auto shown = std::ranges::find_if(
          targets, [&](const ScopedQuery::Target& target) { return shows(target, key, targets); });
      if (shown == targets.end()) return {};
      const auto at = static_cast<std::size_t>(shown - targets.begin());
      names.push_back(at < create.column_aliases.size() ? create.column_aliases[at] : shown->name);
    }
    return names;
  }

  /// `GROUP BY 1`, `GROUP BY c` of an output or an input column, GROUP BY the expression itself.
  static bool shows(const ScopedQuery::Target& target, const Expression& key,
                    const std::vector<ScopedQuery::Target>& targets) {
    if (key.is_constant()) return key.value == std::to_string(&target - targets.data() + 1);
    if (key.kind == Expression::Kind::other) return false;
    if (normal_form(target.value) == normal_form(key)) return true;
    if (key.kind != Expression::Kind::column || !key.qualifier.empty()) return false;
    return target.name == key.value ||
           (target.value.kind == Expression::Kind::column && target.value.value == key.value);
  }

  /// What PostgreSQL has, or a migration may have made, that gives several rows.
  static bool may_return_a_set(const std::string& function) {
    return builtin_volatility(function) == std::nullopt || function == "unnest" ||
           function == "regexp_matches" || function.starts_with("generate_") ||
           function.ends_with("_to_table") || function.find("_each") != std::string::npos ||
           function.find("_elements") != std::string::npos || function.ends_with("_object_keys") ||
           function.starts_with("jsonb_path_query") ||
           function.find("_populate_recordset") != std::string::npos;
  }

  bool holds_null_only(const ColumnDefinition& column) const {
    const bool fills_itself = column.identity != Identity::none || column.generated ||
                              column.type.name.find("serial") != std::string::npos;
    if (fills_itself || column.not_null || column.primary_key) return false;
    const Domain* domain = seen_.before.domain(column.type);
    if (domain && domain->default_value) return false;
    return !column.default_value || without_casts(*column.default_value).kind == Expression::Kind::null;
  }

  void outlives(const RelationName& table, const Constraint& constraint) {
    using Kind = Constraint::Kind;
    if (!constraint.validated || !constraint.enforced) return;
    if (constraint.kind == Kind::primary_key || constraint.kind == Kind::unique) {
      learn({.kind = Fact::Kind::no_duplicates, .table = table, .columns = constraint.columns});
    } else if (constraint.kind == Kind::foreign_key) {
      learn({.kind = Fact::Kind::no_orphans,
             .table = table,
             .columns = constraint.columns,
             .other = constraint.referenced,
             .text = constraint.referenced_columns.size() == 1 ? constraint.referenced_columns.front()
                                                               : std::string()});
    } else if (constraint.kind == Kind::check && constraint.expression) {
      learn({.kind = Fact::Kind::satisfies,
             .table = table,
             .columns = constraint.columns,
             .text = normal_form(*constraint.expression)});
      if (constraint.columns.size() != 1) return;
      const std::vector<std::string> values =
          values_picked(constraint.expression, constraint.columns.front());
      if (!values.empty())
        learn({.kind = Fact::Kind::one_of,
               .table = table,
               .columns = constraint.columns,
               .text = lines(values)});
    }
  }

  static std::string lines(const std::vector<std::string>& texts) {
    return fmt::format("{}", fmt::join(texts, "\n"));
  }

  void forget_table(const RelationName& table) {
    evidence_.forget(table, [](const Fact&) { return true; });
  }

  void forget_column(const RelationName& table, std::string_view column) {
    evidence_.forget_column(table, column, [](const Fact&) { return true; });
  }

  Evidence& evidence_;
  const Observed& seen_;
};

}  // namespace

void observe_change(Evidence& evidence, const Observed& seen, int change) {
  const Change& what = seen.statement.changes[static_cast<std::size_t>(change)].change;
  std::visit(SchemaObserver(evidence, seen), what);
  observe_rows(evidence, seen, what);
  if (writes_rows(what)) return;  // it would fail for the row that it writes, not for what is there
  for (const RowFailure& failure : seen.effect.row_failures) {
    if (failure.change != change || !failure.any_row || failure.handled || failure.only_new_rows) continue;
    if (failure.sqlstate == "55006") continue;  // the transaction is to blame, not the rows
    evidence.learn({.kind = Fact::Kind::mended,
                    .table = failure.relation,
                    .columns = failure.columns,
                    .statement = seen.index});
  }
}

void observe(Evidence& evidence, const Observed& seen) {
  for (std::size_t i = 0; i < seen.statement.changes.size(); ++i)
    observe_change(evidence, seen, static_cast<int>(i));
}

}  // namespace miglint
