#include "support/sample_outcome.hpp"

#include <string>

namespace miglint {

namespace {

Span find_span(std::string_view text, std::string_view part) {
  const auto begin = static_cast<int>(text.find(part));
  return {.begin = begin, .end = begin + static_cast<int>(part.size())};
}

Migration migration(std::string name, std::string text, std::vector<std::string_view> statements,
                    State state) {
  Migration made{.source = {.path = "prisma/migrations/" + name + "/migration.sql",
                            .name = name,
                            .migrations_dir = "prisma/migrations",
                            .text = std::move(text),
                            .state = state,
                            .judged = state == State::untracked}};
  for (const std::string_view statement : statements)
    made.statements.push_back({.span = find_span(made.source.text, statement)});
  return made;
}

constexpr std::string_view add_email = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT NOT NULL";
constexpr std::string_view alter_staff =
    "ALTER TABLE \"staff\"\n  ADD COLUMN \"nick\" TEXT,\n\tDROP COLUMN \"名前\"";

Finding required_column(const Migration& source) {
  return {
      .rule = "add-column-not-null-without-default",
      .group = Group::data,
      .severity = Severity::error,
      .message = "adding public.staff.email as NOT NULL without a DEFAULT fails if public.staff has any row",
      .path = source.source.path,
      .span = find_span(source.source.text, "ADD COLUMN \"email\" TEXT NOT NULL"),
      .migration = 1,
      .statement = 0,
      .object = {.schema = "public", .table = "staff", .column = "email"},
      .fails = {"23502"},
      .locks = {{.relation = {.schema = "public", .name = "staff"}, .mode = LockMode::access_exclusive}},
      .why =
          "PostgreSQL has no value to give the rows that are already there, so the statement aborts and the "
          "deploy with it.",
      .safer = {{.text = "Add the column nullable.",
                 .sql = "ALTER TABLE \"staff\" ADD COLUMN \"email\" TEXT;"},
                {.text = "Fill it.", .sql = "UPDATE \"staff\" SET \"email\" = '';"},
                {.text = "Then require it.",
                 .sql = "ALTER TABLE \"staff\" ALTER COLUMN \"email\" SET NOT NULL;"}},
      .check_first = "SELECT count(*) FROM \"staff\";",
      .related = {{.message = "public.staff was made here",
                   .path = "prisma/migrations/1_init/migration.sql",
                   .line = 2}},
      .fingerprint = "0123456789abcdef"};
}

Finding dropped_column(const Migration& source) {
  return {.rule = "drop-column",
          .group = Group::rollout,
          .severity = Severity::warning,
          .message = "dropping public.staff.名前 breaks the version that still reads it",
          .path = source.source.path,
          .span = find_span(source.source.text, "DROP COLUMN \"名前\""),
          .migration = 1,
          .statement = 1,
          .object = {.schema = "public", .table = "staff", .column = "名前"},
          .loses = {"column:public.staff.名前"},
          .why = "During a rolling deploy the old version's SELECT names the column and fails.",
          .safer = {{.text = "Stop reading it in one release, drop it in the next.", .sql = ""}},
          .fingerprint = "fedcba9876543210"};
}

Finding edited_migration() {
  return {.rule = "edited-migration",
          .group = Group::history,
          .severity = Severity::error,
          .message = "1_init was edited after it was committed",
          .path = "prisma/migrations/1_init/migration.sql",
          .why = "Databases that have applied it will not apply the change.",
          .fingerprint = "00000000000000aa"};
}

Finding allowed_drop(const Migration& source) {
  Finding finding = dropped_column(source);
  finding.rule = "drop-table";
  finding.message = "dropping public.old loses its rows";
  finding.migration = 2;
  finding.statement = 0;
  finding.path = source.source.path;
  finding.span = find_span(source.source.text, "DROP TABLE old");
  finding.suppressed = "archived in release 4.2";
  return finding;
}

}  // namespace

Outcome sample_outcome() {
  Outcome outcome{.selection = "new since origin/main", .current_folder = "/repo", .repository = "/repo"};
  JudgedHistory& judged = outcome.histories.emplace_back();
  judged.history.migrations_dir = "prisma/migrations";
  judged.history.execution.assumed = "prisma 6.19 (package.json)";
  judged.history.migrations = std::vector<Migration>{
      migration("1_init", "-- CreateTable\nCREATE TABLE staff (id int);\n", {"CREATE TABLE staff (id int)"},
                State::on_base),
      migration("2_email",
                "-- AlterTable\n" + std::string(add_email) + ";\n\n" + std::string(alter_staff) + ";\n",
                {add_email, alter_staff}, State::untracked),
      migration("3_nick", "DROP TABLE old;\n", {"DROP TABLE old"}, State::untracked),
  };
  const Migration& hazardous = judged.history.migrations[1];
  judged.result.migrations = {
      {.judged = false},
      {.judged = true, .summary = "adds staff.email (text, required), drops staff.名前"},
      {.judged = true, .summary = "drops old"}};
  judged.result.findings = {edited_migration(), required_column(hazardous), dropped_column(hazardous)};
  judged.result.suppressed = {allowed_drop(judged.history.migrations[2])};
  return outcome;
}

Outcome clean_outcome() {
  Outcome outcome = sample_outcome();
  outcome.histories[0].result.findings.clear();
  outcome.histories[0].result.suppressed.clear();
  return outcome;
}

Outcome hostile_outcome() {
  Outcome outcome = sample_outcome();
  const std::string attack =
      "\x1b[2J\n::set-output name=a::b\r\n##[command]x ]]> --> <script>alert(1)</script> & \"q\" 'q' `t` | "
      "\xFF\xC2\x9B\xE2\x80\xAE\xEF\xBF\xBF %0A, "
      "[x](9) @all https://x.example www.x.example\t";
  JudgedHistory& judged = outcome.histories[0];
  Migration& migration = judged.history.migrations.all()[1];
  const std::string statement = "COMMENT ON TABLE staff IS '" + attack + "'";
  migration.source.text = statement + ";\n";
  migration.statements = {{.span = {.begin = 0, .end = static_cast<int>(statement.size())}}};
  migration.source.name = migration.source.path = attack;
  Finding finding = judged.result.findings[1];
  finding.span = migration.statements[0].span;
  finding.message = finding.path = finding.why = finding.check_first = finding.object.table =
      finding.fingerprint = attack;
  finding.safer = {{.text = attack, .sql = attack}};
  finding.related = {{.message = attack, .path = attack, .line = 3}};
  finding.loses = {attack};
  judged.result.findings = {finding};
  judged.result.migrations[1].summary = attack;
  judged.result.suppressed[0].suppressed = attack;
  outcome.errors = {{.path = attack, .message = attack}};
  outcome.notes = {attack};
  outcome.selection = attack;
  outcome.show_suppressed = true;
  return outcome;
}

}  // namespace miglint
