#pragma once

// The bones of a PL/pgSQL block: which SQL statements stand in it, under which conditions they run, and who
// catches their errors. Read from the text, so that every statement has its place; what the statements say is
// the grammar's business. (pg_query_parse_plpgsql has no places, and takes the process down on some inputs.)

#include <string>
#include <string_view>
#include <vector>

#include "miglint/source.hpp"

namespace miglint::plpgsql {

/// A condition that must hold, or must not, for a statement to run: the text between IF and THEN.
struct Condition {
  Span span;
  bool negated = false;
};

struct Step {
  enum class Kind { sql, perform, execute } kind = Kind::sql;
  /// in the block's text; of PERFORM and EXECUTE what stands after the word
  Span span;
  std::vector<Condition> conditions;  ///< of the plain IFs around it, outermost first
  /// does not surely run: inside IF, CASE, a loop, an exception handler, or after a RETURN that may happen
  bool conditional = false;
  bool opaque = false;  ///< … and the conditions do not say it all: CASE, a loop, a handler
  /// the conditions that handlers around it catch: `others`, `duplicate_object`, `42701`
  std::vector<std::string> caught;
  /// which block with a handler that catches it stands around it, the innermost
  int handled_block = -1;
};

struct Block {
  std::vector<Step> steps;
  /// names that are given a value and declared nowhere in the text: parameters, or a slip
  std::vector<std::string> undeclared;
  /// IF and END IF, or LOOP and END LOOP, do not come out even: no version reads that
  bool unbalanced = false;
  bool understood = true;  ///< false: something was met that this does not know; `steps` is what came before
  bool ends_transaction = false;  ///< COMMIT or ROLLBACK is among its statements
  bool too_deep = false;          ///< … which is that it nests deeper than this reads
};

Block read_block(std::string_view text);

}  // namespace miglint::plpgsql
