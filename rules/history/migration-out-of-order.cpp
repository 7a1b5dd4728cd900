#include <algorithm>
#include <fmt/format.h>

#include "history_support.hpp"
#include "miglint/rule.hpp"

namespace miglint {

namespace {

/// Timestamps of the same length compare as text; others say nothing about time.
bool is_older(std::string_view name, std::string_view other) {
  const std::string_view a = timestamp_of(name), b = timestamp_of(other);
  return !a.empty() && a.size() == b.size() && a < b;
}

const Migration* find(const History& history, std::string_view name) {
  if (const int index = index_of(history, name); index >= 0)
    return &history.migrations[static_cast<std::size_t>(index)];
  const auto found = std::ranges::find_if(
      history.base_only, [&](const Migration& migration) { return migration.source.name == name; });
  return found == history.base_only.end() ? nullptr : &*found;
}

/// The tables that both name, joined for a sentence.
std::string shared_tables(const Migration& one, const Migration* other) {
  std::string shared;
  if (other == nullptr) return shared;
  const std::set<std::string> theirs = tables_of(*other);
  for (const std::string& table : tables_of(one)) {
    if (theirs.contains(table)) shared += (shared.empty() ? "" : ", ") + in_prose(table);
  }
  return shared;
}

void judge(const HistoryView& view, const GitFacts& git, int index, RuleContext& context) {
  const Migration& migration = view.history.migrations[static_cast<std::size_t>(index)];
  const std::string& name = migration.source.name;
  std::string later, tables;
  std::vector<Related> related;
  for (const std::string& other : git.base_tip_migrations) {
    if (!is_older(name, other)) continue;
    const Migration* found = find(view.history, other);
    const std::string shared = shared_tables(migration, found);
    if (tables.empty() && !shared.empty()) later = other, tables = shared;
    if (tables.empty()) later = other;
    if (found != nullptr && related.size() < 3)
      related.push_back(
          {.message = fmt::format("{} is already there", path_in_prose(other)), .path = found->source.path});
  }
  if (later.empty()) return;
  const std::string base =
      git.base == "HEAD" || git.base.empty() ? "committed" : "on " + path_in_prose(git.base);
  context.report({
      .message = tables.empty() ? fmt::format("{} sorts before {}, which is already {}", path_in_prose(name),
                                              path_in_prose(later), base)
                                : fmt::format("{} sorts before {}, which is already {} and changes {} too",
                                              path_in_prose(name), path_in_prose(later), base, tables),
      .object = {.schema = {}, .table = {}, .column = {}, .name = name},
      .why = "Databases that have run the later one run this one after it, new databases before it. Where "
             "the two depend on each other, one of the "
             "orders "
             "fails or ends in another schema.",
      .safer = {{.text = fmt::format(
                     "Rename the folder so that its timestamp is later than {}'s; nothing has run it yet.",
                     later),
                 .sql = {}}},
      .related = std::move(related),
      .severity = tables.empty() ? Severity::note : Severity::warning,
      .migration = index,
  });
}

void check_migration_out_of_order(const HistoryView& view, RuleContext& context) {
  if (!view.history.git) return;
  for (const std::string& name : view.history.git->new_migrations) {
    const int index = index_of(view.history, name);
    if (index >= 0 && view.history.migrations[static_cast<std::size_t>(index)].source.judged)
      judge(view, *view.history.git, index, context);
  }
}

}  // namespace

extern const Rule migration_out_of_order;
const Rule migration_out_of_order{
    .id = "migration-out-of-order", .severity = Severity::note, .check = on<check_migration_out_of_order>};

}  // namespace miglint
