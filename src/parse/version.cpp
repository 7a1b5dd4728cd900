#include <pg_query.h>

#include "miglint/tokens.hpp"

namespace miglint {

std::string_view grammar_version() { return PG_VERSION; }

}  // namespace miglint
