// JSON, version 1: a contract. Scripts, CI and editors read it; names, order and nulls are as INTERFACE
// documents them.

#include <algorithm>

#include "miglint/tokens.hpp"
#include "report/json_writer.hpp"
#include "report/places.hpp"
#include "report/report.hpp"
#include "report/terms.hpp"

namespace miglint {

namespace {

constexpr std::string_view verdict(bool stop) { return stop ? "stop" : "safe"; }

void write_tool(JsonWriter& json) {
  json.open_object("tool");
  json.member("name", "miglint");
  json.member("version", MIGLINT_VERSION);
  json.member("postgres_grammar", grammar_version());
  json.close_object();
}

/// The server that each history is judged for; one that was not read is judged for none.
void write_servers(JsonWriter& json, const Outcome& outcome) {
  json.open_array("servers");
  for (const JudgedHistory& judged : outcome.histories) {
    if (!judged.read) continue;
    json.open_object();
    json.member("migrations_dir", judged.history.migrations_dir);
    json.member("postgres", judged.terms.postgres);
    json.member_or_null("from", judged.terms.postgres_from);
    json.close_object();
  }
  json.close_array();
}

void write_migrations(JsonWriter& json, const JudgedHistory& judged) {
  const std::vector<bool> stopped = stopped_migrations(judged);
  for (std::size_t i = 0; i < judged.history.migrations.size(); ++i) {
    const Migration& migration = judged.history.migrations[i];
    const MigrationResult& result = judged.result.migrations[i];
    json.open_object();
    json.member("name", migration.source.name);
    json.member("path", migration.source.path);
    json.member("migrations_dir", migration.source.migrations_dir);
    json.member("state", to_string(migration.source.state));
    json.member("judged", result.judged);
    json.member_or_null("verdict", result.judged ? verdict(stopped[i]) : std::string_view());
    json.member_or_null("summary", result.summary);
    if (judged.read) {
      json.member("statements", static_cast<int>(migration.statements.size()));
    } else {
      json.null_member("statements");
    }
    json.close_object();
  }
}

/// Each finding repeats its statement. One ALTER TABLE with ten thousand commands would repeat itself ten
/// thousand times: past the budget, long statements are cut; `offset` and `length` still say where the whole
/// one is.
struct SqlBudget {
  static constexpr std::size_t always = 1024;
  std::size_t left = std::size_t{64} * 1024 * 1024;

