#include "engine/observe.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <type_traits>
#include <utility>

#include "engine/conditions.hpp"
#include "engine/observe_rows.hpp"

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
    const std::vector<std::string> columns = index->columns();
    if (std::ranges::find(columns, "") != columns.end()) return;
    learn({.kind = Fact::Kind::no_duplicates,
           .table = index->table,
           .columns = columns,
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
             .other = constraint.referenced});
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
  for (const RowFailure& failure : seen.effect.row_failures) {
    if (failure.change != change || !failure.any_row || failure.handled || failure.only_new_rows) continue;
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
