#include <fmt/format.h>
#include <map>
#include <set>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// Tables in groups: what one foreign key ties together is one subject.
class Groups {
 public:
  void add(const std::string& table) { parents_.emplace(table, table); }
  void tie(const std::string& a, const std::string& b) {
    add(a);
    add(b);
    parents_[root(a)] = root(b);
  }
  std::size_t count() {
    std::set<std::string> roots;
    for (const auto& [table, above] : parents_) roots.insert(root(table));
    return roots.size();
  }
  /// One table of each group, for a sentence.
  std::string in_words() {
    constexpr int enough = 4;
    std::set<std::string> roots;
    std::string words;
    int named = 0;
    for (const auto& [table, above] : parents_) {
      if (roots.insert(root(table)).second && ++named <= enough)
        words += (words.empty() ? "" : ", ") + in_prose(table);
    }
    return words;
  }

 private:
  std::string root(std::string table) {
    while (parents_[table] != table) table = parents_[table];
    return table;
  }
  std::map<std::string, std::string> parents_;
};

/// Foreign keys that the tables had before count too: what is one subject in the schema is one here.
Groups groups_of(const MigrationView& view, const std::set<std::string>& touched) {
  Groups groups;
  for (const std::string& name : touched) {
    const Table* table = view.after.table({"", name});
    // a type or an index; or made here
    if (table == nullptr || table->origin.migration == view.index) continue;
    groups.add(name);
    for (const Constraint& constraint : table->constraints) {
      if (constraint.kind == Constraint::Kind::foreign_key && touched.contains(constraint.referenced.name))
        groups.tie(name, constraint.referenced.name);
    }
  }
  return groups;
}

void check_sprawling_migration(const MigrationView& view, RuleContext& context) {
  constexpr std::size_t too_many = 5;
  const std::set<std::string> touched = tables_of(view.migration);
  if (touched.size() < too_many) return;
  Groups groups = groups_of(view, touched);
  if (groups.count() < too_many) return;
  context.report({
      .message = fmt::format("{} changes {} unrelated groups of tables ({}, …)",
                             path_in_prose(view.migration.source.name), groups.count(), groups.in_words()),
      .object = {.schema = {}, .table = {}, .column = {}, .name = view.migration.source.name},
      .why = "It succeeds or fails as a whole, holds the locks of all its tables at once, and can only be "
             "understood, reviewed and undone as a whole.",
      .safer = {{.text =
                     "One migration for each subject: they can then be deployed, and can fail, one by one.",
                 .sql = {}}},
      .migration = view.index,
  });
}

}  // namespace

extern const Rule sprawling_migration;
const Rule sprawling_migration{
    .id = "sprawling-migration", .severity = Severity::note, .check = on<check_sprawling_migration>};

}  // namespace miglint
