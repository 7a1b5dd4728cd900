#include <algorithm>
#include <numeric>

#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

void put(RelationName& name, const std::string& schema) {
  if (!name.empty() && name.schema.empty()) name.schema = schema;
}

void qualify(Change& change, const std::string& schema) {
  std::visit(
      [&](auto& held) {
        if constexpr (requires { held.table; }) put(held.table, schema);
        if constexpr (requires { held.view; }) put(held.view, schema);
        if constexpr (requires { put(held.sequence, schema); }) put(held.sequence, schema);
      },
      change);
}

}  // namespace

template <class Alternative>
void Context::emit(Alternative change, int command, int order) {
  statement.changes.push_back({.change = std::move(change), .command = command});
  orders_.push_back(order);
}

void Context::sort_changes() {
  if (std::is_sorted(orders_.begin(), orders_.end())) return;
  std::vector<std::size_t> places(orders_.size());
  std::iota(places.begin(), places.end(), 0);
  std::stable_sort(places.begin(), places.end(),
                   [&](std::size_t a, std::size_t b) { return orders_[a] < orders_[b]; });
  std::vector<StatementChange> sorted;
  sorted.reserve(places.size());
  for (const std::size_t place : places) sorted.push_back(std::move(statement.changes[place]));
  statement.changes = std::move(sorted);
  std::sort(orders_.begin(), orders_.end());
}

void Context::take_scopes(ScopedQueryPtr scoped) {
  if (statement.changes.empty()) return;
  std::visit(
      [&](auto& held) {
        if constexpr (requires { held.scoped; }) held.scoped = std::move(scoped);
      },
      static_cast<AnyChange&>(statement.changes.back().change));
}

std::string rest_after_name(const ast::Node& range_var, const Context& ctx) {
  if (ctx.statement.tag == "CREATE SCHEMA") return {};
  return text_after_name(ctx.text, ctx.base + range_var.location(), ctx.statement.span.end);
}

void qualify(Statement& statement, std::size_t first, const std::string& schema) {
  for (std::size_t i = first; i < statement.changes.size(); ++i) qualify(statement.changes[i].change, schema);
}

template void Context::emit(AddColumn, int, int);
template void Context::emit(ChangeOwner, int, int);
template void Context::emit(ReassignOwned, int, int);
template void Context::emit(DropColumn, int, int);
template void Context::emit(SetNotNull, int, int);
template void Context::emit(DropNotNull, int, int);
template void Context::emit(SetDefault, int, int);
template void Context::emit(DropDefault, int, int);
template void Context::emit(ChangeType, int, int);
template void Context::emit(AlterIdentity, int, int);
template void Context::emit(AlterGenerated, int, int);
template void Context::emit(AlterColumnOption, int, int);
template void Context::emit(AddPrimaryKey, int, int);
template void Context::emit(AddUnique, int, int);
template void Context::emit(AddForeignKey, int, int);
template void Context::emit(AddCheck, int, int);
template void Context::emit(AddExclude, int, int);
template void Context::emit(AddNotNull, int, int);
template void Context::emit(DropConstraint, int, int);
template void Context::emit(ValidateConstraint, int, int);
template void Context::emit(AlterConstraint, int, int);
template void Context::emit(CreateTable, int, int);
template void Context::emit(DropTable, int, int);
template void Context::emit(AttachPartition, int, int);
template void Context::emit(DetachPartition, int, int);
template void Context::emit(AlterTableOption, int, int);
template void Context::emit(CreateIndex, int, int);
template void Context::emit(DropIndex, int, int);
template void Context::emit(Reindex, int, int);
template void Context::emit(AttachIndex, int, int);
template void Context::emit(RenameColumn, int, int);
template void Context::emit(RenameObject, int, int);
template void Context::emit(SetSchema, int, int);
template void Context::emit(DropObject, int, int);
template void Context::emit(CreateEnum, int, int);
template void Context::emit(AddEnumValue, int, int);
template void Context::emit(RenameEnumValue, int, int);
template void Context::emit(CreateDomain, int, int);
template void Context::emit(AlterDomain, int, int);
template void Context::emit(CreateType, int, int);
template void Context::emit(AlterType, int, int);
template void Context::emit(CreateSchema, int, int);
template void Context::emit(CreateExtension, int, int);
template void Context::emit(CreateSequence, int, int);
template void Context::emit(AlterSequence, int, int);
template void Context::emit(CreateView, int, int);
template void Context::emit(RefreshMaterializedView, int, int);
template void Context::emit(CreateTrigger, int, int);
template void Context::emit(CreateFunction, int, int);
template void Context::emit(AlterFunction, int, int);
template void Context::emit(CreatePolicy, int, int);
template void Context::emit(AlterPolicy, int, int);
template void Context::emit(CreateRule, int, int);
template void Context::emit(CreateStatistics, int, int);
template void Context::emit(CreatePublication, int, int);
template void Context::emit(AlterPublication, int, int);
template void Context::emit(CreateObject, int, int);
template void Context::emit(AlterObject, int, int);
template void Context::emit(Insert, int, int);
template void Context::emit(Update, int, int);
template void Context::emit(Delete, int, int);
template void Context::emit(Truncate, int, int);
template void Context::emit(Select, int, int);
template void Context::emit(CopyRows, int, int);
template void Context::emit(LockTable, int, int);
template void Context::emit(Transaction, int, int);
template void Context::emit(SetVariable, int, int);
template void Context::emit(Maintenance, int, int);
template void Context::emit(CallProcedure, int, int);
template void Context::emit(CommentOn, int, int);
template void Context::emit(Grant, int, int);
template void Context::emit(NoEffect, int, int);
template void Context::emit(Unmodelled, int, int);
template void Context::emit(DoBlock, int, int);

}  // namespace miglint::lower
