#pragma once

// What PostgreSQL would know after the statements replayed so far. Built by src/catalog from Changes alone;
// rules and effects read it.

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "miglint/boxed.hpp"
#include "miglint/change.hpp"
#include "miglint/migration.hpp"
#include "miglint/name.hpp"
#include "miglint/name_map.hpp"
#include "miglint/shared_list.hpp"

namespace miglint {

/// Where an object came from: the ordinal of its migration in the history, and of the statement in it.
/// Unknown (-1): something named it that no migration made; assume it exists, large and busy.
struct Origin {
  int migration = -1;
  int statement = -1;
  bool known() const { return migration >= 0; }
  friend auto operator<=>(const Origin&, const Origin&) = default;
};

struct Column {
  std::string name;
  TypeName type;  ///< resolved: a user's type carries its schema
  bool not_null = false;
  Boxed<Expression> default_value;  ///< serial's nextval() included
  Identity identity = Identity::none;
  Boxed<Expression> generated;
  bool generated_virtual = false;
  Boxed<RelationName> collation;  ///< none: the type's own
  bool inherited = false;         ///< also a column of a parent: it can't be dropped or renamed here
  bool local = false;             ///< of an inherited one: its own as well, and stays without the parent's
  /// of one that came with INHERITS, PARTITION OF or LIKE its source's, which may be earlier than the table's
  Origin origin;
};

struct Constraint {
  enum class Kind { primary_key, unique, foreign_key, check, exclude, not_null };
  Kind kind = Kind::check;
  std::string name;
  std::vector<std::string> columns;  ///< of a check: those its expression names
  RelationName referenced;
  std::vector<std::string> referenced_columns;
  ReferentialAction on_delete = ReferentialAction::no_action;
  ReferentialAction on_update = ReferentialAction::no_action;
  Boxed<Expression> expression;
  std::vector<std::string> operators;  ///< of an exclusion constraint
  bool validated = true;
  bool enforced = true;
  bool deferrable = false;
  bool initially_deferred = false;
  bool nulls_not_distinct = false;
  bool no_inherit = false;
  bool inherited = false;  ///< a partition's or child's copy of its parent's
  bool local = false;      ///< of an inherited check: its own as well, and stays without the parent's
  /// the index behind a key, which has the constraint's name; of a foreign key the referenced table's index
  /// it relies on
  std::string index;
  Origin origin;
};

struct Index {
  RelationName name;
  RelationName table;
  std::string method = "btree";
  std::vector<IndexElement> elements;
  std::vector<std::string> include;
  Boxed<Expression> where;
  bool unique = false;
  bool primary = false;
  bool nulls_not_distinct = false;
  bool concurrently = false;  ///< built CONCURRENTLY: it may be INVALID after a failure
  bool valid = true;
  bool clustered = false;
  RelationName parent;  ///< the partitioned table's index that this one belongs to
  Origin origin;

