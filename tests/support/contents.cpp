#include "support/contents.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <iterator>
#include <set>
#include <sstream>

#include "parse/parser.hpp"

namespace miglint::test {

namespace {

class Facts {
 public:
  explicit Facts(const Catalog& catalog) : catalog_(catalog) {}

  template <class... Values>
  void add(fmt::format_string<Values...> text, Values&&... values) {
    std::string fact = fmt::format(text, std::forward<Values>(values)...);
    std::ranges::replace(fact, '\n', ' ');
    text_ += fact;
    text_.erase(text_.find_last_not_of(' ') + 1);
    text_ += "\n";
  }

  void add_all() {
    for (const auto& [name, table] : catalog_.tables) add(table);
    for (const auto& [name, view] : catalog_.views) add(view);
    add_types();
    for (const auto& [name, sequence] : catalog_.sequences)
      add("sequence {} owned by {}.{} {}", to_string(name), to_string(sequence.owned_by_table),
          sequence.owned_by_column, sequence.owner);
    for (const auto& [name, function] : catalog_.functions) add(function);
    for (const auto& [name, publication] : catalog_.publications) {
      add("publication {} {} {} {}", name, publication.updates, publication.deletes, publication.schemas);
      for (const auto& [table, columns] : publication.tables)
        add("publication {}: {} {}", name, to_string(table), columns);
    }
    for (const auto& [name, statistics] : catalog_.statistics)
      add("statistics {} of {} {}", to_string(name), to_string(statistics.table), statistics.columns);
    for (const auto& [name, table] : catalog_.index_tables)
      add("index {} on {}", to_string(name), to_string(table));
    for (const auto& [name, schema] : catalog_.extensions) add("extension {} in {}", name, schema);
    add("schemas {}; search_path {}; not kept {}", catalog_.schemas, catalog_.search_path, catalog_.not_kept);
  }

  std::string take() { return std::move(text_); }

 private:
  std::string type(const TypeName& name) const {
    return name.empty() ? "-" : format_type(catalog_.resolve(name), catalog_);
  }
  static std::string text(const Boxed<Expression>& expression) { return expression ? expression->text : "-"; }

  void add(const Table& table) {
    const std::string name = to_string(table.name);
    add("table {} {} {} of {} in {} {} {}", name, static_cast<int>(table.kind),
        static_cast<int>(table.persistence), table.of_type ? to_string(*table.of_type) : "-",
        table.partition_of ? to_string(*table.partition_of) : "-", table.owner, table.certain);
    add("table {}: row security {}, replica identity {}, filled {}", name, table.row_security,
        static_cast<int>(table.replica_identity), table.filled);
    for (const RelationName& parent : table.inherits) add("table {} inherits {}", name, to_string(parent));
    for (const Column& column : table.columns)
      add("column {}.{} {} {} {} {} {} {}", name, column.name, type(column.type), column.not_null,
          text(column.default_value), text(column.generated), static_cast<int>(column.identity),
          column.inherited);
    for (const Constraint& constraint : table.constraints) add(name, constraint);
    add(name, table.indexes);
    for (const Trigger& trigger : table.triggers)
      add("trigger {}.{} {}", name, trigger.name, to_string(trigger.function));
    for (const Policy& policy : table.policies)
      add("policy {}.{} {} {}", name, policy.name, policy.roles, policy.columns);
    for (const RewriteRule& rule : table.rules) add("rule {}.{} {}", name, rule.name, rule.columns);
  }

  void add(const std::string& table, const Constraint& constraint) {
    add("constraint {}.{} {} {} -> {} {} {} {} {} {} {}", table, constraint.name,
        static_cast<int>(constraint.kind), constraint.columns, to_string(constraint.referenced),
        constraint.referenced_columns, constraint.index, constraint.validated, constraint.deferrable,
        constraint.inherited, text(constraint.expression));
  }

  void add(const std::string& table, const SharedList<Index>& indexes) {
    for (const Index& index : indexes)
      add("index {}.{} {} {} {} {} {} {} {}", table, to_string(index.name), index.method, index.columns(),
          index.unique, index.primary, index.valid, index.clustered, to_string(index.parent));
  }

  void add(const View& view) {
    add("view {} {} {} {} {} {}", to_string(view.name), view.materialized, view.populated, view.columns,
        view.owner, view.certain);
    for (const TypeName& column : view.types) add("view {}: {}", to_string(view.name), type(column));
    for (const auto& [relation, column] : view.uses)
      add("view {} uses {}.{}", to_string(view.name), to_string(relation), column);
    for (const Trigger& trigger : view.triggers) add("trigger {}.{}", to_string(view.name), trigger.name);
    add(to_string(view.name), view.indexes);
  }

  void add_types() {
    for (const auto& [name, enumeration] : catalog_.enums)
      add("enum {} {} {}", to_string(name), enumeration.labels, enumeration.owner);
    for (const auto& [name, domain] : catalog_.domains) {
      add("domain {} {} {} {}", to_string(name), type(domain.base), domain.not_null,
          text(domain.default_value));
      for (const DomainConstraint& check : domain.checks)
        add("domain {}: {} {}", to_string(name), check.name, text(check.check));
    }
    for (const auto& [name, composite] : catalog_.composites) {
      add("composite {} {}", to_string(name), static_cast<int>(composite.form));
      for (const ColumnDefinition& attribute : composite.attributes)
        add("composite {}: {} {}", to_string(name), attribute.name, type(attribute.type));
    }
  }

  void add(const Function& function) {
    std::vector<std::string> arguments;
    for (const TypeName& argument : function.arguments) arguments.push_back(type(argument));
    add("function {}({}) returns {} {} {} {} {}", to_string(function.name), fmt::join(arguments, ", "),
        function.returns ? type(*function.returns) : "-", static_cast<int>(function.volatility),
        function.argument_names, function.defaults, function.owner);
  }

  const Catalog& catalog_;
  std::string text_;
};

std::multiset<std::string> lines_of(const std::string& text) {
  std::multiset<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.insert(line);
  return lines;
}

}  // namespace

std::string contents(const Catalog& catalog) {
  Facts facts(catalog);
  facts.add_all();
  return facts.take();
}

std::string changes_in(Catalog catalog, const std::string& sql) {
  const auto before = lines_of(contents(catalog));
  ++catalog.current_migration;
  for (const Statement& statement : parse({.name = "now", .text = sql}).statements)
    replay(catalog, statement);
  const auto after = lines_of(contents(catalog));
  std::vector<std::string> gone, come;
  std::ranges::set_difference(before, after, std::back_inserter(gone));
  std::ranges::set_difference(after, before, std::back_inserter(come));
  std::string changes;
  for (const std::string& line : gone) changes += "-- - " + line + "\n";
  for (const std::string& line : come) changes += "-- + " + line + "\n";
  return changes;
}

}  // namespace miglint::test
