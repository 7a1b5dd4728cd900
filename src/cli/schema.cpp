// miglint schema [PATH]: the schema that the replayed history ends with.

#include "report/schema.hpp"

#include <fmt/format.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/project.hpp"

namespace miglint {

int schema(const Options& options) {
  const Loaded loaded = load(options, true);
  std::vector<ReplayedSchema> schemas;
  for (const Project& project : loaded.projects)
    for (const History& history : project.histories)
      schemas.push_back({.migrations_dir = history.migrations_dir,
                         .catalog = end_of(history, project.config_of(history).postgres)});
  for (const FileError& error : loaded.errors) print_error(fmt::format("{}: {}", error.path, error.message));
  for (const Destination& destination : destinations(options)) {
    deliver(destination, [&](std::ostream& out) {
      (destination.format == "json" ? report_schema_json : report_schema_sql)(schemas, out);
    });
  }
  return loaded.errors.empty() ? 0 : 2;
}

}  // namespace miglint
