#include <fmt/format.h>

#include "going_rows.hpp"
#include "release_paths.hpp"

namespace miglint {

namespace {

const Constraint* key_of(const Step& step, const RowFailure& failure, const RelationName& table) {
  const Table* other = step.before.table(failure.relation);
  if (!other) return nullptr;
  for (const Constraint& key : other->constraints) {
    const bool same = failure.sqlstate == "23503"
                          ? key.columns == failure.columns
                          : std::ranges::find(key.columns, failure.columns.front()) != key.columns.end();
    if (key.kind == Constraint::Kind::foreign_key && same && key.referenced == table) return &key;
  }
  return nullptr;
}

std::string referring_rows(const RowFailure& failure, const Constraint& key, const Boxed<Expression>& where) {
  if (key.columns.size() != 1) return {};
  const bool shown = where && !where->text.empty();
  return fmt::format("SELECT count(*) FROM {} WHERE {} IN (SELECT {} FROM {}{});", in_sql(failure.relation),
                     quote(key.columns.front()), quote(key.referenced_columns.front()),
                     in_sql(key.referenced), shown ? " WHERE " + where->text : "");
}

/// What the key does to the rows that refer.
std::string refusal(const RowFailure& failure, const std::string& referring) {
  if (failure.sqlstate == "23503")
    return fmt::format("A row of {} that refers to one of them keeps it there", referring);
  return fmt::format(
      "The foreign key sets {} to NULL in the rows that refer to them, and the column is "
      "required",
      in_words(failure.relation, failure.columns));
}

/// Where the rows that go can be told by the statement's own condition.
std::vector<SaferPath> paths_of(const Step& step, const Delete& deletion, const RowFailure& failure,
                                const Constraint& key) {
  const bool plain = deletion.using_relations.empty() && (!deletion.where || !deletion.where->text.empty());
  if (!plain || !can_be_rewritten(step)) return {};
  return children_first(step, failure.relation, key, deletion.alias,
                        deletion.where ? deletion.where->text : "");
}

void say(const Step& step, RuleContext& context, const RelationName& table, const Boxed<Expression>& where,
         const Delete* deletes) {
  for (const RowFailure& failure : step.failures()) {
    const bool of_keys = failure.sqlstate == "23503" || failure.sqlstate == "23502";
    if (!of_keys || failure.handled || failure.columns.empty() || nobody_uses(step, failure.relation))
      continue;
    if (!deletes && failure.relation == table) continue;
    const Constraint* key = key_of(step, failure, table);
    const std::string referring = in_words(failure.relation);
    context.report({
        .message =
            fmt::format("This {} fails if a row of {} refers to one that {}", deletes ? "DELETE" : "UPDATE",
                        referring, deletes ? "goes" : "gets another key"),
        .object = object(failure.relation, failure.columns.front()),
        .fails = fails(failure),
        .why = fmt::format("{}: PostgreSQL refuses the statement ({}), and the deploy stops, where there are "
                           "such rows. A test database often has none.",
                           refusal(failure, referring), failure.sqlstate),
        .paths = deletes && key ? paths_of(step, *deletes, failure, *key) : std::vector<SaferPath>{},
        .safer = {{.text = fmt::format("See to the rows of {} first, in this migration: delete them, or let "
                                       "them refer to others.",
                                       referring)}},
        .check_first = key ? referring_rows(failure, *key, where) : "",
    });
    return;
  }
}

/// A foreign key of another table to the whole one, as the partition's rows are referred to.
std::optional<std::pair<const Table*, const Constraint*>> key_to(const Step& step,
                                                                 const RelationName& whole) {
  for (const auto& reference : step.before.referencing(whole))
    if (!reference.first->partition_of) return reference;
  return std::nullopt;
}

/// The rows that refer to the partition's, by that key.
std::vector<SaferPath> paths_of(const Step& step, const DetachPartition& detach, const Table& child,
                                const Constraint& key) {
  if (key.columns.size() != 1 || key.referenced_columns.size() != 1 || !can_be_rewritten(step)) return {};
  const RelationName partition = step.before.resolve(detach.partition);
  const std::string column = identifier(key.referenced_columns.front(), step);
  const std::string going = fmt::format("SELECT {} FROM {}", column, relation(partition, step));
  return children_first(step, {.table = child.name,
                               .column = key.columns.front(),
                               .referenced = key.referenced,
                               .going = going,
                               .staying = fmt::format("SELECT {0} FROM {1} WHERE {0} NOT IN ({2}) LIMIT 1",
                                                      column, relation(key.referenced, step), going),
                               .going_in_words = in_words(partition)});
}

void check_detached(const DetachPartition& detach, const Step& step, RuleContext& context) {
  const std::optional<RowFailure> kept = failure(step, "23503");
  const auto key = key_to(step, step.before.resolve(detach.table));
  const RelationName child = key ? key->first->name : kept ? kept->relation : RelationName{};
  if (!kept || kept->handled || nobody_uses(step, child)) return;
  if (key && step.evidence.rewritten(child, key->second->columns.front())) return;  // they were seen to
  const std::string referring = in_words(child);
  context.report({
      .message = fmt::format("Detaching the partition fails if a row of {} refers to one in it", referring),
      .object = object(child, key ? key->second->columns.front() : ""),
      .fails = fails(*kept),
      .why = fmt::format("The foreign key points at the whole table, and the rows of the partition leave it: "
                         "PostgreSQL refuses that ({}) while a row of {} refers to one of them.",
                         kept->sqlstate, referring),
      .paths = key ? paths_of(step, detach, *key->first, *key->second) : std::vector<SaferPath>{},
      .safer = {{.text = fmt::format("See to the rows of {} first, in this migration.", referring)}},
  });
}

void check_delete_of_referenced_rows(const Change& change, const Step& step, RuleContext& context) {
  if (const auto* deletion = std::get_if<Delete>(&change))
    say(step, context, step.before.resolve(deletion->table), deletion->where, deletion);
  if (const auto* update = std::get_if<Update>(&change))
    say(step, context, step.before.resolve(update->table), update->where, nullptr);
  if (const auto* detach = std::get_if<DetachPartition>(&change)) check_detached(*detach, step, context);
}

}  // namespace

extern const Rule delete_of_referenced_rows;
const Rule delete_of_referenced_rows{.id = "delete-of-referenced-rows",
                                     .severity = Severity::warning,
                                     .check = on<check_delete_of_referenced_rows>};

}  // namespace miglint
