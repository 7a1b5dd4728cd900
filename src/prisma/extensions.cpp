#include "prisma/extensions.hpp"

#include <algorithm>

#include "prisma/column.hpp"

namespace miglint::prisma {

namespace {

/// `citext`, `uuidOssp(map: "uuid-ossp", schema: "extensions", version: "1.1")`.
Written::Extension extension_of(const Value& entry) {
  std::string name = entry.text, schema, version;
  for (const Argument& argument : entry.arguments) {
    if (argument.name == "map") name = argument.value.text;
    if (argument.name == "schema") schema = " SCHEMA " + quoted(argument.value.text);
    if (argument.name == "version") version = " VERSION " + quoted(argument.value.text);
  }
  std::string sql = "CREATE EXTENSION IF NOT EXISTS " + quoted(name);
  if (!schema.empty() || !version.empty()) sql.append(" WITH").append(schema).append(version);
  return {.name = name, .sql = sql + ";"};
}

}  // namespace

std::vector<Written::Extension> extensions_of(const Tree& tree) {
  std::vector<Written::Extension> found;
  const Block* datasource = tree.datasource();
  const Value* listed = datasource == nullptr ? nullptr : datasource->property("extensions");
  if (listed == nullptr) return found;
  std::vector<Value> entries = listed->items;
  std::ranges::sort(entries, {}, &Value::text);
  for (const Value& entry : entries) found.push_back(extension_of(entry));
  return found;
}

}  // namespace miglint::prisma
