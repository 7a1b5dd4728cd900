#include "effect/presence.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>

#include "effect/constraint.hpp"
#include "effect/relation_kind.hpp"

namespace miglint {

// ---- Schemas ----------------------------------------------------------------------------------------------

/// Parse analysis looks its relations up by another way than commands do (parse_relation.c, parserOpenTable).
static bool reads_or_changes_rows(const Statement& statement) {
  return std::ranges::any_of(statement.changes, [](const StatementChange& one) {
    return std::holds_alternative<Insert>(one.change) || std::holds_alternative<Update>(one.change) ||
           std::holds_alternative<Delete>(one.change) || std::holds_alternative<Select>(one.change);
  });
}

bool schema_is_there(Context& context, std::string_view schema) {
  if (schema.empty() || !context.catalog.schema_certainly_missing(schema)) return true;
  always_fails(context, reads_or_changes_rows(context.statement) ? "42P01" : "3F000",
               fmt::format("schema {} does not exist", in_prose(schema)));
  return false;
}

// ---- Relations --------------------------------------------------------------------------------------------

Relkind relkind(const Context& context, const RelationName& name) {
  const auto kind = relation_kind(context, name);
  if (!kind) return Relkind::unknown;
  switch (*kind) {
    case RelationKind::table:
    case RelationKind::partitioned_table:
    case RelationKind::foreign_table:
      return Relkind::table;
    case RelationKind::view:
      return Relkind::view;
    case RelationKind::materialized_view:
      return Relkind::materialized_view;
    case RelationKind::index:
    case RelationKind::partitioned_index:
      return Relkind::index;
    case RelationKind::sequence:
      return Relkind::sequence;
    case RelationKind::composite_type:
      return Relkind::composite;
  }
  return Relkind::unknown;
}

std::string_view in_words(Relkind kind) {
  static constexpr auto words =
      std::to_array<std::string_view>({"something else", "a table", "a view", "a materialized view",
                                       "an index", "a sequence", "a composite type"});
  return words[static_cast<std::size_t>(kind)];
}

bool is_relation_of(Context& context, const RelationName& name, std::initializer_list<Relkind> kinds) {
  if (!relation_is_there(context, name)) return false;
  const Relkind kind = relkind(context, name);
  if (kind == Relkind::unknown || std::ranges::find(kinds, kind) != kinds.end()) return true;
  always_fails(context, "42809", fmt::format("{} is {}", in_prose(resolve(context, name)), in_words(kind)));
  return false;
}

bool column_is_there(Context& context, const RelationName& relation, const std::string& column) {
  if (is_system_column(column)) return true;
  if (const Table* table = context.catalog.table(relation))
    return !table->certain || target_column(context, *table, column) != nullptr || !failed(context);
  const View* view = context.catalog.view(relation);
  if (view == nullptr || !view->certain || !view->columns_known || view->columns.empty()) return true;
  if (std::ranges::find(view->columns, column) != view->columns.end()) return true;
  always_fails(context, "42703", fmt::format("{} has no column {}", in_prose(view->name), in_prose(column)));
  return false;
}

// ---- What hangs on a relation -----------------------------------------------------------------------------

bool has_part(const Context& context, ObjectKind kind, const RelationName& on, const std::string& part) {
  const auto among = [&](const auto& list) {
    return std::ranges::any_of(list, [&](const auto& thing) { return thing.name == part; });
  };
  if (const View* view = context.catalog.view(on))
    return kind == ObjectKind::trigger
               ? among(view->triggers)
               : kind == ObjectKind::rule && (part == "_RETURN" || among(view->rules));
  const Table* table = context.catalog.table(on);
  if (table == nullptr) return false;
  if (kind == ObjectKind::trigger) return among(table->triggers);
  if (kind == ObjectKind::policy) return among(table->policies);
  if (kind == ObjectKind::rule) return among(table->rules);
  return table->constraint(part) != nullptr || may_be_not_null(context, *table, part);
}

static std::string_view word_of_part(ObjectKind kind) {
  if (kind == ObjectKind::trigger) return "trigger";
  if (kind == ObjectKind::policy) return "policy";
  return kind == ObjectKind::rule ? "rule" : "constraint";
}

bool part_is_there(Context& context, ObjectKind kind, const RelationName& on, const std::string& part) {
  if (!relation_is_there(context, on)) return false;
  const Relkind relation = relkind(context, on);
  if (relation == Relkind::index) {
    always_fails(context, "42809", fmt::format("{} is an index", in_prose(on)));
    return false;
  }
  const bool known = relation == Relkind::table || relation == Relkind::view;
  if (!known || has_part(context, kind, on, part)) return true;
  always_fails(
      context, "42704",
      fmt::format("{} has no {} {}", in_prose(resolve(context, on)), word_of_part(kind), in_prose(part)));
  return false;
}

// ---- Objects of the database ------------------------------------------------------------------------------

/// The history made its tables itself, and nothing that was not understood ran: what it did not make is not
/// there.
static bool made_all(const Catalog& catalog) {
  return catalog.complete && !catalog.partial && !catalog.tables.empty();
}

/// Made by a platform or a tool that copies rows elsewhere.
static bool is_somebody_elses_publication(std::string_view name) {
  static constexpr auto prefixes =
      std::to_array<std::string_view>({"supabase", "dbz", "debezium", "powersync", "electric", "zero", "_"});
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) { return name.starts_with(prefix); });
}

