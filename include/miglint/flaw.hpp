#pragma once

#include <string>

namespace miglint {

/// What PostgreSQL refuses in a statement or a body by itself, whatever the database holds.
struct Flaw {
  std::string sqlstate;
  std::string reason;  ///< one sentence
};

}  // namespace miglint
