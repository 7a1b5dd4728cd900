#include "print/catalog.hpp"

#include <algorithm>
#include <fmt/format.h>
#include <fmt/ostream.h>
#include <sstream>

#include "print/pen.hpp"

namespace miglint {

static std::string identifier(std::string_view name) { return printing::Pen{}.identifier(name); }
static std::string identifier(const RelationName& name) {
  return (name.schema.empty() ? "" : identifier(name.schema) + ".") + identifier(name.name);
}
static std::string identifiers(const std::vector<std::string>& names) {
  std::vector<std::string> list;
  for (const std::string& name : names) list.push_back(identifier(name));
  return fmt::format("{}", fmt::join(list, ", "));
}
static std::string literal(std::string_view text) { return printing::Pen{}.literal(text); }

static bool lasting(const RelationName& name) { return name.schema != "pg_temp"; }

static std::string collate(const Boxed<RelationName>& collation) {
  return collation ? " COLLATE " + identifier(*collation) : std::string();
}

/// A name with its schema, unless that is where everything is found anyway.
static std::string plain_name(const RelationName& name) { return printing::Pen{}.relation(name); }

// ---- Types, sequences -------------------------------------------------------------------------------------

static void write_schemas(const Catalog& catalog, std::ostream& out) {
  for (const std::string& schema : catalog.schemas)
    if (schema != "public") fmt::print(out, "CREATE SCHEMA {};\n", identifier(schema));
  for (const auto& [extension, schema] : catalog.extensions)
    fmt::print(out, "CREATE EXTENSION {} WITH SCHEMA {};\n", identifier(extension), identifier(schema));
}

static void write_enums(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, enumeration] : catalog.enums) {
    std::string labels;
    for (const std::string& label : enumeration.labels)
      labels.append(labels.empty() ? "" : ", ").append(literal(label));
    fmt::print(out, "CREATE TYPE {} AS ENUM ({});\n", plain_name(name), labels);
  }
}

static void write_domains(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, domain] : catalog.domains) {
    fmt::print(out, "CREATE DOMAIN {} AS {}", plain_name(name), format_type(domain.base, catalog));
    if (domain.default_value) fmt::print(out, " DEFAULT {}", domain.default_value->text);
    if (domain.not_null) fmt::print(out, " NOT NULL");
    for (const DomainConstraint& check : domain.checks)
      fmt::print(out, " CONSTRAINT {} CHECK ({})", identifier(check.name), check.check->text);
    fmt::print(out, ";\n");
  }
}

static void write_composites(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, type] : catalog.composites) {
    std::string attributes;
    for (const ColumnDefinition& attribute : type.attributes)
      attributes += fmt::format("{}{} {}", attributes.empty() ? "" : ", ", identifier(attribute.name),
                                format_type(attribute.type, catalog));
    fmt::print(out, "CREATE TYPE {} AS ({});\n", plain_name(name), attributes);
  }
}

static void write_sequences(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, sequence] : catalog.sequences) {
    if (sequence.identity || !lasting(name)) continue;
    const std::string type = sequence.type.empty() ? "" : " AS " + format_type(sequence.type, catalog);
    fmt::print(out, "CREATE SEQUENCE {}{};\n", plain_name(name), type);
  }
}

static void write_sequence_owners(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, sequence] : catalog.sequences) {
    if (sequence.identity || sequence.owned_by_table.empty() || !lasting(name)) continue;
    fmt::print(out, "ALTER SEQUENCE {} OWNED BY {}.{};\n", plain_name(name),
               plain_name(sequence.owned_by_table), identifier(sequence.owned_by_column));
  }
}

// ---- Tables -----------------------------------------------------------------------------------------------

static std::string column_sql(const Column& column, const Catalog& catalog) {
  std::string sql = fmt::format("{} {}{}", identifier(column.name), format_type(column.type, catalog),
                                collate(column.collation));
  if (column.generated)
    sql += fmt::format(" GENERATED ALWAYS AS ({}){}", column.generated->text,
                       column.generated_virtual ? "" : " STORED");
  if (column.identity != Identity::none)
    sql += fmt::format(" GENERATED {} AS IDENTITY",
                       column.identity == Identity::always ? "ALWAYS" : "BY DEFAULT");
  if (column.default_value) sql += " DEFAULT " + column.default_value->text;
  if (column.not_null) sql += " NOT NULL";
  return sql;
}

static std::string check_sql(const Constraint& constraint) {
  return fmt::format("CONSTRAINT {} CHECK ({}){}", identifier(constraint.name),
                     constraint.expression ? constraint.expression->text : "true",
                     constraint.no_inherit ? " NO INHERIT" : "");
}

