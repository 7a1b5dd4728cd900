#include "lock_paths.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <utility>

#include "paths.hpp"
#include "support.hpp"

namespace miglint {

// ---- An end to the wait -----------------------------------------------------------------------------------

namespace {

/// SET LOCAL holds where the statement has a transaction around it, in every way the file may be run.
bool has_transaction(const Site& site) {
  return std::ranges::all_of(site.history.execution.modes, [&](RunMode mode) {
    const std::vector<TransactionOf> cut = transactions(site.migration, mode);
    return run_mode(site.migration, mode) != RunMode::split ||
           cut[static_cast<std::size_t>(site.index)].kind == TransactionOf::Kind::explicit_;
  });
}

bool has_end(std::string_view timeout) {
  return std::ranges::any_of(timeout, [](char c) { return c >= '1' && c <= '9'; });
}

/// An earlier statement of the migration has seen to it.
bool is_set_before(const Site& site) {
  bool is_set = false;
  for (const Mention place : site.mentions.of("lock_timeout")) {
    const auto* set = std::get_if<SetVariable>(&site.mentions.at(place));
    if (place.statement < site.index && set && (!set->local || has_transaction(site)))
      is_set = has_end(set->value);
  }
  return is_set;
}

/// `command`: the command alone, as a statement that RESET follows.
std::optional<SaferPath> lock_timeout_path(const Site& site, const std::string& command,
                                           std::string_view rule) {
  const std::string_view words =
      "Let the wait for its lock end after a while, rather than have everybody queue behind it; the deploy "
      "is "
      "then tried again, at a quiet hour";
  SaferPath path{
      .title = "Do it at a quiet hour, and let a lock_timeout end the wait", .steps = {}, .leaves = {rule}};
  if (is_set_before(site)) return std::nullopt;
  if (has_transaction(site)) {
    path.steps = {before(std::string(words), "SET LOCAL lock_timeout = '5s';")};
    return path;
  }
  if (site.in_do_block || command.empty()) return std::nullopt;
  path.steps = {
      before(std::string(words), "SET lock_timeout = '5s';"), here("The statement stays what it is", command),
      here("Take the timeout back: it would hold for the migrations that follow", "RESET lock_timeout;")};
  return path;
}

}  // namespace

bool has_lock_timeout(const Step& step) {
  const auto set = step.before.settings.find("lock_timeout");
  return set != step.before.settings.end() && has_end(set->second);
}

std::optional<SaferPath> with_lock_timeout(const Step& step, std::string_view rule, std::string_view remark) {
  if (has_lock_timeout(step) || step.effect.refuses_transaction) return std::nullopt;
  std::optional<SaferPath> path =
      lock_timeout_path(site_of(step), step.in_do_block ? std::string() : command_text(step), rule);
  if (path && !remark.empty()) path->steps.front().text += fmt::format(". {}", remark);
  return path;
}

std::optional<SaferPath> with_lock_timeout(const Site& site, std::string_view rule) {
  return lock_timeout_path(site, text_of(site), rule);
}

std::vector<SaferPath> only_with_lock_timeout(const Step& step, std::string_view rule) {
  return offered({with_lock_timeout(step, rule)});
}

// ---- NOT VALID --------------------------------------------------------------------------------------------

namespace {

template <class Constraint>
std::optional<SaferPath> in_two_steps(Constraint constraint, std::string name, std::string_view leaves,
                                      const Step& step) {
  const RelationName table = step.before.resolve(constraint.table);
  if (step.in_do_block || changes_later(step, table)) return std::nullopt;
  // something else happens to it in this file
  if (later(step, name, [](const Change&) { return true; })) return std::nullopt;
  constraint.name = std::move(name);
  constraint.not_valid = true;
  const bool is_inline = !std::exchange(constraint.inline_column, {}).empty();
  SaferPath path{.title = "Add it NOT VALID, and check the rows that are there apart from it", .steps = {}};
  path.leaves = {leaves};
  if (is_inline) path.steps.push_back(here("Without the constraint", rest_of_command(step)));
  path.steps.push_back(
      here("Add it unchecked: new rows must satisfy it at once, and the lock is held for an "
           "instant",
           sql(Change(constraint), step)));
  path.steps.push_back(in_own_transaction(
      step.history, "Check the rows that are there; reads and writes go on meanwhile",
      sql(Change(ValidateConstraint{.table = constraint.table, .name = constraint.name}), step)));
  return path;
}

}  // namespace

std::optional<SaferPath> not_valid_then_validate(const AddForeignKey& key, const Step& step) {
  return in_two_steps(key, name_of(key), "add-foreign-key-on-existing-rows", step);
}
std::optional<SaferPath> not_valid_then_validate(const AddCheck& check, const Step& step) {
  return in_two_steps(check, name_of(check), "add-check-on-existing-rows", step);
}
std::optional<SaferPath> not_valid_then_validate(const AddNotNull& constraint, const Step& step) {
  const std::string name = constraint.name.empty()
                               ? make_object_name(constraint.table.name, constraint.column, "not_null")
                               : constraint.name;
  return in_two_steps(constraint, name, "set-not-null-on-existing-rows", step);
}

// ---- Required columns -------------------------------------------------------------------------------------

static bool needs_required(const Change& change, const std::vector<std::string>& names) {
  const auto is_one = [&](const std::string& name) { return std::ranges::find(names, name) != names.end(); };
  if (const auto* identity = std::get_if<AlterIdentity>(&change)) return is_one(identity->column);
  if (const auto* key = std::get_if<AddPrimaryKey>(&change))
    return !key->using_index.empty() || std::ranges::any_of(key->columns, is_one);
  if (const auto* dropped = std::get_if<DropNotNull>(&change)) return is_one(dropped->column);
  return names_index(change);
}

std::optional<SaferPath> required_through_check(const Step& step, const RelationName& table,
                                                const std::vector<std::string>& names,
                                                const std::string& last) {
  const RelationName resolved = step.before.resolve(table);
  const auto needs_it = [&](const Change& change) { return needs_required(change, names); };
  if (step.in_do_block || names.empty() || changes_later(step, resolved) ||
      later(step, resolved.name, needs_it))
    return std::nullopt;
  SaferPath path{.title = "Have a CHECK prove it, which is validated while reads and writes go on",
                 .steps = {},
                 .leaves = {"add-check-on-existing-rows", "set-not-null-on-existing-rows"}};
  std::string require, cleanup;
  std::vector<PathStep> validate;
  for (const std::string& name : names) {
    const ProvenByCheck proof = proven_by_check(step, resolved, name);
    path.steps.push_back(here(
        "A CHECK that says the same, unchecked. A running version of the application that leaves the column "
        "out "
        "fails from then on, as with NOT NULL",
        proof.not_valid));
    validate.push_back(in_own_transaction(
        step.history, "Check the rows that are there; reads and writes go on meanwhile", proof.validate));
    if (last.empty()) require += proof.require + "\n";
    cleanup += (cleanup.empty() ? "" : "\n") + proof.drop;
  }
  path.steps.insert(path.steps.end(), validate.begin(), validate.end());
  if (!last.empty()) require = last + "\n";
  path.steps.push_back(
      in_own_transaction(step.history, "PostgreSQL trusts the CHECK, which can go then", require + cleanup));
  return path;
}

static bool builds_on_values(const Change& change, const std::string& column) {
  const auto is_it = [&](const std::string& name) { return name == column; };
  if (const auto* key = std::get_if<AddPrimaryKey>(&change)) return std::ranges::any_of(key->columns, is_it);
  if (const auto* set = std::get_if<SetNotNull>(&change)) return set->column == column;
  if (const auto* identity = std::get_if<AlterIdentity>(&change)) return identity->column == column;
  if (const auto* update = std::get_if<Update>(&change)) return update->where.has_value();
  return std::holds_alternative<Insert>(change) && !std::get<Insert>(change).columns.empty() &&
         std::ranges::any_of(std::get<Insert>(change).columns, is_it);
}

std::optional<SaferPath> filled_apart(const Step& step, const AddColumn& add, std::vector<PathStep> added,
                                      const std::string& value) {
  const RelationName table = step.before.resolve(add.table);
  const std::string& column = add.column.name;
  const auto builds_on_it = [&](const Change& change) { return builds_on_values(change, column); };
  if (step.in_do_block || changes_later(step, table) || later(step, table.name, builds_on_it))
    return std::nullopt;
  Fill fill{.table = table, .column = column, .need = {.name = {}, .question = {}, .sample = value}};
  fill.where = fmt::format("{} IS NULL", identifier(column, step));
  fill.has_value = value.find("nextval(") != std::string::npos;
  SaferPath path = require_in_releases(step, fill, added.front());
  path.key.clear();
  path.needs.clear();
  path.title = "Fill the rows that are there outside of migrations, in batches";
  path.steps[1].text = "Fill the rows that are there, in batches";
  path.steps.insert(path.steps.begin() + 1, added.begin() + 1, added.end());
  const bool required =
      add.column.not_null || add.column.primary_key || add.column.identity != Identity::none;
  if (!required) {
    std::erase_if(path.steps, [](const PathStep& s) { return s.place == PathStep::Place::next_release; });
    path.schema.clear();
  }
  path.leaves = left_by_a_fill();
  return path;
}

// ---- Indexes ----------------------------------------------------------------------------------------------

std::vector<const Table*> leaf_partitions(const Step& step, const RelationName& table) {
  const Table* parent = step.before.table(table);
  if (!parent || !parent->certain) return {};
  std::vector<const Table*> leaves = step.before.partitions_of(parent->name);
  const auto is_leaf = [](const Table* leaf) { return leaf->kind == Table::Kind::table && leaf->certain; };
  return std::ranges::all_of(leaves, is_leaf) ? leaves : std::vector<const Table*>();
}

namespace {

bool is_partitioned(const RelationName& name, const Step& step) {
  const Table* table = step.before.table(name);
  return table && table->kind == Table::Kind::partitioned;
}

constexpr std::string_view wreck =
    "Build it while writes go on (a build that fails leaves an INVALID index: drop it before trying again)";

/// The name that PostgreSQL gives to a partition's own index.
CreateIndex on_partition(CreateIndex index, const Table& partition) {
  index.table = partition.name;
  index.name.clear();
  index.name = name_of(index);
  index.concurrently = true;
  index.if_not_exists = false;
  return index;
}

std::optional<SaferPath> index_on_partitions(const CreateIndex& index, const Step& step) {
  const std::vector<const Table*> partitions = leaf_partitions(step, index.table);
  if (partitions.empty()) return std::nullopt;
  CreateIndex own = index;
  own.name = name_of(index);
  own.only = true;
  SaferPath path{
      .title = "Build each partition's index CONCURRENTLY, and attach it",
      .steps = {here("The partitioned table's own index is quick, and invalid until its partitions "
                     "have theirs",
                     sql(Change(own), step))}};
  const RelationName whole{.schema = step.before.resolve(index.table).schema, .name = own.name};
  std::vector<PathStep> attach;
  for (const Table* partition : partitions) {
    const CreateIndex part = on_partition(index, *partition);
    path.steps.push_back(alone_in_migration(step.history, std::string(wreck), sql(Change(part), step)));
    attach.push_back(next_migration(
        "Attach it; the last one makes the index of the partitioned table valid",
        sql(Change(AttachIndex{.index = whole,
                               .partition_index = {.schema = partition->name.schema, .name = part.name}}),
            step)));
  }
  path.steps.insert(path.steps.end(), attach.begin(), attach.end());
  return path;
}

/// The index behind a key.
template <class Key>
CreateIndex index_of(const Key& key, const std::string& name) {
  CreateIndex index{.table = key.table, .name = name, .unique = true, .concurrently = true};
  for (const std::string& column : key.columns) index.elements.push_back({.column = column});
  index.include = key.include;
  if constexpr (requires { key.nulls_not_distinct; }) index.nulls_not_distinct = key.nulls_not_distinct;
  return index;
}

bool is_taken(const Step& step, const RelationName& table, const std::string& name) {
  return step.before.relation_exists({step.before.resolve(table).schema, name});
}

/// An earlier statement (or command) of the migration drops what has the name now.
bool replaces(const Step& step, std::string_view name) {
  return std::ranges::any_of(step.mentions.of(name), [&](Mention place) {
    const Change& change = step.mentions.at(place);
    return std::holds_alternative<DropConstraint>(change) || std::holds_alternative<DropIndex>(change);
  });
}

/// The columns that the key would have to read the whole table for, to require them.
template <class Key>
std::vector<std::string> nullable_columns(const Key& key, const Step& step) {
  if constexpr (!std::is_same_v<Key, AddPrimaryKey>) return {};
  std::vector<std::string> names;
  for (const std::string& name : key.columns) {
    const Column* column = step.before.column(key.table, name);
    if (!column || !column->not_null) names.push_back(name);
  }
  return names;
}

/// The key of an index of its own name.
template <class Key>
Key using_index(Key key, const std::string& name) {
  key.name = key.using_index = name;
  key.inline_column.clear();
  key.columns.clear();
  key.include.clear();
  if constexpr (requires { key.nulls_not_distinct; }) key.nulls_not_distinct = false;
  return key;
}

/// A primary key requires its columns: CHECKs prove them before.
std::optional<SaferPath> required_key(const Step& step, const RelationName& table,
                                      const std::vector<std::string>& nullable, PathStep build,
                                      const std::string& made) {
  std::optional<SaferPath> path = required_through_check(step, table, nullable, made);
  if (!path) return path;
  path->title = "Have a CHECK prove NOT NULL, build the index CONCURRENTLY, and make the key of it";
  path->steps.insert(path->steps.end() - 1, std::move(build));
  path->leaves.push_back("add-unique-on-existing-rows");
  return path;
}

template <class Key>
std::optional<SaferPath> through_index(Key key, const Step& step) {
  const std::string name = name_of(key);
  const RelationName table = step.before.resolve(key.table);
  const bool is_plain = key.using_index.empty() && !key.without_overlaps && !key.columns.empty();
  if (step.in_do_block || !is_plain || is_partitioned(key.table, step) || replaces(step, name) ||
      is_taken(step, key.table, name) || is_needed_later(step, table, name, true))
    return std::nullopt;
  const std::vector<std::string> nullable = nullable_columns(key, step);
  const std::string rest = key.inline_column.empty() ? std::string() : rest_of_command(step);
  PathStep build =
      alone_in_migration(step.history, std::string(wreck), sql(Change(index_of(key, name)), step));
  std::string made = sql(Change(using_index(std::move(key), name)), step);
  if (!nullable.empty())
    return rest.empty() ? required_key(step, table, nullable, build, made) : std::nullopt;
  return SaferPath{
      .title = "Build the index CONCURRENTLY, and make the key of it",
      .steps = {rest.empty() ? left_out("The key leaves this migration") : here("Without the key", rest),
                std::move(build),
                next_migration("Make the key of it, which takes an instant", std::move(made))},
      .leaves = {"add-unique-on-existing-rows"}};
}

}  // namespace

std::optional<SaferPath> index_concurrently(const CreateIndex& index, const Step& step) {
  const std::string name = name_of(index);
  const RelationName table = step.before.resolve(index.table);
  if (step.in_do_block || replaces(step, name) || is_taken(step, index.table, name) ||
      is_needed_later(step, table, name, index.unique))
    return std::nullopt;
  if (is_partitioned(index.table, step)) return index_on_partitions(index, step);
  CreateIndex built = index;
  built.name = name;
  built.concurrently = true;
  built.if_not_exists = false;
  const bool as_written = !index.name.empty() && !index.if_not_exists;
  const std::string text = as_written ? with_words_after(step, "INDEX", " CONCURRENTLY") : std::string();
  return SaferPath{
      .title = "Build it CONCURRENTLY",
      .steps = done_alone(site_of(step), std::string(wreck), text.empty() ? sql(Change(built), step) : text)};
}

std::optional<SaferPath> key_through_index(const AddUnique& key, const Step& step) {
  return through_index(key, step);
}
std::optional<SaferPath> key_through_index(const AddPrimaryKey& key, const Step& step) {
  return through_index(key, step);
}

std::vector<SaferPath> offered(std::vector<std::optional<SaferPath>> paths) {
  std::vector<SaferPath> there;
  for (std::optional<SaferPath>& path : paths)
    if (path) there.push_back(std::move(*path));
  return there;
}

}  // namespace miglint
