#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/change.hpp"
#include "miglint/source.hpp"

namespace miglint {

/// One statement of a migration: from its first word to its last character before the `;`. PostgreSQL sorts
/// the commands of an ALTER TABLE into passes (tablecmds.c, AT_PASS_*: drops, types, column adds,
/// constraints, …); `changes` has that order.
/// What a statement has that only some major versions of PostgreSQL run.
struct Novelty {
  int since = 0;         ///< the first that runs it; 0: the oldest does
  int until = 0;         ///< the last that runs it; 0: the newest does
  std::string sqlstate;  ///< with which the others refuse it
  std::string feature;   ///< "MERGE … RETURNING"

  bool runs_on(int version) const { return since <= version && (until == 0 || version <= until); }
};

struct Statement {
  Span span;
  std::string tag;      ///< what PostgreSQL calls it: "ALTER TABLE", "CREATE INDEX", …
  RelationName target;  ///< of an ALTER, DROP, CREATE; empty where there is none
  /// as the statement words it: ALTER TABLE on a view says table
  ObjectKind target_kind = ObjectKind::other;
  /// ALTER … IF EXISTS: nothing happens when the target is missing
  bool if_exists = false;
  /// ALTER TABLE ONLY, ON ONLY: children and partitions are left alone
  bool only = false;
  std::vector<StatementChange> changes;
  Boxed<Novelty> novelty;     ///< the newest thing in it, if not every version runs it
  Boxed<Flaw> flaw;           ///< PostgreSQL refuses it whatever the database holds
  int forgotten_changes = 0;  ///< as many were there: see Migration::forget_changes

  int change_count() const { return forgotten_changes + static_cast<int>(changes.size()); }
};

/// A statement inside a DO block. `guard` says how surely it runs; `when` is the condition of the IF around
/// it.
struct DoBlock::Step {
  enum class Guard {
    always,       ///< runs, and an error in it aborts the block
    tolerated,    ///< an EXCEPTION clause catches its error
    conditional,  ///< inside IF, CASE or a loop; `when` holds the condition if it is a plain IF
  };
  Guard guard = Guard::always;
  Boxed<Expression> when;
  bool negated = false;  ///< in the ELSE branch of `when`
  /// What the handlers around it catch, by name or SQLSTATE: `others`, `duplicate_object`, `42701`. A handler
  /// that raises again catches nothing.
  std::vector<std::string> caught;
  /// Which of the DO block's inner blocks with a handler it stands in, -1: none. An error in one of its steps
  /// takes all of them back.
  int handled_block = -1;
  Statement statement;
};

/// A comment as it stands in the text, with its `--` or `/* */`.
struct Comment {
  Span span;
};

/// Something in the file's bytes that keeps part of it from being judged.
struct ParseIssue {
  enum class Kind {
    syntax_error,
    newer_grammar,
    drop_enum_value,
    nul_byte,
    utf16,
    invalid_utf8,
    byte_order_mark,
    psql_command,
    too_large,
    too_deep
  };
  Kind kind = Kind::syntax_error;
  Span span;
  std::string message;  ///< what is wrong, one line: PostgreSQL's own words where it spoke
  std::string hint;     ///< what to do, may be empty
  int postgres = 0;     ///< of newer_grammar: the first server version that reads it; 0: old ones do
  int until = 0;        ///< of newer_grammar: the last one that reads it; 0: new ones do

  bool is_read_by(int version) const { return postgres <= version && (until == 0 || version <= until); }
};

/// One migration, read and lowered. `comments` is filled only for files that contain `miglint:`.
struct Migration {
  SourceFile source;
  std::vector<Statement> statements;
  std::vector<Comment> comments;
  std::vector<ParseIssue> issues;

  mutable std::vector<int> line_begins;  ///< of `source.text`; made when a line is first asked for

  /// Lets go of what the statements change: most of what a migration holds, and of no use once it is judged
  /// and replayed. Where they stand stays.
  void forget_changes();

  /// The 1-based line on which a byte of the text stands.
  int line_at(int offset) const;
  std::string_view sql(const Statement& statement) const {
    return std::string_view(source.text)
        .substr(static_cast<std::size_t>(statement.span.begin),
                static_cast<std::size_t>(statement.span.length()));
  }
};

}  // namespace miglint
