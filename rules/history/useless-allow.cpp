#include "miglint/rule.hpp"

namespace miglint {

// Only the engine, which matches comments with findings, can tell which of them matched none.
extern const Rule useless_allow;
const Rule useless_allow{.id = "useless-allow", .severity = Severity::warning, .check = FoundByEngine{}};

}  // namespace miglint
