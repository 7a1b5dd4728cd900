#pragma once

#include "miglint/migration.hpp"
#include "print/pen.hpp"

namespace miglint::printing {

/// CREATE TABLE alone, without the constraints that follow it.
std::string create_table(const CreateTable& table, Pen& pen);
/// … and with those of its statement.
std::string create_table(const CreateTable& table, const Statement& statement, Pen& pen);

/// A column's constraints, written behind it: ` PRIMARY KEY REFERENCES u(id)`.
std::string inline_constraints(const std::vector<const Change*>& constraints, Pen& pen);

/// The header of a constraint; null for any other change.
const ConstraintHeader* constraint_header(const Change& change);

}  // namespace miglint::printing
