#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "miglint/rule.hpp"
#include "support.hpp"

namespace miglint {

namespace {

/// What goes along with an object that is dropped CASCADE, in words.
class Dependents {
 public:
  explicit Dependents(const Step& step) : step_(step) {}

  void of_relation(const RelationName& relation) {
    for (const View* view : step_.before.views_using(relation)) add("view ", view->name, view->origin);
    for (const auto& [table, key] : step_.before.referencing(relation)) {
      if (table->name != relation)
        found_.insert(fmt::format("foreign key {} of {}", in_prose(key->name), in_words(table->name)));
    }
  }

  void of_column(const RelationName& table, const std::string& column) {
    for (const View* view : step_.before.views_using(table, column)) add("view ", view->name, view->origin);
    for (const auto& [child, key] : step_.before.referencing(table)) {
      const bool points_here =
          std::ranges::find(key->referenced_columns, column) != key->referenced_columns.end();
      if (points_here)
        found_.insert(fmt::format("foreign key {} of {}", in_prose(key->name), in_words(child->name)));
    }
  }

  void of_constraint(const RelationName& name, const std::string& constraint_name) {
    const Table* table = step_.before.table(name);
    const Constraint* constraint = table ? table->constraint(constraint_name) : nullptr;
    const bool is_key = constraint && (constraint->kind == Constraint::Kind::primary_key ||
                                       constraint->kind == Constraint::Kind::unique);
    if (!is_key) return;
    for (const auto& [child, key] : step_.before.referencing(name)) {
      const bool same = key->referenced_columns == constraint->columns;
      if (same)
        found_.insert(fmt::format("foreign key {} of {}", in_prose(key->name), in_words(child->name)));
    }
  }

  void of_type(const RelationName& type) {
    for (const auto& [table, column] : step_.before.columns_of_type(type))
      found_.insert(fmt::format("column {}", in_words(table->name, column->name)));
  }

  void of_function(const FunctionName& function) {
    for (const auto& [name, table] : step_.before.tables) {
      for (const Trigger& trigger : table.triggers) {
        if (trigger.function.name == function.name)
          found_.insert(fmt::format("trigger {} of {}", in_prose(trigger.name), in_words(name)));
      }
    }
  }

  void of_schema(const std::string& schema) {
    for (const auto& [name, table] : step_.before.tables) {
      if (name.schema == schema) found_.insert("table " + in_words(name));
    }
  }

  std::vector<std::string> names() const { return {found_.begin(), found_.end()}; }

 private:
  void add(std::string_view word, const RelationName& name, const Origin& origin) {
    if (!step_.before.is_new(origin)) found_.insert(fmt::format("{}{}", word, in_words(name)));
  }

  const Step& step_;
  std::set<std::string> found_;
};

/// The object that is dropped, in words; empty where the change is no DROP … CASCADE.
std::string dropped(const Change& change, const Step& step, Dependents& along) {
  const auto resolve = [&](const RelationName& name) { return step.before.resolve(name); };
  if (const auto* table = std::get_if<DropTable>(&change); table && table->cascade) {
    along.of_relation(resolve(table->table));
    return "table " + in_words(resolve(table->table));
  }
  if (const auto* column = std::get_if<DropColumn>(&change); column && column->cascade) {
    along.of_column(resolve(column->table), column->column);
    return "column " + in_words(resolve(column->table), column->column);
  }
  if (const auto* constraint = std::get_if<DropConstraint>(&change); constraint && constraint->cascade) {
    along.of_constraint(resolve(constraint->table), constraint->name);
    return "constraint " + in_prose(constraint->name);
  }
  const auto* object = std::get_if<DropObject>(&change);
  if (!object || !object->cascade) return {};
  const RelationName name = resolve(object->name);
  switch (object->kind) {
    case ObjectKind::view:
    case ObjectKind::materialized_view:
      along.of_relation(name);
      return "view " + in_words(name);
    case ObjectKind::type:
    case ObjectKind::enum_type:
    case ObjectKind::domain:
      along.of_type(name);
      return "type " + in_words(name);
    case ObjectKind::function:
    case ObjectKind::procedure:
      along.of_function(object->name);
      return "function " + in_prose(object->name.name);
    case ObjectKind::schema:
      along.of_schema(object->name.name);
      return "schema " + in_prose(object->name.name);
    default:
      return {};
  }
}

void check(const Change& change, const Step& step, RuleContext& context) {
  Dependents along(step);
  const std::string what = dropped(change, step, along);
  const std::vector<std::string> names = along.names();
  if (what.empty() || names.empty()) return;  // nothing that the migrations made depends on it
  context.report({
      .message = fmt::format("Dropping {} CASCADE also drops {}", what, in_words(names)),
      .why = "CASCADE removes whatever depends on the object, without a word in the migration: a view that a "
             "report reads, a foreign key that kept "
             "orphans out. A "
             "column whose type goes is dropped with its data.",
      .safer = {{.text = "Leave CASCADE out: PostgreSQL then refuses, and names what depends on it."},
                {.text =
                     "Drop or change each of those in a statement of its own, so that reviewers see it."}},
  });
}

}  // namespace

extern const Rule drop_cascade;
const Rule drop_cascade{.id = "drop-cascade",
                        .severity = Severity::warning,
                        .check = on<check>,
                        .overrides = {"drop-constraint"}};

}  // namespace miglint
