// miglint schema [PATH]: the schema that the replayed history ends with.

#include "report/schema.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"

namespace miglint {

namespace {

ReplayedSchema replayed(const History& history) {
  ReplayedSchema schema{.migrations_dir = history.migrations_dir, .catalog = {}};
  for (std::size_t m = 0; m < history.migrations.size(); ++m) {
    const Migration& migration = history.migrations[m];
    schema.catalog.current_migration = static_cast<int>(m);
    for (std::size_t s = 0; s < migration.statements.size(); ++s) {
      schema.catalog.current_statement = static_cast<int>(s);
      replay(schema.catalog, migration.statements[s]);
    }
  }
  ++schema.catalog.current_migration;
  begin_session(schema.catalog);  // the last one ends, and with it what was temporary
  return schema;
}

}  // namespace

int schema(const Options& options) {
  const Loaded loaded = load(options, true);
  std::vector<ReplayedSchema> schemas;
  for (const Project& project : loaded.projects)
    for (const History& history : project.histories) schemas.push_back(replayed(history));
  for (const FileError& error : loaded.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  for (const Destination& destination : destinations(options)) {
    deliver(destination, [&](std::ostream& out) {
      (destination.format == "json" ? report_schema_json : report_schema_sql)(schemas, out);
    });
  }
  return loaded.errors.empty() ? 0 : 2;
}

}  // namespace miglint