  /// The key columns, an expression as the empty string.
  std::vector<std::string> columns() const;
  bool uses(std::string_view column) const;  ///< as a key, in INCLUDE, in an expression or in the predicate
};

struct Trigger {
  std::string name;
  std::vector<std::string> update_of;
  std::vector<std::string> when_columns;
  FunctionName function;
  std::set<FunctionName> functions;  ///< those of the history's that its condition calls, resolved
  bool constraint = false;
  bool for_each_row = false;
  bool inherited = false;  ///< a partition's clone of its parent's
  Origin origin;
};
struct RewriteRule {
  std::string name;
  std::vector<std::string> columns;
  std::set<FunctionName> functions;  ///< likewise
  std::set<RelationName> relations;  ///< other tables and views that its condition and actions name, resolved
  Origin origin;
};
struct Policy {
  std::string name;
  std::vector<std::string> roles;  ///< none: PUBLIC
  std::string command;             ///< as CreatePolicy has it; empty: not known
  std::vector<std::string> columns;
  std::set<RelationName> relations;  ///< other tables and views that it reads, resolved
  std::set<FunctionName> functions;  ///< those of the history's that it calls, resolved
  Origin origin;
};

/// PostgreSQL refuses more columns in a table or view (54011; MaxHeapAttributeNumber). Dropped ones count
/// too, and are not counted here.
inline constexpr std::size_t most_columns = 1600;
/// … and more entries in a query's target list (54011; MaxTupleAttributeNumber).
inline constexpr std::size_t most_targets = 1664;

struct Table {
  enum class Kind { table, partitioned, foreign };
  RelationName name;
  Kind kind = Kind::table;
  Persistence persistence = Persistence::permanent;
  bool on_commit_drop = false;
  SharedList<Column> columns;
  SharedList<Constraint> constraints;
  SharedList<Index> indexes;
  std::vector<Trigger> triggers;
  std::vector<Policy> policies;
  std::vector<RewriteRule> rules;
  std::vector<RelationName> inherits;
  PartitionKey partition_key;
  std::optional<RelationName> partition_of;
  std::optional<RelationName> of_type;  ///< CREATE TABLE … OF: it goes with the type
  std::string server;                   ///< of a foreign table: it goes with it
  PartitionBound bound;
  bool row_security = false;
  bool filled = false;  ///< some statement of the history may have put rows there
  std::string owner;    ///< the role that made it or was given it; empty: the one that migrates
  /// REPLICA IDENTITY; `primary_key` is DEFAULT
  enum class ReplicaIdentity {
    primary_key,
    index,
    full,
    nothing
  } replica_identity = ReplicaIdentity::primary_key;
  Origin origin;
  /// False: some statement that touched it was not understood, or no migration made it; what is missing here
  /// may exist all the same.
  bool certain = true;

