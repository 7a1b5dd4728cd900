#pragma once

// Lowering: from PostgreSQL's parse tree to the vocabulary of miglint/change.hpp. Each family of statements
// has a file of its own; every function here reads one node and emits changes into the statement at hand.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "miglint/migration.hpp"
#include "parse/ast.hpp"
#include "parse/names.hpp"
#include "parse/source_text.hpp"

namespace miglint {
class TreeReader;
}

namespace miglint::lower {

/// The statement being lowered and the text its locations point into.
class Context {
 public:
  Context(std::string_view source, int text_base, Statement& into, TreeReader* tree_reader = nullptr)
      : text(source), base(text_base), statement(into), reader(tree_reader) {}

  /// Adds a change: any alternative of Change. `command` is its place in the statement's own list; changes of
  /// a lower `order` run first, those of the same in the order they were added. (Defined in context.cpp: a
  /// variant of so many alternatives compiles slowly, so nobody else here touches it.)
  template <class Alternative>
  void emit(Alternative change, int command = 0, int order = 0);
  /// Sorts what was emitted by `order`.
  void sort_changes();
  /// Gives the INSERT, UPDATE, DELETE or SELECT emitted last its scopes.
  void take_scopes(ScopedQueryPtr scoped);

  /// The first thing that PostgreSQL refuses in the statement by itself counts.
  void flaw(std::string sqlstate, std::string reason) {
    if (!statement.flaw) statement.flaw = Flaw{.sqlstate = std::move(sqlstate), .reason = std::move(reason)};
  }

  void target(RelationName name, ObjectKind kind) {
    statement.target = std::move(name);
    statement.target_kind = kind;
  }

  std::string_view text;
  int base;  ///< what the tree's locations count from, in `text`
  Statement& statement;
  TreeReader* reader;  ///< reads the statements inside a DO block; none: they stay unread
  int depth = 0;       ///< in how many blocks and function bodies the statement stands
  /// false inside a block: what looks like a column may be a variable
  bool names_are_columns = true;
  /// a block in it nests deeper than is read: what is in there is not among the changes
  bool too_deep = false;

