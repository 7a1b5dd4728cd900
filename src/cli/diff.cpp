// miglint diff FROM TO: what turns one schema into another, as SQL.

#include "diff/diff.hpp"

#include <fmt/ostream.h>

#include "cli/commands.hpp"
#include "cli/output.hpp"
#include "cli/schema_source.hpp"
#include "miglint/characters.hpp"
#include "miglint/error.hpp"
#include "report/clean.hpp"
#include "report/json_writer.hpp"

namespace miglint {

namespace {

struct Sides {
  SourcedSchema from, to;
  Difference difference;
};

Sides read_sides(const Options& options) {
  if (options.arguments.size() != 2)
    throw Error(
        "diff needs two schemas: `miglint diff FROM TO`, each `empty`, `migrations[:PATH]` or "
        "`prisma[:PATH]`");
  const SchemaSource from = parse_schema_source(options.arguments[0]);
  const SchemaSource to = parse_schema_source(options.arguments[1]);
  Sides sides{.from = read_schema(from, options), .to = read_schema(to, options), .difference = {}};
  const bool prisma = from.kind == SchemaSource::Kind::prisma || to.kind == SchemaSource::Kind::prisma;
  const bool to_prisma = to.kind == SchemaSource::Kind::prisma;
  sides.difference = diff(sides.from.catalog, sides.to.catalog,
                          {.expressible = prisma ? Expressible::schema_prisma : Expressible::everything,
                           .spelling = prisma ? Spelling::prisma : Spelling::plain,
                           .written = to_prisma ? &sides.to.written : nullptr});
  return sides;
}

void write_sql(const Sides& sides, std::ostream& out) {
  fmt::print(out, "{}", to_sql(sides.difference.steps));
  if (sides.difference.not_expressible.empty()) return;
  fmt::print(out, "\n-- Not expressible in schema.prisma, and left as it is:\n");
  for (const std::string& one : sides.difference.not_expressible) fmt::print(out, "--   {}\n", one_line(one));
}

void write_summary(const Sides& sides, std::ostream& out) {
  fmt::print(out, "from {}\nto   {}\n", one_line(sides.from.said), one_line(sides.to.said));
  for (const DiffStep& step : sides.difference.steps)
    fmt::print(out, "{}: {}\n", to_string(step.kind), one_line(step.object));
  if (sides.difference.steps.empty()) fmt::print(out, "No difference.\n");
  for (const std::string& one : sides.difference.not_expressible)
    fmt::print(out, "not expressible: {}\n", one_line(one));
}

void write_diff_json(const Sides& sides, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  json.member("from", sides.from.said);
  json.member("to", sides.to.said);
  json.open_array("steps");
  for (const DiffStep& step : sides.difference.steps) {
    json.open_object();
    json.member("step", to_string(step.kind));
    json.member("object", step.object);
    json.member("sql", step.sql);
    json.close_object();
  }
  json.close_array();
  json.open_array("not_expressible");
  for (const std::string& one : sides.difference.not_expressible) json.value(one);
  json.close_array();
  json.close_object();
  json.write_to(out);
}

}  // namespace

int diff(const Options& options) {
  const Sides sides = read_sides(options);
  for (const Destination& destination : destinations(options)) {
    const auto write = destination.format == "json"      ? write_diff_json
                       : destination.format == "summary" ? write_summary
                                                         : write_sql;
    deliver(destination, [&](std::ostream& out) { write(sides, out); });
  }
  return options.exit_code && !sides.difference.steps.empty() ? 1 : 0;
}

}  // namespace miglint