  std::string spend(std::string_view sql) {
    if (sql.size() > always && sql.size() > left) return limited(sql, always);
    left -= std::min(left, sql.size());
    return std::string(sql);
  }
};

void write_statement(JsonWriter& json, const History& history, const Finding& finding, SqlBudget& budget) {
  if (finding.migration < 0 || finding.statement < 0) return json.null_member("statement");
  const Migration& migration = history.migrations.at(static_cast<std::size_t>(finding.migration));
  const Statement& statement = migration.statements.at(static_cast<std::size_t>(finding.statement));
  json.open_object("statement");
  json.member("index", finding.statement);
  json.member("offset", statement.span.begin);
  json.member("length", statement.span.length());
  json.member("sql", budget.spend(migration.sql(statement)));
  json.close_object();
}

void write_place(JsonWriter& json, const Finding& finding, const Place& place) {
  json.member("path", finding.path);
  json.member("line", place.begin.line);
  json.member("column", place.begin.column);
  json.member("end_line", place.end.line);
  json.member("end_column", place.end.column);
  json.member("offset", finding.span.begin);
  json.member("length", finding.span.length());
}

void write_object(JsonWriter& json, const ObjectName& object) {
  json.open_object("object");
  json.member_or_null("schema", object.schema);
  json.member_or_null("table", object.table);
  json.member_or_null("column", object.column);
  json.member_or_null("name", object.name);
  json.close_object();
}

void write_locks(JsonWriter& json, const std::vector<Lock>& locks) {
  json.open_array("locks");
  for (const Lock& lock : locks) {
    json.open_object();
    json.member("relation", to_string(lock.relation));
    json.member("mode", to_string(lock.mode));
    json.close_object();
  }
  json.close_array();
}

void write_safer(JsonWriter& json, const std::vector<SaferStep>& steps) {
  json.open_array("safer");
  for (const SaferStep& step : steps) {
    json.open_object();
    json.member("text", step.sentence());
    json.member_or_null("sql", step.sql);
    json.close_object();
  }
  json.close_array();
}

/// The other commands that a path takes away, by their bytes in the finding's file.
void write_along(JsonWriter& json, const Migration& migration, const SaferPath& path) {
  json.open_array("along");
  for (const auto& [statement, change] : path.along) {
    const std::vector<Span> spans =
        command_spans(migration, migration.statements.at(static_cast<std::size_t>(statement)));
    const Span span = spans.at(std::min(static_cast<std::size_t>(std::max(change, 0)), spans.size() - 1));
    json.open_object();
    json.member("offset", span.begin);
    json.member("length", span.length());
    json.close_object();
  }
  json.close_array();
}

void write_paths(JsonWriter& json, const History& history, const Finding& finding) {
  json.open_array("paths");
  for (const SaferPath& path : finding.paths) {
    json.open_object();
    json.member("key", path.key);
    json.member("title", path.title);
    json.member("result", path.result);
    json.open_array("needs");
    for (const Need& need : path.needs) {
      json.open_object();
      json.member("name", need.name);
      json.member("question", need.question);
      json.member("sample", need.sample);
      json.close_object();
    }
    json.close_array();
    std::vector<std::string> schema;
    for (const SchemaEdit& edit : path.schema) schema.push_back(in_words(edit));
    json.member("schema_prisma", schema);
    if (!path.along.empty())
      write_along(json, history.migrations.at(static_cast<std::size_t>(finding.migration)), path);
    json.open_array("steps");
    for (const PathStep& step : path.steps) {
      json.open_object();
      json.member("place", to_string(step.place));
      json.member("text", step.text);
      json.member_or_null("sql", step.sql);
      json.close_object();
    }
    json.close_array();
    json.close_object();
  }
  json.close_array();
}

void write_related(JsonWriter& json, const std::vector<Related>& places) {
  json.open_array("related");
  for (const Related& related : places) {
    json.open_object();
    json.member("message", related.message);
    json.member("path", related.path);
    json.member("line", related.line);
    json.close_object();
  }
  json.close_array();
}

const std::string& migration_name(const History& history, const Finding& finding) {
  return finding.migration < 0
             ? finding.migration_name
             : history.migrations.at(static_cast<std::size_t>(finding.migration)).source.name;
}

void write_finding(JsonWriter& json, const History& history, const Finding& finding, const Place& place,
                   SqlBudget& budget) {
  json.open_object();
  json.member("rule", finding.rule);
  json.member("group", to_string(finding.group));
  json.member("severity", to_string(finding.severity));
  json.member("message", finding.message);
  write_place(json, finding, place);
  json.member_or_null("migration", migration_name(history, finding));
  write_statement(json, history, finding, budget);
  write_object(json, finding.object);
  json.member("fails", finding.fails);
  write_locks(json, finding.locks);
  json.member("rewrites", finding.rewrites);
  json.member("loses", finding.loses);
  json.member("why", finding.why);
  write_safer(json, finding.safer);
  write_paths(json, history, finding);
  json.member_or_null("check_first", finding.check_first);
  write_related(json, finding.related);
  json.member("fingerprint", finding.fingerprint);
  if (finding.suppressed) json.member("reason", *finding.suppressed);
  json.close_object();
}

void write_findings(JsonWriter& json, std::string_view name, const Outcome& outcome,
                    std::vector<Finding> LintResult::* which) {
  SqlBudget budget;
  json.open_array(name);
  for (const JudgedHistory& judged : outcome.histories) {
    const std::vector<Finding>& findings = judged.result.*which;
    const std::vector<Place> places = places_of(judged.history, findings);
    for (std::size_t i = 0; i < findings.size(); ++i)
      write_finding(json, judged.history, findings[i], places[i], budget);
  }
  json.close_array();
}

void write_errors(JsonWriter& json, const std::vector<FileError>& errors) {
  json.open_array("errors");
  for (const FileError& error : errors) {
    json.open_object();
    json.member("path", error.path);
    json.member("message", error.message);
    json.close_object();
  }
  json.close_array();
}

void write_notices(JsonWriter& json, const std::vector<Notice>& notices) {
  json.open_array("notices");
  for (const Notice& notice : notices) {
    json.open_object();
    json.member("path", notice.path);
    json.member("line", notice.line);
    json.member("message", notice.message);
    json.close_object();
  }
  json.close_array();
}

void write_summary(JsonWriter& json, const Counts& counts) {
  json.open_object("summary");
  json.member("migrations", counts.migrations);
  json.member("judged", counts.judged);
  json.member("errors", counts.errors);
  json.member("warnings", counts.warnings);
  json.member("notes", counts.notes);
  json.member("suppressed", counts.suppressed);
  json.close_object();
}

}  // namespace

void report_json(const Outcome& outcome, const ReportStyle&, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  write_tool(json);
  json.member("verdict", verdict(stops(outcome)));
  write_servers(json, outcome);
  json.open_array("migrations");
  for (const JudgedHistory& judged : outcome.histories) write_migrations(json, judged);
  json.close_array();
  write_findings(json, "findings", outcome, &LintResult::findings);
  write_findings(json, "suppressed", outcome, &LintResult::suppressed);
  write_notices(json, notices(outcome));
  write_errors(json, outcome.errors);
  write_summary(json, count(outcome));
  json.close_object();
  json.write_to(out);
}

}  // namespace miglint
