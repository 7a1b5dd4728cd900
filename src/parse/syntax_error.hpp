#pragma once

#include <string_view>

#include "miglint/migration.hpp"
#include "parse/tree_reader.hpp"

namespace miglint {

/// What to tell about a statement that the grammar refuses: an issue that names the reason where it is a
/// known one (syntax of a newer PostgreSQL, DROP VALUE), else PostgreSQL's own words. `failure.offset` counts
/// from the statement's beginning.
ParseIssue explain_failure(std::string_view text, Span statement, const ParseFailure& failure);

/// What a refused statement plainly is, so that what it names is known to be unknown: tag, target, and
/// Unmodelled.
Statement guess_statement(std::string_view text, Span span);

}  // namespace miglint
