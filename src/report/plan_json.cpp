// plan's JSON, version 1: a contract, as check's.

#include "report/json_writer.hpp"
#include "report/plan.hpp"

namespace miglint {

namespace {

void write_locks(JsonWriter& json, const PlannedStatement& planned) {
  json.open_array("locks");
  for (std::size_t i = 0; i < planned.effect.locks.size(); ++i) {
    json.open_object();
    json.member("relation", to_string(planned.effect.locks[i].relation));
    json.member("mode", to_string(planned.effect.locks[i].mode));
    json.member("held_since", planned.held_since[i]);
    json.close_object();
  }
  json.close_array();
}

void write_names(JsonWriter& json, std::string_view key, const std::vector<Work>& first,
                 const std::vector<Work>& second = {}) {
  json.open_array(key);
  for (const Work& work : first) json.value(to_string(work.relation));
  for (const Work& work : second) json.value(to_string(work.relation));
  json.close_array();
}

void write_failures(JsonWriter& json, const Effect& effect) {
  json.open_array("row_failures");
  for (const RowFailure& failure : effect.row_failures) {
    if (failure.only_new_rows) continue;  // the rows already there are taken care of
    json.open_object();
    json.member("sqlstate", failure.sqlstate);
    json.member("relation", to_string(failure.relation));
    json.member("columns", failure.columns);
    json.close_object();
  }
  json.close_array();
  if (!effect.always_fails) return json.null_member("always_fails");
  json.open_object("always_fails");
  json.member("sqlstate", effect.always_fails->sqlstate);
  json.member("reason", effect.always_fails->reason);
  json.close_object();
}

std::string_view kind_of(const TransactionOf& transaction) {
  switch (transaction.kind) {
    case TransactionOf::Kind::implicit:
      return "implicit";
    case TransactionOf::Kind::explicit_:
      return "explicit";
    case TransactionOf::Kind::own:
      return "own";
  }
  return {};
}

std::string_view text_of(const Migration& migration, Span span) {
  return std::string_view(migration.source.text)
      .substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length()));
}

void write_statement(JsonWriter& json, const Migration& migration, const LineIndex& lines,
                     const PlannedStatement& planned) {
  json.open_object();
  if (planned.index < 0)
    json.null_member("index");
  else
    json.member("index", planned.index);
  json.member("offset", planned.span.begin);
  json.member("length", planned.span.length());
  json.member("line", lines.at(planned.span.begin).line);
  json.member("sql", text_of(migration, planned.span));
  json.member("changes", planned.changes);
  json.member("transaction", kind_of(planned.transaction));
  write_locks(json, planned);
  write_names(json, "rewrites", planned.effect.rewrites);
  write_names(json, "scans", planned.effect.scans);
  write_names(json, "builds", planned.effect.builds, planned.effect.rebuilds);
  write_names(json, "drops", planned.effect.drops);
  write_failures(json, planned.effect);
  json.open_array("loses");
  for (const Loss& loss : planned.effect.losses) json.value(to_string(loss));
  json.close_array();
  json.close_object();
}

void write_migration(JsonWriter& json, const JudgedHistory& judged, std::size_t index) {
  const Migration& migration = judged.history.migrations[index];
  const MigrationResult& result = judged.result.migrations[index];
  const LineIndex lines(migration.source.text);
  json.open_object();
  json.member("name", migration.source.name);
  json.member("path", migration.source.path);
  json.member("migrations_dir", migration.source.migrations_dir);
  json.member("run", to_string(run_mode(migration, judged.history.execution.modes.front())));
  json.member("assumed", migration.source.no_transaction ? "the file says that it wants no transaction"
                                                         : judged.history.execution.assumed);
  json.member("worst", result.worst);
  json.open_array("statements");
  for (const PlannedStatement& planned : result.plan) write_statement(json, migration, lines, planned);
  json.close_array();
  json.close_object();
}

}  // namespace

void plan_json(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  json.open_array("migrations");
  for (const JudgedHistory& judged : outcome.histories)
    for (std::size_t i = 0; i < judged.history.migrations.size(); ++i)
      if (judged.result.migrations[i].judged) write_migration(json, judged, i);
  json.close_array();
  json.close_object();
  json.write_to(out);
}

}  // namespace miglint
