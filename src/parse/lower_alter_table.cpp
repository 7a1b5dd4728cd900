// ALTER TABLE, and what shares its node: ALTER VIEW, INDEX, SEQUENCE, MATERIALIZED VIEW, FOREIGN TABLE, and
// ALTER TYPE of a composite.
//
// PostgreSQL does not run the commands of one ALTER TABLE in the order they are written. It sorts them into
// passes (tablecmds.c, AT_PASS_*):
//
//   drop < alter type < add column < set expression < column attributes < index constraint < index < other
//   constraint, default < miscellaneous
//
//   ALTER TABLE t ADD PRIMARY KEY (k), ADD k int, DROP x      runs as: drop x, add k, add primary key
//
// So the changes are sorted the same way, stably; `command` remembers the place in the text. A column's own
// constraints take the pass that the same constraint has as a command: the index of `ADD COLUMN b int UNIQUE,
// ADD COLUMN c int` is built when c is there.

#include <array>
#include <unordered_map>

#include "parse/lower.hpp"

namespace miglint::lower {
namespace {

using Option = AlterTableOption::Option;

/// One AlterTableCmd at work.
struct Command {
  ast::Node node;
  RelationName table;
  int index = 0;
  Context& ctx;

  template <class Alternative>
  void emit(Pass pass, Alternative change) const {
    ctx.emit(std::move(change), index, pass);
  }
  std::string name() const { return identifier(node.text("name")); }
  ast::Node def() const { return node.node("def"); }
  bool missing_ok() const { return node.flag("missing_ok"); }
  bool cascade() const { return node.text("behavior") == "DROP_CASCADE"; }
};

void lower_add_column(const Command& command) {
  const ast::Node def = command.def();
  command.emit(Pass::add_column,
               AddColumn{command.table, column_definition(def, command.ctx), command.missing_ok()});
  lower_column_constraints(def, {.table = command.table, .command = command.index}, command.ctx);
}

void lower_drop_column(const Command& command) {
  command.emit(Pass::drop,
               DropColumn{command.table, command.name(), command.missing_ok(), command.cascade()});
}

void lower_column_default(const Command& command) {
  if (const ast::Node value = command.def()) {
    command.emit(Pass::other_constraint,
                 SetDefault{command.table, command.name(), expression(value, command.ctx)});
  } else {
    command.emit(Pass::drop, DropDefault{command.table, command.name()});
  }
}

void lower_alter_type(const Command& command) {
  const ast::Node def = command.def();
  command.emit(Pass::alter_type,
               ChangeType{command.table, command.name(), written_type(def.object("typeName"), command.ctx),
                          optional_expression(def.node("raw_default"), command.ctx),
                          qualified_if_any(def.object("collClause").list("collname"))});
}

void lower_add_constraint(const Command& command) {
  lower_constraint(command.def(), {.table = command.table, .command = command.index}, command.ctx);
}

void lower_drop_constraint(const Command& command) {
  command.emit(Pass::drop,
               DropConstraint{command.table, command.name(), command.missing_ok(), command.cascade()});
}

/// 15 to 17 hold a Constraint here, 18 an ATAlterConstraint.
void alter_constraint(const Command& command) {
  const ast::Node def = command.def();
  AlterConstraint change{command.table, identifier(def.text("conname")), std::nullopt};
  if (def.flag("alterEnforceability")) change.enforced = def.flag("is_enforced");
  change.alters_inheritance = def.flag("alterInheritability");
  command.emit(Pass::miscellaneous, std::move(change));
}

void add_identity(const Command& command) {
  const Identity identity =
      command.def().text("generated_when") == "a" ? Identity::always : Identity::by_default;
  command.emit(Pass::other_constraint,
               AlterIdentity{AlterIdentity::Action::add, command.table, command.name(), identity,
                             sequence_options(command.def().list("options"), command.ctx)});
}

/// SET GENERATED holds the letter of `always` or `by default` as a number; other options say nothing of it.
void set_identity(const Command& command) {
  Identity identity = Identity::none;
  for (const ast::Node option : command.def().items()) {
    if (option.text("defname") == "generated")
      identity = option.node("arg").integer("ival") == 'a' ? Identity::always : Identity::by_default;
  }
  // After ADD GENERATED, of which SET may speak in the same statement (ATPrepCmd).
  command.emit(Pass::miscellaneous,
               AlterIdentity{AlterIdentity::Action::set, command.table, command.name(), identity,
                             sequence_options(command.def().items(), command.ctx)});
}

void drop_identity(const Command& command) {
  command.emit(Pass::drop, AlterIdentity{AlterIdentity::Action::drop, command.table, command.name(),
                                         Identity::none, std::nullopt, command.missing_ok()});
}

void attach_partition(const Command& command) {
  const ast::Node part = command.def();
  if (command.ctx.statement.target_kind == ObjectKind::index) {
    command.emit(Pass::miscellaneous, AttachIndex{command.table, relation(part.object("name"))});
  } else {
    command.emit(Pass::miscellaneous, AttachPartition{command.table, relation(part.object("name")),
                                                      partition_bound(part.object("bound"), command.ctx)});
  }
}

void detach_partition(const Command& command, bool finalize) {
  const ast::Node part = command.def();
  command.emit(Pass::miscellaneous, DetachPartition{command.table, relation(part.object("name")),
                                                    part.flag("concurrent"), finalize});
}

/// The names of the parameters that SET (…) and RESET (…) list.
std::string parameter_names(const ast::Node& list) {
  std::string names;
  for (const ast::Node option : list.items())
    names += (names.empty() ? "" : ",") + std::string(option.text("defname"));
  return names;
}

/// RESET (toast.…).
bool names_a_namespace(const ast::Node& list) {
  for (const ast::Node option : list.items())
    if (option.has("defnamespace")) return true;
  return false;
}

/// What the command names: a trigger or index by `name`, a parent by RangeVar, an owner by role.
std::string option_value(const Command& command) {
  const ast::Node def = command.def();
  if (def.is("RangeVar")) return {};
  if (def.is("TypeName")) return to_string(qualified(def.list("names")));
  if (def.is("List")) return parameter_names(def);
  if (def.is("ReplicaIdentityStmt"))
    return def.has("name") ? identifier(def.text("name")) : std::string(def.text("identity_type"));
  if (const ast::Node owner = command.node.object("newowner")) return identifier(owner.text("rolename"));
  return command.name();
}

void option(const Command& command, Option which) {
  AlterTableOption change{.option = which, .table = command.table, .value = option_value(command)};
  const std::string_view subtype = command.node.text("subtype");
  if (const ast::Node def = command.def(); def.is("RangeVar")) change.parent = relation(def);
  if (const ast::Node def = command.def(); def.is("TypeName")) change.parent = qualified(def.list("names"));
  if (subtype == "AT_SetRelOptions") change.parameters = storage_parameters(command.def().items());
  change.left_out = subtype.starts_with("AT_EnableAlways") || subtype.starts_with("AT_EnableReplica") ||
                    (subtype == "AT_ResetRelOptions" && names_a_namespace(command.def()));
  if (subtype.ends_with("TrigAll")) change.value = "ALL";
  if (subtype.ends_with("TrigUser")) change.value = "USER";
  command.emit(Pass::miscellaneous, std::move(change));
}

/// STORAGE and COMPRESSION are words, STATISTICS is a number.
std::string column_option_value(const ast::Node& def) {
  if (def.is("Integer")) return std::to_string(def.integer("ival"));
  return def.is("String") ? std::string(def.text("sval")) : std::string();
}

void column_option(const Command& command, AlterColumnOption::Option which) {
  AlterColumnOption change{which, command.table, command.name(), column_option_value(command.def())};
  if (command.node.text("subtype") == "AT_SetOptions")
    change.parameters = storage_parameters(command.def().items());
  command.emit(Pass::miscellaneous, std::move(change));
}

using LowerCommand = void (*)(const Command&);

const std::unordered_map<std::string_view, LowerCommand>& commands() {
  using Column = AlterColumnOption::Option;
  static const std::unordered_map<std::string_view, LowerCommand> table{
      {"AT_AddColumn", lower_add_column},
      {"AT_AddColumnToView", lower_add_column},
      {"AT_DropColumn", lower_drop_column},
      {"AT_ColumnDefault", lower_column_default},
      {"AT_AlterColumnType", lower_alter_type},
      {"AT_AddConstraint", lower_add_constraint},
      {"AT_DropConstraint", lower_drop_constraint},
      {"AT_AlterConstraint", alter_constraint},
      {"AT_AddIdentity", add_identity},
      {"AT_SetIdentity", set_identity},
      {"AT_DropIdentity", drop_identity},
      {"AT_AttachPartition", attach_partition},
      {"AT_DetachPartition", [](const Command& c) { detach_partition(c, false); }},
      {"AT_DetachPartitionFinalize", [](const Command& c) { detach_partition(c, true); }},
      {"AT_SetNotNull",
       [](const Command& c) { c.emit(Pass::column_attributes, SetNotNull{c.table, c.name()}); }},
      {"AT_DropNotNull", [](const Command& c) { c.emit(Pass::drop, DropNotNull{c.table, c.name()}); }},
      {"AT_ValidateConstraint",
       [](const Command& c) { c.emit(Pass::miscellaneous, ValidateConstraint{c.table, c.name()}); }},
      {"AT_DropExpression",
       [](const Command& c) {
         c.emit(Pass::drop, AlterGenerated{AlterGenerated::Action::drop_expression, c.table, c.name(),
                                           std::nullopt, c.missing_ok()});
       }},
      {"AT_SetExpression",
       [](const Command& c) {
         c.emit(Pass::set_expression, AlterGenerated{AlterGenerated::Action::set_expression, c.table,
                                                     c.name(), expression(c.def(), c.ctx)});
       }},
      {"AT_SetStatistics", [](const Command& c) { column_option(c, Column::statistics); }},
      {"AT_SetStorage", [](const Command& c) { column_option(c, Column::storage); }},
      {"AT_SetCompression", [](const Command& c) { column_option(c, Column::compression); }},
      {"AT_SetOptions", [](const Command& c) { column_option(c, Column::attributes); }},
      {"AT_ResetOptions", [](const Command& c) { column_option(c, Column::attributes); }},
      {"AT_AlterColumnGenericOptions", [](const Command& c) { column_option(c, Column::attributes); }},
  };
  return table;
}

/// The commands that change a setting of the table as a whole.
const std::unordered_map<std::string_view, Option>& settings() {
  static const std::unordered_map<std::string_view, Option> table{
      {"AT_ChangeOwner", Option::owner},
      {"AT_ClusterOn", Option::cluster_on},
      {"AT_DropCluster", Option::set_without_cluster},
      {"AT_SetLogged", Option::set_logged},
      {"AT_SetUnLogged", Option::set_unlogged},
      {"AT_SetAccessMethod", Option::set_access_method},
      {"AT_SetTableSpace", Option::set_tablespace},
      {"AT_SetRelOptions", Option::storage_parameters},
      {"AT_ResetRelOptions", Option::storage_parameters},
      {"AT_ReplaceRelOptions", Option::storage_parameters},
      {"AT_EnableTrig", Option::enable_trigger},
      {"AT_EnableAlwaysTrig", Option::enable_trigger},
      {"AT_EnableReplicaTrig", Option::enable_trigger},
      {"AT_DisableTrig", Option::disable_trigger},
      {"AT_EnableTrigAll", Option::enable_trigger},
      {"AT_DisableTrigAll", Option::disable_trigger},
      {"AT_EnableTrigUser", Option::enable_trigger},
      {"AT_DisableTrigUser", Option::disable_trigger},
      {"AT_EnableRule", Option::enable_rule},
      {"AT_EnableAlwaysRule", Option::enable_rule},
      {"AT_EnableReplicaRule", Option::enable_rule},
      {"AT_DisableRule", Option::disable_rule},
      {"AT_AddInherit", Option::inherit},
      {"AT_DropInherit", Option::no_inherit},
      {"AT_AddOf", Option::of_type},
      {"AT_DropOf", Option::not_of_type},
      {"AT_ReplicaIdentity", Option::replica_identity},
      {"AT_EnableRowSecurity", Option::enable_row_security},
      {"AT_DisableRowSecurity", Option::disable_row_security},
      {"AT_ForceRowSecurity", Option::force_row_security},
      {"AT_NoForceRowSecurity", Option::no_force_row_security},
  };
  return table;
}

void lower_command(const Command& command) {
  const std::string_view subtype = command.node.text("subtype");
  if (const auto found = commands().find(subtype); found != commands().end()) return found->second(command);
  const auto setting = settings().find(subtype);
  option(command, setting == settings().end() ? Option::other : setting->second);
}

/// ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE shares the node, but there is no table to lock.
void alter_composite(const ast::Node& node, const RelationName& type, Context& ctx) {
  int index = 0;
  for (const ast::Node command : node.list("cmds")) {
    const std::string_view subtype = command.text("subtype");
    AlterType change{.type = type,
                     .if_exists = command.flag("missing_ok"),
                     .cascade = command.text("behavior") == "DROP_CASCADE"};
    if (const ast::Node def = command.node("def")) change.attribute = column_definition(def, ctx);
    if (command.has("name")) change.attribute.name = identifier(command.text("name"));
    if (subtype == "AT_DropColumn") change.action = AlterType::Action::drop_attribute;
    if (subtype == "AT_AlterColumnType") change.action = AlterType::Action::alter_attribute;
    ctx.emit(std::move(change), index++);
  }
}

}  // namespace

void lower_alter_table(const ast::Node& node, Context& ctx) {
  const ast::Node table = node.object("relation");
  const std::string_view object_type = node.has("objtype") ? node.text("objtype") : node.text("relkind");
  ctx.target(relation(table), object_kind(object_type));
  ctx.statement.if_exists = node.flag("missing_ok");
  if (ctx.statement.target_kind == ObjectKind::type) return alter_composite(node, ctx.statement.target, ctx);
  ctx.statement.only = !table.flag("inh");
  int index = 0;
  for (const ast::Node item : node.list("cmds")) lower_command({item, ctx.statement.target, index++, ctx});
  ctx.sort_changes();
  merge_repeated_keys(ctx.statement);
}

}  // namespace miglint::lower
