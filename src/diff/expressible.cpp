#include "diff/expressible.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "miglint/characters.hpp"

namespace miglint {

namespace {

class Listing {
 public:
  explicit Listing(const Catalog& catalog) : catalog_(catalog) {}

  std::vector<std::string> list() {
    for (const auto& [name, table] : catalog_.tables) {
      if (table.partition_of || name.schema == "pg_temp") continue;
      add_indexes(table);
      add_constraints(table);
      for (const Trigger& trigger : table.triggers) add("trigger", trigger.name, name);
      for (const Policy& policy : table.policies) add("policy", policy.name, name);
      for (const RewriteRule& rule : table.rules) add("rule", rule.name, name);
    }
    for (const auto& [name, view] : catalog_.views)
      add(view.materialized ? "materialized view" : "view", name);
    for (const auto& [name, function] : catalog_.functions) add("function", name);
    for (const auto& [name, domain] : catalog_.domains) add("domain", name);
    for (const auto& [name, composite] : catalog_.composites) add("composite type", name);
    return std::move(list_);
  }

 private:
  void add(std::string_view kind, const RelationName& name) {
    list_.push_back(fmt::format("{} {}", kind, in_prose(name)));
  }
  void add(std::string_view kind, const std::string& name, const RelationName& table,
           std::string_view why = {}) {
    list_.push_back(fmt::format("{} {} of {}{}", kind, in_prose(name), in_prose(table),
                                why.empty() ? "" : fmt::format(" ({})", why)));
  }

  void add_indexes(const Table& table) {
    for (const Index& index : table.indexes) {
      const Constraint* constraint = table.constraint(index.name.name);
      if (constraint != nullptr && constraint->kind == Constraint::Kind::exclude) continue;
      if (has_expression(index)) {
        add("index", index.name.name, table.name, "over an expression");
      } else if (index.where) {
        add("index", index.name.name, table.name, "WHERE");
      }
    }
  }

  void add_constraints(const Table& table) {
    for (const Constraint& constraint : table.constraints) {
      if (constraint.kind == Constraint::Kind::check) add("check", constraint.name, table.name);
      if (constraint.kind == Constraint::Kind::exclude)
        add("exclusion constraint", constraint.name, table.name);
    }
  }

  const Catalog& catalog_;
  std::vector<std::string> list_;
};

}  // namespace

bool has_expression(const Index& index) {
  return std::ranges::any_of(index.elements,
                             [](const IndexElement& element) { return element.column.empty(); });
}

std::vector<std::string> not_expressible(const Catalog& catalog) { return Listing(catalog).list(); }

}  // namespace miglint
