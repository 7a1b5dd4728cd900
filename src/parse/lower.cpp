#include "parse/lower.hpp"

#include <unordered_map>

#include "parse/novelties.hpp"
#include "parse/statement_tag.hpp"

namespace miglint::lower {
namespace {

using LowerStatement = void (*)(const ast::Node&, Context&);
using Upkeep = Maintenance::Action;

template <Maintenance::Action action>
void maintenance(const ast::Node&, Context& ctx) {
  ctx.emit(Maintenance{.action = action});
}

/// A subscription whose slot another makes does nothing on another server: it may be made in a transaction
/// (subscriptioncmds.c, CreateSubscription). `connect = false` makes no slot either.
void lower_create_subscription(const ast::Node& node, Context& ctx) {
  bool makes_slot = true;
  for (const ast::Node option : node.list("options")) {
    const std::string_view name = option.text("defname");
    const std::string value = option_text(option);
    const bool off = value == "false" || value == "off" || value == "0" || value == "no";
    if ((name == "connect" || name == "create_slot") && off) makes_slot = false;
  }
  if (makes_slot) return maintenance<Upkeep::create_subscription>(node, ctx);
  ctx.emit(NoEffect{.tag = ctx.statement.tag});
}

/// Every statement that changes what miglint's catalog knows, or rows, or runs something.
const std::unordered_map<std::string_view, LowerStatement>& modelled() {
  static const std::unordered_map<std::string_view, LowerStatement> statements{
      {"CreateStmt", lower_create_table},
      {"CreateForeignTableStmt", lower_create_foreign_table},
      {"CreateTableAsStmt", lower_create_table_as},
      {"AlterTableStmt", lower_alter_table},
      {"IndexStmt", lower_create_index},
      {"ReindexStmt", lower_reindex},
      {"CreateEnumStmt", lower_create_enum},
      {"AlterEnumStmt", lower_alter_enum},
      {"CreateDomainStmt", lower_create_domain},
      {"AlterDomainStmt", lower_alter_domain},
      {"CompositeTypeStmt", lower_create_composite},
      {"CreateRangeStmt", lower_create_range},
      {"DefineStmt", lower_define},
      {"DropStmt", lower_drop},
      {"RenameStmt", lower_rename},
      {"AlterObjectSchemaStmt", lower_set_schema},
      {"AlterOwnerStmt", lower_owner},
      {"DropOwnedStmt", lower_drop_owned},
      {"ReassignOwnedStmt", lower_reassign_owned},
      {"CommentStmt", lower_comment},
      {"GrantStmt", lower_grant},
      {"AlterDefaultPrivilegesStmt", lower_default_privileges},
      {"TruncateStmt", lower_truncate},
      {"CreateSchemaStmt", lower_create_schema},
      {"CreateExtensionStmt", lower_create_extension},
      {"CreateSeqStmt", lower_create_sequence},
      {"AlterSeqStmt", lower_alter_sequence},
      {"ViewStmt", lower_create_view},
      {"RefreshMatViewStmt", lower_refresh_view},
      {"CreateTrigStmt", lower_create_trigger},
      {"CreateFunctionStmt", lower_create_function},
      {"AlterFunctionStmt", lower_alter_function},
      {"CreatePolicyStmt", lower_create_policy},
      {"AlterPolicyStmt", lower_alter_policy},
      {"RuleStmt", lower_create_rule},
      {"CreateStatsStmt", lower_create_statistics},
      {"CreatePublicationStmt", lower_create_publication},
      {"AlterPublicationStmt", lower_alter_publication},
      {"CreateFdwStmt", lower_create_wrapper},
      {"CreateForeignServerStmt", lower_create_server},
      {"CreateUserMappingStmt", lower_create_user_mapping},
      {"AlterFdwStmt", lower_alter_wrapper},
      {"AlterForeignServerStmt", lower_alter_server},
      {"AlterUserMappingStmt", lower_alter_user_mapping},
      {"DropUserMappingStmt", lower_drop_user_mapping},
      {"ImportForeignSchemaStmt", lower_import_schema},
      {"AlterStatsStmt", lower_alter_statistics},
      {"AlterTSDictionaryStmt", lower_alter_dictionary},
      {"AlterTSConfigurationStmt", lower_alter_configuration},
      {"AlterCollationStmt", lower_alter_collation},
      {"AlterOperatorStmt", lower_alter_operator},
      {"CreateConversionStmt", lower_create_conversion},
      {"CreateCastStmt", lower_create_cast},
      {"CreateTransformStmt", lower_create_transform},
      {"CreateAmStmt", lower_create_access_method},
      {"CreatePLangStmt", lower_create_language},
      {"CreateOpClassStmt", lower_create_operator_class},
      {"CreateOpFamilyStmt", lower_create_operator_family},
      {"AlterOpFamilyStmt", lower_alter_operator_family},
      {"CreateEventTrigStmt", lower_create_event_trigger},
      {"AlterEventTrigStmt", lower_alter_event_trigger},
      {"CreateRoleStmt", lower_create_role},
      {"AlterRoleStmt", lower_alter_role},
      {"AlterRoleSetStmt", lower_alter_role},
      {"GrantRoleStmt", lower_grant_role},
      {"DropRoleStmt", lower_drop_role},
      {"InsertStmt", lower_insert},
      {"UpdateStmt", lower_update},
      {"DeleteStmt", lower_delete},
      {"MergeStmt", lower_merge},
      {"SelectStmt", lower_select},
      {"CopyStmt", lower_copy},
      {"LockStmt", lower_lock},
      {"ExplainStmt", lower_explain},
      {"DeclareCursorStmt", lower_cursor},
      {"PrepareStmt", lower_prepare},
      {"TransactionStmt", lower_transaction},
      {"VariableSetStmt", lower_set_variable},
      {"VacuumStmt", lower_vacuum},
      {"ClusterStmt", lower_cluster},
      {"CallStmt", lower_call},
      {"DoStmt", lower_do_block},
      {"CreatedbStmt", maintenance<Upkeep::create_database>},
      {"DropdbStmt", maintenance<Upkeep::drop_database>},
      {"AlterSystemStmt", maintenance<Upkeep::alter_system>},
      {"CreateTableSpaceStmt", maintenance<Upkeep::create_tablespace>},
      {"DropTableSpaceStmt", maintenance<Upkeep::drop_tablespace>},
      {"CreateSubscriptionStmt", lower_create_subscription},
      {"DropSubscriptionStmt", maintenance<Upkeep::drop_subscription>},
      {"CheckPointStmt", maintenance<Upkeep::checkpoint>},
  };
  return statements;
}

}  // namespace

bool is_query(const ast::Node& node) {
  return node.is("SelectStmt") || node.is("InsertStmt") || node.is("UpdateStmt") || node.is("DeleteStmt") ||
         node.is("MergeStmt");
}

ast::List returning(const ast::Node& modification) {
  return modification.has("returningClause") ? modification.object("returningClause").list("exprs")
                                             : modification.list("returningList");
}

void lower_statement_changes(const ast::Node& node, Context& ctx) {
  if (const auto found = modelled().find(node.kind()); found != modelled().end()) {
    found->second(node, ctx);
    if (ctx.names_are_columns && is_query(node)) ctx.take_scopes(scoped_query(node, ctx));
    return;
  }
  const std::string tag = statement_tag(node);
  if (leaves_relations_alone(node.kind())) {
    ctx.emit(NoEffect{.tag = tag});
  } else {
    ctx.emit(Unmodelled{.tag = tag, .relations = query_summary(node).relations});
  }
}

void lower_statement(const ast::Node& node, Context& ctx) {
  ctx.statement.tag = statement_tag(node);
  const Span span = ctx.statement.span;
  ctx.statement.novelty = newest_in(
      node, ctx.text.substr(static_cast<std::size_t>(span.begin), static_cast<std::size_t>(span.length())));
  lower_statement_changes(node, ctx);
}

}  // namespace miglint::lower
