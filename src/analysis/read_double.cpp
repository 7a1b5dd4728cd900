#include "miglint/read_double.hpp"

#include <cerrno>
#include <cstdlib>

namespace miglint {

// strtod's point is the locale's, and nothing here sets one: "C".
std::optional<double> read_double(const std::string& text) {
  const bool may_begin = !text.empty() && text.front() != '+' && text.front() != ' ' &&
                         (text.front() < '\t' || text.front() > '\r');  // by strtod these are skipped
  if (!may_begin || text.find_first_of("xX") != std::string::npos) return std::nullopt;
  char* end = nullptr;
  errno = 0;
  const double value = std::strtod(text.c_str(), &end);
  if (end != text.c_str() + text.size() || errno == ERANGE) return std::nullopt;
  return value;
}

}  // namespace miglint
