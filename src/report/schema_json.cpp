#include "report/json_writer.hpp"
#include "report/schema.hpp"

namespace miglint {

static std::string_view name_of(Constraint::Kind kind) {
  switch (kind) {
    case Constraint::Kind::primary_key:
      return "primary-key";
    case Constraint::Kind::unique:
      return "unique";
    case Constraint::Kind::foreign_key:
      return "foreign-key";
    case Constraint::Kind::check:
      return "check";
    case Constraint::Kind::exclude:
      return "exclude";
    case Constraint::Kind::not_null:
      return "not-null";
  }
  return {};
}

static std::string_view name_of(ReferentialAction action) {
  switch (action) {
    case ReferentialAction::no_action:
      return "no-action";
    case ReferentialAction::restrict:
      return "restrict";
    case ReferentialAction::cascade:
      return "cascade";
    case ReferentialAction::set_null:
      return "set-null";
    case ReferentialAction::set_default:
      return "set-default";
  }
  return {};
}

static std::string_view name_of(Identity identity) {
  return identity == Identity::none ? "" : identity == Identity::always ? "always" : "by-default";
}

static std::string in_parentheses(const std::string& text) { return "(" + text + ")"; }

static void write_column(JsonWriter& json, const Column& column, const Catalog& catalog) {
  json.open_object();
  json.member("name", column.name);
  json.member("type", format_type(column.type, catalog));
  json.member("not_null", column.not_null);
  json.member_or_null("default", column.default_value ? column.default_value->text : std::string());
  json.member_or_null("identity", name_of(column.identity));
  json.member_or_null("generated", column.generated ? column.generated->text : std::string());
  json.close_object();
}

static void write_name(JsonWriter& json, const RelationName& name, const std::string& migrations_dir) {
  json.member("schema", name.schema);
  json.member("name", name.name);
  json.member("migrations_dir", migrations_dir);
}

static void write_table(JsonWriter& json, const Table& table, const ReplayedSchema& schema) {
  json.open_object();
  write_name(json, table.name, schema.migrations_dir);
  json.member_or_null("partition_of", table.partition_of ? to_string(*table.partition_of) : std::string());
  json.open_array("columns");
  for (const Column& column : table.columns) write_column(json, column, schema.catalog);
  json.close_array();
  json.close_object();
}

static void write_index(JsonWriter& json, const Index& index, const std::string& migrations_dir) {
  json.open_object();
  json.member("schema", index.table.schema);
  json.member("table", index.table.name);
  json.member("name", index.name.name);
  json.member("migrations_dir", migrations_dir);
  json.member("unique", index.unique);
  json.member("primary", index.primary);
  json.member("method", index.method);
  json.open_array("columns");
  for (const IndexElement& element : index.elements)
    json.value(element.column.empty()
                   ? in_parentheses(element.expression ? element.expression->text : std::string())
                   : element.column);
  json.close_array();
  json.member("include", index.include);
  json.member_or_null("where", index.where ? index.where->text : std::string());
  json.close_object();
}

static void write_constraint(JsonWriter& json, const Constraint& constraint, const RelationName& table,
                             const std::string& migrations_dir) {
  json.open_object();
  json.member("schema", table.schema);
  json.member("table", table.name);
  json.member("name", constraint.name);
  json.member("migrations_dir", migrations_dir);
  json.member("type", name_of(constraint.kind));
  json.member("columns", constraint.columns);
  if (constraint.kind == Constraint::Kind::foreign_key) {
    json.open_object("references");
    json.member("schema", constraint.referenced.schema);
    json.member("table", constraint.referenced.name);
    json.member("columns", constraint.referenced_columns);
    json.close_object();
    json.member("on_delete", name_of(constraint.on_delete));
    json.member("on_update", name_of(constraint.on_update));
  } else {
    json.null_member("references");
    json.null_member("on_delete");
    json.null_member("on_update");
  }
  json.member("validated", constraint.validated);
  json.close_object();
}

/// Temporary tables end with their session: they are no part of the schema.
static bool lasting(const RelationName& name) { return name.schema != "pg_temp"; }

template <class Write>
static void for_each_table(std::span<const ReplayedSchema> schemas, Write write) {
  for (const ReplayedSchema& schema : schemas)
    for (const auto& [name, table] : schema.catalog.tables)
      if (lasting(name)) write(schema, table);
}

static void write_tables(JsonWriter& json, std::span<const ReplayedSchema> schemas) {
  json.open_array("tables");
  for_each_table(schemas,
                 [&](const ReplayedSchema& schema, const Table& table) { write_table(json, table, schema); });
  json.close_array();
}

static void write_indexes(JsonWriter& json, std::span<const ReplayedSchema> schemas) {
  json.open_array("indexes");
  for_each_table(schemas, [&](const ReplayedSchema& schema, const Table& table) {
    for (const Index& index : table.indexes) write_index(json, index, schema.migrations_dir);
  });
  for (const ReplayedSchema& schema : schemas)
    for (const auto& [name, view] : schema.catalog.views)
      for (const Index& index : view.indexes) write_index(json, index, schema.migrations_dir);
  json.close_array();
}

static void write_constraints(JsonWriter& json, std::span<const ReplayedSchema> schemas) {
  json.open_array("constraints");
  for_each_table(schemas, [&](const ReplayedSchema& schema, const Table& table) {
    for (const Constraint& constraint : table.constraints)
      write_constraint(json, constraint, table.name, schema.migrations_dir);
  });
  json.close_array();
}

static void write_enums(JsonWriter& json, std::span<const ReplayedSchema> schemas) {
  json.open_array("enums");
  for (const ReplayedSchema& schema : schemas)
    for (const auto& [name, enumeration] : schema.catalog.enums) {
      json.open_object();
      write_name(json, name, schema.migrations_dir);
      json.member("labels", enumeration.labels);
      json.close_object();
    }
  json.close_array();
}

static void write_views(JsonWriter& json, std::span<const ReplayedSchema> schemas) {
  json.open_array("views");
  for (const ReplayedSchema& schema : schemas)
    for (const auto& [name, view] : schema.catalog.views) {
      json.open_object();
      write_name(json, name, schema.migrations_dir);
      json.close_object();
    }
  json.close_array();
}

void report_schema_json(std::span<const ReplayedSchema> schemas, std::ostream& out) {
  JsonWriter json;
  json.open_object();
  json.member("version", 1);
  write_tables(json, schemas);
  write_indexes(json, schemas);
  write_constraints(json, schemas);
  write_enums(json, schemas);
  write_views(json, schemas);
  json.close_object();
  json.write_to(out);
}

}  // namespace miglint
