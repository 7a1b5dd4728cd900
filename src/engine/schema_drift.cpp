#include "engine/schema_drift.hpp"

#include <algorithm>
#include <set>

#include "diff/diff.hpp"
#include "prisma/catalog.hpp"
#include "prisma/validate.hpp"

namespace miglint {

namespace {

/// One version of schema.prisma.
struct Read {
  prisma::Tree tree;
  std::vector<prisma::Problem> problems;
};

Read read(const std::vector<SchemaFile>& files) {
  Read result{.tree = prisma::parse(files), .problems = {}};
  result.problems = prisma::problems_of(result.tree);
  return result;
}

/// Without any, Prisma only runs the migrations.
bool has_models(const prisma::Tree& tree) {
  return std::ranges::any_of(
      tree.blocks, [](const prisma::Block& block) { return block.kind == prisma::Block::Kind::model; });
}

/// Somebody else may have made anything.
bool is_certain(const Catalog& catalog) {
  return catalog.complete && !catalog.partial && !catalog.doubted.known() && catalog.doubts.empty() &&
         std::ranges::all_of(catalog.tables, [](const auto& entry) { return entry.second.certain; });
}

std::vector<DiffStep> steps_between(const Catalog& catalog, const Read& schema, int major) {
  const prisma::Written written = prisma::written(schema.tree);
  return diff(catalog, prisma::catalog_of(schema.tree, major),
              {.expressible = Expressible::schema_prisma, .spelling = Spelling::prisma, .written = &written})
      .steps;
}

SchemaDrift::Problem told(const prisma::Tree& tree, const prisma::Problem& problem) {
  return {.path = tree.files.at(static_cast<std::size_t>(problem.place.file)).path,
          .span = {problem.place.begin, problem.place.end},
          .message = problem.message};
}

/// Outside git everything is new.
bool is_age_known(const History& history) {
  return history.prisma_schema->files_before.has_value() || !history.git;
}

/// What the migrations lacked before; nullopt: that version can't be read.
std::optional<std::set<std::string>> earlier_steps(const PrismaSchema& schema, const Catalog& before) {
  std::set<std::string> known;
  if (!schema.files_before || schema.files_before->empty()) return known;
  const Read old = read(*schema.files_before);
  if (!old.problems.empty()) return std::nullopt;
  for (const DiffStep& step : steps_between(before, old, schema.major)) {
    known.insert(step.sql);
    known.insert(step.commands.begin(), step.commands.end());
  }
  return known;
}

/// `known`: what was missing before; null: that is not known. Of an ALTER TABLE each command has its own age.
void sort_in(const DiffStep& step, const std::set<std::string>* known, SchemaDrift& drift) {
  const auto is_old = [&](const std::string& sql) { return known == nullptr || known->contains(sql); };
  const auto made = [&](const std::string& sql) {
    return SchemaDrift::Step{.name = std::string(to_string(step.kind)), .object = step.object, .sql = sql};
  };
  if (is_old(step.sql) || std::ranges::none_of(step.commands, is_old))
    return (is_old(step.sql) ? drift.earlier : drift.fresh).push_back(made(step.sql));
  for (const std::string& command : step.commands)
    (is_old(command) ? drift.earlier : drift.fresh).push_back(made(command));
}

}  // namespace

std::optional<SchemaDrift> drift_of(const History& history, const Catalog& before, const Catalog& after) {
  if (!history.prisma_schema || history.prisma_schema->files.empty()) return std::nullopt;
  const PrismaSchema& schema = *history.prisma_schema;
  SchemaDrift drift{.path = schema.files.front().path};
  drift.age_unknown = !is_age_known(history);
  const Read now = read(schema.files);
  if (!now.problems.empty()) {
    drift.problems_are_fresh =
        !drift.age_unknown && (!schema.files_before || read(*schema.files_before).problems.empty());
    for (const prisma::Problem& problem : now.problems) drift.problems.push_back(told(now.tree, problem));
    return drift;
  }
  if (!has_models(now.tree) || !is_certain(after)) return std::nullopt;
  const std::optional<std::set<std::string>> known = earlier_steps(schema, before);
  drift.age_unknown |= !known;
  for (const DiffStep& step : steps_between(after, now, schema.major))
    sort_in(step, drift.age_unknown ? nullptr : &*known, drift);
  return drift;
}

}  // namespace miglint
