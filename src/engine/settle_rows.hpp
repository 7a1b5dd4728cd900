#pragma once

#include "miglint/effect.hpp"
#include "miglint/evidence.hpp"

namespace miglint {

/// Whether the change writes rows by itself: what makes it fail is not what its table holds alone.
bool writes_rows(const Change& change);

/// What the migration did before about a failure of such a change: filled the table that its rows refer to,
/// removed the rows that refer to those it deletes.
Answer settled_for_rows(const RowFailure& failure, const Change& change, const Catalog& before,
                        const Evidence& evidence);

/// The tables that decide: the one written to and those it refers to.
std::vector<RelationName> tables_deciding(const Change& change, const Catalog& before);

}  // namespace miglint
