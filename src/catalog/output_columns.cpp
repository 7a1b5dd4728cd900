// The columns of CREATE TABLE … AS and of a view: PostgreSQL's parse analysis in miniature. A target that is
// a column, a cast, a literal or one of the functions people put there has a known type; anything else is
// left without one.

#include <array>
#include <utility>

#include "catalog/replay.hpp"

namespace miglint {

namespace {

struct Source {
  RelationName name;
  SharedList<Column> columns;
};

std::vector<Source> sources_of(const Catalog& catalog, const QuerySummary& query) {
  std::vector<Source> sources;
  for (const RelationName& relation : query.relations) {
    Source source{.name = relation, .columns = {}};
    if (const Table* table = catalog.table(relation)) {
      source.columns = table->columns;
    } else if (const View* view = catalog.view(relation)) {
      for (const std::string& name : view->columns) source.columns.push_back({.name = name});
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

bool stands_for(const QuerySummary& query, const std::string& qualifier, const RelationName& relation) {
  if (qualifier.empty() || qualifier == relation.name) return true;
  for (const auto& [alias, aliased] : query.aliases)
    if (alias == qualifier && aliased == relation) return true;
  return false;
}

/// The `b` of each `b.*`, in order; empty for a bare `*`.
std::vector<std::string> qualifiers_of_stars(const QuerySummary& query) {
  std::vector<std::string> qualifiers;
  for (const auto& [qualifier, column] : query.columns)
    if (column == "*") qualifiers.push_back(qualifier);
  return qualifiers;
}

struct Scope {
  const Catalog& catalog;
  const QuerySummary& query;
  std::vector<Source> sources;

  const Column* find(const std::string& qualifier, const std::string& name) const {
    for (const Source& source : sources) {
      if (!stands_for(query, qualifier, source.name)) continue;
      for (const Column& column : source.columns)
        if (column.name == name) return &column;
    }
    return nullptr;
  }
};

TypeName catalog_type(std::string_view name) { return {.schema = "pg_catalog", .name = std::string(name)}; }

TypeName type_of_function(std::string_view name) {
  static constexpr auto results = std::to_array<std::pair<std::string_view, std::string_view>>({
      {"count", "int8"},
      {"row_number", "int8"},
      {"rank", "int8"},
      {"dense_rank", "int8"},
      {"now", "timestamptz"},
      {"gen_random_uuid", "uuid"},
      {"uuid_generate_v4", "uuid"},
      {"lower", "text"},
      {"upper", "text"},
      {"concat", "text"},
      {"md5", "text"},
      {"trim", "text"},
      {"btrim", "text"},
      {"string_agg", "text"},
      {"length", "int4"},
      {"jsonb_build_object", "jsonb"},
      {"jsonb_agg", "jsonb"},
      {"json_build_object", "json"},
      {"json_agg", "json"},
      {"to_jsonb", "jsonb"},
      {"bool_or", "bool"},
      {"bool_and", "bool"},
      {"current_date", "date"},
  });
  for (const auto& [function, type] : results)
    if (function == name) return catalog_type(type);
  return {};
}

TypeName type_of(const Scope& scope, const Expression& target);

TypeName first_known(const Scope& scope, const std::vector<Expression>& args) {
  for (const Expression& arg : args)
    if (TypeName type = type_of(scope, arg); !type.empty()) return type;
  return {};
}

TypeName type_of(const Scope& scope, const Expression& target) {
  using Kind = Expression::Kind;
  switch (target.kind) {
    case Kind::column: {
      const Column* column = scope.find(target.qualifier, target.value);
      return column == nullptr ? TypeName{} : column->type;
    }
    case Kind::cast:
      return scope.catalog.resolve(target.type);
    case Kind::constant:
      return target.type.name == "unknown" || target.type.empty() ? catalog_type("text") : target.type;
    case Kind::null:
      return catalog_type("text");
    case Kind::coalesce:
      return first_known(scope, target.args);
    case Kind::is_null:
    case Kind::is_not_null:
    case Kind::exists:
    case Kind::conjunction:
    case Kind::disjunction:
    case Kind::negation:
      return catalog_type("bool");
    case Kind::function:
      if (target.function.name == "max" || target.function.name == "min")
        return first_known(scope, target.args);
      return type_of_function(target.function.name);
    default:
      return {};
  }
}

}  // namespace

std::vector<Column> output_columns(const Catalog& catalog, const QuerySummary& query,
                                   const std::vector<Expression>& targets) {
  const Scope scope{.catalog = catalog, .query = query, .sources = sources_of(catalog, query)};
  const std::vector<std::string> star_qualifiers = qualifiers_of_stars(query);
  std::size_t star = 0;
  std::vector<Column> columns;
  for (std::size_t i = 0; i < query.output.size(); ++i) {
    if (query.output[i] == "*") {
      const std::string qualifier = star < star_qualifiers.size() ? star_qualifiers[star] : std::string();
      ++star;
      for (const Source& source : scope.sources) {
        if (!stands_for(query, qualifier, source.name)) continue;
        for (const Column& column : source.columns)
          columns.push_back({.name = column.name,
                             .type = column.type,
                             .collation = column.collation,
                             .origin = here(catalog)});
      }
      continue;
    }
    Column column{.name = query.output[i], .origin = here(catalog)};
    if (i < targets.size()) {
      column.type = type_of(scope, targets[i]);
    } else if (const Column* source = scope.find({}, column.name)) {
      column.type = source->type;
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

}  // namespace miglint
