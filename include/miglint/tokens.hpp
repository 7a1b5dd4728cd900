#pragma once

// What is told from a statement's tokens, since the parse tree has no place for it: asked only for statements
// that have a finding and for files that were edited.

#include <string>
#include <string_view>

#include "miglint/migration.hpp"

namespace miglint {

/// The bytes of each command of an ALTER TABLE (or of each name of a DROP, TRUNCATE, …), which the parse tree
/// has no place for; the whole statement's span where it has only one. Offsets are into the file's text.
std::vector<Span> command_spans(const Migration& migration, const Statement& statement);

/// The tokens joined by single spaces, comments left out, unquoted words in lower case: equal for texts that
/// differ in formatting only.
std::string normalised(std::string_view sql);

/// The grammar that was compiled in, as PostgreSQL writes it: "15.1".
std::string_view grammar_version();

}  // namespace miglint
