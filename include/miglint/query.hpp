#pragma once

// A query as PostgreSQL's parser has it, with its scopes: the input of parse analysis (src/analysis), which
// says which column a name in it means, and of what type an expression is.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/boxed.hpp"
#include "miglint/expression.hpp"
#include "miglint/flaw.hpp"
#include "miglint/name.hpp"

namespace miglint {

using ScopedQueryPtr = std::shared_ptr<const ScopedQuery>;

/// `name type` of a FROM item's column definition list.
struct OutputDefinition {
  std::string name;
  TypeName type;
};

/// One item of a FROM clause.
struct FromItem {
  enum class Kind {
    relation,  ///< a table, a view, or a WITH query of that name
    subquery,
    function,
    join,   ///< of `sides`
    other,  ///< XMLTABLE and its like: its columns are not known
  };
  Kind kind = Kind::other;
  std::string alias;                        ///< empty: none
  std::vector<std::string> column_aliases;  ///< for the first columns
  RelationName relation;
  ScopedQueryPtr subquery;
  bool lateral = false;
  /// ROWS FROM (…) has several. Of `other`, and of TABLESAMPLE, the expressions inside it.
  std::vector<Expression> calls;
  std::vector<OutputDefinition> definitions;  ///< AS f (a int, b text)
  bool ordinality = false;
  std::vector<FromItem> sides;
  std::vector<std::string> using_columns;
  std::string using_alias;  ///< USING (…) AS alias: of the shared columns alone
  bool natural = false;
  Boxed<Expression> condition;  ///< of a join
};

struct CommonTable {
  std::string name;
  std::vector<std::string> column_aliases;
  ScopedQueryPtr query;  ///< null: it adds columns by SEARCH or CYCLE, or is nested too deep
  bool recursive = false;
};

/// An INSERT, UPDATE, DELETE or MERGE around the query that brings its rows.
struct Modification {
  enum class Kind { insert, update, delete_, merge };
  struct Assignment {
    std::string column;
    bool whole = true;                ///< false: a field or an element of it, or one of (a, b) = …
    std::vector<std::string> fields;  ///< of a part: the way to it; an element has no name
    Expression value;
  };
  /// A MERGE's WHEN clause; its INSERT's values are `values`.
  struct Clause {
    Boxed<Expression> condition;
    bool matched = true;
    std::vector<std::string> columns;
    std::vector<Expression> values;
    std::vector<Assignment> assignments;
  };
  Kind kind = Kind::insert;
  FromItem target;
  std::vector<std::string> columns;  ///< of INSERT, as written; empty: a part of one
  /// of INSERT … SELECT or VALUES; null for DEFAULT VALUES, and for VALUES that the change itself holds
  ScopedQueryPtr source;
  std::vector<Assignment> assignments;           ///< SET
  std::vector<Expression> conflict_expressions;  ///< ON CONFLICT (…) [WHERE …]
  std::vector<Assignment> conflict_assignments;
  Boxed<Expression> conflict_where;
  std::vector<Clause> clauses;
};

/// A SELECT, VALUES or set operation; or a data-modifying statement, whose targets are what it returns.
struct ScopedQuery {
  struct Target {
    std::string name;       ///< as PostgreSQL derives it; empty: that of its only sub-select's first column
    bool star = false;      ///< `*`, `t.*`, `(t).*`
    std::string qualifier;  ///< of a star
    Expression value;       ///< without a text; of `(…).*` what is in the parentheses
  };
  std::vector<CommonTable> with;
  std::vector<FromItem> from;
  std::vector<Target> targets;
  Boxed<Expression> where;
  std::vector<Expression> group_by;
  bool grouping_sets = false;  ///< `group_by` then has what is inside them
  Boxed<Expression> having;
  std::vector<Expression> windows;  ///< what WINDOW's definitions name
  std::vector<Window> window_definitions;
  bool distinct = false;
  std::vector<Expression> distinct_on;
  std::vector<Expression> order_by;
  std::vector<Expression> limits;  ///< LIMIT and OFFSET
  std::vector<std::vector<Expression>> values;
  /// of a set operation, whose names are the left one's
  ScopedQueryPtr left, right;
  std::shared_ptr<const Modification> modification;
  /// inside a PL/pgSQL block: what looks like a column may be a variable
  bool has_variables = false;
  Boxed<Flaw> flaw;
};

}  // namespace miglint
