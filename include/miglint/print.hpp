#pragma once

// Changes as SQL, the inverse of lowering: what is printed lowers to the same change again. The source of the
// spelling is Prisma's schema engine (sql-schema-describer, postgres renderer) where the folder is Prisma's,
// and ruleutils.c's habits elsewhere.

#include <string>
#include <string_view>
#include <vector>

#include "miglint/change.hpp"
#include "miglint/migration.hpp"

namespace miglint {

/// `prisma`: every identifier quoted, five spaces after ADD COLUMN, types in capitals, as Prisma writes them.
/// `plain`: quoted only where PostgreSQL needs it.
enum class Spelling { plain, prisma };

/// The change as a statement of its own, with its `;`. Empty for what no text can be made of: see
/// `prints()`.
std::string print(const Change& change, Spelling spelling);

/// The statement's changes, in one statement where they came from one: an inline REFERENCES is part of its
/// column, the commands of an ALTER TABLE stand in one list.
std::string print(const Statement& statement, Spelling spelling);

/// Everything that the change says can be printed. It can not where lowering kept less than the text said
/// (its `left_out`): a query that rows come from, a DO block, rows of a bulk INSERT, options nobody looks at;
/// nor where an expression has neither a text nor a form simple enough to write it anew.
bool prints(const Change& change);

/// An identifier, and a relation's name (`public` left out), as the spelling has them.
std::string quoted(std::string_view identifier, Spelling spelling);
std::string quoted(const RelationName& name, Spelling spelling);

/// A type as the spelling has it: `VARCHAR(255)`, `TIMESTAMP(3)`, `"Role"`; `varchar(255)`, `timestamp(3)`.
std::string print(const TypeName& type, Spelling spelling);

}  // namespace miglint
