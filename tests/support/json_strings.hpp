#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace miglint {

/// What is left of a report when every JSON string is taken out; nothing where one does not end in its line.
inline std::optional<std::string> outside_of_strings(std::string_view report) {
  std::string outside;
  for (std::size_t at = 0; at < report.size(); ++at) {
    if (report[at] != '"') {
      outside += report[at];
      continue;
    }
    for (++at; at < report.size() && report[at] != '"'; ++at) {
      if (report[at] == '\n') return std::nullopt;
      if (report[at] == '\\') ++at;
    }
    if (at >= report.size()) return std::nullopt;
    outside += "<string>";
  }
  return outside;
}

}  // namespace miglint
