#pragma once

#include <vector>

#include "miglint/migration_list.hpp"

namespace miglint {

class TreeReader;

/// Reads and lowers one file. Whatever its bytes are, the answer is a Migration: what keeps a part from being
/// judged is in `issues`, in the order of the text, and the statements around it are there. Needs a stack for
/// deep nesting: `parse` and `parse_all` have it.
Migration parse_file(TreeReader& reader, SourceFile file);

/// The same on a thread with such a stack.
Migration parse(SourceFile file);

/// Many, in the same order, in a fixed pool of threads (0: as many as the machine has cores, but no more than
/// are of use) that starts when the first is asked for and keeps a little ahead of whoever reads the list.
MigrationList parse_all(std::vector<SourceFile> files, unsigned threads = 0);

}  // namespace miglint
