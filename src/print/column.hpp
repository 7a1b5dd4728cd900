#pragma once

#include "print/pen.hpp"

namespace miglint::printing {

/// `"c" TEXT NOT NULL DEFAULT 'x'`: the definition without its keys, checks and references.
std::string column(const ColumnDefinition& column, Pen& pen);
/// `START WITH 5 CACHE 2`; empty where nothing was written.
std::string sequence_options(const SequenceOptions& options, Pen& pen);
/// `GENERATED ALWAYS AS IDENTITY (…)`.
std::string identity(Identity identity, const Boxed<SequenceOptions>& options, Pen& pen);

}  // namespace miglint::printing
