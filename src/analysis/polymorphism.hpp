#pragma once

// anyelement, anyarray, anycompatible and the rest (parse_coerce.c, check_generic_type_consistency).

#include <optional>
#include <vector>

#include "analysis/types.hpp"

namespace miglint {

bool is_polymorphic(const Type& type);

/// The result's type when `arguments` are given for `declared`; nullopt where they don't go together,
/// not_known where that can't be told.
std::optional<Type> resolve_polymorphism(const Catalog& catalog, const std::vector<Type>& declared,
                                         const Type& result, const std::vector<Type>& arguments);

}  // namespace miglint
