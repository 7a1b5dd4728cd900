#pragma once

// The vocabulary of the whole program: what a statement asks PostgreSQL to change. src/parse lowers every
// spelling of one change to one struct, so that nobody after it needs to know how it was written: an inline
// REFERENCES, a table constraint of CREATE TABLE and ALTER TABLE … ADD CONSTRAINT are all AddForeignKey.
// CREATE TABLE lowers to CreateTable (with its columns) followed by its constraints; ADD COLUMN to AddColumn
// followed by the column's constraints, each with `inline_column` set.
//
// `left_out`: the statement says something besides that is not kept here. Such a change can't be printed, nor
// can one without its `definition`: the rest of the statement as it is written, after the object's own name
// (after the table's where it is on one).

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "miglint/boxed.hpp"
#include "miglint/expression.hpp"
#include "miglint/flaw.hpp"
#include "miglint/name.hpp"
#include "miglint/query.hpp"

namespace miglint {

// ---- Columns ----------------------------------------------------------------------------------------------

enum class Identity { none, always, by_default };

/// What a sequence's options say; those that were not written have no value.
struct SequenceOptions {
  std::optional<std::int64_t> increment, minimum, maximum, start, restart, cache;
  bool no_minimum = false, no_maximum = false;
  std::optional<bool> cycle = std::nullopt;
  bool left_out = false;
};

/// A column as CREATE TABLE and ADD COLUMN define it. Its keys, checks and references are changes of their
/// own.
struct ColumnDefinition {
  std::string name;
  TypeName type;
  /// NOT NULL was written (PRIMARY KEY, serial and identity imply it without setting it)
  bool not_null = false;
  bool primary_key = false;
  Boxed<Expression> default_value;
  Identity identity = Identity::none;
  Boxed<SequenceOptions> sequence;  ///< of an identity column
  Boxed<Expression> generated;      ///< GENERATED ALWAYS AS (…)
  bool generated_virtual = false;   ///< PostgreSQL 18's VIRTUAL
  Boxed<RelationName> collation;    ///< none: the type's own
  bool nullable = false;            ///< NULL was written
  /// How its own clauses contradict each other (42601); empty: they do not.
  std::string contradiction;
  bool left_out = false;
};

struct AddColumn {
  RelationName table;
  ColumnDefinition column;
  bool if_not_exists = false;
};
struct DropColumn {
  RelationName table;
  std::string column;
  bool if_exists = false;
  bool cascade = false;
};
struct SetNotNull {
  RelationName table;
  std::string column;
};
struct DropNotNull {
  RelationName table;
  std::string column;
};
struct SetDefault {
  RelationName table;
  std::string column;
  Boxed<Expression> value;  ///< always there
};
struct DropDefault {
  RelationName table;
  std::string column;
};
struct ChangeType {
  RelationName table;
  std::string column;
  TypeName type;
  Boxed<Expression> using_expression;
  Boxed<RelationName> collation;
};
/// ALTER COLUMN … ADD GENERATED, SET GENERATED / sequence options, DROP IDENTITY, SET EXPRESSION, DROP
/// EXPRESSION.
struct AlterIdentity {
  enum class Action { add, set, drop } action = Action::add;
  RelationName table;
  std::string column;
  Identity identity = Identity::none;
  Boxed<SequenceOptions> sequence;  ///< of `add` and `set`
  bool if_exists = false;
};
struct AlterGenerated {
  enum class Action { set_expression, drop_expression } action = Action::drop_expression;
  RelationName table;
  std::string column;
  Boxed<Expression> expression;
  bool if_exists = false;
};
/// One of WITH (…) and SET (…): `toast.autovacuum_enabled` has its namespace in the name.
struct StorageParameter {
  std::string name;
  std::string value;  ///< as text; of a name alone "true"
};
/// SET STATISTICS, SET STORAGE, SET COMPRESSION, SET (n_distinct = …).
struct AlterColumnOption {
  enum class Option { statistics, storage, compression, attributes } option = Option::statistics;
  RelationName table;
  std::string column;
  std::string value;                              ///< of statistics, storage and compression
  std::vector<StorageParameter> parameters = {};  ///< of SET (n_distinct = …)
};

/// One column or expression of an index or of an exclusion constraint.
struct IndexElement {
  std::string column;  ///< empty: an expression
  /// of the index's own column: what PostgreSQL calls an expression; in the catalog, of all
  std::string name;
  Boxed<Expression> expression;
  Boxed<RelationName> collation;
  std::string operator_class;
  bool descending = false;
  std::optional<bool> nulls_first;
  bool ordered = false;  ///< ASC or DESC was written
  bool left_out = false;
};

// ---- Constraints ------------------------------------------------------------------------------------------

enum class ReferentialAction { no_action, restrict, cascade, set_null, set_default };

/// What every constraint has. `name` is empty where PostgreSQL chooses it; `inline_column` is set when it was
/// written with its column.
struct ConstraintHeader {
  RelationName table;
  std::string name;
  std::string inline_column;
  bool not_valid = false;
  bool not_enforced = false;  ///< PostgreSQL 18
  bool deferrable = false;
  bool initially_deferred = false;
  bool no_inherit = false;
  bool left_out = false;
};
/// PRIMARY KEY and UNIQUE: `using_index` names the index of the USING INDEX form, which has no columns of its
/// own.
struct AddPrimaryKey : ConstraintHeader {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  std::string using_index;
  bool without_overlaps = false;
};
struct AddUnique : ConstraintHeader {
  std::vector<std::string> columns;
  std::vector<std::string> include;
  std::string using_index;
  bool nulls_not_distinct = false;
  bool without_overlaps = false;
};
struct AddForeignKey : ConstraintHeader {
  std::vector<std::string> columns;
  RelationName referenced;
  std::vector<std::string> referenced_columns;  ///< empty: the primary key
  ReferentialAction on_delete = ReferentialAction::no_action;
  ReferentialAction on_update = ReferentialAction::no_action;
  bool match_full = false;
  std::vector<std::string> set_columns;  ///< of ON DELETE SET NULL (…) and SET DEFAULT (…)
};
struct AddCheck : ConstraintHeader {
  Boxed<Expression> expression;  ///< always there
};
struct AddExclude : ConstraintHeader {
  std::string method;
  std::vector<std::string> columns;    ///< plain columns; an expression element is left out
  std::vector<std::string> operators;  ///< bare, one an element
  std::vector<IndexElement> elements;  ///< all of them, in order
  Boxed<Expression> where;
};
/// PostgreSQL 18: ADD CONSTRAINT … NOT NULL column [NOT VALID].
struct AddNotNull : ConstraintHeader {
  std::string column;
};
struct DropConstraint {
  RelationName table;
  std::string name;
  bool if_exists = false;
  bool cascade = false;
};
struct ValidateConstraint {
  RelationName table;
  std::string name;
};
struct AlterConstraint {
  RelationName table;
  std::string name;
  std::optional<bool> enforced;
  bool alters_inheritance = false;  ///< PostgreSQL 18's INHERIT and NO INHERIT
};

// ---- Tables -----------------------------------------------------------------------------------------------

enum class Persistence { permanent, unlogged, temporary };

/// What a query reads, as far as locks and dependencies need it.
struct QuerySummary {
  std::vector<RelationName> relations;
  std::vector<FunctionName> functions;
  /// `{qualifier or "", column}` for every column named; `star` when `*` was written.
  std::vector<std::pair<std::string, std::string>> columns;
  std::vector<std::pair<std::string, RelationName>> aliases;  ///< alias → relation
  bool star = false;
  std::vector<std::string>
      /// names of the output columns as PostgreSQL derives them; `*` stands for what the star gives,
      /// "?column?" where nothing names it
      output;
  /// the same with its scopes, of a view's and CREATE TABLE AS' query; null elsewhere
  ScopedQueryPtr scoped;
};

struct LikeClause {
  RelationName source;
  int after = 0;  ///< how many columns are written before it
  bool defaults = false, constraints = false, indexes = false, identity = false, generated = false;
  bool all = false;  ///< INCLUDING ALL, the above among it
  bool left_out = false;
};

/// One value in a partition's bounds.
struct BoundValue {
  /// MINVALUE, NULL, MAXVALUE; column: it names one; other: an expression
  enum class Kind { minimum, constant, null, maximum, column, other };
  Kind kind = Kind::other;
  std::string text;  ///< the constant as it is written, without quotes and casts; the column
  TypeName type;     ///< what the constant was written as, of a cast the cast's; `unknown` in quotes
};
/// Which of its parent's rows a partition takes.
struct PartitionBound {
  enum class Kind { none, rest, range, list, hash };  ///< rest: DEFAULT
  Kind kind = Kind::none;
  std::string text;                  ///< as it is written
  std::vector<BoundValue> from, to;  ///< range: one for each part of the key; `to` is not in it
  std::vector<BoundValue> values;    ///< list
  int modulus = 0, remainder = 0;    ///< hash