/// Checks that hold already stand with the columns; one not yet validated has to be added NOT VALID.
static bool stands_in_table(const Constraint& constraint) {
  return constraint.kind == Constraint::Kind::check && constraint.validated && !constraint.inherited;
}

static std::string table_body(const Table& table, const Catalog& catalog) {
  std::string body;
  const auto add = [&](const std::string& line) {
    body.append(body.empty() ? "\n  " : ",\n  ").append(line);
  };
  for (const Column& column : table.columns)
    if (!column.inherited || (table.inherits.empty() && !table.partition_of))
      add(column_sql(column, catalog));
  for (const Constraint& constraint : table.constraints)
    if (stands_in_table(constraint)) add(check_sql(constraint));
  return body.empty() ? "" : body + "\n";
}

static std::string inherits_sql(const Table& table) {
  std::string parents;
  for (const RelationName& parent : table.inherits)
    parents.append(parents.empty() ? "" : ", ").append(plain_name(parent));
  return parents.empty() ? "" : fmt::format(" INHERITS ({})", parents);
}

static void write_table(const Table& table, const Catalog& catalog, std::ostream& out) {
  const char* unlogged = table.persistence == Persistence::unlogged ? "UNLOGGED " : "";
  const std::string partitioned = table.partition_key.strategy.empty()
                                      ? ""
                                      : fmt::format(" PARTITION BY {} ({})", table.partition_key.strategy,
                                                    identifiers(table.partition_key.columns));
  if (table.partition_of) {
    const std::string bound = table.bound.is_default() ? "DEFAULT" : "FOR VALUES " + table.bound.text;
    fmt::print(out, "\nCREATE {}TABLE {} PARTITION OF {} {}{};\n", unlogged, plain_name(table.name),
               plain_name(*table.partition_of), bound, partitioned);
    return;
  }
  fmt::print(out, "\nCREATE {}TABLE {} ({}){}{};\n", unlogged, plain_name(table.name),
             table_body(table, catalog), inherits_sql(table), partitioned);
}

static std::vector<const Table*> parents_of(const Table& table, const Catalog& catalog) {
  std::vector<RelationName> names = table.inherits;
  if (table.partition_of) names.push_back(*table.partition_of);
  std::vector<const Table*> parents;
  for (const RelationName& name : names)
    if (const Table* parent = catalog.table(name)) parents.push_back(parent);
  return parents;
}

/// The table, what it inherits from first. A stack of its own: nobody limits the generations.
static void write_with_parents(const Table& table, const Catalog& catalog, std::set<RelationName>& written,
                               std::ostream& out) {
  struct Waiting {
    const Table* table;
    std::vector<const Table*> parents;  ///< still to be written
  };
  std::vector<Waiting> stack;
  const auto enter = [&](const Table& next) {
    if (lasting(next.name) && written.insert(next.name).second)
      stack.push_back({&next, parents_of(next, catalog)});
  };
  enter(table);
  while (!stack.empty()) {
    std::vector<const Table*>& parents = stack.back().parents;
    if (parents.empty()) {
      write_table(*stack.back().table, catalog, out);
      stack.pop_back();
      continue;
    }
    const Table* parent = parents.front();
    parents.erase(parents.begin());
    enter(*parent);
  }
}

// ---- Indexes and constraints ------------------------------------------------------------------------------

static std::string element_sql(const IndexElement& element) {
  std::string sql = element.column.empty()
                        ? "(" + (element.expression ? element.expression->text : std::string()) + ")"
                        : identifier(element.column);
  sql += collate(element.collation);
  if (!element.operator_class.empty()) sql += " " + element.operator_class;
  if (element.descending) sql += " DESC";
  if (element.nulls_first) sql += *element.nulls_first ? " NULLS FIRST" : " NULLS LAST";
  return sql;
}

static std::string include_sql(const Index& index) {
  return index.include.empty() ? "" : fmt::format(" INCLUDE ({})", identifiers(index.include));
}

static void write_index(const Index& index, std::ostream& out) {
  std::string elements;
  for (const IndexElement& element : index.elements)
    elements.append(elements.empty() ? "" : ", ").append(element_sql(element));
  fmt::print(out, "CREATE {}INDEX {} ON {} USING {} ({}){}{}{};\n", index.unique ? "UNIQUE " : "",
             identifier(index.name.name), plain_name(index.table), identifier(index.method), elements,
             include_sql(index), index.nulls_not_distinct ? " NULLS NOT DISTINCT" : "",
             index.where ? " WHERE " + index.where->text : "");
}

