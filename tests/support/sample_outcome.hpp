#pragma once

#include "report/outcome.hpp"

namespace miglint {

/// A small run with one of everything that a report may have to show, made by hand so that reports are tested
/// apart from rules: an error with a safer path, a warning on a later command of its statement, a history's
/// finding, a clean migration, an old one, an allowed finding.
Outcome sample_outcome();

/// Nothing found: one judged migration, clean.
Outcome clean_outcome();

/// A run whose texts attack every format: escape codes, CI commands, markup, quotes, bytes that are no UTF-8,
/// very many statements' worth of columns.
Outcome hostile_outcome();

}  // namespace miglint
