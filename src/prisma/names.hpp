#pragma once

// What things of schema.prisma are called in the database.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "miglint/name.hpp"
#include "prisma/tree.hpp"

namespace miglint::prisma {

/// @@map's and @map's argument, else the name itself.
std::string database_name(const Block& block);
std::string database_name(const Field& field);
std::string database_name(const EnumValue& value);

/// A model's table, an enum's type. The schema is empty where `@@schema` does not say it.
RelationName relation_of(const Block& block);

/// A field's column; of one that is not there its name.
std::string column_of(const Block& model, const std::string& field);

/// The entries of a field list: `[a, b(sort: Desc)]`, or `a` alone.
std::span<const Value> entries_of(const Value& list);

/// The columns of a field list, in the order written.
std::vector<std::string> columns_of(const Block& model, const Value& list);

/// `User_email_key`: what stands before the suffix is cut, at a character's boundary, so that the whole has
/// PostgreSQL's 63 bytes at most (prisma-engines, constraint_names.rs).
std::string constraint_name(std::string_view table, const std::vector<std::string>& columns,
                            std::string_view suffix);

}  // namespace miglint::prisma
