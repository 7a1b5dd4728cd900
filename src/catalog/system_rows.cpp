#include "catalog/system_rows.hpp"

#include <algorithm>
#include <array>

#include "analysis/literal.hpp"
#include "catalog/replay.hpp"

namespace miglint {

using Rows = std::vector<SystemRow>;

// ---- Names in literals ------------------------------------------------------------------------------------

std::string regtype_text(const Catalog& catalog, std::string_view text, std::string_view cast) {
  const RelationName name = parse_relation_name(text);
  if (cast == "regnamespace") return name.name;
  const TypeName type = catalog.resolve(TypeName{.schema = name.schema, .name = name.name});
  return to_string(RelationName{type.schema, type.name});
}

// ---- Finding the tables a guard asks about ----------------------------------------------------------------

static const Filter* filter_on(const Filters& filters, std::initializer_list<std::string_view> columns) {
  for (const Filter& filter : filters)
    if (std::find(columns.begin(), columns.end(), filter.column) != columns.end()) return &filter;
  return nullptr;
}

/// Tables of the names asked for, in any schema; all tables when no name is.
static std::vector<const Table*> tables_named(const Catalog& catalog, const Filters& filters) {
  std::vector<const Table*> tables;
  const Filter* names = filter_on(filters, {"table_name", "relname", "tablename", "event_object_table"});
  const Filter* oids = filter_on(filters, {"conrelid", "attrelid", "tgrelid", "polrelid", "indrelid"});
  if (names == nullptr && oids == nullptr) {
    for (const auto& [name, table] : catalog.tables) tables.push_back(&table);
    return tables;
  }
  for (const std::string& value : (names != nullptr ? names : oids)->values) {
    const RelationName wanted =
        names != nullptr ? RelationName{{}, value} : parse_relation_name('"' + value + '"');
    const std::size_t dot = wanted.name.find('.');
    const std::string name =
        names != nullptr || dot == std::string::npos ? wanted.name : wanted.name.substr(dot + 1);
    for (const std::string& schema : catalog.schemas)
      if (const Table* table = catalog.table({schema, name})) tables.push_back(table);
  }
  return tables;
}

static SystemRow base_row(const RelationName& table) {
  return {{"table_schema", table.schema}, {"table_name", table.name},   {"relname", table.name},
          {"nspname", table.schema},      {"schemaname", table.schema}, {"tablename", table.name}};
}

static SystemRow with(SystemRow row,
                      std::initializer_list<std::pair<std::string_view, std::string_view>> cells) {
  for (const auto& [column, value] : cells) row.insert_or_assign(std::string(column), std::string(value));
  return row;
}

// ---- One function a relation ------------------------------------------------------------------------------

static std::string_view contype(const Constraint& constraint) {
  switch (constraint.kind) {
    case Constraint::Kind::primary_key:
      return "p";
    case Constraint::Kind::unique:
      return "u";
    case Constraint::Kind::foreign_key:
      return "f";
    case Constraint::Kind::check:
      return "c";
    case Constraint::Kind::exclude:
      return "x";
    case Constraint::Kind::not_null:
      return "n";
  }
  return {};
}

static std::string_view constraint_type(const Constraint& constraint) {
  switch (constraint.kind) {
    case Constraint::Kind::primary_key:
      return "PRIMARY KEY";
    case Constraint::Kind::unique:
      return "UNIQUE";
    case Constraint::Kind::foreign_key:
      return "FOREIGN KEY";
    default:
      return "CHECK";
  }
}

static void add_constraint_rows(const Table& table, Rows& rows) {
  for (const Constraint& constraint : table.constraints) {
    const SystemRow row =
        with(base_row(table.name), {{"conname", constraint.name},
                                    {"contype", contype(constraint)},
                                    {"conrelid", to_string(table.name)},
                                    {"confrelid", to_string(constraint.referenced)},
                                    {"connamespace", table.name.schema},
                                    {"convalidated", constraint.validated ? "true" : "false"},
                                    {"constraint_name", constraint.name},
                                    {"constraint_type", constraint_type(constraint)},
                                    {"constraint_schema", table.name.schema}});
    rows.push_back(row);
    for (std::size_t i = 0; i < constraint.columns.size(); ++i) {
      if (i == 0) rows.pop_back();
      rows.push_back(with(row, {{"column_name", constraint.columns[i]}}));
    }
  }
}

static Rows constraint_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows;
  const Filter* names = filter_on(filters, {"conname", "constraint_name"});
  if (names == nullptr) {
    for (const Table* table : tables_named(catalog, filters)) add_constraint_rows(*table, rows);
    return rows;
  }
  for (const std::string& name : names->values)
    for (const std::string& schema : catalog.schemas)
      for (const Table* table : catalog.with_constraint(schema, name)) add_constraint_rows(*table, rows);
  return rows;
}

