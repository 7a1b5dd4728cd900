#pragma once

#include "miglint/history.hpp"
#include "miglint/migration.hpp"

namespace miglint {

/// How the runner sends this file, when it sends the folder's files in `mode`. A file may say that it wants
/// no transaction around it: goose then sends its statements one by one (NO TRANSACTION); dbmate still sends
/// the file as one string (transaction:false), which is a transaction when several statements are in it.
RunMode run_mode(const Migration& migration, RunMode mode);

}  // namespace miglint
