#include "going_rows.hpp"

#include <algorithm>
#include <fmt/format.h>

namespace miglint {

namespace {

SaferPath re_pointed(const Step& step, const Referring& rows) {
  const Need need{.name = in_words(rows.table, rows.column),
                  .question = fmt::format("Which row of {} do the rows of {} refer to from now on?",
                                          in_words(rows.referenced), in_words(rows.table)),
                  .sample = fmt::format("({})", rows.staying)};
  return {.title = fmt::format("Let the rows of {} refer to another row of {} first", in_words(rows.table),
                               in_words(rows.referenced)),
          .needs = {need},
          .steps = {before(
              fmt::format("Hand them over: what {} held in them is lost.", in_words(rows.table, rows.column)),
              fmt::format("UPDATE {0} SET {1} = {2}\n  WHERE {1} IN ({3});", relation(rows.table, step),
                          identifier(rows.column, step), answer(need, step), rows.going))}};
}

/// Nothing keeps the rows in turn.
bool can_be_deleted(const Step& step, const RelationName& table) {
  return std::ranges::all_of(step.before.referencing(table), [&](const auto& reference) {
    return reference.second->on_delete == ReferentialAction::cascade || reference.first->name == table;
  });
}

SaferPath deleted(const Step& step, const Referring& rows) {
  const Need need{.name = in_words(rows.table, rows.column),
                  .question = fmt::format("Which of the rows of {} that refer to {} may be deleted? (A "
                                          "condition; true: all of them)",
                                          in_words(rows.table), rows.going_in_words),
                  .sample = "true"};
  return {.title = fmt::format("Delete the rows of {} that refer to them first", in_words(rows.table)),
          .needs = {need},
          .steps = {
              before("This deletes them for good, and what refers to them with ON DELETE CASCADE.",
                     fmt::format("DELETE FROM {0}\n  WHERE {1} IN ({2}) AND {3};", relation(rows.table, step),
                                 identifier(rows.column, step), rows.going, answer(need, step)))}};
}

}  // namespace

std::vector<SaferPath> children_first(const Step& step, const Referring& referring) {
  std::vector<SaferPath> paths;
  if (!referring.staying.empty()) paths.push_back(re_pointed(step, referring));
  if (can_be_deleted(step, referring.table)) paths.push_back(deleted(step, referring));
  return paths;
}

std::vector<SaferPath> children_first(const Step& step, const RelationName& child, const Constraint& key,
                                      std::string_view alias, const std::string& condition) {
  if (key.columns.size() != 1 || key.referenced_columns.size() != 1) return {};
  const std::string column = identifier(key.referenced_columns.front(), step);
  const std::string from = fmt::format(
      "SELECT {} FROM {}{}", alias.empty() ? column : fmt::format("{}.{}", identifier(alias, step), column),
      relation(key.referenced, step), alias.empty() ? "" : " AS " + identifier(alias, step));
  const bool all = condition.empty();
  return children_first(
      step,
      {.table = child,
       .column = key.columns.front(),
       .referenced = key.referenced,
       .going = all ? from : fmt::format("{} WHERE {}", from, condition),
       .staying = all ? "" : fmt::format("{} WHERE ({}) IS NOT TRUE ORDER BY 1 LIMIT 1", from, condition),
       .going_in_words = all ? "them" : "those that go"});
}

std::optional<std::string> in_batches(const Step& step, const RelationName& table, std::string_view alias,
                                      const std::string& action, const std::string& condition) {
  const Table* found = step.before.table(table);
  const Constraint* key = found ? found->primary_key() : nullptr;
  if (!key || key->columns.size() != 1) return std::nullopt;
  const std::string name = relation(table, step);
  const std::string column = identifier(key->columns.front(), step);
  const std::string target = alias.empty() ? name : fmt::format("{} AS {}", name, identifier(alias, step));
  const bool deletes = action.empty();
  const std::string body = fmt::format(
      "DECLARE\n"
      "  batch_after {0}.{1}%TYPE;\n"
      "  batch_last {0}.{1}%TYPE;\n"
      "  rows_in_batch bigint;\n"
      "  rows_so_far bigint := 0;\n"
      "BEGIN\n"
      "  LOOP\n"
      "    SELECT {1} INTO batch_last FROM (\n"
      "      SELECT {1} FROM {0} WHERE batch_after IS NULL OR {1} > batch_after ORDER BY {1} LIMIT 5000\n"
      "    ) AS batch ORDER BY {1} DESC LIMIT 1;\n"
      "    EXIT WHEN batch_last IS NULL;\n"
      "    {2}\n"
      "      WHERE {3}(batch_after IS NULL OR {1} > batch_after) AND {1} <= batch_last;\n"
      "    GET DIAGNOSTICS rows_in_batch = ROW_COUNT;\n"
      "    COMMIT;\n"
      "    rows_so_far := rows_so_far + rows_in_batch;\n"
      "    RAISE NOTICE '% rows', rows_so_far;\n"
      "    batch_after := batch_last;\n"
      "  END LOOP;\n"
      "END",
      name, column, deletes ? "DELETE FROM " + target : fmt::format("UPDATE {} {}", target, action),
      condition.empty() ? "" : fmt::format("({}) AND ", condition));
  return fmt::format("DO {};", dollar_quoted(body));
}

std::string dollar_quoted(const std::string& text) {
  std::string tag = "$$";
  while (text.find(tag) != std::string::npos) tag.insert(1, "q");
  return fmt::format("{0}\n{1}\n{0}", tag, text);
}

}  // namespace miglint
