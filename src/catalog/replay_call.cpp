// SELECT f() and CALL p(): what the function's body does to the schema, where the history made it and it is
// the only one that can be meant.

#include "catalog/knowledge.hpp"
#include "catalog/replay.hpp"

namespace miglint {

/// Longer ones are not run: a migration may call the same one for each of its lines.
static constexpr std::size_t longest_body = 64;

/// The function of `SELECT f(…)`, `SELECT * FROM f(…)` or `CALL f(…)`: it runs once and surely.
static const FunctionName* called_once(const Change& change) {
  if (const auto* call = std::get_if<CallProcedure>(&change)) return &call->procedure;
  const auto* select = std::get_if<Select>(&change);
  if (select == nullptr || !select->query.relations.empty() || select->where) return nullptr;
  if (select->query.star && select->query.functions.size() == 1) return &select->query.functions.front();
  if (select->output.size() != 1 || select->output.front().kind != Expression::Kind::function) return nullptr;
  return &select->output.front().function;
}

static const Function* only_of_name(const Catalog& catalog, const FunctionName& name) {
  const Function* only = nullptr;
  int found = 0;
  const auto look = [&](const std::string& schema) {
    const auto [begin, end] = catalog.functions.equal_range({schema, name.name});
    for (auto function = begin; function != end; ++function, ++found) only = &function->second;
  };
  if (!name.schema.empty()) {
    look(name.schema);
  } else {
    for (const std::string& schema : catalog.search_path) look(schema);
  }
  return found == 1 ? only : nullptr;
}

static bool can_be_run(const Function& function) {
  return function.block != nullptr && !function.own_context && function.block->steps.size() <= longest_body;
}

bool run_called_body(Replaying& replaying, const Change& change) {
  Catalog& catalog = replaying.catalog;
  const FunctionName* name = replaying.in_body || catalog.functions.empty() ? nullptr : called_once(change);
  const Function* function = name == nullptr ? nullptr : only_of_name(catalog, *name);
  if (function == nullptr || !can_be_run(*function)) return false;
  if (const auto* select = std::get_if<Select>(&change)) {
    std::vector<FunctionName> arguments = select->query.functions;
    std::erase(arguments, *name);
    replay_calls(catalog, arguments);
  }
  const std::shared_ptr<const DoBlock> block = function->block;  // it may drop or replace itself
  Replaying body{.catalog = catalog, .statement = replaying.statement, .in_body = true};
  return apply(body, *block) != Replayed::refused;
}

}  // namespace miglint
