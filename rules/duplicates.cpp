#include "duplicates.hpp"

#include <algorithm>
#include <fmt/format.h>

#include "fill.hpp"
#include "miglint/transactions.hpp"
#include "moving.hpp"
#include "path_steps.hpp"
#include "support.hpp"

namespace miglint {

namespace {

std::string list_of(const std::vector<std::string>& parts) {
  return fmt::format("{}", fmt::join(parts, ", "));
}

/// The rows that the key looks at: an index takes rows with NULL for different ones.
std::string rows_looked_at(const UniqueKey& key) {
  std::vector<std::string> conditions;
  if (!key.where.empty()) conditions.push_back(fmt::format("({})", key.where));
  if (!key.nulls_agree) {
    for (const std::string& expression : key.expressions) conditions.push_back(expression + " IS NOT NULL");
  }
  return conditions.empty() ? "" : fmt::format(" WHERE {}", fmt::join(conditions, " AND "));
}

/// How a column is made distinct, or that it can't be.
struct Choice {
  std::string column;
  std::string value;  ///< of the rows but the first of each group
  std::string text;   ///< what that does to them
  int rank = 0;       ///< the smallest is the best
};

/// A suffix from the row's own key, within the width.
std::string with_suffix(const Step& step, const RelationName& table, const std::string& column,
                        const TypeName& type, const Numbering& numbering) {
  const std::string own = qualifier(table, step);
  const std::string name = column_of(own, column, step);
  const bool by_key = numbering.key.size() == 1 && numbering.key.front() != column;
  const Column* key = by_key ? step.before.column(table, numbering.key.front()) : nullptr;
  const std::optional<int> room = width(type);
  const bool short_key = key && (is_integer(key->type) || !room || *room >= 80);
  const std::string suffix =
      short_key ? column_of(own, numbering.key.front(), step) + "::text" : "duplicate.number::text";
  if (!room) return fmt::format("{} || '-' || {}", name, suffix);
  return fmt::format("left({0}, greatest({2} - length({1}), 0)) || '-' || {1}", name, suffix, *room - 1);
}

/// What a child points at must stay what it is.
bool is_pointed_at(const Step& step, const RelationName& table, const std::string& column) {
  return std::ranges::any_of(children_of(step, table),
                             [&](const Child& child) { return has(child.referenced_columns, column); });
}

std::string beyond(const Step& step, const RelationName& table, const std::string& column,
                   std::string_view number) {
  return fmt::format("(SELECT max({}) FROM {}) + {}", identifier(column, step), relation(table, step),
                     number);
}

std::optional<Choice> choice(const UniqueKey& key, const std::string& name, const Step& step) {
  const Column* column = step.before.column(key.table, name);
  const Table* table = step.before.table(key.table);
  if (!column || !table || column->generated || column->identity == Identity::always) return std::nullopt;
  const bool in_primary = table->primary_key() && has(table->primary_key()->columns, name);
  if ((in_primary && !key.primary) || is_pointed_at(step, key.table, name)) return std::nullopt;
  const Demands demands = demands_on(step, key.table, name);
  if (!demands.checks.empty()) return std::nullopt;
  const bool refers = !demands.references.empty();
  const std::string what = in_words(key.table, name);
  const bool may_be_null = !column->not_null && !demands.not_null && !key.primary && !key.nulls_agree;
  if (may_be_null)
    return Choice{.column = name,
                  .value = "NULL",
                  .text = fmt::format("The first row of each group keeps its {}; that of the others is lost: "
                                      "they hold NULL there.",
                                      what),
                  .rank = refers ? 3 : 0};
  if (refers) return std::nullopt;
  const TypeName type = base_of(column->type, step.before);
  const std::string others = fmt::format("The first row of each group keeps its {}; the others get ", what);
  if (is_text(type))
    return Choice{.column = name,
                  .value = with_suffix(step, key.table, name, type, numbering_of(step, key.table)),
                  .text = others + "it with a suffix that tells them apart.",
                  .rank = 1};
  if (type.array_dimensions == 0 && type.name == "uuid")
    return Choice{.column = name,
                  .value = "gen_random_uuid()",
                  .text = others + "new ones; what they had is lost.",
                  .rank = 2};
  std::string next;
  if (is_number(type)) next = beyond(step, key.table, name, "duplicate.number");
  if (type.array_dimensions == 0 && type.name == "date")
    next = beyond(step, key.table, name, "duplicate.number::integer");
  if (type.array_dimensions == 0 && (type.name == "timestamp" || type.name == "timestamptz"))
    next = beyond(step, key.table, name, "duplicate.number * interval '1 second'");
  if (next.empty()) return std::nullopt;
  return Choice{.column = name,
                .value = next,
                .text = others + "ones beyond the largest there is; what they had is lost.",
                .rank = 2};
}

std::optional<Choice> best_choice(const UniqueKey& key, const Step& step) {
  std::optional<Choice> best;
  for (const std::string& name : key.columns) {
    std::optional<Choice> found = choice(key, name, step);
    if (found && (!best || found->rank < best->rank)) best = std::move(found);
  }
  return best;
}

/// Every row that the key looks at, by its group and its place there.
std::string grouped(const UniqueKey& key, const std::string& order, const std::string& more,
                    const Step& step) {
  const Numbering numbering = numbering_of(step, key.table);
  return fmt::format("SELECT {}, row_number() OVER (PARTITION BY {} ORDER BY {}) AS place{} FROM {}{}",
                     key_list(numbering, {}, step), list_of(key.expressions), order, more,
                     relation(key.table, step), rows_looked_at(key));
}

SaferPath keep_all(const UniqueKey& key, const Choice& choice, const Step& step) {
  const Numbering numbering = numbering_of(step, key.table);
  // not the column's own name: it may have to be filled first, which is another question
  const Need need{.name = need_name(key.table, choice.column) + ".repeated",
                  .question = "Which value do the rows get that repeat an earlier one's?",
                  .sample = choice.value};
  const std::string own = qualifier(key.table, step);
  const bool counts = answer(need, step).find("duplicate.number") != std::string::npos;
  const std::string number =
      counts ? fmt::format(", row_number() OVER (ORDER BY {}) AS number", numbering.order) : "";
  return {.title = "Keep every row: those that repeat an earlier one's get another value",
          .needs = {need},
          .steps = {before(choice.text,
                           fmt::format("UPDATE {} SET {} = {}\nFROM ({}) AS duplicate\nWHERE {} AND "
                                       "duplicate.place > 1;",
                                       relation(key.table, step), identifier(choice.column, step),
                                       answer(need, step), grouped(key, numbering.order, number, step),
                                       same_row(numbering, "duplicate", own, step)))},
          .leaves = {"backfill-in-schema-migration", "add-unique-on-existing-rows",
                     "create-index-without-concurrently", "add-unique-without-using-index",
                     "scan-under-exclusive-lock"}};
}

/// Pointing them elsewhere would make two rows of the child alike.
bool child_keeps_it_unique(const Step& step, const Child& child) {
  const Table* table = step.before.table(child.table);
  return table && std::ranges::any_of(table->indexes, [&](const Index& index) {
           return index.unique && std::ranges::any_of(child.columns, [&](const std::string& name) {
                    return index.uses(name);
                  });
         });
}

/// `child.a = one.x AND …`
std::string points_at(const Child& child, std::string_view prefix, const Step& step) {
  std::string condition;
  for (std::size_t i = 0; i < child.columns.size(); ++i)
    condition += fmt::format("{}{}.{} = duplicate.{}", i == 0 ? "" : " AND ", qualifier(child.table, step),
                             identifier(child.columns[i], step),
                             identifier(std::string(prefix) + child.referenced_columns[i], step));
  return condition;
}

std::string point_at_kept(const UniqueKey& key, const Child& child, const std::string& order,
                          const Step& step) {
  std::string more;
  std::string assigned;
  for (std::size_t i = 0; i < child.columns.size(); ++i) {
    const std::string name = identifier(child.referenced_columns[i], step);
    const std::string kept = identifier("kept_" + child.referenced_columns[i], step);
    const Numbering numbering = numbering_of(step, key.table);
    if (!has(numbering.key, child.referenced_columns[i])) more += ", " + name;
    more += fmt::format(", first_value({}) OVER (PARTITION BY {} ORDER BY {}) AS {}", name,
                        list_of(key.expressions), order, kept);
    assigned +=
        fmt::format("{}{} = duplicate.{}", i == 0 ? "" : ", ", identifier(child.columns[i], step), kept);
  }
  return fmt::format("UPDATE {} SET {}\nFROM ({}) AS duplicate\nWHERE {} AND duplicate.place > 1;",
                     relation(child.table, step), assigned, grouped(key, order, more, step),
                     points_at(child, "", step));
}

std::optional<SaferPath> keep_one(const UniqueKey& key, const Step& step) {
  const std::vector<Child> children = children_of(step, key.table);
  const bool all_can_move =
      std::ranges::none_of(children, [&](const Child& child) { return child_keeps_it_unique(step, child); });
  if (!all_can_move) return std::nullopt;
  const Numbering numbering = numbering_of(step, key.table);
  const Need need{.name = need_name(key.table, "kept"),
                  .question = "By which order does the first row of each group stay, and the others go?",
                  .sample = numbering.order};
  const std::string order = answer(need, step);
  SaferPath path{.title = fmt::format("Keep one row of each group; the other rows of {} are deleted",
                                      in_words(key.table)),
                 .needs = {need},
                 .steps = {},
                 .leaves = {"backfill-in-schema-migration", "add-unique-on-existing-rows",
                            "create-index-without-concurrently", "add-unique-without-using-index",
                            "scan-under-exclusive-lock"}};
  for (const Child& child : children)
    path.steps.push_back(
        before(fmt::format("Have {} refer to the row that stays.", in_words(child.table, child.columns)),
               point_at_kept(key, child, order, step)));
  path.steps.push_back(
      before(fmt::format("This deletes the duplicates: rows of {} are lost.", in_words(key.table)),
             fmt::format("DELETE FROM {} USING ({}) AS duplicate\nWHERE {} AND duplicate.place > 1;",
                         relation(key.table, step), grouped(key, order, "", step),
                         same_row(numbering, "duplicate", qualifier(key.table, step), step))));
  return path;
}

/// What makes the key, on its own: it goes into a migration of a later release.
std::string made_alone(const Change& change, const Step& step) {
  Change alone = change;
  std::visit(
      [&](auto& made) {
        if constexpr (requires {
                        made.inline_column;
                        made.table;
                      }) {
          made.inline_column.clear();
          made.table = step.before.resolve(made.table);
        }
      },
      alone);
  return sql(alone, step);
}

}  // namespace

std::optional<UniqueKey> key_of(const Change& change, const Step& step) {
  const auto plain = [&](const RelationName& table, const std::vector<std::string>& columns) {
    UniqueKey key{.table = step.before.resolve(table), .columns = columns};
    for (const std::string& name : columns) key.expressions.push_back(identifier(name, step));
    return key;
  };
  if (const auto* primary = std::get_if<AddPrimaryKey>(&change)) {
    if (primary->columns.empty()) return std::nullopt;
    UniqueKey key = plain(primary->table, primary->columns);
    key.primary = true;
    return key;
  }
  if (const auto* unique = std::get_if<AddUnique>(&change)) {
    if (unique->columns.empty() || unique->without_overlaps) return std::nullopt;
    UniqueKey key = plain(unique->table, unique->columns);
    key.nulls_agree = unique->nulls_not_distinct;
    return key;
  }
  const auto* index = std::get_if<CreateIndex>(&change);
  if (!index) return std::nullopt;
  UniqueKey key{.table = step.before.resolve(index->table), .nulls_agree = index->nulls_not_distinct};
  if (index->where) {
    key.where = index->where->text;
    if (key.where.empty()) return std::nullopt;
  }
  for (const IndexElement& element : index->elements) {
    if (!element.column.empty()) {
      if (!has(key.columns, element.column)) key.columns.push_back(element.column);
      key.expressions.push_back(identifier(element.column, step));
      continue;
    }
    if (!element.expression || element.expression->text.empty()) return std::nullopt;
    for (const std::string& name : columns_of(*element.expression))
      if (!has(key.columns, name)) key.columns.push_back(name);
    key.expressions.push_back("(" + element.expression->text + ")");
  }
  return key;
}

/// CREATE INDEX CONCURRENTLY bears nothing beside it where a file is one transaction: the rows are mended in
/// its place, and it follows alone.
void make_room(SaferPath& path, const Step& step) {
  const Site site = site_of(step);
  const bool splits = std::ranges::all_of(
      step.execution.modes, [&](RunMode mode) { return run_mode(step.migration, mode) == RunMode::split; });
  if (!step.effect.refuses_transaction || splits) return;
  for (PathStep& mending : path.steps) mending.place = PathStep::Place::here;
  path.steps.push_back(alone_in_migration(
      step.history, "Then the index, in a migration that holds nothing else", text_of(site)));
}

std::vector<SaferPath> paths_for_duplicates(const UniqueKey& key, const Change& change, const Step& step) {
  // what the statement itself adds can't be told apart ahead of it
  const bool all_there = std::ranges::all_of(
      key.columns, [&](const std::string& name) { return step.before.column(key.table, name); });
  if (!all_there) return {};
  std::vector<SaferPath> paths;
  const std::optional<Choice> choice = best_choice(key, step);
  if (choice) paths.push_back(keep_all(key, *choice, step));
  if (std::optional<SaferPath> one = keep_one(key, step)) paths.push_back(std::move(*one));
  if (key.primary || paths.empty()) return paths;
  SaferPath not_yet = paths.front();
  for (SaferPath& path : paths) make_room(path, step);
  not_yet.title = "Not yet: make it unique in a later release, when no version writes duplicates any more";
  for (PathStep& mending : not_yet.steps) {
    mending.place = PathStep::Place::outside;
    mending.text += " When every running version treats the value as unique.";
  }
  not_yet.steps.insert(not_yet.steps.begin(), left_out("Leave it out for now."));
  not_yet.steps.push_back(next_release("Then make it unique.", made_alone(change, step)));
  paths.push_back(std::move(not_yet));
  return paths;
}

}  // namespace miglint
