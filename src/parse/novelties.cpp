#include "parse/novelties.hpp"

// What PostgreSQL 16, 17 and 18 brought that an older server refuses whatever the database holds: syntax, and
// options that are names in the tree. Each row was run on servers of 15 to 18. A newer grammar reads all of
// it, so a lower `postgres:` must refuse it here; forms that the compiled-in grammar itself does not know are
// told by their words (syntax_error.cpp).

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <span>
#include <unordered_map>

#include "miglint/lexer.hpp"
#include "miglint/tokens.hpp"
#include "parse/lower.hpp"

namespace miglint {
namespace {

struct Row {
  int since;
  std::string_view kind;  ///< of a node anywhere in the statement
  /// Conditions with blanks between them, all of which hold: `field` is there, `!field` is not,
  /// `field=value`; `a.b` goes through a field or each item of a list.
  std::string_view when;
  std::string_view feature;
  std::string_view sqlstate = "42601";
};

constexpr auto rows = std::to_array<Row>({
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
    {18, "CopyStmt", "options.defname=log_verbosity options.arg.sval=silent", "LOG_VERBOSITY silent",
     "22023"},
    {19, "CopyStmt", "options.defname=on_error options.arg.sval=set_null", "ON_ERROR set_null", "22023"},
    {17, "CopyStmt", "options.defname=force_null options.arg.A_Star", "COPY … (FORCE_NULL *)", "22023"},
    {17, "CopyStmt", "options.defname=force_not_null options.arg.A_Star", "COPY … (FORCE_NOT_NULL *)",
     "22023"},

    {16, "GrantRoleStmt", "opt.defname=inherit", "GRANT … WITH INHERIT"},
    {16, "GrantRoleStmt", "opt.defname=set", "GRANT … WITH SET"},
    {17, "AccessPriv", "priv_name=maintain", "the privilege MAINTAIN"},
    {18, "AlterDefaultPrivilegesStmt", "action.objtype=OBJECT_LARGEOBJECT",
     "default privileges on large objects"},
    {16, "DefineStmt", "kind=OBJECT_COLLATION definition.defname=rules", "a collation's RULES"},
    {17, "DefineStmt", "kind=OBJECT_COLLATION definition.defname=provider definition.arg.sval=builtin",
     "the collation provider builtin", "42P17"},
    {17, "DefineStmt", "kind=OBJECT_COLLATION definition.defname=provider definition.arg.names.sval=builtin",
     "the collation provider builtin", "42P17"},
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
    {16, "CreateSubscriptionStmt", "options.defname=streaming options.arg.sval=parallel",
     "streaming = parallel"},
    {19, "CreateSubscriptionStmt", "options.defname=retain_dead_tuples",
     "a subscription's retain_dead_tuples"},
    {19, "CreateSubscriptionStmt", "options.defname=max_retention_duration", "max_retention_duration"},
    {19, "CreateSubscriptionStmt", "options.defname=wal_receiver_timeout", "wal_receiver_timeout"},
    {17, "CreateSubscriptionStmt", "options.defname=failover", "a subscription's failover"},
    {16, "AlterSubscriptionStmt", "options.defname=streaming options.arg.sval=parallel",
     "streaming = parallel"},
    {16, "AlterSubscriptionStmt", "options.defname=origin", "a subscription's origin"},
    {16, "AlterSubscriptionStmt", "options.defname=password_required", "a subscription's password_required"},
    {16, "AlterSubscriptionStmt", "options.defname=run_as_owner", "a subscription's run_as_owner"},
    {17, "AlterSubscriptionStmt", "options.defname=failover", "a subscription's failover"},
    {18, "AlterSubscriptionStmt", "options.defname=two_phase", "ALTER SUBSCRIPTION … SET (two_phase)"},
    {17, "CollateClause", "collname.sval=pg_c_utf8", "the collation pg_c_utf8", "42704"},
    {18, "CollateClause", "collname.sval=pg_unicode_fast", "the collation pg_unicode_fast", "42704"},
    {16, "CollateClause", "collname.sval=unicode", "the collation unicode", "42704"},
    {19, "RangeVar", "relname=pg_stat_progress_repack", "the view pg_stat_progress_repack", "42P01"},
    {16, "RangeVar", "relname=pg_stat_io", "the view pg_stat_io", "42P01"},
    {17, "RangeVar", "relname=pg_stat_checkpointer", "the view pg_stat_checkpointer", "42P01"},
    {17, "RangeVar", "relname=pg_wait_events", "the view pg_wait_events", "42P01"},
    {18, "RangeVar", "relname=pg_aios", "the view pg_aios", "42P01"},
    {18, "RangeVar", "relname=pg_shmem_allocations_numa", "the view pg_shmem_allocations_numa", "42P01"},
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
struct Words {
  int since;
  std::string_view kind;
  std::string_view pattern;
  std::string_view feature;
};

constexpr auto phrases = std::to_array<Words>({
    {17, "MergeStmt", "not matched by target", "MERGE … WHEN NOT MATCHED BY TARGET"},
    {18, "VacuumStmt", "*", "VACUUM and ANALYZE of a table with *"},
    {16, "GrantRoleStmt", "with admin true", "GRANT … WITH ADMIN TRUE"},
    {16, "GrantRoleStmt", "with admin false", "GRANT … WITH ADMIN FALSE"},
    {16, "SelectStmt", "no indent )", "XMLSERIALIZE … NO INDENT"},
    {18, "CreateStmt", ") enforced", "ENFORCED constraints"},
    {18, "AlterTableStmt", ") enforced", "ENFORCED constraints"},
});

/// A server's setting (pg_settings); SET refuses what it does not have (42704).
struct Setting {
  std::string_view name;
  int since;  ///< 0: of old
  int until;  ///< the last version that has it; 0: none has dropped it
};
constexpr auto settings = std::to_array<Setting>({
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
constexpr auto shown_settings = std::to_array<Setting>({{"lc_collate", 0, 15}, {"lc_ctype", 0, 15}});

/// Extensions that come with PostgreSQL itself, in these versions.
constexpr auto extensions = std::to_array<Setting>(
    {{"adminpack", 0, 16}, {"old_snapshot", 0, 16}, {"pg_logicalinspect", 18, 0}, {"pg_overexplain", 18, 0}});

struct Condition {
  std::vector<std::string_view> path;
  std::string_view value;
  bool has_value = false, negated = false;
};

std::string_view next_part(std::string_view& text, char separator) {
  const std::size_t end = std::min(text.find(separator), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return part;
}

Condition condition_of(std::string_view text) {
  Condition condition;
  condition.negated = text.starts_with('!');
  if (condition.negated) text.remove_prefix(1);
  const std::size_t equals = text.find('=');
  condition.has_value = equals != std::string_view::npos;
  if (condition.has_value) condition.value = text.substr(equals + 1);
  std::string_view path = text.substr(0, equals);
  while (!path.empty()) condition.path.push_back(next_part(path, '.'));
  return condition;
}

struct Feature {
  const Row* row;
  std::vector<Condition> conditions;
};

using Features = std::unordered_map<std::string_view, std::vector<Feature>>;

int grammar_major() { return std::stoi(std::string(grammar_version())); }

/// By the node's kind. What is told by a field's absence is left out where the grammar has no such field.
Features read_features() {
  Features features;
  for (const Row& row : rows) {
    Feature feature{.row = &row, .conditions = {}};
    std::string_view when = row.when;
    while (!when.empty()) feature.conditions.push_back(condition_of(next_part(when, ' ')));
    const bool by_absence = std::ranges::any_of(feature.conditions, &Condition::negated);
    if (!by_absence || row.since <= grammar_major()) features[row.kind].push_back(std::move(feature));
  }
  return features;
}

bool is_kind(std::string_view key) { return !key.empty() && key.front() >= 'A' && key.front() <= 'Z'; }

/// Of a field of a particular type, which holds the fields themselves.
std::string_view kind_by_field(std::string_view field) {
  if (field == "setstmt") return "VariableSetStmt";  // ALTER ROLE … SET, ALTER SYSTEM SET
  if (field == "collClause") return "CollateClause";
  return field == "relation" ? "RangeVar" : "";
}

bool equals(simdjson::dom::element element, std::string_view value) {
  std::string_view text;
  return element.get(text) == simdjson::SUCCESS && text == value;
}

bool leads_to(simdjson::dom::element element, std::span<const std::string_view> path,
              const Condition& wanted) {
  simdjson::dom::array items;
  if (element.get(items) == simdjson::SUCCESS)
    return std::ranges::any_of(items, [&](auto item) { return leads_to(item, path, wanted); });
  simdjson::dom::object object;
  if (element.get(object) == simdjson::SUCCESS && object.size() == 1) {
    const auto only = *object.begin();  // a wrapper is passed through, unless it is asked for
    if (is_kind(only.key) && (path.empty() || path.front() != only.key))
      return leads_to(only.value, path, wanted);
  }
  if (path.empty()) return !wanted.has_value || equals(element, wanted.value);
  simdjson::dom::element next;
  return object.at_key(path.front()).get(next) == simdjson::SUCCESS &&
         leads_to(next, path.subspan(1), wanted);
}

bool holds(const simdjson::dom::object& fields, const Condition& condition) {
  simdjson::dom::element first;
  const bool there = fields.at_key(condition.path.front()).get(first) == simdjson::SUCCESS &&
                     leads_to(first, std::span(condition.path).subspan(1), condition);
  return there != condition.negated;
}

class Search {
 public:
  explicit Search(const Features& features) : features_(features) {}

  void in(std::string_view kind, const simdjson::dom::object& fields) {
    if (!kind.empty()) look_at(kind, fields);
    for (const auto field : fields) {
      const simdjson::dom::element value = field.value;
      if (value.is_array()) {
        in_list(value);
      } else if (value.is_object()) {
        in_object(kind_by_field(field.key), simdjson::dom::object(value));
      }
    }
  }

  std::optional<Novelty> named() const { return named_; }
  const Row* newest() const { return newest_; }

 private:
  void look_at(std::string_view kind, const simdjson::dom::object& fields) {
    if (const auto found = features_.find(kind); found != features_.end()) {
      for (const Feature& feature : found->second) consider(feature, fields);
    }
    if (!kind.ends_with("Stmt")) return;
    if (kind == "VariableSetStmt" || kind == "VariableShowStmt")
      take_setting(settings, fields, "name", "setting");
    if (kind == "VariableShowStmt") take_setting(shown_settings, fields, "name", "setting");
    if (kind == "CreateExtensionStmt") take_setting(extensions, fields, "extname", "extension");
  }

  void in_list(simdjson::dom::element list) {
    for (const simdjson::dom::element item : simdjson::dom::array(list)) {
      if (item.is_array()) in_list(item);
      if (item.is_object()) in_object({}, simdjson::dom::object(item));
    }
  }

  /// `kind`: of a field of a particular type; empty where the object may be a wrapper.
  void in_object(std::string_view kind, const simdjson::dom::object& object) {
    const auto first = object.begin();
    if (!(first != object.end())) return;
    if (!is_kind(first.key())) return in(kind, object);
    simdjson::dom::object inner;
    if (!has_nothing_new(first.key()) && first.value().get(inner) == simdjson::SUCCESS)
      in(first.key(), inner);
  }

  /// Most nodes are these.
  static bool has_nothing_new(std::string_view kind) {
    return kind == "String" || kind == "A_Const" || kind == "ColumnRef" || kind == "TypeName";
  }

  void consider(const Feature& feature, const simdjson::dom::object& fields) {
    if (newest_ != nullptr && newest_->since >= feature.row->since) return;
    if (std::ranges::all_of(feature.conditions, [&](const Condition& one) { return holds(fields, one); }))
      newest_ = feature.row;
  }

  void take_setting(std::span<const Setting> known, const simdjson::dom::object& fields,
                    std::string_view field, std::string_view what) {
    std::string_view name;
    if (fields.at_key(field).get(name) != simdjson::SUCCESS) return;
    const auto found = std::ranges::find(known, name, &Setting::name);
    if (found == known.end() || (named_ && named_->since >= found->since)) return;
    named_ = Novelty{.since = found->since,
                     .until = found->until,
                     .sqlstate = what == "setting" ? "42704" : "0A000",
                     .feature = fmt::format("the {} {}", what, name)};
  }

  const Features& features_;
  const Row* newest_ = nullptr;
  std::optional<Novelty> named_;
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  Lexer lexer(text, 0, static_cast<int>(text.size()));
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    std::string word(token.kind == Token::Kind::string ? std::string_view("'") : lexer.text(token));
    std::ranges::transform(word, word.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    words.push_back(std::move(word));
  }
  return words;
}

bool contains(const std::vector<std::string>& words, std::string_view pattern) {
  std::vector<std::string_view> parts;
  while (!pattern.empty()) parts.push_back(next_part(pattern, ' '));
  return !std::ranges::search(words, parts).empty();
}

/// A cheap look before the statement is cut into words: a definition is long, and hardly any has the word.
bool may_be_phrased(std::string_view kind, std::string_view text) {
  const auto has = [&](std::string_view part) { return text.find(part) != std::string_view::npos; };
  if (kind == "SelectStmt") return has("INDENT") || has("indent");
  if (kind == "CreateStmt" || kind == "AlterTableStmt") return has("NFORCED") || has("nforced");
  return true;
}

std::optional<Novelty> newest_phrase(std::string_view kind, std::string_view text) {
  const bool known = std::ranges::any_of(phrases, [&](const Words& one) { return one.kind == kind; });
  if (!known || !may_be_phrased(kind, text)) return std::nullopt;
  const std::vector<std::string> words = words_of(text);
  for (const Words& one : phrases) {
    if (one.kind == kind && contains(words, one.pattern))
      return Novelty{.since = one.since, .sqlstate = "42601", .feature = std::string(one.feature)};
  }
  return std::nullopt;
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Something that may be 0x1F, 0o17, 0b1 or 1_000 stands there.
bool may_hold_newer_number(std::string_view text) {
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (!is_digit(text[at])) continue;
    const char next = text[at + 1];
    const bool prefixed = text[at] == '0' && std::string_view("xXoObB").find(next) != std::string_view::npos;
    if (next == '_' || prefixed) return true;
  }
  return false;
}

std::optional<Novelty> newer_number(std::string_view text) {
  if (!may_hold_newer_number(text)) return std::nullopt;
  Lexer lexer(text, 0, static_cast<int>(text.size()));
  for (Token token = lexer.next(); token.kind != Token::Kind::end; token = lexer.next()) {
    if (token.kind == Token::Kind::number && is_newer_number(lexer.text(token)))
      return Novelty{.since = 16,
                     .sqlstate = "42601",
                     .feature = "hexadecimal, octal and binary numbers and _ in numbers"};
  }
  return std::nullopt;
}

std::optional<Novelty> later(std::optional<Novelty> a, std::optional<Novelty> b) {
  return !a || (b && b->since > a->since) ? std::move(b) : std::move(a);
}

}  // namespace

Boxed<Novelty> novelty_of(const ParseIssue& issue) {
  if (issue.kind != ParseIssue::Kind::newer_grammar) return std::nullopt;
  return Novelty{
      .since = issue.postgres,
      .until = issue.until,
      .sqlstate = "42601",
      .feature = issue.message.substr(
          0, issue.message.find(issue.until > 0 ? " is no name any more" : " came with PostgreSQL "))};
}

Boxed<Novelty> newer(const Boxed<Novelty>& a, const Boxed<Novelty>& b) {
  return !a || (b && b->since > a->since) ? b : a;
}

bool is_newer_number(std::string_view number) {
  if (number.size() < 2 || !is_digit(number.front())) return false;
  const bool prefixed =
      number.front() == '0' && std::string_view("xXoObB").find(number[1]) != std::string_view::npos;
  return prefixed || number.find('_') != std::string_view::npos;
}

std::optional<Novelty> newest_in(const ast::Node& statement, std::string_view text) {
  static const Features features = read_features();
  Search search(features);
  search.in(statement.kind(), statement.fields());
  std::optional<Novelty> found;
  if (const Row* row = search.newest())
    found = Novelty{
        .since = row->since, .sqlstate = std::string(row->sqlstate), .feature = std::string(row->feature)};
  found = later(std::move(found), search.named());
  return later(later(std::move(found), newest_phrase(statement.kind(), text)), newer_number(text));
}

}  // namespace miglint
