#include "support.hpp"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "miglint/source.hpp"

namespace miglint {

std::string in_words(const RelationName& resolved) {
  const bool is_public = resolved.schema.empty() || resolved.schema == "public";
  return is_public ? in_prose(resolved.name) : in_prose(resolved);
}

std::string in_words(const RelationName& resolved, std::string_view column) {
  return fmt::format("{}.{}", in_words(resolved), in_prose(column));
}

std::string in_words(const std::vector<std::string>& names) {
  if (names.size() < 2) return names.empty() ? std::string{} : names.front();
  const std::vector<std::string> first(names.begin(), names.end() - 1);
  return fmt::format("{} and {}", fmt::join(first, ", "), names.back());
}

std::string in_words(const RelationName& resolved, const std::vector<std::string>& columns) {
  return fmt::format("{} ({})", in_words(resolved), fmt::join(in_prose(columns), ", "));
}

std::string in_sql(const RelationName& resolved) {
  return resolved.schema.empty() || resolved.schema == "public" ? quote(resolved.name) : quote(resolved);
}

bool has(const std::vector<std::string>& names, std::string_view name) {
  return std::ranges::find(names, name) != names.end();
}

std::string with_prisma(std::string_view text, std::string_view in_schema, const History& history) {
  if (history.layout != Layout::prisma) return std::string(text);
  return fmt::format("{} (in schema.prisma: {})", text, in_schema);
}

ObjectName object(const RelationName& resolved, std::string_view column, std::string_view name) {
  return {.schema = resolved.schema,
          .table = resolved.name,
          .column = std::string(column),
          .name = std::string(name)};
}

std::optional<RowFailure> failure(const Step& step, std::string_view sqlstate) {
  for (const RowFailure& failure : step.effect.row_failures) {
    if ((step.change < 0 || failure.change == step.change) && failure.sqlstate == sqlstate) return failure;
  }
  return std::nullopt;
}

std::optional<RowFailure> failure(const Step& step) {
  for (const RowFailure& failure : step.effect.row_failures) {
    if (step.change < 0 || failure.change == step.change) return failure;
  }
  return std::nullopt;
}

Severity severity_of(const RowFailure& failure) {
  return failure.handled || failure.only_new_rows ? Severity::warning : Severity::error;
}

std::vector<std::string> fails(const RowFailure& failure) {
  if (failure.only_new_rows) return {};
  return {failure.sqlstate};
}

std::string remains(const RowFailure& failure) {
  if (failure.handled)
    return fmt::format(" This migration does something about it: verify {}.", *failure.handled);
  if (failure.only_new_rows) {
    return " This migration corrects the rows that are there, but nothing keeps a running application from "
           "writing another bad one before this "
           "statement runs.";
  }
  return {};
}

bool nobody_uses(const Step& step, const RelationName& resolved) { return step.before.is_new(resolved); }

bool nobody_uses(const Step& step, const RelationName& resolved, std::string_view column) {
  if (nobody_uses(step, resolved)) return true;
  const Column* found = step.before.column(resolved, column);
  return found && step.before.is_new(found->origin);
}

bool is_large(const Config& config, const RelationName& resolved) {
  return std::ranges::any_of(config.large_tables, [&](const std::string& pattern) {
    return matches_glob(pattern,
                        pattern.find('.') == std::string::npos ? resolved.name : to_string(resolved));
  });
}

std::vector<Related> made_by(const Step& step, const Origin& origin, std::string_view what) {
  if (!origin.known() || origin.migration >= static_cast<int>(step.history.migrations.size())) return {};
  const Migration& migration = step.history.migrations[static_cast<std::size_t>(origin.migration)];
  int line = 1;
  if (origin.statement >= 0 && origin.statement < static_cast<int>(migration.statements.size())) {
    line = migration.line_at(migration.statements[static_cast<std::size_t>(origin.statement)].span.begin);
  }
  return {{.message = fmt::format("{} was made here", what), .path = migration.source.path, .line = line}};
}

std::optional<RowFailure> failure_at(const Step& step, Mention place) {
  if (place.statement != step.index) return std::nullopt;
  const auto found = std::ranges::find(step.effect.row_failures, place.change, &RowFailure::change);
  return found == step.effect.row_failures.end() ? std::nullopt : std::optional(*found);
}

std::optional<Mention> table_comes_back(const Step& step, const RelationName& resolved) {
  return later(step, resolved.name, [&](const Change& change) {
    if (const auto* create = std::get_if<CreateTable>(&change))
      return step.before.creation_name(create->table) == resolved;
    const auto* rename = std::get_if<RenameObject>(&change);
    return rename && rename->kind == ObjectKind::table && rename->to == resolved.name;
  });
}

bool table_was_renamed(const Step& step, const RelationName& resolved) {
  return std::ranges::any_of(step.mentions.of(resolved.name), [&](Mention place) {
    const auto* rename = std::get_if<RenameObject>(&step.mentions.at(place));
    return place.statement < step.index && rename && rename->kind == ObjectKind::table &&
           rename->to == resolved.name;
  });
}

std::optional<Mention> column_comes_back(const Step& step, const RelationName& resolved,
                                         std::string_view column) {
  return later(step, resolved.name, [&](const Change& change) {
    if (const auto* add = std::get_if<AddColumn>(&change))
      return step.before.resolve(add->table) == resolved && add->column.name == column;
    const auto* rename = std::get_if<RenameColumn>(&change);
    return rename && step.before.resolve(rename->table) == resolved && rename->to == column;
  });
}

std::string type_in_sql(const TypeName& type, const Catalog& catalog) {
  return format_type(catalog.resolve(type), catalog);
}

}  // namespace miglint
