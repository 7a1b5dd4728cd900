#include <array>
#include <utility>

#include "parse/lower.hpp"

// What runs statements rather than changing objects: transactions, settings, maintenance, CALL.

namespace miglint::lower {
namespace {

std::string setting_word(const ast::Node& argument, const Context& ctx) {
  const Expression value = expression_shape(argument, ctx);
  return without_casts(value).value;
}

bool option_on(const ast::Node& option) {
  const std::string value = option_text(option);
  return value != "false" && value != "off" && value != "0";
}

bool has_option(const ast::Node& node, std::string_view list, std::string_view name) {
  for (const ast::Node option : node.list(list)) {
    if (option.text("defname") == name && option_on(option)) return true;
  }
  return false;
}

}  // namespace

void lower_transaction(const ast::Node& node, Context& ctx) {
  using Action = Transaction::Action;
  static constexpr std::array<std::pair<std::string_view, Action>, 10> actions{{
      {"TRANS_STMT_BEGIN", Action::begin},
      {"TRANS_STMT_START", Action::begin},
      {"TRANS_STMT_COMMIT", Action::commit},
      {"TRANS_STMT_ROLLBACK", Action::rollback},
      {"TRANS_STMT_SAVEPOINT", Action::savepoint},
      {"TRANS_STMT_RELEASE", Action::release},
      {"TRANS_STMT_ROLLBACK_TO", Action::rollback_to},
      {"TRANS_STMT_PREPARE", Action::prepare},
      {"TRANS_STMT_COMMIT_PREPARED", Action::commit},
      {"TRANS_STMT_ROLLBACK_PREPARED", Action::rollback},
  }};
  for (const auto& [kind, action] : actions) {
    if (node.text("kind") == kind)
      ctx.emit(Transaction{.action = action,
                           .chain = node.flag("chain"),
                           .savepoint = identifier(node.text("savepoint_name")),
                           .left_out = !node.list("options").empty() || node.has("gid")});
  }
}

void lower_set_variable(const ast::Node& node, Context& ctx) {
  const std::string_view kind = node.text("kind");
  SetVariable change{.name = std::string(node.text("name")),
                     .local = node.flag("is_local"),
                     .reset = kind == "VAR_RESET" || kind == "VAR_RESET_ALL"};
  if (kind == "VAR_SET_DEFAULT") change.reset = true;
  if (kind == "VAR_RESET_ALL") change.name = "all";
  if (kind == "VAR_SET_VALUE") {
    for (const ast::Node argument : node.list("args")) change.values.push_back(setting_word(argument, ctx));
  }
  for (const std::string& value : change.values) change.value += (change.value.empty() ? "" : ", ") + value;
  ctx.emit(std::move(change));
}

/// VACUUM and ANALYZE, one change a table.
void lower_vacuum(const ast::Node& node, Context& ctx) {
  using Action = Maintenance::Action;
  const bool full = has_option(node, "options", "full");
  const Action action = !node.flag("is_vacuumcmd") ? Action::analyze
                        : full                     ? Action::vacuum_full
                                                   : Action::vacuum;
  int command = 0;
  const bool more_options = node.list("options").size() > (full ? 1 : 0);
  for (const ast::Node item : node.list("rels")) {
    const RelationName table = relation(item.object("relation"));
    if (command == 0) ctx.target(table, ObjectKind::table);
    ctx.emit(
        Maintenance{
            .action = action, .table = table, .left_out = more_options || !item.list("va_cols").empty()},
        command++);
  }
  if (command == 0) ctx.emit(Maintenance{.action = action, .left_out = more_options});
}

void lower_cluster(const ast::Node& node, Context& ctx) {
  const RelationName table = relation(node.object("relation"));
  if (!table.empty()) ctx.target(table, ObjectKind::table);
  ctx.emit(Maintenance{
      .action = Maintenance::Action::cluster, .table = table, .index = identifier(node.text("indexname"))});
}

void lower_call(const ast::Node& node, Context& ctx) {
  const ast::Node call = node.object("funccall");
  ctx.emit(
      CallProcedure{.procedure = qualified(call.list("funcname")), .arguments = call.list("args").size()});
}

}  // namespace miglint::lower
