#pragma once

#include <optional>
#include <string_view>

#include "effect/conversion.hpp"

namespace miglint {

/// What values can raise or lose on their way from one plain type (no array, no domain) to another; `exists`
/// and `rewrites` are left alone.
Conversion value_risk(const TypeName& from, const TypeName& to, CastContext context, const Catalog& catalog);

/// The n-th modifier as a number: 10 of numeric(10,2).
std::optional<int> modifier(const TypeName& type, std::size_t index);
bool is_temporal(std::string_view type);
/// The most characters a value of the type prints as; none where there is no limit.
std::optional<int> longest_text(const TypeName& type, const Catalog& catalog);

}  // namespace miglint