  const Column* column(std::string_view name) const;
  const Constraint* constraint(std::string_view name) const;
  const Constraint* primary_key() const;
  const Index* index(std::string_view name) const;
  /// No row of this partitioned table is in this range: it ends where it begins, or before.
  bool surely_empty_range(const PartitionBound& range) const;
};

struct View {
  RelationName name;
  bool materialized = false;
  bool populated = true;
  std::vector<std::string> columns;
  /// of the columns, PostgreSQL's own; empty for others and where it is not known
  std::vector<TypeName> types;
  std::set<RelationName> types_named;  ///< in its casts, resolved: it depends on them
  std::string owner;
  /// tables by whose primary key it groups: it depends on that key
  std::set<RelationName> keys;
  std::set<RelationName> relations;                     ///< what it reads, resolved
  std::set<std::pair<RelationName, std::string>> uses;  ///< the columns it reads, resolved; `*` is expanded
  /// False: it names columns of which the replay can't tell whose they are; it may depend on more than
  /// `uses`.
  bool uses_known = true;
  /// False: it may have more columns than `columns`, and others.
  bool columns_known = true;
  SharedList<Index> indexes;         ///< of a materialized view
  std::vector<Trigger> triggers;     ///< INSTEAD OF, and a statement's
  std::vector<RewriteRule> rules;    ///< besides its own
  std::set<FunctionName> functions;  ///< those of the history's that its query calls, resolved
  /// What becomes of a row written to it (rewriteHandler.c, view_query_is_auto_updatable).
  struct Writing {
    bool combines_rows = false;
    bool check_option = false;
    bool redirected = false;  ///< a trigger or a rule takes it
    Boxed<Expression> where;
    /// for each column, that of the one relation it reads; empty: computed
    std::vector<std::string> columns;
  };
  Boxed<Writing> writing;  ///< none: not known
  Origin origin;
  bool certain = true;
};

struct Enum {
  RelationName name;
  std::vector<std::string> labels;  ///< in sort order
  std::map<std::string, Origin> label_origins;
  std::string owner;
  Origin origin;
  bool certain = true;
};
struct Domain {
  RelationName name;
  TypeName base;
  bool not_null = false;
  std::vector<DomainConstraint> checks;
  Boxed<Expression> default_value;
  std::string owner;
  Origin origin;
  bool constrained() const { return not_null || !checks.empty(); }
};
/// A composite type; a range, its multirange and a base type have no attributes.
struct Composite {
  RelationName name;
  CreateType::Form form = CreateType::Form::composite;
  std::vector<ColumnDefinition> attributes;
  RelationName range;  ///< of a multirange: it goes with that one
  std::string owner;
  Origin origin;
};
struct Sequence {
  RelationName name;
  TypeName type;
  /// as they are by now; `restart` has no value. NO MAXVALUE: the bounds are not known
  SequenceOptions options;
  bool identity = false;  ///< made by an identity column: it goes when the column stops being one
  RelationName owned_by_table;
  std::string owned_by_column;
  std::string owner;
  Origin origin;
};
struct Function {
  FunctionName name;
  std::vector<TypeName> arguments;
  Boxed<TypeName> returns;
  Volatility volatility = Volatility::volatile_;
  std::string language;
  bool procedure = false;
  bool aggregate = false;
  bool returns_set = false;
  bool strict = false;
  bool own_context = false;    ///< SECURITY DEFINER, or SET
  Boxed<Expression> computes;  ///< see CreateFunction
  std::vector<std::string> argument_names;
  int defaults = 0;  ///< how many of the last arguments have one
  std::vector<OutputParameter> outputs;
  std::set<RelationName> relations;  ///< what a BEGIN ATOMIC body depends on
  std::set<std::pair<RelationName, std::string>> uses;
  std::shared_ptr<const DoBlock> block;  ///< as CreateFunction has it
  std::set<FunctionName> parts;          ///< of an aggregate: those of the history's that it is made of
  std::string owner;
  Origin origin;
};
struct Publication {
  std::string name;
  bool all_tables = false;
  bool updates = true, deletes = true;
  std::vector<std::string> schemas;
  std::vector<std::pair<RelationName, std::vector<std::string>>> tables;
};

/// CREATE STATISTICS: dropped with its table or with any of its columns.
struct Statistics {
  RelationName name;
  RelationName table;
  std::vector<std::string> columns;
};

/// What the catalog knows by its kind and name alone: a server, a collation, an operator, a role, …
struct RegisteredObject {
  ObjectReference reference;          ///< resolved
  std::set<std::string> uses = {};    ///< keys of those it is made of
  std::set<FunctionName> functions;   ///< those of the history's that it calls, resolved
  std::set<RelationName> types = {};  ///< likewise
  bool shell = false;                 ///< an operator that another named only
  std::string owner;
  Origin origin;
};

/// What takes back the changes since a point: each entry restores one object as it was. Entries are made only
/// where something may have to be taken back (an open transaction, a statement of several commands), and once
/// an object between two marks.
struct Journal {
  struct Mark {
    std::size_t position = 0;
    bool transaction = false;  ///< BEGIN's; else a savepoint's or a statement's
    std::string savepoint = {};
  };
  /// What COMMIT does: SET LOCAL's settings become what they were, temporary tables go.
  struct AtCommit {
    std::map<std::string, std::string> settings = {};
    std::optional<std::vector<std::string>> search_path = {};
    std::vector<RelationName> drops = {};
  };
  AtCommit at_commit;  ///< of the open transaction
  std::vector<std::function<void(class Catalog&)>> undo;
  std::vector<Mark> marks;
  std::set<std::pair<int, RelationName>> saved;  ///< {which map, which object} since the last mark

  bool recording() const { return !marks.empty(); }
};

/// The state of a database. A value; find things through the functions, which resolve names by search_path as
/// PostgreSQL does.
class Catalog {
 public:
  NameMap<Table> tables;
  NameMap<View> views;
  NameMap<Enum> enums;
  NameMap<Domain> domains;
  NameMap<Composite> composites;
  NameMap<Sequence> sequences;
  std::multimap<FunctionName, Function> functions;
  NameMap<RelationName> index_tables;  ///< index → the table or materialized view it is on
  std::map<std::string, Publication> publications;
  std::set<std::string, std::less<>> schemas = {"public"};
  /// schemas that no migration makes and statements speak of all the same
  std::set<std::string, std::less<>> assumed_schemas;
  std::map<std::string, std::string> extensions;  ///< name → the schema its objects are in
  NameMap<Statistics> statistics;
  std::map<std::string, RegisteredObject, std::less<>> objects;  ///< by key_of(), see catalog/objects.hpp
  std::set<std::string, std::less<>> gone_objects;               ///< keys of those that the history dropped
  std::vector<std::string> search_path = {"public"};
  int postgres = 15;                            ///< the server's version
  std::map<std::string, std::string> settings;  ///< SET for the session, lower-case names
  /// statements that ran and made what is not kept here: `CREATE OPERATOR CLASS`, `CREATE COLLATION`, …
  std::set<std::string, std::less<>> not_kept;
  /// names of relations and types the history dropped; they may exist again
  std::set<RelationName> dropped;

