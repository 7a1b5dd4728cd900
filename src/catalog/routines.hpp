#pragma once

// Functions, procedures and aggregates: which of a name is meant, and what CREATE OR REPLACE may change.

#include <optional>
#include <set>
#include <string_view>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// The types of arguments as somebody writes them.
std::vector<TypeName> resolved(const Catalog& catalog, const std::vector<TypeName>& written);
/// The input types of the function are these.
bool takes(const Function& function, const std::vector<TypeName>& resolved);
/// The one of these input types that CREATE FUNCTION would meet; null: none.
const Function* same_signature(const Catalog& catalog, const CreateFunction& change);
/// PostgreSQL looks into bodies at CREATE FUNCTION (check_function_bodies).
bool checks_function_bodies(const Catalog& catalog);
/// Why PostgreSQL doesn't take the body, unless it is told not to look at it (check_function_bodies).
std::optional<Flaw> body_flaw(const Catalog& catalog, const CreateFunction& change);
/// Why CREATE OR REPLACE is refused for a function that is there (pg_proc.c, ProcedureCreate).
std::optional<Flaw> cannot_replace(const Catalog& catalog, const Function& existing,
                                   const CreateFunction& change);

/// Of the functions a query or an expression calls those that the history made, resolved: what it depends
/// on. One that is overloaded, or that PostgreSQL has too, is left out: which of them is called is not known.
std::set<FunctionName> made_functions(const Catalog& catalog, const std::vector<FunctionName>& called);
std::vector<FunctionName> functions_in(const Expression& expression);
/// The function was moved or renamed: what depends on it follows.
void follow_function(Catalog& catalog, const FunctionName& from, const FunctionName& to);

}  // namespace miglint