const Publication* named_publication(Context& context, const std::string& name) {
  const auto found = context.catalog.publications.find(name);
  if (found != context.catalog.publications.end()) return &found->second;
  if (made_all(context.catalog) && !is_somebody_elses_publication(name))
    always_fails(context, "42704", fmt::format("publication {} does not exist", in_prose(name)));
  return nullptr;
}

/// Servers have it in every database from the first.
static bool may_come_with_server(std::string_view extension) {
  static constexpr auto known = std::to_array<std::string_view>(
      {"citext", "pgcrypto", "pgjwt", "pgsodium", "plpgsql", "supabase_vault", "uuid-ossp", "vector"});
  static constexpr auto prefixes =
      std::to_array<std::string_view>({"pg_", "postgis", "timescaledb", "aws", "google", "azure"});
  return std::ranges::find(known, extension) != known.end() ||
         std::ranges::any_of(prefixes,
                             [&](std::string_view prefix) { return extension.starts_with(prefix); });
}

bool extension_is_there(Context& context, const std::string& extension) {
  if (context.catalog.extensions.contains(extension) || !made_all(context.catalog) ||
      may_come_with_server(extension))
    return true;
  always_fails(context, "42704", fmt::format("extension {} does not exist", in_prose(extension)));
  return false;
}

bool statistics_are_there(Context& context, const RelationName& name) {
  const Catalog& catalog = context.catalog;
  if (!schema_is_there(context, name.schema)) return false;
  const auto has = [&](const std::string& schema) {
    return catalog.statistics.contains({schema, name.name});
  };
  const bool found = name.schema.empty() ? std::ranges::any_of(catalog.search_path, has) : has(name.schema);
  if (found || !made_all(catalog)) return true;
  always_fails(context, "42704", fmt::format("statistics {} do not exist", in_prose(name)));
  return false;
}

// ---- Types ------------------------------------------------------------------------------------------------

static Typekind typekind(const Catalog& catalog, const RelationName& name) {
  if (catalog.enums.contains(name)) return Typekind::enumeration;
  if (catalog.domains.contains(name)) return Typekind::domain;
  if (catalog.tables.contains(name) || catalog.views.contains(name)) return Typekind::row;
  const auto composite = catalog.composites.find(name);
  if (composite == catalog.composites.end()) return Typekind::unknown;
  using Form = CreateType::Form;
  if (composite->second.form == Form::composite) return Typekind::composite;
  return composite->second.form == Form::range ? Typekind::range : Typekind::unknown;
}

std::optional<NamedType> named_type(Context& context, const RelationName& name, bool if_exists) {
  const Catalog& catalog = context.catalog;
  if (!if_exists && !schema_is_there(context, name.schema)) return std::nullopt;
  const TypeName resolved = catalog.resolve(TypeName{.schema = name.schema, .name = name.name});
  const RelationName type = {resolved.schema, resolved.name};
  if (resolved.array_dimensions == 0 && !type.schema.empty() && catalog.type_exists(type))
    return NamedType{.name = type, .kind = typekind(catalog, type)};
  // a sequence or an index has the name, and is no type
  const RelationName relation = catalog.resolve(name);
  const bool no_type = catalog.sequences.contains(relation) || catalog.index_tables.contains(relation);
  if (!if_exists && no_type)
    always_fails(context, "42704", fmt::format("type {} does not exist", in_prose(name)));
  else if (!if_exists)
    type_is_there(context, TypeName{.schema = name.schema, .name = name.name});
  return std::nullopt;
}

const Domain* named_domain(Context& context, const RelationName& name, bool if_exists) {
  const auto type = named_type(context, name, if_exists);
  if (!type) return nullptr;
  if (type->kind == Typekind::domain) return &context.catalog.domains.find(type->name)->second;
  if (type->kind != Typekind::unknown)
    always_fails(context, "42809", fmt::format("{} is not a domain", in_prose(type->name)));
  return nullptr;
}

// ---- Of any kind ------------------------------------------------------------------------------------------

bool object_is_there(Context& context, const RoutineReference& named) {
  switch (named.kind) {
    case ObjectKind::function:
    case ObjectKind::procedure:
    case ObjectKind::aggregate:
      named_routine(context, named);
      break;
    case ObjectKind::type:
    case ObjectKind::enum_type:
      named_type(context, named.name);
      break;
    case ObjectKind::domain:
      named_domain(context, named.name);
      break;
    case ObjectKind::schema:
      schema_is_there(context, named.name.name);
      break;
    case ObjectKind::extension:
      extension_is_there(context, named.name.name);
      break;
    case ObjectKind::publication:
      named_publication(context, named.name.name);
      break;
    case ObjectKind::statistics:
      statistics_are_there(context, named.name);
      break;
    default:
      break;
  }
  return !failed(context);
}

}  // namespace miglint