static std::string actions_sql(const Constraint& key) {
  static constexpr std::string_view words[] = {"NO ACTION", "RESTRICT", "CASCADE", "SET NULL", "SET DEFAULT"};
  std::string sql;
  if (key.on_delete != ReferentialAction::no_action)
    sql += fmt::format(" ON DELETE {}", words[static_cast<int>(key.on_delete)]);
  if (key.on_update != ReferentialAction::no_action)
    sql += fmt::format(" ON UPDATE {}", words[static_cast<int>(key.on_update)]);
  return sql;
}

static std::string exclusion_sql(const Constraint& constraint, const Index* index) {
  std::string elements;
  for (std::size_t i = 0; index != nullptr && i < index->elements.size(); ++i) {
    const std::string op = i < constraint.operators.size() ? constraint.operators[i] : "=";
    elements +=
        fmt::format("{}{} WITH {}", elements.empty() ? "" : ", ", element_sql(index->elements[i]), op);
  }
  const std::string where =
      index != nullptr && index->where ? fmt::format(" WHERE ({})", index->where->text) : std::string();
  return fmt::format("EXCLUDE USING {} ({}){}", index != nullptr ? identifier(index->method) : "gist",
                     elements, where);
}

static std::string constraint_sql(const Constraint& constraint, const Table& table) {
  const Index* index = table.index(constraint.index);
  const std::string columns = identifiers(constraint.columns);
  switch (constraint.kind) {
    case Constraint::Kind::primary_key:
      return fmt::format("PRIMARY KEY ({}){}", columns, index != nullptr ? include_sql(*index) : "");
    case Constraint::Kind::unique:
      return fmt::format("UNIQUE{} ({}){}", constraint.nulls_not_distinct ? " NULLS NOT DISTINCT" : "",
                         columns, index != nullptr ? include_sql(*index) : "");
    case Constraint::Kind::foreign_key:
      return fmt::format("FOREIGN KEY ({}) REFERENCES {} ({}){}", columns, plain_name(constraint.referenced),
                         identifiers(constraint.referenced_columns), actions_sql(constraint));
    case Constraint::Kind::exclude:
      return exclusion_sql(constraint, index);
    case Constraint::Kind::check:
      return fmt::format("CHECK ({})", constraint.expression ? constraint.expression->text : "true");
    case Constraint::Kind::not_null:
      return fmt::format("NOT NULL {}", columns);
  }
  return {};
}

static void write_constraint(const Table& table, const Constraint& constraint, std::ostream& out) {
  fmt::print(out, "ALTER TABLE {} ADD CONSTRAINT {} {}{}{};\n", plain_name(table.name),
             identifier(constraint.name), constraint_sql(constraint, table),
             constraint.deferrable ? " DEFERRABLE" : "", constraint.validated ? "" : " NOT VALID");
}

/// Keys first, then what may rely on them: foreign keys, to unique indexes too.
static void write_keys(const Catalog& catalog, bool foreign, std::ostream& out) {
  for (const auto& [name, table] : catalog.tables) {
    if (!lasting(name)) continue;
    for (const Constraint& constraint : table.constraints) {
      const bool is_foreign = constraint.kind == Constraint::Kind::foreign_key;
      if (is_foreign == foreign && !constraint.inherited && !stands_in_table(constraint))
        write_constraint(table, constraint, out);
    }
  }
}

static void write_indexes(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, table] : catalog.tables) {
    if (!lasting(name)) continue;
    for (const Index& index : table.indexes) {
      const Constraint* constraint = table.constraint(index.name.name);
      const bool behind_constraint = constraint != nullptr && constraint->index == index.name.name;
      if (!behind_constraint && index.parent.empty()) write_index(index, out);
    }
  }
}

static void name_the_rest(const Catalog& catalog, std::ostream& out) {
  for (const auto& [name, view] : catalog.views)
    fmt::print(out, "-- {} {} ({})\n", view.materialized ? "materialized view" : "view", plain_name(name),
               identifiers(view.columns));
  for (const auto& [name, function] : catalog.functions)
    fmt::print(out, "-- {} {}\n", function.procedure ? "procedure" : "function", plain_name(name));
}

void print_catalog(const Catalog& catalog, std::ostream& sql) {
  write_schemas(catalog, sql);
  write_enums(catalog, sql);
  write_domains(catalog, sql);
  write_composites(catalog, sql);
  write_sequences(catalog, sql);
  std::set<RelationName> written;
  for (const auto& [name, table] : catalog.tables) write_with_parents(table, catalog, written, sql);
  fmt::print(sql, "\n");
  write_sequence_owners(catalog, sql);
  write_keys(catalog, false, sql);
  write_indexes(catalog, sql);
  write_keys(catalog, true, sql);
  name_the_rest(catalog, sql);
}

}  // namespace miglint