 private:
  std::vector<int> orders_;  ///< one a change
};

/// One statement's tree into ctx.statement: tag, target, changes.
void lower_statement(const ast::Node& node, Context& ctx);
/// Its changes alone: for a statement inside another (CREATE SCHEMA's elements, EXPLAIN ANALYZE's).
void lower_statement_changes(const ast::Node& node, Context& ctx);

/// The statement's text behind this name; empty of a statement inside another.
std::string rest_after_name(const ast::Node& range_var, const Context& ctx);

/// An expression with its text.
Expression expression(const ast::Node& node, const Context& ctx);
/// The same without the text, for where nobody quotes it.
Expression expression_shape(const ast::Node& node, const Context& ctx);
Boxed<Expression> optional_expression(const ast::Node& node, const Context& ctx);

/// What a query (or anything that holds queries and expressions) reads.
QuerySummary query_summary(const ast::Node& node);
/// The same of a query on its own, with its scopes.
QuerySummary scoped_summary(const ast::Node& query, const Context& ctx);
/// SELECT, INSERT, UPDATE, DELETE, MERGE.
bool is_query(const ast::Node& node);

/// What RETURNING lists; from 18 on the grammar has it in a clause of its own.
ast::List returning(const ast::Node& modification);
/// What a query is refused for by its form, names and types aside.
std::optional<Flaw> query_flaw(const ast::Node& statement);
/// An OVER's or a WINDOW's definition.
Window window_definition(const ast::Node& definition);
/// A SELECT, INSERT, UPDATE, DELETE or MERGE with its scopes; `depth` levels deep in others. Null where that
/// is deeper than is read.
ScopedQueryPtr scoped_query(const ast::Node& statement, const Context& ctx, int depth = 0);
/// An expression whose sub-selects have their scopes.
Expression scoped_expression(const ast::Node& node, const Context& ctx, int depth = 0);
/// The name PostgreSQL gives the column of a target list's item: `*` for a star, "?column?" for what has
/// none.
std::string output_name(const ast::Node& target);
/// The name of an index's column over an expression (FigureIndexColname); empty: `expr`.
std::string index_column_name(const ast::Node& expression);
/// `*`, `t.*` or `(t).*`, which stands for several columns.
bool is_star(const ast::Node& value);
/// What an INSERT's query reads, the queries of the INSERT's own WITH clause included.
QuerySummary insert_summary(const ast::Node& insert);
/// The target list of a query, or of the first SELECT of a set operation.
std::vector<Expression> output_shapes(const ast::Node& query, const Context& ctx);
/// The FROM of a statement with this WITH clause, flattened.
RowSource row_source(const ast::List& from, const ast::Node& with, const Context& ctx);
/// A SELECT inside an expression; `where` is its WHERE as lowered.
std::shared_ptr<const Subselect> subselect(const ast::Node& select, const Expression* where,
                                           const Context& ctx);
Persistence persistence(const ast::Node& range_var);
IndexElement index_element(const ast::Node& node, const Context& ctx);
bool is_aggregate(std::string_view function);
/// What decides whether rows can be written through a view.
void note_writing(const ast::Node& statement, CreateView& view, const Context& ctx);
/// The same of a single expression, which may itself be a column.
QuerySummary expression_summary(const ast::Node& node);
void append(QuerySummary& to, const QuerySummary& from);
/// Leaves out the keys that the statement says twice.
void merge_repeated_keys(Statement& statement);
/// Gives the statement's changes from the `first` on this schema, where they name none.
void qualify(Statement& statement, std::size_t first, const std::string& schema);

// lower_column.cpp, lower_constraint.cpp
/// A type; a numeric's negative scale, which the tree leaves out, from the text.
TypeName written_type(const ast::Node& type, const Context& ctx);
ColumnDefinition column_definition(const ast::Node& column_def, const Context& ctx);

/// PostgreSQL sorts the commands of an ALTER TABLE into passes (tablecmds.c, AT_PASS_*); these are their
/// order.
enum Pass {
  drop,
  alter_type,
  add_column,
  set_expression,
  column_attributes,
  index_constraint,
  index,
  other_constraint,
  miscellaneous
};
/// CREATE TABLE makes checks with the table, then the primary key, other indexes, foreign keys
/// (parse_utilcmd.c).
enum CreationOrder { table_itself, checks, primary_key, indexes, foreign_keys };

/// Where a constraint stands: what it constrains, and in what order its kind comes there.
struct ConstraintPlace {
  RelationName table;
  std::string inline_column;  ///< set when it was written with its column
  bool in_create_table = false;
  int command = 0;
};
/// Emits what a constraint asks for; NOT NULL, DEFAULT, identity and generated belong to the column and emit
/// nothing.
void lower_constraint(const ast::Node& node, const ConstraintPlace& place, Context& ctx);
/// The same for all of a column's own, with DEFERRABLE and the like applied to what stands before them.
void lower_column_constraints(const ast::Node& column_def, ConstraintPlace place, Context& ctx);

SequenceOptions sequence_options(const ast::List& options, const Context& ctx);
PartitionBound partition_bound(const ast::Node& bound, const Context& ctx);
/// Data-modifying members of a WITH clause: WITH moved AS (DELETE … RETURNING *) INSERT …
void lower_common_table_expressions(const ast::Node& statement, Context& ctx);

// One function a statement, or a family of statements that share a node.
void lower_create_table(const ast::Node& node, Context& ctx);
void lower_create_foreign_table(const ast::Node& node, Context& ctx);
void lower_create_table_as(const ast::Node& node, Context& ctx);
void lower_alter_table(const ast::Node& node, Context& ctx);
void lower_create_index(const ast::Node& node, Context& ctx);
void lower_reindex(const ast::Node& node, Context& ctx);

void lower_create_enum(const ast::Node& node, Context& ctx);
void lower_alter_enum(const ast::Node& node, Context& ctx);
void lower_create_domain(const ast::Node& node, Context& ctx);
void lower_alter_domain(const ast::Node& node, Context& ctx);
void lower_create_composite(const ast::Node& node, Context& ctx);
void lower_create_range(const ast::Node& node, Context& ctx);
void lower_define(const ast::Node& node, Context& ctx);

void lower_drop(const ast::Node& node, Context& ctx);
void lower_rename(const ast::Node& node, Context& ctx);
void lower_set_schema(const ast::Node& node, Context& ctx);
void lower_comment(const ast::Node& node, Context& ctx);
void lower_owner(const ast::Node& node, Context& ctx);
void lower_drop_owned(const ast::Node& node, Context& ctx);
void lower_reassign_owned(const ast::Node& node, Context& ctx);
/// The role's name; empty: CURRENT_USER and its like, PUBLIC.
std::string role_name(const ast::Node& role);
std::vector<std::string> role_names(const ast::List& roles);
void lower_truncate(const ast::Node& node, Context& ctx);

void lower_create_schema(const ast::Node& node, Context& ctx);
void lower_create_extension(const ast::Node& node, Context& ctx);
void lower_create_sequence(const ast::Node& node, Context& ctx);
void lower_alter_sequence(const ast::Node& node, Context& ctx);
void lower_create_view(const ast::Node& node, Context& ctx);
void lower_refresh_view(const ast::Node& node, Context& ctx);
void lower_create_trigger(const ast::Node& node, Context& ctx);
void lower_alter_function(const ast::Node& node, Context& ctx);
void lower_aggregate(const ast::Node& node, Context& ctx);
/// What CREATE FUNCTION and CREATE PROCEDURE are refused for by themselves.
void take_function_flaws(const ast::Node& node, Context& ctx);
void lower_create_function(const ast::Node& node, Context& ctx);
void lower_grant(const ast::Node& node, Context& ctx);
void lower_default_privileges(const ast::Node& node, Context& ctx);
void lower_create_policy(const ast::Node& node, Context& ctx);
void lower_alter_policy(const ast::Node& node, Context& ctx);
void lower_create_rule(const ast::Node& node, Context& ctx);
void lower_create_statistics(const ast::Node& node, Context& ctx);
void lower_create_publication(const ast::Node& node, Context& ctx);
void lower_alter_publication(const ast::Node& node, Context& ctx);

// What the catalog registers by kind and name: references.hpp and the files that include it.
ObjectReference object_reference(const ast::Node& object, ObjectKind kind);
void lower_define_object(const ast::Node& node, Context& ctx);
void lower_create_wrapper(const ast::Node& node, Context& ctx);
void lower_create_server(const ast::Node& node, Context& ctx);
void lower_create_user_mapping(const ast::Node& node, Context& ctx);
void lower_alter_wrapper(const ast::Node& node, Context& ctx);
void lower_alter_server(const ast::Node& node, Context& ctx);
void lower_alter_user_mapping(const ast::Node& node, Context& ctx);
void lower_drop_user_mapping(const ast::Node& node, Context& ctx);
void lower_import_schema(const ast::Node& node, Context& ctx);
void lower_alter_statistics(const ast::Node& node, Context& ctx);
void lower_alter_dictionary(const ast::Node& node, Context& ctx);
void lower_alter_configuration(const ast::Node& node, Context& ctx);
void lower_alter_collation(const ast::Node& node, Context& ctx);
void lower_alter_operator(const ast::Node& node, Context& ctx);
void lower_create_conversion(const ast::Node& node, Context& ctx);
void lower_create_cast(const ast::Node& node, Context& ctx);
void lower_create_transform(const ast::Node& node, Context& ctx);
void lower_create_access_method(const ast::Node& node, Context& ctx);
void lower_create_language(const ast::Node& node, Context& ctx);
void lower_create_operator_class(const ast::Node& node, Context& ctx);
void lower_create_operator_family(const ast::Node& node, Context& ctx);
void lower_alter_operator_family(const ast::Node& node, Context& ctx);
void lower_create_event_trigger(const ast::Node& node, Context& ctx);
void lower_alter_event_trigger(const ast::Node& node, Context& ctx);
void lower_create_role(const ast::Node& node, Context& ctx);
void lower_alter_role(const ast::Node& node, Context& ctx);
void lower_grant_role(const ast::Node& node, Context& ctx);
void lower_drop_role(const ast::Node& node, Context& ctx);

void lower_insert(const ast::Node& node, Context& ctx);
void lower_update(const ast::Node& node, Context& ctx);
void lower_delete(const ast::Node& node, Context& ctx);
void lower_merge(const ast::Node& node, Context& ctx);
void lower_select(const ast::Node& node, Context& ctx);
void lower_copy(const ast::Node& node, Context& ctx);
void lower_lock(const ast::Node& node, Context& ctx);
void lower_explain(const ast::Node& node, Context& ctx);
void lower_prepare(const ast::Node& node, Context& ctx);
void lower_cursor(const ast::Node& node, Context& ctx);

void lower_transaction(const ast::Node& node, Context& ctx);
void lower_set_variable(const ast::Node& node, Context& ctx);
void lower_vacuum(const ast::Node& node, Context& ctx);
void lower_cluster(const ast::Node& node, Context& ctx);
void lower_call(const ast::Node& node, Context& ctx);
void lower_do_block(const ast::Node& node, Context& ctx);
/// What a function's body runs; null where its language is not read.
std::shared_ptr<const DoBlock> function_block(const CreateFunction& function, Context& ctx);

}  // namespace miglint::lower
