#pragma once

#include <memory>
#include <vector>

#include "miglint/migration.hpp"
#include "miglint/migration_list.hpp"
#include "miglint/source.hpp"

namespace miglint {

/// Parses the files into `parsed`, in their order, as they are waited for. `threads`: at most so many; 0: as
/// many as help. Made of threads (pool_threads.cpp), or of none where the host has none (pool_serial.cpp, on
/// the stack of whoever waits): CMakeLists.txt picks one. Neither list is empty.
std::unique_ptr<MigrationSource> make_pool(std::vector<SourceFile> files, Migration* parsed,
                                           unsigned threads);

}  // namespace miglint
