#include "miglint/print.hpp"

namespace miglint {

std::string print(const Change&, Spelling) { return {}; }
std::string print(const Statement&, Spelling) { return {}; }
bool prints(const Change&) { return false; }
std::string print(const TypeName&, Spelling) { return {}; }

}  // namespace miglint
