#include <algorithm>
#include <fmt/format.h>

#include "lock_support.hpp"

namespace miglint {

/// Why schema.prisma has no words for the index; empty: it has.
static std::string_view beyond_prisma(const Index& index) {
  if (index.where) return "it is partial";
  if (!index.include.empty()) return "it has INCLUDE columns";
  if (index.nulls_not_distinct) return "it is NULLS NOT DISTINCT";
  for (const IndexElement& element : index.elements) {
    if (element.column.empty()) return "it is on an expression";
    if (element.collation) return "it has a collation of its own";
    if (element.nulls_first && *element.nulls_first != element.descending)
      return "it orders NULLs its own way";
  }
  return {};
}

/// Prisma writes `-- DropIndex` above the statement.
static bool is_generated(const Step& step) {
  const std::size_t end = static_cast<std::size_t>(step.statement.span.begin);
  const std::size_t begin =
      step.index == 0 ? 0
                      : static_cast<std::size_t>(
                            step.migration.statements[static_cast<std::size_t>(step.index) - 1].span.end);
  return std::string_view(step.migration.source.text).substr(begin, end - begin).find("-- DropIndex") !=
         std::string_view::npos;
}

static bool is_made_again(const Index& index, const Step& step) {
  const auto makes_it = [&](Mention place) {
    const auto* create = std::get_if<CreateIndex>(&step.mentions.at(place));
    return create &&
           (create->name == index.name.name || (step.before.resolve(create->table) == index.table &&
                                                create->where.has_value() == index.where.has_value()));
  };
  return std::ranges::any_of(step.mentions.of(index.name.name), makes_it) ||
         std::ranges::any_of(step.mentions.of(index.table.name), makes_it);
}

static std::string definition_of(const Index& index, const Step& step) {
  if (index.origin.migration < 0 || index.origin.migration >= std::ssize(step.history.migrations)) return {};
  const Migration& origin = step.history.migrations[static_cast<std::size_t>(index.origin.migration)];
  if (index.origin.statement < 0 || index.origin.statement >= std::ssize(origin.statements)) return {};
  return std::string(origin.sql(origin.statements[static_cast<std::size_t>(index.origin.statement)])) + ";";
}

static std::vector<Related> made_by(const Index& index, const Step& step) {
  if (index.origin.migration < 0 || definition_of(index, step).empty()) return {};
  const Migration& origin = step.history.migrations[static_cast<std::size_t>(index.origin.migration)];
  return {{.message = fmt::format("{} was made here", in_prose(index.name.name)),
           .path = origin.source.path,
           .line = line_of(origin, index.origin.statement)}};
}

static void check_drop_of_unknown_index(const DropIndex& drop, const Step& step, RuleContext& ctx) {
  const Index* index = step.before.index(drop.index);
  if (!index || step.migration.source.layout != Layout::prisma || !is_generated(step)) return;
  const std::string_view reason = beyond_prisma(*index);
  if (reason.empty() || step.before.is_new(index->origin) || is_made_again(*index, step)) return;
  ctx.report(
      {.message = fmt::format("This drops {}, which schema.prisma can't express: {}",
                              in_prose(index->name.name), reason),
       .object = {.schema = index->table.schema, .table = index->table.name, .name = index->name.name},
       .why = fmt::format("prisma migrate dev drops what is not in schema.prisma. Somebody wrote this index "
                          "by hand, for queries on {} that "
                          "are slow without it, or to keep values unique.",
                          shown(index->table)),
       .safer = {{.text = "Take the statement out of this migration if the index is still wanted"},
                 {.text = "Otherwise keep what it was in the history", .sql = definition_of(*index, step)}},
       .related = made_by(*index, step)});
}

extern const Rule drop_of_unknown_index{.id = "drop-of-unknown-index",
                                        .severity = Severity::warning,
                                        .check = on<check_drop_of_unknown_index>,
                                        .overrides = {"drop-index-without-concurrently"}};

}  // namespace miglint