  bool is_default() const { return kind == Kind::rest; }
};

/// PARTITION BY.
struct PartitionKey {
  std::string strategy;  ///< `range`, `list`, `hash`; empty: not partitioned
  std::vector<std::string> columns;
  bool by_expression = false;          ///< the key has an expression, of some of those columns
  std::vector<IndexElement> elements;  ///< all of them, in order
};

struct CreateTable {
  RelationName table;
  bool if_not_exists = false;
  bool foreign = false;  ///< CREATE FOREIGN TABLE
  Persistence persistence = Persistence::permanent;
  bool on_commit_drop = false;  ///< of a temporary table
  bool on_commit = false;       ///< ON COMMIT … was written, whatever it says
  std::vector<StorageParameter> parameters;
  std::vector<ColumnDefinition> columns;
  std::vector<LikeClause> like;
  std::vector<RelationName> inherits;
  Boxed<PartitionKey> partition_key;
  Boxed<RelationName> partition_of;
  Boxed<PartitionBound> bound;              ///< of a partition
  Boxed<RelationName> of_type;              ///< CREATE TABLE … OF type
  std::string server;                       ///< of a foreign table
  std::string access_method;                ///< of USING
  std::vector<std::string> column_aliases;  ///< CREATE TABLE t (a, b) AS
  Boxed<QuerySummary> as_query;             ///< CREATE TABLE AS, SELECT INTO
  bool with_data = true;                    ///< false: CREATE TABLE AS … WITH NO DATA
  bool left_out = false;
};
struct DropTable {
  RelationName table;
  bool if_exists = false;
  bool cascade = false;
};
struct AttachPartition {
  RelationName table;
  RelationName partition;
  PartitionBound bound;
};
struct DetachPartition {
  RelationName table;
  RelationName partition;
  bool concurrently = false;
  bool finalize = false;
};
/// The remaining forms of ALTER TABLE, by what they are.
struct AlterTableOption {
  enum class Option {
    storage_parameters,  ///< SET (…), RESET (…)
    set_logged,
    set_unlogged,
    set_tablespace,
    set_access_method,
    cluster_on,
    set_without_cluster,
    enable_trigger,
    disable_trigger,
    enable_rule,
    disable_rule,
    enable_row_security,
    disable_row_security,
    force_row_security,
    no_force_row_security,
    replica_identity,
    owner,
    inherit,
    no_inherit,
    of_type,
    not_of_type,
    other
  } option = Option::other;
  RelationName table;
  /// The trigger, rule, tablespace, index or access method it names; `ALL`, `USER` for triggers; a storage
  /// parameter's names, comma-separated.
  std::string value;
  RelationName parent = {};                       ///< of INHERIT and NO INHERIT; the type of OF
  std::vector<StorageParameter> parameters = {};  ///< of SET (…), not of RESET
  bool left_out = false;
};
/// `all_triggers`… see AlterTableOption. ALTER TABLE ALL IN TABLESPACE lowers to Unmodelled.

// ---- Indexes ----------------------------------------------------------------------------------------------

struct CreateIndex {
  RelationName table;
  std::string name;  ///< empty: PostgreSQL chooses it
  bool unique = false;
  bool concurrently = false;
  bool if_not_exists = false;
  bool only = false;  ///< ON ONLY: a partitioned table's own, invalid until its partitions' are attached
  bool nulls_not_distinct = false;
  std::string method = "btree";
  std::vector<IndexElement> elements;
  std::vector<std::string> include;
  Boxed<Expression> where;
  std::vector<StorageParameter> parameters;
  bool left_out = false;
};
struct DropIndex {
  RelationName index;
  bool concurrently = false;
  bool if_exists = false;
  bool cascade = false;
};
struct Reindex {
  enum class Scope { index, table, schema, database, system } scope = Scope::index;
  RelationName name;
  bool concurrently = false;
  bool left_out = false;
};
struct AttachIndex {
  RelationName index;
  RelationName partition_index;
};

// ---- Names ------------------------------------------------------------------------------------------------

enum class ObjectKind {
  table,
  view,
  materialized_view,
  index,
  sequence,
  schema,
  type,
  domain,
  enum_type,
  function,
  procedure,
  aggregate,
  trigger,
  policy,
  rule,
  extension,
  constraint,
  column,
  foreign_table,
  statistics,
  database,
  role,
  tablespace,
  publication,
  subscription,
  foreign_data_wrapper,
  server,
  user_mapping,
  collation,
  conversion,
  text_search_configuration,
  text_search_dictionary,
  text_search_parser,
  text_search_template,
  event_trigger,
  access_method,
  language,
  operator_,
  operator_class,
  operator_family,
  cast,
  transform,
  other
};

struct RenameColumn {
  RelationName table;
  std::string from, to;
  ObjectKind relation_kind = ObjectKind::table;
  bool cascade = false;  ///< of a composite type's attribute: the tables of the type follow
};
/// Tables, views, indexes, sequences, types, domains, schemas (name.name), triggers/policies/constraints
/// (`on` is their table).
struct RenameObject {
  ObjectKind kind = ObjectKind::table;
  RelationName name;
  RelationName on;
  std::string to;
  bool if_exists = false;
  bool written_as_table = false;  ///< ALTER TABLE … RENAME for an index or a view: a stronger lock
  std::optional<std::vector<TypeName>> arguments;  ///< of a function, when written
  bool on_domain = false;                          ///< a constraint: `on` is its domain
  bool routine = false;                            ///< ALTER ROUTINE: a function or a procedure
};
struct SetSchema {
  ObjectKind kind = ObjectKind::table;
  RelationName name;
  std::string schema;
  bool if_exists = false;
  std::optional<std::vector<TypeName>> arguments = {};  ///< of a function, when written
  RelationName on = {};                                 ///< as ObjectReference has it
  bool routine = false;                                 ///< ALTER ROUTINE: a function or a procedure
};
/// DROP of anything but a table, an index or a column. `on`: the table of a trigger, policy or rule, or what
/// ObjectReference has.
struct DropObject {
  ObjectKind kind = ObjectKind::view;
  RelationName name;
  RelationName on;
  bool if_exists = false;
  bool cascade = false;
  std::optional<std::vector<TypeName>> arguments;  ///< of a function, when written
  bool routine = false;                            ///< DROP ROUTINE: a function or a procedure
};

/// ALTER … OWNER TO of anything but a table, whose form of it is an AlterTableOption.
struct ChangeOwner {
  ObjectKind kind = ObjectKind::type;
  RelationName name;
  std::optional<std::vector<TypeName>> arguments;  ///< of a function, when written
  std::string role;                                ///< CURRENT_USER and its like: empty
  bool routine = false;                            ///< ALTER ROUTINE: a function or a procedure
  RelationName on = {};                            ///< as ObjectReference has it
};
/// REASSIGN OWNED.
struct ReassignOwned {
  std::vector<std::string> roles;
  std::string to;
};

// ---- Types ------------------------------------------------------------------------------------------------

struct CreateEnum {
  RelationName type;
  std::vector<std::string> labels;
};
struct AddEnumValue {
  RelationName type;
  std::string label;
  bool if_not_exists = false;
  std::string neighbour;  ///< the label after BEFORE or AFTER
  bool before = false;
};
struct RenameEnumValue {
  RelationName type;
  std::string from, to;
};
struct DomainConstraint {
  std::string name;
  Boxed<Expression> check;  ///< none: NOT NULL
  bool not_valid = false;
};
struct CreateDomain {
  RelationName type;
  TypeName base;
  std::vector<DomainConstraint> constraints;
  Boxed<Expression> default_value;
  Boxed<RelationName> collation;  ///< none: the type's own
};
struct AlterDomain {
  enum class Action {
    add_constraint,
    drop_constraint,
    validate_constraint,
    set_not_null,
    drop_not_null,
    set_default,
    drop_default
  } action = Action::add_constraint;
  RelationName type;
  DomainConstraint constraint;  ///< of add; its name for drop and validate
  bool if_exists = false;
  bool cascade = false;
};
/// A composite, range or base type.
struct CreateType {
  enum class Form { composite, range, base, shell } form = Form::composite;
  RelationName type;
  std::vector<ColumnDefinition> attributes;
  TypeName subtype;         ///< of a range
  RelationName belongs_to;  ///< of a multirange, the range
};
/// ALTER TYPE … ADD, DROP, ALTER ATTRIBUTE of a composite type.
struct AlterType {
  enum class Action { add_attribute, drop_attribute, alter_attribute } action = Action::add_attribute;
  RelationName type;
  ColumnDefinition attribute;  ///< of drop, its name alone
  bool if_exists = false;
  bool cascade = false;
};

// ---- Other objects ----------------------------------------------------------------------------------------

struct CreateSchema {
  std::string schema;
  bool if_not_exists = false;
  bool left_out = false;
};
struct CreateExtension {
  std::string extension;
  std::string schema;
  bool if_not_exists = false;
  bool left_out = false;
};
struct CreateSequence {
  RelationName sequence;
  Persistence persistence = Persistence::permanent;
  bool if_not_exists = false;
  TypeName type;
  SequenceOptions options;
  RelationName owned_by_table;
  std::string owned_by_column;
};
struct AlterSequence {
  RelationName sequence;
  bool if_exists = false;
  TypeName type;
  SequenceOptions options;
  RelationName owned_by_table;
  std::string owned_by_column;
  bool owned_by_none = false;
};
struct CreateView {
  RelationName view;
  Persistence persistence = Persistence::permanent;
  bool or_replace = false;
  bool materialized = false;
  bool if_not_exists = false;
  bool with_data = true;
  std::vector<std::string> column_aliases;
  QuerySummary query;
  std::vector<Expression> query_output;  ///< the target list, of a set operation the first SELECT's
  std::vector<Expression> group_by;
  /// DISTINCT, GROUP BY, aggregates, LIMIT, a join, …: no row of it is one row of a table
  bool combines_rows = false;
  bool check_option = false;
  Boxed<Expression> where;
  std::string definition;
};
struct RefreshMaterializedView {
  RelationName view;
  bool concurrently = false;
  bool with_data = true;
};
struct CreateTrigger {
  RelationName table;
  std::string name;
  bool or_replace = false;
  bool constraint = false;
  bool for_each_row = false;
  enum class Timing { before, after, instead_of } timing = Timing::before;
  bool on_insert = false, on_update = false, on_delete = false, on_truncate = false;
  std::string old_table, new_table;  ///< REFERENCING OLD TABLE, NEW TABLE AS
  std::vector<std::string> update_of;
  Boxed<Expression> when;
  FunctionName function;
  std::string definition;
};
struct DoBlock;
enum class Volatility { immutable, stable, volatile_, unknown };
/// One that a function gives back: OUT, INOUT, or a column of RETURNS TABLE.
struct OutputParameter {
  std::string name;
  TypeName type;
  friend bool operator==(const OutputParameter&, const OutputParameter&) = default;
};
/// What CREATE AGGREGATE names besides its arguments; an empty name: it was not written.
struct AggregateParts {
  TypeName state;
  FunctionName transition, final_function;
};
struct CreateFunction {
  FunctionName function;
  bool or_replace = false;
  bool procedure = false;
  bool aggregate = false;
  Volatility volatility = Volatility::volatile_;
  std::string language;
  std::vector<TypeName> arguments;
  Boxed<TypeName> returns;
  bool returns_set = false;  ///< SETOF, TABLE (…)
  bool strict = false;
  /// SECURITY DEFINER, or SET: it runs in a context of its own
  bool own_context = false;
  std::string body;
  Boxed<QuerySummary> atomic;  ///< what a BEGIN ATOMIC body depends on
  /// What its body runs, read as a DO block is; its steps have no places. Null: in a language that is not
  /// read.
  std::shared_ptr<const DoBlock> block;
  /// what an SQL function computes when its body is one SELECT of one expression and nothing else; parameters
  /// are columns of their names, `$1` those of the value `$1`
  Boxed<Expression> computes;
  std::vector<std::string> argument_names;  ///< one an argument; empty: it has none
  std::vector<Expression> defaults;         ///< of the last arguments
  std::vector<OutputParameter> outputs;
  Boxed<AggregateParts> parts;  ///< of an aggregate
  std::string definition;
};
/// ALTER FUNCTION and ALTER PROCEDURE: of its options the volatility counts, which decides what an index, a
/// generated column or a default may use it for.
struct AlterFunction {
  FunctionName function;
  ObjectKind kind = ObjectKind::function;
  bool routine = false;                            ///< ALTER ROUTINE: a function or a procedure
  std::optional<std::vector<TypeName>> arguments;  ///< as written; none: the only one of its name
  std::optional<Volatility> volatility;
};
struct CreatePolicy {
  RelationName table;
  std::string name;
  std::vector<std::string> roles;       ///< none: PUBLIC
  std::string command = "all";          ///< `all`, `select`, `insert`, `update`, `delete`
  std::vector<Expression> expressions;  ///< with the scopes of their sub-selects
  std::string definition;
};
struct AlterPolicy {
  RelationName table;
  std::string name;
  bool has_using = false, has_check = false;
  std::vector<Expression> expressions;
  std::string definition;
};
struct CreateRule {
  RelationName table;
  std::string name;
  bool or_replace = false;
  bool on_select = false;
  std::vector<std::string> columns;  ///< of the table, that its condition and actions name as NEW.c or OLD.c
  Boxed<Expression> condition;
  bool on_insert = false, on_delete = false;
  bool names_old = false, names_new = false;
  QuerySummary query;  ///< what its condition and actions depend on
};
/// What is found by its kind and its name, and hangs on no table.
struct ObjectReference {
  ObjectKind kind = ObjectKind::other;
  /// a user mapping's role, empty: CURRENT_USER and its like; casts and transforms have none
  RelationName name;
  /// an operator class's and family's access method, a user mapping's server, a transform's language
  RelationName on = {};
  /// an operator's, empty where it has none; a cast's source and target; a transform's type
  std::vector<TypeName> arguments = {};
};
/// A function that a statement names, by its arguments where they follow.
struct RoutineUse {
  FunctionName name;
  std::optional<std::vector<TypeName>> arguments = {};
};
/// CREATE SERVER, CREATE COLLATION, CREATE OPERATOR, CREATE ROLE, …
struct CreateObject {
  ObjectReference object;
  bool if_not_exists = false;
  bool or_replace = false;
  std::vector<ObjectReference> uses = {};  ///< what it is made of
  std::vector<RoutineUse> functions = {};
  /// an operator's commutator and negator: they are made where they are missing, in name only
  std::vector<ObjectReference> shells = {};
};
/// Another statement that names such objects, which must be there.
struct AlterObject {
  std::vector<ObjectReference> objects;
};
struct CreateStatistics {
  RelationName name;
  RelationName table;
  std::vector<std::string> columns;
  bool if_not_exists = false;
  std::vector<Expression> expressions;
};
/// The WHERE of a table that is published.
struct RowFilter {
  RelationName table;
  Expression condition;
};
struct CreatePublication {
  std::string name;
  bool all_tables = false;
  bool updates = true, deletes = true;                                    ///< among what it publishes
  std::vector<std::string> schemas;                                       ///< FOR TABLES IN SCHEMA
  std::vector<std::pair<RelationName, std::vector<std::string>>> tables;  ///< with column lists
  std::vector<RowFilter> filters;
};
/// ALTER PUBLICATION … ADD, SET, DROP TABLE, and SET (publish = …).
struct AlterPublication {
  enum class Action { add, set, drop, set_options } action = Action::add;
  std::string name;
  std::optional<bool> updates, deletes;  ///< of `set_options`
  std::vector<std::string> schemas;
  std::vector<std::pair<RelationName, std::vector<std::string>>> tables;
  std::vector<RowFilter> filters;
};

// ---- Rows -------------------------------------------------------------------------------------------------

struct Assignment {
  std::string column;
  Expression value;
  bool part = false;  ///< only an element or a field of the column: `a[1] = …`, `c.f = …`
};
/// ON CONFLICT (…) or ON CONSTRAINT …, and what DO UPDATE sets.
struct ConflictTarget {
  std::vector<IndexElement> elements;
  Boxed<Expression> where;
  std::string constraint;
  std::vector<Assignment> assignments;
};
struct Insert {
  enum class Overriding { none, system, user };
  RelationName table;
  std::vector<std::string> columns;
  /// of VALUES, the first thousand; empty: from a query or DEFAULT VALUES
  std::vector<std::vector<Expression>> rows;
  int rows_left_out = 0;  ///< how many more VALUES had
  Boxed<QuerySummary> query;
  std::vector<Expression> query_output;  ///< the SELECT's target list, where it is a plain one
  bool on_conflict_do_nothing = false;
  bool on_conflict_update = false;
  /// the whole statement with its scopes, for parse analysis; null where it was read inside another or a
  /// block
  ScopedQueryPtr scoped;
  Boxed<ConflictTarget> conflict;  ///< of ON CONFLICT
  Overriding overriding = Overriding::none;
  bool parts = false;  ///< `columns` has a column of which only an element or a field is written
  bool left_out = false;
};
struct Update {
  RelationName table;
  std::string alias;
  std::vector<Assignment> assignments;
  std::vector<RelationName> from;
  RowSource source;  ///< the same, flattened
  Boxed<Expression> where;
  ScopedQueryPtr scoped;
  bool left_out = false;
};
struct Delete {
  RelationName table;
  std::string alias;
  std::vector<RelationName> using_relations;
  Boxed<Expression> where;
  ScopedQueryPtr scoped;
  bool left_out = false;
};
struct Truncate {
  RelationName table;
  bool cascade = false;
  bool only = false;
  bool restart_identity = false;
};
struct Select {
  QuerySummary query;
  std::vector<Expression> output;  ///< the target list
  Boxed<Expression> where;
  bool for_update = false;
  ScopedQueryPtr scoped;
};
struct CopyRows {
  RelationName table;
  std::vector<std::string> columns;  ///< none: all of them
  Boxed<Expression> where;
  bool from = false;
  bool program = false;  ///< FROM or TO PROGRAM: a command that the server's shell runs
};
struct LockTable {
  RelationName table;
  std::string mode;  ///< as pg_locks names it
  bool nowait = false;
  bool only = false;
};

// ---- Running ----------------------------------------------------------------------------------------------

struct Transaction {
  enum class Action {
    begin,
    commit,
    rollback,
    savepoint,
    release,
    rollback_to,
    prepare
  } action = Action::begin;
  bool chain = false;  ///< AND CHAIN: the next transaction begins at once
  std::string savepoint;
  bool left_out = false;
};
struct SetVariable {
  std::string name;
  std::string value;                ///< the list joined by ", "; empty for RESET and SET … TO DEFAULT
  std::vector<std::string> values;  ///< the list, each without its quotes: search_path's schemas
  bool local = false;
  bool reset = false;
};
/// VACUUM, CLUSTER, ANALYZE, CREATE DATABASE, ALTER SYSTEM, …
struct Maintenance {
  enum class Action {
    vacuum,
    vacuum_full,
    cluster,
    analyze,
    create_database,
    drop_database,
    alter_system,
    create_tablespace,
    drop_tablespace,
    create_subscription,
    drop_subscription,
    checkpoint
  } action = Action::vacuum;
  RelationName table;  ///< empty: the whole database
  std::string index;   ///< of CLUSTER … USING
  bool left_out = false;
};
struct CallProcedure {
  FunctionName procedure;
  int arguments = 0;
};
/// COMMENT ON a table or column takes SHARE UPDATE EXCLUSIVE; on anything else nothing a table's users see.
struct CommentOn {
  ObjectKind kind = ObjectKind::table;
  RelationName name;
  RelationName on;  ///< the table of a column, constraint, trigger, policy or rule; a constraint's domain
  bool on_domain = false;
  bool routine = false;                            ///< COMMENT ON ROUTINE: a function or a procedure
  std::optional<std::vector<TypeName>> arguments;  ///< of a function, when written
  std::optional<std::string> text;                 ///< none: IS NULL
};
/// GRANT and REVOKE, one a name.
struct Grant {
  ObjectKind kind = ObjectKind::table;
  RelationName name;
  bool routine = false;                            ///< ON ROUTINE: a function or a procedure
  bool all_in_schema = false;                      ///< `name` is the schema, `kind` what is in it
  std::optional<std::vector<TypeName>> arguments;  ///< of a function, when written
  std::vector<std::string> privileges;             ///< lower case; none: ALL, or on columns alone
  std::vector<std::string> column_privileges;
  std::vector<std::string> columns;
  std::vector<std::string> roles;  ///< to whom, or from whom; PUBLIC and CURRENT_USER are left out
};
/// Modelled, and known to do nothing to relations: SECURITY LABEL, NOTIFY, …
/// `scoped`: a query that is analysed and not run, as EXPLAIN, DECLARE CURSOR and PREPARE have it.
struct NoEffect {
  std::string tag;
  ScopedQueryPtr scoped = nullptr;
};
/// PL/pgSQL's or a statement's part nobody looks into: dynamic SQL, loops over the catalog, statements
/// without a model.
struct Unmodelled {
  std::string tag;
  std::vector<RelationName> relations;           ///< what it plainly names, if anything
  std::vector<std::string> drops_owned_by = {};  ///< of DROP OWNED: the roles
  bool cascade = false;
};

struct Statement;

/// A part of a block that nobody looked into: where it stands, and what it is, in words.
struct Unread {
  Span span;
  std::string what;
};

/// DO $$ … $$. What is plainly static inside becomes statements of its own, each with how surely it runs. An
/// EXECUTE that may run anything is a step too: an Unmodelled without relations.
struct DoBlock {
  struct Step;
  std::vector<Step> steps;
  bool dynamic = false;  ///< holds EXECUTE or something else that was not looked into
  std::vector<Unread> unread;
  /// functions that its expressions may call: assignments, conditions, loops, RETURN
  std::vector<FunctionName> calls;
  Boxed<Flaw> flaw;               ///< of the body's syntax
  bool ends_transaction = false;  ///< COMMIT or ROLLBACK stands in it
};

using AnyChange =
    std::variant<AddColumn, DropColumn, SetNotNull, DropNotNull, SetDefault, DropDefault, ChangeType,
                 AlterIdentity, AlterGenerated, AlterColumnOption, AddPrimaryKey, AddUnique, AddForeignKey,
                 AddCheck, AddExclude, AddNotNull, DropConstraint, ValidateConstraint, AlterConstraint,
                 CreateTable, DropTable, AttachPartition, DetachPartition, AlterTableOption, CreateIndex,
                 DropIndex, Reindex, AttachIndex, RenameColumn, RenameObject, SetSchema, DropObject,
                 ChangeOwner, ReassignOwned, CreateEnum, AddEnumValue, RenameEnumValue, CreateDomain,
                 AlterDomain, CreateType, AlterType, CreateSchema, CreateExtension, CreateSequence,
                 AlterSequence, CreateView, RefreshMaterializedView, CreateTrigger, CreateFunction,
                 AlterFunction, CreatePolicy, AlterPolicy, CreateRule, CreateStatistics, CreatePublication,
                 AlterPublication, CreateObject, AlterObject, Insert, Update, Delete, Truncate, Select,
                 CopyRows, LockTable, Transaction, SetVariable, Maintenance, CallProcedure, CommentOn, Grant,
                 NoEffect, Unmodelled, DoBlock>;

/// One elementary change: a variant of the structs above; std::visit, std::get_if and std::holds_alternative
/// take it as it is. A class of its own so that the copies and moves of some seventy alternatives are
/// compiled once, in change.cpp: a file that hands changes on then compiles in a quarter of the time, to a
/// tenth of the size.
class Change : public AnyChange {
 public:
  using AnyChange::AnyChange;
  Change();
  Change(const Change& other);
  Change(Change&& other) noexcept;
  Change& operator=(const Change& other);
  Change& operator=(Change&& other) noexcept;
  ~Change();
};

/// The kebab-case word for a change in JSON and `plan`: "add-column", "create-index", …
std::string_view kind_of(const Change& change);

/// One change of a statement, and which command of the statement it came from (the n-th of an ALTER TABLE's
/// list or of a DROP's names, from 0, in source order): changes are stable-sorted by PostgreSQL's pass, so
/// the order here is the order of execution.
struct StatementChange {
  Change change;
  int command = 0;
};

}  // namespace miglint

template <>
struct std::variant_size<miglint::Change> : std::variant_size<miglint::AnyChange> {};
