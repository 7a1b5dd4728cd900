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
    Format{"text", report_text},         Format{"concise", report_concise},
    Format{"json", report_json},         Format{"sarif", report_sarif},
    Format{"github", report_github},     Format{"gitlab", report_gitlab},
    Format{"junit", report_junit},       Format{"checkstyle", report_checkstyle},
    Format{"markdown", report_markdown}, Format{"agent", report_agent},
};

}  // namespace

Reporter find_reporter(std::string_view format) {
  const auto found = std::ranges::find(formats, format, &Format::name);
  return found == formats.end() ? nullptr : found->report;
}

}  // namespace miglint
