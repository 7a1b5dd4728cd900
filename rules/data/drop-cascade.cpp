#include <algorithm>
#include <fmt/format.h>
#include <set>

#include "release_paths.hpp"

namespace miglint {

namespace {

/// What goes along with an object that is dropped CASCADE, in words.
class Dependents {
 public:
  explicit Dependents(const Step& step) : step_(step) {}

  void of_relation(const RelationName& relation) {
    for (const View* view : step_.before.views_using(relation)) add(*view);
    for (const auto& [table, key] : step_.before.referencing(relation)) {
      if (table->name != relation) add(*table, *key);
    }
  }

  void of_column(const RelationName& table, const std::string& column) {
    for (const View* view : step_.before.views_using(table, column)) add(*view);
    for (const auto& [child, key] : step_.before.referencing(table)) {
      const bool points_here =
          std::ranges::find(key->referenced_columns, column) != key->referenced_columns.end();
      if (points_here) add(*child, *key);
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
      if (same) add(*child, *key);
    }
  }

  void of_type(const RelationName& type) {
    for (const auto& [table, column] : step_.before.columns_of_type(type)) {
      found_.insert(fmt::format("column {}", in_words(table->name, column->name)));
      if (!column->inherited)
        drops_.push_back(sql(DropColumn{.table = table->name, .column = column->name}, step_));
    }
  }

  void of_function(const FunctionName& function) {
    for (const auto& [name, table] : step_.before.tables) {
      for (const Trigger& trigger : table.triggers) {
        if (trigger.function.name != function.name) continue;
        found_.insert(fmt::format("trigger {} of {}", in_prose(trigger.name), in_words(name)));
        const RelationName named{.schema = {}, .name = trigger.name};
        if (!trigger.inherited)
          drops_.push_back(sql(DropObject{.kind = ObjectKind::trigger, .name = named, .on = name}, step_));
      }
    }
  }

  void of_schema(const std::string& schema) {
    for (const auto& [name, table] : step_.before.tables) {
      if (name.schema == schema) found_.insert("table " + in_words(name));
    }
  }

  std::vector<std::string> names() const { return {found_.begin(), found_.end()}; }
  /// A statement for each, in an order that PostgreSQL accepts.
  const std::vector<std::string>& drops() const { return drops_; }

 private:
  void add(const View& view) {
    if (!views_.insert(view.name).second) return;
    for (const View* reader : step_.before.views_using(view.name)) add(*reader);  // they go before it
    const ObjectKind kind = view.materialized ? ObjectKind::materialized_view : ObjectKind::view;
    drops_.push_back(sql(DropObject{.kind = kind, .name = view.name}, step_));
    if (!step_.before.is_new(view.origin)) found_.insert("view " + in_words(view.name));
  }
  void add(const Table& table, const Constraint& key) {
    found_.insert(fmt::format("foreign key {} of {}", in_prose(key.name), in_words(table.name)));
    if (!key.inherited) drops_.push_back(sql(DropConstraint{.table = table.name, .name = key.name}, step_));
  }

  const Step& step_;
  std::set<std::string> found_;
  std::set<RelationName> views_;
  std::vector<std::string> drops_;
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

/// The same drop, which takes nothing else along.
Change without_cascade(Change change) {
  const auto strip = [](auto& drop) {
    if constexpr (requires { drop.cascade = false; }) drop.cascade = false;
  };
  std::visit(strip, static_cast<AnyChange&>(change));
  return change;
}

std::vector<SaferPath> paths_of(const Change& change, const Dependents& along, const Step& step) {
  if (!can_be_rewritten(step) || along.drops().empty()) return {};
  SaferPath path{.title = "Drop each of them by its name, and leave CASCADE out"};
  for (const std::string& drop : along.drops())
    path.steps.push_back(before("Say what goes, so that reviewers see it.", drop));
  path.steps.push_back(here(
      "PostgreSQL then refuses if anything else depends on it. The running version fails where it still uses "
      "what goes.",
      sql(without_cascade(change), step)));
  path.leaves = {"drop-table",    "drop-column",     "drop-view",
                 "drop-function", "drop-constraint", "drop-foreign-key-locks-parent"};
  return {std::move(path)};
}

void check_drop_cascade(const Change& change, const Step& step, RuleContext& context) {
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
      .paths = paths_of(change, along, step),
      .safer = {{.text = "Leave CASCADE out: PostgreSQL then refuses, and names what depends on it."},
                {.text =
                     "Drop or change each of those in a statement of its own, so that reviewers see it."}},
  });
}

}  // namespace

extern const Rule drop_cascade;
const Rule drop_cascade{.id = "drop-cascade",
                        .severity = Severity::warning,
                        .check = on<check_drop_cascade>,
                        .overrides = {"drop-constraint"}};

}  // namespace miglint