/// information_schema's data_type: arrays and user types by their kind.
static std::string data_type(const Catalog& catalog, const Column& column) {
  if (column.type.array_dimensions > 0) return "ARRAY";
  if (column.type.schema != "pg_catalog") return "USER-DEFINED";
  if (column.type.name == "bpchar") return "character";
  return format_type({.schema = "pg_catalog", .name = column.type.name}, catalog);
}

static Rows column_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows;
  for (const Table* table : tables_named(catalog, filters))
    for (const Column& column : table->columns) {
      SystemRow row =
          with(base_row(table->name), {{"column_name", column.name},
                                       {"attname", column.name},
                                       {"attrelid", to_string(table->name)},
                                       {"is_nullable", column.not_null ? "NO" : "YES"},
                                       {"attnotnull", column.not_null ? "true" : "false"},
                                       {"is_identity", column.identity == Identity::none ? "NO" : "YES"}});
      if (!column.type.empty()) {
        row["data_type"] = data_type(catalog, column);
        row["udt_name"] = (column.type.array_dimensions > 0 ? "_" : "") + column.type.name;
        if (column.type.name == "varchar" && !column.type.modifiers.empty())
          row["character_maximum_length"] = column.type.modifiers.front();
      }
      rows.push_back(std::move(row));
    }
  return rows;
}

static void add_relation_row(const RelationName& name, std::string_view relkind, std::string_view table_type,
                             Rows& rows) {
  SystemRow row = with(base_row(name), {{"relkind", relkind},
                                        {"table_type", table_type},
                                        {"oid", to_string(name)},
                                        {"viewname", name.name},
                                        {"matviewname", name.name},
                                        {"sequencename", name.name},
                                        {"sequence_name", name.name},
                                        {"sequence_schema", name.schema}});
  rows.push_back(std::move(row));
}

static Rows table_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, table] : catalog.tables)
    add_relation_row(name, table.kind == Table::Kind::partitioned ? "p" : "r", "BASE TABLE", rows);
  for (const auto& [name, view] : catalog.views)
    if (!view.materialized) add_relation_row(name, "v", "VIEW", rows);
  return rows;
}

static Rows base_table_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, table] : catalog.tables) add_relation_row(name, "r", "BASE TABLE", rows);
  return rows;
}

static Rows view_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, view] : catalog.views)
    if (!view.materialized) add_relation_row(name, "v", "VIEW", rows);
  return rows;
}

static Rows materialized_view_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, view] : catalog.views)
    if (view.materialized) add_relation_row(name, "m", "MATERIALIZED VIEW", rows);
  return rows;
}

static Rows sequence_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, sequence] : catalog.sequences) add_relation_row(name, "S", "SEQUENCE", rows);
  return rows;
}

static Rows index_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, table] : catalog.index_tables)
    rows.push_back({{"indexname", name.name},
                    {"schemaname", name.schema},
                    {"tablename", table.name},
                    {"relname", name.name},
                    {"relkind", "i"},
                    {"nspname", name.schema},
                    {"indrelid", to_string(table)},
                    {"oid", to_string(name)}});
  return rows;
}

static Rows class_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows = table_rows(catalog, filters);
  for (Rows more : {materialized_view_rows(catalog, filters), sequence_rows(catalog, filters),
                    index_rows(catalog, filters)})
    std::move(more.begin(), more.end(), std::back_inserter(rows));
  return rows;
}

static SystemRow type_row(const RelationName& name, std::string_view typtype) {
  return {{"typname", name.name},   {"nspname", name.schema},      {"typtype", std::string(typtype)},
          {"oid", to_string(name)}, {"typnamespace", name.schema}, {"enumtypid", to_string(name)}};
}

static Rows type_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, enumeration] : catalog.enums) rows.push_back(type_row(name, "e"));
  for (const auto& [name, domain] : catalog.domains) rows.push_back(type_row(name, "d"));
  for (const auto& [name, composite] : catalog.composites) rows.push_back(type_row(name, "c"));
  for (const auto& [name, table] : catalog.tables) rows.push_back(type_row(name, "c"));
  return rows;
}

