#pragma once

#include <string>

#include "parse/ast.hpp"

namespace miglint::lower {

/// What PostgreSQL calls the statement (CreateCommandTag in utility.c): "ALTER TABLE", "DROP VIEW", "SELECT
/// INTO", …
std::string statement_tag(const ast::Node& statement);

/// Statements that miglint knows and that do nothing to relations: GRANT, ALTER ROLE, NOTIFY, CREATE CAST, …
bool leaves_relations_alone(std::string_view kind);

/// "MATERIALIZED VIEW" for OBJECT_MATVIEW.
std::string object_word(std::string_view object_type);

}  // namespace miglint::lower
