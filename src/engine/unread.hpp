#pragma once

#include "miglint/catalog.hpp"
#include "miglint/migration.hpp"

namespace miglint {

/// A part of the migration that could not be read may have done anything to what it names, and to nothing
/// else: those relations become uncertain. A file that was not read at all leaves the whole catalog
/// incomplete.
void replay_unread(Catalog& catalog, const Migration& migration);

}  // namespace miglint
