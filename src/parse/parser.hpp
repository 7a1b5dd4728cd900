#pragma once

#include <vector>

#include "miglint/migration.hpp"

namespace miglint {

/// Reads and lowers one file. Whatever its bytes are, the answer is a Migration: what keeps a part from being judged is in `issues`, in the order
/// of the text, and the statements around it are there.
Migration parse(SourceFile file);

/// The same for many, in a fixed pool of threads (0: as many as the machine has), in the same order.
std::vector<Migration> parse_all(std::vector<SourceFile> files, unsigned threads = 0);

}  // namespace miglint