  /// The ordinal of the migration being replayed: an object with that origin is new, and nobody else sees it
  /// before it commits.
  int current_migration = -1;
  int current_statement = -1;
  /// False once something ran that may have made anything (dynamic SQL, an extension with tables of its own):
  /// a missing object is then no longer certainly missing.
  bool complete = true;
  /// When something last ran that may have made, changed, renamed or dropped anything; and the same of single
  /// names, resolved, which need not exist. What the replay knows of an object holds only where the object
  /// was made after that: see knows().
  Origin doubted;
  std::map<RelationName, Origin> doubts;
  /// True once a statement named a table that no migration made: the history does not begin with an empty
  /// database.
  bool partial = false;

  const Table* table(NameView name) const;
  const View* view(NameView name) const;
  const Enum* enumeration(const TypeName& type) const;
  const Domain* domain(const TypeName& type) const;
  const Index* index(const RelationName& name) const;
  const Sequence* sequence(NameView name) const;
  const Column* column(const RelationName& table, std::string_view column) const;

  /// The name with its schema: the first on search_path that has such a relation; else the one a CREATE would
  /// use.
  RelationName resolve(const RelationName& name) const;
  /// The same without a copy, as long as `name` and the search path are there.
  NameView resolve_view(const RelationName& name) const;
  TypeName resolve(const TypeName& type) const;
  RelationName creation_name(const RelationName& name) const;

  /// Made by the migration being replayed.
  bool is_new(NameView name) const;
  bool is_new(const Origin& origin) const { return origin.known() && origin.migration == current_migration; }
  /// Nothing of this name exists, and no statement that was not understood may have made it.
  bool certainly_missing(const RelationName& name) const;
  /// The same of a type, which may also be PostgreSQL's own or an extension's.
  bool type_certainly_missing(const TypeName& written) const;
  /// The same of a schema. One that statements spoke of before is somebody else's.
  bool schema_certainly_missing(std::string_view schema) const;
  /// What the history made under this name, on the search path where no schema is written: functions,
  /// procedures and aggregates.
  std::vector<const Function*> functions_named(const FunctionName& name) const;
  /// Whether that is all there is: neither PostgreSQL nor an extension has one of that name.
  bool knows_functions(const FunctionName& name) const;
  /// The object of this resolved name is as the replay has it: nothing that was not understood ran since it
  /// was made that may have changed, renamed or dropped it. Of a name that nothing has, likewise.
  bool knows(const RelationName& resolved) const;
  bool knows(const RelationName& resolved, const Origin& origin) const;

  /// Foreign keys that point at this table: {the table that holds the key, the key}.
  std::vector<std::pair<const Table*, const Constraint*>> referencing(const RelationName& table) const;
  /// Views that read this table, or this column of it when one is given.
  std::vector<const View*> views_using(const RelationName& table, std::string_view column = {}) const;
  /// Columns of this enum, domain or composite type, arrays of it included.
  std::vector<std::pair<const Table*, const Column*>> columns_of_type(const RelationName& type) const;
  /// The partitions of a table, theirs included.
  std::vector<const Table*> partitions_of(const RelationName& table) const;
  /// The tables that inherit from this one or are partitions of it, one level down.
  std::vector<const Table*> children_of(const RelationName& table) const;
  /// The partition that takes the rows which no other takes; null when there is none. A table may have
  /// thousands of partitions.
  const Table* default_partition_of(const RelationName& table) const;
  /// A partition that surely takes some of the rows these bounds ask for; null when none is known to.
  const Table* partition_overlapping(const RelationName& table, const PartitionBound& bound) const;
  /// A modulus that some hash partition has and that neither divides this one nor is divided by it.
  std::optional<int> clashing_modulus(const RelationName& table, int modulus) const;
  /// The tables of this schema that have a constraint of this name, or a constraint trigger.
  std::vector<const Table*> with_constraint(const std::string& schema, std::string_view constraint) const;
  /// The table, view, index, sequence or composite type of this exact name exists.
  bool relation_exists(NameView resolved) const;
  /// Tables, views and sequences made types too.
  bool type_exists(NameView resolved) const;