static Rows enum_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows;
  const Filter* types = filter_on(filters, {"typname"});
  for (const auto& [name, enumeration] : catalog.enums) {
    if (types != nullptr &&
        std::find(types->values.begin(), types->values.end(), name.name) == types->values.end())
      continue;
    for (const std::string& label : enumeration.labels)
      rows.push_back(with(type_row(name, "e"), {{"enumlabel", label}}));
  }
  return rows;
}

static Rows schema_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const std::string& schema : catalog.schemas)
    rows.push_back({{"nspname", schema}, {"schema_name", schema}});
  return rows;
}

static Rows extension_rows(const Catalog& catalog, const Filters&) {
  Rows rows = {{{"extname", "plpgsql"}}};
  for (const auto& [name, schema] : catalog.extensions)
    rows.push_back({{"extname", name}, {"nspname", schema}});
  return rows;
}

static Rows function_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, function] : catalog.functions)
    rows.push_back({{"proname", name.name},
                    {"nspname", name.schema},
                    {"routine_name", name.name},
                    {"routine_schema", name.schema}});
  return rows;
}

static Rows trigger_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows;
  for (const Table* table : tables_named(catalog, filters))
    for (const Trigger& trigger : table->triggers)
      rows.push_back(with(base_row(table->name), {{"tgname", trigger.name},
                                                  {"tgrelid", to_string(table->name)},
                                                  {"trigger_name", trigger.name},
                                                  {"event_object_table", table->name.name},
                                                  {"trigger_schema", table->name.schema},
                                                  {"event_object_schema", table->name.schema},
                                                  {"tgisinternal", "false"}}));
  return rows;
}

static Rows policy_rows(const Catalog& catalog, const Filters& filters) {
  Rows rows;
  for (const Table* table : tables_named(catalog, filters))
    for (const Policy& policy : table->policies)
      rows.push_back(with(
          base_row(table->name),
          {{"policyname", policy.name}, {"polname", policy.name}, {"polrelid", to_string(table->name)}}));
  return rows;
}

static Rows publication_rows(const Catalog& catalog, const Filters&) {
  Rows rows;
  for (const auto& [name, publication] : catalog.publications) {
    rows.push_back({{"pubname", name}});
    for (const auto& [table, columns] : publication.tables)
      rows.push_back(with(base_row(table), {{"pubname", name}}));
  }
  return rows;
}

std::optional<Rows> system_rows(const Catalog& catalog, const std::vector<RelationName>& relations,
                                const Filters& filters) {
  struct Source {
    std::string_view relation;
    Rows (*rows)(const Catalog&, const Filters&);
  };
  // The most specific first: pg_constraint joined with pg_class asks about constraints.
  static constexpr std::array sources = std::to_array<Source>({
      {"pg_enum", enum_rows},
      {"pg_constraint", constraint_rows},
      {"table_constraints", constraint_rows},
      {"key_column_usage", constraint_rows},
      {"constraint_column_usage", constraint_rows},
      {"referential_constraints", constraint_rows},
      {"check_constraints", constraint_rows},
      {"pg_attribute", column_rows},
      {"columns", column_rows},
      {"pg_policies", policy_rows},
      {"pg_policy", policy_rows},
      {"pg_trigger", trigger_rows},
      {"triggers", trigger_rows},
      {"pg_type", type_rows},
      {"pg_indexes", index_rows},
      {"pg_index", index_rows},
      {"pg_matviews", materialized_view_rows},
      {"pg_views", view_rows},
      {"views", view_rows},
      {"pg_sequences", sequence_rows},
      {"sequences", sequence_rows},
      {"pg_tables", base_table_rows},
      {"tables", table_rows},
      {"pg_class", class_rows},
      {"pg_proc", function_rows},
      {"routines", function_rows},
      {"pg_extension", extension_rows},
      {"pg_publication_tables", publication_rows},
      {"pg_publication", publication_rows},
      {"pg_namespace", schema_rows},
      {"schemata", schema_rows},
  });
  for (const Source& source : sources)
    for (const RelationName& relation : relations)
      if (relation.name == source.relation && (relation.schema.empty() || relation.schema == "pg_catalog" ||
                                               relation.schema == "information_schema"))
        return source.rows(catalog, filters);
  return std::nullopt;
}

}  // namespace miglint
