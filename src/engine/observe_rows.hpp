#pragma once

#include "engine/observe.hpp"

namespace miglint {

/// Notes a fact that the statement at hand taught; under a condition it is no more than plausible.
void learn_from(Evidence& evidence, const Observed& seen, Fact fact);

/// What INSERT, UPDATE, DELETE, TRUNCATE and COPY teach and end.
void observe_rows(Evidence& evidence, const Observed& seen, const Change& change);

/// The query's rows went into another table.
void note_copied_rows(Evidence& evidence, const Observed& seen, const QuerySummary& query);

}  // namespace miglint