  /// Who may depend on what: a superset, which the functions above check against the objects themselves, so
  /// that nothing ever has to be taken out. Kept by the replay; answers without looking at the whole catalog.
  struct Dependents {
    using Names = std::unordered_map<RelationName, std::set<RelationName>>;
    using Bounds = std::unordered_map<RelationName, std::map<std::vector<std::string>, RelationName>>;
    Names referencing;  ///< table → tables with a foreign key to it
    Names children;     ///< table → its partitions and children
    Names defaults;     ///< partitioned table → its default partition
    Bounds bounds;      ///< partitioned table → places_of() its partitions
    Names views;        ///< relation → views, and tables with a policy that reads it
    Names functions;    ///< relation → functions with a BEGIN ATOMIC body
    Names taking;       ///< type → functions that take or return it
    Names of_type;      ///< type → tables
    Names sequences;    ///< table → the sequences it owns
    Names drawing;      ///< sequence → tables with a default that draws from it
    Names constraints;  ///< {schema, constraint} → tables
  } dependents;
  Journal journal;
  int session_migration = -1;  ///< the migration whose session `settings` and `search_path` belong to
};

/// The statement speaks of something that is not known (see Catalog::knows): whether PostgreSQL refuses it
/// can't be foretold, and it is replayed as if it ran.
bool is_doubtful(const Catalog& catalog, const Statement& statement);

/// The first function the change calls (or has a trigger call) whose deeds are not known: its body can't be
/// read, runs SQL that is put together at run time, or changes the schema; and which of these it is, in words
/// that go on after the function's name.
struct UnknownCall {
  FunctionName function;
  std::string why;
};
std::optional<UnknownCall> unknown_call(const Catalog& catalog, const Change& change);

/// What the statement changes in the catalog. Never fails: a statement that PostgreSQL would refuse leaves
/// things as they are, one that names what no migration made brings it in as uncertain.
void replay(Catalog& catalog, const Statement& statement);

/// A runner opens a session for each migration, or may: what one migration SET, and its temporary tables, are
/// not counted on in the next. For `current_migration`, once; replay() sees to it as well.
void begin_session(Catalog& catalog);

/// Statements tried one after the other, as those inside a DO block are judged: the catalog is as it was when
/// this goes. (What a ROLLBACK would do; a copy of a large catalog for each block would cost the square of
/// their number.)
class Trial {
 public:
  explicit Trial(Catalog& catalog);
  Trial(const Trial&) = delete;
  Trial& operator=(const Trial&) = delete;
  ~Trial();
  void run(const Statement& statement);
  /// What a DO block's expressions may call.
  void call(const std::vector<FunctionName>& functions);

 private:
  Catalog& catalog_;
  bool complete_, partial_;
  Origin doubted_;
};

/// PostgreSQL's error at a query or an expression: the first that it meets.
struct Refusal {
  std::string sqlstate;
  std::string reason;
};

/// The columns that a query has: names, and types where the definition tells them.
struct QueryColumns {
  std::vector<Column> columns;
  bool known = true;  ///< false: there may be more, and of other names
  std::optional<Refusal> refusal = std::nullopt;
};
/// Those that CREATE VIEW gives its view.
QueryColumns view_columns(const Catalog& catalog, const CreateView& change);

/// A type as PostgreSQL's format_type prints it: `character varying(255)`, `timestamp(3) without time zone`,
/// `"Role"`, `integer[]`.
std::string format_type(const TypeName& type, const Catalog& catalog);

/// The name PostgreSQL gives what has none: `users_email_key`, `users_a_b_idx1`; parts are shortened to 63
/// bytes as makeObjectName does.
std::string make_object_name(std::string_view name1, std::string_view name2, std::string_view label);

}  // namespace miglint
