#include "parse/statement_tag.hpp"

#include <unordered_map>
#include <unordered_set>

namespace miglint::lower {
namespace {

const std::unordered_map<std::string_view, std::string_view>& fixed_tags() {
  static const std::unordered_map<std::string_view, std::string_view> tags{
      {"CreateStmt", "CREATE TABLE"},
      {"CreateForeignTableStmt", "CREATE FOREIGN TABLE"},
      {"IndexStmt", "CREATE INDEX"},
      {"ReindexStmt", "REINDEX"},
      {"CreateEnumStmt", "CREATE TYPE"},
      {"CompositeTypeStmt", "CREATE TYPE"},
      {"CreateRangeStmt", "CREATE TYPE"},
      {"AlterEnumStmt", "ALTER TYPE"},
      {"AlterTypeStmt", "ALTER TYPE"},
      {"CreateDomainStmt", "CREATE DOMAIN"},
      {"AlterDomainStmt", "ALTER DOMAIN"},
      {"CommentStmt", "COMMENT"},
      {"TruncateStmt", "TRUNCATE TABLE"},
      {"CreateSchemaStmt", "CREATE SCHEMA"},
      {"CreateExtensionStmt", "CREATE EXTENSION"},
      {"AlterExtensionStmt", "ALTER EXTENSION"},
      {"AlterExtensionContentsStmt", "ALTER EXTENSION"},
      {"CreateSeqStmt", "CREATE SEQUENCE"},
      {"AlterSeqStmt", "ALTER SEQUENCE"},
      {"ViewStmt", "CREATE VIEW"},
      {"RefreshMatViewStmt", "REFRESH MATERIALIZED VIEW"},
      {"CreateTrigStmt", "CREATE TRIGGER"},
      {"CreateEventTrigStmt", "CREATE EVENT TRIGGER"},
      {"AlterEventTrigStmt", "ALTER EVENT TRIGGER"},
      {"CreatePolicyStmt", "CREATE POLICY"},
      {"AlterPolicyStmt", "ALTER POLICY"},
      {"RuleStmt", "CREATE RULE"},
      {"CreateStatsStmt", "CREATE STATISTICS"},
      {"AlterStatsStmt", "ALTER STATISTICS"},
      {"CreatePublicationStmt", "CREATE PUBLICATION"},
      {"AlterPublicationStmt", "ALTER PUBLICATION"},
      {"CreateSubscriptionStmt", "CREATE SUBSCRIPTION"},
      {"AlterSubscriptionStmt", "ALTER SUBSCRIPTION"},
      {"DropSubscriptionStmt", "DROP SUBSCRIPTION"},
      {"InsertStmt", "INSERT"},
      {"UpdateStmt", "UPDATE"},
      {"DeleteStmt", "DELETE"},
      {"MergeStmt", "MERGE"},
      {"CopyStmt", "COPY"},
      {"LockStmt", "LOCK TABLE"},
      {"ExplainStmt", "EXPLAIN"},
      {"DeclareCursorStmt", "DECLARE CURSOR"},
      {"ClosePortalStmt", "CLOSE CURSOR"},
      {"FetchStmt", "FETCH"},
      {"VariableShowStmt", "SHOW"},
      {"ClusterStmt", "CLUSTER"},
      {"CallStmt", "CALL"},
      {"DoStmt", "DO"},
      {"CreatedbStmt", "CREATE DATABASE"},
      {"DropdbStmt", "DROP DATABASE"},
      {"AlterDatabaseStmt", "ALTER DATABASE"},
      {"AlterDatabaseSetStmt", "ALTER DATABASE"},
      {"AlterDatabaseRefreshCollStmt", "ALTER DATABASE"},
      {"AlterSystemStmt", "ALTER SYSTEM"},
      {"CreateTableSpaceStmt", "CREATE TABLESPACE"},
      {"DropTableSpaceStmt", "DROP TABLESPACE"},
      {"AlterTableSpaceOptionsStmt", "ALTER TABLESPACE"},
      {"AlterTableMoveAllStmt", "ALTER TABLE"},
      {"CheckPointStmt", "CHECKPOINT"},
      {"GrantStmt", "GRANT"},
      {"GrantRoleStmt", "GRANT ROLE"},
      {"AlterDefaultPrivilegesStmt", "ALTER DEFAULT PRIVILEGES"},
      {"CreateRoleStmt", "CREATE ROLE"},
      {"AlterRoleStmt", "ALTER ROLE"},
      {"AlterRoleSetStmt", "ALTER ROLE"},
      {"DropRoleStmt", "DROP ROLE"},
      {"DropOwnedStmt", "DROP OWNED"},
      {"ReassignOwnedStmt", "REASSIGN OWNED"},
      {"SecLabelStmt", "SECURITY LABEL"},
      {"ListenStmt", "LISTEN"},
      {"UnlistenStmt", "UNLISTEN"},
      {"NotifyStmt", "NOTIFY"},
      {"LoadStmt", "LOAD"},
      {"DiscardStmt", "DISCARD"},
      {"PrepareStmt", "PREPARE"},
      {"ExecuteStmt", "EXECUTE"},
      {"DeallocateStmt", "DEALLOCATE"},
      {"ConstraintsSetStmt", "SET CONSTRAINTS"},
      {"AlterOperatorStmt", "ALTER OPERATOR"},
      {"AlterOpFamilyStmt", "ALTER OPERATOR FAMILY"},
      {"CreateOpClassStmt", "CREATE OPERATOR CLASS"},
      {"CreateOpFamilyStmt", "CREATE OPERATOR FAMILY"},
      {"CreateCastStmt", "CREATE CAST"},
      {"CreateConversionStmt", "CREATE CONVERSION"},
      {"CreateTransformStmt", "CREATE TRANSFORM"},
      {"CreatePLangStmt", "CREATE LANGUAGE"},
      {"CreateAmStmt", "CREATE ACCESS METHOD"},
      {"CreateFdwStmt", "CREATE FOREIGN DATA WRAPPER"},
      {"AlterFdwStmt", "ALTER FOREIGN DATA WRAPPER"},
      {"CreateForeignServerStmt", "CREATE SERVER"},
      {"AlterForeignServerStmt", "ALTER SERVER"},
      {"CreateUserMappingStmt", "CREATE USER MAPPING"},
      {"AlterUserMappingStmt", "ALTER USER MAPPING"},
      {"DropUserMappingStmt", "DROP USER MAPPING"},
      {"ImportForeignSchemaStmt", "IMPORT FOREIGN SCHEMA"},
      {"AlterCollationStmt", "ALTER COLLATION"},
      {"AlterTSDictionaryStmt", "ALTER TEXT SEARCH DICTIONARY"},
      {"AlterTSConfigurationStmt", "ALTER TEXT SEARCH CONFIGURATION"},
  };
  return tags;
}

std::string transaction_tag(std::string_view kind) {
  if (kind == "TRANS_STMT_BEGIN") return "BEGIN";
  if (kind == "TRANS_STMT_START") return "START TRANSACTION";
  if (kind == "TRANS_STMT_PREPARE") return "PREPARE TRANSACTION";
  if (kind.ends_with("_PREPARED"))
    return kind.find("COMMIT") != std::string_view::npos ? "COMMIT PREPARED" : "ROLLBACK PREPARED";
  if (kind == "TRANS_STMT_ROLLBACK_TO" || kind == "TRANS_STMT_ROLLBACK") return "ROLLBACK";
  if (kind == "TRANS_STMT_RELEASE") return "RELEASE";
  return kind == "TRANS_STMT_SAVEPOINT" ? "SAVEPOINT" : "COMMIT";
}

/// Renaming a column or a constraint is an ALTER of what holds it.
std::string renamed_object(const ast::Node& node) {
  const std::string_view type = node.text("renameType");
  if (type == "OBJECT_COLUMN") return object_word(node.text("relationType"));
  if (type == "OBJECT_TABCONSTRAINT") return "TABLE";
  if (type == "OBJECT_DOMCONSTRAINT") return "DOMAIN";
  return type == "OBJECT_ATTRIBUTE" ? "TYPE" : object_word(type);
}

}  // namespace

std::string object_word(std::string_view object_type) {
  static const std::unordered_map<std::string_view, std::string_view> words{
      {"OBJECT_MATVIEW", "MATERIALIZED VIEW"},       {"OBJECT_STATISTIC_EXT", "STATISTICS"},
      {"OBJECT_FDW", "FOREIGN DATA WRAPPER"},        {"OBJECT_FOREIGN_SERVER", "SERVER"},
      {"OBJECT_OPCLASS", "OPERATOR CLASS"},          {"OBJECT_OPFAMILY", "OPERATOR FAMILY"},
      {"OBJECT_TSPARSER", "TEXT SEARCH PARSER"},     {"OBJECT_TSDICTIONARY", "TEXT SEARCH DICTIONARY"},
      {"OBJECT_TSTEMPLATE", "TEXT SEARCH TEMPLATE"}, {"OBJECT_TSCONFIGURATION", "TEXT SEARCH CONFIGURATION"},
  };
  if (const auto found = words.find(object_type); found != words.end()) return std::string(found->second);
  std::string word(object_type.substr(object_type.starts_with("OBJECT_") ? 7 : 0));
  for (char& c : word) {
    if (c == '_') c = ' ';
  }
  return word;
}

std::string statement_tag(const ast::Node& node) {
  const std::string_view kind = node.kind();
  if (const auto found = fixed_tags().find(kind); found != fixed_tags().end())
    return std::string(found->second);
  if (kind == "AlterTableStmt")
    return "ALTER " + object_word(node.has("objtype") ? node.text("objtype") : node.text("relkind"));
  if (kind == "DropStmt") return "DROP " + object_word(node.text("removeType"));
  if (kind == "RenameStmt") return "ALTER " + renamed_object(node);
  if (kind == "AlterObjectSchemaStmt" || kind == "AlterOwnerStmt" || kind == "AlterObjectDependsStmt")
    return "ALTER " + object_word(node.text("objectType"));
  if (kind == "SelectStmt") return node.object("intoClause") ? "SELECT INTO" : "SELECT";
  if (kind == "CreateTableAsStmt")
    return node.text("objtype") == "OBJECT_MATVIEW" ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS";
  if (kind == "CreateFunctionStmt") return node.flag("is_procedure") ? "CREATE PROCEDURE" : "CREATE FUNCTION";
  if (kind == "AlterFunctionStmt") return "ALTER " + object_word(node.text("objtype"));
  if (kind == "DefineStmt") return "CREATE " + object_word(node.text("kind"));
  if (kind == "TransactionStmt") return transaction_tag(node.text("kind"));
  if (kind == "VariableSetStmt") return node.text("kind").starts_with("VAR_RESET") ? "RESET" : "SET";
  if (kind == "VacuumStmt") return node.flag("is_vacuumcmd") ? "VACUUM" : "ANALYZE";
  return std::string(kind);
}

bool leaves_relations_alone(std::string_view kind) {
  static const std::unordered_set<std::string_view> kinds{
      "AlterDatabaseStmt",      "AlterDatabaseSetStmt", "AlterDatabaseRefreshCollStmt",
      "AlterObjectDependsStmt", "AlterTypeStmt",        "AlterTableSpaceOptionsStmt",
      "AlterSubscriptionStmt",  "ClosePortalStmt",      "FetchStmt",
      "ConstraintsSetStmt",     "DeallocateStmt",       "ListenStmt",
      "UnlistenStmt",           "NotifyStmt",           "LoadStmt",
      "SecLabelStmt",           "VariableShowStmt",     "AlterExtensionContentsStmt",
  };
  return kinds.count(kind) != 0;
}

}  // namespace miglint::lower
