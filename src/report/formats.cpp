#include <algorithm>
#include <array>

#include "report/report.hpp"

namespace miglint {

namespace {

struct Format {
  std::string_view name;
  Reporter report;
};

constexpr std::array formats = {
    Format{"text", report_text},
    Format{"json", report_json},
};

}  // namespace

Reporter find_reporter(std::string_view format) {
  const auto found = std::ranges::find(formats, format, &Format::name);
  return found == formats.end() ? nullptr : found->report;
}

}  // namespace miglint
