#pragma once

// What PostgreSQL 16 to 19 brought that an older server refuses whatever the database holds. Each row was run
// on servers of 15 to 19 (tests/parse/novelties.txt). Only novelties.cpp reads it.

#include <array>
#include <string_view>

namespace miglint {

struct NoveltyRow {
  int since;
  std::string_view kind;  ///< of a node anywhere in the statement
  /// Conditions with blanks between them, all of which hold: `field` is there, `!field` is not,
  /// `field=value`; `a.b` goes through a field or each item of a list.
  std::string_view when;
  std::string_view feature;
  std::string_view sqlstate = "42601";
};

/// What an older grammar does not read.
inline constexpr auto novel_syntax = std::to_array<NoveltyRow>({
    {16, "RangeSubselect", "!alias", "a subquery in FROM without an alias"},
    {16, "JsonIsPredicate", "", "IS JSON"},
    {16, "JsonObjectConstructor", "", "JSON_OBJECT"},
    {16, "JsonArrayConstructor", "", "JSON_ARRAY"},
    {16, "JsonArrayQueryConstructor", "", "JSON_ARRAY"},
    {16, "JsonObjectAgg", "", "JSON_OBJECTAGG"},
    {16, "JsonArrayAgg", "", "JSON_ARRAYAGG"},
    {17, "JsonTable", "", "JSON_TABLE"},
    {17, "JsonFuncExpr", "", "JSON_EXISTS, JSON_VALUE and JSON_QUERY"},
    {17, "JsonParseExpr", "unique_keys", "JSON() WITH UNIQUE KEYS"},
    {17, "JsonScalarExpr", "", "JSON_SCALAR"},
    {17, "JsonSerializeExpr", "", "JSON_SERIALIZE"},
    {17, "MergeSupportFunc", "", "MERGE_ACTION()"},
    {17, "MergeStmt", "returningList", "MERGE … RETURNING"},
    {17, "MergeStmt", "returningClause", "MERGE … RETURNING"},
    {17, "MergeWhenClause", "matchKind=MERGE_WHEN_NOT_MATCHED_BY_SOURCE",
     "MERGE … WHEN NOT MATCHED BY SOURCE"},
    {18, "InsertStmt", "returningClause.options", "RETURNING WITH (OLD AS …)"},
    {18, "UpdateStmt", "returningClause.options", "RETURNING WITH (OLD AS …)"},
    {18, "DeleteStmt", "returningClause.options", "RETURNING WITH (OLD AS …)"},
    {18, "MergeStmt", "returningClause.options", "RETURNING WITH (OLD AS …)"},
    {16, "FuncCall", "funcname.sval=system_user funcformat=COERCE_SQL_SYNTAX", "SYSTEM_USER"},
    {16, "XmlSerialize", "indent", "XMLSERIALIZE … INDENT"},
    {16, "ColumnDef", "storage_name", "STORAGE in a column's definition"},
    {16, "AlterTableCmd", "subtype=AT_SetStorage def.sval=default", "SET STORAGE DEFAULT"},
    {17, "AlterTableCmd", "subtype=AT_SetExpression", "ALTER COLUMN … SET EXPRESSION"},
    {17, "AlterTableCmd", "subtype=AT_SetAccessMethod !name", "SET ACCESS METHOD DEFAULT"},
    {17, "AlterTableCmd", "subtype=AT_SetStatistics !def", "SET STATISTICS DEFAULT"},
    {17, "AlterStatsStmt", "!stxstattarget", "SET STATISTICS DEFAULT"},
    {18, "AlterTableCmd", "subtype=AT_AlterConstraint def.alterEnforceability",
     "ALTER CONSTRAINT … ENFORCED"},
    {18, "AlterTableCmd", "subtype=AT_AlterConstraint def.alterInheritability", "ALTER CONSTRAINT … INHERIT"},
    {18, "AlterTableCmd", "subtype=AT_AddConstraint def.contype=CONSTR_NOTNULL",
     "NOT NULL as a table constraint"},
    {18, "CreateStmt", "tableElts.contype=CONSTR_NOTNULL", "NOT NULL as a table constraint"},
    {17, "AlterDomainStmt", "def.contype=CONSTR_NOTNULL", "ALTER DOMAIN … ADD NOT NULL"},
    {18, "Constraint", "contype=CONSTR_NOTNULL is_no_inherit", "NOT NULL … NO INHERIT"},
    {18, "Constraint", "contype=CONSTR_NOTNULL skip_validation", "NOT NULL … NOT VALID"},
    {18, "Constraint", "contype=CONSTR_CHECK !is_enforced", "NOT ENFORCED constraints"},
    {18, "Constraint", "contype=CONSTR_FOREIGN !is_enforced", "NOT ENFORCED constraints"},
    {18, "Constraint", "contype=CONSTR_ATTR_NOT_ENFORCED", "NOT ENFORCED constraints"},
    {18, "Constraint", "contype=CONSTR_ATTR_ENFORCED", "ENFORCED constraints"},
    {18, "Constraint", "contype=CONSTR_GENERATED generated_kind=v", "virtual generated columns"},
    {18, "Constraint", "without_overlaps", "WITHOUT OVERLAPS"},
    {18, "Constraint", "fk_with_period", "foreign keys with PERIOD"},
    {18, "Constraint", "pk_with_period", "foreign keys with PERIOD"},
    {16, "CreateStatsStmt", "!defnames", "CREATE STATISTICS without a name"},
    {16, "ReindexStmt", "kind=REINDEX_OBJECT_DATABASE !name", "REINDEX DATABASE without a name"},
    {16, "ReindexStmt", "kind=REINDEX_OBJECT_SYSTEM !name", "REINDEX SYSTEM without a name"},
    {17, "ClusterStmt", "!relation params", "CLUSTER (…) without a table"},
    {18, "VacuumRelation", "relation !relation.inh", "ONLY in VACUUM and ANALYZE"},
    {16, "GrantRoleStmt", "opt.defname=inherit", "GRANT … WITH INHERIT"},
    {16, "GrantRoleStmt", "opt.defname=set", "GRANT … WITH SET"},
    {18, "AlterDefaultPrivilegesStmt", "action.objtype=OBJECT_LARGEOBJECT",
     "default privileges on large objects"},
});

/// Options, roles and settings: any grammar reads them, and the server looks for them when it runs the
/// statement.
inline constexpr auto novel_names = std::to_array<NoveltyRow>({
    {16, "VacuumStmt", "options.defname=buffer_usage_limit", "BUFFER_USAGE_LIMIT"},
    {16, "VacuumStmt", "options.defname=process_main", "PROCESS_MAIN"},
    {16, "VacuumStmt", "options.defname=skip_database_stats", "SKIP_DATABASE_STATS"},
    {16, "VacuumStmt", "options.defname=only_database_stats", "ONLY_DATABASE_STATS"},
    {16, "ExplainStmt", "options.defname=generic_plan", "EXPLAIN (GENERIC_PLAN)"},
    {19, "ExplainStmt", "options.defname=io", "EXPLAIN (IO)"},
    {17, "ExplainStmt", "options.defname=memory", "EXPLAIN (MEMORY)"},
    {17, "ExplainStmt", "options.defname=serialize", "EXPLAIN (SERIALIZE)"},
    {16, "CopyStmt", "options.defname=default", "COPY … (DEFAULT)"},
    {17, "CopyStmt", "options.defname=on_error", "COPY … (ON_ERROR)"},
    {17, "CopyStmt", "options.defname=log_verbosity", "COPY … (LOG_VERBOSITY)"},
    {18, "CopyStmt", "options.defname=reject_limit", "COPY … (REJECT_LIMIT)"},
    {18, "DefElem", "defname=log_verbosity arg.sval=silent", "LOG_VERBOSITY silent", "22023"},
    {19, "DefElem", "defname=on_error arg.sval=set_null", "ON_ERROR set_null", "22023"},
    {17, "DefElem", "defname=force_null arg.A_Star", "COPY … (FORCE_NULL *)", "22023"},
    {17, "DefElem", "defname=force_not_null arg.A_Star", "COPY … (FORCE_NOT_NULL *)", "22023"},
    {17, "AccessPriv", "priv_name=maintain", "the privilege MAINTAIN"},
    {16, "DefineStmt", "kind=OBJECT_COLLATION definition.defname=rules", "a collation's RULES"},
    {17, "DefElem", "defname=provider arg.sval=builtin", "the collation provider builtin", "42P17"},
    {17, "DefElem", "defname=provider arg.names.sval=builtin", "the collation provider builtin", "42P17"},
    {16, "CreatedbStmt", "options.defname=icu_rules", "CREATE DATABASE … ICU_RULES"},
    {17, "CreatedbStmt", "options.defname=builtin_locale", "CREATE DATABASE … BUILTIN_LOCALE"},
    {17, "CreateEventTrigStmt", "eventname=login", "event triggers ON login"},
    {17, "AlterOperatorStmt", "options.defname=commutator", "ALTER OPERATOR … SET (COMMUTATOR)"},
    {17, "AlterOperatorStmt", "options.defname=negator", "ALTER OPERATOR … SET (NEGATOR)"},
    {17, "AlterOperatorStmt", "options.defname=merges", "ALTER OPERATOR … SET (MERGES)"},
    {17, "AlterOperatorStmt", "options.defname=hashes", "ALTER OPERATOR … SET (HASHES)"},
    {18, "CreatePublicationStmt", "options.defname=publish_generated_columns", "publish_generated_columns"},
    {18, "AlterPublicationStmt", "options.defname=publish_generated_columns", "publish_generated_columns"},
    {16, "CreateSubscriptionStmt", "options.defname=origin", "a subscription's origin"},
    {16, "CreateSubscriptionStmt", "options.defname=password_required", "a subscription's password_required"},
    {16, "CreateSubscriptionStmt", "options.defname=run_as_owner", "a subscription's run_as_owner"},
    {16, "DefElem", "defname=streaming arg.sval=parallel", "streaming = parallel"},
    {19, "CreateSubscriptionStmt", "options.defname=retain_dead_tuples",
     "a subscription's retain_dead_tuples"},
    {19, "CreateSubscriptionStmt", "options.defname=max_retention_duration", "max_retention_duration"},
    {19, "CreateSubscriptionStmt", "options.defname=wal_receiver_timeout", "wal_receiver_timeout"},
    {17, "CreateSubscriptionStmt", "options.defname=failover", "a subscription's failover"},
    {16, "AlterSubscriptionStmt", "options.defname=origin", "a subscription's origin"},
    {16, "AlterSubscriptionStmt", "options.defname=password_required", "a subscription's password_required"},
    {16, "AlterSubscriptionStmt", "options.defname=run_as_owner", "a subscription's run_as_owner"},
    {17, "AlterSubscriptionStmt", "options.defname=failover", "a subscription's failover"},
    {18, "AlterSubscriptionStmt", "options.defname=two_phase", "ALTER SUBSCRIPTION … SET (two_phase)"},
    {16, "VariableSetStmt", "name=role args.sval=pg_create_subscription", "the role pg_create_subscription",
     "22023"},
    {17, "VariableSetStmt", "name=role args.sval=pg_maintain", "the role pg_maintain", "22023"},
    {16, "RoleSpec", "rolename=pg_create_subscription", "the role pg_create_subscription", "42704"},
    {16, "RoleSpec", "rolename=pg_use_reserved_connections", "the role pg_use_reserved_connections", "42704"},
    {17, "RoleSpec", "rolename=pg_maintain", "the role pg_maintain", "42704"},
    {18, "RoleSpec", "rolename=pg_signal_autovacuum_worker", "the role pg_signal_autovacuum_worker", "42704"},
    {16, "AccessPriv", "priv_name=pg_create_subscription", "the role pg_create_subscription", "42704"},
    {16, "AccessPriv", "priv_name=pg_use_reserved_connections", "the role pg_use_reserved_connections",
     "42704"},
    {17, "AccessPriv", "priv_name=pg_maintain", "the role pg_maintain", "42704"},
    {18, "AccessPriv", "priv_name=pg_signal_autovacuum_worker", "the role pg_signal_autovacuum_worker",
     "42704"},
});

/// What has the tree of an older form: words side by side, in a statement of this kind.
struct NoveltyPhrase {
  int since;
  std::string_view kind;
  std::string_view pattern;
  std::string_view feature;
};

inline constexpr auto novel_phrases = std::to_array<NoveltyPhrase>({
    {17, "MergeStmt", "not matched by target", "MERGE … WHEN NOT MATCHED BY TARGET"},
    {18, "VacuumStmt", "\\*", "VACUUM and ANALYZE of a table with *"},
    {16, "GrantRoleStmt", "with admin true", "GRANT … WITH ADMIN TRUE"},
    {16, "GrantRoleStmt", "with admin false", "GRANT … WITH ADMIN FALSE"},
    {16, "SelectStmt", "no indent )", "XMLSERIALIZE … NO INDENT"},
    {18, "CreateStmt", ") enforced", "ENFORCED constraints"},
    {18, "AlterTableStmt", ") enforced", "ENFORCED constraints"},
});

/// A server's setting (pg_settings); SET refuses what it does not have (42704).
struct VersionedName {
  std::string_view name;
  int since;  ///< 0: of old
  int until;  ///< the last version that has it; 0: none has dropped it
};
inline constexpr auto versioned_settings = std::to_array<VersionedName>({
    {"allow_alter_system", 17, 0},
    {"autovacuum_vacuum_max_threshold", 18, 0},
    {"autovacuum_worker_slots", 18, 0},
    {"commit_timestamp_buffers", 17, 0},
    {"createrole_self_grant", 16, 0},
    {"db_user_namespace", 0, 16},
    {"debug_io_direct", 16, 0},
    {"debug_logical_replication_streaming", 16, 0},
    {"debug_parallel_query", 16, 0},
    {"enable_distinct_reordering", 18, 0},
    {"enable_eager_aggregate", 19, 0},
    {"enable_group_by_reordering", 17, 0},
    {"enable_presorted_aggregate", 16, 0},
    {"enable_self_join_elimination", 18, 0},
    {"escape_string_warning", 0, 18},
    {"event_triggers", 17, 0},
    {"extension_control_path", 18, 0},
    {"file_copy_method", 18, 0},
    {"file_extend_method", 16, 0},
    {"force_parallel_mode", 0, 15},
    {"gss_accept_delegation", 16, 0},
    {"huge_pages_status", 17, 0},
    {"icu_validation_level", 16, 0},
    {"idle_replication_slot_timeout", 18, 0},
    {"io_combine_limit", 17, 0},
    {"io_max_combine_limit", 18, 0},
    {"io_max_concurrency", 18, 0},
    {"io_method", 18, 0},
    {"io_workers", 18, 18},
    {"log_lock_failures", 18, 0},
    {"max_active_replication_origins", 18, 0},
    {"max_notify_queue_pages", 17, 0},
    {"max_parallel_apply_workers_per_subscription", 16, 0},
    {"max_repack_replication_slots", 19, 0},
    {"md5_password_warnings", 18, 0},
    {"multixact_member_buffers", 17, 0},
    {"multixact_offset_buffers", 17, 0},
    {"notify_buffers", 17, 0},
    {"num_os_semaphores", 18, 0},
    {"oauth_validator_libraries", 18, 0},
    {"old_snapshot_threshold", 0, 16},
    {"promote_trigger_file", 0, 15},
    {"reserved_connections", 16, 0},
    {"scram_iterations", 16, 0},
    {"send_abort_for_crash", 16, 0},
    {"send_abort_for_kill", 16, 0},
    {"serializable_buffers", 17, 0},
    {"ssl_groups", 18, 0},
    {"ssl_tls13_ciphers", 18, 0},
    {"subtransaction_buffers", 17, 0},
    {"summarize_wal", 17, 0},
    {"sync_replication_slots", 17, 0},
    {"synchronized_standby_slots", 17, 0},
    {"trace_connection_negotiation", 17, 0},
    {"trace_recovery_messages", 0, 16},
    {"track_cost_delay_timing", 18, 0},
    {"transaction_buffers", 17, 0},
    {"transaction_timeout", 17, 0},
    {"vacuum_buffer_usage_limit", 16, 0},
    {"vacuum_defer_cleanup_age", 0, 15},
    {"vacuum_max_eager_freeze_failure_rate", 18, 0},
    {"vacuum_truncate", 18, 0},
    {"wal_sender_shutdown_timeout", 19, 0},
    {"wal_summary_keep_time", 17, 0},
});

/// Those that could not be set in older versions either, only shown.
inline constexpr auto shown_settings =
    std::to_array<VersionedName>({{"lc_collate", 0, 15}, {"lc_ctype", 0, 15}});

/// Extensions that come with PostgreSQL itself, in these versions.
inline constexpr auto versioned_extensions = std::to_array<VersionedName>(
    {{"adminpack", 0, 16}, {"old_snapshot", 0, 16}, {"pg_logicalinspect", 18, 0}, {"pg_overexplain", 18, 0}});

}  // namespace miglint
