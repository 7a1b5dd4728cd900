#pragma once

// Where the bounds of partitions lie among each other. PostgreSQL compares them as values of the key's types
// (partbounds.c); here only what their text tells for sure counts: whole numbers, dates and timestamps in ISO
// form, UUIDs. Of the rest, two that are written alike are the same value.

#include <optional>
#include <string>
#include <vector>

#include "miglint/catalog.hpp"

namespace miglint {

/// Texts that sort as the values do, as far as those are understood.
using BoundPlace = std::vector<std::string>;

/// Where Dependents::bounds has a partition: a range by where it begins, a list by each of its values, a hash
/// by modulus and remainder.
std::vector<BoundPlace> places_of(const PartitionBound& bound);

/// The partition that takes rows with these values of the key; null: none does. Nothing: not known.
std::optional<const Table*> partition_for(const Catalog& catalog, const Table& parent,
                                          const std::vector<BoundValue>& key);

}  // namespace miglint
