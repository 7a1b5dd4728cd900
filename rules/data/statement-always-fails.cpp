#include <algorithm>
#include <fmt/format.h>

#include "miglint/nearest.hpp"
#include "release_paths.hpp"

namespace miglint {

namespace {

/// The change with another table, or another column: nothing where it names none, or several.
std::optional<Change> with_table(Change change, const RelationName& name) {
  const auto put = [&](auto& of_kind) {
    if constexpr (requires { of_kind.table = name; }) {
      of_kind.table = name;
      return true;
    } else {
      return false;
    }
  };
  if (!std::visit(put, static_cast<AnyChange&>(change))) return std::nullopt;
  return change;
}
std::optional<Change> with_column(Change change, const std::string& name) {
  const auto put = [&](auto& of_kind) {
    if constexpr (requires {
                    of_kind.table.name;
                    of_kind.column.empty();
                  }) {
      of_kind.column = name;
      return true;
    } else if constexpr (requires {
                           of_kind.from = name;
                           of_kind.table.name;
                           of_kind.cascade;
                         }) {
      of_kind.from = name;
      return true;
    } else {
      return false;
    }
  };
  if (!std::visit(put, static_cast<AnyChange&>(change))) return std::nullopt;
  return change;
}

RelationName table_of(const Change& change) {
  const auto get = [](const auto& of_kind) -> RelationName {
    if constexpr (requires { of_kind.table.name; }) {
      return of_kind.table;
    } else {
      return {};
    }
  };
  return std::visit(get, static_cast<const AnyChange&>(change));
}
std::string column_of(const Change& change) {
  const auto get = [](const auto& of_kind) -> std::string {
    if constexpr (requires {
                    of_kind.table.name;
                    of_kind.column.empty();
                  }) {
      return of_kind.column;
    } else if constexpr (requires {
                           of_kind.from.empty();
                           of_kind.table.name;
                           of_kind.cascade;
                         }) {
      return of_kind.from;
    } else {
      return {};
    }
  };
  return std::visit(get, static_cast<const AnyChange&>(change));
}

/// `"name"` or `name` as somebody answered it.
std::string bare(std::string_view answer) {
  if (answer.size() < 2 || answer.front() != '"' || answer.back() != '"') return std::string(answer);
  std::string name(answer.substr(1, answer.size() - 2));
  for (std::size_t at = name.find("\"\""); at != std::string::npos; at = name.find("\"\"", at + 1))
    name.erase(at, 1);
  return name;
}

SaferPath meant(const Need& need, const Change& change, const Step& step) {
  return {.title = fmt::format("Write {} instead", answer(need, step)),
          .needs = {need},
          .steps = {here("Name what is there. Whether a running version fails then is for the statement that "
                         "is meant to say.",
                         sql(change, step))}};
}

/// Did they mean a column that is there?
std::vector<SaferPath> misspelt_column(const Change& change, const Step& step) {
  const std::string typed = column_of(change);
  const Table* table = step.before.table(step.before.resolve(table_of(change)));
  if (typed.empty() || !table || table->column(typed)) return {};
  std::vector<std::string_view> known;
  for (const Column& column : table->columns) known.push_back(column.name);
  const std::optional<std::string> near = nearest(typed, known);
  if (!near) return {};
  const Need need{.name = in_words(table->name, typed),
                  .question = fmt::format("Which column of {} is meant?", in_words(table->name)),
                  .sample = identifier(*near, step)};
  return {meant(need, *with_column(change, bare(answer(need, step))), step)};
}

/// Did they mean a table that is there?
std::vector<SaferPath> misspelt_table(const Change& change, const Step& step) {
  const RelationName typed = table_of(change);
  if (typed.empty() || step.before.table(step.before.resolve(typed))) return {};
  std::vector<std::string_view> known;
  for (const auto& [name, table] : step.before.tables)
    if (typed.schema.empty() || name.schema == typed.schema) known.push_back(name.name);
  const std::optional<std::string> near = nearest(typed.name, known);
  if (!near) return {};
  const Need need{.name = in_words(step.before.resolve(typed)),
                  .question = "Which table is meant?",
                  .sample = identifier(*near, step)};
  const RelationName name{.schema = typed.schema, .name = bare(answer(need, step))};
  return {meant(need, *with_table(change, name), step)};
}

/// Foreign keys of other tables: they have to go before the table does.
std::vector<SaferPath> kept_by_keys(const DropTable& drop, const Step& step) {
  const RelationName table = step.before.resolve(drop.table);
  SaferPath path{.title = "Drop the foreign keys that refer to it first"};
  std::vector<std::string> keys;
  for (const auto& [child, key] : step.before.referencing(table)) {
    if (child->name == table || key->inherited) continue;
    keys.push_back(in_prose(key->name));
    path.steps.push_back(before(
        fmt::format(
            "Nothing keeps orphans out of {} from then on; the running version fails where it uses {}.",
            in_words(child->name, key->columns), in_words(table)),
        sql(DropConstraint{.table = child->name, .name = key->name}, step)));
  }
  if (keys.empty() || !step.before.views_using(table).empty()) return {};  // more than that keeps it
  path.result = fmt::format("{} {} gone as well", in_words(keys), keys.size() > 1 ? "are" : "is");
  path.leaves = {"drop-table", "drop-constraint", "drop-foreign-key-locks-parent"};
  return {std::move(path)};
}

/// What is there already: as it should be, or otherwise.
std::vector<SaferPath> there_already(const AddColumn& add, const Step& step) {
  const RelationName table = step.before.resolve(add.table);
  const Column* column = step.before.column(table, add.column.name);
  if (!column) return {};
  const std::string type = format_type(column->type, step.before);
  const bool alike = format_type(step.before.resolve(add.column.type), step.before) == type &&
                     column->not_null == add.column.not_null && !column->default_value &&
                     !add.column.default_value;
  SaferPath path{.title = "Leave it out", .steps = {left_out("The column is there already.")}};
  if (!alike)
    path.result = fmt::format("{} stays as it is: {}{}", in_words(table, column->name), sql_in_prose(type),
                              column->not_null ? ", required" : "");
  return {std::move(path)};
}

std::vector<SaferPath> paths_of(const AlwaysFails& failure, const Step& step) {
  if (!can_be_rewritten(step) || step.change < 0) return {};
  const Change& change = change_at(step);
  const bool alone = command_at(step).changes.size() == 1;
  if (failure.sqlstate == "42703" && alone) return misspelt_column(change, step);
  if (failure.sqlstate == "42P01" && alone && step.statement.changes.size() == 1)
    return misspelt_table(change, step);
  if (const auto* drop = std::get_if<DropTable>(&change); drop && failure.sqlstate == "2BP01")
    return kept_by_keys(*drop, step);
  if (const auto* add = std::get_if<AddColumn>(&change); add && failure.sqlstate == "42701" && alone)
    return there_already(*add, step);
  if (std::holds_alternative<AddEnumValue>(change) && failure.sqlstate == "42710")
    return {{.title = "Leave it out", .steps = {left_out("The label is there already.")}}};
  return {};
}

/// The server's version decides: why this one, and how to say another.
std::vector<SaferStep> told_version(const Config& config) {
  return {
      {.text = config.postgres_from.empty()
                   ? fmt::format("PostgreSQL {} is the default, for nothing in the project says which one "
                                 "it runs. Where production runs another, `postgres:` in .miglint.yaml "
                                 "says so.",
                                 config.postgres)
                   : fmt::format("It is judged for PostgreSQL {}: {}. Where production runs another, "
                                 "`postgres:` in .miglint.yaml says so.",
                                 config.postgres, config.postgres_from)}};
}

std::vector<SaferStep> told_in_general() {
  return {
      {.text = "Run the migrations so far on an empty database to see the server's own words, and fix the "
               "statement."},
      {.text = "If it works for you, the database has something that no migration made: put that into a "
               "migration."}};
}

void report_certain(const AlwaysFails& failure, const Step& step, RuleContext& context) {
  std::string reason = failure.reason;
  if (reason.ends_with('.')) reason.pop_back();
  const Boxed<Novelty>& novelty = step.statement.novelty;
  const bool is_of_other_versions = (novelty && !novelty->runs_on(step.config.postgres)) ||
                                    reason.find("needs PostgreSQL") != std::string::npos;
  context.report({
      .message = fmt::format("This statement always fails: {}", reason),
      .why = fmt::format("PostgreSQL refuses it ({}) whatever the tables hold, on an empty database too. The "
                         "deploy stops here, and so does every later one until "
                         "the migration is fixed or marked as resolved.",
                         failure.sqlstate),
      .paths = paths_of(failure, step),
      .safer = is_of_other_versions ? told_version(step.config) : told_in_general(),
  });
}

std::string parent_of(const Step& step, const RowFailure& orphan) {
  const Table* table = step.before.table(orphan.relation);
  for (const Constraint& key : table ? table->constraints : SharedList<Constraint>{}) {
    if (key.kind == Constraint::Kind::foreign_key && key.columns == orphan.columns)
      return in_words(key.referenced);
  }
  return "the table";
}

/// Rows whose parents only some databases have.
void report_orphan(const RowFailure& orphan, const Step& step, RuleContext& context) {
  const std::string parent = parent_of(step, orphan);
  context.report({
      .message =
          fmt::format("This INSERT fails on every new database: no migration puts a row into {}, which "
                      "{} refers to",
                      parent, in_words(orphan.relation, orphan.columns)),
      .object = object(orphan.relation, orphan.columns.front()),
      .fails = fails(orphan),
      .why = fmt::format("The rows it refers to come from somewhere else, so that it works where they are. A "
                         "shadow database, CI and the next developer's have the migrations alone, and there "
                         "PostgreSQL refuses it ({}).",
                         orphan.sqlstate),
      .safer = {{.text =
                     fmt::format("Insert the rows of {} in a migration too, before this statement.", parent)},
                {.text = "Or insert only what has its row there: INSERT … SELECT … FROM that table."},
                {.text = "Or leave the rows to a seed script, which runs where they are wanted."}},
      .severity = Severity::warning,
  });
}

SaferPath checked_first() {
  return {.title = "Have the deferred checks made before it",
          .steps = {
              before("They fail here, and say so, where a row is wrong.", "SET CONSTRAINTS ALL IMMEDIATE;")}};
}

/// Certain as soon as the earlier statement found a row.
void report_pending(const RowFailure& pending, const Step& step, RuleContext& context) {
  const std::string table = in_words(pending.relation);
  context.report({
      .message = fmt::format("This statement fails where an earlier one of its transaction has written rows: "
                             "their deferred checks wait for {}",
                             table),
      .object = object(pending.relation),
      .fails = fails(pending),
      .why =
          fmt::format("A foreign key that is INITIALLY DEFERRED is checked at COMMIT. Until then PostgreSQL "
                      "refuses to change {} ({}), and the deploy stops; where no row was written, as in a "
                      "test database, it does not.",
                      table, pending.sqlstate),
      .paths = can_be_rewritten(step) ? std::vector<SaferPath>{checked_first()} : std::vector<SaferPath>{},
      .safer = {{.text = "Change the rows in a migration of their own, before this one."}},
  });
}

void check_statement_always_fails(const Change& change, const Step& step, RuleContext& context) {
  if (step.conditional) return;  // a condition may keep it from running
  if (const AlwaysFails* failure = step.certain_failure()) return report_certain(*failure, step, context);
  if (std::holds_alternative<DoBlock>(change)) return;  // its statements are asked about one by one
  for (const RowFailure& failure : step.failures()) {
    if (failure.sqlstate == "55006") return report_pending(failure, step, context);
    if (failure.new_database && !failure.handled) return report_orphan(failure, step, context);
  }
}

}  // namespace

extern const Rule statement_always_fails;
const Rule statement_always_fails{.id = "statement-always-fails",
                                  .severity = Severity::error,
                                  .check = on<check_statement_always_fails>,
                                  .overrides = {"*"}};

}  // namespace miglint
